package tree

import "github.com/ipsec-go/aliyun/internal/parameters"

// Lay sets in n, which is the caller's own, what o has set, member by member within objects, and leaves the rest as it
// was. Neither what n was cloned from nor o changes.
func (n *Node) Lay(o *Node) {
	if o == nil {
		return
	}
	for i := range o.values {
		k, v := parameters.Key(i), o.values[i]
		switch set := o.set.Has(k); {
		case o.whole.Has(k):
			n.replace(k, v, set)
		case v.Members != nil:
			n.LayObject(k, v.Members)
		case set:
			n.put(k, v)
		}
	}
}

// LayOn lays n, which may be nil, on o. As an option it sets what n has set.
func (n *Node) LayOn(o *Node) { o.Lay(n) }

// LayObject sets in an object of n, which is the caller's own, what members has set.
func (n *Node) LayObject(k parameters.Key, members *Node) {
	if members == nil || members.set|members.whole == 0 {
		return
	}
	v := n.slot(k)
	if v.Members == nil || v.Members.set|v.Members.whole == 0 {
		v.Members = members
	} else {
		own := v.Members.Clone()
		own.Lay(members)
		v.Members = own
	}
	n.set.Put(k, !v.Members.IsZero())
}
