package parameters_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/canon"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// TestNames: how dotted names are found in an edition, and where they stand in documented order.
func TestNames(t *testing.T) {
	const tunnels = "TunnelOptionsSpecification"
	of2025 := parameters.Of(aliyun.Edition2025)
	var last parameters.Place
	for _, row := range []struct {
		name  string
		found string // the documented name of the row
		order int    // of its place, compared with the one above: 1 comes later, 0 is the same
		why   string
	}{
		{"Action", "Action", 1, "the first"},
		{"LocalSubnet", "LocalSubnet", 1, "a parameter"},
		{"LocalSubnet[2]", "LocalSubnet", 0, "a block of it"},
		{"LocalSubnet.x", "", 0, "it has no members"},
		{"RemoteSubnet", "RemoteSubnet", 1, "the next one"},
		{"IkeConfig", "IkeConfig", 1, "an object"},
		{"IkeConfig.Psk", "Psk", 1, "its first member"},
		{"IkeConfig.RemoteId", "RemoteId", 1, "its last"},
		{"IkeConfig.x", "", 1, "none of its members"},
		{"IpsecConfig", "IpsecConfig", 1, "the next one"},
		{"Tags", "Tags", 1, "a list"},
		{"Tags.Value", "Value", 0, "a member of an element without a place"},
		{"Tags.3", "Tags", 1, "an element"},
		{"Tags.3.Key", "Key", 1, "its first member"},
		{"Tags.3.Value", "Value", 1, "its last"},
		{"Tags.10", "Tags", 1, "a number, not a text"},
		{tunnels + ".TunnelIkeConfig.Psk", "Psk", 1, "an object in an element without a place"},
		{tunnels + ".2.TunnelIkeConfig.IkeAuthAlg", "IkeAuthAlg", 1, "an object in an element"},
		{tunnels + ".2.TunnelIkeConfig.Psk", "Psk", 1, "in alphabetical order"},
		{tunnels + ".2.TunnelIpsecConfig", "TunnelIpsecConfig", 1, "its last member"},
		{tunnels + ".2.Name", "", 1, "none of its members"},
		{"DryRun", "DryRun", 1, "a parameter"},
		{"name", "", 1, "no name"},
		{"", "", 0, "no name"},
	} {
		found := ""
		if m := of2025.Find(row.name); m != nil {
			found = m.Name
		}
		place := of2025.Place(row.name)
		if order := place.Compare(last); found != row.found || order != row.order {
			t.Errorf("%s: %q, and its place %d is %+d, want %q and %+d: %s", row.name, found, place, order, row.found, row.order, row.why)
		}
		last = place
	}
	for name, want := range map[string]string{
		"LocalSubnet[3]": "LocalSubnet", "LocalSubnet[90]": "LocalSubnet", "LocalSubnet[]": "LocalSubnet",
		"LocalSubnet": "LocalSubnet", "LocalSubnet[x]": "LocalSubnet[x]", "LocalSubnet[3": "LocalSubnet[3", "Tags.3": "Tags.3",
	} {
		if got := parameters.Base(name); got != want {
			t.Errorf("Base(%s) = %s, want %s", name, got, want)
		}
	}
}

// TestTables: the rows of a table by key and by the names that are sent.
func TestTables(t *testing.T) {
	for _, e := range append(aliyun.Editions(), 0) {
		for _, table := range []*parameters.Table{parameters.Of(e), parameters.IKEConfig(e), parameters.IPsecConfig(e), parameters.Every()} {
			checkTable(t, table)
		}
	}
	rows := make(map[parameters.Key]int)
	for _, m := range parameters.Every().Members {
		rows[m.Key]++
	}
	for _, e := range aliyun.Editions() {
		for _, m := range parameters.Of(e).Members {
			if rows[m.Key] != 1 {
				t.Errorf("%d rows for %s, want one for all editions", rows[m.Key], m.Name)
			}
		}
	}
	ike := parameters.IKEConfig(aliyun.Edition2019)
	if m := ike.Lookup("LocalIdIPsec"); m == nil || m != ike.Lookup("LocalId") || m != ike.Member(parameters.LocalID) {
		t.Errorf("the local identifier of 2019 by its two names is %v", m)
	}
	var none *parameters.Table
	if parameters.Of(7) != nil || parameters.IKEConfig(7) != nil || none.Member(0) != nil || none.Lookup("Name") != nil || parameters.Values[string](none, 0) != nil {
		t.Error("no table has something in it")
	}
	for kind, want := range map[parameters.Kind][3]bool{ // a secret, hidden, a number
		parameters.Secret: {true, true, false}, parameters.ASCIISecret: {true, true, false}, parameters.Certificate: {false, true, false},
		parameters.Lifetime: {false, false, true}, parameters.Count: {false, false, true}, parameters.ASN: {false, false, true}, parameters.Text: {}, parameters.Object: {},
	} {
		if got := [3]bool{kind.IsSecret(), kind.IsHidden(), kind.IsNumber()}; got != want {
			t.Errorf("kind %d is a secret, hidden, a number: %t, want %t", kind, got, want)
		}
	}
	if got := parameters.Values[string](ike, parameters.IKEMode); !slices.Equal(got, []string{"main", "aggressive"}) {
		t.Errorf("the modes are %q", got)
	}
}

