package rules

import (
	"encoding/binary"
	"math/bits"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// otherNames lists other names of the documented values, folded by parameters.Fold: those of other vendors, of
// strongSwan and of the RFCs. A row has a value and its other names. Letter case and punctuation need no row.
var otherNames = [][]string{
	{"ikev1", "1", "10", "v1", "ike1", "ikev10"},
	{"ikev2", "2", "20", "v2", "ike2", "ikev20"},
	{"main", "mainmode"},
	{"aggressive", "aggressivemode", "aggr", "agressive"},
	{"aes", "aes128", "aescbc", "aescbc128", "aes128cbc"},
	{"aes192", "aescbc192", "aes192cbc"},
	{"aes256", "aescbc256", "aes256cbc"},
	{"des", "descbc"},
	{"3des", "3descbc", "des3", "desede3", "tripledes"},
	{"md5", "hmacmd5", "hmacmd596"},
	{"sha1", "sha", "hmacsha1", "hmacsha196", "sha160"},
	{"sha256", "sha2", "sha2256", "hmacsha256", "hmacsha2256", "sha256128"},
	{"sha384", "sha2384", "sha386", "hmacsha384", "hmacsha2384"},
	{"sha512", "sha2512", "hmacsha512", "hmacsha2512"},
	{"group1", "1", "dh1", "dhgroup1", "modp768"},
	{"group2", "2", "dh2", "dhgroup2", "modp1024"},
	{"group5", "5", "dh5", "dhgroup5", "modp1536"},
	{"group14", "14", "dh14", "dhgroup14", "modp2048"},
	{"group24", "24", "dh24", "dhgroup24", "modp2048s256"},
	{"disabled", "disable", "none", "off", "false"},
	{"master", "active", "primary"},
	{"slave", "standby", "backup", "secondary"},
}

// nearestValue returns the allowed value that text probably means, or "".
func nearestValue(text string, allowed []string) string {
	folded := parameters.Fold(text)
	if folded == "" {
		return ""
	}
	if slices.Contains(allowed, folded) { // most values have only what Fold keeps
		return folded
	}
	for _, v := range allowed {
		if folded == parameters.Fold(v) {
			return v
		}
	}
	for _, row := range otherNames {
		if slices.Contains(row[1:], folded) && slices.Contains(allowed, row[0]) {
			return row[0]
		}
	}
	return ""
}

// Nearest returns the value of a parameter that a text of the wrong type probably means, or "": one of its documented
// values, the seconds of a duration such as 1h, or the number in AS65000. What it returns is not a piece of any other text.
func Nearest(m *parameters.Member, text string) string {
	switch m.Kind {
	case parameters.Enum:
		return nearestValue(text, m.Values)
	case parameters.Lifetime:
		d, err := time.ParseDuration(text)
		if s := SecondsOf(d); err == nil && number(m, s) == nil && !IsNumeral(text) {
			return s.String()
		}
	case parameters.ASN:
		digits := strings.TrimPrefix(strings.ToUpper(text), "AS")
		if IsNumeral(digits) && len(digits) < len(text) && number(m, ParseNumber(digits)) == nil {
			return digits
		}
	}
	return ""
}

// nearestBlock returns the block that is written with a mask, with blanks around the slash, or with a slash of full width, or
// "". It drops host bits.
func nearestBlock(text string) string {
	address, length, _ := strings.Cut(strings.ReplaceAll(text, "／", "/"), "/")
	addr, err := netip.ParseAddr(trimBlanks(address))
	if length = trimBlanks(length); err != nil || !addr.Is4() {
		return ""
	}
	n, err := strconv.ParseUint(length, 10, 6)
	if mask, notAMask := netip.ParseAddr(length); notAMask == nil && mask.Is4() {
		four := mask.As4()
		number := binary.BigEndian.Uint32(four[:])
		ones := bits.LeadingZeros32(^number)
		if number<<ones != 0 {
			return ""
		}
		n, err = uint64(ones), nil
	}
	block, errOfLength := addr.Prefix(int(n))
	if err != nil || errOfLength != nil {
		return ""
	}
	return block.String()
}
