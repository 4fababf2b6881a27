package vpntest

import (
	"slices"
	"strings"
)

// nameEdges2025 are values for Name: 1 to 100 characters, none of them control characters, without the prefixes http://
// and https://.
var nameEdges2025 = []edge{
	{"one letter", "a", "", nil, "the documented minimum, too short in 2019"},
	{"one Chinese character", "中", "", nil, "characters count, not bytes"},
	{"100 letters", strings.Repeat("n", 100), "", nil, "the documented maximum"},
	{"101 letters", strings.Repeat("n", 101), "", tooLong, "one over; 128 were allowed in 2019"},
	{"100 Chinese characters", strings.Repeat("名", 100), "", nil, "the documented maximum, in 300 bytes"},
	{"101 Chinese characters", strings.Repeat("名", 101), "", tooLong, "one over, in characters"},
	{"100 characters of two UTF-16 units", strings.Repeat("𠀀", 100), "", nil, "Java and JavaScript count 200"},
	{"101 characters of two UTF-16 units", strings.Repeat("𠀀", 101), "", tooLong, "one over, however they are counted"},
	{"half a megabyte", strings.Repeat("n", 1<<19), "", tooLong, "a limit must hold for much longer text too"},
	{"empty", "", "", nil, "counts as unset when parsed; a client sends this"},
	{"a digit first", "1st", "", nil, "any character may lead, unlike in 2019"},
	{"a space inside", "head office", "", nil, "the document does not restrict the characters"},
	{"a slash", "office/vpc", "", nil, "the document does not restrict the characters"},
	{"a space alone", " ", "", nil, "an ordinary character"},
	{"punctuation", `!"#$%&'()*+,-./:;<=>?@[\]^_{|}~`, "", nil, "most of it must be escaped in a query, and nothing may be lost"},
	{"kana", "東京タワー", "", nil, "any script is valid"},
	{"an emoji", "🔑", "", nil, "one character of two UTF-16 units"},
	{"a right-to-left mark", "a\u200fb", "", nil, "invisible, but a format character and not a control character"},
	{"a tab", "a\tb", "", badCharacter, "a control character, though printed as a blank"},
	{"a line feed after it", "office\n", "", badCharacter, "read from a file without trimming"},
	{"NUL", "office\x00", "", badCharacter, "C ends a text there"},
	{"DEL", "office\x7f", "", badCharacter, "right after the printable ASCII characters"},
	{"next line", "a\u0085b", "", badCharacter, "a control character outside ASCII"},
	{"not UTF-8", "a\xff", "", badCharacter, "no byte of UTF-8 is 0xFF"},
	{"101 characters, the last one bad", strings.Repeat("n", 100) + "\n", "", badCharacter, "of two mistakes the character is reported first"},
	{"http", "http", "", nil, "refused only with :// after it"},
	{"http:/", "http:/office", "", nil, "one slash too few to be refused"},
	{"http:// inside", "see http://office", "", nil, "only the start counts"},
	{"http:// after a space", " http://office", "", nil, "only the start counts, and blanks are not dropped"},
	{"http://", "http://", "", unsupported, "the forbidden start and nothing else"},
	{"https://", "https://office", "", unsupported, "the other forbidden start"},
	{"HTTP://", "HTTP://office", "", unsupported, "letter case must not help"},
	{"hTtPs://", "hTtPs://office", "", unsupported, "letter case must not help"},
	{"http:// and 94 letters", "http://" + strings.Repeat("n", 94), "", tooLong, "of two mistakes the length is reported first"},
}

