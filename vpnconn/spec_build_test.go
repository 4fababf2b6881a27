package vpnconn_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestSpecBuild: a Spec is told unset from empty by its pointers, and built by the rules for options.
func TestSpecBuild(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*vpnconn.Spec)
		want   string // field and reason of each mistake, or "" where a request comes out
		why    string
	}{
		{"smallest", func(*vpnconn.Spec) {}, "", "what is required and no more"},
		{"zero", func(s *vpnconn.Spec) { *s = vpnconn.Spec{} },
			"CustomerGatewayId: required, LocalSubnet: required, RegionId: required, RemoteSubnet: required, VpnGatewayId: required", "nothing is set"},
		{"empty lists", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{}, nil }, "LocalSubnet: required, RemoteSubnet: required", "no block, no list"},
		{"empty blocks", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{""}, []string{"10.1.0.0/24", " "} },
			"LocalSubnet[0]: empty, RemoteSubnet[1]: empty", "set but empty"},
		{"lists in a list", func(s *vpnconn.Spec) { s.LocalSubnets = []string{"10.0.0.0/24,10.2.0.0/24", "10.0.0.0/24"} }, "LocalSubnet[2]: duplicate", "places count in the whole list"},
		{"empty texts", func(s *vpnconn.Spec) { s.ClientToken, s.Name = new(""), new("") }, "ClientToken: empty, Name: empty", "an empty variable in a script is a mistake"},
		{"empty phases", func(s *vpnconn.Spec) { s.IKE, s.IPsec = new(vpnconn.IKESpec), new(vpnconn.IPsecSpec) }, "", "a phase of which nothing is set is unset"},
		{"empty settings", func(s *vpnconn.Spec) {
			s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.NewSecret(""), Version: new(ikeconfig.Version("")), LocalID: new("")}
			s.IPsec = &vpnconn.IPsecSpec{EncAlg: new(ipsecconfig.EncAlg(""))}
		}, "IkeConfig.Psk: empty, IkeConfig.IkeVersion: empty, IkeConfig.LocalIdIPsec: empty, IpsecConfig.IpsecEncAlg: empty", "set but empty"},
		{"zero Secret", func(s *vpnconn.Spec) { s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.Secret{}, RemoteID: new("r")} }, "", "unset: the service makes up a key"},
		{"lifetimes at the limits", func(s *vpnconn.Spec) {
			s.IKE, s.IPsec = &vpnconn.IKESpec{Lifetime: new(int64(0))}, &vpnconn.IPsecSpec{Lifetime: new(int64(86400))}
		}, "", "both are allowed"},
		{"lifetimes beyond the limits", func(s *vpnconn.Spec) {
			s.IKE, s.IPsec = &vpnconn.IKESpec{Lifetime: new(int64(-1))}, &vpnconn.IPsecSpec{Lifetime: new(int64(86401))}
		}, "IkeConfig.IkeLifetime: out of range, IpsecConfig.IpsecLifetime: out of range", "the limits are 0 and 86400"},
		{"lifetimes beyond a Duration", func(s *vpnconn.Spec) {
			s.IKE, s.IPsec = &vpnconn.IKESpec{Lifetime: new(int64(-1 << 63))}, &vpnconn.IPsecSpec{Lifetime: new(int64(1<<63 - 1))}
		}, "IkeConfig.IkeLifetime: out of range, IpsecConfig.IpsecLifetime: out of range", "which would overflow"},
		{"a hidden key set in Go", func(s *vpnconn.Spec) { s.IKE = &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("[hidden]")} }, "", "only what is read can have been printed before"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := smallSpec()
			tt.change(&s)
			got, err := s.Build()
			if tt.want != "" {
				if short := strings.Join(namesAndReasons(t, err), ", "); short != tt.want || !got.IsZero() {
					t.Errorf("got  %v, %s\nwant %s\n%s", got, short, tt.want, tt.why)
				}
			} else if err != nil || got.RegionID() != "cn-shanghai" {
				t.Errorf("Build = %v, %v\n%s", got, err, tt.why)
			}
			again, err2 := s.Builder().Build()
			if diff := cmp.Diff(err, err2); diff != "" || !again.Equal(got) {
				t.Errorf("Builder().Build() says something else than Build():\n%s", diff)
			}
		})
	}
}

