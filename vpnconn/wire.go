package vpnconn

import (
	"iter"
	"net/url"

	"github.com/ipsec-go/aliyun/internal/canon"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// Params returns the parameters to be sent, Action among them, as a map of the caller's own. The pre-shared key is in
// clear in IkeConfig. Equal Requests give equal maps; the zero Request gives an empty one.
func (r Request) Params() map[string]string {
	params := make(map[string]string, parameters.Count)
	for name, value := range r.All() {
		params[name] = value
	}
	return params
}

// All yields the pairs of [Request.Params], sorted by name.
func (r Request) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, i := range parameters.Sorted {
			if r.d.has(i) && !yield(parameters.Table[i].Name, r.d.value(i)) {
				return
			}
		}
	}
}

// Values returns the pairs of [Request.Params] as url.Values. Its Encode writes a space as '+', which the service's
// signature does not allow; [Request.Query] does not.
func (r Request) Values() url.Values {
	values := make(url.Values, parameters.Count)
	for name, value := range r.All() {
		values.Set(name, value)
	}
	return values
}

// Query returns the pairs of [Request.Params] as a query string: sorted by name, percent-encoded as RFC 3986 has it and
// the service's signature wants it. Version, Format and the parameters of the signature are the sender's to add. The
// pre-shared key is in it: send it as the body of a POST, since errors of net/http show the URL.
func (r Request) Query() string {
	var buf [1024]byte
	return string(r.AppendQuery(buf[:0]))
}

// AppendQuery appends what [Request.Query] returns to dst. It allocates nothing where dst has the room.
func (r Request) AppendQuery(dst []byte) []byte {
	first := true
	for _, i := range parameters.Sorted {
		if !r.d.has(i) {
			continue
		}
		if !first {
			dst = append(dst, '&')
		}
		first = false
		dst = append(dst, parameters.Table[i].Name...)
		dst = append(dst, '=')
		switch t := parameters.Table[i].Phase; {
		case i == parameters.Action:
			dst = append(dst, Action...)
		case t != nil:
			from := len(dst)
			dst = canon.EscapeTail(t.AppendJSON(dst, r.d.phase(i)), from)
		default:
			dst = canon.AppendEscaped(dst, r.d.text[i])
		}
	}
	return dst
}
