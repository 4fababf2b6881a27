package vpntest

import "net/http"

// NewHandler returns the handler of a Server, for tests with fake time, which cannot use the network.
func NewHandler(opts ...Option) http.Handler {
	s := newService()
	s.apply(opts)
	return s
}
