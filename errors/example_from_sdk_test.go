package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// createBySDK stands for a call by an official SDK that the service answers with an error.
func createBySDK() error {
	return newSDKTea(400, `{"Code":"VpnGateway.Configuring","Message":"The VPN gateway is being configured.","RequestId":"082AD562"}`)
}

// The error of an SDK, wrapped or not, becomes one for errors.Is.
func ExampleFromSDK() {
	err := fmt.Errorf("office to cloud: %w", createBySDK())

	reply, ok := vpnerrors.FromSDK(err)
	if !ok {
		fmt.Println("no answer:", err)
		return
	}
	fmt.Println(reply)
	if errors.Is(reply, vpnerrors.ErrConfiguring) {
		fmt.Println("busy; try again later with the same ClientToken")
	}

	// These two accept the SDK's error directly.
	fmt.Println(vpnerrors.IsRetryable(err))
	fmt.Println(vpnerrors.Message(err, vpnerrors.English))
	// Output:
	// VpnGateway.Configuring: The VPN gateway is being configured. (HTTP status 400, request ID 082AD562)
	// busy; try again later with the same ClientToken
	// true
	// The VPN gateway (VpnGatewayId) is busy with an earlier change; wait a few seconds and send the same request again.
}
