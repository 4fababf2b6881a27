package rules

import (
	"unicode"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// The rules for texts that are not one of a list. Source: CreateVpnConnection, the parameters named.
var (
	// Identifier is for CustomerGatewayId, RegionId and VpnGatewayId. The document promises nothing about their form,
	// its own example of a customer gateway has the prefix of another kind of resource, so only what no identifier
	// can hold is refused.
	Identifier Text = (&characters{first: opaque, rest: opaque}).check

	// Token is for ClientToken.
	Token Text = (&characters{min: 1, max: 64, first: anyASCII, rest: anyASCII}).check

	// Name is for Name. That it cannot start with http:// or https:// follows: a colon is not allowed anywhere.
	Name Text = (&characters{min: 2, max: 128, first: nameStart, rest: namePart}).check

	// ID is for IkeConfig.LocalIdIPsec and IkeConfig.RemoteId.
	ID Text = (&characters{min: 1, max: 100, first: visible, rest: visible}).check

	// PSK is for IkeConfig.Psk.
	PSK Text = (&characters{min: 1, max: 100, first: visible, rest: visible, secret: true}).check
)

var (
	printable = asciiRange(' ', '~')
	letters   = asciiRange('A', 'Z').with("abcdefghijklmnopqrstuvwxyz")

	opaque    = &class{ascii: printable.without(" ,\"'")}
	anyASCII  = &class{ascii: printable}
	nameStart = &class{ascii: letters, wide: func(r rune) bool { return unicode.Is(unicode.Han, r) }}
	namePart  = &class{ascii: letters.with("0123456789._-"), wide: nameStart.wide}
	visible   = &class{ascii: printable, wide: func(r rune) bool { return !unicode.IsControl(r) }}
)

// characters is a rule about which characters a text may have and how many.
type characters struct {
	min, max int // 0 and 0: any number but none
	first    *class
	rest     *class
	secret   bool // the text must not show in an error
}

func (c *characters) check(field, text string) vpnerrors.ValidationErrors {
	if text == "" {
		return c.fault(vpnerrors.ErrEmpty, field, "", "")
	}
	allowed, n := c.first, 0
	for i := 0; i < len(text); n++ {
		size := 1
		if !allowed.ascii[text[i]] {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if size == 1 || allowed.wide == nil || !allowed.wide(r) {
				return c.fault(vpnerrors.ErrBadCharacter, field, text, text[i:i+size])
			}
		}
		i += size
		allowed = c.rest
	}
	switch {
	case n < c.min:
		return c.fault(vpnerrors.ErrTooShort, field, text, "")
	case c.max > 0 && n > c.max:
		return c.fault(vpnerrors.ErrTooLong, field, text, "")
	}
	return nil
}

func (c *characters) fault(reason error, field, text, part string) vpnerrors.ValidationErrors {
	e := &vpnerrors.FieldError{Field: field, Reason: reason, Min: c.min, Max: c.max}
	if !c.secret {
		e.Value, e.Part = Shown(text, part)
	}
	return one(e)
}

// A class is a set of characters.
type class struct {
	ascii asciiSet
	wide  func(rune) bool // for the others; nil: none of them
}

type asciiSet [256]bool // false for what is not ASCII

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
