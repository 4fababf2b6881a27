package vpnconn_test

import (
	"fmt"
	"log"
	"net/netip"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// Networks that a program has computed need not be converted to text.
func ExampleWithLocalPrefixes() {
	hosts := []netip.Addr{netip.MustParseAddr("10.0.3.17"), netip.MustParseAddr("10.0.1.4")}
	var networks []netip.Prefix
	for _, host := range hosts {
		networks = append(networks, netip.PrefixFrom(host, 24).Masked())
	}

	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalPrefixes(networks...),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(req.Params()["LocalSubnet"]) // in the order given
	fmt.Println(req.LocalSubnets()[0].Contains(hosts[0]))
	// Output:
	// 10.0.3.0/24,10.0.1.0/24
	// true
}
