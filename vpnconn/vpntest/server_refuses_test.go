package vpntest_test

import (
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// What is not a call of CreateVpnConnection gets an error with all its members.
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

// TestServerBodySize: a body of 1 MiB is read, and one that is a byte longer is refused.
func TestServerBodySize(t *testing.T) {
	r := example(t)
	whole := query(r)
	for size, want := range map[int]vpnerrors.Code{1 << 20: "", 1<<20 + 1: "RequestEntityTooLarge"} {
		server := newServer(t)
		body := strings.Repeat("&", size-len(whole)) + whole
		got := do(t, newRequest(t, "POST", server.URL, body, "Content-Type", formType, "Accept", "application/json"))
		_, err := vpnconn.DecodeResponse(got.status, got.body)
		var code vpnerrors.Code
		if err != nil {
			code = apiError(t, err).Code
		}
		if code != want {
			t.Errorf("%d bytes: %v, want the code %q", size, err, want)
		}
		if arrived := server.Requests(); want == "" && (len(arrived) != 1 || !arrived[0].Equal(r)) {
			t.Errorf("%d bytes arrived as %v, want %v", size, arrived, r)
		}
	}
}

// A body that breaks off is an error, not a request.
func TestServerBrokenBody(t *testing.T) {
	r := httptest.NewRequest("POST", "/?"+query(example(t)), iotest.ErrReader(io.ErrUnexpectedEOF))
	w := httptest.NewRecorder()
	vpntest.NewHandler().ServeHTTP(w, r)
	_, err := vpnconn.DecodeResponse(w.Code, w.Body.Bytes())
	if e := apiError(t, err); e.Code != "IncompleteBody" || e.HTTPStatus != 400 {
		t.Errorf("the answer is %v", err)
	}
}

// No answer shows a pre-shared key, wherever it is in a broken request.
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
