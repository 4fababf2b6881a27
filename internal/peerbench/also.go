package main

import (
	"errors"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func also() (group, error) {
	req, err := build(&sample)
	if err != nil {
		return group{}, err
	}
	spoilt := spoil(sample)
	buf := make([]byte, 0, 4<<10)
	return group{
		title: "Also",
		note:  `Other work with a request of 21 settings, besides building one.`,
		contenders: []contender{
			{name: "options, New", run: func() (err error) {
				kept.request, err = build(&sample)
				return err
			}},
			{name: "Request.With, one option", ratio: ratio{over: 'b', under: 'a'}, run: func() (err error) {
				kept.request, err = req.With(vpnconn.WithName(sample.Name))
				return err
			}},
			{name: "Request.Params", ratio: ratio{over: 'c', under: 'a'}, run: func() error {
				kept.params = req.Params()
				return nil
			}},
			{name: "Request.AppendQuery, room enough", ratio: ratio{over: 'd', under: 'a'}, run: func() error {
				kept.bytes = req.AppendQuery(buf[:0])
				return nil
			}},
			{name: "Request.RegionID", run: func() error {
				kept.text = req.RegionID()
				return nil
			}},
			{name: "options, New, three mistakes", ratio: ratio{'f', 'a', atMost(3, 3)}, run: func() error {
				_, err := build(&spoilt)
				return refused(err)
			}},
		},
	}, nil
}

func also2025() (group, error) {
	req, err := build2025(&sample2025)
	if err != nil {
		return group{}, err
	}
	spoilt := spoil2025(sample2025)
	buf := make([]byte, 0, 8<<10)
	return group{
		title: "Also, edition 2025",
		note:  `Other work with a request of 52 settings, besides building one, and how often it allocates.`,
		contenders: []contender{
			{name: "options, New", allocs: atMost(14, 10), run: func() (err error) {
				kept.request, err = build2025(&sample2025)
				return err
			}},
			{name: "Request.With, one option", ratio: ratio{over: 'b', under: 'a'}, run: func() (err error) {
				kept.request, err = req.With(vpnconn.WithName(sample2025.Name))
				return err
			}},
			{name: "Request.Params", allocs: atMost(6, 3), run: func() error {
				kept.params = req.Params()
				return nil
			}},
			{name: "Request.AppendQuery, room enough", allocs: atMost(0, 0), run: func() error {
				kept.bytes = req.AppendQuery(buf[:0])
				return nil
			}},
			{name: "options, New, three mistakes", ratio: ratio{'e', 'a', atMost(3, 3)}, run: func() error {
				_, err := build2025(&spoilt)
				return refused(err)
			}},
		},
	}, nil
}

// spoil makes three common mistakes: a host in place of its network, a value as another product spells it, and a number
// that is too large.
func spoil(in settings) settings {
	in.RemoteSubnets = []string{"192.168.0.0/24", "192.168.1.1/24"}
	in.IKEEncAlg = "AES-256"
	in.IPsecLifetime = new(25 * time.Hour)
	return in
}

// spoil2025 makes the first two of these mistakes, the second in a tunnel, and gives both tunnels the same block.
func spoil2025(in settings2025) settings2025 {
	in.RemoteSubnets = []string{"192.168.0.0/24", "192.168.1.1/24"}
	in.Tunnels[1].IKEEncAlg = "AES-256"
	in.Tunnels[1].TunnelCIDR = in.Tunnels[0].TunnelCIDR
	in.Tunnels[1].LocalBGPIP = in.Tunnels[0].LocalBGPIP
	return in
}

// refused keeps the error of a request with mistakes, and returns an error if there is none.
func refused(err error) error {
	kept.err = err
	if err == nil {
		return errors.New("the mistakes were accepted")
	}
	return nil
}
