package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A baseline has what both tunnels have in common; each tunnel adds its own settings.
func ExampleWithTunnel() {
	both := vpnconn.Options(
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithAuthAlg(ikeconfig.SHA256)),
	)
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTunnel(vpnconn.RoleMaster, both, vpnconn.WithIKE(ikeconfig.WithPSK("example-only-1"))),
		vpnconn.WithTunnel(vpnconn.RoleSlave, both, vpnconn.WithIKE(ikeconfig.WithPSK("example-only-2")), vpnconn.WithDPD(false)),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for name, value := range req.All() {
		fmt.Println(name, "=", value)
	}

	// Output:
	// Action = CreateVpnConnection
	// LocalSubnet = 10.0.0.0/24
	// RegionId = cn-shanghai
	// RemoteSubnet = 192.168.0.0/16
	// TunnelOptionsSpecification.1.CustomerGatewayId = cgw-bp1mvj4g9kogwwcxk3dgz
	// TunnelOptionsSpecification.1.Role = master
	// TunnelOptionsSpecification.1.TunnelIkeConfig.IkeAuthAlg = sha256
	// TunnelOptionsSpecification.1.TunnelIkeConfig.IkeVersion = ikev2
	// TunnelOptionsSpecification.1.TunnelIkeConfig.Psk = example-only-1
	// TunnelOptionsSpecification.2.CustomerGatewayId = cgw-bp1mvj4g9kogwwcxk3dgz
	// TunnelOptionsSpecification.2.EnableDpd = false
	// TunnelOptionsSpecification.2.Role = slave
	// TunnelOptionsSpecification.2.TunnelIkeConfig.IkeAuthAlg = sha256
	// TunnelOptionsSpecification.2.TunnelIkeConfig.IkeVersion = ikev2
	// TunnelOptionsSpecification.2.TunnelIkeConfig.Psk = example-only-2
	// VpnGatewayId = vpn-bp1q8bgx4xnkm2ogj0fiu
}
