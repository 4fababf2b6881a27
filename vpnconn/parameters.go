package vpnconn

import (
	"cmp"
	"slices"

	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// The parameters of CreateVpnConnection in documented order.
const (
	action = iota
	customerGatewayID
	localSubnet
	regionID
	remoteSubnet
	vpnGatewayID
	clientToken
	effectImmediately
	ikeConfig
	ipsecConfig
	connectionName

	parameterCount = iota
)

// parameters is the one list of what the API document says about each parameter. Source: CreateVpnConnection, edition of
// 2019-06-04.
var parameters = [parameterCount]parameter{
	action:            {name: "Action"},
	customerGatewayID: {name: "CustomerGatewayId", required: true, rule: rules.Identifier},
	localSubnet:       {name: "LocalSubnet", required: true, rule: rules.CIDRs, list: true},
	regionID:          {name: "RegionId", required: true, rule: rules.Identifier},
	remoteSubnet:      {name: "RemoteSubnet", required: true, rule: rules.CIDRs, list: true},
	vpnGatewayID:      {name: "VpnGatewayId", required: true, rule: rules.Identifier},
	clientToken:       {name: "ClientToken", rule: rules.Token},
	effectImmediately: {name: "EffectImmediately", fallback: "false"},
	ikeConfig:         {name: "IkeConfig", table: phase.IKETable},
	ipsecConfig:       {name: "IpsecConfig", table: phase.IPsecTable},
	connectionName:    {name: "Name", rule: rules.Name},
}

// A parameter is one row of the table. Its value is a text, or the settings of a phase.
type parameter struct {
	name     string
	required bool
	rule     rules.Text   // nil: whatever an option can set is right
	list     bool         // a list of CIDR blocks
	fallback string       // the documented default
	table    *phase.Table // the settings of a phase
}

// sorted lists the parameters in the order of their names, as the canonical forms have them.
var sorted = func() (order [parameterCount]int) {
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order[:], func(a, b int) int { return cmp.Compare(parameters[a].name, parameters[b].name) })
	return order
}()

// documented lists the names of all parameters and settings in documented order, as errors give them.
var documented = func() (names []string) {
	for i := range parameters {
		names = append(names, parameters[i].name)
		if t := parameters[i].table; t != nil {
			names = append(names, t.Fields()...)
		}
	}
	return names
}()

// names holds the names of all parameters and settings, those of several spellings included.
var names = func() (n rules.Names) {
	for i := range parameters {
		n.Add(parameters[i].name, parameters[i].name)
		if t := parameters[i].table; t != nil {
			n = append(n, t.Names()...)
		}
	}
	return n
}()

// common lists the parameters that every call of the service may have and that are not ours to check.
var common = []string{
	"Version", "Format", "AccessKeyId", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType",
	"SignatureVersion", "Timestamp", "SecurityToken", "BearerToken", "OwnerId", "OwnerAccount",
	"ResourceOwnerId", "ResourceOwnerAccount",
}

// lookup returns the parameter of this name, exactly.
func lookup(name string) (i int, known bool) {
	i = slices.IndexFunc(parameters[:], func(p parameter) bool { return p.name == name })
	return i, i >= 0
}
