package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func ExampleRequest_With() {
	shanghai, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithName("shanghai"),
	)
	if err != nil {
		log.Fatal(err)
	}
	wider, err := shanghai.With(vpnconn.WithRemoteSubnets("192.168.0.0/16"))
	if err != nil {
		log.Fatal(err)
	}
	_, err = shanghai.With(vpnconn.WithRemoteSubnets("192.168.0.0/8"))

	fmt.Println(shanghai.Name(), shanghai.RemoteSubnets())
	fmt.Println(wider.Name(), wider.RemoteSubnets())
	fmt.Println(err)
	// Output:
	// shanghai [192.168.0.0/24]
	// shanghai [192.168.0.0/16]
	// RemoteSubnet[0]: host bits set in "192.168.0.0/8": want a network address; did you mean 192.0.0.0/8?
}
