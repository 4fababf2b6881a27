package main

import (
	"strings"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
	vpcv6 "github.com/alibabacloud-go/vpc-20160428/v6/client"
)

// vpcSDK makes the parameters with github.com/alibabacloud-go/vpc-20160428/v6, which has a type for every operation.
// From Validate on it does what CreateVpnConnectionWithOptions does before it calls the client; Action is added there,
// together with the signature.
func vpcSDK(in *settings2025) (*openapi.OpenApiRequest, error) {
	request := vpcRequest(in)
	if err := request.Validate(); err != nil {
		return nil, err
	}
	query := map[string]any{}
	if !dara.IsNil(request.AutoConfigRoute) {
		query["AutoConfigRoute"] = request.AutoConfigRoute
	}
	if !dara.IsNil(request.ClientToken) {
		query["ClientToken"] = request.ClientToken
	}
	if !dara.IsNil(request.DryRun) {
		query["DryRun"] = request.DryRun
	}
	if !dara.IsNil(request.EffectImmediately) {
		query["EffectImmediately"] = request.EffectImmediately
	}
	if !dara.IsNil(request.EnableTunnelsBgp) {
		query["EnableTunnelsBgp"] = request.EnableTunnelsBgp
	}
	if !dara.IsNil(request.LocalSubnet) {
		query["LocalSubnet"] = request.LocalSubnet
	}
	if !dara.IsNil(request.Name) {
		query["Name"] = request.Name
	}
	if !dara.IsNil(request.RegionId) {
		query["RegionId"] = request.RegionId
	}
	if !dara.IsNil(request.RemoteSubnet) {
		query["RemoteSubnet"] = request.RemoteSubnet
	}
	if !dara.IsNil(request.Tags) {
		query["Tags"] = request.Tags
	}
	if !dara.IsNil(request.VpnGatewayId) {
		query["VpnGatewayId"] = request.VpnGatewayId
	}
	tunnels := map[string]any{}
	if !dara.IsNil(request.TunnelOptionsSpecification) {
		tunnels["TunnelOptionsSpecification"] = request.TunnelOptionsSpecification
	}
	body := dara.ToMap(map[string]any{}, openapi.Query(tunnels))
	return &openapi.OpenApiRequest{Query: openapi.Query(query), Body: openapi.ParseToMap(body)}, nil
}

// vpcRequest fills the SDK's type, as its users do.
func vpcRequest(in *settings2025) *vpcv6.CreateVpnConnectionRequest {
	tags := make([]*vpcv6.CreateVpnConnectionRequestTags, len(in.Tags))
	for i := range in.Tags {
		tags[i] = &vpcv6.CreateVpnConnectionRequestTags{Key: &in.Tags[i].Key, Value: &in.Tags[i].Value}
	}
	return &vpcv6.CreateVpnConnectionRequest{
		RegionId:          &in.RegionID,
		VpnGatewayId:      &in.VPNGatewayID,
		LocalSubnet:       new(strings.Join(in.LocalSubnets, ",")),
		RemoteSubnet:      new(strings.Join(in.RemoteSubnets, ",")),
		ClientToken:       &in.ClientToken,
		Name:              &in.Name,
		EffectImmediately: in.EffectImmediately,
		AutoConfigRoute:   in.AutoConfigRoute,
		DryRun:            in.DryRun,
		EnableTunnelsBgp:  in.TunnelsBGP,
		Tags:              tags,
		TunnelOptionsSpecification: []*vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecification{
			in.Tunnels[0].vpcTunnel(), in.Tunnels[1].vpcTunnel(),
		},
	}
}

func (t *tunnel) vpcTunnel() *vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecification {
	return &vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecification{
		CustomerGatewayId:  &t.CustomerGatewayID,
		EnableDpd:          t.DPD,
		EnableNatTraversal: t.NATTraversal,
		Role:               &t.Role,
		TunnelBgpConfig: &vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecificationTunnelBgpConfig{
			LocalAsn:   new(int64(t.LocalASN)),
			LocalBgpIp: &t.LocalBGPIP,
			TunnelCidr: &t.TunnelCIDR,
		},
		TunnelIkeConfig: &vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecificationTunnelIkeConfig{
			IkeAuthAlg:  &t.IKEAuthAlg,
			IkeEncAlg:   &t.IKEEncAlg,
			IkeLifetime: new(seconds(t.IKELifetime)),
			IkeMode:     &t.IKEMode,
			IkePfs:      &t.IKEPFS,
			IkeVersion:  &t.IKEVersion,
			LocalId:     &t.LocalID,
			Psk:         &t.PSK,
			RemoteId:    &t.RemoteID,
		},
		TunnelIpsecConfig: &vpcv6.CreateVpnConnectionRequestTunnelOptionsSpecificationTunnelIpsecConfig{
			IpsecAuthAlg:  &t.IPsecAuthAlg,
			IpsecEncAlg:   &t.IPsecEncAlg,
			IpsecLifetime: new(seconds(t.IPsecLifetime)),
			IpsecPfs:      &t.IPsecPFS,
		},
	}
}
