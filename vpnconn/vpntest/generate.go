package vpntest

import (
	"fmt"
	"math/rand/v2"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Request returns a valid request of edition 2019. It is [RequestIn] of that edition.
func Request(r *rand.Rand) vpnconn.Request { return RequestIn(aliyun.Edition2019, r) }

// RequestIn returns a random valid request of an edition, generated from r. A setting that is not required is set in about
// half of the requests. Over many requests every documented value and every limit occurs, and every kind of character that is
// allowed in a text. A ClientToken, if there is one, is long enough to be unique. The same state of r gives
// the same request, within one version of this package.
//
// In edition 2025 half of the requests have two tunnels, half use BGP, and one in eight is for an SM gateway.
//
// RequestIn panics for an unknown edition.
func RequestIn(e aliyun.Edition, r *rand.Rand) vpnconn.Request {
	t := tableOf(e)
	return generate(t, r, situationOf(t, r))
}

// tableOf returns the parameters of an edition. It panics for an unknown one, since in a test the edition is a
// constant.
func tableOf(e aliyun.Edition) *parameters.Table {
	t := parameters.Of(e)
	if t == nil {
		panic(fmt.Sprintf("vpntest: unknown edition %v: want one of %v", e, aliyun.Editions()))
	}
	return t
}

// A situation is what several parameters of a request depend on together. Edition 2019 has no such rules.
type situation struct {
	tunnels     bool // it has two tunnels
	bgp         bool // BGP is on
	healthCheck bool // a health check is on
	sm          bool // the request is for an SM gateway
}

func situationOf(t *parameters.Table, r *rand.Rand) situation {
	if t.Member(parameters.Tunnels) == nil {
		return situation{}
	}
	return situation{
		tunnels:     oneIn(r, 2),
		bgp:         oneIn(r, 2),
		healthCheck: oneIn(r, 2),
		sm:          oneIn(r, 8),
	}
}

// generate returns a valid request for a situation.
func generate(t *parameters.Table, r *rand.Rand, s situation) vpnconn.Request {
	g := &generator{Rand: r, situation: s, params: make(map[string]string), used: make(map[string]bool)}
	if oneIn(r, 2) {
		g.asn = numbers(r, 1, maxASN)
	}
	g.roles = pick(r, [][]string{nil, {"master", "slave"}, {"slave", "master"}})
	g.members(t, "", end{link: link(r)})
	request, err := vpnconn.ParseIn(t.Edition, g.params)
	if err != nil {
		panic(fmt.Sprintf("vpntest: what is made up as valid is not: %v", err)) // a mistake in this package
	}
	return request
}

// A generator generates one request.
type generator struct {
	*rand.Rand
	situation
	asn    string   // of both tunnels, "" for the default
	roles  []string // of both tunnels, nil for none
	params map[string]string
	used   map[string]bool // what must not be repeated
}

// An end is what the parameters of one tunnel depend on together.
type end struct {
	role string
	link string // the block of the tunnel, which contains its address
}

// members generates the members of a table, with dotted names that begin with prefix.
func (g *generator) members(t *parameters.Table, prefix string, e end) {
	for i := range t.Members {
		m := &t.Members[i]
		name := prefix + m.Name
		switch {
		case !g.wants(m):
		case m.Kind == parameters.Object:
			g.members(m.Table, name+".", e)
		case m.Kind == parameters.Array:
			g.list(m, name)
		default:
			if value := g.value(m, e); value != "" {
				g.params[name] = value
			}
		}
	}
}

// wants reports whether to set a setting.
func (g *generator) wants(m *parameters.Member) bool {
	switch {
	case m.Mode == parameters.SingleTunnel && g.tunnels, m.Mode == parameters.DualTunnel && !g.tunnels:
		return false
	case m.Required, g.needs(m.Name):
		return true
	case m.Kind == parameters.Certificate: // on other gateways it must be unset
		return false
	}
	return oneIn(g.Rand, 2)
}

// needs reports whether a setting, or the object that it is in, must be set in the situation.
func (g *generator) needs(name string) bool {
	switch name {
	case "TunnelOptionsSpecification":
		return g.tunnels
	case "Role": // both or none, as list decides
		return true
	case "HealthCheckConfig", "enable", "dip", "sip":
		return g.healthCheck
	case "BgpConfig", "EnableBgp", "EnableTunnelsBgp", "TunnelCidr", "LocalBgpIp":
		return g.bgp
	case "TunnelBgpConfig":
		return g.bgp || g.asn != ""
	case "LocalAsn":
		return g.asn != ""
	case "IkeConfig", "TunnelIkeConfig", "RemoteId", "RemoteCaCertificate":
		return g.sm
	}
	return false
}

// list generates the elements of a list.
func (g *generator) list(m *parameters.Member, name string) {
	n := between(g.Rand, max(m.Min, 1), min(m.Max, 4))
	if oneIn(g.Rand, 20) {
		n = m.Max
	}
	for i := range n {
		e := end{link: g.fresh(func() string { return link(g.Rand) })}
		if g.roles != nil {
			e.role = g.roles[i%2]
		}
		g.members(m.Table, fmt.Sprintf("%s.%d.", name, i+1), e)
	}
}

// fresh returns a text that has not been used before.
func (g *generator) fresh(some func() string) string {
	for {
		if text := some(); !g.used[text] {
			g.used[text] = true
			return text
		}
	}
}

// value generates a value, or "" for none.
func (g *generator) value(m *parameters.Member, e end) string {
	switch m.Name {
	case "enable":
		return fmt.Sprint(g.healthCheck)
	case "EnableBgp", "EnableTunnelsBgp":
		return fmt.Sprint(g.bgp)
	case "LocalAsn":
		if g.asn == "" {
			return m.Default
		}
		return g.asn
	case "TunnelCidr":
		return e.link
	case "LocalBgpIp":
		return within(g.Rand, e.link)
	case "Role":
		return e.role
	case "Key":
		return g.fresh(func() string { return valueOf(g.Rand, m) })
	}
	if m.SM == "" || m.SM == parameters.None {
		return valueOf(g.Rand, m)
	}
	if g.sm {
		return m.SM
	}
	for {
		if value := valueOf(g.Rand, m); value != m.SM || value == m.Default {
			return value
		}
	}
}
