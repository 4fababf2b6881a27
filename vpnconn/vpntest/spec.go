package vpntest

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Spec returns the case as a Spec, to test code that takes one: the verdict of [vpnconn.Spec.Build] is that of the case. The
// Edition of the Spec is that of the case, 0 for edition 2019. It returns false if no Spec can say the same: for an unknown parameter,
// a value of another type or two values, text that is not UTF-8, the key "[hidden]", a gap between tags or tunnels, a single
// tunnel with the role slave in the first place, and another Action.
func (c Case) Spec() (vpnconn.Spec, bool) {
	t := parameters.Of(c.Edition)
	f := make(file)
	if t == parameters.Of(aliyun.Edition2019) {
		t = parameters.Every() // like a file without an edition
	} else {
		f["Edition"] = int(c.Edition)
	}
	if t == nil || c.Params["Action"] != vpnconn.Action {
		return vpnconn.Spec{}, false
	}
	for name, value := range c.Params {
		isCommon := name == "Action" || slices.Contains(parameters.Common, name)
		if !isCommon && !f.put(t, name, jsonread.Value{Kind: jsonread.String, Text: value}) {
			return vpnconn.Spec{}, false
		}
	}
	if !f.list(t) {
		return vpnconn.Spec{}, false
	}
	var spec vpnconn.Spec
	text, err := json.Marshal(f)
	if err != nil || json.Unmarshal(text, &spec) != nil {
		return vpnconn.Spec{}, false
	}
	return spec, true
}

// A file is the content of a file with a Spec, or an object in it. The elements of a list are keyed by their numbers.
type file map[string]any

// put sets a dotted name in a file. It reports whether that is possible; it skips what counts as unset.
func (f file) put(t *parameters.Table, name string, v jsonread.Value) bool {
	first, rest, dotted := strings.Cut(name, ".")
	m := t.Lookup(first)
	if m == nil && t.CapitalNames && first != "" {
		m = t.Lookup(strings.ToLower(first[:1]) + first[1:])
	}
	isUnset := v.Kind == jsonread.Null || v.Kind == jsonread.String && v.Text == ""
	switch {
	case m == nil, dotted && m.Table == nil:
		return false
	case isUnset:
		return !dotted || t.Find(name) != nil
	case m.Kind == parameters.Array:
		place, member, _ := strings.Cut(rest, ".")
		return dotted && rules.IsNumeral(place) && f.in(m.Name).in(place).put(m.Table, member, v)
	case dotted:
		return f.in(m.Name).put(m.Table, rest, v)
	case m.Kind == parameters.Object:
		return f.in(m.Name).putAll(m.Table, v)
	}
	value, ok := valueIn(m, v)
	if had, twice := f[m.Name]; twice && had != value {
		return false
	}
	f[m.Name] = value
	return ok
}

// in returns an object in a file, and adds it if needed.
func (f file) in(name string) file {
	if f[name] == nil {
		f[name] = make(file)
	}
	return f[name].(file)
}

// putAll puts the members of a JSON object into a file.
func (f file) putAll(t *parameters.Table, v jsonread.Value) bool {
	if v.Kind == jsonread.String {
		read, err := jsonread.Parse(v.Text)
		if err != nil || read.Kind == jsonread.String {
			return false
		}
		v = read
	}
	if v.Kind == jsonread.Null {
		return true
	}
	if v.Kind != jsonread.Object {
		return false
	}
	seen := make(map[string]bool)
	for m := range v.Members {
		name := strings.ToLower(m.Name.Text)
		if seen[name] || strings.Contains(name, ".") || !f.put(t, m.Name.Text, m.Value) {
			return false
		}
		seen[name] = true
	}
	return true
}

// valueIn converts a value to its form in a file.
func valueIn(m *parameters.Member, v jsonread.Value) (value any, ok bool) {
	text := v.Kind == jsonread.String && !v.Bad && utf8.ValidString(v.Text)
	switch {
	case m.Kind == parameters.Boolean:
		on, err := strconv.ParseBool(strings.ToLower(v.Text))
		return on, err == nil && strings.ToLower(v.Text) == strconv.FormatBool(on)
	case m.Kind.IsNumber() && (v.Kind == jsonread.Number || text && rules.IsNumeral(v.Text)):
		return json.Number(v.Text), true
	case m.Kind.IsNumber() && m.Kind != parameters.ASN: // it may be in quotes
		return nil, false
	}
	return v.Text, text
}

// list converts what is keyed by numbers to lists. It reports whether these are read back unchanged: none has a gap,
// and a single slave would be the second tunnel.
func (f file) list(t *parameters.Table) bool {
	for i := range t.Members {
		m := &t.Members[i]
		elements, _ := f[m.Name].(file)
		if m.Kind != parameters.Array || elements == nil {
			continue
		}
		list := make([]any, len(elements))
		for i := range list {
			if list[i] = elements[strconv.Itoa(i+1)]; list[i] == nil {
				return false
			}
		}
		if first := list[0].(file); len(list) == 1 && first["Role"] == "slave" {
			return false
		}
		f[m.Name] = list
	}
	return true
}
