package vpnconn_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// certificate has only the form of one, which is all that is checked.
const certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"

// TestCheckFor has every way in which a request fits a gateway, or does not.
func TestCheckFor(t *testing.T) {
	customer := vpnconn.WithCustomerGatewayID("cgw-1")
	single := vpnconn.Options(vpnconn.WithEdition(aliyun.Edition2025), customer)
	both := func(opts ...vpnconn.Option) vpnconn.Option {
		each := vpnconn.Options(append(opts, customer)...)
		return vpnconn.Options(vpnconn.WithEdition(aliyun.Edition2025),
			vpnconn.WithTunnel(vpnconn.RoleMaster, each), vpnconn.WithTunnel(vpnconn.RoleSlave, each))
	}
	sm := vpnconn.Options(vpnconn.WithRemoteCACertificate(certificate), vpnconn.WithIKE(ikeconfig.WithRemoteID("CN=peer")))
	bgp := vpnconn.WithBGP(vpnconn.BGP{Enable: new(true), TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1"})
	for _, tt := range []struct {
		name    string
		opts    vpnconn.Option
		gateway vpnconn.Gateway
		want    string
	}{
		{"a single tunnel", single, vpnconn.Gateway{}, ""},
		{"two tunnels", both(), vpnconn.Gateway{DualTunnel: true}, ""},
		{"SM", vpnconn.Options(single, sm), vpnconn.Gateway{SM: true}, ""},
		{"BGP", vpnconn.Options(single, bgp), vpnconn.Gateway{BGP: true}, ""},
		{"BGP set to off", vpnconn.Options(single, vpnconn.WithBGP(vpnconn.BGP{Enable: new(false)})), vpnconn.Gateway{}, ""},
		{"one tunnel for two", single, vpnconn.Gateway{DualTunnel: true},
			"TunnelOptionsSpecification: required: want two tunnels, each with parameters of its own"},
		{"an edition without tunnels", customer, vpnconn.Gateway{DualTunnel: true},
			"TunnelOptionsSpecification: required: want two tunnels, each with parameters of its own; it is in edition 2025"},
		{"two tunnels for one", both(), vpnconn.Gateway{},
			"TunnelOptionsSpecification: conflict with the VPN gateway: want it unset"},
		{"a standard connection on an SM gateway", vpnconn.Options(single, vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2))), vpnconn.Gateway{SM: true},
			`IkeConfig.IkeVersion: conflict of "ikev2" with the VPN gateway: want ikev1; ` +
				`IkeConfig.RemoteId: required: want text without spaces or control characters, 1 to 100 characters; ` +
				`RemoteCaCertificate: required: want one or more certificates in PEM form and nothing else`},
		{"an edition without certificates", customer, vpnconn.Gateway{SM: true},
			"RemoteCaCertificate: required: want one or more certificates in PEM form and nothing else; it is in edition 2025"},
		{"SM on a standard gateway", vpnconn.Options(single, sm, vpnconn.WithIKE(ikeconfig.WithEncAlg(ikeconfig.SM4))), vpnconn.Gateway{},
			`IkeConfig.IkeEncAlg: conflict of "sm4" with the VPN gateway: want aes; RemoteCaCertificate: conflict with the VPN gateway: want it unset`},
		{"SM in tunnels", both(sm), vpnconn.Gateway{DualTunnel: true},
			"TunnelOptionsSpecification.1.RemoteCaCertificate: conflict with the VPN gateway: want it unset; " +
				"TunnelOptionsSpecification.2.RemoteCaCertificate: conflict with the VPN gateway: want it unset"},
		{"no BGP on a gateway with BGP", single, vpnconn.Gateway{BGP: true}, "BgpConfig.EnableBgp: required: want true"},
		{"BGP off on a gateway with BGP", vpnconn.Options(both(), vpnconn.WithTunnelsBGP(false)), vpnconn.Gateway{DualTunnel: true, BGP: true},
			`EnableTunnelsBgp: conflict of "false" with the VPN gateway: want true`},
		{"BGP on a gateway without BGP", vpnconn.Options(single, bgp), vpnconn.Gateway{},
			`BgpConfig.EnableBgp: conflict of "true" with the VPN gateway: want false`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := vpnconn.New(vpnconn.WithRegionID("r"), vpnconn.WithVPNGatewayID("v"),
				vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"), tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			err = r.CheckFor(tt.gateway)
			if got := fmt.Sprint(err); tt.want == "" && err != nil || tt.want != "" && got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if mistakes := (vpnerrors.ValidationErrors)(nil); tt.want != "" && !errors.As(err, &mistakes) {
				t.Errorf("a %T", err)
			}
		})
	}
}
