package reply

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// unescape undoes the escapes in s, of whatever kind, and those that come to light by that, until there are none left.
// at[i] is where in s the text of text[i] begins.
//
// It undoes more than any reader of s would. That does no harm here: a secret's name with all that indexSecret looks
// for, once it has come to light, cannot be taken for a part of an escape.
func unescape(s string) (text string, at []int) {
	b := make([]byte, 0, len(s))
	at = make([]int, 0, len(s))
	for i := range len(s) {
		b, at = append(b, s[i]), append(at, i)
		for {
			c, n := lastEscape(b)
			if n == 0 {
				break
			}
			b, at = append(b[:len(b)-n], c), at[:len(at)-n+1]
		}
		if last := len(b) - 1; b[last] == 0 {
			b, at = b[:last], at[:last] // which makes UTF-16 as good as ASCII
		}
	}
	return string(b), at
}

// lastEscape returns what the escape at the end of b stands for, and its length, which is 0 if there is none.
//
// A backslash goes with whatever follows it, because runs of backslashes can be read in several ways, and a \uXXXX or \xXX
// whose backslash went so is still one.
func lastEscape(b []byte) (c byte, n int) {
	end := len(b)
	switch last := b[end-1]; {
	case end >= 2 && b[end-2] == '\\':
		return last, 2
	case last == ';':
		for n := 1; n <= min(end, len("&#x000022;")); n++ {
			if b[end-n] == '&' {
				return entity(string(b[end-n+1:end-1]), n)
			}
		}
	case end >= 3 && (b[end-3] == '%' || b[end-3] == 'x' && (end == 3 || b[end-4] != '#')): // not in the middle of &#x22;
		return number(b[end-2:], 16, 3)
	case end >= 5 && b[end-5] == 'u':
		return number(b[end-4:], 16, 5)
	}
	return 0, 0
}

// entity returns what the XML entity with a name stands for. Its length in whole is n.
func entity(name string, n int) (byte, int) {
	switch name {
	case "quot":
		return '"', n
	case "apos":
		return '\'', n
	case "amp":
		return '&', n
	case "lt":
		return '<', n
	case "gt":
		return '>', n
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, 0
	}
	if digits, ok := strings.CutPrefix(strings.ToLower(digits), "x"); ok {
		return number([]byte(digits), 16, n)
	}
	return number([]byte(digits), 10, n)
}

// number returns the character with a number, for an escape of length n. Of those beyond ASCII only the marks that lead to a
// value are told apart, and the bytes that %XX stands for.
func number(digits []byte, base, n int) (byte, int) {
	c, err := strconv.ParseUint(string(digits), base, 32)
	switch {
	case err != nil:
		return 0, 0
	case c < utf8.RuneSelf, n == len("%XX"):
		return byte(c), n
	case strings.ContainsRune(wideMarks, rune(c)):
		return '=', n
	}
	return '?', n
}
