package rules

import (
	"cmp"
	"encoding/binary"
	"net/netip"
	"slices"
	"strings"
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

// A placed block knows where it stands. Its order is that of its number: by address, then by prefix length, so that a block
// follows those that it lies within, then by list.
type placed struct {
	number      uint64
	list, place int
}

func (p placed) first() uint64 { return p.number >> 9 }
func (p placed) bits() int     { return int(p.number >> 1 & 0xff) }
func (p placed) last() uint64  { return p.first() + 1<<(32-p.bits()) - 1 }

func (p placed) prefix() netip.Prefix {
	var addr [4]byte
	binary.BigEndian.PutUint32(addr[:], uint32(p.first()))
	return netip.PrefixFrom(netip.AddrFrom4(addr), p.bits())
}

// overlaps takes the blocks in their order. Since CIDR blocks cannot overlap in part, a stack of the blocks that the current
// one lies within has all that it overlaps so far, 33 of a list at most.
func overlaps(lists ...string) Overlaps {
	var (
		found Overlaps
		first [2]int // the places of the first pair, as places gives them
		stack []placed
	)
	for _, block := range inAddressOrder(lists) {
		for len(stack) > 0 && stack[len(stack)-1].last() < block.first() {
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

// inAddressOrder returns the blocks of all lists by number.
func inAddressOrder(lists []string) []placed {
	n := 0
	for _, list := range lists {
		n += strings.Count(list, ",") + 1
	}
	all := make([]placed, 0, n)
	for l, list := range lists {
		for i, text := range Blocks(list) {
			all = append(all, placed{key(netip.MustParsePrefix(text))<<1 | uint64(l), l, i})
		}
	}
	slices.SortFunc(all, func(a, b placed) int { return cmp.Compare(a.number, b.number) })
	return all
}

// places returns where two blocks stand: that on the first list first, or of one list the earlier one.
func places(a, b placed) [2]int {
	if b.list < a.list || b.list == a.list && b.place < a.place {
		a, b = b, a
	}
	return [2]int{a.place, b.place}
}
