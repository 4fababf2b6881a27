package vpntest_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// checkVerdict fails t unless r and err are what c says: a Request, or exactly one mistake.
func checkVerdict(t testing.TB, c vpntest.Case, r vpnconn.Request, err error) {
	t.Helper()
	checkMistake(t, c, err)
	if r.IsZero() != (err != nil) {
		t.Errorf("%s: the error is %v and the Request is zero: %t", c.Name, err, r.IsZero())
	}
}

func checkMistake(t testing.TB, c vpntest.Case, err error) {
	t.Helper()
	if c.Reason == nil {
		if err != nil {
			t.Errorf("%s: %v, want it valid: %s", c.Name, err, c.Why)
		}
		return
	}
	var mistakes vpnerrors.ValidationErrors
	if !errors.As(err, &mistakes) || len(mistakes) != 1 {
		t.Fatalf("%s: %d mistakes, %v, want one: %s", c.Name, len(mistakes), err, c.Why)
	}
	if m := mistakes[0]; m.Field != c.Field || m.Reason != c.Reason {
		t.Errorf("%s: %s: %v, want %s: %v: %s", c.Name, m.Field, m.Reason, c.Field, c.Reason, c.Why)
	}
}

func TestCasesByParse(t *testing.T) {
	for _, c := range vpntest.Cases() {
		r, err := vpnconn.Parse(c.Params)
		checkVerdict(t, c, r, err)
	}
}

func TestCasesByParseQuery(t *testing.T) {
	for _, c := range vpntest.Cases() {
		r, err := vpnconn.ParseQuery(form(c.Params).Encode())
		checkVerdict(t, c, r, err)
	}
}

// The builder and the tags agree with every case that a Spec can hold.
func TestCasesBySpec(t *testing.T) {
	v := validator.New()
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	good, bad := 0, 0
	for _, c := range vpntest.Cases() {
		spec, ok := specOf(c.Params)
		if !ok {
			continue
		}
		if c.Reason == nil {
			good++
		} else {
			bad++
		}
		r, err := spec.Build()
		checkVerdict(t, c, r, err)
		checkMistake(t, c, validation.Explain(v.Struct(spec)))
		if parsed, err := vpnconn.Parse(c.Params); err == nil && !parsed.Equal(r) {
			t.Errorf("%s: Parse gives %v, the builder %v", c.Name, parsed, r)
		}
	}
	if good < 150 || bad < 300 {
		t.Errorf("a Spec can hold %d valid and %d invalid cases, want 150 and 300 at least", good, bad)
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

// There are enough cases, each with a name of its own and a reason to be there, and none of them shared.
func TestCasesAreFit(t *testing.T) {
	cases := vpntest.Cases()
	if len(cases) < 150 {
		t.Errorf("%d cases, want 150 or more", len(cases))
	}
	names := map[string]bool{}
	for i, c := range cases {
		if c.Name == "" || names[c.Name] {
			t.Errorf("case %d has the name %q, of another or empty", i, c.Name)
		}
		names[c.Name] = true
		if len(c.Why) < 10 || c.Params == nil {
			t.Errorf("%s: the reason to be there is %q", c.Name, c.Why)
		}
		if c.Reason == nil && c.Field != "" {
			t.Errorf("%s: valid, and yet of %s", c.Name, c.Field)
		}
	}
	for _, c := range cases {
		clear(c.Params)
	}
	clear(cases)
	if again := vpntest.Cases(); again[0].Params["Action"] == "" {
		t.Error("what was done to the cases shows in those of the next call")
	}
}

// Each documented value is a case of its own, and so are at least three that are mistaken for one.
func TestCasesHaveEveryValue(t *testing.T) {
	for field, values := range documentedValues() {
		found := map[string]bool{}
		misses := 0
		for _, c := range vpntest.Cases() {
			if !strings.HasPrefix(c.Name, field+": ") {
				continue
			}
			if r, err := vpnconn.Parse(c.Params); err == nil {
				found[maps.Collect(r.Fields())[field]] = true
			} else if c.Reason == vpnerrors.ErrUnsupportedValue {
				misses++
			}
		}
		for _, v := range values {
			if !found[v] {
				t.Errorf("%s: no case for %s", field, v)
			}
		}
		if misses < 3 {
			t.Errorf("%s: %d near misses, want three or more", field, misses)
		}
	}
}
