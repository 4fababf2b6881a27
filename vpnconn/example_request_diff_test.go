package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// What has changed between the request that was sent and the one that is wanted now.
func ExampleRequest_Diff() {
	sent, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithIKE(ikeconfig.WithPSK("an old key")),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	wanted, err := sent.With(
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithIKE(ikeconfig.WithPSK("a new key"), ikeconfig.WithVersion(ikeconfig.V2)),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for d := range sent.Diff(wanted) {
		fmt.Println(d)
	}

	// Output:
	// RemoteSubnet: "192.168.0.0/24" to "192.168.0.0/16"
	// IkeConfig.Psk: "[hidden]" to "[hidden]"
	// IkeConfig.IkeVersion: unset to "ikev2"
}
