package vpnconn_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestParseQueryTakesWhatClientsSend(t *testing.T) {
	for _, tt := range []struct {
		name, query string
		want        []vpnconn.Option
		why         string
	}{
		{"smallest", sentQuery(""), nil, "nothing needs an escape"},
		{"escaped", strings.NewReplacer("/", "%2f", "-", "%2D", "Action", "%41ction").Replace(sentQuery("")), nil, "hex of either case, in names too"},
		{"plus", sentQuery("&ClientToken=a+b%2Bc%20d"), []vpnconn.Option{vpnconn.WithClientToken("a b+c d")}, "a plus is a space, an escaped one is a plus"},
		{"plus beside blocks", sentQuery("&IpsecConfig=+{+}+"), nil, "a space wherever a space may be"},
		{"equals sign", sentQuery("&ClientToken=a=b=="), []vpnconn.Option{vpnconn.WithClientToken("a=b==")}, "only the first one parts name and value"},
		{"semicolon", sentQuery("&ClientToken=a;Name=b"), []vpnconn.Option{vpnconn.WithClientToken("a;Name=b")}, "a character like others"},
		{"empty pairs", "&&" + sentQuery("&&&ClientToken=a&"), []vpnconn.Option{vpnconn.WithClientToken("a")}, "no pair, no parameter"},
		{"no value", sentQuery("&Name&ClientToken="), nil, "empty is unset"},
		{"UTF-8", sentQuery("&Name=上%e6%B5%b7"), []vpnconn.Option{vpnconn.WithName("上海")}, "with and without escapes"},
		{"JSON", sentQuery(`&IkeConfig=%7B%22Psk%22%3A"a%26%2B%25"%7D`), []vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("a&+%"))}, "unescaped once"},
		{"twice escaped", sentQuery("&ClientToken=%2541"), []vpnconn.Option{vpnconn.WithClientToken("%41")}, "unescaped once"},
		{"common parameters", sentQuery("&Signature=a%2Bb%3D&Timestamp=2019-06-04T00%3A00%3A00Z"), nil, "as a client has to send them"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.ParseQuery(tt.query)
			if err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			if diff := cmp.Diff(mustNew(t, tt.want...), got); diff != "" {
				t.Errorf("Request (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

func TestParseQueryRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, query string
		want        mistakes
		why         string
	}{
		{"empty", "", required, "everything that is required, at once"},
		{"only separators", "&&=&", append(required[:len(required):len(required)],
			&mistake{Field: "", Reason: vpnerrors.ErrUnknownParameter}), "an equals sign alone is a parameter without a name"},

		{"repeated", sentQuery("&Name=ab&Name=cd"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrDuplicate, Value: "cd"}}, "who sends two means one"},
		{"repeated alike", sentQuery("&Name=ab&Name=ab"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrDuplicate, Value: "ab"}}, "even where they agree"},
		{"repeated by an escape", sentQuery("&Name=ab&%4Eame=cd"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrDuplicate, Value: "cd"}}, "names are compared as they read"},
		{"repeated empty", sentQuery("&Name&Name="),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrDuplicate}}, "there twice, be it unset"},
		{"repeated thrice", sentQuery("&Name=ab&Name=cd&Name=ef"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrDuplicate, Value: "cd"}}, "one mistake a field"},
		{"repeated key", sentQuery("&IkeConfig.Psk=a&IkeConfig.Psk=b"),
			mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrDuplicate}}, "neither is shown"},
		{"repeated setting", sentQuery("&IkeConfig.RemoteId=a&IkeConfig.RemoteId=b"),
			mistakes{{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrDuplicate}}, "a key at the wrong place is not shown either"},
		{"repeated phase", sentQuery("&IkeConfig={}&IkeConfig=secret"),
			mistakes{{Field: "IkeConfig", Reason: vpnerrors.ErrDuplicate}}, "not shown, there may be a key in it"},
		{"repeated local ID", sentQuery("&IkeConfig.LocalId=a&IkeConfig.LocalId=a"),
			mistakes{{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrDuplicate}}, "under the documented name"},
		{"repeated Action", sentQuery("&Action=CreateVpnConnection"),
			mistakes{{Field: "Action", Reason: vpnerrors.ErrDuplicate, Value: "CreateVpnConnection"}}, "and not said to be missing"},
		{"repeated region", sentQuery("&RegionId=cn-hangzhou"),
			mistakes{{Field: "RegionId", Reason: vpnerrors.ErrDuplicate, Value: "cn-hangzhou"}}, "and not said to be missing"},
		{"repeated list", sentQuery("&LocalSubnet=10.0.0.1/24"),
			mistakes{{Field: "LocalSubnet", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.1/24"}}, "which of the two to check is not known"},
		{"repeated common parameter", sentQuery("&Signature=a&Signature=b"),
			mistakes{{Field: "Signature", Reason: vpnerrors.ErrDuplicate}}, "no request is to be guessed from such a query; the value is a credential"},
		{"repeated unknown", sentQuery("&Psk=a&Psk=b"),
			mistakes{{Field: "Psk", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.Psk"}}, "unknown once"},
		{"repeated unknown setting", sentQuery("&IkeConfig.Key=a&IkeConfig.Key=b"),
			mistakes{{Field: "IkeConfig.Key", Reason: vpnerrors.ErrUnknownParameter}}, "unknown once"},

		{"bad escape", sentQuery("&Name=a%zzb"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "a%zzb", Part: "%zz"}}, "two hex digits belong there"},
		{"cut escape", sentQuery("&Name=a%2"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "a%2", Part: "%2"}}, "two hex digits belong there"},
		{"bare percent sign", sentQuery("&Name=100%"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "100%", Part: "%"}}, "it has to be escaped itself"},
		{"bad escape in a key", sentQuery("&IkeConfig.Psk=secret%zz"),
			mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter}}, "no part of it is shown"},
		{"bad escape in a phase", sentQuery(`&IkeConfig={"Psk":"secret%"}`),
			mistakes{{Field: "IkeConfig", Reason: vpnerrors.ErrBadCharacter}}, "no part of it is shown"},
		{"bad escape in a common parameter", sentQuery("&Signature=secret%"),
			mistakes{{Field: "Signature", Reason: vpnerrors.ErrBadCharacter}}, "no part of it is shown"},
		{"bad escape in what is unknown", sentQuery("&Psk=secret%"),
			mistakes{{Field: "Psk", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.Psk"}}, "the name is the mistake"},
		{"bad escape in a name", sentQuery("&%zz=secret&N%=x"), mistakes{
			{Field: "%zz", Reason: vpnerrors.ErrBadCharacter},
			{Field: "N%", Reason: vpnerrors.ErrBadCharacter},
		}, "the name as it stands, and no value"},
		{"bad escapes in one name", sentQuery("&%zz=a&%zz=b&%25zz=c"),
			mistakes{{Field: "%zz", Reason: vpnerrors.ErrBadCharacter}}, "one mistake a field"},
		{"no UTF-8", sentQuery("&Name=a%FF"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "a\xff", Part: "\xff", Min: 2, Max: 128}}, "a good escape of a bad byte"},
		{"semicolon as separator", sentQuery("&Name=ab;ClientToken=cd"),
			mistakes{{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "ab;ClientToken=cd", Part: ";", Min: 2, Max: 128}}, "a character like others"},
		{"space in an ID", strings.Replace(sentQuery(""), "cgw-1", "cgw+1", 1),
			mistakes{{Field: "CustomerGatewayId", Reason: vpnerrors.ErrBadCharacter, Value: "cgw 1", Part: " "}}, "a plus is a space"},
		{"question mark", "?" + sentQuery(""), mistakes{
			required[0], {Field: "?Action", Reason: vpnerrors.ErrUnknownParameter, Suggest: "Action"},
		}, "it belongs to the URL, not to the query"},
		{"plus in a name", sentQuery("&Na+me=x"),
			mistakes{{Field: "Na me", Reason: vpnerrors.ErrUnknownParameter, Suggest: "Name"}}, "a space there too"},
		{"in order", sentQuery("&Zeta=1&Name=1&Name=2&%=3&ClientToken=%&Alpha=4"), mistakes{
			{Field: "ClientToken", Reason: vpnerrors.ErrBadCharacter, Value: "%", Part: "%"},
			{Field: "Name", Reason: vpnerrors.ErrDuplicate, Value: "2"},
			{Field: "%", Reason: vpnerrors.ErrBadCharacter},
			{Field: "Alpha", Reason: vpnerrors.ErrUnknownParameter},
			{Field: "Zeta", Reason: vpnerrors.ErrUnknownParameter},
		}, "known ones in documented order, then names by byte"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.ParseQuery(tt.query)
			checkRefused(t, got, err, tt.want)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// TestParseQueryHasNoLimits: net/url refuses more than 10,000 pairs, be they empty, and a semicolon anywhere.
func TestParseQueryHasNoLimits(t *testing.T) {
	query := sentQuery(strings.Repeat("&", 100_000) + "ClientToken=a;b")
	if _, err := url.ParseQuery(query); err == nil {
		t.Error("net/url reads the query: this test is of no use any more")
	}
	got, err := vpnconn.ParseQuery(query)
	if err != nil || got.ClientToken() != "a;b" {
		t.Errorf("ParseQuery = %v, %v, want the token a;b", got, err)
	}
}
