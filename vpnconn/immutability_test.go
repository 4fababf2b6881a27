package vpnconn_test

import (
	"maps"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// handing returns a function that makes an option of a slice, and a function that spoils the slice.
func handing[T any](with func(...T) vpnconn.Option, list ...T) func() (vpnconn.Option, func()) {
	return func() (vpnconn.Option, func()) {
		in := slices.Clone(list)
		return with(in...), func() { clear(in) }
	}
}

// TestSlicesHandedIn: an option does not share the caller's slice. Each row makes an option, then spoils its slice.
func TestSlicesHandedIn(t *testing.T) {
	blocks := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("11.0.0.0/8")}
	for _, row := range []struct {
		hand func() (vpnconn.Option, func())
		want string // what is set
	}{
		{handing(vpnconn.WithLocalSubnets, "10.0.0.0/8", "11.0.0.0/8"), "LocalSubnet=10.0.0.0/8,11.0.0.0/8"},
		{handing(vpnconn.WithRemoteSubnets, "10.0.0.0/8", "11.0.0.0/8"), "RemoteSubnet=10.0.0.0/8,11.0.0.0/8"},
		{handing(vpnconn.WithLocalPrefixes, blocks...), "LocalSubnet=10.0.0.0/8,11.0.0.0/8"},
		{handing(vpnconn.WithRemotePrefixes, blocks...), "RemoteSubnet=10.0.0.0/8,11.0.0.0/8"},
		{handing(vpnconn.Options, vpnconn.WithName("aa")), "Name=aa"},
		{handing(vpnconn.WithIKE, ikeconfig.WithPSK("p")), "IkeConfig.Psk=p"},
		{handing(vpnconn.WithIPsec, ipsecconfig.WithLifetime(0)), "IpsecConfig.IpsecLifetime=0"},
	} {
		same := checkSame(t, row.want, mustNew(t, settingOptions(row.want)), nil)
		early, spoil := row.hand()
		builder, r := vpnconn.NewBuilder(smallest(early)...), mustNew(t, early)
		spoil()
		same(builder.Build())
		same(r, nil)
		late, spoil := row.hand()
		spoil()
		same(vpnconn.New(smallest(late)...))
	}
	opts := smallest(vpnconn.WithName("aa"))
	made, with := vpnconn.NewBuilder(opts...), vpnconn.Builder{}.With(opts...)
	clear(opts)
	same := checkSame(t, "the slice of options", mustNew(t, vpnconn.WithName("aa")), nil)
	same(made.Build())
	same(with.Build())
}

// TestOptionsUsedAgain: options that change the elements of a list do not change an option that was given before them.
func TestOptionsUsedAgain(t *testing.T) {
	tags, drop := vpnconn.WithTags(vpnconn.Tag{Key: "env", Value: "test"}), vpnconn.Without("Tags.1.Value")
	edition := vpnconn.WithEdition(aliyun.Edition2025)
	if r := mustNew(t, edition, tags, drop, tags, drop); !slices.Equal(r.Tags(), []vpnconn.Tag{{Key: "env"}}) {
		t.Errorf("%v, want the value unset", r.Tags())
	}
	if r := mustNew(t, edition, tags); !slices.Equal(r.Tags(), []vpnconn.Tag{{Key: "env", Value: "test"}}) {
		t.Errorf("%v, want the tag as it was given", r.Tags())
	}
}

// spoil changes everything that v points to, and the elements of its slices.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		spoil(v.Elem())
		switch v = v.Elem(); v.Kind() {
		case reflect.Bool:
			v.SetBool(!v.Bool())
		case reflect.Int64:
			v.SetInt(v.Int() + 1)
		case reflect.String:
			v.SetString("spoilt")
		case reflect.Struct:
			v.SetZero()
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i))
			}
		}
	}
}

// TestStructsHandedInAndOut: structs, pointers and lists are shared neither when passed in nor when returned.
func TestStructsHandedInAndOut(t *testing.T) {
	single, double := everything2025(t)["a single tunnel"], everything2025(t)["two tunnels"]
	for name, give := range map[string]func() (vpnconn.Option, any){
		"a health check": func() (vpnconn.Option, any) { c := single.HealthCheck(); return vpnconn.WithHealthCheck(c), c },
		"BGP":            func() (vpnconn.Option, any) { c := single.BGP(); return vpnconn.WithBGP(c), c },
		"tags":           func() (vpnconn.Option, any) { c := single.Tags(); return vpnconn.WithTags(c...), c },
		"BGP of a tunnel": func() (vpnconn.Option, any) {
			c := double.Tunnels()[0].BGP()
			return master(vpnconn.WithBGP(c)), c
		},
		"a Spec":         func() (vpnconn.Option, any) { s := single.Spec(); return s.Option(), s },
		"a Spec of both": func() (vpnconn.Option, any) { s := double.Spec(); return s.Option(), s },
	} {
		base := single
		if strings.HasSuffix(name, "tunnel") || strings.HasSuffix(name, "both") {
			base = double
		}
		same := checkSame(t, name, base, nil)
		opt, given := give()
		builder := base.Builder().With(opt)
		spoil(reflect.ValueOf(given))
		same(builder.Build())
		same(base.With(opt))
		same(base, nil)
	}
	clear(double.Tunnels())
	if list := double.Tunnels(); list[0].CustomerGatewayID() == "" {
		t.Error("the tunnels are shared")
	}
}

