package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Tags and tunnels are read from flat parameters, in numerical order.
func ExampleParseIn() {
	sent := map[string]string{
		"Action":         "CreateVpnConnection",
		"RegionId":       "cn-shanghai",
		"VpnGatewayId":   "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"LocalSubnet":    "10.0.0.0/24",
		"RemoteSubnet":   "192.168.0.0/16",
		"Tags.1.Key":     "team",
		"Tags.1.Value":   "network",
		"DryRun":         "true",
		"ClientToken":    "02fb3da4-130e-11e9-8e44-0016e04115b",
		"Name":           "office to VPC",
		"AccessKeyId":    "common parameters are skipped",
		"SignatureNonce": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",

		"TunnelOptionsSpecification.1.CustomerGatewayId":          "cgw-bp1mvj4g9kogwwcxk3dgz",
		"TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs":     "group14",
		"TunnelOptionsSpecification.2.CustomerGatewayId":          "cgw-bp1pvpl9r9adju6l5vcwd",
		"TunnelOptionsSpecification.2.TunnelIpsecConfig.IpsecPfs": "disabled",
	}
	req, err := vpnconn.ParseIn(aliyun.Edition2025, sent)
	if err != nil {
		fmt.Println(err)
		return
	}
	dryRun, _ := req.DryRun()
	fmt.Println(req.Tags(), dryRun)
	fmt.Println(req.Tunnels()[0].IKE(), req.Tunnels()[1].IPsec())

	_, err = vpnconn.Parse(map[string]string{"Action": "CreateVpnConnection", "Tags.1.Key": "team"})
	if errs, ok := err.(interface{ Unwrap() []error }); ok {
		all := errs.Unwrap()
		fmt.Println(all[len(all)-1])
	}

	// Output:
	// [{team network}] true
	// ikeconfig.Config{IkePfs: "group14"} ipsecconfig.Config{IpsecPfs: "disabled"}
	// Tags: unknown parameter; it is in edition 2025
}
