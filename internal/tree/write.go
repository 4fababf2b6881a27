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
		if !n.Has(w.Member.Key) {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ',')
		}
		dst = append(dst, w.Quoted...)
		dst = appendJSONValue(dst, w.Member, n)
	}
	return append(dst, '}')
}

// appendJSONValue writes numbers and Booleans as the document's examples have them: a lifetime as a number, all others as
// text.
func appendJSONValue(dst []byte, m *parameters.Member, n *Node) []byte {
	switch {
	case m.Kind == parameters.Lifetime:
		return strconv.AppendInt(dst, n.numbers[m.Key], 10)
	case m.Kind.IsNumber():
		dst = append(dst, '"')
		dst = strconv.AppendInt(dst, n.numbers[m.Key], 10)
		return append(dst, '"')
	}
	return canon.AppendString(dst, n.values[m.Key].text)
}

// JSON returns what AppendJSON appends.
func JSON(t *parameters.Table, n *Node) string {
	var buf [512]byte
	return string(AppendJSON(buf[:0], t, n))
}

// Text returns a setting of n as it is sent.
func Text(m *parameters.Member, n *Node) string {
	switch {
	case m.Kind == parameters.Object:
		return JSON(m.Table, n.Members(m.Key))
	case m.Kind.IsNumber():
		return n.seconds(m.Key).String()
	}
	return n.Text(m.Key)
}

// A yield takes one pair that is sent: its name, its member, and the node that has it. It returns false for no more.
type yield func(name string, m *parameters.Member, n *Node) bool

// pairs calls do for each pair that is sent of valid settings, sorted by name, until it returns false.
func pairs(t *parameters.Table, n *Node, do yield) {
	for i := range t.Wire {
		w := &t.Wire[i]
		switch {
		case !n.Has(w.Member.Key):
		case w.Member.Kind == parameters.Array:
			if !pairsOfElements(w.Member, n, do) {
				return
			}
		case !do(w.Name, w.Member, n):
			return
		}
	}
}

func pairsOfElements(list *parameters.Member, n *Node, do yield) bool {
	length := n.Len(list.Key)
	for place := first(length); place > 0; place = next(place, length) {
		element := n.Element(list.Key, place-1)
		for i := range list.Elements[place-1].Sent {
			p := &list.Elements[place-1].Sent[i]
			in := element
			if p.Object != nil {
				in = element.Members(p.Object.Key)
			}
			if in.Has(p.Member.Key) && !do(p.Name, p.Member, in) {
				return false
			}
		}
	}
	return true
}

// All yields what is sent of valid settings, sorted by name.
func All(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		pairs(t, n, func(name string, m *parameters.Member, n *Node) bool { return yield(name, Text(m, n)) })
	}
}

// Params returns what All yields as a map. What is not kept as the text that is sent is written to one text, of which its
// values are parts: that is one allocation for all of them.
func Params(t *parameters.Table, n *Node) map[string]string {
	var room [1024]byte
	var roomForEnds [16]int
	written, ends, count := room[:0], roomForEnds[:0], 0
	pairs(t, n, func(_ string, m *parameters.Member, n *Node) bool {
		if m.Kind == parameters.Object || m.Kind.IsNumber() {
			written = appendMade(written, m, n)
			ends = append(ends, len(written))
		}
		count++
		return true
	})
	all, from := string(written), 0
	params := make(map[string]string, count)
	pairs(t, n, func(name string, m *parameters.Member, n *Node) bool {
		if m.Kind == parameters.Object || m.Kind.IsNumber() {
			params[name] = all[from:ends[0]]
			from, ends = ends[0], ends[1:]
		} else {
			params[name] = n.values[m.Key].text
		}
		return true
	})
	return params
}

// appendMade appends a valid object or number as it is sent.
func appendMade(dst []byte, m *parameters.Member, n *Node) []byte {
	if m.Kind == parameters.Object {
		return AppendJSON(dst, m.Table, n.values[m.Key].members)
	}
	return strconv.AppendInt(dst, n.numbers[m.Key], 10)
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	start := len(dst)
	pairs(t, n, func(name string, m *parameters.Member, n *Node) bool {
		if len(dst) > start {
			dst = append(dst, '&')
		}
		dst = append(dst, name...)
		dst = append(dst, '=')
		dst = appendEscaped(dst, m, n)
		return true
	})
	return dst
}

func appendEscaped(dst []byte, m *parameters.Member, n *Node) []byte {
	switch {
	case m.Kind == parameters.Object:
		from := len(dst)
		return canon.EscapeTail(AppendJSON(dst, m.Table, n.values[m.Key].members), from)
	case m.Kind.IsNumber():
		return strconv.AppendInt(dst, n.numbers[m.Key], 10)
	}
	return canon.AppendEscaped(dst, n.values[m.Key].text)
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
