package tree

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A listReader collects the elements of a list of objects. It costs nothing however far apart their places are.
type listReader struct {
	member   *parameters.Member
	strict   bool
	elements []*Reader // by place, from 0; nil: none
	highest  int       // the highest place, from 1, at which something was given
	beyond   string    // the highest place that the list cannot have, in decimal; "" if none was given
	errs     vpnerrors.ValidationErrors
}

// element returns the reader of an element by its place from 1, or nil where a list cannot have so many.
func (l *listReader) element(index string, given bool) *Reader {
	place, err := strconv.Atoi(index)
	if err != nil || place > l.member.Max { // an error means that it is too large for an int
		if given && cmp.Or(cmp.Compare(len(index), len(l.beyond)), cmp.Compare(index, l.beyond)) > 0 {
			l.beyond = index
		}
		return nil
	}
	if given {
		l.highest = max(l.highest, place)
	}
	return l.at(place - 1)
}

func (l *listReader) at(i int) *Reader {
	for i >= len(l.elements) {
		l.elements = append(l.elements, nil)
	}
	if l.elements[i] == nil {
		l.elements[i] = NewReader(l.member.Table, l.strict)
	}
	return l.elements[i]
}

// value reads a list in a file.
func (l *listReader) value(v jsonread.Value) {
	switch {
	case v.Kind == jsonread.Object && l.member.Mapping:
		l.mapping(v)
		return
	case v.Kind != jsonread.Array:
		l.errs = append(l.errs, &vpnerrors.FieldError{Field: l.member.Name, Reason: vpnerrors.ErrBadType})
		return
	}
	for range v.Elems {
		l.highest++
	}
	if l.highest == 0 && l.member.Min > 0 {
		l.errs = append(l.errs, &vpnerrors.FieldError{Field: l.member.Name, Reason: vpnerrors.ErrRequired})
	}
	if l.hasTooMany() {
		return
	}
	i := 0
	for elem := range v.Elems {
		if elem.Kind != jsonread.Object {
			elem.Kind = jsonread.Other // null too
		}
		l.at(i).Value(elem)
		i++
	}
}

// hasTooMany reports whether a list in a file has more elements than there can be, none of which is looked at then.
func (l *listReader) hasTooMany() bool {
	if l.highest <= l.member.Max {
		return false
	}
	l.errs = append(l.errs, tooMany(l.member, strconv.Itoa(l.highest)))
	return true
}

// mapping reads the elements from the members of an object: their names are the first member of the table, their values the
// second, and null stands for the empty text.
func (l *listReader) mapping(v jsonread.Value) {
	for range v.Members {
		l.highest++
	}
	if l.hasTooMany() {
		return
	}
	key, value := &l.member.Table.Members[0], &l.member.Table.Members[1]
	i := 0
	byName := slices.SortedStableFunc(v.Members, func(a, b jsonread.Member) int { return strings.Compare(a.Name.Text, b.Name.Text) })
	for _, m := range byName {
		element := l.at(i)
		element.member(key, m.Name)
		element.member(value, m.Value)
		i++
	}
}

// result puts the list into n and returns what could not be read.
func (l *listReader) result(n *Node) vpnerrors.ValidationErrors {
	errs := l.errs
	if l.beyond != "" {
		errs = append(errs, tooMany(l.member, rules.Clip(l.beyond)))
	}
	list := make([]*Node, len(l.elements))
	if l.highest <= l.member.Max && l.beyond == "" {
		for i, element := range l.elements {
			if element == nil {
				continue
			}
			members, faults := element.Result()
			if members.IsZero() && faults == nil && !l.strict {
				continue // all that was given for it is empty, so that it is not there
			}
			errs = append(errs, rules.Within(l.member.Name+"."+strconv.Itoa(i+1), faults)...)
			list[i] = members
		}
	}
	n.putElements(l.member.Key, list, l.highest, l.highest > 0)
	return errs
}
