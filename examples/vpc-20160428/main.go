// Vpc-20160428 shows how github.com/alibabacloud-go/vpc-20160428/v6, the SDK with a type for every operation, sends a
// Request:
//
//	go run .
//
// It fills the SDK's CreateVpnConnectionRequest. This SDK sends the tunnels in the body of a POST and all the rest in the
// URL. Use it for connections with two tunnels, as here: their pre-shared keys are in the tunnels. The key of a single
// tunnel would be in the URL, and so in the logs of proxies; to send it in the body, use CallApi of the same client, as
// examples/darabonba does. The SDK's error for a lost reply shows the URL, so this program prints only its cause.
//
// The first three calls fail: one answer is an HTTP 500, one says that the gateway is busy, and one is lost after the
// connection was made. Every try has the same ClientToken, so that only one connection is made.
//
// It needs no account and no network: a server on this machine stands in for the service.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "vpc-20160428:", err)
		os.Exit(1)
	}
}

// run creates a connection although three calls fail.
func run(ctx context.Context, w io.Writer) error {
	server := vpntest.NewServer(
		vpntest.WithEdition(aliyun.Edition2025),
		vpntest.WithError(1, vpnerrors.APIError{HTTPStatus: 500, Code: "InternalError"}),
		vpntest.WithConfiguring(1),
		vpntest.WithDroppedReplies(1),
	)
	defer server.Close()
	client, err := newClient(server.Listener.Addr().String())
	if err != nil {
		return err
	}
	both := vpnconn.Options( // of the tunnels
		vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd"),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithAuthAlg(ikeconfig.SHA256)),
	)
	req, err := vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("192.168.0.0/16"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
		vpnconn.WithTunnel(vpnconn.RoleMaster, both, vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"))),
		vpnconn.WithTunnel(vpnconn.RoleSlave, both, vpnconn.WithIKE(ikeconfig.WithPSK("p3@Tn6^mGs5*Yw9-Qc1=Fj8~"))),
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
func newClient(host string) (*vpc.Client, error) {
	return vpc.NewClient(&openapi.Config{
		AccessKeyId:     new("id"),
		AccessKeySecret: new("secret"),
		ConnectTimeout:  new(5_000), // milliseconds; without this and the next, a call may take forever
		ReadTimeout:     new(10_000),
		Endpoint:        new(host),   // only here: with a RegionId in its place the SDK finds the endpoint
		Protocol:        new("HTTP"), // only here
		NoProxy:         new(host),   // only here: the SDK uses a proxy even for an address of this machine
	})
}

// send sends a request once.
func send(client *vpc.Client, call *vpc.CreateVpnConnectionRequest) (vpnconn.Response, error) {
	reply, err := client.CreateVpnConnection(call)
	if answer, ok := vpnerrors.FromSDK(err); ok {
		return vpnconn.Response{}, answer // for errors.Is, which does not look into an SDK error
	}
	if lost, ok := errors.AsType[*url.Error](err); ok {
		return vpnconn.Response{}, fmt.Errorf("no reply: %w", lost.Err) // without the URL
	}
	if err != nil {
		return vpnconn.Response{}, err
	}
	body, err := json.Marshal(reply.Body)
	if err != nil {
		return vpnconn.Response{}, err
	}
	return vpnconn.DecodeResponse(200, body) // from 400 on the SDK returns an error
}

// The real service needs some seconds between two tries.
const (
	maxTries = 5
	pause    = 10 * time.Millisecond
)

// create sends req until it succeeds, is refused for good, was sent maxTries times, or ctx is done. If no reply came, or
// none that the SDK can read, the connection may have been made; the ClientToken in req makes it safe to try again.
func create(ctx context.Context, w io.Writer, client *vpc.Client, req vpnconn.Request) (vpnconn.Response, error) {
	call, err := fill(req.Params())
	if err != nil {
		return vpnconn.Response{}, err
	}
	for try := 1; ; try++ {
		made, err := send(client, call)
		answer, answered := errors.AsType[*vpnerrors.APIError](err)
		if err == nil || answered && !answer.Retryable() || try == maxTries {
			return made, err
		}
		fmt.Fprintf(w, "try %d: %v\n", try, err)
		select {
		case <-ctx.Done(): // the SDK takes no context: the client's timeouts end a running call
			return vpnconn.Response{}, fmt.Errorf("%w, after %w", ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}
