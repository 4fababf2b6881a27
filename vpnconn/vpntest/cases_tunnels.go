package vpntest

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// modeChanges add a parameter of requests without tunnels to one with them.
var modeChanges = []change{
	{"tunnels and CustomerGatewayId", pairs{"CustomerGatewayId": "cgw-1"}, "", "CustomerGatewayId", conflict, "each tunnel has its own"},
	{"tunnels and CustomerGatewayId, empty", pairs{"CustomerGatewayId": ""}, "", "", nil, "a well-known client sends this; what is empty counts as unset"},
	{"tunnels and IkeConfig", pairs{"IkeConfig": `{"IkeVersion":"ikev2"}`}, "", "IkeConfig", conflict, "each tunnel has its own"},
	{"tunnels and an IkeConfig of nothing", pairs{"IkeConfig": "{}"}, "", "", nil, "nothing is set"},
	{"tunnels and a dotted key", pairs{"IkeConfig.Psk": "x"}, "", "IkeConfig", conflict, "reported for the parameter, whatever is set in it"},
	{"tunnels and a bad value", pairs{"IkeConfig": `{"IkeVersion":"ikev3"}`}, "", "IkeConfig", conflict, "the mode is the only mistake, whatever is in it"},
	{"tunnels and what is no JSON", pairs{"IkeConfig": "ikev1"}, "", "IkeConfig", conflict, "the mode is the only mistake, whatever is in it"},
	{"tunnels and IpsecConfig", pairs{"IpsecConfig": `{"IpsecPfs":"group14"}`}, "", "IpsecConfig", conflict, "each tunnel has its own"},
	{"tunnels and HealthCheckConfig", pairs{"HealthCheckConfig": `{"enable":"true"}`}, "", "HealthCheckConfig", conflict, "the service checks two tunnels without it"},
	{"tunnels and HealthCheckConfig, off", pairs{"HealthCheckConfig": `{"enable":false}`}, "", "HealthCheckConfig", conflict, "set, although it is the default"},
	{"tunnels and EnableNatTraversal, bad", pairs{"EnableNatTraversal": "yes"}, "", "EnableNatTraversal", conflict, "the mode is the only mistake, whatever is in it"},
	{"tunnels and BgpConfig", pairs{"BgpConfig": `{"EnableBgp":"true"}`}, "", "BgpConfig", conflict, "EnableTunnelsBgp and TunnelBgpConfig are for tunnels"},
	{"tunnels and RemoteCaCertificate", pairs{"RemoteCaCertificate": certificate}, "", "RemoteCaCertificate", conflict, "each tunnel has its own"},
	{"tunnels and what serves both modes", pairs{
		"AutoConfigRoute": "false", "ClientToken": "02fb3da4-130e-11e9-8e44-001", "DryRun": "true", "EffectImmediately": "true", "EnableTunnelsBgp": "false",
		"Name": "IPsec", "Tags.1.Key": "env", "Tags.1.Value": "test",
	}, "", "", nil, "both modes have these"},
}

// booleanModeChanges are those of Booleans outside objects.
func booleanModeChanges() (list []change) {
	for _, m := range parameters.Of(aliyun.Edition2025).Members {
		if m.Kind == parameters.Boolean && m.Mode == parameters.SingleTunnel {
			list = append(list, change{"tunnels and " + m.Name, pairs{m.Name: m.Default}, "", m.Name, conflict, "set, although it is the default"})
		}
	}
	return list
}

