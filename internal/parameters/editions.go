package parameters

import (
	"slices"

	"github.com/ipsec-go/aliyun"
)

// Of returns the parameters of an edition, or nil if there is no such edition. The zero Edition means edition 2019.
func Of(e aliyun.Edition) *Table {
	switch e {
	case 0, aliyun.Edition2019:
		return editions.of2019
	case aliyun.Edition2025:
		return editions.of2025
	}
	return nil
}

// Every returns the parameters of all editions, for a file that does not name one.
func Every() *Table { return editions.every }

// editions has the tree of tables of each edition.
var editions = func() (list struct{ of2019, of2025, every *Table }) {
	list.of2019 = connection2019()
	list.of2025 = connection2025()
	link(list.of2019, list.of2025)
	link(list.of2025, list.of2019)
	tunnel := list.of2025.Member(Tunnels).Table
	tunnel.Full = list.of2025
	linkObjects(tunnel, list.of2019) // a phase of a tunnel is like one of a connection
	list.every = every(list.of2019, list.of2025)
	return list
}()

// every returns the rows of edition 2019, the default, and after them those that only edition 2025 has.
func every(of2019, of2025 *Table) *Table {
	members := slices.Clone(of2019.Members)
	for _, m := range of2025.Members {
		if of2019.Member(m.Key) == nil {
			members = append(members, m)
		}
	}
	return newTable(0, members)
}

// link sets in the tables of a tree, and in their rows, what another edition has in the same place.
func link(t, other *Table) {
	t.Other = other
	for i := range t.Members {
		t.Members[i].Other = other.Member(t.Members[i].Key)
	}
	linkObjects(t, other)
}

func linkObjects(t, other *Table) {
	for i := range t.Members {
		m := &t.Members[i]
		if o := other.Member(m.Key); m.Kind == Object && o != nil {
			link(m.Table, o.Table)
		}
	}
}
