package tree

import (
	"strconv"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// Check returns everything that is wrong with the values of n, each for itself, and what t does not have, in no particular
// order. Members in skip are neither wanted nor looked at.
func Check(t *parameters.Table, n *Node, skip parameters.Keys) vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	set := n.keys()
	for left := set & t.Rows &^ skip; left != 0; left = left.Rest() {
		var faults vpnerrors.ValidationErrors
		switch m := t.Member(left.First()); m.Kind {
		case parameters.Object:
			faults = rules.Within(m.Name, Check(m.Table, n.members[m.Key], 0))
		case parameters.Array:
			faults = checkList(m, n)
		case parameters.Lifetime, parameters.Count, parameters.ASN:
			faults = rules.Number(m, n.seconds(m.Key))
		default:
			faults = rules.Text(m, n.texts[m.Key])
		}
		if faults != nil {
			join(&errs, faults)
		}
	}
	for k := range (t.Required &^ set &^ skip).All() {
		errs = append(errs, &vpnerrors.FieldError{Field: t.Member(k).Name, Reason: vpnerrors.ErrRequired})
	}
	if n.outside(t) != 0 {
		errs = append(errs, unknown(t, n)...)
	}
	return errs
}

// join appends more to errs, or sets it if there are none yet.
func join(errs *vpnerrors.ValidationErrors, more vpnerrors.ValidationErrors) {
	if *errs == nil {
		*errs = more
		return
	}
	*errs = append(*errs, more...)
}

// checkList checks the elements of a list, unless there are none or too many. Of the places that are missing it names the
// first.
func checkList(m *parameters.Member, n *Node) vpnerrors.ValidationErrors {
	length := n.Len(m.Key)
	switch {
	case length == 0:
		return vpnerrors.ValidationErrors{{Field: m.Name, Reason: vpnerrors.ErrRequired}}
	case length > m.Max:
		return vpnerrors.ValidationErrors{tooMany(m, strconv.Itoa(length))}
	}
	var errs vpnerrors.ValidationErrors
	gap := false
	for i := range max(length, m.Min) {
		name := m.Elements[i].Name
		switch element := n.Element(m.Key, i); {
		case element != nil:
			errs = append(errs, rules.Within(name, Check(m.Table, element, 0))...)
		case !gap:
			gap = true
			errs = append(errs, &vpnerrors.FieldError{Field: firstMissing(m, name), Reason: vpnerrors.ErrRequired})
		}
	}
	return errs
}

// tooMany returns the error for a list of so many elements.
func tooMany(m *parameters.Member, length string) *vpnerrors.FieldError {
	return &vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrTooMany, Value: length, Max: m.Max}
}

// firstMissing names what is missing of an element that is: its one required member, or where any may be, all of it.
func firstMissing(list *parameters.Member, element string) string {
	if list.Min > 0 {
		return element
	}
	return element + "." + list.Table.Members[0].Name
}

// unknown returns an error for each value that t has no place for: it is in the other edition, or elsewhere in this one.
func unknown(t *parameters.Table, n *Node) vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	for k := range n.outside(t).All() {
		if _, isSource := n.Source(k); !n.Has(k) && !isSource {
			continue
		}
		if m := t.Other.Member(k); m != nil {
			errs = append(errs, &vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrUnknownParameter, Edition: m.Edition})
		} else if m := t.Full.Member(k); m != nil {
			errs = append(errs, &vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrUnknownParameter})
		}
	}
	return errs
}
