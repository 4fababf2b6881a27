package vpntest

// cases2019 has the cases of edition 2019.
var cases2019 = []group{
	{fields: []string{"CustomerGatewayId", "RegionId", "VpnGatewayId"}, edges: identifierEdges},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetEdges},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetListEdges},
	{fields: []string{"ClientToken"}, edges: tokenEdges},
	{fields: []string{"EffectImmediately"}, edges: booleanEdges},
	{fields: []string{"Name"}, edges: nameLengthEdges},
	{fields: []string{"Name"}, edges: nameASCIIEdges},
	{fields: []string{"Name"}, edges: nameUnicodeEdges},
	{fields: []string{"IkeConfig.Psk"}, edges: pskEdges},
	{fields: []string{"IkeConfig.IkeVersion"}, edges: versionEdges},
	{fields: []string{"IkeConfig.IkeMode"}, edges: modeEdges},
	{fields: []string{"IkeConfig.IkeEncAlg", "IpsecConfig.IpsecEncAlg"}, edges: encAlgEdges},
	{fields: []string{"IkeConfig.IkeAuthAlg", "IpsecConfig.IpsecAuthAlg"}, edges: authAlgEdges},
	{fields: []string{"IkeConfig.IkePfs", "IpsecConfig.IpsecPfs"}, edges: groupEdges},
	{fields: []string{"IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime"}, edges: lifetimeEdges, literal: true},
	{fields: []string{"IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId"}, edges: idEdges},
	{fields: []string{"IkeConfig", "IpsecConfig"}, edges: jsonEdges},
	{fields: []string{"IkeConfig"}, edges: ikeJSONEdges},
	{fields: []string{"IpsecConfig"}, edges: ipsecJSONEdges},
	{changes: changes},
}
