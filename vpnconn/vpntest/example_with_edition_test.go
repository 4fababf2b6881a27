package vpntest_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A gateway bought now accepts only connections with two tunnels. A dry run reports errors, and makes nothing.
func ExampleWithEdition() {
	server := vpntest.NewServer(
		vpntest.WithEdition(aliyun.Edition2025),
		vpntest.WithDualTunnelGateways("vpn-new"),
		vpntest.WithSingleTunnelGateways("vpn-old"),
	)
	defer server.Close()

	connection := vpnconn.Options(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-new"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithDryRun(true),
	)
	customer := vpnconn.WithCustomerGatewayID("cgw-1")
	for _, tunnels := range []vpnconn.Option{
		customer, // a single one
		vpnconn.Options(vpnconn.WithTunnel(vpnconn.RoleMaster, customer), vpnconn.WithTunnel(vpnconn.RoleSlave, customer)),
	} {
		request, err := vpnconn.New(connection, tunnels)
		if err != nil {
			fmt.Println(err)
			return
		}
		form := request.Values()
		form.Set("Version", vpnconn.APIVersion)
		reply, err := http.PostForm(server.URL, form)
		if err != nil {
			fmt.Println(err)
			return
		}
		body, _ := io.ReadAll(reply.Body)
		reply.Body.Close()
		_, err = vpnconn.DecodeResponse(reply.StatusCode, body)
		var answer *vpnerrors.APIError
		if errors.As(err, &answer) {
			fmt.Println(answer.Code, errors.Is(err, vpnerrors.ErrDryRun))
		}
	}
	fmt.Println("connections:", len(server.Connections()))
	// Output:
	// MissingParameter.TunnelOptionsSpecification false
	// DryRunOperation true
	// connections: 0
}
