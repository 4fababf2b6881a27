package vpnconn

import (
	"net/netip"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// An Option sets one thing of a request. It only records; [Builder.Build] checks. Of two options for the same setting the
// later one counts; the order of others does not matter. A nil Option does nothing.
type Option func(*draft)

// Options returns opts as a single Option, such as a house's baseline. A later change to the slice does not reach it.
func Options(opts ...Option) Option { return phase.Join(opts) }

// WithRegionID sets the region of the connection, sent as RegionId. It is required (ErrRequired) and opaque: printable
// ASCII with no space, comma or quote (ErrEmpty, ErrBadCharacter).
func WithRegionID(id string) Option { return withText(parameters.RegionID, id) }

// WithVPNGatewayID sets the VPN gateway, sent as VpnGatewayId. It is required (ErrRequired) and opaque: printable ASCII
// with no space, comma or quote (ErrEmpty, ErrBadCharacter).
func WithVPNGatewayID(id string) Option { return withText(parameters.VPNGatewayID, id) }

// WithCustomerGatewayID sets the customer gateway, sent as CustomerGatewayId. It is required (ErrRequired) and opaque:
// printable ASCII with no space, comma or quote (ErrEmpty, ErrBadCharacter).
func WithCustomerGatewayID(id string) Option { return withText(parameters.CustomerGatewayID, id) }

// WithLocalSubnets sets the networks on the VPC side for phase 2, sent as LocalSubnet in this order. It is required: one
// or more IPv4 CIDR blocks (ErrRequired, ErrEmpty, ErrBadCIDR, ErrNotIPv4), none with host bits (ErrHostBits), none twice
// (ErrDuplicate). Each argument may itself be a comma-separated list; spaces and tabs around a block are dropped. A
// later call, or one of [WithLocalPrefixes], replaces the whole list.
func WithLocalSubnets(cidrs ...string) Option { return withList(parameters.LocalSubnet, cidrs) }

// WithRemoteSubnets sets the networks on the data centre's side for phase 2, sent as RemoteSubnet in this order, by the
// rules of [WithLocalSubnets]. A block may stand on both sides.
func WithRemoteSubnets(cidrs ...string) Option { return withList(parameters.RemoteSubnet, cidrs) }

// WithLocalPrefixes is [WithLocalSubnets] for values of net/netip. The zero Prefix is ErrBadCIDR.
func WithLocalPrefixes(blocks ...netip.Prefix) Option {
	return withList(parameters.LocalSubnet, texts(blocks))
}

// WithRemotePrefixes is [WithRemoteSubnets] for values of net/netip. The zero Prefix is ErrBadCIDR.
func WithRemotePrefixes(blocks ...netip.Prefix) Option {
	return withList(parameters.RemoteSubnet, texts(blocks))
}

// WithClientToken makes the request idempotent, sent as ClientToken: 1 to 64 printable ASCII characters (ErrEmpty,
// ErrBadCharacter, ErrTooLong), different for different connections and the same for every try of one. Unset, a request
// that is sent again may make a second connection. [NewClientToken] makes one. Keep it out of a baseline that several
// connections share.
func WithClientToken(token string) Option {
	return func(d *draft) {
		d.setText(parameters.ClientToken, token)
		d.token = nil
	}
}

// WithEffectImmediately sets when the negotiation starts, sent as EffectImmediately: true for as soon as the connection
// is configured, false for when there is traffic. Unset, the documented default is false.
func WithEffectImmediately(v bool) Option {
	return withText(parameters.EffectImmediately, strconv.FormatBool(v))
}

// WithName sets the name of the connection, sent as Name: 2 to 128 characters (ErrEmpty, ErrTooShort, ErrTooLong). The
// first is a letter A–Z or a–z or a Chinese character; those after it may also be digits, '.', '_' or '-'
// (ErrBadCharacter). Unset, the connection has no name.
func WithName(name string) Option { return withText(parameters.Name, name) }

// WithIKE sets what opts name of phase 1 and leaves the rest of it as it was. Errors stand under "IkeConfig.…".
func WithIKE(opts ...ikeconfig.Option) Option {
	return change{parameters.IKEConfig, ikeSettings(opts)}.apply
}

// WithIKEConfig sets all of phase 1, sent as IkeConfig: what c leaves unset is unset in the request too.
func WithIKEConfig(c ikeconfig.Config) Option {
	var s *phase.Settings
	// The copy that With makes for its options is ours to keep, since a Config never changes.
	_, _ = c.With(func(own *phase.IKE) { s = (*phase.Settings)(own) })
	return func(d *draft) { d.setPhase(parameters.IKEConfig, s) }
}

// WithIPsec sets what opts name of phase 2 and leaves the rest of it as it was. Errors stand under "IpsecConfig.…".
func WithIPsec(opts ...ipsecconfig.Option) Option {
	return change{parameters.IPsecConfig, ipsecSettings(opts)}.apply
}

// WithIPsecConfig sets all of phase 2, sent as IpsecConfig: what c leaves unset is unset in the request too.
func WithIPsecConfig(c ipsecconfig.Config) Option {
	var s *phase.Settings
	_, _ = c.With(func(own *phase.IPsec) { s = (*phase.Settings)(own) })
	return func(d *draft) { d.setPhase(parameters.IPsecConfig, s) }
}

func withText(i int, value string) Option {
	return func(d *draft) { d.setText(i, value) }
}

func withList(i int, cidrs []string) Option {
	return blockList{i, strings.Join(cidrs, ","), len(cidrs)}.apply
}

// A blockList is what one option says of list i: its n arguments, joined. Nobody else can change the joined text, and
// in it one argument with a comma is the same as two. An n of 0 unsets the list.
type blockList struct {
	i    int
	text string
	n    int
}

func (l blockList) apply(d *draft) {
	if l.n == 0 {
		d.unset(l.i)
		return
	}
	d.setText(l.i, l.text)
}

// A change is what one option says of phase i. What it leaves unset stays as it was.
type change struct {
	i int
	s *phase.Settings
}

func (c change) apply(d *draft) {
	d.setPhase(c.i, parameters.Table[c.i].Phase.Over(d.phase(c.i), c.s))
}

// ikeSettings and ipsecSettings return what opts set. They and Builder.With are not inlined, because only then does the
// compiler see that nothing keeps opts, so that a caller's options stay on its stack.

//go:noinline
func ikeSettings(opts []ikeconfig.Option) *phase.Settings {
	return (*phase.Settings)(phase.Apply((*phase.IKE)(nil), opts))
}

//go:noinline
func ipsecSettings(opts []ipsecconfig.Option) *phase.Settings {
	return (*phase.Settings)(phase.Apply((*phase.IPsec)(nil), opts))
}

func texts(blocks []netip.Prefix) []string {
	list := make([]string, len(blocks))
	for i, block := range blocks {
		list[i] = block.String()
	}
	return list
}
