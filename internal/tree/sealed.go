package tree

// Sealed has a node where neither a printer nor a dumper finds it, since nothing can look into a closure. The zero Sealed has
// none.
type Sealed struct{ open func() *Node }

// Seal returns n as Sealed.
func Seal(n *Node) Sealed {
	if n == nil {
		return Sealed{}
	}
	return Sealed{func() *Node { return n }}
}

// Node returns the node, or nil.
func (s Sealed) Node() *Node {
	if s.open == nil {
		return nil
	}
	return s.open()
}
