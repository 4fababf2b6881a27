// Its inputs are those of hostile_test.go.

//go:build !race

package validation_test

import (
	"strconv"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// BenchmarkHostile: what a byte costs must not depend on how many there are, so the speeds of a kind at its two sizes are to
// be about the same.
func BenchmarkHostile(b *testing.B) {
	v := newValidator(b)
	for _, n := range []int{10_000, 100_000} {
		for _, in := range manyInputs(n) {
			b.Run(in.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(in.size))
				b.ReportAllocs()
				for b.Loop() {
					_ = validation.Explain(v.Var(in.value, in.tag))
				}
			})
		}
	}
}
