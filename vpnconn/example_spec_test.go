package vpnconn_test

import (
	"encoding/json"
	"fmt"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// A Spec is a connection in a configuration file. Reading it is strict, Build checks it, and writing it hides the key.
func ExampleSpec() {
	var file struct {
		Connection vpnconn.Spec `json:"connection"`
	}
	err := json.Unmarshal([]byte(`{
		"connection": {
			"RegionId": "cn-shanghai",
			"VpnGatewayId": "vpn-bp1q8bgx4xnkm2ogj0fiu",
			"CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk3dgz",
			"LocalSubnet": "10.0.0.0/24,10.0.1.0/24",
			"RemoteSubnet": ["192.168.0.0/16"],
			"IkeConfig": {"Psk": "example-only", "IkeVersion": "ikev2", "IkeLifetime": 3600}
		}
	}`), &file)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := file.Connection.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.LocalSubnets(), r.IKE().Version(), len(r.IKE().PSK()))

	text, err := json.Marshal(file.Connection.IKE)
	fmt.Println(string(text), err)

	// Output:
	// [10.0.0.0/24 10.0.1.0/24] ikev2 12
	// {"Psk":"[hidden]","IkeVersion":"ikev2","IkeLifetime":3600} <nil>
}

// A typo in a file is an error, and so is a file that was written with its key hidden.
func ExampleSpec_mistakes() {
	var spec vpnconn.Spec
	err := json.Unmarshal([]byte(`{"RegionId": "cn-shanghai", "IkeConfig": {"Psk": "[hidden]", "IkeLifeTime": "3600"}}`), &spec)
	fmt.Println(err)
	fmt.Println(spec.RegionID == "")

	// Output:
	// IkeConfig.Psk: unsupported value: want the key itself, not what stands in its place where it is hidden; IkeConfig.IkeLifeTime: unknown parameter: did you mean IkeConfig.IkeLifetime?
	// true
}
