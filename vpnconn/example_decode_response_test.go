package vpnconn_test

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func ExampleDecodeResponse() {
	response, err := vpnconn.DecodeResponse(http.StatusOK, []byte(`{
		"VpnConnectionId": "vco-bp15oes1py4i66rmdnc7k",
		"CreateTime": 1544666102000,
		"RequestId": "082AD562-B8DB-4BB2-861F-DA1FCA01FD76"
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(response.VPNConnectionID, response.CreateTime.Format(time.RFC3339))

	// Output:
	// vco-bp15oes1py4i66rmdnc7k 2018-12-13T01:55:02Z
}

// An error reply is an error, in XML too. Here the gateway is busy with an earlier change: send the same request again
// later, with the same ClientToken.
func ExampleDecodeResponse_error() {
	_, err := vpnconn.DecodeResponse(http.StatusBadRequest, []byte(`<?xml version="1.0" encoding="UTF-8"?>
		<Error>
			<RequestId>082AD562-B8DB-4BB2-861F-DA1FCA01FD76</RequestId>
			<Code>VpnGateway.Configuring</Code>
			<Message>The specified service is configuring.</Message>
		</Error>`))

	fmt.Println(err)
	fmt.Println(errors.Is(err, vpnerrors.ErrConfiguring), vpnerrors.IsRetryable(err))

	// Output:
	// VpnGateway.Configuring: The specified service is configuring. (HTTP status 400, request ID 082AD562-B8DB-4BB2-861F-DA1FCA01FD76)
	// true true
}
