package validation_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// goodSpec returns a Spec with everything set, all of it right.
func goodSpec() vpnconn.Spec {
	return vpnconn.Spec{
		RegionID: "cn-shanghai", VPNGatewayID: "vpn-1", CustomerGatewayID: "cgw-1",
		LocalSubnets: []string{"10.0.0.0/24"}, RemoteSubnets: []string{"10.1.0.0/24", "10.2.0.0/24"},
		ClientToken: new("token"), Name: new("idc"), EffectImmediately: new(true),
		IKE: &vpnconn.IKESpec{
			PSK: ikeconfig.NewSecret("key"), Version: new(ikeconfig.V2), Mode: new(ikeconfig.Main),
			EncAlg: new(ikeconfig.AES), AuthAlg: new(ikeconfig.SHA1), PFS: new(ikeconfig.Group14),
			Lifetime: new(int64(86400)), LocalID: new("l"), RemoteID: new("r"),
		},
		IPsec: &vpnconn.IPsecSpec{
			EncAlg: new(ipsecconfig.AES), AuthAlg: new(ipsecconfig.SHA1), PFS: new(ipsecconfig.Group14), Lifetime: new(int64(0)),
		},
	}
}

// TestTagsAgree: the tags of a Spec say what Build says, mistake by mistake.
func TestTagsAgree(t *testing.T) {
	v, required := newValidator(t), newRequiredStructs(t)
	for _, tt := range []struct {
		name   string
		change func(*vpnconn.Spec)
		count  int // of mistakes
		why    string
	}{
		{"good", func(*vpnconn.Spec) {}, 0, "nothing is wrong"},
		{"no phases", func(s *vpnconn.Spec) { s.IKE, s.IPsec = nil, nil }, 0, "both are optional"},
		{"empty phases", func(s *vpnconn.Spec) { s.IKE, s.IPsec = new(vpnconn.IKESpec), new(vpnconn.IPsecSpec) }, 0, "all in them is optional"},
		{"no options", func(s *vpnconn.Spec) { s.ClientToken, s.Name, s.EffectImmediately = nil, nil, nil }, 0, "likewise"},
		{"zero Secret", func(s *vpnconn.Spec) { s.IKE.PSK = ikeconfig.Secret{} }, 0, "the service makes up a key"},
		{"zero", func(s *vpnconn.Spec) { *s = vpnconn.Spec{} }, 5, "all that is required"},
		{"one gateway", func(s *vpnconn.Spec) { s.VPNGatewayID = "" }, 1, "unset, not empty"},
		{"empty lists", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{}, nil }, 2, "unset"},
		{"empty blocks", func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{""}, []string{",\t", ""} }, 4, "set and empty"},
		{"many bad blocks", func(s *vpnconn.Spec) {
			s.LocalSubnets = []string{"10.0.0.0/8,10.0.0.0/8", "10.0.0.1/8", "::/0", "x", "10.0.0.0/8", "\xff"}
		}, 6, "each of them"},
		{"a block on both sides", func(s *vpnconn.Spec) { s.RemoteSubnets = s.LocalSubnets }, 0, "as in the document's example"},
		{"all texts empty", func(s *vpnconn.Spec) {
			s.ClientToken, s.Name = new(""), new("")
			s.IKE = &vpnconn.IKESpec{
				PSK: ikeconfig.NewSecret(""), Version: new(ikeconfig.Version("")), Mode: new(ikeconfig.Mode("")), EncAlg: new(ikeconfig.EncAlg("")),
				AuthAlg: new(ikeconfig.AuthAlg("")), PFS: new(ikeconfig.DHGroup("")), LocalID: new(""), RemoteID: new(""),
			}
			s.IPsec = &vpnconn.IPsecSpec{EncAlg: new(ipsecconfig.EncAlg("")), AuthAlg: new(ipsecconfig.AuthAlg("")), PFS: new(ipsecconfig.DHGroup(""))}
		}, 13, "set and empty is never unset"},
		{"near misses", func(s *vpnconn.Spec) {
			*s.IKE.Version, *s.IKE.Mode, *s.IKE.EncAlg, *s.IKE.AuthAlg, *s.IKE.PFS = "IKEv2", "aggr", "AES-256", "SHA1", "modp2048"
			*s.IPsec.EncAlg, *s.IPsec.AuthAlg, *s.IPsec.PFS = "3DES", "hmac-md5", "group 2"
		}, 8, "with a suggestion each"},
		{"bad UTF-8", func(s *vpnconn.Spec) {
			s.RegionID, *s.Name, *s.ClientToken, *s.IKE.LocalID, *s.IKE.RemoteID, *s.IKE.Mode = "\xff", "a\xff", "\xff", "\xff", "a\xff", "\xff"
			s.IKE.PSK = ikeconfig.NewSecret("a\xff")
		}, 7, "bad characters"},
		{"too long", func(s *vpnconn.Spec) {
			*s.Name, *s.ClientToken = strings.Repeat("汉", 129), strings.Repeat("t", 65)
			*s.IKE.LocalID, s.IKE.PSK = strings.Repeat("é", 101), ikeconfig.NewSecret(strings.Repeat("k", 101))
		}, 4, "in characters"},
		{"as long as can be", func(s *vpnconn.Spec) {
			*s.Name, *s.ClientToken = strings.Repeat("汉", 128), strings.Repeat("t", 64)
			*s.IKE.LocalID, s.IKE.PSK = strings.Repeat("é", 100), ikeconfig.NewSecret(strings.Repeat("k", 100))
		}, 0, "in characters, not bytes"},
		{"lifetimes beyond", func(s *vpnconn.Spec) { *s.IKE.Lifetime, *s.IPsec.Lifetime = -1, 86401 }, 2, "on both sides"},
		{"lifetimes far beyond", func(s *vpnconn.Spec) { *s.IKE.Lifetime, *s.IPsec.Lifetime = math.MinInt64, math.MaxInt64 }, 2, "beyond a Duration"},
		{"first and last", func(s *vpnconn.Spec) { s.CustomerGatewayID, *s.Name = "a b", "1" }, 2, "the order of the document, not of the struct"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := goodSpec()
			tt.change(&s)
			_, want := s.Build()
			if errs, _ := want.(mistakes); len(errs) != tt.count {
				t.Errorf("Build finds %v, want %d mistakes: %s", want, tt.count, tt.why)
			}
			checkSame(t, want, validation.Explain(v.Struct(s)))
			checkSame(t, want, validation.Explain(v.Struct(&s)))
			checkSame(t, want, validation.Explain(required.Struct(s)))
		})
	}
}

