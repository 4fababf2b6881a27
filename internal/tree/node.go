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
	values     []value         // by key, or for a list by place; zero where there is none
	set, whole parameters.Keys // not for a list, in which an element is there that is not nil
	own        parameters.Keys // lists that nothing else has, so that they can be changed while the node is made

	// Numbers are kept by themselves, by key: there are few, and without them the values are smaller by a quarter. The first
	// number of a list is how many elements it has.
	numbers [parameters.Numbers]int64
}

// A value is one setting that is not a number. The kind of its parameter says which of the fields it is in.
type value struct {
	text    string // any text, or of a number that is not whole its nanos in decimal
	members *Node  // of an object or a list, or what a text is to be made from
}

// Nodes have room for their values in one piece of memory with them, of the size that fits. A node grows where that is not
// enough.
type (
	pair struct {
		Node
		room [2]value
	}
	few struct {
		Node
		room [4]value
	}
	some struct {
		Node
		room [9]value
	}
	many struct {
		Node
		room [parameters.DryRun + 1]value // for all that most have
	}
)

// New returns an empty node with room for so many values.
func New(room int) *Node {
	switch {
	case room <= len(pair{}.room):
		n := new(pair)
		n.values = n.room[:]
		return &n.Node
	case room <= len(few{}.room):
		n := new(few)
		n.values = n.room[:]
		return &n.Node
	case room <= len(some{}.room):
		n := new(some)
		n.values = n.room[:]
		return &n.Node
	}
	n := new(many)
	n.values = n.room[:]
	return &n.Node
}

// IsZero reports whether nothing is set.
func (n *Node) IsZero() bool { return n == nil || n.set == 0 }

// Clone returns a copy of n to be changed.
func (n *Node) Clone() *Node {
	if n == nil {
		return New(len(some{}.room))
	}
	c := New(len(n.values))
	c.values = append(c.values[:0], n.values...)
	c.set, c.whole, c.numbers = n.set, n.whole, n.numbers
	return c
}

// slot returns where the value of a key is, or the element of a list at a place, to be changed.
func (n *Node) slot(i int) *value {
	if i >= len(n.values) {
		n.grow(i + 1)
	}
	return &n.values[i]
}

func (n *Node) grow(length int) {
	n.values = append(n.values, make([]value, length-len(n.values))...)
}

// put sets the value of a key, whatever it was.
func (n *Node) put(k parameters.Key, v value) {
	*n.slot(int(k)) = v
	n.set |= k.Set()
	n.whole &^= k.Set()
}

// PutText, PutNumber and PutLifetime set a value of that form.

func (n *Node) PutText(k parameters.Key, text string) { n.put(k, value{text: text}) }

func (n *Node) PutNumber(k parameters.Key, number int64) {
	n.put(k, value{})
	n.numbers[k] = number
}

func (n *Node) PutLifetime(k parameters.Key, d time.Duration) { n.putSeconds(k, rules.SecondsOf(d)) }

func (n *Node) putSeconds(k parameters.Key, s rules.Seconds) {
	n.PutNumber(k, s.Whole)
	if s.Nanos != 0 {
		n.values[k].text = strconv.FormatInt(s.Nanos, 10)
	}
}

// PutObject sets the members of an object, in place of all that it had.
func (n *Node) PutObject(k parameters.Key, members *Node) {
	n.replace(k, value{members: members}, !members.IsZero())
}

// PutList sets the elements of a list, in place of all that it had. There may be nil ones among them.
func (n *Node) PutList(k parameters.Key, elements []*Node) {
	n.putElements(k, elements, len(elements), len(elements) > 0)
}

// PutLength sets a list without its elements, for a length that no list can have.
func (n *Node) PutLength(k parameters.Key, length int) { n.putElements(k, nil, length, true) }

func (n *Node) putElements(k parameters.Key, elements []*Node, length int, set bool) {
	list := New(len(elements))
	for i, element := range elements {
		list.slot(i).members = element
	}
	list.numbers[0] = int64(length)
	n.replace(k, value{members: list}, set)
	n.own.Put(k, true)
}

