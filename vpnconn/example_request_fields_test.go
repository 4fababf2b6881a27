package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// For a table that people read: every setting with its documented name, the pre-shared key hidden.
func ExampleRequest_Fields() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithIKE(ikeconfig.WithPSK("correct horse battery staple"), ikeconfig.WithVersion(ikeconfig.V2)),
		vpnconn.WithName("to-head-office"),
	)
	if err != nil {
		log.Fatal(err)
	}
	for field, value := range req.Fields() {
		fmt.Printf("%-20s %s\n", field, value)
	}
	// Output:
	// Action               CreateVpnConnection
	// CustomerGatewayId    cgw-p0w2jemrcj5u61un8rbm4
	// LocalSubnet          10.0.0.0/16
	// RegionId             cn-shanghai
	// RemoteSubnet         192.168.0.0/24
	// VpnGatewayId         vpn-bp1q8bgx4xnkm2ogj0fiu
	// IkeConfig.Psk        [hidden]
	// IkeConfig.IkeVersion ikev2
	// Name                 to-head-office
}
