package vpnconn

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// subnetChecks has the checks of both sides, which all ends of a request share.
var subnetChecks = slices.Concat(
	sideChecks("local-subnet-", parameters.LocalSubnet),
	sideChecks("remote-subnet-", parameters.RemoteSubnet),
	[]check{
		{
			id: "remote-subnet-service-range", path: path{parameters.RemoteSubnet}, ofWhole: true, edition: aliyun.Edition2025,
			severity: Note, reference: "product page, configure BGP dynamic routing",
			problem: [2]string{
				"%s overlaps 100.64.0.0/10, which the cloud uses for its own services: do not route it through the connection",
				"%s 与阿里云服务自用的 100.64.0.0/10 重叠，请勿将该网段的流量路由到此连接",
			},
			found: func(s *situation) ([]any, bool) {
				for _, block := range rules.Blocks(s.n.Text(parameters.RemoteSubnet)) {
					if netip.MustParsePrefix(block).Overlaps(serviceRange) {
						return []any{block}, !routesByDestination(s)
					}
				}
				return nil, false
			},
		},
		{
			id: "subnets-overlap", path: path{parameters.RemoteSubnet}, ofWhole: true,
			severity: Note, reference: overlapReference,
			problem: [2]string{
				"%s on one side overlaps %s on the other, so an address in both belongs to both sides (pairs that overlap: %d)",
				"一侧的 %s 与另一侧的 %s 重叠，重叠部分的地址会同时属于两侧（共 %d 对网段重叠）",
			},
			found: func(s *situation) ([]any, bool) {
				o := rules.OverlapsAcross(s.n.Text(parameters.LocalSubnet), s.n.Text(parameters.RemoteSubnet))
				return []any{o.Outer, o.Inner, o.Pairs}, o.Pairs > 0 && !routesByDestination(s)
			},
		},
	},
)

const overlapReference = "RFC 4301, section 4.4.1"

// serviceRange is the range that the cloud uses for its own services. Source: product page "configure BGP dynamic
// routing".
var serviceRange = netip.MustParsePrefix("100.64.0.0/10")

// everything is the whole IPv4 range.
const everything = "0.0.0.0/0"

// routesByDestination reports whether routes, not blocks, decide what goes through the connection. Source:
// CreateVpnConnection, edition 2025, LocalSubnet.
func routesByDestination(s *situation) bool {
	return s.t.Edition == aliyun.Edition2025 &&
		s.n.Text(parameters.LocalSubnet) == everything && s.n.Text(parameters.RemoteSubnet) == everything
}

// manyBlocks is the product limit of 2021-03 for the blocks on a side. Today's document gives no limit.
const manyBlocks = 5

// sideChecks returns the checks of one side.
func sideChecks(prefix string, side parameters.Key) []check {
	list := []check{
		several(side, aliyun.Edition2019, Note, "RFC 2409, section 5.5", [2]string{
			"IKEv1 negotiates one block on each side, and the console requires IKEv2 for several",
			"IKEv1 每次协商每侧仅支持一个网段，多网段时控制台要求使用 IKEv2",
		}),
		several(side, aliyun.Edition2025, Weak, "RFC 2409, section 5.5; ModifyVpnConnectionAttribute, code ModifyIkeV1WithMultiRoutes.Invalid", [2]string{
			"IKEv1 negotiates one block on each side, and the service refuses to modify such a connection later",
			"IKEv1 每次协商每侧仅支持一个网段，以后修改此类连接会被服务端拒绝",
		}),
		{
			id: "overlap", severity: Note, reference: overlapReference,
			problem: [2]string{
				"%s lies within %s, so which of the two applies depends on their order (pairs that overlap: %d)",
				"%s 包含在 %s 之内，以哪个为准取决于先后顺序（共 %d 对网段重叠）",
			},
			found: func(s *situation) ([]any, bool) {
				o := rules.OverlapsWithin(s.n.Text(side))
				return []any{o.Inner, o.Outer, o.Pairs}, o.Pairs > 0
			},
		},
		{
			id: "default", edition: aliyun.Edition2025,
			severity: Note, reference: "CreateVpnConnection, LocalSubnet and RemoteSubnet",
			problem: [2]string{
				"0.0.0.0/0 means destination-based routing where both sides have it and nothing else; what it means otherwise is not documented",
				"仅当两侧都只填写 0.0.0.0/0 时才表示目的路由模式，其他情况下的含义文档没有说明",
			},
			found: func(s *situation) ([]any, bool) {
				for _, block := range rules.Blocks(s.n.Text(side)) {
					if block == everything {
						return nil, !routesByDestination(s)
					}
				}
				return nil, false
			},
		},
		{
			id: "many", edition: aliyun.Edition2025,
			severity: Note, reference: "product limits of 2021-03",
			problem: [2]string{
				"%d blocks: the last limit that was published is 5 on each side, and today's document gives none",
				"共 %d 个网段，此前公布的上限为每侧 5 个，现行文档未给出上限",
			},
			found: func(s *situation) ([]any, bool) {
				n := strings.Count(s.n.Text(side), ",") + 1
				return []any{n}, n > manyBlocks
			},
		},
	}
	for i := range list {
		c := &list[i]
		c.id, c.path, c.ofWhole = prefix+c.id, path{side}, true
	}
	return list
}

// several finds more than one block on a side if an end is IKEv1. The cure is IKEv2 in all of these ends, which an SM
// gateway does not accept.
func several(side parameters.Key, e aliyun.Edition, severity Severity, reference string, problem [2]string) check {
	return check{
		id: "several", edition: e, severity: severity, reference: reference, problem: problem, underV1: true,
		found: func(s *situation) ([]any, bool) {
			return nil, strings.Contains(s.n.Text(side), ",") && slices.ContainsFunc(s.ends, (*situation).isV1)
		},
		cure: func(s *situation) (fixes []fix) {
			for _, e := range s.ends {
				switch {
				case e.isSM:
					return nil
				case e.isV1():
					fixes = append(fixes, fix{e.end, ikeVersion, "ikev2"})
				}
			}
			return fixes
		},
	}
}

// requestChecks has the checks of other parameters of a request.
var requestChecks = []check{
	{
		id: "dry-run-token", path: path{parameters.ClientToken}, ofWhole: true, edition: aliyun.Edition2025,
		severity: Note, reference: "CreateVpnConnection, DryRun",
		problem: [2]string{
			"whether a dry run uses up its token is not documented: the real call with the same token may create nothing",
			"文档没有说明预检是否会占用 ClientToken，如果正式请求沿用同一个 ClientToken，可能不会创建连接",
		},
		found: func(s *situation) ([]any, bool) {
			dry, _ := s.n.Bool(parameters.DryRun)
			_, derived := s.n.Source(parameters.ClientToken)
			return nil, dry && s.n.Has(parameters.ClientToken) && !derived // a derived token differs in the real call
		},
		cure: setTo("", parameters.ClientToken),
	},
}
