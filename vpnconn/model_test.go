package vpnconn_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A sketch is what a Builder or a Request should hold, in the plainest form there is: the text of each setting by its dotted
// name. A later text replaces an earlier one, and a fork is a copy.
type sketch struct {
	set map[string]string
	key string // of a derived token; "" for none
}

func (s sketch) clone() sketch { return sketch{maps.Clone(s.set), s.key} }

// modelPool lists a few texts for each setting, and what Build says of them: the reason on the setting itself, or for a list
// "[1]: duplicate" for each element that is wrong. "" is for what is right.
var modelPool = map[string]map[string]string{
	"CustomerGatewayId": {"cgw-1": "", "~": "", "": "empty", "c w": "bad character", "\xff": "bad character"},
	"RegionId":          {"cn-shanghai": "", "r": "", "": "empty", "r,s": "bad character", "地": "bad character"},
	"VpnGatewayId":      {"vpn-1": "", "!": "", "": "empty", `"v"`: "bad character", "v\n": "bad character"},
	"LocalSubnet":       modelBlocks,
	"RemoteSubnet":      modelBlocks,
	"ClientToken":       {"token": "", "a b~": "", "": "empty", strings.Repeat("t", 65): "too long", "é": "bad character"},
	"EffectImmediately": {"true": "", "false": ""},
	"Name":              {"idc": "", "总部": "", "": "empty", "a": "too short", "-ab": "bad character", strings.Repeat("n", 129): "too long"},

	"IkeConfig.Psk":         {"key": "", "k<&>\u2028": "", "": "empty", "k\n": "bad character", strings.Repeat("k", 101): "too long"},
	"IkeConfig.IkeVersion":  {"ikev1": "", "ikev2": "", "": "empty", "IKEv2": "unsupported value", "\xff": "bad character"},
	"IkeConfig.IkeMode":     {"main": "", "aggressive": "", "": "empty", "agressive": "unsupported value"},
	"IkeConfig.IkeEncAlg":   {"aes": "", "3des": "", "": "empty", "AES-256": "unsupported value"},
	"IkeConfig.IkeAuthAlg":  {"md5": "", "sha1": "", "": "empty", "sha": "unsupported value"},
	"IkeConfig.IkePfs":      {"group14": "", "group24": "", "": "empty", "14": "unsupported value"},
	"IkeConfig.IkeLifetime": modelLifetimes,
	// A directional mark is no control character, and so it is one like others in an identifier.
	"IkeConfig.LocalIdIPsec": {"gw": "", "\u202e": "", "": "empty", "\x7f": "bad character", strings.Repeat("中", 101): "too long"},
	"IkeConfig.RemoteId":     {"203.0.113.7": "", "": "empty", "\u0085": "bad character"},

	"IpsecConfig.IpsecEncAlg":   {"aes256": "", "des": "", "": "empty", "aes 256": "unsupported value"},
	"IpsecConfig.IpsecAuthAlg":  {"md5": "", "sha1": "", "": "empty", "SHA-1": "unsupported value"},
	"IpsecConfig.IpsecPfs":      {"group2": "", "group5": "", "": "empty", "Group5": "unsupported value"},
	"IpsecConfig.IpsecLifetime": modelLifetimes,
}

var modelBlocks = map[string]string{
	"10.0.0.0/8":                      "",
	"11.0.0.0/8,10.0.0.0/8":           "",
	" 10.0.0.0/8\t, 0.0.0.0/0 ":       "",
	"invalid Prefix":                  "[0]: bad CIDR block", // the zero netip.Prefix
	"":                                "[0]: empty",
	"10.0.0.0/8, 10.0.0.0/8":          "[1]: duplicate",
	"10.0.0.7/24,::/0,10.0.0.0/8,":    "[0]: host bits set; [1]: not IPv4; [3]: empty",
	"10.0.0.0,\xff,\t10.0.0.0/8,x/24": "[0]: bad CIDR block; [1]: bad character; [3]: bad CIDR block",
}

var modelLifetimes = map[string]string{
	"0": "", "3600": "", "86400": "", "86401": "out of range", "-1": "out of range", "0.5": "not a whole number", "86400.000000001": "out of range",
}

// modelRequired lists what no request can be without, and modelKeys what a token can be derived with and what Build says of it.
var (
	modelRequired = []string{"CustomerGatewayId", "LocalSubnet", "RegionId", "RemoteSubnet", "VpnGatewayId"}
	modelKeys     = map[string]string{string(tokKey): "", string(tokOther): "", "fifteen bytes!!": "too short"}
)

// mistakes returns what Build should say: "Name: too short" for each field that is wrong, in documented order.
func (s sketch) mistakes() (list []string) {
	for _, field := range documentedOrder {
		text, set := s.set[field]
		switch {
		case field == "ClientToken" && s.key != "":
			if reason := modelKeys[s.key]; reason != "" {
				list = append(list, field+": "+reason)
			}
		case !set && slices.Contains(modelRequired, field):
			list = append(list, field+": required")
		case !set || modelPool[field][text] == "":
		default:
			for fault := range strings.SplitSeq(modelPool[field][text], "; ") {
				if fault[0] != '[' {
					fault = ": " + fault
				}
				list = append(list, field+fault)
			}
		}
	}
	return list
}

// canonical returns s as a request that is built from it holds it, but for a token that has to be derived.
func (s sketch) canonical() sketch {
	c := s.clone()
	for _, list := range []string{"LocalSubnet", "RemoteSubnet"} {
		c.set[list] = strings.NewReplacer(" ", "", "\t", "").Replace(c.set[list])
	}
	return c
}

// effective returns s with the documented defaults for what is unset.
func (s sketch) effective() sketch {
	c := s.clone()
	for field, value := range map[string]string{
		"EffectImmediately": "false", "IkeConfig.IkeVersion": "ikev1", "IkeConfig.IkeMode": "main", "IkeConfig.IkeEncAlg": "aes",
		"IkeConfig.IkeAuthAlg": "sha1", "IkeConfig.IkePfs": "group2", "IkeConfig.IkeLifetime": "86400",
		"IpsecConfig.IpsecEncAlg": "aes", "IpsecConfig.IpsecAuthAlg": "sha1", "IpsecConfig.IpsecPfs": "group2",
		"IpsecConfig.IpsecLifetime": "86400",
	} {
		if _, set := c.set[field]; !set {
			c.set[field] = value
		}
	}
	return c
}

// shown returns the pairs that people read, in documented order.
func (s sketch) shown() (list [][2]string) {
	for _, field := range documentedOrder {
		text, set := s.set[field]
		switch {
		case field == "Action":
			list = append(list, [2]string{field, "CreateVpnConnection"})
		case !set:
		case field == "IkeConfig.Psk":
			list = append(list, [2]string{field, "[hidden]"})
		default:
			list = append(list, [2]string{field, text})
		}
	}
	return list
}

// builder returns what String of a Builder should return.
func (s sketch) builder() string {
	var pairs []string
	for _, pair := range s.shown() {
		pairs = append(pairs, pair[0]+": "+strconv.Quote(pair[1]))
	}
	return "vpnconn.Builder{" + strings.Join(pairs, ", ") + "}"
}
