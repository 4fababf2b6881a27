package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestKeyStaysOutOfErrors: neither the text nor the data of an error shows a key that is wrong, or at the wrong place.
func TestKeyStaysOutOfErrors(t *testing.T) {
	for _, tt := range []struct{ name, key, want string }{
		{"too long", theKey + strings.Repeat("x", 100) + theKey, "IkeConfig.Psk: too long"},
		{"control character", theKey + "\n" + theKey, "IkeConfig.Psk: bad character"},
		{"control character first", "\x00" + theKey, "IkeConfig.Psk: bad character"},
		{"no UTF-8", theKey + "\xff", "IkeConfig.Psk: bad character"},
	} {
		var spec vpnconn.Spec
		_, configErr := ikeconfig.New(ikeconfig.WithPSK(tt.key))
		_, newErr := vpnconn.New(smallest(vpnconn.WithIKE(ikeconfig.WithPSK(tt.key)))...)
		_, withErr := mustNew(t).With(vpnconn.WithIKE(ikeconfig.WithPSK(tt.key)))
		_, parseErr := vpnconn.Parse(sentParams("IkeConfig.Psk", tt.key))
		_, queryErr := vpnconn.ParseQuery(sentQuery("&IkeConfig.Psk=" + url.QueryEscape(tt.key)))
		_, specErr := vpnconn.Spec{IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(tt.key)}}.Build()
		for way, err := range map[string]error{
			"New of ikeconfig": configErr, "New": newErr, "With": withErr, "Parse": parseErr, "ParseQuery": queryErr, "Build": specErr,
		} {
			checkKeyNotIn(t, tt.name+" by "+way, err, tt.want)
		}
		if err := spec.UnmarshalJSON([]byte(`{"IkeConfig":{"Psk":` + quoted(tt.key) + `}}`)); err != nil {
			checkKeyNotIn(t, tt.name+" by UnmarshalJSON", err, tt.want)
		}
	}
}

// TestTokenKeyStaysOutOfErrors: the key of a derived token is as secret.
func TestTokenKeyStaysOutOfErrors(t *testing.T) {
	_, err := vpnconn.New(smallest(vpnconn.WithDerivedClientToken([]byte(theKey)[:15]))...)
	checkKeyNotIn(t, "too short", err, "ClientToken: too short")
	_, err = vpnconn.New(vpnconn.WithDerivedClientToken([]byte(theKey)))
	checkKeyNotIn(t, "beside others", err, "RegionId: required")
}

// quoted returns text in JSON, its bytes as they are.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\x00", `\u0000`).Replace(text) + `"`
}

