// Package jsonread reads JSON text and keeps what decoding into structs and maps would lose: the letter case of names,
// duplicate members, the digits of a number, and whether a string was valid or had to be repaired with U+FFFD.
//
// It is made for hostile input: encoding/json decides what is JSON, time is linear in the length of the text, nothing
// recurses, nothing is stored of values that the caller skips, and errors quote nothing, since the text may hold a
// pre-shared key.
package jsonread

import (
	"encoding/json"
	"errors"
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// ErrSyntax is the only error of [Parse]. It says no more, because anything quoted from the text, even a single
// character, could be part of a secret.
var ErrSyntax = errors.New("not valid JSON")

// A Kind is the kind of a [Value].
type Kind uint8

// The six kinds of JSON value, and what is none.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
	Other // such as a date in YAML; Parse does not return it, and no member takes it
)

// A Value is one JSON value. The zero Value is null.
type Value struct {
	Kind    Kind
	Bad     bool             // String: the literal has bad UTF-8 or a lone surrogate, for which Text has U+FFFD
	Text    string           // String: the decoded text; Number and Bool: the literal
	Members iter.Seq[Member] // Object: in the order given, with duplicates; else nil
	Elems   iter.Seq[Value]  // Array; else nil
}

// A Member is a member of an object.
type Member struct {
	Name  Value // a String; but YAML has other names too, whose Text says how they are written
	Value Value
}

// Parse reads text, which must be exactly one JSON value, with optional white space around it; any error is
// [ErrSyntax]. The contents of an array or object are read while Elems or Members is ranged over, each time again.
//
// A text that is nested too deeply for encoding/json is refused.
func Parse(text string) (Value, error) {
	if !json.Valid([]byte(text)) {
		return Value{}, ErrSyntax
	}
	v, _ := first(strings.TrimLeft(text, between))
	return v, nil
}

// maxHandwritten is the longest text, in bytes, that [Offset] looks at: nobody corrects a longer one by hand.
const maxHandwritten = 4096

// Offset returns the position, from 1, of the first byte that is a syntax error, or of the last byte of a text
// that is cut short, or 0 for a long text.
func Offset(text string) int {
	if len(text) > maxHandwritten {
		return 0
	}
	var e *json.SyntaxError
	var v json.RawMessage
	if !errors.As(json.Unmarshal([]byte(text), &v), &e) {
		return 0
	}
	return int(e.Offset)
}

// between is what is between the values of valid JSON.
const between = ",: \t\r\n"

// first returns the value at the start of text, and the text from the next value or closing bracket on. Here and below,
// text is part of valid JSON.
func first(text string) (v Value, rest string) {
	end := length(text)
	literal, rest := text[:end], strings.TrimLeft(text[end:], between)
	switch literal[0] {
	case '{':
		v = Value{Kind: Object, Members: members(literal)}
	case '[':
		v = Value{Kind: Array, Elems: elems(literal)}
	case '"':
		v.Kind = String
		v.Text, v.Bad = unquote(literal)
	case 't', 'f':
		v = Value{Kind: Bool, Text: literal}
	case 'n':
	default:
		v = Value{Kind: Number, Text: literal}
	}
	return v, rest
}

func members(object string) iter.Seq[Member] {
	return func(yield func(Member) bool) {
		rest := strings.TrimLeft(object[1:], between)
		for rest[0] != '}' {
			var name, value Value
			name, rest = first(rest)
			value, rest = first(rest)
			if !yield(Member{name, value}) {
				return
			}
		}
	}
}

func elems(array string) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		rest := strings.TrimLeft(array[1:], between)
		for rest[0] != ']' {
			var elem Value
			elem, rest = first(rest)
			if !yield(elem) {
				return
			}
		}
	}
}

// length returns the length of the value at the start of text.
func length(text string) int {
	depth := 0
	for i := 0; ; i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			i += closing(text[i:])
		default:
			if depth == 0 {
				return len(text) - len(strings.TrimLeft(text, bare))
			}
		}
		if depth == 0 {
			return i + 1
		}
	}
}

// bare has the characters of numbers, true, false and null.
const bare = "+-.0123456789Eaeflnrstu"

// closing returns the index of the quote that ends the string at the start of text.
func closing(text string) int {
	i := 1
	for text[i] != '"' {
		if text[i] == '\\' {
			i++
		}
		i++
	}
	return i
}

// unquote decodes a string. It reports whether the literal is bad, which the decoded text does not show: U+FFFD in it
// may have been sent.
func unquote(literal string) (text string, bad bool) {
	valid := utf8.ValidString(literal)
	if valid && !strings.Contains(literal, `\`) {
		return literal[1 : len(literal)-1], false
	}
	var decoded string
	_ = json.Unmarshal([]byte(literal), &decoded) // no error, since the literal is valid JSON
	return decoded, !valid || loneSurrogate(literal)
}

// loneSurrogate reports whether a string literal, valid and with its closing quote, has the escape of a surrogate that
// is not half of a pair.
func loneSurrogate(literal string) bool {
	for {
		i := strings.IndexByte(literal, '\\')
		if i < 0 {
			return false
		}
		literal = literal[i:]
		first := codeUnit(literal)
		if !utf16.IsSurrogate(first) {
			literal = literal[2:] // past the backslash and what it escapes, perhaps another backslash
			continue
		}
		if utf16.DecodeRune(first, codeUnit(literal[6:])) == utf8.RuneError {
			return true
		}
		literal = literal[12:]
	}
}

// codeUnit returns the UTF-16 code unit that the escape at the start of s stands for, or 0 if s starts with anything
// but \u. In a valid literal four hex digits follow that.
func codeUnit(s string) rune {
	if !strings.HasPrefix(s, `\u`) {
		return 0
	}
	n, _ := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n)
}
