package vpnconn_test

import (
	"encoding/json"
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
	if !zero.IsZero() || !zero.Equal(vpnconn.Request{}) || !zero.Effective().IsZero() || zero.String() != "vpnconn.Request{}" {
		t.Errorf("it is not zero, not equal to itself, or changed by Effective: %v", zero)
	}
	if params, values := zero.Params(), zero.Values(); params == nil || len(params) != 0 || values == nil || len(values) != 0 {
		t.Errorf("Params = %#v, Values = %#v, want empty maps that can be written to", params, values)
	}
	if dst := string(zero.AppendQuery([]byte("as it was"))); zero.Query() != "" || dst != "as it was" {
		t.Errorf("Query = %q, AppendQuery made it %q", zero.Query(), dst)
	}
	if list := append(pairs(zero.All()), pairs(zero.Fields())...); list != nil {
		t.Errorf("All and Fields yield %q", list)
	}
	if diff := cmp.Diff(vpnconn.Spec{}, zero.Spec()); diff != "" {
		t.Errorf("Spec (-want +got):\n%s", diff)
	}
	if json, err := zero.MarshalJSON(); err != nil || string(json) != "{}" {
		t.Errorf("MarshalJSON = %s, %v", json, err)
	}
}

// TestZeroValuesToStartFrom: starting from the zero Request or the zero Builder is the same as New.
func TestZeroValuesToStartFrom(t *testing.T) {
	if text := (vpnconn.Builder{}).String(); text != "vpnconn.Builder{}" {
		t.Errorf("String = %s", text)
	}
	for _, opts := range [][]vpnconn.Option{nil, everything(), {vpnconn.WithName("!")}} {
		want, err := vpnconn.New(opts...)
		checkSame(t, "Request.With", want, err)(vpnconn.Request{}.With(opts...))
		checkSame(t, "Builder.With", want, err)(vpnconn.Builder{}.With(opts...).Build())
	}
}

// TestOperatorEqualDoesNotCompile: == would compare addresses, not settings.
func TestOperatorEqualDoesNotCompile(t *testing.T) {
	for _, v := range []any{vpnconn.Request{}, vpnconn.Builder{}, vpnconn.Tunnel{}, ikeconfig.Config{}, ipsecconfig.Config{}} {
		if reflect.TypeOf(v).Comparable() {
			t.Errorf("%T is comparable with ==", v)
		}
	}
	if !reflect.TypeFor[vpnconn.Response]().Comparable() {
		t.Error("a Response is not comparable with ==")
	}
}

// TestRequestNotReadFromJSON: what is written with the key hidden must not be read back as one without a key.
func TestRequestNotReadFromJSON(t *testing.T) {
	const want = "vpnconn.Request is not read from JSON: read a vpnconn.Spec, or use Parse"
	r := build(t, everything()...)
	written, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(written), "{}", fullSpecJSON, `"text"`} {
		if err := json.Unmarshal([]byte(text), &r); err == nil || err.Error() != want || !r.Equal(build(t, everything()...)) {
			t.Errorf("of %s: %v, want %s; it became %v", text, err, want, r)
		}
	}
}

// TestNoMethodPanicsOnZero calls every method of every type on a zero value: none panics, and none yields a setting.
func TestNoMethodPanicsOnZero(t *testing.T) {
	for _, zero := range []any{
		vpnconn.Request{}, vpnconn.Builder{}, vpnconn.Spec{}, vpnconn.IKESpec{}, vpnconn.IPsecSpec{}, vpnconn.TunnelSpec{}, vpnconn.Tunnel{}, vpnconn.Response{},
		vpnconn.Advice{}, vpnconn.Difference{}, vpnconn.Severity(0), ikeconfig.Config{}, ipsecconfig.Config{}, ikeconfig.Secret{},
	} {
		for name, text := range results(zero) {
			if strings.Contains(text, "yields") {
				t.Errorf("%T.%s %s", zero, name, text)
			}
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%T"} {
			if text := fmt.Sprintf(verb, zero); strings.Contains(text, "PANIC") {
				t.Errorf("%s of %T is %q", verb, zero, text)
			}
		}
	}
}

// results calls every method that v has, those of a pointer too, so that a new one cannot be forgotten, with zero arguments.
// It returns the text of what each returns.
func results(v any) map[string]string {
	texts := make(map[string]string)
	typ := reflect.TypeOf(v)
	for i := range reflect.PointerTo(typ).NumMethod() {
		own := reflect.New(typ) // new, since an earlier method may have set it
		own.Elem().Set(reflect.ValueOf(v))
		name, m := own.Type().Method(i).Name, own.Method(i)
		if name == "Format" {
			continue // printers call it
		}
		for _, out := range m.Call(zeroArgs(m.Type())) {
			if out.Type() == reflect.TypeFor[iter.Seq2[string, string]]() {
				for field, value := range out.Seq2() {
					texts[name] += fmt.Sprintf("yields %v, %v\n", field, value)
				}
				continue
			}
			switch out := out.Interface().(type) {
			case []byte:
				texts[name] += string(out)
			case []vpnconn.Advice, vpnconn.Spec: // they contain pointers
				text, err := json.Marshal(out)
				texts[name] += fmt.Sprint(string(text), err)
			default:
				texts[name] += fmt.Sprint(out)
			}
		}
	}
	return texts
}

// zeroArgs returns zero arguments for a method, except for a function that reads YAML, which cannot be nil and reads
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
