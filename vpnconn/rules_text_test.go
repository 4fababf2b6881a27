package vpnconn_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A textSetting is a setting that takes any text of a certain make.
type textSetting struct {
	field    string
	set      func(string) vpnconn.Option
	get      func(vpnconn.Request) string
	min, max int
	secret   bool
}

// A textRow is a text for it: right where there is no reason.
type textRow struct {
	name, text string
	reason     error
	part       string
	why        string
}

func checkTexts(t *testing.T, settings []textSetting, texts []textRow) {
	t.Helper()
	var rows []ruleRow
	for _, s := range settings {
		for _, text := range texts {
			row := ruleRow{name: s.field + "/" + text.name, opt: s.set(text.text), get: s.get, sent: text.text, why: text.why}
			if text.reason != nil {
				e := &vpnerrors.FieldError{Field: s.field, Reason: text.reason, Min: s.min, Max: s.max}
				if !s.secret {
					e.Value, e.Part = first64(text.text), text.part
				}
				row.want = vpnerrors.ValidationErrors{e}
			}
			rows = append(rows, row)
		}
	}
	checkRules(t, rows)
}

const (
	combining  = "\u0301" // an acute accent on what comes before it
	fullWidthA = "\uff21"
	rtlMark    = "\u200f"
	han        = "\u4e2d"
	hanExtB    = "\U00020000" // beyond the basic plane
)

func TestIdentifiers(t *testing.T) {
	bad := vpnerrors.ErrBadCharacter
	checkTexts(t, []textSetting{
		{field: "CustomerGatewayId", set: vpnconn.WithCustomerGatewayID, get: vpnconn.Request.CustomerGatewayID},
		{field: "RegionId", set: vpnconn.WithRegionID, get: vpnconn.Request.RegionID},
		{field: "VpnGatewayId", set: vpnconn.WithVPNGatewayID, get: vpnconn.Request.VPNGatewayID},
	}, []textRow{
		{"the document's own", "vpn-bp1q8bgx4xnkm2ogj0fiu", nil, "", "the document gives it for all three kinds of gateway"},
		{"one character", "x", nil, "", "an identifier is opaque"},
		{"digits", "0", nil, "", "an identifier is opaque"},
		{"upper case", "CN-SHANGHAI", nil, "", "an identifier is opaque, and is sent as it is"},
		{"everything else that prints", "!#$%&()*+-./09:;<=>?@AZ[\\]^_`az{|}~", nil, "", "only space, comma and quotes are out"},
		{"a thousand characters", strings.Repeat("x", 1000), nil, "", "the document gives no limit"},
		{"empty", "", vpnerrors.ErrEmpty, "", "an empty variable in a script must not become a default"},
		{"a space", " ", bad, " ", "no blanks are dropped here"},
		{"a space before", " cn-shanghai", bad, " ", "no blanks are dropped here"},
		{"a space behind", "cn-shanghai ", bad, " ", "no blanks are dropped here"},
		{"a comma", "vpn-1,vpn-2", bad, ",", "a list in place of one"},
		{"a double quote", `"vpn-1"`, bad, `"`, "quotes that a script should have taken off"},
		{"a single quote", "'vpn-1'", bad, "'", "quotes that a script should have taken off"},
		{"the first of two", "vpn\t1,2", bad, "\t", "the first bad character is the one named"},
		{"a line break", "cn-shanghai\n", bad, "\n", "the end of a file that was read"},
		{"NUL", "vpn\x00", bad, "\x00", "not printable"},
		{"unit separator", "vpn\x1f", bad, "\x1f", "the last before the space"},
		{"delete", "vpn\x7f", bad, "\x7f", "the first behind the tilde"},
		{"a letter with an accent", "vpn-é", bad, "é", "not ASCII"},
		{"a combining accent", "vpn-e" + combining, bad, combining, "not ASCII"},
		{"a full-width letter", fullWidthA, bad, fullWidthA, "not ASCII"},
		{"a Chinese character", "vpn-" + han, bad, han, "not ASCII"},
		{"a character of four bytes", "vpn-" + hanExtB, bad, hanExtB, "all of it is named"},
		{"a no-break space", "vpn\u00a0", bad, "\u00a0", "it looks like a space"},
		{"a right-to-left mark", "vpn" + rtlMark, bad, rtlMark, "it cannot be seen"},
		{"a byte-order mark", "\ufeffvpn", bad, "\ufeff", "it cannot be seen"},
		{"U+FFFD", "vpn\ufffd", bad, "\ufffd", "a character like others, and not ASCII"},
		{"a byte that is no UTF-8", "vpn\xff", bad, "\xff", "the byte itself is named"},
		{"half a character", "vpn\xe4\xb8", bad, "\xe4", "the byte itself is named"},
		{"a surrogate in UTF-8", "\xed\xa0\x80", bad, "\xed", "UTF-8 has no surrogates"},
		{"an overlong slash", "\xc0\xaf", bad, "\xc0", "UTF-8 has one encoding for a character"},
		{"a long one that is bad", strings.Repeat("x", 70) + " ", bad, " ", "the value is cut, what is bad in it is not"},
	})
}

