package vpnconn_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestParsePhases has what Parse adds to the readers of the two phases: dotted parameters, and both ways side by side.
func TestParsePhases(t *testing.T) {
	versions := []string{"ikev1", "ikev2"}
	for _, tt := range []struct {
		name  string
		pairs []string
		want  mistakes
		why   string
	}{
		{"keys differ", []string{"IkeConfig", `{"Psk":"k"}`, "IkeConfig.Psk", "K"},
			mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrConflict}}, "neither is shown"},
		{"versions differ", []string{"IkeConfig", `{"IkeVersion":"ikev1"}`, "IkeConfig.IkeVersion", "ikev2"},
			mistakes{{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrConflict, Value: "ikev1", Part: "ikev2"}}, "both are shown"},
		{"one version is wrong", []string{"IkeConfig", `{"IkeVersion":"ikev1"}`, "IkeConfig.IkeVersion", "IKEv1"},
			mistakes{{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrConflict, Value: "ikev1", Part: "IKEv1"}}, "they say something different"},
		{"lifetimes differ", []string{"IpsecConfig", `{"IpsecLifetime":1e3}`, "IpsecConfig.IpsecLifetime", "999"},
			mistakes{{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrConflict, Value: "1000", Part: "999"}}, "compared by value"},
		{"local IDs differ", []string{"IkeConfig.LocalId", "a", "IkeConfig.LocalIdIPsec", "b"},
			mistakes{{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrConflict, Value: "a", Part: "b"}}, "two names of one setting, under the documented one"},
		{"local IDs differ thrice", []string{"IkeConfig", `{"LocalId":"a","LocalIdIPsec":"b"}`, "IkeConfig.LocalId", "c"},
			mistakes{{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrConflict, Value: "a", Part: "b"}}, "one mistake a field"},
		{"conflict beside others", []string{"IkeConfig", `{"Psk":"k","IkeVersion":"v1"}`, "IkeConfig.Psk", "K", "IkeConfig.RemoteId", "\n"}, mistakes{
			{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrConflict},
			{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrUnsupportedValue, Value: "v1", Suggest: "ikev1", Allowed: versions},
			{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrBadCharacter, Value: "\n", Part: "\n", Min: 1, Max: 100},
		}, "in documented order"},

		{"a numeral that begins with 0", []string{"IkeConfig.IkeLifetime", "086400"}, notNumeral, "86400 has one numeral"},
		{"an exponent in text", []string{"IkeConfig.IkeLifetime", "1e3"}, notNumeral, "a JSON number, not a numeral"},
		{"a sign in text", []string{"IkeConfig.IkeLifetime", "-1"}, notNumeral, "a numeral has none"},
		{"a plus in text", []string{"IkeConfig.IkeLifetime", "+1"}, notNumeral, "a numeral has none"},
		{"a point in text", []string{"IkeConfig.IkeLifetime", "1.0"}, notNumeral, "a numeral has none"},
		{"a blank in text", []string{"IkeConfig.IkeLifetime", " 1"}, notNumeral, "a numeral has none"},
		{"a unit", []string{"IkeConfig.IkeLifetime", "24h"}, notNumeral, "seconds go without saying"},
		{"other digits", []string{"IkeConfig.IkeLifetime", "٣"}, notNumeral, "0 to 9 only"},
		{"a numeral too large", []string{"IkeConfig.IkeLifetime", "86401"},
			mistakes{{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "86401", Max: 86400}}, "86400 is the documented maximum"},
		{"a numeral beyond any integer", []string{"IkeConfig.IkeLifetime", strings.Repeat("9", 100)},
			mistakes{{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: strings.Repeat("9", 64), Max: 86400}}, "a value has 64 characters at most"},

		{"a text that is none", []string{"IkeConfig.RemoteId", "a\xff"},
			mistakes{{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrBadCharacter, Value: "a\xff", Part: "\xff", Min: 1, Max: 100}}, "text has to be UTF-8"},
		{"a version that is no text", []string{"IkeConfig.IkeVersion", "\xff"},
			mistakes{{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrBadCharacter, Value: "\xff", Part: "\xff", Allowed: versions}}, "text has to be UTF-8"},
		{"a key that is no text", []string{"IkeConfig.Psk", "k\xff"},
			mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100}}, "and its bytes are not shown"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.Parse(sentParams(tt.pairs...))
			checkRefused(t, got, err, tt.want)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// notNumeral is what Parse says of a lifetime in text that is no numeral. The text is not shown, since keys get into the
