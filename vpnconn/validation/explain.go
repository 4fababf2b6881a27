package validation

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// Explain turns the errors that a validator gave for the tags of this package, and for a [vpnconn.Spec], into a
// [vpnerrors.ValidationErrors] with the reasons and data of a builder's errors. They are in the order of the fields, but in
// documented order within a Spec, and where fields in a row have tags that name documented parameters.
// [vpnerrors.FieldError.Field] is the path of the field in the struct that was validated, by the names that the validator
// uses. In a Spec, and where the tag names a documented parameter, that name ends the path: connection.IkeConfig.Psk. In a
// struct of an unnamed type the path can lack its first name, since a validator does not say whether the type has a name. The
// tag required is explained too, as [vpnerrors.ErrRequired].
//
// Errors of other tags, and of ours where the rules find nothing wrong, are kept and joined with the rest: [errors.As] finds
// them as [validator.ValidationErrors]. Other errors that were joined with a validator's are kept too. An error that has none
// of a validator is returned unchanged, and so is nil.
func Explain(err error) error {
	if v := reflect.ValueOf(err); v.Kind() == reflect.Pointer && v.IsNil() {
		return err // whose methods may panic
	}
	var found validator.ValidationErrors
	if !errors.As(err, &found) || len(withoutNil(found)) == 0 {
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
			return explainAll(found) // found by an As method
		}
	}
}

// join is errors.Join, but returns a single error unchanged.
func join(errs ...error) error {
	if errs = slices.DeleteFunc(errs, func(err error) bool { return err == nil }); len(errs) == 1 {
		return errs[0]
	}
	return errors.Join(errs...)
}

// withoutNil drops what says nothing.
func withoutNil(found validator.ValidationErrors) validator.ValidationErrors {
	return slices.DeleteFunc(slices.Clone(found), func(fe validator.FieldError) bool { return fe == nil })
}

func explainAll(found validator.ValidationErrors) error {
	found = withoutNil(found)
	var ours vpnerrors.ValidationErrors
	var others validator.ValidationErrors
	var s section
	named := isNamed(found)
	for _, fe := range found {
		p := locate(fe, named)
		errs, ok := explain(fe, p)
		if !ok {
			others = append(others, fe)
			continue
		}
		if !p.documented || !s.documented || s.outer != p.outer {
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

// explain returns what is wrong with a field, under the name of the parameter, and whether the tag is one of this
// package.
func explain(fe validator.FieldError, p place) (vpnerrors.ValidationErrors, bool) {
	if mistake, ok := fe.Value().(vpnerrors.FieldError); ok && fe.ActualTag() == specTag {
		return vpnerrors.ValidationErrors{&mistake}, true
	}
	t, e, ok := byName(fe.ActualTag())
	switch {
	case fe.ActualTag() == "required":
		return required(p.parameter), true
	case !ok:
		return nil, false
	}
	m, _ := t.member(e)
	errs := t.explain(m, fe, p)
	if e != aliyun.Edition2019 {
		for _, mistake := range errs {
			mistake.In = e
		}
	}
	return errs, errs != nil // nil if the tag has another rule by now, or the value was corrected
}

// explain returns what is wrong with a field by the rule of the tag.
func (t tag) explain(m *parameters.Member, fe validator.FieldError, p place) vpnerrors.ValidationErrors {
	value := reflect.ValueOf(fe.Value())
	switch {
	case !value.IsValid() || value.Kind() == reflect.Pointer: // a nil of some kind
		return required(p.parameter)
	case p.documented && value.IsZero() && value.Kind() == reflect.String && t.keys[0] == parameters.VPNGatewayID:
		return required(p.parameter) // an identifier cannot be unset otherwise
	case value.Kind() == reflect.String && fe.Kind() != reflect.String: // the placeholder for a value in a private field
		return badType(p.parameter)
	}
	errs := t.check(m, value)
	for _, e := range errs {
		e.Field = p.parameter + strings.TrimPrefix(e.Field, m.Name)
		if place, ok := strings.CutPrefix(e.Part, m.Name+"["); ok && e.Reason == vpnerrors.ErrDuplicate {
			e.Part = p.parameter + "[" + place
		}
	}
	return errs
}

// A section has the errors of one field, or of neighbors that are parameters of one request.
type section struct {
	place
	errs vpnerrors.ValidationErrors
}

// finish puts the errors into documented order and gives them the paths of the fields.
func (s section) finish() vpnerrors.ValidationErrors {
	if s.documented {
		rules.InOrder(s.table(), s.errs)
	}
	for i, e := range s.errs {
		switch {
		case !s.documented:
			s.errs[i] = e.At(s.path + strings.TrimPrefix(e.Field, s.parameter))
		case s.outer != "":
			s.errs[i] = e.At(s.outer + "." + e.Field)
		}
	}
	return s.errs
}

// table returns the parameters of the edition of the errors.
func (s section) table() *parameters.Table {
	for _, e := range s.errs {
		if e.In != 0 {
			return parameters.Of(e.In)
		}
	}
	return parameters.Every()
}

// A place is the path of a field and the parameter of its rule.
type place struct {
	path       string // of the field
	parameter  string
	documented bool   // the tag names the parameter, so that its name ends the path
	outer      string // if so: the path of the request
}

func locate(fe validator.FieldError, named bool) place {
	path := fe.Namespace()
	if named {
		path = withoutType(path)
	}
	t, e, ours := byName(fe.ActualTag())
	documented := fe.Param()
	switch {
	case fe.ActualTag() == specTag:
		documented = fe.Field()
	case ours && documented == "":
		_, name := t.member(e)
		if t.keys[0] == parameters.VPNGatewayID {
			name = anyID
		}
		return place{path: path, parameter: name}
	case !ours:
		return place{path: path, parameter: fe.ActualTag()}
	}
	return place{path, documented, true, strings.TrimSuffix(strings.TrimSuffix(path, fe.Field()), ".")}
}

// isNamed reports whether the validated struct has a named type, with which all paths then begin, both those with Go
// names and those with tag names. A type without a name shows only if these differ, or if two of its fields are wrong.
func isNamed(found validator.ValidationErrors) bool {
	first, _, _ := strings.Cut(found[0].Namespace(), ".")
	for _, fe := range found {
		for _, path := range []string{fe.Namespace(), fe.StructNamespace()} {
			if outer, _, _ := strings.Cut(path, "."); outer != first {
				return false
			}
		}
	}
	return true
}

// withoutType drops the name of the outermost type from a namespace, with any type arguments, which may contain dots.
// There is none before the index in a list that was given to Var, or before a field of a type without a name.
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
