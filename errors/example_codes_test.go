package errors_test

import (
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// The documented codes, as labels of a metric for example.
func ExampleCodes() {
	for _, code := range vpnerrors.Codes() {
		fmt.Println(code)
	}
	// Output:
	// Forbbiden.SubUser
	// Forbidden
	// Resource.QuotaFull
	// InvalidCustomerGatewayInstanceId.NotFound
	// InvalidVpnGatewayInstanceId.NotFound
	// InvalidVpnConnection.AlreadyExists
	// VpnGateway.Configuring
	// VpnGateway.FinancialLocked
}
