package vpntest

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A Case is a request at the edge of what is valid, and the verdict of [vpnconn.ParseIn] on it: no error, or exactly one.
type Case struct {
	Name    string            // for t.Run; unique among the cases of an edition
	Why     string            // why there is such a case
	Edition aliyun.Edition    // the edition for which the verdict holds
	Params  map[string]string // what a client sends, as ParseIn takes it
	Field   string            // the field that is wrong, as vpnerrors.FieldError has it; "" in a valid request
	Reason  error             // what is wrong with it, one of the reasons of package errors; nil: the request is valid
}

// Cases returns the edge cases of edition 2019. It is [CasesIn] of that edition.
func Cases() []Case { return CasesIn(aliyun.Edition2019) }

// CasesIn returns the edge cases of an edition: each rule at both edges, each documented value and what is often mistaken for
// it, what only another edition has, and what goes wrong with Unicode, CIDR blocks and JSON on the way from a form or a file
// to the service. Those of edition 2025 also cover rules about several parameters, both modes and requests that mix them, the
// numbering of tags and tunnels, and what well-known clients really send. Run them against code that wraps package vpnconn,
// to check that it refuses what it should and nothing else.
//
// Every call returns a new list with new maps, which are the caller's own. It is nil for an unknown edition.
func CasesIn(e aliyun.Edition) []Case {
	t := parameters.Of(e)
	if t == nil {
		return nil
	}
	var list []Case
	for _, group := range cases[t.Edition] {
		for _, field := range group.fields {
			for _, e := range group.edgesOf(t.Find(field)) {
				list = append(list, e.toCase(field, group))
			}
		}
		for _, c := range group.changes {
			list = append(list, c.toCase(group))
		}
	}
	for i := range list {
		list[i].Edition = t.Edition
	}
	return list
}

// Short names, so that a row fits on a line.
var (
	required     = vpnerrors.ErrRequired
	empty        = vpnerrors.ErrEmpty
	badCharacter = vpnerrors.ErrBadCharacter
	tooShort     = vpnerrors.ErrTooShort
	tooLong      = vpnerrors.ErrTooLong
	unsupported  = vpnerrors.ErrUnsupportedValue
	outOfRange   = vpnerrors.ErrOutOfRange
	fraction     = vpnerrors.ErrFraction
	notIPv4      = vpnerrors.ErrNotIPv4
	badCIDR      = vpnerrors.ErrBadCIDR
	hostBits     = vpnerrors.ErrHostBits
	duplicate    = vpnerrors.ErrDuplicate
	conflict     = vpnerrors.ErrConflict
	badType      = vpnerrors.ErrBadType
	unknown      = vpnerrors.ErrUnknownParameter

	tooMany        = vpnerrors.ErrTooMany
	badAddress     = vpnerrors.ErrBadAddress
	badCertificate = vpnerrors.ErrBadCertificate
)

// cases has the cases of each edition.
var cases = map[aliyun.Edition][]group{
	aliyun.Edition2019: cases2019,
	aliyun.Edition2025: cases2025,
}

// A group lists changes to a request: values for each of some fields, and other changes.
type group struct {
	base    func() map[string]string // the request to change; nil: the smallest request
	fields  []string
	edges   []edge
	values  bool // the documented values of the fields are edges too
	literal bool // values in an object are JSON, not text
	changes []change
}

func (g group) params() map[string]string {
	if g.base == nil {
		return smallest()
	}
	return g.base()
}

// edgesOf returns the edges of one field. With values these are the documented values, except one only for SM gateways,
// which needs more; the edges that are not such a value; and each value in capitals, unless another edge has it in other
// letter case.
func (g group) edgesOf(m *parameters.Member) []edge {
	if !g.values {
		return g.edges
	}
	edges := slices.DeleteFunc(slices.Clone(g.edges), func(e edge) bool { return slices.Contains(m.Values, e.value) })
	var good, capitals []edge
	for _, v := range m.Values {
		switch {
		case v == m.Default:
			good = append(good, edge{v, v, "", nil, "the documented default, set explicitly"})
		case m.Other != nil && !slices.Contains(m.Other.Values, v) && v != m.SM:
			good = append(good, edge{v, v, "", nil, "a documented value only of this edition"})
		case v != m.SM:
			good = append(good, edge{v, v, "", nil, "a documented value"})
		}
		if !slices.ContainsFunc(edges, func(e edge) bool { return strings.EqualFold(e.value, v) }) {
			upper := strings.ToUpper(v)
			capitals = append(capitals, edge{upper, upper, "", unsupported, "letter case counts"})
		}
	}
	return slices.Concat(good, edges, capitals)
}

// An edge is one value.
type edge struct {
	name   string
	value  string
	at     string // what follows the field's name in the error, such as [1]
	reason error
	why    string
}

func (e edge) toCase(field string, g group) Case {
	c := Case{Name: field + ": " + e.name, Why: e.why, Params: g.params(), Reason: e.reason}
	if e.reason != nil {
		c.Field = field + e.at
	}
	if g.literal {
		draft(c.Params).literal(field, e.value)
	} else {
		draft(c.Params).set(field, e.value)
	}
	return c
}

// A change is a case about more than the value of one field.
type change struct {
	name   string
	set    map[string]string
	drop   string // the prefix of names to remove, or ""
	field  string
	reason error
	why    string
}

func (c change) toCase(g group) Case {
	params := g.params()
	maps.DeleteFunc(params, func(name, _ string) bool { return c.drop != "" && strings.HasPrefix(name, c.drop) })
	maps.Copy(params, c.set)
	return Case{Name: c.name, Why: c.why, Params: params, Field: c.field, Reason: c.reason}
}

// smallest returns the parameters of a request with only what is required, in every edition.
func smallest() map[string]string {
	return map[string]string{
		"Action":            "CreateVpnConnection",
		"CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk7zqz",
		"LocalSubnet":       "10.0.0.0/24",
		"RegionId":          "cn-shanghai",
		"RemoteSubnet":      "192.168.0.0/16",
		"VpnGatewayId":      "vpn-bp1q8bgx4xnkm2ogj0fiu",
	}
}

// blocks returns a list of n different blocks.
func blocks(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("172." + strconv.Itoa(16+i>>8) + "." + strconv.Itoa(i&0xff) + ".0/24")
	}
	return b.String()
}
