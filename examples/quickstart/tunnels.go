package main

import (
	"fmt"
	"io"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// tellTunnels shows a request for a gateway bought today, and a mistake that no single value shows.
func tellTunnels(w io.Writer) error {
	heading(w, "7. Two tunnels, as gateways bought today require: vpnconn.WithEdition, WithTunnel")
	dual, err := vpnconn.New(tunnelOptions("169.254.11.0/30", "169.254.11.1")...)
	if err != nil {
		return err
	}
	for name, value := range dual.Fields() {
		fmt.Fprintf(w, "   %-60s  %s\n", name, value)
	}

	heading(w, "8. A mistake that only shows in two parameters together: the same block in both tunnels")
	_, err = vpnconn.New(tunnelOptions("169.254.10.0/30", "169.254.10.2")...)
	if err == nil {
		return fmt.Errorf("two tunnels with one block were accepted")
	}
	fmt.Fprintf(w, "   %v\n", err)
	return nil
}

// tunnelOptions describes a connection with two tunnels that exchange routes by BGP, the second one with its own block.
func tunnelOptions(secondBlock, secondIP string) []vpnconn.Option {
	baseline := vpnconn.Options( // what both tunnels have in common
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8ogj0"),
		vpnconn.WithIKE(
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithPSK(psk),
			ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.SHA256),
			ikeconfig.WithPFS(ikeconfig.Group14),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES256),
			ipsecconfig.WithAuthAlg(ipsecconfig.SHA256),
			ipsecconfig.WithPFS(ipsecconfig.Group14),
		),
	)
	return []vpnconn.Option{
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/16"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTunnelsBGP(true),
		vpnconn.WithTunnel(vpnconn.RoleMaster, baseline,
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530, TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1"})),
		vpnconn.WithTunnel(vpnconn.RoleSlave, baseline,
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530, TunnelCIDR: secondBlock, LocalIP: secondIP})),
	}
}
