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
	keys      []parameters.Key // of the setting that it is about
	ofWhole   bool             // it is about a whole request, not about an end
	edition   aliyun.Edition   // in which it holds; 0: in all
	severity  Severity
	reference string
	problem   [2]string // in English and in Chinese, with a verb for each of the args that found gives
	underV1   bool      // it is a problem of IKEv1 alone
	found     func(*situation) (args []any, found bool)
	cure      func(*situation) []fix // nil where settings cannot
}

// The limits of a good pre-shared key and the lifetimes that cures set.
const (
	minPSK        = 20        // characters: drawn at random from printable ASCII they have 128 bits
	ikeLifetime   = 24 * 3600 // seconds
	ipsecLifetime = 8 * 3600  // seconds
)

// checks is the table of all advice.
//
// RFC 8247 and RFC 8221 are about IKEv2 and its ESP. They are cited for IKEv1 too, since an algorithm does not get better
// by the older protocol around it, and NIST SP 800-77r1, section 3.9, says as much.
var checks = slices.Concat(subnetChecks, phaseChecks(), tunnelChecks, requestChecks)

// phaseChecks returns the checks of both phases.
func phaseChecks() []check {
	list := slices.Clone(ikeChecks)
	for _, w := range weakValues {
		for _, p := range []struct {
			object, k  parameters.Key
			id, source string
		}{
			{parameters.IKE, w.ike, "ike", w.ikeReference},
			{parameters.IPsec, w.ipsec, "ipsec", w.ipsecReference},
		} {
			if p.source != "" {
				list = append(list, w.check(p.object, p.k, p.id, p.source))
			}
		}
	}
	return append(list, ipsecChecks...)
}

var ikeVersion = []parameters.Key{parameters.IKE, parameters.IKEVersion}

// ikeChecks has the checks of phase 1 but those of weak algorithms.
var ikeChecks = []check{
	psk("psk-short", [2]string{
		"a key of fewer than 20 characters can be guessed offline by whoever gets a gateway to negotiate with them once",
		"预共享密钥少于 20 个字符，只要诱使网关协商一次，就能离线猜出密钥",
	}, func(psk string) bool { return utf8.RuneCountInString(psk) < minPSK }),
	psk("psk-simple", [2]string{
		"a key of only letters of one case, only digits or only symbols is far easier to guess than its length suggests",
		"预共享密钥只含同一大小写的字母、只含数字或只含符号，实际强度远低于其长度给人的印象",
	}, func(psk string) bool { return classes(psk) == 1 }),
	{
		id: "ike-version-1", keys: ikeVersion, severity: Note, reference: "RFC 9395, section 3",
		problem: [2]string{
			"IKEv1 is deprecated, and what is found wrong with it is no longer mended",
			"IKEv1 已被废弃，新发现的问题不会再得到修复",
		},
		found: func(s *situation) ([]any, bool) { return nil, s.isV1() },
		cure:  toV2,
	},
	{
		id: "ike-mode-aggressive", keys: []parameters.Key{parameters.IKE, parameters.IKEMode},
		severity: Weak, reference: "CVE-2018-5389; RFC 2409, section 5.4", underV1: true,
		problem: [2]string{
			"aggressive mode sends a hash of the pre-shared key in clear, for a listener to attack offline",
			"野蛮模式以明文发送预共享密钥的哈希值，监听者可据此离线破解",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, s.isV1() && s.text(parameters.IKE, parameters.IKEMode) == "aggressive"
		},
		cure: setTo("main", parameters.IKE, parameters.IKEMode),
	},
	{
		id: "ike-mode-unused", keys: []parameters.Key{parameters.IKE, parameters.IKEMode},
		severity: Note, reference: "RFC 7296, appendix A, item 2",
		problem: [2]string{
			"IKEv2 has no modes: the setting has no effect and misleads who reads it",
			"IKEv2 没有协商模式，该设置不起作用，还会误导读者",
		},
		found: func(s *situation) ([]any, bool) {
			return nil, !s.isV1() && s.isSet(parameters.IKE, parameters.IKEMode)
		},
		cure: setTo("", parameters.IKE, parameters.IKEMode),
	},
	{
		id: "ike-lifetime-zero", keys: []parameters.Key{parameters.IKE, parameters.IKELifetime},
		severity: Note, reference: lifetimeReference, problem: zeroProblem,
		found: func(s *situation) ([]any, bool) {
			ike, _ := s.lifetimes()
			return nil, ike == 0
		},
		cure: setTo(strconv.Itoa(ikeLifetime), parameters.IKE, parameters.IKELifetime),
	},
}

