// Package tree holds the settings of a request, valid or not, and implements each operation on them once, driven by the
// tables of package parameters: check, read, write, show, merge and fill in defaults. A
// connection, a phase, a tunnel and a tag are all nodes of one tree.
package tree

import (
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A Node has what was set of one table, or the elements of a list. It is changed only by the function that makes it, and
// shared afterwards. A nil *Node has nothing set.
type Node struct {
	values []Value // by key, or for a list by place
}

// Nodes have room for their values in one piece of memory with them, of the size that fits. A node grows where that is not
// enough.
type (
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
		room [18]Value
	}
)

// New returns an empty node with room for so many values.
func New(room int) *Node {
	switch {
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

// A Value is one setting. The kind of its parameter says which of the fields it is in.
type Value struct {
	Set     bool
	Whole   bool          // laid over another node, it replaces the value there, even if it is unset
	Nanos   int32         // of a lifetime
	Number  int64         // a number, or how many elements a list has
	Text    string        // any text that may show
	Reveal  func() string // any text that must not: no printer and no reflection looks into a closure
	Members *Node         // of an object or a list
}

// IsZero reports whether nothing is set.
func (n *Node) IsZero() bool {
	if n == nil {
		return true
	}
	for i := range n.values {
		if n.values[i].Set {
			return false
		}
	}
	return true
}

// Clone returns a copy of n to be changed.
func (n *Node) Clone() *Node {
	if n == nil {
		return New(len(some{}.room))
	}
	c := New(cap(n.values))
	c.values = append(c.values, n.values...)
	return c
}

// Put sets the value of a key, whatever it was.
func (n *Node) Put(k parameters.Key, v Value) { *n.slot(k) = v }

// slot returns where the value of a key is, to be changed.
func (n *Node) slot(k parameters.Key) *Value {
	if i := int(k); i >= len(n.values) {
		if i >= cap(n.values) {
			n.values = append(make([]Value, 0, max(i+1, cap(n.values)*3/2)), n.values...)
		}
		n.values = n.values[:i+1] // what was beyond is zero
	}
	return &n.values[k]
}

// PutText, PutNumber, PutLifetime and PutHidden set a value of that form.

func (n *Node) PutText(k parameters.Key, text string) { *n.slot(k) = Value{Set: true, Text: text} }

func (n *Node) PutNumber(k parameters.Key, number int64) {
	*n.slot(k) = Value{Set: true, Number: number}
}

func (n *Node) PutLifetime(k parameters.Key, d time.Duration) { n.putSeconds(k, rules.SecondsOf(d)) }

func (n *Node) PutHidden(k parameters.Key, reveal func() string) {
	*n.slot(k) = Value{Set: true, Reveal: reveal}
}

func (n *Node) putSeconds(k parameters.Key, s rules.Seconds) {
	*n.slot(k) = Value{Set: true, Number: s.Whole, Nanos: int32(s.Nanos)}
}

// PutObject sets the members of an object, in place of all that it had.
func (n *Node) PutObject(k parameters.Key, members *Node) {
	n.Put(k, Value{Set: !members.IsZero(), Whole: true, Members: members})
}

// PutList sets the elements of a list, in place of all that it had.
func (n *Node) PutList(k parameters.Key, elements []*Node) {
	list := New(len(elements))
	for i, element := range elements {
		list.Put(parameters.Key(i), Value{Set: element != nil, Members: element})
	}
	n.Put(k, Value{Set: len(elements) > 0, Whole: true, Number: int64(len(elements)), Members: list})
}

// Unset unsets a value, and what it is laid over.
func (n *Node) Unset(k parameters.Key) { n.Put(k, Value{Whole: true}) }

// At returns the value of a key, the zero Value where it is unset.
func (n *Node) At(k parameters.Key) Value {
	if v := n.at(k); v != nil {
		return *v
	}
	return Value{}
}

// at is At without the copy. It returns nil where nothing was ever said of the key.
func (n *Node) at(k parameters.Key) *Value {
	if n == nil || int(k) >= len(n.values) {
		return nil
	}
	return &n.values[k]
}

// Has reports whether a key is set.
func (n *Node) Has(k parameters.Key) bool {
	v := n.at(k)
	return v != nil && v.Set
}

// Text returns a text that may show, or "" where it is unset.
func (n *Node) Text(k parameters.Key) string {
	if !n.Has(k) {
		return ""
	}
	return n.at(k).Text
}

// Number returns a whole number, or the length of a list.
func (n *Node) Number(k parameters.Key) int64 {
	if !n.Has(k) {
		return 0
	}
	return n.at(k).Number
}

// Hidden returns a text that must not show, or "" where it is unset.
func (n *Node) Hidden(k parameters.Key) string {
	if !n.Has(k) {
		return ""
	}
	return n.at(k).Reveal()
}

// Bool returns a Boolean and whether it is set.
func (n *Node) Bool(k parameters.Key) (value, set bool) { return n.Text(k) == "true", n.Has(k) }

// Lifetime returns a valid lifetime and whether it is set.
func (n *Node) Lifetime(k parameters.Key) (d time.Duration, set bool) {
	return time.Duration(n.Number(k)) * time.Second, n.Has(k)
}

// Members returns the members of an object, or the elements of a list, nil where it is unset.
func (n *Node) Members(k parameters.Key) *Node {
	if !n.Has(k) {
		return nil
	}
	return n.at(k).Members
}

// Element returns an element of a list by its place, from 0.
func (n *Node) Element(list parameters.Key, place int) *Node {
	return n.Members(list).Members(parameters.Key(place))
}

func (v *Value) seconds() rules.Seconds {
	return rules.Seconds{Whole: v.Number, Nanos: int64(v.Nanos)}
}

// Lay sets in n, which is the caller's own, what o has set, member by member within objects, and leaves the rest as it
// was. Neither what n was cloned from nor o changes.
func (n *Node) Lay(o *Node) {
	if o == nil {
		return
	}
	for i := range o.values {
		k, v := parameters.Key(i), &o.values[i]
		switch {
		case v.Members != nil && !v.Whole:
			n.LayObject(k, v.Members)
		case !v.Set && !v.Whole:
		default:
			n.Put(k, *v)
		}
	}
}

// LayOn lays n, which may be nil, on o. As an option it sets what n has set.
func (n *Node) LayOn(o *Node) { o.Lay(n) }

// LayObject sets in an object of n, which is the caller's own, what members has set.
func (n *Node) LayObject(k parameters.Key, members *Node) {
	v := n.At(k)
	switch {
	case members.IsZero() && !members.hasWhole():
		return
	case v.Members.IsZero():
		v.Members = members
	default:
		v.Members = v.Members.Clone()
		v.Members.Lay(members)
	}
	v.Set = !v.Members.IsZero()
	n.Put(k, v)
}

// hasWhole reports whether n, laid over another node, unsets something of it.
func (n *Node) hasWhole() bool {
	if n == nil {
		return false
	}
	for i := range n.values {
		if n.values[i].Whole {
			return true
		}
	}
	return false
}
