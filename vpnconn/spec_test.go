package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

const fullSpecJSON = `{
	"RegionId": "cn-shanghai", "VpnGatewayId": "vpn-1", "CustomerGatewayId": "cgw-1",
	"LocalSubnet": ["10.0.0.0/24", "10.2.0.0/24"], "RemoteSubnet": ["10.1.0.0/24"],
	"ClientToken": "token", "Name": "idc", "EffectImmediately": false,
	"IkeConfig": {
		"Psk": "key", "IkeVersion": "ikev1", "IkeMode": "main", "IkeEncAlg": "aes", "IkeAuthAlg": "sha1",
		"IkePfs": "group2", "IkeLifetime": 0, "LocalIdIPsec": "l", "RemoteId": "r"
	},
	"IpsecConfig": {"IpsecEncAlg": "aes256", "IpsecAuthAlg": "md5", "IpsecPfs": "group14", "IpsecLifetime": 86400}
}`

// fullSpec returns the Spec of fullSpecJSON.
func fullSpec() vpnconn.Spec {
	return vpnconn.Spec{
		RegionID: "cn-shanghai", VPNGatewayID: "vpn-1", CustomerGatewayID: "cgw-1",
		LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24"}, RemoteSubnets: []string{"10.1.0.0/24"},
		ClientToken: new("token"), Name: new("idc"), EffectImmediately: new(false),
		IKE: &vpnconn.IKESpec{
			PSK: ikeconfig.NewSecret("key"), Version: new(ikeconfig.V1), Mode: new(ikeconfig.Main),
			EncAlg: new(ikeconfig.AES), AuthAlg: new(ikeconfig.SHA1), PFS: new(ikeconfig.Group2), Lifetime: new(int64(0)),
			LocalID: new("l"), RemoteID: new("r"),
		},
		IPsec: &vpnconn.IPsecSpec{
			EncAlg: new(ipsecconfig.AES256), AuthAlg: new(ipsecconfig.MD5), PFS: new(ipsecconfig.Group14), Lifetime: new(int64(86400)),
		},
	}
}

// decoded acts as a YAML package: it returns the function that UnmarshalYAML is called with, for a document that the
// package decodes into an any as tree. It decodes into nothing else.
func decoded(tree any) func(any) error {
	return func(to any) error {
		into, isAny := to.(*any)
		if !isAny {
			return fmt.Errorf("no mapping of %T", to)
		}
		*into = tree
		return nil
	}
}

// anyKeys returns a tree with the maps of gopkg.in/yaml.v2, which have keys of any type.
func anyKeys(tree any) any {
	members, ok := tree.(map[string]any)
	if !ok {
		return tree
	}
	m := make(map[any]any)
	for name, value := range members {
		m[name] = anyKeys(value)
	}
	return m
}

// A specReader is a Spec, or a part of one.
type specReader interface {
	json.Unmarshaler
	UnmarshalYAML(func(any) error) error
}

// readers has the ways to read a file: as JSON and, unless YAML packages cannot make its tree, as YAML.
func readers(text string) map[string]func(specReader) error {
	list := map[string]func(specReader) error{
		"JSON": func(to specReader) error { return json.Unmarshal([]byte(text), to) },
	}
	var tree any
	if json.Unmarshal([]byte(text), &tree) == nil && !strings.Contains(text, `\u`) {
		list["YAML"] = func(to specReader) error { return to.UnmarshalYAML(decoded(tree)) }
		list["YAML, any keys"] = func(to specReader) error { return to.UnmarshalYAML(decoded(anyKeys(tree))) }
	}
	return list
}

// mistakesOf returns the mistakes of an error in short, "Field: reason", joined.
func mistakesOf(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	errs, ok := stderrors.AsType[mistakes](err)
	if !ok {
		t.Fatalf("the error is a %T, want ValidationErrors in it: %v", err, err)
	}
	checkWellFormed(t, errs)
	return strings.Join(namesAndReasons(t, errs), ", ")
}

