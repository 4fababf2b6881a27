package vpntest

import "github.com/ipsec-go/aliyun"

// cases2019 has the cases of edition 2019.
var cases2019 = []group{
	{fields: []string{"CustomerGatewayId", "RegionId", "VpnGatewayId"}, edges: identifierEdges},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetEdges},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetListEdges},
	{fields: []string{"ClientToken"}, edges: tokenEdges},
	{fields: booleans(aliyun.Edition2019), edges: booleanEdges},
	{fields: []string{"Name"}, edges: nameLengthEdges},
	{fields: []string{"Name"}, edges: nameASCIIEdges},
	{fields: []string{"Name"}, edges: nameUnicodeEdges},
	{fields: []string{"IkeConfig.Psk"}, edges: pskEdges},
	{fields: []string{"IkeConfig.IkeVersion"}, edges: versionEdges, values: true},
	{fields: []string{"IkeConfig.IkeMode"}, edges: modeEdges, values: true},
	{fields: []string{"IkeConfig.IkeEncAlg", "IpsecConfig.IpsecEncAlg"}, edges: encAlgEdges, values: true},
	{fields: []string{"IkeConfig.IkeAuthAlg", "IpsecConfig.IpsecAuthAlg"}, edges: authAlgEdges, values: true},
	{fields: []string{"IkeConfig.IkePfs", "IpsecConfig.IpsecPfs"}, edges: groupEdges, values: true},
	{fields: []string{"IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime"}, edges: lifetimeEdges, literal: true},
	{fields: []string{"IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId"}, edges: idEdges},
	{fields: []string{"IkeConfig", "IpsecConfig"}, edges: jsonEdges},
	{fields: []string{"IkeConfig"}, edges: ikeJSONEdges},
	{fields: []string{"IpsecConfig"}, edges: ipsecJSONEdges},
	{changes: changes},
}
