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

// TestFromSDK holds what comes out of each SDK against what the reply itself says.
func TestFromSDK(t *testing.T) {
	for _, tt := range []struct {
		status    int
		body, why string
	}{
		{400, `{"Code":"VpnGateway.Configuring","HostId":"vpc.aliyuncs.com","Message":"The gateway is busy.","Recommend":"https://a/?q=1&p=<2>","RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76"}`, "every field"},
		{403, `{"Code":"Forbidden.RAM","Message":"User not authorized: 无权限 <a&b>","RequestId":"r"}`, "any text"},
		{500, `{"Code":"InternalError","Message":"code: 1, as request id: told","RequestId":"r-1"}`, "a message that looks peeled"},
		{400, `{"Code":"X","Message":"m","RequestId":""}`, "an empty ID"},
		{400, `{"Code":"X","RequestId":"r"}`, "no message"},
		{429, `{"Code":"Throttling.User"}`, "a code alone"},
		{503, `{"RequestId":"r","Message":"m"}`, "no code"},
		{502, `{"oops":"a"}`, "nothing of the service's"},
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
					t.Errorf("%s: %s, %s: not recognised", tt.why, sdk, way)
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

// TestFromSDKBody is about what is kept besides the fields.
func TestFromSDKBody(t *testing.T) {
	const reply = `{"Code":"NoPermission","Message":"m <&>","RequestId":"r","AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"}}`
	const inOrder = `{"AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"},"Code":"NoPermission","Message":"m <&>","RequestId":"r"}`
	page := "<html>" + strings.Repeat("-", 5000) + "</html>"
	for _, tt := range []struct {
		err       error
		want, why string
	}{
		{newSDKResponse(403, reply), inOrder, "what was taken apart, in JSON again"},
		{&sdkTea{StatusCode: new(403), Data: new(reply)}, reply, "tea keeps the text"},
		{&sdkTea{StatusCode: new(403), Data: new("null")}, "", "what tea writes for nothing"},
		{&sdkTea{StatusCode: new(403), Code: new("NoPermission")}, "", "nothing kept"},
		{&sdkV1{status: 403, code: "NoPermission", message: "m"}, "", "the fields alone"},
		{newSDKV1(502, "upstream timed out"), "upstream timed out", "a reply that is no JSON"},
		{&sdkV1{status: 500, requestID: "r", message: "boom"}, "boom", "a message without a code"},
		{&sdkResponse{StatusCode: new(400)}, "", "nothing kept"},
		{sdkResponseEarly{}, "", "a version that keeps no data"},
		{newSDKV1(502, page), page[:4<<10], "of a long one the start"},
		{newSDKV1(400, `{"Code":"X"}`), `{"Code":"X"}`, "a reply without a message"},
		{&sdkResponse{StatusCode: new(400), Data: map[string]any{"a": func() {}}}, "", "what JSON has not"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, map[string]any{"AuthAction": "vpc:CreateVpnConnection"}},
			`{"AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"}}`, "who is refused wants to know which action it was"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: "m"}, nil}, "", "no detail"},
		{&sdkV1Denied{&sdkV1{status: 403, code: "X", message: `{"Code":"X"}`}, map[string]any{"A": 1}}, `{"Code":"X"}`, "the reply has all of it"},
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

// TestFromSDKOdd is about replies that an SDK cannot take apart, and errors that someone made in an SDK's type.
func TestFromSDKOdd(t *testing.T) {
	type api = vpnerrors.APIError
	var nilCode *string
	for _, tt := range []struct {
		err  error
		want api
		why  string
	}{
		{newSDKV1(403, `<?xml version='1.0'?><Error><RequestId>r</RequestId><HostId>h</HostId><Code>Forbidden</Code><Message>m</Message><Recommend>u</Recommend></Error>`),
			api{HTTPStatus: 403, Code: "Forbidden", Message: "m", RequestID: "r", HostID: "h", Recommend: "u"}, "XML is left whole in the message"},
		{newSDKV1(502, "<html>502 Bad Gateway</html>"), api{HTTPStatus: 502}, "the page of a proxy is no message"},
		{newSDKV1(504, ""), api{HTTPStatus: 504}, "an empty reply"},
		{&sdkV1{status: 400, code: "X", message: `{"Code":"Y","Message":"n"}`}, api{HTTPStatus: 400, Code: "X", Message: `{"Code":"Y","Message":"n"}`}, "another's reply is a message like others"},
		{&sdkV1{}, api{}, "a server error about nothing"},
		{&sdkV1{status: 400, requestID: "r", message: `{"code":"X","message":"m"}`}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a reply with a name that the SDK does not know is no message"},
		{sdkV1Early{}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a version with fewer methods"},
		{sdkResponseEarly{}, api{HTTPStatus: 400, Code: "X", Message: "m", RequestID: "r"}, "a version that keeps no data"},
		{newSDKTea(502, `{}`), api{HTTPStatus: 502}, "what fmt makes of nil is left out"},
		{&sdkTea{Code: nilCode, Data: new(`{"Code":"X","statusCode":404,"RequestId":"r"}`)}, api{HTTPStatus: 404, Code: "X", RequestID: "r"}, "the data alone"},
		{&sdkTea{StatusCode: new(0), Data: new(`{"Code":"X","statusCode":"404"}`)}, api{HTTPStatus: 404, Code: "X"}, "the status as text"},
		{&sdkTea{StatusCode: new(500), Data: new(`{"Code":"X","statusCode":404}`)}, api{HTTPStatus: 500, Code: "X"}, "the status of its own"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, No: it's  a request id: b request id: 0A-9z")},
			api{HTTPStatus: 400, Code: "X", Message: "No: it's  a request id: b", RequestID: "0A-9z"}, "the message alone"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m request id: "), StatusCode: new(500)}, api{HTTPStatus: 500, Code: "X", Message: "m"}, "no ID"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m request id: a b"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "m"}, "no ID has a space"},
		{&sdkTea{Code: new("X"), Message: new("code: four, m request id: a"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "code: four, m request id: a"}, "not written by the SDK"},
		{&sdkTea{Code: new("X"), Message: new("code: 400, m"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "code: 400, m"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new("400, m request id: a"), StatusCode: new(500)}, api{HTTPStatus: 500, Code: "X", Message: "400, m request id: a"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new("m request id: a"), StatusCode: new(400)}, api{HTTPStatus: 400, Code: "X", Message: "m request id: a"}, "likewise"},
		{&sdkTea{Code: new("X"), Message: new(`code: 400, the "Psk" (` + secretKey + `) is bad request id: r`)},
			api{HTTPStatus: 400, Code: "X", Message: `the "`, RequestID: "r"}, "an echo is cut after the ID was read"},
		{&sdkTeaEarly{Code: new("X"), Message: new("m"), Data: new(`{"Code":"X","Message":"m","RequestId":"r"}`)},
			api{Code: "X", Message: "m", RequestID: "r"}, "a version that keeps no status, and a client that does not write it down"},
		{&sdkResponse{RequestId: new("r")}, api{RequestID: "r"}, "an ID, and no status"},
		{&sdkResponse{StatusCode: new(500), Data: map[string]any{"code": "X", "message": "m", "requestId": "r", "hostId": "h"}},
			api{HTTPStatus: 500, Code: "X", Message: "m", RequestID: "r", HostID: "h"}, "names in lower case"},
		{sdkByValue{StatusCode: new(400), Code: new("X")}, api{HTTPStatus: 400, Code: "X"}, "an error that is a value"},
	} {
		got, ok := vpnerrors.FromSDK(tt.err)
		if !ok {
			t.Errorf("%s: %#v is not recognised", tt.why, tt.err)
		} else if want := &tt.want; !withoutBody(got).Equal(want) {
			t.Errorf("%s (-want +got):\n%s", tt.why, cmp.Diff(want, withoutBody(got)))
		}
	}
}

// sdkV1Early and sdkResponseEarly have no more methods than an error must have to be known for that of an SDK.
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

// sdkByValue is tea's error as some wrapper could have it.
type sdkByValue struct {
	Code, Message, Data *string
	StatusCode          *int
}

func (sdkByValue) Error() string { return "" }

// Errors that come near to an SDK's and are none.
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

// As answers as errors.As wants it, and has none.
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
		{(*sdkResponse)(nil), "a nil pointer, with an Error that dies of it"},
		{(*url.Error)(nil), "a nil pointer, with an Unwrap that dies of it"},
		{&sdkV1Client{"SDK.ClientError", "m"}, "about the use of the SDK"},
		{&sdkTea{Code: new("ParameterMissing"), Message: new("'config' can not be unset")}, "about the use of the SDK"},
		{&sdkTea{Code: new("ParameterMissing"), StatusCode: new(0), Data: new("null")}, "as tea writes that of darabonba"},
		{&sdkTeaEarly{Code: new("ParameterMissing"), Message: new("'config' can not be unset")}, "the same of a version without a status"},
		{&sdkDara{}, "nothing in it"},
		{&sdkResponse{Code: new("InvalidCredentials"), Message: new("Please set up the credentials correctly.")}, "about the use of the SDK"},
		{sdkResponse{}, "nothing in it"},
		{context.DeadlineExceeded, "time"},
		{&net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host"}}, "the way there"},
		{&url.Error{Op: "Post", URL: "https://vpc.aliyuncs.com", Err: io.ErrUnexpectedEOF}, "the way there"},
		{&json.SyntaxError{}, "what darabonba makes of a page"},
		{&fs.PathError{Err: fs.ErrNotExist}, "a struct"},
		{notPointers{"X", "m", "{}"}, "texts for pointers"},
		{&notStatus{new("X"), new("m"), new(`{"RequestId":"r"}`), 400}, "a number for a pointer"},
		{&notMore{new(400)}, "a status and no more"},
		{notOwn{sdkByValue{StatusCode: new(400)}}, "the fields of an embedded one"},
		{notTexts{io.EOF}, "the methods of another cloud"},
		{notAll{io.EOF}, "some methods of each"},
		{notAnswered{io.EOF}, "an As without an answer"},
		{vpnerrors.ErrForbidden, "a sentinel"},
		{vpnerrors.ValidationErrors{nil, {Field: "Name", Reason: vpnerrors.ErrTooLong}}, "a mistake before anything is sent"},
		{stderrors.New("SDKError:\n   StatusCode: 400\n   Code: X"), "text"},
		{fmt.Errorf("no verb: %v", newSDKV1(400, `{"Code":"X"}`)), "text alone"},
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

// sdkAs gives its reply to errors.As alone.
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
			t.Errorf("%s: an As that gives nil gives %v", way, got)
		}
	}
	first := newSDKV1(404, `{"Code":"Y"}`)
	if got, _ := vpnerrors.FromSDK(stderrors.Join(first, own)); got.Code != "Y" {
		t.Errorf("got %v, want the first of two", got)
	}
}

// TestFromSDKCopies: a later change to the SDK's error is none to ours.
func TestFromSDKCopies(t *testing.T) {
	err := newSDKResponse(400, `{"Code":"X","Message":"m","RequestId":"r"}`).(*sdkResponse)
	got, _ := vpnerrors.FromSDK(err)
	*err.StatusCode, *err.Code, err.Data["Code"] = 200, "Y", "Y"
	want := vpnerrors.Decode(400, []byte(`{"Code":"X","Message":"m","RequestId":"r"}`)).(*vpnerrors.APIError)
	if !got.Equal(want) {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, got))
	}
}
