package vpnconn

import (
	"slices"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

var (
	localASN        = []parameters.Key{parameters.BGP, parameters.LocalASN}
	bgpObject       = []parameters.Key{parameters.BGP}
	roleKeys        = []parameters.Key{parameters.Role}
	certificateKeys = []parameters.Key{parameters.RemoteCACertificate}
)

// unusedBySM lists what only standard gateways use.
var unusedBySM = []struct {
	id   string
	keys []parameters.Key
}{
	{"sm-unused-psk", []parameters.Key{parameters.IKE, parameters.PSK}},
	{"sm-unused-ike-pfs", []parameters.Key{parameters.IKE, parameters.IKEPFS}},
	{"sm-unused-local-id", []parameters.Key{parameters.IKE, parameters.LocalID}},
	{"sm-unused-ipsec-pfs", []parameters.Key{parameters.IPsec, parameters.IPsecPFS}},
}

// tunnelChecks has the checks of BGP, roles and SM, of which the edition of 2019 knows nothing.
var tunnelChecks = in2025(slices.Concat([]check{
	{
		id: "tunnel-order", keys: roleKeys, severity: Note,
		reference: "product page, IPsec-VPN connections that support the dual-tunnel mode",
		problem: [2]string{
			"the first tunnel is on the gateway's first address and active whatever its role says: put the master first",
			"第一条隧道使用网关的第一个地址，无论角色如何都是主隧道，请把 master 放在第一位",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isTunnel && s.place == 0 && Role(s.n.Text(parameters.Role)) == RoleSlave
		},
	},
	{
		id: "bgp-unused", keys: bgpObject, severity: Note,
		reference: "ModifyVpnConnectionAttribute, TunnelBgpConfig",
		problem: [2]string{
			"EnableTunnelsBgp is not true, so BGP is not used: either of the two is a mistake",
			"EnableTunnelsBgp 不为 true，BGP 不会启用，两者必有一处有误",
		},
		found: func(s *situation) ([]any, bool) { return nil, s.isTunnel && !s.bgp && s.n.Has(parameters.BGP) },
	},
	{
		id: "bgp-asn-unset", keys: localASN, severity: Note,
		reference: "CreateVpnConnection, EnableTunnelsBgp",
		problem: [2]string{
			"the document wants the AS number in both tunnels and prints a default all the same",
			"文档要求两条隧道都填写自治系统号，却又给出了默认值",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isTunnel && s.bgp && !s.isSet(parameters.BGP, parameters.LocalASN)
		},
	},
	{
		id: "bgp-asn-public", keys: localASN, severity: Note, reference: "RFC 6996, section 5",
		problem: [2]string{
			"the document advises a private AS number, 64512 to 65534 or 4200000000 to 4294967294",
			"文档建议使用私有自治系统号，即 64512 到 65534 或 4200000000 到 4294967294",
		},
		found: func(s *situation) ([]any, bool) {
			asn := s.n.Members(parameters.BGP).Number(parameters.LocalASN)
			private := 64512 <= asn && asn <= 65534 || 4200000000 <= asn && asn <= 4294967294
			return nil, s.isSet(parameters.BGP, parameters.LocalASN) && !private
		},
	},
	{
		id: "sm-one-tunnel", keys: certificateKeys, severity: Note,
		reference: "CreateVpnConnection, RemoteCaCertificate",
		problem: [2]string{
			"the other tunnel asks for an SM gateway, and this one for a standard gateway: both tunnels are on one gateway",
			"另一条隧道要求国密型网关，而本条隧道要求普通型网关，但两条隧道属于同一个网关",
		},
		found: func(s *situation) ([]any, bool) {
			isSM := func(e *situation) bool { return e.isSM }
			return nil, s.isTunnel && !s.isSM && slices.ContainsFunc(s.whole.ends, isSM)
		},
	},
}, unusedOnSM()))

// unusedOnSM returns the checks of what only standard gateways use.
func unusedOnSM() (list []check) {
	for _, unused := range unusedBySM {
		object, k := unused.keys[0], unused.keys[1]
		list = append(list, check{
			id: unused.id, keys: unused.keys, severity: Note,
			reference: "console guide of 2021-03",
			problem: [2]string{
				"an SM gateway does not use this setting",
				"国密型网关不使用该设置",
			},
			found: func(s *situation) ([]any, bool) {
				return nil, s.n.Has(parameters.RemoteCACertificate) && s.isSet(object, k)
			},
			cure: setTo("", unused.keys...),
		})
	}
	return list
}

// in2025 returns checks of that edition alone.
func in2025(list []check) []check {
	for i := range list {
		list[i].edition = aliyun.Edition2025
	}
	return list
}
