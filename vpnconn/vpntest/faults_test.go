package vpntest_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// An answer with each documented code needs only the code.
func TestServerDocumentedErrors(t *testing.T) {
	text, err := os.ReadFile("../../errors/testdata/documented_codes.json")
	if err != nil {
		t.Fatal(err)
	}
	var documented []struct {
		Code    vpnerrors.Code
		Status  int
		Message string
	}
	if err := json.Unmarshal(text, &documented); err != nil {
		t.Fatal(err)
	}
	codes := vpnerrors.CodesIn(aliyun.Edition2025)
	if len(documented) != len(codes) {
		t.Fatalf("%d codes are documented, want %d", len(documented), len(codes))
	}
	server := newServer(t)
	for _, want := range documented {
		for _, format := range []string{"JSON", "XML"} {
			server.Set(vpntest.WithError(1, vpnerrors.APIError{Code: want.Code}))
			_, err := create(t, server, example(t), "Format", format)
			e := apiError(t, err)
			if e.Code != want.Code || e.HTTPStatus != want.Status || e.Message != want.Message || e.RequestID == "" {
				t.Errorf("%s, %s: the answer is %v, want %d %s", want.Code, format, err, want.Status, want.Message)
			}
		}
	}
}

// An error given in full is answered unchanged.
func TestServerGivenErrors(t *testing.T) {
	type answer = vpnerrors.APIError
	const forbidden = "User not authorized to operate on the specified resource."
	whole := answer{Code: "InternalError", HTTPStatus: 500, Message: "An internal error <occurred> & more.", RequestID: "R", HostID: "H", Recommend: "https://x?a=1&b=2"}
	for _, test := range []struct {
		give, want answer
		why        string
	}{
		{whole, whole, "everything is given"},
		{answer{Code: "ServiceUnavailable"}, answer{Code: "ServiceUnavailable", HTTPStatus: 503, Message: "The request has failed due to a temporary failure of the server."},
			"a code alone gets the service's status and message"},
		{answer{Code: "Throttling.User"}, answer{Code: "Throttling.User", HTTPStatus: 400, Message: "Request was denied due to user flow control."},
			"the same for a code with another status"},
		{answer{Code: "Of.Our.Own", HTTPStatus: 1}, answer{Code: "Of.Our.Own", HTTPStatus: 400, Message: "The request was refused."},
			"an unknown code gets 400 and a general message"},
		{answer{Code: "Forbidden", HTTPStatus: 200}, answer{Code: "Forbidden", HTTPStatus: 200, Message: forbidden}, "a status from 200 on replaces that of the code"},
		{answer{Code: "Forbidden", HTTPStatus: 199}, answer{Code: "Forbidden", HTTPStatus: 403, Message: forbidden}, "a status below 200 counts as not given"},
		{answer{Code: "Forbidden", HTTPStatus: 600}, answer{Code: "Forbidden", HTTPStatus: 403, Message: forbidden}, "and so does one above 599"},
		{answer{HTTPStatus: 502, Code: "ignored", Body: []byte("no JSON, no XML")}, answer{HTTPStatus: 502, Body: []byte("no JSON, no XML")},
			"a body replaces everything but the status"},
		{answer{HTTPStatus: 599, Body: []byte{}}, answer{HTTPStatus: 599}, "an empty body is a body too, and 599 the highest status"},
	} {
		for _, format := range []string{"JSON", "XML"} {
			server := newServer(t, vpntest.WithError(1, test.give))
			_, err := create(t, server, example(t), "Format", format)
			got := apiError(t, err)
			if got.Code != test.want.Code || got.HTTPStatus != test.want.HTTPStatus || got.Message != test.want.Message ||
				test.give.Body != nil && string(got.Body) != string(test.want.Body) ||
				test.give.RequestID != "" && (got.RequestID != "R" || got.HostID != "H" || got.Recommend != test.want.Recommend) {
				t.Errorf("%s: the answer is %+v, want %+v: %s", format, got, test.want, test.why)
			}
			if len(server.Requests()) != 1 || len(server.Connections()) != 0 {
				t.Errorf("requests: %d, connections: %d, want 1 and 0: %s", len(server.Requests()), len(server.Connections()), test.why)
			}
		}
	}
}

// Planned faults happen in order, one for each call, and as often as planned.
func TestServerPlan(t *testing.T) {
	server := newServer(t,
		vpntest.WithConfiguring(2),
		vpntest.WithError(0, vpnerrors.APIError{Code: "Never"}),
		vpntest.WithError(-1, vpnerrors.APIError{Code: "Never"}),
		vpntest.WithProxyPage(1, 504),
		vpntest.WithError(1, vpnerrors.APIError{Code: "Throttling"}),
		vpntest.WithDroppedReplies(1),
	)
	server.Set(vpntest.WithConfiguring(1))
	r := example(t, vpnconn.WithClientToken("1"))
	var told []string
	for range 8 {
		got, err := try(newRequest(t, "POST", server.URL, query(r), "Content-Type", formType))
		if err != nil {
			told = append(told, "dropped")
			continue
		}
		made, err := vpnconn.DecodeResponse(got.status, got.body)
		switch e := (*vpnerrors.APIError)(nil); {
		case err == nil:
			told = append(told, made.VPNConnectionID)
		case errors.Is(err, vpnerrors.ErrMalformedReply) && errors.As(err, &e) && e.HTTPStatus == 504:
			told = append(told, "page")
		default:
			told = append(told, string(apiError(t, err).Code))
		}
	}
	want := "VpnGateway.Configuring VpnGateway.Configuring page Throttling dropped VpnGateway.Configuring " +
		"vco-bp1000000000000000001 vco-bp1000000000000000001"
	if got := strings.Join(told, " "); got != want {
		t.Errorf("the answers are\n%s, want\n%s", got, want)
	}
	if server.Calls() != 8 || len(server.Requests()) != 7 || len(server.Connections()) != 1 {
		t.Errorf("calls: %d, requests: %d, connections: %d, want 8, 7 and 1",
			server.Calls(), len(server.Requests()), len(server.Connections()))
	}
}

