package errors_test

//lint:file-ignore ST1003 the names are those of the SDKs

import (
	"context"
	"encoding/json"
	stderrors "errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestFromSDK compares the error of each SDK with the data of the reply itself.
func TestFromSDK(t *testing.T) {
	for _, tt := range []struct {
		status    int
		body, why string
	}{
		{400, `{"Code":"VpnGateway.Configuring","HostId":"vpc.aliyuncs.com","Message":"The gateway is busy.","Recommend":"https://a/?q=1&p=<2>","RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76"}`, "every field"},
		{403, `{"Code":"Forbidden.RAM","Message":"User not authorized: 无权限 <a&b>","RequestId":"r"}`, "any text"},
		{500, `{"Code":"InternalError","Message":"code: 1, as request id: told","RequestId":"r-1"}`, "a message like that of an SDK"},
		{400, `{"Code":"X","Message":"m","RequestId":""}`, "an empty ID"},
		{400, `{"Code":"X","RequestId":"r"}`, "no message"},
		{429, `{"Code":"Throttling.User"}`, "only a code"},
		{503, `{"RequestId":"r","Message":"m"}`, "no code"},
		{502, `{"oops":"a"}`, "not from the service"},
		{400, `{"Code":" X ","Message":"\n m\t","RequestId":" r "}`, "white space around"},
		{400, `{"Code":"SignatureDoesNotMatch","Message":"server string to sign is:POST&%2F&IkeConfig%3D%257B%2522Psk%2522%253A%2522Zq7mW9xK4tVb","RequestId":"r"}`, "an echo of the key"},
		{400, `{"Code":"X","Message":"m","Recommend":"https://a/?Psk=Zq7mW9xK4tVb","RequestId":"r"}`, "an echo in the advice"},
	} {
		want := vpnerrors.Decode(tt.status, []byte(tt.body)).(*vpnerrors.APIError)
		for sdk, newError := range newSDKErrors {
			for way, wrap := range sdkWraps {
				err := wrap(newError(tt.status, tt.body))
				got, ok := vpnerrors.FromSDK(err)
				if !ok {
					t.Errorf("%s: %s, %s: not recognized", tt.why, sdk, way)
					continue
				}
				if shown := showsKey(got, secretKey); shown != "" {
					t.Errorf("%s: %s, %s: the key shows in %s", tt.why, sdk, way, shown)
				}
				if got := withoutBody(got); !got.Equal(withoutBody(want)) {
					t.Errorf("%s: %s, %s (-the reply +its error):\n%s", tt.why, sdk, way, cmp.Diff(withoutBody(want), got))
				}
				if vpnerrors.IsRetryable(err) != want.Retryable() {
					t.Errorf("%s: %s, %s: IsRetryable is %t", tt.why, sdk, way, !want.Retryable())
				}
			}
		}
	}
}

func withoutBody(e *vpnerrors.APIError) *vpnerrors.APIError {
	c := *e
	c.Body = nil
	return &c
}

// TestFromSDKBody: what is kept besides the fields.
func TestFromSDKBody(t *testing.T) {
	const reply = `{"Code":"NoPermission","Message":"m <&>","RequestId":"r","AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"}}`
	const inOrder = `{"AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"},"Code":"NoPermission","Message":"m <&>","RequestId":"r"}`
	page := "<html>" + strings.Repeat("-", 5000) + "</html>"
	for _, tt := range []struct {
		err       error
		want, why string
	}{
		{newSDKResponse(403, reply), inOrder, "what the SDK decoded, as JSON again"},
		{&sdkTea{StatusCode: new(403), Data: new(reply)}, reply, "tea keeps the text"},
		{&sdkTea{StatusCode: new(403), Data: new("null")}, "", "what tea writes for no data"},
		{&sdkTea{StatusCode: new(403), Code: new("NoPermission")}, "", "nothing kept"},
		{&sdkV1{status: 403, code: "NoPermission", message: "m"}, "", "only the fields"},
		{newSDKV1(502, "upstream timed out"), "upstream timed out", "a reply that is not JSON"},
		{&sdkV1{status: 500, requestID: "r", message: "boom"}, "boom", "a message without a code"},
		{&sdkResponse{StatusCode: new(400)}, "", "nothing kept"},
		{sdkResponseEarly{}, "", "a version that keeps no data"},
		{newSDKV1(502, page), page[:4<<10], "the start of a long one"},
		{newSDKV1(400, `{"Code":"X"}`), `{"Code":"X"}`, "a reply without a message"},
		{&sdkResponse{StatusCode: new(400), Data: map[string]any{"a": func() {}}}, "", "what JSON has not"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, map[string]any{"AuthAction": "vpc:CreateVpnConnection"}},
			`{"AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"}}`, "a refused user needs to know the action"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, nil}, "", "no detail"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: `{"Code":"X"}`}, map[string]any{"A": 1}}, `{"Code":"X"}`, "the reply has everything"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, map[string]any{"Psk": "secret"}}, `{"AccessDeniedDetail":{"`, "an echo is cut"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, map[string]any{"A": func() {}}}, "", "what JSON has not"},
		{&sdkTea{StatusCode: new(400), Data: new(`{"a":"b","x":"IkeConfig.Psk=` + secretKey + `"}`)}, `{"a":"b","x":"IkeConfig.`, "an echo is cut"},
	} {
		got, ok := vpnerrors.FromSDK(tt.err)
		if !ok || string(got.Body) != tt.want || (got.Body == nil) != (tt.want == "") {
			t.Errorf("%s: got %v with body %q, want %q", tt.why, got, got.Body, tt.want)
		}
	}
}

