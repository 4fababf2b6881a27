package vpntest

import (
	"maps"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/canon"
)

// A Case is a request at the edge of what is valid, and what [vpnconn.Parse] says of it: nothing, or exactly one error.
// The zero Case is none.
type Case struct {
	Name   string            // unique among Cases
	Why    string            // why there is such a case
	Params map[string]string // what a client sends, as Parse takes it
	Field  string            // the field that is wrong, as errors.FieldError has it; "" in a valid request
	Reason error             // what is wrong with it, one of the reasons of package errors; nil: the request is valid
}

// Cases returns every edge case there is: each rule at both edges, each documented value and what is often mistaken for
// it, and what goes wrong with Unicode, CIDR blocks and JSON on the way from a form or a file to the service. Run them
// against whatever wraps package vpnconn, to see that it refuses what it should and nothing else.
//
// The list and the maps in it are made anew at every call and are the caller's own.
func Cases() []Case {
	var list []Case
	for _, t := range tables {
		for _, field := range t.fields {
			for _, e := range t.edges {
				list = append(list, e.toCase(field, t.literal))
			}
		}
	}
	for _, c := range changes {
		list = append(list, c.toCase())
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
)

// tables has the cases about the value of one field.
var tables = []table{
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
}

// A table lists values that each of some fields may be given, and what is to come of it.
type table struct {
	fields  []string
	edges   []edge
	literal bool // values of a setting within a phase are JSON, not text
}

// An edge is one value. The rest of the request is the smallest there is.
type edge struct {
	name   string
	value  string
	at     string // what stands behind the field's name in the error, such as [1]
	reason error
	why    string
}

func (e edge) toCase(field string, literal bool) Case {
	c := Case{Name: field + ": " + e.name, Why: e.why, Params: smallest(), Reason: e.reason}
	if e.reason != nil {
		c.Field = field + e.at
	}
	if phase, member, dotted := strings.Cut(field, "."); dotted {
		c.Params[phase] = object(member, e.value, literal)
	} else {
		c.Params[field] = e.value
	}
	return c
}

// object returns a JSON object with one member, its value a text or JSON as it stands.
func object(member, value string, literal bool) string {
	if !literal {
		value = string(canon.AppendString(nil, value))
	}
	return `{"` + member + `":` + value + `}`
}

// A change is a case about more than the value of one field.
type change struct {
	name   string
	set    map[string]string
	drop   string // the parameter that is not there, or ""
	field  string
	reason error
	why    string
}

func (c change) toCase() Case {
	params := smallest()
	delete(params, c.drop)
	maps.Copy(params, c.set)
	return Case{Name: c.name, Why: c.why, Params: params, Field: c.field, Reason: c.reason}
}

// smallest returns the parameters of a request that has no more than it must.
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