// tunnelChanges are about both tunnels, and their numbers.
var tunnelChanges = []change{
	{"smallest with tunnels", nil, "", "", nil, "what is required in this mode, and roles"},
	{"tunnels without roles", pairs{tunnel1 + "Role": "", tunnel2 + "Role": ""}, "", "", nil, "the service fills them in; a well-known client sends them empty"},
	{"tunnels in the other order", pairs{tunnel1 + "Role": "slave", tunnel2 + "Role": "master"}, "", "", nil, "advised against, not refused"},
	{"tunnels with one customer gateway", pairs{tunnel2 + "CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk7zqz"}, "", "", nil, "both may use the same one"},
	{"tunnels with everything", everythingOfTunnels(), "", "", nil, "no setting conflicts with another"},
	{"tunnels that differ", pairs{
		tunnel1 + "TunnelIkeConfig.IkeVersion": "ikev2", tunnel2 + "TunnelIkeConfig.IkeVersion": "ikev1", tunnel2 + "TunnelIpsecConfig.IpsecPfs": "disabled",
	}, "", "", nil, "each has its own settings"},
	{"two masters", pairs{tunnel2 + "Role": "master"}, "", tunnel2 + "Role", duplicate, "one is active, the other is standby"},
	{"two slaves", pairs{tunnel1 + "Role": "slave"}, "", tunnel2 + "Role", duplicate, "one is active, the other is standby"},
	{"a master and a tunnel without a role", nil, tunnel2 + "Role", tunnel2 + "Role", required, "both have one or neither"},
	{"a slave and a tunnel without a role", pairs{tunnel1 + "Role": ""}, "", tunnel1 + "Role", required, "both have one or neither"},
	{"the master alone", nil, tunnel2, tunnels + ".2", required, "the official example of a command line has one tunnel only"},
	{"the slave alone, in its place", nil, tunnel1, tunnels + ".1", required, "both are made in one call"},
	{"the slave alone, in the first place", pairs{tunnel1 + "Role": "slave"}, tunnel2, tunnels + ".2", required, "the number counts, not the role"},
	{"a tunnel without a customer gateway", nil, tunnel1 + "CustomerGatewayId", tunnel1 + "CustomerGatewayId", required, "each tunnel needs one"},
	{"a tunnel with a customer gateway that is empty", pairs{tunnel2 + "CustomerGatewayId": ""}, "", tunnel2 + "CustomerGatewayId", required,
		"a well-known client sends this for an unset one"},
	{"three tunnels", pairs{tunnels + ".3.CustomerGatewayId": "cgw-3"}, "", tunnels, tooMany, "there are two in every region"},
	{"a tunnel in a far place", pairs{tunnels + ".1000000000.Role": "master"}, "", tunnels, tooMany, "a large number costs nothing"},
	{"a tunnel in a place over 64 bits", pairs{tunnels + ".18446744073709551617.Role": "master"}, "", tunnels, tooMany, "in 64 bits it is 1"},
	{"a tunnel in place 0", pairs{tunnels + ".0.Role": "master"}, "", tunnels + ".0.Role", unknown, "numbers start at 1"},
	{"a tunnel in place -1", pairs{tunnels + ".-1.Role": "master"}, "", tunnels + ".-1.Role", unknown, "numbers start at 1"},
	{"a tunnel in place 01", pairs{tunnels + ".01.Role": "master"}, "", tunnels + ".01.Role", unknown, "not the form of a number"},
	{"a tunnel in place 1.0", pairs{tunnels + ".1.0.Role": "master"}, "", tunnels + ".1.0.Role", unknown, "not the form of a number"},
	{"a tunnel in a place of full-width digits", pairs{tunnels + ".１.Role": "master"}, "", tunnels + ".１.Role", unknown, "digits to unicode.IsDigit"},
	{"a tunnel without a place", pairs{tunnels + ".Role": "master"}, "", tunnels + ".Role", unknown, "another operation has one object without a number"},
	{"a tunnel in a place of its role", pairs{tunnels + ".master.CustomerGatewayId": "cgw-1"}, "", tunnels + ".master.CustomerGatewayId", unknown,
		"only a number is valid"},
	{"a tunnel without a member", pairs{tunnels + ".1": "master"}, "", tunnels + ".1", unknown, "a tunnel is not text"},
	{"a tunnel with a member that is unknown", pairs{tunnel1 + "TunnelId": "tun-1"}, "", tunnel1 + "TunnelId", unknown, "a member of other operations"},
	{"a tunnel with a Name", pairs{tunnel2 + "Name": "x"}, "", tunnel2 + "Name", unknown, "a parameter of the connection"},
	{"a tunnel with an IkeConfig", pairs{tunnel1 + "IkeConfig.Psk": "x"}, "", tunnel1 + "IkeConfig.Psk", unknown, "the name is TunnelIkeConfig there"},
	{"a tunnel with EnableBgp", pairs{tunnel1 + "TunnelBgpConfig.EnableBgp": "true"}, "", tunnel1 + "TunnelBgpConfig.EnableBgp", unknown,
		"EnableTunnelsBgp stands for both"},
	{"a tunnel with LocalIdIPsec", pairs{tunnel1 + "TunnelIkeConfig.LocalIdIPsec": "x"}, "", tunnel1 + "TunnelIkeConfig.LocalIdIPsec", unknown,
		"the name in 2019, which has no tunnels"},
	{"a tunnel with psk", pairs{tunnel1 + "TunnelIkeConfig.psk": "x"}, "", tunnel1 + "TunnelIkeConfig.psk", unknown, "letter case counts in names"},
	{"a health check of a tunnel", pairs{tunnel1 + "HealthCheckConfig.enable": "true"}, "", tunnel1 + "HealthCheckConfig.enable", unknown, "it does not exist"},
	{"tunnels as one JSON text", pairs{tunnels: `[{"Role":"master"},{"Role":"slave"}]`}, tunnels + ".", tunnels, badType, "how a command line sends an array"},
	{"tunnels as a JSON text of nothing", pairs{tunnels: "[]"}, tunnels + ".", tunnels, badType, "not flat, whatever is in it"},
	{"tunnels as one JSON text, empty", pairs{tunnels: ""}, "", "", nil, "what is empty counts as unset"},
	{"LocalAsn of the first tunnel alone", pairs{tunnel1 + "TunnelBgpConfig.LocalAsn": "65530"}, "", tunnel2 + "TunnelBgpConfig.LocalAsn", conflict,
		"the other one has the default, whether BGP is on or off"},
	{"LocalAsn of the second tunnel alone", pairs{tunnel2 + "TunnelBgpConfig.LocalAsn": "65530"}, "", tunnel2 + "TunnelBgpConfig.LocalAsn", conflict,
		"the first one has the default"},
	{"LocalAsn of both tunnels, different", pairs{tunnel1 + "TunnelBgpConfig.LocalAsn": "65530", tunnel2 + "TunnelBgpConfig.LocalAsn": "65531"}, "",
		tunnel2 + "TunnelBgpConfig.LocalAsn", conflict, "both are in the same network"},
	{"LocalAsn of both tunnels, the least", pairs{tunnel1 + "TunnelBgpConfig.LocalAsn": "1", tunnel2 + "TunnelBgpConfig.LocalAsn": "1"}, "", "", nil,
		"the documented minimum"},
	{"LocalAsn of both tunnels, the largest", pairs{tunnel1 + "TunnelBgpConfig.LocalAsn": "4294967295", tunnel2 + "TunnelBgpConfig.LocalAsn": "4294967295"}, "", "", nil,
		"the documented maximum"},
	{"BGP of tunnels, off", pairs{tunnel1 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30"}, "", "", nil,
		"a well-known client sends this; advised against, not refused"},
	{"BGP of tunnels, off, in one block", pairs{tunnel1 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30", tunnel2 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30"}, "",
		tunnel2 + "TunnelBgpConfig.TunnelCidr", duplicate, "a block is for one tunnel, whether BGP is on or off"},
	{"BGP of tunnels, on and nothing else", pairs{"EnableTunnelsBgp": "true", tunnel1 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30",
		tunnel1 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.1", tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.11.1"}, "",
		tunnel2 + "TunnelBgpConfig.TunnelCidr", required, "each tunnel needs a block"},
	{"an algorithm for SM in one tunnel", pairs{tunnel2 + "TunnelIkeConfig.IkeEncAlg": "sm4", tunnel2 + "TunnelIkeConfig.RemoteId": "x",
		tunnel2 + "RemoteCaCertificate": certificate}, "", "", nil, "advised against, not refused"},
	{"an algorithm for SM in one tunnel, and no certificate", pairs{tunnel2 + "TunnelIpsecConfig.IpsecEncAlg": "sm4", tunnel2 + "TunnelIkeConfig.RemoteId": "x"}, "",
		tunnel2 + "RemoteCaCertificate", required, "each tunnel needs its own"},
	{"an algorithm for SM in one tunnel, and no RemoteId", pairs{tunnel1 + "TunnelIpsecConfig.IpsecAuthAlg": "sm3", tunnel1 + "RemoteCaCertificate": certificate}, "",
		tunnel1 + "TunnelIkeConfig.RemoteId", required, "each tunnel needs its own"},
}

// everythingOfTunnels has every setting of both tunnels.
func everythingOfTunnels() pairs {
	all := pairs{"EnableTunnelsBgp": "true"}
	for i, tunnel := range []string{tunnel1, tunnel2} {
		for name, value := range (pairs{
			"EnableDpd":                       "false",
			"EnableNatTraversal":              "true",
			"TunnelBgpConfig.LocalAsn":        "65530",
			"TunnelBgpConfig.LocalBgpIp":      fmt.Sprintf("169.254.1%d.2", i),
			"TunnelBgpConfig.TunnelCidr":      fmt.Sprintf("169.254.1%d.0/30", i),
			"TunnelIkeConfig.IkeAuthAlg":      "sha256",
			"TunnelIkeConfig.IkeEncAlg":       "aes256",
			"TunnelIkeConfig.IkeLifetime":     "28800",
			"TunnelIkeConfig.IkeMode":         "main",
			"TunnelIkeConfig.IkePfs":          "group14",
			"TunnelIkeConfig.IkeVersion":      "ikev2",
			"TunnelIkeConfig.LocalId":         "vpc.example.com",
			"TunnelIkeConfig.Psk":             "k7#Vq2&xLd9%Kw4+Zr8=Hb3~",
			"TunnelIkeConfig.RemoteId":        "office.example.com",
			"TunnelIpsecConfig.IpsecAuthAlg":  "sha512",
			"TunnelIpsecConfig.IpsecEncAlg":   "aes192",
			"TunnelIpsecConfig.IpsecLifetime": "3600",
			"TunnelIpsecConfig.IpsecPfs":      "group14",
		}) {
			all[tunnel+name] = value
		}
	}
	return all
}

// tunnelBGPChanges change a request with BGP in both tunnels.
var tunnelBGPChanges = []change{
	{"BGP of tunnels, on", nil, "", "", nil, "all that it needs"},
	{"BGP of tunnels, without LocalBgpIp", nil, tunnel1 + "TunnelBgpConfig.LocalBgpIp", tunnel1 + "TunnelBgpConfig.LocalBgpIp", required, "this end has no address"},
	{"BGP of tunnels, without TunnelCidr", nil, tunnel1 + "TunnelBgpConfig.TunnelCidr", tunnel1 + "TunnelBgpConfig.TunnelCidr", required,
		"the error table has a code for it"},
	{"BGP of tunnels, the first address of the block", pairs{tunnel1 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.0"}, "", tunnel1 + "TunnelBgpConfig.LocalBgpIp", outOfRange,
		"the network's own"},
	{"BGP of tunnels, the last address of the block", pairs{tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.11.3"}, "", tunnel2 + "TunnelBgpConfig.LocalBgpIp", outOfRange,
		"the broadcast address"},
	{"BGP of tunnels, an address of the other", pairs{tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.2"}, "", tunnel2 + "TunnelBgpConfig.LocalBgpIp", outOfRange,
		"each tunnel has its own block"},
	{"BGP of tunnels, in one block", pairs{tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.1", tunnel2 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30"}, "",
		tunnel2 + "TunnelBgpConfig.TunnelCidr", duplicate, "a block is for one tunnel"},
	{"BGP of tunnels, off in spite of blocks", pairs{"EnableTunnelsBgp": "false"}, "", "", nil, "kept for later"},
	{"BGP of tunnels, with a LocalAsn that is bad", pairs{tunnel1 + "TunnelBgpConfig.LocalAsn": "0"}, "", tunnel1 + "TunnelBgpConfig.LocalAsn", outOfRange,
		"an invalid value is not compared"},
}

// tunnelSMChanges change a request with tunnels for an SM gateway.
var tunnelSMChanges = []change{
	{"SM tunnels", nil, "", "", nil, "a certificate and a RemoteId in each"},
	{"SM tunnels with ikev2", pairs{tunnel2 + "TunnelIkeConfig.IkeVersion": "ikev2"}, "", tunnel2 + "TunnelIkeConfig.IkeVersion", conflict, "such a gateway supports only ikev1"},
	{"SM tunnels with aggressive", pairs{tunnel1 + "TunnelIkeConfig.IkeMode": "aggressive"}, "", tunnel1 + "TunnelIkeConfig.IkeMode", conflict, "such a gateway supports only main"},
	{"SM tunnels with aes", pairs{tunnel1 + "TunnelIkeConfig.IkeEncAlg": "aes"}, "", tunnel1 + "TunnelIkeConfig.IkeEncAlg", conflict,
		"the default of other gateways, set explicitly"},
	{"SM tunnels with sha256", pairs{tunnel2 + "TunnelIkeConfig.IkeAuthAlg": "sha256"}, "", tunnel2 + "TunnelIkeConfig.IkeAuthAlg", conflict,
		"a good algorithm that such a gateway lacks"},
	{"SM tunnels with sha1 in phase 2", pairs{tunnel2 + "TunnelIpsecConfig.IpsecAuthAlg": "sha1"}, "", tunnel2 + "TunnelIpsecConfig.IpsecAuthAlg", conflict,
		"both phases have the same algorithms"},
	{"SM tunnels with aes256 in phase 2", pairs{tunnel1 + "TunnelIpsecConfig.IpsecEncAlg": "aes256"}, "", tunnel1 + "TunnelIpsecConfig.IpsecEncAlg", conflict,
		"both phases have the same algorithms"},
	{"SM tunnels with sm3 and sm4", pairs{tunnel1 + "TunnelIkeConfig.IkeAuthAlg": "sm3", tunnel1 + "TunnelIkeConfig.IkeEncAlg": "sm4",
		tunnel2 + "TunnelIpsecConfig.IpsecAuthAlg": "sm3", tunnel2 + "TunnelIpsecConfig.IpsecEncAlg": "sm4"}, "", "", nil, "their defaults, set explicitly"},
	{"SM tunnels without a RemoteId", nil, tunnel2 + "TunnelIkeConfig.RemoteId", tunnel2 + "TunnelIkeConfig.RemoteId", required, "each tunnel needs its own"},
	{"SM tunnels, one without a certificate", nil, tunnel1 + "RemoteCaCertificate", "", nil, "it requires nothing; advised against, not refused"},
}
