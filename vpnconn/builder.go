package vpnconn

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A Builder collects the settings of a request: immutable, safe to share, not checked yet. The zero Builder has nothing set
// and is ready for use.
type Builder struct {
	n tree.Sealed // complete; never written to once it is set

	// The zero-sized field forbids ==. It is last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// NewBuilder returns a Builder with opts applied in order.
func NewBuilder(opts ...Option) Builder { return Builder{}.With(opts...) }

// With returns a copy of b with opts applied on top. It does not change b.
func (b Builder) With(opts ...Option) Builder { return Builder{n: with(b.n.Node(), opts)} }

// Build checks everything that was set and returns the Request. The error is a [vpnerrors.ValidationErrors] with everything
// that is wrong, in documented order; the Request is then the zero Request.
func (b Builder) Build() (Request, error) { return build(b.n) }

// with returns a copy of n, which may be nil, with opts applied.
func with(n *tree.Node, opts []Option) tree.Sealed {
	n = tree.Apply(n, parameters.ConnectionKeys, opts)
	n.PutText(parameters.Action, Action)
	return tree.Seal(n)
}

func build(s tree.Sealed) (Request, error) {
	n := s.Node()
	if errs := mistakes(n, nil); errs != nil {
		return Request{}, errs
	}
	if own := canonical(n); own != n {
		s = tree.Seal(own)
	}
	return Request{n: s}, nil
}

// String returns the settings on one line, the pre-shared key hidden.
func (b Builder) String() string { return tree.Print("vpnconn.Builder", fields(b.n.Node())) }

// GoString returns the same as [Builder.String], for %#v.
func (b Builder) GoString() string { return b.String() }

// Format writes what [Builder.String] returns, whatever the verb.
func (b Builder) Format(f fmt.State, _ rune) { io.WriteString(f, b.String()) }

// LogValue returns the settings as a group, the pre-shared key hidden, numbers and Booleans as such.
func (b Builder) LogValue() slog.Value { return tree.LogValue(shownBy(b.n.Node()), b.n.Node()) }

// MarshalJSON returns the JSON of a [Spec] with these settings. It is for reading, since the pre-shared key is hidden in it.
func (b Builder) MarshalJSON() ([]byte, error) { return specOf(b.n.Node()).MarshalJSON() }

// MarshalYAML returns a [Spec] with these settings for a YAML package to write, the pre-shared key hidden.
func (b Builder) MarshalYAML() (any, error) { return specOf(b.n.Node()), nil }

// UnmarshalJSON returns an error for anything but null, since the Builder would have no key. Read a [Spec] instead.
func (b *Builder) UnmarshalJSON(data []byte) error { return tree.NotFromJSON("vpnconn.Builder", data) }

// UnmarshalYAML refuses as [Builder.UnmarshalJSON] does.
func (b *Builder) UnmarshalYAML(func(any) error) error { return tree.NotFromYAML("vpnconn.Builder") }
