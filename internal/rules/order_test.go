package rules_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestInOrder(t *testing.T) {
	documented := []string{"Zone", "List", "Config", "Config.Z", "Config.A", "Name"}
	want := []string{"Zone", "List[10]", "List[2]", "Config", "Config.Z", "Config.A", "Name", "", "Abc", "Config.B", "name"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var errs vpnerrors.ValidationErrors
		for _, i := range random.Perm(len(want)) {
			errs = append(errs, &vpnerrors.FieldError{Field: want[i]})
		}
		// The elements of a list are found in their order, which is to be kept.
		a, b := place(errs, "List[10]"), place(errs, "List[2]")
		if a > b {
			errs[a], errs[b] = errs[b], errs[a]
		}
		var got []string
		for _, e := range rules.InOrder(errs, documented) {
			got = append(got, e.Field)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("documented names first, then the others by name (-want +got):\n%s", diff)
		}
	}
	if got := rules.InOrder(nil, documented); got != nil {
		t.Errorf("no errors became %v", got)
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
	unknown := &vpnerrors.FieldError{Field: "A[1]", Reason: vpnerrors.ErrUnknownParameter}
	known := &vpnerrors.FieldError{Field: "B", Reason: vpnerrors.ErrEmpty}
	want := vpnerrors.ValidationErrors{known, unknown}
	if diff := cmp.Diff(want, rules.InOrder(vpnerrors.ValidationErrors{unknown, known}, []string{"A", "B"})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestInOrderIsStable(t *testing.T) {
	var errs, a, b, others vpnerrors.ValidationErrors
	for i := range 50 { // more than a sort takes for a short list
		value := rules.Element("", i)
		a = append(a, &vpnerrors.FieldError{Field: "A", Value: value})
		b = append(b, &vpnerrors.FieldError{Field: "B", Value: value})
		others = append(others, &vpnerrors.FieldError{Field: "x", Value: value})
		errs = append(errs, b[i], others[i], a[i])
	}
	want := slices.Concat(a, b, others)
	if diff := cmp.Diff(want, rules.InOrder(errs, []string{"A", "B"})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBaseAndElement(t *testing.T) {
	for _, field := range []string{"a[b]", "a[0x1]", "a[1:2]", "a[1", "a[1]b", "a[-1]", "[", "]", ""} {
		if got := rules.Base(field); got != field {
			t.Errorf("Base(%q) = %q, which is no element of a list", field, got)
		}
	}
	for _, field := range []string{"LocalSubnet", "IkeConfig.Psk"} {
		if got := rules.Base(field); got != field {
			t.Errorf("Base(%q) = %q", field, got)
		}
		for _, i := range []int{0, 9, 100_000} {
			if got := rules.Base(rules.Element(field, i)); got != field {
				t.Errorf("Base(%q) = %q", rules.Element(field, i), got)
			}
		}
	}
	if got := rules.Element("LocalSubnet", 12); got != "LocalSubnet[12]" {
		t.Errorf("Element = %q", got)
	}
}
