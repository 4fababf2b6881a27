package errors_test

import (
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The mistakes for the person at the screen, in the language of the browser: a line for each.
func ExampleMessage() {
	_, err := vpnconn.New(
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk7zqz"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithLocalSubnets("10.0.0.7/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithName("x"),
	)
	fmt.Println(vpnerrors.Message(err, vpnerrors.English))
	fmt.Println(vpnerrors.Message(err, vpnerrors.Chinese))

	// And what the service answered:
	err = fmt.Errorf("create: %w", vpnerrors.Decode(400, []byte(`{"Code":"VpnGateway.FinancialLocked"}`)))
	fmt.Println(vpnerrors.Message(err, vpnerrors.English))
	fmt.Println(vpnerrors.Message(err, vpnerrors.Chinese))
	// Output:
	// LocalSubnet[0]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?
	// Name: too short "x": want 2 to 128 characters.
	// LocalSubnet[0]："10.0.0.7/24" 的主机位不为零，应为网络地址；是否应为 10.0.0.0/24？
	// Name："x" 太短，应为 2 到 128 个字符。
	// The VPN gateway (VpnGatewayId) is locked because a payment is due; pay first, then try again.
	// VPN 网关（VpnGatewayId）因欠费被锁定，请先结清欠款再重试。
}
