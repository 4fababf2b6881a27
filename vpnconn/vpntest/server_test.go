package vpntest_test

import (
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A request gets in by every door that the service has.
func TestServerTakes(t *testing.T) {
	r := example(t, vpnconn.WithName("北京-1"), vpnconn.WithIKE(ikeconfig.WithPSK("a+b c%&=<>")))
	bare := r.Values()
	bare.Del("Action")
	everything := query(r)
	half := query(r)[:strings.Index(query(r), "&RegionId")]
	for name, call := range map[string]struct {
		method, query, body string
		headers             []string
	}{
		"GET":                       {"GET", everything, "", nil},
		"POST, query":               {"POST", everything, "", nil},
		"POST, form":                {"POST", "", everything, []string{"Content-Type", formType}},
		"POST, form with charset":   {"POST", "", everything, []string{"Content-Type", formType + "; charset=utf-8"}},
		"POST, form of no type":     {"POST", "", everything, nil},
		"POST, query and form":      {"POST", half, strings.TrimPrefix(everything, half+"&"), []string{"Content-Type", formType}},
		"POST, everything in both":  {"POST", everything, everything, []string{"Content-Type", formType}},
		"POST, query, type is JSON": {"POST", everything, "", []string{"Content-Type", "application/json"}},
		"GET, headers": {"GET", bare.Encode(), "", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28",
		}},
		"POST, headers": {"POST", bare.Encode(), "", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28",
		}},
		"POST, headers and empty parameters": {"POST", "", bare.Encode() + "&Action=&Version=", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28", "Content-Type", formType,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t)
			got := do(t, newRequest(t, call.method, server.URL+"/?"+call.query, call.body, call.headers...))
			made, err := vpnconn.DecodeResponse(got.status, got.body)
			if err != nil || made.Name != "北京-1" {
				t.Fatalf("the answer is %+v, %v", made, err)
			}
			if diff := cmp.Diff([]vpnconn.Request{r}, server.Requests()); diff != "" {
				t.Errorf("what arrived (-want +got):\n%s", diff)
			}
			want := []vpntest.Connection{{ID: made.VPNConnectionID, CreateTime: made.CreateTime, Request: r}}
			if diff := cmp.Diff(want, server.Connections()); diff != "" {
				t.Errorf("what was made (-want +got):\n%s", diff)
			}
		})
	}
}

// Answers are in the format asked for, or in the one that the kind of client expects.
func TestServerFormat(t *testing.T) {
	params := example(t).Values()
	headers := []string{"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28"}
	for name, call := range map[string]struct {
		format  string
		headers []string
		json    bool
	}{
		"nothing said":            {"", nil, false},
		"JSON":                    {"JSON", nil, true},
		"json":                    {"json", nil, true},
		"XML":                     {"XML", nil, false},
		"unknown":                 {"YAML", nil, false},
		"header of the action":    {"", headers, true},
		"Accept":                  {"", []string{"Accept", "application/json"}, true},
		"Accept among others":     {"", []string{"Accept", "text/xml, application/json;q=0.5"}, true},
		"Accept, another":         {"", []string{"Accept", "*/*"}, false},
		"XML in spite of headers": {"XML", append(headers, "Accept", "application/json"), false},
		"unknown, and Accept":     {"YAML", []string{"Accept", "application/json"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t, vpntest.WithConfiguring(1))
			values := maps.Clone(params)
			values.Set("Version", vpnconn.APIVersion)
			if call.format != "" {
				values.Set("Format", call.format)
			}
			refused := do(t, newRequest(t, "GET", server.URL+"?"+values.Encode(), "", call.headers...))
			made := do(t, newRequest(t, "GET", server.URL+"?"+values.Encode(), "", call.headers...))
			for got, shape := range map[*reply]map[bool]string{
				&refused: {
					true: `^\{"RequestId":"[0-9A-F-]{36}","HostId":"vpc\.aliyuncs\.com","Code":"VpnGateway\.Configuring",` +
						`"Message":"The specified service is configuring\.",` +
						`"Recommend":"https://error-center\.aliyun\.com/status/search\?Keyword=VpnGateway\.Configuring&source=PopGw"\}\n$`,
					false: `^<\?xml version="1\.0" encoding="UTF-8"\?><Error><RequestId>[0-9A-F-]{36}</RequestId>` +
						`<HostId>vpc\.aliyuncs\.com</HostId><Code>VpnGateway\.Configuring</Code>` +
						`<Message>The specified service is configuring\.</Message><Recommend>https://[^<]*&amp;source=PopGw</Recommend></Error>$`,
				},
				&made: {
					true: `^\{"VpnConnectionId":"vco-[0-9a-z]{21}","CreateTime":[0-9]{13},"RequestId":"[0-9A-F-]{36}"\}\n$`,
					false: `^<\?xml version="1\.0" encoding="UTF-8"\?><CreateVpnConnectionResponse>` +
						`<VpnConnectionId>vco-[0-9a-z]{21}</VpnConnectionId><CreateTime>[0-9]{13}</CreateTime>` +
						`<RequestId>[0-9A-F-]{36}</RequestId></CreateVpnConnectionResponse>$`,
				},
			} {
				if !regexp.MustCompile(shape[call.json]).Match(got.body) {
					t.Errorf("the answer is not as it should be: %s", got.body)
				}
				want := map[bool]string{true: "application/json;charset=utf-8", false: "text/xml;charset=utf-8"}[call.json]
				if kind := got.header.Get("Content-Type"); kind != want {
					t.Errorf("the type is %s, want %s", kind, want)
				}
			}
		})
	}
}

