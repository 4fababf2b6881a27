package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A process requests a connection and crashes before it reads the reply. It has stored nothing. When it is started
// again, it builds its request from the same configuration and gets the connection that it made before.
func ExampleWithDerivedClientToken() {
	service := tokenService{}
	key := []byte("a secret of this deployment") // stored with the credentials

	process := func(name string, crashes bool) {
		req, err := vpnconn.New(
			vpnconn.WithRegionID("cn-shanghai"),
			vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
			vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
			vpnconn.WithLocalSubnets("10.0.0.0/24"),
			vpnconn.WithRemoteSubnets("192.168.0.0/16"),
			vpnconn.WithName(name),
			vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2)),
			vpnconn.WithDerivedClientToken(key),
		)
		if err != nil {
			fmt.Println(err)
			return
		}
		id := service.create(req.Params())
		if crashes {
			fmt.Println(name, "crashed")
			return
		}
		fmt.Println(name, "has", id)
	}
	process("idc", true)
	process("idc", false)
	process("branch", false) // another request, another connection
	fmt.Println(len(service), "connections")
	// Output:
	// idc crashed
	// idc has vco-1
	// branch has vco-2
	// 2 connections
}

// A tokenService makes one connection for each ClientToken, as the service does.
type tokenService map[string]string

func (s tokenService) create(params map[string]string) (id string) {
	token := params["ClientToken"]
	if s[token] == "" {
		s[token] = fmt.Sprintf("vco-%d", len(s)+1)
	}
	return s[token]
}