var ipsecLifetimeKeys = []parameters.Key{parameters.IPsec, parameters.IPsecLifetime}

// ipsecChecks has the checks of phase 2 but those of weak algorithms.
var ipsecChecks = []check{
	{
		id: "ipsec-lifetime-zero", keys: ipsecLifetimeKeys,
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
			return []fix{{s.end, ipsecLifetimeKeys, strconv.FormatInt(min(ike, ipsecLifetime), 10)}}
		},
	},
	{
		id: "ipsec-lifetime-long", keys: ipsecLifetimeKeys,
		severity: Note, reference: "NIST SP 800-77r1, section 3.9; RFC 7296, section 1.4.1",
		problem: [2]string{
			"phase 2 outlives phase 1, and when that ends without being renewed, traffic stops or cannot be managed",
			"第二阶段比第一阶段存活更久，若第一阶段到期未能续期，流量会中断或失去管理",
		},
		found: func(s *situation) ([]any, bool) {
			ike, ipsec := s.lifetimes()
			return nil, ike > 0 && ipsec > ike
		},
		cure: func(s *situation) []fix {
			ike, _ := s.lifetimes()
			return []fix{{s.end, ipsecLifetimeKeys, strconv.FormatInt(ike, 10)}}
		},
	},
}

const lifetimeReference = "RFC 7296, section 2.8"

var zeroProblem = [2]string{
	"the document allows a lifetime of 0 and does not say what it means: perhaps keys that are never renewed",
	"文档允许生存周期为 0，却没有说明含义，密钥也许永远不会更新",
}

// toV2 cures with IKEv2, which an SM gateway does not take.
func toV2(s *situation) []fix {
	if s.isSM {
		return nil
	}
	return []fix{{s.end, ikeVersion, "ikev2"}}
}

// setTo cures with a value for one setting, "" to unset it.
func setTo(value string, keys ...parameters.Key) func(*situation) []fix {
	return func(s *situation) []fix { return []fix{{s.end, keys, value}} }
}