// TestFromSDKOdd: replies that an SDK cannot decode, and errors that users make with an SDK's type.
func TestFromSDKOdd(t *testing.T) {
	type api = vpnerrors.APIError
	var nilCode *string
	for _, tt := range []struct {
		err  error
		want api
		why  string
	}{
		{newSDKV1(403, `<?xml version='1.0'?><Error><RequestId>r</RequestId><HostId>h</HostId><Code>Forbidden</Code><Message>m</Message><Recommend>u</Recommend></Error>`),
			api{HTTPStatus: 403, Code: "Forbidden", Message: "m", RequestID: "r", HostID: "h", Recommend: "u"}, "the message is the whole XML"},
		{newSDKV1(502, "<html>502 Bad Gateway</html>"), api{HTTPStatus: 502}, "the page of a proxy is not a message"},
		{newSDKV1(504, ""), api{HTTPStatus: 504}, "an empty reply"},
		{&sdkV1{status: 400, code: "X", message: `{"Code":"Y","Message":"n"}`}, api{HTTPStatus: 400, Code: "X", Message: `{"Code":"Y","Message":"n"}`}, "another reply is an ordinary message"},
		{&sdkV1{}, api{}, "an empty server error"},
		{&sdkV1{status: 400, requestID: "r", message: `{"code":"X","message":"m"}`}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a reply with a name unknown to the SDK is not a message"},
		{sdkV1Early{}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a version with fewer methods"},
		{sdkResponseEarly{}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a version that keeps no data"},
		{newSDKTea(502, `{}`), api{HTTPStatus: 502}, "nil as printed by fmt is left out"},
		{&sdkTea{Code: nilCode, Data: new(`{"Code":"X","statusCode":404,"RequestId":"r"}`)}, api{HTTPStatus: 404, Code: "X", RequestID: "r"}, "only the data"},
		{&sdkTea{StatusCode: new(0), Data: new(`{"Code":"X","statusCode":"404"}`)}, api{HTTPStatus: 404, Code: "X"}, "the status as text"},
		{&sdkTea{StatusCode: new(500), Data: new(`{"Code":"X","statusCode":404}`)}, api{HTTPStatus: 500, Code: "X"}, "its own status"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, No: it's  a request id: b request id: 0A-9z")},
			api{HTTPStatus: 400, Code: "X", Message: "No: it's  a request id: b", RequestID: "0A-9z"}, "only the message"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m request id: "), StatusCode: new(500)}, api{HTTPStatus: 500, Code: "X", Message: "m"}, "no ID"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m request id: a b"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "m"}, "an ID has no space"},
		{&sdkTea{Code: new("X"), Message: new("code: four, m request id: a"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "code: four, m request id: a"}, "not written by the SDK"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "code: 400, m"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new("400, m request id: a"), StatusCode: new(500)}, api{HTTPStatus: 500, Code: "X", Message: "400, m request id: a"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new("m request id: a"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "m request id: a"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new(`code: 400, the "Psk" (` + secretKey + `) is bad request id: r`)},
			api{HTTPStatus: 400, Code: "X", Message: `the "`, RequestID: "r"}, "an echo is cut after the ID was read"},
		{&sdkTeaEarly{Code: new("X"), Message: new("m"), Data: new(`{"Code":"X","Message":"m","RequestId":"r"}`)},
			api{Code: "X", Message: "m", RequestID: "r"}, "a version without a status, and a client that does not print it"},
		{&sdkResponse{RequestId: new("r")}, api{RequestID: "r"}, "an ID, and no status"},
		{&sdkResponse{StatusCode: new(500), Data: map[string]any{"code": "X", "message": "m", "requestId": "r", "hostId": "h"}},
			api{HTTPStatus: 500, Code: "X", Message: "m", RequestID: "r", HostID: "h"}, "names in lower case"},
		{sdkByValue{StatusCode: new(400), Code: new("X")}, api{HTTPStatus: 400, Code: "X"}, "an error that is not a pointer"},
	} {
		got, ok := vpnerrors.FromSDK(tt.err)
		if !ok {
			t.Errorf("%s: %#v is not recognized", tt.why, tt.err)
		} else if want := &tt.want; !withoutBody(got).Equal(want) {
			t.Errorf("%s (-want +got):\n%s", tt.why, cmp.Diff(want, withoutBody(got)))
		}
	}
}

// sdkV1Early and sdkResponseEarly have only the methods by which an SDK's error is recognized.
type sdkV1Early struct{}

func (sdkV1Early) Error() string     { return "" }
func (sdkV1Early) HttpStatus() int   { return 400 }
func (sdkV1Early) ErrorCode() string { return "X" }
func (sdkV1Early) Message() string   { return "m" }
func (sdkV1Early) RequestId() string { return "r" }

type sdkResponseEarly struct{}

func (sdkResponseEarly) Error() string         { return "" }
func (sdkResponseEarly) GetStatusCode() *int   { return new(400) }
func (sdkResponseEarly) GetCode() *string      { return new("X") }
func (sdkResponseEarly) GetMessage() *string   { return new("m") }
func (sdkResponseEarly) GetRequestId() *string { return new("r") }

// sdkByValue is tea's error as a wrapper could have it.
type sdkByValue struct {
	Code, Message, Data *string
	StatusCode          *int
}

func (sdkByValue) Error() string { return "" }

// Errors that are similar to an SDK's.
type (
	notPointers struct{ Code, Message, Data string }
	notStatus   struct {
		Code, Message, Data *string
		StatusCode          int
	}
	notMore     struct{ StatusCode *int }
	notOwn      struct{ sdkByValue }
	notTexts    struct{ error }
	notAll      struct{ error }
	notAnswered struct{ error }
)

func (notPointers) Error() string { return "" }
func (notStatus) Error() string   { return "" }
func (notMore) Error() string     { return "" }

func (notTexts) GetCode() string      { return "X" }
func (notTexts) GetMessage() string   { return "m" }
func (notTexts) GetRequestId() string { return "r" }
func (notTexts) GetStatusCode() int   { return 400 }

func (notAll) GetCode() *string    { return new("X") }
func (notAll) GetStatusCode() *int { return new(400) }
func (notAll) ErrorCode() string   { return "X" }
func (notAll) RequestId() string   { return "r" }

// As has the signature for errors.As, and never answers.
func (notAnswered) As(any) bool { return false }

func TestFromSDKTakesNothingElse(t *testing.T) {
	for _, tt := range []struct {
		err error
		why string
	}{
		{nil, "nil"},
		{(*vpnerrors.APIError)(nil), "no reply"},
		{(*sdkV1)(nil), "a nil pointer"},
		{(*sdkTea)(nil), "a nil pointer"},
		{(*sdkResponse)(nil), "a nil pointer whose Error panics"},
		{(*url.Error)(nil), "a nil pointer whose Unwrap panics"},
		{&sdkV1Client{"SDK.ClientError", "m"}, "about the use of the SDK"},
		{&sdkTea{Code: new("ParameterMissing"), Message: new("'config' can not be unset")}, "about the use of the SDK"},
		{&sdkTea{Code: new("ParameterMissing"), StatusCode: new(0), Data: new("null")}, "the same from darabonba, converted by tea"},
		{&sdkTeaEarly{Code: new("ParameterMissing"), Message: new("'config' can not be unset")}, "the same in a version without a status"},
		{&sdkDara{}, "empty"},
		{&sdkResponse{Code: new("InvalidCredentials"), Message: new("Please set up the credentials correctly.")}, "about the use of the SDK"},
		{sdkResponse{}, "empty"},
		{context.DeadlineExceeded, "time"},
		{&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host"}}, "a transport error"},
		{&url.Error{Op: "Post", URL: "https://vpc.aliyuncs.com", Err: io.ErrUnexpectedEOF}, "a transport error"},
		{&json.SyntaxError{}, "darabonba's error for a page"},
		{&fs.PathError{Err: fs.ErrNotExist}, "a struct"},
		{notPointers{"X", "m", "{}"}, "strings instead of pointers"},
		{&notStatus{new("X"), new("m"), new(`{"RequestId":"r"}`), 400}, "a number instead of a pointer"},
		{&notMore{new(400)}, "only a status"},
		{notOwn{sdkByValue{StatusCode: new(400)}}, "the fields of an embedded one"},
		{notTexts{io.EOF}, "the methods of another cloud"},
		{notAll{io.EOF}, "some methods of each SDK"},
		{notAnswered{io.EOF}, "an As without an answer"},
		{vpnerrors.ErrForbidden, "a sentinel"},
		{vpnerrors.ValidationErrors{nil, {Field: "Name", Reason: vpnerrors.ErrTooLong}}, "a mistake before anything is sent"},
		{stderrors.New("SDKError:\n   StatusCode: 400\n   Code: X"), "text"},
		{fmt.Errorf("no verb: %v", newSDKV1(400, `{"Code":"X"}`)), "only text"},
	} {
		for way, wrap := range sdkWraps {
			if got, ok := vpnerrors.FromSDK(wrap(tt.err)); ok || got != nil {
				t.Errorf("%s, %s: %T is taken for %v", tt.why, way, tt.err, got)
			}
			if vpnerrors.IsRetryable(wrap(tt.err)) {
				t.Errorf("%s, %s: %T is retryable", tt.why, way, tt.err)
			}
		}
	}
}

// sdkAs gives its reply only to errors.As.
type sdkAs struct{ reply *vpnerrors.APIError }

func (sdkAs) Error() string { return "as" }
func (e sdkAs) As(target any) bool {
	p, ok := target.(**vpnerrors.APIError)
	if ok {
		*p = e.reply
	}
	return ok
}

func TestFromSDKReturnsOwn(t *testing.T) {
	own := &vpnerrors.APIError{HTTPStatus: 503, Code: "X"}
	for way, wrap := range sdkWraps {
		if got, ok := vpnerrors.FromSDK(wrap(own)); !ok || got != own {
			t.Errorf("%s: got %v, %t, want the same pointer", way, got, ok)
		}
		if got, ok := vpnerrors.FromSDK(wrap(sdkAs{own})); !ok || got != own {
			t.Errorf("%s, by As: got %v, %t, want the same pointer", way, got, ok)
		}
		if got, ok := vpnerrors.FromSDK(wrap(sdkAs{nil})); ok {
			t.Errorf("%s: an As that sets nil gives %v", way, got)
		}
	}
	first := newSDKV1(404, `{"Code":"Y"}`)
	if got, _ := vpnerrors.FromSDK(stderrors.Join(first, own)); got.Code != "Y" {
		t.Errorf("got %v, want the first of two", got)
	}
}

// TestFromSDKCopies: a later change to the SDK's error does not change the result.
func TestFromSDKCopies(t *testing.T) {
	err := newSDKResponse(400, `{"Code":"X","Message":"m","RequestId":"r"}`).(*sdkResponse)
	got, _ := vpnerrors.FromSDK(err)
	*err.StatusCode, *err.Code, err.Data["Code"] = 200, "Y", "Y"
	want := vpnerrors.Decode(400, []byte(`{"Code":"X","Message":"m","RequestId":"r"}`)).(*vpnerrors.APIError)
	if !got.Equal(want) {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, got))
	}
}
