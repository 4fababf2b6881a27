package phase

import (
	"errors"
	"iter"
	"log/slog"
	"strconv"
	"strings"
)

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

// LogValue returns named settings as a group for slog. What stands before the dot of a dotted name is a group of its
// own.
func LogValue(settings iter.Seq2[string, string]) slog.Value {
	var attrs, inner []slog.Attr
	group := ""
	flush := func() {
		if group != "" {
			attrs = append(attrs, slog.Attr{Key: group, Value: slog.GroupValue(inner...)})
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
		inner = append(inner, slog.String(member, value))
	}
	flush()
	return slog.GroupValue(attrs...)
}

// NotFromJSON returns the error for reading a value of this type from JSON, which without it would set nothing and say so
// nowhere. By the convention of encoding/json null is no value, and nothing is set.
func NotFromJSON(typeName string, data []byte) error {
	if string(data) == "null" {
		return nil
	}
	return errors.New(typeName + " is not read from JSON: read a vpnconn.Spec, or use Parse")
}

// Undotted yields settings without what stands before the dot of their names.
func Undotted(settings iter.Seq2[string, string]) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for name, value := range settings {
			if !yield(name[strings.IndexByte(name, '.')+1:], value) {
				return
			}
		}
	}
}
