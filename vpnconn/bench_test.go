package vpnconn_test

import (
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// usual builds a request with all settings that a service would set, from new options.
func usual() (vpnconn.Request, error) {
	return vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"), vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"), vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd"),
		vpnconn.WithLocalSubnets("192.168.0.0/16", "172.16.0.0/12"), vpnconn.WithRemoteSubnets("10.8.0.0/16", "10.9.0.0/16"),
		vpnconn.WithClientToken("02fb3da4-130e-11e9-8e44-0016e04115b"), vpnconn.WithEffectImmediately(true), vpnconn.WithName("to-headquarters"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"), ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithMode(ikeconfig.Main),
			ikeconfig.WithEncAlg(ikeconfig.AES256), ikeconfig.WithAuthAlg(ikeconfig.SHA1), ikeconfig.WithPFS(ikeconfig.Group14),
			ikeconfig.WithLifetime(86400e9), ikeconfig.WithLocalID("47.96.0.10"), ikeconfig.WithRemoteID("203.0.113.7"),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES256), ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
			ipsecconfig.WithPFS(ipsecconfig.Group14), ipsecconfig.WithLifetime(3600e9),
		),
	)
}

func BenchmarkRequest(b *testing.B) {
	r, _ := usual()
	params, dst := r.Params(), make([]byte, 0, len(r.Query()))
	for name, run := range map[string]func() error{
		"New":         func() error { _, err := usual(); return err },
		"Params":      func() error { r.Params(); return nil },
		"AppendQuery": func() error { r.AppendQuery(dst); return nil },
		"With":        func() error { _, err := r.With(vpnconn.WithName("another")); return err },
		"Parse":       func() error { _, err := vpnconn.Parse(params); return err },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkAdvise measures Advise on requests of several sizes, each next to New for comparison.
func BenchmarkAdvise(b *testing.B) {
	const many = 100_000
	for _, size := range []struct {
		name          string
		local, remote []string
	}{
		{"one block a side", manyBlocks(1, 0), manyBlocks(1, 1)},
		{"32 a side", manyBlocks(32, 0), manyBlocks(32, 32)},
		{"100000 a side, in order", manyBlocks(many, 0), manyBlocks(many, many)},
		{"100000 a side, the same on both", shuffled(manyBlocks(many, 0)), shuffled(manyBlocks(many, 0))},
		{"all nested", shuffled(blockTree()), shuffled(blockTree())},
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

// blockTree returns all blocks within 10.0.0.0/16 and all that contain it: the most overlaps for this number of blocks.
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
