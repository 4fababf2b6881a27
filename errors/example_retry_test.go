package errors_test

import (
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// Each try sends the same request, with the same ClientToken. The replies here stand for a service that is busy at
// first.
func ExampleIsRetryable() {
	replies := []string{`{"Code":"Throttling.User"}`, `{"Code":"VpnGateway.Configuring"}`, `{"Code":"Resource.QuotaFull"}`}
	for try, body := range replies {
		err := vpnerrors.Decode(400, []byte(body))
		if !vpnerrors.IsRetryable(err) {
			fmt.Printf("try %d: giving up: %v\n", try+1, err)
			break
		}
		fmt.Printf("try %d: waiting: %v\n", try+1, err)
	}
	// Output:
	// try 1: waiting: Throttling.User (HTTP status 400)
	// try 2: waiting: VpnGateway.Configuring (HTTP status 400)
	// try 3: giving up: Resource.QuotaFull (HTTP status 400)
}
