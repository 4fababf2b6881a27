package vpnconn_test

import (
	"net/url"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestKeyInABrokenQueryStaysHidden: where separators or escapes are wrong, a key turns up in names and in the values of
// other parameters.
func TestKeyInABrokenQueryStaysHidden(t *testing.T) {
	const key = "S3CRETKEY"
	whole := build(t, everything()...).Query()
	for name, query := range map[string]string{
		"a raw & in the key":                  sentQuery("&IkeConfig.Psk=rock&" + key),
		"two of them":                         sentQuery("&IkeConfig.Psk=rock&" + key + "&roll"),
		"in JSON":                             sentQuery(`&IkeConfig={"Psk":"rock&` + key + `&roll"}`),
		"and a bad escape behind":             sentQuery("&IkeConfig.Psk=rock&" + key + "%"),
		"a blank in place of the =":           sentQuery("&IkeConfig.Psk+" + key),
		"a line break":                        sentQuery("&IkeConfig.Psk%0D%0A" + key + "=x"),
		"an = of another script":              sentQuery("&IkeConfig.Psk%EF%BC%9D" + key + "=x"),
		"an = escaped twice, and badly":       sentQuery("&IkeConfig.Psk%253D" + key + "%zz=x"),
		"JSON escaped twice":                  sentQuery("&%257B%2522Psk%2522%253A%2522" + key + "%2522%257D=x"),
		"semicolons":                          "Action=CreateVpnConnection;IkeConfig={\"Psk\":\"" + key + "\"}",
		"lines":                               "Action=CreateVpnConnection\r\nIkeConfig.Psk=" + key,
		"joined, then escaped":                "Action=CreateVpnConnection%26IkeConfig.Psk%3D" + key,
		"in the value of any other parameter": sentQuery("&Name=x%0AIkeConfig.Psk=" + key + "&ClientToken=é%26Psk=" + key),
		"all of it escaped":                   url.QueryEscape(strings.ReplaceAll(whole, url.QueryEscape(trickyPSK), key)),
		"twice":                               url.QueryEscape(url.QueryEscape("IkeConfig.Psk=" + key)),
	} {
		_, err := vpnconn.ParseQuery(query)
		text := vpnerrors.Message(err, vpnerrors.Chinese) + reachable(err)
		if err == nil || strings.Contains(err.Error()+text, key) {
			t.Errorf("%s: %v, want an error without the key", name, err)
		}
	}
}

// TestNamesThatMayBeShown: what was sent in place of a name helps to find the slip, if it can be nothing else.
func TestNamesThatMayBeShown(t *testing.T) {
	for more, want := range map[string]string{
		"&Colour=red":              "Colour: unknown parameter",
		"&RegionID=r":              "RegionID: unknown parameter: did you mean RegionId?",
		"&IkeConfig.+Psk=k":        `"IkeConfig. Psk": unknown parameter: did you mean IkeConfig.Psk?`,
		"&Nam%e=ab":                "Nam%e: bad character",
		"&Tag.1.Key=k":             "Tag.1.Key: unknown parameter",
		"&Name":                    "",
		"&Colour":                  "[hidden]: unknown parameter",
		"&Colour&Flavour":          "[hidden]: unknown parameter",
		"&AccessKeyId&Format=JSON": "",
	} {
		_, err := vpnconn.ParseQuery(sentQuery(more))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", more, got, want)
		}
	}
}
