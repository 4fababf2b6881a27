package validation_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// specOf returns the Spec that reads as the parameters of a case do, if there is one.
func specOf(c vpntest.Case) (s vpnconn.Spec, ok bool) {
	file := make(map[string]any)
	for name, value := range c.Params {
		switch {
		case value == "" || name == "Action":
		case name == "EffectImmediately":
			file[name] = value == "true"
		case name != "IkeConfig" && name != "IpsecConfig":
			file[name] = value
		case json.Valid([]byte(value)):
			file[name] = json.RawMessage(value)
		default:
			return s, false
		}
	}
	text, err := json.Marshal(file)
	return s, err == nil && json.Unmarshal(text, &s) == nil
}

// TestTagsAgree: the tags of a Spec say what Build says, mistake by mistake, of every case that a Spec can hold. Each of its
// members is wrong in one, so that none can lose its tag.
func TestTagsAgree(t *testing.T) {
	v, required := newValidator(t), newValidator(t, validator.WithRequiredStructEnabled())
	wrong := make(map[string]bool)
	check := func(name string, s vpnconn.Spec) {
		t.Helper()
		_, want := s.Build()
		if list, _ := want.(mistakes); len(list) == 1 {
			field, _, _ := strings.Cut(list[0].Field, "[")
			wrong[field] = true
		}
		for _, err := range []error{v.Struct(s), v.Struct(&s), required.Struct(s)} {
			if diff := cmp.Diff(want, validation.Explain(err)); diff != "" {
				t.Errorf("%s (-Build +Explain):\n%s", name, diff)
			}
		}
	}
	for _, c := range vpntest.Cases() {
		if s, ok := specOf(c); ok {
			check(c.Name, s)
		}
	}
	if len(wrong) != len(textTags)+2 {
		t.Errorf("%d members were wrong, want the %d texts and two lifetimes: %v", len(wrong), len(textTags), wrong)
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
}

// FuzzTagsAgree reads any text as a Spec, and holds the tags against Build.
func FuzzTagsAgree(f *testing.F) {
	for _, c := range vpntest.Cases() {
		if s, ok := specOf(c); ok && len(c.Params["LocalSubnet"]+c.Params["Name"]) < 1000 {
			text, _ := json.Marshal(s)
			f.Add(string(text))
		}
	}
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, text string) {
		var s vpnconn.Spec
		if s.UnmarshalJSON([]byte(text)) == nil {
			_, want := s.Build()
			checkSame(t, want, validation.Explain(v.Struct(s)))
		}
	})
}

// builtWith returns what a builder says of a setting in a request that is right otherwise, as of a field without a name.
func builtWith(option vpnconn.Option, field string) error {
	_, err := full.Builder().With(option).Build()
	errs, _ := err.(mistakes)
	for _, e := range errs {
		e.Field = strings.TrimPrefix(e.Field, field)
		e.Part = strings.Replace(e.Part, field+"[", "[", 1)
	}
	return err
}

// FuzzTextTags holds every tag on a plain text against the builder: the same verdict, reason and data.
func FuzzTextTags(f *testing.F) {
	f.Add("LocalSubnet[0]")
	seen := make(map[string]bool)
	for _, c := range vpntest.Cases() {
		for _, tt := range textTags {
			if text, ok := textOf(c, tt.field); ok && len(text) < 1000 && !seen[text] {
				seen[text] = true
				f.Add(text)
			}
		}
	}
	for _, text := range hostileTexts(f) {
		f.Add(text)
	}
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, tt := range textTags {
			want := builtWith(tt.option(s), tt.field)
			if diff := cmp.Diff(want, validation.Explain(v.Var(s, tt.tag))); diff != "" {
				t.Errorf("%s and %s disagree on %q (-builder +tag):\n%s", tt.field, tt.tag, s, diff)
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
		want := builtWith(vpnconn.WithIKE(ikeconfig.WithLifetime(time.Duration(n))), "IkeConfig.IkeLifetime")
		checkSame(t, want, validation.Explain(v.Var(time.Duration(n), "vpn_lifetime")))
		spec := vpnconn.Spec{IPsec: &vpnconn.IPsecSpec{Lifetime: &n}}
		checkSame(t, builtWith(spec.Option(), "IpsecConfig.IpsecLifetime"), validation.Explain(v.Var(n, "vpn_lifetime")))
	})
}
