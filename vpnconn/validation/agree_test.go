package validation_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// allCases returns the cases of both editions.
func allCases() []vpntest.Case {
	return slices.Concat(vpntest.Cases(), vpntest.CasesIn(aliyun.Edition2025))
}

// TestSpecsAgree: a validator reports the same mistakes about a Spec as Build, for every case that a Spec can hold,
// whatever edition is registered.
func TestSpecsAgree(t *testing.T) {
	v, required := newValidatorIn(t, aliyun.Edition2025), newValidator(t, validator.WithRequiredStructEnabled())
	wrong := make(map[string]bool)
	check := func(name string, s vpnconn.Spec) {
		t.Helper()
		_, want := s.Build()
		if list, _ := want.(mistakes); len(list) == 1 {
			field, _, _ := strings.Cut(list[0].Field, "[")
			wrong[field] = true
		}
		for _, err := range []error{v.Struct(s), v.Struct(&s), required.Struct(s)} {
			got := validation.Explain(err)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-Build +Explain):\n%s", name, diff)
			} else if want != nil && want.Error() != got.Error() {
				t.Errorf("%s: Explain says %v, and Build says %v", name, got, want)
			}
		}
	}
	for _, c := range allCases() {
		if s, ok := c.Spec(); ok {
			check(c.Name, s)
		}
	}
	if len(wrong) < 60 {
		t.Errorf("only %d members were wrong: %v", len(wrong), wrong)
	}
	for name, change := range map[string]func(*vpnconn.Spec){
		"good":         func(*vpnconn.Spec) {},
		"zero":         func(s *vpnconn.Spec) { *s = vpnconn.Spec{} },
		"no phases":    func(s *vpnconn.Spec) { s.IKE, s.IPsec = nil, nil },
		"empty phases": func(s *vpnconn.Spec) { s.IKE, s.IPsec = new(vpnconn.IKESpec), new(vpnconn.IPsecSpec) },
		"empty lists":  func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{}, nil },
		"empty blocks": func(s *vpnconn.Spec) { s.LocalSubnets, s.RemoteSubnets = []string{""}, []string{",\t", ""} },
		"many blocks": func(s *vpnconn.Spec) {
			s.LocalSubnets = []string{"10.0.0.0/8,10.0.0.0/8", "10.0.0.1/8", "::/0", "x", "10.0.0.0/8", "\xff"}
		},
		"all empty": func(s *vpnconn.Spec) {
			*s.ClientToken, *s.Name, s.IKE.PSK, *s.IKE.Version, *s.IKE.Mode, *s.IKE.EncAlg, *s.IKE.AuthAlg, *s.IKE.PFS = "", "", ikeconfig.NewSecret(""), "", "", "", "", ""
			*s.IKE.LocalID, *s.IKE.RemoteID, *s.IPsec.EncAlg, *s.IPsec.AuthAlg, *s.IPsec.PFS = "", "", "", "", ""
		},
		"bad UTF-8": func(s *vpnconn.Spec) {
			s.RegionID, *s.Name, *s.ClientToken, *s.IKE.LocalID, *s.IKE.Mode, s.IKE.PSK = "\xff", "a\xff", "\xff", "\xff", "\xff", ikeconfig.NewSecret("a\xff")
		},
		"first and last": func(s *vpnconn.Spec) { s.CustomerGatewayID, *s.Name, *s.IKE.Lifetime = "a b", "1", -1 },
	} {
		s := full.Spec()
		change(&s)
		check(name, s)
	}
	for name, change := range map[string]func(*vpnconn.Spec){
		"good tunnels":    func(*vpnconn.Spec) {},
		"in order":        func(s *vpnconn.Spec) { s.RegionID, s.LocalSubnets, s.VPNGatewayID, s.Name = "", nil, "a b", new("\n") },
		"unknown edition": func(s *vpnconn.Spec) { s.Edition = 7 },
		"tunnels of 2019": func(s *vpnconn.Spec) { s.Edition = 0 },
		"no tunnels":      func(s *vpnconn.Spec) { s.Tunnels = []vpnconn.TunnelSpec{} },
		"empty tunnels":   func(s *vpnconn.Spec) { s.Tunnels = make([]vpnconn.TunnelSpec, 2) },
		"many tunnels":    func(s *vpnconn.Spec) { s.Tunnels = make([]vpnconn.TunnelSpec, 100) },
		"both modes":      func(s *vpnconn.Spec) { s.IKE, s.CustomerGatewayID = full2025.Spec().IKE, "a b" },
		"bad keys": func(s *vpnconn.Spec) {
			s.Tunnels[0].IKE.PSK, s.Tunnels[1].IKE.PSK = ikeconfig.NewSecret(""), ikeconfig.NewSecret("a b")
		},
		"equal roles":     func(s *vpnconn.Spec) { s.Tunnels[0].Role = s.Tunnels[1].Role },
		"BGP in a tunnel": func(s *vpnconn.Spec) { s.Tunnels[0].BGP = &vpnconn.BGP{Enable: new(true), TunnelCIDR: "x"} },
		"tags":            func(s *vpnconn.Spec) { s.Tags = make([]vpnconn.Tag, 21) },
		"a private key":   func(s *vpnconn.Spec) { s.Tunnels[1].RemoteCACertificate = new("-----BEGIN PRIVATE KEY-----") },
	} {
		s := dual.Spec()
		change(&s)
		check(name, s)
	}
}

