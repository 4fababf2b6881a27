package rules

import (
	"cmp"
	"net/netip"
	"slices"
)

// Overlaps tells which CIDR blocks of valid lists overlap: how many pairs, and the first of them in the order of the
// lists.
type Overlaps struct {
	Pairs        int
	Outer, Inner netip.Prefix // of equal blocks, Outer is the one on the first list
}

// OverlapsWithin finds the blocks of one list that overlap.
func OverlapsWithin(list string) Overlaps { return overlaps(list) }

// OverlapsAcross finds the pairs of a block of one list and one of another that overlap.
func OverlapsAcross(a, b string) Overlaps { return overlaps(a, b) }

// overlaps sorts the blocks so that each follows those that it lies within. Since CIDR blocks cannot overlap in part, a
// stack of the blocks that the current one lies within has all that it overlaps so far, 33 of a list at most.
func overlaps(lists ...string) Overlaps {
	type placed struct {
		netip.Prefix
		list, place int
	}
	var all []placed
	for l, list := range lists {
		for i, text := range Blocks(list) {
			all = append(all, placed{netip.MustParsePrefix(text), l, i})
		}
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(a.Addr().Compare(b.Addr()), cmp.Compare(a.Bits(), b.Bits()), cmp.Compare(a.list, b.list))
	})
	var (
		found Overlaps
		first [2]int // the places of the first pair, the smaller before or that on the first list before
		stack []placed
	)
	for _, block := range all {
		for len(stack) > 0 && !stack[len(stack)-1].Contains(block.Addr()) {
			stack = stack[:len(stack)-1]
		}
		for _, outer := range stack {
			if len(lists) > 1 && outer.list == block.list {
				continue
			}
			pair := [2]int{outer.place, block.place}
			if block.list < outer.list || len(lists) == 1 && block.place < outer.place {
				pair = [2]int{block.place, outer.place}
			}
			if found.Pairs == 0 || slices.Compare(pair[:], first[:]) < 0 {
				first, found.Outer, found.Inner = pair, outer.Prefix, block.Prefix
			}
			found.Pairs++
		}
		stack = append(stack, block)
	}
	return found
}