func TestSpecReads(t *testing.T) {
	for _, tt := range []struct {
		name, json string
		want       vpnconn.Spec
		why        string
	}{
		{"everything", fullSpecJSON, fullSpec(), "the documented names"},
		{"nothing", " {} ", vpnconn.Spec{}, "Build checks what is missing"},
		{"a schema", `{"$schema":"spec.schema.json","Name":"idc"}`, vpnconn.Spec{Name: new("idc")}, "editors use it"},
		{"nulls", `{"RegionId":null,"LocalSubnet":null,"ClientToken":null,"EffectImmediately":null,"IkeConfig":null,"IpsecConfig":{"IpsecPfs":null,"IpsecLifetime":null}}`,
			vpnconn.Spec{}, "null is unset"},
		{"one string of blocks", `{"LocalSubnet":"10.0.0.0/24, 10.2.0.0/24","RemoteSubnet":"10.1.0.0/24"}`,
			vpnconn.Spec{LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24"}, RemoteSubnets: []string{"10.1.0.0/24"}}, "as the API has it"},
		{"strings of blocks", `{"LocalSubnet":["10.0.0.0/24,10.2.0.0/24","10.3.0.0/24"]}`,
			vpnconn.Spec{LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24", "10.3.0.0/24"}}, "each may itself be a list"},
		{"empty texts", `{"Name":"","ClientToken":"","IkeConfig":{"Psk":"","IkeVersion":"","RemoteId":""}}`,
			vpnconn.Spec{Name: new(""), ClientToken: new(""), IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(""), Version: new(ikeconfig.Version("")), RemoteID: new("")}},
			"set but empty, which Build refuses"},
		{"LocalId", `{"IkeConfig":{"LocalId":"l"}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{LocalID: new("l")}}, "the name that clients send"},
		{"both local IDs", `{"IkeConfig":{"LocalId":"l","LocalIdIPsec":"l"}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{LocalID: new("l")}}, "they agree"},
		{"numbers by value", `{"IkeConfig":{"IkeLifetime":86400.0},"IpsecConfig":{"IpsecLifetime":1e3}}`,
			vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(86400))}, IPsec: &vpnconn.IPsecSpec{Lifetime: new(int64(1000))}}, "a number has many notations"},
		{"minus 0", `{"IkeConfig":{"IkeLifetime":-0}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(0))}}, "its value is 0"},
		{"a lifetime that Build refuses", `{"IkeConfig":{"IkeLifetime":-86401}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(-86401))}}, "a Spec can hold it"},
		{"escapes", `{"\u004eame":"\u0061b"}`, vpnconn.Spec{Name: new("ab")}, "the same name and value"},
	} {
		for format, read := range readers(tt.json) {
			got := fullSpec() // everything is replaced: reading does not merge
			if err := read(&got); err != nil {
				t.Errorf("%s in %s: %v: %s", tt.name, format, err, tt.why)
			} else if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s in %s: %s (-want +got):\n%s", tt.name, format, tt.why, diff)
			}
		}
	}
}

