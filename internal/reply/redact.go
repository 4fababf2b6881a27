package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Redact returns s up to where a pre-shared key may follow: up to the name Psk, or IkeConfig, which has one in it. The
// name may be plain, percent-encoded, JSON- or XML-escaped, or any of these inside another, as in the string to sign
// that the service quotes. The rest is dropped because nothing reliably shows where the secret ends.
func Redact(s string) string {
	if !mayName(s) {
		return s
	}
	text, at := unescape(s)
	if i := indexSecret(text, at); i >= 0 {
		return s[:at[i]]
	}
	return s
}

// mayName reports whether s may have a secret's name, in plain letters or in an escape. It saves ordinary replies the
// rest of the work.
func mayName(s string) bool {
	if strings.IndexByte(s, '%') >= 0 || strings.IndexByte(s, 0) >= 0 ||
		strings.Contains(s, `\u`) || strings.Contains(s, `\x`) ||
		strings.IndexByte(s, '&') >= 0 && strings.IndexByte(s, ';') >= 0 {
		return true
	}
	for i := 1; i < len(s); i++ {
		// Both names have a k near the start, and little else in a reply has one.
		if s[i]|0x20 == 'k' && (nameLen(s[i-1:]) > 0 || nameLen(s[max(i-2, 0):]) > 0) {
			return true
		}
	}
	return false
}

// nameLen returns the length of the secret's name at the start of s, in any letter case, or 0.
func nameLen(s string) int {
	name := "psk"
	switch s[0] {
	case 'P', 'p':
	case 'I', 'i':
		name = "ikeconfig"
	default:
		return 0
	}
	if !startsWith(s, name) {
		return 0
	}
	return len(name)
}

// indexSecret returns the index of the name of a secret in a text from unescape, or -1. A name differs from a word in a
// sentence, or a part of a longer word, by what is around it: no letter or digit before it, and a value after it.
//
// A letter that was written as an escape does not make a longer word, for the escape itself may have ended in something
// else: in "&#65;Psk=", not decoded, the name is a separate word.
func indexSecret(text string, at []int) int {
	for i := 0; i < len(text); i++ {
		n := nameLen(text[i:])
		if n == 0 || i > 0 && isAlnum(text[i-1]) && at[i]-at[i-1] == 1 {
			continue
		}
		if i > 0 && text[i-1] == '<' {
			return i // an element, with or without attributes
		}
		end, found := findValue(text, at, i+n)
		if found {
			return i
		}
		i = end - 1
	}
	return -1
}

// findValue looks for what leads from a secret's name to its value, past quotes, white space and words such as value: a mark
// such as '=', the comma after a name in quotes, or the quote that opens the value. It starts at text[i] and returns where
// it ended.
func findValue(text string, at []int, i int) (end int, found bool) {
	var blank, quoted, opened bool // what was seen; opened is for a quote after white space
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case strings.ContainsRune(marks, c), c == ',' && quoted:
			return i, true
		case isBlank(c), isEscapedBlank(text, at, i):
			blank = true
		case !blank && (startsWith(text[i:], "'s ") || startsWith(text[i:], "’s ")):
			size += len("s")
		case !opened && wordLen(text[i:]) > 0:
			size = wordLen(text[i:])
		case strings.ContainsRune("\"'`", c):
			quoted, opened = true, blank
		case strings.ContainsRune(closing, c): // of an index, or of quotes or emphasis around the name
		default:
			return i, opened
		}
		i += size
	}
	return i, false
}

// marks come before a value, those beyond ASCII mostly in Chinese text, and closing may be after a name.
const (
	marks   = "=:>([{<" + "：﹕︰∶＝﹦→（﹙［｛﹛【〔﹝〖「『｢〈《＜⟨“‘„«‹〝＂＇"
	closing = ")]}*_" + "）﹚］｝﹜】〕﹞〗」』｣〉》＞⟩”’»›〞"
)

// isBlank reports whether c is white space, which may also be the plus sign of a query, a control character or one without a
// width.
func isBlank(c rune) bool {
	return c == '+' || unicode.IsSpace(c) || unicode.In(c, unicode.Cc, unicode.Cf)
}

// isEscapedBlank reports whether text[i] is the letter of an escape such as \n.
func isEscapedBlank(text string, at []int, i int) bool {
	return i+1 < len(text) && at[i+1]-at[i] > 1 && strings.IndexByte("bfnrt", text[i]) >= 0
}

// wordLen returns the length of a word that may be between a name and a mark, at the start of text, or 0.
func wordLen(text string) int {
	for _, word := range []string{"value", "parameter", "is", "was", "的", "值", "为", "是", "参数", "字段"} {
		if startsWith(text, word) {
			return len(word)
		}
	}
	return 0
}

// startsWith reports whether text starts with a word, in any letter case.
func startsWith(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[:len(word)], word)
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
