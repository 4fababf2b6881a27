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
		if v == nil {
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
	}
	return v.Text
}

// pairs calls yield for each pair that is sent of valid settings, sorted by name, until it returns false.
func pairs(t *parameters.Table, n *Node, yield func(name string, m *parameters.Member, v *Value) bool) {
	for i := range t.Wire {
		w := &t.Wire[i]
		switch v := n.at(w.Member.Key); {
		case v == nil:
		case w.Member.Kind == parameters.Array:
			if !pairsOfElements(w.Member, v, yield) {
				return
			}
		case !yield(w.Name, w.Member, v):
			return
		}
	}
}

func pairsOfElements(list *parameters.Member, v *Value, yield func(string, *parameters.Member, *Value) bool) bool {
	for place := first(int(v.Number)); place > 0; place = next(place, int(v.Number)) {
		element := v.Members.At(place - 1)
		for i := range list.Elements[place-1].Sent {
			p := &list.Elements[place-1].Sent[i]
			if value := element.plain(p); value != nil && !yield(p.Name, p.Member, value) {
				return false
			}
		}
	}
	return true
}

// plain returns the value of a member of an element, or of an object in it, nil where it is unset.
func (n *Node) plain(p *parameters.Plain) *Value {
	if p.Object != nil {
		n = n.Members(p.Object.Key)
	}
	return n.at(p.Member.Key)
}

// All yields what is sent of valid settings, sorted by name.
func All(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		pairs(t, n, func(name string, m *parameters.Member, v *Value) bool { return yield(name, text(m, v)) })
	}
}

// Params returns what All yields as a map. What is not kept as the text that is sent is written to one text, of which its
// values are parts: that is one allocation for all of them.
func Params(t *parameters.Table, n *Node) map[string]string {
	var room [1024]byte
	var roomForEnds [16]int
	written, ends, count := room[:0], roomForEnds[:0], 0
	pairs(t, n, func(_ string, m *parameters.Member, v *Value) bool {
		if m.Kind == parameters.Object || m.Kind.IsNumber() {
			written = appendMade(written, m, v)
			ends = append(ends, len(written))
		}
		count++
		return true
	})
	all, from := string(written), 0
	params := make(map[string]string, count)
	pairs(t, n, func(name string, m *parameters.Member, v *Value) bool {
		if m.Kind == parameters.Object || m.Kind.IsNumber() {
			params[name] = all[from:ends[0]]
			from, ends = ends[0], ends[1:]
		} else {
			params[name] = v.Text
		}
		return true
	})
	return params
}

// appendMade appends a valid object or number as it is sent.
func appendMade(dst []byte, m *parameters.Member, v *Value) []byte {
	if m.Kind == parameters.Object {
		return AppendJSON(dst, m.Table, v.Members)
	}
	return strconv.AppendInt(dst, v.Number, 10)
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	start := len(dst)
	pairs(t, n, func(name string, m *parameters.Member, v *Value) bool {
		if len(dst) > start {
			dst = append(dst, '&')
		}
		dst = append(dst, name...)
		dst = append(dst, '=')
		dst = appendEscaped(dst, m, v)
		return true
	})
	return dst
}

func appendEscaped(dst []byte, m *parameters.Member, v *Value) []byte {
	switch {
	case m.Kind == parameters.Object:
		from := len(dst)
		return canon.EscapeTail(AppendJSON(dst, m.Table, v.Members), from)
	case m.Kind.IsNumber():
		return strconv.AppendInt(dst, v.Number, 10)
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
