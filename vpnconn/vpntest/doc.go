// Package vpntest helps to test code that creates IPsec connections. It has a server that answers like the real service,
// edge cases, and generators of requests.
//
// [NewServer] starts a server on this machine that answers CreateVpnConnection as documented. It can be told to be busy, to
// refuse, to be slow, or to make a connection and lose the answer. Afterwards [Server.Requests] and [Server.Connections]
// return what it received and created.
//
// [CasesIn] lists valid and invalid edge cases, each with its verdict and why it is there. [RequestIn] and
// [InvalidIn] generate requests that are valid, and requests with exactly one mistake. [Cases], [Request] and [Invalid] are
// the same for edition 2019, which the server also uses unless [WithEdition] says otherwise.
//
// The server checks what [vpnconn.ParseQueryIn] checks. It checks no signature and no credentials, and knows no other
// operation. It is not known whether the real service reads tunnels from the query, or whether a dry run uses up its token
// there.
package vpntest
