package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// One token for one connection: the request keeps it for all tries, so a second try makes no second connection.
func ExampleNewClientToken() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
	)
	if err != nil {
		log.Fatal(err)
	}
	first, second := req.Params(), req.Params()
	fmt.Println(first["ClientToken"] == second["ClientToken"])
	fmt.Println(first["ClientToken"] == vpnconn.NewClientToken())
	// Output:
	// true
	// false
}
