package vpntest_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

const (
	clients   = 200 // at the same time
	planned   = 50  // faults of each of four kinds, from plans
	meanwhile = 100 // faults that together plans while the clients send
	tries     = 4*planned + meanwhile + 1
)

// together runs all clients at once and returns the IDs that they got, "" for none.
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
			for range tries { // one more than there are faults for all of the clients
				res, err := c.Post(server.URL, formType, strings.NewReader(body))
				if err != nil {
					continue
				}
				text, err := io.ReadAll(res.Body)
				res.Body.Close()
				if err != nil {
					continue
				}
				made, err := vpnconn.DecodeResponse(res.StatusCode, text)
				if ids[i] = made.VPNConnectionID; !vpnerrors.IsRetryable(err) {
					return
				}
			}
		})
	}
	for range meanwhile { // reading at the same time must not disturb
		server.Calls()
		server.Requests()
		server.Connections()
		server.Set(vpntest.WithConfiguring(1))
	}
	wg.Wait()
	return ids
}

// TestManyClients: with one token all clients get one connection, with a token each they get one each, despite faults;
// without a token, all but one get the error that the connection exists.
func TestManyClients(t *testing.T) {
	faults := vpntest.Options(
		vpntest.WithConfiguring(planned), vpntest.WithDroppedReplies(planned), vpntest.WithProxyPage(planned, 503),
		vpntest.WithError(planned, vpnerrors.APIError{Code: "InternalError", HTTPStatus: 500}),
		vpntest.WithLatency(time.Millisecond),
	)
	for _, tt := range []struct {
		name      string
		plan      vpntest.Option
		token     func(i int) string
		made, got int // connections, and clients that get an ID
	}{
		{"one token", faults, func(int) string { return "shared" }, 1, clients},
		{"a token each", faults, func(i int) string { return fmt.Sprint(i) }, clients, clients},
		{"no token", nil, func(int) string { return "" }, 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server := newServer(t, tt.plan)
			ids := together(t, server, func(i int) vpnconn.Request {
				token := tt.token(i)
				opt := vpnconn.WithClientToken(token)
				if token == "" {
					opt = nil
				}
				return example(t, opt, vpnconn.WithVPNGatewayID("vpn-"+token))
			})
			made := map[string]string{} // the IDs by token
			for _, c := range server.Connections() {
				made[c.Request.ClientToken()] = c.ID
			}
			got := 0
			for i, id := range ids {
				if id == "" {
					continue
				}
				if got++; id != made[tt.token(i)] {
					t.Errorf("client %d got %q, want %q", i, id, made[tt.token(i)])
				}
			}
			if got != tt.got || len(server.Connections()) != tt.made || len(made) != tt.made {
				t.Errorf("%d connections of %d tokens were made, and %d clients got an ID; want %d and %d", len(server.Connections()), len(made), got, tt.made, tt.got)
			}
		})
	}
}

// TestManyClientsSharedTokens: of many clients with a few tokens, all at once, those with the same token get one
// connection, that of the first; other parameters with this token are an error. The lists that the server returns
// meanwhile only grow, and never have two connections with one token.
func TestManyClientsSharedTokens(t *testing.T) {
	const tokens = clients / 10
	server := newServer(t)
	request := func(i int) vpnconn.Request {
		token := i % tokens
		name := "first"
		if i >= clients/2 {
			name = "second"
		}
		return example(t, vpnconn.WithClientToken(fmt.Sprint(token)), vpnconn.WithVPNGatewayID(fmt.Sprint("vpn-", token)), vpnconn.WithName(name))
	}
	var (
		start   = make(chan struct{})
		done    = make(chan struct{})
		sent    [clients]vpnconn.Request
		answers [clients]vpnconn.Response
		errs    [clients]error
		senders sync.WaitGroup
		readers sync.WaitGroup
	)
	for i := range clients {
		sent[i] = request(i)
		r := newRequest(t, http.MethodPost, server.URL, query(sent[i]), "Content-Type", formType)
		senders.Go(func() {
			<-start
			got, err := try(r)
			if err != nil {
				errs[i] = err
				return
			}
			answers[i], errs[i] = vpnconn.DecodeResponse(got.status, got.body)
		})
	}
	for range 4 {
		readers.Go(func() { watch(t, server, done) })
	}
	close(start)
	senders.Wait()
	close(done)
	readers.Wait()

	made := make(map[string]vpntest.Connection)
	for _, c := range server.Connections() {
		made[c.Request.ClientToken()] = c
	}
	if len(made) != tokens || len(server.Connections()) != tokens || server.Calls() != clients || len(server.Requests()) != clients {
		t.Errorf("%d calls and %d requests with %d tokens made %d connections for %d of them",
			server.Calls(), len(server.Requests()), tokens, len(server.Connections()), len(made))
	}
	for i, r := range sent {
		c := made[r.ClientToken()]
		var refused *vpnerrors.APIError
		switch {
		case r.Equal(c.Request):
			if errs[i] != nil || answers[i].VPNConnectionID != c.ID || answers[i].Name != r.Name() {
				t.Errorf("client %d got %v, %v, want %s", i, answers[i], errs[i], c.ID)
			}
		case !errors.As(errs[i], &refused) || refused.Code != "IdempotentParameterMismatch":
			t.Errorf("client %d, with other parameters, got %v, %v", i, answers[i], errs[i])
		}
	}
}

// watch reads the server's counts and lists until done is closed, and then once more.
func watch(t *testing.T, server *vpntest.Server, done <-chan struct{}) {
	var calls int
	var requests []vpnconn.Request
	var connections []vpntest.Connection
	for last := false; ; {
		newConnections, newRequests, newCalls := server.Connections(), server.Requests(), server.Calls()
		if newCalls < calls || len(newRequests) < len(requests) || len(newConnections) < len(connections) {
			t.Errorf("%d calls, %d requests, %d connections became %d, %d, %d",
				calls, len(requests), len(connections), newCalls, len(newRequests), len(newConnections))
		}
		if newCalls < len(newRequests) || len(newRequests) < len(newConnections) {
			t.Errorf("%d connections of %d requests of %d calls", len(newConnections), len(newRequests), newCalls)
		}
		seen := make(map[string]bool)
		for i, c := range newConnections {
			if seen[c.Request.ClientToken()] || i < len(connections) && c.ID != connections[i].ID {
				t.Errorf("connection %d, %s of the token %q, is a second one or has changed", i, c.ID, c.Request.ClientToken())
			}
			seen[c.Request.ClientToken()] = true
		}
		if i := len(requests) - 1; i >= 0 && (newRequests[i].IsZero() || !newRequests[i].Equal(requests[i])) {
			t.Errorf("request %d has changed: %v", i, newRequests[i])
		}
		calls, requests, connections = newCalls, newRequests, newConnections
		// The returned slices belong to the reader.
		clear(server.Requests())
		clear(server.Connections())
		if last || t.Failed() {
			return
		}
		select {
		case <-done:
			last = true
		default:
		}
	}
}
