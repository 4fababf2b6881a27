package vpnconn

import (
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// Effective returns r with every unset setting, also in tunnels, set to its documented default for the edition and mode
// of r. Pre-shared keys and identifiers stay unset, since only the service knows their defaults. Where a connection or a
// tunnel asks for an SM gateway, its defaults are those of such a gateway, which uses no PFS. A health check and BGP get
// defaults only if they are set, and an AS number only if BGP is on. The zero Request stays empty.
func (r Request) Effective() Request {
	if r.n.Node() == nil {
		return r
	}
	t := tableOf(r.n.Node())
	dual := r.n.Node().Has(parameters.Tunnels)
	n := withDefaults(connection(t, r.n.Node()), func(m *parameters.Member) bool {
		return m.Mode == parameters.SingleTunnel && dual || m.Mode == parameters.DualTunnel && !dual
	})
	if dual {
		var list []*tree.Node
		for _, e := range appendEnds(nil, t, r.n.Node(), dual) {
			list = append(list, withDefaults(e, func(*parameters.Member) bool { return false }))
		}
		n.PutList(parameters.Tunnels, list)
	}
	return Request{n: tree.Seal(canonical(n))}
}

// withDefaults returns the settings of one end with the documented defaults, except those of members for which skip is
// true.
func withDefaults(e end, skip func(*parameters.Member) bool) *tree.Node {
	bgp := e.bgp
	return tree.WithDefaults(e.t, e.n, e.isForSM(), func(m *parameters.Member) bool {
		return skip(m) || m.Kind == parameters.ASN && !bgp
	})
}
