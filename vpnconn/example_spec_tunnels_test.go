package vpnconn_test

import (
	"encoding/json"
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A file with two tunnels, on top of an organization's defaults for both.
func ExampleSpec_tunnels() {
	defaults := vpnconn.Options(vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithAuthAlg(ikeconfig.SHA256)))
	var spec vpnconn.Spec
	err := json.Unmarshal([]byte(`{
		"RegionId": "cn-shanghai",
		"VpnGatewayId": "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"LocalSubnet": "10.0.0.0/24",
		"RemoteSubnet": "192.168.0.0/16",
		"Tags": {"team": "network", "test": null},
		"TunnelOptionsSpecification": [
			{"Role": "master", "CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk3dgz"},
			{"Role": "slave", "CustomerGatewayId": "cgw-bp1pvpl9r9adju6l5vcwd", "TunnelIkeConfig": {"IkeVersion": "ikev1"}}
		]
	}`), &spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithTunnel(vpnconn.RoleMaster, defaults),
		vpnconn.WithTunnel(vpnconn.RoleSlave, defaults),
		spec.Option(),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tunnel := range req.Tunnels() {
		fmt.Println(tunnel)
	}
	fmt.Println(req.Tags())

	// Output:
	// vpnconn.Tunnel{CustomerGatewayId: "cgw-bp1mvj4g9kogwwcxk3dgz", Role: "master", TunnelIkeConfig.IkeAuthAlg: "sha256", TunnelIkeConfig.IkeVersion: "ikev2"}
	// vpnconn.Tunnel{CustomerGatewayId: "cgw-bp1pvpl9r9adju6l5vcwd", Role: "slave", TunnelIkeConfig.IkeAuthAlg: "sha256", TunnelIkeConfig.IkeVersion: "ikev1"}
	// [{team network} {test }]
}
