package vpnconn_test

import (
	"errors"
	"maps"
	"net/netip"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// What is handed in stays the caller's: each row makes an option or a builder of a slice, and changes the slice then.
func TestSlicesHandedIn(t *testing.T) {
	name := func(text string) vpnconn.Option { return vpnconn.WithName(text) }
	seen := make(map[string]bool)
	for _, row := range []struct {
		what string
		make func() (b vpnconn.Builder, spoil func())
		want vpnconn.Option
	}{
		{"WithLocalSubnets", func() (vpnconn.Builder, func()) {
			in := []string{"10.0.0.0/8", "11.0.0.0/8"}
			opt := vpnconn.WithLocalSubnets(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { in[0] = "spoilt"; clear(in) }
		}, vpnconn.WithLocalSubnets("10.0.0.0/8,11.0.0.0/8")},
		{"WithRemoteSubnets", func() (vpnconn.Builder, func()) {
			in := []string{"10.0.0.0/8", "11.0.0.0/8"}
			opt := vpnconn.WithRemoteSubnets(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { clear(in) }
		}, vpnconn.WithRemoteSubnets("10.0.0.0/8,11.0.0.0/8")},
		{"WithLocalPrefixes", func() (vpnconn.Builder, func()) {
			in := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
			opt := vpnconn.WithLocalPrefixes(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { clear(in) }
		}, vpnconn.WithLocalSubnets("10.0.0.0/8")},
		{"WithRemotePrefixes", func() (vpnconn.Builder, func()) {
			in := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
			opt := vpnconn.WithRemotePrefixes(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { clear(in) }
		}, vpnconn.WithRemoteSubnets("10.0.0.0/8")},
		{"Options", func() (vpnconn.Builder, func()) {
			in := []vpnconn.Option{name("aa")}
			opt := vpnconn.Options(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { in[0] = name("spoilt") }
		}, name("aa")},
		{"NewBuilder", func() (vpnconn.Builder, func()) {
			in := smallest(name("aa"))
			return vpnconn.NewBuilder(in...), func() { in[len(in)-1] = name("spoilt") }
		}, name("aa")},
		{"Builder.With", func() (vpnconn.Builder, func()) {
			in := smallest(name("aa"))
			return vpnconn.Builder{}.With(in...), func() { in[len(in)-1] = name("spoilt") }
		}, name("aa")},
		{"WithIKE", func() (vpnconn.Builder, func()) {
			in := []ikeconfig.Option{ikeconfig.WithPSK("p")}
			opt := vpnconn.WithIKE(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { in[0] = ikeconfig.WithPSK("spoilt") }
		}, vpnconn.WithIKE(ikeconfig.WithPSK("p"))},
		{"ikeconfig.Options", func() (vpnconn.Builder, func()) {
			in := []ikeconfig.Option{ikeconfig.WithPSK("p")}
			opt := ikeconfig.Options(in...)
			return vpnconn.NewBuilder(smallest(vpnconn.WithIKE(opt))...), func() { in[0] = ikeconfig.WithPSK("spoilt") }
		}, vpnconn.WithIKE(ikeconfig.WithPSK("p"))},
		{"WithIPsec", func() (vpnconn.Builder, func()) {
			in := []ipsecconfig.Option{ipsecconfig.WithLifetime(0)}
			opt := vpnconn.WithIPsec(in...)
			return vpnconn.NewBuilder(smallest(opt)...), func() { in[0] = ipsecconfig.WithLifetime(1e9) }
		}, vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))},
		{"ipsecconfig.Options", func() (vpnconn.Builder, func()) {
			in := []ipsecconfig.Option{ipsecconfig.WithLifetime(0)}
			opt := ipsecconfig.Options(in...)
			return vpnconn.NewBuilder(smallest(vpnconn.WithIPsec(opt))...), func() { in[0] = ipsecconfig.WithLifetime(1e9) }
		}, vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))},
	} {
		if seen[row.what] {
			t.Errorf("two rows are called %q", row.what)
		}
		seen[row.what] = true
		t.Run(row.what, func(t *testing.T) {
			builder, spoil := row.make()
			before, errBefore := builder.Build()
			spoil()
			after, errAfter := builder.Build()
			want := mustNew(t, row.want)
			if errBefore != nil || errAfter != nil || !before.Equal(want) || !after.Equal(want) {
				t.Errorf("before %v, %v\nafter  %v, %v\nwant   %v", before, errBefore, after, errAfter, want)
			}
		})
	}
}

// An option made of a slice, applied only after the slice was changed.
func TestSlicesHandedInAreReadAtOnce(t *testing.T) {
	cidrs := []string{"10.0.0.0/8"}
	prefixes := []netip.Prefix{netip.MustParsePrefix("11.0.0.0/8")}
	names := []vpnconn.Option{vpnconn.WithName("aa")}
	keys := []ikeconfig.Option{ikeconfig.WithPSK("p")}
	lifetimes := []ipsecconfig.Option{ipsecconfig.WithLifetime(0)}
	opts := smallest(
		vpnconn.WithLocalSubnets(cidrs...), vpnconn.WithRemotePrefixes(prefixes...), vpnconn.Options(names...),
		vpnconn.WithIKE(ikeconfig.Options(keys...)), vpnconn.WithIPsec(ipsecconfig.Options(lifetimes...)),
	)
	clear(cidrs)
	clear(prefixes)
	clear(names)
	clear(keys)
	clear(lifetimes)
	got := build(t, opts...)
	want := mustNew(t,
		vpnconn.WithLocalSubnets("10.0.0.0/8"), vpnconn.WithRemoteSubnets("11.0.0.0/8"), vpnconn.WithName("aa"),
		vpnconn.WithIKE(ikeconfig.WithPSK("p")), vpnconn.WithIPsec(ipsecconfig.WithLifetime(0)),
	)
	if !got.Equal(want) {
		t.Errorf("got  %v\nwant %v", got, want)
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

	spec := req.Spec()
	spoilSpec(&spec)
	if diff := cmp.Diff(want, req.Params()); diff != "" {
		t.Errorf("by way of its Spec the request changed (-before +after):\n%s", diff)
	}
}

func TestSpecsHandedIn(t *testing.T) {
	want := build(t, everything()...)
	spec := want.Spec()
	builder := spec.Builder()
	req, err := spec.Build()
	if err != nil {
		t.Fatal(err)
	}
	spoilSpec(&spec)
	if !req.Equal(want) {
		t.Errorf("the request changed with its Spec: %v", req)
	}
	if req, err := builder.Build(); err != nil || !req.Equal(want) {
		t.Errorf("the builder changed with its Spec: %v, %v", req, err)
	}
}

// spoilSpec writes to all the memory that s points to.
func spoilSpec(s *vpnconn.Spec) {
	clear(s.LocalSubnets)
	clear(s.RemoteSubnets)
	*s.ClientToken, *s.Name, *s.EffectImmediately = "spoilt", "spoilt", !*s.EffectImmediately
	ike, ipsec := s.IKE, s.IPsec
	ike.PSK = ikeconfig.NewSecret("spoilt")
	*ike.Version, *ike.Mode, *ike.EncAlg, *ike.AuthAlg, *ike.PFS = "spoilt", "spoilt", "spoilt", "spoilt", "spoilt"
	*ike.Lifetime, *ike.LocalID, *ike.RemoteID = 1, "spoilt", "spoilt"
	*ipsec.EncAlg, *ipsec.AuthAlg, *ipsec.PFS, *ipsec.Lifetime = "spoilt", "spoilt", "spoilt", 1
	*ike, *ipsec = vpnconn.IKESpec{}, vpnconn.IPsecSpec{}
}

func TestParametersHandedIn(t *testing.T) {
	want := build(t, everything()...)
	params := want.Params()
	req, err := vpnconn.Parse(params)
	if err != nil {
		t.Fatal(err)
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
	for _, s := range enumSettings {
		if _, err := vpnconn.New(smallest(s.set(s.values[0]))...); err != nil {
			t.Errorf("%s: %v", s.field, err)
		}
	}
}

// A request, a builder, an option and a config each used by many goroutines at once; the race detector sees a write.
func TestManyGoroutines(t *testing.T) {
	ike, err := ikeconfig.New(ikeconfig.WithPSK(trickyPSK))
	if err != nil {
		t.Fatal(err)
	}
	ipsec, err := ipsecconfig.New(ipsecconfig.WithPFS(ipsecconfig.Group14))
	if err != nil {
		t.Fatal(err)
	}
	blanks := vpnconn.WithLocalSubnets(" 10.0.0.0/8 , 11.0.0.0/8") // which are dropped for the request, not in the builder
	opt := vpnconn.Options(append(everything(), blanks)...)
	phases := vpnconn.Options(vpnconn.WithIKE(ikeconfig.WithLifetime(0)), vpnconn.WithIPsec(ipsecconfig.WithLifetime(0)))
	builder := vpnconn.NewBuilder(opt)
	req := build(t, opt)
	want := req.Params()
	wrong, mistakes := allMistakes()
	bad := vpnconn.NewBuilder(wrong...)

	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for range 20 {
				if got := req.Params(); !maps.Equal(got, want) {
					t.Errorf("Params = %v", got)
				}
				back, err := vpnconn.ParseQuery(string(req.AppendQuery(nil)))
				if err != nil || !back.Equal(req) {
					t.Errorf("ParseQuery: %v, %v", back, err)
				}
				if same, err := req.Spec().Build(); err != nil || !same.Equal(req) {
					t.Errorf("Spec: %v, %v", same, err)
				}
				if a, err := builder.Build(); err != nil || !a.Equal(req) {
					t.Errorf("Build: %v, %v", a, err)
				}
				changed, err := builder.With(phases, vpnconn.WithIKEConfig(ike), vpnconn.WithIPsecConfig(ipsec), phases).Build()
				if err != nil || changed.IKE().PSK() != ike.PSK() || changed.IPsec().PFS() != ipsec.PFS() {
					t.Errorf("With: %v, %v", changed, err)
				}
				if b, err := vpnconn.New(opt); err != nil || !b.Equal(req) {
					t.Errorf("New: %v, %v", b, err)
				}
				if !req.Effective().Equal(req) || len(pairs(req.Fields())) != 22 || req.String() == "" || builder.String() == "" {
					t.Error("a reader of the request went wrong")
				}
				_, err = bad.Build()
				var list vpnerrors.ValidationErrors
				if !errors.As(err, &list) || !list.Equal(mistakes) {
					t.Errorf("mistakes: %v", err)
				}
			}
		})
	}
	wg.Wait()
}
