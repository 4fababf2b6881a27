package vpnconn

import (
	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A weakValue is a value that is not advisable in either phase, set or by default.
type weakValue struct {
	id             string // the ID of the advice without the phase
	value          string
	edition        aliyun.Edition // the edition that has it; 0: all
	severity       Severity
	problem        [2]string
	cure           string // "" if there is nothing better
	ike, ipsec     parameters.Key
	ikeReference   string // "" if the phase does not have the value
	ipsecReference string
}

// weakValues lists the weak algorithms.
var weakValues = []weakValue{
	enc("des", Broken, "RFC 8247, section 2.1", "RFC 8221, section 5; RFC 8247, section 2.1", [2]string{
		"DES has a key of 56 bits, which cheap hardware finds by trying all of them",
		"DES 的密钥只有 56 位，用廉价硬件即可穷举破解",
	}),
	enc("3des", Weak, "RFC 8247, section 2.1; CVE-2016-2183", "RFC 8221, section 5; CVE-2016-2183", [2]string{
		"3DES has blocks of 64 bits, so that plaintext leaks after some tens of gigabytes under one key",
		"3DES 的分组只有 64 位，用同一密钥加密几十 GB 数据后就会泄露明文",
	}),
	auth("md5", aliyun.Edition2019, Broken, "sha1", md5Problem),
	auth("md5", aliyun.Edition2025, Broken, "sha256", md5Problem),
	auth("sha1", aliyun.Edition2019, Note, "", [2]string{
		"SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose; edition 2025 has SHA-256",
		"SHA-1 正被逐步淘汰，但本版文档没有更好的选项，因此仍应选用；2025 版支持 SHA-256",
	}),
	auth("sha1", aliyun.Edition2025, Note, "sha256", [2]string{
		"SHA-1 is being phased out, and compliance rules forbid it",
		"SHA-1 正被逐步淘汰，合规要求也已禁止使用",
	}),
	group("group1", 0, Broken, [2]string{
		"a 768-bit group is broken within hours on cheap hardware",
		"768 位的 DH 组用廉价硬件几小时内即可攻破",
	}),
	group("group2", 0, Weak, [2]string{
		"a 1024-bit group is within reach of a well-funded attacker",
		"资金充足的攻击者已有能力攻破 1024 位的 DH 组",
	}),
	group("group5", 0, Weak, [2]string{
		"a 1536-bit group is expected to come within reach of a nation-state attacker",
		"预计国家级攻击者将有能力攻破 1536 位的 DH 组",
	}),
	group("group24", aliyun.Edition2019, Weak, [2]string{
		"nobody can check how the primes of group 24 were chosen, and its small subgroups need extra care",
		"无法验证 DH 组 24 的素数是如何选取的，其小阶子群也需要额外防护",
	}),
	{
		id: "pfs-disabled", value: "disabled", edition: aliyun.Edition2025, severity: Weak, cure: "group14",
		ipsec: parameters.IPsecPFS, ipsecReference: "RFC 2409, section 5.5; RFC 7296, section 1.3",
		problem: [2]string{
			"without perfect forward secrecy, whoever gets the keys of phase 1 reads all traffic, recorded traffic too",
			"未启用完美前向保密（PFS），一旦第一阶段的密钥泄露，所有流量都可被解密，包括此前被截获的流量",
		},
	},
}

var md5Problem = [2]string{
	"MD5 is open to collisions, and libraries are dropping it",
	"MD5 已被证实可碰撞，各密码库正陆续移除对它的支持",
}

func enc(value string, severity Severity, ike, ipsec string, problem [2]string) weakValue {
	return weakValue{
		id: "enc-" + value, value: value, severity: severity, problem: problem, cure: "aes256",
		ike: parameters.IKEEncAlg, ipsec: parameters.IPsecEncAlg, ikeReference: ike, ipsecReference: ipsec,
	}
}

func auth(value string, e aliyun.Edition, severity Severity, cure string, problem [2]string) weakValue {
	return weakValue{
		id: "auth-" + value, value: value, edition: e, severity: severity, problem: problem, cure: cure,
		ike: parameters.IKEAuthAlg, ipsec: parameters.IPsecAuthAlg,
		ikeReference: "RFC 8247, sections 2.2 and 2.3", ipsecReference: "RFC 8221, section 6",
	}
}

func group(value string, e aliyun.Edition, severity Severity, problem [2]string) weakValue {
	const reference = "RFC 8247, section 2.4"
	return weakValue{
		id: "pfs-" + value, value: value, edition: e, severity: severity, problem: problem, cure: "group14",
		ike: parameters.IKEPFS, ipsec: parameters.IPsecPFS, ikeReference: reference, ipsecReference: reference,
	}
}

// algorithmChecks returns the checks of weak algorithms in both phases.
func algorithmChecks() (list []check) {
	for _, w := range weakValues {
		if w.ikeReference != "" {
			list = append(list, w.check("ike-", w.ikeReference, parameters.IKE, w.ike))
		}
		if w.ipsecReference != "" {
			list = append(list, w.check("ipsec-", w.ipsecReference, parameters.IPsec, w.ipsec))
		}
	}
	return list
}

// check returns the check of a weak value in one phase.
func (w weakValue) check(phase, reference string, object, k parameters.Key) check {
	c := check{
		id: phase + w.id, path: path{object, k}, edition: w.edition,
		severity: w.severity, reference: reference, problem: w.problem,
		found: func(s *situation) ([]any, bool) { return nil, s.text(object, k) == w.value },
	}
	if w.cure != "" {
		c.cure = setTo(w.cure, object, k)
	}
	return c
}
