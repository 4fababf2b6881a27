package rules

import (
	"cmp"
	"net/netip"
	"slices"
	"strings"
)

// Overlaps says which CIDR blocks of valid lists overlap: how many pairs, and the first pair in the order of the lists.
type Overlaps struct {
	Pairs        int
	Outer, Inner netip.Prefix // if they are equal, Outer is in the first list
}

// OverlapsWithin finds the pairs of blocks of one list that overlap.
func OverlapsWithin(list string) Overlaps { return overlaps(list) }

// OverlapsAcross finds the pairs of a block of one list and one of another that overlap.
func OverlapsAcross(a, b string) Overlaps { return overlaps(a, b) }

// A placed block knows its place.
type placed struct {
	block
	list, place int
}

// last returns the last address.
func (p placed) last() uint32 { return p.address() | p.hosts() }

// overlaps goes through the blocks in order. Since CIDR blocks cannot overlap partially, a stack of the blocks that
// contain the current one has all that it overlaps so far, at most 33 of a list.
func overlaps(lists ...string) Overlaps {
	var (
		found Overlaps
		first [2]int // the result of places for the first pair
		stack []placed
	)
	for _, block := range inAddressOrder(lists) {
		for len(stack) > 0 && stack[len(stack)-1].last() < block.address() {
			stack = stack[:len(stack)-1]
		}
		for _, around := range stack {
			if len(lists) > 1 && around.list == block.list {
				continue
			}
			if pair := places(around, block); found.Pairs == 0 || slices.Compare(pair[:], first[:]) < 0 {
				first = pair
				found.Outer, found.Inner = around.prefix(), block.prefix()
			}
			found.Pairs++
		}
		stack = append(stack, block)
	}
	return found
}

// inAddressOrder returns the blocks of all lists in order, equal ones by list.
func inAddressOrder(lists []string) []placed {
	n := 0
	for _, list := range lists {
		n += strings.Count(list, ",") + 1
	}
	all := make([]placed, 0, n)
	for l, list := range lists {
		for i, text := range Blocks(list) {
			b, _ := readBlock(text)
			all = append(all, placed{b, l, i})
		}
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.list, b.list))
	})
	return all
}

// places returns the places of two blocks: that in the first list first, or in one list the earlier one.
func places(a, b placed) [2]int {
	if b.list < a.list || b.list == a.list && b.place < a.place {
		a, b = b, a
	}
	return [2]int{a.place, b.place}
}
