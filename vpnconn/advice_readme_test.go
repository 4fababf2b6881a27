package vpnconn_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// adviceSamples has a row for each advice there is: its field, when it is given in a few words, and settings of a request
// on which it is given, in several ways if the cure depends on them.
var adviceSamples = []struct {
	field, when string
	set         []string
}{
	{"LocalSubnet", "several blocks, under ikev1", []string{"IkeConfig.IkeVersion=ikev1; LocalSubnet=10.0.0.0/16,10.2.0.0/16"}},
	{"LocalSubnet", "blocks that overlap", []string{"LocalSubnet=10.0.0.0/8,10.0.0.0/16"}},
	{"RemoteSubnet", "several blocks, under ikev1", []string{"IkeConfig.IkeVersion=ikev1; RemoteSubnet=192.168.0.0/24,192.168.1.0/24"}},
	{"RemoteSubnet", "blocks that overlap", []string{"RemoteSubnet=192.168.0.0/16,192.168.1.0/24"}},
	{"RemoteSubnet", "blocks that overlap one of LocalSubnet", []string{"LocalSubnet=10.0.0.0/16; RemoteSubnet=10.0.1.0/24"}},
	{"IkeConfig.Psk", "under 20 characters", []string{"IkeConfig.Psk=" + strongKey[:19]}},
	{"IkeConfig.Psk", "one class of characters", []string{"IkeConfig.Psk=onlylettersofonecase"}},
	{"IkeConfig.IkeVersion", "ikev1", nil},
	{"IkeConfig.IkeMode", "aggressive, under ikev1", []string{"IkeConfig.IkeVersion=ikev1; IkeConfig.IkeMode=aggressive"}},
	{"IkeConfig.IkeMode", "set, under ikev2", []string{"IkeConfig.IkeMode=main"}},
	{"IkeConfig.IkeEncAlg", "des", nil},
	{"IkeConfig.IkeEncAlg", "3des", nil},
	{"IkeConfig.IkeAuthAlg", "md5", nil},
	{"IkeConfig.IkeAuthAlg", "sha1", nil},
	{"IkeConfig.IkePfs", "group1", nil},
	{"IkeConfig.IkePfs", "group2", nil},
	{"IkeConfig.IkePfs", "group5", nil},
	{"IkeConfig.IkePfs", "group24", nil},
	{"IkeConfig.IkeLifetime", "0", nil},
	{"IpsecConfig.IpsecEncAlg", "des", nil},
	{"IpsecConfig.IpsecEncAlg", "3des", nil},
	{"IpsecConfig.IpsecAuthAlg", "md5", nil},
	{"IpsecConfig.IpsecAuthAlg", "sha1", nil},
	{"IpsecConfig.IpsecPfs", "group1", nil},
	{"IpsecConfig.IpsecPfs", "group2", nil},
	{"IpsecConfig.IpsecPfs", "group5", nil},
	{"IpsecConfig.IpsecPfs", "group24", nil},
	{"IpsecConfig.IpsecLifetime", "0", []string{"IpsecConfig.IpsecLifetime=0", "IkeConfig.IkeLifetime=3600; IpsecConfig.IpsecLifetime=0"}},
	{"IpsecConfig.IpsecLifetime", "longer than IkeConfig.IkeLifetime", []string{
		"IkeConfig.IkeLifetime=3600; IpsecConfig.IpsecLifetime=7200", "IkeConfig.IkeLifetime=7200; IpsecConfig.IpsecLifetime=10800",
	}},
}

// TestAdviceTable compares the table in the README with the samples, and the samples with the advice on many requests:
// there is no other.
func TestAdviceTable(t *testing.T) {
	const file, begin, end = "../README.md", "<!-- advice:begin -->\n", "<!-- advice:end -->\n"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(readme), begin)
	table, after, ends := strings.Cut(rest, end)
	if !begins || !ends {
		t.Fatalf("%s has no place for the table", file)
	}
	want, kinds := adviceTable(t)
	if *update && !t.Failed() {
		if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(table, "\n")); diff != "" {
		t.Errorf("the table is not that of the samples; run go test ./vpnconn -run TestAdviceTable -update (-want +got):\n%s", diff)
	}
	seen := make(map[string]bool)
	for seed := range uint64(1000) {
		for _, a := range vpntest.Request(rand.New(rand.NewPCG(seed, 4))).Advise() {
			if seen[kindOf(a)] = true; !kinds[kindOf(a)] {
				t.Fatalf("seed %d: no sample has the advice %q", seed, kindOf(a))
			}
		}
	}
	if len(seen) != len(kinds) {
		t.Errorf("of %d kinds of advice, many requests have %d", len(kinds), len(seen))
	}
}

// numbers are what differs between two advice of a kind.
var numbers = regexp.MustCompile(`[\d.]+(/\d+)?`)

// kindOf returns what all advice of a kind has in common.
func kindOf(a vpnconn.Advice) string {
	return fmt.Sprint(a.Field, a.Severity, a.Reference, numbers.ReplaceAllString(withoutDefault(a.Problem), "#"))
}

// adviceTable returns the table, with a row for each sample, and the kinds of advice in it.
func adviceTable(t *testing.T) (table string, kinds map[string]bool) {
	kinds = make(map[string]bool)
	unset := make(map[string]bool)
	for _, a := range mustNew(t).Advise() {
		unset[kindOf(a)] = true
	}
	table = "| setting | when | severity | what an attacker or an operator would see | source | cure |\n|---|---|---|---|---|---|\n"
	for _, s := range adviceSamples {
		if s.set == nil {
			s.set = []string{s.field + "=" + s.when}
		}
		var advice vpnconn.Advice
		var cures []string
		for i := len(s.set) - 1; i >= 0; i-- {
			r := strongest(t, settingOptions(s.set[i]))
			for _, a := range r.Advise() {
				if a.Field == s.field && (advice.Field == "" || i < len(s.set)-1 && kindOf(a) == kindOf(advice)) {
					advice = a
					if cure := cureText(t, r, a); !slices.Contains(cures, cure) {
						cures = append(cures, cure)
					}
				}
			}
		}
		if kinds[kindOf(advice)] || advice.Field == "" {
			t.Errorf("%s, %s: no advice, or that of another sample", s.field, s.when)
		}
		kinds[kindOf(advice)] = true
		if unset[kindOf(advice)] {
			s.when += ", or unset"
		}
		if len(cures) > 1 { // which one depends on phase 1
			cures[0] = "`IpsecLifetime` no longer than `IkeLifetime`"
		}
		row := fmt.Sprintf("| `%s` | %s | %v | %s | %s | %s |\n", s.field, s.when, advice.Severity, advice.Problem, advice.Reference, cures[0])
		if strings.Count(row, "|") != 7 {
			t.Errorf("a row that breaks the table: %s", row)
		}
		table += row
	}
	return table, kinds
}

// cureText says what the cure of a sets in r, or unsets.
func cureText(t *testing.T, r vpnconn.Request, a vpnconn.Advice) string {
	if a.Suggest == nil {
		return "–"
	}
	cured := change(t, r, a.Suggest)
	var texts []string
	for _, name := range changes(r, cured) {
		value, set := settingsOf(cured)[name]
		if unqualified := name[strings.IndexByte(name, '.')+1:]; set {
			texts = append(texts, fmt.Sprintf("`%s` = `%s`", unqualified, value))
		} else {
			texts = append(texts, fmt.Sprintf("unset `%s`", unqualified))
		}
	}
	return strings.Join(texts, ", ")
}
