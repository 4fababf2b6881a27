package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// The map is for an SDK that takes parameters by name, together with the product and version of the API.
func ExampleRequest_Params() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithRemoteSubnets("1.1.1.0/24", "1.1.2.0/24"),
	)
	if err != nil {
		log.Fatal(err)
	}
	params := req.Params()
	params["Version"] = vpnconn.APIVersion // the map belongs to the caller
	fmt.Println(vpnconn.Product, params["Version"], params["Action"])
	fmt.Println(params["LocalSubnet"])
	fmt.Println(len(params), len(req.Params()))
	// Output:
	// Vpc 2016-04-28 CreateVpnConnection
	// 1.1.1.0/24,1.1.2.0/24
	// 7 6
}
