package vpntest

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// The fields that a breach applies to.

func kind(kinds ...parameters.Kind) func(field) bool {
	return func(f field) bool { return !f.astray && slices.Contains(kinds, f.Kind) }
}

func jsonKind(kinds ...parameters.Kind) func(field) bool {
	return func(f field) bool { return f.json && slices.Contains(kinds, f.Kind) }
}

func flatKind(kinds ...parameters.Kind) func(field) bool {
	return func(f field) bool { return !f.json && !f.astray && slices.Contains(kinds, f.Kind) }
}

// named is true for fields that end in one of some names.
func named(names ...string) func(field) bool {
	return func(f field) bool {
		return !f.astray && slices.Contains(names, f.name[strings.LastIndexByte(f.name, '.')+1:])
	}
}

// inSecond is true for those of them that are in the second tunnel.
func inSecond(names ...string) func(field) bool {
	return func(f field) bool { return strings.HasPrefix(f.name, tunnels+".2.") && named(names...)(f) }
}

const tunnels = "TunnelOptionsSpecification"

func isRequired(f field) bool   { return f.Required && !f.astray }
func isAstray(f field) bool     { return f.astray && f.beside }
func isWhole(f field) bool      { return f.name == "" }
func isMember(f field) bool     { return f.json && f.Kind != parameters.Object }
func isJSONObject(f field) bool { return f.Kind == parameters.Object && f.JSON && !f.astray }
func isFlatObject(f field) bool {
	return f.Kind == parameters.Object && !f.JSON && f.name != "" && !f.astray
}
func hasLimit(f field) bool  { return isText(f) && f.Max > 0 }
func isShort(f field) bool   { return isText(f) && f.Min > 1 }
func hasStarts(f field) bool { return f.Starts != nil }
func hasParts(f field) bool  { return f.Parts != nil }
func needsSM(f field) bool   { return !f.astray && f.SMRequired && f.Kind != parameters.Certificate }
func wantsSM(f field) bool   { return !f.astray && f.SM != "" && f.SM != parameters.None }

// isText reports whether a field has an alphabet.
func isText(f field) bool { return !f.astray && alphabets[f.Kind].first != nil }

