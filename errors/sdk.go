package errors

import (
	"cmp"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/internal/reply"
)

// FromSDK returns what the service answered, from an error of one of the official SDKs:
//
//   - of github.com/aliyun/alibaba-cloud-sdk-go, a ServerError;
//   - of github.com/alibabacloud-go/tea, v1.1.0 or later, and its dara, an SDKError;
//   - of github.com/alibabacloud-go/darabonba-openapi/v2, an AlibabaCloudError, ClientError, ServerError or
//     ThrottlingError.
//
// They are recognized by their methods and fields, even if wrapped or joined. An [APIError] is returned unchanged. If
// there are several, FromSDK returns the first in the order of [errors.As].
//
// It returns false for every other error, including an SDK's errors about its own use or about the connection to the
// service: an answer has an HTTP status or a request ID.
//
// The APIError has all that the SDK kept of the reply, without any echo of a pre-shared key; what has no field of its
// own is in Body. HTTPStatus is 0 if the SDK did not keep it, as can happen with tea before v1.1.17. What the SDK wrote
// around the service's message is left out. If the SDK had decoded the reply, Body is encoded again; if it kept only
// the fields, Body is nil.
func FromSDK(err error) (*APIError, bool) {
	for err != nil && !isNilPointer(err) {
		if e, ok := answerIn(err); ok {
			return e, true
		}
		if as, ok := err.(interface{ As(any) bool }); ok {
			var e *APIError
			if as.As(&e) && e != nil {
				return e, true
			}
		}
		switch wrapper := err.(type) {
		case *redacted:
			err = wrapper.original()
		case interface{ Unwrap() error }:
			err = wrapper.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range wrapper.Unwrap() {
				if e, ok := FromSDK(inner); ok {
					return e, true
				}
			}
			return nil, false
		default:
			return nil, false
		}
	}
	return nil, false
}

// answerIn returns what the service answered if err itself, whatever it wraps, is an APIError or an SDK's error.
func answerIn(err error) (*APIError, bool) {
	switch e := pointerTo(err).(type) {
	case *APIError:
		return e, true
	case serverError:
		return fromServerError(e), true
	case responseError:
		return fromResponseError(e)
	}
	return sdkErrorOf(err)
}

