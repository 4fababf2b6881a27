package vpnconn

import (
	"iter"
	"net/url"

	"github.com/ipsec-go/aliyun/internal/tree"
)

// Params returns the parameters to be sent, including Action, as a map of the caller's own. Pre-shared keys are in clear
// in IkeConfig and in the parameters of the tunnels. Equal Requests give equal maps; the zero Request gives an empty one.
func (r Request) Params() map[string]string {
	n := r.n.Node()
	return tree.Params(tableOf(n), n)
}

// All yields the pairs of [Request.Params], sorted by name.
func (r Request) All() iter.Seq2[string, string] {
	n := r.n.Node()
	return tree.All(tableOf(n), n)
}

// Values returns the pairs of [Request.Params] as [url.Values]: what an HTTP client posts as a form. Its Encode writes
// a space as '+', which a signature over the query does not allow; [Request.Query] writes "%20".
func (r Request) Values() url.Values {
	n := r.n.Node()
	values := make(url.Values)
	for name, value := range tree.All(tableOf(n), n) {
		values.Set(name, value)
	}
	return values
}

// Query returns the pairs of [Request.Params] as a query string: sorted by name, percent-encoded as RFC 3986 and the
// service's signature require. The sender adds Version, Format and the parameters of the signature. The query has the
// pre-shared key in it: send it as the body of a POST, since logs of proxies and errors of net/http show the URL.
func (r Request) Query() string {
	var buf [1024]byte
	return string(r.AppendQuery(buf[:0]))
}

// AppendQuery appends what [Request.Query] returns to dst. It allocates nothing if dst has enough room.
func (r Request) AppendQuery(dst []byte) []byte {
	n := r.n.Node()
	return tree.AppendQuery(dst, tableOf(n), n)
}
