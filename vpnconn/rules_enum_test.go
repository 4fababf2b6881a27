package vpnconn_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// An enumSetting is a setting that takes one of the documented values.
type enumSetting struct {
	field  string
	values []string // in documented order
	set    func(string) vpnconn.Option
	get    func(vpnconn.Request) string
}

var enumSettings = []enumSetting{
	{"IkeConfig.IkeVersion", []string{"ikev1", "ikev2"}, ikeEnum(ikeconfig.WithVersion), getIKE(ikeconfig.Config.Version)},
	{"IkeConfig.IkeMode", []string{"main", "aggressive"}, ikeEnum(ikeconfig.WithMode), getIKE(ikeconfig.Config.Mode)},
	{"IkeConfig.IkeEncAlg", encAlgs, ikeEnum(ikeconfig.WithEncAlg), getIKE(ikeconfig.Config.EncAlg)},
	{"IkeConfig.IkeAuthAlg", authAlgs, ikeEnum(ikeconfig.WithAuthAlg), getIKE(ikeconfig.Config.AuthAlg)},
	{"IkeConfig.IkePfs", dhGroups, ikeEnum(ikeconfig.WithPFS), getIKE(ikeconfig.Config.PFS)},
	{"IpsecConfig.IpsecEncAlg", encAlgs, ipsecEnum(ipsecconfig.WithEncAlg), getIPsec(ipsecconfig.Config.EncAlg)},
	{"IpsecConfig.IpsecAuthAlg", authAlgs, ipsecEnum(ipsecconfig.WithAuthAlg), getIPsec(ipsecconfig.Config.AuthAlg)},
	{"IpsecConfig.IpsecPfs", dhGroups, ipsecEnum(ipsecconfig.WithPFS), getIPsec(ipsecconfig.Config.PFS)},
}

func ikeEnum[T ~string](with func(T) ikeconfig.Option) func(string) vpnconn.Option {
	return func(text string) vpnconn.Option { return vpnconn.WithIKE(with(T(text))) }
}

func ipsecEnum[T ~string](with func(T) ipsecconfig.Option) func(string) vpnconn.Option {
	return func(text string) vpnconn.Option { return vpnconn.WithIPsec(with(T(text))) }
}

func getIKE[T ~string](read func(ikeconfig.Config) T) func(vpnconn.Request) string {
	return func(r vpnconn.Request) string { return string(read(r.IKE())) }
}

func getIPsec[T ~string](read func(ipsecconfig.Config) T) func(vpnconn.Request) string {
	return func(r vpnconn.Request) string { return string(read(r.IPsec())) }
}

// unsupported is the error for text in place of one of the values.
func (s enumSetting) unsupported(text, suggest string) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{{
		Field: s.field, Reason: vpnerrors.ErrUnsupportedValue, Value: first64(text), Suggest: suggest, Allowed: s.values,
	}}
}

func TestEnums(t *testing.T) {
	var rows []ruleRow
	for _, s := range enumSettings {
		right := func(value string) {
			rows = append(rows, ruleRow{
				name: s.field + "/" + value, opt: s.set(value), get: s.get, sent: value, why: "the document lists it",
			})
		}
		wrong := func(name, text, suggest, why string) {
			rows = append(rows, ruleRow{
				name: s.field + "/" + name, opt: s.set(text), want: s.unsupported(text, suggest), why: why,
			})
		}
		badCharacter := func(name, text, part string) {
			rows = append(rows, ruleRow{
				name: s.field + "/" + name, opt: s.set(text),
				want: vpnerrors.ValidationErrors{{
					Field: s.field, Reason: vpnerrors.ErrBadCharacter, Value: text, Part: part, Allowed: s.values,
				}},
				why: "text must be UTF-8 everywhere",
			})
		}
		for _, value := range s.values {
			right(value)
			wrong(value+" in capitals", strings.ToUpper(value), value, "letter case counts")
			wrong(value+" with a blank before", " "+value, value, "no blanks are dropped here")
			wrong(value+" with a blank behind", value+" ", value, "no blanks are dropped here")
			wrong(value+" with a line break", value+"\n", value, "the end of a file that was read")
			wrong(value+" in quotes", `"`+value+`"`, value, "quotes that a script should have taken off")
			badCharacter(value+" and a byte that is no UTF-8", value+"\xff", "\xff")
		}
		badCharacter("half a character", "\xe4\xb8", "\xe4")
		wrong("something else", "zzz", "", "nothing that it could mean")
		wrong("two values", s.values[0]+","+s.values[1], "", "one is wanted, and who knows which")
		wrong("a blank alone", " ", "", "nothing that it could mean")
		wrong("U+FFFD", "\ufffd", "", "a character like others")
		wrong("a Chinese character", han, "", "nothing that it could mean")
		wrong("a long text", strings.Repeat("x", 100), "", "the value is cut at 64 characters")
		wrong("a long text that begins right", s.values[0]+strings.Repeat(" ", 100), "", "too long for a slip of the pen")
		rows = append(rows, ruleRow{
			name: s.field + "/empty", opt: s.set(""),
			want: vpnerrors.ValidationErrors{{Field: s.field, Reason: vpnerrors.ErrEmpty, Allowed: s.values}},
			why:  "an empty variable in a script must not become a default",
		})
	}
	checkRules(t, rows)
}

