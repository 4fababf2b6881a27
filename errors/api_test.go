package errors_test

import (
	stderrors "errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

func TestAPIErrorError(t *testing.T) {
	for _, tt := range []struct {
		err  *vpnerrors.APIError
		want string
		why  string
	}{
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring", Message: "The specified service is configuring.", RequestID: "082AD562"},
			`VpnGateway.Configuring: The specified service is configuring. (HTTP status 400, request ID 082AD562)`, "everything"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring", HostID: "vpc.aliyuncs.com", Recommend: "https://…"},
			`VpnGateway.Configuring (HTTP status 400)`, "no message, no request ID"},
		{&vpnerrors.APIError{Code: "Forbidden", Message: "No."}, `Forbidden: No.`, "no empty parentheses"},
		{&vpnerrors.APIError{Code: "Forbidden", RequestID: "r"}, `Forbidden (request ID r)`, "no status"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "X", Message: "无权限：您的账号"}, `X: 无权限：您的账号 (HTTP status 400)`, "Chinese needs no quotes"},
		{&vpnerrors.APIError{HTTPStatus: 502, Body: []byte("<html>\r\n<h1>Bad Gateway</h1>")},
			`malformed reply: no error code in "<html>\r\n<h1>Bad Gateway</h1>" (HTTP status 502)`, "the start of a page"},
		{&vpnerrors.APIError{HTTPStatus: 502, Body: []byte(strings.Repeat("中", 100)), RequestID: "r"},
			`malformed reply: no error code in "` + strings.Repeat("中", 21) + `..." (HTTP status 502, request ID r)`, "cut between characters"},
		{&vpnerrors.APIError{HTTPStatus: 204}, `malformed reply: no error code in "" (HTTP status 204)`, "an empty body"},
		{&vpnerrors.APIError{}, `malformed reply: no error code in ""`, "the zero value"},
		{nil, "no error", "no reply"},

		{&vpnerrors.APIError{Code: "X\ny", Message: "a\r\nb", RequestID: "r\x1b[31m"}, `"X\ny": "a\r\nb" (request ID "r\x1b[31m")`, "control characters"},
		{&vpnerrors.APIError{Code: "X", Message: "abc\u202ecba"}, `X: "abc\u202ecba"`, "a mark that reverses what follows"},
		{&vpnerrors.APIError{Code: "X", Message: "a\xffb"}, `X: "a\xffb"`, "no UTF-8"},
		{&vpnerrors.APIError{Code: "X", Message: "a\ufffdb"}, "X: a\ufffdb", "the replacement character"},
		{&vpnerrors.APIError{Code: "X", Message: "line\u2028separator"}, `X: "line\u2028separator"`, "a Unicode line break"},
		{&vpnerrors.APIError{Code: "X", Message: strings.Repeat("m", 512)}, "X: " + strings.Repeat("m", 512), "the longest that is shown"},
		{&vpnerrors.APIError{Code: "X", Message: strings.Repeat("m", 513)}, "X: " + strings.Repeat("m", 512) + "...", "one longer"},
		{&vpnerrors.APIError{Code: "X", Message: strings.Repeat("\x80", 513)}, `X: "` + strings.Repeat(`\x80`, 512) + `..."`, "invalid bytes"},
	} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.why, got, tt.want)
		}
	}
}

func TestAPIErrorIs(t *testing.T) {
	for _, tt := range []struct {
		err  *vpnerrors.APIError
		want []error // exactly these, kinds first
		why  string
	}{
		{&vpnerrors.APIError{HTTPStatus: 403, Code: "Forbidden.RAM"}, []error{vpnerrors.ErrPermission}, "any 403 with a code"},
		{&vpnerrors.APIError{HTTPStatus: 403}, []error{vpnerrors.ErrMalformedReply}, "a proxy's 403 is not about permissions"},
		{&vpnerrors.APIError{HTTPStatus: 200, Code: "Forbidden"}, []error{vpnerrors.ErrForbidden}, "the kind depends on the status"},
		{&vpnerrors.APIError{HTTPStatus: 404, Code: "InvalidAction.NotFound"}, nil, "an undocumented 404"},
		{&vpnerrors.APIError{HTTPStatus: 404}, []error{vpnerrors.ErrMalformedReply}, "a proxy's 404 is not about gateways"},
		{&vpnerrors.APIError{Code: "Forbidden"}, []error{vpnerrors.ErrPermission, vpnerrors.ErrForbidden}, "by the code if there is no status"},
		{&vpnerrors.APIError{HTTPStatus: 403, Code: "LastTokenProcessing"}, nil, "the first try is running, and allowed"},
		{&vpnerrors.APIError{HTTPStatus: 403, Code: "Throttling.User"}, nil, "allowed later"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "Forbidden.TagKey.Duplicated"}, []error{vpnerrors.ErrParameter}, "not about permissions"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "Resource.QuotaFull"}, []error{vpnerrors.ErrQuota, vpnerrors.ErrQuotaFull}, "a kind and a sentinel"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "MissingParameter"}, []error{vpnerrors.ErrParameter}, "by its prefix"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "IllegalParam.Role"}, []error{vpnerrors.ErrParameter}, "by its prefix, although not documented"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "InvalidParameter"}, []error{vpnerrors.ErrParameter}, "the whole code"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "X.InvalidParameter"}, nil, "not by its suffix"},
		{&vpnerrors.APIError{HTTPStatus: 403, Code: "InvalidVpnGatewayInstanceId.NotFound"},
			[]error{vpnerrors.ErrPermission, vpnerrors.ErrNotFound, vpnerrors.ErrVPNGatewayNotFound}, "a code and a status that contradict each other"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "forbidden"}, nil, "letter case counts"},
		{&vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring2"}, nil, "the whole code counts"},
		{&vpnerrors.APIError{}, []error{vpnerrors.ErrMalformedReply}, "the zero value"},
		{nil, nil, "no reply has no kind"},
	} {
		targets := append([]error{nil, vpnerrors.ErrRequired, stderrors.ErrUnsupported, vpnerrors.ValidationErrors{}}, kinds...)
		for _, s := range sentinels {
			targets = append(targets, s.err)
		}
		var got []error
		for _, target := range targets {
			if tt.err.Is(target) {
				got = append(got, target)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v: %s: (-want +got)\n%s", tt.err, tt.why, diff)
		}
	}
}

