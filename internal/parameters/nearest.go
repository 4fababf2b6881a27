package parameters

import (
	"strconv"
	"strings"
	"unicode"
)

// Nearest returns the documented name that name probably means, or "" if there is none. A name differs from the one that
// is meant in letter case, punctuation, spaces or a single letter, has only some of its words, such as IKE for IkeConfig, or
// is what stands after its dot. Of a dotted name each part may differ.
func (t *Table) Nearest(name string) string {
	if near, ok := t.bracketed(name); ok {
		return near
	}
	folded := Fold(name)
	if near := t.spelt(folded); near != "" {
		return near
	}
	if first, rest, dotted := strings.Cut(name, "."); dotted && !strings.Contains(name, "[") {
		if m := t.part(first); m != nil && m.Table != nil {
			return t.nearestIn(m, rest)
		}
	}
	if near := t.edited(folded); near != "" {
		return near
	}
	if m := t.byWords(folded); m != nil {
		return m.Name
	}
	for i := range t.Members {
		if list := &t.Members[i]; list.Kind == Array && list.Mode == DualTunnel {
			if near := list.Table.spelt(folded); near != "" {
				return list.Elements[0].Within + near
			}
		}
	}
	return ""
}

// nearestIn is Nearest for what follows the name of an object or a list of t.
func (t *Table) nearestIn(m *Member, rest string) string {
	if m.Kind == Object {
		if near := m.Table.Nearest(rest); near != "" {
			return m.Name + "." + near
		}
		return ""
	}
	index, member, dotted := strings.Cut(rest, ".")
	place, isNumber := indexOf(index)
	switch {
	case !isNumber && m.Table.part(index) == nil:
		return ""
	case !isNumber:
		place, member = 1, rest // none was given
	case !dotted, place > m.Max:
		return ""
	}
	if near := m.Table.Nearest(member); near != "" {
		return m.Elements[max(place, 1)-1].Within + near // places start at 1
	}
	return t.outside(m.Table, member)
}

// indexOf reads a place in a list, if it has no more digits than one that may show.
func indexOf(digits string) (place int, ok bool) {
	place, err := strconv.Atoi(digits)
	return place, err == nil && strings.Trim(digits, "0123456789") == "" && len(digits) <= 9
}

// Outside returns the parameter of a connection that the name of a setting in a tunnel means, which has no such setting, or
// "" if there is none.
func (t *Table) Outside(name string) string {
	first, rest, _ := strings.Cut(name, ".")
	_, member, dotted := strings.Cut(rest, ".")
	if m := t.Lookup(first); dotted && m != nil && m.Kind == Array {
		return t.outside(m.Table, member)
	}
	return ""
}

func (t *Table) outside(tunnel *Table, name string) string {
	in := tunnel
	first, rest, dotted := strings.Cut(name, ".")
	if dotted {
		object := tunnel.part(first)
		if object == nil || object.Table == nil {
			return ""
		}
		in, name = object.Table, rest
	}
	if in.Full == nil {
		return ""
	}
	for i := range in.Full.Members {
		m := &in.Full.Members[i]
		switch {
		case Fold(name) != Fold(m.Name):
		case m.InTunnels != "":
			return m.InTunnels
		case !dotted && m.Mode != SingleTunnel && m.Kind != Operation && m.Table != tunnel:
			return m.Name
		}
	}
	return ""
}

// bracketed reads a name as forms have it, with brackets around names and around places, which start at 0: Tags[0].Key or
// Tags[0][Key]. It reports whether all of it is documented, and returns the name that is sent, "" where there is none.
func (t *Table) bracketed(name string) (dotted string, ok bool) {
	if !strings.Contains(name, "[") {
		return "", false
	}
	var parts []string
	for rest := "." + name; rest != ""; {
		part := rest[1:]
		switch rest[0] {
		case '[':
			if part, rest, ok = strings.Cut(part, "]"); !ok {
				return "", false
			}
			if place, isNumber := indexOf(part); isNumber {
				part = strconv.Itoa(place + 1)
			}
		case '.':
			end := strings.IndexAny(part+".", ".[")
			part, rest = part[:end], part[end:]
		default:
			return "", false
		}
		parts = append(parts, part)
	}
	m, ok := t.follow(parts)
	if !ok || m == nil || m.Table != nil {
		return "", ok
	}
	return strings.Join(parts, "."), true
}

// follow reports whether all parts of a name are documented, and returns what they lead to, nil for a place that a list
// cannot have.
func (t *Table) follow(parts []string) (m *Member, ok bool) {
	m, rest, isPlace := t.Lookup(parts[0]), parts[1:], true
	if m != nil && m.Kind == Array && len(rest) > 0 {
		var place int
		place, ok = indexOf(rest[0])
		if !ok {
			return nil, false
		}
		rest, isPlace = rest[1:], 1 <= place && place <= m.Max
	}
	switch {
	case m == nil, m.Table == nil && len(rest) > 0:
		return nil, false
	case len(rest) > 0:
		m, ok = m.Table.follow(rest)
	default:
		ok = true
	}
	if !isPlace {
		m = nil
	}
	return m, ok
}

// spelt returns the name that differs in letter case, punctuation and spaces alone, or that has it after its dot.
func (t *Table) spelt(folded string) string {
	for i := range t.names {
		if n := &t.names[i]; folded != "" && (folded == n.folded || folded == n.member) {
			return n.documented
		}
	}
	return ""
}

// edited returns the name that differs in a single letter too.
func (t *Table) edited(folded string) string {
	for i := range t.names {
		if n := &t.names[i]; folded != "" && withinOneEdit(folded, n.folded) {
			return n.documented
		}
	}
	return ""
}

// part returns the member that one part of a dotted name means, nil where there is none.
func (t *Table) part(name string) *Member {
	folded := Fold(name)
	if near := t.spelt(folded); near != "" && !strings.Contains(near, ".") {
		return t.Lookup(near)
	}
	if near := t.edited(folded); near != "" && !strings.Contains(near, ".") {
		return t.Lookup(near)
	}
	return t.byWords(folded)
}

// A run is some of the words of a name, side by side and folded, but not all of them.
type run struct {
	folded string
	at     int // where they are: 0 at the beginning, 1 at the end, 2 between
	member *Member
}

// runsOf returns the runs of all names in a table. A word begins with a capital.
func runsOf(t *Table) (list []run) {
	for i := range t.Members {
		m := &t.Members[i]
		var starts []int
		for j, r := range m.Name {
			if j == 0 || unicode.IsUpper(r) {
				starts = append(starts, j)
			}
		}
		starts = append(starts, len(m.Name))
		last := len(starts) - 1
		for from := range starts {
			for to := from + 1; to <= last; to++ {
				r := run{folded: Fold(m.Name[starts[from]:starts[to]]), at: 2, member: m}
				switch {
				case from == 0 && to == last:
					continue
				case from == 0:
					r.at = 0
				case to == last:
					r.at = 1
				}
				list = append(list, r)
			}
		}
	}
	return list
}

// byWords returns the one member of whose name these are words, the last one perhaps in the plural: at the beginning, or
// else at the end, or else between others.
func (t *Table) byWords(folded string) *Member {
	singular := strings.TrimSuffix(folded, "s")
	var found [3]*Member
	var several [3]bool
	for i := range t.runs {
		if r := &t.runs[i]; folded != "" && (r.folded == folded || r.folded == singular) {
			several[r.at] = several[r.at] || found[r.at] != nil && found[r.at] != r.member
			found[r.at] = r.member
		}
	}
	for at, m := range found {
		if several[at] {
			return nil
		}
		if m != nil {
			return m
		}
	}
	return nil
}
