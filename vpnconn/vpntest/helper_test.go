package vpntest_test

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// client has a timeout, so that a test does not hang.
var client = &http.Client{Timeout: 20 * time.Second}

// A reply is an HTTP response with its body.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// do sends a request and reads the reply.
func do(t testing.TB, r *http.Request) reply {
	t.Helper()
	got, err := try(r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func try(r *http.Request) (reply, error) {
	res, err := client.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return reply{res.StatusCode, res.Header, body}, err
}

// until waits for what a call does to a server while its answer is delayed. It fails t if the call returns before that.
func until(t testing.TB, returned <-chan error, done func() bool) {
	t.Helper()
	for !done() {
		select {
		case err := <-returned:
			t.Fatalf("the call returned too soon: %v", err)
		case <-time.After(time.Millisecond):
		}
	}
}

// newRequest returns a request with headers, which are pairs of a name and a value.
func newRequest(t testing.TB, method, address, body string, headers ...string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

const formType = "application/x-www-form-urlencoded"

func post(t testing.TB, address string, values url.Values) reply {
	t.Helper()
	return do(t, newRequest(t, http.MethodPost, address, values.Encode(), "Content-Type", formType))
}

// query returns a request as it is sent, plus pairs of a name and a value. It asks for JSON.
func query(r vpnconn.Request, more ...string) string {
	values := r.Values()
	values.Set("Version", vpnconn.APIVersion)
	values.Set("Format", "JSON")
	for i := 0; i < len(more); i += 2 {
		values.Set(more[i], more[i+1])
	}
	return values.Encode()
}

// create posts a request and reads the reply.
func create(t testing.TB, server *vpntest.Server, r vpnconn.Request, more ...string) (vpnconn.Response, error) {
	t.Helper()
	got := do(t, newRequest(t, http.MethodPost, server.URL, query(r, more...), "Content-Type", formType))
	return vpnconn.DecodeResponse(got.status, got.body)
}

func apiError(t testing.TB, err error) *vpnerrors.APIError {
	t.Helper()
	var e *vpnerrors.APIError
	if !errors.As(err, &e) {
		t.Fatalf("the answer is %v, want an error of the service", err)
	}
	return e
}

// newServer starts a server that ends with the test.
func newServer(t testing.TB, opts ...vpntest.Option) *vpntest.Server {
	t.Helper()
	server := vpntest.NewServer(opts...)
	t.Cleanup(server.Close)
	return server
}

// example returns the smallest request with opts applied.
func example(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	r, err := vpnconn.New(append([]vpnconn.Option{
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24,10.0.1.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16,172.16.0.0/12"),
	}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
