package tree

import (
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A Reader collects the settings of one table: from a JSON object, from parameters of their own, or from both, which must
// then agree. It reports what cannot be read; Check on the settings read reports what breaks a rule.
type Reader struct {
	table  *parameters.Table
	strict bool
	root   bool // not an object in another

	node    *Node
	errs    vpnerrors.ValidationErrors // in no particular order, one a field, by names within the table
	faulty  map[string]bool            // the fields that errs names
	objects []*Reader                  // by key
	lists   map[parameters.Key]*listReader
	dotted  []bool // by place in table.Wire: the names that had a parameter of their own
}

// NewReader returns a Reader for the settings of t. A lenient one takes what clients of many years send: a value that
// is empty counts as unset, and a number or a Boolean may stand in a string. A strict one, for files that people write,
// takes neither.
func NewReader(t *parameters.Table, strict bool) *Reader {
	return &Reader{table: t, strict: strict, node: New(t.Rows.Room())}
}

// NewRootReader returns a Reader for a whole request.
func NewRootReader(t *parameters.Table, strict bool) *Reader {
	r := NewReader(t, strict)
	r.root = true
	return r
}

// Result returns the settings that could be read, not checked yet, and what could not.
func (r *Reader) Result() (*Node, vpnerrors.ValidationErrors) {
	for i := range r.table.Members {
		m := &r.table.Members[i]
		if r.objects != nil && r.objects[m.Key] != nil {
			members, errs := r.objects[m.Key].Result()
			r.node.PutObject(m.Key, members)
			r.Fault(rules.Within(m.Name, errs)...)
		}
		if list := r.lists[m.Key]; list != nil {
			r.Fault(list.result(r.node)...)
		}
	}
	return r.node, r.errs
}

// Faulty reports whether the field, or the list that it is in, was found unreadable. A nil Reader has read nothing.
func (r *Reader) Faulty(field string) bool { return r != nil && r.faulty[parameters.Base(field)] }

// FaultyWithin reports whether anything in an object was found unreadable.
func (r *Reader) FaultyWithin(object string) bool {
	if r == nil {
		return false
	}
	for faulty := range r.faulty {
		if strings.HasPrefix(faulty, object+".") {
			return true
		}
	}
	return false
}

// Parameter reads a parameter by its dotted name, such as IkeConfig, IkeConfig.Psk or Tags.1.Key.
func (r *Reader) Parameter(name, value string) {
	at, i := r.find(name, value != "")
	if at == nil {
		return
	}
	m := at.table.Wire[i].Member
	if at.dotted == nil {
		at.dotted = make([]bool, len(at.table.Wire))
	}
	if at.dotted[i] {
		at.fault(m, vpnerrors.ErrDuplicate)
		return
	}
	at.dotted[i] = true
	at.member(m, jsonread.Value{Kind: jsonread.String, Text: value})
}

// Reject reports a reason about the parameter of a dotted name. The value is left out where it may be, or be about, a
// secret.
func (r *Reader) Reject(name string, reason error, value, part string) {
	at, i := r.find(name, value != "")
	if at == nil {
		if value == "" && r.Knows(name) { // it is beyond what a list may have, which has no error for what is empty
			r.Fault(&vpnerrors.FieldError{Field: r.table.Safe(name), Reason: reason})
		}
		return
	}
	m := at.table.Wire[i].Member
	e := at.fault(m, reason)
	if at.root && m.Table == nil && !m.Kind.IsHidden() {
		e.Value, e.Part = rules.Shown(value, part)
	}
}

// Knows reports whether a dotted name is one that r can read, or one of an object or a list that it can.
func (r *Reader) Knows(name string) bool {
	first, rest, dotted := strings.Cut(name, ".")
	i := r.lookup(first)
	return i >= 0 && (!dotted || r.table.Wire[i].Member.Table != nil && rest != "")
}

// find returns the reader of the object that a dotted name is in, and the place of the name in its table. It reports an
// unknown name, and then the reader is nil. In a list only what is given makes an element.
func (r *Reader) find(name string, given bool) (at *Reader, i int) {
	first, rest, dotted := strings.Cut(name, ".")
	if i = r.lookup(first); i >= 0 {
		switch m := r.table.Wire[i].Member; {
		case !dotted:
			return r, i
		case m.Kind == parameters.Object && rest != "":
			return r.object(m).find(rest, given)
		case m.Kind == parameters.Array:
			index, member, _ := strings.Cut(rest, ".")
			if !rules.IsNumeral(index) || index == "0" || member == "" {
				break
			}
			if element := r.list(m).element(index, given); element != nil {
				return element.find(member, given)
			}
			return nil, 0 // beyond what a list may have
		}
	}
	r.unknown(name)
	return nil, 0
}

// lookup returns the place of a name in the table, -1 where there is none.
func (r *Reader) lookup(name string) int {
	i := r.table.Sent(name)
	if i >= 0 || !r.table.CapitalNames || r.strict || name == "" {
		return i
	}
	return r.table.Sent(strings.ToLower(name[:1]) + name[1:])
}

func (r *Reader) object(m *parameters.Member) *Reader {
	if r.objects == nil {
		r.objects = make([]*Reader, r.table.Rows.Room())
	}
	if r.objects[m.Key] == nil {
		r.objects[m.Key] = NewReader(m.Table, r.strict)
	}
	return r.objects[m.Key]
}

func (r *Reader) list(m *parameters.Member) *listReader {
	if r.lists == nil {
		r.lists = make(map[parameters.Key]*listReader)
	}
	if r.lists[m.Key] == nil {
		r.lists[m.Key] = &listReader{member: m, strict: r.strict}
	}
	return r.lists[m.Key]
}

// text reads the JSON object of a request parameter.
func (r *Reader) text(json string) {
	if json == "" {
		return
	}
	v, err := jsonread.Parse(json)
	if err != nil {
		r.notAnObject(json, jsonread.Offset(json))
		return
	}
	r.Value(v)
}

// Value reads a JSON value that should be the object, or null.
func (r *Reader) Value(v jsonread.Value) {
	switch v.Kind {
	case jsonread.Null:
	case jsonread.Object:
		r.members(v)
	default:
		r.notAnObject(v.Text, 0)
	}
}

// notAnObject reports a text, or a value in JSON, that should be an object. JSON breaks at offset.
func (r *Reader) notAnObject(text string, offset int) {
	e := &vpnerrors.FieldError{Reason: vpnerrors.ErrBadType, Offset: offset}
	switch e.Suggest = asObject(r.table, text); {
	case r.root:
		e.Field, e.Suggest = wholeSpec, ""
	case e.Suggest != "":
		e.Offset = 0 // the text was never meant to be JSON
	}
	r.Fault(e)
}

// wholeSpec is the field of an error about a file as a whole.
const wholeSpec = "Spec"

func (r *Reader) members(v jsonread.Value) {
	seen := make([]bool, len(r.table.Wire))
	for m := range v.Members {
		i := r.lookup(m.Name.Text)
		switch {
		case m.Name.Bad && r.root:
			r.Fault(&vpnerrors.FieldError{Field: r.table.Safe(m.Name.Text), Reason: vpnerrors.ErrBadCharacter})
		case m.Name.Bad:
			r.Fault(&vpnerrors.FieldError{Reason: vpnerrors.ErrBadCharacter})
		case i < 0 || r.table.Wire[i].Member.Kind == parameters.Operation:
			r.unknown(m.Name.Text)
		case seen[i]:
			r.fault(r.table.Wire[i].Member, vpnerrors.ErrDuplicate)
		default:
			seen[i] = true
			r.member(r.table.Wire[i].Member, m.Value)
		}
	}
}

// unknown reports a name that the table lacks: under that name, or where the other edition has it, under the name there.
// The value is not looked at: it may be a secret.
func (r *Reader) unknown(name string) {
	e := &vpnerrors.FieldError{Field: r.table.Safe(name), Reason: vpnerrors.ErrUnknownParameter}
	first, _, _ := strings.Cut(name, ".")
	if other := r.table.Other.Lookup(first); other != nil && r.lookup(first) < 0 {
		e.Field, e.Edition = first, other.Edition
		if m := r.table.Member(other.Key); m != nil {
			e.Suggest = m.Name
		}
		r.Fault(e)
		return
	}
	nearest := r.table.Nearest(name)
	isAction := r.strict && r.root && nearest == r.table.Member(parameters.Action).Name
	switch dot := strings.LastIndexByte(name, '.'); {
	case nearest != name && !isAction:
		e.Suggest = nearest
	case nearest == name && r.strict && dot >= 0:
		e.Suggest = name[:dot] // a member of a file has no dot in it
	}
	r.Fault(e)
}

// fault reports a reason about a member, which counts as unset from now on, and returns the error to be completed.
func (r *Reader) fault(m *parameters.Member, reason error) *vpnerrors.FieldError {
	e := &vpnerrors.FieldError{Field: m.Name, Reason: reason}
	r.refuse(m, vpnerrors.ValidationErrors{e})
	return e
}

// refuse takes errors about a member, which counts as unset from now on.
func (r *Reader) refuse(m *parameters.Member, errs vpnerrors.ValidationErrors) {
	r.node.Unset(m.Key)
	r.Fault(errs...)
}

// Fault takes errors that name a field each. A field keeps its first.
func (r *Reader) Fault(errs ...*vpnerrors.FieldError) {
	for _, e := range errs {
		if r.faulty == nil {
			r.faulty = make(map[string]bool)
		}
		if !r.faulty[e.Field] {
			r.faulty[e.Field] = true
			r.errs = append(r.errs, e)
		}
	}
}
