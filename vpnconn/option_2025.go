package vpnconn

import (
	"reflect"
	"strconv"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// WithAutoConfigRoute sets whether the service configures routes for the connection, sent as AutoConfigRoute. Unset, the
// documented default is true. Edition 2025.
func WithAutoConfigRoute(v bool) Option { return withBool(parameters.AutoConfigRoute, v) }

// WithDPD sets whether dead peer detection is on, sent as EnableDpd: for the connection, or in [WithTunnel] for a tunnel.
// Unset, the documented default is true. Edition 2025; with tunnels it is [vpnerrors.ErrConflict].
func WithDPD(v bool) Option { return withBool(parameters.DPD, v) }

// WithNATTraversal sets whether the connection works through NAT, sent as EnableNatTraversal: for the connection, or
// in [WithTunnel] for a tunnel. Unset, the documented default is true. Edition 2025; with tunnels it is
// [vpnerrors.ErrConflict].
func WithNATTraversal(v bool) Option { return withBool(parameters.NATTraversal, v) }

// WithRemoteCACertificate sets the certificate of the peer's certificate authority, sent as RemoteCaCertificate: for the
// connection, or in [WithTunnel] for a tunnel. It is one or more PEM blocks of type CERTIFICATE; only white space may be
// around them ([vpnerrors.ErrEmpty], [vpnerrors.ErrBadCertificate]; the errors do not show the text). Only SM gateways use it,
// and they require it together with sm3, sm4 and a remote identifier ([vpnerrors.ErrRequired], [vpnerrors.ErrConflict]). There
// is no default. Edition 2025; with tunnels it is [vpnerrors.ErrConflict].
func WithRemoteCACertificate(pem string) Option {
	return tree.SetText(parameters.RemoteCACertificate, pem)
}

// WithDryRun sets whether the service only checks the request and creates nothing, sent as DryRun. If the check passes,
// the service answers with the error [vpnerrors.ErrDryRun]. Unset, the documented default is false. Edition 2025.
func WithDryRun(v bool) Option { return withBool(parameters.DryRun, v) }

// WithTunnelsBGP sets whether both tunnels use BGP, sent as EnableTunnelsBgp. It needs tunnels ([vpnerrors.ErrRequired]). If
// it is true, each tunnel needs a block and an address: see [WithBGP]. Unset, the documented default is false. Edition 2025.
func WithTunnelsBGP(v bool) Option { return withBool(parameters.TunnelsBGP, v) }

// A HealthCheck is how the service checks that a connection works, sent as HealthCheckConfig. The zero HealthCheck has
// nothing set. Edition 2025, connections with a single tunnel.
type HealthCheck struct {
	Enable      *bool  `json:"enable,omitempty" yaml:"enable,omitempty"`     // nil: unset, the documented default is false
	Destination string `json:"dip,omitempty" yaml:"dip,omitempty"`           // an IPv4 address on the data center's side; required where Enable is true
	Source      string `json:"sip,omitempty" yaml:"sip,omitempty"`           // an IPv4 address on the VPC's side; required where Enable is true
	Interval    *int64 `json:"interval,omitempty" yaml:"interval,omitempty"` // seconds between two checks, 1 or more; nil: unset, the documented default is 3
	Retry       *int64 `json:"retry,omitempty" yaml:"retry,omitempty"`       // tries, 1 or more; nil: unset, the documented default is 3
}

// WithHealthCheck replaces the health check, sent as HealthCheckConfig: what is unset in c is unset in the request too.
// Errors are reported under "HealthCheckConfig.dip" and the like: [vpnerrors.ErrBadAddress], [vpnerrors.ErrOutOfRange],
// [vpnerrors.ErrRequired], and [vpnerrors.ErrBadCharacter] for text that is not UTF-8. Edition 2025; with tunnels it is
// [vpnerrors.ErrConflict].
func WithHealthCheck(c HealthCheck) Option {
	return tree.SetObject(parameters.HealthCheck, nodeOf(reflect.ValueOf(c)))
}

// A BGP is how routes are exchanged over a tunnel, sent as BgpConfig, or as TunnelBgpConfig for one of two tunnels. The
// zero BGP has nothing set. Edition 2025.
type BGP struct {
	Enable     *bool  `json:"EnableBgp,omitempty" yaml:"EnableBgp,omitempty"`   // nil: unset, the documented default is false; two tunnels have WithTunnelsBGP instead
	LocalASN   uint32 `json:"LocalAsn,omitempty" yaml:"LocalAsn,omitempty"`     // the AS number on the VPC's side; 0: unset, the documented default is 45104
	TunnelCIDR string `json:"TunnelCidr,omitempty" yaml:"TunnelCidr,omitempty"` // a /30 block in 169.254.0.0/16 that is not reserved; required with BGP
	LocalIP    string `json:"LocalBgpIp,omitempty" yaml:"LocalBgpIp,omitempty"` // one of the two middle addresses of TunnelCIDR; required with BGP
}

// WithBGP replaces all of BGP, sent as BgpConfig, or in [WithTunnel] as TunnelBgpConfig: what is unset in c is unset in the
// request too. Errors are reported under "BgpConfig.TunnelCidr" and the like: for the block [vpnerrors.ErrBadCIDR],
// [vpnerrors.ErrNotIPv4], [vpnerrors.ErrHostBits], [vpnerrors.ErrUnsupportedValue], and [vpnerrors.ErrDuplicate] if both
// tunnels have the same block; for the address [vpnerrors.ErrBadAddress], [vpnerrors.ErrOutOfRange]; for AS numbers that
// differ between tunnels [vpnerrors.ErrConflict]; for a missing block or address [vpnerrors.ErrRequired]; for text that is
// not UTF-8 [vpnerrors.ErrBadCharacter]. Edition 2025; with tunnels it is [vpnerrors.ErrConflict].
//
// The reserved blocks, which the service refuses, are 169.254.0.0/30, 169.254.1.0/30 and so on up to 169.254.6.0/30, and
// 169.254.169.252/30.
func WithBGP(c BGP) Option {
	if c.Enable != nil {
		c.Enable = new(*c.Enable) // which the caller may change
	}
	return c.put
}

// put sets each member by itself, as tagSettings does: each tunnel has them, and reflection takes several times as long.
func (c BGP) put(d *draft) {
	n := d.NewMember(parameters.BGPKeys)
	if c.Enable != nil {
		n.PutText(parameters.BGPEnable, strconv.FormatBool(*c.Enable))
	}
	if c.LocalASN != 0 {
		n.PutNumber(parameters.LocalASN, int64(c.LocalASN))
	}
	putText(n, parameters.TunnelCIDR, c.TunnelCIDR)
	putText(n, parameters.LocalBGPIP, c.LocalIP)
	d.PutObject(parameters.BGP, n)
}

// putText sets a text, unless it is empty.
func putText(n *tree.Node, k parameters.Key, text string) {
	if text != "" {
		n.PutText(k, text)
	}
}

// A Tag is a label of the connection, sent as Tags.N.Key and Tags.N.Value. Edition 2025.
type Tag struct {
	// Key has 1 to 64 characters, none of them a control character. It does not begin with aliyun or acs: and does not
	// have http:// or https:// in it.
	Key string `json:"Key,omitempty" yaml:"Key,omitempty"`
	// Value has up to 128 characters, by the same rules. The empty Value is not sent.
	Value string `json:"Value,omitempty" yaml:"Value,omitempty"`
}

// WithTags sets all tags, in this order, sent as Tags: 20 at most ([vpnerrors.ErrTooMany]), each with a key
// ([vpnerrors.ErrRequired]) that no other has ([vpnerrors.ErrDuplicate]). Errors are reported under "Tags.1.Key" and
// "Tags.1.Value": [vpnerrors.ErrBadCharacter], [vpnerrors.ErrTooLong], and [vpnerrors.ErrUnsupportedValue] for text that
// [Tag] forbids. WithTags() unsets all tags. Edition 2025.
func WithTags(tags ...Tag) Option {
	return elements{parameters.Tags, tagSettings(tags)}.put
}

// elements are what one option says of a list of objects, in place of all that was set of it. As with phase, a function
// literal would cost more.
type elements struct {
	k    parameters.Key
	list *tree.Node
}

func (e elements) put(d *draft) { d.PutElements(e.k, e.list) }

func tagSettings(tags []Tag) *tree.Node {
	list := tree.NewList(len(tags))
	for i, tag := range tags {
		putText(list.At(i), parameters.TagKey, tag.Key)
		putText(list.At(i), parameters.TagValue, tag.Value)
	}
	return list
}
