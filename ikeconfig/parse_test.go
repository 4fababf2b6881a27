package ikeconfig_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

func TestParseTakesWhatClientsSend(t *testing.T) {
	psk, lifetime, localID := ikeconfig.WithPSK, ikeconfig.WithLifetime, ikeconfig.WithLocalID
	for _, tt := range []struct {
		name, json string
		want       []ikeconfig.Option
		why        string
	}{
		{"nothing", "", nil, "there but empty is unset"},
		{"null", "null", nil, "null is unset"},
		{"empty object", " {\r\n\t} ", nil, "nothing in it is set"},
		{"empty members", `{"Psk":"","IkeVersion":"","IkeLifetime":"","LocalId":"","LocalIdIPsec":"","RemoteId":""}`, nil, "clients send what is unset so"},
		{"null members", `{"Psk":null,"IkeVersion":null,"IkeMode":null,"IkeEncAlg":null,"IkeAuthAlg":null,"IkePfs":null,"IkeLifetime":null,"LocalId":null,"RemoteId":null}`, nil, "null is unset"},
		{"everything", `{"RemoteId":"r","LocalIdIPsec":"l","LocalId":"l","IkeLifetime":3600,"IkePfs":"group5","IkeAuthAlg":"md5","IkeEncAlg":"des","IkeMode":"main","IkeVersion":"ikev1","Psk":"k"}`,
			[]ikeconfig.Option{psk("k"), ikeconfig.WithVersion("ikev1"), ikeconfig.WithMode("main"), ikeconfig.WithEncAlg("des"),
				ikeconfig.WithAuthAlg("md5"), ikeconfig.WithPFS("group5"), lifetime(time.Hour), localID("l"), ikeconfig.WithRemoteID("r")},
			"in any order"},
		{"LocalId", `{"LocalId":"l"}`, []ikeconfig.Option{localID("l")}, "the name that clients send"},
		{"LocalIdIPsec", `{"LocalIdIPsec":"l"}`, []ikeconfig.Option{localID("l")}, "the documented name"},
		{"one local ID is empty", `{"LocalId":"l","LocalIdIPsec":""}`, []ikeconfig.Option{localID("l")}, "empty is unset"},
		{"escapes", `{"\u0050sk":"\u006b\/\"\\\ud83d\ude00"}`, []ikeconfig.Option{psk(`k/"\😀`)}, "in names and values"},
		{"Go's escapes", `{"Psk":"\u003ca\u0026b\u003e"}`, []ikeconfig.Option{psk("<a&b>")}, "encoding/json writes a key so"},
		{"U+FFFD", `{"Psk":"` + "\ufffd" + `\ufffd"}`, []ikeconfig.Option{psk("\ufffd\ufffd")}, "a character like others where it was sent"},
		{"100 characters", `{"Psk":"` + strings.Repeat(`\u4e2d`, 100) + `"}`, []ikeconfig.Option{psk(strings.Repeat("中", 100))}, "characters count, not bytes and not escapes"},
		{"a key that looks like a number", `{"Psk":"1e3"}`, []ikeconfig.Option{psk("1e3")}, "text is text"},

		{"lifetime 0", `{"IkeLifetime":0}`, []ikeconfig.Option{lifetime(0)}, "a lifetime that can be set"},
		{"lifetime -0", `{"IkeLifetime":-0}`, []ikeconfig.Option{lifetime(0)}, "its value is 0"},
		{"lifetime -0.0e-5", `{"IkeLifetime":-0.0e-5}`, []ikeconfig.Option{lifetime(0)}, "its value is 0"},
		{"lifetime 0e999999999", `{"IkeLifetime":0e999999999}`, []ikeconfig.Option{lifetime(0)}, "its value is 0"},
		{"lifetime 86400.0", `{"IkeLifetime":86400.0}`, []ikeconfig.Option{lifetime(24 * time.Hour)}, "a number by its value"},
		{"lifetime 1e3", `{"IkeLifetime":1e3}`, []ikeconfig.Option{lifetime(1000 * time.Second)}, "a number by its value"},
		{"lifetime 8.64E+4", `{"IkeLifetime":8.64E+4}`, []ikeconfig.Option{lifetime(24 * time.Hour)}, "a number by its value"},
		{"lifetime 3600000e-3", `{"IkeLifetime":3600000e-3}`, []ikeconfig.Option{lifetime(time.Hour)}, "a number by its value"},
		{"lifetime of many zeros", `{"IkeLifetime":1` + strings.Repeat("0", 1000) + `e-998}`, []ikeconfig.Option{lifetime(100 * time.Second)}, "a number by its value"},
		{"lifetime of few zeros", `{"IkeLifetime":0.` + strings.Repeat("0", 1000) + `1e1003}`, []ikeconfig.Option{lifetime(100 * time.Second)}, "a number by its value"},
		{`lifetime "0"`, `{"IkeLifetime":"0"}`, []ikeconfig.Option{lifetime(0)}, "a numeral in a string"},
		{`lifetime "86400"`, `{"IkeLifetime":"86400"}`, []ikeconfig.Option{lifetime(24 * time.Hour)}, "a numeral in a string"},
		{`lifetime "\u0031"`, `{"IkeLifetime":"\u0031"}`, []ikeconfig.Option{lifetime(time.Second)}, "an escape is the character"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ikeconfig.Parse(tt.json)
			if err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			want, err := ikeconfig.New(tt.want...)
			if err != nil {
				t.Fatalf("the Config to compare with: %v", err)
			}
			if diff := cmp.Diff(want, got); diff != "" || got.PSK() != want.PSK() || got.IsZero() != (tt.want == nil) {
				t.Errorf("Config (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	const over, fraction, badType = "IkeConfig.IkeLifetime: out of range", "IkeConfig.IkeLifetime: not a whole number", "IkeConfig.IkeLifetime: bad type"
	for _, tt := range []struct {
		json, want string // want: field and reason of each mistake, joined by "; "
		why        string
	}{
		{"ikev1", "IkeConfig: bad type", "the document's own example is no JSON"},
		{`"ikev1"`, "IkeConfig: bad type", "JSON, but no object"},
		{"[]", "IkeConfig: bad type", "JSON, but no object"},
		{"{}{}", "IkeConfig: bad type", "two values"},
		{`{"Psk":"k"`, "IkeConfig: bad type", "cut short"},
		{`{"Psk":"k",}`, "IkeConfig: bad type", "no JSON"},
		{`{"IkeLifetime":086400}`, "IkeConfig: bad type", "JSON has no such number"},
		{`{"IkeLifetime":+1}`, "IkeConfig: bad type", "JSON has no such number"},
		{`{"IkeLifetime":NaN}`, "IkeConfig: bad type", "JSON has no such number"},
		{"{\"Psk\":\"a\nb\"}", "IkeConfig: bad type", "JSON wants control characters escaped"},

		{`{"IkeLifetime":86401}`, over, "86400 is the documented maximum"},
		{`{"IkeLifetime":-1}`, over, "0 is the documented minimum"},
		{`{"IkeLifetime":-0.5}`, over, "the range comes before the fraction"},
		{`{"IkeLifetime":-1e-999999999}`, over, "below 0, by however little"},
		{`{"IkeLifetime":86400.5}`, over, "the range comes before the fraction"},
		{`{"IkeLifetime":86400.` + strings.Repeat("0", 400) + `1}`, over, "above the maximum, by however little"},
		{`{"IkeLifetime":1e999999999}`, over, "of any size"},
		{`{"IkeLifetime":1e99999999999999999999}`, over, "an exponent of any size"},
		{`{"IkeLifetime":18446744073709551617}`, over, "not 1, which it is modulo 2 to the 64th"},
		{`{"IkeLifetime":0.5}`, fraction, "whole seconds"},
		{`{"IkeLifetime":86399.99999999999999999999}`, fraction, "no float64 in between that would round it"},
		{`{"IkeLifetime":1e-99999999999999999999}`, fraction, "an exponent of any size"},
		{`{"IkeLifetime":"086400"}`, badType, "a numeral begins with 0 only when it is 0"},
		{`{"IkeLifetime":"00"}`, badType, "a numeral begins with 0 only when it is 0"},
		{`{"IkeLifetime":"1e3"}`, badType, "not a numeral"},
		{`{"IkeLifetime":"-1"}`, badType, "not a numeral"},
		{`{"IkeLifetime":"+1"}`, badType, "not a numeral"},
		{`{"IkeLifetime":"1.0"}`, badType, "not a numeral"},
		{`{"IkeLifetime":"1 "}`, badType, "not a numeral"},
		{`{"IkeLifetime":"86401"}`, over, "a numeral"},
		{`{"IkeLifetime":true}`, badType, "not a number"},
		{`{"IkeLifetime":[1]}`, badType, "not a number"},
		{`{"IkeLifetime":{}}`, badType, "not a number"},

		{`{"Psk":1}`, "IkeConfig.Psk: bad type", "a key of digits has to be text"},
		{`{"Psk":["k"]}`, "IkeConfig.Psk: bad type", "not text"},
		{`{"Psk":{"Psk":"k"}}`, "IkeConfig.Psk: bad type", "not text"},
		{`{"Psk":false}`, "IkeConfig.Psk: bad type", "not text"},
		{`{"IkeVersion":2}`, "IkeConfig.IkeVersion: bad type", "not text"},
		{`{"RemoteId":[]}`, "IkeConfig.RemoteId: bad type", "not text"},

		{`{"Psk":"a","Psk":"b"}`, "IkeConfig.Psk: duplicate", "encoding/json would take the last"},
		{`{"Psk":"a","Psk":"a"}`, "IkeConfig.Psk: duplicate", "even where they agree"},
		{`{"Psk":"a","P\u0073k":"b"}`, "IkeConfig.Psk: duplicate", "an escape makes no other name"},
		{`{"Psk":null,"Psk":"a"}`, "IkeConfig.Psk: duplicate", "there twice, be it unset"},
		{`{"LocalId":"a","LocalId":"a"}`, "IkeConfig.LocalIdIPsec: duplicate", "under the documented name"},
		{`{"LocalId":"a","LocalIdIPsec":"b"}`, "IkeConfig.LocalIdIPsec: conflict", "two names, two values"},

		{`{"LocalId":1,"LocalIdIPsec":"\n"}`, "IkeConfig.LocalIdIPsec: bad type", "one mistake a field"},

		{`{"psk":"k"}`, "IkeConfig.psk: unknown parameter", "encoding/json would fold the letters"},
		{`{"P\u017fk":"k"}`, "IkeConfig.P\u017fk: unknown parameter", "encoding/json would fold a long s"},
		{`{"b":1,"Psk":"\n","a":{"b":1},"b":2}`, "IkeConfig.Psk: bad character; IkeConfig.a: unknown parameter; IkeConfig.b: unknown parameter", "sorted, once each, last"},
		{`{"":1}`, "IkeConfig.: unknown parameter", "a name of nothing"},
		{`{"IkeConfig":{"Psk":"k"}}`, "IkeConfig.IkeConfig: unknown parameter", "one level too many"},
		{`{"IkeConfig.Psk":"k"}`, "IkeConfig.IkeConfig.Psk: unknown parameter", "no dots in JSON"},

		{`{"RemoteId":"\ud800"}`, "IkeConfig.RemoteId: bad character", "half a character"},
		{`{"RemoteId":"\udc00\ud800"}`, "IkeConfig.RemoteId: bad character", "two halves in the wrong order"},
		{`{"Psk":"\udfff"}`, "IkeConfig.Psk: bad character", "half a character"},
		{`{"IkeVersion":"ikev1\ud800"}`, "IkeConfig.IkeVersion: bad character", "before what it is not"},
		{`{"IkeLifetime":"1\ud800"}`, "IkeConfig.IkeLifetime: bad character", "before what it is not"},
		{"{\"RemoteId\":\"a\xffb\"}", "IkeConfig.RemoteId: bad character", "encoding/json would mend it"},
		{"{\"Psk\":\"\xed\xa0\x80\"}", "IkeConfig.Psk: bad character", "half a character in UTF-8"},
		{`{"\ud800":"k"}`, "IkeConfig: bad character", "a name that cannot be told"},
		{`{"RemoteId":"a\u0000"}`, "IkeConfig.RemoteId: bad character", "a control character"},
		{`{"LocalId":"\u0085"}`, "IkeConfig.LocalIdIPsec: bad character", "a control character beyond ASCII"},
		{`{"Psk":"` + strings.Repeat("k", 101) + `"}`, "IkeConfig.Psk: too long", "100 is the documented maximum"},

		{`{"IkeVersion":"IKEv2"}`, "IkeConfig.IkeVersion: unsupported value", "letter case counts"},
		{`{"IkeVersion":"null"}`, "IkeConfig.IkeVersion: unsupported value", "a text, not null"},
		{`{"RemoteId":"\n","IkePfs":"2","Psk":1,"Zeta":0}`,
			"IkeConfig.Psk: bad type; IkeConfig.IkePfs: unsupported value; IkeConfig.RemoteId: bad character; IkeConfig.Zeta: unknown parameter", "all at once, in documented order"},
	} {
		t.Run(tt.json[:min(len(tt.json), 60)], func(t *testing.T) {
			got, err := ikeconfig.Parse(tt.json)
			var short []string
			for _, e := range faults(t, got, err) {
				short = append(short, e.Field+": "+e.Reason.Error())
			}
			if got := strings.Join(short, "; "); got != tt.want {
				t.Errorf("got  %s\nwant %s: %s", got, tt.want, tt.why)
			}
		})
	}
}

// TestParseErrorData: what an error of Parse carries beside field and reason.
func TestParseErrorData(t *testing.T) {
	for _, tt := range []struct {
		json string
		want vpnerrors.FieldError
		why  string
	}{
		{"aes", vpnerrors.FieldError{Field: "IkeConfig", Reason: vpnerrors.ErrBadType, Suggest: `{"IkeEncAlg":"aes"}`}, "the whole is not shown"},
		{`{"Psk":86400}`, vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadType}, "a key is not shown"},
		{`{"IkeLifetime":"secret"}`, vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrBadType}, "keys get into the wrong member"},
		{`{"RemoteId":86400}`, vpnerrors.FieldError{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrBadType}, "keys get into the wrong member"},
		{`{"RemoteId":"a","RemoteId":"b"}`, vpnerrors.FieldError{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrDuplicate}, "keys get into the wrong member"},
		{`{"PSK":"secret"}`, vpnerrors.FieldError{Field: "IkeConfig.PSK", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.Psk"}, "keys get into the wrong member"},
		{`{"IkeLifetime":1e999999999}`, vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "1e999999999", Max: 86400}, "the digits as given"},
		{`{"IkeLifetime":0.50}`, vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrFraction, Value: "0.50", Max: 86400}, "the digits as given"},
		{`{"IkeMode":"Main Mode"}`, vpnerrors.FieldError{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrUnsupportedValue, Value: "Main Mode", Suggest: "main", Allowed: []string{"main", "aggressive"}}, "a near miss"},
		{`{"LocalId":"a","LocalIdIPsec":"b"}`, vpnerrors.FieldError{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrConflict, Value: "a", Part: "b"}, "both values"},
		{`{"RemoteId":"a\u0001b"}`, vpnerrors.FieldError{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrBadCharacter, Value: "a\x01b", Part: "\x01", Min: 1, Max: 100}, "the first bad character"},
		{`{"Psk":"a\u0001b"}`, vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100}, "not a character of a key"},
	} {
		_, err := ikeconfig.Parse(tt.json)
		if diff := cmp.Diff(error(vpnerrors.ValidationErrors{&tt.want}), err); diff != "" {
			t.Errorf("Parse(%s) (-want +got):\n%s\n%s", tt.json, diff, tt.why)
		}
	}
}
