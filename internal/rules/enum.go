package rules

import (
	"slices"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// Enum checks that text is exactly one of the allowed values.
func Enum(field, text string, allowed []string) vpnerrors.ValidationErrors {
	if slices.Contains(allowed, text) {
		return nil
	}
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
	return one(e)
}

// booleans are the values of a Boolean parameter.
var booleans = []string{"true", "false"}

// Boolean reads a Boolean parameter in any letter case and returns it as it is sent.
func Boolean(field, text string) (string, vpnerrors.ValidationErrors) {
	if lower := strings.ToLower(text); slices.Contains(booleans, lower) {
		return lower, nil
	}
	errs := Enum(field, text, booleans)
	if b, err := strconv.ParseBool(text); err == nil {
		errs[0].Suggest = strconv.FormatBool(b)
	}
	return "", errs
}
