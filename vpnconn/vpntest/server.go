package vpntest

import (
	"net/http/httptest"
	"slices"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// A Server is a server on this machine that answers CreateVpnConnection like the real service. Send to its URL, and call
// [Server.Close] at the end. It is safe for use by many clients and goroutines. The zero Server is not usable; [NewServer]
// starts one.
//
// It takes GET and POST, with all parameters in the query or in a form. Action and Version are required, there or in the
// headers x-acs-action and x-acs-version. A pair that is in both the query and the form is read once. The parameter Format
// selects JSON or XML for the answer; without it a request with x-acs-action or "Accept: application/json" gets JSON, any
// other XML. Requests are read by edition 2019 unless [WithEdition] says otherwise.
//
// A request with a ClientToken that has made a connection gets the same answer again, with a RequestId of its own. With
// other parameters it gets IdempotentParameterMismatch, which is [vpnerrors.ErrTokenMismatch]. Another connection between the
// same gateways with the same subnets is InvalidVpnConnection.AlreadyExists ([vpnerrors.ErrAlreadyExists]); the order of the
// subnets, and of the customer gateways of two tunnels, does not matter. By default every gateway is known and takes
// connections of both modes, and there is no quota.
//
// A missing parameter is MissingParameter, a wrong one InvalidParameter. The message has the full name of the parameter, such
// as "TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs", if it is documented. It has no value and no other name, since
// either could be a piece of a key. What only the other edition has is reported first. A body over 1 MiB is refused.
//
// A request with DryRun gets the error that creation would give, or DryRunOperation, which is [vpnerrors.ErrDryRun]. It
// creates nothing, and its ClientToken is neither checked nor used up. No planned fault is spent on it.
type Server struct {
	*httptest.Server
	service *service
}

// A Connection is a connection that a [Server] made, as [Server.Connections] returns it.
type Connection struct {
	ID         string          // VpnConnectionId
	CreateTime time.Time       // in UTC, to the millisecond
	Request    vpnconn.Request // the request that it was made for
}

// NewServer starts a Server with opts applied in order. It reads requests by edition 2019: for requests of edition 2025,
// such as those with two tunnels, give it [WithEdition]. It panics if it cannot listen on a local port, as
// [httptest.NewServer] does.
func NewServer(opts ...Option) *Server {
	s := newService()
	s.apply(opts)
	return &Server{Server: httptest.NewServer(s), service: s}
}

// Set applies opts to the Server while it runs. New faults queue after pending ones.
func (s *Server) Set(opts ...Option) { s.service.apply(opts) }

// Close shuts the Server down. Answers delayed by [WithLatency] are sent at once; a client that has not sent all of its
// request within a second is cut off.
func (s *Server) Close() {
	s.service.hurry()
	defer time.AfterFunc(time.Second, s.CloseClientConnections).Stop()
	s.Server.Close()
}

// Calls returns how many HTTP requests of any kind have come in, including those that [WithProxyPage] answered.
func (s *Server) Calls() int {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return s.service.calls
}

// Requests returns the valid requests that have arrived, in order of arrival, including repeated requests, dry runs and
// refused ones. Each has the edition that it was read by. Calls that [WithProxyPage] answered are not included. The slice is
// the caller's own.
func (s *Server) Requests() []vpnconn.Request {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return slices.Clone(s.service.requests)
}

// Connections returns the connections made, in the order of creation. The slice is the caller's own.
func (s *Server) Connections() []Connection {
	s.service.mu.Lock()
	defer s.service.mu.Unlock()
	return slices.Clone(s.service.connections)
}
