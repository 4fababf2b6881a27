// Package rules holds each rule of the API document once: what a name, an identifier, a list of CIDR blocks, a number or
// another value must look like. The builders, the readers and the validator tags all call it, so that they cannot
// disagree.
//
// A rule takes the row of the parameter, which has its limits, and returns nil for a good value, without allocating unless that
// is a certificate or a long list. Its errors name the parameter by its row only: the caller, which knows the object, adds
// its name with [Within].
package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/reply"
)

// Text checks a value that is stored as text. A list gives an error for each bad element, other text at most one.
func Text(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	switch m.Kind {
	case parameters.Operation:
		return nil
	case parameters.Enum, parameters.Boolean:
		if slices.Contains(valuesOf(m), text) {
			return nil
		}
		return notDocumented(m, text)
	case parameters.Blocks:
		return blocks(m, text)
	case parameters.Link:
		return link(m, text)
	case parameters.Address:
		return address(m, text)
	case parameters.Certificate:
		return certificate(m, text)
	}
	return characters(m, text)
}

// Number checks a value that is stored as a number: first the range, then that it is whole.
func Number(m *parameters.Member, s Seconds) vpnerrors.ValidationErrors {
	e := number(m, s)
	if e == nil {
		return nil
	}
	e.Value = s.String()
	if e.Reason == vpnerrors.ErrFraction && s.Whole == 0 && s.Nanos <= int64(m.Max) {
		e.Suggest = strconv.FormatInt(s.Nanos, 10) // a number of seconds was given as a Duration, which has nanoseconds
	}
	return one(e)
}

// one returns e as a list.
func one(e *vpnerrors.FieldError) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{e}
}

// Within puts the name of an object, and a dot, before all names in errs, and returns errs. An error without a name is
// about the object itself.
func Within(object string, errs vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	for _, e := range errs {
		if IsWhole(e) {
			e.Field = object
			continue
		}
		e.Field = object + "." + e.Field
		if e.Reason == vpnerrors.ErrDuplicate && e.Part != "" {
			e.Part = object + "." + e.Part
		}
		if e.Reason == vpnerrors.ErrUnknownParameter && e.Suggest != "" {
			e.Suggest = object + "." + e.Suggest
		}
	}
	return errs
}

// IsWhole reports whether an error is about an object as a whole. An unknown name may be empty too.
func IsWhole(e *vpnerrors.FieldError) bool {
	return e.Field == "" && e.Reason != vpnerrors.ErrUnknownParameter
}

// InOrder sorts errs: the fields of t in documented order, the elements of a list in their order, then unknown fields
// by name. From then on their texts are those of the edition of t. For a parameter that a tunnel does
// not have, it suggests that of the connection.
func InOrder(t *parameters.Table, errs vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	if errs == nil {
		return nil
	}
	type placed struct {
		place parameters.Place
		name  string // of an unknown parameter
		e     *vpnerrors.FieldError
	}
	var room [8]placed
	list := slices.Grow(room[:0], len(errs))[:len(errs)]
	for i, e := range errs {
		if t.Edition != aliyun.Edition2019 {
			e.In = t.Edition // 0 means 2019, so that its errors do not change
		}
		if e.Reason == vpnerrors.ErrUnknownParameter && e.Suggest == "" && e.Edition == 0 {
			e.Suggest = t.Outside(e.Field)
		}
		place, isName := t.Locate(e.Field)
		list[i] = placed{place, "", e}
		switch {
		case IsWhole(e):
			list[i].place = parameters.Place{} // before everything in it
		case e.Reason == vpnerrors.ErrUnknownParameter || !isName:
			list[i].place, list[i].name = parameters.Place{len(t.Members) + 1}, e.Field
		}
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		if c := a.place.Compare(b.place); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	for i := range list {
		errs[i] = list[i].e
	}
	return errs
}

// Clip cuts text to the 64 characters that a FieldError shows, and before a pre-shared key that got into it, as happens
// if the '&' before it was lost.
func Clip(text string) string {
	value, _ := Shown(text, "")
	return value
}

// mostShown is how many characters of a value a FieldError shows.
const mostShown = 64

// Shown returns text like [Clip], and the faulty part of it, which is "" if it could be a piece of a key.
func Shown(text, part string) (value, fault string) {
	start := text
	if len(text) > mostShown { // characters are not more than bytes
		start = fmt.Sprintf("%.*s", mostShown, text)
	}
	if value = reply.Redact(start); value != start {
		part = ""
	}
	return value, part
}
