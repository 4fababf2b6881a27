package errors_test

import (
	stderrors "errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

func ExampleDecode() {
	body := []byte(`{"RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76","HostId":"vpc.aliyuncs.com",` +
		`"Code":"Resource.QuotaFull","Message":"The quota of resource is full"}`)

	err := vpnerrors.Decode(400, body)
	fmt.Println(err)
	if stderrors.Is(err, vpnerrors.ErrQuotaFull) {
		fmt.Println("time to ask for a higher quota")
	}
	// Output:
	// Resource.QuotaFull: The quota of resource is full (HTTP status 400, request ID 082AD562-B8DB-4BB2-861F-DA1FCA01FD76)
	// time to ask for a higher quota
}

// Replies that do not come from the service are errors too.
func ExampleDecode_proxy() {
	err := vpnerrors.Decode(502, []byte("<html>\n<h1>502 Bad Gateway</h1>\n</html>"))
	fmt.Println(err)
	fmt.Println(stderrors.Is(err, vpnerrors.ErrMalformedReply))
	// Output:
	// malformed reply: no error code in "<html>\n<h1>502 Bad Gateway</h1>\n</html>" (HTTP status 502)
	// true
}
