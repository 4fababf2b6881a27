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

// advBlocks returns 1 to most random blocks, no two the same, of few enough addresses that many overlap.
func advBlocks(rnd *rand.Rand, most int) []string {
	ranges := []struct {
		addr, step uint32
		shortest   int
	}{
		{0, 1 << 28, 0},        // the largest blocks, 0.0.0.0/0 among them
		{10 << 24, 1 << 4, 24}, // small ones
		{1<<32 - 16, 1, 28},    // the last addresses of all
	}
	seen := make(map[string]bool)
	var blocks []string
	for n := 1 + rnd.IntN(most); len(blocks) < n; {
		r := ranges[rnd.IntN(len(ranges))]
		at := r.addr + r.step*uint32(rnd.IntN(16))
		addr := netip.AddrFrom4([4]byte{byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at)})
		block := netip.PrefixFrom(addr, r.shortest+rnd.IntN(5)).Masked().String()
		if !seen[block] {
			seen[block] = true
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// advWithin says what is said of the overlaps within a list, by comparing each block with each; "" for none.
func advWithin(blocks []string) string {
	var first string
	pairs := 0
	for i := range blocks {
		for j := i + 1; j < len(blocks); j++ {
			a, b := netip.MustParsePrefix(blocks[i]), netip.MustParsePrefix(blocks[j])
			if !a.Overlaps(b) {
				continue
			}
			if pairs++; pairs == 1 {
				outer, inner := a, b
				if b.Bits() < a.Bits() {
					outer, inner = b, a
				}
				first = fmt.Sprintf("%v lies within %v", inner, outer)
			}
		}
	}
	return advPairs(first, pairs)
}

// advAcross says what is said of the overlaps of two lists, by comparing each block of one with each of the other.
func advAcross(local, remote []string) string {
	var first string
	pairs := 0
	for _, l := range local {
		for _, r := range remote {
			a, b := netip.MustParsePrefix(l), netip.MustParsePrefix(r)
			if !a.Overlaps(b) {
				continue
			}
			if pairs++; pairs == 1 {
				if b.Bits() < a.Bits() {
					a, b = b, a
				}
				first = fmt.Sprintf("%v on one side overlaps %v on the other", a, b)
			}
		}
	}
	return advPairs(first, pairs)
}

func advPairs(first string, pairs int) string {
	if pairs == 0 {
		return ""
	}
	return fmt.Sprintf("%s (pairs that overlap: %d)", first, pairs)
}

// advOverlaps returns the advice on overlaps: within LocalSubnet, within RemoteSubnet, across both. Of each text it leaves the
// blocks and the count.
func advOverlaps(t *testing.T, r vpnconn.Request) (found [3]string) {
	t.Helper()
	for _, a := range r.Advise() {
		first, count, counted := strings.Cut(a.Problem, " (")
		if !counted {
			continue
		}
		i := 0
		switch {
		case a.Field == "RemoteSubnet" && strings.Contains(first, " lies within "):
			i = 1
		case a.Field == "RemoteSubnet":
			i = 2
		case a.Field != "LocalSubnet":
			t.Errorf("a count of pairs on %s: %s", a.Field, a.Problem)
		}
		if found[i] != "" {
			t.Errorf("a second advice on %s: %s", a.Field, a.Problem)
		}
		first, _, _ = strings.Cut(first, ", ")
		found[i] = first + " (" + count
		if a.Severity != vpnconn.Note || a.Suggest != nil {
			t.Errorf("%s: severity %v and a cure: %v, want a note without", a.Field, a.Severity, a.Suggest != nil)
		}
	}
	return found
}

// TestAdviseOverlaps compares with the definition: each block with each other, the first pair in the order of the lists.
func TestAdviseOverlaps(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2))
	kinds := make(map[bool]int)
	for range 5000 {
		local, remote := advBlocks(rnd, 8), advBlocks(rnd, 8)
		want := [3]string{advWithin(local), advWithin(remote), advAcross(local, remote)}
		for _, w := range want {
			kinds[w != ""]++
		}
		got := advOverlaps(t, advStrongest(t, vpnconn.WithLocalSubnets(local...), vpnconn.WithRemoteSubnets(remote...)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v and %v: (-want +got)\n%s", local, remote, diff)
		}
	}
	if kinds[true] < 1000 || kinds[false] < 1000 {
		t.Errorf("of %v lists with an overlap or none there are too few of one kind", kinds)
	}
}

// TestAdviseOverlapsPinned pins some by hand, and how they read.
func TestAdviseOverlapsPinned(t *testing.T) {
	for _, tt := range []struct {
		name, local, remote string
		want                [3]string
		why                 string
	}{
		{"none", "10.0.0.0/24,10.0.2.0/24", "10.0.1.0/24", [3]string{}, "neighbours"},
		{"three in one another", "10.0.0.0/25,10.0.0.0/24,10.0.0.0/26", "10.1.0.0/24",
			[3]string{"10.0.0.0/25 lies within 10.0.0.0/24 (pairs that overlap: 3)"}, "each two of them; the first by their order"},
		{"the first by place", "10.0.0.0/8,11.0.0.0/8,11.1.0.0/16,10.1.0.0/16", "12.0.0.0/8",
			[3]string{"10.1.0.0/16 lies within 10.0.0.0/8 (pairs that overlap: 2)"}, "the pair of the earliest block, not of the earliest end"},
		{"the same on both sides", "10.0.0.0/24", "10.0.0.0/24",
			[3]string{2: "10.0.0.0/24 on one side overlaps 10.0.0.0/24 on the other (pairs that overlap: 1)"}, "a block overlaps itself"},
		{"two lists the same", "10.0.0.0/24,10.2.0.0/24", "10.2.0.0/24,10.0.0.0/24",
			[3]string{2: "10.0.0.0/24 on one side overlaps 10.0.0.0/24 on the other (pairs that overlap: 2)"}, "the first of LocalSubnet"},
		{"everything", "0.0.0.0/0", "0.0.0.0/1,128.0.0.0/1",
			[3]string{2: "0.0.0.0/0 on one side overlaps 0.0.0.0/1 on the other (pairs that overlap: 2)"}, "the longest blocks there are"},
		{"every length", advNested(33), "10.0.0.0/32",
			[3]string{"0.0.0.0/1 lies within 0.0.0.0/0 (pairs that overlap: 528)", "", "0.0.0.0/0 on one side overlaps 10.0.0.0/32 on the other (pairs that overlap: 5)"}, "33 in one another"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := advStrongest(t, vpnconn.WithLocalSubnets(tt.local), vpnconn.WithRemoteSubnets(tt.remote))
			if diff := cmp.Diff(tt.want, advOverlaps(t, r)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
			}
		})
	}
}