// What is no call of CreateVpnConnection is told so, with everything that an error has.
func TestServerRefuses(t *testing.T) {
	r := example(t)
	bare := r.Values()
	bare.Del("Action")
	for name, call := range map[string]struct {
		method, query, body, contentType string
		status                           int
		code                             vpnerrors.Code
		message                          string
	}{
		"nothing":          {"GET", "", "", "", 400, "MissingParameter", `"Action"`},
		"no Action":        {"GET", bare.Encode(), "", "", 400, "MissingParameter", `"Action"`},
		"no Version":       {"GET", r.Query(), "", "", 400, "MissingParameter", `"Version"`},
		"another Version":  {"GET", r.Query() + "&Version=2014-05-26", "", "", 400, "InvalidVersion", "Version"},
		"another Action":   {"GET", "Action=DescribeVpnConnections&Version=2016-04-28", "", "", 404, "InvalidAction.NotFound", "api"},
		"PUT":              {"PUT", query(r), "", "", 405, "UnsupportedHTTPMethod", ""},
		"DELETE":           {"DELETE", query(r), "", "", 405, "UnsupportedHTTPMethod", ""},
		"JSON in the body": {"POST", query(r), "{}", "application/json", 415, "UnsupportedMediaType", ""},
		"a large body":     {"POST", query(r), strings.Repeat("x", 1<<20+1), formType, 413, "RequestEntityTooLarge", ""},
		"a form in a GET":  {"GET", "", query(r), formType, 400, "MissingParameter", `"Action"`},
		"a name twice":     {"GET", query(r) + "&Name=ab&Name=ab", "", "", 400, "InvalidParameter", `"Name" is not valid: duplicate`},
		"query and form differ": {"POST", query(r), "RegionId=cn-beijing", formType, 400, "InvalidParameter",
			`"RegionId" is not valid: duplicate`},
		"a bad escape":   {"GET", query(r) + "&Name=%zz", "", "", 400, "InvalidParameter", `"Name" is not valid: bad character`},
		"a block":        {"GET", query(r, "LocalSubnet", "10.0.0.0/24,10.0.1.7/24"), "", "", 400, "InvalidParameter", `"LocalSubnet[1]" is not valid: host bits set`},
		"a near miss":    {"GET", query(r, "RegionID", "x"), "", "", 400, "InvalidParameter", `did you mean "RegionId"?`},
		"a member":       {"GET", query(r, "IkeConfig", `{"psk":"x"}`), "", "", 400, "InvalidParameter", `"IkeConfig" is not valid: unknown parameter; did you mean "IkeConfig.Psk"?`},
		"no such member": {"GET", query(r, "IkeConfig", `{"Enabled":1}`), "", "", 400, "InvalidParameter", `"IkeConfig" is not valid: unknown parameter`},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t)
			headers := []string{"Accept", "application/json"}
			if call.contentType != "" {
				headers = append(headers, "Content-Type", call.contentType)
			}
			got := do(t, newRequest(t, call.method, server.URL+"?"+call.query, call.body, headers...))
			_, err := vpnconn.DecodeResponse(got.status, got.body)
			e := apiError(t, err)
			if e.HTTPStatus != call.status || e.Code != call.code || !strings.Contains(e.Message, call.message) || e.Message == "" {
				t.Errorf("the answer is %v, want %d %s: %s", e, call.status, call.code, call.message)
			}
			if e.RequestID == "" || e.HostID != "vpc.aliyuncs.com" || !strings.Contains(e.Recommend, "Keyword="+string(e.Code)) {
				t.Errorf("the answer lacks something: %+v", e)
			}
			if server.Calls() != 1 || len(server.Requests()) != 0 || len(server.Connections()) != 0 {
				t.Errorf("calls: %d, requests: %d, connections: %d", server.Calls(), len(server.Requests()), len(server.Connections()))
			}
		})
	}
}

