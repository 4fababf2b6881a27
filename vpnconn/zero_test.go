package vpnconn_test

import (
	"fmt"
	"iter"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestZeroRequest(t *testing.T) {
	var zero vpnconn.Request
	if !zero.IsZero() || !zero.Equal(vpnconn.Request{}) || !zero.Effective().IsZero() {
		t.Error("the zero Request is not zero, not equal to itself, or Effective fills it")
	}
	if text := zero.String(); text != "vpnconn.Request{}" {
		t.Errorf("String = %s", text)
	}
	if params := zero.Params(); params == nil || len(params) != 0 {
		t.Errorf("Params = %#v, want an empty map that can be written to", params)
	}
	if values := zero.Values(); values == nil || len(values) != 0 {
		t.Errorf("Values = %#v, want an empty map that can be written to", values)
	}
	if query := zero.Query(); query != "" {
		t.Errorf("Query = %q", query)
	}
	if dst := string(zero.AppendQuery([]byte("as it was"))); dst != "as it was" {
		t.Errorf("AppendQuery made it %q", dst)
	}
	for name, seq := range map[string]iter.Seq2[string, string]{"All": zero.All(), "Fields": zero.Fields()} {
		if list := pairs(seq); list != nil {
			t.Errorf("%s yields %q", name, list)
		}
	}
	if diff := cmp.Diff(vpnconn.Spec{}, zero.Spec()); diff != "" {
		t.Errorf("Spec (-want +got):\n%s", diff)
	}
	if json, err := zero.MarshalJSON(); err != nil || string(json) != "{}" {
		t.Errorf("MarshalJSON = %s, %v", json, err)
	}
}

func TestZeroRequestWithIsNew(t *testing.T) {
	full, err := vpnconn.Request{}.With(everything()...)
	if want := build(t, everything()...); err != nil || !full.Equal(want) {
		t.Errorf("With everything: %v, %v\nwant %v", full, err, want)
	}
	req, err := vpnconn.Request{}.With(vpnconn.WithName("!"))
	none, want := vpnconn.New(vpnconn.WithName("!"))
	if diff := cmp.Diff(faults(t, none, want), faults(t, req, err)); diff != "" {
		t.Errorf("With a mistake (-New +With):\n%s", diff)
	}
}

func TestZeroBuilder(t *testing.T) {
	var zero vpnconn.Builder
	full, err := zero.With(everything()...).Build()
	if want := build(t, everything()...); err != nil || !full.Equal(want) {
		t.Errorf("With everything: %v, %v\nwant %v", full, err, want)
	}
	if text := zero.String(); text != "vpnconn.Builder{}" {
		t.Errorf("String = %s", text)
	}
	none, want := vpnconn.NewBuilder().Build()
	req, err := zero.Build()
	if diff := cmp.Diff(faults(t, none, want), faults(t, req, err)); diff != "" {
		t.Errorf("Build (-NewBuilder +zero):\n%s", diff)
	}
}

// Every method that there is, those of a pointer too, so that a new one cannot be forgotten: called with zero arguments on a
// zero value, none panics, and none yields a setting.
func TestNoMethodPanicsOnZero(t *testing.T) {
	for _, zero := range []any{
		vpnconn.Request{}, vpnconn.Builder{}, vpnconn.Spec{}, vpnconn.IKESpec{}, vpnconn.IPsecSpec{}, vpnconn.Response{},
		vpnconn.Advice{}, vpnconn.Severity(0), ikeconfig.Config{}, ipsecconfig.Config{}, ikeconfig.Secret{},
	} {
		typ := reflect.TypeOf(zero)
		for i := range reflect.PointerTo(typ).NumMethod() {
			v := reflect.New(typ) // anew, since a method before may have set it
			name, m := v.Type().Method(i).Name, v.Method(i)
			if name == "Format" {
				continue // below
			}
			for _, out := range m.Call(zeroArgs(m.Type())) {
				if out.Type() != reflect.TypeFor[iter.Seq2[string, string]]() {
					continue
				}
				for field, value := range out.Seq2() {
					t.Errorf("%T.%s yields %v, %v", zero, name, field, value)
				}
			}
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%T"} {
			if text := fmt.Sprintf(verb, zero); strings.Contains(text, "PANIC") {
				t.Errorf("%s of %T is %q", verb, zero, text)
			}
		}
	}
}

// zeroArgs returns what a method wants, all of it zero, but for a function that reads YAML, which cannot be nil and reads
// nothing.
func zeroArgs(m reflect.Type) (args []reflect.Value) {
	for i := range m.NumIn() {
		switch in := m.In(i); {
		case m.IsVariadic() && i == m.NumIn()-1:
		case in == reflect.TypeFor[func(any) error]():
			args = append(args, reflect.ValueOf(func(any) error { return nil }))
		default:
			args = append(args, reflect.Zero(in))
		}
	}
	return args
}
