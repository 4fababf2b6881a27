package vpntest_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// checkVerdict fails t unless r and err are what c says: a Request, or exactly one mistake.
func checkVerdict(t testing.TB, c vpntest.Case, r vpnconn.Request, err error) {
	t.Helper()
	mistakes, _ := errors.AsType[vpnerrors.ValidationErrors](err)
	switch {
	case r.IsZero() != (err != nil), c.Reason == nil && err != nil, c.Reason != nil && len(mistakes) != 1:
		t.Errorf("%s: %v, %v: %s", c.Name, r, err, c.Why)
	case c.Reason != nil && (mistakes[0].Field != c.Field || mistakes[0].Reason != c.Reason):
		t.Errorf("%s: %v, want %s: %v: %s", c.Name, err, c.Field, c.Reason, c.Why)
	}
}

func TestCasesByParse(t *testing.T) {
	for _, c := range vpntest.Cases() {
		r, err := vpnconn.Parse(c.Params)
		checkVerdict(t, c, r, err)
	}
}

// The service makes a connection of what is valid, and says of the rest what is wrong without a value in it.
func TestCasesByServer(t *testing.T) {
	cases := vpntest.Cases()
	for seed := range uint64(200) {
		cases = append(cases, vpntest.Invalid(rand.New(rand.NewPCG(seed, 1))), vpntest.Case{
			Name:   fmt.Sprint("seed ", seed),
			Params: vpntest.Request(rand.New(rand.NewPCG(seed, 2))).Params(),
		})
	}
	shared := newServer(t)
	for _, c := range cases {
		if c.Reason != nil {
			checkServer(t, shared, c)
			continue
		}
		server := vpntest.NewServer() // in which nothing exists already
		checkServer(t, server, c)
		server.Close()
	}
}

func checkServer(t *testing.T, server *vpntest.Server, c vpntest.Case) {
	t.Helper()
	params := form(c.Params)
	params.Set("Version", vpnconn.APIVersion)
	params.Set("Format", "JSON")
	reply := post(t, server.URL, params)
	made, err := vpnconn.DecodeResponse(reply.status, reply.body)
	want := 0
	if c.Reason != nil {
		checkRefusal(t, c, reply, err)
	} else if want = 1; err != nil || made.VPNConnectionID == "" {
		t.Errorf("%s: the service answers %v, want a connection: %s", c.Name, err, c.Why)
	}
	if len(server.Requests()) != want || len(server.Connections()) != want {
		t.Errorf("%s: %d requests, %d connections, want %d", c.Name, len(server.Requests()), len(server.Connections()), want)
	}
}

func checkRefusal(t *testing.T, c vpntest.Case, reply reply, err error) {
	t.Helper()
	var refused *vpnerrors.APIError
	if !errors.As(err, &refused) {
		t.Fatalf("%s: the service answers %v, want an error", c.Name, err)
	}
	code, status := "InvalidParameter", http.StatusBadRequest
	switch {
	case c.Reason == vpnerrors.ErrRequired:
		code = "MissingParameter"
	case c.Field == "Action":
		code, status = "InvalidAction.NotFound", http.StatusNotFound
	}
	if string(refused.Code) != code || refused.HTTPStatus != status || refused.RequestID == "" || refused.Retryable() {
		t.Errorf("%s: the service answers %v, want %d %s", c.Name, refused, status, code)
	}
	if c.Reason != vpnerrors.ErrUnknownParameter && code != "InvalidAction.NotFound" &&
		!strings.Contains(refused.Message, strconv.Quote(c.Field)) {
		t.Errorf("%s: the message does not name %s: %s", c.Name, c.Field, refused.Message)
	}
	for name, value := range c.Params {
		if len(value) >= 6 && name != "Action" && bytes.Contains(reply.body, []byte(value)) {
			t.Errorf("%s: the reply has a value in it: %s", c.Name, reply.body)
		}
	}
}

func form(params map[string]string) url.Values {
	values := url.Values{}
	for name, value := range params {
		values.Set(name, value)
	}
	return values
}

// TestCasesAreFit: each case has a name of its own and a reason to be there, each field that has a list of values three or
// more that are mistaken for one, and nothing is shared with another call.
func TestCasesAreFit(t *testing.T) {
	cases := vpntest.Cases()
	names, misses := map[string]bool{}, map[string]int{}
	for i, c := range cases {
		if c.Name == "" || names[c.Name] || len(c.Why) < 10 || c.Params == nil || c.Reason == nil && c.Field != "" {
			t.Errorf("case %d has the name %q, of another or empty, and the reason %q to be there: %+.200v", i, c.Name, c.Why, c)
		}
		names[c.Name] = true
		if c.Reason == vpnerrors.ErrUnsupportedValue {
			misses[c.Field]++
		}
	}
	for _, p := range document(t) {
		if p.Values != nil && misses[p.Name] < 3 {
			t.Errorf("%s: %d near misses, want three or more", p.Name, misses[p.Name])
		}
	}
	for _, c := range cases {
		clear(c.Params)
	}
	clear(cases)
	if again := vpntest.Cases(); len(again) != len(names) || again[0].Params["Action"] == "" {
		t.Error("what was done to the cases shows in those of the next call")
	}
}