func TestClientToken(t *testing.T) {
	bad := vpnerrors.ErrBadCharacter
	checkTexts(t, []textSetting{
		{field: "ClientToken", set: vpnconn.WithClientToken, get: vpnconn.Request.ClientToken, min: 1, max: 64},
	}, []textRow{
		{"one character", "0", nil, "", "the least that is not empty"},
		{"the document's own", "02fb3da4-130e-11e9-8e44-0016e04115b", nil, "", "an UUID, nearly"},
		{"the first and last that print", " ~", nil, "", "the space is among them"},
		{"spaces alone", "  ", nil, "", "the space is a character like others"},
		{"quotes and commas", `"',`, nil, "", "printable ASCII"},
		{"64 characters", strings.Repeat("t", 64), nil, "", "the documented limit"},
		{"65 characters", strings.Repeat("t", 65), vpnerrors.ErrTooLong, "", "one more than the documented limit"},
		{"empty", "", vpnerrors.ErrEmpty, "", "set to nothing is not unset"},
		{"a tab", "a\tb", bad, "\t", "not printable"},
		{"unit separator", "\x1f", bad, "\x1f", "the last before the space"},
		{"delete", "\x7f", bad, "\x7f", "the first behind the tilde"},
		{"a line break", "t\n", bad, "\n", "not printable"},
		{"NUL", "\x00", bad, "\x00", "not printable"},
		{"a letter with an accent", "é", bad, "é", "not ASCII"},
		{"a Chinese character", han, bad, han, "not ASCII"},
		{"64 bytes of Chinese characters", strings.Repeat(han, 21) + "t", bad, han, "not ASCII, whatever the length"},
		{"a byte that is no UTF-8", "t\x80", bad, "\x80", "the byte itself is named"},
		{"U+FFFD", "\ufffd", bad, "\ufffd", "a character like others, and not ASCII"},
	})
}

