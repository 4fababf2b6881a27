//go:build !race

package errors_test

import (
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestAllocations pins the allocations of Decode, to detect changes that copy a reply again.
func TestAllocations(t *testing.T) {
	for _, r := range replies {
		body := []byte(r.body)
		if got := testing.AllocsPerRun(100, func() { _ = vpnerrors.Decode(502, body) }); got > r.most {
			t.Errorf("%s: %v allocations, want %v at most", r.name, got, r.most)
		}
	}
}
