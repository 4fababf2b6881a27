package errors

import "github.com/ipsec-go/aliyun/internal/reply"

// maxKept is how many bytes of a reply an APIError keeps.
const maxKept = 4 << 10

// Decode turns an error reply of the service into an [*APIError], whatever the body is: JSON, XML, the page of a
// proxy, cut short or empty. The error is never nil and does not keep the slice body. Use it only for replies that are not
// a success: a success has no error code and becomes an [ErrMalformedReply].
//
// The format is determined from the body, not from a content type. A body over 1 MiB is not read; only its start is kept.
func Decode(httpStatus int, body []byte) error {
	r := reply.Read(body)
	e := &APIError{
		HTTPStatus: httpStatus,
		Code:       Code(r.Code),
		Message:    r.Message,
		RequestID:  r.RequestID,
		HostID:     r.HostID,
		Recommend:  r.Recommend,
		Body:       keep(body),
	}
	if e.Code == "200" && httpStatus/100 == 2 {
		e.Code = "" // some replies report success this way
	}
	e.redact()
	return e
}

// redact removes echoes of a pre-shared key from every text of an answer. Body went through keep.
func (e *APIError) redact() {
	e.Code = Code(reply.Redact(string(e.Code)))
	for _, text := range []*string{&e.Message, &e.RequestID, &e.HostID, &e.Recommend} {
		*text = reply.Redact(*text)
	}
}

// keep returns a copy of a body to keep in an APIError.
//
// It looks for secrets in more than is kept, so that a secret's name at the cut is found and removed. The secret itself
// comes after its name, so it is removed in any case.
func keep(body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	text := reply.Redact(string(body[:min(len(body), 2*maxKept)]))
	return []byte(text[:min(len(text), maxKept)])
}