func TestAPIErrorRetryable(t *testing.T) {
	for _, tt := range []struct {
		status int
		code   vpnerrors.Code
		want   bool
		why    string
	}{
		{403, "LastTokenProcessing", true, "the first try with this token is running"},
		{400, "OperationFailed.LastTokenProcessing", true, "another name for the same"},
		{400, "SignatureNonceUsed", true, "a new signature has another nonce"},
		{400, "TaskConflict", true, "another change of the gateway is running"},
		{400, "VpnGateway.task.conflict", true, "another name for the same"},
		{400, "OperationConflict", true, "another name for the same"},
		{400, "Appliance.Configuring", true, "busy"},
		{400, "VpnConnection.Configuring", true, "busy"},
		{400, "SystemBusy", true, "busy"},
		{503, "ServiceUnavailable", true, "temporarily down"},
		{400, "ServiceUnavailable", true, "whatever the status"},
		{500, "UnknownError", true, "seen in practice"},
		{400, "Throttling", true, "too many requests"},
		{400, "Throttling.User", true, "too many requests of one user"},
		{503, "Rejected.Throttling", true, "the word may be anywhere"},
		{429, "Whatever", true, "too many requests, by the status"},
		{500, "Whatever", true, "a server error, by the status"},
		{599, "", true, "only a proxy sends it"},
		{429, "", true, "a proxy limits requests too"},
		{408, "", true, "a proxy timed out waiting for the request"},
		{425, "", true, "a proxy suspects a replay"},
		{502, "", true, "a proxy found the service down"},
		{200, "", true, "the request may have been executed: only a retry can tell"},
		{202, "", true, "the same"},

		{400, "", false, "a page for a bad request"},
		{302, "", false, "a login page"},
		{403, "", false, "a proxy's refusal"},
		{404, "", false, "a wrong address"},
		{0, "", false, "the zero value"},
		{600, "", false, "not a server error"},
		{200, "Whatever", false, "a refusal, whatever its status"},
		{400, "throttling", false, "letter case counts"},
		{503, "IdempotentParameterMismatch", false, "the token still belongs to another request"},
		{409, "IncorrectStatus", false, "the status may never change"},
		{400, "MissingParameter", false, "it stays missing"},
		{400, "SignatureDoesNotMatch", false, "it stays wrong"},
		{400, "InvalidTimeStamp.Expired", false, "a wrong clock stays wrong"},
	} {
		e := &vpnerrors.APIError{HTTPStatus: tt.status, Code: tt.code}
		if got := e.Retryable(); got != tt.want {
			t.Errorf("status %d, code %q: Retryable() = %v, want %v: %s", tt.status, tt.code, got, tt.want, tt.why)
		}
	}
	none := (*vpnerrors.APIError)(nil)
	if none.Retryable() || none.Field() != "" {
		t.Error("a nil *APIError is retryable, or about a field")
	}
}

func TestIsRetryable(t *testing.T) {
	busy := &vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring"}
	full := &vpnerrors.APIError{HTTPStatus: 400, Code: "Resource.QuotaFull"}
	for _, tt := range []struct {
		err  error
		want bool
		why  string
	}{
		{busy, true, "the error itself"},
		{full, false, "a final error"},
		{fmt.Errorf("create: %w", fmt.Errorf("send: %w", busy)), true, "wrapped twice"},
		{stderrors.Join(stderrors.New("other"), busy), true, "joined with another"},
		{nil, false, "no error"},
		{(*vpnerrors.APIError)(nil), false, "no reply"},
		{stderrors.New("dial tcp: timeout"), false, "the caller decides about transport errors"},
		{vpnerrors.ErrConfiguring, false, "a sentinel is not a reply"},
		{vpnerrors.ValidationErrors{{Field: "Name", Reason: vpnerrors.ErrTooLong}}, false, "it stays too long"},
	} {
		if got := vpnerrors.IsRetryable(tt.err); got != tt.want {
			t.Errorf("IsRetryable(%v) = %v, want %v: %s", tt.err, got, tt.want, tt.why)
		}
	}
}

