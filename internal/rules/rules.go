// Package rules holds each rule of the API document once: what a name, an identifier, a list of CIDR blocks, a
// lifetime, a token or another text has to look like. The builders, the readers and the validator tags all call it, so
// that they cannot disagree.
//
// A rule takes the field that it is to name in an error, and returns nil for a good value without allocating.
package rules

import (
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/reply"
)

// A Text is a rule for the text of one parameter. A list gives an error for each bad element, other texts one at most.
type Text func(field, text string) vpnerrors.ValidationErrors

// Hidden stands for a pre-shared key wherever people read, and for an unknown name that may hold one.
const Hidden = "[hidden]"

// one returns e as a list.
func one(e *vpnerrors.FieldError) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{e}
}

// Clip cuts text to the 64 characters that a FieldError shows, and before a pre-shared key that got into it, as one does
// where the '&' before it was lost.
func Clip(text string) string {
	value, _ := Shown(text, "")
	return value
}

// Shown returns text as Clip does, and what in it is at fault, which is "" where it could be a piece of a key.
func Shown(text, part string) (value, fault string) {
	start := fmt.Sprintf("%.64s", text)
	if value = reply.Redact(start); value != start {
		part = ""
	}
	return value, part
}
