package vpnconn_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestParseQueryReads(t *testing.T) {
	for _, tt := range []struct{ query, want, why string }{ // want: what is set besides what is required
		{strings.NewReplacer("/", "%2f", "-", "%2D", "Action", "%41ction").Replace(sentQuery("")), "", "hex of either case, in names too"},
		{sentQuery("&ClientToken=a+b%2Bc%20d"), "ClientToken=a b+c d", "a plus is a space, an escaped one is a plus"},
		{sentQuery("&IpsecConfig=+{+}+"), "", "a plus is a space in JSON too"},
		{sentQuery("&ClientToken=a=b=="), "ClientToken=a=b==", "only the first one separates name and value"},
		{sentQuery("&ClientToken=a;Name=b"), "ClientToken=a;Name=b", "a semicolon is an ordinary character"},
		{"&&" + sentQuery("&&&ClientToken=a&"), "ClientToken=a", "no pair, no parameter"},
		{sentQuery("&Name&ClientToken="), "", "empty is unset"},
		{sentQuery("&Name=上%e6%B5%b7"), "Name=上海", "with and without escapes"},
		{sentQuery(`&IkeConfig=%7B%22Psk%22%3A"a%26%2B%25"%7D`), "IkeConfig.Psk=a&+%", "JSON, unescaped once"},
		{sentQuery("&ClientToken=%2541"), "ClientToken=%41", "unescaped once"},
		{sentQuery("&Signature=a%2Bb%3D&Timestamp=2019-06-04T00%3A00%3A00Z"), "", "as a client must send them"},
		{sentQuery(strings.Repeat("&", 100_000) + "ClientToken=a;b"), "ClientToken=a;b", "net/url refuses so many pairs, and a semicolon"},
	} {
		if checkSame(t, tt.query, mustNew(t, settingOptions(tt.want)), nil)(vpnconn.ParseQuery(tt.query)); t.Failed() {
			t.Fatal(tt.why)
		}
	}
	if _, err := url.ParseQuery(sentQuery(strings.Repeat("&", 100_000) + "ClientToken=a;b")); err == nil {
		t.Error("net/url reads the last query: the row is obsolete")
	}
}

func TestParseQueryRefuses(t *testing.T) {
	for _, tt := range []struct{ query, want, why string }{
		{"", dataOf(required...), "everything that is required, at once"},
		{"&&=&", dataOf(required...) + "; : unknown parameter", "an equals sign alone is a parameter without a name"},

		{sentQuery("&Name=ab&Name=cd"), `Name: duplicate, value "cd"`, "only one of two can be meant"},
		{sentQuery("&Name=ab&Name=ab"), `Name: duplicate, value "ab"`, "even where they agree"},
		{sentQuery("&Name=ab&%4Eame=cd"), `Name: duplicate, value "cd"`, "names are compared after decoding"},
		{sentQuery("&Name&Name="), `Name: duplicate`, "twice, although unset"},
		{sentQuery("&Name=ab&Name=cd&Name=ef"), `Name: duplicate, value "cd"`, "one mistake per field"},
		{sentQuery("&IkeConfig.Psk=a&IkeConfig.Psk=b"), `IkeConfig.Psk: duplicate`, "neither is shown"},
		{sentQuery("&IkeConfig.RemoteId=a&IkeConfig.RemoteId=b"), `IkeConfig.RemoteId: duplicate`, "a misplaced key is not shown either"},
		{sentQuery("&IkeConfig={}&IkeConfig=secret"), `IkeConfig: duplicate`, "not shown, there may be a key in it"},
		{sentQuery("&IkeConfig.LocalId=a&IkeConfig.LocalId=a"), `IkeConfig.LocalIdIPsec: duplicate`, "under the documented name"},
		{sentQuery("&Action=CreateVpnConnection"), `Action: duplicate, value "CreateVpnConnection"`, "and not reported as missing"},
		{sentQuery("&RegionId=cn-hangzhou"), `RegionId: duplicate, value "cn-hangzhou"`, "and not reported as missing"},
		{sentQuery("&LocalSubnet=10.0.0.1/24"), `LocalSubnet: duplicate, value "10.0.0.1/24"`, "it is unclear which one to check"},
		{sentQuery("&Signature=a&Signature=b"), `Signature: duplicate`, "such a query is ambiguous; the value is a credential"},
		{sentQuery("&Psk=a&Psk=b"), `Psk: unknown parameter, suggest "IkeConfig.Psk"`, "unknown once"},
		{sentQuery("&IkeConfig.Key=a&IkeConfig.Key=b"), `IkeConfig.Key: unknown parameter`, "unknown once"},

		{sentQuery("&Name=a%zzb"), `Name: bad character, value "a%zzb", part "%zz"`, "two hex digits must follow"},
		{sentQuery("&Name=a%2"), `Name: bad character, value "a%2", part "%2"`, "two hex digits must follow"},
		{sentQuery("&Name=100%"), `Name: bad character, value "100%", part "%"`, "a percent sign must be escaped"},
		{sentQuery("&IkeConfig.Psk=secret%zz"), `IkeConfig.Psk: bad character`, "no part of it is shown"},
		{sentQuery(`&IkeConfig={"Psk":"secret%"}`), `IkeConfig: bad character`, "no part of it is shown"},
		{sentQuery("&Signature=secret%"), `Signature: bad character`, "no part of it is shown"},
		{sentQuery("&Psk=secret%"), `Psk: unknown parameter, suggest "IkeConfig.Psk"`, "the name is the mistake"},
		{sentQuery("&%zz=secret&N%=x"), `%zz: bad character; N%: bad character`, "the name is not decoded, and no value is shown"},
		{sentQuery("&%zz=a&%zz=b&%25zz=c"), `%zz: bad character`, "one mistake per field"},
		{sentQuery("&Name=a%FF"), `Name: bad character, value "a\xff", part "\xff", 2 to 128`, "a good escape of a bad byte"},
		{sentQuery("&Name=ab;ClientToken=cd"), `Name: bad character, value "ab;ClientToken=cd", part ";", 2 to 128`, "an ordinary character"},
		{strings.Replace(sentQuery(""), "cgw-1", "cgw+1", 1), `CustomerGatewayId: bad character, value "cgw 1", part " "`, "a plus is a space"},
		{"?" + sentQuery(""), dataOf(required[0]) + `; ?Action: unknown parameter, suggest "Action"`, "it belongs to the URL, not to the query"},
		{sentQuery("&Na+me=x"), `Na me: unknown parameter, suggest "Name"`, "a plus is a space in names too"},
		{sentQuery("&Zeta=1&Name=1&Name=2&%=3&ClientToken=%&Alpha=4"), `ClientToken: bad character, value "%", part "%"; Name: duplicate, value "2"; ` +
			`%: bad character; Alpha: unknown parameter; Zeta: unknown parameter`, "known ones in documented order, then names by byte"},
	} {
		r, err := vpnconn.ParseQuery(tt.query)
		if got := dataOf(faults(t, r, err)...); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s: %s", tt.query, got, tt.want, tt.why)
		}
		checkWellFormed(t, err)
	}
}
