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

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// checkVerdict fails t unless r and err agree with c: a Request, or exactly one mistake.
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
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		for _, c := range vpntest.CasesIn(e) {
			r, err := vpnconn.ParseIn(c.Edition, c.Params)
			checkVerdict(t, c, r, err)
		}
	})
}

// madeUp returns generated requests as cases, n of each kind.
func madeUp(e aliyun.Edition, n uint64) (list []vpntest.Case) {
	for seed := range n {
		list = append(list, vpntest.InvalidIn(e, rand.New(rand.NewPCG(seed, 1))), vpntest.Case{
			Name:    fmt.Sprint("seed ", seed),
			Edition: e,
			Params:  vpntest.RequestIn(e, rand.New(rand.NewPCG(seed, 2))).Params(),
		})
	}
	return list
}

// A Spec has the same result as the parameters, if it can express them, as it can nearly all valid ones.
func TestCasesBySpec(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		said := map[bool]int{}
		for _, c := range append(vpntest.CasesIn(e), madeUp(e, 500)...) {
			s, ok := c.Spec()
			if !ok {
				if c.Reason == nil && !strings.Contains(c.Name, "log") && !strings.Contains(c.Name, "and the same") {
					t.Errorf("%s: no Spec can express it: %s", c.Name, c.Why)
				}
				continue
			}
			said[c.Reason == nil]++
			r, err := s.Build()
			checkVerdict(t, c, r, err)
			if want, _ := vpnconn.ParseIn(e, c.Params); !r.Equal(want) || (s.Edition != 0) != (e != aliyun.Edition2019) {
				t.Fatalf("%s: the Spec of edition %v is %v, want %v; each setting needs a field in vpnconn/spec.go", c.Name, s.Edition, r, want)
			}
		}
		if said[false] < 300 {
			t.Errorf("Specs express %d of the invalid cases", said[false])
		}
	})
}

// The service makes a connection of a valid request, and otherwise says what is wrong, without a value.
func TestCasesByServer(t *testing.T) {
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		shared := newServer(t, vpntest.WithEdition(e))
		for _, c := range append(vpntest.CasesIn(e), madeUp(e, 200)...) {
			if c.Reason != nil {
				checkServer(t, shared, c)
				continue
			}
			server := vpntest.NewServer(vpntest.WithEdition(e)) // without any connections
			checkServer(t, server, c)
			server.Close()
		}
	})
}

func checkServer(t *testing.T, server *vpntest.Server, c vpntest.Case) {
	t.Helper()
	params := form(c.Params)
	params.Set("Version", vpnconn.APIVersion)
	params.Set("Format", "JSON")
	reply := post(t, server.URL, params)
	made, err := vpnconn.DecodeResponse(reply.status, reply.body)
	valid, connections := 0, 0
	if r, parsed := vpnconn.ParseIn(c.Edition, c.Params); parsed == nil {
		valid = 1
		if dry, _ := r.DryRun(); !dry {
			connections = 1
		}
	}
	switch {
	case c.Reason != nil:
		checkRefusal(t, c, reply, err)
	case connections == 0 && !errors.Is(err, vpnerrors.ErrDryRun), connections == 1 && (err != nil || made.VPNConnectionID == ""):
		t.Errorf("%s: the service answers %v, want %d connections: %s", c.Name, err, connections, c.Why)
	}
	if len(server.Requests()) != valid || len(server.Connections()) != connections {
		t.Errorf("%s: %d requests, %d connections, want %d, %d", c.Name, len(server.Requests()), len(server.Connections()), valid, connections)
	}
	for _, r := range server.Requests() {
		if r.Edition() != c.Edition {
			t.Errorf("%s: the request is of edition %v", c.Name, r.Edition())
		}
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
		if len(value) >= 6 && name != "Action" && !strings.Contains("vpc.aliyuncs.com", value) && bytes.Contains(reply.body, []byte(value)) {
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

// TestCasesAreFit: each case has a unique name and a reason to be there, each enum has three or more similar wrong
// values, and calls share nothing.
func TestCasesAreFit(t *testing.T) {
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		cases := vpntest.CasesIn(e)
		names, misses := map[string]bool{}, map[string]int{}
		for i, c := range cases {
			if c.Name == "" || names[c.Name] || len(c.Why) < 10 || c.Params == nil || c.Reason == nil && c.Field != "" || c.Edition != e {
				t.Errorf("case %d has the duplicate or empty name %q, or a reason that is too short, %q: %+.200v", i, c.Name, c.Why, c)
			}
			names[c.Name] = true
			if c.Reason == vpnerrors.ErrUnsupportedValue {
				misses[anyPlace(c.Field)]++
			}
		}
		for _, p := range document(t, e) {
			if p.Values != nil && misses[p.Name] < 3 {
				t.Errorf("%s: %d near misses, want three or more; add the parameter in cases_%v.go, with edges such as those in cases_enum.go", p.Name, misses[p.Name], e)
			}
		}
		for _, c := range cases {
			clear(c.Params)
		}
		clear(cases)
		again := vpntest.CasesIn(e)
		if len(again) != len(names) || again[0].Params["Action"] == "" {
			t.Error("changing the cases changes those of the next call")
		}
		if list := vpntest.Cases(); e == aliyun.Edition2019 && len(list) != len(again) {
			t.Errorf("Cases has %d cases, want the %d of this edition", len(list), len(again))
		}
	})
}
