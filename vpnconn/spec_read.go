package vpnconn

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// UnmarshalJSON reads the Spec from a JSON object, strictly, and leaves it as it is for null.
func (s *Spec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the Spec from a YAML mapping by the rules of UnmarshalJSON, for every YAML package that calls a
// method of this form. Text that YAML takes for a number or a boolean needs quotes. A repeated member is the package's to
// refuse; most do. What it refuses by itself, such as a file that is not YAML at all, it does in words of its own, which may
// quote the file.
func (s *Spec) UnmarshalYAML(unmarshal func(any) error) error { return fromYAML(unmarshal, s.read) }

// UnmarshalJSON reads the IKESpec from a JSON object, strictly, and leaves it as it is for null.
func (s *IKESpec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the IKESpec from a YAML mapping as [Spec.UnmarshalYAML] does.
func (s *IKESpec) UnmarshalYAML(unmarshal func(any) error) error { return fromYAML(unmarshal, s.read) }

// UnmarshalJSON reads the IPsecSpec from a JSON object, strictly, and leaves it as it is for null.
func (s *IPsecSpec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the IPsecSpec from a YAML mapping as [Spec.UnmarshalYAML] does.
func (s *IPsecSpec) UnmarshalYAML(unmarshal func(any) error) error {
	return fromYAML(unmarshal, s.read)
}

func (s *Spec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	r := reader{strict: true}
	r.object(v)
	errs := rules.InOrder(r.collect(), parameters.Documented)
	if errs == nil {
		*s = r.draft.spec()
	}
	return errs
}

func (s *IKESpec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	r := phase.NewReader(phase.IKETable, true)
	r.Value(v)
	if r.Errs == nil {
		*s = ikeSpec(r.Result())
	}
	return rules.InOrder(r.Errs, parameters.Documented)
}

func (s *IPsecSpec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	r := phase.NewReader(phase.IPsecTable, true)
	r.Value(v)
	if r.Errs == nil {
		*s = ipsecSpec(r.Result())
	}
	return rules.InOrder(r.Errs, parameters.Documented)
}

// object reads the members of a Spec.
func (r *reader) object(v jsonread.Value) {
	if v.Kind != jsonread.Object {
		r.fault(&vpnerrors.FieldError{Field: "Spec", Reason: vpnerrors.ErrBadType})
		return
	}
	seen := make(map[string]bool)
	for m := range v.Members {
		i, known := parameters.Lookup(m.Name)
		switch {
		case m.BadName:
			r.fault(&vpnerrors.FieldError{Field: parameters.Names.Safe(m.Name), Reason: vpnerrors.ErrBadCharacter})
		case !known || i == parameters.Action:
			r.unknown(m.Name)
		case seen[m.Name]:
			r.fault(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrDuplicate})
		case m.Value.Kind == jsonread.Null:
		case parameters.Table[i].Phase != nil:
			r.phase(i).Value(m.Value)
		case i == parameters.EffectImmediately:
			if r.want(jsonread.Bool, m.Name, m.Value) {
				r.draft.setText(i, m.Value.Text)
			}
		case parameters.Table[i].List && m.Value.Kind == jsonread.Array:
			r.elements(i, m.Value.Elems)
		default:
			if r.want(jsonread.String, m.Name, m.Value) && r.unicode(i, 0, m.Value) {
				r.text(i, m.Value.Text)
			}
		}
		seen[m.Name] = true
	}
}

// maxList is how many bytes the elements of a list may have in all. In YAML they can be the same text a thousand times, by
// aliases, so that a small file would make a large list.
const maxList = 16 << 20

// elements reads a list of CIDR blocks.
func (r *reader) elements(i int, elems iter.Seq[jsonread.Value]) {
	p := &parameters.Table[i]
	var list []string
	place := 0 // in the whole list, since an element may have several blocks
	size := 0
	for v := range elems {
		if size += len(v.Text); size > maxList {
			r.fault(&vpnerrors.FieldError{Field: p.Name, Reason: vpnerrors.ErrTooLong})
			return
		}
		if r.want(jsonread.String, rules.Element(p.Name, place), v) && r.unicode(i, place, v) {
			list = append(list, v.Text)
		}
		place += strings.Count(v.Text, ",") + 1
	}
	if place == 0 {
		r.fault(&vpnerrors.FieldError{Field: p.Name, Reason: vpnerrors.ErrRequired})
	}
	withList(i, list)(&r.draft)
}

// text takes a text, but where one is required not the empty one, which in a Spec stands for unset.
func (r *reader) text(i int, text string) {
	if p := &parameters.Table[i]; text == "" && p.Required && !p.List {
		r.fault(p.Rule(p.Name, text)...)
		return
	}
	r.draft.setText(i, text)
}

// want reports whether v is of this kind.
func (r *reader) want(kind jsonread.Kind, field string, v jsonread.Value) bool {
	if v.Kind != kind {
		r.fault(&vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrBadType, Value: rules.Clip(v.Text)})
	}
	return v.Kind == kind
}

// unicode reports whether a string is valid Unicode. In a list it stands at place.
func (r *reader) unicode(i, place int, v jsonread.Value) bool {
	p := &parameters.Table[i]
	switch {
	case !v.Bad:
	case p.List:
		for n, block := range rules.Blocks(v.Text) {
			r.badText(p, rules.Element(p.Name, place+n), block)
		}
	default:
		r.badText(p, p.Name, v.Text)
	}
	return !v.Bad
}

// badText reports a text that is not valid Unicode, with the data that its rule gives. In Value and Part it is as
// encoding/json mended it.
func (r *reader) badText(p *parameters.Parameter, field, text string) {
	const mark = "\xff" // for what was mended, since a rule may have other reasons than U+FFFD
	mended := utf8.ValidString(text)
	if mended {
		text = strings.ReplaceAll(text, string(utf8.RuneError), mark)
	}
	for _, e := range p.Rule(p.Name, text) {
		if e.Reason != vpnerrors.ErrBadCharacter {
			continue // a block beside the bad one, which Build checks
		}
		if mended {
			e.Value = strings.ReplaceAll(e.Value, mark, string(utf8.RuneError))
			e.Part = strings.ReplaceAll(e.Part, mark, string(utf8.RuneError))
		}
		e.Field = field
		r.fault(e)
	}
}

func fromJSON(data []byte, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	v, err := jsonread.Parse(string(data))
	if err != nil {
		v = notJSON
	}
	return fromValue(v, read)
}

func fromYAML(unmarshal func(any) error, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	var tree any
	if unmarshal(&tree) != nil {
		return fromValue(notJSON, read) // the cause may quote the file, and so the PSK
	}
	return fromValue(yamlValue(tree), read)
}

func fromValue(v jsonread.Value, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	if v.Kind == jsonread.Null {
		return nil
	}
	if errs := read(v); errs != nil {
		return errs
	}
	return nil
}

// notJSON stands for what JSON has no value for: a text that is not JSON, a date or an infinity in YAML. It is of a kind
// that no member takes.
var notJSON = jsonread.Value{Kind: 0xff}

// yamlValue returns what a YAML package decoded into an any.
func yamlValue(tree any) jsonread.Value {
	switch v := tree.(type) {
	case nil:
		return jsonread.Value{}
	case bool:
		return jsonread.Value{Kind: jsonread.Bool, Text: strconv.FormatBool(v)}
	case string:
		return jsonread.Value{Kind: jsonread.String, Text: v, Bad: !utf8.ValidString(v)}
	case int, int64, uint64:
		return jsonread.Value{Kind: jsonread.Number, Text: fmt.Sprint(v)}
	case float64:
		if text := strconv.FormatFloat(v, 'g', -1, 64); strings.Trim(text, "-+.e0123456789") == "" {
			return jsonread.Value{Kind: jsonread.Number, Text: text}
		}
	case []any:
		return jsonread.Value{Kind: jsonread.Array, Elems: func(yield func(jsonread.Value) bool) {
			for _, elem := range v {
				if !yield(yamlValue(elem)) {
					return
				}
			}
		}}
	case map[string]any:
		return yamlObject(v)
	case map[any]any:
		named := make(map[string]any, len(v))
		for key, value := range v {
			if key == nil {
				key = "null"
			}
			named[fmt.Sprint(key)] = value
		}
		return yamlObject(named)
	}
	return notJSON
}

func yamlObject(members map[string]any) jsonread.Value {
	return jsonread.Value{Kind: jsonread.Object, Members: func(yield func(jsonread.Member) bool) {
		for _, name := range slices.Sorted(maps.Keys(members)) {
			m := jsonread.Member{Name: name, BadName: !utf8.ValidString(name), Value: yamlValue(members[name])}
			if !yield(m) {
				return
			}
		}
	}}
}
