package vpnconn

import (
	"strconv"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// across applies the rules about more than one parameter, for what each rule of a single value has accepted. Source:
// CreateVpnConnection, edition 2025, its table of error codes, and the product pages that each rule names.
func (j *judge) across() {
	j.tunnelsForBGP()
	j.editionInTunnels()
	j.roles()
	j.tags()
	j.healthCheck()
	j.bgp()
	j.bgpOfTunnels()
	j.sm()
}

// An end has the settings of one IPsec tunnel: a connection without tunnels, or one of two tunnels.
type end struct {
	t   *parameters.Table
	n   *tree.Node
	at  string // the prefix of its names in errors
	bgp bool   // BGP is on

	isTunnel bool
	place    int // of a tunnel, from 0
}

// connection returns a connection as an end.
func connection(t *parameters.Table, n *tree.Node) end {
	on, _ := n.Members(parameters.BGP).Bool(parameters.BGPEnable)
	return end{t: t, n: n, bgp: on}
}

// appendEnds appends the ends of a request: the tunnels that it has, two at most, or the connection.
func appendEnds(dst []end, t *parameters.Table, n *tree.Node, dual bool) []end {
	if !dual {
		return append(dst, connection(t, n))
	}
	list := t.Member(parameters.Tunnels)
	length := n.Len(parameters.Tunnels)
	if list == nil || length > list.Max {
		return dst
	}
	on, _ := n.Bool(parameters.TunnelsBGP)
	for i := range length {
		if tunnel := n.Element(parameters.Tunnels, i); tunnel != nil {
			dst = append(dst, end{t: list.Table, n: tunnel, at: list.Elements[i].Within, bgp: on, isTunnel: true, place: i})
		}
	}
	return dst
}

// ends returns the ends of the request.
func (j *judge) ends() []end { return j.room[:j.count] }

// pair returns both tunnels, or false unless there are both.
func (j *judge) pair() (first, second *end, ok bool) {
	if j.count < 2 {
		return nil, nil, false
	}
	return &j.room[0], &j.room[1], true
}

// field returns the name of a setting of the end, or with two keys of a setting in an object.
func (e end) field(keys ...parameters.Key) string {
	name, t, separator := e.at, e.t, ""
	for _, k := range keys {
		m := t.Member(k)
		name, t, separator = name+separator+m.Name, m.Table, "."
	}
	return name
}

func (j *judge) tunnelsForBGP() {
	if !j.dual && j.t.Member(parameters.TunnelsBGP) != nil && j.n.Has(parameters.TunnelsBGP) {
		j.required(j.name(parameters.Tunnels))
	}
}

func (j *judge) required(field string) {
	j.report(&vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrRequired})
}

// editionInTunnels: a baseline may be used for a connection and its tunnels, so a tunnel may name the edition of the
// request.
func (j *judge) editionInTunnels() {
	if !j.dual {
		return
	}
	for _, e := range j.ends() {
		if named := editionOf(e.n); named != 0 && parameters.Of(named) != j.t {
			j.report(&vpnerrors.FieldError{
				Field: e.at + "Edition", Reason: vpnerrors.ErrConflict,
				Value: strconv.Itoa(int(named)), Part: j.t.Edition.String(),
			})
		}
	}
}

// roles: either both tunnels have one, and they differ, or neither has.
func (j *judge) roles() {
	first, second, ok := j.pair()
	if !ok {
		return
	}
	a, b := first.n.Text(parameters.Role), second.n.Text(parameters.Role)
	if a != b && a != "" && b != "" || a == "" && b == "" {
		return
	}
	one, other := first.field(parameters.Role), second.field(parameters.Role)
	switch {
	case j.isFaulty(one) || j.isFaulty(other):
	case a == "":
		j.required(one)
	case b == "":
		j.required(other)
	default:
		j.duplicate(other, b, one)
	}
}

func (j *judge) duplicate(field, value, first string) {
	j.report(&vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrDuplicate, Value: rules.Clip(value), Part: first})
}

// tags: keys are unique. Source: code Duplicated.TagKey.
func (j *judge) tags() {
	list := j.t.Member(parameters.Tags)
	if list == nil || j.isFaulty(list.Name) {
		return
	}
	for i := range j.n.Len(parameters.Tags) { // few, so compare all pairs
		key := j.n.Element(parameters.Tags, i).Text(parameters.TagKey)
		for earlier := range i {
			if key != "" && key == j.n.Element(parameters.Tags, earlier).Text(parameters.TagKey) {
				name := list.Table.Member(parameters.TagKey).Name
				j.duplicate(list.Elements[i].Within+name, key, list.Elements[earlier].Within+name)
				break
			}
		}
	}
}

