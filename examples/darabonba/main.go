// Darabonba shows how github.com/alibabacloud-go/darabonba-openapi/v2, the core of the newer SDKs, sends a Request:
//
//	go run .
//
// The parameters go into the form body of a POST, so the pre-shared key is in no URL, in no proxy's log, and not in the
// SDK's error for a lost reply. The clients of the newer SDKs, such as vpc-20160428, have CallApiWithCtx too.
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
	"os"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/tea/dara"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "darabonba:", err)
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
func newClient(host string) (*openapi.Client, error) {
	return openapi.NewClient(&openapi.Config{
		AccessKeyId:     new("id"),
		AccessKeySecret: new("secret"),
		Endpoint:        new(host),   // of the real service: vpc.aliyuncs.com or that of a region
		Protocol:        new("HTTP"), // only here
		NoProxy:         new(host),   // only here: the SDK uses a proxy even for an address of this machine
	})
}

// operation is what send calls, the same for every request. With the BodyType string the reply is not decoded.
var operation = &openapi.Params{
	Action:      new(vpnconn.Action),
	Version:     new(vpnconn.APIVersion),
	Protocol:    new("HTTPS"),
	Method:      new("POST"),
	Pathname:    new("/"),
	Style:       new("RPC"),
	AuthType:    new("AK"),
	ReqBodyType: new("formData"),
	BodyType:    new("string"),
}

// send sends a request once.
func send(ctx context.Context, client *openapi.Client, req vpnconn.Request) (vpnconn.Response, error) {
	form := req.Params()
	delete(form, "Action") // the SDK writes it into a header
	reply, err := client.CallApiWithCtx(ctx, operation, &openapi.OpenApiRequest{Body: form}, &dara.RuntimeOptions{})
	if answer, ok := vpnerrors.FromSDK(err); ok {
		return vpnconn.Response{}, answer // for errors.Is, which does not look into an SDK error
	}
	if err != nil {
		return vpnconn.Response{}, err
	}
	body, _ := reply["body"].(string)
	return vpnconn.DecodeResponse(200, []byte(body)) // from 400 on CallApi returns an error
}

// The real service needs some seconds between two tries.
const (
	maxTries = 5
	pause    = 10 * time.Millisecond
)

// create sends req until it succeeds, is refused for good, was sent maxTries times, or ctx is done. If no reply came, or
// none that the SDK can read, the connection may have been made; the ClientToken in req makes it safe to try again.
func create(ctx context.Context, w io.Writer, client *openapi.Client, req vpnconn.Request) (vpnconn.Response, error) {
	for try := 1; ; try++ {
		made, err := send(ctx, client, req)
		answer, answered := errors.AsType[*vpnerrors.APIError](err)
		if err == nil || answered && !answer.Retryable() || try == maxTries {
			return made, err
		}
		fmt.Fprintf(w, "try %d: %v\n", try, err)
		select {
		case <-ctx.Done():
			return vpnconn.Response{}, fmt.Errorf("%w, after %w", ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}