// pskEdges2025 are values for Psk: 1 to 100 letters and digits of ASCII and 30 marks.
var pskEdges2025 = []edge{
	{"one character", "x", "", nil, "the minimum length, although weak"},
	{"100 characters", strings.Repeat("k", 100), "", nil, "the documented maximum"},
	{"101 characters", strings.Repeat("k", 101), "", tooLong, "one over the documented maximum"},
	{"all marks", "~!`@#$%^&*()_-+={}[]|;:',.<>/?", "", nil, "the 30 that are documented; the SDK's comments have lost the apostrophe"},
	{"all letters and digits", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "", nil, "all characters of a key except marks"},
	{"empty", "", "", nil, "counts as unset when parsed: the service generates a key"},
	{"what stands for a key in a log", "[hidden]", "", nil, "a bad key, but valid; only reading a Spec refuses it"},
	{"a hyphen", "-", "", nil, "a key of one mark"},
	{"a space", "a b", "", badCharacter, "the one printable character before the documented ones"},
	{"a double quote", `a"b`, "", badCharacter, "the SDK's comments have it where the document has an apostrophe"},
	{"a backslash", `a\b`, "", badCharacter, "some texts print one before the backtick, as in Markdown"},
	{"an accented letter", "clé", "", badCharacter, "not an ASCII letter; it was allowed in 2019"},
	{"a Chinese character", "密码", "", badCharacter, "not an ASCII letter; it was allowed in 2019"},
	{"a full-width tilde", "a～", "", badCharacter, "a Chinese input method writes it for the tilde"},
	{"typographic quotes", "‘key’", "", badCharacter, "word processors use them for the apostrophe"},
	{"an em dash", "a—b", "", badCharacter, "word processors use it for two hyphens"},
	{"the replacement character", "\ufffd", "", badCharacter, "a key in another encoding"},
	{"a tab", "a\tb", "", badCharacter, "copied out of a spreadsheet"},
	{"a line feed after it", "key\n", "", badCharacter, "read from a file without trimming"},
	{"NUL", "a\x00b", "", badCharacter, "C ends a text there"},
	{"DEL", "a\x7fb", "", badCharacter, "right after the printable ASCII characters"},
	{"101 characters, the last one bad", strings.Repeat("k", 100) + " ", "", badCharacter, "of two mistakes the character is reported first"},
}

// flatPSKEdges are more values for a Psk outside JSON.
var flatPSKEdges = []edge{
	{"not UTF-8", "key\xff", "", badCharacter, "no byte of UTF-8 is 0xFF"},
	{"in quotes", `"key"`, "", badCharacter, "encoded as JSON instead of plain text"},
	{"null", "null", "", nil, "not JSON, so a key of four letters"},
}

// idEdges2025 are values for LocalId and RemoteId: 1 to 100 characters, none of them white space.
var idEdges2025 = []edge{
	{"one character", "x", "", nil, "the minimum length"},
	{"a hyphen", "-", "", nil, "an ordinary character, although lists use it for none"},
	{"100 characters", strings.Repeat("i", 100), "", nil, "the documented maximum"},
	{"101 characters", strings.Repeat("i", 101), "", tooLong, "one over the documented maximum"},
	{"100 characters of three bytes", strings.Repeat("分", 100), "", nil, "characters count, not bytes"},
	{"101 characters of three bytes", strings.Repeat("分", 101), "", tooLong, "one over, in characters"},
	{"empty", "", "", nil, "counts as unset when parsed: the gateway's address"},
	{"an IPv4 address", "203.0.113.7", "", nil, "the usual identifier, and the form of the default"},
	{"a host name", "vpn.example.com", "", nil, "the usual identifier behind NAT"},
	{"a subject", subject, "", nil, "the name in a certificate, with commas and no blanks"},
	{"a subject with blanks", "C=CN, O=Example, CN=vpn", "", badCharacter, "as openssl prints it; 2019 allowed it"},
	{"quotes and backslashes", `"\"\\`, "", nil, "they must survive JSON and a query"},
	{"a zero-width space", "a\u200bb", "", nil, "a format character, not white space to Unicode"},
	{"a space in front", " vpn.example.com", "", badCharacter, "blanks are not dropped"},
	{"a tab", "a\tb", "", badCharacter, "white space and a control character"},
	{"a no-break space", "a\u00a0b", "", badCharacter, "web pages have it where there seems to be a space"},
	{"an ideographic space", "a\u3000b", "", badCharacter, "the space in Chinese text"},
	{"a line separator", "a\u2028b", "", badCharacter, "white space to Unicode"},
	{"a line feed after it", "vpn.example.com\n", "", badCharacter, "read from a file without trimming"},
	{"NUL", "vpn\x00.example.com", "", badCharacter, "C ends a text there"},
	{"DEL", "vpn\x7f", "", badCharacter, "right after the printable ASCII characters"},
	{"101 characters, the last one bad", strings.Repeat("i", 100) + " ", "", badCharacter, "of two mistakes the character is reported first"},
}

// tagKeyEdges are values for Key of a tag.
var tagKeyEdges = []edge{
	{"64 characters", strings.Repeat("k", 64), "", nil, "the documented maximum"},
	{"65 characters", strings.Repeat("k", 65), "", tooLong, "one over the documented maximum"},
	{"64 Chinese characters", strings.Repeat("键", 64), "", nil, "characters count, not bytes"},
	{"65 Chinese characters", strings.Repeat("键", 65), "", tooLong, "one over, in characters"},
	{"empty", "", "", nil, "an empty tag does not count"},
	{"65 characters that begin with aliyun", "aliyun" + strings.Repeat("k", 59), "", tooLong, "of two mistakes the length is reported first"},
}

