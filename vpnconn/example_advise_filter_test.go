package vpnconn_test

import (
	"fmt"
	"slices"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A check before a release: accepted advice is skipped by its ID, everything else is printed with its cure.
func ExampleRequest_Advise_filter() {
	accepted := []string{"ike-pfs-group5", "ipsec-pfs-group5"} // the devices in the data center have nothing better

	tunnel := vpnconn.Options(
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithAuthAlg(ikeconfig.SHA256), ikeconfig.WithPFS(ikeconfig.Group5)),
		vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.SHA256), ipsecconfig.WithPFS(ipsecconfig.Group5)),
	)
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTunnel(vpnconn.RoleMaster, tunnel),
		vpnconn.WithTunnel(vpnconn.RoleSlave, tunnel, vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Disabled))),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range req.Advise() {
		if slices.Contains(accepted, a.ID) {
			continue
		}
		fmt.Println(a.Severity, a.ID)
		fmt.Println(a.Field)
		fmt.Println(a.Message(vpnerrors.English))
		fmt.Println(a.Message(vpnerrors.Chinese))
		for _, setting := range a.Cure {
			fmt.Println("cure:", setting)
		}
	}
	// Output:
	// weak ipsec-pfs-disabled
	// TunnelOptionsSpecification.2.TunnelIpsecConfig.IpsecPfs
	// without perfect forward secrecy, whoever gets the keys of phase 1 reads all traffic, recorded traffic too
	// 未启用完美前向保密（PFS），一旦第一阶段的密钥泄露，所有流量都可被解密，包括此前被截获的流量
	// cure: TunnelOptionsSpecification.2.TunnelIpsecConfig.IpsecPfs=group14
}
