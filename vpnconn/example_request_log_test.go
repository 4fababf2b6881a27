package vpnconn_test

import (
	"log/slog"
	"os"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A request in a log is a group, with a group for each phase, under the documented names. The pre-shared key is hidden,
// here and wherever else a request is printed.
func ExampleRequest_LogValue() {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{} // the same in every run
			}
			return a
		},
	}))
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithIKE(ikeconfig.WithPSK("correct horse battery staple"), ikeconfig.WithVersion(ikeconfig.V2)),
	)
	if err != nil {
		logger.Error("no request", "err", err)
		return
	}
	logger.Info("creating a connection", "request", req)
	// Output:
	// {"level":"INFO","msg":"creating a connection","request":{"Action":"CreateVpnConnection","CustomerGatewayId":"cgw-bp1mvj4g9kogwwcxk7zqz","LocalSubnet":"10.0.0.0/24","RegionId":"cn-shanghai","RemoteSubnet":"192.168.0.0/16","VpnGatewayId":"vpn-bp1q8bgx4xnkm2ogj0fiu","IkeConfig":{"Psk":"[hidden]","IkeVersion":"ikev2"}}}
}
