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

// Shown yields what is set for people: dotted names in documented order, secrets hidden. What t has no place for comes
// last, under its name in the edition that has it.
func Shown(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) { shown("", t, n, yield) }
}

func shown(prefix string, t *parameters.Table, n *Node, yield func(string, string) bool) bool {
	for i := range t.Members {
		if m := &t.Members[i]; !shownMember(prefix, m, n.at(m.Key), yield) {
			return false
		}
	}
	if n == nil {
		return true
	}
	for i := range n.values {
		k := parameters.Key(i)
		if t.Member(k) != nil {
			continue
		}
		m := t.Other.Member(k)
		if m == nil {
			m = t.Full.Member(k)
		}
		if m != nil && !shownMember(prefix, m, &n.values[i], yield) {
			return false
		}
	}
	return true
}

func shownMember(prefix string, m *parameters.Member, v *Value, yield func(string, string) bool) bool {
	switch {
	case v == nil || !v.Set:
		return true
	case m.Kind == parameters.Object:
		return shown(prefix+m.Name+".", m.Table, v.Members, yield)
	case m.Kind != parameters.Array:
		return yield(prefix+m.Name, shownText(m, v))
	}
	for i := range v.Members.length() {
		if v.Members.Has(parameters.Key(i)) &&
			!shown(prefix+m.Name+"."+strconv.Itoa(i+1)+".", m.Table, v.Members.Members(parameters.Key(i)), yield) {
			return false
		}
	}
	return true
}

func (n *Node) length() int {
	if n == nil {
		return 0
	}
	return len(n.values)
}

// shownText returns a value that is neither an object nor a list as people may see it: a certificate as it is, and
// whatever is none, which may be a private key, hidden.
func shownText(m *parameters.Member, v *Value) string {
	if m.Kind.IsSecret() || m.Kind == parameters.Certificate && !rules.IsCertificate(v.Reveal()) {
		return parameters.Hidden
	}
	return text(m, v)
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
			hidden.PutHidden(m.Key, func() string { return parameters.Hidden })
		}
	}
	return JSON(t, hidden)
}

// NotFromJSON returns the error for reading a value of this type from JSON, which otherwise would silently set nothing. By
// the convention of encoding/json null is no value, and nothing is set.
func NotFromJSON(typeName string, data []byte) error {
	if string(data) == "null" {
		return nil
	}
	return errors.New(typeName + " is not read from JSON: read a vpnconn.Spec, or use Parse")
}

// LogValue returns named settings as a group for slog. What stands before a dot of a name is a group of its own.
func LogValue(settings iter.Seq2[string, string]) slog.Value {
	return slog.GroupValue(groups(settings)...)
}

// groups nests settings, of which those with the same start follow each other.
func groups(settings iter.Seq2[string, string]) []slog.Attr {
	var attrs []slog.Attr
	var inner [][2]string
	group := ""
	flush := func() {
		if group != "" {
			members := inner
			attrs = append(attrs, slog.Attr{Key: group, Value: slog.GroupValue(groups(pairs(members))...)})
		}
		group, inner = "", nil
	}
	for name, value := range settings {
		outer, member, dotted := strings.Cut(name, ".")
		if !dotted {
			flush()
			attrs = append(attrs, slog.String(name, value))
			continue
		}
		if outer != group {
			flush()
			group = outer
		}
		inner = append(inner, [2]string{member, value})
	}
	flush()
	return attrs
}

func pairs(list [][2]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, p := range list {
			if !yield(p[0], p[1]) {
				return
			}
		}
	}
}
