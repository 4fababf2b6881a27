package reply_test

import (
	"encoding/binary"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/reply"
)

func TestRedactCuts(t *testing.T) {
	for _, tt := range []struct{ s, want, why string }{
		{`a IkeConfig={"Psk":"secret"}`, `a `, "plain"},
		{`a IkeConfig=secret`, `a `, "the object alone"},
		{`IkeConfig=secret`, ``, "the same at the start"},
		{`IkeConfig.Psk=secret`, `IkeConfig.`, "a dotted parameter"},
		{`a&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=secret`, `a&TunnelOptionsSpecification.1.TunnelIkeConfig.`, "a parameter of edition 2025"},
		{`a {"IkeVersion":"ikev2","Psk":"secret"}`, `a {"IkeVersion":"ikev2","`, "JSON"},
		{`a {\"Psk\":\"secret\"}`, `a {\"`, "JSON in JSON"},
		{`a {\\\"Psk\\\":\\\"secret\\\"}`, `a {\\\"`, "JSON in JSON in JSON"},
		{`a {\u0022Psk\u0022:\u0022secret\u0022}`, `a {\u0022`, "JSON with escaped quotes"},
		{`a {\x22Psk\x22:\x22secret\x22}`, `a {\x22`, "a string in JavaScript, or as nginx logs it"},
		{`a \x50\x73\x6b=secret`, `a `, "escaped letters of the name"},
		{`a \nPsk=secret`, `a \n`, "an escape that ends in a letter is no part of the name"},
		{`a {'Psk': 'secret'}`, `a {'`, "as Python prints it"},
		{`a map[Psk:secret]`, `a map[`, "as Go prints it"},
		{`a {Psk:(string)secret}`, `a {`, "as a Go dumper prints it"},
		{`a "Psk" (secret)`, `a "`, "as the service quotes values"},
		{"a Psk \t\r\n = secret", `a `, "white space"},
		{`a Psk\n\t=secret`, `a `, "white space escaped"},
		{`a Psk\b=secret`, `a `, "the first of these letters"},
		{`a Psk&apos;&#X3A;secret`, `a `, "a quote and a colon escaped"},
		{`a Psk+%3D+secret`, `a `, "white space in a query"},
		{`a psk=secret`, `a `, "lower case"},
		{`a PSK: secret`, `a `, "upper case"},
		{`a ikeCONFIG[psk]=secret`, `a `, "any case"},
		{`a_Psk=secret`, `a_`, "an underscore ends a word"},
		{`中Psk=secret`, `中`, "a letter beyond ASCII ends a word"},
		{`a <Psk>secret</Psk>`, `a <`, "XML"},
		{`a <Psk type="text">secret</Psk>`, `a <`, "XML with an attribute"},
		{`a config[Psk]=secret`, `a config[`, "an index"},
		{"a `Psk`: secret", "a `", "as Markdown quotes"},
		{`a <IkeConfig><Psk>secret</Psk>`, `a <`, "XML around XML"},
		{`a &lt;Psk&gt;secret`, `a &lt;`, "XML in XML"},
		{`a &amp;lt;Psk&amp;gt;secret`, `a &amp;lt;`, "XML in XML in XML"},
		{`a &quot;Psk&quot;:&quot;secret`, `a &quot;`, "JSON in XML"},
		{`a &#34;Psk&#x22;:&apos;secret`, `a &#34;`, "JSON in XML with numbers"},
		{`a &#X000022;Psk&#0058;secret`, `a &#X000022;`, "JSON in XML with long numbers"},
		{`a IkeConfig%3D%7B%22Psk%22`, `a `, "percent-encoded"},
		{`a %7B%22Psk%22%3A%22secret`, `a %7B%22`, "percent-encoded without the parameter's name"},
		{`a %257B%2522Psk%2522%253A%2522secret`, `a %257B%2522`, "percent-encoded twice, as a string to sign is"},
		{`a %2525252522psk%2525252522%252525253asecret`, `a %2525252522`, "percent-encoded five times"},
		{`a %5C%22Psk%5C%22%3Asecret`, `a %5C%22`, "percent-encoded JSON in JSON"},
		{`a \u0026quot;Psk\u0026quot;:secret`, `a \u0026quot;`, "JSON-escaped XML"},
		{`a %26amp%3Bquot;Psk%26quot%3B%3Asecret`, `a %26amp%3Bquot;`, "percent-encoded XML"},
		{`a %50%73%6B%3Dsecret`, `a `, "every letter percent-encoded"},
		{`%50sk=secret`, ``, "a letter percent-encoded at the start"},
		{`&#80;sk=secret`, ``, "and XML-escaped"},
		{`a \u0050\u0073\u006b\u003dsecret`, `a `, "every letter JSON-escaped"},
		{`a &#80;&#115;&#107;&#61;secret`, `a `, "every letter XML-escaped"},
		{`a %5%30sk=secret`, `a `, "an escape whose digit is escaped"},
		{`a \u005c\u0075\u0030\u0030\u0035\u0030sk=secret`, `a `, "a letter JSON-escaped twice, all of it"},
		{`a \\u0050\\u0073\\u006b=secret`, `a `, "every letter JSON-escaped twice"},
		{`a p%5C\u0073k=secret`, `a `, "a backslash before a backslash"},
		{`a &lt;u&gt;Psk&lt;u&gt;secret`, `a &lt;u&gt;`, "XML in XML after a u"},
		{`a &#65;Psk=secret`, `a &#65;`, "a separate word if not decoded"},
		{`a Psk "secret"`, `a `, "a value in quotes"},
		{`a {"Message":"IkeConfig.Psk \"secret\" is bad"}`, `a {"Message":"IkeConfig.`, "a value in quotes, in JSON"},
		{`a Psk "value"`, `a `, "value may be the key itself"},
		{"\x00P\x00s\x00k\x00=\x00s", "\x00", "UTF-16 whose first byte is 0"},
		{`a 'Psk' 'secret'`, `a '`, "both in quotes"},
		{`a Psk%20%27secret`, `a `, "a value in quotes, percent-encoded"},
		{`a Psk \n "" secret`, `a `, "anything in between"},
		{`a ["Psk","secret"]`, `a ["`, "a name and a value in a list"},
		{`a {"Key":"Psk","Value":"secret"}`, `a {"Key":"`, "as tags are written"},
		{`a <Parameter Name="Psk" Value="secret"/>`, `a <Parameter Name="`, "the same in XML"},
		{`a Psk VALUE: secret`, `a `, "the word value in between"},
		{`a Psk：secret`, `a `, "a full-width colon"},
		{`a IkeConfig.Psk＝secret`, `a IkeConfig.`, "a full-width equals sign"},
		{`a Psk “secret”`, `a `, "quotes in Chinese"},
		{`a Psk「secret」`, `a `, "other Chinese quotes"},
		{`a Psk（secret）`, `a `, "brackets in Chinese"},
		{`a “Psk”：secret`, `a “`, "a name in Chinese quotes"},
		{`a 「Psk」的值“secret”`, `a 「`, "and a value in quotes"},
		{`a （Psk）：secret`, `a （`, "a name in brackets"},
		{`a (Psk)=secret`, `a (`, "in other brackets"},
		{`a ${Psk}=secret`, `a ${`, "as a shell has it"},
		{`a **Psk**: secret`, `a **`, "emphasis in Markdown"},
		{`a Psk's value: secret`, `a `, "a genitive"},
		{`a Psk’s value is “secret”`, `a `, "a genitive in print"},
		{`a &ldquo;Psk&rdquo;&colon; secret`, `a &ldquo;`, "entities of HTML"},
		{`a &lt Psk=;secret`, `a &lt `, "no entity, although it begins like one"},
		{`a &QUOT;Psk&QUOT;&equals;secret`, `a &QUOT;`, "and in capitals"},
		{`a Psk → secret`, `a `, "an arrow"},
		{`a Psk﹕secret`, `a `, "a small colon"},
		{`a Psk的值：secret`, `a `, "words in Chinese in between"},
		{`a Psk 值为 "secret"`, `a `, "words, then quotes"},
		{`a Psk is: secret`, `a `, "a verb in between"},
		{`a Psk Value was "secret"`, `a `, "two words in between"},
		{"a Psk\u00a0\u3000: secret", `a `, "blanks that do not break a line, and wide ones"},
		{"a Psk\u200b=secret", `a `, "a blank without a width"},
		{`a Psk&nbsp;&#160;\u3000=secret`, `a `, "the same blanks escaped"},
		{`a Psk%E3%80%80=secret`, `a `, "a wide blank percent-encoded"},
		{`a Psk\uff1asecret`, `a `, "a Chinese colon JSON-escaped"},
		{`a Psk&#xFF1A;secret`, `a `, "a Chinese colon XML-escaped"},
		{`a Psk%EF%BC%9Asecret`, `a `, "a full-width colon percent-encoded"},
		{`a Psk%25EF%25BC%259Asecret`, `a `, "and twice"},
		{`Psk is Psks, PskPsk, Psk=secret`, `Psk is Psks, PskPsk, `, "the first word that is a name"},
		{`Psk`, `Psk`, "nothing follows"},
		{`Psk "`, `Psk "`, "only a quote follows"},
		{`=Psk=`, `=`, "an empty value"},
	} {
		if got := reply.Redact(tt.s); got != tt.want {
			t.Errorf("Redact(%q) = %q, want %q: %s", tt.s, got, tt.want, tt.why)
		}
	}
}

