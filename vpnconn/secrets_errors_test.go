package vpnconn_test

import (
	stderrors "errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// quoted returns text in JSON, with its bytes unchanged.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\x00", `\u0000`).Replace(text) + `"`
}

// checkKeyNotIn fails t unless err has this mistake, as "Field: reason", and does not show the key.
func checkKeyNotIn(t *testing.T, name string, err error, want string) {
	t.Helper()
	if short := namesAndReasons(t, err); !strings.Contains("\n"+strings.Join(short, "\n")+"\n", "\n"+want+"\n") {
		t.Errorf("%s: %q, want %q among it", name, short, want)
	}
	checkHidden(t, name, err)
}

// TestKeyStaysOutOfErrors: neither the text nor the data of an error shows an invalid key.
func TestKeyStaysOutOfErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for key, want := range map[string]string{
		theKey + strings.Repeat("x", 100) + theKey: "IkeConfig.Psk: too long",
		theKey + "\n" + theKey:                     "IkeConfig.Psk: bad character",
		"\x00" + theKey:                            "IkeConfig.Psk: bad character",
		theKey + "\xff":                            "IkeConfig.Psk: bad character",
	} {
		_, configErr := ikeconfig.New(ikeconfig.WithPSK(key))
		_, newErr := vpnconn.New(smallest(vpnconn.WithIKE(ikeconfig.WithPSK(key)))...)
		_, parseErr := vpnconn.Parse(sentParams("IkeConfig.Psk", key))
		_, queryErr := vpnconn.ParseQuery(sentQuery("&IkeConfig.Psk=" + url.QueryEscape(key)))
		_, specErr := vpnconn.Spec{IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(key)}}.Build()
		errs := map[string]error{"ikeconfig": configErr, "New": newErr, "Parse": parseErr, "ParseQuery": queryErr, "Spec": specErr}
		if err := new(vpnconn.Spec).UnmarshalJSON([]byte(`{"IkeConfig":{"Psk":` + quoted(key) + `}}`)); err != nil {
			errs["UnmarshalJSON"] = err
		}
		for way, err := range errs {
			checkKeyNotIn(t, want+" by "+way, err, want)
		}
	}
	_, err := vpnconn.New(smallest(vpnconn.WithDerivedClientToken([]byte(theKey)[:15]))...)
	checkKeyNotIn(t, "the key of a token", err, "ClientToken: too short")
	_, err = vpnconn.New(vpnconn.WithDerivedClientToken([]byte(theKey)))
	checkKeyNotIn(t, "the key of a token, with other mistakes", err, "RegionId: required")
}

