package vpnconn

import (
	"strconv"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A Gateway is what a caller knows of a VPN gateway from DescribeVpnGateway. Whether a connection has one tunnel or two is
// decided by its gateway, not by the request. The zero Gateway is a standard one that takes connections with a single tunnel,
// without BGP.
type Gateway struct {
	DualTunnel bool // it takes only connections with two tunnels: the reply has DisasterRecoveryVSwitchId
	SM         bool // it is for Chinese commercial cryptography: VpnType is NationalStandard
	BGP        bool // BGP is on, so that every connection needs it: EnableBgp is true
}

// CheckFor checks r against a gateway, for what only the gateway decides: the mode, SM and BGP. The error is a
// [vpnerrors.ValidationErrors] in documented order, nil if r fits: [vpnerrors.ErrRequired] for what the gateway needs, and
// [vpnerrors.ErrConflict] for what it does not take, with Part "VpnGatewayId" and, if another value would be right, that
// value as Suggest. The zero Request fits no gateway that needs a setting.
func (r Request) CheckFor(g Gateway) error {
	t := tableOf(r.n.Node())
	j := newJudge(t, r.n.Node(), nil)
	if g.DualTunnel != j.dual {
		j.mode(g)
	} else {
		j.bgpOf(g)
		j.smOf(g)
	}
	if j.errs == nil {
		return nil
	}
	return rules.InOrder(t, j.errs)
}

// mode reports that the gateway takes connections of the other mode. Other errors would be about settings that must be
// removed.
func (j *judge) mode(g Gateway) {
	m := parameters.Of(aliyun.Edition2025).Member(parameters.Tunnels)
	e := &vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrRequired}
	if !g.DualTunnel {
		e.Reason, e.Part = vpnerrors.ErrConflict, j.gateway()
	} else if j.t.Edition != m.Edition {
		e.Edition = m.Edition
	}
	j.report(e)
}

// gateway returns the name of the parameter that chooses the gateway.
func (j *judge) gateway() string { return j.name(parameters.VPNGatewayID) }

// bgpOf reports BGP that is on while that of the gateway is off, or the reverse.
func (j *judge) bgpOf(g Gateway) {
	latest := parameters.Of(aliyun.Edition2025)
	field, m := latest.Member(parameters.TunnelsBGP).Name, latest.Member(parameters.TunnelsBGP)
	n := j.n
	if !j.dual {
		object := latest.Member(parameters.BGP)
		m, n = object.Table.Member(parameters.BGPEnable), n.Members(parameters.BGP)
		field = object.Name + "." + m.Name
	}
	switch on, set := n.Bool(m.Key); {
	case on == g.BGP:
	case !set:
		e := &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrRequired, Allowed: []string{strconv.FormatBool(g.BGP)}}
		if j.t.Edition != latest.Edition {
			e.Edition = latest.Edition
		}
		j.report(e)
	default:
		j.unfit(m, field, n, strconv.FormatBool(g.BGP))
	}
}

// smOf reports what an SM gateway requires and a request lacks, or what it has that a standard gateway does not accept.
// An edition without certificates has nothing for an SM gateway.
func (j *judge) smOf(g Gateway) {
	if m := parameters.Of(aliyun.Edition2025).Member(parameters.RemoteCACertificate); g.SM && j.t.Member(m.Key) == nil {
		j.report(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrRequired, Edition: m.Edition})
		return
	}
	for _, e := range j.ends() {
		j.smOfEnd(g, e)
	}
}

func (j *judge) smOfEnd(g Gateway, end end) {
	end.each(func(field string, m *parameters.Member, n *tree.Node) {
		value := n.Text(m.Key)
		switch {
		case g.SM && m.SMRequired && !n.Has(m.Key):
			j.required(field)
		case g.SM && tree.IsUnfitForSM(m, value):
			j.unfit(m, field, n, m.SM)
		case !g.SM && m.Kind == parameters.Certificate && n.Has(m.Key):
			j.unfit(m, field, n, "")
		case !g.SM && m.IsSM(value):
			j.unfit(m, field, n, m.Default)
		}
	})
}

// unfit reports a setting that the gateway does not accept, and the right value; "" means unset.
func (j *judge) unfit(m *parameters.Member, field string, n *tree.Node, right string) {
	e := conflict(m, field, n, j.gateway())
	e.Suggest = right
	j.report(e)
}
