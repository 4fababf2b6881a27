package validation

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// Explain turns the errors that a validator gave for the tags of this package into errors.ValidationErrors, with the
// reasons and the data that a builder gives, in the order of the fields, and those of a vpnconn.Spec in documented order.
// FieldError.Field is the path of the field in the struct that was validated, by the names that the validator uses; where
// the tag names a documented parameter, that name ends it, so that for a vpnconn.Spec it is the documented name. The tag
// required is explained too, as ErrRequired.
//
// Errors of other tags are kept as they are, joined with the rest, and so is what was joined with a validator's errors
// before. An error that has none of a validator in it comes back unchanged, and so does nil.
func Explain(err error) error {
	var found validator.ValidationErrors
	if !errors.As(err, &found) || len(found) == 0 {
		return err
	}
	for {
		switch e := err.(type) {
		case validator.ValidationErrors:
			return explainAll(e)
		case interface{ Unwrap() []error }:
			var parts []error
			for _, part := range e.Unwrap() {
				parts = append(parts, Explain(part))
			}
			return join(parts...)
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		default:
			return explainAll(found) // found by a method As
		}
	}
}

// join is errors.Join, but leaves a single error as it is.
func join(errs ...error) error {
	if errs = slices.DeleteFunc(errs, func(err error) bool { return err == nil }); len(errs) == 1 {
		return errs[0]
	}
	return errors.Join(errs...)
}

func explainAll(found validator.ValidationErrors) error {
	var ours vpnerrors.ValidationErrors
	var others validator.ValidationErrors
	var s section
	for _, fe := range found {
		p := locate(fe)
		errs, ok := explain(fe, p.field)
		if !ok {
			others = append(others, fe)
			continue
		}
		if s.outer != p.outer || s.documented != p.documented {
			ours = append(ours, s.finish()...)
			s = section{place: p}
		}
		s.errs = append(s.errs, errs...)
	}
	ours = append(ours, s.finish()...)
	switch {
	case others == nil:
		return ours
	case ours == nil:
		return others
	}
	return errors.Join(ours, others)
}

// explain returns what is wrong with a field, and whether the tag is one to explain.
func explain(fe validator.FieldError, field string) (vpnerrors.ValidationErrors, bool) {
	check, ok := tags[fe.ActualTag()]
	value := reflect.ValueOf(fe.Value())
	switch {
	case fe.ActualTag() == "required":
		return required(field), true
	case !ok:
		return nil, false
	case !value.IsValid() || value.Kind() == reflect.Pointer: // a nil of some kind
		return required(field), true
	case fe.ActualTag() == "vpn_id" && fe.Param() != "" && value.IsZero():
		return required(field), true // a Spec has no other way to leave a required parameter unset
	}
	return check(field, value), true
}

// A section is the errors of neighbours that stand for the parameters of one request.
type section struct {
	place
	errs vpnerrors.ValidationErrors
}

// finish puts the errors into documented order and their paths before them.
func (s section) finish() vpnerrors.ValidationErrors {
	if !s.documented {
		return s.errs
	}
	rules.InOrder(s.errs, parameters.Documented)
	for _, e := range s.errs {
		if s.outer != "" {
			e.Field = s.outer + "." + e.Field
		}
	}
	return s.errs
}

// A place is where a field is, and what to call it there.
type place struct {
	outer, field string
	documented   bool // field is the documented name that the tag gives, and outer the path of the request
}

func locate(fe validator.FieldError) place {
	path := withoutType(fe.Namespace())
	documented := fe.Param()
	if _, ours := tags[fe.ActualTag()]; !ours || documented == "" {
		return place{field: path}
	}
	outer := strings.TrimSuffix(strings.TrimSuffix(path, fe.Field()), ".")
	if strings.Contains(documented, ".") && inSpec(fe) {
		outer = outer[:max(0, strings.LastIndexByte(outer, '.'))]
	}
	return place{outer, documented, true}
}

// inSpec reports whether the struct of a field is phase 1 or 2 of a vpnconn.Spec, so that the documented name has a part
// for it.
func inSpec(fe validator.FieldError) bool {
	parent := strings.TrimSuffix(fe.StructNamespace(), "."+fe.StructField())
	return strings.HasSuffix(parent, ".IKE") || strings.HasSuffix(parent, ".IPsec")
}

// withoutType drops the name of the outermost type from a namespace, with any type arguments, which have dots of their
// own. There is none before the place in a list that was given to Var, or before a field of a type without a name.
func withoutType(namespace string) string {
	if strings.HasPrefix(namespace, "[") {
		return namespace
	}
	depth := 0
	for i, c := range []byte(namespace) {
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		case '.':
			if depth == 0 {
				return namespace[i+1:]
			}
		}
	}
	return namespace
}
