package vpntest

import (
	"fmt"
	"strings"
)

// changesOf2019 are the names of the changes with another result in edition 2025.
var changesOf2019 = []string{
	"every setting", "dotted local ID of four, all the same", "dotted local ID, empty, and one in JSON", "dotted, both local IDs, different",
	"DryRun", "EnableDpd", "AutoConfigRoute", "HealthCheckConfig", "Tags.1.Key",
}

// changes2025 are about which parameters there are.
var changes2025 = []change{
	{"every setting", pairs{
		"AutoConfigRoute": "false", "ClientToken": "02fb3da4-130e-11e9-8e44-0016e04115b", "DryRun": "false", "EffectImmediately": "true", "EnableDpd": "false",
		"EnableNatTraversal": "false", "Name": "IPsec", "Tags.1.Key": "env", "Tags.1.Value": "test",
		"BgpConfig":         `{"EnableBgp":"true","LocalAsn":"45104","LocalBgpIp":"169.254.10.1","TunnelCidr":"169.254.10.0/30"}`,
		"HealthCheckConfig": `{"dip":"192.168.0.1","enable":"true","interval":"3","retry":"3","sip":"10.0.0.1"}`,
		"IkeConfig": `{"IkeAuthAlg":"sha256","IkeEncAlg":"aes256","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group14","IkeVersion":"ikev2",` +
			`"LocalId":"vpc.example.com","Psk":"k7#Vq2&xLd9%Kw4+Zr8=Hb3~","RemoteId":"office.example.com"}`,
		"IpsecConfig": `{"IpsecAuthAlg":"sha256","IpsecEncAlg":"aes256","IpsecLifetime":3600,"IpsecPfs":"group14"}`,
	}, "", "", nil, "no setting conflicts with another, except those for SM gateways"},
	{"EnableTunnelsBgp without tunnels", pairs{"EnableTunnelsBgp": "true"}, "", tunnels, required, "it is about tunnels, so these are missing"},
	{"EnableTunnelsBgp without tunnels, off", pairs{"EnableTunnelsBgp": "false"}, "", tunnels, required, "it is about tunnels, whatever its value"},
	{"EnableTunnelsBgp without tunnels, empty", pairs{"EnableTunnelsBgp": ""}, "", "", nil, "counts as unset when parsed"},
	{"EnableTunnelsBgp without tunnels, bad", pairs{"EnableTunnelsBgp": "yes"}, "", "EnableTunnelsBgp", unsupported, "an invalid value requires nothing else"},
	{"dotted LocalIdIPsec", pairs{"IkeConfig.LocalIdIPsec": "x"}, "", "IkeConfig.LocalIdIPsec", unknown, "the name in 2019, no longer in any document"},
	{"dotted LocalId, and the same in JSON", pairs{"IkeConfig.LocalId": "x", "IkeConfig": `{"LocalId":"x"}`}, "", "", nil, "given twice, but the same"},
	{"tags as one JSON text", pairs{"Tags": `[{"Key":"env"}]`}, "", "Tags", badType, "how a command line sends an array"},
	{"ResourceGroupId", pairs{"ResourceGroupId": "rg-1"}, "", "ResourceGroupId", unknown, "the connection has its gateway's; only replies have it"},
	{"NetworkType", pairs{"NetworkType": "public"}, "", "NetworkType", unknown, "a parameter of another operation, which a well-known client documents"},
	{"Description", pairs{"Description": "x"}, "", "Description", unknown, "a member of the replies"},
	{"TunnelIndex", pairs{"TunnelIndex": "1"}, "", "TunnelIndex", unknown, "a member of the replies"},
	{"dryRun", pairs{"dryRun": "true"}, "", "dryRun", unknown, "letter case counts; without it a connection would be created"},
	{"EnableDPD", pairs{"EnableDPD": "true"}, "", "EnableDPD", unknown, "the spelling in Go"},
	{"BGPConfig", pairs{"BGPConfig": "{}"}, "", "BGPConfig", unknown, "the spelling in Go"},
	{"RemoteCACertificate", pairs{"RemoteCACertificate": certificate}, "", "RemoteCACertificate", unknown, "the spelling in Go"},
	{"a Tag", pairs{"Tag.1.Key": "env"}, "", "Tag.1.Key", unknown, "the name in other operations"},
}