func TestAPIErrorEqual(t *testing.T) {
	full := func() *vpnerrors.APIError {
		return &vpnerrors.APIError{HTTPStatus: 400, Code: "c", Message: "m", RequestID: "r", HostID: "h", Recommend: "u", Body: []byte("b")}
	}
	changed := func(change func(e *vpnerrors.APIError)) *vpnerrors.APIError {
		e := full()
		change(e)
		return e
	}
	for _, tt := range []struct {
		name string
		e    *vpnerrors.APIError
		want bool
	}{
		{"the same", full(), true},
		{"nil", nil, false},
		{"HTTPStatus", changed(func(e *vpnerrors.APIError) { e.HTTPStatus++ }), false},
		{"Code", changed(func(e *vpnerrors.APIError) { e.Code += "x" }), false},
		{"Message", changed(func(e *vpnerrors.APIError) { e.Message += "x" }), false},
		{"RequestID", changed(func(e *vpnerrors.APIError) { e.RequestID += "x" }), false},
		{"HostID", changed(func(e *vpnerrors.APIError) { e.HostID += "x" }), false},
		{"Recommend", changed(func(e *vpnerrors.APIError) { e.Recommend += "x" }), false},
		{"Body", changed(func(e *vpnerrors.APIError) { e.Body = []byte("x") }), false},
	} {
		if full().Equal(tt.e) != tt.want || tt.e.Equal(full()) != tt.want || cmp.Equal(full(), tt.e) != tt.want {
			t.Errorf("%s: Equal is not %v, or not symmetric, or different in go-cmp", tt.name, tt.want)
		}
	}
	if none := (*vpnerrors.APIError)(nil); !none.Equal(nil) {
		t.Error("nil is not Equal to nil")
	}
}

// TestFieldInMessage: of an undocumented code that blames a parameter the message says which, and nothing but a documented
// name is taken from there.
func TestFieldInMessage(t *testing.T) {
	for _, tt := range []struct {
		code    vpnerrors.Code
		message string
		want    string
		why     string
	}{
		{"MissingParameter", `The input parameter "VpnGatewayId" that is mandatory for processing this request is not supplied.`, "VpnGatewayId", "the service's words"},
		{"InvalidParameter", `The specified parameter "LocalSubnet[31]" is not valid.`, "LocalSubnet[31]", "a block by its place"},
		{"IllegalParam.Role", `"TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn"`, "TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn", "in a tunnel"},
		{"InvalidParameter", `"TunnelOptionsSpecification" and "Name"`, "TunnelOptionsSpecification", "the first"},
		{"InvalidParameter", `"Tags.20"`, "Tags.20", "an element"},
		{"InvalidParameter", `"HealthCheckConfig.dip"`, "HealthCheckConfig.dip", "only in edition 2025"},

		{"InvalidParameter", `"10.0.0.0/8" of "LocalSubnet"`, "", "what comes first is no name"},
		{"InvalidParameter", `"Name`, "", "not closed"},
		{"InvalidParameter", "Name", "", "not in quotes"},
		{"InvalidParameter", `"name"`, "", "letter case counts"},
		{"InvalidParameter", `"Name "`, "", "all of it counts"},
		{"InvalidParameter", `"Tags.21"`, "", "there are 20"},
		{"InvalidParameter", `"TunnelOptionsSpecification.hunter2.Role"`, "", "no place"},
		{"InvalidParameter", `"TunnelOptionsSpecification.01.Role"`, "", "not how a place is written"},
		{"InvalidParameter", `"TunnelOptionsSpecification.1.Name"`, "", "no setting of a tunnel"},
		{"InvalidParameter", `"Name[0]"`, "", "not a list"},
		{"InvalidParameter", `"LocalSubnet[hunter2]"`, "", "no place"},
		{"InvalidParameter", `"LocalSubnet[` + strings.Repeat("1", 200) + `]"`, "", "too long"},
		{"InvalidParameter", `"LocalSubnet.1"`, "", "one text"},
		{"InvalidParameter", `"Signature"`, "", "no parameter of the operation"},
		{"InvalidParameter", `""`, "", "nothing"},
		{"Throttling", `"Name"`, "", "blames no parameter"},
		{"Unknown.Code", `"Name"`, "", "nobody knows"},
		{"InvalidParameter.TagKey", `"Name"`, "Tags", "the document knows better"},
	} {
		e := &vpnerrors.APIError{HTTPStatus: 400, Code: tt.code, Message: tt.message}
		if got := e.Field(); got != tt.want {
			t.Errorf("%v is about %q, want %q: %s", e, got, tt.want, tt.why)
		}
	}
	reply := `{"Code":"InvalidParameter","Message":"The specified parameter \"IkeConfig.Psk\" is not valid."}`
	var e *vpnerrors.APIError
	if !stderrors.As(vpnerrors.Decode(400, []byte(reply)), &e) || e.Field() != "IkeConfig.Psk" {
		t.Errorf("%v is about %q", e, e.Field())
	}
}
