package tree

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// member takes the value of one member.
func (r *Reader) member(m *parameters.Member, v jsonread.Value) {
	switch {
	case v.Kind == jsonread.Null && r.strict && m.Kind.IsSecret():
		// A key that was left out by mistake: without one the service makes one up.
		r.fault(m, vpnerrors.ErrEmpty)
	case v.Kind == jsonread.Null:
	case m.Kind == parameters.Object && v.Kind == jsonread.String && !r.strict && (m.JSON || v.Text == ""):
		r.object(m).text(v.Text)
	case m.Kind == parameters.Object && v.Kind == jsonread.String && !r.strict:
		r.fault(m, vpnerrors.ErrBadType) // an object of a tunnel is sent member by member
	case m.Kind == parameters.Object:
		r.object(m).Value(v)
	case !r.strict && v.Kind == jsonread.String && v.Text == "":
		// Counts as unset, as the service has it.
	case m.Kind == parameters.Array && r.strict:
		r.list(m).value(v)
	case m.Kind == parameters.Array:
		r.fault(m, vpnerrors.ErrBadType)
	case m.Kind.IsNumber():
		r.number(m, v)
	case m.Kind == parameters.Boolean:
		r.boolean(m, v)
	case m.Kind == parameters.Blocks && v.Kind == jsonread.Array:
		r.blocks(m, v.Elems)
	case r.want(m, m.Name, jsonread.String, v) && r.unicode(m, v, 0):
		r.given(m, v.Text)
	}
}

// given takes a text.
func (r *Reader) given(m *parameters.Member, text string) {
	switch {
	case m.Kind == parameters.Operation:
		if text != m.Values[0] {
			r.Fault(rules.OneOf(m.Name, text, m.Values))
		}
		r.node.PutText(m.Key, text)
	case m.Kind.IsSecret() && r.strict && text == parameters.Hidden:
		r.fault(m, vpnerrors.ErrUnsupportedValue)
	case r.strict && text == "" && isUnsetWhenEmpty(m):
		r.Fault(rules.Text(m, text)...)
	case text == "" && m.Kind == parameters.Text && m.Min == 0:
		// The text may be empty, and is not sent then.
	default:
		r.putText(m, text)
	}
}

// isUnsetWhenEmpty reports whether a Spec has the empty text for a text that is unset.
func isUnsetWhenEmpty(m *parameters.Member) bool {
	switch m.Kind {
	case parameters.Address, parameters.Link:
		return true
	case parameters.Blocks:
		return false
	}
	return m.Required
}

// boolean takes a Boolean: in a file as such, elsewhere in a text of any letter case too.
func (r *Reader) boolean(m *parameters.Member, v jsonread.Value) {
	if v.Kind == jsonread.String && !r.strict {
		text, errs := rules.Boolean(m, v.Text)
		if v.Bad {
			r.unicode(m, v, 0)
		} else if errs != nil {
			r.refuse(m, errs)
		} else {
			r.putText(m, text)
		}
		return
	}
	if r.want(m, m.Name, jsonread.Bool, v) {
		r.putText(m, v.Text)
	}
}

// number takes a number. A strict reader takes any int64, since a Spec can hold it, and leaves the range to Check.
func (r *Reader) number(m *parameters.Member, v jsonread.Value) {
	quoted := v.Kind == jsonread.String && (!r.strict || m.Kind == parameters.ASN)
	switch {
	case v.Bad, !utf8.ValidString(v.Text):
		e := r.fault(m, vpnerrors.ErrBadCharacter)
		e.Value, e.Part = rules.Shown(v.Text, cmp.Or(rules.BadUTF8(v.Text), string(utf8.RuneError)))
		return
	case v.Kind == jsonread.Number, quoted && rules.IsNumeral(v.Text):
	case quoted && m.Kind == parameters.ASN:
		r.halves(m, v)
		return
	default:
		r.fault(m, vpnerrors.ErrBadType).Suggest = rules.Nearest(m, v.Text)
		return
	}
	s := rules.ParseNumber(v.Text)
	if errs := rules.Parsed(m, s, v.Text); errs != nil {
		whole, err := strconv.ParseInt(v.Text, 10, 64)
		if err != nil || !r.strict || m.Kind == parameters.ASN { // of which 0 stands for unset in a Spec
			r.refuse(m, errs)
			return
		}
		s.Whole = whole
	}
	r.put(m, func(n *Node) { n.PutNumber(m.Key, s.Whole) })
}

// halves takes an AS number that is written as its two halves. A tunnel has no such form.
func (r *Reader) halves(m *parameters.Member, v jsonread.Value) {
	s, ok := rules.ParseHalves(v.Text)
	if !ok {
		r.fault(m, vpnerrors.ErrBadType).Suggest = rules.Nearest(m, v.Text)
		return
	}
	errs := rules.Parsed(m, s, v.Text)
	switch {
	case errs != nil:
		r.refuse(m, errs)
	case r.table.Full != nil: // the part of a connection's table that a tunnel has
		e := r.fault(m, vpnerrors.ErrUnsupportedValue)
		e.Value, e.Suggest = v.Text, s.String()
	default:
		r.put(m, func(n *Node) { n.PutNumber(m.Key, s.Whole) })
	}
}

func (r *Reader) putText(m *parameters.Member, text string) {
	r.put(m, func(n *Node) { n.PutText(m.Key, text) })
}

// put sets a member by set, unless it was set to something else before.
func (r *Reader) put(m *parameters.Member, set func(*Node)) {
	switch {
	case r.faulty[m.Name]:
		return
	case !r.node.Has(m.Key):
		set(r.node)
		return
	}
	again := new(Node)
	set(again)
	was, is := Text(m, r.node), Text(m, again)
	if was == is {
		return
	}
	e := r.fault(m, vpnerrors.ErrConflict)
	if !m.Kind.IsHidden() {
		e.Value, e.Part = rules.Clip(was), rules.Clip(is)
	}
}

// want reports whether v is of this kind. Only the value of a whole request's parameter shows: in an object it may be a
// key that went astray.
func (r *Reader) want(m *parameters.Member, field string, kind jsonread.Kind, v jsonread.Value) bool {
	if v.Kind == kind {
		return true
	}
	e := &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrBadType, Suggest: rules.Nearest(m, v.Text)}
	if r.root && !m.Kind.IsHidden() {
		e.Value = rules.Clip(v.Text)
	} else if m.Kind == parameters.Enum {
		e.Allowed = slices.Clone(m.Values)
	}
	r.refuse(m, vpnerrors.ValidationErrors{e})
	return false
}

// asObject returns the JSON object that sets the one member with text among its documented values, as in the document's
// own examples "ikev1" and "aes", or "".
func asObject(t *parameters.Table, text string) string {
	for i := range t.Members {
		m := &t.Members[i]
		if slices.Contains(m.Values, text) {
			n := new(Node)
			n.PutText(m.Key, text)
			return JSON(t, n)
		}
	}
	return ""
}
