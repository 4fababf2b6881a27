package vpnconn_test

import (
	"fmt"
	"log"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func ExampleNew() {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8rbm4"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24", "192.168.1.0/24"),
		vpnconn.WithName("to-head-office"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK("correct horse battery staple"),
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithPFS(ikeconfig.Group14),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES256),
			ipsecconfig.WithLifetime(8*time.Hour),
		),
	)
	if err != nil {
		log.Fatal(err)
	}
	// Sorted by name. What was not set is not sent.
	for name, value := range req.All() {
		fmt.Printf("%s=%s\n", name, value)
	}
	// Output:
	// Action=CreateVpnConnection
	// CustomerGatewayId=cgw-p0w2jemrcj5u61un8rbm4
	// IkeConfig={"IkePfs":"group14","IkeVersion":"ikev2","Psk":"correct horse battery staple"}
	// IpsecConfig={"IpsecEncAlg":"aes256","IpsecLifetime":28800}
	// LocalSubnet=10.0.0.0/16
	// Name=to-head-office
	// RegionId=cn-shanghai
	// RemoteSubnet=192.168.0.0/24,192.168.1.0/24
	// VpnGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu
}
