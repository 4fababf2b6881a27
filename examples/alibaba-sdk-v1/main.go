// Alibaba-sdk-v1 shows how github.com/aliyun/alibaba-cloud-sdk-go sends a Request: once as a CommonRequest, once as the
// SDK's own CreateVpnConnectionRequest.
//
//	go run .
//
// The way to the service is bad: one answer is an HTTP 500, one says that the gateway is busy, and one is lost after the
// connection was made. The request keeps its ClientToken over all tries, and so one connection comes of them.
//
// It needs no account and no network: a server on this machine stands in for the service.
package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// trouble is what happens to the first calls, one after another.
var trouble = vpntest.Options(
	vpntest.WithError(1, vpnerrors.APIError{HTTPStatus: 500, Code: "InternalError"}),
	vpntest.WithConfiguring(1),
	vpntest.WithDroppedReplies(1),
)

func main() {
	for _, send := range []sender{sendCommon, sendTyped} {
		if err := run(os.Stdout, send); err != nil {
			fmt.Fprintln(os.Stderr, "alibaba-sdk-v1:", err)
			os.Exit(1)
		}
	}
}

// run creates a connection through all the trouble.
func run(w io.Writer, send sender) error {
	server := vpntest.NewServer(trouble)
	defer server.Close()
	client, err := newClient(server.Listener.Addr().String())
	if err != nil {
		return err
	}
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd"),
		vpnconn.WithLocalSubnets("192.168.0.0/16"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
		vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"), ikeconfig.WithVersion(ikeconfig.V2)),
	)
	if err != nil {
		return err
	}
	made, err := create(w, client, req, send)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s made; calls: %d, connections: %d\n", made.VPNConnectionID, server.Calls(), len(server.Connections()))
	return nil
}

// newClient returns a client of the SDK that sends to host, and sends once: create knows better when to send again.
func newClient(host string) (*vpc.Client, error) {
	config := sdk.NewConfig().WithScheme("HTTP").WithAutoRetry(false) // HTTP only here: to the real service it is HTTPS
	client, err := vpc.NewClientWithOptions("cn-shanghai", config, credentials.NewAccessKeyCredential("id", "secret"))
	if err != nil {
		return nil, err
	}
	client.Domain = host    // only here: the SDK finds the real one
	client.SetNoProxy(host) // only here: the SDK takes even this machine's own address to a proxy
	return client, nil
}

// A sender sends a request once.
type sender func(*vpc.Client, vpnconn.Request) (vpnconn.Response, error)

// sendCommon needs nothing of the SDK but its core: *sdk.Client will do for the client.
func sendCommon(client *vpc.Client, req vpnconn.Request) (vpnconn.Response, error) {
	r := requests.NewCommonRequest()
	r.Method = requests.POST
	r.Product, r.Version, r.ApiName = vpnconn.Product, vpnconn.APIVersion, vpnconn.Action
	maps.Copy(r.QueryParams, req.Params())
	reply, err := client.ProcessCommonRequest(r)
	if err != nil {
		return vpnconn.Response{}, reason(err)
	}
	return vpnconn.DecodeResponse(reply.GetHttpStatus(), reply.GetHttpContentBytes())
}

// sendTyped fills the SDK's own struct. What is unset in the Request is empty in the struct, and the SDK does not send it.
func sendTyped(client *vpc.Client, req vpnconn.Request) (vpnconn.Response, error) {
	p := req.Params()
	r := vpc.CreateCreateVpnConnectionRequest()
	r.RegionId = p["RegionId"]
	r.VpnGatewayId = p["VpnGatewayId"]
	r.CustomerGatewayId = p["CustomerGatewayId"]
	r.LocalSubnet = p["LocalSubnet"]
	r.RemoteSubnet = p["RemoteSubnet"]
	r.ClientToken = p["ClientToken"]
	r.EffectImmediately = requests.Boolean(p["EffectImmediately"])
	r.Name = p["Name"]
	r.IkeConfig = p["IkeConfig"]
	r.IpsecConfig = p["IpsecConfig"]
	reply, err := client.CreateVpnConnection(r)
	if err != nil {
		return vpnconn.Response{}, reason(err)
	}
	return vpnconn.DecodeResponse(reply.GetHttpStatus(), reply.GetHttpContentBytes())
}

// reason returns what is to be known of an error of the SDK. The SDK's own text is not for a log: it shows all that was
// sent when no reply came, since the parameters stand in the URL, the pre-shared key among them.
func reason(err error) error {
	if reply, ok := vpnerrors.FromSDK(err); ok {
		return reply
	}
	if lost, ok := errors.AsType[*url.Error](err); ok {
		return fmt.Errorf("no reply: %w", lost.Err)
	}
	return errors.New(vpnerrors.Message(err, vpnerrors.English)) // up to where the key may stand
}

// The real service wants some seconds between two tries.
const (
	maxTries = 5
	pause    = 10 * time.Millisecond
)

// create sends req until it succeeds, fails for good or was sent maxTries times. Where no reply came, the connection may
// have been made or not: the ClientToken in req makes it safe to ask again.
func create(w io.Writer, client *vpc.Client, req vpnconn.Request, send sender) (vpnconn.Response, error) {
	for try := 1; ; try++ {
		made, err := send(client, req)
		_, replied := errors.AsType[*vpnerrors.APIError](err)
		if err == nil || replied && !vpnerrors.IsRetryable(err) || try == maxTries {
			return made, err
		}
		fmt.Fprintf(w, "try %d: %v\n", try, err)
		time.Sleep(pause)
	}
}
