package parameters

import (
	"slices"
	"strconv"
	"strings"
)

// Base returns the field that an element of a list belongs to, such as "LocalSubnet" for "LocalSubnet[3]", and any
// other field unchanged.
func Base(field string) string {
	name, place, ok := strings.Cut(field, "[")
	if digits, closed := strings.CutSuffix(place, "]"); ok && closed && strings.Trim(digits, "0123456789") == "" {
		return name
	}
	return field
}

// Place returns the place of a dotted name in documented order, one number for each of its parts. Places compare like
// slices. A part that t does not have comes after those that it has.
func (t *Table) Place(field string) []int {
	first, rest, dotted := strings.Cut(Base(field), ".")
	i := slices.IndexFunc(t.Members, func(m Member) bool { return m.Name == first })
	if i < 0 {
		return []int{len(t.Members)}
	}
	place := []int{i}
	m := &t.Members[i]
	if dotted && m.Kind == Array {
		first, rest, dotted = strings.Cut(rest, ".")
		n, _ := strconv.Atoi(first)
		place = append(place, n)
	}
	if !dotted || m.Table == nil {
		return place
	}
	return append(place, m.Table.Place(rest)...)
}
