package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// Parse reads the parameters of an existing client: a test of that client, or a proxy, can inspect what it sends as a
// typed request, and compare it with what it should send.
func ExampleParse() {
	sent := map[string]string{
		"Action":            "CreateVpnConnection",
		"Version":           "2016-04-28",
		"RegionId":          "cn-shanghai",
		"VpnGatewayId":      "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk3dgz",
		"LocalSubnet":       "10.0.0.0/24, 10.0.1.0/24",
		"RemoteSubnet":      "192.168.0.0/16",
		"EffectImmediately": "True",
		"IkeConfig":         `{"Psk":"example-only","IkeVersion":"ikev2","IkeLifetime":86400.0}`,
	}
	r, err := vpnconn.Parse(sent)
	if err != nil {
		fmt.Println(err)
		return
	}
	for name, value := range r.Fields() {
		fmt.Println(name, "=", value)
	}
	lifetime, _ := r.IKE().Lifetime()
	fmt.Println(r.LocalSubnets()[1].Contains(r.RemoteSubnets()[0].Addr()), lifetime)

	// Output:
	// Action = CreateVpnConnection
	// CustomerGatewayId = cgw-bp1mvj4g9kogwwcxk3dgz
	// LocalSubnet = 10.0.0.0/24,10.0.1.0/24
	// RegionId = cn-shanghai
	// RemoteSubnet = 192.168.0.0/16
	// VpnGatewayId = vpn-bp1q8bgx4xnkm2ogj0fiu
	// EffectImmediately = true
	// IkeConfig.Psk = [hidden]
	// IkeConfig.IkeVersion = ikev2
	// IkeConfig.IkeLifetime = 86400
	// false 24h0m0s
}

// All mistakes are reported at once, in documented order, with suggestions. The value of a parameter that is unknown is
// not shown: it may be a key.
func ExampleParse_mistakes() {
	_, err := vpnconn.Parse(map[string]string{
		"Action":                  "CreateVpnConnection",
		"RegionId":                "cn-shanghai",
		"VpnGatewayId":            "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"CustomerGatewayId":       "cgw-bp1mvj4g9kogwwcxk3dgz",
		"LocalSubnet":             "10.0.0.7/24",
		"RemoteSubnet":            "192.168.0.0/16",
		"PSK":                     "example-only",
		"IkeConfig":               "ikev1",
		"IpsecConfig.IpsecEncAlg": "aes-cbc-256",
	})
	if errs, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range errs.Unwrap() {
			fmt.Println(e)
		}
	}

	// Output:
	// LocalSubnet[0]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?
	// IkeConfig: bad type: want a JSON object; did you mean {"IkeVersion":"ikev1"}?
	// IpsecConfig.IpsecEncAlg: unsupported value "aes-cbc-256": want aes, aes192, aes256, des or 3des; did you mean aes256?
	// PSK: unknown parameter: did you mean IkeConfig.Psk?
}
