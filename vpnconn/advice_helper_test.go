package vpnconn_test

import (
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// strongKey is a pre-shared key without advice. Nothing else in a test contains a part of it.
const strongKey = "kL8#vQ2$wX5%zN9&pR3*"

// An adviceBase is the parameters of a valid request, of which a test changes one or two.
type adviceBase struct {
	edition aliyun.Edition
	params  map[string]string
}

// adviceBases has a request with the strongest settings of each kind, and for each kind except SM one without anything
// that can be left out.
var adviceBases = func() map[string]adviceBase {
	const (
		anyMode  = "Action=CreateVpnConnection; RegionId=cn-shanghai; VpnGatewayId=vpn-1; LocalSubnet=10.0.0.0/24; RemoteSubnet=10.1.0.0/24; "
		gateway  = "CustomerGatewayId=cgw-1; "
		phases   = "Ike.IkeVersion=ikev2; Ike.Psk=" + strongKey + "; Ike.IkeEncAlg=aes256; Ike.IkePfs=group14; Ike.IkeLifetime=86400; Ipsec.IpsecEncAlg=aes256; Ipsec.IpsecPfs=group14; Ipsec.IpsecLifetime=28800; "
		sha1     = "Ike.IkeAuthAlg=sha1; Ipsec.IpsecAuthAlg=sha1; "
		sha256   = "Ike.IkeAuthAlg=sha256; Ipsec.IpsecAuthAlg=sha256; "
		sm       = "RemoteCaCertificate=" + certificate + "; Ike.RemoteId=CN=peer; Ike.IkeEncAlg=sm4; Ike.IkeAuthAlg=sm3; Ipsec.IpsecEncAlg=sm4; Ipsec.IpsecAuthAlg=sm3; "
		roles    = "TunnelOptionsSpecification.1.Role=master; TunnelOptionsSpecification.2.Role=slave; "
		bgp      = "Bgp.LocalAsn=65530; Bgp.TunnelCidr=169.254.10.0/30; Bgp.LocalBgpIp=169.254.10.1; "
		otherBGP = "TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr=169.254.20.0/30; TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp=169.254.20.2; "
	)
	return map[string]adviceBase{
		"2019":           {aliyun.Edition2019, paramsOf(anyMode + oneTunnel(gateway+phases+sha1))},
		"2019-unset":     {aliyun.Edition2019, paramsOf(anyMode + oneTunnel(gateway))},
		"2025":           {aliyun.Edition2025, paramsOf(anyMode + oneTunnel(gateway+phases+sha256))},
		"2025-unset":     {aliyun.Edition2025, paramsOf(anyMode + oneTunnel(gateway))},
		"bgp":            {aliyun.Edition2025, paramsOf(anyMode + oneTunnel(gateway+phases+sha256+bgp) + "BgpConfig.EnableBgp=true")},
		"sm":             {aliyun.Edition2025, paramsOf(anyMode + oneTunnel(gateway+sm))},
		"tunnels":        {aliyun.Edition2025, paramsOf(anyMode + tunnels(gateway+phases+sha256) + roles)},
		"tunnels-unset":  {aliyun.Edition2025, paramsOf(anyMode + tunnels(gateway))},
		"tunnels-bgp":    {aliyun.Edition2025, paramsOf(anyMode + tunnels(gateway+phases+sha256+bgp) + otherBGP + roles + "EnableTunnelsBgp=true")},
		"tunnels-sm":     {aliyun.Edition2025, paramsOf(anyMode + tunnels(gateway+sm) + roles)},
		"tunnels-one-sm": {aliyun.Edition2025, paramsOf(anyMode + tunnels(gateway+phases+sha256) + tunnel(1, gateway+sm+"Ike.IkeVersion=; Ike.Psk=; Ike.IkePfs=; Ipsec.IpsecPfs=") + roles)},
	}
}()

// oneTunnel, tunnel and tunnels return settings such as "Ike.IkeVersion=ikev2; " in the names of a connection, of a tunnel and
// of both tunnels.
func oneTunnel(set string) string {
	return strings.NewReplacer("Ike.", "IkeConfig.", "Ipsec.", "IpsecConfig.", "Bgp.", "BgpConfig.").Replace(set)
}

func tunnel(place int, set string) string {
	at := "TunnelOptionsSpecification." + strconv.Itoa(place) + "."
	set = strings.NewReplacer("Ike.", "TunnelIkeConfig.", "Ipsec.", "TunnelIpsecConfig.", "Bgp.", "TunnelBgpConfig.").Replace(set)
	return at + strings.ReplaceAll(strings.TrimSuffix(set, "; "), "; ", "; "+at) + "; "
}

func tunnels(set string) string { return tunnel(1, set) + tunnel(2, set) }

// paramsOf parses settings such as "Name=idc; IkeConfig.IkeVersion=ikev1".
func paramsOf(set string) map[string]string {
	params := make(map[string]string)
	for pair := range strings.SplitSeq(set, "; ") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			params[name] = value
		}
	}
	return params
}

// settingOptions parses settings such as "IkeConfig.IkeVersion=ikev1; Name=idc" of edition 2019.
func settingOptions(text string) vpnconn.Option {
	var opts []vpnconn.Option
	for pair := range strings.SplitSeq(text, "; ") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			opts = append(opts, options[name](value))
		}
	}
	return vpnconn.Options(opts...)
}

// with returns a base with changed settings, "" for unset. The result must be valid.
func (b adviceBase) with(t testing.TB, set string) vpnconn.Request {
	t.Helper()
	params := maps.Clone(b.params)
	maps.Copy(params, paramsOf(set))
	r, err := vpnconn.ParseIn(b.edition, params)
	if err != nil {
		t.Fatalf("%s: %v", set, err)
	}
	return r
}
