package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The tunnels of a request can be read one by one, and changed by their roles.
func ExampleRequest_Tunnels() {
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTunnel(vpnconn.RoleMaster, vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz")),
		vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd")),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	changed, err := req.With(vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithNATTraversal(false)))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, tunnel := range changed.Tunnels() {
		nat, isSet := tunnel.NATTraversal()
		fmt.Println(tunnel.Role(), tunnel.CustomerGatewayID(), nat, isSet, tunnel.Equal(req.Tunnels()[i]))
	}

	// Output:
	// master cgw-bp1mvj4g9kogwwcxk3dgz false false true
	// slave cgw-bp1pvpl9r9adju6l5vcwd false true false
}