// TestPrivateKeyStaysOutOfErrors: people paste a private key in place of the certificate, and then get errors.
func TestPrivateKeyStaysOutOfErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	const field = "RemoteCaCertificate"
	for _, key := range []string{
		"-----BEGIN PRIVATE KEY-----\n" + keyHead + "\n-----END PRIVATE KEY-----", certificate + theKey, theKey, theKey + "\xff",
		"-----BEGIN CERTIFICATE-----\n" + keyHead, "-----BEGIN CERTIFICATE-----\nProc-Type: " + keyHead + "\n\nAAAA\n-----END CERTIFICATE-----",
	} {
		text := jsonOf(map[string]any{field: key, "TunnelOptionsSpecification": []any{map[string]any{field: key}, map[string]any{}}})
		_, newErr := vpnconn.New(smallest2025(vpnconn.WithRemoteCACertificate(key))...)
		_, tunnelErr := vpnconn.New(dual(master(vpnconn.WithRemoteCACertificate(key)))...)
		_, parseErr := vpnconn.ParseIn(aliyun.Edition2025, sent2025(field, key))
		_, queryErr := vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(sentDual("1."+field, key)))
		var s vpnconn.Spec
		readErr := s.UnmarshalYAML(decoded(map[string]any{field: key, "DryRun": 1}))
		for way, err := range map[string]error{"New": newErr, "Parse": parseErr, "UnmarshalYAML": readErr} {
			checkKeyNotIn(t, way, err, field+": bad certificate")
		}
		checkKeyNotIn(t, "a tunnel", tunnelErr, inTunnel("1."+field)+": bad certificate")
		checkKeyNotIn(t, "a tunnel by ParseQuery", queryErr, inTunnel("1."+field)+": bad certificate")
		if err := s.UnmarshalJSON([]byte(text)); err == nil {
			_, err = vpnconn.New(smallest2025(s.Option())...)
			checkKeyNotIn(t, "a Spec", err, field+": conflict")
			checkKeyNotIn(t, "a Spec", err, inTunnel("1."+field)+": bad certificate")
			if shown := fmt.Sprint(s, s.Builder(), s.Tunnels[0]) + jsonOf(fmt.Sprint(s.MarshalYAML())); traceOf(shown) != "" {
				t.Errorf("a Spec shows it: %s", shown)
			}
		}
	}
	for more, want := range map[string]string{
		"&RemoteCaCertificate=a&RemoteCaCertificate=" + keyHead:                                                                     "RemoteCaCertificate: duplicate",
		"&RemoteCaCertificate=" + keyHead + "%zz":                                                                                   "RemoteCaCertificate: bad character",
		"&Tags=" + keyHead + "&Tags.1.Key=a":                                                                                        "Tags: bad type",
		"&TunnelOptionsSpecification=" + keyHead:                                                                                    "TunnelOptionsSpecification: bad type",
		"&TunnelOptionsSpecification.1.Psk=" + keyHead:                                                                              "TunnelOptionsSpecification.1.Psk: unknown parameter",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig=" + keyHead:                                                                  "TunnelOptionsSpecification.1.TunnelIkeConfig: bad type",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=a&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=" + keyHead:           "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk: duplicate",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=" + keyHead + "%E4":                                                      "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk: bad character",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId=a&TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId=" + keyHead: "TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId: duplicate",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig.IkeLifetime=" + keyHead:                                                      "TunnelOptionsSpecification.1.TunnelIkeConfig.IkeLifetime: bad type",
		"&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=a&" + keyHead:                                                            "[hidden]: unknown parameter",
		"&Name=TunnelOptionsSpecification.1.TunnelIkeConfig.Psk%3D" + keyHead + "%0A":                                               "Name: bad character",
		"&HealthCheckConfig=" + keyHead:                                                                                             "HealthCheckConfig: bad type",
		"&BgpConfig=%7B%22LocalAsn%22:%22" + keyHead + "%22%7D":                                                                     "BgpConfig.LocalAsn: bad type",
		"&HealthCheckConfig=%7B%22" + keyHead + "%22:1%7D&Tags.1." + keyHead + "%3D=1":                                              "Tags.1.[hidden]: unknown parameter",
	} {
		_, err := vpnconn.ParseQueryIn(aliyun.Edition2025, sentQuery(more))
		short := namesAndReasons(t, err)
		if !slices.Contains(short, want) {
			t.Errorf("%s: %q, want %q among it", more, short, want)
		}
		for _, e := range err.(mistakes) {
			if !strings.Contains(e.Field, keyHead) { // it looks like a name
				checkHidden(t, more, e)
			}
		}
	}
}

