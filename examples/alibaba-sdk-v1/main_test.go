package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// The tests' pre-shared key has no character that an encoding changes, so that they find it everywhere.
const psk = "Vq2xLd9Kw4Zr8Hb3"

func TestRun(t *testing.T) {
	var out strings.Builder
	if err := run(t.Context(), &out); err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	for _, line := range []string{
		"try 1: InternalError: ",
		"try 2: VpnGateway.Configuring: ",
		"try 3: Post ",
		"made; calls: 4, connections: 1\n",
	} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("the output has no %q:\n%s", line, &out)
		}
	}
	if strings.Contains(out.String(), "IkeConfig") {
		t.Errorf("the output shows the parameter with the pre-shared key:\n%s", &out)
	}
}

// Every try sends the same parameters, each once, the key in the body, and only one connection is made.
func TestSent(t *testing.T) {
	req := fullRequest(t)
	server := vpntest.NewServer(vpntest.WithConfiguring(1), vpntest.WithDroppedReplies(1))
	defer server.Close()
	front := newRecorder(server.Config.Handler)
	defer front.Close()
	made, err := create(t.Context(), t.Output(), clientOf(t, front.Server), req)
	if err != nil {
		t.Fatal(err)
	}

	calls := front.all()
	if len(calls) != 3 {
		t.Errorf("%d calls, want 3", len(calls))
	}
	for i, c := range calls {
		if strings.Contains(c.url, psk) || !strings.Contains(c.body, psk) {
			t.Errorf("call %d does not have the key in the body only:\n%s\n%s", i+1, c.url, c.body)
		}
		if got := c.params(t); !maps.Equal(got, req.Params()) {
			t.Errorf("call %d sent\n%v, want\n%v", i+1, got, req.Params())
		}
	}
	if c := server.Connections(); len(c) != 1 || c[0].ID != made.VPNConnectionID || !c[0].Request.Equal(req) {
		t.Errorf("the service made %v, want one connection, %s, for %v", c, made.VPNConnectionID, req)
	}
}

func TestErrors(t *testing.T) {
	req := fullRequest(t)
	for _, tt := range []struct {
		name  string
		how   vpntest.Option
		want  error
		calls int
	}{
		{"quota: no retry can help", vpntest.WithQuota(0), vpnerrors.ErrQuotaFull, 1},
		{"unknown gateway: likewise", vpntest.WithVPNGateways("vpn-2"), vpnerrors.ErrNotFound, 1},
		{"busy for a long time", vpntest.WithConfiguring(maxTries), vpnerrors.ErrConfiguring, maxTries},
		{"no reply: the SDK's error shows the URL", vpntest.WithDroppedReplies(maxTries), io.EOF, maxTries},
		{"proxy", vpntest.WithProxyPage(maxTries, 502), vpnerrors.ErrMalformedReply, maxTries},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server := vpntest.NewServer(tt.how)
			defer server.Close()
			_, err := create(t.Context(), t.Output(), clientOf(t, server.Server), req)
			if !errors.Is(err, tt.want) || server.Calls() != tt.calls {
				t.Errorf("%v after %d calls, want %v after %d", err, server.Calls(), tt.want, tt.calls)
			}
			if err != nil && strings.Contains(err.Error(), psk) {
				t.Errorf("the error shows the key: %v", err)
			}
		})
	}
}

// The service answers a wrong signature with everything that should be signed, including the body.
func TestEcho(t *testing.T) {
	req := fullRequest(t)
	server := vpntest.NewServer(vpntest.WithError(1, vpnerrors.APIError{
		Code:    "SignatureDoesNotMatch",
		Message: "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&" + url.QueryEscape(req.Query()),
	}))
	defer server.Close()
	_, err := create(t.Context(), t.Output(), clientOf(t, server.Server), req)
	if err == nil || !strings.HasPrefix(err.Error(), "SignatureDoesNotMatch: ") || strings.Contains(err.Error(), psk) {
		t.Errorf("%v, want SignatureDoesNotMatch without the key", err)
	}
}

func TestContextEndsTries(t *testing.T) {
	server := vpntest.NewServer(vpntest.WithConfiguring(maxTries))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := create(ctx, t.Output(), clientOf(t, server.Server), fullRequest(t))
	if !errors.Is(err, context.Canceled) || !errors.Is(err, vpnerrors.ErrConfiguring) {
		t.Errorf("%v, want %v and the reason for another try", err, context.Canceled)
	}
}

func fullRequest(t *testing.T) vpnconn.Request {
	t.Helper()
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-hangzhou"), // not the client's region
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("192.168.1.0/24", "192.168.2.0/24"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
		vpnconn.WithEffectImmediately(false),
		vpnconn.WithName("办公室.office"),
		vpnconn.WithIKE(ikeconfig.WithPSK(psk), ikeconfig.WithRemoteID(`a "quoted" + name`)),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)),
	)
	if err != nil {
		t.Fatal(err)
	}
	return req
}

func clientOf(t *testing.T, server *httptest.Server) *sdk.Client {
	t.Helper()
	client, err := newClient(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// A recorder is a server that records requests and lets another handler answer.
type recorder struct {
	*httptest.Server
	mu    sync.Mutex
	calls []call
}

type call struct{ url, body string }

func newRecorder(h http.Handler) *recorder {
	rec := new(recorder)
	rec.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		rec.mu.Lock()
		rec.calls = append(rec.calls, call{r.URL.String(), string(body)})
		rec.mu.Unlock()
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.ServeHTTP(w, r)
	}))
	return rec
}

func (rec *recorder) all() []call {
	rec.mu.Lock()
	defer rec.mu.Unlock()
	return rec.calls
}

// params returns the parameters of a call without those that every call of this SDK has.
func (c call) params(t *testing.T) map[string]string {
	t.Helper()
	u, err := url.Parse(c.url)
	if err != nil {
		t.Fatal(err)
	}
	all, err := url.ParseQuery(u.RawQuery + "&" + c.body)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Version", "Format", "Timestamp", "AccessKeyId", "Signature", "SignatureMethod",
		"SignatureNonce", "SignatureType", "SignatureVersion"} {
		all.Del(name)
	}
	params := make(map[string]string)
	for name, values := range all {
		if params[name] = values[0]; len(values) > 1 {
			t.Errorf("%s is sent %d times", name, len(values))
		}
	}
	return params
}
