package vpnconn_test

import (
	"strconv"
	"testing"
)

// BenchmarkHostile: what a byte costs must not depend on how many there are, so the speeds of a kind at its two sizes are to
// be about the same.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		for _, in := range hostileInputs(n) {
			b.Run(in.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(in.size))
				b.ReportAllocs()
				for b.Loop() {
					_ = in.give()
				}
			})
		}
	}
}
