package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A baseline for all connections of one gateway. A Builder never changes, so every connection starts from it.
func ExampleBuilder_With() {
	baseline := vpnconn.NewBuilder(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithEncAlg(ikeconfig.AES256)),
	)

	for _, branch := range []struct{ name, gateway, subnet string }{
		{"beijing", "cgw-1", "192.168.1.0/24"},
		{"chengdu", "cgw-2", "192.168.2.0/24"},
	} {
		req, err := baseline.With(
			vpnconn.WithName(branch.name),
			vpnconn.WithCustomerGatewayID(branch.gateway),
			vpnconn.WithRemoteSubnets(branch.subnet),
			vpnconn.WithIKE(ikeconfig.WithRemoteID(branch.name+".example.com")), // the rest of phase 1 stays
		).Build()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(req.Name(), req.RemoteSubnets(), req.IKE())
	}
	// Output:
	// beijing [192.168.1.0/24] ikeconfig.Config{IkeVersion: "ikev2", IkeEncAlg: "aes256", RemoteId: "beijing.example.com"}
	// chengdu [192.168.2.0/24] ikeconfig.Config{IkeVersion: "ikev2", IkeEncAlg: "aes256", RemoteId: "chengdu.example.com"}
}
