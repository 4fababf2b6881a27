package vpnconn_test

import (
	"fmt"
	"iter"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestZeroRequest(t *testing.T) {
	var zero vpnconn.Request
	if !zero.IsZero() || !zero.Equal(vpnconn.Request{}) || !zero.Effective().IsZero() {
		t.Error("the zero Request is not zero, not equal to itself, or Effective fills it")
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
	none, want := vpnconn.NewBuilder().Build()
	req, err := zero.Build()
	if diff := cmp.Diff(faults(t, none, want), faults(t, req, err)); diff != "" {
		t.Errorf("Build (-NewBuilder +zero):\n%s", diff)
	}
}

// Every method that there is, so that a new one cannot be forgotten: none panics on a zero value, and none makes
// something of it.
func TestNoMethodPanicsOnZero(t *testing.T) {
	for _, zero := range []any{vpnconn.Request{}, vpnconn.Builder{}, vpnconn.Spec{}, vpnconn.Response{}} {
		v := reflect.ValueOf(zero)
		if v.NumMethod() == 0 && v.Type() != reflect.TypeFor[vpnconn.Response]() {
			t.Errorf("%T has no methods", zero)
		}
		for method, m := range v.Methods() {
			if method.Name == "Format" {
				continue // below
			}
			var args []reflect.Value
			for i := range m.Type().NumIn() - boolInt(m.Type().IsVariadic()) {
				args = append(args, reflect.Zero(m.Type().In(i)))
			}
			for _, out := range m.Call(args) {
				if out.Type() != reflect.TypeFor[iter.Seq2[string, string]]() {
					continue
				}
				for name, value := range out.Seq2() {
					t.Errorf("%T.%s yields %v, %v", zero, method.Name, name, value)
				}
			}
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%T"} {
			if text := fmt.Sprintf(verb, zero); text == "" {
				t.Errorf("%s of %T is empty", verb, zero)
			}
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
