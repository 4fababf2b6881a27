package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// An organization's baseline as one option, which a package can export.
func ExampleOptions() {
	house := vpnconn.Options(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithPFS(ikeconfig.Group14)),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)),
	)

	req, err := vpnconn.New(
		house,
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithEffectImmediately(false), // the last one wins
	)
	if err != nil {
		log.Fatal(err)
	}
	params := req.Params()
	fmt.Println(params["RegionId"], params["EffectImmediately"])
	fmt.Println(params["IkeConfig"])
	fmt.Println(params["IpsecConfig"])
	// Output:
	// cn-shanghai false
	// {"IkePfs":"group14","IkeVersion":"ikev2"}
	// {"IpsecPfs":"group14"}
}