func TestNames(t *testing.T) {
	bad := vpnerrors.ErrBadCharacter
	checkTexts(t, []textSetting{
		{field: "Name", set: vpnconn.WithName, get: vpnconn.Request.Name, min: 2, max: 128},
	}, []textRow{
		{"two characters", "ab", nil, "", "the documented minimum"},
		{"one character", "a", vpnerrors.ErrTooShort, "", "one less than the documented minimum"},
		{"one Chinese character", han, vpnerrors.ErrTooShort, "", "three bytes are one character"},
		{"one character of four bytes", hanExtB, vpnerrors.ErrTooShort, "", "four bytes are one character"},
		{"two Chinese characters", han + han, nil, "", "characters count, not bytes"},
		{"128 characters", strings.Repeat("a", 128), nil, "", "the documented maximum"},
		{"129 characters", strings.Repeat("a", 129), vpnerrors.ErrTooLong, "", "one more than the documented maximum"},
		{"128 Chinese characters", strings.Repeat(han, 128), nil, "", "384 bytes are 128 characters"},
		{"129 Chinese characters", strings.Repeat(han, 129), vpnerrors.ErrTooLong, "", "the value is cut at 64 characters, not bytes"},
		{"128 characters of four bytes", strings.Repeat(hanExtB, 128), nil, "", "512 bytes are 128 characters"},
		{"empty", "", vpnerrors.ErrEmpty, "", "set to nothing is not unset"},

		{"all that may follow", "Zz09._-" + han, nil, "", "letters, digits, '.', '_', '-' and Chinese characters"},
		{"first and last letters", "AZaz", nil, "", "the ends of both ranges"},
		{"behind Z", "a[", bad, "[", "the character behind the range"},
		{"before A", "a@", bad, "@", "the character before the range"},
		{"behind z", "a{", bad, "{", "the character behind the range"},
		{"before a", "a`", bad, "`", "the character before the range"},
		{"behind 9", "a:", bad, ":", "the character behind the range"},
		{"before 0", "a/", bad, "/", "the character before the range"},
		{"a digit first", "1a", bad, "1", "a letter or a Chinese character comes first"},
		{"a dot first", ".a", bad, ".", "a letter or a Chinese character comes first"},
		{"an underscore first", "_a", bad, "_", "a letter or a Chinese character comes first"},
		{"a hyphen first", "-a", bad, "-", "a letter or a Chinese character comes first"},
		{"a space", "a b", bad, " ", "not among them"},
		{"a space behind", "ab ", bad, " ", "no blanks are dropped here"},
		{"a line break behind", "ab\n", bad, "\n", "the end of a file that was read"},
		{"NUL", "ab\x00", bad, "\x00", "not among them"},

		{"http", "http", nil, "", "only with what makes it a URL is it refused"},
		{"http and a dot", "http.example", nil, "", "only with what makes it a URL is it refused"},
		{"http://", "http://", bad, ":", "documented, and impossible by the characters too"},
		{"https://", "https://a", bad, ":", "documented, and impossible by the characters too"},
		{"HTTPS://", "HTTPS://a", bad, ":", "whatever the letter case"},

		{"extension B", hanExtB + "\U0002a6df", nil, "", "Chinese characters beyond the basic plane"},
		{"extension B behind a letter", "a" + hanExtB, nil, "", "Chinese characters beyond the basic plane"},
		{"the number zero", "\u3007a", nil, "", "U+3007 is of the script Han"},
		{"a compatibility ideograph", "\uf900a", nil, "", "of the script Han, not made into another"},
		{"a letter with an accent", "\u00e9a", bad, "\u00e9", "not A to Z"},
		{"a combining accent", "e" + combining, bad, combining, "a character of its own, and not among them"},
		{"a combining accent first", combining + "a", bad, combining, "a character of its own, and not among them"},
		{"a combining mark on a Chinese character", han + "\u20dd", bad, "\u20dd", "a character of its own, and not among them"},
		{"a full-width letter", fullWidthA + "a", bad, fullWidthA, "it looks like a letter and is none of them"},
		{"a full-width digit", "a\uff11", bad, "\uff11", "it looks like a digit and is none of them"},
		{"a Cyrillic letter", "\u0430b", bad, "\u0430", "it looks like an a and is none"},
		{"Hiragana", "a\u3042", bad, "\u3042", "Japanese, not of the script Han"},
		{"Hangul", "\ud55ca", bad, "\ud55c", "Korean, not of the script Han"},
		{"Bopomofo", "a\u3105", bad, "\u3105", "Chinese, but not a Chinese character"},
		{"a Chinese full stop", han + "\u3002", bad, "\u3002", "punctuation, not a character"},
		{"a Chinese comma", han + "\uff0c", bad, "\uff0c", "punctuation, not a character"},
		{"a Roman numeral", "a\u2163", bad, "\u2163", "one character that looks like two letters"},
		{"a right-to-left mark", "ab" + rtlMark, bad, rtlMark, "it cannot be seen"},
		{"a zero-width joiner", "a\u200db", bad, "\u200d", "it cannot be seen"},
		{"a right-to-left override", "\u202eab", bad, "\u202e", "it turns what follows around"},
		{"a byte-order mark", "\ufeffab", bad, "\ufeff", "it cannot be seen"},
		{"a variation selector", han + "\ufe00", bad, "\ufe00", "it cannot be seen"},
		{"an emoji", "a\U0001f511", bad, "\U0001f511", "not a letter"},
		{"U+FFFD", "a\ufffd", bad, "\ufffd", "a character like others, and not among them"},
		{"a byte that is no UTF-8", "ab\xff", bad, "\xff", "the byte itself is named"},
		{"half a Chinese character", han + "\xe4\xb8", bad, "\xe4", "the byte itself is named"},
		{"a long one that is bad at its end", strings.Repeat("a", 100) + "!", bad, "!", "the value is cut, what is bad in it is not"},
	})
}

