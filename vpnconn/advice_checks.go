package vpnconn

import (
	"fmt"
	"math/bits"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// A check finds one kind of Advice.
type check struct {
	field     string
	when      string // the condition in a few words, for the table in the README
	severity  Severity
	reference string
	found     func(*effective) (problem string, found bool)
	cure      func(*effective) Option // nil where one setting cannot
}

// The limits of a good pre-shared key and the lifetimes that cures set.
const (
	minPSK        = 20        // characters: drawn at random from printable ASCII they have 128 bits
	ikeLifetime   = 24 * 3600 // seconds
	ipsecLifetime = 8 * 3600  // seconds
)

// checks is the table of all advice, in documented order of the fields.
//
// RFC 8247 and RFC 8221 are about IKEv2 and its ESP. They are cited for IKEv1 too, since an algorithm does not get better
// by the older protocol around it, and NIST SP 800-77r1, section 3.9, says as much.
var checks = []check{
	severalUnderV1(parameters.LocalSubnet),
	overlapWithin(parameters.LocalSubnet),
	severalUnderV1(parameters.RemoteSubnet),
	overlapWithin(parameters.RemoteSubnet),
	{
		field: name(parameters.RemoteSubnet), when: "blocks that overlap one of LocalSubnet",
		severity: Note, reference: "RFC 4301, section 4.4.1",
		found: func(e *effective) (string, bool) {
			o := rules.OverlapsAcross(e.Text(parameters.LocalSubnet), e.Text(parameters.RemoteSubnet))
			if o.Pairs == 0 {
				return "", false
			}
			return fmt.Sprintf("%s on one side overlaps %s on the other, so an address in both has two places (pairs that overlap: %d)",
				o.Outer, o.Inner, o.Pairs), true
		},
	},

	psk("under 20 characters",
		"a key of fewer than 20 characters can be guessed offline by whoever gets a gateway to negotiate with them once",
		func(psk string) bool { return utf8.RuneCountInString(psk) < minPSK }),
	psk("one class of characters",
		"a key of only letters of one case, only digits or only symbols is far easier to guess than its length suggests",
		func(psk string) bool { return classes(psk) == 1 }),

	value(parameters.IKE, parameters.IKEVersion, "ikev1", Note,
		"IKEv1 is deprecated, and what is found wrong with it is no longer mended",
		"RFC 9395, section 3", WithIKE(ikeconfig.WithVersion(ikeconfig.V2))),

	{
		field: field(parameters.IKE, parameters.IKEMode), when: "aggressive, under ikev1", severity: Weak,
		reference: "CVE-2018-5389; RFC 2409, section 5.4",
		found: func(e *effective) (string, bool) {
			return e.underV1("aggressive mode sends a hash of the pre-shared key in clear, for a listener to attack offline"),
				e.isV1() && e.ike.Text(parameters.IKEMode) == "aggressive"
		},
		cure: always(WithIKE(ikeconfig.WithMode(ikeconfig.Main))),
	},
	{
		field: field(parameters.IKE, parameters.IKEMode), when: "set, under ikev2", severity: Note,
		reference: "RFC 7296, appendix A, item 2",
		found: func(e *effective) (string, bool) {
			return "IKEv2 has no modes: the setting has no effect and misleads who reads it",
				!e.isV1() && e.Members(parameters.IKE).Has(parameters.IKEMode)
		},
		cure: always(withoutMode),
	},

	value(parameters.IKE, parameters.IKEEncAlg, "des", Broken, desProblem,
		"RFC 8247, section 2.1", WithIKE(ikeconfig.WithEncAlg(ikeconfig.AES256))),
	value(parameters.IKE, parameters.IKEEncAlg, "3des", Weak, tripleDESProblem,
		"RFC 8247, section 2.1; CVE-2016-2183", WithIKE(ikeconfig.WithEncAlg(ikeconfig.AES256))),
	value(parameters.IKE, parameters.IKEAuthAlg, "md5", Broken, md5Problem,
		"RFC 8247, sections 2.2 and 2.3", WithIKE(ikeconfig.WithAuthAlg(ikeconfig.SHA1))),
	value(parameters.IKE, parameters.IKEAuthAlg, "sha1", Note, sha1Problem, "RFC 8247, sections 2.2 and 2.3", nil),
	value(parameters.IKE, parameters.IKEPFS, "group1", Broken, group1Problem,
		dhReference, WithIKE(ikeconfig.WithPFS(ikeconfig.Group14))),
	value(parameters.IKE, parameters.IKEPFS, "group2", Weak, group2Problem,
		dhReference, WithIKE(ikeconfig.WithPFS(ikeconfig.Group14))),
	value(parameters.IKE, parameters.IKEPFS, "group5", Weak, group5Problem,
		dhReference, WithIKE(ikeconfig.WithPFS(ikeconfig.Group14))),
	value(parameters.IKE, parameters.IKEPFS, "group24", Weak, group24Problem,
		dhReference, WithIKE(ikeconfig.WithPFS(ikeconfig.Group14))),
	{
		field: field(parameters.IKE, parameters.IKELifetime), when: "0", severity: Note, reference: lifetimeReference,
		found: func(e *effective) (string, bool) {
			ike, _ := e.lifetimes()
			return zeroProblem, ike == 0
		},
		cure: always(WithIKE(ikeconfig.WithLifetime(ikeLifetime * time.Second))),
	},

	value(parameters.IPsec, parameters.IPsecEncAlg, "des", Broken, desProblem,
		"RFC 8221, section 5; RFC 8247, section 2.1", WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES256))),
	value(parameters.IPsec, parameters.IPsecEncAlg, "3des", Weak, tripleDESProblem,
		"RFC 8221, section 5; CVE-2016-2183", WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES256))),
	value(parameters.IPsec, parameters.IPsecAuthAlg, "md5", Broken, md5Problem,
		"RFC 8221, section 6", WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.SHA1))),
	value(parameters.IPsec, parameters.IPsecAuthAlg, "sha1", Note, sha1Problem, "RFC 8221, section 6", nil),
	value(parameters.IPsec, parameters.IPsecPFS, "group1", Broken, group1Problem,
		dhReference, WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))),
	value(parameters.IPsec, parameters.IPsecPFS, "group2", Weak, group2Problem,
		dhReference, WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))),
	value(parameters.IPsec, parameters.IPsecPFS, "group5", Weak, group5Problem,
		dhReference, WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))),
	value(parameters.IPsec, parameters.IPsecPFS, "group24", Weak, group24Problem,
		dhReference, WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))),
	{
		field: field(parameters.IPsec, parameters.IPsecLifetime), when: "0", severity: Note, reference: lifetimeReference,
		found: func(e *effective) (string, bool) {
			_, ipsec := e.lifetimes()
			return zeroProblem, ipsec == 0
		},
		cure: func(e *effective) Option {
			ike, _ := e.lifetimes()
			if ike == 0 {
				ike = ikeLifetime
			}
			return WithIPsec(ipsecconfig.WithLifetime(time.Duration(min(ike, ipsecLifetime)) * time.Second))
		},
	},
	{
		field: field(parameters.IPsec, parameters.IPsecLifetime), when: "longer than IkeConfig.IkeLifetime", severity: Note,
		reference: "NIST SP 800-77r1, section 3.9; RFC 7296, section 1.4.1",
		found: func(e *effective) (string, bool) {
			ike, ipsec := e.lifetimes()
			return e.judged(parameters.IPsec, parameters.IPsecLifetime,
				"phase 2 outlives phase 1, and when that ends without being renewed, traffic stops or cannot be managed",
			), ike > 0 && ipsec > ike
		},
		cure: func(e *effective) Option {
			ike, _ := e.lifetimes()
			return WithIPsec(ipsecconfig.WithLifetime(time.Duration(ike) * time.Second))
		},
	},
}

