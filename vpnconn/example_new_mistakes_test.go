package vpnconn_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// All mistakes are reported at once, in the order of the API document.
func ExampleNew_mistakes() {
	_, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("10.0.0.7/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/24", "192.168.0.0/24"),
		vpnconn.WithIKE(ikeconfig.WithEncAlg("AES-256"), ikeconfig.WithPSK("")),
		vpnconn.WithName("7th floor"),
	)

	var mistakes vpnerrors.ValidationErrors
	if errors.As(err, &mistakes) {
		for _, mistake := range mistakes {
			fmt.Printf("%s (%v): %q, suggest %q\n", mistake.Field, mistake.Reason, mistake.Value, mistake.Suggest)
		}
	}
	fmt.Println("something required is missing:", errors.Is(err, vpnerrors.ErrRequired))
	fmt.Println(mistakes[1])
	// Output:
	// CustomerGatewayId (required): "", suggest ""
	// LocalSubnet[0] (host bits set): "10.0.0.7/24", suggest "10.0.0.0/24"
	// RemoteSubnet[1] (duplicate): "192.168.0.0/24", suggest ""
	// IkeConfig.Psk (empty): "", suggest ""
	// IkeConfig.IkeEncAlg (unsupported value): "AES-256", suggest "aes256"
	// Name (bad character): "7th floor", suggest ""
	// something required is missing: true
	// LocalSubnet[0]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?
}
