// Package vpntest helps to test code that creates IPsec connections: it has a service that answers like the real one,
// edge cases, and generators of requests.
//
// [NewServer] starts a service on this machine that answers CreateVpnConnection as it is documented, and can be told to
// be busy, to refuse, to be slow, or to make a connection and lose the answer. Afterwards [Server.Requests] and
// [Server.Connections] tell what came of it.
//
// [Cases] lists edge cases, right and wrong ones, each with the verdict and the reason for being there. [Request] and
// [Invalid] generate requests that are valid, and such with exactly one mistake.
//
// The service checks what [vpnconn.ParseQuery] does. It checks no signature and no credentials, and it knows no other
// operation.
package vpntest
