// Package parameters holds what the API document says about each parameter of CreateVpnConnection, as plain data: a tree of
// tables for each edition, for the packages that build, read, check, write and explain requests.
package parameters

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun"
)

// A Table lists the members of a connection, or of an object in it.
type Table struct {
	Members []Member // in documented order
	Wire    []Wire   // the names that are sent, in byte order
	Other   *Table   // the table of the other edition in this place; nil: none
	Full    *Table   // the table whose keys this one has some of; nil: this one has all
	Edition aliyun.Edition

	Rows     Keys // the keys of the members
	Required Keys // of those that a caller has to set
	Single   Keys // of those of a connection without tunnels
	Lists    Keys // of lists of CIDR blocks
	Parted   Keys // of lists, and of objects whose members are sent one by one
	ForSM    Keys // of those that can have a value that only SM gateways have, and of objects with such members

	// CapitalNames means that names are also read with a capital first letter.
	CapitalNames bool

	byKey []*Member      // nil if the table has no such key
	sent  map[string]int // the places of names in Wire
	names []name         // the names that Nearest finds
	runs  []run          // the same for names with some of the words
}

// A Member is one documented parameter, or one member of an object.
type Member struct {
	Key  Key
	Kind Kind
	Name string // as documented

	Min, Max int      // the limits of the value in the unit of its kind, or of a list in elements; 0: none
	Values   []string // Enum: the documented values in documented order
	Starts   []string // what a text must not start with
	Parts    []string // what a text must not contain
	FoldCase bool     // Starts hold in any letter case

	Required   bool   // whenever its table is present
	Mode       Mode   // the requests that it belongs to
	Default    string // the documented default; "" if there is none, or only the service knows it
	Caveat     Caveat // what else is known about Default
	SM         string // the value that an SM gateway requires, and its default; None: it does not use the setting
	SMRequired bool   // an SM gateway requires it
	Sparse     bool   // Object: its members have defaults only if it is set

	// InTunnels is the parameter of the connection that replaces this one in tunnels, "" if there is none.
	InTunnels string

	Names []string // the names sent and read, Name among them; nil: just Name
	Alias string   // its name in a well-known client, for suggestions; "" if that is like Name
	Table *Table   // Object and Array: the members
	JSON  bool     // Object: sent as one JSON text; else its members are sent one by one

	// Mapping means that a file may also have the list as an object: the names are the first member of each element,
	// the values the second.
	Mapping bool

	// Elements has the names of an element of a list, such as "Tags.1", by index from 0, up to the maximum.
	Elements []Element

	Edition aliyun.Edition // of its table
	Other   *Member        // the row of the other edition, nil if it has none
	place   int            // in its table, from 1
}

// An Element is one place of a list.
type Element struct {
	Name   string // "TunnelOptionsSpecification.1"
	Within string // Name and a dot, the prefix of the names in it
	Sent   []Wire // the parameters for its members
}

// elements returns the places of a list.
func elements(list *Member) []Element {
	all := make([]Element, list.Max)
	for i := range all {
		e := &all[i]
		e.Name = list.Name + "." + strconv.Itoa(i+1)
		e.Within = e.Name + "."
		e.Sent = sentWithin(e.Within, list.Table)
	}
	return all
}

// sentWithin returns the names of t, after a prefix, for members that are sent one by one, those of objects too, which have
// no objects in them.
func sentWithin(prefix string, t *Table) []Wire {
	var sent []Wire
	for _, w := range t.Wire {
		w.Name = prefix + w.Name
		if w.Kind != Object {
			sent = append(sent, w)
			continue
		}
		for _, inner := range w.Member.Table.Wire {
			inner.Name = w.Name + "." + inner.Name
			inner.In = w.Key
			sent = append(sent, inner)
		}
	}
	return sent
}

// IsSM reports whether a value of m is one that only SM gateways have.
func (m *Member) IsSM(value string) bool {
	return value != "" && value == m.SM && value != m.Default && value != None
}

// isForSM reports whether m, or a member of the object that it is, can have such a value.
func (m *Member) isForSM() bool {
	return m.IsSM(m.SM) || m.Kind == Object && m.Table.ForSM != 0
}

// MayHide reports whether errors leave out the value of m, or that of a member in it.
func (m *Member) MayHide() bool {
	return m.Kind.IsHidden() || m.Table != nil && slices.ContainsFunc(m.Table.Members, func(m Member) bool { return m.MayHide() })
}

// A Caveat is in English and in Chinese. The zero Caveat says nothing.
type Caveat [2]string

// A Mode says in which of the two modes of a request a parameter belongs.
type Mode uint8

