package vpnconn_test

import (
	"encoding/json"
	"fmt"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Options before the users' Spec are defaults that it can change; options after it cannot be changed.
func ExampleSpec_Option() {
	defaults := vpnconn.Options(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithIKE(ikeconfig.WithEncAlg(ikeconfig.AES256), ikeconfig.WithPFS(ikeconfig.Group14)),
	)
	demands := vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2))

	var spec vpnconn.Spec
	err := json.Unmarshal([]byte(`{
		"VpnGatewayId": "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"CustomerGatewayId": "cgw-bp1pvpl9r9adju6l5vcwd",
		"LocalSubnet": "10.0.0.0/24",
		"RemoteSubnet": "192.168.0.0/16",
		"IkeConfig": {"IkeVersion": "ikev1", "IkePfs": "group5"}
	}`), &spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := vpnconn.New(defaults, spec.Option(), demands)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.RegionID(), r.IKE())
	// Output:
	// cn-shanghai ikeconfig.Config{IkeVersion: "ikev2", IkeEncAlg: "aes256", IkePfs: "group5"}
}