func TestRedactKeeps(t *testing.T) {
	for _, s := range []string{
		"", "k", "psk", "sk=", "ikeconfi", "K=v", "i", "%", `\`, "&", ";", "%5", `\u005`, "&#;", "&#x;", "&#x110000;", "&no;",
		"The specified IkeConfig is invalid.",
		"The specified Psk is invalid: it is too long.",
		"The Psk was not accepted. 密钥 Psk 是必填项：不能为空。",
		`The specified "Psk" is invalid: it is "too long".`,
		"The value of Psk is invalid; a Psk value is 1 to 100 characters.",
		"Psk, IkeVersion and Valuepsk value",
		"指定的 Psk 无效，IkeConfig.Psk 不能为空。",
		`Psk\u4e0d\u80fd %E4%B8%BA &#31354;`,
		"VpnConnectionParamInvalid.SameVpnAndCgwDifferentIkeConfigs",
		"IPSec connections associated with the same user gateway and VPN gateway should have the same pre-shared key and IKE configuration.",
		`The specified \"LocalSubnet\" (%s) is invalid.`,
		"The specified \"IpsecConfig\" (aes) is invalid.",
		"https://api.aliyun.com/troubleshoot?q=IllegalParam.Psk&product=Vpc&x=%20y",
		"desk=1 kiosk:2 Psk1=3 1Psk=4 xPsk=5 Pskt=6 TunnelIkeConfig=7",
		"0Psk=1 9Psk=2 APsk=3 ZPsk=4 aPsk=5 zPsk=6",
		"%E4%B8%AD%0G \\u4e2d &#20013; &amp;amp; \\\\\\",
	} {
		if got := reply.Redact(s); got != s {
			t.Errorf("Redact(%q) = %q, want it whole", s, got)
		}
	}
}

