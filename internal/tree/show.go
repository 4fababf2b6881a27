package tree

import (
	"errors"
	"iter"
	"log/slog"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A Field is one setting as people read it.
type Field struct {
	Name  string // dotted, as documented
	Shown string // the value, secrets hidden
	m     *parameters.Member
	n     *Node // that has it
}

// Same reports whether two fields have the same value, hidden or not.
func (f Field) Same(o Field) bool { return Text(f.m, f.n) == Text(o.m, o.n) }

// Fields yields what is set for people, in documented order. What t has no place for comes last, under its name in the
// edition that has it.
func Fields(t *parameters.Table, n *Node) iter.Seq[Field] {
	return func(yield func(Field) bool) { eachField("", t, n, yield) }
}

// Shown yields the names and the values of Fields.
func Shown(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		eachField("", t, n, func(f Field) bool { return yield(f.Name, f.Shown) })
	}
}

func eachField(prefix string, t *parameters.Table, n *Node, yield func(Field) bool) bool {
	for i := range t.Members {
		if m := &t.Members[i]; !eachOf(prefix, m, n, yield) {
			return false
		}
	}
	for k := range n.outside(t).All() {
		m := t.Other.Member(k)
		if m == nil {
			m = t.Full.Member(k)
		}
		if m != nil && !eachOf(prefix, m, n, yield) {
			return false
		}
	}
	return true
}

func eachOf(prefix string, m *parameters.Member, n *Node, yield func(Field) bool) bool {
	switch {
	case !n.Has(m.Key):
		return true
	case m.Kind == parameters.Object:
		return eachField(prefix+m.Name+".", m.Table, n.Members(m.Key), yield)
	case m.Kind != parameters.Array:
		return yield(Field{prefix + m.Name, shownText(m, n), m, n})
	}
	for i, element := range n.Members(m.Key).members {
		within := prefix + m.Name + "." + strconv.Itoa(i+1) + "."
		if element != nil && !eachField(within, m.Table, element, yield) {
			return false
		}
	}
	return true
}

// shownText returns a value that is neither an object nor a list as people may see it: a certificate as it is, and
// whatever is none, which may be a private key, hidden.
func shownText(m *parameters.Member, n *Node) string {
	if m.Kind.IsSecret() || m.Kind == parameters.Certificate && !rules.IsCertificate(n.Text(m.Key)) {
		return parameters.Hidden
	}
	return Text(m, n)
}

// Print returns named settings as one line that looks like a Go literal of the type. Every value is in quotes, so that
// none can break the line.
func Print(typeName string, settings iter.Seq2[string, string]) string {
	var b strings.Builder
	b.WriteString(typeName)
	b.WriteByte('{')
	separator := ""
	for name, value := range settings {
		b.WriteString(separator)
		b.WriteString(name)
		b.WriteString(": ")
		b.WriteString(strconv.Quote(value))
		separator = ", "
	}
	b.WriteByte('}')
	return b.String()
}

// HiddenJSON returns the JSON object of one phase with the pre-shared key hidden.
func HiddenJSON(t *parameters.Table, n *Node) string {
	hidden := n.Clone()
	for i := range t.Members {
		if m := &t.Members[i]; m.Kind.IsSecret() && n.Has(m.Key) {
			hidden.PutText(m.Key, parameters.Hidden)
		}
	}
	return JSON(t, hidden)
}

// Map returns the members of HiddenJSON by name.
func Map(t *parameters.Table, n *Node) map[string]any {
	members := make(map[string]any)
	for _, w := range t.Wire {
		switch {
		case !n.Has(w.Member.Key):
		case w.Member.Kind == parameters.Lifetime:
			members[w.Name] = n.Number(w.Member.Key)
		default:
			members[w.Name] = shownText(w.Member, n)
		}
	}
	return members
}

// NotFromJSON returns the error for reading a value of this type from JSON, which otherwise would silently set nothing. By
// the convention of encoding/json null is no value, and nothing is set.
func NotFromJSON(typeName string, data []byte) error {
	if string(data) == "null" {
		return nil
	}
	return notFrom("JSON", typeName)
}

// NotFromYAML is NotFromJSON for a YAML package, which keeps null to itself.
func NotFromYAML(typeName string) error { return notFrom("YAML", typeName) }

func notFrom(format, typeName string) error {
	return errors.New(typeName + " is not read from " + format + ": read a vpnconn.Spec, or use Parse")
}

// LogValue returns settings as a group for slog, numbers and Booleans as such. The part of a name before a dot becomes a
// group.
func LogValue(t *parameters.Table, n *Node) slog.Value {
	var fields []logged
	for f := range Fields(t, n) {
		fields = append(fields, logged{f.Name, f.logValue()})
	}
	return slog.GroupValue(groups(fields)...)
}

func (f Field) logValue() slog.Value {
	switch {
	case f.m.Kind.IsNumber() && f.n.seconds(f.m.Key).Nanos == 0:
		return slog.Int64Value(f.n.Number(f.m.Key))
	case f.m.Kind == parameters.Boolean:
		return slog.BoolValue(f.n.Text(f.m.Key) == "true")
	}
	return slog.StringValue(f.Shown)
}

// A logged value has a dotted name.
type logged struct {
	name  string
	value slog.Value
}

// groups nests values, of which those with the same start follow each other.
func groups(fields []logged) []slog.Attr {
	var attrs []slog.Attr
	for len(fields) > 0 {
		outer, _, dotted := strings.Cut(fields[0].name, ".")
		if !dotted {
			attrs = append(attrs, slog.Attr{Key: outer, Value: fields[0].value})
			fields = fields[1:]
			continue
		}
		var inner []logged
		for len(fields) > 0 {
			member, same := strings.CutPrefix(fields[0].name, outer+".")
			if !same {
				break
			}
			inner = append(inner, logged{member, fields[0].value})
			fields = fields[1:]
		}
		attrs = append(attrs, slog.Attr{Key: outer, Value: slog.GroupValue(groups(inner)...)})
	}
	return attrs
}
