package vpnconn_test

import (
	"encoding/base64"
	"encoding/hex"
	"reflect"
	"strconv"
	"strings"
)

// The key that must not show. Its two ends are only letters and digits, which encoders do not escape by default and
// which nothing else in a test contains; between them are characters that encoders treat specially. One end is enough
// to find it, so that a key that was cut is found too.
const (
	keyHead = "Zq7Xv9Kw"
	keyTail = "mB4tR8nJ"
	theKey  = keyHead + ` "<&>\%2F'中` + keyTail
)

// traceOf returns the form in which text has the key: plain, in some encoding, or as a list of its bytes in some base;
// or "" if it does not have it.
func traceOf(text string) string {
	apart := onlyLettersAndDigits(text)
	digits := strings.ToLower(betweenDigits.Replace(text))
	for _, end := range []string{keyHead, keyTail} {
		if strings.Contains(text, end) {
			return "plain"
		}
		for _, encoding := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			for before := range 3 {
				// With so many bytes before it, and without the characters that those or later bytes have a part in.
				encoded := encoding.EncodeToString([]byte(strings.Repeat("?", before) + end))
				if strings.Contains(text, encoded[(before*8+5)/6:(before+len(end))*8/6]) {
					return "base64"
				}
			}
		}
		if strings.Contains(apart, end) {
			return "plain, with separators between the characters"
		}
		if strings.Contains(digits, hex.EncodeToString([]byte(end))) {
			return "hex"
		}
	}
	for i, numbers := range numbersIn(text) {
		if strings.Contains(numbers, keyHead) || strings.Contains(numbers, keyTail) {
			return "numbers of base " + strconv.Itoa(bases[i])
		}
	}
	return ""
}

// betweenDigits removes what printers put between hex digits.
var betweenDigits = strings.NewReplacer(" ", "", "\t", "", "\n", "", "0x", "", "0X", "")

// onlyLettersAndDigits also drops zeros, which package fmt pads with.
func onlyLettersAndDigits(text string) string {
	return strings.Map(func(c rune) rune {
		if '1' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			return c
		}
		return -1
	}, text)
}

// noise returns how long the start of text is that package fmt puts around a number and that is not part of it: of a wrong
// verb, as in %!e(uint8=90), or after a code point, as in U+005A 'Z'.
func noise(text string) int {
	const verb, number, quoted = len("%!e"), "(uint8=", len("'Z'")
	switch {
	case strings.HasPrefix(text, "%!") && len(text) > verb && strings.HasPrefix(text[verb:], number):
		return verb + len(number)
	case text[0] == '\'' && len(text) >= quoted && text[quoted-1] == '\'':
		return quoted
	}
	return 0
}

var bases = [...]int{2, 8, 10, 16}

// numbersIn returns the numbers in text as bytes, one text for each base, whatever is between them: lists such as [115
// 51], escapes such as \163, %73, \u0073 and &#115;. What is not a number in a base is a zero in its text.
func numbersIn(text string) (found [len(bases)]string) {
	var lists [len(bases)][]byte
	for i := 0; i < len(text); {
		if digit[text[i]] == 0 {
			i += max(1, noise(text[i:]))
			continue
		}
		// As in 0x73, 0b1110011 and 0o163, which have only one base, so that the letter b is not a digit.
		if i+2 < len(text) && text[i] == '0' && strings.IndexByte("xXbBoO", text[i+1]) >= 0 && digit[text[i+2]] != 0 {
			i += 2
		}
		from := i
		for i < len(text) && digit[text[i]] != 0 {
			i++
		}
		for b, base := range bases {
			n := 0
			for _, c := range []byte(text[from:i]) {
				d := int(digit[c]) - 1
				if d >= base || n > 0xff {
					n = 0x100
					break
				}
				n = n*base + d
			}
			if n > 0xff {
				n = 0
			}
			lists[b] = append(lists[b], byte(n))
		}
	}
	for b := range lists {
		found[b] = string(lists[b])
	}
	return found
}

// digit has the value of each digit, plus one.
var digit = func() (values [256]byte) {
	for i, c := range []byte("0123456789abcdef") {
		values[c] = byte(i + 1)
	}
	for i, c := range []byte("ABCDEF") {
		values[c] = byte(i + 11)
	}
	return values
}()

// reachable returns every string and every list of bytes that reflection finds in v, in exported and unexported fields,
// through pointers, interfaces, lists and maps. It cannot look into a closure.
func reachable(v any) string {
	var b strings.Builder
	seen := make(map[visit]bool)
	walk(reflect.ValueOf(v), seen, &b)
	return b.String()
}

type visit struct {
	at     uintptr
	typ    reflect.Type
	length int
}

func walk(v reflect.Value, seen map[visit]bool, b *strings.Builder) {
	switch v.Kind() {
	case reflect.String:
		b.WriteString(v.String() + "\n")
	case reflect.Interface:
		walk(v.Elem(), seen, b)
	case reflect.Pointer:
		if at := (visit{v.Pointer(), v.Type(), 0}); !v.IsNil() && !seen[at] {
			seen[at] = true
			walk(v.Elem(), seen, b)
		}
	case reflect.Slice:
		if at := (visit{v.Pointer(), v.Type(), v.Len()}); !seen[at] {
			seen[at] = true
			walkList(v, seen, b)
		}
	case reflect.Array:
		walkList(v, seen, b)
	case reflect.Map:
		for entries := v.MapRange(); entries.Next(); {
			walk(entries.Key(), seen, b)
			walk(entries.Value(), seen, b)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), seen, b)
		}
	}
}

func walkList(v reflect.Value, seen map[visit]bool, b *strings.Builder) {
	for i := range v.Len() {
		elem := v.Index(i)
		switch elem.Kind() {
		case reflect.Uint8:
			b.WriteByte(byte(elem.Uint()))
		case reflect.Int32: // runes
			b.WriteRune(rune(elem.Int()))
		default:
			walk(elem, seen, b)
		}
	}
	b.WriteByte('\n')
}
