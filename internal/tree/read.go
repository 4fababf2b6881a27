package tree

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	return &Reader{table: t, strict: strict, node: new(Node)}
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

// Faulty reports whether the field, or the list that it is in, was found unreadable.
func (r *Reader) Faulty(field string) bool { return r.faulty[parameters.Base(field)] }

// Node returns the settings that are being read.
func (r *Reader) Node() *Node { return r.node }

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
	at, i := r.find(name, true)
	if at == nil {
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
	i = r.lookup(first)
	if i >= 0 && !dotted {
		return r, i
	}
	if i >= 0 {
		switch m := r.table.Wire[i].Member; {
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
	if i >= 0 || !r.table.CapitalNames || r.strict || name == "" || name[0] < 'A' || name[0] > 'Z' {
		return i
	}
	return r.table.Sent(strings.ToLower(name[:1]) + name[1:])
}

func (r *Reader) object(m *parameters.Member) *Reader {
	if r.objects == nil {
		r.objects = make([]*Reader, r.table.Keys())
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
		i := r.lookup(m.Name)
		switch {
		case m.BadName && r.root:
			r.Fault(&vpnerrors.FieldError{Field: r.table.Safe(m.Name), Reason: vpnerrors.ErrBadCharacter})
		case m.BadName:
			r.Fault(&vpnerrors.FieldError{Reason: vpnerrors.ErrBadCharacter})
		case i < 0 || r.table.Wire[i].Member.Kind == parameters.Operation:
			r.unknown(m.Name)
		case seen[i]:
			r.fault(r.table.Wire[i].Member, vpnerrors.ErrDuplicate)
		default:
			seen[i] = true
			r.member(r.table.Wire[i].Member, m.Value)
		}
	}
}

// member takes the value of one member.
func (r *Reader) member(m *parameters.Member, v jsonread.Value) {
	switch {
	case v.Kind == jsonread.Null && r.strict && m.Kind.IsSecret():
		// A key that was left out by mistake: without one the service makes one up.
		r.fault(m, vpnerrors.ErrEmpty)
	case v.Kind == jsonread.Null:
	case m.Kind == parameters.Object && v.Kind == jsonread.String && !r.strict:
		r.object(m).text(v.Text)
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
		if len(m.Values) > 0 && text != m.Values[0] {
			r.Fault(rules.OneOf(m.Name, text, m.Values))
		}
		r.node.PutText(m.Key, text)
	case m.Kind.IsSecret() && r.strict && text == parameters.Hidden:
		r.fault(m, vpnerrors.ErrUnsupportedValue)
	case r.strict && text == "" && m.Required && m.Kind != parameters.Blocks:
		r.Fault(rules.Text(m, text)...) // the empty text would stand for unset
	case m.Kind.IsHidden():
		r.put(m, Value{Set: true, Reveal: func() string { return text }})
	default:
		r.put(m, Value{Set: true, Text: text})
	}
}

// boolean takes a Boolean: in a file as such, elsewhere in a text of any letter case too.
func (r *Reader) boolean(m *parameters.Member, v jsonread.Value) {
	if v.Kind == jsonread.String && !r.strict {
		text, errs := rules.Boolean(m, v.Text)
		if v.Bad {
			r.unicode(m, v, 0)
		} else if errs != nil {
			r.Fault(errs...)
			r.node.Unset(m.Key)
		} else {
			r.put(m, Value{Set: true, Text: text})
		}
		return
	}
	if r.want(m, m.Name, jsonread.Bool, v) {
		r.put(m, Value{Set: true, Text: v.Text})
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
		r.fault(m, vpnerrors.ErrBadType)
		return
	}
	s := rules.ParseNumber(v.Text)
	if errs := rules.Parsed(m, s, v.Text); errs != nil {
		whole, err := strconv.ParseInt(v.Text, 10, 64)
		if err != nil || !r.strict || m.Kind == parameters.ASN { // of which 0 stands for unset in a Spec
			r.Fault(errs...)
			r.node.Unset(m.Key)
			return
		}
		s.Whole = whole
	}
	r.put(m, Value{Set: true, Number: s.Whole})
}

// halves takes an AS number that is written as its two halves. A tunnel has no such form.
func (r *Reader) halves(m *parameters.Member, v jsonread.Value) {
	s, ok := rules.ParseHalves(v.Text)
	switch {
	case !ok:
		r.fault(m, vpnerrors.ErrBadType)
	case r.table.Full != nil:
		e := r.fault(m, vpnerrors.ErrUnsupportedValue)
		e.Value, e.Suggest = v.Text, s.String()
	default:
		if errs := rules.Parsed(m, s, v.Text); errs != nil {
			r.Fault(errs...)
			return
		}
		r.put(m, Value{Set: true, Number: s.Whole})
	}
}

// put sets a member, unless it was set to something else before.
func (r *Reader) put(m *parameters.Member, v Value) {
	if r.faulty[m.Name] {
		return
	}
	before := r.node.at(m.Key)
	if before == nil || !before.Set || text(m, before) == text(m, &v) {
		r.node.Put(m.Key, v)
		return
	}
	was, is := text(m, before), text(m, &v)
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
	e := &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrBadType}
	if r.root && !m.Kind.IsHidden() {
		e.Value = rules.Clip(v.Text)
	} else if m.Kind == parameters.Enum {
		e.Allowed = slices.Clone(m.Values)
	}
	r.node.Unset(m.Key)
	r.Fault(e)
	return false
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
	if isAction := r.strict && r.root && nearest == r.table.Member(parameters.Action).Name; nearest != name && !isAction {
		e.Suggest = nearest
	}
	r.Fault(e)
}

// fault reports a reason about a member, which counts as unset from now on, and returns the error to be completed.
func (r *Reader) fault(m *parameters.Member, reason error) *vpnerrors.FieldError {
	e := &vpnerrors.FieldError{Field: m.Name, Reason: reason}
	if reason == vpnerrors.ErrBadType && m.Kind == parameters.Enum {
		e.Allowed = slices.Clone(m.Values)
	}
	r.node.Unset(m.Key)
	r.Fault(e)
	return e
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

// asObject returns the JSON object that sets the one member with text among its documented values, as in the document's
// own examples "ikev1" and "aes", or "".
func asObject(t *parameters.Table, text string) string {
	for i := range t.Members {
		m := &t.Members[i]
		for _, v := range m.Values {
			if v == text {
				n := new(Node)
				n.PutText(m.Key, text)
				return JSON(t, n)
			}
		}
	}
	return ""
}
