package vpnconn

import (
	"math/bits"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A check finds one kind of Advice.
type check struct {
	id        string
	path      path           // the setting that it is about
	ofWhole   bool           // it is about a whole request, not about an end
	edition   aliyun.Edition // the edition that has it; 0: all
	severity  Severity
	reference string
	problem   [2]string // in English and in Chinese, with a verb for each of the args that found returns
	underV1   bool      // it is only a problem with IKEv1
	found     func(*situation) (args []any, found bool)
	cure      func(*situation) []fix // nil if settings cannot cure it
}

// checks is the table of all advice.
//
// RFC 8247 and RFC 8221 are about IKEv2 and its ESP. They are cited for IKEv1 too, since an algorithm is not better in
// the older protocol, as NIST SP 800-77r1, section 3.9, also says.
var checks = slices.Concat(subnetChecks, ikeChecks, ipsecChecks, algorithmChecks(), tunnelChecks, requestChecks)

// ikeChecks has the checks of phase 1 except weak algorithms.
var ikeChecks = []check{
	psk("psk-short", [2]string{
		"a key of fewer than 20 characters can be guessed offline by whoever gets a gateway to negotiate with them once",
		"预共享密钥少于 20 个字符，攻击者只要诱使网关与其协商一次，就能离线破解密钥",
	}, func(psk string) bool { return utf8.RuneCountInString(psk) < minPSK }),
	psk("psk-simple", [2]string{
		"a key of only letters of one case, only digits or only symbols is far easier to guess than its length suggests",
		"预共享密钥仅由大写字母、小写字母、数字或符号中的一类组成，实际强度远低于其长度给人的印象",
	}, func(psk string) bool { return classes(psk) == 1 }),
	{
		id: "ike-version-1", path: ikeVersion, severity: Note, reference: "RFC 9395, section 3",
		problem: [2]string{
			"IKEv1 is deprecated, and flaws found in it are no longer fixed",
			"IKEv1 已被废弃，新发现的缺陷不再修复",
		},
		found: func(s *situation) ([]any, bool) { return nil, s.isV1() && !s.isSM },
		cure:  setTo("ikev2", ikeVersion...),
	},
	{
		id: "ike-mode-aggressive", path: path{parameters.IKE, parameters.IKEMode},
		severity: Weak, reference: "RFC 2409, section 5.4", underV1: true,
		problem: [2]string{
			"aggressive mode sends a hash of the pre-shared key in clear, for a listener to attack offline",
			"野蛮模式会以明文发送由预共享密钥算出的哈希值，窃听者可据此离线破解密钥",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isV1() && s.text(parameters.IKE, parameters.IKEMode) == "aggressive"
		},
		cure: setTo("main", parameters.IKE, parameters.IKEMode),
	},
	{
		id: "ike-mode-unused", path: path{parameters.IKE, parameters.IKEMode},
		severity: Note, reference: "RFC 7296, appendix A, item 2",
		problem: [2]string{
			"IKEv2 has no modes: the setting has no effect and misleads its readers",
			"IKEv2 没有协商模式之分，该参数不起作用，反而容易引起误解",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, !s.isV1() && s.isSet(parameters.IKE, parameters.IKEMode)
		},
		cure: setTo("", parameters.IKE, parameters.IKEMode),
	},
	{
		id: "ike-lifetime-zero", path: path{parameters.IKE, parameters.IKELifetime},
		severity: Note, reference: lifetimeReference, problem: zeroProblem,
		found: func(s *situation) ([]any, bool) {
			ike, _ := s.lifetimes()
			return nil, ike == 0
		},
		cure: setTo(strconv.Itoa(ikeLifetime), parameters.IKE, parameters.IKELifetime),
	},
}

// The lifetimes that cures set, in seconds.
const (
	ikeLifetime   = 24 * 3600
	ipsecLifetime = 8 * 3600
)

var ipsecLifetimePath = path{parameters.IPsec, parameters.IPsecLifetime}

// ipsecChecks has the checks of phase 2 except weak algorithms.
var ipsecChecks = []check{
	{
		id: "ipsec-lifetime-zero", path: ipsecLifetimePath,
		severity: Note, reference: lifetimeReference, problem: zeroProblem,
		found: func(s *situation) ([]any, bool) {
			_, ipsec := s.lifetimes()
			return nil, ipsec == 0
		},
		cure: func(s *situation) []fix {
			ike, _ := s.lifetimes()
			if ike == 0 {
				ike = ikeLifetime
			}
			return []fix{{s.end, ipsecLifetimePath, strconv.FormatInt(min(ike, ipsecLifetime), 10)}}
		},
	},
	{
		id: "ipsec-lifetime-long", path: ipsecLifetimePath,
		severity: Note, reference: "NIST SP 800-77r1, section 3.9; RFC 7296, section 1.4.1",
		problem: [2]string{
			"phase 2 outlives phase 1, and when that ends without being renewed, traffic stops or cannot be managed",
			"第二阶段的生存周期长于第一阶段，如果第一阶段到期后未能重新协商，流量可能中断或失去管控",
		},
		found: func(s *situation) ([]any, bool) {
			ike, ipsec := s.lifetimes()
			return nil, ike > 0 && ipsec > ike
		},
		cure: func(s *situation) []fix {
			ike, _ := s.lifetimes()
			return []fix{{s.end, ipsecLifetimePath, strconv.FormatInt(ike, 10)}}
		},
	},
}

const lifetimeReference = "RFC 7296, section 2.8"

var zeroProblem = [2]string{
	"the document allows a lifetime of 0 and does not say what it means: perhaps keys that are never renewed",
	"文档允许将生存周期设为 0，但未说明其含义，密钥可能永远不会更新",
}

// minPSK is in characters: chosen at random from printable ASCII they have 128 bits.
const minPSK = 20

// psk finds a weakness of the pre-shared key. There is no cure: a key generated by the library would not be known to
// the customer gateway.
func psk(id string, problem [2]string, fault func(psk string) bool) check {
	return check{
		id: id, path: path{parameters.IKE, parameters.PSK}, severity: Weak,
		reference: "RFC 7296, section 2.15; NIST SP 800-77r1, section 3.3.4", problem: problem,
		found: func(s *situation) ([]any, bool) {
			isFaulty := s.isSet(parameters.IKE, parameters.PSK) && fault(s.n.Members(parameters.IKE).Text(parameters.PSK))
			return nil, isFaulty && s.isUsed(parameters.IKE, parameters.PSK)
		},
	}
}

// classes counts the classes of characters in a key: lower case, upper case, digits and all others.
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