func TestMisplacedKeyStaysOutOfErrors(t *testing.T) {
	key := quoted(theKey)
	for _, tt := range []struct {
		name  string
		pairs []string
		want  string // is among what is wrong
	}{
		{"the phase itself", []string{"IkeConfig", theKey}, "IkeConfig: bad type"},
		{"the phase itself as text", []string{"IkeConfig", key}, "IkeConfig: bad type"},
		{"the phase itself in a list", []string{"IkeConfig", "[" + key + "]"}, "IkeConfig: bad type"},
		{"the other phase", []string{"IpsecConfig", theKey}, "IpsecConfig: bad type"},
		{"the other phase as text", []string{"IpsecConfig", key}, "IpsecConfig: bad type"},
		{"in the other phase", []string{"IpsecConfig", `{"Psk":` + key + `}`}, "IpsecConfig.Psk: unknown parameter"},
		{"JSON that is cut", []string{"IkeConfig", `{"Psk":` + key}, "IkeConfig: bad type"},
		{"JSON with another behind", []string{"IkeConfig", `{"Psk":` + key + `}{}`}, "IkeConfig: bad type"},
		{"JSON with a bad escape", []string{"IkeConfig", `{"Psk":"` + theKey + `\x"}`}, "IkeConfig: bad type"},
		{"a list", []string{"IkeConfig", `{"Psk":[` + key + `]}`}, "IkeConfig.Psk: bad type"},
		{"an object", []string{"IkeConfig", `{"Psk":{"Psk":` + key + `}}`}, "IkeConfig.Psk: bad type"},
		{"repeated", []string{"IkeConfig", `{"Psk":` + key + `,"Psk":"other"}`}, "IkeConfig.Psk: duplicate"},
		{"repeated by an escape", []string{"IkeConfig", `{"Psk":"other","P\u0073k":` + key + `}`}, "IkeConfig.Psk: duplicate"},
		{"conflict", []string{"IkeConfig", `{"Psk":` + key + `}`, "IkeConfig.Psk", "other"}, "IkeConfig.Psk: conflict"},
		{"conflict the other way", []string{"IkeConfig", `{"Psk":"other"}`, "IkeConfig.Psk", theKey}, "IkeConfig.Psk: conflict"},
		{"half a character", []string{"IkeConfig", `{"Psk":"` + keyHead + `\ud800` + keyTail + `"}`}, "IkeConfig.Psk: bad character"},
		{"another letter case", []string{"IkeConfig", `{"psk":` + key + `}`}, "IkeConfig.psk: unknown parameter"},
		{"another name", []string{"IkeConfig", `{"PreSharedKey":` + key + `}`}, "IkeConfig.PreSharedKey: unknown parameter"},
		{"a list under another name", []string{"IkeConfig", `{"Keys":[` + key + `]}`}, "IkeConfig.Keys: unknown parameter"},
		{"a phase in the phase", []string{"IkeConfig", `{"IkeConfig":{"Psk":` + key + `}}`}, "IkeConfig.IkeConfig: unknown parameter"},
		{"a lifetime", []string{"IkeConfig", `{"IkeLifetime":` + key + `}`}, "IkeConfig.IkeLifetime: bad type"},
		{"a dotted lifetime", []string{"IkeConfig.IkeLifetime", theKey}, "IkeConfig.IkeLifetime: bad type"},
		{"a list for an ID", []string{"IkeConfig", `{"RemoteId":[` + key + `]}`}, "IkeConfig.RemoteId: bad type"},
		{"an ID repeated", []string{"IkeConfig", `{"RemoteId":"other","RemoteId":` + key + `}`}, "IkeConfig.RemoteId: duplicate"},
		{"beside a bad name", []string{"IkeConfig", `{"\ud800":` + key + `}`}, "IkeConfig: bad character"},
		{"Psk at the top", []string{"Psk", theKey}, "Psk: unknown parameter"},
		{"another name at the top", []string{"PreSharedKey", theKey}, "PreSharedKey: unknown parameter"},
		{"another letter case at the top", []string{"ikeConfig", `{"Psk":` + key + `}`}, "ikeConfig: unknown parameter"},
		{"another letter case, dotted", []string{"IkeConfig.PSK", theKey}, "IkeConfig.PSK: unknown parameter"},
		{"dots too many", []string{"IkeConfig.Psk.Psk", theKey}, "IkeConfig.Psk.Psk: unknown parameter"},
		{"the other phase, dotted", []string{"IpsecConfig.Psk", theKey}, "IpsecConfig.Psk: unknown parameter"},
	} {
		_, err := vpnconn.Parse(sentParams(tt.pairs...))
		checkKeyNotIn(t, tt.name, err, tt.want)
	}
}

func TestKeyInQueryStaysOutOfErrors(t *testing.T) {
	escaped := url.QueryEscape(theKey)
	for _, tt := range []struct{ name, more, want string }{
		{"repeated", "&IkeConfig.Psk=other&IkeConfig.Psk=" + escaped, "IkeConfig.Psk: duplicate"},
		{"repeated first", "&IkeConfig.Psk=" + escaped + "&IkeConfig.Psk=other", "IkeConfig.Psk: duplicate"},
		{"repeated phase", "&IkeConfig=%7B%7D&IkeConfig=%7B%22Psk%22:%22" + escaped + "%22%7D", "IkeConfig: duplicate"},
		{"repeated ID", "&IkeConfig.RemoteId=other&IkeConfig.RemoteId=" + escaped, "IkeConfig.RemoteId: duplicate"},
		{"repeated unknown", "&Psk=" + escaped + "&Psk=" + escaped, "Psk: unknown parameter"},
		{"bad escape", "&IkeConfig.Psk=" + keyHead + "%zz" + keyTail, "IkeConfig.Psk: bad character"},
		{"bad escape in the phase", "&IkeConfig=" + keyHead + "%" + keyTail, "IkeConfig: bad character"},
		{"bad escape in what is unknown", "&Psk=" + keyHead + "%", "Psk: unknown parameter"},
		{"bad escape in the name", "&IkeConfig.Psk%=" + escaped, "IkeConfig.Psk%: bad character"},
		{"in a name with a bad escape", "&IkeConfig.Psk%3D" + theKey + "%zz", "[hidden]: bad character"},
		{"JSON for a name", "&" + `{"RegionId":"x","IkeConfig":{"Psk":` + quoted(theKey) + "}}", "[hidden]: unknown parameter"},
		{"escaped twice", "&" + url.QueryEscape("IkeConfig.Psk="+theKey), "IkeConfig.[hidden]: unknown parameter"},
		{"behind an ampersand of its own", `&IkeConfig={"Psk":"a&` + theKey + `"}`, "[hidden]: unknown parameter"},
	} {
		_, err := vpnconn.ParseQuery(sentQuery(tt.more))
		checkKeyNotIn(t, tt.name, err, tt.want)
	}
}