func TestKeysAndPeerIdentifiers(t *testing.T) {
	bad := vpnerrors.ErrBadCharacter
	ike := func(set func(string) ikeconfig.Option) func(string) vpnconn.Option {
		return func(text string) vpnconn.Option { return vpnconn.WithIKE(set(text)) }
	}
	get := func(read func(ikeconfig.Config) string) func(vpnconn.Request) string {
		return func(r vpnconn.Request) string { return read(r.IKE()) }
	}
	checkTexts(t, []textSetting{
		{"IkeConfig.Psk", ike(ikeconfig.WithPSK), get(ikeconfig.Config.PSK), 1, 100, true},
		{"IkeConfig.LocalIdIPsec", ike(ikeconfig.WithLocalID), get(ikeconfig.Config.LocalID), 1, 100, false},
		{"IkeConfig.RemoteId", ike(ikeconfig.WithRemoteID), get(ikeconfig.Config.RemoteID), 1, 100, false},
	}, []textRow{
		{"one character", "x", nil, "", "the least that is not empty"},
		{"100 characters", strings.Repeat("k", 100), nil, "", "the documented limit"},
		{"101 characters", strings.Repeat("k", 101), vpnerrors.ErrTooLong, "", "one more than the documented limit"},
		{"100 Chinese characters", strings.Repeat(han, 100), nil, "", "300 bytes are 100 characters"},
		{"101 Chinese characters", strings.Repeat(han, 101), vpnerrors.ErrTooLong, "", "characters count, not bytes"},
		{"100 characters of four bytes", strings.Repeat("\U0001f511", 100), nil, "", "400 bytes are 100 characters"},
		{"100 that JSON escapes", strings.Repeat(`"`, 100), nil, "", "what counts is the text, not its JSON"},
		{"100 that encoding/json escapes", strings.Repeat("&", 100), nil, "", "what counts is the text, not its JSON"},
		{"empty", "", vpnerrors.ErrEmpty, "", "set to nothing is not unset"},
		{"all ASCII that prints", asciiThatPrints(), nil, "", "sent as it is"},
		{"a space", " ", nil, "", "the document excludes none"},
		{"spaces around", " x ", nil, "", "no blanks are dropped here"},
		{"[hidden]", "[hidden]", nil, "", "a program may set it; only a file may not"},
		{"a combining accent", "e" + combining, nil, "", "two characters, not made into one"},
		{"the same as one character", "\u00e9", nil, "", "one character, not made into two"},
		{"a full-width letter", fullWidthA, nil, "", "not made into another"},
		{"a right-to-left mark", rtlMark, nil, "", "a format character is not a control character"},
		{"a zero-width joiner", "\u200d", nil, "", "a format character is not a control character"},
		{"a line separator", "\u2028", nil, "", "a separator is not a control character"},
		{"a no-break space", "\u00a0", nil, "", "the first behind the C1 controls"},
		{"U+FFFD", "\ufffd", nil, "", "a character like others, also when it was meant"},
		{"the last character", "\U0010ffff", nil, "", "not assigned, but a character"},
		{"a private one", "\ue000", nil, "", "not a control character"},
		{"NUL", "\x00", bad, "\x00", "a control character"},
		{"a tab", "a\tb", bad, "\t", "a control character"},
		{"a line break", "key\n", bad, "\n", "the end of a file that was read"},
		{"a carriage return", "key\r\n", bad, "\r", "the end of a file that was read on Windows"},
		{"unit separator", "\x1f", bad, "\x1f", "the last before the space"},
		{"delete", "\x7f", bad, "\x7f", "a control character"},
		{"the first C1 control", "\u0080", bad, "\u0080", "a control character of two bytes"},
		{"next line", "a\u0085", bad, "\u0085", "a control character of two bytes"},
		{"the last C1 control", "\u009f", bad, "\u009f", "a control character of two bytes"},
		{"a byte that is no UTF-8", "k\xff", bad, "\xff", "the byte itself is named"},
		{"half a character", "k\xf0\x9f\x94", bad, "\xf0", "the byte itself is named"},
		{"a surrogate in UTF-8", "\xed\xa0\x80", bad, "\xed", "UTF-8 has no surrogates"},
		{"beyond the last character", "\xf4\x90\x80\x80", bad, "\xf4", "Unicode ends at U+10FFFF"},
		{"a long one that is bad at its end", strings.Repeat(han, 90) + "\x00", bad, "\x00", "the value is cut, what is bad in it is not"},
	})
}

func asciiThatPrints() string {
	var b strings.Builder
	for c := byte(' '); c <= '~'; c++ {
		b.WriteByte(c)
	}
	return b.String()
}

// A FieldError shows 64 characters of a value, neither more nor fewer.
func TestLongValuesAreCut(t *testing.T) {
	for _, row := range []struct {
		name, value, want string
	}{
		{"64 characters", strings.Repeat("x", 63) + "!", strings.Repeat("x", 63) + "!"},
		{"65 characters", strings.Repeat("x", 64) + "!", strings.Repeat("x", 64)},
		{"64 Chinese characters", strings.Repeat(han, 63) + "!", strings.Repeat(han, 63) + "!"},
		{"65 Chinese characters", strings.Repeat(han, 64) + "!", strings.Repeat(han, 64)},
		{"64 bytes that are no UTF-8", strings.Repeat("\xff", 64), strings.Repeat("\xff", 64)},
		{"65 bytes that are no UTF-8", strings.Repeat("\xff", 65), strings.Repeat("\xff", 64)},
	} {
		for field, opt := range map[string]vpnconn.Option{
			"Name":              vpnconn.WithName(row.value),
			"IkeConfig.IkeMode": vpnconn.WithIKE(ikeconfig.WithMode(ikeconfig.Mode(row.value))),
			"LocalSubnet[0]":    vpnconn.WithLocalSubnets(row.value),
		} {
			req, err := vpnconn.New(smallest(opt)...)
			list := faults(t, req, err)
			if len(list) != 1 || list[0].Field != field || list[0].Value != row.want {
				t.Errorf("%s of %s: %q, want %q", field, row.name, list[0].Value, row.want)
			}
		}
	}
}
