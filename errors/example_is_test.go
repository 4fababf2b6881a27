package errors_test

import (
	stderrors "errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// Decide what to do by the sentinel of an error, by its kind, or, for codes without a sentinel, by the code itself.
func ExampleAPIError_Is() {
	for _, body := range []string{
		`{"Code":"VpnGateway.Configuring"}`,
		`{"Code":"InvalidVpnGatewayInstanceId.NotFound"}`,
		`{"Code":"VpnRouteEntry.Conflict"}`,
		`{"Code":"DryRunOperation"}`,
		`{"Code":"VpnTask.CONFLICT"}`,
		`{"Code":"IdempotentParameterMismatch"}`,
		`{"Code":"CreateVpnConnectionsQuotaFull.QuotaFull"}`,
		`{"Code":"IllegalParam.LocalSubnet"}`,
	} {
		err := fmt.Errorf("create: %w", vpnerrors.Decode(400, []byte(body)))
		switch {
		case stderrors.Is(err, vpnerrors.ErrConfiguring), stderrors.Is(err, vpnerrors.ErrTaskConflict):
			fmt.Println("busy: try again in some seconds")
		case stderrors.Is(err, vpnerrors.ErrDryRun):
			fmt.Println("the check passed: nothing was created")
		case stderrors.Is(err, vpnerrors.ErrTokenMismatch):
			fmt.Println("the token is another request's: take a new one")
		case stderrors.Is(err, vpnerrors.Code("VpnRouteEntry.Conflict")):
			fmt.Println("conflict: sort out the routes")
		case stderrors.Is(err, vpnerrors.ErrNotFound):
			fmt.Println("gone: forget the gateway")
		case stderrors.Is(err, vpnerrors.ErrQuota):
			fmt.Println("full: ask for more")
		case stderrors.Is(err, vpnerrors.ErrParameter):
			fmt.Println("refused: correct the request")
		}
	}
	// Output:
	// busy: try again in some seconds
	// gone: forget the gateway
	// conflict: sort out the routes
	// the check passed: nothing was created
	// busy: try again in some seconds
	// the token is another request's: take a new one
	// full: ask for more
	// refused: correct the request
}
