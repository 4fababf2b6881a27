package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// A code can be a target of errors.Is, or be taken out of an error, for example as a label of a metric.
func ExampleCode() {
	err := fmt.Errorf("create: %w", vpnerrors.Decode(400, []byte(`{"Code":"VpnRouteEntry.Conflict"}`)))

	fmt.Println(errors.Is(err, vpnerrors.Code("VpnRouteEntry.Conflict")))

	var code vpnerrors.Code
	if errors.As(err, &code) {
		fmt.Println(code)
	}
	// Output:
	// true
	// VpnRouteEntry.Conflict
}
