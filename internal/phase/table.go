// Package phase holds what the two phases of an IPsec negotiation have in common: a table of documented settings, the
// settings that a user chose, and the ways between them and JSON. Packages ikeconfig and ipsecconfig put their types
// around it, and vpnconn reads and writes both through it.
package phase

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun/internal/rules"
)

// The members of IkeConfig and of IpsecConfig, in documented order.
const (
	PSK = iota
	IKEVersion
	IKEMode
	IKEEncAlg
	IKEAuthAlg
	IKEPFS
	IKELifetime
	LocalID
	RemoteID

	members = iota // how many a phase has at most
)

const (
	IPsecEncAlg = iota
	IPsecAuthAlg
	IPsecPFS
	IPsecLifetime
)

// Source of both tables: CreateVpnConnection, IkeConfig and IpsecConfig, edition of 2019-06-04.
var (
	encAlgs  = []string{"aes", "aes192", "aes256", "des", "3des"}
	authAlgs = []string{"md5", "sha1"}
	dhGroups = []string{"group1", "group2", "group5", "group14", "group24"}

	IKETable = newTable("IkeConfig", []Member{
		PSK: {Name: "Psk", kind: secret, rule: rules.PSK},
		IKEVersion: {Name: "IkeVersion", kind: enum, Values: []string{"ikev1", "ikev2"}, Default: "ikev1",
			Caveat: "though the service has been seen to take ikev2"},
		IKEMode:     {Name: "IkeMode", kind: enum, Values: []string{"main", "aggressive"}, Default: "main"},
		IKEEncAlg:   {Name: "IkeEncAlg", kind: enum, Values: encAlgs, Default: "aes"},
		IKEAuthAlg:  {Name: "IkeAuthAlg", kind: enum, Values: authAlgs, Default: "sha1", Caveat: "misspelt as sha"},
		IKEPFS:      {Name: "IkePfs", kind: enum, Values: dhGroups, Default: "group2"},
		IKELifetime: {Name: "IkeLifetime", kind: lifetime, Default: "86400"},
		// Documented as LocalIdIPsec; LocalId is what every client sends and the service reads.
		LocalID:  {Name: "LocalIdIPsec", wire: []string{"LocalId", "LocalIdIPsec"}, kind: text, rule: rules.ID},
		RemoteID: {Name: "RemoteId", kind: text, rule: rules.ID},
	})

	IPsecTable = newTable("IpsecConfig", []Member{
		IPsecEncAlg:   {Name: "IpsecEncAlg", kind: enum, Values: encAlgs, Default: "aes"},
		IPsecAuthAlg:  {Name: "IpsecAuthAlg", kind: enum, Values: authAlgs, Default: "sha1"},
		IPsecPFS:      {Name: "IpsecPfs", kind: enum, Values: dhGroups, Default: "group2"},
		IPsecLifetime: {Name: "IpsecLifetime", kind: lifetime, Default: "86400"},
	})
)

// A Table lists the settings of one phase.
type Table struct {
	Parameter string   // IkeConfig or IpsecConfig
	Members   []Member // in documented order
	wire      []wireMember
	names     rules.Names
}

// A Member is one documented setting.
type Member struct {
	Name    string   // as documented
	Field   string   // Name behind the parameter and a dot, as errors give it
	Values  []string // the documented values in documented order, if these are all there are
	Default string   // "" where the document has none, or one that only the service knows
	Caveat  string   // what else is known about Default, or ""

	kind kind
	rule rules.Text
	wire []string // the names sent, where that is not Name alone
}

type kind uint8

const (
	text     kind = iota // any text that rule accepts
	enum                 // one of Values
	lifetime             // seconds
	secret               // text that must not show
)

// A wireMember is a name in the JSON object.
type wireMember struct {
	name   string
	prefix string // the name in quotes and the colon
	member int
}

func newTable(parameter string, list []Member) *Table {
	t := &Table{Parameter: parameter, Members: list}
	for i := range list {
		m := &list[i]
		m.Field = parameter + "." + m.Name
		if m.wire == nil {
			m.wire = []string{m.Name}
		}
		for _, name := range m.wire {
			t.wire = append(t.wire, wireMember{name, `"` + name + `":`, i})
			t.names.Add(parameter+"."+name, m.Field)
		}
	}
	slices.SortFunc(t.wire, func(a, b wireMember) int { return cmp.Compare(a.name, b.name) })
	return t
}

// Fields returns the dotted names of the settings in documented order.
func (t *Table) Fields() []string {
	names := make([]string, len(t.Members))
	for i, m := range t.Members {
		names[i] = m.Field
	}
	return names
}

// Names returns the dotted names that the settings can have.
func (t *Table) Names() rules.Names { return t.names }

// lookup returns the place in t.wire of name, exactly.
func (t *Table) lookup(name string) (n int, known bool) {
	return slices.BinarySearchFunc(t.wire, name, func(w wireMember, name string) int {
		return strings.Compare(w.name, name)
	})
}

// Values returns the documented values of member i as a slice of the caller's own.
func Values[T ~string](t *Table, i int) []T {
	list := make([]T, len(t.Members[i].Values))
	for j, v := range t.Members[i].Values {
		list[j] = T(v)
	}
	return list
}
