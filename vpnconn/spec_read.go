package vpnconn

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// UnmarshalJSON reads the Spec from a JSON object, strictly, and leaves it as it is for null.
func (s *Spec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the Spec from a YAML mapping by the rules of [Spec.UnmarshalJSON], for every YAML package that
// calls a method of this form. Text that YAML takes for a number, a Boolean or a date needs quotes, and so does such a key
// of a tag ([vpnerrors.ErrBadType]). The package has to refuse repeated members; most do. If its error names them, they are
// [vpnerrors.ErrDuplicate]. Its own errors, such as for a file that is not YAML at all, may quote the file.
func (s *Spec) UnmarshalYAML(unmarshal func(any) error) error {
	return fromYAML(withTagKeys(unmarshal), parameters.Every(), "", s.read)
}

// UnmarshalJSON reads the IKESpec from a JSON object, strictly, and leaves it as it is for null.
func (s *IKESpec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the IKESpec from a YAML mapping as [Spec.UnmarshalYAML] does.
func (s *IKESpec) UnmarshalYAML(unmarshal func(any) error) error {
	return objectFromYAML(unmarshal, parameters.IKE, s.read)
}

// UnmarshalJSON reads the IPsecSpec from a JSON object, strictly, and leaves it as it is for null.
func (s *IPsecSpec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the IPsecSpec from a YAML mapping as [Spec.UnmarshalYAML] does.
func (s *IPsecSpec) UnmarshalYAML(unmarshal func(any) error) error {
	return objectFromYAML(unmarshal, parameters.IPsec, s.read)
}

// UnmarshalJSON reads the TunnelSpec from a JSON object, strictly, and leaves it as it is for null.
func (s *TunnelSpec) UnmarshalJSON(data []byte) error { return fromJSON(data, s.read) }

// UnmarshalYAML reads the TunnelSpec from a YAML mapping as [Spec.UnmarshalYAML] does.
func (s *TunnelSpec) UnmarshalYAML(unmarshal func(any) error) error {
	return objectFromYAML(unmarshal, parameters.Tunnels, s.read)
}

func (s *Spec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	e, v, errs := takeEdition(v)
	if len(errs) == 1 && errs[0].Reason == vpnerrors.ErrUnsupportedValue {
		return errs // the rest cannot be checked without an edition
	}
	t := parameters.Every()
	if e != 0 {
		t = parameters.Of(e)
	}
	r := tree.NewRootReader(t, true)
	r.Fault(errs...)
	r.Value(v)
	n, errs := r.Result()
	if errs != nil {
		return suggestEdition(rules.InOrder(t, append(errs, wrongAnyway(e, n, errs)...)))
	}
	*s = specOf(n)
	s.Edition = e
	return nil
}

// wrongAnyway returns the mistakes that Build would find in the values of a file that cannot be read for another
// reason, so that everything can be fixed at once. It leaves out what defaults could still set, and if the file names
// no edition, what is valid in one of them.
func wrongAnyway(e aliyun.Edition, n *tree.Node, unreadable vpnerrors.ValidationErrors) (errs vpnerrors.ValidationErrors) {
	isUnreadable := make(map[string]bool) // in a list with an unreadable element, the indices of the others are not known
	for _, fault := range unreadable {
		isUnreadable[parameters.Base(fault.Field)] = true
	}
	var in2019 map[string]*vpnerrors.FieldError // by the names of edition 2025, if both editions count
	judge := e
	if e == 0 {
		judge = aliyun.Edition2025
		in2019 = make(map[string]*vpnerrors.FieldError)
		for _, fault := range tree.Check(parameters.Of(0), n, 0) {
			field := fault.Field
			if m := parameters.Of(0).Find(field); m != nil && m.Other != nil {
				field = strings.Replace(field, m.Name, m.Other.Name, 1)
			}
			in2019[field] = fault
		}
	}
	for _, fault := range tree.Check(parameters.Of(judge), n, 0) {
		if in2019 != nil && parameters.Of(0).Find(fault.Field) != nil {
			if fault = in2019[fault.Field]; fault == nil {
				continue
			}
		}
		missing := fault.Reason == vpnerrors.ErrRequired || fault.Reason == vpnerrors.ErrUnknownParameter
		if !missing && !isUnreadable[parameters.Base(fault.Field)] {
			errs = append(errs, fault)
		}
	}
	return errs
}

func (s *IKESpec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	return readObject(s, v, parameters.Every().Member(parameters.IKE))
}

func (s *IPsecSpec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	return readObject(s, v, parameters.Every().Member(parameters.IPsec))
}

func (s *TunnelSpec) read(v jsonread.Value) vpnerrors.ValidationErrors {
	return readObject(s, v, parameters.Every().Member(parameters.Tunnels))
}

// readObject reads an object into a struct, or leaves the struct unchanged. Errors are under the name of the parameter.
func readObject[S any](s *S, v jsonread.Value, m *parameters.Member) vpnerrors.ValidationErrors {
	r := tree.NewReader(m.Table, true)
	r.Value(v)
	n, errs := r.Result()
	if errs != nil {
		errs = rules.Within(m.Name, rules.InOrder(m.Table, errs))
		if m.Kind != parameters.Object {
			return errs // the index in a list is not known
		}
		alone := new(tree.Node)
		alone.PutObject(m.Key, n)
		return rules.InOrder(parameters.Every(), append(errs, wrongAnyway(0, alone, errs)...))
	}
	var read S
	fill(reflect.ValueOf(&read).Elem(), n)
	*s = read
	return nil
}

// The members of a file that are not parameters.
const (
	editionName = "Edition" // the edition of the file
	schemaName  = "$schema" // the schema for editors, see SpecSchema
)

// takeEdition returns the edition that a file names, or 0 if none or an invalid one, and the parameters of the file.
func takeEdition(v jsonread.Value) (e aliyun.Edition, rest jsonread.Value, errs vpnerrors.ValidationErrors) {
	if v.Kind != jsonread.Object {
		return 0, v, nil
	}
	seen := 0
	for m := range v.Members {
		if m.Name.Text != editionName {
			continue
		}
		seen++
		named, err := editionIn(m.Value)
		e = named
		errs = append(errs, err...)
	}
	if seen > 1 {
		errs = vpnerrors.ValidationErrors{{Field: editionName, Reason: vpnerrors.ErrDuplicate}}
	}
	if errs != nil {
		e = 0
	}
	members := v.Members
	v.Members = func(yield func(jsonread.Member) bool) {
		for m := range members {
			if m.Name.Text != editionName && m.Name.Text != schemaName && !yield(m) {
				return
			}
		}
	}
	return e, v, errs
}

// editionIn reads an edition: a number, or the same in quotes.
func editionIn(v jsonread.Value) (aliyun.Edition, vpnerrors.ValidationErrors) {
	errs := tree.UnknownEdition(0)
	errs[0].Value = rules.Clip(v.Text)
	switch v.Kind {
	case jsonread.Null:
		return 0, nil
	case jsonread.Number, jsonread.String:
		n := rules.ParseNumber(v.Text)
		e := aliyun.Edition(n.Whole)
		whole := n.Nanos == 0 && n.Whole == int64(e) && (v.Kind == jsonread.Number || rules.IsNumeral(v.Text))
		if whole && e != 0 && parameters.Of(e) != nil {
			return e, nil
		}
	default:
		errs[0].Reason = vpnerrors.ErrBadType
	}
	return 0, errs
}

// suggestEdition completes the error for a misspelled Edition, which is in no table.
func suggestEdition(errs vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	for _, e := range errs {
		if e.Reason == vpnerrors.ErrUnknownParameter && strings.EqualFold(e.Field, editionName) {
			e.Suggest = editionName
		}
	}
	return errs
}

func fromJSON(data []byte, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	v, err := jsonread.Parse(string(data))
	if err != nil {
		v = notJSON
	}
	return fromValue(v, read)
}

// fromYAML reads what has the members of t. Their names in errors begin with at.
func fromYAML(unmarshal func(any) error, t *parameters.Table, at string, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	var tree any
	err := unmarshal(&tree)
	if err == nil {
		return fromValue(yamlValue(tree), read)
	}
	if errs := repeatedKeys(err, unmarshal, t, at); errs != nil {
		return errs
	}
	return fromValue(notJSON, read) // err may quote the file, and so a key
}

func objectFromYAML(unmarshal func(any) error, k parameters.Key, read func(jsonread.Value) vpnerrors.ValidationErrors) error {
	m := parameters.Every().Member(k)
	return fromYAML(unmarshal, m.Table, m.Name+".", read)
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

// notJSON stands for what is not a JSON value: a text that is not JSON, a date or an infinity in YAML.
var notJSON = jsonread.Value{Kind: jsonread.Other}

// yamlValue converts what a YAML package decoded into an any.
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
		return yamlObject(v)
	}
	return notJSON
}

// yamlObject returns an object. Keys that differ in YAML, such as 1 and "1", are one name twice.
func yamlObject[K comparable](members map[K]any) jsonread.Value {
	type member struct {
		name  jsonread.Value
		value any
	}
	list := make([]member, 0, len(members))
	for key, value := range members {
		list = append(list, member{yamlName(key), value})
	}
	slices.SortFunc(list, func(a, b member) int {
		return cmp.Or(strings.Compare(a.name.Text, b.name.Text), cmp.Compare(a.name.Kind, b.name.Kind))
	})
	return jsonread.Value{Kind: jsonread.Object, Members: func(yield func(jsonread.Member) bool) {
		for _, m := range list {
			if !yield(jsonread.Member{Name: m.name, Value: yamlValue(m.value)}) {
				return
			}
		}
	}}
}

// yamlName returns a key, which in YAML need not be text.
func yamlName(key any) jsonread.Value {
	name := yamlValue(key)
	switch {
	case key == nil:
		name.Text = "null"
	case name.Kind != jsonread.String:
		name.Text = fmt.Sprint(key)
	}
	return name
}
