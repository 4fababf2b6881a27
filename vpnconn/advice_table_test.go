package vpnconn_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

const both = "2019 2025"

// adviceSamples has a row for each kind of advice: a short description of when it is given, the adviceBases that it is
// given on, and the settings that cause it, several if the cure depends on them.
var adviceSamples = []struct {
	id, when, on string
	set          []string
}{
	{"dry-run-token", "given, in a dry run", "2025", []string{"DryRun=true; ClientToken=t"}},

	{"local-subnet-several", "several blocks, under ikev1", both, []string{"IkeConfig.IkeVersion=ikev1; LocalSubnet=10.0.0.0/16,10.2.0.0/16"}},
	{"local-subnet-overlap", "blocks that overlap", both, []string{"LocalSubnet=10.0.0.0/8,10.0.0.0/16"}},
	{"local-subnet-default", "0.0.0.0/0, unless both sides have it alone", "2025", []string{"LocalSubnet=0.0.0.0/0"}},
	{"local-subnet-many", "more than 5 blocks", "2025", []string{"LocalSubnet=10.0.0.0/24,10.0.1.0/24,10.0.2.0/24,10.0.3.0/24,10.0.4.0/24,10.0.5.0/24"}},
	{"remote-subnet-several", "several blocks, under ikev1", both, []string{"IkeConfig.IkeVersion=ikev1; RemoteSubnet=192.168.0.0/24,192.168.1.0/24"}},
	{"remote-subnet-overlap", "blocks that overlap", both, []string{"RemoteSubnet=192.168.0.0/16,192.168.1.0/24"}},
	{"remote-subnet-default", "0.0.0.0/0, unless both sides have it alone", "2025", []string{"RemoteSubnet=0.0.0.0/0"}},
	{"remote-subnet-many", "more than 5 blocks", "2025", []string{"RemoteSubnet=10.1.0.0/24,10.1.1.0/24,10.1.2.0/24,10.1.3.0/24,10.1.4.0/24,10.1.5.0/24"}},
	{"remote-subnet-service-range", "a part of 100.64.0.0/10, or more than it", "2025", []string{"RemoteSubnet=100.64.0.0/16"}},
	{"subnets-overlap", "blocks that overlap one of LocalSubnet", both, []string{"LocalSubnet=10.0.0.0/16; RemoteSubnet=10.0.1.0/24"}},

	{"psk-short", "under 20 characters", both, []string{"IkeConfig.Psk=" + strongKey[:19]}},
	{"psk-simple", "one class of characters", both, []string{"IkeConfig.Psk=onlylettersofonecase"}},
	{"sm-unused-psk", "set, on an SM gateway", "sm", []string{"IkeConfig.Psk=" + strongKey}},
	{"ike-version-1", "ikev1", both, []string{"IkeConfig.IkeVersion=ikev1"}},
	{"ike-mode-aggressive", "aggressive, under ikev1", both, []string{"IkeConfig.IkeVersion=ikev1; IkeConfig.IkeMode=aggressive"}},
	{"ike-mode-unused", "set, under ikev2", both, []string{"IkeConfig.IkeMode=main"}},
	{"ike-enc-des", "des", both, []string{"IkeConfig.IkeEncAlg=des"}},
	{"ike-enc-3des", "3des", both, []string{"IkeConfig.IkeEncAlg=3des"}},
	{"ike-auth-md5", "md5", both, []string{"IkeConfig.IkeAuthAlg=md5"}},
	{"ike-auth-sha1", "sha1", both, []string{"IkeConfig.IkeAuthAlg=sha1"}},
	{"ike-pfs-group1", "group1", both, []string{"IkeConfig.IkePfs=group1"}},
	{"ike-pfs-group2", "group2", both, []string{"IkeConfig.IkePfs=group2"}},
	{"ike-pfs-group5", "group5", both, []string{"IkeConfig.IkePfs=group5"}},
	{"ike-pfs-group24", "group24", "2019", []string{"IkeConfig.IkePfs=group24"}},
	{"sm-unused-ike-pfs", "set, on an SM gateway", "sm", []string{"IkeConfig.IkePfs=group14"}},
	{"ike-lifetime-zero", "0", both, []string{"IkeConfig.IkeLifetime=0"}},
	{"sm-unused-local-id", "set, on an SM gateway", "sm", []string{"IkeConfig.LocalId=vpc"}},

	{"ipsec-enc-des", "des", both, []string{"IpsecConfig.IpsecEncAlg=des"}},
	{"ipsec-enc-3des", "3des", both, []string{"IpsecConfig.IpsecEncAlg=3des"}},
	{"ipsec-auth-md5", "md5", both, []string{"IpsecConfig.IpsecAuthAlg=md5"}},
	{"ipsec-auth-sha1", "sha1", both, []string{"IpsecConfig.IpsecAuthAlg=sha1"}},
	{"ipsec-pfs-disabled", "disabled", "2025", []string{"IpsecConfig.IpsecPfs=disabled"}},
	{"ipsec-pfs-group1", "group1", both, []string{"IpsecConfig.IpsecPfs=group1"}},
	{"ipsec-pfs-group2", "group2", both, []string{"IpsecConfig.IpsecPfs=group2"}},
	{"ipsec-pfs-group5", "group5", both, []string{"IpsecConfig.IpsecPfs=group5"}},
	{"ipsec-pfs-group24", "group24", "2019", []string{"IpsecConfig.IpsecPfs=group24"}},
	{"sm-unused-ipsec-pfs", "set, on an SM gateway", "sm", []string{"IpsecConfig.IpsecPfs=group14"}},
	{"ipsec-lifetime-zero", "0", both, []string{"IpsecConfig.IpsecLifetime=0", "IkeConfig.IkeLifetime=3600; IpsecConfig.IpsecLifetime=0"}},
	{"ipsec-lifetime-long", "longer than IkeConfig.IkeLifetime", both, []string{
		"IkeConfig.IkeLifetime=3600; IpsecConfig.IpsecLifetime=7200", "IkeConfig.IkeLifetime=7200; IpsecConfig.IpsecLifetime=10800",
	}},

	{"bgp-asn-public", "a number that is not for private use", "bgp", []string{"BgpConfig.LocalAsn=1219002"}},
	{"bgp-asn-unset", "unset, with EnableTunnelsBgp", "tunnels-bgp", []string{tunnel(1, "Bgp.LocalAsn=45104") + tunnel(2, "Bgp.LocalAsn=")}},
	{"bgp-unused", "set, without EnableTunnelsBgp", "tunnels", []string{tunnel(1, "Bgp.LocalAsn=45104")}},
	{"tunnel-order", "slave, in the first tunnel", "tunnels", []string{tunnel(1, "Role=slave") + tunnel(2, "Role=master")}},
	{"sm-one-tunnel", "unset, where the other tunnel asks for an SM gateway", "tunnels-one-sm", []string{""}},
}

