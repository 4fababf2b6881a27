package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// A form marks the field that the service's error is about, and shows next to it what to do.
func ExampleAPIError_Field() {
	err := vpnerrors.Decode(400, []byte(`{"Code":"NotSupportVpnConnectionParameter.IpsecPfs"}`))

	var answer *vpnerrors.APIError
	if errors.As(err, &answer) && answer.Field() != "" {
		fmt.Println(answer.Field())
		fmt.Println(vpnerrors.Message(err, vpnerrors.English))
	}
	// Output:
	// IpsecConfig.IpsecPfs
	// The VPN gateway does not support this IpsecConfig.IpsecPfs, or the IpsecPfs of a tunnel; choose another Diffie-Hellman group.
}
