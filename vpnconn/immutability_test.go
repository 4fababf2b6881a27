package vpnconn_test

import (
	"maps"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// What is handed in stays the caller's: each row makes an option of a slice, and changes the slice then.
func TestSlicesHandedIn(t *testing.T) {
	const blocks = "10.0.0.0/8,11.0.0.0/8"
	prefixes := func() []netip.Prefix {
		return []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("11.0.0.0/8")}
	}
	seen := make(map[string]bool)
	for _, row := range []struct {
		what string
		make func() (opt vpnconn.Option, spoil func())
		want vpnconn.Option
	}{
		{"WithLocalSubnets", func() (vpnconn.Option, func()) {
			in := []string{"10.0.0.0/8", "11.0.0.0/8"}
			return vpnconn.WithLocalSubnets(in...), func() { clear(in) }
		}, vpnconn.WithLocalSubnets(blocks)},
		{"WithRemoteSubnets", func() (vpnconn.Option, func()) {
			in := []string{"10.0.0.0/8", "11.0.0.0/8"}
			return vpnconn.WithRemoteSubnets(in...), func() { clear(in) }
		}, vpnconn.WithRemoteSubnets(blocks)},
		{"WithLocalPrefixes", func() (vpnconn.Option, func()) {
			in := prefixes()
			return vpnconn.WithLocalPrefixes(in...), func() { clear(in) }
		}, vpnconn.WithLocalSubnets(blocks)},
		{"WithRemotePrefixes", func() (vpnconn.Option, func()) {
			in := prefixes()
			return vpnconn.WithRemotePrefixes(in...), func() { clear(in) }
		}, vpnconn.WithRemoteSubnets(blocks)},
		{"Options", func() (vpnconn.Option, func()) {
			in := []vpnconn.Option{vpnconn.WithName("aa")}
			return vpnconn.Options(in...), func() { clear(in) }
		}, vpnconn.WithName("aa")},
		{"WithIKE", func() (vpnconn.Option, func()) {
			in := []ikeconfig.Option{ikeconfig.WithPSK("p")}
			return vpnconn.WithIKE(in...), func() { clear(in) }
		}, vpnconn.WithIKE(ikeconfig.WithPSK("p"))},
		{"WithIPsec", func() (vpnconn.Option, func()) {
			in := []ipsecconfig.Option{ipsecconfig.WithLifetime(0)}
			return vpnconn.WithIPsec(in...), func() { clear(in) }
		}, vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))},
	} {
		if seen[row.what] {
			t.Errorf("two rows are called %q", row.what)
		}
		seen[row.what] = true
		t.Run(row.what, func(t *testing.T) {
			want := mustNew(t, row.want)
			early, spoil := row.make()
			builder := vpnconn.NewBuilder(smallest(early)...)
			req := mustNew(t, early)
			spoil()
			if built, err := builder.Build(); err != nil || !built.Equal(want) || !req.Equal(want) {
				t.Errorf("applied before the slice changed:\nrequest %v\nbuilder %v, %v\nwant    %v", req, built, err, want)
			}
			late, spoil := row.make()
			spoil()
			if req := mustNew(t, late); !req.Equal(want) {
				t.Errorf("applied after the slice changed: %v\nwant %v", req, want)
			}
		})
	}
}

// The options themselves come in slices, too.
func TestOptionsHandedIn(t *testing.T) {
	want := mustNew(t, vpnconn.WithName("aa"))
	opts := smallest(vpnconn.WithName("aa"))
	made, with := vpnconn.NewBuilder(opts...), vpnconn.Builder{}.With(opts...)
	opts[len(opts)-1] = vpnconn.WithName("spoilt")
	for name, b := range map[string]vpnconn.Builder{"NewBuilder": made, "Builder.With": with} {
		if req, err := b.Build(); err != nil || !req.Equal(want) {
			t.Errorf("%s: %v, %v\nwant %v", name, req, err, want)
		}
	}
}

