package main

import (
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func building() (group, error) {
	buf := make([]byte, 0, 4<<10)
	check := newValidator()
	return group{
		title: "Building: 21 settings to the parameters of a request",
		note: `The library's options are made in every run, so this is all the work from settings to parameters. c has all
rules of the library, and nothing else: plain Go cannot be much faster. d and e check nothing; f makes no
parameters.`,
		contenders: []contender{
			{name: "this library: options, New, Params", run: func() error {
				req, err := build(&sample)
				kept.params = req.Params()
				return err
			}},
			{name: "this library: options, New, AppendQuery", ratio: ratio{over: 'b', under: 'a'}, run: func() error {
				req, err := build(&sample)
				kept.bytes = req.AppendQuery(buf[:0])
				return err
			}},
			{name: "written by hand, all rules", ratio: ratio{'a', 'c', atMost(1.5, 1.25)}, run: func() (err error) {
				kept.params, err = straight(&sample)
				return err
			}},
			{name: "alibaba-cloud-sdk-go, no rules", ratio: ratio{'d', 'a', atLeast(2.6, 4)}, run: func() (err error) {
				kept.params, err = alibabaSDK(&sample)
				return err
			}},
			{name: "darabonba-openapi, no rules", ratio: ratio{'e', 'a', atLeast(7, 10)}, run: func() (err error) {
				kept.query, err = darabonba(&sample)
				return err
			}},
			{name: "validator/v10, only its own rules", ratio: ratio{over: 'f', under: 'a'}, run: func() error {
				return check.Struct(&sample)
			}},
		},
	}, nil
}

// build makes a request as a user of the library does.
func build(in *settings) (vpnconn.Request, error) {
	return vpnconn.New(
		vpnconn.WithRegionID(in.RegionID),
		vpnconn.WithVPNGatewayID(in.VPNGatewayID),
		vpnconn.WithCustomerGatewayID(in.CustomerGatewayID),
		vpnconn.WithLocalSubnets(in.LocalSubnets...),
		vpnconn.WithRemoteSubnets(in.RemoteSubnets...),
		vpnconn.WithClientToken(in.ClientToken),
		vpnconn.WithEffectImmediately(*in.EffectImmediately),
		vpnconn.WithName(in.Name),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(in.PSK),
			ikeconfig.WithVersion(ikeconfig.Version(in.IKEVersion)),
			ikeconfig.WithMode(ikeconfig.Mode(in.IKEMode)),
			ikeconfig.WithEncAlg(ikeconfig.EncAlg(in.IKEEncAlg)),
			ikeconfig.WithAuthAlg(ikeconfig.AuthAlg(in.IKEAuthAlg)),
			ikeconfig.WithPFS(ikeconfig.DHGroup(in.IKEPFS)),
			ikeconfig.WithLifetime(*in.IKELifetime),
			ikeconfig.WithLocalID(in.LocalID),
			ikeconfig.WithRemoteID(in.RemoteID),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.EncAlg(in.IPsecEncAlg)),
			ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlg(in.IPsecAuthAlg)),
			ipsecconfig.WithPFS(ipsecconfig.DHGroup(in.IPsecPFS)),
			ipsecconfig.WithLifetime(*in.IPsecLifetime),
		),
	)
}
