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

// What a tunnel does not have is suggested where the connection has it, unless there is a suggestion, or the other edition
// has it.
func TestInOrderSuggests(t *testing.T) {
	const field = "TunnelOptionsSpecification.1.Name"
	for _, tt := range []struct {
		e    vpnerrors.FieldError
		want string
	}{
		{vpnerrors.FieldError{Reason: vpnerrors.ErrUnknownParameter}, "Name"},
		{vpnerrors.FieldError{Reason: vpnerrors.ErrUnknownParameter, Suggest: "Role"}, "Role"},
		{vpnerrors.FieldError{Reason: vpnerrors.ErrUnknownParameter, Edition: aliyun.Edition2019}, ""},
		{vpnerrors.FieldError{Reason: vpnerrors.ErrConflict}, ""},
	} {
		tt.e.Field = field
		if got := rules.InOrder(parameters.Of(aliyun.Edition2025), vpnerrors.ValidationErrors{&tt.e}); got[0].Suggest != tt.want {
			t.Errorf("%v: %q is suggested, want %q", got, got[0].Suggest, tt.want)
		}
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

// TestWithin: what an error names moves along, and one about the whole is about the object.
func TestWithin(t *testing.T) {
	duplicate, unknown := vpnerrors.ErrDuplicate, vpnerrors.ErrUnknownParameter
	for _, row := range []struct {
		in, want vpnerrors.FieldError
		why      string
	}{
		{vpnerrors.FieldError{Reason: vpnerrors.ErrBadType}, vpnerrors.FieldError{Field: "O", Reason: vpnerrors.ErrBadType}, "the whole"},
		{vpnerrors.FieldError{Reason: unknown}, vpnerrors.FieldError{Field: "O.", Reason: unknown}, "a name that is empty"},
		{vpnerrors.FieldError{Field: "a", Reason: vpnerrors.ErrUnsupportedValue, Part: "p", Suggest: "s"},
			vpnerrors.FieldError{Field: "O.a", Reason: vpnerrors.ErrUnsupportedValue, Part: "p", Suggest: "s"}, "values stay"},
		{vpnerrors.FieldError{Field: "a", Reason: duplicate}, vpnerrors.FieldError{Field: "O.a", Reason: duplicate}, "no place to move"},
		{vpnerrors.FieldError{Field: "a", Reason: duplicate, Part: "b"}, vpnerrors.FieldError{Field: "O.a", Reason: duplicate, Part: "O.b"}, "the place of the first"},
		{vpnerrors.FieldError{Field: "a", Reason: unknown}, vpnerrors.FieldError{Field: "O.a", Reason: unknown}, "no name to move"},
		{vpnerrors.FieldError{Field: "a", Reason: unknown, Suggest: "b"}, vpnerrors.FieldError{Field: "O.a", Reason: unknown, Suggest: "O.b"}, "the name that was meant"},
	} {
		in := row.in
		if diff := cmp.Diff(vpnerrors.ValidationErrors{&row.want}, rules.Within("O", vpnerrors.ValidationErrors{&in})); diff != "" {
			t.Errorf("%v: %s (-want +got):\n%s", row.in, row.why, diff)
		}
	}
	whole := vpnerrors.ValidationErrors{{Field: "Z", Reason: unknown}, {Field: "Name", Reason: duplicate}, {Reason: vpnerrors.ErrBadType}}
	if got := rules.InOrder(parameters.Of(aliyun.Edition2025), whole); got[0].Field != "" || got[1].Field != "Name" || got[1].In != aliyun.Edition2025 {
		t.Errorf("in order they are %v, want what is about the whole first", got)
	}
}
