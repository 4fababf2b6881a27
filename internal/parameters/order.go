package parameters

import (
	"slices"
	"strconv"
	"strings"
)

// Base returns the field that an element of a list belongs to, such as "LocalSubnet" for "LocalSubnet[3]", and any
// other field unchanged.
func Base(field string) string {
	indexed, closed := strings.CutSuffix(field, "]")
	if !closed {
		return field
	}
	name, place, ok := strings.Cut(indexed, "[")
	for _, c := range []byte(place) {
		ok = ok && '0' <= c && c <= '9'
	}
	if !ok {
		return field
	}
	return name
}

// A Place is where a setting stands in documented order: a number for each part of its name, and zeros after them. Places
// compare part by part.
type Place [4]int

// Compare returns -1, 0 or +1, as cmp.Compare does.
func (p Place) Compare(o Place) int { return slices.Compare(p[:], o[:]) }

// Place returns the place of a dotted name. A part that t does not have comes after those that it has.
func (t *Table) Place(name string) Place {
	place, _ := t.Locate(name)
	return place
}

// IsName reports whether a dotted name is exactly one of t as errors have it, with the place of an element or a block, such as
// "TunnelOptionsSpecification.1.Role" or "LocalSubnet[2]".
func (t *Table) IsName(name string) bool {
	_, isName := t.Locate(name)
	return isName
}

// Locate returns what Place and IsName do.
func (t *Table) Locate(name string) (place Place, isName bool) {
	rest, dotted := Base(name), true
	isBlock := len(rest) < len(name)
	isName = true
	for depth := 0; ; depth++ {
		var first string
		first, rest, dotted = strings.Cut(rest, ".")
		m := t.Lookup(first)
		if m == nil {
			place[depth] = len(t.Members) + 1
			return place, false
		}
		place[depth] = m.place
		if m.Kind == Array && dotted {
			first, rest, dotted = strings.Cut(rest, ".")
			depth++
			place[depth], _ = strconv.Atoi(first)
			isName = 1 <= place[depth] && place[depth] <= m.Max && first == strconv.Itoa(place[depth])
		}
		if !dotted || m.Table == nil {
			return place, isName && !dotted && (!isBlock || m.Kind == Blocks)
		}
		t = m.Table
	}
}