// TestSpecBuildSets: each member reaches the parameter that it is named for.
func TestSpecBuildSets(t *testing.T) {
	got, err := fullSpec().Build()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"Action":            "CreateVpnConnection",
		"RegionId":          "cn-shanghai",
		"VpnGatewayId":      "vpn-1",
		"CustomerGatewayId": "cgw-1",
		"LocalSubnet":       "10.0.0.0/24,10.2.0.0/24",
		"RemoteSubnet":      "10.1.0.0/24",
		"ClientToken":       "token",
		"Name":              "idc",
		"EffectImmediately": "false",
		"IkeConfig": `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":0,"IkeMode":"main","IkePfs":"group2",` +
			`"IkeVersion":"ikev1","LocalId":"l","LocalIdIPsec":"l","Psk":"key","RemoteId":"r"}`,
		"IpsecConfig": `{"IpsecAuthAlg":"md5","IpsecEncAlg":"aes256","IpsecLifetime":86400,"IpsecPfs":"group14"}`,
	}
	if diff := cmp.Diff(want, got.Params()); diff != "" {
		t.Errorf("Params (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(fullSpec(), got.Spec()); diff != "" {
		t.Errorf("the Spec of the Request (-want +got):\n%s", diff)
	}
}

// TestSpecWritesJSON: documented names, nothing for what is unset, the key hidden; without a key it can be read back.
func TestSpecWritesJSON(t *testing.T) {
	for _, tt := range []struct {
		name string
		spec vpnconn.Spec
		want string
		why  string
	}{
		{"zero", vpnconn.Spec{}, `{}`, "no empty phases and no nulls"},
		{"smallest", smallSpec(), `{"RegionId":"cn-shanghai","VpnGatewayId":"vpn-1","CustomerGatewayId":"cgw-1","LocalSubnet":["10.0.0.0/24"],"RemoteSubnet":["10.1.0.0/24"]}`,
			"a list is one, though it has one block"},
		{"everything", fullSpec(), `{"RegionId":"cn-shanghai","VpnGatewayId":"vpn-1","CustomerGatewayId":"cgw-1",` +
			`"LocalSubnet":["10.0.0.0/24","10.2.0.0/24"],"RemoteSubnet":["10.1.0.0/24"],"ClientToken":"token","Name":"idc","EffectImmediately":false,` +
			`"IkeConfig":{"Psk":"[hidden]","IkeVersion":"ikev1","IkeMode":"main","IkeEncAlg":"aes","IkeAuthAlg":"sha1","IkePfs":"group2","IkeLifetime":0,"LocalIdIPsec":"l","RemoteId":"r"},` +
			`"IpsecConfig":{"IpsecEncAlg":"aes256","IpsecAuthAlg":"md5","IpsecPfs":"group14","IpsecLifetime":86400}}`,
			"false and 0 are set, and the key is hidden"},
		{"set but empty", vpnconn.Spec{Name: new(""), IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("")}}, `{"Name":"","IkeConfig":{"Psk":"[hidden]"}}`,
			"empty is set, in a key too"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := json.Marshal(tt.spec)
			if diff := cmp.Diff(tt.want, string(got)); err != nil || diff != "" {
				t.Fatalf("%v (-want +got):\n%s\n%s", err, diff, tt.why)
			}
			var back vpnconn.Spec
			err = json.Unmarshal(got, &back)
			if hidden := strings.Contains(tt.want, "[hidden]"); hidden != (err != nil) {
				t.Errorf("read back: %v; it has a hidden key: %v", err, hidden)
			} else if diff := cmp.Diff(tt.spec, back); !hidden && diff != "" {
				t.Errorf("read back (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSpecSharesNothing: neither does a Request, a Builder or an Option change with the Spec that it was made from or gave,
// nor a Spec with another.
func TestSpecSharesNothing(t *testing.T) {
	scribble := func(s vpnconn.Spec) {
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
	if err != nil {
		t.Fatal(err)
	}
	scribble(s)
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("the Request changed with its Spec (-want +got):\n%s", diff)
	}
	if late, err := builder.Build(); err != nil || !late.Equal(want) {
		t.Errorf("the Builder changed with its Spec: %v, %v", late, err)
	}
	if late, err := vpnconn.New(opt); err != nil || !late.Equal(want) {
		t.Errorf("the Option changed with its Spec: %v, %v", late, err)
	}
	scribble(r.Spec())
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("the Request changed with the Spec that it gave (-want +got):\n%s", diff)
	}
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