// PutElement sets an element of a list by its place, from 0, and keeps the others. The list gets longer where the place is
// beyond its end.
func (n *Node) PutElement(k parameters.Key, place int, element *Node) {
	if !n.own.Has(k) {
		var room [2]*Node
		n.PutList(k, n.AppendElements(room[:0], k))
	}
	list := n.values[k].members
	list.slot(place).members = element
	list.numbers[0] = max(list.numbers[0], int64(place)+1)
	n.set.Put(k, true)
}

// PutElements is PutList for the result of NewList.
func (n *Node) PutElements(k parameters.Key, list *Node) {
	n.replace(k, value{members: list}, list.numbers[0] > 0)
}

// NewList returns a list of empty elements with room for two values each, in one piece of memory.
func NewList(length int) *Node {
	nodes := make([]pair, 1+length)
	for i := range nodes {
		nodes[i].values = nodes[i].room[:]
	}
	list := &nodes[0].Node
	for i := range length {
		list.slot(i).members = &nodes[1+i].Node
	}
	list.numbers[0] = int64(length)
	return list
}

// Unset unsets a value, and what it is laid over.
func (n *Node) Unset(k parameters.Key) { n.replace(k, value{}, false) }

// Forget unsets a value, but not what it is laid over.
func (n *Node) Forget(k parameters.Key) {
	n.replace(k, value{}, false)
	n.whole.Put(k, false)
}

// replace sets or unsets a value for good: laid over another node, it replaces the value there, even if it is unset.
func (n *Node) replace(k parameters.Key, v value, set bool) {
	*n.slot(int(k)) = v
	n.set.Put(k, set)
	n.whole.Put(k, true)
	n.own.Put(k, false)
}

// keys returns the keys that are set.
func (n *Node) keys() parameters.Keys {
	if n == nil {
		return 0
	}
	return n.set
}

// outside returns the keys that are set, or unset for good, and that t has no rows for.
func (n *Node) outside(t *parameters.Table) parameters.Keys {
	if n == nil {
		return 0
	}
	return (n.set | n.whole) &^ t.Rows
}

// Has reports whether a key is set.
func (n *Node) Has(k parameters.Key) bool { return n != nil && n.set.Has(k) }

// Text returns a text, or "" where it is unset.
func (n *Node) Text(k parameters.Key) string {
	if !n.Has(k) {
		return ""
	}
	return n.values[k].text
}

// Number returns a whole number, or 0 where it is unset.
func (n *Node) Number(k parameters.Key) int64 {
	if !n.Has(k) {
		return 0
	}
	return n.numbers[k]
}

// seconds returns a number that may not be whole.
func (n *Node) seconds(k parameters.Key) rules.Seconds {
	s := rules.Seconds{Whole: n.Number(k)}
	if nanos := n.Text(k); nanos != "" {
		s.Nanos, _ = strconv.ParseInt(nanos, 10, 64)
	}
	return s
}

// Len returns how many elements a list has, those that are not kept too.
func (n *Node) Len(list parameters.Key) int {
	if elements := n.Members(list); elements != nil {
		return int(elements.numbers[0])
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
	if !n.Has(k) {
		return nil
	}
	return n.values[k].members
}

// Element returns an element of a list by its place, from 0, nil where it is not there.
func (n *Node) Element(list parameters.Key, place int) *Node { return n.Members(list).At(place) }

// At returns an element of a list that is n.
func (n *Node) At(place int) *Node {
	if n == nil || place >= len(n.values) {
		return nil
	}
	return n.values[place].members
}

// AppendElements appends the elements of a list, nil for those that are not there.
func (n *Node) AppendElements(dst []*Node, list parameters.Key) []*Node {
	for i := range n.Len(list) {
		dst = append(dst, n.Element(list, i))
	}
	return dst
}

// PutSource unsets a text that is to be made from source, and notes source.
func (n *Node) PutSource(k parameters.Key, source string) {
	leaf := New(1)
	leaf.PutText(0, source)
	n.replace(k, value{members: leaf}, false)
}

// Source returns what a text is to be made from, or was, and whether it is one of those.
func (n *Node) Source(k parameters.Key) (source string, ok bool) {
	if n == nil || int(k) >= len(n.values) {
		return "", false
	}
	leaf := n.values[k].members
	return leaf.Text(0), !leaf.IsZero()
}

// PutMade sets a text that was made, and keeps what it was made from.
func (n *Node) PutMade(k parameters.Key, text string) {
	n.replace(k, value{text, n.slot(int(k)).members}, true)
}
