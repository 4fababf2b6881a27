package vpntest_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// specOf returns params as a Spec, unless that cannot hold them.
func specOf(params map[string]string) (s vpnconn.Spec, ok bool) {
	text := func(name string) *string {
		if params[name] == "" {
			return nil
		}
		return new(params[name])
	}
	for name, value := range params {
		switch name {
		case "Action":
			ok = value == vpnconn.Action
		case "CustomerGatewayId":
			s.CustomerGatewayID = value
		case "LocalSubnet":
			s.LocalSubnets = list(value)
		case "RegionId":
			s.RegionID = value
		case "RemoteSubnet":
			s.RemoteSubnets = list(value)
		case "VpnGatewayId":
			s.VPNGatewayID = value
		case "ClientToken":
			s.ClientToken = text(name)
		case "Name":
			s.Name = text(name)
		case "EffectImmediately":
			b := strings.ToLower(value)
			if b != "true" && b != "false" && b != "" {
				return s, false
			}
			if b != "" {
				s.EffectImmediately = new(b == "true")
			}
		case "IkeConfig":
			m, plain := membersOf(value)
			if s.IKE = ikeSpec(m); !plain || len(m) > 0 {
				return s, false
			}
		case "IpsecConfig":
			m, plain := membersOf(value)
			if s.IPsec = ipsecSpec(m); !plain || len(m) > 0 {
				return s, false
			}
		default:
			return s, false
		}
	}
	return s, ok
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// membersOf reads a JSON object of texts and integers that any reader would read alike.
func membersOf(text string) (members map[string]any, plain bool) {
	if !utf8.ValidString(text) || strings.Contains(text, `\u`) {
		return nil, false
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if d.Decode(&members) != nil || d.More() {
		return nil, false
	}
	var names int
	for name, value := range members {
		names += strings.Count(text, `"`+name+`":`)
		if unset := value == nil || value == ""; unset && isMember(name) {
			delete(members, name)
			names--
		}
	}
	return members, names == len(members)
}

func isMember(name string) bool {
	return name == "LocalId" || slices.ContainsFunc(settings, func(field string) bool {
		return strings.HasSuffix(field, "."+name)
	})
}

// take moves a member into a field of a Spec, if it has the type for that.
func take[T ~string](members map[string]any, name string, field **T) {
	if text, ok := members[name].(string); ok {
		*field = new(T(text))
		delete(members, name)
	}
}

func takeSeconds(members map[string]any, name string, field **int64) {
	if number, ok := members[name].(json.Number); ok {
		if seconds, err := strconv.ParseInt(number.String(), 10, 64); err == nil {
			*field = &seconds
			delete(members, name)
		}
	}
}

func ikeSpec(members map[string]any) *vpnconn.IKESpec {
	var s vpnconn.IKESpec
	if key, ok := members["Psk"].(string); ok {
		s.PSK = ikeconfig.NewSecret(key)
		delete(members, "Psk")
	}
	take(members, "IkeVersion", &s.Version)
	take(members, "IkeMode", &s.Mode)
	take(members, "IkeEncAlg", &s.EncAlg)
	take(members, "IkeAuthAlg", &s.AuthAlg)
	take(members, "IkePfs", &s.PFS)
	takeSeconds(members, "IkeLifetime", &s.Lifetime)
	if members["LocalId"] == members["LocalIdIPsec"] {
		delete(members, "LocalId")
	}
	take(members, "LocalIdIPsec", &s.LocalID)
	take(members, "RemoteId", &s.RemoteID)
	return &s
}

func ipsecSpec(members map[string]any) *vpnconn.IPsecSpec {
	var s vpnconn.IPsecSpec
	take[ipsecconfig.EncAlg](members, "IpsecEncAlg", &s.EncAlg)
	take[ipsecconfig.AuthAlg](members, "IpsecAuthAlg", &s.AuthAlg)
	take[ipsecconfig.DHGroup](members, "IpsecPfs", &s.PFS)
	takeSeconds(members, "IpsecLifetime", &s.Lifetime)
	return &s
}
