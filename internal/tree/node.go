// Package tree holds the settings of a request, valid or not, and implements each operation on them once, driven by the
// tables of package parameters: check, read, write, show, merge and fill in defaults. A connection, a phase, a tunnel and a
// tag are all nodes of one tree.
package tree

import (
	"strconv"
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A Node has what was set of one table, or the elements of a list. It is changed only by the function that makes it, and
// shared afterwards. A nil *Node has nothing set. Secrets are in clear in it: what is handed to callers keeps it [Sealed].
type Node struct {
	values     []Value         // by key, or for a list by place
	set, whole parameters.Keys // not for a list, in which an element is there that is not nil
}

// A Value is one setting. The kind of its parameter says which of the fields it is in.
type Value struct {
	Text    string // any text, or of a number that is not whole its nanos in decimal
	Number  int64  // a number, or how many elements a list has
	Members *Node  // of an object or a list, or what a text is to be made from
}

// Nodes have room for their values in one piece of memory with them, of the size that fits. A node grows where that is not
// enough.
type (
	pair struct {
		Node
		room [2]Value
	}
	few struct {
		Node
		room [4]Value
	}
	some struct {
		Node
		room [9]Value
	}
	many struct {
		Node
		room [parameters.DryRun + 1]Value // for all that most have
	}
)

// New returns an empty node with room for so many values.
func New(room int) *Node {
	switch {
	case room <= len(pair{}.room):
		n := new(pair)
		n.values = n.room[:0]
		return &n.Node
	case room <= len(few{}.room):
		n := new(few)
		n.values = n.room[:0]
		return &n.Node
	case room <= len(some{}.room):
		n := new(some)
		n.values = n.room[:0]
		return &n.Node
	}
	n := new(many)
	n.values = n.room[:0]
	return &n.Node
}

// IsZero reports whether nothing is set.
func (n *Node) IsZero() bool { return n == nil || n.set == 0 }

// Clone returns a copy of n to be changed.
func (n *Node) Clone() *Node {
	if n == nil {
		return New(len(some{}.room))
	}
	c := New(cap(n.values))
	c.values = append(c.values, n.values...)
	c.set, c.whole = n.set, n.whole
	return c
}

// slot returns where the value of a key is, or the element of a list, to be changed.
func (n *Node) slot(k parameters.Key) *Value {
	if i := int(k); i >= len(n.values) {
		if i >= cap(n.values) {
			n.values = append(make([]Value, 0, max(i+1, cap(n.values)*3/2)), n.values...)
		}
		n.values = n.values[:i+1] // what was beyond is zero
	}
	return &n.values[k]
}

// put sets the value of a key, whatever it was.
func (n *Node) put(k parameters.Key, v Value) {
	*n.slot(k) = v
	n.set |= 1 << k
	n.whole &^= 1 << k
}

// PutText, PutNumber and PutLifetime set a value of that form.

func (n *Node) PutText(k parameters.Key, text string) { n.put(k, Value{Text: text}) }

func (n *Node) PutNumber(k parameters.Key, number int64) { n.put(k, Value{Number: number}) }

func (n *Node) PutLifetime(k parameters.Key, d time.Duration) { n.putSeconds(k, rules.SecondsOf(d)) }

func (n *Node) putSeconds(k parameters.Key, s rules.Seconds) {
	v := Value{Number: s.Whole}
	if s.Nanos != 0 {
		v.Text = strconv.FormatInt(s.Nanos, 10)
	}
	n.put(k, v)
}

// PutObject sets the members of an object, in place of all that it had.
func (n *Node) PutObject(k parameters.Key, members *Node) {
	n.replace(k, Value{Members: members}, !members.IsZero())
}

// PutList sets the elements of a list, in place of all that it had. There may be nil ones among them.
func (n *Node) PutList(k parameters.Key, elements []*Node) {
	list := New(len(elements))
	for i, element := range elements {
		list.slot(parameters.Key(i)).Members = element
	}
	n.PutElements(k, list)
}

// PutElements is PutList for a list that is a node already.
func (n *Node) PutElements(k parameters.Key, list *Node) {
	n.replace(k, Value{Number: int64(len(list.values)), Members: list}, len(list.values) > 0)
}

// NewList returns a list of empty elements with room for two values each.
func NewList(length int) *Node {
	list, elements := New(length), make([]pair, length)
	for i := range elements {
		e := &elements[i]
		e.values = e.room[:0]
		list.slot(parameters.Key(i)).Members = &e.Node
	}
	return list
}

// Unset unsets a value, and what it is laid over.
func (n *Node) Unset(k parameters.Key) { n.replace(k, Value{}, false) }

// Forget unsets a value, but not what it is laid over.
func (n *Node) Forget(k parameters.Key) {
	*n.slot(k) = Value{}
	n.set.Put(k, false)
	n.whole.Put(k, false)
}

// replace sets or unsets a value for good: laid over another node, it replaces the value there, even if it is unset.
func (n *Node) replace(k parameters.Key, v Value, set bool) {
	*n.slot(k) = v
	n.set.Put(k, set)
	n.whole.Put(k, true)
}

// at returns the value of a key, nil where it is unset.
func (n *Node) at(k parameters.Key) *Value {
	if n == nil || !n.set.Has(k) {
		return nil
	}
	return &n.values[k]
}

// Has reports whether a key is set.
func (n *Node) Has(k parameters.Key) bool { return n != nil && n.set.Has(k) }

// Text returns a text, or "" where it is unset.
func (n *Node) Text(k parameters.Key) string {
	if v := n.at(k); v != nil {
		return v.Text
	}
	return ""
}

// Number returns a whole number, or the length of a list.
func (n *Node) Number(k parameters.Key) int64 {
	if v := n.at(k); v != nil {
		return v.Number
	}
	return 0
}

// Bool returns a Boolean and whether it is set.
func (n *Node) Bool(k parameters.Key) (value, set bool) { return n.Text(k) == "true", n.Has(k) }

// Lifetime returns a valid lifetime and whether it is set.
func (n *Node) Lifetime(k parameters.Key) (d time.Duration, set bool) {
	return time.Duration(n.Number(k)) * time.Second, n.Has(k)
}

// Members returns the members of an object, or the elements of a list, nil where it is unset.
func (n *Node) Members(k parameters.Key) *Node {
	if v := n.at(k); v != nil {
		return v.Members
	}
	return nil
}

// Element returns an element of a list by its place, from 0, nil where it is not there.
func (n *Node) Element(list parameters.Key, place int) *Node { return n.Members(list).At(place) }

// At returns an element of a list that is n.
func (n *Node) At(place int) *Node {
	if n == nil || place >= len(n.values) {
		return nil
	}
	return n.values[place].Members
}

// AppendElements appends the elements of a list, nil for those that are not there.
func (n *Node) AppendElements(dst []*Node, list parameters.Key) []*Node {
	for i := range int(n.Number(list)) {
		dst = append(dst, n.Element(list, i))
	}
	return dst
}

// PutSource unsets a text that is to be made from source, and notes source.
func (n *Node) PutSource(k parameters.Key, source string) {
	leaf := New(1)
	leaf.PutText(0, source)
	n.replace(k, Value{Members: leaf}, false)
}

// Source returns what a text is to be made from, or was, and whether it is one of those.
func (n *Node) Source(k parameters.Key) (source string, ok bool) {
	if n == nil || int(k) >= len(n.values) {
		return "", false
	}
	leaf := n.values[k].Members
	return leaf.Text(0), !leaf.IsZero()
}

// PutMade sets a text that was made, and keeps what it was made from.
func (n *Node) PutMade(k parameters.Key, text string) {
	n.replace(k, Value{Text: text, Members: n.slot(k).Members}, true)
}

func (v *Value) seconds() rules.Seconds {
	s := rules.Seconds{Whole: v.Number}
	if v.Text != "" {
		s.Nanos, _ = strconv.ParseInt(v.Text, 10, 64)
	}
	return s
}