// psk finds a fault of the pre-shared key. There is no cure: a key that a library made up would not be known to the
// customer gateway.
func psk(id string, problem [2]string, fault func(psk string) bool) check {
	return check{
		id: id, keys: []parameters.Key{parameters.IKE, parameters.PSK}, severity: Weak,
		reference: "RFC 7296, section 2.15; NIST SP 800-77r1, section 3.3.4", problem: problem,
		found: func(s *situation) ([]any, bool) {
			ike := s.n.Members(parameters.IKE)
			return nil, ike.Has(parameters.PSK) && fault(ike.Hidden(parameters.PSK))
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

// A weakValue is a value that is not advisable in either phase, be it set or by default.
type weakValue struct {
	value                        string
	edition                      aliyun.Edition // where the advice differs between editions; 0: in all
	ike, ipsec                   parameters.Key
	id                           string
	severity                     Severity
	ikeReference, ipsecReference string // "" where the phase does not have the value
	problem                      [2]string
	cure                         string // "" where there is nothing better
}

const dhReference = "RFC 8247, section 2.4"

// weakValues lists the weak algorithms.
var weakValues = []weakValue{
	enc("des", Broken, "RFC 8247, section 2.1", "RFC 8221, section 5; RFC 8247, section 2.1", [2]string{
		"DES has a key of 56 bits, which cheap hardware finds by trying all of them",
		"DES 的密钥只有 56 位，廉价硬件即可穷举破解",
	}),
	enc("3des", Weak, "RFC 8247, section 2.1; CVE-2016-2183", "RFC 8221, section 5; CVE-2016-2183", [2]string{
		"3DES has blocks of 64 bits, so that some tens of gigabytes under one key give plaintext away",
		"3DES 的分组只有 64 位，同一密钥加密几十 GB 数据后就会泄露明文",
	}),
	auth("md5", aliyun.Edition2019, Broken, "sha1", md5Problem),
	auth("md5", aliyun.Edition2025, Broken, "sha256", md5Problem),
	auth("sha1", aliyun.Edition2019, Note, "", [2]string{
		"SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose; edition 2025 has SHA-256",
		"SHA-1 正被逐步淘汰，但该版文档没有更好的选择，因此仍应选它；2025 版已支持 SHA-256",
	}),
	auth("sha1", aliyun.Edition2025, Note, "sha256", [2]string{
		"SHA-1 is being phased out, and compliance rules forbid it",
		"SHA-1 正被逐步淘汰，合规要求也禁止使用",
	}),
	group("group1", Broken, [2]string{
		"a 768-bit group is broken within hours on cheap hardware",
		"768 位的 DH 组用廉价硬件几小时内即可攻破",
	}),
	group("group2", Weak, [2]string{
		"a 1024-bit group is within reach of an attacker with money",
		"1024 位的 DH 组已在资金充足的攻击者能力范围之内",
	}),
	group("group5", Weak, [2]string{
		"a 1536-bit group is expected to come within reach of a state",
		"1536 位的 DH 组预计将落入国家级攻击者的能力范围",
	}),
	group("group24", Weak, [2]string{
		"nobody can check how the primes of group 24 were chosen, and its small subgroups need extra care",
		"无从验证 group24 的素数如何选出，其小子群也需要额外防范",
	}),
	{
		value: "disabled", ipsec: parameters.IPsecPFS, id: "pfs-disabled", severity: Weak, cure: "group14",
		ipsecReference: "RFC 7296, section 2.12; NIST SP 800-77r1, section 3.4",
		problem: [2]string{
			"without perfect forward secrecy, whoever gets the keys of phase 1 reads all traffic, recorded traffic too",
			"没有完美前向保密，一旦第一阶段的密钥泄露，包括已被录制的全部流量都会被解密",
		},
	},
}

var md5Problem = [2]string{
	"MD5 is open to collisions, and libraries are dropping it",
	"MD5 已能被碰撞，各种库正在移除对它的支持",
}

func enc(value string, severity Severity, ike, ipsec string, problem [2]string) weakValue {
	return weakValue{
		value: value, ike: parameters.IKEEncAlg, ipsec: parameters.IPsecEncAlg, id: "enc-" + value, severity: severity,
		ikeReference: ike, ipsecReference: ipsec, problem: problem, cure: "aes256",
	}
}

func auth(value string, e aliyun.Edition, severity Severity, cure string, problem [2]string) weakValue {
	return weakValue{
		value: value, edition: e, ike: parameters.IKEAuthAlg, ipsec: parameters.IPsecAuthAlg, id: "auth-" + value,
		severity: severity, problem: problem, cure: cure,
		ikeReference: "RFC 8247, sections 2.2 and 2.3", ipsecReference: "RFC 8221, section 6",
	}
}

func group(value string, severity Severity, problem [2]string) weakValue {
	return weakValue{
		value: value, ike: parameters.IKEPFS, ipsec: parameters.IPsecPFS, id: "pfs-" + value, severity: severity,
		ikeReference: dhReference, ipsecReference: dhReference, problem: problem, cure: "group14",
	}
}

// check returns the check of a weak value in one phase.
func (w weakValue) check(object, k parameters.Key, phase, reference string) check {
	c := check{
		edition: w.edition, id: phase + "-" + w.id, keys: []parameters.Key{object, k}, severity: w.severity, reference: reference,
		problem: w.problem,
		found: func(s *situation) ([]any, bool) {
			return nil, s.text(object, k) == w.value
		},
	}
	if w.cure != "" {
		c.cure = setTo(w.cure, object, k)
	}
	return c
}