// TestMisplacedKeyStaysOutOfErrors: a key in the wrong place is hidden too.
func TestMisplacedKeyStaysOutOfErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	key, escaped := quoted(theKey), url.QueryEscape(theKey)
	for _, tt := range []struct {
		pairs []string // for Parse
		want  string   // one of the mistakes
	}{
		{[]string{"IkeConfig", theKey}, "IkeConfig: bad type"},
		{[]string{"IkeConfig", key}, "IkeConfig: bad type"},
		{[]string{"IkeConfig", "[" + key + "]"}, "IkeConfig: bad type"},
		{[]string{"IpsecConfig", theKey}, "IpsecConfig: bad type"},
		{[]string{"IpsecConfig", key}, "IpsecConfig: bad type"},
		{[]string{"IpsecConfig", `{"Psk":` + key + `}`}, "IpsecConfig.Psk: unknown parameter"},
		{[]string{"IkeConfig", `{"Psk":` + key}, "IkeConfig: bad type"},
		{[]string{"IkeConfig", `{"Psk":` + key + `}{}`}, "IkeConfig: bad type"},
		{[]string{"IkeConfig", `{"Psk":"` + theKey + `\x"}`}, "IkeConfig: bad type"},
		{[]string{"IkeConfig", `{"Psk":[` + key + `]}`}, "IkeConfig.Psk: bad type"},
		{[]string{"IkeConfig", `{"Psk":{"Psk":` + key + `}}`}, "IkeConfig.Psk: bad type"},
		{[]string{"IkeConfig", `{"Psk":` + key + `,"Psk":"other"}`}, "IkeConfig.Psk: duplicate"},
		{[]string{"IkeConfig", `{"Psk":"other","P\u0073k":` + key + `}`}, "IkeConfig.Psk: duplicate"},
		{[]string{"IkeConfig", `{"Psk":` + key + `}`, "IkeConfig.Psk", "other"}, "IkeConfig.Psk: conflict"},
		{[]string{"IkeConfig", `{"Psk":"other"}`, "IkeConfig.Psk", theKey}, "IkeConfig.Psk: conflict"},
		{[]string{"IkeConfig", `{"Psk":"` + keyHead + `\ud800` + keyTail + `"}`}, "IkeConfig.Psk: bad character"},
		{[]string{"IkeConfig", `{"psk":` + key + `}`}, "IkeConfig.psk: unknown parameter"},
		{[]string{"IkeConfig", `{"PreSharedKey":` + key + `}`}, "IkeConfig.PreSharedKey: unknown parameter"},
		{[]string{"IkeConfig", `{"Keys":[` + key + `]}`}, "IkeConfig.Keys: unknown parameter"},
		{[]string{"IkeConfig", `{"IkeConfig":{"Psk":` + key + `}}`}, "IkeConfig.IkeConfig: unknown parameter"},
		{[]string{"IkeConfig", `{"IkeLifetime":` + key + `}`}, "IkeConfig.IkeLifetime: bad type"},
		{[]string{"IkeConfig.IkeLifetime", theKey}, "IkeConfig.IkeLifetime: bad type"},
		{[]string{"IkeConfig", `{"RemoteId":[` + key + `]}`}, "IkeConfig.RemoteId: bad type"},
		{[]string{"IkeConfig", `{"RemoteId":"other","RemoteId":` + key + `}`}, "IkeConfig.RemoteId: duplicate"},
		{[]string{"IkeConfig", `{"\ud800":` + key + `}`}, "IkeConfig: bad character"},
		{[]string{"Psk", theKey}, "Psk: unknown parameter"},
		{[]string{"PreSharedKey", theKey}, "PreSharedKey: unknown parameter"},
		{[]string{"ikeConfig", `{"Psk":` + key + `}`}, "ikeConfig: unknown parameter"},
		{[]string{"IkeConfig.PSK", theKey}, "IkeConfig.PSK: unknown parameter"},
		{[]string{"IkeConfig.Psk.Psk", theKey}, "IkeConfig.Psk.Psk: unknown parameter"},
		{[]string{"IpsecConfig.Psk", theKey}, "IpsecConfig.Psk: unknown parameter"},
	} {
		_, err := vpnconn.Parse(sentParams(tt.pairs...))
		checkKeyNotIn(t, fmt.Sprint(tt.pairs), err, tt.want)
	}
	for _, tt := range []struct{ more, want string }{ // for ParseQuery
		{"&IkeConfig.Psk=other&IkeConfig.Psk=" + escaped, "IkeConfig.Psk: duplicate"},
		{"&IkeConfig.Psk=" + escaped + "&IkeConfig.Psk=other", "IkeConfig.Psk: duplicate"},
		{"&IkeConfig=%7B%7D&IkeConfig=%7B%22Psk%22:%22" + escaped + "%22%7D", "IkeConfig: duplicate"},
		{"&IkeConfig.RemoteId=other&IkeConfig.RemoteId=" + escaped, "IkeConfig.RemoteId: duplicate"},
		{"&Psk=" + escaped + "&Psk=" + escaped, "Psk: unknown parameter"},
		{"&IkeConfig.Psk=" + keyHead + "%zz" + keyTail, "IkeConfig.Psk: bad character"},
		{"&IkeConfig=" + keyHead + "%" + keyTail, "IkeConfig: bad character"},
		{"&Psk=" + keyHead + "%", "Psk: unknown parameter"},
		{"&IkeConfig.Psk%=" + escaped, "IkeConfig.Psk%: bad character"},
		{"&IkeConfig.Psk%3D" + theKey + "%zz", "[hidden]: bad character"},
		{"&" + `{"RegionId":"x","IkeConfig":{"Psk":` + quoted(theKey) + "}}", "[hidden]: unknown parameter"},
		{"&" + url.QueryEscape("IkeConfig.Psk="+theKey), "IkeConfig.[hidden]: unknown parameter"},
		{`&IkeConfig={"Psk":"a&` + theKey + `"}`, "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk=a&" + keyHead + "==", "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk=a&b=c&" + keyHead + "=", "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk=a&" + keyHead + "%&" + keyTail + "=1", "[hidden]: bad character"},
		{"&IkeConfig.Psk=a&" + keyHead + "%=1", "[hidden]: bad character"},
		{"&IkeConfig.PSK=a&" + keyHead + "=", "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk%=a&" + keyHead + "=", "[hidden]: unknown parameter"},
		{"&IkeConfig%zz=a&" + keyHead + "=", "[hidden]: unknown parameter"},
		{`&IkeConfig={"Psk":"a&` + keyHead + `="}`, "[hidden]: unknown parameter"},
		{"&Psk=a&Psk=b&" + keyHead + "=", "[hidden]: unknown parameter"},
		{`&{"IkeConfig":{"Psk":"a&` + keyHead + `=x"}}`, "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk:a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&IkeConfig.Psk%3Da&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&https://vpc.aliyuncs.com/?IkeConfig.Psk=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&amp;IkeConfig.Psk=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&Name=v%0AIkeConfig.Psk=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&IkeConfig.PreSharedKey=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&pre_shared_key=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&PSK_KEY=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&TunnelOptionsSpecification.1.TunnelIkeConfig.Key=a&" + keyHead + "=x", "[hidden]: unknown parameter"},
		{"&TunnelOptionsSpecification.1.TunnelIkeConfig.Psk=a&" + keyHead + "=", "[hidden]: unknown parameter"},
	} {
		_, err := vpnconn.ParseQuery(sentQuery(tt.more))
		checkKeyNotIn(t, tt.more, err, tt.want)
	}
	for _, tt := range []struct{ text, want string }{ // for a Spec
		{`{"Psk":` + key + `}`, "Psk: unknown parameter"},
		{`{"IkeConfig.Psk":` + key + `}`, "IkeConfig.Psk: unknown parameter"},
		{`{"IkeConfig":{` + quoted("Psk:"+theKey) + `:null}}`, "IkeConfig.[hidden]: unknown parameter"},
		{`{"IkeConfig":` + key + `}`, "IkeConfig: bad type"},
		{`{"IkeConfig":` + quoted(`{"Psk":`+key+`}`) + `}`, "IkeConfig: bad type"},
		{`{"IkeConfig":[{"Psk":` + key + `}]}`, "IkeConfig: bad type"},
		{`{"IkeConfig":{"Psk":"other"},"IkeConfig":{"Psk":` + key + `}}`, "IkeConfig: duplicate"},
		{`{"IpsecConfig":{"Psk":` + key + `}}`, "IpsecConfig.Psk: unknown parameter"},
		{`{"IkeConfig":{"psk":` + key + `}}`, "IkeConfig.psk: unknown parameter"},
		{`{"IkeConfig":{"Psk":"other","Psk":` + key + `}}`, "IkeConfig.Psk: duplicate"},
		{`{"IkeConfig":{"IkeLifetime":` + key + `}}`, "IkeConfig.IkeLifetime: bad type"},
		{`{"IkeConfig":{"Psk":[` + key + `]}}`, "IkeConfig.Psk: bad type"},
		{`{"Name":{"Psk":` + key + `}}`, "Name: bad type"},
		{`{"LocalSubnet":[{"Psk":` + key + `}]}`, "LocalSubnet[0]: bad type"},
		{`[` + key + `]`, "Spec: bad type"},
		{key, "Spec: bad type"},
	} {
		for format, read := range readers(tt.text) {
			if format != "JSON" && strings.Contains(tt.want, "duplicate") {
				continue // YAML packages do not make such a tree
			}
			err := read(new(vpnconn.Spec))
			errs, _ := stderrors.AsType[mistakes](err)
			checkKeyNotIn(t, tt.text+" in "+format, errs, tt.want)
			checkHidden(t, tt.text+" in "+format, err)
		}
	}
	checkKeyNotIn(t, "cut short", new(vpnconn.Spec).UnmarshalJSON([]byte(`{"IkeConfig":{"Psk":`+key)), "Spec: bad type")
	checkKeyNotIn(t, "unreadable YAML", new(vpnconn.Spec).UnmarshalYAML(func(any) error { return fmt.Errorf("at %q", theKey) }), "Spec: bad type")
}

