package main

import (
	"encoding/json"
	"strings"

	"github.com/alibabacloud-go/darabonba-openapi/v2/utils"
)

// darabonba makes the parameters with github.com/alibabacloud-go/darabonba-openapi/v2, as the SDKs made for it do: a map
// of everything that is set, and Query on it. Action is added later, together with the signature.
func darabonba(in *settings) (map[string]*string, error) {
	ike, err := json.Marshal(in.ike())
	if err != nil {
		return nil, err
	}
	ipsec, err := json.Marshal(in.ipsec())
	if err != nil {
		return nil, err
	}
	return utils.Query(map[string]any{
		"RegionId":          in.RegionID,
		"VpnGatewayId":      in.VPNGatewayID,
		"CustomerGatewayId": in.CustomerGatewayID,
		"LocalSubnet":       strings.Join(in.LocalSubnets, ","),
		"RemoteSubnet":      strings.Join(in.RemoteSubnets, ","),
		"ClientToken":       in.ClientToken,
		"EffectImmediately": *in.EffectImmediately,
		"Name":              in.Name,
		"IkeConfig":         string(ike),
		"IpsecConfig":       string(ipsec),
	}), nil
}