// tagChanges are about several tags, and their numbers.
var tagChanges = []change{
	{"two tags", pairs{"Tags.1.Key": "env", "Tags.1.Value": "test", "Tags.2.Key": "owner"}, "", "", nil, "the second one without a value"},
	{"two tags with one value", pairs{"Tags.1.Key": "env", "Tags.1.Value": "test", "Tags.2.Key": "owner", "Tags.2.Value": "test"}, "", "", nil, "only keys differ"},
	{"two tags whose keys differ in letter case", pairs{"Tags.1.Key": "env", "Tags.2.Key": "Env"}, "", "", nil, "letter case counts"},
	{"20 tags", tagsUpTo(20), "", "", nil, "the documented maximum; as text, 10 comes before 2"},
	{"21 tags", tagsUpTo(21), "", "Tags", tooMany, "one over, although the API's schema accepts 21"},
	{"a tag in a far place", pairs{"Tags.1000000000.Key": "env"}, "", "Tags", tooMany, "a large number costs nothing"},
	{"a tag in a place over 64 bits", pairs{"Tags.18446744073709551617.Key": "env"}, "", "Tags", tooMany, "in 64 bits it is 1"},
	{"a tag key twice", pairs{"Tags.1.Key": "env", "Tags.2.Key": "env"}, "", "Tags.2.Key", duplicate, "the error table has a code for it"},
	{"a tag key twice, far apart", merged(tagsUpTo(20), pairs{"Tags.20.Key": "k1"}), "", "Tags.20.Key", duplicate, "the first and the last of 20"},
	{"a tag without a key", pairs{"Tags.1.Value": "test"}, "", "Tags.1.Key", required, "a value needs one"},
	{"a tag with a key that is empty", pairs{"Tags.1.Key": "", "Tags.1.Value": "test"}, "", "Tags.1.Key", required, "what is empty counts as unset"},
	{"a tag in place 2 alone", pairs{"Tags.2.Key": "env"}, "", "Tags.1.Key", required, "numbers have no gaps"},
	{"tags in places 1 and 3", pairs{"Tags.1.Key": "env", "Tags.3.Key": "owner"}, "", "Tags.2.Key", required, "numbers have no gaps"},
	{"tags in places 1 and 20", pairs{"Tags.1.Key": "env", "Tags.20.Key": "owner"}, "", "Tags.2.Key", required, "one mistake for a gap, however wide"},
	{"a tag in place 2, and an empty one before it", pairs{"Tags.1.Key": "", "Tags.1.Value": "", "Tags.2.Key": "env"}, "", "Tags.1.Key", required,
		"what is empty counts as unset"},
	{"a tag in place 2 that is empty", pairs{"Tags.1.Key": "env", "Tags.2.Key": ""}, "", "", nil, "what is empty counts as unset"},
	{"a tag in place 0", pairs{"Tags.0.Key": "env"}, "", "Tags.0.Key", unknown, "numbers start at 1"},
	{"a tag in place 01", pairs{"Tags.01.Key": "env"}, "", "Tags.01.Key", unknown, "not the form of a number"},
	{"a tag without a place", pairs{"Tags.Key": "env"}, "", "Tags.Key", unknown, "numbers start at 1"},
	{"a tag without a member", pairs{"Tags.1": "env"}, "", "Tags.1", unknown, "a tag is not text"},
	{"a tag with a member that is unknown", pairs{"Tags.1.Key": "env", "Tags.1.TagKey": "env"}, "", "Tags.1.TagKey", unknown, "the name in replies of other operations"},
}

// tagsUpTo returns n tags.
func tagsUpTo(n int) pairs {
	tags := make(pairs)
	for i := range n {
		tags[fmt.Sprintf("Tags.%d.Key", i+1)] = fmt.Sprintf("k%d", i+1)
	}
	return tags
}

func merged(a, b pairs) pairs {
	for name, value := range b {
		a[name] = value
	}
	return a
}

