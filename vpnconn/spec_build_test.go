package vpnconn_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestSpecBuild: pointers distinguish unset from empty, and the rules are those for options.
func TestSpecBuild(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*vpnconn.Spec)
		want   string // field and reason of each mistake, or "" for a request
		why    string
	}{
		{"smallest", func(*vpnconn.Spec) {}, "", "only what is required"},
		{"zero", func(s *vpnconn.Spec) { *s = vpnconn.Spec{} },
			"CustomerGatewayId: required, LocalSubnet: required, RegionId: required, RemoteSubnet: required, VpnGatewayId: required", "nothing is set"},
		{"empty lists", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{}, nil }, "LocalSubnet: required, RemoteSubnet: required", "no block, no list"},
		{"empty blocks", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{""}, []string{"10.1.0.0/24", " "} },
			"LocalSubnet[0]: empty, RemoteSubnet[1]: empty", "set but empty"},
		{"lists in a list", func(s *vpnconn.Spec) { s.LocalSubnets = []string{"10.0.0.0/24,10.2.0.0/24", "10.0.0.0/24"} }, "LocalSubnet[2]: duplicate", "the index counts in the whole list"},
		{"empty texts", func(s *vpnconn.Spec) { s.ClientToken, s.Name = new(""), new("") }, "ClientToken: empty, Name: empty", "an empty variable in a script is a mistake"},
		{"empty phases", func(s *vpnconn.Spec) { s.IKE, s.IPsec = new(vpnconn.IKESpec), new(vpnconn.IPsecSpec) }, "", "a phase with nothing set is unset"},
		{"empty settings", func(s *vpnconn.Spec) {
			s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(""), Version: new(ikeconfig.Version("")), LocalID: new("")}
			s.IPsec = &vpnconn.IPsecSpec{EncAlg: new(ipsecconfig.EncAlg(""))}
		}, "IkeConfig.Psk: empty, IkeConfig.IkeVersion: empty, IkeConfig.LocalIdIPsec: empty, IpsecConfig.IpsecEncAlg: empty", "set but empty"},
		{"zero Secret", func(s *vpnconn.Spec) { s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.Secret{}, RemoteID: new("r")} }, "", "unset: the service generates a key"},
		{"a hidden key set in Go", func(s *vpnconn.Spec) { s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("[hidden]")} }, "", "the text is only refused when read"},
	} {
		s := mustNew(t).Spec()
		tt.change(&s)
		got, err := s.Build()
		if short := mistakesOf(t, err); short != tt.want || got.IsZero() != (err != nil) {
			t.Errorf("%s: %v, %s\nwant %s: %s", tt.name, got, short, tt.want, tt.why)
		}
		checkSame(t, tt.name+" by its Builder", got, err)(s.Builder().Build())
	}
}

// TestSpecWritesJSON: documented names, without what is unset, the key hidden; without a key it can be read back.
func TestSpecWritesJSON(t *testing.T) {
	for _, tt := range []struct {
		spec vpnconn.Spec
		want string
		why  string
	}{
		{vpnconn.Spec{}, `{}`, "no empty phases and no nulls"},
		{mustNew(t).Spec(), `{"RegionId":"cn-shanghai","VpnGatewayId":"vpn-1","CustomerGatewayId":"cgw-1","LocalSubnet":["10.0.0.0/24"],"RemoteSubnet":["10.1.0.0/24"]}`,
			"a list stays a list, even with one block"},
		{fullSpec(), `{"RegionId":"cn-shanghai","VpnGatewayId":"vpn-1","CustomerGatewayId":"cgw-1",` +
			`"LocalSubnet":["10.0.0.0/24","10.2.0.0/24"],"RemoteSubnet":["10.1.0.0/24"],"ClientToken":"token","Name":"idc","EffectImmediately":false,` +
			`"IkeConfig":{"Psk":"[hidden]","IkeVersion":"ikev1","IkeMode":"main","IkeEncAlg":"aes","IkeAuthAlg":"sha1","IkePfs":"group2","IkeLifetime":0,"LocalId":"l","RemoteId":"r"},` +
			`"IpsecConfig":{"IpsecEncAlg":"aes256","IpsecAuthAlg":"md5","IpsecPfs":"group14","IpsecLifetime":86400}}`,
			"false and 0 are set, and the key is hidden"},
		{vpnconn.Spec{Name: new(""), IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("")}}, `{"Name":"","IkeConfig":{"Psk":"[hidden]"}}`,
			"empty is set, in a key too"},
	} {
		got, err := json.Marshal(tt.spec)
		if diff := cmp.Diff(tt.want, string(got)); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s\n%s", err, diff, tt.why)
		}
		var back vpnconn.Spec
		err = json.Unmarshal(got, &back)
		if hidden := strings.Contains(tt.want, "[hidden]"); hidden != (err != nil) {
			t.Errorf("%s read back: %v; it has a hidden key: %v", got, err, hidden)
		} else if diff := cmp.Diff(tt.spec, back); !hidden && diff != "" {
			t.Errorf("%s read back (-want +got):\n%s", got, diff)
		}
	}
}