// advNested returns the blocks of address 0.0.0.0 with prefixes of 0 to n-1 bits.
func advNested(n int) string {
	blocks := make([]string, n)
	for i := range blocks {
		blocks[i] = fmt.Sprintf("0.0.0.0/%d", i)
	}
	return strings.Join(blocks, ",")
}

// TestAdviseOverlapsOfMany: the count is right in lists of many thousand blocks too.
func TestAdviseOverlapsOfMany(t *testing.T) {
	const n = 100_000
	local, remote := advMany(n, 0), advMany(n, 0)
	got := advOverlaps(t, advStrongest(t, vpnconn.WithLocalSubnets(append(local, "0.0.0.0/0")...), vpnconn.WithRemoteSubnets(remote...)))
	want := [3]string{
		"10.0.0.0/28 lies within 0.0.0.0/0 (pairs that overlap: 100000)", "",
		"10.0.0.0/28 on one side overlaps 10.0.0.0/28 on the other (pairs that overlap: 200000)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// advMany returns n blocks of 16 addresses each, from the first-th on, of 10.0.0.0/8 and what follows.
func advMany(n, first int) []string {
	blocks := make([]string, n)
	for i := range blocks {
		at := 10<<24 + (first+i)*16
		blocks[i] = fmt.Sprintf("%d.%d.%d.%d/28", at>>24, at>>16&255, at>>8&255, at&255)
	}
	return blocks
}
