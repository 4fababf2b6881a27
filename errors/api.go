package errors

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// An APIError is an answer of the service, or of something on the way to it, that is not a success. [Decode] and [FromSDK]
// return one.
//
// The zero APIError is a malformed reply without a status. A nil *APIError matches nothing in errors.Is.
type APIError struct {
	// HTTPStatus is the status of the reply, 0 where it is not known. An error may come with 200.
	HTTPStatus int
	// Code is the service's own name for the error, as received; empty in a reply that has none.
	Code Code
	// Message is the service's own text, in English or Chinese, without any echo of a pre-shared key.
	Message string
	// RequestID identifies the request to the service's support.
	RequestID string
	// HostID is the host that the request was sent to.
	HostID string
	// Recommend is usually the address of a page about the error, without any echo of a pre-shared key.
	Recommend string
	// Body is the reply as received without any echo of a pre-shared key, and at most 4 KiB of it.
	Body []byte
}

// How many bytes of each text Error shows, so that a log line stays short whatever the service sends.
const (
	maxName    = 128 // of a code or an ID
	maxMessage = 512
	maxStart   = 64 // of the start of a body
)

// Error returns code, message, HTTP status and request ID on one line, as far as they are known, and for a malformed
// reply the start of its body. Text that is long is cut; text that is not plain and printable is quoted.
func (e *APIError) Error() string {
	if e == nil {
		return "no error"
	}
	var b strings.Builder
	if e.Code == "" {
		b.WriteString(e.malformed())
	} else {
		b.WriteString(oneLine(string(e.Code), maxName))
		if e.Message != "" {
			b.WriteString(": " + oneLine(e.Message, maxMessage))
		}
	}
	var origin []string
	if e.HTTPStatus != 0 {
		origin = append(origin, fmt.Sprintf("HTTP status %d", e.HTTPStatus))
	}
	if e.RequestID != "" {
		origin = append(origin, "request ID "+oneLine(e.RequestID, maxName))
	}
	if len(origin) > 0 {
		b.WriteString(" (" + strings.Join(origin, ", ") + ")")
	}
	return b.String()
}

// malformed describes a reply without a code by the start of its body.
func (e *APIError) malformed() string {
	return fmt.Sprintf("%v in %q", ErrMalformedReply, cut(string(e.Body), maxStart))
}

// Is reports whether target is the code of e, the sentinel for it, or a kind of e. It is for [errors.Is].
func (e *APIError) Is(target error) bool {
	if e == nil {
		return false
	}
	switch target {
	case ErrMalformedReply:
		return e.Code == ""
	case ErrPermission:
		if e.HTTPStatus != 0 {
			return e.HTTPStatus == 403 && e.Code != "" && !e.Retryable()
		}
	}
	return e.Code.Is(target)
}

// As sets target to the code of e if it is a *[Code] and e has a code. It is for [errors.As].
func (e *APIError) As(target any) bool {
	code, ok := target.(*Code)
	if !ok || e == nil || e.Code == "" {
		return false
	}
	*code = e.Code
	return true
}

// Field returns the documented name of the parameter that the code is about, such as "VpnGatewayId" or "BgpConfig.LocalAsn",
// and "" for a code that is about no parameter or about a combination of parameters. If a code is about several parameters,
// it is the first. If it is about the tunnels of a request, it is the parameter with the same meaning in the request itself,
// since the service does not name the tunnel. The text of the function [Message] contains it.
//
// For a code of [ErrParameter] that is not documented, such as MissingParameter, it is the first text in quotes in the
// service's message, if that is the documented name of a parameter, such as "TunnelOptionsSpecification.1.Role", and ""
// otherwise.
func (e *APIError) Field() string {
	if e == nil {
		return ""
	}
	switch f := e.Code.facts(); {
	case f.known():
		return f.field
	case f.kind == ErrParameter:
		return quotedName(e.Message)
	}
	return ""
}

// quotedName returns the first text in quotes, if it is the documented name of a parameter.
func quotedName(message string) string {
	_, rest, _ := strings.Cut(message, `"`)
	name, _, closed := strings.Cut(rest, `"`)
	if !closed || len(name) > maxName || !parameters.Every().IsName(name) {
		return ""
	}
	return name
}

// Retryable reports whether the same request can succeed later. Wait, then send it unchanged and with the same
// ClientToken: it may have been executed despite the error, and only the token prevents a second execution.
//
// Retryable is true for a code whose cause goes away by itself, such as VpnGateway.Configuring, LastTokenProcessing and
// all about throttling, for HTTP status 408, 425, 429 and 5xx, and for a malformed reply with a status of success. All
// other documented codes, and the one of [ErrTokenMismatch], are final, whatever the status.
func (e *APIError) Retryable() bool {
	if e == nil {
		return false
	}
	if f := e.Code.facts(); f.known() {
		return f.transient
	}
	switch e.HTTPStatus {
	case 408, 425, 429: // the server timed out, suspects a replay, or is overloaded
		return true
	}
	return e.HTTPStatus/100 == 5 || e.Code == "" && e.HTTPStatus/100 == 2
}

// Equal reports whether e and o say the same in every field. go-cmp compares API errors by it.
func (e *APIError) Equal(o *APIError) bool {
	if e == nil || o == nil {
		return e == o
	}
	return e.HTTPStatus == o.HTTPStatus && e.Code == o.Code && e.Message == o.Message &&
		e.RequestID == o.RequestID && e.HostID == o.HostID && e.Recommend == o.Recommend &&
		bytes.Equal(e.Body, o.Body)
}

// IsRetryable reports whether err is or wraps an [APIError] for which [APIError.Retryable] is true, or an SDK's error
// from which [FromSDK] makes such an APIError. It is false for every other error: the caller decides whether to try again
// after a request that got no reply.
func IsRetryable(err error) bool {
	e, ok := FromSDK(err)
	return ok && e.Retryable()
}

// oneLine returns s, cut at limit bytes, in a form that cannot break or reorder a line: unchanged if all of it is
// printable, quoted otherwise.
func oneLine(s string, limit int) string {
	s = cut(s, limit)
	if !utf8.ValidString(s) || strings.ContainsFunc(s, unprintable) {
		return strconv.Quote(s)
	}
	return s
}

func unprintable(c rune) bool { return !strconv.IsPrint(c) }

// cut returns s with dots in place of all after limit bytes, or a little earlier so as not to split a character.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for i := range utf8.UTFMax {
		if utf8.RuneStart(s[limit-i]) {
			return s[:limit-i] + "..."
		}
	}
	return s[:limit] + "..."
}
