package tree

import (
	"iter"
	"strconv"

	"github.com/ipsec-go/aliyun/internal/canon"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// AppendJSON appends valid settings as the JSON object that is sent: as RFC 8785 has it, secrets in it.
func AppendJSON(dst []byte, t *parameters.Table, n *Node) []byte {
	dst = append(dst, '{')
	start := len(dst)
	for i := range t.Wire {
		w := &t.Wire[i]
		v := n.at(w.Member.Key)
		if v == nil || !v.Set {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ',')
		}
		dst = append(dst, w.Quoted...)
		dst = appendJSONValue(dst, w.Member, v)
	}
	return append(dst, '}')
}

// appendJSONValue writes numbers and Booleans as the document's examples have them: a lifetime as a number, all others as
// text.
func appendJSONValue(dst []byte, m *parameters.Member, v *Value) []byte {
	switch {
	case m.Kind == parameters.Lifetime:
		return strconv.AppendInt(dst, v.Number, 10)
	case m.Kind.IsNumber():
		dst = append(dst, '"')
		dst = strconv.AppendInt(dst, v.Number, 10)
		return append(dst, '"')
	case m.Kind.IsHidden():
		return canon.AppendString(dst, v.Reveal())
	}
	return canon.AppendString(dst, v.Text)
}

// JSON returns what AppendJSON appends.
func JSON(t *parameters.Table, n *Node) string {
	var buf [512]byte
	return string(AppendJSON(buf[:0], t, n))
}

// Text returns a setting of n as it is sent.
func Text(m *parameters.Member, n *Node) string { return text(m, n.at(m.Key)) }

// text returns a value as it is sent.
func text(m *parameters.Member, v *Value) string {
	switch {
	case m.Kind == parameters.Object:
		return JSON(m.Table, v.Members)
	case m.Kind.IsNumber():
		return v.seconds().String()
	case m.Kind.IsHidden():
		return v.Reveal()
	}
	return v.Text
}

// All yields what is sent of valid settings, sorted by name.
func All(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) { all("", t, n, yield) }
}

func all(prefix string, t *parameters.Table, n *Node, yield func(string, string) bool) bool {
	for i := range t.Wire {
		w := &t.Wire[i]
		v := n.at(w.Member.Key)
		if v == nil || !v.Set {
			continue
		}
		name := prefix + w.Name
		switch m := w.Member; {
		case m.Kind == parameters.Array:
			for place := first(int(v.Number)); place > 0; place = next(place, int(v.Number)) {
				element := name + "." + strconv.Itoa(place) + "."
				if !all(element, m.Table, v.Members.Members(parameters.Key(place-1)), yield) {
					return false
				}
			}
		case m.Kind == parameters.Object && !m.JSON:
			if !all(name+".", m.Table, v.Members, yield) {
				return false
			}
		default:
			if !yield(name, text(m, v)) {
				return false
			}
		}
	}
	return true
}

// Count returns how many pairs All yields.
func Count(t *parameters.Table, n *Node) int {
	count := 0
	for i := range t.Wire {
		m := t.Wire[i].Member
		v := n.at(m.Key)
		switch {
		case v == nil || !v.Set:
		case m.Kind == parameters.Array:
			for place := range int(v.Number) {
				count += Count(m.Table, v.Members.Members(parameters.Key(place)))
			}
		case m.Kind == parameters.Object && !m.JSON:
			count += Count(m.Table, v.Members)
		default:
			count++
		}
	}
	return count
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	return appendQuery(dst, len(dst), nil, t, n)
}

// A path is the place of an object: its name, and that of the list or object around it.
type path struct {
	around *path
	name   string
	place  int // in a list, from 1
}

func (p *path) append(dst []byte) []byte {
	if p == nil {
		return dst
	}
	dst = append(p.around.append(dst), p.name...)
	if p.place > 0 {
		dst = append(dst, '.')
		dst = strconv.AppendInt(dst, int64(p.place), 10)
	}
	return append(dst, '.')
}

func appendQuery(dst []byte, start int, around *path, t *parameters.Table, n *Node) []byte {
	for i := range t.Wire {
		w := &t.Wire[i]
		v := n.at(w.Member.Key)
		if v == nil || !v.Set {
			continue
		}
		switch m := w.Member; {
		case m.Kind == parameters.Array:
			for place := first(int(v.Number)); place > 0; place = next(place, int(v.Number)) {
				dst = appendQuery(dst, start, &path{around, w.Name, place}, m.Table, v.Members.Members(parameters.Key(place-1)))
			}
		case m.Kind == parameters.Object && !m.JSON:
			dst = appendQuery(dst, start, &path{around, w.Name, 0}, m.Table, v.Members)
		default:
			if len(dst) > start {
				dst = append(dst, '&')
			}
			dst = append(around.append(dst), w.Name...)
			dst = append(dst, '=')
			dst = appendEscaped(dst, m, v)
		}
	}
	return dst
}

func appendEscaped(dst []byte, m *parameters.Member, v *Value) []byte {
	switch {
	case m.Kind == parameters.Object:
		from := len(dst)
		return canon.EscapeTail(AppendJSON(dst, m.Table, v.Members), from)
	case m.Kind.IsNumber():
		return strconv.AppendInt(dst, v.Number, 10)
	case m.Kind.IsHidden():
		return canon.AppendEscaped(dst, v.Reveal())
	}
	return canon.AppendEscaped(dst, v.Text)
}

// first and next walk the numbers from 1 to n in the order of their decimals as text: 1, 10, 11, 2. The end is 0.
func first(n int) int { return min(n, 1) }

func next(i, n int) int {
	if 10*i <= n {
		return 10 * i
	}
	for i == n || i%10 == 9 {
		if i /= 10; i == 0 {
			return 0
		}
	}
	return i + 1
}
