package vpnconn_test

import (
	"maps"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestDocumentedCall2025 sends the examples of edition 2025 by options: each parameter has its documented example
// value, except the certificate, since that of the document is cut short. Members of objects are sorted, and quoted
// where the document quotes them.
func TestDocumentedCall2025(t *testing.T) {
	both := vpnconn.Options(
		vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("cn-shanghai"), vpnconn.WithClientToken("02fb3da4-130e-11e9-8e44-001****"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm****"), vpnconn.WithName("IPsec"), vpnconn.WithLocalSubnets("10.10.1.0/24", "10.10.2.0/24"),
		vpnconn.WithRemoteSubnets("10.10.3.0/24", "10.10.4.0/24"), vpnconn.WithEffectImmediately(false), vpnconn.WithAutoConfigRoute(true),
		vpnconn.WithTags(vpnconn.Tag{Key: "TagKey", Value: "TagValue"}), vpnconn.WithDryRun(false),
	)
	sent := map[string]string{
		"Action": "CreateVpnConnection", "RegionId": "cn-shanghai", "ClientToken": "02fb3da4-130e-11e9-8e44-001****",
		"VpnGatewayId": "vpn-bp1q8bgx4xnkm****", "Name": "IPsec", "LocalSubnet": "10.10.1.0/24,10.10.2.0/24",
		"RemoteSubnet": "10.10.3.0/24,10.10.4.0/24", "EffectImmediately": "false", "AutoConfigRoute": "true",
		"Tags.1.Key": "TagKey", "Tags.1.Value": "TagValue", "DryRun": "false",
	}
	tunnel := func(role vpnconn.Role, gateway, cidr, ip string) vpnconn.Option {
		return vpnconn.WithTunnel(role, vpnconn.WithCustomerGatewayID(gateway), vpnconn.WithDPD(true), vpnconn.WithNATTraversal(true),
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530, LocalIP: ip, TunnelCIDR: cidr}),
			vpnconn.WithIKE(ikeconfig.WithAuthAlg(ikeconfig.MD5), ikeconfig.WithEncAlg(ikeconfig.AES), ikeconfig.WithLifetime(24*time.Hour),
				ikeconfig.WithMode(ikeconfig.Main), ikeconfig.WithPFS(ikeconfig.Group2), ikeconfig.WithVersion(ikeconfig.V1),
				ikeconfig.WithLocalID("47.21.XX.XX"), ikeconfig.WithPSK("123456****"), ikeconfig.WithRemoteID("47.42.XX.XX")),
			vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.MD5), ipsecconfig.WithEncAlg(ipsecconfig.AES), ipsecconfig.WithLifetime(24*time.Hour), ipsecconfig.WithPFS(ipsecconfig.Group2)))
	}
	sentTunnel := func(n, role, gateway, cidr, ip string) map[string]string {
		named := make(map[string]string)
		for name, value := range map[string]string{
			"CustomerGatewayId": gateway, "EnableDpd": "true", "EnableNatTraversal": "true", "Role": role,
			"TunnelBgpConfig.LocalAsn": "65530", "TunnelBgpConfig.LocalBgpIp": ip, "TunnelBgpConfig.TunnelCidr": cidr,
			"TunnelIkeConfig.IkeAuthAlg": "md5", "TunnelIkeConfig.IkeEncAlg": "aes", "TunnelIkeConfig.IkeLifetime": "86400", "TunnelIkeConfig.IkeMode": "main",
			"TunnelIkeConfig.IkePfs": "group2", "TunnelIkeConfig.IkeVersion": "ikev1", "TunnelIkeConfig.LocalId": "47.21.XX.XX", "TunnelIkeConfig.Psk": "123456****",
			"TunnelIkeConfig.RemoteId": "47.42.XX.XX", "TunnelIpsecConfig.IpsecAuthAlg": "md5", "TunnelIpsecConfig.IpsecEncAlg": "aes",
			"TunnelIpsecConfig.IpsecLifetime": "86400", "TunnelIpsecConfig.IpsecPfs": "group2",
		} {
			named["TunnelOptionsSpecification."+n+"."+name] = value
		}
		return named
	}
	gatewayOf := vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8****")
	for name, tt := range map[string]struct {
		opt  vpnconn.Option
		sent []map[string]string
	}{
		"a single tunnel": {vpnconn.Options(gatewayOf, vpnconn.WithDPD(true), vpnconn.WithNATTraversal(true),
			vpnconn.WithIKE(ikeconfig.WithPSK("1234****"), ikeconfig.WithVersion(ikeconfig.V1), ikeconfig.WithMode(ikeconfig.Main), ikeconfig.WithEncAlg(ikeconfig.AES),
				ikeconfig.WithAuthAlg(ikeconfig.SHA1), ikeconfig.WithPFS(ikeconfig.Group2), ikeconfig.WithLifetime(24*time.Hour), ikeconfig.WithLocalID("116.64.XX.XX"), ikeconfig.WithRemoteID("139.18.XX.XX")),
			vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES), ipsecconfig.WithAuthAlg(ipsecconfig.SHA1), ipsecconfig.WithPFS(ipsecconfig.Group2), ipsecconfig.WithLifetime(24*time.Hour)),
			vpnconn.WithHealthCheck(vpnconn.HealthCheck{Enable: new(true), Destination: "192.168.1.1", Source: "10.1.1.1", Interval: new(int64(3)), Retry: new(int64(3))}),
			vpnconn.WithBGP(vpnconn.BGP{Enable: new(true), LocalASN: 45104, TunnelCIDR: "169.254.11.0/30", LocalIP: "169.254.11.1"}),
		), []map[string]string{sent, {
			"CustomerGatewayId": "cgw-p0w2jemrcj5u61un8****", "EnableDpd": "true", "EnableNatTraversal": "true",
			"IkeConfig":         `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev1","LocalId":"116.64.XX.XX","Psk":"1234****","RemoteId":"139.18.XX.XX"}`,
			"IpsecConfig":       `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"}`,
			"HealthCheckConfig": `{"dip":"192.168.1.1","enable":"true","interval":"3","retry":"3","sip":"10.1.1.1"}`,
			"BgpConfig":         `{"EnableBgp":"true","LocalAsn":"45104","LocalBgpIp":"169.254.11.1","TunnelCidr":"169.254.11.0/30"}`,
		}}},
		"two tunnels": {vpnconn.Options(vpnconn.WithTunnelsBGP(true),
			tunnel(vpnconn.RoleMaster, "cgw-p0wy363lucf1uyae8****", "169.254.10.0/30", "169.254.10.1"), tunnel(vpnconn.RoleSlave, "cgw-p0wy363lucf1uyae8****", "169.254.20.0/30", "169.254.20.1")),
			[]map[string]string{sent, {"EnableTunnelsBgp": "true"}, sentTunnel("1", "master", "cgw-p0wy363lucf1uyae8****", "169.254.10.0/30", "169.254.10.1"),
				sentTunnel("2", "slave", "cgw-p0wy363lucf1uyae8****", "169.254.20.0/30", "169.254.20.1")}},
		"an SM gateway": {vpnconn.Options(gatewayOf, vpnconn.WithRemoteCACertificate(certificate), vpnconn.WithIKE(ikeconfig.WithRemoteID("CN=test,OU=test,O=test,C=CHN"))),
			[]map[string]string{sent, {"CustomerGatewayId": "cgw-p0w2jemrcj5u61un8****", "RemoteCaCertificate": certificate, "IkeConfig": `{"RemoteId":"CN=test,OU=test,O=test,C=CHN"}`}}},
	} {
		want := make(map[string]string)
		for _, part := range tt.sent {
			maps.Copy(want, part)
		}
		r := build(t, both, tt.opt)
		if diff := cmp.Diff(want, r.Params()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		checkSame(t, name, r, nil)(vpnconn.ParseIn(aliyun.Edition2025, want))
	}
}
