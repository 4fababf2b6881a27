package errors

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/ipsec-go/aliyun/internal/reply"
)

// Redact returns an error to log in place of err: the text of err on one line, without what could show a pre-shared
// key. It is for errors of other packages, such as those of net/http and the SDKs, which show the URL of a request that
// got no reply:
//
//   - A [url.Error] loses the query, the fragment and the user of its URL, also inside other errors whose text contains
//     its text. What follows, such as "connection refused", stays.
//   - Any other text ends where a key may follow, as in a reply that [Decode] reads.
//
// A [FieldError], [ValidationErrors], an [APIError] and the sentinels and reasons of this package are safe and returned
// unchanged. Redact(nil) is nil.
//
// [errors.Is] and [errors.As] find in the result what they find in err, and [FromSDK], [IsRetryable] and [Message] do too.
// What errors.As finds is the original: do not log a *url.Error found that way. Nothing else leads to the original:
// the result has no Unwrap, and no printer can look into it.
func Redact(err error) error {
	switch err.(type) {
	case nil, *FieldError, ValidationErrors, *APIError, sentinel, reason, *redacted:
		return err
	}
	inside := err
	if isNilPointer(err) {
		inside = nil // it has nothing to find, and its methods may panic
	}
	text := line(safeText(err))
	if text == "" && fmt.Sprint(err) != "" {
		text = hiddenText
	}
	return &redacted{text, func() error { return inside }}
}

// hiddenText replaces the text of an error if nothing in it can be shown.
const hiddenText = "[hidden]"

// A redacted error stands for another, which is in a closure because printers look into everything else.
type redacted struct {
	text     string
	original func() error
}

func (e *redacted) Error() string { return e.text }

// Is reports what errors.Is reports for the original.
func (e *redacted) Is(target error) bool { return errors.Is(e.original(), target) }

// As reports what errors.As reports for the original.
func (e *redacted) As(target any) bool { return errors.As(e.original(), target) }

// safeText returns the text of an error up to where a pre-shared key may follow. The texts of errors inside it that are
// safe, or can be made so, do not end it.
func safeText(err error) string {
	rest := fmt.Sprint(err) // fmt handles a nil pointer on which err.Error() panics
	var b strings.Builder
	for _, inner := range safeInside(err, nil) {
		before, after, found := strings.Cut(rest, inner.text)
		if !found {
			continue
		}
		if len(reply.Redact(before+inner.text)) < len(before) {
			break
		}
		b.WriteString(before + inner.safe)
		rest = after
	}
	return b.String() + reply.Redact(rest)
}

// A safePart is an error's own text, and what is safe to show of it.
type safePart struct{ text, safe string }

// safeInside appends to parts those of err and of what it wraps. A list is one part, since it can be long. An error of
// alibaba-cloud-sdk-go prints an OriginError, but does not unwrap it.
func safeInside(err error, parts []safePart) []safePart {
	if err == nil || isNilPointer(err) {
		return parts
	}
	switch e := err.(type) {
	case *FieldError, ValidationErrors, *redacted:
		return append(parts, safePart{err.Error(), err.Error()})
	case *url.Error:
		return append(parts, safePart{fmt.Sprint(e), fmt.Sprintf("%s %q: %s", reply.Redact(e.Op), safeURL(e.URL), safeText(e.Err))})
	case interface{ Unwrap() error }:
		return safeInside(e.Unwrap(), parts)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			parts = safeInside(inner, parts)
		}
	case interface{ OriginError() error }:
		return safeInside(e.OriginError(), parts)
	}
	return parts
}

// safeURL returns what is safe to show of a URL: nothing if it is invalid.
func safeURL(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return "..."
	}
	u.User, u.RawQuery, u.ForceQuery, u.Fragment, u.RawFragment = nil, "", false, "", ""
	return reply.Redact(u.String())
}

// line returns a text as one printable line.
func line(text string) string {
	var lines []string
	for s := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == '\n' || c == '\r' }) {
		lines = append(lines, oneLine(strings.TrimSpace(s), len(s)))
	}
	return strings.Join(lines, "; ")
}