// FuzzSpecsAgree reads any text as a Spec, and compares the validator with Build.
func FuzzSpecsAgree(f *testing.F) {
	for _, c := range allCases() {
		if s, ok := c.Spec(); ok && len(c.Params["LocalSubnet"]+c.Params["Name"]) < 1000 {
			text, _ := json.Marshal(s)
			f.Add(string(text))
		}
	}
	v := newValidatorIn(f, aliyun.Edition2025)
	f.Fuzz(func(t *testing.T, text string) {
		var s vpnconn.Spec
		if s.UnmarshalJSON([]byte(text)) == nil {
			_, want := s.Build()
			checkSame(t, want, validation.Explain(v.Struct(s)))
		}
	})
}

// builtWith returns a builder's errors for a setting in an otherwise valid request, as for a field without a name.
func builtWith(e aliyun.Edition, option vpnconn.Option, field string) error {
	_, err := fullIn(e).Builder().With(option).Build()
	errs, _ := err.(mistakes)
	errs = slices.DeleteFunc(errs, func(e *mistake) bool { return !strings.HasPrefix(e.Field, field) }) // conflicts with other settings
	if len(errs) == 0 {
		return nil
	}
	err = errs
	for _, e := range errs {
		e.Field = strings.TrimPrefix(e.Field, field)
		e.Part = strings.Replace(e.Part, field+"[", "[", 1)
	}
	return err
}

// FuzzTextTags compares every tag for text with the builder: the verdict, the reason and the data.
func FuzzTextTags(f *testing.F) {
	f.Add("LocalSubnet[0]")
	seen := make(map[string]bool)
	for _, c := range allCases() {
		for _, tt := range textTagsIn(c.Edition) {
			if text, ok := textOf(c, tt.field); ok && len(text) < 1000 && !seen[text] {
				seen[text] = true
				f.Add(text)
			}
		}
	}
	for _, text := range hostileTexts(f) {
		f.Add(text)
	}
	validators := make(map[aliyun.Edition]*validator.Validate)
	for _, e := range aliyun.Editions() {
		validators[e] = newValidatorIn(f, e)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for e, v := range validators {
			for _, tt := range textTagsIn(e) {
				if s == "" && slices.ContainsFunc(tags2025, func(added textTag) bool { return added.tag == tt.tag }) {
					continue // unset in a struct
				}
				want := builtWith(e, tt.option(s), tt.field)
				if diff := cmp.Diff(want, validation.Explain(v.Var(s, tt.tag))); diff != "" {
					t.Errorf("edition %v: %s and %s disagree on %q (-builder +tag):\n%s", e, tt.field, tt.tag, s, diff)
				}
			}
		}
	})
}

// FuzzLifetimeTag does the same for lifetimes, in seconds and as a time.Duration.
func FuzzLifetimeTag(f *testing.F) {
	for _, seed := range []int64{0, 1, -1, 86400, 86401, 86400e9, 86400e9 + 1, 1e9, 15e8, -1e9, 1<<63 - 1, -1 << 63} {
		f.Add(seed)
	}
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, n int64) {
		want := builtWith(aliyun.Edition2019, vpnconn.WithIKE(ikeconfig.WithLifetime(time.Duration(n))), "IkeConfig.IkeLifetime")
		checkSame(t, want, validation.Explain(v.Var(time.Duration(n), "vpn_lifetime")))
		spec := vpnconn.Spec{IPsec: &vpnconn.IPsecSpec{Lifetime: &n}}
		checkSame(t, builtWith(aliyun.Edition2025, spec.Option(), "IpsecConfig.IpsecLifetime"), validation.Explain(v.Var(n, "vpn_lifetime")))
	})
}
