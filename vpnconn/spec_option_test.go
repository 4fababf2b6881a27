package vpnconn_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestSpecOption lays a Spec over a house's defaults, and a house's demands over a Spec.
func TestSpecOption(t *testing.T) {
	spec := vpnconn.Spec{
		RegionID:     "cn-beijing",
		LocalSubnets: []string{"10.0.0.0/24"},
		ClientToken:  new("of-the-spec"),
		IKE:          &vpnconn.IKESpec{Version: new(ikeconfig.V2), PSK: ikeconfig.NewSecret("of the spec")},
		IPsec:        &vpnconn.IPsecSpec{},
	}
	house := vpnconn.Options(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithDerivedClientToken([]byte("sixteen bytes are enough")),
		vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V1), ikeconfig.WithPFS(ikeconfig.Group14)),
		vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Hour)),
	)
	for _, tt := range []struct {
		name string
		opts []vpnconn.Option
		want map[string]string
		why  string
	}{
		{"alone", []vpnconn.Option{spec.Option()}, map[string]string{
			"RegionId": "cn-beijing", "LocalSubnet": "10.0.0.0/24", "ClientToken": "of-the-spec",
			"IkeConfig.IkeVersion": "ikev2", "IkeConfig.Psk": "[hidden]",
		}, "what Builder has"},
		{"above the defaults", []vpnconn.Option{house, spec.Option()}, map[string]string{
			"RegionId": "cn-beijing", "VpnGatewayId": "vpn-1", "LocalSubnet": "10.0.0.0/24", "RemoteSubnet": "192.168.0.0/16",
			"ClientToken": "of-the-spec", "IkeConfig.IkeVersion": "ikev2", "IkeConfig.IkePfs": "group14",
			"IkeConfig.Psk": "[hidden]", "IpsecConfig.IpsecLifetime": "3600",
		}, "the Spec counts where it says something, within a phase too"},
		{"below the demands", []vpnconn.Option{spec.Option(), house, vpnconn.WithClientToken("of-the-house")}, map[string]string{
			"RegionId": "cn-shanghai", "VpnGatewayId": "vpn-1", "LocalSubnet": "10.0.0.0/24", "RemoteSubnet": "192.168.0.0/16",
			"ClientToken": "of-the-house", "IkeConfig.IkeVersion": "ikev1", "IkeConfig.IkePfs": "group14",
			"IkeConfig.Psk": "[hidden]", "IpsecConfig.IpsecLifetime": "3600",
		}, "later options count"},
	} {
		want := vpnconn.NewBuilder(fieldsAsOptions(t, tt.want)...).String()
		if diff := cmp.Diff(want, vpnconn.NewBuilder(tt.opts...).String()); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", tt.name, tt.why, diff)
		}
	}
}

// fieldsAsOptions returns options that set what people read as fields.
func fieldsAsOptions(t *testing.T, fields map[string]string) []vpnconn.Option {
	t.Helper()
	set := map[string]func(string) vpnconn.Option{
		"RegionId":             vpnconn.WithRegionID,
		"VpnGatewayId":         vpnconn.WithVPNGatewayID,
		"LocalSubnet":          func(v string) vpnconn.Option { return vpnconn.WithLocalSubnets(v) },
		"RemoteSubnet":         func(v string) vpnconn.Option { return vpnconn.WithRemoteSubnets(v) },
		"ClientToken":          vpnconn.WithClientToken,
		"IkeConfig.Psk":        func(v string) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithPSK(v)) },
		"IkeConfig.IkeVersion": func(v string) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.Version(v))) },
		"IkeConfig.IkePfs":     func(v string) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.DHGroup(v))) },
		"IpsecConfig.IpsecLifetime": func(v string) vpnconn.Option {
			d, err := time.ParseDuration(v + "s")
			if err != nil {
				t.Fatal(err)
			}
			return vpnconn.WithIPsec(ipsecconfig.WithLifetime(d))
		},
	}
	var opts []vpnconn.Option
	for name, value := range fields {
		opts = append(opts, set[name](value))
	}
	return opts
}
