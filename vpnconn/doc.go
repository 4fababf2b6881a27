// Package vpnconn builds CreateVpnConnection requests that are known to be valid before they are sent, and reads the
// replies.
//
// Start with [New], which turns options into a [Request], or with a [Spec] from a configuration file, or with [Parse]
// for parameters that another client made. A Request never changes; it gives the canonical parameters as a map
// ([Request.Params]) or a query ([Request.Query]) for any SDK or HTTP client to send. [DecodeResponse] turns the reply
// into a [Response] or an error of package errors.
//
// # Editions
//
// A request is judged by an edition of the API document, which [WithEdition] names: which parameters, values, limits and
// defaults there are. That of 2019 holds where none is named; that of 2025 has two tunnels ([WithTunnel]), SHA-256, BGP,
// health checks, tags and SM gateways, and is what a gateway bought now wants. Which mode a connection has, one tunnel or
// two, is a property of its gateway: [Request.CheckFor].
//
// # Sending
//
// What is unset is not sent; what is set always is, even where it equals the documented default. [Request.Effective] pins
// the documented defaults. Signing, sending and retrying are left to the caller.
//
// Send the parameters as the form body of a POST: the service reads them there, and then the pre-shared key stands in no URL,
// no proxy's log and no error of net/http. One creation at a time on a gateway: the reply comes before the work is done, and
// until then another creation is answered VpnGateway.Configuring.
//
// The pre-shared key is in clear in what is sent, and hidden everywhere else: printing, logging or marshalling a
// Request, a Builder, a Tunnel or a Spec does not show it.
//
// # Where the API document is unclear
//
// Of the edition of 2019:
//
//   - The local identifier is called LocalIdIPsec; every known client sends LocalId, and the service reads that. Both are
//     sent with the same value, and either is read, or both where they agree. Errors call it IkeConfig.LocalIdIPsec.
//   - IkeAuthAlg has the default sha, which is none of its values. [Request.Effective] uses sha1.
//   - ikev1 and aes are shown as examples of IkeConfig and IpsecConfig. What is sent is a JSON object in a text, as every
//     client in use sends it.
//   - The code Forbbiden.SubUser is spelled so by the service; the corrected spelling is taken too.
//   - Name cannot start with http://, which needs no rule of its own, since a colon is not allowed anywhere.
//   - Names such as "IpsecConfig. IpsecAuthAlg" have a blank, by a slip.
//   - IpsecPfs is described as a setting of phase 1. It is the Diffie-Hellman group of phase 2.
//   - The same blocks are shown as LocalSubnet and RemoteSubnet, so a block may be on both sides, but not twice in a list.
//
// Of that of 2025:
//
//   - ClientToken has no length. 64 is that of 2019 and of the sibling operations.
//   - The characters of a Psk are printed in several ways. Allowed are those of printable ASCII but the space, '"' and ”.
//   - What happens to parameters of one mode in a request of the other is not said. They are refused.
//   - The number of blocks a side is not limited. [Request.Advise] notes more than 5.
//   - Role is not required. Both tunnels have one, or neither.
//   - LocalAsn is required with BGP, and has a default. It may be unset.
//   - Numbers and Booleans in HealthCheckConfig and BgpConfig are quoted in the examples and not by clients. They are sent
//     quoted, and read either way.
//
// An unset IkeVersion means ikev1 in both; the service has answered ikev2. Nothing is sent that was not set.
package vpnconn

// Product, APIVersion and Action name the call to an SDK or in the parameters common to all calls.
const (
	Product    = "Vpc"
	APIVersion = "2016-04-28"
	Action     = "CreateVpnConnection"
)