// TestSpecOption applies a Spec after an organization's defaults, and an organization's requirements after a Spec.
func TestSpecOption(t *testing.T) {
	spec := vpnconn.Spec{
		RegionID:     "cn-beijing",
		LocalSubnets: []string{"10.0.0.0/24"},
		ClientToken:  new("of-the-spec"),
		IKE:          &vpnconn.IKESpec{Version: new(ikeconfig.V2), PSK: ikeconfig.NewSecret("of the spec")},
		IPsec:        &vpnconn.IPsecSpec{},
	}
	base := vpnconn.Options(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithDerivedClientToken([]byte("sixteen bytes are enough")),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V1), ikeconfig.WithPFS(ikeconfig.Group14)),
		vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Hour)),
	)
	for _, tt := range []struct {
		name string
		opts []vpnconn.Option
		want map[string]string
		why  string
	}{
		{"alone", []vpnconn.Option{spec.Option()}, map[string]string{
			"RegionId": "cn-beijing", "LocalSubnet": "10.0.0.0/24", "ClientToken": "of-the-spec",
			"IkeConfig.IkeVersion": "ikev2", "IkeConfig.Psk": "key",
		}, "what Builder has"},
		{"over the defaults", []vpnconn.Option{base, spec.Option()}, map[string]string{
			"RegionId": "cn-beijing", "VpnGatewayId": "vpn-1", "LocalSubnet": "10.0.0.0/24", "RemoteSubnet": "192.168.0.0/16",
			"ClientToken": "of-the-spec", "IkeConfig.IkeVersion": "ikev2", "IkeConfig.IkePfs": "group14",
			"IkeConfig.Psk": "key", "IpsecConfig.IpsecLifetime": "3600",
		}, "the Spec replaces what it sets, also within a phase"},
		{"under the demands", []vpnconn.Option{spec.Option(), base, vpnconn.WithClientToken("of-the-base")}, map[string]string{
			"RegionId": "cn-shanghai", "VpnGatewayId": "vpn-1", "LocalSubnet": "10.0.0.0/24", "RemoteSubnet": "192.168.0.0/16",
			"ClientToken": "of-the-base", "IkeConfig.IkeVersion": "ikev1", "IkeConfig.IkePfs": "group14",
			"IkeConfig.Psk": "key", "IpsecConfig.IpsecLifetime": "3600",
		}, "the last option wins"},
	} {
		want := vpnconn.NewBuilder(optionsFor(tt.want)...).String()
		if diff := cmp.Diff(want, vpnconn.NewBuilder(tt.opts...).String()); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", tt.name, tt.why, diff)
		}
	}
	for want, spec := range map[string]vpnconn.Spec{ // an empty list is set, unlike a nil one
		"":                       {},
		"LocalSubnet: required":  {LocalSubnets: []string{}},
		"RemoteSubnet: required": {RemoteSubnets: []string{}},
	} {
		_, err := vpnconn.New(smallest(spec.Option())...)
		if got := mistakesOf(t, err); got != want {
			t.Errorf("%#v over a default: %q, want %q", spec.LocalSubnets, got, want)
		}
	}
}

// TestSpecSharesNothing: a Request, a Builder or an Option does not change with a Spec that it was made from or
// returned, nor a Spec with another Spec.
func TestSpecSharesNothing(t *testing.T) {
	spoil := func(s vpnconn.Spec) {
		clear(s.LocalSubnets)
		clear(s.RemoteSubnets)
		*s.ClientToken, *s.Name, *s.EffectImmediately = "x", "x", true
		*s.IKE.Version, *s.IKE.Mode, *s.IKE.EncAlg, *s.IKE.AuthAlg, *s.IKE.PFS, *s.IKE.Lifetime = "x", "x", "x", "x", "x", 7
		*s.IKE.LocalID, *s.IKE.RemoteID, s.IKE.PSK = "x", "x", ikeconfig.NewSecret("x")
		*s.IPsec.EncAlg, *s.IPsec.AuthAlg, *s.IPsec.PFS, *s.IPsec.Lifetime = "x", "x", "x", 7
		*s.IKE, *s.IPsec = vpnconn.IKESpec{}, vpnconn.IPsecSpec{}
	}
	want, err := fullSpec().Build()
	if err != nil {
		t.Fatal(err)
	}
	s := fullSpec()
	builder, opt := s.Builder(), s.Option()
	r, err := s.Build()
	spoil(s)
	checkSame(t, "the Request of a Spec", want, nil)(r, err)
	checkSame(t, "the Builder of a Spec", want, nil)(builder.Build())
	checkSame(t, "the Option of a Spec", want, nil)(vpnconn.New(opt))
	spoil(r.Spec())
	checkSame(t, "the Request that gave a Spec", want, nil)(r, nil)
	if diff := cmp.Diff(fullSpec(), r.Spec()); diff != "" {
		t.Errorf("one Spec changed with another (-want +got):\n%s", diff)
	}
	text := []byte(fullSpecJSON)
	var read vpnconn.Spec
	if err := read.UnmarshalJSON(text); err != nil {
		t.Fatal(err)
	}
	clear(text)
	if diff := cmp.Diff(fullSpec(), read); diff != "" {
		t.Errorf("the Spec changed with the text that it was read from (-want +got):\n%s", diff)
	}
}