// clientChanges are what well-known clients really send, or sent for a long time.
var clientChanges = []change{
	{"Terraform: one tunnel", pairs{
		"AutoConfigRoute": "true", "ClientToken": "TF-CreateVpnConnection-1724198400-0a1b2c3d4e5f60718293a4b5c6d7", "EffectImmediately": "false",
		"EnableDpd": "true", "EnableNatTraversal": "true", "Name": "tf-testacc", "LocalSubnet": "10.0.1.0/24,10.0.0.0/24", "RemoteSubnet": "10.0.3.0/24,10.0.2.0/24",
		"BgpConfig":         `{"EnableBgp":true,"LocalAsn":"1219002","LocalBgpIp":"169.254.10.1","TunnelCidr":"169.254.10.0/30"}`,
		"HealthCheckConfig": `{"dip":"1.1.1.1","enable":true,"interval":3,"retry":3,"sip":"3.3.3.3"}`,
		"IkeConfig": `{"IkeAuthAlg":"sha256","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev2",` +
			`"LocalId":"localid1","Psk":"12345678","RemoteId":"remoteId1"}`,
		"IpsecConfig": `{"IpsecAuthAlg":"sha256","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"disabled"}`,
	}, "", "", nil, "Booleans and numbers without quotes, LocalAsn in quotes, blocks in its own order"},
	{"Terraform: two tunnels", pairs{
		"AutoConfigRoute": "true", "CustomerGatewayId": "", "EffectImmediately": "false", "EnableTunnelsBgp": "true", "Name": "tf-testacc",
		tunnel1 + "CustomerGatewayId": "cgw-1", tunnel1 + "EnableDpd": "false", tunnel1 + "EnableNatTraversal": "false", tunnel1 + "Role": "",
		tunnel1 + "TunnelBgpConfig.LocalAsn": "1219002", tunnel1 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.1", tunnel1 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30",
		tunnel1 + "TunnelIkeConfig.IkeMode": "aggressive", tunnel1 + "TunnelIkeConfig.IkeVersion": "ikev2", tunnel1 + "TunnelIkeConfig.IkeLifetime": "3600",
		tunnel1 + "TunnelIkeConfig.LocalId": "", tunnel1 + "TunnelIkeConfig.Psk": "12345678",
		tunnel2 + "CustomerGatewayId": "cgw-1", tunnel2 + "EnableDpd": "false", tunnel2 + "EnableNatTraversal": "false", tunnel2 + "Role": "",
		tunnel2 + "TunnelBgpConfig.LocalAsn": "1219002", tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.20.1", tunnel2 + "TunnelBgpConfig.TunnelCidr": "169.254.20.0/30",
		tunnel2 + "TunnelIkeConfig.RemoteId": "139.18.1.1", tunnel2 + "TunnelIpsecConfig.IpsecPfs": "group5", tunnel2 + "TunnelIpsecConfig.IpsecLifetime": "16400",
	}, "", "", nil, "unset Role and CustomerGatewayId as \"\", unset Booleans as false, and a mode under ikev2"},
	{"Terraform: a tunnel without a customer gateway", pairs{
		"CustomerGatewayId":           "",
		tunnel1 + "CustomerGatewayId": "cgw-1", tunnel1 + "EnableDpd": "false", tunnel1 + "EnableNatTraversal": "false", tunnel1 + "Role": "",
		tunnel2 + "CustomerGatewayId": "", tunnel2 + "EnableDpd": "false", tunnel2 + "EnableNatTraversal": "false", tunnel2 + "Role": "",
	}, "", tunnel2 + "CustomerGatewayId", required, "an unset one is sent as \"\", which is not a gateway to the service"},
	{"Terraform: a modification's health check", pairs{"HealthCheckConfig": `{"Dip":"1.1.1.1","Enable":true,"Interval":10,"Retry":10,"Sip":"3.3.3.3"}`}, "", "", nil,
		"capital first letters"},
	{"Terraform: BGP turned off", pairs{"BgpConfig": `{"EnableBgp":false,"LocalAsn":"45104","LocalBgpIp":"169.254.11.1","TunnelCidr":"169.254.11.0/30"}`}, "", "", nil,
		"the other members stay"},
	{"Terraform: a blank after HealthCheckConfig", pairs{"HealthCheckConfig ": `{"enable":true}`}, "", "HealthCheckConfig ", unknown, "sent this way for months"},
	{"Terraform: a blank after BgpConfig", pairs{"BgpConfig ": `{"EnableBgp":true}`}, "", "BgpConfig ", unknown, "sent this way for months"},
	{"Terraform: sha2", pairs{"IkeConfig": `{"IkeAuthAlg":"sha2"}`}, "", "IkeConfig.IkeAuthAlg", unsupported, "in its documentation and in templates made from it; it does not exist"},
	{"the command line: an example's quotes", pairs{"IkeConfig": `{_:_Psk_:_:_:_1234_:_}`}, "", "IkeConfig", badType, "the official example has _:_ for each quote"},
	{"an SDK of old: everything empty", pairs{
		"BgpConfig": "", "ClientToken": "", "DryRun": "", "EnableTunnelsBgp": "", "HealthCheckConfig": "", "IkeConfig": "", "IpsecConfig": "", "Name": "",
		"RemoteCaCertificate": "", "Tags.1.Key": "", "Tags.1.Value": "", tunnels: "", tunnel1 + "Role": "", tunnel2 + "TunnelIkeConfig.Psk": "",
	}, "", "", nil, "what is empty counts as unset, in lists too"},
	{"templates of old: LocalIdIPsec", pairs{"IkeConfig": `{"LocalIdIPsec":"x"}`}, "", "IkeConfig.LocalIdIPsec", unknown, "a template language of the vendor still has it"},
	{"templates of old: a name of 128 characters", pairs{"Name": strings.Repeat("n", 128)}, "", "Name", tooLong, "a template language of the vendor still allows it"},
}
