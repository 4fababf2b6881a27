package rules

import (
	"cmp"
	"slices"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// InOrder sorts errs: documented fields in the order given, the elements of a list as they stand, then all others by
// name.
func InOrder(errs vpnerrors.ValidationErrors, documented []string) vpnerrors.ValidationErrors {
	rank := make(map[string]int, len(documented))
	for i, field := range documented {
		rank[field] = i
	}
	place := func(e *vpnerrors.FieldError) (int, string) {
		if i, ok := rank[Base(e.Field)]; ok && e.Reason != vpnerrors.ErrUnknownParameter {
			return i, ""
		}
		return len(documented), e.Field
	}
	slices.SortStableFunc(errs, func(a, b *vpnerrors.FieldError) int {
		i, x := place(a)
		j, y := place(b)
		return cmp.Or(cmp.Compare(i, j), cmp.Compare(x, y))
	})
	return errs
}

// Base returns the field that an element of a list belongs to, "LocalSubnet" for "LocalSubnet[3]", and any other field as
// it is.
func Base(field string) string {
	name, place, ok := strings.Cut(field, "[")
	if digits, closed := strings.CutSuffix(place, "]"); ok && closed && strings.Trim(digits, "0123456789") == "" {
		return name
	}
	return field
}
