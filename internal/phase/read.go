package phase

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A Reader collects the settings of one phase from JSON, from dotted parameters, or from both, which must then agree.
// It reports what cannot be read; Check on the settings read reports what breaks a rule.
type Reader struct {
	Errs vpnerrors.ValidationErrors // what cannot be read, in no particular order, one a field

	settings Settings
	table    *Table
	strict   bool
	faulty   uint16 // bit i: Errs has an error for member i
	reported map[string]bool
}

// NewReader returns a Reader for the settings of t. A lenient one takes what clients of many years send: a value that
// is empty counts as unset, and a lifetime may be a numeral in a string. A strict one, for files that people write,
// takes neither.
func NewReader(t *Table, strict bool) *Reader {
	return &Reader{table: t, strict: strict}
}

// Text reads the JSON object of a request parameter.
func (r *Reader) Text(json string) {
	if json == "" {
		return
	}
	v, err := jsonread.Parse(json)
	if err != nil {
		r.fault(none, r.table.Parameter, vpnerrors.ErrBadType).Suggest = r.table.asObject(json)
		return
	}
	r.Value(v)
}

// Value reads a JSON value that should be the object, or null.
func (r *Reader) Value(v jsonread.Value) {
	if v.Kind == jsonread.Null {
		return
	}
	if v.Kind != jsonread.Object {
		r.fault(none, r.table.Parameter, vpnerrors.ErrBadType).Suggest = r.table.asObject(v.Text)
		return
	}
	var seen uint16 // bit n: name n of the table
	for m := range v.Members {
		n, known := r.table.lookup(m.Name)
		switch {
		case m.BadName:
			r.fault(none, r.table.Parameter, vpnerrors.ErrBadCharacter)
		case !known:
			r.unknown(m.Name)
		case seen&(1<<n) != 0:
			i := r.table.wire[n].member
			r.fault(i, r.table.Members[i].Field, vpnerrors.ErrDuplicate)
		default:
			seen |= 1 << n
			r.member(r.table.wire[n].member, m.Value)
		}
	}
}

// Dotted reads a parameter of its own for one setting, such as IkeConfig.Psk; name is what stands behind the dot.
func (r *Reader) Dotted(name, value string) {
	n, known := r.table.lookup(name)
	if !known {
		r.unknown(name)
		return
	}
	r.member(r.table.wire[n].member, jsonread.Value{Kind: jsonread.String, Text: value})
}

// Fault reports a reason about the parameter of its own for one setting.
func (r *Reader) Fault(name string, reason error) {
	n, known := r.table.lookup(name)
	if !known {
		r.unknown(name)
		return
	}
	i := r.table.wire[n].member
	r.fault(i, r.table.Members[i].Field, reason)
}

// Result returns the settings that could be read, not checked yet.
func (r *Reader) Result() *Settings {
	s := r.settings // alone, so that the Reader can go
	return &s
}

// member takes the value of member i.
func (r *Reader) member(i int, v jsonread.Value) {
	m := &r.table.Members[i]
	if v.Kind == jsonread.Null || !r.strict && v.Kind == jsonread.String && v.Text == "" {
		return
	}
	if v.Bad {
		r.badText(i, v.Text)
		return
	}
	switch {
	case m.kind == lifetime && (v.Kind == jsonread.Number || !r.strict && isNumeral(v)):
		r.lifetime(i, v.Text)
	case m.kind == lifetime && !utf8.ValidString(v.Text):
		e := r.fault(i, m.Field, vpnerrors.ErrBadCharacter)
		e.Value, e.Part = rules.Shown(v.Text, rules.BadUTF8(v.Text))
	case m.kind == lifetime || v.Kind != jsonread.String:
		e := r.fault(i, m.Field, vpnerrors.ErrBadType)
		e.Allowed = slices.Clone(m.Values)
	case m.kind == secret && r.strict && v.Text == rules.Hidden:
		r.fault(i, m.Field, vpnerrors.ErrUnsupportedValue)
	case m.kind == secret:
		psk := v.Text
		if r.agree(i, r.settings.PSK(), psk) {
			r.settings.SetPSK(func() string { return psk })
		}
	default:
		if r.agree(i, r.settings.Text(i), v.Text) {
			r.settings.SetText(i, v.Text)
		}
	}
}

