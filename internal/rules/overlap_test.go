package rules_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/rules"
)

// within and across compute Overlaps by comparing all pairs of blocks.
func within(list string) (found rules.Overlaps) {
	blocks := parsed(list)
	for i, a := range blocks {
		for _, b := range blocks[i+1:] {
			count(&found, a, b)
		}
	}
	return found
}

func across(a, b string) (found rules.Overlaps) {
	for _, first := range parsed(a) {
		for _, second := range parsed(b) {
			count(&found, first, second)
		}
	}
	return found
}

func count(found *rules.Overlaps, a, b netip.Prefix) {
	if !a.Overlaps(b) {
		return
	}
	if found.Pairs++; found.Pairs > 1 {
		return
	}
	if b.Bits() < a.Bits() {
		a, b = b, a
	}
	found.Outer, found.Inner = a, b
}

func parsed(list string) (blocks []netip.Prefix) {
	for text := range strings.SplitSeq(list, ",") {
		blocks = append(blocks, netip.MustParsePrefix(strings.Trim(text, " \t")))
	}
	return blocks
}

// someBlocks returns a list of up to 8 different blocks, from so few addresses that many lists have an overlap.
func someBlocks(random *rand.Rand) string {
	ranges := []struct {
		address, step uint32
		shortest      int
	}{
		{0, 1 << 28, 0},        // the largest blocks, also of all addresses
		{10 << 24, 1 << 20, 8}, // parts of a private network
		{10 << 24, 1, 25},      // the smallest blocks
		{1<<32 - 16, 1, 25},    // the last addresses
	}
	var list []string
	seen := make(map[netip.Prefix]bool)
	for range 1 + random.IntN(8) {
		r := ranges[random.IntN(len(ranges))]
		var address [4]byte
		binary.BigEndian.PutUint32(address[:], r.address+r.step*random.Uint32N(16))
		block := netip.PrefixFrom(netip.AddrFrom4(address), r.shortest+random.IntN(8)).Masked()
		if !seen[block] {
			seen[block] = true
			list = append(list, block.String())
		}
	}
	return strings.Join(list, ",")
}

func TestOverlapsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	kinds := make(map[string]int)
	for range 5_000 {
		a, b := someBlocks(random), someBlocks(random)
		if blocks(a) != nil {
			t.Fatalf("%s is not a valid list", a)
		}
		want := within(a)
		if got := rules.OverlapsWithin(a); got != want {
			t.Fatalf("within %s: %v, want %v", a, got, want)
		}
		kinds[fmt.Sprintf("within: %d", min(want.Pairs, 2))]++
		want = across(a, b)
		if got := rules.OverlapsAcross(a, b); got != want {
			t.Fatalf("across %s and %s: %v, want %v", a, b, got, want)
		}
		kinds[fmt.Sprintf("across: %d", min(want.Pairs, 2))]++
		if want.Pairs > 0 && want.Outer == want.Inner {
			kinds["across: equal"]++
		}
	}
	for _, kind := range []string{"within: 0", "within: 1", "within: 2", "across: 0", "across: 1", "across: 2", "across: equal"} {
		if kinds[kind] < 100 {
			t.Errorf("too few lists with %s: %v", kind, kinds)
		}
	}
}

