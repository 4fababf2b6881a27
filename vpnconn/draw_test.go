package vpnconn_test

import (
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A drawable is one of the 21 settings, of which valid values can be drawn.
type drawable struct {
	field    string // as Fields names it
	required bool
	draw     func(*rand.Rand) vpnconn.Option
}

var drawables = []drawable{
	{"CustomerGatewayId", true, drawText(vpnconn.WithCustomerGatewayID, 1, 40, "abcXYZ019-_.:/!*~&=%+")},
	{"LocalSubnet", true, drawBlocks(vpnconn.WithLocalSubnets, vpnconn.WithLocalPrefixes)},
	{"RegionId", true, drawText(vpnconn.WithRegionID, 1, 40, "abcXYZ019-_.:/!*~&=%+")},
	{"RemoteSubnet", true, drawBlocks(vpnconn.WithRemoteSubnets, vpnconn.WithRemotePrefixes)},
	{"VpnGatewayId", true, drawText(vpnconn.WithVPNGatewayID, 1, 40, "abcXYZ019-_.:/!*~&=%+")},
	{"ClientToken", false, drawText(vpnconn.WithClientToken, 1, 64, asciiThatPrints())},
	{"EffectImmediately", false, func(r *rand.Rand) vpnconn.Option { return vpnconn.WithEffectImmediately(r.IntN(2) == 0) }},
	{"IkeConfig.Psk", false, drawText(ikeText(ikeconfig.WithPSK), 1, 100, anyText)},
	{"IkeConfig.IkeVersion", false, drawOne(ikeEnum(ikeconfig.WithVersion), ikeconfig.Versions())},
	{"IkeConfig.IkeMode", false, drawOne(ikeEnum(ikeconfig.WithMode), ikeconfig.Modes())},
	{"IkeConfig.IkeEncAlg", false, drawOne(ikeEnum(ikeconfig.WithEncAlg), ikeconfig.EncAlgs())},
	{"IkeConfig.IkeAuthAlg", false, drawOne(ikeEnum(ikeconfig.WithAuthAlg), ikeconfig.AuthAlgs())},
	{"IkeConfig.IkePfs", false, drawOne(ikeEnum(ikeconfig.WithPFS), ikeconfig.DHGroups())},
	{"IkeConfig.IkeLifetime", false, func(r *rand.Rand) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithLifetime(drawLifetime(r))) }},
	{"IkeConfig.LocalIdIPsec", false, drawText(ikeText(ikeconfig.WithLocalID), 1, 100, anyText)},
	{"IkeConfig.RemoteId", false, drawText(ikeText(ikeconfig.WithRemoteID), 1, 100, anyText)},
	{"IpsecConfig.IpsecEncAlg", false, drawOne(ipsecEnum(ipsecconfig.WithEncAlg), ipsecconfig.EncAlgs())},
	{"IpsecConfig.IpsecAuthAlg", false, drawOne(ipsecEnum(ipsecconfig.WithAuthAlg), ipsecconfig.AuthAlgs())},
	{"IpsecConfig.IpsecPfs", false, drawOne(ipsecEnum(ipsecconfig.WithPFS), ipsecconfig.DHGroups())},
	{"IpsecConfig.IpsecLifetime", false, func(r *rand.Rand) vpnconn.Option {
		return vpnconn.WithIPsec(ipsecconfig.WithLifetime(drawLifetime(r)))
	}},
	{"Name", false, func(r *rand.Rand) vpnconn.Option {
		return vpnconn.WithName(letters(r, 1, 1, "azAZ中\U00020000") + letters(r, 1, 127, "azAZ09._-中\U00020000"))
	}},
}

// anyText has what JSON, queries and printers treat in a way of their own.
const anyText = "aZ09 \"\\/<>&'%+=,;:{}[]~\u00a0é\u0301中\u200f\u2028\u2029\ufeff\ufffd\U0001f511"

func ikeText(with func(string) ikeconfig.Option) func(string) vpnconn.Option {
	return func(text string) vpnconn.Option { return vpnconn.WithIKE(with(text)) }
}

// letters returns between least and most characters of the alphabet.
func letters(r *rand.Rand, least, most int, alphabet string) string {
	runes := []rune(alphabet)
	var b strings.Builder
	for range least + r.IntN(most-least+1) {
		b.WriteRune(runes[r.IntN(len(runes))])
	}
	return b.String()
}

func drawText(with func(string) vpnconn.Option, least, most int, alphabet string) func(*rand.Rand) vpnconn.Option {
	return func(r *rand.Rand) vpnconn.Option { return with(letters(r, least, most, alphabet)) }
}

func drawOne[T ~string](with func(string) vpnconn.Option, values []T) func(*rand.Rand) vpnconn.Option {
	return func(r *rand.Rand) vpnconn.Option { return with(string(values[r.IntN(len(values))])) }
}

func drawLifetime(r *rand.Rand) time.Duration {
	return []time.Duration{0, time.Second, 86400 * time.Second, time.Duration(r.IntN(86401)) * time.Second}[r.IntN(4)]
}

// drawBlocks draws up to 40 different blocks, in one of the ways to write them.
func drawBlocks(subnets func(...string) vpnconn.Option, prefixes func(...netip.Prefix) vpnconn.Option) func(*rand.Rand) vpnconn.Option {
	return func(r *rand.Rand) vpnconn.Option {
		var blocks []netip.Prefix
		var texts []string
		seen := make(map[netip.Prefix]bool)
		for range 1 + r.IntN(40) {
			addr := netip.AddrFrom4([4]byte{byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32())})
			block := netip.PrefixFrom(addr, r.IntN(33)).Masked()
			if !seen[block] {
				seen[block] = true
				blocks = append(blocks, block)
				texts = append(texts, strings.Repeat(" ", r.IntN(2))+block.String()+strings.Repeat("\t", r.IntN(2)))
			}
		}
		switch r.IntN(3) {
		case 0:
			return prefixes(blocks...)
		case 1:
			return subnets(strings.Join(texts, ","))
		}
		return subnets(texts...)
	}
}

// draw returns options for all that is required and for about half of the rest, in documented order.
func draw(r *rand.Rand) []vpnconn.Option {
	var opts []vpnconn.Option
	for _, d := range drawables {
		if d.required || r.IntN(2) == 0 {
			opts = append(opts, d.draw(r))
		}
	}
	return opts
}

// law tries a law on many draws. A failure names the draw, which is the same at every run.
func law(t *testing.T, holds func(t *testing.T, r *rand.Rand)) {
	t.Helper()
	for i := range uint64(200) {
		holds(t, rand.New(rand.NewPCG(20190604, i)))
		if t.Failed() {
			t.Fatalf("draw %d", i)
		}
	}
}