// A body that breaks off is an error and no request.
func TestServerBrokenBody(t *testing.T) {
	r := httptest.NewRequest("POST", "/?"+query(example(t)), iotest.ErrReader(io.ErrUnexpectedEOF))
	w := httptest.NewRecorder()
	vpntest.NewHandler().ServeHTTP(w, r)
	_, err := vpnconn.DecodeResponse(w.Code, w.Body.Bytes())
	if e := apiError(t, err); e.Code != "IncompleteBody" || e.HTTPStatus != 400 {
		t.Errorf("the answer is %v", err)
	}
}

func apiError(t testing.TB, err error) *vpnerrors.APIError {
	t.Helper()
	var e *vpnerrors.APIError
	if !errors.As(err, &e) {
		t.Fatalf("the answer is %v, want an error of the service", err)
	}
	return e
}

// A pre-shared key shows in no answer, wherever in a broken request it ends up.
func TestServerHidesKeys(t *testing.T) {
	const key = "hunter2hunter2"
	server := newServer(t)
	whole := query(example(t))
	for _, more := range []string{
		`&IkeConfig={"Psk":"` + key + `"`,
		`&IkeConfig={"psk":"` + key + `"}`,
		`&IkeConfig={"Psk":["` + key + `"]}`,
		`&IkeConfig={"Psk":"` + key + strings.Repeat("x", 100) + `"}`,
		`&IkeConfig={"Psk":"%26` + key + `%00"}`,
		`&IkeConfig={"Psk":"rock%26"}&IkeConfig.Psk=` + key,
		`&IkeConfig={"Psk":"rock&` + key + `"}`,
		`&IkeConfig.Psk=rock&` + key + `=x`,
		`&IkeConfig.Psk=rock&` + key,
		`&IkeConfig.` + key + `=x`,
		`&Psk=` + key,
		`&IkeConfig=` + key,
		`&IkeConfig={"` + key + `":"x"}`,
		`&Name=` + key + `!`,
		`&%zz` + key,
	} {
		for _, format := range []string{"JSON", "XML"} {
			address := server.URL + "?" + strings.Replace(whole, "Format=JSON", "Format="+format, 1) + strings.ReplaceAll(more, `"`, "%22")
			got := do(t, newRequest(t, "GET", address, ""))
			if got.status != 400 || strings.Contains(string(got.body), "hunter2") {
				t.Errorf("%s: the answer is %d %s", more, got.status, got.body)
			}
		}
	}
}

func TestServerGateways(t *testing.T) {
	server := newServer(t, vpntest.WithVPNGateways("vpn-1", "vpn-2"), vpntest.WithCustomerGateways("cgw-1"))
	for _, test := range []struct {
		vpn, customer string
		want          error
	}{
		{"vpn-1", "cgw-1", nil},
		{"vpn-2", "cgw-1", nil},
		{"vpn-3", "cgw-1", vpnerrors.ErrVPNGatewayNotFound},
		{"vpn-1", "cgw-2", vpnerrors.ErrCustomerGatewayNotFound},
		{"vpn-3", "cgw-2", vpnerrors.ErrCustomerGatewayNotFound},
	} {
		_, err := create(t, server, example(t, vpnconn.WithVPNGatewayID(test.vpn), vpnconn.WithCustomerGatewayID(test.customer)))
		if !errors.Is(err, test.want) {
			t.Errorf("%s and %s: %v, want %v", test.vpn, test.customer, err, test.want)
		}
	}
	server.Set(vpntest.WithVPNGateways())
	if _, err := create(t, server, example(t)); !errors.Is(err, vpnerrors.ErrVPNGatewayNotFound) {
		t.Errorf("no gateway is known, and yet: %v", err)
	}
}

func TestServerQuota(t *testing.T) {
	server := newServer(t, vpntest.WithQuota(1))
	first, second := example(t, vpnconn.WithClientToken("1")), example(t, vpnconn.WithVPNGatewayID("vpn-2"))
	if _, err := create(t, server, first); err != nil {
		t.Fatal(err)
	}
	if _, err := create(t, server, second); !errors.Is(err, vpnerrors.ErrQuotaFull) {
		t.Errorf("a connection over the quota: %v", err)
	}
	if _, err := create(t, server, first); err != nil {
		t.Errorf("the quota refuses a repeated request: %v", err)
	}
	server.Set(vpntest.WithQuota(-1))
	if _, err := create(t, server, second); err != nil {
		t.Errorf("there is no quota any more, and yet: %v", err)
	}
	server.Set(vpntest.WithQuota(0))
	if _, err := create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-3"))); !errors.Is(err, vpnerrors.ErrQuotaFull) {
		t.Errorf("a quota of none: %v", err)
	}
}

