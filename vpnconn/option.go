package vpnconn

import (
	"net/netip"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

type draft = tree.Node

// An Option sets one thing of a request. It only records; [Builder.Build] checks. If a setting is given twice, the last one
// wins; the order of options for different settings does not matter. A nil Option does nothing.
type Option func(*draft)

// Options returns opts as a single Option, such as an organization's baseline. A later change to the slice does not reach
// it.
func Options(opts ...Option) Option { return tree.Join[draft](opts) }

// WithEdition sets the edition of the API document by which the request is judged. With an unknown edition the only error of
// [Builder.Build] is [vpnerrors.ErrUnsupportedValue] on "Edition". Unset, or 0, it is edition 2019, and an error whose text
// ends in "it is in edition 2025" asks for WithEdition(aliyun.Edition2025).
//
// The edition is not sent, and not in what a Request, Builder or Spec prints and logs; it is in their JSON and YAML, unless it
// is 2019, and [Request.Edition] returns it.
func WithEdition(e aliyun.Edition) Option {
	return func(d *draft) { d.PutNumber(parameters.Edition, int64(e)) }
}

// WithRegionID sets the region of the connection, sent as RegionId. It is required ([vpnerrors.ErrRequired]). Its form is not
// checked beyond its characters: printable ASCII with no space, comma or quote ([vpnerrors.ErrEmpty],
// [vpnerrors.ErrBadCharacter]).
func WithRegionID(id string) Option { return tree.SetText(parameters.RegionID, id) }

// WithVPNGatewayID sets the VPN gateway, sent as VpnGatewayId. It is required ([vpnerrors.ErrRequired]). Its form is not
// checked beyond its characters: printable ASCII with no space, comma or quote ([vpnerrors.ErrEmpty],
// [vpnerrors.ErrBadCharacter]).
func WithVPNGatewayID(id string) Option { return tree.SetText(parameters.VPNGatewayID, id) }

// WithCustomerGatewayID sets the customer gateway, sent as CustomerGatewayId: that of the connection, or in [WithTunnel] that
// of a tunnel. It is required ([vpnerrors.ErrRequired]): in each tunnel of a request with tunnels, which then has none of its
// own ([vpnerrors.ErrConflict]). Its form is not checked beyond its characters: printable ASCII with no space, comma or quote
// ([vpnerrors.ErrEmpty], [vpnerrors.ErrBadCharacter]).
func WithCustomerGatewayID(id string) Option { return tree.SetText(parameters.CustomerGatewayID, id) }

// WithLocalSubnets sets the networks on the VPC side for phase 2, sent as LocalSubnet in this order. It is required: one or
// more IPv4 CIDR blocks ([vpnerrors.ErrRequired], [vpnerrors.ErrEmpty], [vpnerrors.ErrBadCIDR], [vpnerrors.ErrNotIPv4]; for
// text that is not UTF-8 [vpnerrors.ErrBadCharacter]), without host bits ([vpnerrors.ErrHostBits]) and without duplicates
// ([vpnerrors.ErrDuplicate]). Each argument may itself be a comma-separated list; spaces and tabs around a block are dropped.
// A later call, or one of [WithLocalPrefixes], replaces the whole list.
func WithLocalSubnets(cidrs ...string) Option { return withList(parameters.LocalSubnet, cidrs) }

// WithRemoteSubnets sets the networks on the data center's side for phase 2, sent as RemoteSubnet in this order. The
// rules are those of [WithLocalSubnets]. A block may be on both sides.
func WithRemoteSubnets(cidrs ...string) Option { return withList(parameters.RemoteSubnet, cidrs) }

// WithLocalPrefixes is [WithLocalSubnets] for values of net/netip. The zero Prefix is [vpnerrors.ErrBadCIDR].
func WithLocalPrefixes(blocks ...netip.Prefix) Option {
	return withList(parameters.LocalSubnet, texts(blocks))
}

// WithRemotePrefixes is [WithRemoteSubnets] for values of net/netip. The zero Prefix is [vpnerrors.ErrBadCIDR].
func WithRemotePrefixes(blocks ...netip.Prefix) Option {
	return withList(parameters.RemoteSubnet, texts(blocks))
}

// WithClientToken makes the request idempotent, sent as ClientToken: 1 to 64 printable ASCII characters
// ([vpnerrors.ErrEmpty], [vpnerrors.ErrBadCharacter], [vpnerrors.ErrTooLong]). Use a new token for each connection, and the
// same token for every try to create that connection. [NewClientToken] makes one. If it is unset, sending the request again
// may create a second connection. Do not put a token into a baseline that several connections share.
func WithClientToken(token string) Option { return tree.SetText(parameters.ClientToken, token) }

// WithEffectImmediately sets when the negotiation starts, sent as EffectImmediately: true for as soon as the connection
// is configured, false for when traffic arrives. Unset, the documented default is false.
func WithEffectImmediately(v bool) Option { return withBool(parameters.EffectImmediately, v) }

// WithName sets the name of the connection, sent as Name. In edition 2019 it has 2 to 128 characters. The first is
// a letter A–Z or a–z or a Chinese character; the others may also be digits, '.', '_' or '-'. In edition 2025 it has 1 to
// 100 characters, none of them a control character, and must not begin with http:// or https:// in any letter case
// ([vpnerrors.ErrUnsupportedValue]). Further errors are [vpnerrors.ErrEmpty], [vpnerrors.ErrBadCharacter],
// [vpnerrors.ErrTooShort] and [vpnerrors.ErrTooLong]. Unset, the connection has no name.
func WithName(name string) Option { return tree.SetText(parameters.Name, name) }

// WithIKE applies opts to phase 1, sent as IkeConfig, and keeps its other settings. Errors are reported under "IkeConfig.…",
// or under "TunnelOptionsSpecification.1.TunnelIkeConfig.…" for a tunnel.
func WithIKE(opts ...ikeconfig.Option) Option {
	return withPhase(parameters.IKE, ikeSettings(opts))
}

// WithIKEConfig replaces all of phase 1, sent as IkeConfig: what is unset in c is unset in the request too. Build checks c by
// the edition of the request, not by that of c.
func WithIKEConfig(c ikeconfig.Config) Option {
	return tree.SetObject(parameters.IKE, tree.Apply(nil, parameters.IKEKeys, []ikeconfig.Option{c.Option()}))
}

// WithIPsec applies opts to phase 2, sent as IpsecConfig, and keeps its other settings. Errors are reported under
// "IpsecConfig.…", or under "TunnelOptionsSpecification.1.TunnelIpsecConfig.…" for a tunnel.
func WithIPsec(opts ...ipsecconfig.Option) Option {
	return withPhase(parameters.IPsec, ipsecSettings(opts))
}

// WithIPsecConfig replaces all of phase 2, sent as IpsecConfig: what is unset in c is unset in the request too. Build checks
// c by the edition of the request, not by that of c.
func WithIPsecConfig(c ipsecconfig.Config) Option {
	return tree.SetObject(parameters.IPsec, tree.Apply(nil, parameters.IPsecKeys, []ipsecconfig.Option{c.Option()}))
}

func withBool(k parameters.Key, v bool) Option { return tree.SetText(k, strconv.FormatBool(v)) }

// withList joins the blocks: nobody else can change the joined text, in which one argument with a comma is the same as
// two.
func withList(k parameters.Key, cidrs []string) Option {
	return list{k, strings.Join(cidrs, ","), len(cidrs)}.put
}

// A list is the data of one option for a list: its n arguments, joined. An n of 0 unsets it.
type list struct {
	k    parameters.Key
	text string
	n    int
}

func (l list) put(d *draft) {
	if l.n == 0 {
		d.Unset(l.k)
		return
	}
	d.PutText(l.k, l.text)
}

func withPhase(k parameters.Key, settings *tree.Node) Option { return phase{k, settings}.lay }

// A phase is the data of one option for a phase. What it leaves unset does not change. With a function literal in place of
// its method New would allocate more.
type phase struct {
	k        parameters.Key
	settings *tree.Node
}

func (p phase) lay(d *draft) { d.LayObject(p.k, p.settings) }

// ikeSettings and ipsecSettings return what opts set. They are not inlined, since only then does the compiler see that
// nothing keeps opts, so that a caller's options stay on its stack.

//go:noinline
func ikeSettings(opts []ikeconfig.Option) *tree.Node {
	return tree.Apply(nil, parameters.IKEKeys, opts)
}

//go:noinline
func ipsecSettings(opts []ipsecconfig.Option) *tree.Node {
	return tree.Apply(nil, parameters.IPsecKeys, opts)
}

func texts(blocks []netip.Prefix) []string {
	list := make([]string, len(blocks))
	for i, block := range blocks {
		list[i] = block.String()
	}
	return list
}
