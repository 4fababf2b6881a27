package vpnconn_test

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// overlaps has the advice on overlaps within LocalSubnet, within RemoteSubnet, and across both; "" for none.
type overlaps [3]string

// overlapsOf finds the overlaps by comparing all pairs: the first pair in the order of the lists, and how many.
func overlapsOf(local, remote []string) (found overlaps) {
	for kind, lists := range [3][2][]string{{local, local}, {remote, remote}, {local, remote}} {
		pairs, first := 0, ""
		for i, text := range lists[0] {
			for j, other := range lists[1] {
				outer, inner := netip.MustParsePrefix(text), netip.MustParsePrefix(other)
				if kind < 2 && j <= i || !outer.Overlaps(inner) {
					continue
				}
				if inner.Bits() < outer.Bits() {
					outer, inner = inner, outer
				}
				if pairs++; pairs == 1 && kind < 2 {
					first = fmt.Sprintf("%v lies within %v", inner, outer)
				} else if pairs == 1 {
					first = fmt.Sprintf("%v on one side overlaps %v on the other", outer, inner)
				}
			}
		}
		if pairs > 0 {
			found[kind] = fmt.Sprintf("%s (pairs that overlap: %d)", first, pairs)
		}
	}
	return found
}

// overlapsIn returns the advice on overlaps, with only the blocks and the count of each text.
func overlapsIn(t *testing.T, r vpnconn.Request) (found overlaps) {
	t.Helper()
	for _, a := range r.Advise() {
		first, count, counted := strings.Cut(a.Problem, " (")
		if !counted {
			continue
		}
		kind := 0
		if a.Field == "RemoteSubnet" {
			if kind = 2; strings.Contains(first, " lies within ") {
				kind = 1
			}
		}
		if found[kind] != "" || a.Severity != vpnconn.Note || a.Suggest != nil {
			t.Errorf("%s: severity %v, with a cure: %t, want one note without a cure: %s", a.Field, a.Severity, a.Suggest != nil, a.Problem)
		}
		first, _, _ = strings.Cut(first, ", ")
		found[kind] = first + " (" + count
	}
	return found
}

// someBlocks returns 1 to 8 different blocks, from so few addresses that many overlap: of the largest blocks, of small
// ones, and of the last addresses.
func someBlocks(rnd *rand.Rand) (blocks []string) {
	seen := make(map[string]bool)
	for n := 1 + rnd.IntN(8); len(blocks) < n; {
		i := rnd.IntN(3)
		at := []uint32{0, 10 << 24, 1<<32 - 16}[i] + []uint32{1 << 28, 1 << 4, 1}[i]*rnd.Uint32N(16)
		addr := netip.AddrFrom4([4]byte{byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at)})
		block := netip.PrefixFrom(addr, []int{0, 24, 28}[i]+rnd.IntN(5)).Masked().String()
		if !seen[block] {
			seen[block] = true
			blocks = append(blocks, block)
		}
	}
	return blocks
}

func TestAdviseOverlaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2))
	kinds := make(map[bool]int)
	for range 3000 {
		local, remote := someBlocks(rnd), someBlocks(rnd)
		want := overlapsOf(local, remote)
		for _, w := range want {
			kinds[w != ""]++
		}
		got := overlapsIn(t, strongest(t, vpnconn.WithLocalSubnets(local...), vpnconn.WithRemoteSubnets(remote...)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v and %v: (-want +got)\n%s", local, remote, diff)
		}
	}
	if kinds[true] < 1000 || kinds[false] < 1000 {
		t.Errorf("too few lists with, or without, an overlap: %v", kinds)
	}
}

// TestAdviseOverlapsPinned pins some cases, including lists of many thousand blocks.
func TestAdviseOverlapsPinned(t *testing.T) {
	const many = 100_000
	var nested []string
	for bits := range 33 {
		nested = append(nested, fmt.Sprintf("0.0.0.0/%d", bits))
	}
	for _, tt := range []struct {
		local, remote []string
		want          overlaps
		why           string
	}{
		{[]string{"10.0.0.0/24,10.0.2.0/24"}, []string{"10.0.1.0/24"}, overlaps{}, "neighbors"},
		{[]string{"10.0.0.0/25,10.0.0.0/24,10.0.0.0/26"}, []string{"10.1.0.0/24"},
			overlaps{"10.0.0.0/25 lies within 10.0.0.0/24 (pairs that overlap: 3)"}, "all three pairs; the first by list order"},
		{[]string{"10.0.0.0/8,11.0.0.0/8,11.1.0.0/16,10.1.0.0/16"}, []string{"12.0.0.0/8"},
			overlaps{"10.1.0.0/16 lies within 10.0.0.0/8 (pairs that overlap: 2)"}, "the pair of the earliest block, not of the earliest end"},
		{[]string{"10.0.0.0/24,10.2.0.0/24"}, []string{"10.2.0.0/24,10.0.0.0/24"},
			overlaps{2: "10.0.0.0/24 on one side overlaps 10.0.0.0/24 on the other (pairs that overlap: 2)"}, "the first pair by LocalSubnet"},
		{[]string{"0.0.0.0/0"}, []string{"0.0.0.0/1,128.0.0.0/1"},
			overlaps{2: "0.0.0.0/0 on one side overlaps 0.0.0.0/1 on the other (pairs that overlap: 2)"}, "the largest blocks"},
		{nested, []string{"10.0.0.0/32"}, overlaps{"0.0.0.0/1 lies within 0.0.0.0/0 (pairs that overlap: 528)", "",
			"0.0.0.0/0 on one side overlaps 10.0.0.0/32 on the other (pairs that overlap: 5)"}, "33 nested blocks"},
		{append(manyBlocks(many, 0), "0.0.0.0/0"), manyBlocks(many, 0), overlaps{"10.0.0.0/28 lies within 0.0.0.0/0 (pairs that overlap: 100000)", "",
			"10.0.0.0/28 on one side overlaps 10.0.0.0/28 on the other (pairs that overlap: 200000)"}, "any number of pairs"},
	} {
		r := strongest(t, vpnconn.WithLocalSubnets(tt.local...), vpnconn.WithRemoteSubnets(tt.remote...))
		if diff := cmp.Diff(tt.want, overlapsIn(t, r)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
		}
	}
}

// manyBlocks returns n blocks of 16 addresses, starting at number first from 10.0.0.0.
func manyBlocks(n, first int) []string {
	blocks := make([]string, n)
	for i := range blocks {
		at := 10<<24 + (first+i)*16
		blocks[i] = fmt.Sprintf("%d.%d.%d.%d/28", at>>24, at>>16&255, at>>8&255, at&255)
	}
	return blocks
}