// healthCheck: it requires two addresses.
func (j *judge) healthCheck() {
	c := j.n.Members(parameters.HealthCheck)
	if on, _ := c.Bool(parameters.HealthCheckEnable); !on || j.dual || j.t.Member(parameters.HealthCheck) == nil {
		return
	}
	for _, k := range []parameters.Key{parameters.HealthCheckDestination, parameters.HealthCheckSource} {
		if !c.Has(k) {
			j.required(connection(j.t, j.n).field(parameters.HealthCheck, k))
		}
	}
}

// bgp: it requires a block and an address in it. Source: codes MissingParameter.TunnelCidr and IllegalParam.LocalBgpIp.
func (j *judge) bgp() {
	for _, e := range j.ends() {
		c := e.n.Members(parameters.BGP)
		ip, block := c.Text(parameters.LocalBGPIP), c.Text(parameters.TunnelCIDR)
		if e.bgp && block == "" {
			j.required(e.field(parameters.BGP, parameters.TunnelCIDR))
		}
		if e.bgp && ip == "" {
			j.required(e.field(parameters.BGP, parameters.LocalBGPIP))
		}
		if ip != "" && block != "" && !rules.InLink(ip, block) && !j.isFaulty(e.field(parameters.BGP, parameters.TunnelCIDR)) {
			j.report(&vpnerrors.FieldError{
				Field: e.field(parameters.BGP, parameters.LocalBGPIP), Reason: vpnerrors.ErrOutOfRange, Value: ip, Part: block,
			})
		}
	}
}

// bgpOfTunnels: both tunnels have the same AS number and different blocks. Source: product page "two VPCs, dual-tunnel", and
// TunnelBgpConfig.TunnelCidr.
func (j *judge) bgpOfTunnels() {
	first, second, ok := j.pair()
	if !ok {
		return
	}
	m := second.t.Member(parameters.BGP).Table.Member(parameters.LocalASN)
	a, b := first.n.Members(parameters.BGP), second.n.Members(parameters.BGP)
	if want := effectiveNumber(m, a); want != effectiveNumber(m, b) {
		asn, other := second.field(parameters.BGP, parameters.LocalASN), first.field(parameters.BGP, parameters.LocalASN)
		if !j.isFaulty(other) {
			e := conflict(m, asn, b, other)
			if a.Has(m.Key) { // nobody means the default that differs from what is set
				e.Suggest = strconv.FormatInt(want, 10)
			}
			j.report(e)
		}
	}
	block := b.Text(parameters.TunnelCIDR)
	if block != "" && block == a.Text(parameters.TunnelCIDR) {
		j.duplicate(second.field(parameters.BGP, parameters.TunnelCIDR), block, first.field(parameters.BGP, parameters.TunnelCIDR))
	}
}

// effectiveNumber returns a number, or its documented default.
func effectiveNumber(m *parameters.Member, n *tree.Node) int64 {
	if !n.Has(m.Key) {
		return rules.ParseNumber(m.Default).Whole
	}
	return n.Number(m.Key)
}

// sm: SM gateways require their algorithms, IKEv1, main mode, a certificate and a remote identifier together, and other
// gateways accept none of these. A setting with such a value requires an SM gateway. Source: the Chinese text of
// IkeConfig and IpsecConfig, code MissingParam.RemoteId.
func (j *judge) sm() {
	for _, e := range j.ends() {
		asks := e.asksForSM(j.isFaulty)
		if asks == "" {
			continue
		}
		e.each(func(field string, m *parameters.Member, n *tree.Node) {
			switch {
			case !n.Has(m.Key) && m.SMRequired:
				j.required(field)
			case tree.IsUnfitForSM(m, n.Text(m.Key)):
				fault := conflict(m, field, n, asks)
				fault.Suggest = m.SM
				j.report(fault)
			}
		})
	}
}

// isForSM reports whether the end has a setting that requires an SM gateway.
func (e end) isForSM() bool {
	return tree.AsksForSM(e.t, e.n) || e.n.Has(parameters.RemoteCACertificate)
}

// asksForSM returns the name of the first such setting that is not faulty, or "".
func (e end) asksForSM(isFaulty func(field string) bool) string {
	if !e.isForSM() {
		return ""
	}
	asks := ""
	e.each(func(field string, m *parameters.Member, n *tree.Node) {
		is := m.IsSM(n.Text(m.Key)) || m.Kind == parameters.Certificate && n.Has(m.Key)
		if asks == "" && is && !isFaulty(field) {
			asks = field
		}
	})
	return asks
}

// each calls f for each setting of the end, set or not, in documented order.
func (e end) each(f func(field string, m *parameters.Member, n *tree.Node)) {
	for i := range e.t.Members {
		m := &e.t.Members[i]
		switch m.Kind {
		case parameters.Array:
		case parameters.Object:
			end{t: m.Table, n: e.n.Members(m.Key), at: e.at + m.Name + "."}.each(f)
		default:
			f(e.at+m.Name, m, e.n)
		}
	}
}