// breaches has every way to break a rule.
var breaches = []breach{
	{of: isRequired, reason: required, how: leaveOut},

	{of: kind(parameters.Operation), reason: unsupported, how: oneOf("createVpnConnection", "CreateVpnConnection ", "DeleteVpnConnection")},
	{of: kind(parameters.Boolean), reason: unsupported, how: oneOf("1", "0", "yes", "on", "true ", " false", "ｔｒｕｅ", "falſe", "null")},
	{of: kind(parameters.Enum), reason: unsupported, how: nearly},
	{of: named("IkeVersion"), reason: unsupported, how: oneOf("2", "v2", "ike", "ikev3")},
	{of: named("IkeEncAlg", "IpsecEncAlg"), reason: unsupported, how: oneOf("aes128", "AES-256", "3DES", "des3", "sm4", "aes256gcm16")},
	{of: named("IkeAuthAlg", "IpsecAuthAlg"), reason: unsupported, how: oneOf("sha", "sha2", "sha-256", "sha256", "sha384", "sha512", "sm3")},
	{of: named("IkePfs", "IpsecPfs"), reason: unsupported, how: oneOf("14", "modp2048", "group15", "group19", "group24", "disabled")},
	{of: named("Role"), reason: unsupported, how: oneOf("active", "standby", "primary")},
	{of: hasStarts, reason: unsupported, how: withStart},
	{of: hasParts, reason: unsupported, how: withPart},

	{of: kind(parameters.Identifier), reason: badCharacter, how: withBad(" ", ",", `"`, "'", "\n", "\x00", "\x7f", "\u200b", "\u00a0", "上", "\xff")},
	{of: kind(parameters.Blocks), reason: badCharacter, how: element(func(r *rand.Rand) string { return "10.0.0.0/2" + pick(r, []string{"\xff", "4\xc0\xaf"}) })},
	{of: kind(parameters.ASCII), reason: badCharacter, how: withBad("\n", "\t", "\x00", "\x1f", "\x7f", "é", "１", "\xff")},
	{of: kind(parameters.LetterName), reason: badCharacter, how: withBad(" ", "\n", "\x00", "/", ":", "@", "Ａ", "é", "\u0301", "あ", "\u200f", "\ufffd", "\xff")},
	{of: kind(parameters.Text, parameters.Secret), reason: badCharacter, how: withBad("\n", "\t", "\x00", "\x1f", "\x7f", "\u0085", "\u009f")},
	{of: kind(parameters.Word), reason: badCharacter, how: withBad(" ", "\n", "\x00", "\x7f", "\u0085", "\u00a0", "\u2028", "\u3000")},
	{of: kind(parameters.ASCIISecret), reason: badCharacter, how: withBad(" ", `"`, `\`, "\n", "\x00", "\x7f", "é", "密", "～")},
	{of: flatKind(parameters.Boolean, parameters.Enum, parameters.Address, parameters.Link, parameters.Lifetime, parameters.ASN, parameters.Word,
		parameters.ASCIISecret), reason: badCharacter, how: oneOf("\xff", "true\xff", "1\x80")},
	{of: isMember, reason: badCharacter, how: oneOfJSON("\"\xff\"", "\"1\xed\xa0\x80\"", `"\ud800"`, `"\udc00\ud800"`)},
	{of: isJSONObject, reason: badCharacter, how: oneOfJSON("{\"\xff\":1}", `{"\udc00":null}`)},

	{of: isShort, reason: tooShort, how: tooFew},
	{of: hasLimit, reason: tooLong, how: beyond},
	{of: kind(parameters.Array), reason: tooMany, how: overfull},

	{of: kind(parameters.Blocks), reason: empty, how: element(func(r *rand.Rand) string { return pick(r, []string{"", " ", "\t", " \t "}) })},
	{of: kind(parameters.Blocks), reason: duplicate, how: again},
	{of: kind(parameters.Blocks), reason: hostBits, how: element(withHostBits)},
	{of: kind(parameters.Blocks), reason: notIPv4, how: element(func(r *rand.Rand) string {
		return pick(r, []string{"2001:db8::/32", "::/0", "::ffff:10.0.0.0/120", "fe80::%eth0/64", "10.0.0.0/24:500"})
	})},
	{of: kind(parameters.Blocks), reason: badCIDR, how: element(func(r *rand.Rand) string {
		return address(r).String() + pick(r, []string{"", "/", "/33", "/-1", "/024", "/+8", "/255.0.0.0", "/32\n", "%eth0/32", "/3２"})
	})},
	{of: kind(parameters.Blocks), reason: badCIDR, how: element(func(r *rand.Rand) string {
		return pick(r, []string{"010.0.0.0/8", "256.0.0.0/8", "10.0.0/24", "10/8", "any", "0x0a.0.0.0/8", "１０.0.0.0/8"})
	})},

	{of: kind(parameters.Link), reason: badCIDR, how: oneOf("169.254.10.0", "169.254.10.0/33", "169.254.10/30", " 169.254.10.0/30", "169.254.010.0/30", "any")},
	{of: kind(parameters.Link), reason: notIPv4, how: oneOf("fe80::/126", "::ffff:169.254.10.0/126")},
	{of: kind(parameters.Link), reason: hostBits, how: oneOf("169.254.10.1/30", "169.254.10.2/30", "169.254.10.3/30")},
	{of: kind(parameters.Link), reason: unsupported, how: oneOf("169.254.10.0/29", "169.254.10.0/31", "169.254.0.0/16", "10.0.0.0/30", "169.253.255.252/30", "169.255.0.0/30")},
	{of: kind(parameters.Link), reason: unsupported, how: oneOf("169.254.0.0/30", "169.254.1.0/30", "169.254.6.0/30", "169.254.169.252/30")},
	{of: kind(parameters.Address), reason: badAddress, how: oneOf("10.0.0.0/24", "10.0.0.256", "010.0.0.1", "10.0.0", "::1", "::ffff:10.0.0.1", " 10.0.0.1", "example.com")},
	{of: kind(parameters.Certificate), reason: badCertificate, how: oneOf("x", certificate[1:], certificate[:len(certificate)/2], certificate+"x", "x"+certificate,
		strings.ReplaceAll(certificate, "\n", " "), strings.ReplaceAll(certificate, "\n", `\n`), strings.ReplaceAll(certificate, "CERTIFICATE", "PRIVATE KEY"), "\xff")},

	{of: jsonKind(parameters.Lifetime), reason: outOfRange, how: oneOfJSON("-1", "86401", "86400.5", "604800", "4294967296", "18446744073709551616", "1e999999999", `"86401"`)},
	{of: jsonKind(parameters.Lifetime), reason: fraction, how: oneOfJSON("0.5", "86399.5", "1e-400", "3600.0000000000000001", "1e-999999999")},
	{of: jsonKind(parameters.Lifetime), reason: badType, how: oneOfJSON("true", "[]", "{}", `"086400"`, `"+1"`, `"-1"`, `"1e3"`, `"24h"`, `" 1"`)},
	{of: flatKind(parameters.Lifetime), reason: outOfRange, how: oneOf("86401", "604800", "4294967296", "18446744073709551616")},
	{of: flatKind(parameters.Lifetime), reason: badType, how: oneOf("086400", "+1", "-1", "0.5", "1e3", "24h", " 1", "true")},
	{of: jsonKind(parameters.Count), reason: outOfRange, how: oneOfJSON("0", "-1", `"0"`, "0.5", "-0.5", "1e999999999")},
	{of: jsonKind(parameters.Count), reason: fraction, how: oneOfJSON("1.5", "3.0000000000000001")},
	{of: jsonKind(parameters.Count), reason: badType, how: oneOfJSON("true", "[]", `"03"`, `"+3"`, `"3s"`, `"3.0"`, `" 3"`)},
	{of: jsonKind(parameters.ASN), reason: outOfRange, how: oneOfJSON("0", "-1", "4294967296", `"0"`, `"4294967296"`, `"0.0"`, "1e999999999")},
	{of: jsonKind(parameters.ASN), reason: fraction, how: oneOfJSON("123.456", "1.5")},
	{of: jsonKind(parameters.ASN), reason: badType, how: oneOfJSON("true", "[]", `"AS65000"`, `"065000"`, `"65536.1"`, `"1.65536"`, `"1.2.3"`, `"1."`, `"-1"`)},
	{of: flatKind(parameters.ASN), reason: outOfRange, how: oneOf("0", "4294967296", "18446744073709551616")},
	{of: flatKind(parameters.ASN), reason: unsupported, how: oneOf("123.456", "0.1", "65535.65535")},
	{of: flatKind(parameters.ASN), reason: badType, how: oneOf("AS65000", "065000", "65536.1", "-1", "1e3", "true")},
	{of: jsonKind(parameters.Text, parameters.Word, parameters.Secret, parameters.ASCIISecret, parameters.Address, parameters.Link), reason: badType,
		how: oneOfJSON("12345678", "true", `["x"]`, "{}")},
	{of: jsonKind(parameters.Enum), reason: badType, how: oneOfJSON("2", "true", `["aes"]`, "{}")},
	{of: jsonKind(parameters.Boolean), reason: badType, how: oneOfJSON("1", "0", `["true"]`, "{}")},
	{of: isJSONObject, reason: badType, how: oneOfJSON("ikev1", "aes", "{", "[]", `"{}"`, "1", "{}{}", `{"Psk":"x",}`, "\ufeff{}", " ")},
	{of: kind(parameters.Array), reason: badType, how: oneOf("[]", `[{"Key":"x"}]`, "x")},

	{of: isMember, reason: duplicate, how: twice},
	{of: isMember, reason: conflict, how: otherwise},

	{of: isJSONObject, reason: unknown, how: unknownName(".Enabled", ".psk", ".Name", ". IpsecPfs", ".ＰＳＫ", ".LocalIdIPsec", ".LocalIdIPSec")},
	{of: isFlatObject, reason: unknown, how: unknownName(".Enabled", ".psk", ".Name", ".EnableBgp", ".LocalIdIPsec")},
	{of: named("Tags"), reason: unknown, how: unknownName(".0.Key", ".01.Key", ".-1.Key", ".x.Key", ".1", ".Key")},
	{of: named(tunnels), reason: unknown, how: unknownName(".0.Role", ".01.Role", ".x.Role", ".1", ".1.Name", ".2.IkeConfig", ".Role")},
	{of: isWhole, reason: unknown, how: unknownName("Comment", "DryRun", "ikeConfig", "IPsecConfig", "Name ", "Psk", "Ｎａｍｅ", "NetworkType", "BgpConfig ")},

	// Rules across parameters.
	{of: isAstray, reason: conflict, how: good},
	{of: func(f field) bool { return f.name == tunnels && !f.beside }, reason: required, how: noTunnels},
	{of: named(tunnels), reason: required, how: oneAlone},
	{of: named("Tags"), reason: required, how: gap},
	{of: inSecond("Role"), reason: duplicate, how: twin},
	{of: named("Role"), reason: required, how: unnamed},
	{of: named("Tags"), reason: duplicate, how: sameKey},
	{of: named("dip", "sip"), in: situation{healthCheck: true}, reason: required, how: dropped},
	{of: named("TunnelCidr", "LocalBgpIp"), in: situation{bgp: true}, reason: required, how: dropped},
	{of: named("LocalBgpIp"), in: situation{bgp: true}, reason: outOfRange, how: outside},
	{of: inSecond("TunnelCidr"), in: situation{bgp: true}, reason: duplicate, how: sameLink},
	{of: inSecond("LocalAsn"), reason: conflict, how: differs},
	{of: wantsSM, in: situation{sm: true}, reason: conflict, how: another},
	{of: needsSM, in: situation{sm: true}, reason: required, how: dropped},
	{of: kind(parameters.Certificate), in: situation{sm: true}, reason: required, how: withoutCertificate},
}