func checkTable(t *testing.T, table *parameters.Table) {
	t.Helper()
	if !slices.IsSortedFunc(table.Wire, func(a, b parameters.Wire) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("the names that are sent are not in order: %v", table.Wire)
	}
	for i := range table.Members {
		m := &table.Members[i]
		if !table.Rows.Has(m.Key) || table.Member(m.Key) != m {
			t.Errorf("%s is not found by its key %d", m.Name, m.Key)
		}
		checkSets(t, table, m)
		if m.Kind.IsNumber() && m.Key >= parameters.Numbers {
			t.Errorf("%s has the key %d, but the keys of numbers are below %d", m.Name, m.Key, parameters.Numbers)
		}
		if !slices.Contains(m.Names, m.Name) {
			t.Errorf("%s is sent as %q only", m.Name, m.Names)
		}
		for _, name := range m.Names {
			if i := table.Sent(name); i < 0 || table.Wire[i].Member != m || table.Wire[i].Quoted != `"`+name+`":` || table.Lookup(name) != m {
				t.Errorf("%s is not found by %s", m.Name, name)
			}
		}
		for _, v := range m.Values {
			if got := string(canon.AppendString(nil, v)); got != `"`+v+`"` {
				t.Errorf("%s can be %s, which is sent as it is, but as JSON is %s", m.Name, v, got)
			}
		}
		if m.Other != nil && (m.Other.Key != m.Key || m.Other.Edition == m.Edition) {
			t.Errorf("%s of %v is %s of %v in the other edition", m.Name, m.Edition, m.Other.Name, m.Other.Edition)
		}
		if m.Table != nil {
			checkTable(t, m.Table)
		}
		for i, e := range m.Elements {
			if got := table.Find(e.Name + "." + m.Table.Members[0].Name); got != &m.Table.Members[0] || e.Within != e.Name+"." || len(m.Elements) != m.Max {
				t.Errorf("element %d of %s is called %s, %s", i, m.Name, e.Name, e.Within)
			}
			checkSent(t, table, m.Table, e)
		}
	}
	if table.Member(parameters.Key(table.Rows.Room())) != nil {
		t.Errorf("a table of %d keys has one more", table.Rows.Room())
	}
}

// checkSent: for an element of a list in table, each member of in is sent under its dotted name, those of objects too.
func checkSent(t *testing.T, table, in *parameters.Table, e parameters.Element) {
	t.Helper()
	if !slices.IsSortedFunc(e.Sent, func(a, b parameters.Wire) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("what is sent is not in order: %v", e.Sent)
	}
	members := 0
	for i := range in.Members {
		if m := &in.Members[i]; m.Kind == parameters.Object {
			members += len(m.Table.Members)
		} else {
			members++
		}
	}
	if len(e.Sent) != members {
		t.Errorf("%s has %d members, but %d are sent", e.Name, members, len(e.Sent))
	}
	for _, w := range e.Sent {
		of, name := in, w.Member.Name
		if w.In != 0 {
			object := in.Member(w.In)
			of, name = object.Table, object.Name+"."+name
		}
		if w.Kind == parameters.Object {
			t.Errorf("%s is an object, in an object of a list: only its members can be sent", w.Name)
		}
		if w.Name != e.Within+name || table.Find(w.Name) != w.Member || of.Member(w.Key) != w.Member || w.Kind != w.Member.Kind {
			t.Errorf("%s is for %s", w.Name, name)
		}
	}
}

// checkSets: the sets of keys of a table say what its rows say.
func checkSets(t *testing.T, table *parameters.Table, m *parameters.Member) {
	t.Helper()
	parted := []string{"Tags", "TunnelOptionsSpecification", "TunnelIkeConfig", "TunnelIpsecConfig", "TunnelBgpConfig"}
	withAlgorithms := []string{"IkeConfig", "IpsecConfig", "TunnelIkeConfig", "TunnelIpsecConfig", "IkeEncAlg", "IkeAuthAlg", "IpsecEncAlg", "IpsecAuthAlg"}
	for _, set := range []struct {
		name string
		keys parameters.Keys
		want bool
	}{
		{"Required", table.Required, m.Required && m.Name != "Action"}, // which every request has
		{"Single", table.Single, m.Mode == parameters.SingleTunnel},
		{"Lists", table.Lists, m.Name == "LocalSubnet" || m.Name == "RemoteSubnet"},
		{"Parted", table.Parted, slices.Contains(parted, m.Name)},
		{"ForSM", table.ForSM, m.Edition == aliyun.Edition2025 && slices.Contains(withAlgorithms, m.Name)}, // sm3 and sm4
	} {
		if set.keys.Has(m.Key) != set.want {
			t.Errorf("%s of %v: in %s is %t", m.Name, m.Edition, set.name, !set.want)
		}
	}
}