// TestKeyStaysOutOfKeptErrors: an error with all kinds of mistakes about a key, in all kinds of holder.
func TestKeyStaysOutOfKeptErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
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

// TestPieceOfAKeyStaysOutOfErrors: what looks like a key in another value is cut, and then the faulty character may be
// one of the key.
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

// TestKeyInABrokenQueryStaysHidden: if separators or escapes are wrong, a key appears in names and in the values of
// other parameters.
func TestKeyInABrokenQueryStaysHidden(t *testing.T) {
	const key = "S3CRETKEY"
	whole := build(t, everything()...).Query()
	for name, query := range map[string]string{
		"a raw & in the key":                  sentQuery("&IkeConfig.Psk=rock&" + key),
		"two of them":                         sentQuery("&IkeConfig.Psk=rock&" + key + "&roll"),
		"in JSON":                             sentQuery(`&IkeConfig={"Psk":"rock&` + key + `&roll"}`),
		"and a bad escape after it":           sentQuery("&IkeConfig.Psk=rock&" + key + "%"),
		"a space in place of the =":           sentQuery("&IkeConfig.Psk+" + key),
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

// TestNamesThatMayBeShown: an unknown name is shown, to help find the typo, if it cannot be a key.
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
		"&IkeConfig.Psk=k&IpsecConfig.IpsecPfs=group2&Colour=red": "Colour: unknown parameter",
		"&IkeConfig.Psk=k&Format=JSON&Colour=red":                 "Colour: unknown parameter",
		"&IkeConfig.Psk=k&name=ab&Colour=red":                     "Colour: unknown parameter; name: unknown parameter: did you mean Name?",
		"&IkeConfig.psk=k&IkeConfig[RemoteId]=r&IkeConfig.Psk=k":  "IkeConfig.psk: unknown parameter: did you mean IkeConfig.Psk?; IkeConfig[RemoteId]: unknown parameter: did you mean IkeConfig.RemoteId?",
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
