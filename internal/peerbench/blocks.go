package main

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"

	"github.com/ipsec-go/aliyun/vpnconn"
)

func blocks() (group, error) {
	g := group{
		title: "CIDR blocks, in random order",
		note: `The library's time is that of a whole New: the list as LocalSubnet, one block as RemoteSubnet, and the three
identifiers. net/netip splits the same text and parses each block; it does not look for host bits or duplicates.
The ratio for g compares one block of 100,000 with one of 100.`,
	}
	for _, n := range []int{10, 100, 1_000, 100_000} {
		list := shuffled(n)
		own := contender{size: n, name: number(float64(n)) + " blocks: this library, New", run: func() (err error) {
			kept.request, err = vpnconn.New(
				vpnconn.WithRegionID(sample.RegionID),
				vpnconn.WithVPNGatewayID(sample.VPNGatewayID),
				vpnconn.WithCustomerGatewayID(sample.CustomerGatewayID),
				vpnconn.WithLocalSubnets(list),
				vpnconn.WithRemoteSubnets("192.168.0.0/16"),
			)
			return err
		}}
		if n == 100_000 {
			own.ratio = ratio{'g', 'c', atMost(4, 3)}
		}
		letter := byte('a' + len(g.contenders))
		peer := contender{size: n, name: number(float64(n)) + " blocks: net/netip", ratio: ratio{over: letter, under: letter + 1}}
		peer.run = func() (err error) {
			for _, block := range strings.Split(list, ",") {
				if kept.prefix, err = netip.ParsePrefix(block); err != nil {
					return err
				}
			}
			return nil
		}
		g.contenders = append(g.contenders, own, peer)
	}
	return g, nil
}

// shuffled returns a list of n different blocks, the same in every call.
func shuffled(n int) string {
	list := make([]string, n)
	for i := range list {
		at := i * 16
		list[i] = fmt.Sprintf("10.%d.%d.%d/28", at>>16, at>>8&0xff, at&0xff)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return strings.Join(list, ",")
}