func TestSpecRefuses(t *testing.T) {
	for _, tt := range []struct {
		json, want string // want: field and reason of each mistake
		why        string
	}{
		{`[]`, "Spec: bad type", "an error about the whole"},
		{`"secret"`, "Spec: bad type", "an error about the whole"},
		{`{"Action":"x","IkeConfig.Psk":"x"}`, "Action: unknown parameter, IkeConfig.Psk: unknown parameter", "a suggestion must not be refused itself"},
		{`{"Colour":1}`, "Colour: unknown parameter", "a typo must be an error"},
		{`{"regionId":"cn-shanghai","NAME":"idc"}`, "NAME: unknown parameter, regionId: unknown parameter", "encoding/json would fold them"},
		{`{"IkeConfig":{"P\u017fk":"k"}}`, "IkeConfig.P\u017fk: unknown parameter", "encoding/json would fold a long s"},
		{`{"RegionID":"cn-shanghai","LocalSubnets":[],"IKE":{}}`, "IKE: unknown parameter, LocalSubnets: unknown parameter, RegionID: unknown parameter", "members have the documented names"},
		{`{"Action":"CreateVpnConnection","Version":"2016-04-28"}`, "Action: unknown parameter, Version: unknown parameter", "a file is not a client's request"},
		{`{"IkeConfig":"{\"Psk\":\"k\"}"}`, "IkeConfig: bad type", "nest it"},
		{`{"IkeConfig":[],"IpsecConfig":1}`, "IkeConfig: bad type, IpsecConfig: bad type", "an object"},
		{`{"IkeConfig":{"LocalId":"a","LocalIdIPsec":"b"}}`, "IkeConfig.LocalIdIPsec: conflict", "as in Parse"},
		{`{"RegionId":1,"ClientToken":2,"Name":3}`, "RegionId: bad type, ClientToken: bad type, Name: bad type", "a Spec is not guessed"},
		{`{"RegionId":["cn-shanghai"],"Name":{},"ClientToken":true}`, "RegionId: bad type, ClientToken: bad type, Name: bad type", "a Spec is not guessed"},
		{`{"EffectImmediately":"true"}`, "EffectImmediately: bad type", "true without quotes"},
		{`{"EffectImmediately":1}`, "EffectImmediately: bad type", "true without quotes"},
		{`{"IkeConfig":{"IkeLifetime":"3600"}}`, "IkeConfig.IkeLifetime: bad type", "only clients may quote numbers"},
		{`{"IkeConfig":{"IkeLifetime":""}}`, "IkeConfig.IkeLifetime: bad type", "empty is not unset here"},
		{`{"IpsecConfig":{"IpsecLifetime":0.5}}`, "IpsecConfig.IpsecLifetime: not a whole number", "a Spec cannot hold it"},
		{`{"IpsecConfig":{"IpsecLifetime":-1.5}}`, "IpsecConfig.IpsecLifetime: out of range", "the range comes before the fraction"},
		{`{"IpsecConfig":{"IpsecLifetime":1e300}}`, "IpsecConfig.IpsecLifetime: out of range", "a Spec cannot hold it"},
		{`{"IpsecConfig":{"IpsecLifetime":1e999999999}}`, "IpsecConfig.IpsecLifetime: out of range", "a Spec cannot hold it"},
		{`{"IkeConfig":{"Psk":12345678}}`, "IkeConfig.Psk: bad type", "digits need quotes, or 0x10 would become 16 in YAML"},
		{`{"IkeConfig":{"Psk":["hidden"]}}`, "IkeConfig.Psk: bad type", "what [hidden] is in YAML without quotes"},
		{`{"LocalSubnet":10}`, "LocalSubnet: bad type", "blocks are text"},
		{`{"LocalSubnet":["10.0.0.0/24",10,null,["a"]]}`, "LocalSubnet[1]: bad type, LocalSubnet[2]: bad type, LocalSubnet[3]: bad type", "blocks are text"},
		{`{"LocalSubnet":["10.0.0.0/24,10.0.1.0/24",5]}`, "LocalSubnet[2]: bad type", "an element may have several blocks"},
		{`{"IkeConfig":{"Psk":"[hidden]"}}`, "IkeConfig.Psk: unsupported value", "the output of a Spec is not valid input"},
		{`{"IkeConfig":{"Psk":"\u005bhidden]"}}`, "IkeConfig.Psk: unsupported value", "the same text"},
		{`{"Zeta":1,"Name":1,"IkeConfig":{"Alpha":1,"Psk":1},"LocalSubnet":1,"RegionId":1}`,
			"LocalSubnet: bad type, RegionId: bad type, IkeConfig.Psk: bad type, Name: bad type, IkeConfig.Alpha: unknown parameter, Zeta: unknown parameter", "documented order, unknown names last"},
		{`{"Name":"a\ud800","IkeConfig":{"Psk":"\udc00"}}`, "IkeConfig.Psk: bad character, Name: bad character", "half a character is invalid"},
		{`{"Name\ud800":1}`, "Name\ufffd: bad character", "no name"},

		{`{"IkeConfig":{"$schema":"spec.schema.json"}}`, "IkeConfig.[hidden]: unknown parameter", "only the file itself can name its schema"},
		{`{"Edition":"02019"}`, "Edition: unsupported value", "a number, or the same in quotes"},
		{`{"Edition":"+2025"}`, "Edition: unsupported value", "a number, or the same in quotes"},
		{`{"RegionId":"","VpnGatewayId":"","CustomerGatewayId":""}`, "CustomerGatewayId: empty, RegionId: empty, VpnGatewayId: empty", "in the struct, empty text means unset"},
		{`{"RemoteSubnet":[],"LocalSubnet":[]}`, "LocalSubnet: required, RemoteSubnet: required", "in the struct, an empty list means unset"},
	} {
		for format, read := range readers(tt.json) {
			got := fullSpec()
			if short := mistakesOf(t, read(&got)); short != tt.want {
				t.Errorf("%s in %s: %s, want %s: %s", tt.json, format, short, tt.want, tt.why)
			}
			if diff := cmp.Diff(fullSpec(), got); diff != "" {
				t.Errorf("%s in %s changed the Spec despite an error (-before +after):\n%s", tt.json, format, diff)
			}
		}
	}
	for text, want := range map[string]string{ // not possible in a tree
		`{"Name":"ab","Name":"ab"}`:                                "Name: duplicate",
		`{"Name":"ab","N\u0061me":"cd"}`:                           "Name: duplicate",
		`{"Name":null,"Name":"ab"}`:                                "Name: duplicate",
		`{"IkeConfig":{"Psk":"a"},"IkeConfig":{"IkeMode":"main"}}`: "IkeConfig: duplicate",
		`{"IkeConfig":{"Psk":"a","P\u0073k":"b"}}`:                 "IkeConfig.Psk: duplicate",
		"":                   "Spec: bad type", // encoding/json refuses the rest before a Spec sees it
		"{":                  "Spec: bad type",
		`{"Name":"secret"`:   "Spec: bad type",
		`{"Name":"secret",}`: "Spec: bad type",
		"{}{}":               "Spec: bad type",
		"\xff":               "Spec: bad type",
	} {
		got := fullSpec()
		if short := mistakesOf(t, got.UnmarshalJSON([]byte(text))); short != want {
			t.Errorf("%q: %s, want %s", text, short, want)
		}
		if diff := cmp.Diff(fullSpec(), got); diff != "" {
			t.Errorf("%q changed the Spec despite an error (-before +after):\n%s", text, diff)
		}
	}
}

