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

// A param is one parameter that is sent: its row has the name, its node the value.
type param struct {
	row  *parameters.Wire
	node *Node
}

// mostParams is at least how many parameters a request can have.
const mostParams = 96

// appendParams appends the parameters for valid settings, sorted by name.
func appendParams(dst []param, rows []parameters.Wire, n *Node) []param {
	for i := range rows {
		switch w := &rows[i]; {
		case !n.Has(w.Member.Key):
		case w.Sent != nil:
			dst = appendParams(dst, w.Sent, n.values[w.Member.Key].members)
		case w.Member.Kind == parameters.Array:
			length := n.Len(w.Member.Key)
			for place := first(length); place > 0; place = next(place, length) {
				dst = appendParams(dst, w.Member.Elements[place-1].Sent, n.Element(w.Member.Key, place-1))
			}
		default:
			dst = append(dst, param{w, n})
		}
	}
	return dst
}

// All yields what is sent of valid settings, sorted by name.
func All(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, p := range appendParams(nil, t.Wire, n) {
			if !yield(p.row.Name, Text(p.row.Member, p.node)) {
				return
			}
		}
	}
}

// isMade reports whether a value is written anew each time, since it is not kept as the text that is sent.
func (p param) isMade() bool {
	return p.row.Member.Kind == parameters.Object || p.row.Member.Kind.IsNumber()
}

// text returns a value that is not made.
func (p param) text() string { return p.node.values[p.row.Member.Key].text }

// appendMade appends a value that is made.
func (p param) appendMade(dst []byte) []byte {
	m := p.row.Member
	if m.Kind == parameters.Object {
		return AppendJSON(dst, m.Table, p.node.values[m.Key].members)
	}
	return strconv.AppendInt(dst, p.node.numbers[m.Key], 10)
}

// Params returns what All yields as a map. What is made is written to one text, of which its values are parts: that is one
// allocation for all of them.
func Params(t *parameters.Table, n *Node) map[string]string {
	var room [mostParams]param
	list := appendParams(room[:0], t.Wire, n)
	var roomForText [1024]byte
	var roomForEnds [16]int
	written, ends := roomForText[:0], roomForEnds[:0]
	for _, p := range list {
		if p.isMade() {
			written = p.appendMade(written)
			ends = append(ends, len(written))
		}
	}
	all, from := string(written), 0
	params := make(map[string]string, len(list))
	for _, p := range list {
		if p.isMade() {
			params[p.row.Name] = all[from:ends[0]]
			from, ends = ends[0], ends[1:]
		} else {
			params[p.row.Name] = p.text()
		}
	}
	return params
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	var room [mostParams]param
	for i, p := range appendParams(room[:0], t.Wire, n) {
		if i > 0 {
			dst = append(dst, '&')
		}
		dst = append(dst, p.row.Name...)
		dst = append(dst, '=')
		if from := len(dst); p.isMade() {
			dst = canon.EscapeTail(p.appendMade(dst), from)
		} else {
			dst = canon.AppendEscaped(dst, p.text())
		}
	}
	return dst
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
