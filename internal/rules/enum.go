package rules

import (
	"slices"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// booleans are the values of a Boolean parameter.
var booleans = []string{"true", "false"}

// valuesOf returns the documented values of a parameter.
func valuesOf(m *parameters.Member) []string {
	if m.Kind == parameters.Boolean {
		return booleans
	}
	return m.Values
}

// notDocumented returns the error for a text that is not exactly one of the documented values.
func notDocumented(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	e := OneOf(m.Name, text, valuesOf(m))
	if m.Other != nil && slices.Contains(m.Other.Values, text) {
		e.Edition = m.Other.Edition
	}
	return one(e)
}

// OneOf returns the error for a text that is not one of the allowed values.
func OneOf(field, text string, allowed []string) *vpnerrors.FieldError {
	e := &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrUnsupportedValue, Allowed: slices.Clone(allowed)}
	bad := BadUTF8(text)
	e.Value, e.Part = Shown(text, bad)
	switch {
	case text == "":
		e.Reason = vpnerrors.ErrEmpty
	case bad != "":
		e.Reason = vpnerrors.ErrBadCharacter
	default:
		e.Suggest = nearestValue(text, allowed)
	}
	return e
}

// Boolean reads a Boolean parameter in any letter case and returns it as it is sent.
func Boolean(m *parameters.Member, text string) (string, vpnerrors.ValidationErrors) {
	if lower := strings.ToLower(text); slices.Contains(booleans, lower) {
		return lower, nil
	}
	errs := notDocumented(m, text)
	if b, err := strconv.ParseBool(text); err == nil {
		errs[0].Suggest = strconv.FormatBool(b)
	}
	return "", errs
}
