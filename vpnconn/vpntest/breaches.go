package vpntest

import (
	"math/rand/v2"
	"net/netip"
	"slices"
)

// Fields by the rule that they share.
var (
	identifiers = []string{"CustomerGatewayId", "RegionId", "VpnGatewayId"}
	lists       = []string{"LocalSubnet", "RemoteSubnet"}
	psk         = []string{"IkeConfig.Psk"}
	ids         = []string{"IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId"}
	lifetimes   = []string{"IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime"}
	encAlgs     = []string{"IkeConfig.IkeEncAlg", "IpsecConfig.IpsecEncAlg"}
	authAlgs    = []string{"IkeConfig.IkeAuthAlg", "IpsecConfig.IpsecAuthAlg"}
	groups      = []string{"IkeConfig.IkePfs", "IpsecConfig.IpsecPfs"}
	version     = []string{"IkeConfig.IkeVersion"}
	mode        = []string{"IkeConfig.IkeMode"}
	phases      = []string{"IkeConfig", "IpsecConfig"}
)

// breaches has each way to break a rule that there is.
var breaches = []breach{
	{[]string{"Action"}, required, leaveOut},
	{identifiers, required, leaveOut},
	{lists, required, leaveOut},

	{[]string{"Action"}, unsupported, oneOf("createVpnConnection", "CreateVpnConnection ", "DeleteVpnConnection")},
	{[]string{"EffectImmediately"}, unsupported, oneOf("1", "0", "yes", "on", "true ", " false", "ｔｒｕｅ", "falſe", "null")},
	{version, unsupported, nearly("ikev1", "ikev2")},
	{mode, unsupported, nearly("main", "aggressive")},
	{encAlgs, unsupported, nearly("aes", "aes192", "aes256")},
	{encAlgs, unsupported, oneOf("aes128", "AES-256", "3DES", "des3", "sm4", "aes256gcm16")},
	{authAlgs, unsupported, nearly("md5", "sha1")},
	{authAlgs, unsupported, oneOf("sha", "sha256", "sha384", "sha512", "sm3")},
	{groups, unsupported, nearly("group1", "group2", "group5", "group14", "group24")},
	{groups, unsupported, oneOf("14", "modp2048", "group15", "group19", "disabled")},

	{identifiers, badCharacter, withBad(" ", ",", `"`, "'", "\n", "\x00", "\x7f", "\u200b", "\u00a0", "上", "\xff")},
	{lists, badCharacter, element(func(r *rand.Rand) string { return "10.0.0.0/2" + pick(r, []string{"\xff", "4\xc0\xaf"}) })},
	{[]string{"ClientToken"}, badCharacter, withBad("\n", "\t", "\x00", "\x1f", "\x7f", "é", "１", "\xff")},
	{[]string{"EffectImmediately"}, badCharacter, oneOf("true\xff", "\x80")},
	{[]string{"Name"}, badCharacter, withBad(" ", "\n", "\x00", "/", ":", "@", "Ａ", "é", "\u0301", "あ", "\u200f", "\ufffd", "\xff")},
	{psk, badCharacter, withBad("\n", "\t", "\x00", "\x1f", "\x7f", "\u0085", "\u009f")},
	{ids, badCharacter, withBad("\n", "\t", "\x00", "\x1f", "\x7f", "\u0085", "\u009f")},
	{slices.Concat(psk, ids, encAlgs), badCharacter,
		oneOfJSON("\"\xff\"", "\"a\xed\xa0\x80\"", `"\ud800"`, `"\udc00\ud800"`)},
	{lifetimes, badCharacter, oneOfJSON("\"1\xff\"", `"\ud800"`)},
	{phases, badCharacter, oneOfJSON("{\"\xff\":1}", `{"\udc00":null}`)},

	{[]string{"Name"}, tooShort, ofLength(1, 1, nameStart, nameStart)},
	{[]string{"Name"}, tooLong, ofLength(129, 300, nameStart, namePart)},
	{[]string{"ClientToken"}, tooLong, ofLength(65, 200, printable, printable)},
	{psk, tooLong, ofLength(101, 300, visible, visible)},
	{ids, tooLong, ofLength(101, 300, visible, visible)},

	{lists, empty, element(func(r *rand.Rand) string { return pick(r, []string{"", " ", "\t", " \t "}) })},
	{lists, duplicate, again},
	{lists, hostBits, element(withHostBits)},
	{lists, notIPv4, element(func(r *rand.Rand) string {
		return pick(r, []string{"2001:db8::/32", "::/0", "::ffff:10.0.0.0/120", "fe80::%eth0/64", "10.0.0.0/24:500"})
	})},
	{lists, badCIDR, element(func(r *rand.Rand) string {
		return address(r).String() + pick(r, []string{"", "/", "/33", "/-1", "/024", "/+8", "/255.0.0.0", "/32\n", "%eth0/32", "/3２"})
	})},
	{lists, badCIDR, element(func(r *rand.Rand) string {
		return pick(r, []string{"010.0.0.0/8", "256.0.0.0/8", "10.0.0/24", "10/8", "any", "0x0a.0.0.0/8", "１０.0.0.0/8"})
	})},

	{lifetimes, outOfRange, oneOfJSON("-1", "86401", "86400.5", "604800", "4294967296", "18446744073709551616", "1e999999999", `"86401"`)},
	{lifetimes, fraction, oneOfJSON("0.5", "86399.5", "1e-400", "3600.0000000000000001", "1e-999999999")},
	{lifetimes, badType, oneOfJSON("true", "[]", "{}", `"086400"`, `"+1"`, `"-1"`, `"1e3"`, `"24h"`, `" 1"`)},
	{psk, badType, oneOfJSON("12345678", "true", `["x"]`, "{}")},
	{ids, badType, oneOfJSON("1", "false", `["x"]`, "{}")},
	{version, badType, oneOfJSON("2", "true", "[]")},
	{mode, badType, oneOfJSON("1", "false", "{}")},
	{encAlgs, badType, oneOfJSON("256", `["aes"]`, "{}")},
	{authAlgs, badType, oneOfJSON("1", `["sha1"]`, "{}")},
	{groups, badType, oneOfJSON("14", `["group2"]`, "{}")},
	{phases, badType, oneOfJSON("ikev1", "aes", "{", "[]", `"{}"`, "1", "{}{}", `{"Psk":"x",}`, "\ufeff{}", " ")},

	{slices.Concat(psk, groups), duplicate, twice},
	{psk, conflict, otherwise("x", "y")},
	{ids, conflict, otherwise("x", "y")},
	{version, conflict, otherwise("ikev1", "ikev2")},
	{mode, conflict, otherwise("main", "aggressive")},
	{encAlgs, conflict, otherwise("aes", "aes256")},
	{authAlgs, conflict, otherwise("md5", "sha1")},
	{groups, conflict, otherwise("group2", "group14")},
	{lifetimes, conflict, otherwise("1", "86400")},

	{phases, unknown, unknownName(".Enabled", ".psk", ".Name", ". IpsecPfs", ".ＰＳＫ")},
	{[]string{""}, unknown, unknownName("Comment", "DryRun", "ikeConfig", "IPsecConfig", "Name ", "Psk", "Ｎａｍｅ")},
}

// withHostBits returns a block with the lowest host bit set, and maybe more of them.
func withHostBits(r *rand.Rand) string {
	a := address(r).As4()
	a[3] |= 1
	return netip.PrefixFrom(netip.AddrFrom4(a), between(r, 0, 31)).String()
}
