package vpnconn

import (
	"fmt"
	"io"
	"iter"
	"log/slog"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A Request is a valid CreateVpnConnection request: immutable, safe to share, cheap to copy. The zero Request is empty: it
// has no parameters and sends nothing. Compare with [Request.Equal]; == does not compile.
type Request struct {
	n tree.Sealed // valid and canonical; never written to once it is set

	// The zero-sized field forbids ==. It is last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// New returns the Request that opts describe. The error is a [vpnerrors.ValidationErrors] with everything that is wrong, in
// documented order. New is NewBuilder(opts...).Build().
func New(opts ...Option) (Request, error) { return build(with(nil, opts)) }

// With returns a Request like r with opts applied on top, checked as by [New]. It does not change r. On the zero Request it
// is [New]. A ClientToken from [WithClientToken] stays the same: for another connection set another one.
func (r Request) With(opts ...Option) (Request, error) { return build(with(r.unmade().Node(), opts)) }

// Builder returns a Builder with the settings of r. A derived token is not among them: Build derives it
// again.
func (r Request) Builder() Builder { return Builder{n: r.unmade()} }

// unmade returns the settings without a derived token.
func (r Request) unmade() tree.Sealed {
	n := r.n.Node()
	if _, derived := n.Source(parameters.ClientToken); !derived {
		return r.n
	}
	own := n.Clone()
	forgetToken(own)
	return tree.Seal(own)
}

// Equal reports whether r and o send the same, the pre-shared key included. go-cmp compares Requests by it;
// reflect.DeepEqual cannot, since the settings are in a closure.
func (r Request) Equal(o Request) bool { return r.Query() == o.Query() }

// IsZero reports whether r is the zero Request.
func (r Request) IsZero() bool { return r.n.Node() == nil }

// Fields yields the settings for people to read: names and values in documented order. Names are the documented ones,
// dotted within objects and lists; a pre-shared key is "[hidden]". To compare two Requests use [Request.Diff].
func (r Request) Fields() iter.Seq2[string, string] { return fields(r.n.Node()) }

// String returns the settings on one line, the pre-shared key hidden.
func (r Request) String() string { return tree.Print("vpnconn.Request", fields(r.n.Node())) }

// GoString returns the same as [Request.String], for %#v.
func (r Request) GoString() string { return r.String() }

// Format writes what [Request.String] returns, whatever the verb.
func (r Request) Format(f fmt.State, _ rune) { io.WriteString(f, r.String()) }

// LogValue returns the settings as a group, with a group for each object in it, the pre-shared key hidden, numbers and
// Booleans as such.
func (r Request) LogValue() slog.Value { return tree.LogValue(shownBy(r.n.Node()), r.n.Node()) }

// MarshalJSON returns the JSON of [Request.Spec]. It is for reading, since the pre-shared key is hidden in it.
func (r Request) MarshalJSON() ([]byte, error) { return r.Spec().MarshalJSON() }

// MarshalYAML returns [Request.Spec] for a YAML package to write, the pre-shared key hidden.
func (r Request) MarshalYAML() (any, error) { return r.Spec(), nil }

// UnmarshalJSON returns an error for anything but null, since the Request would have no key. Read a [Spec] and build it.
func (r *Request) UnmarshalJSON(data []byte) error { return tree.NotFromJSON("vpnconn.Request", data) }

// UnmarshalYAML refuses as [Request.UnmarshalJSON] does.
func (r *Request) UnmarshalYAML(func(any) error) error { return tree.NotFromYAML("vpnconn.Request") }

// fields yields the settings for people to read.
func fields(n *tree.Node) iter.Seq2[string, string] { return tree.Shown(shownBy(n), n) }

// shownBy returns the table with the names to show: for an unknown edition that of all editions.
func shownBy(n *tree.Node) *parameters.Table {
	if t := tableOf(n); t != nil {
		return t
	}
	return parameters.Every()
}
