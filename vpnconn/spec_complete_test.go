package vpnconn_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestSpecHasEveryParameter: a parameter that a Spec lacks would be read from a file and dropped without a word.
func TestSpecHasEveryParameter(t *testing.T) {
	want := slices.Clone(parameters.Documented)
	want = slices.DeleteFunc(want, func(name string) bool { return name == "Action" }) // which a Spec is
	got := specNames(reflect.TypeFor[vpnconn.Spec](), "", "json")
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the members of a Spec in JSON are %q, want %q", got, want)
	}
	if yaml := specNames(reflect.TypeFor[vpnconn.Spec](), "", "yaml"); !slices.Equal(slices.Sorted(slices.Values(yaml)), want) {
		t.Errorf("the members of a Spec in YAML are %q, want %q", yaml, want)
	}
}

// specNames returns the names that the fields of a struct have by a tag, those of the phases dotted.
func specNames(t reflect.Type, prefix, tag string) []string {
	var names []string
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get(tag), ",")
		names = append(names, prefix+name)
		if f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Struct {
			names = append(names, specNames(f.Type.Elem(), name+".", tag)...)
		}
	}
	return names
}