// What is wrong with a value, in either parameters.
const (
	desProblem       = "DES has a key of 56 bits, which cheap hardware finds by trying all of them"
	tripleDESProblem = "3DES has blocks of 64 bits, so that some tens of gigabytes under one key give plaintext away"
	md5Problem       = "MD5 is open to collisions, and libraries are dropping it"
	sha1Problem      = "SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose"
	group1Problem    = "a 768-bit group is broken within hours on cheap hardware"
	group2Problem    = "a 1024-bit group is within reach of an attacker with money"
	group5Problem    = "a 1536-bit group is expected to come within reach of a state"
	group24Problem   = "nobody can check how the primes of group 24 were chosen, and its small subgroups need extra care"
	zeroProblem      = "the document allows a lifetime of 0 and does not say what it means: perhaps keys that are never renewed"

	dhReference       = "RFC 8247, section 2.4"
	lifetimeReference = "RFC 7296, section 2.8"
)

// value finds member i of a phase at one of its documented values, be it set or by default.
func value(p, i parameters.Key, text string, severity Severity, problem, reference string, cure Option) check {
	c := check{
		field: field(p, i), when: text, severity: severity, reference: reference,
		found: func(e *effective) (string, bool) {
			if settings, _ := e.settings(p); settings.Text(i) != text {
				return "", false
			}
			return e.judged(p, i, problem), true
		},
	}
	if cure != nil {
		c.cure = always(cure)
	}
	return c
}

