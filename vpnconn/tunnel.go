package vpnconn

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"slices"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// A Role says which of two tunnels is used while both work, sent as Role of a tunnel. Unset, the service fills it in.
// Edition 2025.
type Role string

// The documented roles.
const (
	RoleMaster Role = "master" // the active tunnel, which is the first
	RoleSlave  Role = "slave"  // the standby, which is the second
)

// Roles returns the documented roles in documented order. The slice is the caller's own.
func Roles() []Role { return parameters.Values[Role](tunnelTable(), parameters.Role) }

func tunnelTable() *parameters.Table { return parameters.Every().Member(parameters.Tunnels).Table }

// WithTunnel applies opts to the tunnel with this role, sent as TunnelOptionsSpecification, and keeps the other settings of
// the tunnel. Without opts it still adds the tunnel. A request has both tunnels or none ([vpnerrors.ErrRequired]). An unknown
// role is [vpnerrors.ErrUnsupportedValue] on "TunnelOptionsSpecification", and no other error of the tunnels is reported.
// Edition 2025.
//
// A tunnel is described by the options of a connection: [WithCustomerGatewayID], which is required, [WithIKE],
// [WithIKEConfig], [WithIPsec], [WithIPsecConfig], [WithBGP], [WithDPD], [WithNATTraversal], [WithRemoteCACertificate],
// and [Options] of these, so that one baseline serves both. A setting that a tunnel does not have is
// [vpnerrors.ErrUnknownParameter] in the tunnel, such as on "TunnelOptionsSpecification.1.Name". An edition that is set in a
// tunnel must be that of the request ([vpnerrors.ErrConflict]).
//
// The master is tunnel 1 and the slave tunnel 2, unless the request already has tunnels in another order. If those tunnels
// have no roles, role only selects the tunnel, by this numbering, and is not set. If only one of them has a role, the other
// one gets the role that is missing. WithTunnel never changes a role that is set.
func WithTunnel(role Role, opts ...Option) Option {
	return tunnel{role, tunnelSettings(role, opts)}.lay
}

// tunnelSettings returns what opts set, and the role. It is not inlined, for the same reason as ikeSettings.
//
//go:noinline
func tunnelSettings(role Role, opts []Option) *tree.Node {
	n := tree.Apply(nil, parameters.TunnelKeys, opts)
	n.PutText(parameters.Role, string(role))
	return n
}

// A tunnel is the data of one option for the tunnel with a role.
type tunnel struct {
	role     Role
	settings *tree.Node
}

func (t tunnel) lay(d *draft) {
	if placeOf(t.role) < 0 {
		d.PutText(parameters.UnknownRole, string(t.role))
		if !d.Has(parameters.Tunnels) {
			d.PutLength(parameters.Tunnels, 0)
		}
		return
	}
	place, settings := placeIn(d, t.role), t.settings
	has := roleAt(d, place)
	isWithout := d.Len(parameters.Tunnels) > 0 && roleAt(d, 0) == "" && roleAt(d, 1) == ""
	if isWithout || has != "" && has != t.role {
		settings = settings.Clone()
		settings.Forget(parameters.Role)
	}
	addUnknownOf(d, settings, place+1)
	layTunnel(d, place, settings)
}

// placeOf returns the default place of a role, from 0, or -1 for an unknown one.
func placeOf(role Role) int {
	return slices.Index(tunnelTable().Member(parameters.Role).Values, string(role))
}

// placeIn returns the place of the tunnel that has a documented role or is to have it, from 0. The places of the two roles
// differ, also where the roles that are there are for Build to refuse.
func placeIn(d *draft, role Role) int {
	first, second := roleAt(d, 0), roleAt(d, 1)
	isReversed := first != RoleMaster && second == RoleMaster || first == RoleSlave && second != RoleSlave
	if isReversed {
		return 1 - placeOf(role)
	}
	return placeOf(role)
}

// roleAt returns the role of the tunnel at a place, "" where it has none or there is no tunnel.
func roleAt(d *draft, place int) Role { return roleOf(d.Element(parameters.Tunnels, place)) }

func roleOf(tunnel *tree.Node) Role { return Role(tunnel.Text(parameters.Role)) }

