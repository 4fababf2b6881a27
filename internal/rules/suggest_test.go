package rules_test

import (
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/rules"
)

// namesOf returns names that mean themselves.
func namesOf(names ...string) (n rules.Names) {
	for _, name := range names {
		n.Add(name, name)
	}
	return n
}

func TestNearestName(t *testing.T) {
	known := namesOf("Action", "LocalSubnet", "Name", "IkeConfig", "IkeConfig.Psk", "IkeConfig.IkePfs", "IkeConfig.LocalIdIPsec",
		"IpsecConfig", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs")
	known.Add("IkeConfig.LocalId", "IkeConfig.LocalIdIPsec")
	seen := make(map[string]bool)
	for _, row := range []struct {
		name, want, why string
	}{
		{"name", "Name", "letter case"},
		{"NAME", "Name", "letter case"},
		{"local_subnet", "LocalSubnet", "another way to write words"},
		{"local-subnet", "LocalSubnet", "another way to write words"},
		{"Local Subnet", "LocalSubnet", "another way to write words"},
		{" Name ", "Name", "a blank that came along"},
		{"IpsecConfig. IpsecAuthAlg", "IpsecConfig.IpsecAuthAlg", "the document's own slip"},
		{"IKEConfig.PSK", "IkeConfig.Psk", "letter case"},
		{"ikeconfig_psk", "IkeConfig.Psk", "punctuation"},
		{"IkeConfig.LocalIdIPSec", "IkeConfig.LocalIdIPsec", "letter case"},
		{"Psk", "IkeConfig.Psk", "behind the dot"},
		{"psk", "IkeConfig.Psk", "behind the dot, in another letter case"},
		{"IpsecPfs", "IpsecConfig.IpsecPfs", "behind the dot"},
		{"LocalId", "IkeConfig.LocalIdIPsec", "another spelling, behind the dot"},
		{"IkeConfig.local_id", "IkeConfig.LocalIdIPsec", "another spelling, another way to write words"},
		{"IkeConfig.LocalIds", "IkeConfig.LocalIdIPsec", "another spelling, a letter more"},
		{"LocalSubnets", "LocalSubnet", "a letter more"},
		{"LocalSubne", "LocalSubnet", "a letter less"},
		{"LocelSubnet", "LocalSubnet", "another letter"},
		{"LocalSunbet", "LocalSubnet", "two letters swapped"},
		{"ocalSubnet", "LocalSubnet", "the first letter is missing"},
		{"IpecConfig", "IpsecConfig", "a letter less"},
		{"LocalSubnetss", "", "two letters more"},
		{"LcoalSunbet", "", "two swaps"},
		{"Subnet", "", "a part of the name only"},
		{"Description", "", "no name that it could mean"},
		{"", "", "nothing to go by"},
		{"...", "", "nothing to go by"},
		{"\u540d\u79f0", "", "nothing to go by"},
		{strings.Repeat("Name", 20), "", "too long for a slip of the pen"},
		{"Name" + strings.Repeat(" ", 100), "", "too long for a slip of the pen"},
	} {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		if got := known.Nearest(row.name); got != row.want {
			t.Errorf("%.80q: %q, want %q: %s", row.name, got, row.want, row.why)
		}
	}
	if got := (rules.Names)(nil).Nearest("Name"); got != "" {
		t.Errorf("with nothing known: %q", got)
	}
}

// Of two names that could be meant, one that differs in spelling goes before one that differs in a letter.
func TestNearestNamePrefersSpelling(t *testing.T) {
	if got := namesOf("Names", "Name").Nearest("na-me"); got != "Name" {
		t.Errorf("got %q", got)
	}
}

// All pairs of words of up to five letters of an alphabet of two, and up to four of an alphabet of three, against a list
// of what one edit makes of a word.
func TestOneEdit(t *testing.T) {
	for _, size := range []struct {
		alphabet string
		longest  int
	}{{"ab", 5}, {"abc", 4}} {
		words := []string{""}
		for from, n := 0, 0; n < size.longest; n++ {
			end := len(words)
			for _, word := range words[from:end] {
				for _, c := range size.alphabet {
					words = append(words, word+string(c))
				}
			}
			from = end
		}
		for _, word := range words[1:] {
			known, near := namesOf(word), edits(word, size.alphabet)
			for _, other := range words[1:] {
				if got := known.Nearest(other) != ""; got != near[other] {
					t.Errorf("%q is an edit of %q: %t, want %t", other, word, got, near[other])
				}
			}
		}
	}
}

// edits returns word, and what it becomes when a letter is added, dropped or replaced or two neighbours are swapped.
func edits(word, alphabet string) map[string]bool {
	set := map[string]bool{word: true}
	for i := 0; i <= len(word); i++ {
		for _, c := range alphabet {
			set[word[:i]+string(c)+word[i:]] = true
			if i < len(word) {
				set[word[:i]+string(c)+word[i+1:]] = true
			}
		}
		if i < len(word) {
			set[word[:i]+word[i+1:]] = true
		}
		if i+1 < len(word) {
			set[word[:i]+string(word[i+1])+string(word[i])+word[i+2:]] = true
		}
	}
	return set
}
