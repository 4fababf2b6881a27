package parameters

import (
	"cmp"
	"slices"

	"github.com/ipsec-go/aliyun"
)

// connection2025 returns the parameters of edition 2025, of 2025-05-31, unchanged to 2026-09-21. Source: the OpenAPI
// metadata of CreateVpnConnection, version 2016-04-28, and the comments of the official Go SDK vpc-20160428 v7.2.5.
func connection2025() *Table {
	return newTable(aliyun.Edition2025, []Member{
		// Today's document does not list Action, since all operations have it.
		{Key: Action, Name: "Action", Kind: Operation, Values: []string{operation}, Required: true},
		{Key: RegionID, Name: "RegionId", Kind: Identifier, Required: true},
		// The document gives no length. 64 is that of edition 2019, and still of similar operations.
		{Key: ClientToken, Name: "ClientToken", Kind: ASCII, Min: 1, Max: 64},
		{Key: CustomerGatewayID, Name: "CustomerGatewayId", Kind: Identifier, Required: true, Mode: SingleTunnel},
		{Key: VPNGatewayID, Name: "VpnGatewayId", Kind: Identifier, Required: true},
		{Key: Name, Name: "Name", Kind: Text, Min: 1, Max: 100, Starts: []string{"http://", "https://"}, FoldCase: true},
		{Key: LocalSubnet, Name: "LocalSubnet", Kind: Blocks, Required: true},
		{Key: RemoteSubnet, Name: "RemoteSubnet", Kind: Blocks, Required: true},
		{Key: EffectImmediately, Name: "EffectImmediately", Kind: Boolean, Default: "false"},
		{Key: IKE, Name: "IkeConfig", Kind: Object, Mode: SingleTunnel, JSON: true, Table: ike2025()},
		{Key: IPsec, Name: "IpsecConfig", Kind: Object, Mode: SingleTunnel, JSON: true, Table: ipsec2025()},
		{Key: HealthCheck, Name: "HealthCheckConfig", Kind: Object, Mode: SingleTunnel, JSON: true, Sparse: true, Table: healthCheck2025()},
		{Key: AutoConfigRoute, Name: "AutoConfigRoute", Kind: Boolean, Default: "true"},
		{Key: DPD, Name: "EnableDpd", Kind: Boolean, Mode: SingleTunnel, Default: "true"},
		{Key: NATTraversal, Name: "EnableNatTraversal", Kind: Boolean, Mode: SingleTunnel, Default: "true"},
		{Key: BGP, Name: "BgpConfig", Kind: Object, Mode: SingleTunnel, JSON: true, Sparse: true, Table: bgp2025()},
		{Key: RemoteCACertificate, Name: "RemoteCaCertificate", Kind: Certificate, Mode: SingleTunnel, SMRequired: true},
		// The schema's maxItems is 21, as for the tag lists of other operations, whose text also says 20.
		{Key: Tags, Name: "Tags", Kind: Array, Max: 20, Table: tag2025(), Mapping: true},
		{Key: Tunnels, Name: "TunnelOptionsSpecification", Kind: Array, Mode: DualTunnel, Min: 2, Max: 2, Table: tunnel2025()},
		{Key: TunnelsBGP, Name: "EnableTunnelsBgp", Kind: Boolean, Mode: DualTunnel, Default: "false"},
		{Key: DryRun, Name: "DryRun", Kind: Boolean, Default: "false"},
	})
}

func ike2025() *Table {
	return newTable(aliyun.Edition2025, []Member{
		{Key: PSK, Name: "Psk", Kind: ASCIISecret, Min: 1, Max: 100, SM: None},
		{Key: IKEVersion, Name: "IkeVersion", Kind: Enum, Values: []string{"ikev1", "ikev2"}, Default: "ikev1", Caveat: versionCaveat, SM: "ikev1"},
		{Key: IKEMode, Name: "IkeMode", Kind: Enum, Values: []string{"main", "aggressive"}, Default: "main", SM: "main"},
		{Key: IKEEncAlg, Name: "IkeEncAlg", Kind: Enum, Values: encAlgs2025, Default: "aes", SM: "sm4"},
		{Key: IKEAuthAlg, Name: "IkeAuthAlg", Kind: Enum, Values: authAlgs2025, Default: "md5", SM: "sm3"},
		{Key: IKEPFS, Name: "IkePfs", Kind: Enum, Values: dhGroups2025, Default: "group2", SM: None},
		{Key: IKELifetime, Name: "IkeLifetime", Kind: Lifetime, Max: maxLifetime, Default: "86400"},
		{Key: LocalID, Name: "LocalId", Kind: Word, Min: 1, Max: 100, Alias: "ike_local_id", SM: None},
		{Key: RemoteID, Name: "RemoteId", Kind: Word, Min: 1, Max: 100, Alias: "ike_remote_id", SMRequired: true},
	})
}

