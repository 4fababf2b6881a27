package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A second connection by the settings of a first one, without its token and its key.
func ExampleWithout() {
	first, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithClientToken("first"),
		vpnconn.WithIKE(ikeconfig.WithPSK("the key of the first"), ikeconfig.WithVersion(ikeconfig.V2)),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	second, err := first.With(
		vpnconn.Without("ClientToken", "IkeConfig.Psk"),
		vpnconn.WithRemoteSubnets("172.16.0.0/12"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q %s\n", second.ClientToken(), second.IKE())

	_, err = first.With(vpnconn.Without("IkeConfig.PSK"))
	fmt.Println(err)

	// Output:
	// "" ikeconfig.Config{IkeVersion: "ikev2"}
	// IkeConfig.PSK: unknown parameter: did you mean IkeConfig.Psk?
}
