package errors_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostileTexts could break the line of an error, reorder or color it, look like a part of the sentence or of its
// template, or make it very long.
var hostileTexts = map[string]string{
	"new line":           "a\nName: all is well.",
	"carriage return":    "a\rName: all is well.",
	"both":               "a\r\n2019-06-04 level=ERROR forged",
	"line separators":    "a\u2028b\u2029c",
	"next line":          "a\u0085b",
	"form feed":          "a\fb\vc",
	"tab":                "\t",
	"blank":              " ",
	"reordering":         "a\u202e\u2066b",
	"escape sequence":    "a\x1b[2Jb",
	"zero":               "a\x00b",
	"invisible":          "a\u200b\ufeffb",
	"a tag":              "\U000e0001",
	"not UTF-8":          "a\xff\xc3",
	"a byte-order mark":  "\xff\xfe",
	"half a character":   "a\xe4\xb8",
	"half a surrogate":   "a\xed\xa0\x80b",
	"other letters":      "é中😀",
	"quotes":             `a"; did you mean "b`,
	"one quote":          `"`,
	"an apostrophe":      "'",
	"a raw quote":        "`",
	"a backslash":        `\`,
	"template":           "{value}[: want {want}]{",
	"a placeholder":      "{value}",
	"a group":            "[{value}]",
	"two braces":         "{{suggest}}",
	"an opening bracket": "[",
	"a closing bracket":  "]",
	"an opening brace":   "{",
	"a closing brace":    "}",
	"format":             "%s%d%!v(PANIC)",
	"long":               strings.Repeat("0123456789", 100_000),
	"long and escaped":   strings.Repeat("\U0010ffff", 250_000),
	"long and no UTF-8":  strings.Repeat("\xff", 1_000_000),
	"many placeholders":  strings.Repeat("{value}", 150_000),
}

// longestMistake is the most bytes in the line of a mistake: a user's reason, of 512 bytes, a byte being four as \x00,
// with dots and quotes; the field and five other texts, such as the value, the suggestion and three allowed values, of
// 64 characters, a character being ten bytes as \U0010ffff, with quotes; and the words around them.
const longestMistake = 4*512 + 5 + 6*(10*64+2) + 400

// checkLine fails t unless text is one printable line of bounded length.
func checkLine(t *testing.T, text string) {
	t.Helper()
	if i := strings.IndexFunc(text, func(c rune) bool { return !strconv.IsPrint(c) }); i >= 0 || !utf8.ValidString(text) {
		t.Errorf("not one printable line, at byte %d: %.200q", i, text)
	}
	if len(text) > longestMistake || text == "" {
		t.Errorf("a line of %d bytes, want 1 to %d", len(text), longestMistake)
	}
}
