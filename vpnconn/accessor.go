package vpnconn

import (
	"cmp"
	"net/netip"
	"reflect"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// Edition returns the edition by which r is valid, or [aliyun.Edition2019] if none was named. Neither String nor LogValue shows
// it.
func (r Request) Edition() aliyun.Edition { return cmp.Or(editionOf(r.n.Node()), aliyun.Edition2019) }

// RegionID returns RegionId, or "" for the zero Request.
func (r Request) RegionID() string { return r.n.Node().Text(parameters.RegionID) }

// VPNGatewayID returns VpnGatewayId, or "" for the zero Request.
func (r Request) VPNGatewayID() string { return r.n.Node().Text(parameters.VPNGatewayID) }

// CustomerGatewayID returns CustomerGatewayId, or "" for the zero Request and for one with tunnels: see
// [Tunnel.CustomerGatewayID].
func (r Request) CustomerGatewayID() string { return r.n.Node().Text(parameters.CustomerGatewayID) }

// LocalSubnets returns the blocks of LocalSubnet in the order given, as a slice of the caller's own.
func (r Request) LocalSubnets() []netip.Prefix {
	return prefixes(r.n.Node().Text(parameters.LocalSubnet))
}

// RemoteSubnets returns the blocks of RemoteSubnet in the order given, as a slice of the caller's own.
func (r Request) RemoteSubnets() []netip.Prefix {
	return prefixes(r.n.Node().Text(parameters.RemoteSubnet))
}

func prefixes(list string) []netip.Prefix {
	if list == "" {
		return nil
	}
	var blocks []netip.Prefix
	for _, text := range blocksOf(list) {
		blocks = append(blocks, netip.MustParsePrefix(text))
	}
	return blocks
}

// blocksOf splits a list into its blocks.
func blocksOf(list string) []string {
	blocks := make([]string, 0, strings.Count(list, ",")+1)
	for _, block := range rules.Blocks(list) {
		blocks = append(blocks, block)
	}
	return blocks
}

// ClientToken returns ClientToken, or "" where it is unset.
func (r Request) ClientToken() string { return r.n.Node().Text(parameters.ClientToken) }

// EffectImmediately returns EffectImmediately and whether it is set.
func (r Request) EffectImmediately() (value, set bool) {
	return r.n.Node().Bool(parameters.EffectImmediately)
}

// Name returns Name, or "" where it is unset.
func (r Request) Name() string { return r.n.Node().Text(parameters.Name) }

// IKE returns phase 1, IkeConfig, or the zero Config where it is unset. For tunnels see [Tunnel.IKE].
func (r Request) IKE() ikeconfig.Config { return ikeOf(editionOf(r.n.Node()), r.n.Node()) }

// IPsec returns phase 2, IpsecConfig, or the zero Config where it is unset. For tunnels see [Tunnel.IPsec].
func (r Request) IPsec() ipsecconfig.Config { return ipsecOf(editionOf(r.n.Node()), r.n.Node()) }

func ikeOf(e aliyun.Edition, n *tree.Node) ikeconfig.Config {
	c, _ := ikeconfig.NewIn(e, n.Members(parameters.IKE).LayOn)
	return c
}

func ipsecOf(e aliyun.Edition, n *tree.Node) ipsecconfig.Config {
	c, _ := ipsecconfig.NewIn(e, n.Members(parameters.IPsec).LayOn)
	return c
}

// AutoConfigRoute returns AutoConfigRoute and whether it is set.
func (r Request) AutoConfigRoute() (value, set bool) {
	return r.n.Node().Bool(parameters.AutoConfigRoute)
}

// DPD returns EnableDpd and whether it is set. For tunnels see [Tunnel.DPD].
func (r Request) DPD() (value, set bool) { return r.n.Node().Bool(parameters.DPD) }

// NATTraversal returns EnableNatTraversal and whether it is set. For tunnels see [Tunnel.NATTraversal].
func (r Request) NATTraversal() (value, set bool) { return r.n.Node().Bool(parameters.NATTraversal) }

// DryRun returns DryRun and whether it is set.
func (r Request) DryRun() (value, set bool) { return r.n.Node().Bool(parameters.DryRun) }

// TunnelsBGP returns EnableTunnelsBgp and whether it is set.
func (r Request) TunnelsBGP() (value, set bool) { return r.n.Node().Bool(parameters.TunnelsBGP) }

// RemoteCACertificate returns RemoteCaCertificate, or "" where it is unset. For tunnels see [Tunnel.RemoteCACertificate].
func (r Request) RemoteCACertificate() string { return r.n.Node().Text(parameters.RemoteCACertificate) }

// HealthCheck returns HealthCheckConfig, or the zero HealthCheck where it is unset. The values of its pointers are the
// caller's own.
func (r Request) HealthCheck() HealthCheck {
	return structOf[HealthCheck](r.n.Node(), parameters.HealthCheck)
}

// BGP returns BgpConfig, or the zero BGP where it is unset. For tunnels see [Tunnel.BGP]. The value of its pointer is
// the caller's own.
func (r Request) BGP() BGP { return structOf[BGP](r.n.Node(), parameters.BGP) }

// Tags returns Tags in the order given, as a slice of the caller's own.
func (r Request) Tags() []Tag { return r.Spec().Tags }

// Tunnels returns the tunnels of TunnelOptionsSpecification in the order sent: none or two. The slice is the
// caller's own.
func (r Request) Tunnels() []Tunnel {
	var list []Tunnel
	for i := range r.n.Node().Len(parameters.Tunnels) {
		list = append(list, Tunnel{n: tree.Seal(r.n.Node().Element(parameters.Tunnels, i))})
	}
	return list
}

// structOf returns an object as a struct whose tags are the documented names.
func structOf[S any](n *tree.Node, k parameters.Key) S {
	var s S
	fill(reflect.ValueOf(&s).Elem(), n.Members(k))
	return s
}