func TestMisplacedKeyInSpecStaysOutOfErrors(t *testing.T) {
	key := quoted(theKey)
	for _, tt := range []struct{ name, json, want string }{
		{"at the top", `{"Psk":` + key + `}`, "Psk: unknown parameter"},
		{"dotted", `{"IkeConfig.Psk":` + key + `}`, "IkeConfig.Psk: unknown parameter"},
		{"in a name", `{"IkeConfig":{` + quoted("Psk:"+theKey) + `:null}}`, "IkeConfig.[hidden]: unknown parameter"},
		{"the phase itself", `{"IkeConfig":` + key + `}`, "IkeConfig: bad type"},
		{"the phase as text", `{"IkeConfig":` + quoted(`{"Psk":`+key+`}`) + `}`, "IkeConfig: bad type"},
		{"the phase in a list", `{"IkeConfig":[{"Psk":` + key + `}]}`, "IkeConfig: bad type"},
		{"the phase repeated", `{"IkeConfig":{"Psk":"other"},"IkeConfig":{"Psk":` + key + `}}`, "IkeConfig: duplicate"},
		{"the other phase", `{"IpsecConfig":{"Psk":` + key + `}}`, "IpsecConfig.Psk: unknown parameter"},
		{"another letter case", `{"IkeConfig":{"psk":` + key + `}}`, "IkeConfig.psk: unknown parameter"},
		{"repeated", `{"IkeConfig":{"Psk":"other","Psk":` + key + `}}`, "IkeConfig.Psk: duplicate"},
		{"a lifetime", `{"IkeConfig":{"IkeLifetime":` + key + `}}`, "IkeConfig.IkeLifetime: bad type"},
		{"a list", `{"IkeConfig":{"Psk":[` + key + `]}}`, "IkeConfig.Psk: bad type"},
		{"in a name", `{"Name":{"Psk":` + key + `}}`, "Name: bad type"},
		{"in a list of blocks", `{"LocalSubnet":[{"Psk":` + key + `}]}`, "LocalSubnet[0]: bad type"},
		{"a list at the top", `[` + key + `]`, "Spec: bad type"},
		{"text at the top", key, "Spec: bad type"},
	} {
		spec := fullSpec()
		err := spec.UnmarshalJSON([]byte(tt.json))
		checkKeyNotIn(t, tt.name, err, tt.want)
		checkKeyNotIn(t, tt.name+", by encoding/json", mistakesIn(t, json.Unmarshal([]byte(tt.json), &spec)), tt.want)
		var tree any
		if err := json.Unmarshal([]byte(tt.json), &tree); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(tt.want, "duplicate") { // no YAML package gives such a tree
			checkKeyNotIn(t, tt.name+", in YAML", spec.UnmarshalYAML(decoded(tree)), tt.want)
		}
	}
	spec := fullSpec()
	checkKeyNotIn(t, "cut short", spec.UnmarshalJSON([]byte(`{"IkeConfig":{"Psk":`+key)), "Spec: bad type")
	checkKeyNotIn(t, "unreadable YAML", spec.UnmarshalYAML(func(any) error { return fmt.Errorf("at %q", theKey) }), "Spec: bad type")
}

