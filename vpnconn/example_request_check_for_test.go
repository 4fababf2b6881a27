package vpnconn_test

import (
	"errors"
	"fmt"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A valid request with a single tunnel, for a gateway that takes only connections with two.
func ExampleRequest_CheckFor() {
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	gateway := vpnconn.Gateway{DualTunnel: true} // from the reply to DescribeVpnGateway
	err = req.CheckFor(gateway)
	fmt.Println(err)
	fmt.Println(errors.Is(err, vpnerrors.ErrRequired))

	// Output:
	// TunnelOptionsSpecification: required: want two tunnels, each with parameters of its own
	// true
}
