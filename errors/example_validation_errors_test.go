package errors_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A service that takes settings from others tells them everything that is wrong at once, as JSON.
func ExampleValidationErrors() {
	_, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.0/24", "10.0.1.7/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
	)

	var mistakes vpnerrors.ValidationErrors
	if errors.As(err, &mistakes) {
		fmt.Println("required is missing:", errors.Is(err, vpnerrors.ErrRequired))
		for _, m := range mistakes {
			fmt.Printf("%s is %v\n", m.Field, m.Reason)
		}
		out := json.NewEncoder(os.Stdout)
		out.SetIndent("", "  ")
		_ = out.Encode(mistakes[1:])
	}

	// Output:
	// required is missing: true
	// CustomerGatewayId is required
	// LocalSubnet[1] is host bits set
	// [
	//   {
	//     "field": "LocalSubnet[1]",
	//     "reason": "host bits set",
	//     "value": "10.0.1.7/24",
	//     "message": "LocalSubnet[1]: host bits set in \"10.0.1.7/24\": want a network address; did you mean 10.0.1.0/24?",
	//     "suggest": "10.0.1.0/24"
	//   }
	// ]
}
