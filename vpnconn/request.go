package vpnconn

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/netip"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// A Request is a valid CreateVpnConnection request: immutable, safe to share, cheap to copy. The zero Request is empty: it
// has no parameters and sends nothing. Compare with [Request.Equal]; == does not compile.
type Request struct {
	d *draft // nil, or valid and canonical; never written to once it is here

	// The zero-sized field forbids ==. It stands last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// New returns the Request that opts describe. The error is an errors.ValidationErrors with everything that is wrong, in
// documented order. New is NewBuilder(opts...).Build().
func New(opts ...Option) (Request, error) { return NewBuilder(opts...).Build() }

// With returns a Request like r with opts applied on top, checked as [New] does. r stays as it was. On the zero Request
// it is New. A ClientToken that was given, not derived, stays the same: for another connection give another one.
func (r Request) With(opts ...Option) (Request, error) { return r.Builder().With(opts...).Build() }

// Builder returns a Builder with the settings of r. A derived token is not among them: Build makes it anew.
func (r Request) Builder() Builder {
	if r.d == nil || r.d.token == nil {
		return Builder{d: r.d}
	}
	d := *r.d
	d.unset(parameters.ClientToken)
	return Builder{d: &d}
}

// Effective returns r with the documented default for everything that is unset and has one: EffectImmediately and the
// settings of both phases, but not the pre-shared key and the identifiers, whose defaults are the service's own. The zero
// Request stays empty.
func (r Request) Effective() Request {
	if r.d == nil {
		return r
	}
	d := *r.d
	for i := range parameters.Table {
		switch p := &parameters.Table[i]; {
		case p.Phase != nil:
			d.setPhase(i, p.Phase.WithDefaults(d.phase(i)))
		case p.Default != "" && !d.has(i):
			d.setText(i, p.Default)
		}
	}
	return Request{d: d.canonical()}
}

// Equal reports whether r and o send the same, the pre-shared key included. go-cmp compares Requests by it;
// reflect.DeepEqual cannot, since the key is in a closure.
func (r Request) Equal(o Request) bool { return r.Query() == o.Query() }

// IsZero reports whether r is the zero Request.
func (r Request) IsZero() bool { return r.d == nil }

// RegionID returns RegionId, or "" for the zero Request.
func (r Request) RegionID() string { return r.d.value(parameters.RegionID) }

// VPNGatewayID returns VpnGatewayId, or "" for the zero Request.
func (r Request) VPNGatewayID() string { return r.d.value(parameters.VPNGatewayID) }

// CustomerGatewayID returns CustomerGatewayId, or "" for the zero Request.
func (r Request) CustomerGatewayID() string { return r.d.value(parameters.CustomerGatewayID) }

// LocalSubnets returns the blocks of LocalSubnet in the order given, as a slice of the caller's own.
func (r Request) LocalSubnets() []netip.Prefix { return r.prefixes(parameters.LocalSubnet) }

// RemoteSubnets returns the blocks of RemoteSubnet in the order given, as a slice of the caller's own.
func (r Request) RemoteSubnets() []netip.Prefix { return r.prefixes(parameters.RemoteSubnet) }

func (r Request) prefixes(i int) []netip.Prefix {
	var blocks []netip.Prefix
	for _, text := range r.d.blocks(i) {
		blocks = append(blocks, netip.MustParsePrefix(text))
	}
	return blocks
}

// ClientToken returns ClientToken, or "" where it is unset.
func (r Request) ClientToken() string { return r.d.value(parameters.ClientToken) }

// EffectImmediately returns EffectImmediately and whether it is set.
func (r Request) EffectImmediately() (value, set bool) {
	return r.d.value(parameters.EffectImmediately) == "true", r.d.has(parameters.EffectImmediately)
}

// Name returns Name, or "" where it is unset.
func (r Request) Name() string { return r.d.value(parameters.Name) }

// IKE returns phase 1, the zero Config where nothing of it is set.
func (r Request) IKE() ikeconfig.Config {
	if !r.d.has(parameters.IKEConfig) {
		return ikeconfig.Config{}
	}
	c, _ := ikeconfig.New(func(s *phase.IKE) { *s = phase.IKE(*r.d.phase(parameters.IKEConfig)) })
	return c
}

// IPsec returns phase 2, the zero Config where nothing of it is set.
func (r Request) IPsec() ipsecconfig.Config {
	if !r.d.has(parameters.IPsecConfig) {
		return ipsecconfig.Config{}
	}
	c, _ := ipsecconfig.New(func(s *phase.IPsec) { *s = phase.IPsec(*r.d.phase(parameters.IPsecConfig)) })
	return c
}

// Fields yields what is set for people to read: documented names, dotted within IkeConfig and IpsecConfig, in documented
// order, the pre-shared key as "[hidden]". Compared, they show where two Requests differ, except in the key.
func (r Request) Fields() iter.Seq2[string, string] { return r.d.fields() }

// String returns the settings on one line, the pre-shared key hidden.
func (r Request) String() string { return phase.Print("vpnconn.Request", r.d.fields()) }

// GoString returns the same as String, for %#v.
func (r Request) GoString() string { return r.String() }

// Format writes what String returns, whatever the verb.
func (r Request) Format(f fmt.State, _ rune) { io.WriteString(f, r.String()) }

// LogValue returns the settings as a group, with a group each for IkeConfig and IpsecConfig, the pre-shared key hidden.
func (r Request) LogValue() slog.Value { return phase.LogValue(r.d.fields()) }

// MarshalJSON returns the JSON of [Request.Spec]: for reading, since the pre-shared key is hidden in it.
func (r Request) MarshalJSON() ([]byte, error) { return json.Marshal(r.Spec()) }

// UnmarshalJSON refuses to read a Request, which would stay without its key: read a [Spec], and build it.
func (r *Request) UnmarshalJSON(data []byte) error { return phase.NotFromJSON("vpnconn.Request", data) }
