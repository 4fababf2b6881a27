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
		if !n.Has(w.Key) {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ',')
		}
		dst = append(dst, w.Quoted...)
		dst = appendJSONValue(dst, w, n)
	}
	return append(dst, '}')
}

// appendJSONValue writes numbers and Booleans as the document's examples have them: a lifetime as a number, all others as
// text.
func appendJSONValue(dst []byte, w *parameters.Wire, n *Node) []byte {
	switch w.Kind {
	case parameters.Lifetime:
		return strconv.AppendInt(dst, n.numbers[w.Key], 10)
	case parameters.Count, parameters.ASN:
		dst = append(dst, '"')
		dst = strconv.AppendInt(dst, n.numbers[w.Key], 10)
		return append(dst, '"')
	case parameters.Enum, parameters.Boolean: // none of whose values has a character to escape
		dst = append(dst, '"')
		dst = append(dst, n.texts[w.Key]...)
		return append(dst, '"')
	}
	return canon.AppendString(dst, n.texts[w.Key])
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

// each calls visit for each parameter that is sent of valid settings, sorted by name, until it returns false: with the row,
// which has the name, and the node that has the value. It reports whether it got to the end.
func each(rows []parameters.Wire, n *Node, visit func(*parameters.Wire, *Node) bool) bool {
	for i := range rows {
		w, of := &rows[i], n
		if w.In != 0 {
			of = n.Members(w.In)
		}
		switch {
		case !of.Has(w.Key):
		case w.Kind == parameters.Array:
			length := n.Len(w.Key)
			for place := first(length); place > 0; place = next(place, length) {
				if !each(w.Member.Elements[place-1].Sent, n.Element(w.Key, place-1), visit) {
					return false
				}
			}
		case !visit(w, of):
			return false
		}
	}
	return true
}

// count returns how many parameters are sent of valid settings.
func count(t *parameters.Table, n *Node) int {
	sent := n.keys() & t.Rows
	total := sent.Len()
	for k := range (sent & t.Parted).All() {
		m, members := t.Member(k), n.Members(k)
		total--
		if m.Kind == parameters.Object {
			total += count(m.Table, members)
			continue
		}
		for i := range n.Len(k) {
			total += count(m.Table, members.At(i))
		}
	}
	return total
}

// All yields what is sent of valid settings, sorted by name.
func All(t *parameters.Table, n *Node) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		each(t.Wire, n, func(w *parameters.Wire, n *Node) bool { return yield(w.Name, Text(w.Member, n)) })
	}
}

// isMade reports whether a value is written anew each time, since it is not kept as the text that is sent.
func isMade(k parameters.Kind) bool { return k == parameters.Object || k.IsNumber() }

// appendMade appends a value that is made.
func appendMade(dst []byte, w *parameters.Wire, n *Node) []byte {
	if w.Kind == parameters.Object {
		return AppendJSON(dst, w.Member.Table, n.members[w.Key])
	}
	return strconv.AppendInt(dst, n.numbers[w.Key], 10)
}

// Params returns what All yields as a map. What is made is written to one text, of which its values are parts: that is one
// allocation for all of them.
func Params(t *parameters.Table, n *Node) map[string]string {
	type piece struct {
		name string
		end  int
	}
	var room [8]piece
	var roomForText [1024]byte
	made, written := room[:0], roomForText[:0]
	params := make(map[string]string, count(t, n))
	each(t.Wire, n, func(w *parameters.Wire, n *Node) bool {
		if isMade(w.Kind) {
			written = appendMade(written, w, n)
			made = append(made, piece{w.Name, len(written)})
		} else {
			params[w.Name] = n.texts[w.Key]
		}
		return true
	})
	all, from := string(written), 0
	for _, p := range made {
		params[p.name] = all[from:p.end]
		from = p.end
	}
	return params
}

// AppendQuery appends what All yields as a query string, percent-encoded as RFC 3986 has it.
func AppendQuery(dst []byte, t *parameters.Table, n *Node) []byte {
	start := len(dst)
	each(t.Wire, n, func(w *parameters.Wire, n *Node) bool {
		if len(dst) > start {
			dst = append(dst, '&')
		}
		dst = append(dst, w.Name...)
		dst = append(dst, '=')
		if from := len(dst); isMade(w.Kind) {
			dst = canon.EscapeTail(appendMade(dst, w, n), from)
		} else {
			dst = canon.AppendEscaped(dst, n.texts[w.Key])
		}
		return true
	})
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
