package vpntest

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Request returns a valid request made up from r. A setting that is not required is as often unset as set; over many
// requests every documented value comes up, every limit is reached, and text has every kind of character that is
// allowed in it. The same state of r gives the same request, within one version of this package.
func Request(r *rand.Rand) vpnconn.Request {
	request, err := vpnconn.New(
		vpnconn.WithRegionID(text(r, opaque, opaque, 1, 64)),
		vpnconn.WithVPNGatewayID(text(r, opaque, opaque, 1, 64)),
		vpnconn.WithCustomerGatewayID(text(r, opaque, opaque, 1, 64)),
		vpnconn.WithLocalPrefixes(prefixes(r)...),
		vpnconn.WithRemotePrefixes(prefixes(r)...),
		maybe(r, vpnconn.WithClientToken(text(r, printable, printable, 1, 64))),
		maybe(r, vpnconn.WithEffectImmediately(r.IntN(2) == 0)),
		maybe(r, vpnconn.WithIKE(
			maybe(r, ikeconfig.WithPSK(text(r, visible, visible, 1, 100))),
			maybe(r, ikeconfig.WithVersion(pick(r, ikeconfig.Versions()))),
			maybe(r, ikeconfig.WithMode(pick(r, ikeconfig.Modes()))),
			maybe(r, ikeconfig.WithEncAlg(pick(r, ikeconfig.EncAlgs()))),
			maybe(r, ikeconfig.WithAuthAlg(pick(r, ikeconfig.AuthAlgs()))),
			maybe(r, ikeconfig.WithPFS(pick(r, ikeconfig.DHGroups()))),
			maybe(r, ikeconfig.WithLifetime(lifetime(r))),
			maybe(r, ikeconfig.WithLocalID(text(r, visible, visible, 1, 100))),
			maybe(r, ikeconfig.WithRemoteID(text(r, visible, visible, 1, 100))),
		)),
		maybe(r, vpnconn.WithIPsec(
			maybe(r, ipsecconfig.WithEncAlg(pick(r, ipsecconfig.EncAlgs()))),
			maybe(r, ipsecconfig.WithAuthAlg(pick(r, ipsecconfig.AuthAlgs()))),
			maybe(r, ipsecconfig.WithPFS(pick(r, ipsecconfig.DHGroups()))),
			maybe(r, ipsecconfig.WithLifetime(lifetime(r))),
		)),
		maybe(r, vpnconn.WithName(text(r, nameStart, namePart, 2, 128))),
	)
	if err != nil {
		panic(fmt.Sprintf("vpntest: what is made up as valid is not: %v", err)) // a mistake in this package
	}
	return request
}

// The characters that texts are made of.
var (
	ascii     = characters(' ', '~')
	opaque    = []rune(strings.NewReplacer(" ", "", ",", "", `"`, "", "'", "").Replace(string(ascii)))
	printable = ascii
	letters   = append(characters('A', 'Z'), characters('a', 'z')...)
	nameStart = append([]rune("中文㐀〇々\uf900\u2f00\U00020000"), letters...)
	namePart  = append([]rune("0123456789._-"), nameStart...)
	visible   = append([]rune("é密码🔑\u0301\u00a0\u200f\u2028\ufeff\ufffd\uffff"), ascii...)
)

func characters(first, last rune) (list []rune) {
	for c := first; c <= last; c++ {
		list = append(list, c)
	}
	return list
}

// maybe returns opt or, as often, an option that does nothing.
func maybe[O any](r *rand.Rand, opt O) O {
	if r.IntN(2) == 0 {
		var none O
		return none
	}
	return opt
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// between returns a number from least to most, and one of these two half of the time.
func between(r *rand.Rand, least, most int) int {
	return pick(r, []int{least, most, least + r.IntN(most-least+1), least + r.IntN(most-least+1)})
}

// text returns a text of least to most characters.
func text(r *rand.Rand, first, rest []rune, least, most int) string {
	t := make([]rune, between(r, least, most))
	for i := range t {
		t[i] = pick(r, rest)
	}
	t[0] = pick(r, first)
	return string(t)
}

func lifetime(r *rand.Rand) time.Duration {
	return time.Duration(between(r, 0, 86400)) * time.Second
}

// prefixes returns some different blocks, seldom many.
func prefixes(r *rand.Rand) []netip.Prefix {
	n := between(r, 1, 4)
	if r.IntN(20) == 0 {
		n = between(r, 32, 100)
	}
	var list []netip.Prefix
	for seen := make(map[netip.Prefix]bool); len(list) < n; {
		block := netip.PrefixFrom(address(r), between(r, 0, 32)).Masked()
		if !seen[block] {
			seen[block] = true
			list = append(list, block)
		}
	}
	return list
}

func address(r *rand.Rand) netip.Addr {
	a := r.Uint32()
	return netip.AddrFrom4([4]byte{byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a)})
}