// judged returns problem, and says so where member i of a phase is judged by its default.
func (e *effective) judged(p, i parameters.Key, problem string) string {
	if _, set := e.settings(p); set.Has(i) {
		return problem
	}
	return fmt.Sprintf("unset, and the documented default is %s: %s", byDefault(p, i), problem)
}

// byDefault returns the documented default of member i of a phase, and what else is known about it.
func byDefault(p, i parameters.Key) string {
	m := parameters.Of(0).Member(p).Table.Member(i)
	if m.Caveat == "" {
		return m.Default
	}
	return m.Default + ", " + m.Caveat
}

func field(p, i parameters.Key) string {
	m := parameters.Of(0).Member(p)
	return m.Name + "." + m.Table.Member(i).Name
}

func name(k parameters.Key) string { return parameters.Of(0).Member(k).Name }

func always(cure Option) func(*effective) Option {
	return func(*effective) Option { return cure }
}

// withoutMode unsets IkeMode, which no option for callers does.
func withoutMode(d *draft) {
	n := new(tree.Node)
	n.Unset(parameters.IKEMode)
	d.LayObject(parameters.IKE, n)
}

// psk finds a fault of the pre-shared key. There is no cure: a key that a library made up would not be known to the
// customer gateway.
func psk(when, problem string, fault func(psk string) bool) check {
	return check{
		field: field(parameters.IKE, parameters.PSK), when: when, severity: Weak,
		reference: "RFC 7296, section 2.15; NIST SP 800-77r1, section 3.3.4",
		found: func(e *effective) (string, bool) {
			return problem, e.ike.Has(parameters.PSK) && fault(e.ike.Hidden(parameters.PSK))
		},
	}
}

// classes counts the classes of characters in a key: small letters, capitals, digits and all others.
func classes(psk string) int {
	var found uint8 // a bit for each class
	for _, r := range psk {
		switch {
		case unicode.IsLower(r):
			found |= 1
		case unicode.IsUpper(r):
			found |= 2
		case unicode.IsDigit(r):
			found |= 4
		default:
			found |= 8
		}
	}
	return bits.OnesCount8(found)
}

func severalUnderV1(list parameters.Key) check {
	return check{
		field: name(list), when: "several blocks, under ikev1", severity: Note,
		reference: "RFC 2409, section 5.5",
		found: func(e *effective) (string, bool) {
			return e.underV1("a negotiation is about one block on each side, and the console wants IKEv2 for several"),
				e.isV1() && strings.Contains(e.Text(list), ",")
		},
		cure: always(WithIKE(ikeconfig.WithVersion(ikeconfig.V2))),
	}
}

func overlapWithin(list parameters.Key) check {
	return check{
		field: name(list), when: "blocks that overlap", severity: Note, reference: "RFC 4301, section 4.4.1",
		found: func(e *effective) (string, bool) {
			o := rules.OverlapsWithin(e.Text(list))
			if o.Pairs == 0 {
				return "", false
			}
			return fmt.Sprintf("%s lies within %s, so which of the two applies depends on their order (pairs that overlap: %d)",
				o.Inner, o.Outer, o.Pairs), true
		},
	}
}
