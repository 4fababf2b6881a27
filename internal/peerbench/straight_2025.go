package main

import (
	"errors"
	"strconv"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// straight2025 is straight for a connection with two tunnels: all rules of the library that settings2025 can break,
// also those between settings, and nothing else.
func straight2025(in *settings2025) (map[string]string, error) {
	first, second := &tunnelNames[0], &tunnelNames[1]
	bgp := in.TunnelsBGP != nil && *in.TunnelsBGP
	local, localErr := subnets("LocalSubnet", in.LocalSubnets)
	remote, remoteErr := subnets("RemoteSubnet", in.RemoteSubnets)
	if err := errors.Join(
		identifier("RegionId", in.RegionID),
		token("ClientToken", in.ClientToken),
		identifier("VpnGatewayId", in.VPNGatewayID),
		label("Name", in.Name),
		localErr,
		remoteErr,
		tags(in.Tags),
		roles(in.Tunnels[0].Role, in.Tunnels[1].Role),
		sameASN(in.Tunnels[0].LocalASN, in.Tunnels[1].LocalASN),
		in.Tunnels[0].check(first, "", bgp),
		in.Tunnels[1].check(second, in.Tunnels[0].TunnelCIDR, bgp),
	); err != nil {
		return nil, err
	}

	params := make(map[string]string, 11+2*len(in.Tags)+2*20)
	params["Action"] = vpnconn.Action
	params["RegionId"] = in.RegionID
	params["VpnGatewayId"] = in.VPNGatewayID
	params["LocalSubnet"] = local
	params["RemoteSubnet"] = remote
	putText(params, "ClientToken", in.ClientToken)
	putText(params, "Name", in.Name)
	putBool(params, "EffectImmediately", in.EffectImmediately)
	putBool(params, "AutoConfigRoute", in.AutoConfigRoute)
	putBool(params, "DryRun", in.DryRun)
	putBool(params, "EnableTunnelsBgp", in.TunnelsBGP)
	for i := range in.Tags {
		params[tagNames[i].key] = in.Tags[i].Key
		putText(params, tagNames[i].value, in.Tags[i].Value)
	}
	in.Tunnels[0].put(params, first)
	in.Tunnels[1].put(params, second)
	return params, nil
}

// check applies the rules to one tunnel, the other of which may have a block that this one cannot have. sm3, sm4 and a
// certificate each ask for an SM gateway.
func (t *tunnel) check(names *tunnelName, otherCIDR string, bgp bool) error {
	sm := t.IKEEncAlg == "sm4" || t.IKEAuthAlg == "sm3" || t.IPsecEncAlg == "sm4" || t.IPsecAuthAlg == "sm3"
	caErr := certificate(names.remoteCACertificate, t.RemoteCACertificate, sm)
	sm = sm || t.RemoteCACertificate != "" && caErr == nil
	block, blockErr := link(names.tunnelCIDR, t.TunnelCIDR, otherCIDR, bgp)
	return errors.Join(
		identifier(names.customerGatewayID, t.CustomerGatewayID),
		caErr,
		linkEnd(names.localBGPIP, t.LocalBGPIP, bgp, block),
		blockErr,
		authAlg2025(names.ikeAuthAlg, t.IKEAuthAlg, sm),
		encAlg2025(names.ikeEncAlg, t.IKEEncAlg, sm),
		lifetime(names.ikeLifetime, t.IKELifetime),
		mode2025(names.ikeMode, t.IKEMode, sm),
		ikeGroup(names.ikePFS, t.IKEPFS),
		version2025(names.ikeVersion, t.IKEVersion, sm),
		word(names.localID, t.LocalID),
		asciiSecret(names.psk, t.PSK),
		remoteID(names.remoteID, t.RemoteID, sm),
		authAlg2025(names.ipsecAuthAlg, t.IPsecAuthAlg, sm),
		encAlg2025(names.ipsecEncAlg, t.IPsecEncAlg, sm),
		lifetime(names.ipsecLifetime, t.IPsecLifetime),
		ipsecGroup(names.ipsecPFS, t.IPsecPFS),
	)
}

func (t *tunnel) put(params map[string]string, names *tunnelName) {
	params[names.customerGatewayID] = t.CustomerGatewayID
	putBool(params, names.dpd, t.DPD)
	putBool(params, names.natTraversal, t.NATTraversal)
	putText(params, names.remoteCACertificate, t.RemoteCACertificate)
	putText(params, names.role, t.Role)
	if t.LocalASN != 0 {
		params[names.localASN] = strconv.FormatUint(uint64(t.LocalASN), 10)
	}
	putText(params, names.localBGPIP, t.LocalBGPIP)
	putText(params, names.tunnelCIDR, t.TunnelCIDR)
	putText(params, names.ikeAuthAlg, t.IKEAuthAlg)
	putText(params, names.ikeEncAlg, t.IKEEncAlg)
	putSeconds(params, names.ikeLifetime, t.IKELifetime)
	putText(params, names.ikeMode, t.IKEMode)
	putText(params, names.ikePFS, t.IKEPFS)
	putText(params, names.ikeVersion, t.IKEVersion)
	putText(params, names.localID, t.LocalID)
	putText(params, names.psk, t.PSK)
	putText(params, names.remoteID, t.RemoteID)
	putText(params, names.ipsecAuthAlg, t.IPsecAuthAlg)
	putText(params, names.ipsecEncAlg, t.IPsecEncAlg)
	putSeconds(params, names.ipsecLifetime, t.IPsecLifetime)
	putText(params, names.ipsecPFS, t.IPsecPFS)
}

func putText(params map[string]string, name, text string) {
	if text != "" {
		params[name] = text
	}
}

func putBool(params map[string]string, name string, value *bool) {
	if value != nil {
		params[name] = strconv.FormatBool(*value)
	}
}

func putSeconds(params map[string]string, name string, value *time.Duration) {
	if value != nil {
		params[name] = strconv.FormatInt(int64(*value/time.Second), 10)
	}
}
