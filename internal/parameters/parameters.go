// Package parameters has the one list of what the API document says about each parameter of CreateVpnConnection, for
// those who build, read and explain requests.
package parameters

import (
	"cmp"
	"slices"

	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// The parameters in documented order.
const (
	Action = iota
	CustomerGatewayID
	LocalSubnet
	RegionID
	RemoteSubnet
	VPNGatewayID
	ClientToken
	EffectImmediately
	IKEConfig
	IPsecConfig
	Name

	Count = iota
)

// Table has a row for each parameter. Source: CreateVpnConnection, edition of 2019-06-04.
var Table = [Count]Parameter{
	Action:            {Name: "Action"},
	CustomerGatewayID: {Name: "CustomerGatewayId", Required: true, Rule: rules.Identifier},
	LocalSubnet:       {Name: "LocalSubnet", Required: true, Rule: rules.CIDRs, List: true},
	RegionID:          {Name: "RegionId", Required: true, Rule: rules.Identifier},
	RemoteSubnet:      {Name: "RemoteSubnet", Required: true, Rule: rules.CIDRs, List: true},
	VPNGatewayID:      {Name: "VpnGatewayId", Required: true, Rule: rules.Identifier},
	ClientToken:       {Name: "ClientToken", Rule: rules.Token},
	EffectImmediately: {Name: "EffectImmediately", Default: "false"},
	IKEConfig:         {Name: "IkeConfig", Phase: phase.IKETable},
	IPsecConfig:       {Name: "IpsecConfig", Phase: phase.IPsecTable},
	Name:              {Name: "Name", Rule: rules.Name},
}

// A Parameter is one row. Its value is a text, or the settings of a phase.
type Parameter struct {
	Name     string
	Required bool
	Rule     rules.Text   // nil: whatever an option can set is right
	List     bool         // a list of CIDR blocks
	Default  string       // the documented default, or ""
	Phase    *phase.Table // nil for a text
}

// Sorted lists the parameters in the order of their names, as the canonical forms have them.
var Sorted = func() (order [Count]int) {
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order[:], func(a, b int) int { return cmp.Compare(Table[a].Name, Table[b].Name) })
	return order
}()

// Documented lists the names of all parameters and settings in documented order, as errors give them.
var Documented = func() (fields []string) {
	for i := range Table {
		fields = append(fields, Table[i].Name)
		if t := Table[i].Phase; t != nil {
			fields = append(fields, t.Fields()...)
		}
	}
	return fields
}()

// Names holds the names of all parameters and settings, those of several spellings included.
var Names = func() (names rules.Names) {
	for i := range Table {
		names.Add(Table[i].Name, Table[i].Name)
		if t := Table[i].Phase; t != nil {
			names = append(names, t.Names()...)
		}
	}
	return names
}()

// Common lists the parameters that every call of the service may have and that are not ours to check.
var Common = []string{
	"Version", "Format", "AccessKeyId", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType",
	"SignatureVersion", "Timestamp", "SecurityToken", "BearerToken", "OwnerId", "OwnerAccount",
	"ResourceOwnerId", "ResourceOwnerAccount",
}

// Lookup returns the parameter of this name, exactly.
func Lookup(name string) (i int, known bool) {
	i = slices.IndexFunc(Table[:], func(p Parameter) bool { return p.Name == name })
	return i, i >= 0
}