// badText reports a text in JSON that is not valid Unicode, with the data that Check gives for such a text. In Value it is
// as encoding/json mended it.
func (r *Reader) badText(i int, mended string) {
	m := &r.table.Members[i]
	var probe Settings
	probe.SetText(i, "\xff")
	probe.psk = func() string { return "\xff" }
	e := r.fault(i, m.Field, vpnerrors.ErrBadCharacter)
	if m.kind != lifetime {
		*e = *m.check(&probe, i)[0]
	}
	if m.kind != secret {
		e.Value, e.Part = rules.Shown(mended, string(utf8.RuneError))
	}
}

// lifetime takes a lifetime. A strict reader takes any int64, since a Spec can hold it, and leaves the range to Check.
func (r *Reader) lifetime(i int, number string) {
	m := &r.table.Members[i]
	seconds, errs := rules.ParseLifetime(m.Field, number)
	if errs != nil {
		whole, err := strconv.ParseInt(number, 10, 64)
		if err != nil || !r.strict {
			*r.fault(i, m.Field, nil) = *errs[0]
			return
		}
		seconds.Whole = whole
	}
	if before, _ := r.settings.Lifetime(i); r.agree(i, before.String(), seconds.String()) {
		r.settings.SetLifetime(i, seconds)
	}
}

// isNumeral reports whether a string is a number as strconv.Itoa writes it, without a sign.
func isNumeral(v jsonread.Value) bool {
	return v.Kind == jsonread.String && strings.Trim(v.Text, "0123456789") == "" && (v.Text == "0" || v.Text[0] != '0')
}

// agree reports whether member i may be set to value: it was not set before, or to the same.
func (r *Reader) agree(i int, before, value string) bool {
	if r.faulty&(1<<i) != 0 {
		return false
	}
	if !r.settings.Has(i) || before == value {
		return true
	}
	m := &r.table.Members[i]
	e := r.fault(i, m.Field, vpnerrors.ErrConflict)
	if m.kind != secret {
		e.Value, e.Part = rules.Clip(before), rules.Clip(value)
	}
	return false
}

// unknown reports a name that the table lacks. The value is not looked at: it may be a PSK.
func (r *Reader) unknown(name string) {
	e := r.fault(none, r.table.Parameter+"."+r.table.names.Safe(name), vpnerrors.ErrUnknownParameter)
	e.Suggest = r.table.names.Nearest(r.table.Parameter + "." + name)
}

// none is no member's index.
const none = -1

// fault reports a reason for field, unless it was reported before, and returns the error to be completed. Member i, if
// any, counts as unset from now on.
func (r *Reader) fault(i int, field string, reason error) *vpnerrors.FieldError {
	e := &vpnerrors.FieldError{Field: field, Reason: reason}
	if i != none {
		r.faulty |= 1 << i
		r.settings.unset(i)
	}
	if r.reported == nil {
		r.reported = make(map[string]bool)
	}
	if !r.reported[field] {
		r.reported[field] = true
		r.Errs = append(r.Errs, e)
	}
	return e
}

// asObject returns the JSON object that sets the one setting with text among its documented values, as in the API
// document's own examples "ikev1" and "aes", or "".
func (t *Table) asObject(text string) string {
	for i, m := range t.Members {
		if slices.Contains(m.Values, text) {
			var s Settings
			s.SetText(i, text)
			return t.JSON(&s)
		}
	}
	return ""
}

// Parse reads the JSON object of a request parameter and checks the settings in it.
func (t *Table) Parse(json string) (*Settings, vpnerrors.ValidationErrors) {
	r := NewReader(t, false)
	r.Text(json)
	s := r.Result()
	if errs := append(r.Errs, t.Check(s)...); errs != nil {
		return nil, rules.InOrder(errs, append([]string{t.Parameter}, t.Fields()...))
	}
	return s, nil
}
