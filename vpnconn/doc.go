// Package vpnconn builds CreateVpnConnection requests that are known to be valid before they are sent, and reads the
// replies.
//
// Start with [New], which turns options into a [Request], with a [Spec] from a configuration file, or with [Parse] for
// parameters that another client made. A Request never changes. It gives the canonical parameters as a map
// ([Request.Params]) or a query ([Request.Query]), for any SDK or HTTP client to send. [DecodeResponse] turns the reply
// into a [Response] or a [vpnerrors.APIError].
//
// # Editions
//
// A request is checked by an edition of the API document, which says what parameters, values, limits and defaults there
// are. [WithEdition] names it; the default is edition 2019. Edition 2025 has two tunnels ([WithTunnel]), SHA-256, BGP,
// health checks, tags and SM gateways, which are those for Chinese commercial cryptography. Gateways bought now need it.
// Whether a connection has one tunnel or two depends on its gateway: see [Request.CheckFor].
//
// # Sending
//
// What is unset is not sent. What is set is always sent, even if it equals the documented default. [Request.Effective] pins
// the documented defaults. Signing, sending and retrying are left to the caller.
//
// Send the parameters as the form body of a POST. The service reads them there, and the pre-shared key is then in no URL, no
// proxy's log and no error of net/http. Create one connection at a time on a gateway: the reply comes before the work is
// done, and until it is done the service answers another creation with VpnGateway.Configuring
// ([vpnerrors.ErrConfiguring]).
//
// The pre-shared key is in clear in what is sent and hidden everywhere else: printing, logging or marshaling a Request,
// a Builder, a Tunnel or a Spec does not show it.
//
// # Where the API document is unclear
//
// In edition 2019, the document:
//
//   - Calls the local identifier LocalIdIPsec. Every known client sends LocalId, and the service reads that. This package
//     sends both with the same value. It reads either, or both if they agree. Errors call it IkeConfig.LocalIdIPsec.
//   - Gives IkeAuthAlg the default sha, which is not one of its values. [Request.Effective] uses sha1.
//   - Shows ikev1 and aes as examples of IkeConfig and IpsecConfig. This package sends a JSON object as a string, as every
//     client in use does.
//   - Spells the code Forbbiden.SubUser, as the service does. The corrected spelling is accepted too.
//   - Says that Name cannot start with http://. That needs no rule of its own, since a colon is not allowed anywhere.
//   - Prints names such as "IpsecConfig. IpsecAuthAlg" with a space, which is a misprint.
//   - Describes IpsecPfs as a setting of phase 1. It is the Diffie-Hellman group of phase 2.
//   - Shows the same blocks as LocalSubnet and RemoteSubnet. A block may be on both sides, but not twice in a list.
//
// In edition 2025, the document:
//
//   - Gives no length for ClientToken. The limit is 64, as in edition 2019 and for similar operations.
//   - Lists the characters of a Psk in several ways. Allowed is printable ASCII without the space, the double quote and the
//     backslash.
//   - Does not say what happens to parameters of one mode in a request of the other. This package refuses them.
//   - Does not limit the number of blocks on a side. [Request.Advise] notes more than 5.
//   - Does not require Role. Either both tunnels have one, or neither.
//   - Requires LocalAsn with BGP, and gives it a default. It may be unset.
//   - Quotes numbers and Booleans in the examples of HealthCheckConfig and BgpConfig, where clients do not. This package
//     sends them quoted and reads both forms.
//
// In both editions an unset IkeVersion means ikev1, but the service has answered with ikev2.
package vpnconn

// Product, APIVersion and Action identify the operation, for an SDK or for the parameters common to all calls.
const (
	Product    = "Vpc"
	APIVersion = "2016-04-28"
	Action     = "CreateVpnConnection"
)
