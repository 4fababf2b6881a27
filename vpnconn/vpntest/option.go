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
// [WithConfiguring], [WithError], [WithDroppedReplies] and [WithProxyPage] plan a fault for each of the next calls, in the
// order in which the options are given. A dry run is answered as usual and leaves them to the calls after it. The other options
// replace what an earlier option of the same kind set.
type Option func(*service)

// Options returns opts as a single Option. A later change to the slice does not reach it.
func Options(opts ...Option) Option { return tree.Join[service](opts) }

// WithEdition sets the edition by which the server reads requests: what parameters and values there are. The default is
// edition 2019. WithEdition panics for an unknown edition.
func WithEdition(e aliyun.Edition) Option {
	e = tableOf(e).Edition
	return func(s *service) { s.edition = e }
}

// WithVPNGateways makes ids the VPN gateways that the server knows. Any other VpnGatewayId is answered with
// InvalidVpnGatewayInstanceId.NotFound ([vpnerrors.ErrVPNGatewayNotFound]). By default it knows every VPN gateway.
func WithVPNGateways(ids ...string) Option {
	known := set(ids)
	return func(s *service) { s.vpnGateways = known }
}

// WithDualTunnelGateways makes ids VPN gateways that take only connections with two tunnels, as those bought now do. A
// connection with a single tunnel is answered with MissingParameter.TunnelOptionsSpecification. It does not change which
// gateways exist: see [WithVPNGateways]. By default a gateway takes both.
func WithDualTunnelGateways(ids ...string) Option { return withMode(dualTunnel, ids) }

// WithSingleTunnelGateways makes ids VPN gateways that take only connections with a single tunnel, as old ones do until they
// are upgraded. A connection with two tunnels is answered with InvalidParameter and TunnelOptionsSpecification in its message.
// If an ID is in [WithDualTunnelGateways] too, the last option wins.
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

// WithCustomerGateways makes ids the customer gateways that the server knows. Any other CustomerGatewayId, of the connection
// or of a tunnel, is answered with InvalidCustomerGatewayInstanceId.NotFound ([vpnerrors.ErrCustomerGatewayNotFound]). By
// default it knows every customer gateway.
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

// WithQuota limits the server to n connections. Any further one is answered with Resource.QuotaFull
// ([vpnerrors.ErrQuotaFull]). A negative n stands for no quota, which is the default.
func WithQuota(n int) Option { return func(s *service) { s.quota = n } }

// WithLatency delays every answer by d, at most a minute, after the connection is made: a client that gives up earlier
// has a connection and does not know it. By default there is no delay.
func WithLatency(d time.Duration) Option {
	return func(s *service) { s.latency = min(d, maxLatency) }
}

// WithClock sets the function that returns the CreateTime of a new connection. The default is [time.Now].
func WithClock(now func() time.Time) Option {
	if now == nil {
		now = time.Now
	}
	return func(s *service) { s.now = now }
}

// WithConfiguring answers the next n calls with VpnGateway.Configuring ([vpnerrors.ErrConfiguring]): the VPN gateway is
// busy. It is WithError(n, vpnerrors.APIError{Code: "VpnGateway.Configuring"}).
func WithConfiguring(n int) Option {
	return WithError(n, vpnerrors.APIError{Code: "VpnGateway.Configuring"})
}

// WithError answers the next n calls with e and makes no connection for them. Only the Code is needed. The other fields
// are filled in if they are unset: HTTPStatus and Message as documented for the code, or 400 and "The request was refused."
// if the code is not documented; HostID and Recommend as in the service's replies; RequestID with that of the call. If Body is
// set, it is sent unchanged instead of all these but the status.
func WithError(n int, e vpnerrors.APIError) Option {
	e.Body = slices.Clone(e.Body)
	return plan(n, step{err: &e})
}

// WithDroppedReplies carries out the next n calls as usual and then closes the TCP connection instead of answering. Note
// that http.Transport repeats a GET by itself if this happens on a reused TCP connection.
func WithDroppedReplies(n int) Option { return plan(n, step{drop: true}) }

// WithProxyPage answers the next n calls with an HTML page and the given HTTP status, like a proxy that does not forward
// them to the service. A status outside 200 to 599 stands for 502.
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
