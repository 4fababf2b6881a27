package errors

import "github.com/ipsec-go/aliyun/internal/reply"

// maxKept is how many bytes of a reply an APIError keeps.
const maxKept = 4 << 10

// Decode turns an error reply of the service into an [*APIError], whatever the body looks like: JSON, XML, the page of
// a proxy, cut short, empty. The error is never nil and holds nothing of the slice body. Use it for replies that are
// known to be no success: of a success it makes an [ErrMalformedReply], as there is no error code in it.
//
// The format is told from the body, not from what the reply claims to be. Of a body over 1 MiB only the start is kept
// and nothing is read.
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
		e.Code = "" // how some replies say that all went well
	}
	e.redact()
	return e
}

// redact cuts echoes of a pre-shared key out of every text of an answer. Body went through keep.
func (e *APIError) redact() {
	e.Code = Code(reply.Redact(string(e.Code)))
	for _, text := range []*string{&e.Message, &e.RequestID, &e.HostID, &e.Recommend} {
		*text = reply.Redact(*text)
	}
}

// keep returns a copy of a body to keep in an APIError.
//
// It looks for secrets in more than is kept, so that the name of one can be seen whole and goes with it. The secret
// itself could not be left even so: it stands behind its name.
func keep(body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	text := reply.Redact(string(body[:min(len(body), 2*maxKept)]))
	return []byte(text[:min(len(text), maxKept)])
}
