package vpntest

import "net/http"

// NewHandler returns what answers behind a Server, for tests in which time is not the real one: there can be no network.
func NewHandler(opts ...Option) http.Handler {
	s := newService()
	s.apply(opts)
	return s
}