func TestRedactUTF16(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		s := string(encodeUTF16(order, `{"Psk":"secret"}`))
		if got := reply.Redact(s); len(got) > len(s)/4 {
			t.Errorf("Redact of %q, %v UTF-16, left %q", s, order, got)
		}
	}
}

func TestRedactAllocs(t *testing.T) {
	for _, s := range []string{
		`{"RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76","Code":"VpnGateway.Configuring","Message":"The specified \"service\" is configuring.","Recommend":"https://api.aliyun.com/troubleshoot?q=VpnGateway.Configuring&product=Vpc"}`,
		"a; b", "a & b", `\"`, "k ok sk ks pike ask ike: key = k", "K",
	} {
		if n := testing.AllocsPerRun(100, func() { reply.Redact(s) }); n != 0 {
			t.Errorf("%v allocations for %q, which has no secret in it, want none", n, s)
		}
	}
}

// TestRedactHostile repeats each of these many times.
func TestRedactHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for _, unit := range []string{
		"%", "%2", "%25", "%2%35", "%5C", `\`, `\\`, `\u`, `\u00`, `\u005c`, `\u005cu005c`, `"`, `\"`, "&", "&amp;", "amp;", "&#", "&#38;", "&#x26;#x26;", ";", "\x00", "\xff",
		"k", "psk", "Psk ", `psk"`, `psk\`, "ik", "ikeconfig", "i", "p", "%50", "&#112;", " ", "中",
	} {
		for _, prefix := range []string{"", "%", `\`, "&", "psk", "psk%20"} {
			s := prefix + strings.Repeat(unit, (1<<16)/len(unit))
			if got := reply.Redact(s); got != s {
				t.Errorf("%q and then %q many times: left %d bytes of %d", prefix, unit, len(got), len(s))
			}
			if got := reply.Redact(s + `"Psk":"secret"`); strings.Contains(got, "secret") {
				t.Errorf("%q and then %q many times hides the name of a secret", prefix, unit)
			}
		}
	}
}