func isNilPointer(err error) bool {
	v := reflect.ValueOf(err)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// pointerTo returns err, or a pointer to a copy of it if err is a struct: the types of darabonba-openapi are errors as
// values too, but have their other methods only on pointers.
func pointerTo(err error) any {
	v := reflect.ValueOf(err)
	if v.Kind() != reflect.Struct {
		return err
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return p.Interface()
}

// A serverError is a ServerError of alibaba-cloud-sdk-go. A ClientError there has the same methods but for RequestId.
type serverError interface {
	HttpStatus() int
	ErrorCode() string
	Message() string
	RequestId() string
}

// fromServerError reads the message as a reply if it is one: the SDK puts the whole reply there if that has no member
// Message, or is not JSON.
func fromServerError(e serverError) *APIError {
	a := &APIError{
		HTTPStatus: e.HttpStatus(),
		Code:       Code(strings.TrimSpace(e.ErrorCode())),
		RequestID:  strings.TrimSpace(e.RequestId()),
	}
	if e, ok := e.(interface{ HostId() string }); ok {
		a.HostID = strings.TrimSpace(e.HostId())
	}
	if e, ok := e.(interface{ Recommend() string }); ok {
		a.Recommend = strings.TrimSpace(e.Recommend())
	}
	message := e.Message()
	r := reply.Read([]byte(message))
	switch {
	case a.Code != "" && a.Code != Code(r.Code): // only a message
	case a.Code == "" && a.RequestID+a.HostID+a.Recommend != "" && r == reply.Reply{}: // likewise, but there is nothing else to show
		a.Body = keep([]byte(message))
	default:
		a.Body = keep([]byte(message))
		message = r.Message
	}
	if e, ok := e.(interface{ AccessDeniedDetail() map[string]any }); ok && a.Body == nil {
		if detail := e.AccessDeniedDetail(); detail != nil {
			a.Body = keep([]byte(textAt(toJSON(map[string]any{"AccessDeniedDetail": detail}))))
		}
	}
	a.Code = cmp.Or(a.Code, Code(r.Code))
	a.Message = strings.TrimSpace(message)
	a.RequestID = cmp.Or(a.RequestID, r.RequestID)
	a.HostID = cmp.Or(a.HostID, r.HostID)
	a.Recommend = cmp.Or(a.Recommend, r.Recommend)
	a.redact()
	return a
}

// A responseError is an AlibabaCloudError, ClientError, ServerError or ThrottlingError of darabonba-openapi.
type responseError interface {
	error
	GetStatusCode() *int
	GetCode() *string
	GetMessage() *string
	GetRequestId() *string
}

func fromResponseError(e responseError) (*APIError, bool) {
	kept := sdkError{
		status: e.GetStatusCode(), code: e.GetCode(), message: e.GetMessage(), requestID: e.GetRequestId(),
	}
	if e, ok := e.(interface{ GetData() map[string]any }); ok {
		kept.data = toJSON(e.GetData())
	}
	return kept.answer()
}

// toJSON returns a decoded reply as JSON, or nil if JSON cannot express it.
func toJSON(data map[string]any) *string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(data) != nil {
		return nil
	}
	return new(strings.TrimSpace(b.String()))
}

// An sdkError is what tea and darabonba-openapi keep of a reply; data is all of it in JSON, maybe with the status in it.
type sdkError struct {
	status                         *int
	code, message, requestID, data *string
}

// sdkErrorOf reads an SDKError of tea, which has fields instead of methods. Before v1.1.17 it has no StatusCode.
func sdkErrorOf(err error) (*APIError, bool) {
	v := reflect.Indirect(reflect.ValueOf(err))
	if v.Kind() != reflect.Struct {
		return nil, false
	}
	var kept sdkError
	_, hasStatus := v.Type().FieldByName("StatusCode")
	ok := field(v, "Code", &kept.code) && field(v, "Message", &kept.message) && field(v, "Data", &kept.data) &&
		(!hasStatus || field(v, "StatusCode", &kept.status))
	if !ok {
		return nil, false
	}
	return kept.answer()
}

// field reads the field of a struct that has this name and the type of value. A field that is promoted from an embedded
// struct is not one of this struct.
func field[T any](v reflect.Value, name string, value *T) (ok bool) {
	f, found := v.Type().FieldByName(name)
	if !found || len(f.Index) != 1 || f.Type != reflect.TypeFor[T]() {
		return false
	}
	*value = v.FieldByIndex(f.Index).Interface().(T)
	return true
}

// answer returns what the service answered, if it answered.
func (e sdkError) answer() (*APIError, bool) {
	p := peel(textAt(e.message))
	data := textAt(e.data)
	r := reply.Read([]byte(data))
	status := 0
	if e.status != nil {
		status = *e.status
	}
	a := &APIError{
		HTTPStatus: cmp.Or(status, statusIn(data), p.status),
		Code:       Code(cmp.Or(textAt(e.code), r.Code)),
		Message:    cmp.Or(r.Message, p.message),
		RequestID:  cmp.Or(textAt(e.requestID), r.RequestID, p.requestID),
		HostID:     r.HostID,
		Recommend:  r.Recommend,
	}
	if a.HTTPStatus == 0 && a.RequestID == "" {
		return nil, false
	}
	if data != "null" { // the encoding of no data
		a.Body = keep([]byte(data))
	}
	a.redact()
	return a, true
}

// textAt returns the text that p points to, without the white space around it, or "" if there is none.
func textAt(p *string) string {
	if p == nil {
		return ""
	}
	return given(*p)
}

// given returns s without the white space around it, or "" if it is nil as printed by fmt: so the SDKs write what a
// reply did not have.
func given(s string) string {
	if s = strings.TrimSpace(s); s == "<nil>" {
		return ""
	}
	return s
}

// A peeled is a message without what the SDK wrote around it, and the data in that.
type peeled struct {
	message, requestID string
	status             int
}

// peel extracts the message from "code: 400, message request id: 082AD562", and returns any other text unchanged.
func peel(text string) peeled {
	rest, coded := strings.CutPrefix(text, "code: ")
	digits, rest, more := strings.Cut(rest, ", ")
	status, err := strconv.Atoi(digits)
	end := strings.LastIndex(rest, " request id:")
	if !coded || !more || err != nil || end < 0 {
		return peeled{message: text}
	}
	p := peeled{message: given(rest[:end]), status: status}
	// An ID with other characters may be something else, such as a part of a secret.
	id := given(rest[end+len(" request id:"):])
	if strings.Trim(id, "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == "" {
		p.requestID = id
	}
	return p
}

// statusIn returns the HTTP status that tea's clients add to a reply, or 0.
func statusIn(data string) int {
	var kept struct {
		Status json.RawMessage `json:"statusCode"`
	}
	if json.Unmarshal([]byte(data), &kept) != nil {
		return 0
	}
	status, _ := strconv.Atoi(strings.Trim(string(kept.Status), `"`))
	return status
}
