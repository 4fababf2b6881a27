package tree

import (
	"slices"
	"strconv"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// CheckPhase returns everything that is wrong with a phase of a connection, by an edition, under the name of the parameter.
func CheckPhase(parameter string, e aliyun.Edition, phase parameters.Key, n *Node) vpnerrors.ValidationErrors {
	t := parameters.Of(e)
	if t == nil {
		return UnknownEdition(e)
	}
	t = t.Member(phase).Table
	return inObject(parameter, t, Check(t, n, 0))
}

// ParsePhase reads the JSON object of a phase of a connection, by an edition, and checks the settings in it, unless something
// is wrong with the object itself. As in a request, what cannot be read has no other error.
func ParsePhase(parameter string, e aliyun.Edition, phase parameters.Key, json string) (*Node, vpnerrors.ValidationErrors) {
	t := parameters.Of(e)
	if t == nil {
		return nil, UnknownEdition(e)
	}
	t = t.Member(phase).Table
	r := NewReader(t, false)
	r.text(json)
	n, errs := r.Result()
	if !slices.ContainsFunc(errs, rules.IsWhole) {
		wrong := Check(t, n, 0)
		errs = append(errs, slices.DeleteFunc(wrong, func(e *vpnerrors.FieldError) bool { return r.Faulty(e.Field) })...)
	}
	if errs != nil {
		return nil, inObject(parameter, t, errs)
	}
	return n, nil
}

// inObject returns errs about t in documented order, under the name of the parameter that t is the object of.
func inObject(parameter string, t *parameters.Table, errs vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	return rules.Within(parameter, rules.InOrder(t, errs))
}

// UnknownEdition returns the error for an edition that there is not.
func UnknownEdition(e aliyun.Edition) vpnerrors.ValidationErrors {
	fault := &vpnerrors.FieldError{Field: "Edition", Reason: vpnerrors.ErrUnsupportedValue, Value: strconv.Itoa(int(e))}
	for _, known := range aliyun.Editions() {
		fault.Allowed = append(fault.Allowed, known.String())
	}
	return vpnerrors.ValidationErrors{fault}
}
