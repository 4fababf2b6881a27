package main

import (
	"encoding/json"
	"strings"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"
)

// alibabaSDK makes the parameters with github.com/aliyun/alibaba-cloud-sdk-go. InitParams is what its client calls before
// anything else; Action and RegionId are added later, together with the signature.
func alibabaSDK(in *settings) (map[string]string, error) {
	ike, err := json.Marshal(in.ike())
	if err != nil {
		return nil, err
	}
	ipsec, err := json.Marshal(in.ipsec())
	if err != nil {
		return nil, err
	}
	r := vpc.CreateCreateVpnConnectionRequest()
	r.RegionId = in.RegionID
	r.VpnGatewayId = in.VPNGatewayID
	r.CustomerGatewayId = in.CustomerGatewayID
	r.LocalSubnet = strings.Join(in.LocalSubnets, ",")
	r.RemoteSubnet = strings.Join(in.RemoteSubnets, ",")
	r.ClientToken = in.ClientToken
	r.EffectImmediately = requests.NewBoolean(*in.EffectImmediately)
	r.Name = in.Name
	r.IkeConfig = string(ike)
	r.IpsecConfig = string(ipsec)
	if err := requests.InitParams(r); err != nil {
		return nil, err
	}
	return r.GetQueryParams(), nil
}