// What is handed out is the caller's: nothing done to it reaches the request.
func TestValuesHandedOut(t *testing.T) {
	req := build(t, everything()...)
	want := req.Params()

	clear(req.Params())
	for _, values := range req.Values() {
		values[0] = "spoilt"
	}
	clear(req.Values())
	clear(req.LocalSubnets())
	clear(req.RemoteSubnets())
	slices.Reverse(req.LocalSubnets())
	_ = append(req.LocalSubnets()[:1], netip.Prefix{})
	clear(req.AppendQuery(nil))
	dst := make([]byte, 0, 1<<16)
	clear(req.AppendQuery(dst))
	if diff := cmp.Diff(want, req.Params()); diff != "" {
		t.Errorf("the request changed (-before +after):\n%s", diff)
	}
	if got := req.LocalSubnets()[0].String(); got != "10.1.0.0/16" {
		t.Errorf("LocalSubnets()[0] = %s", got)
	}
}

func TestParametersHandedIn(t *testing.T) {
	want := build(t, everything()...)
	params := want.Params()
	params["IkeConfig.Psk"] = trickyPSK // beside IkeConfig, so that the two are put together
	before := maps.Clone(params)
	req, err := vpnconn.Parse(params)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, params); diff != "" {
		t.Errorf("Parse changed the map (-before +after):\n%s", diff)
	}
	clear(params)
	if !req.Equal(want) {
		t.Errorf("the request changed with the map it was read from: %v", req)
	}
}

func TestErrorsHandedOut(t *testing.T) {
	opts, want := allMistakes()
	builder := vpnconn.NewBuilder(opts...)
	for range 2 { // the second time, what the first one spoilt would show
		req, err := builder.Build()
		list := faults(t, req, err)
		if diff := cmp.Diff(want, list); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		clear(list.Unwrap())
		if diff := cmp.Diff(want, list); diff != "" {
			t.Errorf("the list changed with what Unwrap returned (-before +after):\n%s", diff)
		}
		for _, e := range list {
			clear(e.Allowed)
			*e = vpnerrors.FieldError{Field: "spoilt"}
		}
		clear(list)
	}
	for _, d := range document {
		if d.Values != nil && options[d.Name] != nil {
			mustNew(t, options[d.Name](d.Values[0]))
		}
	}
}

// What a reader of JSON hands out of its table of values is a copy, too.
func TestReadErrorsHandedOut(t *testing.T) {
	spec := func(text string) error {
		var s vpnconn.Spec
		if err := s.UnmarshalJSON([]byte(text)); err != nil {
			return err
		}
		_, err := s.Build() // which has more to say about a Spec that lacks so much, all of it before the phases
		return err
	}
	ike := func(text string) error { _, err := ikeconfig.Parse(text); return err }
	ipsec := func(text string) error { _, err := ipsecconfig.Parse(text); return err }
	for _, row := range []struct {
		what string
		read func(string) error
		text string
		why  string
	}{
		{"a value of phase 1", ike, `{"IkeEncAlg":"x"}`, "the rule finds it"},
		{"a type of phase 1", ike, `{"IkeEncAlg":1}`, "the reader finds it"},
		{"a value of phase 2", ipsec, `{"IpsecEncAlg":"x"}`, "the rule finds it"},
		{"a type of phase 2", ipsec, `{"IpsecEncAlg":1}`, "the reader finds it"},
		{"a value of phase 1 in a Spec", spec, `{"IkeConfig":{"IkeEncAlg":"x"}}`, "Build finds it"},
		{"a type of phase 1 in a Spec", spec, `{"IkeConfig":{"IkeEncAlg":1}}`, "a strict reader finds it"},
		{"a value of phase 2 in a Spec", spec, `{"IpsecConfig":{"IpsecEncAlg":"x"}}`, "Build finds it"},
		{"a type of phase 2 in a Spec", spec, `{"IpsecConfig":{"IpsecEncAlg":1}}`, "a strict reader finds it"},
	} {
		for range 2 { // the second time, what the first one spoilt would show
			list, ok := row.read(row.text).(vpnerrors.ValidationErrors)
			if !ok {
				t.Fatalf("%s: no ValidationErrors", row.what)
			}
			e := list[len(list)-1]
			if want := []string{"aes", "aes192", "aes256", "des", "3des"}; !slices.Equal(e.Allowed, want) {
				t.Errorf("%s: allowed are %q, want %q: %s", row.what, e.Allowed, want, row.why)
			}
			clear(e.Allowed)
		}
	}
}
