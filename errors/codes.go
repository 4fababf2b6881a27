package errors

// A Code is an error code of the service, letter by letter as it was received. The zero Code says that a reply has
// none.
//
// [Codes] lists those that the API document has for CreateVpnConnection. The service knows more, so compare with
// sentinels where there is one and take every other Code as it comes.
type Code string

// A sentinel stands for one code, or for a kind of reply. It is a string, not a pointer, so that go-cmp compares errors
// by what they say.
type sentinel string

func (s sentinel) Error() string { return string(s) }

// The documented errors of CreateVpnConnection, in documented order. [errors.Is] finds one in whatever wraps an
// [APIError] with its code. Source: the table of error codes in the API document of 2019-06-04.
var (
	// ErrForbiddenSubUser: the account was created by another user, and that user has not authorized it for this
	// resource. Ask that user to. The code is Forbbiden.SubUser, in the spelling of the service; Forbidden.SubUser
	// is taken as the same. HTTP status 403.
	ErrForbiddenSubUser error = sentinel("Forbbiden.SubUser: the RAM user is not authorized for this resource")

	// ErrForbidden: the account is not authorized for this resource. Check its permissions, and that the gateways are
	// its own; failing that, open a ticket with the service. HTTP status 403.
	ErrForbidden error = sentinel("Forbidden: the account is not authorized for this resource")

	// ErrQuotaFull: the account has as many of a resource as it may have. Delete what is not needed, or apply for a
	// higher quota. HTTP status 400.
	ErrQuotaFull error = sentinel("Resource.QuotaFull: the quota is used up")

	// ErrCustomerGatewayNotFound: there is no customer gateway with the CustomerGatewayId given. Check the ID, and
	// that it is one of the RegionId given. HTTP status 404.
	ErrCustomerGatewayNotFound error = sentinel("InvalidCustomerGatewayInstanceId.NotFound: no such customer gateway")

	// ErrVPNGatewayNotFound: there is no VPN gateway with the VpnGatewayId given. Check the ID, and that it is one of
	// the RegionId given. HTTP status 404.
	ErrVPNGatewayNotFound error = sentinel("InvalidVpnGatewayInstanceId.NotFound: no such VPN gateway")

	// ErrAlreadyExists: such a connection is there already. Look for it before creating another: it may be that of an
	// earlier try whose reply was lost. HTTP status 400.
	ErrAlreadyExists error = sentinel("InvalidVpnConnection.AlreadyExists: the connection exists already")

	// ErrConfiguring: the VPN gateway is busy with an earlier change. Wait some seconds and send the same request
	// again; it is the one documented error that goes away by itself. HTTP status 400.
	ErrConfiguring error = sentinel("VpnGateway.Configuring: the VPN gateway is being configured")

	// ErrFinancialLocked: the VPN gateway is locked because payment is due. Pay first. HTTP status 400.
	ErrFinancialLocked error = sentinel("VpnGateway.FinancialLocked: the VPN gateway is locked until payment")
)

// Kinds of reply, which [errors.Is] finds beside the sentinel of a code.
var (
	// ErrPermission: a reply with HTTP status 403 and any code.
	ErrPermission error = sentinel("permission denied")

	// ErrNotFound: one of the two documented errors for a gateway that does not exist, [ErrCustomerGatewayNotFound]
	// and [ErrVPNGatewayNotFound]. No other reply is of this kind, whatever its status: on seeing it, callers
	// forget about a resource, and a proxy's page with status 404 is no reason for that.
	ErrNotFound error = sentinel("not found")

	// ErrMalformedReply: a reply without a code, such as the page of a proxy, an empty body, or one over 1 MiB, which
	// is not read. It is of no other kind.
	ErrMalformedReply error = sentinel("malformed reply: no error code")
)

// One code in the spelling of the service, and spelled right.
const (
	forbbidenSubUser Code = "Forbbiden.SubUser"
	forbiddenSubUser Code = "Forbidden.SubUser"
)

// A documentedCode is one row of the API document's table of error codes.
type documentedCode struct {
	code      Code
	sentinel  error
	status    int  // the HTTP status that comes with the code
	transient bool // whether the cause goes away by itself
}

// documented is the API document's table of error codes, in its order.
var documented = [...]documentedCode{
	{forbbidenSubUser, ErrForbiddenSubUser, 403, false},
	{"Forbidden", ErrForbidden, 403, false},
	{"Resource.QuotaFull", ErrQuotaFull, 400, false},
	{"InvalidCustomerGatewayInstanceId.NotFound", ErrCustomerGatewayNotFound, 404, false},
	{"InvalidVpnGatewayInstanceId.NotFound", ErrVPNGatewayNotFound, 404, false},
	{"InvalidVpnConnection.AlreadyExists", ErrAlreadyExists, 400, false},
	{"VpnGateway.Configuring", ErrConfiguring, 400, true},
	{"VpnGateway.FinancialLocked", ErrFinancialLocked, 400, false},
}

// transient lists further codes whose cause goes away by itself. The API document does not have them for this operation,
// or not with that meaning, but the service sends them and its other clients retry on them.
var transient = []Code{
	"VpnTask.CONFLICT", // in upper case, by the document of today
	"TaskConflict",
	"Appliance.Configuring",
	"VpnConnection.Configuring",
	"ServiceUnavailable",
	"InternalError", // comes with HTTP status 400
	"UnknownError",
}

// Codes returns the error codes that the API document lists for CreateVpnConnection, in documented order. The slice is
// the caller's own.
func Codes() []Code {
	codes := make([]Code, len(documented))
	for i, d := range documented {
		codes[i] = d.code
	}
	return codes
}

// document returns the row for a code, or the zero row if it is not documented.
func (c Code) document() documentedCode {
	if c == forbiddenSubUser {
		c = forbbidenSubUser
	}
	for _, d := range documented {
		if d.code == c {
			return d
		}
	}
	return documentedCode{}
}
