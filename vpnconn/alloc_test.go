//go:build !race

package vpnconn_test

import (
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestAllocations pins the allocations of hot paths, to detect changes that make an option escape to the heap.
func TestAllocations(t *testing.T) {
	req, err := usual()
	if err != nil {
		t.Fatal(err)
	}
	params := req.Params()
	room := make([]byte, 0, len(req.Query()))
	tricky := build(t, everything()...)
	trickyRoom := make([]byte, 0, len(tricky.Query()))
	for _, tt := range []struct {
		name string
		run  func()
		most float64
		why  string
	}{
		{"New", func() { _, _ = usual() }, 6, "the request, two phases, two lists of blocks, and the closure that hides them"},
		{"New, one block a side", func() {
			_, _ = vpnconn.New(
				vpnconn.WithRegionID("cn-shanghai"),
				vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
				vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd"),
				vpnconn.WithLocalSubnets("192.168.0.0/16"),
				vpnconn.WithRemoteSubnets("10.8.0.0/16"),
				vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"), ikeconfig.WithVersion(ikeconfig.V2)),
			)
		}, 3, "the request, phase 1 and the closure that hides them: one block is the list"},
		{"New, two tunnels", func() {
			_, _ = vpnconn.New(
				vpnconn.WithEdition(aliyun.Edition2025),
				vpnconn.WithRegionID("cn-shanghai"),
				vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
				vpnconn.WithLocalSubnets("192.168.0.0/16"),
				vpnconn.WithRemoteSubnets("10.8.0.0/16"),
				vpnconn.WithTags(vpnconn.Tag{Key: "team", Value: "network"}, vpnconn.Tag{Key: "stage"}),
				vpnconn.WithTunnel(vpnconn.RoleMaster, vpnconn.WithCustomerGatewayID("cgw-1"),
					vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"), ikeconfig.WithVersion(ikeconfig.V2)),
					vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)),
					vpnconn.WithBGP(vpnconn.BGP{TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1"})),
				vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithCustomerGatewayID("cgw-1"),
					vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"), ikeconfig.WithVersion(ikeconfig.V2)),
					vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)),
					vpnconn.WithBGP(vpnconn.BGP{TunnelCIDR: "169.254.11.0/30", LocalIP: "169.254.11.1"})),
			)
		}, 14, "the request and the closure that hides it, two lists of tunnels, two for all tags, a node for each tunnel and each object of one"},
		{"NewBuilder", func() { vpnconn.NewBuilder(vpnconn.WithRegionID("r"), vpnconn.WithName("to-headquarters")) }, 2, "the draft and the closure that hides it"},
		{"Build", func() { _, _ = req.Builder().Build() }, 0, "a draft that is canonical already is the request"},
		{"With", func() { _, _ = req.With(vpnconn.WithName("another")) }, 2, "the request and the closure that hides it, the phases shared with the first"},
		{"a parameter", func() { _, _, _ = req.RegionID(), req.Name(), req.ClientToken() }, 0, "no map is made for one"},
		{"Params", func() { req.Params() }, 5, "the map, and one text for both JSON objects"},
		{"AppendQuery", func() { req.AppendQuery(room) }, 0, "there is room"},
		{"AppendQuery of what has to be escaped", func() { tricky.AppendQuery(trickyRoom) }, 0, "the room is exact"},
		{"Query", func() { _ = req.Query() }, 1, "the text"},
		{"Parse", func() { _, _ = vpnconn.Parse(params) }, 26, "only a few for each parameter"},
	} {
		if got := testing.AllocsPerRun(100, tt.run); got > tt.most {
			t.Errorf("%s: %v allocations, want %v at most: %s", tt.name, got, tt.most, tt.why)
		}
	}
}