// TestSpecSuggests: an unknown member gets the intended name as a suggestion, if a Spec has it.
func TestSpecSuggests(t *testing.T) {
	for _, tt := range []struct{ name, want, why string }{
		{"regionId", "RegionId", "another letter case"},
		{"Psk", "IkeConfig.Psk", "it belongs in the phase"},
		{"IkeConfig.Psk", "IkeConfig", "a member of a member"},
		{"TunnelOptionsSpecification.1.Role", "TunnelOptionsSpecification.1", "likewise"},
		{"IKE", "IkeConfig", "a name in Go"},
		{"Tunnels", "TunnelOptionsSpecification", "likewise"},
		{"action", "", "a Spec has no action, in any spelling"},
		{"Action", "", "likewise"},
		{"Colour", "", "nothing similar"},
	} {
		e, ok := stderrors.AsType[*mistake](new(vpnconn.Spec).UnmarshalJSON([]byte(`{` + jsonOf(tt.name) + `:null}`)))
		if !ok || e.Reason != vpnerrors.ErrUnknownParameter || e.Suggest != tt.want {
			t.Errorf("%s: %v, want an unknown parameter with the suggestion %q: %s", tt.name, e, tt.want, tt.why)
		}
	}
}

// TestNullLeavesAll: null changes nothing.
func TestNullLeavesAll(t *testing.T) {
	type file struct {
		Connection vpnconn.Spec
		IKE        vpnconn.IKESpec
		IPsec      vpnconn.IPsecSpec
		PSK        ikeconfig.Secret
		Request    vpnconn.Request
	}
	full := func() file {
		return file{fullSpec(), *fullSpec().IKE, *fullSpec().IPsec, ikeconfig.NewSecret("key"), build(t, everything()...)}
	}
	got := full()
	for _, err := range []error{
		json.Unmarshal([]byte(`{"Connection":null,"IKE":null,"IPsec":null,"PSK":null,"Request":null}`), &got),
		got.Connection.UnmarshalYAML(decoded(nil)), got.IKE.UnmarshalYAML(decoded(nil)), got.IPsec.UnmarshalYAML(decoded(nil)),
		got.Request.UnmarshalJSON([]byte("null")),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(full(), got); diff != "" {
		t.Errorf("null changed something (-before +after):\n%s", diff)
	}
}

// TestPhaseSpecs: the two parts read the same alone as within a Spec, replacing all, and use full field names.
func TestPhaseSpecs(t *testing.T) {
	for text, want := range map[string]struct{ ike, ipsec string }{
		`{}`:                                     {},
		`{"Psk":"[hidden]"}`:                     {"IkeConfig.Psk: unsupported value", "IpsecConfig.Psk: unknown parameter"},
		`1`:                                      {"IkeConfig: bad type", "IpsecConfig: bad type"},
		`{"A":"","A":""}`:                        {"IkeConfig.A: unknown parameter", "IpsecConfig.A: unknown parameter"},
		`{"IkeLifetime":0.5,"IpsecLifetime":-1}`: {"IkeConfig.IkeLifetime: not a whole number, IkeConfig.IpsecLifetime: unknown parameter", "IpsecConfig.IpsecLifetime: out of range, IpsecConfig.IkeLifetime: unknown parameter"},
	} {
		for format, read := range readers(text) {
			ike, ipsec := fullSpec().IKE, fullSpec().IPsec
			got := struct{ ike, ipsec string }{mistakesOf(t, read(ike)), mistakesOf(t, read(ipsec))}
			if got != want {
				t.Errorf("%s in %s: %q, want %q", text, format, got, want)
			}
			wantIKE, wantIPsec := fullSpec().IKE, fullSpec().IPsec
			if want.ike == "" { // and nothing remains from before
				wantIKE, wantIPsec = new(vpnconn.IKESpec), new(vpnconn.IPsecSpec)
			}
			if diff := cmp.Diff([]any{wantIKE, wantIPsec}, []any{ike, ipsec}); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", text, format, diff)
			}
		}
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal([]byte(fullSpecJSON), &parts); err != nil {
		t.Fatal(err)
	}
	var ike vpnconn.IKESpec
	var ipsec vpnconn.IPsecSpec
	if err := stderrors.Join(json.Unmarshal(parts["IkeConfig"], &ike), json.Unmarshal(parts["IpsecConfig"], &ipsec)); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]any{*fullSpec().IKE, *fullSpec().IPsec}, []any{ike, ipsec}); diff != "" {
		t.Errorf("the parts (-want +got):\n%s", diff)
	}
}