// TestValuesHandedOut: changing a returned value does not change the request.
func TestValuesHandedOut(t *testing.T) {
	r := build(t, everything()...)
	want := r.Params()
	clear(r.Params())
	for _, values := range r.Values() {
		values[0] = "spoilt"
	}
	clear(r.Values())
	clear(r.LocalSubnets())
	clear(r.RemoteSubnets())
	_ = append(r.LocalSubnets()[:1], netip.Prefix{})
	clear(r.AppendQuery(nil))
	clear(r.AppendQuery(make([]byte, 0, 1<<16)))
	if diff := cmp.Diff(want, r.Params()); diff != "" || r.LocalSubnets()[0].String() != "10.1.0.0/16" {
		t.Errorf("the request changed (-before +after):\n%s", diff)
	}
}

func TestParametersHandedIn(t *testing.T) {
	want := build(t, everything()...)
	params := want.Params()
	params["IkeConfig.Psk"] = trickyPSK // in addition to IkeConfig, so that the two are merged
	before := maps.Clone(params)
	r, err := vpnconn.Parse(params)
	if diff := cmp.Diff(before, params); diff != "" {
		t.Errorf("Parse changed the map (-before +after):\n%s", diff)
	}
	clear(params)
	checkSame(t, "the map it was read from", want, nil)(r, err)
}

// TestErrorsHandedOut: an error shares nothing, not even its lists of documented values, whether it comes from a rule
// or a reader. Otherwise changing the first error would change the second.
func TestErrorsHandedOut(t *testing.T) {
	opts, want := allMistakes()
	builder := vpnconn.NewBuilder(opts...)
	spec := func(text string) func() error {
		return func() error {
			var s vpnconn.Spec
			if err := s.UnmarshalJSON([]byte(text)); err != nil {
				return err
			}
			_, err := s.Build() // which has more errors about this Spec, all before the phases
			return err
		}
	}
	parse := func(phase, text string) func() error {
		return func() error {
			if phase == "IkeConfig" {
				_, err := ikeconfig.Parse(text)
				return err
			}
			_, err := ipsecconfig.Parse(text)
			return err
		}
	}
	for name, give := range map[string]func() error{
		"Build":              func() error { _, err := builder.Build(); return err },
		"a value of phase 1": parse("IkeConfig", `{"IkeEncAlg":"x"}`),
		"a type of phase 1":  parse("IkeConfig", `{"IkeEncAlg":1}`),
		"a value of phase 2": parse("IpsecConfig", `{"IpsecEncAlg":"x"}`),
		"a type of phase 2":  parse("IpsecConfig", `{"IpsecEncAlg":1}`),
		"a value of a Spec":  spec(`{"IkeConfig":{"IkeEncAlg":"x"},"IpsecConfig":{"IpsecEncAlg":"x"}}`),
		"a type of a Spec":   spec(`{"IkeConfig":{"IkeEncAlg":1},"IpsecConfig":{"IpsecEncAlg":1}}`),
	} {
		first := give().(mistakes)
		before := dataOf(first...)
		clear(first.Unwrap())
		if after := dataOf(first...); after != before {
			t.Errorf("%s: the list changed with what Unwrap returned, from %s to %s", name, before, after)
		}
		for _, e := range first {
			clear(e.Allowed)
			*e = mistake{Field: "spoilt"}
		}
		clear(first)
		if again := dataOf(give().(mistakes)...); again != before {
			t.Errorf("%s was %s and became %s", name, before, again)
		}
	}
	if _, err := builder.Build(); dataOf(err.(mistakes)...) != dataOf(want...) {
		t.Errorf("Build returns %v, want %v", err, want)
	}
	for _, d := range document {
		if d.Values != nil && options[d.Name] != nil {
			mustNew(t, options[d.Name](d.Values[0]))
		}
	}
}
