package vpnconn_test

import (
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// BenchmarkAdvise takes the advice on requests of several sizes, each beside building it, by which it is to be measured.
func BenchmarkAdvise(b *testing.B) {
	const many = 100_000
	for _, size := range []struct {
		name          string
		local, remote []string
	}{
		{"one block a side", []string{"10.0.0.0/24"}, []string{"10.1.0.0/24"}},
		{"32 a side", manyBlocks(32, 0), manyBlocks(32, 32)},
		{"100000 a side, in order", manyBlocks(many, 0), manyBlocks(many, many)},
		{"100000 a side, shuffled", shuffled(manyBlocks(many, 0)), shuffled(manyBlocks(many, many))},
		{"100000 a side, the same on both", shuffled(manyBlocks(many, 0)), shuffled(manyBlocks(many, 0))},
		{"all within one another", shuffled(blockTree()), shuffled(blockTree())},
	} {
		opts := vpnconn.Options(vpnconn.WithLocalSubnets(size.local...), vpnconn.WithRemoteSubnets(size.remote...))
		b.Run(size.name+"/New", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustNew(b, opts)
			}
		})
		b.Run(size.name+"/Advise", func(b *testing.B) {
			r := mustNew(b, opts)
			b.ReportAllocs()
			for b.Loop() {
				if len(r.Advise()) == 0 {
					b.Fatal("no advice")
				}
			}
		})
	}
}

func shuffled(blocks []string) []string {
	rand.New(rand.NewPCG(4, 3)).Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return blocks
}

// blockTree returns all blocks within 10.0.0.0/16 and all that it lies in: as many pairs that overlap as so many blocks have.
func blockTree() (blocks []string) {
	for bits := range 33 {
		for i := range 1 << max(0, bits-16) {
			at := i << (32 - bits)
			addr := netip.AddrFrom4([4]byte{10, 0, byte(at >> 8), byte(at)})
			blocks = append(blocks, netip.PrefixFrom(addr, bits).Masked().String())
		}
	}
	return blocks
}
