package validation

import (
	"errors"
	"reflect"
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
// Errors of other tags are kept as they are, joined with the rest. An error that is none of a validator comes back
// unchanged, and so does nil.
func Explain(err error) error {
	var found validator.ValidationErrors
	if !errors.As(err, &found) {
		return err
	}
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
		return err
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
	names := strings.Split(path, ".")
	outer := names[:max(0, len(names)-1-strings.Count(documented, "."))]
	return place{strings.Join(outer, "."), documented, true}
}

// withoutType drops the name of the outermost type from a namespace, with any type arguments, which have dots of their
// own.
func withoutType(namespace string) string {
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
	return ""
}
