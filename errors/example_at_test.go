package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A service whose own request contains a connection answers with the paths of its fields.
func ExampleFieldError_At() {
	_, err := vpnconn.Spec{RegionID: "cn-shanghai", LocalSubnets: []string{"10.0.0.7/24"}}.Build()

	var mistakes vpnerrors.ValidationErrors
	if errors.As(err, &mistakes) {
		fmt.Println(mistakes[1].At("connection." + mistakes[1].Field))
	}
	// Output:
	// connection.LocalSubnet[0]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?
}
