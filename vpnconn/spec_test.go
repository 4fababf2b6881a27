package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
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

// fullSpec returns what fullSpecJSON says.
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

// smallSpec returns the request of sentParams as a Spec.
func smallSpec() vpnconn.Spec {
	return vpnconn.Spec{
		RegionID: "cn-shanghai", VPNGatewayID: "vpn-1", CustomerGatewayID: "cgw-1",
		LocalSubnets: []string{"10.0.0.0/24"}, RemoteSubnets: []string{"10.1.0.0/24"},
	}
}

func TestSpecReadsJSON(t *testing.T) {
	for _, tt := range []struct {
		name, json string
		want       vpnconn.Spec
		why        string
	}{
		{"everything", fullSpecJSON, fullSpec(), "the documented names"},
		{"nothing", " {} ", vpnconn.Spec{}, "whether it is enough is for Build to say"},
		{"nulls", `{"RegionId":null,"LocalSubnet":null,"ClientToken":null,"EffectImmediately":null,"IkeConfig":null,"IpsecConfig":{"IpsecPfs":null,"IpsecLifetime":null}}`,
			vpnconn.Spec{}, "null is unset"},
		{"one string of blocks", `{"LocalSubnet":"10.0.0.0/24, 10.2.0.0/24","RemoteSubnet":"10.1.0.0/24"}`,
			vpnconn.Spec{LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24"}, RemoteSubnets: []string{"10.1.0.0/24"}}, "as the API has it"},
		{"strings of blocks", `{"LocalSubnet":["10.0.0.0/24,10.2.0.0/24","10.3.0.0/24"]}`,
			vpnconn.Spec{LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24", "10.3.0.0/24"}}, "each may be a list itself"},
		{"empty texts", `{"Name":"","ClientToken":"","IkeConfig":{"Psk":"","IkeVersion":"","RemoteId":""}}`,
			vpnconn.Spec{Name: new(""), ClientToken: new(""), IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(""), Version: new(ikeconfig.Version("")), RemoteID: new("")}},
			"set but empty, which is for Build to refuse"},
		{"LocalId", `{"IkeConfig":{"LocalId":"l"}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{LocalID: new("l")}}, "the name that clients send"},
		{"both local IDs", `{"IkeConfig":{"LocalId":"l","LocalIdIPsec":"l"}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{LocalID: new("l")}}, "they agree"},
		{"numbers by value", `{"IkeConfig":{"IkeLifetime":86400.0},"IpsecConfig":{"IpsecLifetime":1e3}}`,
			vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(86400))}, IPsec: &vpnconn.IPsecSpec{Lifetime: new(int64(1000))}}, "JSON has many ways to write one"},
		{"a lifetime for Build to refuse", `{"IkeConfig":{"IkeLifetime":-86401}}`, vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(-86401))}}, "a Spec can hold it"},
		{"escapes", `{"\u004eame":"\u0061b"}`, vpnconn.Spec{Name: new("ab")}, "the same name and value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := fullSpec() // all of which goes: reading does not merge
			if err := json.Unmarshal([]byte(tt.json), &got); err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Spec (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

func TestSpecLeavesNull(t *testing.T) {
	type file struct {
		Connection vpnconn.Spec
		IKE        vpnconn.IKESpec
		IPsec      vpnconn.IPsecSpec
		PSK        ikeconfig.Secret
	}
	full := func() file { return file{fullSpec(), *fullSpec().IKE, *fullSpec().IPsec, ikeconfig.NewSecret("key")} }
	got := full()
	if err := json.Unmarshal([]byte(`{"Connection":null,"IKE":null,"IPsec":null,"PSK":null}`), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full(), got); diff != "" {
		t.Errorf("null changed something (-before +after):\n%s", diff)
	}
}

func TestSpecRefusesJSON(t *testing.T) {
	for _, tt := range []struct {
		name, json, want string // want: field and reason of each mistake
		why              string
	}{
		{"no object", `[]`, "Spec: bad type", "it is about the whole"},
		{"a name that is not of a Spec", `{"Action":"x","IkeConfig.Psk":"x"}`, "Action: unknown parameter, IkeConfig.Psk: unknown parameter", "no suggestion that is refused as well"},
		{"place in the whole list", `{"LocalSubnet":["10.0.0.0/24,10.0.1.0/24",5]}`, "LocalSubnet[2]: bad type", "an element may have several blocks"},
		{"text", `"secret"`, "Spec: bad type", "it is about the whole"},
		{"unknown member", `{"Colour":1}`, "Colour: unknown parameter", "a slip in a file must not pass unnoticed"},
		{"other letters", `{"regionId":"cn-shanghai","NAME":"idc"}`, "NAME: unknown parameter, regionId: unknown parameter", "encoding/json would fold them"},
		{"folded beyond ASCII", `{"IkeConfig":{"P\u017fk":"k"}}`, "IkeConfig.P\u017fk: unknown parameter", "encoding/json would fold a long s"},
		{"Go names", `{"RegionID":"cn-shanghai","LocalSubnets":[],"IKE":{}}`, "IKE: unknown parameter, LocalSubnets: unknown parameter, RegionID: unknown parameter", "members have the documented names"},
		{"Action", `{"Action":"CreateVpnConnection"}`, "Action: unknown parameter", "a Spec is of nothing else"},
		{"common parameter", `{"Version":"2016-04-28"}`, "Version: unknown parameter", "not a client's request but a file"},
		{"dotted", `{"IkeConfig.Psk":"k"}`, "IkeConfig.Psk: unknown parameter", "nest it"},
		{"phase as text", `{"IkeConfig":"{\"Psk\":\"k\"}"}`, "IkeConfig: bad type", "nest it"},
		{"phase as list", `{"IkeConfig":[],"IpsecConfig":1}`, "IkeConfig: bad type, IpsecConfig: bad type", "an object"},
		{"repeated member", `{"Name":"ab","Name":"ab"}`, "Name: duplicate", "even where they agree"},
		{"repeated by an escape", `{"Name":"ab","N\u0061me":"cd"}`, "Name: duplicate", "an escape makes no other name"},
		{"repeated null", `{"Name":null,"Name":"ab"}`, "Name: duplicate", "there twice"},
		{"repeated phase", `{"IkeConfig":{"Psk":"a"},"IkeConfig":{"IkeMode":"main"}}`, "IkeConfig: duplicate", "not merged"},
		{"repeated in a phase", `{"IkeConfig":{"Psk":"a","P\u0073k":"b"}}`, "IkeConfig.Psk: duplicate", "as in Parse"},
		{"local IDs differ", `{"IkeConfig":{"LocalId":"a","LocalIdIPsec":"b"}}`, "IkeConfig.LocalIdIPsec: conflict", "as in Parse"},
		{"numbers for text", `{"RegionId":1,"ClientToken":2,"Name":3}`, "RegionId: bad type, ClientToken: bad type, Name: bad type", "a Spec is not guessed at"},
		{"lists for text", `{"RegionId":["cn-shanghai"],"Name":{}}`, "RegionId: bad type, Name: bad type", "a Spec is not guessed at"},
		{"text for a boolean", `{"EffectImmediately":"true"}`, "EffectImmediately: bad type", "true without quotes"},
		{"a number for a boolean", `{"EffectImmediately":1}`, "EffectImmediately: bad type", "true without quotes"},
		{"text for a number", `{"IkeConfig":{"IkeLifetime":"3600"}}`, "IkeConfig.IkeLifetime: bad type", "clients quote numbers, files need not"},
		{"empty text for a number", `{"IkeConfig":{"IkeLifetime":""}}`, "IkeConfig.IkeLifetime: bad type", "nor is empty unset here"},
		{"a fraction", `{"IpsecConfig":{"IpsecLifetime":0.5}}`, "IpsecConfig.IpsecLifetime: not a whole number", "a Spec cannot hold it"},
		{"a number beyond an int64", `{"IpsecConfig":{"IpsecLifetime":1e999999999}}`, "IpsecConfig.IpsecLifetime: out of range", "a Spec cannot hold it"},
		{"a number for a key", `{"IkeConfig":{"Psk":12345678}}`, "IkeConfig.Psk: bad type", "digits need quotes"},
		{"a number for a list", `{"LocalSubnet":10}`, "LocalSubnet: bad type", "blocks are text"},
		{"numbers in a list", `{"LocalSubnet":["10.0.0.0/24",10,null,["a"]]}`, "LocalSubnet[1]: bad type, LocalSubnet[2]: bad type, LocalSubnet[3]: bad type", "blocks are text"},
		{"half a character", `{"Name":"a\ud800","IkeConfig":{"Psk":"\udc00"}}`, "IkeConfig.Psk: bad character, Name: bad character", "no text"},
		{"half a character in a list", `{"RemoteSubnet":["\ud800"]}`, "RemoteSubnet[0]: bad character", "no text"},
		{"half a character in a name", `{"Name\ud800":1}`, "Name\ufffd: bad character", "no name"},
		{"hidden key", `{"IkeConfig":{"Psk":"[hidden]"}}`, "IkeConfig.Psk: unsupported value", "a Spec that was printed is none to be used"},
		{"hidden key in escapes", `{"IkeConfig":{"Psk":"\u005bhidden]"}}`, "IkeConfig.Psk: unsupported value", "the same text"},
		{"all at once", `{"Zeta":1,"Name":1,"IkeConfig":{"Alpha":1,"Psk":1},"LocalSubnet":1,"RegionId":1}`,
			"LocalSubnet: bad type, RegionId: bad type, IkeConfig.Psk: bad type, Name: bad type, IkeConfig.Alpha: unknown parameter, Zeta: unknown parameter", "documented order, unknown names last"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := fullSpec()
			err := json.Unmarshal([]byte(tt.json), &got)
			errs, ok := stderrors.AsType[mistakes](err)
			if !ok {
				t.Fatalf("the error is a %T, want ValidationErrors in it: %v", err, err)
			}
			checkErrorLaws(t, errs)
			if short := strings.Join(namesAndReasons(t, errs), ", "); short != tt.want {
				t.Errorf("got  %s\nwant %s\n%s", short, tt.want, tt.why)
			}
			if diff := cmp.Diff(fullSpec(), got); diff != "" {
				t.Errorf("the Spec changed in spite of an error (-before +after):\n%s", diff)
			}
		})
	}
}

// TestSpecSuggests: an unknown member gets the name that was meant, if that is one of a Spec.
func TestSpecSuggests(t *testing.T) {
	for _, tt := range []struct{ name, want, why string }{
		{"regionId", "RegionId", "another letter case"},
		{"Psk", "IkeConfig.Psk", "it belongs into the phase"},
		{"action", "", "a Spec has none, however it is written"},
		{"Action", "", "likewise"},
		{"Colour", "", "nothing like it"},
	} {
		var s vpnconn.Spec
		e, ok := stderrors.AsType[*mistake](s.UnmarshalJSON([]byte(`{` + jsonOf(tt.name) + `:null}`)))
		if !ok || e.Reason != vpnerrors.ErrUnknownParameter || e.Suggest != tt.want {
			t.Errorf("%s: %v, want an unknown parameter with the suggestion %q: %s", tt.name, e, tt.want, tt.why)
		}
	}
}

// TestSpecRefusesWhatIsNoJSON: encoding/json refuses it before a Spec sees it; whoever calls the method gets our error.
func TestSpecRefusesWhatIsNoJSON(t *testing.T) {
	for _, text := range []string{"", "{", `{"Name":"secret"`, `{"Name":"secret",}`, "{}{}", "\xff"} {
		got := fullSpec()
		err := got.UnmarshalJSON([]byte(text))
		if diff := cmp.Diff(error(mistakes{{Field: "Spec", Reason: vpnerrors.ErrBadType}}), err); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if diff := cmp.Diff(fullSpec(), got); diff != "" {
			t.Errorf("%q changed the Spec (-before +after):\n%s", text, diff)
		}
	}
}

// TestPhaseSpecs: the two parts read alone what they read within a Spec, and name their fields in full.
func TestPhaseSpecs(t *testing.T) {
	var whole struct {
		IkeConfig   vpnconn.IKESpec
		IpsecConfig vpnconn.IPsecSpec
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal([]byte(fullSpecJSON), &parts); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(parts["IkeConfig"], &whole.IkeConfig); err != nil {
		t.Error(err)
	}
	if err := json.Unmarshal(parts["IpsecConfig"], &whole.IpsecConfig); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(fullSpec(), vpnconn.Spec{IKE: &whole.IkeConfig, IPsec: &whole.IpsecConfig}, cmp.FilterPath(
		func(p cmp.Path) bool { return len(p) == 2 && p.String() != "IKE" && p.String() != "IPsec" }, cmp.Ignore())); diff != "" {
		t.Errorf("the parts (-want +got):\n%s", diff)
	}
	for text, want := range map[string][2]string{
		`{"Psk":"[hidden]"}`: {"IkeConfig.Psk: unsupported value", "IpsecConfig.Psk: unknown parameter"},
		`1`:                  {"IkeConfig: bad type", "IpsecConfig: bad type"},
		`{"A":"","A":""}`:    {"IkeConfig.A: unknown parameter", "IpsecConfig.A: unknown parameter"},
	} {
		ike, ipsec := fullSpec().IKE, fullSpec().IPsec
		got := [2]string{
			strings.Join(namesAndReasons(t, ike.UnmarshalJSON([]byte(text))), ", "),
			strings.Join(namesAndReasons(t, ipsec.UnmarshalJSON([]byte(text))), ", "),
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if diff := cmp.Diff([]any{fullSpec().IKE, fullSpec().IPsec}, []any{ike, ipsec}); diff != "" {
			t.Errorf("%s: changed in spite of an error (-before +after):\n%s", text, diff)
		}
	}
}

// TestPhaseSpecsReadAnew: nothing of an earlier reading stays, least of all a key.
func TestPhaseSpecsReadAnew(t *testing.T) {
	ike, ipsec := fullSpec().IKE, fullSpec().IPsec
	if err := json.Unmarshal([]byte("{}"), ike); err != nil {
		t.Error(err)
	}
	if err := json.Unmarshal([]byte("{}"), ipsec); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]any{new(vpnconn.IKESpec), new(vpnconn.IPsecSpec)}, []any{ike, ipsec}); diff != "" {
		t.Errorf("of nothing (-want +got):\n%s", diff)
	}
}

// TestSpecHasEveryParameter: a parameter that a Spec lacks would be read from a file and dropped without a word.
func TestSpecHasEveryParameter(t *testing.T) {
	want := append(documentedNames(parameters.Every(), ""), "Edition") // which is a member of the file alone
	want = slices.DeleteFunc(want, func(name string) bool {
		// A Spec is for the one action, and a tunnel's BGP has no switch of its own, though the struct has.
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

// specNames returns the names that the fields of a struct have by a tag, those of the phases dotted.
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
		names = append(names, prefix+m.Names[0]) // of the local identifier that which is sent in both editions
		if m.Table != nil {
			names = append(names, documentedNames(m.Table, prefix+m.Name+".")...)
		}
	}
	return names
}
