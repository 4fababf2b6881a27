package main

import (
	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func building2025() (group, error) {
	buf := make([]byte, 0, 8<<10)
	check := newValidator()
	return group{
		title: "Building, edition 2025: 52 settings, 20 of each tunnel, to the parameters of a request",
		note: `A connection with two tunnels; no parameter is JSON. c has all rules that such a request can break, also
those across settings. d checks nothing, and its SDK also makes a form of the maps. e has the rules for single values as
far as its tags can express them, and makes no parameters.`,
		contenders: []contender{
			{name: "this library: options, New, Params", run: func() error {
				req, err := build2025(&sample2025)
				kept.params = req.Params()
				return err
			}},
			{name: "this library: options, New, AppendQuery", ratio: ratio{over: 'b', under: 'a'}, run: func() error {
				req, err := build2025(&sample2025)
				kept.bytes = req.AppendQuery(buf[:0])
				return err
			}},
			{name: "written by hand, all rules", ratio: ratio{'a', 'c', atMost(1.5, 1.25)}, run: func() (err error) {
				kept.params, err = straight2025(&sample2025)
				return err
			}},
			{name: "vpc-20160428, no rules", ratio: ratio{'d', 'a', atLeast(40, 100)}, run: func() (err error) {
				kept.call, err = vpcSDK(&sample2025)
				return err
			}},
			{name: "validator/v10, only its own rules", ratio: ratio{over: 'e', under: 'a'}, run: func() error {
				return check.Struct(&sample2025)
			}},
		},
	}, nil
}

// build2025 makes a request as a user of the library does.
func build2025(in *settings2025) (vpnconn.Request, error) {
	var room [2]vpnconn.Tag // the caller's own, which is not to count among the allocations of the library
	tags := room[:0]
	for _, t := range in.Tags {
		tags = append(tags, vpnconn.Tag(t))
	}
	master, slave := &in.Tunnels[0], &in.Tunnels[1]
	return vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID(in.RegionID),
		vpnconn.WithVPNGatewayID(in.VPNGatewayID),
		vpnconn.WithLocalSubnets(in.LocalSubnets...),
		vpnconn.WithRemoteSubnets(in.RemoteSubnets...),
		vpnconn.WithClientToken(in.ClientToken),
		vpnconn.WithName(in.Name),
		vpnconn.WithEffectImmediately(*in.EffectImmediately),
		vpnconn.WithAutoConfigRoute(*in.AutoConfigRoute),
		vpnconn.WithDryRun(*in.DryRun),
		vpnconn.WithTunnelsBGP(*in.TunnelsBGP),
		vpnconn.WithTags(tags...),
		vpnconn.WithTunnel(vpnconn.Role(master.Role),
			vpnconn.WithCustomerGatewayID(master.CustomerGatewayID),
			vpnconn.WithDPD(*master.DPD),
			vpnconn.WithNATTraversal(*master.NATTraversal),
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: master.LocalASN, TunnelCIDR: master.TunnelCIDR, LocalIP: master.LocalBGPIP}),
			vpnconn.WithIKE(
				ikeconfig.WithPSK(master.PSK),
				ikeconfig.WithVersion(ikeconfig.Version(master.IKEVersion)),
				ikeconfig.WithMode(ikeconfig.Mode(master.IKEMode)),
				ikeconfig.WithEncAlg(ikeconfig.EncAlg(master.IKEEncAlg)),
				ikeconfig.WithAuthAlg(ikeconfig.AuthAlg(master.IKEAuthAlg)),
				ikeconfig.WithPFS(ikeconfig.DHGroup(master.IKEPFS)),
				ikeconfig.WithLifetime(*master.IKELifetime),
				ikeconfig.WithLocalID(master.LocalID),
				ikeconfig.WithRemoteID(master.RemoteID),
			),
			vpnconn.WithIPsec(
				ipsecconfig.WithEncAlg(ipsecconfig.EncAlg(master.IPsecEncAlg)),
				ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlg(master.IPsecAuthAlg)),
				ipsecconfig.WithPFS(ipsecconfig.DHGroup(master.IPsecPFS)),
				ipsecconfig.WithLifetime(*master.IPsecLifetime),
			),
		),
		vpnconn.WithTunnel(vpnconn.Role(slave.Role),
			vpnconn.WithCustomerGatewayID(slave.CustomerGatewayID),
			vpnconn.WithDPD(*slave.DPD),
			vpnconn.WithNATTraversal(*slave.NATTraversal),
			vpnconn.WithBGP(vpnconn.BGP{LocalASN: slave.LocalASN, TunnelCIDR: slave.TunnelCIDR, LocalIP: slave.LocalBGPIP}),
			vpnconn.WithIKE(
				ikeconfig.WithPSK(slave.PSK),
				ikeconfig.WithVersion(ikeconfig.Version(slave.IKEVersion)),
				ikeconfig.WithMode(ikeconfig.Mode(slave.IKEMode)),
				ikeconfig.WithEncAlg(ikeconfig.EncAlg(slave.IKEEncAlg)),
				ikeconfig.WithAuthAlg(ikeconfig.AuthAlg(slave.IKEAuthAlg)),
				ikeconfig.WithPFS(ikeconfig.DHGroup(slave.IKEPFS)),
				ikeconfig.WithLifetime(*slave.IKELifetime),
				ikeconfig.WithLocalID(slave.LocalID),
				ikeconfig.WithRemoteID(slave.RemoteID),
			),
			vpnconn.WithIPsec(
				ipsecconfig.WithEncAlg(ipsecconfig.EncAlg(slave.IPsecEncAlg)),
				ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlg(slave.IPsecAuthAlg)),
				ipsecconfig.WithPFS(ipsecconfig.DHGroup(slave.IPsecPFS)),
				ipsecconfig.WithLifetime(*slave.IPsecLifetime),
			),
		),
	)
}
