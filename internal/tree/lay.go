package tree

import "github.com/ipsec-go/aliyun/internal/parameters"

// Lay sets in n, which is the caller's own, what o has set, member by member within objects, and leaves the rest as it
// was. Neither what n was cloned from nor o changes.
func (n *Node) Lay(o *Node) {
	if o == nil {
		return
	}
	for i := range max(len(o.texts), len(o.members)) {
		k, members, text := parameters.Key(i), o.At(i), ""
		if i < len(o.texts) {
			text = o.texts[i]
		}
		switch set := o.set.Has(k); {
		case o.whole.Has(k):
			n.replace(k, text, members, set)
		case members != nil:
			n.LayObject(k, members)
		case set:
			n.PutText(k, text)
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
	there := n.member(int(k))
	if *there == nil || (*there).set|(*there).whole == 0 {
		*there = members
	} else {
		own := (*there).Clone()
		own.Lay(members)
		*there = own
	}
	n.set.Put(k, !(*there).IsZero())
}
