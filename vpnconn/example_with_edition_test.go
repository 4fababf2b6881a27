package vpnconn_test

import (
	"errors"
	"fmt"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The default is edition 2019. An error names the edition that has what this one lacks.
func ExampleWithEdition() {
	settings := vpnconn.Options(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1mvj4g9kogwwcxk3dgz"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithIKE(ikeconfig.WithAuthAlg(ikeconfig.SHA256)),
	)
	_, err := vpnconn.New(settings)
	fmt.Println(err)
	if e, ok := errors.AsType[*vpnerrors.FieldError](err); ok {
		req, err := vpnconn.New(settings, vpnconn.WithEdition(e.Edition))
		fmt.Println(req.Edition(), req.IKE().JSON(), err)
	}
	_, err = vpnconn.New(settings, vpnconn.WithEdition(aliyun.Edition(2024)))
	fmt.Println(err)

	// Output:
	// IkeConfig.IkeAuthAlg: unsupported value "sha256": want md5 or sha1; it is in edition 2025
	// 2025 {"IkeAuthAlg":"sha256"} <nil>
	// Edition: unsupported value "2024": want 2019 or 2025
}
