package vpntest

// The edges of the settings with a list of documented values, without these values: CasesIn takes them from the tables. An
// edge may be a value of some parameters or editions; there it is left out.
var (
	versionEdges = []edge{
		{"empty", "", "", nil, "counts as unset when parsed"},
		{"Ikev1", "Ikev1", "", unsupported, "the English and Japanese documents print it so"},
		{"IKEv2", "IKEv2", "", unsupported, "the name of the protocol"},
		{"v2", "v2", "", unsupported, "the service does not imply the rest"},
		{"2", "2", "", unsupported, "the number of the version"},
		{"ikev3", "ikev3", "", unsupported, "it does not exist"},
		{"ike", "ike", "", unsupported, "it is ambiguous"},
		{"both", "ikev1|ikev2", "", unsupported, "copied from the document's list of values"},
		{"a space behind", "ikev2 ", "", unsupported, "blanks count"},
		{"a line feed behind", "ikev2\n", "", unsupported, "read from a file without trimming"},
		{"full-width", "ｉｋｅｖ２", "", unsupported, "it looks like ikev2"},
		{"superscript", "ikev²", "", unsupported, "a digit to unicode.IsNumber"},
		{"NUL behind", "ikev2\x00", "", unsupported, "to C it is ikev2"},
	}

	modeEdges = []edge{
		{"empty", "", "", nil, "counts as unset when parsed"},
		{"Main", "Main", "", unsupported, "letter case counts"},
		{"AGGRESSIVE", "AGGRESSIVE", "", unsupported, "letter case counts"},
		{"main mode", "main mode", "", unsupported, "the name in the RFC"},
		{"agressive", "agressive", "", unsupported, "how it is often spelled"},
		{"quick", "quick", "", unsupported, "a mode of phase 2"},
		{"野蛮模式", "野蛮模式", "", unsupported, "the Chinese console's name for aggressive"},
		{"a Cyrillic a", "m\u0430in", "", unsupported, "U+0430 looks like a"},
	}

	encAlgEdges = []edge{
		{"empty", "", "", nil, "counts as unset when parsed"},
		{"AES", "AES", "", unsupported, "letter case counts"},
		{"aes128", "aes128", "", unsupported, "the meaning of aes, but not its name"},
		{"AES-256", "AES-256", "", unsupported, "how most of the world writes it"},
		{"aes-256", "aes-256", "", unsupported, "an extra hyphen"},
		{"aes 256", "aes 256", "", unsupported, "an extra space"},
		{"aes256-cbc", "aes256-cbc", "", unsupported, "the mode is implied"},
		{"aes256gcm16", "aes256gcm16", "", unsupported, "strongSwan's name for another algorithm"},
		{"aes512", "aes512", "", unsupported, "it does not exist"},
		{"tripledes", "tripledes", "", unsupported, "3des, written out"},
		{"des3", "des3", "", unsupported, "3des, the other way round"},
		{"sm4", "sm4", "", unsupported, "a value of later editions on some gateways"},
		{"null", "null", "", unsupported, "an algorithm of IPsec that encrypts nothing; here it is text"},
		{"two of them", "aes256,aes", "", unsupported, "proposals are not a list here"},
		{"a space behind", "aes256 ", "", unsupported, "blanks count"},
		{"a zero-width space", "aes\u200b", "", unsupported, "it is invisible"},
		{"full-width", "ａｅｓ", "", unsupported, "it looks like aes"},
	}

	authAlgEdges = []edge{
		{"empty", "", "", nil, "counts as unset when parsed"},
		{"sha", "sha", "", unsupported, "the document's default for phase 1, but not one of its values"},
		{"SHA1", "SHA1", "", unsupported, "letter case counts"},
		{"sha-1", "sha-1", "", unsupported, "how the standard writes it"},
		{"MD5", "MD5", "", unsupported, "letter case counts"},
		{"hmac-sha1", "hmac-sha1", "", unsupported, "the meaning, but not the name"},
		{"sha256", "sha256", "", unsupported, "a value of later editions"},
		{"sha386", "sha386", "", unsupported, "a typo for sha384 that a well-known client had for years"},
		{"sha512", "sha512", "", unsupported, "a value of later editions"},
		{"sm3", "sm3", "", unsupported, "a value of later editions on some gateways"},
		{"sha2", "sha2", "", unsupported, "a family, not a member of it"},
		{"shal", "shal", "", unsupported, "an l for the digit"},
		{"a space in front", " sha1", "", unsupported, "blanks count"},
		{"a combining mark", "sha1\u0301", "", unsupported, "it looks like part of the digit"},
	}

	groupEdges = []edge{
		{"empty", "", "", nil, "counts as unset when parsed"},
		{"Group14", "Group14", "", unsupported, "letter case counts"},
		{"14", "14", "", unsupported, "the number alone"},
		{"group 14", "group 14", "", unsupported, "an extra space"},
		{"group-14", "group-14", "", unsupported, "an extra hyphen"},
		{"dh14", "dh14", "", unsupported, "the name of other vendors"},
		{"modp2048", "modp2048", "", unsupported, "strongSwan's name for group14"},
		{"group01", "group01", "", unsupported, "padded with a zero"},
		{"group3", "group3", "", unsupported, "an elliptic curve between the documented groups"},
		{"group15", "group15", "", unsupported, "next to group14 and not documented"},
		{"group19", "group19", "", unsupported, "an elliptic curve, which the service lacks"},
		{"disabled", "disabled", "", unsupported, "a value only of phase 2, in later editions: phase 1 always has a group"},
		{"group", "group", "", unsupported, "the number got lost"},
		{"group14 and a line feed", "group14\n", "", unsupported, "read from a file without trimming"},
		{"a Roman numeral", "groupⅤ", "", unsupported, "five to unicode.IsNumber"},
	}
)
