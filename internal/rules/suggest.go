package rules

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherNames lists what else the documented values are called, as fold leaves it: by other vendors, by strongSwan and
// by the RFCs.
var otherNames = map[string][]string{
	"ikev1":      {"1", "10", "v1", "ike1", "ikev10"},
	"ikev2":      {"2", "20", "v2", "ike2", "ikev20"},
	"main":       {"mainmode"},
	"aggressive": {"aggressivemode", "aggr", "agressive"},
	"aes":        {"aes128", "aescbc", "aescbc128", "aes128cbc"},
	"aes192":     {"aescbc192", "aes192cbc"},
	"aes256":     {"aescbc256", "aes256cbc"},
	"des":        {"descbc"},
	"3des":       {"3descbc", "des3", "desede3", "tripledes"},
	"md5":        {"hmacmd5", "hmacmd596"},
	"sha1":       {"sha", "hmacsha1", "hmacsha196", "sha160"},
	"group1":     {"1", "dh1", "dhgroup1", "modp768"},
	"group2":     {"2", "dh2", "dhgroup2", "modp1024"},
	"group5":     {"5", "dh5", "dhgroup5", "modp1536"},
	"group14":    {"14", "dh14", "dhgroup14", "modp2048"},
	"group24":    {"24", "dh24", "dhgroup24", "modp2048s256"},
}

// nearestValue returns the allowed value that text probably means, or "".
func nearestValue(text string, allowed []string) string {
	folded := fold(text)
	for _, v := range allowed {
		if folded == v || slices.Contains(otherNames[v], folded) {
			return v
		}
	}
	return ""
}

// Names are the names that a parameter can have.
type Names []struct {
	folded     string // as fold leaves it
	member     string // what stands behind the dot, folded; "" without a dot
	documented string
}

// Add adds a name and the documented one that it means, which may be the same.
func (n *Names) Add(name, documented string) {
	_, member, _ := strings.Cut(name, ".")
	*n = append(*n, Names{{fold(name), fold(member), documented}}...)
}

// namePattern is what names of parameters and members look like, be they right or wrong: with the question mark before a
// query, or the place in a list.
var namePattern = regexp.MustCompile(`^\??[\pL\pN_.\x{FFFD}-]{0,128}(\[[0-9]{1,9}\])?$`)

// Safe returns an unknown name as an error may show it. What neither looks like a name nor means one of n is a text that
// went astray, such as JSON in place of a query, or the rest of a key with a raw '&' in it.
func (n Names) Safe(name string) string {
	likeText := strings.ContainsAny(name, "\"'`{}()<>=:,;&\\")
	if namePattern.MatchString(strings.Trim(name, " ")) || !likeText && n.Nearest(name) != "" {
		return name
	}
	return Hidden
}

// Nearest returns the documented name that name probably means: one from which it differs in letter case, punctuation,
// spaces or a single letter, or one that has it behind its dot. It returns "" if there is none.
func (n Names) Nearest(name string) string {
	folded := fold(name)
	if folded == "" {
		return ""
	}
	for _, k := range n {
		if folded == k.folded || folded == k.member {
			return k.documented
		}
	}
	for _, k := range n {
		if withinOneEdit(folded, k.folded) {
			return k.documented
		}
	}
	return ""
}

// fold drops what people get wrong in a name: letter case, spaces and punctuation. A text that is too long to be a slip
// of the pen, or has letters or digits of another script, folds to "": nothing can be guessed from half of it.
func fold(text string) string {
	if utf8.RuneCountInString(text) > 64 {
		return ""
	}
	foreign := false
	folded := strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		}
		foreign = foreign || unicode.IsLetter(r) || unicode.IsNumber(r)
		return -1
	}, text)
	if foreign {
		return ""
	}
	return folded
}

// withinOneEdit reports whether a becomes b by adding, dropping or replacing one character, or swapping two neighbours.
func withinOneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
