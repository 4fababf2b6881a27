package vpntest

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// An Option changes how a [Server] answers. A nil Option does nothing.
//
// [WithConfiguring], [WithError], [WithDroppedReplies] and [WithProxyPage] plan something for the next calls, whatever
// these are: one thing a call, in the order in which the options are given. The others replace what an earlier option of
// the same kind set.
type Option func(*service)

// Options returns opts as a single Option. A later change to the slice does not reach it.
func Options(opts ...Option) Option { return tree.Join[service](opts) }

// WithEdition has the service read requests by an edition: which parameters and values there are. The default is the edition
// of 2019. WithEdition panics for an unknown edition.
func WithEdition(e aliyun.Edition) Option {
	e = tableOf(e).Edition
	return func(s *service) { s.edition = e }
}

// WithVPNGateways makes ids the VPN gateways that the service knows; another VpnGatewayId is
// InvalidVpnGatewayInstanceId.NotFound. By default it knows every one.
func WithVPNGateways(ids ...string) Option {
	known := set(ids)
	return func(s *service) { s.vpnGateways = known }
}

// WithDualTunnelGateways makes ids VPN gateways that take connections with two tunnels only, as those bought now do; one with
// a single tunnel is MissingParameter.TunnelOptionsSpecification. [WithVPNGateways] says which gateways there are. By default
// a gateway takes both.
func WithDualTunnelGateways(ids ...string) Option { return withMode(dualTunnel, ids) }

// WithSingleTunnelGateways makes ids VPN gateways that take connections with a single tunnel only, as those of old do until
// they are upgraded; one with two tunnels is InvalidParameter with TunnelOptionsSpecification in its message. Of an ID that is
// in [WithDualTunnelGateways] too the option that comes later holds.
func WithSingleTunnelGateways(ids ...string) Option { return withMode(singleTunnel, ids) }

func withMode(m mode, ids []string) Option {
	own := slices.Clone(ids)
	return func(s *service) {
		maps.DeleteFunc(s.modes, func(_ string, had mode) bool { return had == m })
		for _, id := range own {
			s.modes[id] = m
		}
	}
}

// WithCustomerGateways makes ids the customer gateways that the service knows; another CustomerGatewayId, of the connection
// or of a tunnel, is InvalidCustomerGatewayInstanceId.NotFound. By default it knows every one.
func WithCustomerGateways(ids ...string) Option {
	known := set(ids)
	return func(s *service) { s.customerGateways = known }
}

func set(ids []string) map[string]bool {
	known := make(map[string]bool, len(ids))
	for _, id := range ids {
		known[id] = true
	}
	return known
}

// WithQuota lets the service make n connections in all; a further one is Resource.QuotaFull. A negative n stands for no
// quota, which is the default.
func WithQuota(n int) Option { return func(s *service) { s.quota = n } }

// WithLatency holds every answer back for d, at most a minute, after the connection is made: a client that gives up
// before has a connection and does not know. There is none by default.
func WithLatency(d time.Duration) Option {
	return func(s *service) { s.latency = min(d, maxLatency) }
}

// WithClock has the service take the CreateTime of connections from now. The default is time.Now.
func WithClock(now func() time.Time) Option {
	if now == nil {
		now = time.Now
	}
	return func(s *service) { s.now = now }
}

// WithConfiguring answers the next n calls that the VPN gateway is busy: VpnGateway.Configuring. It is WithError(n,
// errors.APIError{Code: "VpnGateway.Configuring"}).
func WithConfiguring(n int) Option {
	return WithError(n, vpnerrors.APIError{Code: "VpnGateway.Configuring"})
}

// WithError answers the next n calls with e; no connection comes of them. Only the Code is needed; what else is left
// out is filled in: HTTPStatus and Message as documented for the code, or with 400 and "The request was refused." where
// they are not; HostID and Recommend as the service has them; RequestID with the call's own. A Body that is set is sent
// as it is, in place of all that but the status.
func WithError(n int, e vpnerrors.APIError) Option {
	e.Body = slices.Clone(e.Body)
	return plan(n, step{err: &e})
}

// WithDroppedReplies carries the next n calls out as usual and then cuts the TCP connection instead of answering. Note
// that http.Transport repeats a GET by itself when that happens to a TCP connection in use before.
func WithDroppedReplies(n int) Option { return plan(n, step{drop: true}) }

// WithProxyPage answers the next n calls with a page in HTML and the status given, as does a proxy that lets none of
// them through to the service. A status outside 200 to 599 stands for 502.
func WithProxyPage(n, status int) Option {
	if !isFinal(status) {
		status = http.StatusBadGateway
	}
	return plan(n, step{page: status})
}

func plan(n int, what step) Option {
	return func(s *service) {
		if n > 0 {
			s.planned = append(s.planned, plannedSteps{n, what})
		}
	}
}
