package vpntest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// Limits that are in no table: long values for an identifier, and for an interval in seconds, which have no documented
// maximum; the shortest token that is not generated twice; and the largest AS number.
const (
	maxIdentifier = 64
	maxCount      = 86400
	minToken      = 24
	maxASN        = math.MaxUint32
)

// valueOf generates a value of a setting that is valid by itself.
func valueOf(r *rand.Rand, m *parameters.Member) string {
	switch m.Kind {
	case parameters.Operation, parameters.Enum:
		return pick(r, m.Values)
	case parameters.Boolean:
		return pick(r, []string{"true", "false"})
	case parameters.Lifetime:
		return numbers(r, 0, int64(m.Max))
	case parameters.Count:
		return numbers(r, int64(m.Min), maxCount)
	case parameters.ASN:
		return numbers(r, 1, maxASN)
	case parameters.Address:
		return address(r).String()
	case parameters.Link:
		return link(r)
	case parameters.Blocks:
		return blocksOf(r)
	case parameters.Certificate:
		return pick(r, []string{certificate, certificate + "\n", "\r\n" + strings.ReplaceAll(certificate, "\n", "\r\n"), certificate + "\n" + certificate})
	case parameters.Identifier:
		return text(r, m, 1, maxIdentifier)
	case parameters.ASCII:
		return text(r, m, minToken, m.Max)
	}
	return text(r, m, max(m.Min, 1), m.Max)
}

// An alphabet has the characters that a text may begin with, and those that may follow.
type alphabet struct{ first, rest []rune }

// alphabets has the characters of each kind of text.
var alphabets = map[parameters.Kind]alphabet{
	parameters.Identifier:  {opaque, opaque},
	parameters.ASCII:       {ascii, ascii},
	parameters.LetterName:  {nameStart, namePart},
	parameters.Text:        {visible, visible},
	parameters.Word:        {unbroken, unbroken},
	parameters.Secret:      {visible, visible},
	parameters.ASCIISecret: {keyPart, keyPart},
}

var (
	ascii     = characters(' ', '~')
	opaque    = []rune(strings.NewReplacer(" ", "", ",", "", `"`, "", "'", "").Replace(string(ascii)))
	keyPart   = []rune(strings.NewReplacer(" ", "", `"`, "", `\`, "").Replace(string(ascii)))
	letters   = append(characters('A', 'Z'), characters('a', 'z')...)
	nameStart = append([]rune("中文㐀〇々\uf900\u2f00\U00020000"), letters...)
	namePart  = append([]rune("0123456789._-"), nameStart...)
	wide      = []rune("é密码🔑\u0301\u200f\ufeff\ufffd\uffff")
	unbroken  = slices.Concat(wide, ascii[1:])
	visible   = slices.Concat([]rune(" \u00a0\u2028"), unbroken)
)

func characters(first, last rune) (list []rune) {
	for c := first; c <= last; c++ {
		list = append(list, c)
	}
	return list
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// oneIn is true once in n times.
func oneIn(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }

// between returns a number from least to most, half of the time one of these two.
func between[N int | int64](r *rand.Rand, least, most N) N {
	within := func() N { return least + N(r.Int64N(int64(most-least)+1)) }
	return pick(r, []N{least, most, within(), within()})
}

// numbers is between in decimal.
func numbers(r *rand.Rand, least, most int64) string {
	return strconv.FormatInt(between(r, least, most), 10)
}

// text returns a text of least to most characters.
func text(r *rand.Rand, m *parameters.Member, least, most int) string {
	of := alphabets[m.Kind]
	for {
		t := make([]rune, between(r, least, most))
		for i := range t {
			t[i] = pick(r, of.rest)
		}
		t[0] = pick(r, of.first)
		if text := string(t); !hasForbidden(m, text) {
			return text
		}
	}
}

// hasForbidden reports whether a text has a forbidden prefix or part, in any letter case.
func hasForbidden(m *parameters.Member, text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(m.Starts, func(start string) bool { return strings.HasPrefix(text, start) }) ||
		slices.ContainsFunc(m.Parts, func(part string) bool { return strings.Contains(text, part) })
}

// blocksOf returns a list of some different blocks, rarely many.
func blocksOf(r *rand.Rand) string {
	n := between(r, 1, 4)
	if oneIn(r, 20) {
		n = between(r, 32, 100)
	}
	var list []string
	for seen := make(map[string]bool); len(list) < n; {
		block := netip.PrefixFrom(address(r), between(r, 0, 32)).Masked().String()
		if !seen[block] {
			seen[block] = true
			list = append(list, block)
		}
	}
	return strings.Join(list, ",")
}

func address(r *rand.Rand) netip.Addr {
	a := r.Uint32()
	return netip.AddrFrom4([4]byte{byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a)})
}

// link returns a block for the two ends of a tunnel that is not reserved.
func link(r *rand.Rand) string {
	for {
		third, fourth := between(r, 0, 255), 4*between(r, 0, 63)
		if reserved := third <= 6 && fourth == 0 || third == 169 && fourth == 252; !reserved {
			return fmt.Sprintf("169.254.%d.%d/30", third, fourth)
		}
	}
}

// within returns one of the two addresses of a block for the ends of a tunnel.
func within(r *rand.Rand, link string) string {
	first := netip.MustParsePrefix(link).Addr().Next()
	return pick(r, []netip.Addr{first, first.Next()}).String()
}

// certificate is a self-signed certificate of an authority with an SM2 key, made for this package.
const certificate = `-----BEGIN CERTIFICATE-----
MIIByzCCAXGgAwIBAgIUc1730Lqt8R+1SNsd4czc77Kw8ecwCgYIKoEcz1UBg3Uw
OjELMAkGA1UEBhMCQ04xDTALBgNVBAoMBHRlc3QxDTALBgNVBAsMBHRlc3QxDTAL
BgNVBAMMBHRlc3QwIBcNMjYxMTI2MDIxOTMzWhgPMjEyNjExMDIwMjE5MzNaMDox
CzAJBgNVBAYTAkNOMQ0wCwYDVQQKDAR0ZXN0MQ0wCwYDVQQLDAR0ZXN0MQ0wCwYD
VQQDDAR0ZXN0MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE8rIQE1Zop/jVh/Of
pv7KHP77IWBmkTknHYBXEBQ5pY1cOCLl1XrsKv+3DmEy/kycPX4Nz/e9dhrQLSSI
WETIAaNTMFEwHQYDVR0OBBYEFBklxlbG6IotQ/1A17U4zAi3R4+IMB8GA1UdIwQY
MBaAFBklxlbG6IotQ/1A17U4zAi3R4+IMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoEc
z1UBg3UDSAAwRQIgTCMJVZdDIknrIkWCJ1jmOJjFPtr2BdWQybx8Uf7IWx8CIQD3
4xP/ZkZWtdbAlA3Ie6hcmirBuRvCnnm02Nf7D+aOgw==
-----END CERTIFICATE-----`
