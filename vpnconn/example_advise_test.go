package vpnconn_test

import (
	"fmt"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A request that the service would accept: advice on weak choices and on settings left to old defaults, and the request
// with their cures applied.
func ExampleRequest_Advise() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithIKE(
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithEncAlg(ikeconfig.TripleDES),
			ikeconfig.WithLifetime(8*time.Hour),
		),
		vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.MD5), ipsecconfig.WithLifetime(8*time.Hour)),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range req.Advise() {
		if a.Severity == vpnconn.Note {
			continue
		}
		fmt.Printf("%v: %s: %s (%s)\n", a.Severity, a.Field, a.Problem, a.Reference)
		if a.Suggest != nil {
			if req, err = req.With(a.Suggest); err != nil {
				fmt.Println(err)
				return
			}
		}
	}
	fmt.Println(req.IKE())
	fmt.Println(req.IPsec())
	// Output:
	// weak: IkeConfig.IkeEncAlg: 3DES has blocks of 64 bits, so that plaintext leaks after some tens of gigabytes under one key (RFC 8247, section 2.1; CVE-2016-2183)
	// weak: IkeConfig.IkePfs: unset, and the documented default is group2: a 1024-bit group is within reach of a well-funded attacker (RFC 8247, section 2.4)
	// broken: IpsecConfig.IpsecAuthAlg: MD5 is open to collisions, and libraries are dropping it (RFC 8221, section 6)
	// weak: IpsecConfig.IpsecPfs: unset, and the documented default is group2: a 1024-bit group is within reach of a well-funded attacker (RFC 8247, section 2.4)
	// ikeconfig.Config{IkeVersion: "ikev2", IkeEncAlg: "aes256", IkePfs: "group14", IkeLifetime: "28800"}
	// ipsecconfig.Config{IpsecAuthAlg: "sha1", IpsecPfs: "group14", IpsecLifetime: "28800"}
}
