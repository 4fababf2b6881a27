package vpntest_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// clients is how many there are at a time.
const clients = 200

// together runs one client each and returns what they got, "" where nothing came back.
func together(t *testing.T, server *vpntest.Server, request func(i int) vpnconn.Request) []string {
	t.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	c := &http.Client{Transport: transport, Timeout: 20 * time.Second}
	ids := make([]string, clients)
	var wg sync.WaitGroup
	for i := range ids {
		body := query(request(i))
		wg.Go(func() {
			for range 20 { // tries
				res, err := c.Post(server.URL, formType, strings.NewReader(body))
				if err != nil {
					continue
				}
				buf := make([]byte, 4096)
				n, _ := res.Body.Read(buf)
				res.Body.Close()
				made, err := vpnconn.DecodeResponse(res.StatusCode, buf[:n])
				if ids[i] = made.VPNConnectionID; !vpnerrors.IsRetryable(err) {
					return
				}
			}
		})
	}
	for range 100 { // what is read meanwhile must not be in anybody's way
		server.Calls()
		server.Requests()
		server.Connections()
		server.Set(vpntest.WithConfiguring(1))
	}
	wg.Wait()
	return ids
}

func plans() vpntest.Option {
	return vpntest.Options(
		vpntest.WithConfiguring(50), vpntest.WithDroppedReplies(50), vpntest.WithProxyPage(50, 503),
		vpntest.WithError(50, vpnerrors.APIError{Code: "InternalError", HTTPStatus: 500}),
		vpntest.WithLatency(time.Millisecond),
	)
}

func TestManyClientsOneToken(t *testing.T) {
	server := newServer(t, plans())
	r := example(t, vpnconn.WithClientToken("shared"))
	ids := together(t, server, func(int) vpnconn.Request { return r })
	if len(server.Connections()) != 1 {
		t.Fatalf("one token made %d connections", len(server.Connections()))
	}
	for i, id := range ids {
		if id != server.Connections()[0].ID {
			t.Errorf("client %d got %q, want %q", i, id, server.Connections()[0].ID)
		}
	}
}

func TestManyClientsManyTokens(t *testing.T) {
	server := newServer(t, plans())
	ids := together(t, server, func(i int) vpnconn.Request {
		return example(t, vpnconn.WithClientToken(fmt.Sprint(i)), vpnconn.WithVPNGatewayID(fmt.Sprint("vpn-", i)))
	})
	made := map[string]string{} // the IDs by token
	for _, c := range server.Connections() {
		made[c.Request.ClientToken()] = c.ID
	}
	if len(server.Connections()) != clients || len(made) != clients {
		t.Fatalf("%d tokens made %d connections with %d tokens", clients, len(server.Connections()), len(made))
	}
	for i, id := range ids {
		if id == "" || id != made[fmt.Sprint(i)] {
			t.Errorf("client %d got %q, want %q", i, id, made[fmt.Sprint(i)])
		}
	}
}

// Without tokens, all but one find that there is such a connection.
func TestManyClientsNoToken(t *testing.T) {
	server := newServer(t)
	r := example(t)
	got := 0
	for _, id := range together(t, server, func(int) vpnconn.Request { return r }) {
		if id != "" {
			got++
		}
	}
	if got != 1 || len(server.Connections()) != 1 {
		t.Errorf("%d clients were told of a connection and %d were made, want 1 and 1", got, len(server.Connections()))
	}
}
