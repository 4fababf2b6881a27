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
	return func(yield func(string, string) bool) {
		for i := range t.Wire {
			w := &t.Wire[i]
			switch v := n.at(w.Member.Key); {
			case v == nil || !v.Set:
			case w.Member.Kind == parameters.Array:
				if !allElements(w.Member, v, yield) {
					return
				}
			case !yield(w.Name, text(w.Member, v)):
				return
			}
		}
	}
}

func allElements(list *parameters.Member, v *Value, yield func(string, string) bool) bool {
	for place := first(int(v.Number)); place > 0; place = next(place, int(v.Number)) {
		element := v.Members.Members(parameters.Key(place - 1))
		for i := range list.Elements[place-1].Sent {
			p := &list.Elements[place-1].Sent[i]
			if value := element.plain(p); value != nil && value.Set && !yield(p.Name, text(p.Member, value)) {
				return false
			}
		}
	}
	return true
}

// plain returns the value of a member of an element, or of an object in it, nil where nothing was ever said of it.
func (n *Node) plain(p *parameters.Plain) *Value {
	if p.Object != nil {
		n = n.Members(p.Object.Key)
	}
	return n.at(p.Member.Key)
}

// Count returns how many pairs All yields at most.
func Count(t *parameters.Table, n *Node) int {
	count := 0
	for i := range t.Wire {
		m := t.Wire[i].Member
		switch v := n.at(m.Key); {
		case v == nil || !v.Set:
		case m.Kind == parameters.Array:
			for place := range int(v.Number) {
				element := v.Members.Members(parameters.Key(place))
				for i := range m.Elements[place].Sent {
					if value := element.plain(&m.Elements[place].Sent[i]); value != nil && value.Set {
						count++
					}
				}
			}
		default:
			count++
		}
	}
	return count
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	start := len(dst)
	for i := range t.Wire {
		w := &t.Wire[i]
		switch v := n.at(w.Member.Key); {
		case v == nil || !v.Set:
		case w.Member.Kind == parameters.Array:
			dst = appendElements(dst, start, w.Member, v)
		default:
			dst = appendPair(dst, start, w.Name, w.Member, v)
		}
	}
	return dst
}

func appendElements(dst []byte, start int, list *parameters.Member, v *Value) []byte {
	for place := first(int(v.Number)); place > 0; place = next(place, int(v.Number)) {
		element := v.Members.Members(parameters.Key(place - 1))
		for i := range list.Elements[place-1].Sent {
			p := &list.Elements[place-1].Sent[i]
			if value := element.plain(p); value != nil && value.Set {
				dst = appendPair(dst, start, p.Name, p.Member, value)
			}
		}
	}
	return dst
}

// appendPair appends a pair to the query that begins at start.
func appendPair(dst []byte, start int, name string, m *parameters.Member, v *Value) []byte {
	if len(dst) > start {
		dst = append(dst, '&')
	}
	dst = append(dst, name...)
	dst = append(dst, '=')
	return appendEscaped(dst, m, v)
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
