package errors_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// The codes of edition 2019, for example as labels of a metric.
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

func ExampleCodesIn() {
	for _, edition := range aliyun.Editions() {
		codes := vpnerrors.CodesIn(edition)
		fmt.Println(edition, len(codes), codes[0])
	}
	// Output:
	// 2019 8 Forbbiden.SubUser
	// 2025 53 Resource.QuotaFull
}
