package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A connection with a single tunnel that has BGP, a health check and tags.
func ExampleWithBGP() {
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithLocalSubnets("0.0.0.0/0"),
		vpnconn.WithRemoteSubnets("0.0.0.0/0"),
		vpnconn.WithBGP(vpnconn.BGP{
			Enable: new(true), LocalASN: 65530,
			TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1",
		}),
		vpnconn.WithHealthCheck(vpnconn.HealthCheck{
			Enable: new(true), Destination: "192.168.1.1", Source: "10.0.0.1",
		}),
		vpnconn.WithTags(vpnconn.Tag{Key: "team", Value: "network"}, vpnconn.Tag{Key: "test"}),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	params := req.Params()
	for _, name := range []string{"BgpConfig", "HealthCheckConfig", "Tags.1.Key", "Tags.1.Value", "Tags.2.Key"} {
		fmt.Println(name, "=", params[name])
	}

	// Output:
	// BgpConfig = {"EnableBgp":"true","LocalAsn":"65530","LocalBgpIp":"169.254.10.1","TunnelCidr":"169.254.10.0/30"}
	// HealthCheckConfig = {"dip":"192.168.1.1","enable":"true","sip":"10.0.0.1"}
	// Tags.1.Key = team
	// Tags.1.Value = network
	// Tags.2.Key = test
}

// BGP with two tunnels requires a block for each, and an address in it.
func ExampleWithTunnelsBGP() {
	bgp := func(role vpnconn.Role, block, ip string) vpnconn.Option {
		return vpnconn.WithTunnel(role, vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530, TunnelCIDR: block, LocalIP: ip}))
	}
	_, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("0.0.0.0/0"),
		vpnconn.WithRemoteSubnets("0.0.0.0/0"),
		vpnconn.WithTunnelsBGP(true),
		bgp(vpnconn.RoleMaster, "169.254.10.0/30", "169.254.10.1"),
		bgp(vpnconn.RoleSlave, "169.254.10.0/30", "169.254.11.1"),
	)
	if errs, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range errs.Unwrap() {
			fmt.Println(e)
		}
	}

	// Output:
	// TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: out of range "169.254.11.1": want an address of "169.254.10.0/30" other than the first and the last
	// TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: duplicate "169.254.10.0/30": want it once; first at TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr
}