// The modes.
const (
	AnyMode Mode = iota
	SingleTunnel
	DualTunnel
)

// None is the SM value of a setting that SM gateways do not use.
const None = "-"

// A Wire is a name that is sent.
type Wire struct {
	Name   string // "Name", "TunnelOptionsSpecification.1.Role"
	Quoted string // the name in its object, in quotes and with a colon, for JSON
	Member *Member
	Key    Key // of Member, and so is Kind: most of what is sent needs no more of it
	Kind   Kind
	In     Key // of the object that has the member, in an element of a list; 0, which is of no object, if none has
}

// newTable returns the table of members. They are copied, since every table has its own members.
func newTable(e aliyun.Edition, members []Member) *Table {
	t := &Table{Edition: e, Members: slices.Clone(members)}
	for i := range t.Members {
		m := &t.Members[i]
		m.Edition, m.place = e, i+1
		if m.Kind == Array {
			m.Elements = elements(m)
		}
		if m.Names == nil {
			m.Names = []string{m.Name}
		}
		for _, name := range m.Names {
			t.Wire = append(t.Wire, Wire{Name: name, Quoted: `"` + name + `":`, Member: m, Key: m.Key, Kind: m.Kind})
		}
		for int(m.Key) >= len(t.byKey) {
			t.byKey = append(t.byKey, nil)
		}
		t.byKey[m.Key] = m
		t.Rows.Put(m.Key, true)
		t.Required.Put(m.Key, m.Required && m.Kind != Operation)
		t.Single.Put(m.Key, m.Mode == SingleTunnel)
		t.Lists.Put(m.Key, m.Kind == Blocks)
		t.Parted.Put(m.Key, m.Kind == Array || m.Kind == Object && !m.JSON)
		t.ForSM.Put(m.Key, m.isForSM())
	}
	slices.SortFunc(t.Wire, func(a, b Wire) int { return cmp.Compare(a.Name, b.Name) })
	t.sent = make(map[string]int, len(t.Wire))
	for i, w := range t.Wire {
		t.sent[w.Name] = i
	}
	t.names = namesOf(t)
	t.runs = runsOf(t)
	return t
}

// Member returns the row of a key, or nil if the table has none or is nil.
func (t *Table) Member(k Key) *Member {
	if t == nil || int(k) >= len(t.byKey) {
		return nil
	}
	return t.byKey[k]
}

// Sent returns the index in t.Wire of exactly this name, or -1 if there is none or t is nil.
func (t *Table) Sent(name string) int {
	if t == nil {
		return -1
	}
	if i, known := t.sent[name]; known {
		return i
	}
	return -1
}

// Lookup returns the row of exactly this name, the documented one or another that is sent, or nil if t has none or is nil.
func (t *Table) Lookup(name string) *Member {
	if i := t.Sent(name); i >= 0 {
		return t.Wire[i].Member
	}
	return nil
}

// IKEConfig and IPsecConfig return the phases of a connection, or nil if there is no such edition.
func IKEConfig(e aliyun.Edition) *Table   { return Of(e).object(IKE) }
func IPsecConfig(e aliyun.Edition) *Table { return Of(e).object(IPsec) }

func (t *Table) object(k Key) *Table {
	if t == nil {
		return nil
	}
	return t.Member(k).Table
}

// Find returns the row of a dotted name in an edition, such as "TunnelOptionsSpecification.1.Role" or "LocalSubnet[2]", or
// nil if it has none. The number of an element may be missing, as in a tunnel that is read by itself.
func (t *Table) Find(name string) *Member {
	first, rest, dotted := strings.Cut(name, ".")
	base, _, _ := strings.Cut(first, "[")
	m := t.Lookup(base)
	if m == nil || !dotted {
		return m
	}
	if m.Table == nil {
		return nil
	}
	if place, member, more := strings.Cut(rest, "."); m.Kind == Array && m.Table.Lookup(place) == nil {
		if !more {
			return m
		}
		rest = member
	}
	return m.Table.Find(rest)
}

// Values returns a copy of the documented values of a key, or nil if t is nil.
func Values[T ~string](t *Table, k Key) []T {
	if t == nil {
		return nil
	}
	m := t.Member(k)
	list := make([]T, len(m.Values))
	for i, v := range m.Values {
		list[i] = T(v)
	}
	return list
}

// Common lists the parameters that every call of the service may have, which are not checked here.
var Common = []string{
	"Version", "Format", "AccessKeyId", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType",
	"SignatureVersion", "Timestamp", "SecurityToken", "BearerToken", "OwnerId", "OwnerAccount",
	"ResourceOwnerId", "ResourceOwnerAccount",
}