// What other vendors, strongSwan and the RFCs call the documented values.
var nearMisses = map[string]map[string][]string{
	"IkeVersion": {
		"ikev1": {"IKEv1", "Ikev1", "ike-v1", "IKE v1", "v1", "1", "ike1"},
		"ikev2": {"IKEv2", "Ikev2", "IKE_V2", "ike 2", "V2", "2"},
	},
	"IkeMode": {
		"main":       {"Main", "main mode", "MAIN_MODE"},
		"aggressive": {"Aggressive", "aggressive-mode", "AGGRESSIVE MODE"},
	},
	"EncAlg": {
		"aes":    {"AES", "Aes", "aes128", "AES-128", "AES128", "aes_128", "AES-128-CBC", "aes-cbc-128", "AES CBC"},
		"aes192": {"AES192", "AES-192", "aes_192", "AES 192", "AES-192-CBC", "aes-cbc-192"},
		"aes256": {"AES256", "AES-256", "aes_256", "Aes 256", "AES-256-CBC", "aes-cbc-256"},
		"des":    {"DES", "Des", "des-cbc"},
		"3des":   {"3DES", "3-DES", "des3", "TripleDES", "triple-des", "3DES-CBC", "des-ede3"},
	},
	"AuthAlg": {
		"md5":  {"MD5", "md-5", "HMAC-MD5", "hmac_md5_96"},
		"sha1": {"SHA1", "SHA-1", "sha", "SHA", "sha_1", "HMAC-SHA1", "hmac-sha1-96"},
	},
	"Pfs": {
		"group1":  {"Group1", "group 1", "1", "DH1", "modp768", "dh-group1"},
		"group2":  {"GROUP2", "group-2", "2", "dh2", "modp1024", "DH Group 2"},
		"group5":  {"Group5", "group_5", "5", "dh5", "MODP1536", "dh-group-5"},
		"group14": {"Group14", "group 14", "14", "dh14", "modp2048", "DH group 14"},
		"group24": {"Group24", "group 24", "24", "dh24", "modp2048s256", "dh_group_24"},
	},
}

// What is no slip of the pen: a value that the document does not list, or one that could be two.
var farOnes = map[string][]string{
	"IkeVersion": {"ikev3", "ike", "v", "3", "main", "ikev12", "both", "ikev１"},
	"IkeMode":    {"m", "quick", "ikev1", "auto", "domain", "none"},
	"EncAlg": {"sm4", "blowfish", "aes512", "aes-gcm", "AES-128-GCM-16", "aes256gcm16", "camellia128", "chacha20poly1305",
		"null", "none", "sha1", "a", "128", "256", "4des"},
	"AuthAlg": {"sha256", "SHA-256", "sha2", "sha384", "sha512", "sha386", "sm3", "md4", "aesxcbc", "none", "aes"},
	"Pfs": {"disabled", "none", "group", "group3", "group15", "group19", "group142", "modp3072", "modp4096", "ecp256",
		"curve25519", "14,2", "0", "yes", "true"},
}

func TestNearMisses(t *testing.T) {
	var rows []ruleRow
	for _, s := range enumSettings {
		kind := ""
		for k := range nearMisses {
			if strings.HasSuffix(s.field, k) {
				kind = k
			}
		}
		if len(nearMisses[kind]) != len(s.values) || len(farOnes[kind]) == 0 {
			t.Errorf("%s: the table has %d of %d values, and %d far ones", s.field, len(nearMisses[kind]), len(s.values), len(farOnes[kind]))
		}
		for value, texts := range nearMisses[kind] {
			for _, text := range texts {
				rows = append(rows, ruleRow{
					name: s.field + "/" + text, opt: s.set(text), want: s.unsupported(text, value), why: "another name for " + value,
				})
			}
		}
		for _, text := range farOnes[kind] {
			rows = append(rows, ruleRow{
				name: s.field + "/" + text, opt: s.set(text), want: s.unsupported(text, ""), why: "a wrong guess is worse than none",
			})
		}
	}
	checkRules(t, rows)
}

// A digit or letter that is not ASCII is a part of the text all the same. To leave it out is to guess another value.
func TestNoGuessFromHalfAText(t *testing.T) {
	var rows []ruleRow
	for _, row := range []struct{ field, text, why string }{
		{"IkeConfig.IkePfs", "group1\uff14", "with a full-width 4 it is group 14, not group1"},
		{"IpsecConfig.IpsecPfs", "group2\u0664", "with an Arabic-Indic 4 it is group 24, not group2"},
		{"IkeConfig.IkeEncAlg", "aes\uff12\uff15\uff16", "with full-width digits it is AES-256, not aes"},
		{"IkeConfig.IkeAuthAlg", "sha\u0662\u0665\u0666", "with Arabic-Indic digits it is SHA-256, not sha1"},
	} {
		for _, s := range enumSettings {
			if s.field == row.field {
				rows = append(rows, ruleRow{
					name: row.field + "/" + row.text, opt: s.set(row.text), want: s.unsupported(row.text, ""), why: row.why,
				})
			}
		}
	}
	checkRules(t, rows)
}
