package vpntest_test

import (
	"fmt"
	"io"
	"net/http"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A client that tries again must not make a second connection, even if the gateway is busy at first and then an answer
// is lost.
func ExampleNewServer() {
	server := vpntest.NewServer(
		vpntest.WithConfiguring(1),
		vpntest.WithDroppedReplies(1),
	)
	defer server.Close()

	request, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()), // one for all tries
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	form := request.Values()
	form.Set("Version", vpnconn.APIVersion)
	form.Set("Format", "JSON")
	for range 5 {
		reply, err := http.PostForm(server.URL, form)
		if err != nil {
			fmt.Println("no answer, trying again")
			continue
		}
		body, _ := io.ReadAll(reply.Body)
		reply.Body.Close()
		made, err := vpnconn.DecodeResponse(reply.StatusCode, body)
		if vpnerrors.IsRetryable(err) {
			fmt.Println("busy, trying again")
			continue
		}
		fmt.Println(made.VPNConnectionID, err)
		break
	}
	fmt.Println("calls:", server.Calls())
	fmt.Println("connections:", len(server.Connections()))
	// Output:
	// busy, trying again
	// no answer, trying again
	// vco-bp1000000000000000001 <nil>
	// calls: 3
	// connections: 1
}
