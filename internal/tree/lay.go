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
		case v.members != nil:
			n.LayObject(k, v.members)
		case set:
			n.put(k, v)
			if i < len(n.numbers) {
				n.numbers[i] = o.numbers[i]
			}
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
	v := n.slot(int(k))
	if v.members == nil || v.members.set|v.members.whole == 0 {
		v.members = members
	} else {
		own := v.members.Clone()
		own.Lay(members)
		v.members = own
	}
	n.set.Put(k, !v.members.IsZero())
}