// wrong place.
var notNumeral = mistakes{{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrBadType}}

// TestParseLifetimeThatIsNoText: bytes that are not UTF-8 are the same mistake in a dotted parameter and in JSON.
func TestParseLifetimeThatIsNoText(t *testing.T) {
	want := []string{"IkeConfig.IkeLifetime: bad character"}
	for _, pair := range [][]string{
		{"IkeConfig.IkeLifetime", "1\xff"},
		{"IkeConfig", "{\"IkeLifetime\":\"1\xff\"}"},
	} {
		_, err := vpnconn.Parse(sentParams(pair...))
		if diff := cmp.Diff(want, namesAndReasons(t, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", pair, diff)
		}
	}
}

// TestParseShapeOfPhase: a phase that is no JSON object is refused as a whole and not shown, since it may be a key.
func TestParseShapeOfPhase(t *testing.T) {
	for _, parameter := range []string{"IkeConfig", "IpsecConfig"} {
		for _, text := range []string{
			"secret", `"secret"`, "[]", `[{"Psk":"secret"}]`, "1", "true", " ", "{", `{"Psk":"secret"`, `{"Psk":"secret"}x`,
			`{"Psk":"secret",}`, `{'Psk':'secret'}`, `{Psk:secret}`, `{"Psk" "secret"}`, "Psk=secret", "\ufeff{}", "\xff", "{\xff}", "NULL", "{}{}",
		} {
			got, err := vpnconn.Parse(sentParams(parameter, text))
			checkRefused(t, got, err, mistakes{{Field: parameter, Reason: vpnerrors.ErrBadType}})
			if t.Failed() {
				t.Fatalf("for %s %q", parameter, text)
			}
		}
	}
}

// TestParseSuggestsObject: the API document's own examples for the two phases, "ikev1" and "aes", are no JSON. Whoever
// sends one of the documented values so is told the object that means it.
func TestParseSuggestsObject(t *testing.T) {
	texts := func(list any) (texts []string) {
		data, _ := json.Marshal(list)
		json.Unmarshal(data, &texts)
		return texts
	}
	for parameter, values := range map[string][]string{
		"IkeConfig": slices.Concat(texts(ikeconfig.Versions()), texts(ikeconfig.Modes()), texts(ikeconfig.EncAlgs()),
			texts(ikeconfig.AuthAlgs()), texts(ikeconfig.DHGroups())),
		"IpsecConfig": slices.Concat(texts(ipsecconfig.EncAlgs()), texts(ipsecconfig.AuthAlgs()), texts(ipsecconfig.DHGroups())),
	} {
		for _, value := range values {
			for _, text := range []string{value, `"` + value + `"`} {
				_, err := vpnconn.Parse(sentParams(parameter, text))
				errs, _ := err.(mistakes)
				if len(errs) != 1 || errs[0].Field != parameter || errs[0].Reason != vpnerrors.ErrBadType {
					t.Fatalf("%s %s: %v, want one ErrBadType", parameter, text, err)
				}
				var members map[string]string
				if json.Unmarshal([]byte(errs[0].Suggest), &members) != nil || len(members) != 1 || !slices.Contains(slices.Collect(maps.Values(members)), value) {
					t.Errorf("%s %s: suggests %q, want an object with the value", parameter, text, errs[0].Suggest)
				}
				if _, err := vpnconn.Parse(sentParams(parameter, errs[0].Suggest)); err != nil {
					t.Errorf("%s %s: suggests %q, which is refused: %v", parameter, text, errs[0].Suggest, err)
				}
			}
		}
	}
	for parameter, want := range map[string]mistake{
		"IkeConfig":   {Field: "IkeConfig", Reason: vpnerrors.ErrBadType, Suggest: `{"IkeVersion":"ikev1"}`},
		"IpsecConfig": {Field: "IpsecConfig", Reason: vpnerrors.ErrBadType, Suggest: `{"IpsecEncAlg":"aes"}`},
	} {
		example := map[string]string{"IkeConfig": "ikev1", "IpsecConfig": "aes"}[parameter]
		got, err := vpnconn.Parse(sentParams(parameter, example))
		checkRefused(t, got, err, mistakes{&want})
	}
}
