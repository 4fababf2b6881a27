package vpnconn_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The service may change its defaults. Effective sets the documented ones, so that this does not matter.
func ExampleRequest_Effective() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24"),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2)),
	)
	if err != nil {
		log.Fatal(err)
	}
	before, after := req.Params(), req.Effective().Params()
	for _, name := range []string{"EffectImmediately", "IkeConfig", "IpsecConfig"} {
		fmt.Printf("%s: %q became\n  %s\n", name, before[name], after[name])
	}
	// Output:
	// EffectImmediately: "" became
	//   false
	// IkeConfig: "{\"IkeVersion\":\"ikev2\"}" became
	//   {"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev2"}
	// IpsecConfig: "" became
	//   {"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"}
}
