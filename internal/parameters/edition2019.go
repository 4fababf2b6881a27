package parameters

import "github.com/ipsec-go/aliyun"

// connection2019 returns the parameters of edition 2019, of 2019-06-04. Source: CreateVpnConnection,
// AlibabaCloudDocs/vpn at c02861c.
func connection2019() *Table {
	return newTable(aliyun.Edition2019, []Member{
		{Key: Action, Name: "Action", Kind: Operation, Values: []string{operation}, Required: true},
		{Key: CustomerGatewayID, Name: "CustomerGatewayId", Kind: Identifier, Required: true},
		{Key: LocalSubnet, Name: "LocalSubnet", Kind: Blocks, Required: true},
		{Key: RegionID, Name: "RegionId", Kind: Identifier, Required: true},
		{Key: RemoteSubnet, Name: "RemoteSubnet", Kind: Blocks, Required: true},
		{Key: VPNGatewayID, Name: "VpnGatewayId", Kind: Identifier, Required: true},
		{Key: ClientToken, Name: "ClientToken", Kind: ASCII, Min: 1, Max: 64},
		{Key: EffectImmediately, Name: "EffectImmediately", Kind: Boolean, Default: "false"},
		{Key: IKE, Name: "IkeConfig", Kind: Object, JSON: true, Table: ike2019()},
		{Key: IPsec, Name: "IpsecConfig", Kind: Object, JSON: true, Table: ipsec2019()},
		// That a name cannot start with http:// or https:// needs no row: a colon is not allowed anywhere.
		{Key: Name, Name: "Name", Kind: LetterName, Min: 2, Max: 128},
	})
}

func ike2019() *Table {
	return newTable(aliyun.Edition2019, []Member{
		{Key: PSK, Name: "Psk", Kind: Secret, Min: 1, Max: 100},
		{Key: IKEVersion, Name: "IkeVersion", Kind: Enum, Values: []string{"ikev1", "ikev2"}, Default: "ikev1", Caveat: versionCaveat},
		{Key: IKEMode, Name: "IkeMode", Kind: Enum, Values: []string{"main", "aggressive"}, Default: "main"},
		{Key: IKEEncAlg, Name: "IkeEncAlg", Kind: Enum, Values: encAlgs2019, Default: "aes"},
		{Key: IKEAuthAlg, Name: "IkeAuthAlg", Kind: Enum, Values: authAlgs2019, Default: "sha1", Caveat: Caveat{"misspelt as sha", "文档误写为 sha"}},
		{Key: IKEPFS, Name: "IkePfs", Kind: Enum, Values: dhGroups2019, Default: "group2"},
		{Key: IKELifetime, Name: "IkeLifetime", Kind: Lifetime, Max: maxLifetime, Default: "86400"},
		// Documented as LocalIdIPsec; LocalId is what every client sends and the service reads.
		{Key: LocalID, Name: "LocalIdIPsec", Kind: Text, Min: 1, Max: 100, Names: []string{"LocalId", "LocalIdIPsec"}, Alias: "ike_local_id"},
		{Key: RemoteID, Name: "RemoteId", Kind: Text, Min: 1, Max: 100, Alias: "ike_remote_id"},
	})
}

func ipsec2019() *Table {
	return newTable(aliyun.Edition2019, []Member{
		{Key: IPsecEncAlg, Name: "IpsecEncAlg", Kind: Enum, Values: encAlgs2019, Default: "aes"},
		{Key: IPsecAuthAlg, Name: "IpsecAuthAlg", Kind: Enum, Values: authAlgs2019, Default: "sha1"},
		{Key: IPsecPFS, Name: "IpsecPfs", Kind: Enum, Values: dhGroups2019, Default: "group2"},
		{Key: IPsecLifetime, Name: "IpsecLifetime", Kind: Lifetime, Max: maxLifetime, Default: "86400"},
	})
}

var (
	encAlgs2019  = []string{"aes", "aes192", "aes256", "des", "3des"}
	authAlgs2019 = []string{"md5", "sha1"}
	dhGroups2019 = []string{"group1", "group2", "group5", "group14", "group24"}
)

// maxLifetime is in seconds, the same for both phases and in all editions.
const maxLifetime = 86400

// versionCaveat is for both editions: clients that sent nothing have read back ikev2.
var versionCaveat = Caveat{"though the service has been seen to take ikev2", "但实测服务端曾采用 ikev2"}

// operation is the name of the operation, the only value of Action.
const operation = "CreateVpnConnection"
