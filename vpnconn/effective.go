package vpnconn

import (
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// Effective returns r with the documented default of its edition and mode for everything that is unset and has one, in
// tunnels too, but not for pre-shared keys and identifiers, whose defaults are the service's own. Where a connection or a
// tunnel asks for SM, its defaults are those of an SM gateway, which uses no PFS. A health check and BGP have defaults only
// where they are set, and an AS number only where BGP is on. The zero Request stays empty.
func (r Request) Effective() Request {
	if r.n == nil {
		return r
	}
	t := tableOf(r.n)
	dual := r.n.Has(parameters.Tunnels)
	n := withDefaults(connection(t, r.n), func(m *parameters.Member) bool {
		return m.Mode == parameters.SingleTunnel && dual || m.Mode == parameters.DualTunnel && !dual
	})
	if dual {
		var list []*tree.Node
		for e := range ends(t, r.n, dual) {
			list = append(list, withDefaults(e, func(*parameters.Member) bool { return false }))
		}
		n.PutList(parameters.Tunnels, list)
	}
	return Request{n: canonical(n)}
}

// withDefaults returns the settings of one end with the documented defaults, less those of members for which skip holds.
func withDefaults(e end, skip func(*parameters.Member) bool) *tree.Node {
	bgp := e.bgp
	return tree.WithDefaults(e.t, e.n, e.isForSM(), func(m *parameters.Member) bool {
		return skip(m) || m.Kind == parameters.ASN && !bgp
	})
}
