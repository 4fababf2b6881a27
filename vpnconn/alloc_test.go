//go:build !race

package vpnconn_test

import (
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestAppendQueryAllocatesNothing(t *testing.T) {
	for name, opts := range map[string][]vpnconn.Option{"required": documented(), "everything": everything()} {
		req := build(t, opts...)
		dst := make([]byte, 0, len(req.Query()))
		if n := testing.AllocsPerRun(100, func() { req.AppendQuery(dst) }); n != 0 {
			t.Errorf("%s: %v allocations into a buffer of the very size", name, n)
		}
	}
}

func TestBuildAllocatesLittle(t *testing.T) {
	opts := everything()
	if n := testing.AllocsPerRun(100, func() { _, _ = vpnconn.New(opts...) }); n > 8 {
		t.Errorf("%v allocations for a request of 21 settings, want 8 at most", n)
	}
}
