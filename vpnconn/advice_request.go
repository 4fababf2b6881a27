package vpnconn

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// subnetChecks has the checks of both sides, for which all ends of a request are the same.
var subnetChecks = slices.Concat(sideChecks("local-subnet", parameters.LocalSubnet), sideChecks("remote-subnet", parameters.RemoteSubnet),
	[]check{{
		id: "subnets-overlap", keys: []parameters.Key{parameters.RemoteSubnet}, ofWhole: true,
		severity: Note, reference: overlapReference,
		problem: [2]string{
			"%s on one side overlaps %s on the other, so an address in both has two places (pairs that overlap: %d)",
			"一侧的 %s 与另一侧的 %s 重叠，落在两者中的地址会有两个归属（重叠的网段对数：%d）",
		},
		found: func(s *situation) ([]any, bool) {
			o := rules.OverlapsAcross(s.n.Text(parameters.LocalSubnet), s.n.Text(parameters.RemoteSubnet))
			bothDefault := s.n.Text(parameters.LocalSubnet) == everything && s.n.Text(parameters.RemoteSubnet) == everything
			return []any{o.Outer, o.Inner, o.Pairs}, o.Pairs > 0 && !(bothDefault && s.edition() == aliyun.Edition2025)
		},
	}})

const (
	overlapReference = "RFC 4301, section 4.4.1"

	// everything, on both sides, is how today's document asks for routing by destination.
	everything = "0.0.0.0/0"

	// manyBlocks is how many blocks a side the product limits of 2021-03 had. Today's document gives no limit.
	manyBlocks = 5
)

// serviceRange is what the cloud uses for its own services. Source: product page "configure BGP dynamic routing".
var serviceRange = netip.MustParsePrefix("100.64.0.0/10")

// sideChecks returns the checks of one side.
func sideChecks(id string, k parameters.Key) []check {
	side := func(c check) check {
		c.id, c.keys, c.ofWhole = id+"-"+c.id, []parameters.Key{k}, true
		return c
	}
	several := func(e aliyun.Edition, severity Severity, reference string, problem [2]string) check {
		return side(check{
			id: "several", edition: e, severity: severity, reference: reference,
			problem: problem, underV1: true,
			found: func(s *situation) ([]any, bool) {
				return nil, strings.Contains(s.n.Text(k), ",") && slices.ContainsFunc(s.ends, (*situation).isV1)
			},
			cure: func(s *situation) (fixes []fix) {
				for _, e := range s.ends {
					if e.isV1() {
						fixes = append(fixes, toV2(e)...)
					}
				}
				return fixes
			},
		})
	}
	return []check{
		several(aliyun.Edition2019, Note, "RFC 2409, section 5.5", [2]string{
			"a negotiation is about one block on each side, and the console wants IKEv2 for several",
			"一次协商只针对每侧一个网段，控制台要求多网段时使用 IKEv2",
		}),
		several(aliyun.Edition2025, Weak, "RFC 2409, section 5.5; ModifyVpnConnectionAttribute, code ModifyIkeV1WithMultiRoutes.Invalid", [2]string{
			"a negotiation is about one block on each side, and the service refuses to modify such a connection later",
			"一次协商只针对每侧一个网段，且服务端之后会拒绝修改这样的连接",
		}),
		side(check{
			id: "overlap", severity: Note, reference: overlapReference,
			problem: [2]string{
				"%s lies within %s, so which of the two applies depends on their order (pairs that overlap: %d)",
				"%s 包含在 %s 之内，哪个生效取决于先后顺序（重叠的网段对数：%d）",
			},
			found: func(s *situation) ([]any, bool) {
				o := rules.OverlapsWithin(s.n.Text(k))
				return []any{o.Inner, o.Outer, o.Pairs}, o.Pairs > 0
			},
		}),
		side(check{
			id: "default", edition: aliyun.Edition2025,
			severity: Note, reference: "CreateVpnConnection, LocalSubnet and RemoteSubnet",
			problem: [2]string{
				"0.0.0.0/0 stands for routing by destination where both sides have it alone; what it means otherwise is not documented",
				"仅当两侧都只填 0.0.0.0/0 时才表示目的路由模式，其他情况下的含义文档没有说明",
			},
			found: func(s *situation) ([]any, bool) {
				local, remote := s.n.Text(parameters.LocalSubnet), s.n.Text(parameters.RemoteSubnet)
				blocks := strings.Split(s.n.Text(k), ",")
				return nil, slices.Contains(blocks, everything) && (local != everything || remote != everything)
			},
		}),
		side(check{
			id: "service-range", edition: aliyun.Edition2025,
			severity: Note, reference: "product page, configure BGP dynamic routing",
			problem: [2]string{
				"%s overlaps 100.64.0.0/10, which the cloud uses for its own services and which is not to be routed through the connection",
				"%s 与云服务自用的 100.64.0.0/10 重叠，该网段不应经由此连接路由",
			},
			found: func(s *situation) ([]any, bool) {
				for _, text := range rules.Blocks(s.n.Text(k)) {
					if block := netip.MustParsePrefix(text); text != everything && block.Overlaps(serviceRange) {
						return []any{text}, true
					}
				}
				return nil, false
			},
		}),
		side(check{
			id: "many", edition: aliyun.Edition2025, severity: Note,
			reference: "product limits of 2021-03",
			problem: [2]string{
				"%d blocks: the last published limit was 5 a side, and today's document gives none",
				"共 %d 个网段：最近一次公布的上限是每侧 5 个，现行文档没有给出上限",
			},
			found: func(s *situation) ([]any, bool) {
				n := strings.Count(s.n.Text(k), ",") + 1
				return []any{n}, n > manyBlocks
			},
		}),
	}
}

// requestChecks has the checks of other parameters of a request.
var requestChecks = []check{
	{
		id: "dry-run-token", keys: []parameters.Key{parameters.ClientToken}, ofWhole: true, edition: aliyun.Edition2025,
		severity: Note, reference: "CreateVpnConnection, DryRun",
		problem: [2]string{
			"whether a dry run uses up its token is not documented: the real call under the same token may make nothing",
			"文档没有说明预检是否会占用 ClientToken：用同一个 ClientToken 正式调用时可能不会创建任何连接",
		},
		found: func(s *situation) ([]any, bool) {
			dry, _ := s.n.Bool(parameters.DryRun)
			token := s.n.At(parameters.ClientToken)
			return nil, dry && token.Set && token.Reveal == nil // one that is derived is another for the real call
		},
		cure: setTo("", parameters.ClientToken),
	},
}
