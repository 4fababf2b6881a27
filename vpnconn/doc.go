// Package vpnconn builds CreateVpnConnection requests that are known to be valid before they are sent, and reads the
// replies.
//
// Start with [New], which turns options into a [Request], or with a [Spec] from a configuration file, or with [Parse]
// for parameters that another client made. A Request never changes; it gives the canonical parameters as a map
// ([Request.Params]) or a query ([Request.Query]) for any SDK or HTTP client to send. [DecodeResponse] turns the reply
// into a [Response] or an error of package errors.
//
// What is unset is not sent; what is set always is, even where it equals the documented default. [Request.Effective] pins
// the documented defaults. Signing, sending and retrying are left to the caller.
//
// The pre-shared key is in clear in what is sent, and hidden everywhere else: printing, logging or marshalling a
// Request, a Builder or a Spec does not show it.
package vpnconn

// Product, APIVersion and Action name the call to an SDK or in the parameters common to all calls.
const (
	Product    = "Vpc"
	APIVersion = "2016-04-28"
	Action     = "CreateVpnConnection"
)
