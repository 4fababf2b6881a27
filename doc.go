// Package aliyun is the root of a library for IPsec connections on Alibaba Cloud. It holds the [Edition] of the API
// document that a request is for. See
//
//   - [github.com/ipsec-go/aliyun/vpnconn] to build a CreateVpnConnection request that is known to be valid before it is
//     sent, and to read the reply,
//   - [github.com/ipsec-go/aliyun/ikeconfig] and [github.com/ipsec-go/aliyun/ipsecconfig] for phase 1 and phase 2 of the
//     negotiation,
//   - [github.com/ipsec-go/aliyun/errors], imported as vpnerrors, for what is wrong with a request and what the service
//     answered,
//   - [github.com/ipsec-go/aliyun/vpnconn/validation] for the same rules as tags of validator/v10,
//   - [github.com/ipsec-go/aliyun/vpnconn/vpntest] for tests: a server that answers like the service, edge cases and
//     generators.
//
// The library sends nothing: it has no client, no credentials and no global state.
package aliyun
