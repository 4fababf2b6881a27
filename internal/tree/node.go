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
	texts   []string // by key; of a number that is not whole, its nanos in decimal
	members []*Node  // by key of objects, of lists and of texts that are made from another; or, of a list, by place

	set, whole parameters.Keys // not for a list, in which an element is there that is not nil
	own        parameters.Keys // lists that nothing else has, so that they can be changed while the node is made

	spare *Node // an empty node in the same piece of memory, for an object or list of this one; nil: none, or in use

	// Numbers have little room, since there are few. The first one of a list is how many elements it has.
	numbers [parameters.Numbers]int64
}

// Nodes have room for what is in them in one piece of memory with them, of the size that fits. A node grows where that is
// not enough.
type (
	pair struct { // of texts, or of elements
		Node
		texts   [2]string
		members [2]*Node
	}
	few struct {
		Node
		texts [4]string
	}
	phase struct {
		Node
		texts [parameters.IKEKeys]string
	}
	tunnel struct {
		Node
		texts   [parameters.TunnelKeys]string
		members [parameters.BGP + 1]*Node
		bgp     few
	}
	connection struct { // for all that most have
		Node
		texts   [parameters.DryRun + 1]string
		members [parameters.Tunnels + 1]*Node
		tunnels pair
	}
)

// New returns an empty node with room for so many keys.
func New(keys int) *Node {
	switch {
	case keys <= len(pair{}.texts):
		n := new(pair)
		n.use()
		return &n.Node
	case keys <= len(few{}.texts):
		n := new(few)
		n.use()
		return &n.Node
	case keys <= len(phase{}.texts):
		n := new(phase)
		n.Node.texts = n.texts[:]
		return &n.Node
	case keys <= len(tunnel{}.texts):
		n := new(tunnel)
		n.bgp.use()
		n.Node.texts, n.Node.members, n.spare = n.texts[:], n.members[:], &n.bgp.Node
		return &n.Node
	}
	n := new(connection)
	n.tunnels.use()
	n.Node.texts, n.Node.members, n.spare = n.texts[:], n.members[:], &n.tunnels.Node
	return &n.Node
}

// use makes the room of p that of its node.
func (p *pair) use() { p.Node.texts, p.Node.members = p.texts[:], p.members[:] }

func (f *few) use() { f.Node.texts = f.texts[:] }

// NewMember returns an empty node with room for so many keys, to be put in n: the spare one, if that has the room.
func (n *Node) NewMember(keys int) *Node {
	spare := n.spare
	if spare == nil || keys > len(spare.texts) {
		return New(keys)
	}
	n.spare = nil
	return spare
}

// IsZero reports whether nothing is set.
func (n *Node) IsZero() bool { return n == nil || n.set == 0 }

// Clone returns a copy of n to be changed.
func (n *Node) Clone() *Node {
	if n == nil {
		return New(parameters.TunnelKeys)
	}
	c := New(len(n.texts))
	c.texts = append(c.texts[:0], n.texts...)
	c.members = append(c.members[:0], n.members...)
	c.set, c.whole, c.numbers = n.set, n.whole, n.numbers
	return c
}

// text returns where the text of a key is, to be changed.
func (n *Node) text(k parameters.Key) *string {
	if int(k) >= len(n.texts) {
		n.texts = grown(n.texts, int(k)+1)
	}
	return &n.texts[k]
}

// member returns where the members of a key are, or the element of a list at a place, to be changed.
func (n *Node) member(i int) **Node {
	if i >= len(n.members) {
		n.members = grown(n.members, i+1)
	}
	return &n.members[i]
}

func grown[T any](list []T, length int) []T { return append(list, make([]T, length-len(list))...) }

// PutText, PutNumber and PutLifetime set a value of that form.

func (n *Node) PutText(k parameters.Key, text string) {
	*n.text(k) = text
	if int(k) < len(n.members) {
		n.members[k] = nil // it is not made from another any more
	}
	n.set |= k.Set()
	n.whole &^= k.Set()
}