// TestKeyStaysOutOfKeptErrors: an error with all kinds of mistakes about a key, kept in all ways.
func TestKeyStaysOutOfKeptErrors(t *testing.T) {
	key := quoted(theKey)
	_, err := vpnconn.Parse(sentParams(
		"IkeConfig", `{"Psk":`+key+`,"psk":`+key+`,"RemoteId":[`+key+`],"LocalId":"a","LocalId":`+key+`}`, "IkeConfig.Psk", "other",
		"IpsecConfig", theKey, "Psk", theKey))
	errs := err.(mistakes)
	if len(errs) != 6 {
		t.Fatalf("%d mistakes, want 6: %v", len(errs), err)
	}
	for way, v := range kept(err) {
		checkHidden(t, "error, "+way, v)
	}
	for way, v := range kept(errs) {
		checkHidden(t, "list, "+way, v)
	}
	for way, v := range kept(*errs[0]) {
		checkHidden(t, "one, "+way, v)
	}
}

// TestPieceOfAKeyStaysOutOfErrors: what looks like a key in the value of something else is cut, and then the character in it
// that is at fault may be one of the key.
func TestPieceOfAKeyStaysOutOfErrors(t *testing.T) {
	_, escape := vpnconn.ParseQuery(sentQuery("&Name=IkeConfig.Psk%3Dab%zz"))
	_, token := vpnconn.New(smallest(vpnconn.WithClientToken("Psk=s\u00e9cret"))...)
	_, list := vpnconn.New(smallest(vpnconn.WithLocalSubnets("10.0.0.0/8&Psk=a\xff"))...)
	_, mode := vpnconn.New(smallest(vpnconn.WithIKE(ikeconfig.WithMode("Psk=a\xff")))...)
	_, modeInJSON := vpnconn.Parse(sentParams("IkeConfig", `{"IkeMode":"Psk=\ud800"}`))
	_, lifetime := vpnconn.Parse(sentParams("IkeConfig.IkeLifetime", "Psk=a\xff"))
	for name, err := range map[string]error{
		"an escape": escape, "a token": token, "a list": list, "one of a few": mode, "one of a few in JSON": modeInJSON, "a lifetime": lifetime,
	} {
		e, _ := stderrors.AsType[*vpnerrors.FieldError](err)
		if e == nil || e.Reason != vpnerrors.ErrBadCharacter || e.Part != "" || !strings.Contains("10.0.0.0/8&IkeConfig.", e.Value) {
			t.Errorf("%s: %v, want a bad character and nothing of what follows the name", name, err)
		}
	}
}

// TestKeyOfDigitsStaysOutOfErrors: JSON and YAML take a key of digits for a number if its quotes are forgotten.
func TestKeyOfDigitsStaysOutOfErrors(t *testing.T) {
	const digits = "735190284617"
	var spec vpnconn.Spec
	var secret ikeconfig.Secret
	_, parseErr := vpnconn.Parse(sentParams("IkeConfig", `{"Psk":`+digits+`,"RemoteId":`+digits+`,"IkeVersion":`+digits+`,"Key":`+digits+`}`))
	_, shapeErr := vpnconn.Parse(sentParams("IkeConfig", digits))
	for way, err := range map[string]error{
		"Parse":          parseErr,
		"Parse, shape":   shapeErr,
		"Spec from JSON": spec.UnmarshalJSON([]byte(`{"Psk":` + digits + `,"IkeConfig":{"Psk":` + digits + `},"IpsecConfig":` + digits + `}`)),
		"Spec from YAML": spec.UnmarshalYAML(decoded(map[string]any{"IkeConfig": map[any]any{"Psk": int64(735190284617)}})),
		"Secret":         secret.UnmarshalJSON([]byte(digits)),
	} {
		if err == nil || strings.Contains(err.Error()+reachable(err), digits) {
			t.Errorf("%s: %v, want an error without the key", way, err)
		}
	}
}

// mistakesIn returns the ValidationErrors in an error of encoding/json, whose own text must not show the key either.
func mistakesIn(t *testing.T, err error) error {
	t.Helper()
	if trace := traceOf(fmt.Sprint(err)); trace != "" {
		t.Errorf("the error of encoding/json: %s in %.300q", trace, err)
	}
	errs, _ := stderrors.AsType[mistakes](err)
	return errs
}

// checkKeyNotIn fails t unless err has this mistake, as "Field: reason", and shows the key in no way.
func checkKeyNotIn(t *testing.T, name string, err error, want string) {
	t.Helper()
	if short := namesAndReasons(t, err); !strings.Contains("\n"+strings.Join(short, "\n")+"\n", "\n"+want+"\n") {
		t.Errorf("%s: %q, want %q among it", name, short, want)
	}
	checkHidden(t, name, err)
}
