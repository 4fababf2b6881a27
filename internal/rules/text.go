package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// charsets has the characters that the text of each kind may have: the first one, and those after it.
//
// The document does not define the form of an identifier, and its own example of a customer gateway has the prefix of
// another kind of resource, so only characters that no identifier can have are refused.
var charsets = [...]charset{
	parameters.Identifier:  {opaque, opaque},
	parameters.ASCII:       {anyASCII, anyASCII},
	parameters.LetterName:  {nameStart, namePart},
	parameters.Text:        {visible, visible},
	parameters.Word:        {wordPart, wordPart},
	parameters.Secret:      {visible, visible},
	parameters.ASCIISecret: {secretPart, secretPart},
}

type charset struct{ first, rest *class }

// simple returns how many characters at the start of text, which is not empty, are allowed and are ASCII. Most texts have no
// others, and their characters need not be decoded.
func (s *charset) simple(text string) int {
	if !s.first.ascii[text[0]] {
		return 0
	}
	return 1 + s.rest.ascii.count(text[1:])
}

var (
	printable = asciiRange(' ', '~')
	letters   = asciiRange('A', 'Z').with("abcdefghijklmnopqrstuvwxyz")

	opaque     = &class{ascii: printable.without(" ,\"'")}
	anyASCII   = &class{ascii: printable}
	nameStart  = &class{ascii: letters, wide: func(r rune) bool { return unicode.Is(unicode.Han, r) }}
	namePart   = &class{ascii: letters.with("0123456789._-"), wide: nameStart.wide}
	visible    = &class{ascii: printable, wide: func(r rune) bool { return !unicode.IsControl(r) }}
	wordPart   = &class{ascii: printable.without(" "), wide: func(r rune) bool { return !unicode.IsControl(r) && !unicode.IsSpace(r) }}
	secretPart = &class{ascii: printable.without(` "\`)}
)

// characters checks which characters a text has, how many, how it begins, and what must not be in it.
func characters(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	if text == "" {
		return textFault(vpnerrors.ErrEmpty, m, "", "")
	}
	set := &charsets[m.Kind]
	n := set.simple(text)
	for i := n; i < len(text); n++ {
		allowed, size := set.rest, 1
		if i == 0 {
			allowed = set.first
		}
		if !allowed.ascii[text[i]] {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 || allowed.wide == nil || !allowed.wide(r) {
				errs := textFault(vpnerrors.ErrBadCharacter, m, text, text[i:i+size])
				if m.Kind.IsSecret() && strings.Trim(text[i:], "\r\n") == "" {
					errs[0].Offset = -1
				}
				return errs
			}
		}
		i += size
	}
	switch {
	case n < m.Min:
		return textFault(vpnerrors.ErrTooShort, m, text, "")
	case m.Max > 0 && n > m.Max:
		return textFault(vpnerrors.ErrTooLong, m, text, "")
	}
	if m.Starts != nil || m.Parts != nil {
		if part := forbidden(m, text); part != "" {
			return textFault(vpnerrors.ErrUnsupportedValue, m, text, part)
		}
	}
	return nil
}

// forbidden returns the forbidden prefix or part of text, or "".
func forbidden(m *parameters.Member, text string) string {
	for _, start := range m.Starts {
		if len(text) < len(start) {
			continue
		}
		if given := text[:len(start)]; given == start || m.FoldCase && strings.EqualFold(given, start) {
			return given
		}
	}
	for _, part := range m.Parts {
		if strings.Contains(text, part) {
			return part
		}
	}
	return ""
}

func textFault(reason error, m *parameters.Member, text, part string) vpnerrors.ValidationErrors {
	e := &vpnerrors.FieldError{Field: m.Name, Reason: reason, Min: m.Min, Max: m.Max}
	if !m.Kind.IsHidden() {
		e.Value, e.Part = Shown(text, part)
	}
	return one(e)
}

// A class is a set of characters.
type class struct {
	ascii asciiSet
	wide  func(rune) bool // for the others; nil: none
}

type asciiSet [256]bool // false for what is not ASCII

// count returns how many characters at the start of text are in s.
func (s *asciiSet) count(text string) int {
	for i := range len(text) {
		if !s[text[i]] {
			return i
		}
	}
	return len(text)
}

func asciiRange(first, last byte) (s asciiSet) {
	for c := first; c <= last; c++ {
		s[c] = true
	}
	return s
}

func (s asciiSet) with(chars string) asciiSet    { return s.set(chars, true) }
func (s asciiSet) without(chars string) asciiSet { return s.set(chars, false) }

func (s asciiSet) set(chars string, in bool) asciiSet {
	for _, c := range []byte(chars) {
		s[c] = in
	}
	return s
}

// BadUTF8 returns the first byte of text that is not part of a character, or "".
func BadUTF8(text string) string {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return text[i : i+1]
			}
		}
	}
	return ""
}
