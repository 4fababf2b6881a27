package vpntest

import "strings"

// certificateEdges are values for RemoteCaCertificate, with a RemoteId.
var certificateEdges = []edge{
	{"a certificate", certificate, "", nil, "one PEM block"},
	{"two certificates", certificate + "\n" + certificate, "", nil, "a chain of authorities"},
	{"white space around", "\r\n\n " + certificate + "\n\n\t", "", nil, "a file ends in a line feed, or in more"},
	{"line ends of Windows", strings.ReplaceAll(certificate, "\n", "\r\n"), "", nil, "white space is not part of a certificate"},
	{"empty", "", "", nil, "counts as unset when parsed; a standard gateway has none"},
	{"text", "x", "", badCertificate, "not a PEM block"},
	{"a space alone", " ", "", badCertificate, "not empty, and not a PEM block"},
	{"a path", "/etc/ssl/ca.pem", "", badCertificate, "the name of the file instead of its content"},
	{"a URL", "https://example.com/ca.pem", "", badCertificate, "nothing is fetched"},
	{"a private key", strings.ReplaceAll(certificate, "CERTIFICATE", "PRIVATE KEY"), "", badCertificate, "the other file, pasted by mistake; it must not be shown"},
	{"a certificate and a private key", certificate + "\n" + strings.ReplaceAll(certificate, "CERTIFICATE", "PRIVATE KEY"), "", badCertificate, "a file with both in it"},
	{"a trusted certificate", strings.ReplaceAll(certificate, "CERTIFICATE", "TRUSTED CERTIFICATE"), "", badCertificate, "a form of openssl's own"},
	{"text before it", "subject=CN=test\n" + certificate, "", badCertificate, "as openssl prints it"},
	{"text after it", certificate + "\nx", "", badCertificate, "nothing may follow but white space"},
	{"two certificates without a line end", certificate + certificate, "", badCertificate, "joined files without a line feed at the end"},
	{"no end", certificate[:strings.Index(certificate, "-----END")], "", badCertificate, "cut short before its end"},
	{"no line ends", strings.ReplaceAll(certificate, "\n", ""), "", badCertificate, "lost in a form"},
	{"spaces for line ends", strings.ReplaceAll(certificate, "\n", " "), "", badCertificate, "how a shell joins lines"},
	{"escaped line ends", strings.ReplaceAll(certificate, "\n", `\n`), "", badCertificate, "a variable of the environment that nobody unescaped"},
	{"in quotes", `"` + certificate + `"`, "", badCertificate, "quoted once more than the shell or YAML removes"},
	{"base64 alone", strings.Split(certificate, "\n")[1], "", badCertificate, "the block without its first and last line"},
	{"not UTF-8", certificate + "\xff", "", badCertificate, "not white space, and so not part of it"},
}

// smChanges are about what an SM gateway requires together; they change a request for one.
var smChanges = []change{
	{"SM", nil, "", "", nil, "a certificate and a RemoteId: the algorithms are the defaults of such a gateway"},
	{"SM with everything", pairs{
		"IkeConfig":   `{"IkeAuthAlg":"sm3","IkeEncAlg":"sm4","IkeLifetime":86400,"IkeMode":"main","IkeVersion":"ikev1","RemoteId":"` + subject + `"}`,
		"IpsecConfig": `{"IpsecAuthAlg":"sm3","IpsecEncAlg":"sm4","IpsecLifetime":3600}`,
	}, "", "", nil, "every value that such a gateway accepts"},
	{"SM with settings of others", pairs{
		"IkeConfig":   `{"IkePfs":"group2","LocalId":"203.0.113.7","Psk":"x","RemoteId":"` + subject + `"}`,
		"IpsecConfig": `{"IpsecPfs":"disabled"}`,
	}, "", "", nil, "such a gateway does not use them; advised against, not refused"},
	{"SM with ikev2", pairs{"IkeConfig": `{"IkeVersion":"ikev2","RemoteId":"` + subject + `"}`}, "", "IkeConfig.IkeVersion", conflict, "such a gateway supports only ikev1"},
	{"SM with aggressive", pairs{"IkeConfig": `{"IkeMode":"aggressive","RemoteId":"` + subject + `"}`}, "", "IkeConfig.IkeMode", conflict, "such a gateway supports only main"},
	{"SM with aes", pairs{"IkeConfig": `{"IkeEncAlg":"aes","RemoteId":"` + subject + `"}`}, "", "IkeConfig.IkeEncAlg", conflict, "the default of other gateways, set explicitly"},
	{"SM with sha256", pairs{"IkeConfig": `{"IkeAuthAlg":"sha256","RemoteId":"` + subject + `"}`}, "", "IkeConfig.IkeAuthAlg", conflict, "a good algorithm that such a gateway lacks"},
	{"SM with aes256 in phase 2", pairs{"IpsecConfig": `{"IpsecEncAlg":"aes256"}`}, "", "IpsecConfig.IpsecEncAlg", conflict, "both phases have the same algorithms"},
	{"SM with md5 in phase 2", pairs{"IpsecConfig": `{"IpsecAuthAlg":"md5"}`}, "", "IpsecConfig.IpsecAuthAlg", conflict, "both phases have the same algorithms"},
	{"SM without RemoteId", pairs{"IkeConfig": "{}"}, "", "IkeConfig.RemoteId", required, "the error table has a code for it"},
	{"SM with a RemoteId that is empty", pairs{"IkeConfig": `{"RemoteId":""}`}, "", "IkeConfig.RemoteId", required, "what is empty counts as unset"},
	{"SM without IkeConfig", nil, "IkeConfig", "IkeConfig.RemoteId", required, "without the object its members are missing"},
	{"SM with an algorithm that is unknown", pairs{"IkeConfig": `{"IkeEncAlg":"sm5","RemoteId":"` + subject + `"}`}, "", "IkeConfig.IkeEncAlg", unsupported,
		"one mistake per field"},
}

// almostSMChanges have one algorithm of an SM gateway, and so require the rest.
var almostSMChanges = []change{
	{"sm4 and sm3 in phase 1, with a RemoteId and no certificate", pairs{"IkeConfig": `{"IkeAuthAlg":"sm3","IkeEncAlg":"sm4","RemoteId":"x"}`},
		"", "RemoteCaCertificate", required, "they require each other"},
	{"sm3 in phase 2, with a certificate and no RemoteId", pairs{"IpsecConfig": `{"IpsecAuthAlg":"sm3"}`, "RemoteCaCertificate": certificate},
		"", "IkeConfig.RemoteId", required, "they require each other"},
	{"sm4 in phase 2, all there", pairs{"IkeConfig": `{"RemoteId":"x"}`, "IpsecConfig": `{"IpsecEncAlg":"sm4"}`, "RemoteCaCertificate": certificate},
		"", "", nil, "phase 1 has the defaults of such a gateway"},
	{"SM3", pairs{"IkeConfig": `{"IkeAuthAlg":"SM3"}`}, "", "IkeConfig.IkeAuthAlg", unsupported, "letter case counts, so it requires nothing else"},
	{"a bad certificate", pairs{"RemoteCaCertificate": "x"}, "", "RemoteCaCertificate", badCertificate, "an invalid value requires nothing else"},
}
