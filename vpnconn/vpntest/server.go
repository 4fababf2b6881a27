package vpntest

import (
	"net/http/httptest"
	"slices"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// A Server is a service on this machine that answers CreateVpnConnection like the real one. Send to its URL, and Close it
// at the end. It is safe for use by many clients and goroutines. The zero Server is of no use; [NewServer] makes one.
//
// It takes GET and POST, the parameters in the query or in a form, those of tunnels too. Action and Version are required,
// there or in the headers x-acs-action and x-acs-version. A pair that stands in both the query and the form counts once.
// Format, JSON or XML, decides what the answers look like; without it they are JSON for a request with x-acs-action or with
// "Accept: application/json", and XML for others. Requests are read by the edition of 2019 unless [WithEdition] says
// otherwise.
//
// A request with a ClientToken that has made a connection gets the same answer again, with a RequestId of its own, and
// with other parameters IdempotentParameterMismatch, which is [vpnerrors.ErrTokenMismatch]. Another connection between the
// same gateways with the same subnets, in whatever order, is InvalidVpnConnection.AlreadyExists; the customer gateways of
// two tunnels count without their order too. At first every gateway is known, takes connections of both modes, and there is
// no quota. A missing parameter is MissingParameter, a wrong one InvalidParameter, with its name in the message, if that is
// a documented one: the full one, such as "TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs". No message holds a value or
// another name, since either could be a piece of a key. A body over 1 MiB is refused.
//
// A request with DryRun gets the error that creation would give, or DryRunOperation, which is [vpnerrors.ErrDryRun]. It
// makes nothing, and its ClientToken is neither looked at nor spent.
type Server struct {
	*httptest.Server
	service *service
}

// A Connection is one that a [Server] made. The zero Connection is none.
type Connection struct {
	ID         string          // VpnConnectionId
	CreateTime time.Time       // in UTC, to the millisecond
	Request    vpnconn.Request // the request that it was made for
}

// NewServer starts a Server with opts applied in order. It panics where no local port can be listened on, as
// httptest.NewServer does.
func NewServer(opts ...Option) *Server {
	s := newService()
	s.apply(opts)
	return &Server{Server: httptest.NewServer(s), service: s}
}

// Set applies opts to the Server while it runs. What they plan for calls to come follows what is still planned.
func (s *Server) Set(opts ...Option) { s.service.apply(opts) }

// Close shuts the Server down. Answers held back by [WithLatency] go out at once; a client that has not sent all of its
// request within a second is cut off.
func (s *Server) Close() {
	s.service.hurry()
	defer time.AfterFunc(time.Second, s.CloseClientConnections).Stop()
	s.Server.Close()
}

// Calls returns how many HTTP requests have come in, of whatever kind, those that [WithProxyPage] answered included.
func (s *Server) Calls() int {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return s.service.calls
}

// Requests returns what has arrived and was well formed, in that order, repeated requests, dry runs and refused ones
// included, each of the edition that it was read by. What a proxy answered, by [WithProxyPage], did not arrive. The slice is
// the caller's own.
func (s *Server) Requests() []vpnconn.Request {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return slices.Clone(s.service.requests)
}

// Connections returns the connections made, in that order. The slice is the caller's own.
func (s *Server) Connections() []Connection {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return slices.Clone(s.service.connections)
}
