package errors_test

import (
	stderrors "errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// What to do about an error goes by its code, by its kind, or, for codes that have no sentinel, by the text of the code.
func ExampleAPIError_Is() {
	for _, body := range []string{
		`{"Code":"VpnGateway.Configuring"}`,
		`{"Code":"InvalidVpnGatewayInstanceId.NotFound"}`,
		`{"Code":"VpnRouteEntry.Conflict","RequestId":"7C6BA7A4"}`,
	} {
		err := fmt.Errorf("create: %w", vpnerrors.Decode(400, []byte(body)))

		var api *vpnerrors.APIError
		switch {
		case stderrors.Is(err, vpnerrors.ErrConfiguring):
			fmt.Println("busy: try again in some seconds")
		case stderrors.Is(err, vpnerrors.ErrNotFound):
			fmt.Println("gone: forget the gateway")
		case stderrors.As(err, &api) && api.Code == "VpnRouteEntry.Conflict":
			fmt.Println("conflict: see request", api.RequestID)
		}
	}
	// Output:
	// busy: try again in some seconds
	// gone: forget the gateway
	// conflict: see request 7C6BA7A4
}