func TestOverlaps(t *testing.T) {
	for _, row := range []struct {
		within string
		pairs  int
		first  string // the outer block, then the inner one
		why    string
	}{
		{"10.0.0.0/8", 0, "", "a block does not overlap itself"},
		{"10.0.0.0/24,10.0.1.0/24", 0, "", "neighbors"},
		{"10.0.1.0/24,10.0.0.0/24", 0, "", "neighbors in reverse order"},
		{"10.0.0.0/31,10.0.0.2/32", 0, "", "the address after the last"},
		{"10.0.0.0/31,10.0.0.1/32", 1, "10.0.0.0/31 10.0.0.1/32", "the last address"},
		{"10.0.0.0/32,10.0.0.0/31", 1, "10.0.0.0/31 10.0.0.0/32", "the first address, and the inner block first"},
		{"0.0.0.0/0,255.255.255.255/32", 1, "0.0.0.0/0 255.255.255.255/32", "the largest block reaches to the last address"},
		{"0.0.0.0/0,0.0.0.0/32", 1, "0.0.0.0/0 0.0.0.0/32", "and to the first"},
		{"0.0.0.0/1,128.0.0.0/1", 0, "", "two halves"},
		{"10.0.0.0/25,10.0.0.0/24,10.0.0.0/26", 3, "10.0.0.0/24 10.0.0.0/25", "three nested blocks are three pairs"},
		{"10.0.0.0/8,11.0.0.0/8,11.1.0.0/16,10.1.0.0/16", 2, "10.0.0.0/8 10.1.0.0/16", "the first pair by its first block"},
		{"10.0.0.0/8,10.2.0.0/16,10.1.0.0/16", 2, "10.0.0.0/8 10.2.0.0/16", "then by its second, whatever the addresses"},
		{"10.1.0.0/16,10.2.0.0/16,10.0.0.0/8", 2, "10.0.0.0/8 10.1.0.0/16", "the block around both is last"},
		{"10.0.0.0/16,10.0.1.0/24,10.1.0.0/16,10.1.1.0/24", 2, "10.0.0.0/16 10.0.1.0/24", "blocks that have ended do not count"},
		{"10.0.0.0/8 ,\t10.1.0.0/16", 1, "10.0.0.0/8 10.1.0.0/16", "blanks around a block, which are valid"},
	} {
		checkOverlaps(t, row.within, rules.OverlapsWithin(row.within), row.pairs, row.first, row.why)
	}
	for _, row := range []struct {
		a, b  string
		pairs int
		first string
		why   string
	}{
		{"10.0.0.0/24", "10.0.1.0/24", 0, "", "neighbors"},
		{"10.0.0.0/8,10.1.0.0/16", "11.0.0.0/8,11.1.0.0/16", 0, "", "overlaps within a list do not count"},
		{"10.0.0.0/24", "10.0.0.0/24", 1, "10.0.0.0/24 10.0.0.0/24", "the same block in both"},
		{"10.0.0.0/24,10.2.0.0/24", "10.2.0.0/24,10.0.0.0/24", 2, "10.0.0.0/24 10.0.0.0/24", "the first pair by the first list"},
		{"10.2.0.0/24,10.0.0.0/24", "10.0.0.0/24,10.2.0.0/24", 2, "10.2.0.0/24 10.2.0.0/24", "the first pair by the first list"},
		{"10.1.0.0/16", "11.0.0.0/8,10.0.0.0/8", 1, "10.0.0.0/8 10.1.0.0/16", "the outer block in the second list"},
		{"10.0.0.0/8", "10.2.0.0/16,10.1.0.0/16", 2, "10.0.0.0/8 10.2.0.0/16", "then by the second list"},
		{"10.3.0.0/16,10.0.0.0/8", "10.0.0.0/9,10.4.0.0/16", 3, "10.0.0.0/9 10.3.0.0/16", "each list has a block around one of the other"},
		{"0.0.0.0/0", "0.0.0.0/1,128.0.0.0/1", 2, "0.0.0.0/0 0.0.0.0/1", "the largest block, and its halves"},
	} {
		checkOverlaps(t, row.a+" and "+row.b, rules.OverlapsAcross(row.a, row.b), row.pairs, row.first, row.why)
	}
}

func checkOverlaps(t *testing.T, lists string, got rules.Overlaps, pairs int, first, why string) {
	t.Helper()
	text := ""
	if got.Outer.IsValid() || got.Inner.IsValid() {
		text = fmt.Sprint(got.Outer, " ", got.Inner)
	}
	if got.Pairs != pairs || text != first {
		t.Errorf("%s: %d pairs, the first %q, want %d and %q: %s", lists, got.Pairs, text, pairs, first, why)
	}
}

// Nested blocks of every length: each overlaps all others.
func TestOverlapsNested(t *testing.T) {
	for _, address := range []string{"0.0.0.0", "255.255.255.255", "85.170.85.170"} {
		var list []string
		for bits := range 33 {
			block, err := netip.MustParseAddr(address).Prefix(bits)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, block.String())
		}
		nested := strings.Join(list, ",")
		if got := rules.OverlapsWithin(nested); got != within(nested) || got.Pairs != 33*32/2 {
			t.Errorf("within %s: %v", address, got)
		}
		if got := rules.OverlapsAcross(nested, nested); got != across(nested, nested) || got.Pairs != 33*33 {
			t.Errorf("across %s: %v", address, got)
		}
	}
}