func ipsec2025() *Table {
	return newTable(aliyun.Edition2025, []Member{
		{Key: IPsecEncAlg, Name: "IpsecEncAlg", Kind: Enum, Values: encAlgs2025, Default: "aes", SM: "sm4"},
		{Key: IPsecAuthAlg, Name: "IpsecAuthAlg", Kind: Enum, Values: authAlgs2025, Default: "md5", SM: "sm3"},
		{Key: IPsecPFS, Name: "IpsecPfs", Kind: Enum, Values: append([]string{"disabled"}, dhGroups2025...), Default: "group2", SM: None},
		{Key: IPsecLifetime, Name: "IpsecLifetime", Kind: Lifetime, Max: maxLifetime, Default: "86400"},
	})
}

// sm3 and sm4 are only for SM gateways, by the Chinese text; the English text does not mention these gateways.
var (
	encAlgs2025  = []string{"aes", "aes192", "aes256", "des", "3des", "sm4"}
	authAlgs2025 = []string{"md5", "sha1", "sha256", "sha384", "sha512", "sm3"}
	dhGroups2025 = []string{"group1", "group2", "group5", "group14"}
)

// healthCheck2025 has lower-case names, as the document of this operation has them. A well-known client sends those of
// the modify operation, with a capital.
func healthCheck2025() *Table {
	t := newTable(aliyun.Edition2025, []Member{
		{Key: HealthCheckEnable, Name: "enable", Kind: Boolean, Default: "false"},
		{Key: HealthCheckDestination, Name: "dip", Kind: Address},
		{Key: HealthCheckSource, Name: "sip", Kind: Address},
		{Key: HealthCheckInterval, Name: "interval", Kind: Count, Min: 1, Default: "3"},
		{Key: HealthCheckRetry, Name: "retry", Kind: Count, Min: 1, Default: "3"},
	})
	t.CapitalNames = true
	return t
}

func bgp2025() *Table {
	return newTable(aliyun.Edition2025, []Member{
		{Key: BGPEnable, Name: "EnableBgp", Kind: Boolean, Default: "false", InTunnels: "EnableTunnelsBgp"},
		{Key: LocalASN, Name: "LocalAsn", Kind: ASN, Default: "45104"},
		{Key: TunnelCIDR, Name: "TunnelCidr", Kind: Link},
		{Key: LocalBGPIP, Name: "LocalBgpIp", Kind: Address},
	})
}

func tag2025() *Table {
	starts, parts := []string{"aliyun", "acs:"}, []string{"http://", "https://"}
	return newTable(aliyun.Edition2025, []Member{
		{Key: TagKey, Name: "Key", Kind: Text, Required: true, Min: 1, Max: 64, Starts: starts, Parts: parts},
		{Key: TagValue, Name: "Value", Kind: Text, Max: 128, Starts: starts, Parts: parts},
	})
}

// tunnel2025 returns the table of a tunnel. The document lists its members, and those of its objects, in alphabetical
// order.
func tunnel2025() *Table {
	return newTable(aliyun.Edition2025, []Member{
		{Key: CustomerGatewayID, Name: "CustomerGatewayId", Kind: Identifier, Required: true},
		{Key: DPD, Name: "EnableDpd", Kind: Boolean, Default: "true"},
		{Key: NATTraversal, Name: "EnableNatTraversal", Kind: Boolean, Default: "true"},
		{Key: RemoteCACertificate, Name: "RemoteCaCertificate", Kind: Certificate, SMRequired: true},
		{Key: Role, Name: "Role", Kind: Enum, Values: []string{"master", "slave"}},
		{Key: BGP, Name: "TunnelBgpConfig", Kind: Object, Sparse: true, Table: alphabetical(bgp2025(), BGPEnable)},
		{Key: IKE, Name: "TunnelIkeConfig", Kind: Object, Table: alphabetical(ike2025())},
		{Key: IPsec, Name: "TunnelIpsecConfig", Kind: Object, Table: alphabetical(ipsec2025())},
	})
}

// alphabetical returns the members of t in alphabetical order, without those of some keys.
func alphabetical(t *Table, less ...Key) *Table {
	members := slices.DeleteFunc(slices.Clone(t.Members), func(m Member) bool { return slices.Contains(less, m.Key) })
	slices.SortFunc(members, func(a, b Member) int { return cmp.Compare(a.Name, b.Name) })
	sorted := newTable(t.Edition, members)
	sorted.Full = t
	return sorted
}