func (n *Node) PutNumber(k parameters.Key, number int64) {
	n.PutText(k, "")
	n.numbers[k] = number
}

func (n *Node) PutLifetime(k parameters.Key, d time.Duration) { n.putSeconds(k, rules.SecondsOf(d)) }

func (n *Node) putSeconds(k parameters.Key, s rules.Seconds) {
	n.PutNumber(k, s.Whole)
	if s.Nanos != 0 {
		n.texts[k] = strconv.FormatInt(s.Nanos, 10)
	}
}

// PutObject sets the members of an object, in place of all that it had.
func (n *Node) PutObject(k parameters.Key, members *Node) {
	n.replace(k, "", members, !members.IsZero())
}

// PutList sets the elements of a list, in place of all that it had. There may be nil ones among them.
func (n *Node) PutList(k parameters.Key, elements []*Node) {
	n.putElements(k, elements, len(elements), len(elements) > 0)
}

// PutLength sets a list without its elements, for a length that no list can have.
func (n *Node) PutLength(k parameters.Key, length int) { n.putElements(k, nil, length, true) }

func (n *Node) putElements(k parameters.Key, elements []*Node, length int, set bool) {
	list := n.NewMember(0)
	list.members = append(list.members[:0], elements...)
	list.numbers[0] = int64(length)
	n.replace(k, "", list, set)
	n.own.Put(k, true)
}

// PutElement sets an element of a list by its place, from 0, and keeps the others. The list gets longer where the place is
// beyond its end.
func (n *Node) PutElement(k parameters.Key, place int, element *Node) {
	if !n.own.Has(k) {
		var room [2]*Node
		n.PutList(k, n.AppendElements(room[:0], k))
	}
	list := n.members[k]
	*list.member(place) = element
	list.numbers[0] = max(list.numbers[0], int64(place)+1)
	n.set.Put(k, true)
}

// PutElements is PutList for the result of NewList.
func (n *Node) PutElements(k parameters.Key, list *Node) {
	n.replace(k, "", list, list.numbers[0] > 0)
}

// NewList returns a list of empty elements with room for two texts each, in one piece of memory.
func NewList(length int) *Node {
	nodes := make([]pair, 1+length)
	for i := range nodes {
		nodes[i].use()
	}
	list := &nodes[0].Node
	for i := range length {
		*list.member(i) = &nodes[1+i].Node
	}
	list.numbers[0] = int64(length)
	return list
}

// Unset unsets a value, and what it is laid over.
func (n *Node) Unset(k parameters.Key) { n.replace(k, "", nil, false) }

// Forget unsets a value, but not what it is laid over.
func (n *Node) Forget(k parameters.Key) {
	n.replace(k, "", nil, false)
	n.whole.Put(k, false)
}

// replace sets or unsets a value for good: laid over another node, it replaces the value there, even if it is unset.
func (n *Node) replace(k parameters.Key, text string, members *Node, set bool) {
	*n.text(k) = text
	if members != nil || int(k) < len(n.members) {
		*n.member(int(k)) = members
	}
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
	return n.texts[k]
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
	return n.At(int(k))
}

// Element returns an element of a list by its place, from 0, nil where it is not there.
func (n *Node) Element(list parameters.Key, place int) *Node { return n.Members(list).At(place) }

// At returns an element of a list that is n.
func (n *Node) At(place int) *Node {
	if n == nil || place >= len(n.members) {
		return nil
	}
	return n.members[place]
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
	n.replace(k, "", leaf, false)
}

// Source returns what a text is to be made from, or was, and whether it is one of those.
func (n *Node) Source(k parameters.Key) (source string, ok bool) {
	leaf := n.At(int(k))
	return leaf.Text(0), !leaf.IsZero()
}

// PutMade sets a text that was made, and keeps what it was made from.
func (n *Node) PutMade(k parameters.Key, text string) {
	n.replace(k, text, n.At(int(k)), true)
}
