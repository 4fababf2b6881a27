package errors_test

import (
	"log/slog"
	"os"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The mistakes in a request, and the answer of the service, are groups in a log: search it for a field, a reason, a
// code or a request ID.
func ExampleValidationErrors_LogValue() {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))

	_, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.7/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
	)
	logger.Error("no request", "err", err)

	err = vpnerrors.Decode(400, []byte(`{"Code":"VpnGateway.Configuring","Message":"The specified service is configuring.","RequestId":"0F25"}`))
	logger.Warn("no connection", "err", err)
	// Output:
	// {"level":"ERROR","msg":"no request","err":{"count":2,"0":{"field":"CustomerGatewayId","reason":"required"},"1":{"field":"LocalSubnet[0]","reason":"host bits set","value":"10.0.0.7/24","suggest":"10.0.0.0/24"}}}
	// {"level":"WARN","msg":"no connection","err":{"status":400,"code":"VpnGateway.Configuring","message":"The specified service is configuring.","request_id":"0F25","retryable":true}}
}

// withoutTime makes the log the same in every run.
func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}
