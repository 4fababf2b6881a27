package errors

import (
	"fmt"
	"strconv"
	"strings"
)

// phrases has the words for each reason. A group in square brackets is left out when one of its placeholders has
// nothing to show.
var phrases = map[error]string{
	ErrRequired:         "required[: want {want}]",
	ErrEmpty:            "empty[: want {want}]",
	ErrBadCharacter:     "bad character[ {part}][ in {value}][: want {want}]",
	ErrTooShort:         "too short[ {value}][: want {limits} characters]",
	ErrTooLong:          "too long[ {value}][: want {limits} characters]",
	ErrUnsupportedValue: "unsupported value[ {value}][: want {want}][; did you mean {suggest}?]",
	ErrOutOfRange:       "out of range[ {value}][: want {limits} seconds]",
	ErrFraction:         "not a whole number[ {value}][: want {limits} seconds]",
	ErrNotIPv4:          "not IPv4[ {value}]: want an IPv4 CIDR block",
	ErrBadCIDR:          "bad CIDR block[ {value}]: want an address and a prefix length such as 10.0.0.0/24[; did you mean {suggest}?]",
	ErrHostBits:         "host bits set[ in {value}]: want a network address[; did you mean {suggest}?]",
	ErrDuplicate:        "duplicate[ {value}]: want it once[; first at {place}]",
	ErrConflict:         "conflict[ between {value} and {part}]: want one value",
	ErrBadType:          "bad type[ {value}][: want {want}][; did you mean {suggest}?]",
	ErrUnknownParameter: "unknown parameter[: did you mean {suggest}?]",
}

// otherPhrase serves a reason that is not ours: a FieldError is open to others who write rules of their own.
const otherPhrase = "{reason}[ {value}][: want {allowed}][; did you mean {suggest}?]"

// wants says what belongs into a field, for the reasons that have no words of their own for it.
var wants = map[string]string{
	"":                          "an object in which no member stands twice",
	"CustomerGatewayId":         "the ID of a customer gateway: " + identifier,
	"LocalSubnet":               "at least one IPv4 CIDR block",
	"LocalSubnet[]":             "an IPv4 CIDR block such as 10.0.0.0/24",
	"RegionId":                  "the ID of a region: " + identifier,
	"RemoteSubnet":              "at least one IPv4 CIDR block",
	"RemoteSubnet[]":            "an IPv4 CIDR block such as 10.0.0.0/24",
	"VpnGatewayId":              "the ID of a VPN gateway: " + identifier,
	"EffectImmediately":         "true or false",
	"ClientToken":               "[{limits} ]printable ASCII characters",
	"IkeConfig":                 "a JSON object",
	"IkeConfig.Psk":             text,
	"IkeConfig.IkeLifetime":     "[{limits} ]whole seconds",
	"IkeConfig.LocalIdIPsec":    text,
	"IkeConfig.RemoteId":        text,
	"IpsecConfig":               "a JSON object",
	"IpsecConfig.IpsecLifetime": "[{limits} ]whole seconds",
	"Name":                      "[{limits} ]letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character",
}

const (
	identifier = "printable ASCII with no space, comma or quote"
	text       = "text without control characters[, {limits} characters]"
)

// prose says in one line what e says in data.
func (e *FieldError) prose() string {
	phrase := otherPhrase
	if r, ok := e.Reason.(reason); ok {
		phrase = phrases[r]
	}
	sentence := fill(phrase, e.placeholder)
	if e.Field == "" {
		return sentence
	}
	return plain(e.Field) + ": " + sentence
}

// placeholder returns what stands for name in a phrase, or "" where e has nothing to show.
func (e *FieldError) placeholder(name string) string {
	switch name {
	case "reason":
		if e.Reason == nil {
			return "invalid"
		}
		return plain(e.Reason.Error())
	case "value":
		return quote(e.Value)
	case "part":
		return quote(e.Part)
	case "place":
		return plain(e.Part)
	case "suggest":
		return plain(e.Suggest)
	case "limits":
		if e.Min == 0 && e.Max == 0 {
			return ""
		}
		return fmt.Sprintf("%d to %d", e.Min, e.Max)
	case "allowed":
		return alternatives(e.Allowed)
	case "want":
		if want, ok := wants[withoutIndex(e.Field)]; ok {
			return fill(want, e.placeholder)
		}
		return alternatives(e.Allowed)
	}
	return ""
}

// fill puts value(name) for each {name} of phrase. What is put in is not looked at again, so a value that looks like a
// placeholder stays as it is.
func fill(phrase string, value func(name string) string) string {
	var b strings.Builder
	group, whole := 0, true // where the open group began in b, and whether all of it has something to show
	for phrase != "" {
		i := strings.IndexAny(phrase, "[]{")
		if i < 0 {
			b.WriteString(phrase)
			break
		}
		b.WriteString(phrase[:i])
		switch phrase[i] {
		case '[':
			group, whole = b.Len(), true
		case ']':
			if !whole {
				kept := b.String()[:group]
				b.Reset()
				b.WriteString(kept)
			}
			whole = true
		case '{':
			end := i + strings.IndexByte(phrase[i:], '}')
			v := value(phrase[i+1 : end])
			whole = whole && v != ""
			b.WriteString(v)
			i = end
		}
		phrase = phrase[i+1:]
	}
	return b.String()
}

// withoutIndex turns "LocalSubnet[7]" into "LocalSubnet[]".
func withoutIndex(field string) string {
	if name, _, ok := strings.Cut(field, "["); ok {
		return name + "[]"
	}
	return field
}

// alternatives joins a list as "aes, des or 3des".
func alternatives(values []string) string {
	var b strings.Builder
	for i, v := range values {
		switch {
		case i == 0:
		case i == len(values)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(plain(v))
	}
	return b.String()
}

// quote returns s in quotes with nothing in it that could break or reorder a line, and "" for no text. No more than 64
// characters are shown, as in FieldError.Value.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(fmt.Sprintf("%.64s", s))
}

// plain returns s as it is where that is safe to read, in quotes otherwise.
func plain(s string) string {
	if len(s) > 64 {
		return quote(s)
	}
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' {
			return quote(s)
		}
	}
	return s
}
