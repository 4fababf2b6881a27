// Package vpntest helps to test code that creates IPsec connections: it has a service that answers like the real one,
// edge cases, and generators of requests.
//
// [NewServer] starts a service on this machine that answers CreateVpnConnection as it is documented, and can be told to
// be busy, to refuse, to be slow, or to make a connection and lose the answer. Afterwards [Server.Requests] and
// [Server.Connections] tell what came of it.
//
// [CasesIn] lists edge cases, right and wrong ones, each with the verdict and the reason for being there. [RequestIn] and
// [InvalidIn] generate requests that are valid, and requests with exactly one mistake. [Cases], [Request] and [Invalid] are
// the same for the edition of 2019, which the service too reads unless [WithEdition] says otherwise.
//
// The service checks what [vpnconn.ParseQueryIn] does. It checks no signature and no credentials, and it knows no other
// operation. Whether the real one reads tunnels from the query, and whether a dry run spends a token there, is not known.
package vpntest
