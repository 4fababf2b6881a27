package vpnconn

import (
	"slices"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

var localASN = path{parameters.BGP, parameters.LocalASN}

// tunnelChecks has the checks of roles, BGP and SM, which edition 2019 does not have.
var tunnelChecks = in2025(slices.Concat([]check{
	{
		id: "tunnel-order", path: path{parameters.Role}, severity: Note,
		reference: "product page, create and manage an IPsec-VPN connection in dual-tunnel mode",
		problem: [2]string{
			"the first tunnel is on the gateway's first address and active regardless of its role: put the master first",
			"第一条隧道使用网关的第一个 IP 地址，无论 Role 取何值都是主隧道，请将 master 隧道放在首位",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isTunnel && s.place == 0 && Role(s.n.Text(parameters.Role)) == RoleSlave
		},
	},
	{
		id: "bgp-unused", path: path{parameters.BGP}, severity: Note,
		reference: "ModifyVpnConnectionAttribute, TunnelBgpConfig",
		problem: [2]string{
			"EnableTunnelsBgp is not true, so BGP stays off and these settings have no effect",
			"EnableTunnelsBgp 未设为 true，BGP 不会启用，这些参数不起作用",
		},
		found: func(s *situation) ([]any, bool) { return nil, s.isTunnel && !s.bgp && s.n.Has(parameters.BGP) },
	},
	{
		id: "bgp-asn-unset", path: localASN, severity: Note,
		reference: "CreateVpnConnection, EnableTunnelsBgp",
		problem: [2]string{
			"the document requires the AS number in both tunnels, but also gives a default",
			"文档要求两条隧道都填写自治系统号，却又给出了默认值",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isTunnel && s.bgp && !s.isSet(parameters.BGP, parameters.LocalASN)
		},
		cure: func(s *situation) []fix {
			return []fix{{s.end, localASN, s.member(parameters.BGP, parameters.LocalASN).Default}}
		},
	},
	{
		id: "bgp-asn-public", path: localASN, severity: Note, reference: "RFC 6996, section 5",
		problem: [2]string{
			"the document advises a private AS number, 64512 to 65534 or 4200000000 to 4294967294",
			"文档建议使用私有自治系统号，即 64512 到 65534 或 4200000000 到 4294967294",
		},
		found: func(s *situation) ([]any, bool) {
			// The default is a public number, but the cloud owns it.
			m, bgp := s.member(parameters.BGP, parameters.LocalASN), s.n.Members(parameters.BGP)
			asn := effectiveNumber(m, bgp)
			return nil, asn != effectiveNumber(m, nil) && !isPrivate(asn)
		},
	},
	{
		id: "sm-one-tunnel", path: path{parameters.RemoteCACertificate}, severity: Note,
		reference: "CreateVpnConnection, RemoteCaCertificate",
		problem: [2]string{
			"the other tunnel asks for an SM gateway and this one for a standard gateway, but both are on the same gateway",
			"另一条隧道要求国密型网关，本隧道要求普通型网关，但两条隧道同属一个网关",
		},
		found: func(s *situation) ([]any, bool) {
			isSM := func(e *situation) bool { return e.isSM }
			return nil, !s.isSM && slices.ContainsFunc(s.ends, isSM)
		},
	},
}, unusedOnSM()))

// isPrivate reports whether an AS number is for private use: RFC 6996, section 5.
func isPrivate(asn int64) bool {
	return 64512 <= asn && asn <= 65534 || 4200000000 <= asn && asn <= 4294967294
}

// unusedBySM lists what only standard gateways use.
var unusedBySM = []struct {
	id        string
	object, k parameters.Key
}{
	{"sm-unused-psk", parameters.IKE, parameters.PSK},
	{"sm-unused-ike-pfs", parameters.IKE, parameters.IKEPFS},
	{"sm-unused-local-id", parameters.IKE, parameters.LocalID},
	{"sm-unused-ipsec-pfs", parameters.IPsec, parameters.IPsecPFS},
}

// unusedOnSM returns the checks of what only standard gateways use.
func unusedOnSM() (list []check) {
	for _, unused := range unusedBySM {
		list = append(list, check{
			id: unused.id, path: path{unused.object, unused.k}, severity: Note, reference: "console guide of 2021-03",
			problem: [2]string{"an SM gateway does not use this setting", "国密型网关不使用该参数"},
			found: func(s *situation) ([]any, bool) {
				return nil, s.isSM && s.isSet(unused.object, unused.k)
			},
			cure: setTo("", unused.object, unused.k),
		})
	}
	return list
}

// in2025 returns checks that only edition 2025 has.
func in2025(list []check) []check {
	for i := range list {
		list[i].edition = aliyun.Edition2025
	}
	return list
}