// TestAdviceTable compares ADVICE.md with the samples, which must have all checks of each edition.
func TestAdviceTable(t *testing.T) {
	english := [][]string{{"ID", "edition", "setting", "when", "severity", "what an attacker or an operator would see", "source", "cure"}}
	chinese := [][]string{{"ID", "edition", "问题"}}
	sampled := make(map[aliyun.Edition][]string)
	for _, s := range adviceSamples {
		for on := range strings.FieldsSeq(s.on) {
			e := adviceBases[on].edition
			sampled[e] = append(sampled[e], s.id)
			a, cure := sampleAdvice(t, s.id, on, s.set)
			when := s.when
			if slices.Contains(idsOf(adviceBases[e.String()+"-unset"].with(t, "").Advise()), s.id) {
				when += ", or unset"
			}
			english = addRow(english, s.id, e.String(), "`"+anyTunnel(a.Field)+"`", when, a.Severity.String(), withoutDefault(a.Problem), a.Reference, cure)
			chinese = addRow(chinese, s.id, e.String(), withoutDefault(a.Message(vpnerrors.Chinese)))
		}
	}
	for _, e := range aliyun.Editions() {
		if diff := cmp.Diff(slices.Sorted(slices.Values(vpnconn.AdviceIDs(e))), slices.Sorted(slices.Values(sampled[e]))); diff != "" {
			t.Errorf("edition %v, samples (-checks +samples):\n%s", e, diff)
		}
	}
	checkGolden(t, "ADVICE.md", adviceIntro+markdown(t, english)+"\n## In Chinese\n\n"+markdown(t, chinese))
}

const adviceIntro = `# Advice

What [Request.Advise] says, by its ID. Where the two editions differ, each has a row. In one of two tunnels a setting has
the name that it has there, such as ` + "`TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs` for `IkeConfig.IkePfs`" + `, and the ID
is the same. Blocks and counts are examples. Where a setting is judged by its default, the text says so first.

Broken: an RFC says MUST NOT. Weak: an RFC says SHOULD NOT, an attack is practical for somebody with means, or the service
will refuse changes. Note: worth knowing.

[Request.Advise]: https://pkg.go.dev/github.com/ipsec-go/aliyun/vpnconn#Request.Advise

`

// sampleAdvice returns the advice of a kind on a base with changed settings, and its cure in words. It fails t unless
// each of the settings causes that advice once.
func sampleAdvice(t *testing.T, id, on string, set []string) (a vpnconn.Advice, cure string) {
	t.Helper()
	for i, s := range set {
		list := slices.DeleteFunc(adviceBases[on].with(t, s).Advise(), func(a vpnconn.Advice) bool { return a.ID != id })
		if len(list) != 1 {
			t.Fatalf("%s on %s: %d times with %q, want once", id, on, len(list), s)
		}
		var texts []string
		for _, c := range list[0].Cure {
			texts = append(texts, "`"+anyTunnel(c.String())+"`")
		}
		text := strings.Join(texts, ", ")
		if i > 0 && text != cure {
			text = "`IpsecConfig.IpsecLifetime` no longer than `IkeConfig.IkeLifetime`"
		}
		a, cure = list[0], text
	}
	if cure == "" {
		cure = "–"
	}
	return a, cure
}

// anyTunnel replaces the number of a tunnel in a name by one for any tunnel.
func anyTunnel(name string) string {
	for _, at := range []string{"1.", "2."} {
		name = strings.ReplaceAll(name, "TunnelOptionsSpecification."+at, "TunnelOptionsSpecification.N.")
	}
	return name
}

// addRow adds a row, or makes the last one a row for both editions if it is the same.
func addRow(rows [][]string, id, edition string, rest ...string) [][]string {
	if last := rows[len(rows)-1]; last[0] == id && slices.Equal(last[2:], rest) {
		last[1] = "both"
		return rows
	}
	return append(rows, append([]string{id, edition}, rest...))
}

// markdown returns a table.
func markdown(t *testing.T, rows [][]string) string {
	var text strings.Builder
	for i, row := range rows {
		for _, cell := range row {
			if strings.ContainsAny(cell, "|\n") {
				t.Errorf("a cell that breaks the table: %q", cell)
			}
		}
		if i > 0 {
			row[0] = "`" + row[0] + "`"
		}
		fmt.Fprintf(&text, "| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			text.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	return text.String()
}