// TestSpecHasEveryParameter: a parameter that a Spec lacks would be read from a file and silently dropped.
func TestSpecHasEveryParameter(t *testing.T) {
	want := append(documentedNames(parameters.Every(), ""), "Edition") // which only files have
	want = slices.DeleteFunc(want, func(name string) bool {
		// A Spec has only one action, and a tunnel's BGP has no Enable of its own, although the struct has.
		return name == "Action"
	})
	want = append(want, "TunnelOptionsSpecification.TunnelBgpConfig.EnableBgp")
	got := specNames(reflect.TypeFor[vpnconn.Spec](), "", "json")
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the members of a Spec in JSON are %q, want %q", got, want)
	}
	if yaml := specNames(reflect.TypeFor[vpnconn.Spec](), "", "yaml"); !slices.Equal(slices.Sorted(slices.Values(yaml)), want) {
		t.Errorf("the members of a Spec in YAML are %q, want %q", yaml, want)
	}
}

// specNames returns the names that a tag gives the fields of a struct, dotted for the phases.
func specNames(t reflect.Type, prefix, tag string) []string {
	var names []string
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get(tag), ",")
		names = append(names, prefix+name)
		if kind := f.Type.Kind(); (kind == reflect.Pointer || kind == reflect.Slice) && f.Type.Elem().Kind() == reflect.Struct {
			names = append(names, specNames(f.Type.Elem(), prefix+name+".", tag)...)
		}
	}
	return names
}

