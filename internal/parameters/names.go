package parameters

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hidden replaces, in all text for people, a pre-shared key, what should be a certificate and is none, and an unknown name
// that may hold a key.
const Hidden = "[hidden]"

// A name is a name that a member can have, dotted within an object.
type name struct {
	folded     string // the result of Fold
	member     string // what follows the dot, folded; "" without a dot
	documented string
}

func namesOf(t *Table) []name {
	var list []name
	for _, m := range t.Members {
		for _, n := range m.spellings() {
			list = append(list, name{folded: Fold(n), documented: m.Name})
		}
		if m.Kind != Object {
			continue
		}
		for _, sub := range m.Table.Members {
			for _, n := range sub.spellings() {
				list = append(list, name{Fold(m.Name + n), Fold(n), m.Name + "." + sub.Name})
			}
		}
	}
	return list
}

// spellings returns the names of a member, and its alias.
func (m *Member) spellings() []string {
	if m.Alias == "" {
		return m.Names
	}
	return append(slices.Clone(m.Names), m.Alias)
}

// namePattern is what names of parameters and members look like, be they right or wrong: with the question mark before a
// query, or the place in a list.
var namePattern = regexp.MustCompile(`^\??[\pL\pN_.\x{FFFD}-]{0,128}(\[[0-9]{1,9}\])?$`)

// Safe returns an unknown name as an error may show it. What neither looks like a name nor is nearly one of t is misplaced
// text, such as JSON in place of a query, or the rest of a key with a raw '&' in it.
func (t *Table) Safe(name string) string {
	if namePattern.MatchString(strings.Trim(name, " ")) {
		return name
	}
	if likeText := strings.ContainsAny(name, "\"'`{}()<>=:,;&\\"); !likeText {
		if folded := Fold(name); t.spelt(folded) != "" || t.edited(folded) != "" {
			return name
		}
	}
	if _, ok := t.bracketed(name); ok {
		return name
	}
	return Hidden
}

// Fold drops what people get wrong in a name or a value: letter case, spaces and punctuation. A text that is too long
// for a typo, or has letters or digits of another script, folds to "": nothing can be guessed from half of it.
func Fold(text string) string {
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

// withinOneEdit reports whether a becomes b by adding, dropping or replacing one character, or swapping two neighbors.
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
