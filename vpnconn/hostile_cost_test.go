// The race detector makes these many times slower and larger, and has nothing to find: each runs in one goroutine.

//go:build !race

package vpnconn_test

import (
	"runtime"
	"strconv"
	"testing"
)

// What hostile input may cost in memory that is allocated on the way, all told, be it in use at the end or not: so many
// bytes for each byte of it, for each mistake that is named, and for the request itself. Most of a mistake is that of a
// name with a bad escape; others take less than 500.
const (
	memoryOfByte    = 24
	memoryOfMistake = 2000
	memoryOfRequest = 8 << 10
)

// TestHostileMemory: memory is linear in the input, with factors that are known, and whatever is wrong with the input is
// said on a line. A factor that is right for a little and for a hundred times as much is one.
func TestHostileMemory(t *testing.T) {
	for _, n := range []int{100, 10_000} {
		for _, in := range hostileInputs(n) {
			t.Run(in.name+"/"+strconv.Itoa(n), func(t *testing.T) {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				err := in.give()
				runtime.ReadMemStats(&after)
				count := 0
				if err != nil {
					checkErrorLaws(t, err)
					count = len(err.(mistakes))
				}
				if err != nil && n == 100 { // as the line is, so are others with more behind "and N more"
					checkUnforged(t, err)
				}
				most := uint64(memoryOfByte*in.size + memoryOfMistake*count + memoryOfRequest)
				if got := after.TotalAlloc - before.TotalAlloc; got > most {
					t.Errorf("%d bytes of input and %d mistakes take %d bytes, want %d at most", in.size, count, got, most)
				}
			})
		}
	}
}

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