// tagValueEdges are values for Value of a tag.
var tagValueEdges = []edge{
	{"128 characters", strings.Repeat("v", 128), "", nil, "the documented maximum"},
	{"129 characters", strings.Repeat("v", 129), "", tooLong, "one over the documented maximum"},
	{"128 Chinese characters", strings.Repeat("值", 128), "", nil, "characters count, not bytes"},
	{"129 Chinese characters", strings.Repeat("值", 129), "", tooLong, "one over, in characters"},
	{"empty", "", "", nil, "documented as allowed; it is not sent"},
}

// tagEdges are values for both.
var tagEdges = []edge{
	{"one character", "x", "", nil, "the minimum length"},
	{"blanks and punctuation", ` a/b=c&d "e" `, "", nil, "the document does not restrict the characters"},
	{"an emoji", "🔑", "", nil, "one character of two UTF-16 units"},
	{"aliyun", "aliyun", "", unsupported, "the forbidden start and nothing else"},
	{"aliyun in front", "aliyun-office", "", unsupported, "reserved by the service"},
	{"aliyun inside", "my-aliyun", "", nil, "only the start counts"},
	{"aliyu", "aliyu", "", nil, "one letter short of the forbidden start"},
	{"acs:", "acs:", "", unsupported, "the other forbidden start and nothing else"},
	{"acs: in front", "acs:office", "", unsupported, "reserved by the service"},
	{"acs", "acs", "", nil, "the colon belongs to the forbidden start"},
	{"acs: inside", "my-acs:office", "", nil, "only the start counts"},
	{"http:// in front", "http://example.com", "", unsupported, "an address"},
	{"http:// inside", "see http://example.com", "", unsupported, "forbidden anywhere"},
	{"https:// at the end", "see https://", "", unsupported, "forbidden anywhere"},
	{"http:/", "see http:/", "", nil, "one slash too few"},
	{"a tab", "a\tb", "", badCharacter, "a control character, though printed as a blank"},
	{"a line feed after it", "office\n", "", badCharacter, "read from a file without trimming"},
	{"NUL", "a\x00", "", badCharacter, "C ends a text there"},
	{"DEL", "a\x7f", "", badCharacter, "right after the printable ASCII characters"},
	{"not UTF-8", "a\xff", "", badCharacter, "no byte of UTF-8 is 0xFF"},
}

// The edges of the algorithms, with more of edition 2025.
var (
	encAlgEdges2025 = slices.Concat(encAlgEdges, []edge{
		{"SM4", "SM4", "", unsupported, "letter case counts, as for all values"},
		{"aes256-gcm-16", "aes256-gcm-16", "", unsupported, "on a product page, but not in the API document"},
	})

	authAlgEdges2025 = slices.Concat(authAlgEdges, []edge{
		{"SHA256", "SHA256", "", unsupported, "letter case counts"},
		{"sha-256", "sha-256", "", unsupported, "how the standard writes it"},
		{"sha2-256", "sha2-256", "", unsupported, "how other vendors write it"},
		{"hmac-sha256", "hmac-sha256", "", unsupported, "the meaning, but not the name"},
		{"sha224", "sha224", "", unsupported, "the one of the family that is not documented"},
	})

	groupEdges2025 = slices.Concat(groupEdges, []edge{
		{"group24", "group24", "", unsupported, "a value of 2019, gone in this edition"},
	})

	// ipsecGroupEdges are only for phase 2.
	ipsecGroupEdges = []edge{
		{"disable", "disable", "", unsupported, "one letter short"},
		{"none", "none", "", unsupported, "the name of other vendors"},
	}

	roleEdges = []edge{
		{"master", "master", "", nil, "a documented value"},
		{"Master", "Master", "", unsupported, "letter case counts"},
		{"active", "active", "", unsupported, "the meaning, but not the name"},
		{"primary", "primary", "", unsupported, "the name of other vendors"},
		{"a space after it", "master ", "", unsupported, "blanks count"},
		{"1", "1", "", unsupported, "the number of the tunnel"},
		{"not UTF-8", "master\xff", "", badCharacter, "bad text comes before a bad value"},
		{"empty", "", "", required, "unset, where the other tunnel has a role"},
	}
)
