package rules_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestInOrder(t *testing.T) {
	want := []string{
		"", "Action", "LocalSubnet[10]", "LocalSubnet[2]", "IkeConfig", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "Name",
		"Abc", "IkeConfig.B", "name",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var errs vpnerrors.ValidationErrors
		for _, i := range random.Perm(len(want)) {
			errs = append(errs, &vpnerrors.FieldError{Field: want[i]})
			if i > 7 {
				errs[len(errs)-1].Reason = vpnerrors.ErrUnknownParameter
			}
		}
		// The elements of a list keep their order.
		a, b := place(errs, "LocalSubnet[10]"), place(errs, "LocalSubnet[2]")
		if a > b {
			errs[a], errs[b] = errs[b], errs[a]
		}
		var got []string
		for _, e := range rules.InOrder(parameters.Of(0), errs) {
			got = append(got, e.Field)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("the whole, then documented names, then the others by name (-want +got):\n%s", diff)
		}
	}
	if got := rules.InOrder(parameters.Of(0), nil); got != nil {
		t.Errorf("no errors became %v", got)
	}
}

// Tunnels and tags are in numerical order, and their members in documented order.
func TestInOrderOfPlaces(t *testing.T) {
	want := []string{
		"ClientToken", "LocalSubnet[0]", "Tags.2.Key", "Tags.10.Key", "Tags.10.Value",
		"TunnelOptionsSpecification.1.Role", "TunnelOptionsSpecification.1.TunnelIkeConfig.IkeAuthAlg",
		"TunnelOptionsSpecification.1.TunnelIkeConfig.Psk", "TunnelOptionsSpecification.2.CustomerGatewayId", "DryRun",
	}
	var errs vpnerrors.ValidationErrors
	for _, field := range want {
		errs = append(errs, &vpnerrors.FieldError{Field: field})
	}
	slices.Reverse(errs)
	var got []string
	for _, e := range rules.InOrder(parameters.Of(aliyun.Edition2025), errs) {
		got = append(got, e.Field)
		if e.In != aliyun.Edition2025 {
			t.Errorf("%s is explained by edition %v", e.Field, e.In)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func place(errs vpnerrors.ValidationErrors, field string) int {
	for i, e := range errs {
		if e.Field == field {
			return i
		}
	}
	return -1
}

// An unknown name may look like a documented one, such as "Name[1]" where Name has no elements.
func TestUnknownNamesStandLast(t *testing.T) {
	unknown := &vpnerrors.FieldError{Field: "LocalSubnet[1]", Reason: vpnerrors.ErrUnknownParameter}
	known := &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty}
	want := vpnerrors.ValidationErrors{known, unknown}
	if diff := cmp.Diff(want, rules.InOrder(parameters.Of(0), vpnerrors.ValidationErrors{unknown, known})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInOrderIsStable(t *testing.T) {
	var errs, a, b, others vpnerrors.ValidationErrors
	for i := range 50 { // more than a sort takes for a short list
		value := rules.Element("", i)
		a = append(a, &vpnerrors.FieldError{Field: "LocalSubnet", Value: value})
		b = append(b, &vpnerrors.FieldError{Field: "Name", Value: value})
		others = append(others, &vpnerrors.FieldError{Field: "x", Value: value, Reason: vpnerrors.ErrUnknownParameter})
		errs = append(errs, b[i], others[i], a[i])
	}
	want := slices.Concat(a, b, others)
	if diff := cmp.Diff(want, rules.InOrder(parameters.Of(0), errs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBaseAndElement(t *testing.T) {
	for _, field := range []string{"a[b]", "a[0x1]", "a[1:2]", "a[1", "a[1]b", "a[-1]", "[", "]", ""} {
		if got := parameters.Base(field); got != field {
			t.Errorf("Base(%q) = %q, which is no element of a list", field, got)
		}
	}
	for _, field := range []string{"LocalSubnet", "IkeConfig.Psk"} {
		if got := parameters.Base(field); got != field {
			t.Errorf("Base(%q) = %q", field, got)
		}
		for _, i := range []int{0, 9, 100_000} {
			if got := parameters.Base(rules.Element(field, i)); got != field {
				t.Errorf("Base(%q) = %q", rules.Element(field, i), got)
			}
		}
	}
	if got := rules.Element("LocalSubnet", 12); got != "LocalSubnet[12]" {
		t.Errorf("Element = %q", got)
	}
}
