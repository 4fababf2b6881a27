package vpnconn_test

import (
	"maps"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// strongKey is a pre-shared key with no fault. Nothing else in a test has a part of it.
const strongKey = "kL8#vQ2$wX5%zN9&pR3*"

const testCertificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"

// An adviceBase is a valid request in the parameters that are sent, to set one thing or two of otherwise.
type adviceBase struct {
	edition aliyun.Edition
	params  map[string]string
}

// adviceBases has a request of the strongest settings of each kind, and of each kind but SM one with nothing set that can be left
// out.
var adviceBases = func() map[string]adviceBase {
	const (
		anyMode  = "Action=CreateVpnConnection; RegionId=cn-shanghai; VpnGatewayId=vpn-1; LocalSubnet=10.0.0.0/24; RemoteSubnet=10.1.0.0/24; "
		gateway  = "CustomerGatewayId=cgw-1; "
		phases   = "Ike.IkeVersion=ikev2; Ike.Psk=" + strongKey + "; Ike.IkeEncAlg=aes256; Ike.IkePfs=group14; Ike.IkeLifetime=86400; Ipsec.IpsecEncAlg=aes256; Ipsec.IpsecPfs=group14; Ipsec.IpsecLifetime=28800; "
		sha1     = "Ike.IkeAuthAlg=sha1; Ipsec.IpsecAuthAlg=sha1; "
		sha256   = "Ike.IkeAuthAlg=sha256; Ipsec.IpsecAuthAlg=sha256; "
		sm       = "RemoteCaCertificate=" + testCertificate + "; Ike.RemoteId=CN=peer; Ike.IkeEncAlg=sm4; Ike.IkeAuthAlg=sm3; Ipsec.IpsecEncAlg=sm4; Ipsec.IpsecAuthAlg=sm3; "
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

// single, tunnel and tunnels return settings such as "Ike.IkeVersion=ikev2; " in the names of a connection, of a tunnel and
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

// paramsOf reads settings such as "Name=idc; IkeConfig.IkeVersion=ikev1".
func paramsOf(set string) map[string]string {
	params := make(map[string]string)
	for pair := range strings.SplitSeq(set, "; ") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			params[name] = value
		}
	}
	return params
}

// settingOptions reads settings such as "IkeConfig.IkeVersion=ikev1; Name=idc" of the edition of 2019.
func settingOptions(text string) vpnconn.Option {
	var opts []vpnconn.Option
	for pair := range strings.SplitSeq(text, "; ") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			opts = append(opts, options[name](value))
		}
	}
	return vpnconn.Options(opts...)
}

// with returns a base with settings on top, "" for unset, which must be valid.
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

// adviceRequest returns a valid request of an edition made up from rnd.
func adviceRequest(rnd *rand.Rand, e aliyun.Edition) vpnconn.Request {
	if e == aliyun.Edition2019 {
		return vpntest.Request(rnd)
	}
	pick := func(values ...string) string { return values[rnd.IntN(len(values))] }
	settings := func(sm bool) string {
		set := "CustomerGatewayId=cgw-1; Ike.Psk=" + pick("", strongKey, "abc", "12345678901234567890") +
			"; Ike.LocalId=" + pick("", "vpc") + "; Ike.RemoteId=" + pick("", "idc") +
			"; Ike.IkePfs=" + pick("", "group1", "group2", "group5", "group14") + "; Ipsec.IpsecPfs=" + pick("", "disabled", "group1", "group2", "group5", "group14") +
			"; Ike.IkeLifetime=" + pick("", "0", "3600", "86400") + "; Ipsec.IpsecLifetime=" + pick("", "0", "3600", "7200", "86400") + "; "
		if sm {
			return set + "RemoteCaCertificate=" + testCertificate + "; Ike.RemoteId=CN=peer; Ike.IkeVersion=" + pick("", "ikev1") + "; Ike.IkeMode=" + pick("", "main") +
				"; Ike.IkeEncAlg=" + pick("", "sm4") + "; Ike.IkeAuthAlg=" + pick("", "sm3") + "; Ipsec.IpsecEncAlg=" + pick("", "sm4") + "; Ipsec.IpsecAuthAlg=" + pick("", "sm3") + "; "
		}
		enc, auth := []string{"", "aes", "aes192", "aes256", "des", "3des"}, []string{"", "md5", "sha1", "sha256", "sha384", "sha512"}
		return set + "Ike.IkeVersion=" + pick("", "ikev1", "ikev2") + "; Ike.IkeMode=" + pick("", "main", "aggressive") +
			"; Ike.IkeEncAlg=" + pick(enc...) + "; Ike.IkeAuthAlg=" + pick(auth...) + "; Ipsec.IpsecEncAlg=" + pick(enc...) + "; Ipsec.IpsecAuthAlg=" + pick(auth...) + "; "
	}
	blocks := []string{"10.0.0.0/24", "10.0.0.0/8", "0.0.0.0/0", "100.64.0.0/16", "64.0.0.0/2,10.0.0.0/9,10.0.0.0/10", "10.0.0.0/24,0.0.0.0/0", "10.0.0.0/24,10.0.1.0/24,10.0.2.0/24,10.0.3.0/24,10.0.4.0/24,10.0.5.0/24"}
	set := "Action=CreateVpnConnection; RegionId=cn-shanghai; VpnGatewayId=vpn-1; LocalSubnet=" + pick(blocks...) + "; RemoteSubnet=" + pick(blocks...) +
		"; ClientToken=" + pick("", "token") + "; DryRun=" + pick("", "true", "false") + "; "
	asn := pick("", "45104", "64511", "64512", "65534", "65535", "4199999999", "4200000000", "4294967294", "4294967295")
	bgp := "Bgp.LocalAsn=" + asn + "; Bgp.TunnelCidr=169.254.10.0/30; Bgp.LocalBgpIp=169.254.10.1; "
	switch rnd.IntN(3) {
	case 0:
		set += oneTunnel(settings(rnd.IntN(3) == 0)) + pick("", oneTunnel(bgp)+"BgpConfig.EnableBgp="+pick("true", "false"))
	default:
		set += tunnel(1, settings(rnd.IntN(3) == 0)) + tunnel(2, settings(rnd.IntN(3) == 0)) +
			pick("", tunnels("Role=master")+tunnel(2, "Role=slave"), tunnels("Role=master")+tunnel(1, "Role=slave")) +
			pick("", tunnel(1, bgp)+tunnel(2, strings.ReplaceAll(bgp, "254.10.", "254.20."))+"EnableTunnelsBgp="+pick("", "true", "false"))
	}
	r, err := vpnconn.ParseIn(e, paramsOf(set))
	if err != nil {
		panic(err)
	}
	return r
}
