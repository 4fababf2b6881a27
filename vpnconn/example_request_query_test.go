package vpnconn_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The query is sorted and encoded as the service's signature requires: a space is %20, not '+'.
func ExampleRequest_Query() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithRemoteSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithIKE(ikeconfig.WithPSK("a b~")),
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.ReplaceAll(req.Query(), "&", "\n&"))
	// Output:
	// Action=CreateVpnConnection
	// &CustomerGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu
	// &IkeConfig=%7B%22Psk%22%3A%22a%20b~%22%7D
	// &LocalSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24
	// &RegionId=cn-shanghai
	// &RemoteSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24
	// &VpnGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu
}