// layTunnel lays settings over the tunnel at a place, which is there from then on.
func layTunnel(d *draft, place int, settings *tree.Node) {
	if d.Len(parameters.Tunnels) > parameters.Every().Member(parameters.Tunnels).Max {
		return // which Build refuses, whatever is in it
	}
	if there := d.Element(parameters.Tunnels, place); there != nil {
		changed := there.Clone()
		changed.Lay(settings)
		settings = changed
	}
	d.PutElement(parameters.Tunnels, place, settings)
}

// A Tunnel is one of the two tunnels of a [Request]: immutable, safe to share. [Request.Tunnels] returns them. The zero Tunnel
// has nothing set. Compare with [Tunnel.Equal]; == does not compile. Edition 2025.
type Tunnel struct {
	n tree.Sealed // valid; never written to

	// The zero-sized field forbids ==. It is last, as in Request.
	_ [0]func()
}

// Role returns Role, or "" where it is unset.
func (t Tunnel) Role() Role { return roleOf(t.n.Node()) }

// CustomerGatewayID returns CustomerGatewayId, or "" for the zero Tunnel.
func (t Tunnel) CustomerGatewayID() string { return t.n.Node().Text(parameters.CustomerGatewayID) }

// IKE returns phase 1, TunnelIkeConfig, or the zero Config where it is unset.
func (t Tunnel) IKE() ikeconfig.Config { return ikeOf(aliyun.Edition2025, t.n.Node()) }

// IPsec returns phase 2, TunnelIpsecConfig, or the zero Config where it is unset.
func (t Tunnel) IPsec() ipsecconfig.Config { return ipsecOf(aliyun.Edition2025, t.n.Node()) }

// BGP returns TunnelBgpConfig, or the zero BGP where it is unset. Its Enable is always nil: see [Request.TunnelsBGP].
func (t Tunnel) BGP() BGP { return structOf[BGP](t.n.Node(), parameters.BGP) }

// RemoteCACertificate returns RemoteCaCertificate, or "" where it is unset.
func (t Tunnel) RemoteCACertificate() string { return t.n.Node().Text(parameters.RemoteCACertificate) }

// DPD returns EnableDpd and whether it is set.
func (t Tunnel) DPD() (value, set bool) { return t.n.Node().Bool(parameters.DPD) }

// NATTraversal returns EnableNatTraversal and whether it is set.
func (t Tunnel) NATTraversal() (value, set bool) { return t.n.Node().Bool(parameters.NATTraversal) }

// Equal reports whether t and o send the same, the pre-shared key included. go-cmp compares Tunnels by it.
func (t Tunnel) Equal(o Tunnel) bool {
	return bytes.Equal(tree.AppendQuery(nil, tunnelTable(), t.n.Node()), tree.AppendQuery(nil, tunnelTable(), o.n.Node()))
}

// String returns the settings on one line, the pre-shared key hidden.
func (t Tunnel) String() string {
	return tree.Print("vpnconn.Tunnel", tree.Shown(tunnelTable(), t.n.Node()))
}

// GoString returns the same as [Tunnel.String], for %#v.
func (t Tunnel) GoString() string { return t.String() }

// Format writes what [Tunnel.String] returns, whatever the verb.
func (t Tunnel) Format(f fmt.State, _ rune) { io.WriteString(f, t.String()) }

// LogValue returns the settings as a group, the pre-shared key hidden.
func (t Tunnel) LogValue() slog.Value { return tree.LogValue(tunnelTable(), t.n.Node()) }

// MarshalJSON returns the JSON of a [TunnelSpec]. It is for reading, since the pre-shared key is hidden in it.
func (t Tunnel) MarshalJSON() ([]byte, error) { return t.spec().MarshalJSON() }

// MarshalYAML returns a [TunnelSpec] for a YAML package to write, the pre-shared key hidden.
func (t Tunnel) MarshalYAML() (any, error) { return t.spec(), nil }

func (t Tunnel) spec() (s TunnelSpec) {
	fill(reflect.ValueOf(&s).Elem(), t.n.Node())
	return s
}

// UnmarshalJSON returns an error for anything but null, since the Tunnel would have no key. Read a [TunnelSpec] instead.
func (t *Tunnel) UnmarshalJSON(data []byte) error { return tree.NotFromJSON("vpnconn.Tunnel", data) }

// UnmarshalYAML refuses as [Tunnel.UnmarshalJSON] does.
func (t *Tunnel) UnmarshalYAML(func(any) error) error { return tree.NotFromYAML("vpnconn.Tunnel") }
