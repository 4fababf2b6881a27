package reply

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// unescape decodes the escapes in s, of any kind, and those that appear by that, until there are none left. at[i] is
// where in s the text of text[i] begins.
//
// It decodes more than any reader of s would. That does no harm here: a secret's name with everything that indexSecret
// looks for, once decoded, cannot be taken for a part of an escape.
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
			b, at = b[:last], at[:last] // makes UTF-16 like ASCII
		}
	}
	return string(b), at
}

// lastEscape returns what the escape at the end of b means, and its length, which is 0 if there is none.
//
// A backslash is dropped before anything, because runs of backslashes can be read in several ways, and a \uXXXX or \xXX
// that lost its backslash this way is still an escape.
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

// entity returns the character of the XML or HTML entity with a name. The whole entity has length n.
func entity(name string, n int) (byte, int) {
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		decoded := html.UnescapeString("&" + name + ";")
		c, size := utf8.DecodeRuneInString(decoded)
		if size < len(decoded) { // no entity, or more than that
			return 0, 0
		}
		return character(c), n
	}
	if digits, ok := strings.CutPrefix(strings.ToLower(digits), "x"); ok {
		return number([]byte(digits), 16, n)
	}
	return number([]byte(digits), 10, n)
}

// number returns the character with a number, for an escape of length n. That of %XX is a byte.
func number(digits []byte, base, n int) (byte, int) {
	c, err := strconv.ParseUint(string(digits), base, 31)
	switch {
	case err != nil:
		return 0, 0
	case n == len("%XX"):
		return byte(c), n
	}
	return character(rune(c)), n
}

// character returns what stands for c in decoded text, where beyond ASCII only what leads to a value is distinguished.
func character(c rune) byte {
	switch {
	case c < utf8.RuneSelf:
		return byte(c)
	case strings.ContainsRune(marks, c):
		return '='
	case strings.ContainsRune(closing, c):
		return ')'
	case isBlank(c):
		return ' '
	}
	return '?'
}
