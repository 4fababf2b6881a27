package encoders

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/davecgh/go-spew/spew"
)

// The key that must not show. Either end is enough to find it, in case it is cut. The ends have only letters and
// digits, which no encoder escapes; between them are characters that encoders do escape.
const (
	keyHead = "Zq7Xv9Kw"
	keyTail = "mB4tR8nJ"
	key     = keyHead + ` "<&>\%2F'中` + keyTail

	// asciiKey has the same ends and only characters that a key of edition 2025 may have.
	asciiKey = keyHead + keyTail
)

// byteForms are the ways to write text byte by byte.
var byteForms = []struct {
	name   string
	number *regexp.Regexp // its first group is the number
	base   int
}{
	{"decimal bytes", regexp.MustCompile(`\b([0-9]{1,3})\b`), 10},                 // [90 113], (uint8) 90
	{"hexadecimal bytes", regexp.MustCompile(`\b(?:0x)?([0-9A-Fa-f]{2})\b`), 16},  // 5a 71, 0x5a, 0x71
	{"escaped characters", regexp.MustCompile(`\\(?:u00|x)([0-9A-Fa-f]{2})`), 16}, // \u005a, \x5a
}

// traceOf returns the form in which text has the key, or "" if it does not have it.
func traceOf(text string) string {
	for _, end := range []string{keyHead, keyTail} {
		if strings.Contains(text, end) {
			return "plain"
		}
		if strings.Contains(strings.ToLower(text), hex.EncodeToString([]byte(end))) {
			return "hexadecimal"
		}
		for before := range 3 {
			// With so many bytes before it, and without the characters that those or later bytes have a part in.
			encoded := base64.RawStdEncoding.EncodeToString([]byte("???"[:before] + end))
			if strings.Contains(text, encoded[(before*8+5)/6:(before+len(end))*8/6]) {
				return "base64"
			}
		}
	}
	for _, form := range byteForms {
		var found []byte
		for _, match := range form.number.FindAllStringSubmatch(text, -1) {
			b, _ := strconv.ParseUint(match[1], form.base, 8) // 255 for a number too large
			found = append(found, byte(b))
		}
		if bytes.Contains(found, []byte(keyHead)) || bytes.Contains(found, []byte(keyTail)) {
			return form.name
		}
	}
	return ""
}

func TestTraceOf(t *testing.T) {
	each := func(format string) string {
		var b strings.Builder
		for _, c := range []byte(key) {
			fmt.Fprintf(&b, format, c)
		}
		return b.String()
	}
	quoted, err := json.Marshal(key)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{key, "plain"},
		{key[:len(keyHead)+3], "plain"}, // cut
		{key[len(keyHead)-3:], "plain"},
		{string(quoted), "plain"},
		{spew.Sdump([]byte(key)), "plain"}, // next to the numbers
		{hex.EncodeToString([]byte(key)), "hexadecimal"},
		{fmt.Sprintf("%X", key), "hexadecimal"},
		{base64.StdEncoding.EncodeToString([]byte(key)), "base64"},
		{base64.StdEncoding.EncodeToString([]byte("1" + key)), "base64"},
		{base64.StdEncoding.EncodeToString([]byte("12" + key)), "base64"},
		{fmt.Sprint([]byte(key)), "decimal bytes"},
		{each("(uint8) %d,\n"), "decimal bytes"},
		{each("%02x "), "hexadecimal bytes"},
		{each("0x%02x, "), "hexadecimal bytes"},
		{each(`\u%04x`), "escaped characters"},
		{each(`\x%02x`), "escaped characters"},
		{`vpnconn.Request{Psk: "[hidden]"} [115 51 99] 5a 71 \u005a 0xc0000b2a80`, ""},
	} {
		if got := traceOf(test.text); got != test.want {
			t.Errorf("%q: found as %q, want %q", test.text, got, test.want)
		}
	}
}
