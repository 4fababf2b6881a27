// Darabonba shows how github.com/alibabacloud-go/darabonba-openapi/v2, the core of the newer SDKs, sends a Request: by
// CallApi, in the style RPC.
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
	"net/url"
	"os"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/tea/dara"

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
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "darabonba:", err)
		os.Exit(1)
	}
}

// run creates a connection through all the trouble.
func run(w io.Writer) error {
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
	made, err := create(w, client, req)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s made; calls: %d, connections: %d\n", made.VPNConnectionID, server.Calls(), len(server.Connections()))
	return nil
}

// newClient returns a client of the SDK that sends to host, and sends once: it has no RetryOptions, since create knows
// better when to send again.
func newClient(host string) (*openapi.Client, error) {
	return openapi.NewClient(&openapi.Config{
		AccessKeyId:     new("id"),
		AccessKeySecret: new("secret"),
		Endpoint:        new(host),   // vpc.aliyuncs.com or that of a region
		Protocol:        new("HTTP"), // only here
		NoProxy:         new(host),   // only here: the SDK takes even this machine's own address to a proxy
	})
}

// call says what send calls. With the type string for the body, the reply comes as it is.
var call = &openapi.Params{
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
func send(client *openapi.Client, req vpnconn.Request) (vpnconn.Response, error) {
	query := make(map[string]*string)
	for name, value := range req.All() {
		query[name] = &value
	}
	reply, err := client.CallApi(call, &openapi.OpenApiRequest{Query: query}, &dara.RuntimeOptions{})
	if err != nil {
		return vpnconn.Response{}, reason(err)
	}
	body, _ := reply["body"].(string)
	return vpnconn.DecodeResponse(200, []byte(body)) // CallApi gives an error for 400 and up
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

// create sends req until it succeeds, fails for good or was sent maxTries times. Where no reply came, or none that the SDK
// can read, the connection may have been made or not: the ClientToken in req makes it safe to ask again.
func create(w io.Writer, client *openapi.Client, req vpnconn.Request) (vpnconn.Response, error) {
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
