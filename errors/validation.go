package errors

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// maxListed is how many mistakes Error, LogValue and Message list: there can be one for each of many thousand CIDR
// blocks, too many for a log line.
const maxListed = 16

// ValidationErrors lists everything that is wrong with a request, one [FieldError] for each field, in documented order;
// unknown parameters come last, by name. Functions of this module that return it as an error return nil, not an empty list,
// when nothing is wrong. The target type for errors.As is ValidationErrors, not *ValidationErrors.
type ValidationErrors []*FieldError

// Error returns the first 16 mistakes on one line and says how many more there are.
func (e ValidationErrors) Error() string {
	if len(e) == 0 {
		return "no errors"
	}
	var b strings.Builder
	for i, fe := range e[:min(len(e), maxListed)] {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(fe.Error())
	}
	if more := len(e) - maxListed; more > 0 {
		fmt.Fprintf(&b, "; and %d more", more)
	}
	return b.String()
}

// Unwrap returns the field errors, so that [errors.Is] finds a reason and [errors.As] a *[FieldError]. The slice is
// the caller's own.
func (e ValidationErrors) Unwrap() []error {
	errs := make([]error, 0, len(e))
	for _, fe := range e {
		if fe != nil {
			errs = append(errs, fe)
		}
	}
	return errs
}

// Equal reports whether e and o list equal field errors in the same order. go-cmp compares lists by it.
func (e ValidationErrors) Equal(o ValidationErrors) bool {
	return slices.EqualFunc(e, o, (*FieldError).Equal)
}

// MarshalJSON returns an array with the object of [FieldError.MarshalJSON] for each error, for the body of a reply. The
// messages are in English; [Message] has them in Chinese too. An empty list is an empty array.
func (e ValidationErrors) MarshalJSON() ([]byte, error) {
	return json.Marshal(append([]*FieldError{}, e...))
}
