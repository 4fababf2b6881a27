package vpntest_test

import (
	"errors"
	"fmt"
	"net/http"
	"sync"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestManyClientsSharedTokens: of many clients with a few tokens, all at once, those of one token get one connection, that of
// the first; whoever sends something else under the token is told so. What the server says of itself meanwhile only grows,
// and never has two connections of a token.
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

// watch reads what server says of itself until done is closed. It reads once more then.
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
				t.Errorf("connection %d, %s of the token %q, is the second one or another than before", i, c.ID, c.Request.ClientToken())
			}
			seen[c.Request.ClientToken()] = true
		}
		if i := len(requests) - 1; i >= 0 && (newRequests[i].IsZero() || !newRequests[i].Equal(requests[i])) {
			t.Errorf("request %d is another than before: %v", i, newRequests[i])
		}
		calls, requests, connections = newCalls, newRequests, newConnections
		// What was handed out is the reader's own.
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
