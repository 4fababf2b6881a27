package main

import (
	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// buildSet is build2025 for settings some of which are unset. The tunnels have their roles.
func buildSet(in *settings2025) (vpnconn.Request, error) {
	opts := []vpnconn.Option{vpnconn.WithEdition(aliyun.Edition2025)}
	text(&opts, in.RegionID, vpnconn.WithRegionID)
	text(&opts, in.VPNGatewayID, vpnconn.WithVPNGatewayID)
	text(&opts, in.ClientToken, vpnconn.WithClientToken)
	text(&opts, in.Name, vpnconn.WithName)
	value(&opts, in.EffectImmediately, vpnconn.WithEffectImmediately)
	value(&opts, in.AutoConfigRoute, vpnconn.WithAutoConfigRoute)
	value(&opts, in.DryRun, vpnconn.WithDryRun)
	value(&opts, in.TunnelsBGP, vpnconn.WithTunnelsBGP)
	var tags []vpnconn.Tag
	for _, t := range in.Tags {
		tags = append(tags, vpnconn.Tag(t))
	}
	opts = append(opts,
		vpnconn.WithLocalSubnets(in.LocalSubnets...),
		vpnconn.WithRemoteSubnets(in.RemoteSubnets...),
		vpnconn.WithTags(tags...),
		in.Tunnels[0].option(vpnconn.RoleMaster),
		in.Tunnels[1].option(vpnconn.RoleSlave),
	)
	return vpnconn.New(opts...)
}

func (t *tunnel) option(role vpnconn.Role) vpnconn.Option {
	var opts []vpnconn.Option
	text(&opts, t.CustomerGatewayID, vpnconn.WithCustomerGatewayID)
	text(&opts, t.RemoteCACertificate, vpnconn.WithRemoteCACertificate)
	value(&opts, t.DPD, vpnconn.WithDPD)
	value(&opts, t.NATTraversal, vpnconn.WithNATTraversal)

	var ike []ikeconfig.Option
	text(&ike, t.PSK, ikeconfig.WithPSK)
	text(&ike, t.IKEVersion, ikeconfig.WithVersion)
	text(&ike, t.IKEMode, ikeconfig.WithMode)
	text(&ike, t.IKEEncAlg, ikeconfig.WithEncAlg)
	text(&ike, t.IKEAuthAlg, ikeconfig.WithAuthAlg)
	text(&ike, t.IKEPFS, ikeconfig.WithPFS)
	value(&ike, t.IKELifetime, ikeconfig.WithLifetime)
	text(&ike, t.LocalID, ikeconfig.WithLocalID)
	text(&ike, t.RemoteID, ikeconfig.WithRemoteID)

	var ipsec []ipsecconfig.Option
	text(&ipsec, t.IPsecEncAlg, ipsecconfig.WithEncAlg)
	text(&ipsec, t.IPsecAuthAlg, ipsecconfig.WithAuthAlg)
	text(&ipsec, t.IPsecPFS, ipsecconfig.WithPFS)
	value(&ipsec, t.IPsecLifetime, ipsecconfig.WithLifetime)

	bgp := vpnconn.BGP{LocalASN: t.LocalASN, TunnelCIDR: t.TunnelCIDR, LocalIP: t.LocalBGPIP}
	opts = append(opts, vpnconn.WithIKE(ike...), vpnconn.WithIPsec(ipsec...), vpnconn.WithBGP(bgp))
	return vpnconn.WithTunnel(role, opts...)
}

// text appends an option for text that is set, value for any other setting.
func text[T ~string, O any](opts *[]O, s string, with func(T) O) {
	if s != "" {
		*opts = append(*opts, with(T(s)))
	}
}

func value[T, O any](opts *[]O, v *T, with func(T) O) {
	if v != nil {
		*opts = append(*opts, with(*v))
	}
}
