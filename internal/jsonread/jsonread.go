// Package jsonread reads JSON text into a small tree that keeps what decoding into structs and
// maps would lose: the letter case of names, members that are given twice, the digits of a
// number, and whether a string was text at all or had to be mended with U+FFFD.
//
// It is made for hostile input: time is linear in the length of the text, recursion is bounded,
// and errors quote nothing, since the text may hold a pre-shared key.
package jsonread

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// ErrSyntax is the only error of Parse. It says no more, because anything quoted from the text,
// even a single character, could be part of a secret.
var ErrSyntax = errors.New("not valid JSON")

// maxDepth is how many arrays and objects, one inside the other, are built. A request nests two
// of them at most; what lies deeper is wrong whatever it says.
const maxDepth = 4

// A Kind tells what a Value is.
type Kind uint8

// The six kinds of JSON value.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// A Value is one JSON value. The zero Value is null.
type Value struct {
	Kind    Kind
	Bad     bool     // String: the literal has bad UTF-8 or a lone surrogate, for which Text has U+FFFD
	Text    string   // String: the decoded text; Number and Bool: the literal
	Members []Member // Object: in the order given, repeated ones included
	Elems   []Value  // Array
}

// A Member is a name and its value in an object.
type Member struct {
	Name    string
	BadName bool // for Name, what Bad is for Text
	Value   Value
}

// Parse reads text, which must be exactly one JSON value with nothing around it but white space;
// any error is ErrSyntax.
//
// An array or object inside four others is checked but comes without its members or elements. A
// text nested more deeply than encoding/json is ready to read may be refused.
func Parse(text string) (Value, error) {
	r := reader{text, json.NewDecoder(strings.NewReader(text))}
	r.dec.UseNumber()
	v, err := r.value(0)
	if err != nil || strings.Trim(text[r.dec.InputOffset():], " \t\r\n") != "" {
		return Value{}, ErrSyntax
	}
	return v, nil
}

// reader walks text one token at a time. The errors of its methods only say that there is one:
// they come from encoding/json, may quote the text, and end at Parse.
type reader struct {
	text string
	dec  *json.Decoder
}

// value reads the next value, which is inside depth arrays and objects.
func (r reader) value(depth int) (Value, error) {
	tok, bad, err := r.token()
	if err != nil {
		return Value{}, err
	}
	switch tok := tok.(type) {
	case nil:
		return Value{Kind: Null}, nil
	case bool:
		return Value{Kind: Bool, Text: strconv.FormatBool(tok)}, nil
	case json.Number:
		return Value{Kind: Number, Text: tok.String()}, nil
	case string:
		return Value{Kind: String, Text: tok, Bad: bad}, nil
	case json.Delim:
		switch tok {
		case '[':
			return r.array(depth + 1)
		case '{':
			return r.object(depth + 1)
		}
	}
	return Value{}, ErrSyntax // a closing bracket, where there should be a value
}

// array reads the rest of an array whose elements are inside depth arrays and objects.
func (r reader) array(depth int) (Value, error) {
	v := Value{Kind: Array}
	if depth > maxDepth {
		return v, r.skip()
	}
	for r.dec.More() {
		elem, err := r.value(depth)
		if err != nil {
			return Value{}, err
		}
		v.Elems = append(v.Elems, elem)
	}
	_, err := r.dec.Token() // the closing bracket, or what stands in its place
	return v, err
}

// object reads the rest of an object whose members are inside depth arrays and objects.
func (r reader) object(depth int) (Value, error) {
	v := Value{Kind: Object}
	if depth > maxDepth {
		return v, r.skip()
	}
	for r.dec.More() {
		tok, bad, err := r.token()
		if err != nil {
			return Value{}, err
		}
		name, ok := tok.(string)
		if !ok {
			return Value{}, ErrSyntax
		}
		value, err := r.value(depth)
		if err != nil {
			return Value{}, err
		}
		v.Members = append(v.Members, Member{Name: name, BadName: bad, Value: value})
	}
	_, err := r.dec.Token() // the closing brace, or what stands in its place
	return v, err
}

// skip reads to the end of the array or object just begun. It counts where array and object
// recurse, so that a text of a million opening brackets costs no stack.
func (r reader) skip() error {
	for open := 1; open > 0; {
		tok, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('['), json.Delim('{'):
			open++
		case json.Delim(']'), json.Delim('}'):
			open--
		}
	}
	return nil
}

// token reads the next token. For a string it reports whether the literal is bad, which the
// decoded text cannot tell: U+FFFD in it may be the sender's own.
func (r reader) token() (tok json.Token, bad bool, err error) {
	start := r.dec.InputOffset()
	tok, err = r.dec.Token()
	if _, ok := tok.(string); ok {
		// Between the end of the token before and the literal there is only white space, a
		// comma or a colon, none of which matters here.
		literal := r.text[start:r.dec.InputOffset()]
		bad = !utf8.ValidString(literal) || loneSurrogate(literal)
	}
	return tok, bad, err
}

// loneSurrogate reports whether a string literal, valid and with its closing quote, has the
// escape of a surrogate that is not half of a pair.
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

// codeUnit returns the UTF-16 code unit that the escape at the start of s stands for, or -1 if s
// starts with anything but \u. In a valid literal four hex digits follow that.
func codeUnit(s string) rune {
	if !strings.HasPrefix(s, `\u`) {
		return -1
	}
	n, _ := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n)
}
