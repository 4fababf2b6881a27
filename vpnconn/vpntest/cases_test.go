package vpntest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
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

// specOf returns params as a Spec, unless that cannot hold them.
func specOf(params map[string]string) (s vpnconn.Spec, ok bool) {
	text := func(name string) *string {
		if params[name] == "" {
			return nil
		}
		return new(params[name])
	}
	for name, value := range params {
		switch name {
		case "Action":
			ok = value == vpnconn.Action
		case "CustomerGatewayId":
			s.CustomerGatewayID = value
		case "LocalSubnet":
			s.LocalSubnets = list(value)
		case "RegionId":
			s.RegionID = value
		case "RemoteSubnet":
			s.RemoteSubnets = list(value)
		case "VpnGatewayId":
			s.VPNGatewayID = value
		case "ClientToken":
			s.ClientToken = text(name)
		case "Name":
			s.Name = text(name)
		case "EffectImmediately":
			b := strings.ToLower(value)
			if b != "true" && b != "false" && b != "" {
				return s, false
			}
			if b != "" {
				s.EffectImmediately = new(b == "true")
			}
		case "IkeConfig":
			m, plain := membersOf(value)
			if s.IKE = ikeSpec(m); !plain || len(m) > 0 {
				return s, false
			}
		case "IpsecConfig":
			m, plain := membersOf(value)
			if s.IPsec = ipsecSpec(m); !plain || len(m) > 0 {
				return s, false
			}
		default:
			return s, false
		}
	}
	return s, ok
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// membersOf reads a JSON object of texts and integers that any reader would read alike.
func membersOf(text string) (members map[string]any, plain bool) {
	if !utf8.ValidString(text) || strings.Contains(text, `\u`) {
		return nil, false
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if d.Decode(&members) != nil || d.More() {
		return nil, false
	}
	var names int
	for name, value := range members {
		names += strings.Count(text, `"`+name+`":`)
		if unset := value == nil || value == ""; unset && isMember(name) {
			delete(members, name)
			names--
		}
	}
	return members, names == len(members)
}

func isMember(name string) bool {
	return name == "LocalId" || slices.ContainsFunc(settings, func(field string) bool {
		return strings.HasSuffix(field, "."+name)
	})
}

// take moves a member into a field of a Spec, if it has the type for that.
func take[T ~string](members map[string]any, name string, field **T) {
	if text, ok := members[name].(string); ok {
		*field = new(T(text))
		delete(members, name)
	}
}

func takeSeconds(members map[string]any, name string, field **int64) {
	if number, ok := members[name].(json.Number); ok {
		if seconds, err := strconv.ParseInt(number.String(), 10, 64); err == nil {
			*field = &seconds
			delete(members, name)
		}
	}
}

func ikeSpec(members map[string]any) *vpnconn.IKESpec {
	var s vpnconn.IKESpec
	if key, ok := members["Psk"].(string); ok {
		s.PSK = ikeconfig.NewSecret(key)
		delete(members, "Psk")
	}
	take(members, "IkeVersion", &s.Version)
	take(members, "IkeMode", &s.Mode)
	take(members, "IkeEncAlg", &s.EncAlg)
	take(members, "IkeAuthAlg", &s.AuthAlg)
	take(members, "IkePfs", &s.PFS)
	takeSeconds(members, "IkeLifetime", &s.Lifetime)
	if members["LocalId"] == members["LocalIdIPsec"] {
		delete(members, "LocalId")
	}
	take(members, "LocalIdIPsec", &s.LocalID)
	take(members, "RemoteId", &s.RemoteID)
	return &s
}

func ipsecSpec(members map[string]any) *vpnconn.IPsecSpec {
	var s vpnconn.IPsecSpec
	take[ipsecconfig.EncAlg](members, "IpsecEncAlg", &s.EncAlg)
	take[ipsecconfig.AuthAlg](members, "IpsecAuthAlg", &s.AuthAlg)
	take[ipsecconfig.DHGroup](members, "IpsecPfs", &s.PFS)
	takeSeconds(members, "IpsecLifetime", &s.Lifetime)
	return &s
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
