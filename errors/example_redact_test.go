package errors_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// The error for a request without a reply shows the URL, and so everything in the URL.
func ExampleRedact() {
	err := fmt.Errorf("office to cloud: %w", &url.Error{
		Op:  "Get",
		URL: "https://vpc.aliyuncs.com/?Action=CreateVpnConnection&IkeConfig=%7B%22Psk%22%3A%22hunter2%22%7D",
		Err: context.DeadlineExceeded,
	})

	safe := vpnerrors.Redact(err)
	fmt.Println(safe)
	fmt.Println(errors.Is(safe, context.DeadlineExceeded))
	// Output:
	// office to cloud: Get "https://vpc.aliyuncs.com/": context deadline exceeded
	// true
}