// documentedNames returns the names of all parameters of t, and of the members of their objects.
func documentedNames(t *parameters.Table, prefix string) []string {
	var names []string
	for _, m := range t.Members {
		names = append(names, prefix+m.Names[0]) // for the local identifier, the name that both editions send
		if m.Table != nil {
			names = append(names, documentedNames(m.Table, prefix+m.Name+".")...)
		}
	}
	return names
}

// TestSpecReadsAllMistakes: with mistakes of form come mistakes in values that no default can fix, so that a file can
// be fixed in one round.
func TestSpecReadsAllMistakes(t *testing.T) {
	for _, tt := range []struct{ file, want, why string }{
		{`{"Colour":1,"Name":"\u0001","IkeConfig":{"IkeLifetime":90000}}`,
			"IkeConfig.IkeLifetime: out of range, Name: bad character, Colour: unknown parameter", "wrong in every edition"},
		{`{"Colour":1,"IkeConfig":{"LocalId":"\u0001"}}`, "IkeConfig.LocalIdIPsec: bad character, Colour: unknown parameter", "the same by another name"},
		{`{"Colour":1,"IkeConfig":{"IkeAuthAlg":"sha256","IkePfs":"group24"}}`, "Colour: unknown parameter", "valid in an edition that a default may name"},
		{`{"Colour":1,"Edition":2025,"IkeConfig":{"IkeAuthAlg":"sha256","IkePfs":"group24"}}`,
			"IkeConfig.IkePfs: unsupported value, Colour: unknown parameter", "wrong in the edition of the file"},
		{`{"Colour":1,"BgpConfig":{"TunnelCidr":"10.0.0.0/30"}}`, "BgpConfig.TunnelCidr: unsupported value, Colour: unknown parameter", "what only one edition has"},
		{`{"Colour":1}`, "Colour: unknown parameter", "what is missing may come from a default"},
		{`{"LocalSubnet":[5,"10.0.0.1/8"]}`, "LocalSubnet[0]: bad type", "the indices of the other blocks are not known"},
		{`{"Name":"x"}`, "", "the form is right, and Build finds the rest"},
	} {
		var s vpnconn.Spec
		err := json.Unmarshal([]byte(tt.file), &s)
		if got := reasonsOf(err); got != tt.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", tt.file, tt.why, got, tt.want)
		}
	}
}

// reasonsOf returns the fields and reasons of mistakes on one line.
func reasonsOf(err error) string {
	list, _ := err.(mistakes)
	var texts []string
	for _, e := range list {
		texts = append(texts, e.Field+": "+e.Reason.Error())
	}
	return strings.Join(texts, ", ")
}