// A lost answer leaves a connection: the same token finds it, and without a token it conflicts.
func TestServerDroppedReply(t *testing.T) {
	for name, test := range map[string]struct {
		opts []vpnconn.Option
		want error
	}{
		"with a token":    {[]vpnconn.Option{vpnconn.WithClientToken("1")}, nil},
		"without a token": {nil, vpnerrors.ErrAlreadyExists},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t, vpntest.WithDroppedReplies(1))
			r := example(t, test.opts...)
			if got, err := try(newRequest(t, "POST", server.URL, query(r), "Content-Type", formType)); err == nil {
				t.Fatalf("the answer was not lost: %d %s", got.status, got.body)
			}
			lost := server.Connections()
			if len(lost) != 1 || !lost[0].Request.Equal(r) {
				t.Fatalf("the connections are %v, want the one of %v", lost, r)
			}
			made, err := create(t, server, r)
			if !errors.Is(err, test.want) || err == nil && made.VPNConnectionID != lost[0].ID {
				t.Errorf("trying again gives %+v, %v, want %s or %v", made, err, lost[0].ID, test.want)
			}
			if len(server.Connections()) != 1 {
				t.Errorf("there are %d connections, want 1", len(server.Connections()))
			}
		})
	}
}

func TestServerProxyPage(t *testing.T) {
	for _, test := range []struct {
		give, want int
		why        string
	}{
		{503, 503, "a proxy without its service"},
		{404, 404, "a proxy with a wrong route"},
		{200, 200, "the lowest status that ends a call, a login page"},
		{599, 599, "the highest status"},
		{199, 502, "below the lowest: another status must follow"},
		{600, 502, "above the highest"},
		{0, 502, "none said"},
		{99, 502, "net/http would panic: two digits"},
		{1000, 502, "net/http would panic: four digits"},
	} {
		server := newServer(t, vpntest.WithProxyPage(1, test.give))
		got := do(t, newRequest(t, "GET", server.URL+"?"+query(example(t)), ""))
		_, err := vpnconn.DecodeResponse(got.status, got.body)
		if got.status != test.want || got.header.Get("Content-Type") != "text/html" || !errors.Is(err, vpnerrors.ErrMalformedReply) {
			t.Errorf("status %d: the answer is %d %s, %v, want %d: %s", test.give, got.status, got.body, err, test.want, test.why)
		}
		if len(server.Requests()) != 0 {
			t.Errorf("status %d: a request got past the proxy: %s", test.give, test.why)
		}
	}
}

// Latency delays an answer, not the connection.
func TestServerLatency(t *testing.T) {
	server := newServer(t, vpntest.WithLatency(time.Millisecond))
	if _, err := create(t, server, example(t)); err != nil {
		t.Errorf("the answer did not come: %v", err)
	}
	server.Set(vpntest.WithLatency(time.Hour))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r := example(t, vpnconn.WithVPNGatewayID("vpn-2"), vpnconn.WithClientToken("1"))
	request := newRequest(t, "GET", server.URL+"?"+query(r), "").WithContext(ctx)
	answered := make(chan error, 1)
	go func() {
		_, err := try(request)
		answered <- err
	}()
	until(t, answered, func() bool { return len(server.Connections()) == 2 })
	cancel()
	if err := <-answered; err == nil {
		t.Fatal("the answer came although the client gave up")
	}
	server.Set(vpntest.WithLatency(-1))
	if made, err := create(t, server, r); err != nil || made.VPNConnectionID != server.Connections()[1].ID {
		t.Errorf("trying again gives %+v, %v", made, err)
	}
}

// No answer is delayed for more than a minute, or for a client that has disconnected.
func TestServerLatencyEnds(t *testing.T) {
	for _, test := range []struct {
		latency, gone, want time.Duration
	}{
		{time.Second, time.Hour, time.Second},
		{time.Minute, time.Hour, time.Minute},
		{time.Hour, time.Hour, time.Minute},
		{time.Minute, time.Second, time.Second},
		{0, time.Hour, 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), test.gone)
			defer cancel()
			handler := vpntest.NewHandler(vpntest.WithLatency(test.latency))
			start := time.Now()
			handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/?"+query(example(t)), nil))
			if took := time.Since(start); took != test.want {
				t.Errorf("latency %v, client gone after %v: answered after %v, want %v", test.latency, test.gone, took, test.want)
			}
		})
	}
}