// checkSame fails t unless both doors say the same.
func checkSame(t testing.TB, build, explain error) {
	t.Helper()
	if diff := cmp.Diff(build, explain); diff != "" {
		t.Errorf("the doors disagree (-Build +Explain):\n%s", diff)
	}
}

// TestTagsCoverSpec breaks each member alone, so that none can lose its tag.
func TestTagsCoverSpec(t *testing.T) {
	v := newValidator(t)
	for field, change := range map[string]func(*vpnconn.Spec){
		"RegionId":                  func(s *vpnconn.Spec) { s.RegionID = "a b" },
		"VpnGatewayId":              func(s *vpnconn.Spec) { s.VPNGatewayID = "a,b" },
		"CustomerGatewayId":         func(s *vpnconn.Spec) { s.CustomerGatewayID = `a"b` },
		"LocalSubnet[0]":            func(s *vpnconn.Spec) { s.LocalSubnets[0] = "10.0.0.1/24" },
		"RemoteSubnet[1]":           func(s *vpnconn.Spec) { s.RemoteSubnets[1] = "10.1.0.0/24" },
		"ClientToken":               func(s *vpnconn.Spec) { *s.ClientToken = "é" },
		"Name":                      func(s *vpnconn.Spec) { *s.Name = "a" },
		"IkeConfig.Psk":             func(s *vpnconn.Spec) { s.IKE.PSK = ikeconfig.NewSecret("\n") },
		"IkeConfig.IkeVersion":      func(s *vpnconn.Spec) { *s.IKE.Version = "ikev3" },
		"IkeConfig.IkeMode":         func(s *vpnconn.Spec) { *s.IKE.Mode = "quick" },
		"IkeConfig.IkeEncAlg":       func(s *vpnconn.Spec) { *s.IKE.EncAlg = "sm4" },
		"IkeConfig.IkeAuthAlg":      func(s *vpnconn.Spec) { *s.IKE.AuthAlg = "sha256" },
		"IkeConfig.IkePfs":          func(s *vpnconn.Spec) { *s.IKE.PFS = "disabled" },
		"IkeConfig.IkeLifetime":     func(s *vpnconn.Spec) { *s.IKE.Lifetime = 86401 },
		"IkeConfig.LocalIdIPsec":    func(s *vpnconn.Spec) { *s.IKE.LocalID = "\t" },
		"IkeConfig.RemoteId":        func(s *vpnconn.Spec) { *s.IKE.RemoteID = "" },
		"IpsecConfig.IpsecEncAlg":   func(s *vpnconn.Spec) { *s.IPsec.EncAlg = "sm4" },
		"IpsecConfig.IpsecAuthAlg":  func(s *vpnconn.Spec) { *s.IPsec.AuthAlg = "sha256" },
		"IpsecConfig.IpsecPfs":      func(s *vpnconn.Spec) { *s.IPsec.PFS = "disabled" },
		"IpsecConfig.IpsecLifetime": func(s *vpnconn.Spec) { *s.IPsec.Lifetime = -1 },
	} {
		s := goodSpec()
		change(&s)
		err := validation.Explain(v.Struct(s))
		if errs, ok := err.(mistakes); !ok || len(errs) != 1 || errs[0].Field != field {
			t.Errorf("%s: Explain gives %v", field, err)
		}
		_, want := s.Build()
		checkSame(t, want, err)
	}
}
