package errors_test

//lint:file-ignore ST1003 the names are those of the SDKs

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"io"
	"net/url"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// sdkV1 has the methods of ServerError in github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors, sdkV1Client those of
// ClientError there.
type (
	sdkV1 struct {
		status                                      int
		code, message, requestID, hostID, recommend string
	}
	sdkV1Client struct{ code, message string }
	// sdkV1Denied is sdkV1 in newer versions.
	sdkV1Denied struct {
		*sdkV1
		detail map[string]any
	}
)

func (e *sdkV1Denied) AccessDeniedDetail() map[string]any { return e.detail }

func (e *sdkV1) Error() string      { return "SDK.ServerError\nErrorCode: " + e.code }
func (e *sdkV1) HttpStatus() int    { return e.status }
func (e *sdkV1) ErrorCode() string  { return e.code }
func (e *sdkV1) Message() string    { return e.message }
func (e *sdkV1) OriginError() error { return nil }
func (e *sdkV1) HostId() string     { return e.hostID }
func (e *sdkV1) RequestId() string  { return e.requestID }
func (e *sdkV1) Recommend() string  { return e.recommend }
func (e *sdkV1) Comment() string    { return "" }

func (e *sdkV1Client) Error() string      { return "[" + e.code + "] " + e.message }
func (e *sdkV1Client) HttpStatus() int    { return 400 }
func (e *sdkV1Client) ErrorCode() string  { return e.code }
func (e *sdkV1Client) Message() string    { return e.message }
func (e *sdkV1Client) OriginError() error { return io.ErrUnexpectedEOF }

// sdkTea has the fields of SDKError in github.com/alibabacloud-go/tea/tea, sdkTeaEarly those before v1.1.17, sdkDara those
// of the one in its package dara.
type (
	sdkTeaEarly struct {
		Code    *string
		Message *string
		Data    *string
		Stack   *string
		errMsg  *string
	}
	sdkTea struct {
		Code               *string
		StatusCode         *int
		Message            *string
		Data               *string
		Stack              *string
		errMsg             *string
		Description        *string
		AccessDeniedDetail map[string]any
	}
	sdkDaraBase interface {
		error
		GetName() *string
		GetCode() *string
	}
	sdkDara struct {
		sdkDaraBase
		Code       *string
		Name       *string
		StatusCode *int
		Message    *string
		Data       *string
	}
)

func (e *sdkTea) Error() string {
	if e.errMsg == nil {
		e.errMsg = new("SDKError:\n   Code: " + *e.Code)
	}
	return *e.errMsg
}

func (e *sdkTeaEarly) Error() string {
	if e.errMsg == nil {
		e.errMsg = new("SDKError:\n   Code: " + *e.Code)
	}
	return *e.errMsg
}

func (e *sdkDara) Error() string    { return "SDKError:" }
func (e *sdkDara) GetCode() *string { return e.Code }

// sdkResponse has the fields and methods of AlibabaCloudError, ClientError, ServerError and ThrottlingError in
// github.com/alibabacloud-go/darabonba-openapi/v2/client.
type sdkResponse struct {
	StatusCode  *int
	Code        *string
	Message     *string
	Description *string
	RequestId   *string
	RetryAfter  *int64
	Data        map[string]any
}

func (e sdkResponse) Error() string {
	if e.Message == nil {
		return "ServerError:"
	}
	return *e.Message
}
func (e *sdkResponse) GetStatusCode() *int     { return e.StatusCode }
func (e *sdkResponse) GetCode() *string        { return e.Code }
func (e *sdkResponse) GetMessage() *string     { return e.Message }
func (e *sdkResponse) GetDescription() *string { return e.Description }
func (e *sdkResponse) GetRequestId() *string   { return e.RequestId }
func (e *sdkResponse) GetRetryAfter() *int64   { return e.RetryAfter }
func (e *sdkResponse) GetData() map[string]any { return e.Data }

// The SDKs' errors for a reply, made as they make them. newSDKV1 requires text in each member, like that SDK.
func newSDKV1(status int, body string) error {
	e := &sdkV1{status: status, message: body}
	var m map[string]string
	if json.Unmarshal([]byte(body), &m) == nil {
		e.code, e.requestID, e.hostID, e.recommend = m["Code"], m["RequestId"], m["HostId"], m["Recommend"]
		if message, ok := m["Message"]; ok {
			e.message = message
		}
	}
	return e
}

func newSDKResponse(status int, body string) error {
	var m map[string]any
	if err := json.Unmarshal([]byte(body), &m); err != nil {
		return err
	}
	return &sdkResponse{
		StatusCode: &status,
		Code:       new(fmt.Sprint(m["Code"])),
		Message:    new(fmt.Sprintf("code: %d, %v request id: %v", status, m["Message"], m["RequestId"])),
		RequestId:  new(fmt.Sprint(m["RequestId"])),
		Data:       m,
	}
}

func newSDKTea(status int, body string) error {
	e, ok := newSDKResponse(status, body).(*sdkResponse)
	if !ok {
		return io.ErrUnexpectedEOF
	}
	e.Data["statusCode"] = &status
	data, _ := json.Marshal(e.Data)
	return &sdkTea{Code: e.Code, StatusCode: &status, Message: e.Message, Data: new(string(data))}
}

var newSDKErrors = map[string]func(status int, body string) error{
	"alibaba-cloud-sdk-go": newSDKV1,
	"tea":                  newSDKTea,
	"tea before v1.1.17": func(status int, body string) error {
		e := newSDKResponse(status, body).(*sdkResponse)
		data, _ := json.Marshal(e.Data)
		return &sdkTeaEarly{Code: e.Code, Message: e.Message, Data: new(string(data))}
	},
	"dara": func(status int, body string) error {
		e := newSDKTea(status, body).(*sdkTea)
		return &sdkDara{Code: e.Code, StatusCode: e.StatusCode, Message: e.Message, Data: e.Data}
	},
	"darabonba":       newSDKResponse,
	"darabonba value": func(status int, body string) error { return *newSDKResponse(status, body).(*sdkResponse) },
}

// sdkWraps are the ways in which an error gets into another.
var sdkWraps = map[string]func(error) error{
	"bare":                    func(err error) error { return err },
	"wrapped":                 func(err error) error { return fmt.Errorf("create: %w", fmt.Errorf("call: %w", err)) },
	"joined":                  func(err error) error { return stderrors.Join(io.EOF, nil, fmt.Errorf("call: %w", err)) },
	"two with %w":             func(err error) error { return fmt.Errorf("%w and %w", io.EOF, err) },
	"in a URL error":          func(err error) error { return &url.Error{Op: "Post", Err: err} },
	"with a nil":              func(err error) error { return msgTwo{nil, err} },
	"joined with nil replies": func(err error) error { return stderrors.Join((*vpnerrors.APIError)(nil), (*sdkTea)(nil), err) },
}
