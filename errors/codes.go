package errors

import "github.com/ipsec-go/aliyun"

// A Code is an error code of the service, exactly as it was received. The zero Code stands for a reply without a code.
//
// [CodesIn] lists the codes that the API document has for CreateVpnConnection. The service sends others too. Compare with
// a sentinel if there is one, and with a Code otherwise.
//
// A Code is also an error, to be used as a target: errors.Is(err, Code("VpnRouteEntry.Conflict")) reports whether err is
// an [APIError] with this code, and errors.As with a *Code target returns the code of one. The zero Code never matches.
type Code string

// Error returns the code as it is.
func (c Code) Error() string { return string(c) }

// Is reports whether target is the same code, the sentinel for it, or a kind of it. Forbbiden.SubUser and
// Forbidden.SubUser are the same. It is for [errors.Is].
func (c Code) Is(target error) bool {
	if c == "" || target == nil {
		return false
	}
	if other, ok := target.(Code); ok {
		return c.asDocumented() == other.asDocumented()
	}
	f := c.facts()
	return target == f.sentinel || target == f.kind
}

// A sentinel stands for one code, or for a kind of reply. It is a string, not a pointer, so that go-cmp compares errors
// by their text.
type sentinel string

func (s sentinel) Error() string { return string(s) }

// The errors of CreateVpnConnection that programs branch on: first those of edition 2019, in its order. [errors.Is]
// finds one in whatever wraps an [APIError] with its code; every other code is found as a [Code].
var (
	// ErrForbiddenSubUser: the account was created by another user, and that user has not authorized it for this resource.
	// Ask that user for authorization. The code is Forbbiden.SubUser, in the spelling of the service; Forbidden.SubUser is
	// treated as the same. HTTP status 403.
	ErrForbiddenSubUser error = sentinel("Forbbiden.SubUser: the RAM user is not authorized for this resource")

	// ErrForbidden: the account is not authorized for this resource. Check its permissions, and that the gateways are
	// its own; failing that, open a ticket with the service. HTTP status 403.
	ErrForbidden error = sentinel("Forbidden: the account is not authorized for this resource")

	// ErrQuotaFull: the account has as many of a resource as it may have. Delete what is not needed, or apply for a
	// higher quota. It is of the kind [ErrQuota]. HTTP status 400.
	ErrQuotaFull error = sentinel("Resource.QuotaFull: the quota is used up")

	// ErrCustomerGatewayNotFound: there is no customer gateway with the CustomerGatewayId given. Check the ID, and
	// that it is one of the RegionId given. HTTP status 404.
	ErrCustomerGatewayNotFound error = sentinel("InvalidCustomerGatewayInstanceId.NotFound: no such customer gateway")

	// ErrVPNGatewayNotFound: there is no VPN gateway with the VpnGatewayId given. Check the ID, and that it is one of
	// the RegionId given. HTTP status 404.
	ErrVPNGatewayNotFound error = sentinel("InvalidVpnGatewayInstanceId.NotFound: no such VPN gateway")

	// ErrAlreadyExists: such a connection exists already. Look for it before creating another: it may come from an
	// earlier try whose reply was lost. HTTP status 400.
	ErrAlreadyExists error = sentinel("InvalidVpnConnection.AlreadyExists: the connection exists already")

	// ErrConfiguring: the VPN gateway is busy with an earlier change. Wait some seconds and send the same request
	// again. HTTP status 400.
	ErrConfiguring error = sentinel("VpnGateway.Configuring: the VPN gateway is being configured")

	// ErrFinancialLocked: the VPN gateway is locked because payment is due. Pay first. HTTP status 400.
	ErrFinancialLocked error = sentinel("VpnGateway.FinancialLocked: the VPN gateway is locked until payment")

	// ErrTaskConflict: another task is under way on the VPN gateway. Wait until it is done and send the same request
	// again. HTTP status 400. Edition 2025.
	ErrTaskConflict error = sentinel("VpnTask.CONFLICT: another task is under way on the VPN gateway")

	// ErrDryRun: the request had DryRun set and passed the check. Nothing was created. This is how the service
	// reports a valid request; any other error is the one that creation would give. HTTP status 400. Edition 2025.
	ErrDryRun error = sentinel("DryRunOperation: the check passed and nothing was created")

	// ErrTokenMismatch: the ClientToken belongs to another request. Send that request unchanged, or this one with a new
	// ClientToken. The code is IdempotentParameterMismatch. It is not in the API document of this operation: the gateway
	// in front of all APIs of the service sends it.
	ErrTokenMismatch error = sentinel("IdempotentParameterMismatch: the ClientToken belongs to another request")
)

// Kinds of reply. [errors.Is] matches them in addition to the sentinel of a code.
var (
	// ErrPermission: a reply with HTTP status 403 and any code, unless it is [APIError.Retryable]. Where the status is
	// not known, one of the two documented codes [ErrForbidden] and [ErrForbiddenSubUser].
	ErrPermission error = sentinel("permission denied")

	// ErrNotFound: one of the two documented errors for a gateway that does not exist, [ErrCustomerGatewayNotFound]
	// and [ErrVPNGatewayNotFound]. No other reply is of this kind, whatever its status: callers drop a resource
	// when they see it, and the 404 page of a proxy is no reason for that.
	ErrNotFound error = sentinel("not found")

	// ErrQuota: one of the five documented errors for a quota that is used up: that of a resource ([ErrQuotaFull]), of
	// the connections of a gateway, of destination-based routes, and two of policy-based routes. Apply for a higher
	// quota, or delete something.
	ErrQuota error = sentinel("quota exceeded")

	// ErrParameter: the service blames a parameter of the request. It is a documented code with this meaning, or any
	// code that begins with MissingParam, InvalidParameter or IllegalParam. [APIError.Field] names the parameter, if
	// the code or the service's message does.
	ErrParameter error = sentinel("parameter refused")

	// ErrMalformedReply: a reply without a code, such as the page of a proxy, an empty body, or one over 1 MiB, which
	// is not read. It is of no other kind.
	ErrMalformedReply error = sentinel("malformed reply: no error code")
)

// codes2019 lists the error codes of edition 2019, in its order.
var codes2019 = [...]Code{
	forbbidenSubUser,
	"Forbidden",
	"Resource.QuotaFull",
	"InvalidCustomerGatewayInstanceId.NotFound",
	"InvalidVpnGatewayInstanceId.NotFound",
	"InvalidVpnConnection.AlreadyExists",
	"VpnGateway.Configuring",
	"VpnGateway.FinancialLocked",
}

// Codes returns the error codes that edition 2019 lists for CreateVpnConnection, in documented order. The slice is the
// caller's own.
func Codes() []Code { return CodesIn(aliyun.Edition2019) }

// CodesIn returns the error codes that an edition of the API document lists for CreateVpnConnection, in documented order: 8
// in edition 2019, which the zero Edition stands for, and 53 in edition 2025. It returns nil for an unknown edition. The
// slice is the caller's own.
func CodesIn(e aliyun.Edition) []Code {
	switch e {
	case 0, aliyun.Edition2019:
		return append([]Code(nil), codes2019[:]...)
	case aliyun.Edition2025:
		codes := make([]Code, len(documented))
		for i := range documented {
			codes[i] = documented[i].code
		}
		return codes
	}
	return nil
}