func TestServerAlreadyExists(t *testing.T) {
	for _, test := range []struct {
		name string
		opt  vpnconn.Option
		want error
	}{
		{"the same", nil, vpnerrors.ErrAlreadyExists},
		{"another token", vpnconn.WithClientToken("2"), vpnerrors.ErrAlreadyExists},
		{"another name", vpnconn.WithName("other"), vpnerrors.ErrAlreadyExists},
		{"another key", vpnconn.WithIKE(ikeconfig.WithPSK("other")), vpnerrors.ErrAlreadyExists},
		{"the blocks in another order", vpnconn.WithLocalSubnets("10.0.1.0/24,10.0.0.0/24"), vpnerrors.ErrAlreadyExists},
		{"a block less", vpnconn.WithLocalSubnets("10.0.0.0/24"), nil},
		{"another remote block", vpnconn.WithRemoteSubnets("192.168.0.0/17"), nil},
		{"another gateway", vpnconn.WithVPNGatewayID("vpn-2"), nil},
		{"another customer gateway", vpnconn.WithCustomerGatewayID("cgw-2"), nil},
	} {
		server := newServer(t)
		if _, err := create(t, server, example(t, vpnconn.WithClientToken("1"))); err != nil {
			t.Fatal(err)
		}
		if _, err := create(t, server, example(t, test.opt)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

// One token makes one connection, and stands for one request.
func TestServerToken(t *testing.T) {
	server := newServer(t)
	r := example(t, vpnconn.WithClientToken("1"), vpnconn.WithName("office"))
	first, err := create(t, server, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"JSON", "XML"} {
		again, err := create(t, server, r, "Format", format)
		if err != nil || again.RequestID == first.RequestID {
			t.Errorf("%s: the answer is %+v, %v", format, again, err)
		}
		if again.RequestID = first.RequestID; again != first {
			t.Errorf("%s: a repeated request gets %+v, want %+v", format, again, first)
		}
	}
	_, err = create(t, server, example(t, vpnconn.WithClientToken("1"), vpnconn.WithName("shop")))
	if e := apiError(t, err); e.Code != "IdempotentParameterMismatch" || e.HTTPStatus != http.StatusBadRequest {
		t.Errorf("the token of another request gets %v", err)
	}
	if len(server.Connections()) != 1 || len(server.Requests()) != 4 {
		t.Errorf("connections: %d, requests: %d, want 1 and 4", len(server.Connections()), len(server.Requests()))
	}
}

// A token that came to nothing is free for another request.
func TestServerTokenOfARefusedRequest(t *testing.T) {
	server := newServer(t, vpntest.WithVPNGateways("vpn-1"))
	if _, err := create(t, server, example(t, vpnconn.WithClientToken("1"), vpnconn.WithVPNGatewayID("vpn-2"))); err == nil {
		t.Fatal("an unknown gateway is known")
	}
	if _, err := create(t, server, example(t, vpnconn.WithClientToken("1"))); err != nil {
		t.Errorf("the token was used up by a refused request: %v", err)
	}
}

func TestServerClock(t *testing.T) {
	at := time.Date(2018, 12, 13, 1, 55, 2, 123456789, time.FixedZone("CST", 8*3600))
	server := newServer(t, vpntest.WithClock(func() time.Time { return at }))
	made, err := create(t, server, example(t))
	if want := at.UTC().Truncate(time.Millisecond); err != nil || made.CreateTime != want || server.Connections()[0].CreateTime != want {
		t.Errorf("created at %v and %v, want %v", made.CreateTime, server.Connections()[0].CreateTime, want)
	}
	server.Set(vpntest.WithClock(nil))
	made, err = create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-2")))
	if err != nil || time.Since(made.CreateTime).Abs() > time.Minute {
		t.Errorf("created at %v, %v, want now", made.CreateTime, err)
	}
}

// What the Server gives away is the caller's own.
func TestServerSharesNothing(t *testing.T) {
	server := newServer(t)
	if _, err := create(t, server, example(t)); err != nil {
		t.Fatal(err)
	}
	server.Requests()[0], server.Connections()[0] = vpnconn.Request{}, vpntest.Connection{}
	if server.Requests()[0].IsZero() || server.Connections()[0].ID == "" {
		t.Error("what was done to a slice shows in the Server")
	}
	ids := []string{"vpn-1"}
	opt := vpntest.WithVPNGateways(ids...)
	opts := []vpntest.Option{opt, nil}
	all := vpntest.Options(opts...)
	ids[0], opts[0] = "vpn-9", nil
	server = newServer(t, nil, all)
	if _, err := create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-9"))); err == nil {
		t.Error("what was done to a slice shows in an option")
	}
}
