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
func (t *Table) Place(field string) (place Place) {
	rest, dotted := Base(field), true
	for depth := 0; dotted && t != nil; depth++ {
		var first string
		first, rest, dotted = strings.Cut(rest, ".")
		i := 0
		for i < len(t.Members) && t.Members[i].Name != first {
			i++
		}
		if place[depth] = i + 1; i == len(t.Members) {
			return place
		}
		if t.Members[i].Kind == Array && dotted {
			first, rest, dotted = strings.Cut(rest, ".")
			depth++
			place[depth], _ = strconv.Atoi(first)
		}
		t = t.Members[i].Table
	}
	return place
}
