// Alibaba-sdk-v1 shows how github.com/aliyun/alibaba-cloud-sdk-go sends a Request:
//
//	go run .
//
// The parameters go into the form body of a POST, so the pre-shared key is in no URL, in no proxy's log, and not in the
// SDK's error for a lost reply.
//
// The first three calls fail: one answer is an HTTP 500, one says that the gateway is busy, and one is lost after the
// connection was made. Every try has the same ClientToken, so that only one connection is made.
//
// It needs no account and no network: a server on this machine stands in for the service.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "alibaba-sdk-v1:", err)
		os.Exit(1)
	}
}

// run creates a connection although three calls fail.
func run(ctx context.Context, w io.Writer) error {
	server := vpntest.NewServer(
		vpntest.WithError(1, vpnerrors.APIError{HTTPStatus: 500, Code: "InternalError"}),
		vpntest.WithConfiguring(1),
		vpntest.WithDroppedReplies(1),
	)
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
	ctx, cancel := context.WithTimeout(ctx, time.Minute) // for all tries together
	defer cancel()
	made, err := create(ctx, w, client, req)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s made; calls: %d, connections: %d\n", made.VPNConnectionID, server.Calls(), len(server.Connections()))
	return nil
}

// newClient returns a client of the SDK that sends to host. It does not retry by itself: create does.
func newClient(host string) (*sdk.Client, error) {
	config := sdk.NewConfig().WithScheme("HTTP").WithAutoRetry(false) // HTTP only here: the real service is sent HTTPS
	client, err := sdk.NewClientWithOptions("cn-shanghai", config, credentials.NewAccessKeyCredential("id", "secret"))
	if err != nil {
		return nil, err
	}
	client.Domain = host    // only here: the SDK finds the endpoint of a region
	client.SetNoProxy(host) // only here: the SDK uses a proxy even for an address of this machine
	return client, nil
}

// send sends a request once. The client can also be a *vpc.Client, which has the same method; but the fields of the SDK's
// own CreateVpnConnectionRequest go into the URL.
func send(client *sdk.Client, req vpnconn.Request) (vpnconn.Response, error) {
	call := requests.NewCommonRequest()
	call.Method = requests.POST
	call.Product, call.Version, call.ApiName = vpnconn.Product, vpnconn.APIVersion, vpnconn.Action
	call.RegionId = req.RegionID()
	maps.Copy(call.FormParams, req.Params())
	delete(call.FormParams, "Action") // the SDK writes these two into the URL
	delete(call.FormParams, "RegionId")

	reply, err := client.ProcessCommonRequest(call)
	if answer, ok := vpnerrors.FromSDK(err); ok {
		return vpnconn.Response{}, answer // without the key, which SignatureDoesNotMatch quotes
	}
	if err != nil {
		return vpnconn.Response{}, err
	}
	return vpnconn.DecodeResponse(reply.GetHttpStatus(), reply.GetHttpContentBytes())
}

// The real service needs some seconds between two tries.
const (
	maxTries = 5
	pause    = 10 * time.Millisecond
)

// create sends req until it succeeds, is refused for good, was sent maxTries times, or ctx is done. If no reply came, the
// connection may have been made; the ClientToken in req makes it safe to try again.
func create(ctx context.Context, w io.Writer, client *sdk.Client, req vpnconn.Request) (vpnconn.Response, error) {
	for try := 1; ; try++ {
		made, err := send(client, req)
		answer, answered := errors.AsType[*vpnerrors.APIError](err)
		if err == nil || answered && !answer.Retryable() || try == maxTries {
			return made, err
		}
		fmt.Fprintf(w, "try %d: %v\n", try, err)
		select {
		case <-ctx.Done(): // the SDK takes no context: its own timeouts end a running call
			return vpnconn.Response{}, fmt.Errorf("%w, after %w", ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}
