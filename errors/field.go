package errors

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
)

// A FieldError says what is wrong with one parameter: as data, from which its text is made. The zero FieldError
// names no field and no reason.
type FieldError struct {
	// Field is the documented name of the parameter: "Name", "IkeConfig.IkeLifetime",
	// "TunnelOptionsSpecification.1.Role" with the tunnel's place from one, or "LocalSubnet[1]" with the block's place
	// in the whole list from zero.
	Field string
	// Reason is one of the reasons of this package, such as [ErrTooLong]. Unwrap returns it.
	Reason error
	// Value is the text as it was given, cut at 64 characters; a lifetime is in seconds. It is always empty where
	// it could show a pre-shared key or a private one: for a Psk, a RemoteCaCertificate, for an object as a whole, for
	// whatever is unknown, repeated or of the wrong type inside one, and for every unknown parameter.
	Value string
	// Part is what is wrong in Value, such as the first bad character; for a duplicate it is the earlier place,
	// for a conflict the other value or the name of the other parameter, and for an address out of range the block that
	// it should be in. It is empty where all of Value is wrong, and, except for names, where Value must not show.
	Part string
	// Suggest is the value that was probably meant: "aes256" for "AES-256", "10.0.0.0/24" for "10.0.0.7/24". It is
	// empty where there is no good guess.
	Suggest string
	// Allowed lists the documented values in documented order where the parameter is one of a list, and is nil
	// otherwise.
	Allowed []string
	// Min and Max are the documented limits, in characters for text, in seconds for lifetimes and in items for lists. A
	// limit is 0 where there is none; for AS numbers both are 0, since they do not fit an int of 32 bits. For the key of a
	// derived ClientToken Min is in bytes, and Max is 0.
	Min, Max int
	// Edition is the other edition, if that one has the value or the parameter: Edition2025 for sha256 in a request of
	// edition 2019. Otherwise it is 0.
	Edition aliyun.Edition
	// Parameter is the documented name whose rule is broken, where Field is a path in a struct of the caller (see
	// At), or the tag where package validation knows no such name. It is empty where Field is the documented name.
	Parameter string
	// Offset says where in a value that must not show the mistake is: the byte, counted from 1, at which a JSON text
	// breaks, or -1 for a line break at the end of a pre-shared key, such as one read from a file. Otherwise it is 0.
	// Like Parameter, it affects only the text.
	Offset int
	// In is the edition by whose rules the field was checked, 0 for edition 2019. Like Parameter, it affects only the
	// text.
	In aliyun.Edition
}

// Error returns the mistake on one line: field, reason, the value in quotes, and what would be right.
func (e *FieldError) Error() string {
	if e == nil {
		return "no error"
	}
	return e.sentence(English)
}

// Unwrap returns the reason.
func (e *FieldError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Reason
}

// At returns a copy of e for a field of the caller's own, such as one of its structs: Field is path, Parameter is the
// documented name, and the text still says what that parameter needs. For a duplicate, Part is the earlier place. It gets the
// new name too if path ends in the documented name or is a place in a list. At does not change e; for a nil e it returns nil.
func (e *FieldError) At(path string) *FieldError {
	if e == nil {
		return nil
	}
	c := *e
	c.Field = path
	c.Allowed = slices.Clone(e.Allowed)
	c.Parameter = cmp.Or(e.Parameter, e.Field)
	if e.Reason != ErrDuplicate || e.Part == "" {
		return &c
	}
	if outer, ok := strings.CutSuffix(path, "."+e.Field); ok {
		c.Part = outer + "." + e.Part
		return &c
	}
	list, _, _ := strings.Cut(e.Field, "[")
	place, ok := strings.CutPrefix(e.Part, list+"[")
	if i := strings.LastIndexByte(path, '['); ok && i >= 0 {
		c.Part = path[:i+1] + place
	}
	return &c
}

// Text returns the text of the error in a language, without the name of the field: what is wrong and what would be right.
// It is for a form that shows it next to its input. For a nil e it is "".
func (e *FieldError) Text(lang Language) string {
	if e == nil {
		return ""
	}
	return e.text(lang.orEnglish())
}

// Equal reports whether e and o say the same in every field but Parameter, Offset and In, which affect only the text. go-cmp
// compares field errors by it.
func (e *FieldError) Equal(o *FieldError) bool {
	if e == nil || o == nil {
		return e == o
	}
	return e.Field == o.Field && sameReason(e.Reason, o.Reason) &&
		e.Value == o.Value && e.Part == o.Part && e.Suggest == o.Suggest &&
		slices.Equal(e.Allowed, o.Allowed) && e.Min == o.Min && e.Max == o.Max && e.Edition == o.Edition
}

// sameReason compares by type and text, since == panics if a reason is not comparable.
func sameReason(a, b error) bool {
	if a == nil || b == nil {
		return a == b
	}
	return reflect.TypeOf(a) == reflect.TypeOf(b) && a.Error() == b.Error()
}

// reasonText returns the text of the reason, or "" if there is none.
func (e *FieldError) reasonText() string {
	if e.Reason == nil {
		return ""
	}
	return e.Reason.Error()
}

// MarshalJSON returns an object with the members field, reason, value, message, allowed, suggest, part, min, max and edition;
// message is the text of [FieldError.Error]. Members after message are left out if they are empty or 0. Characters
// that do not print are escaped.
func (e *FieldError) MarshalJSON() ([]byte, error) {
	if e == nil {
		return []byte("null"), nil
	}
	text, err := json.Marshal(struct {
		Field   string   `json:"field"`
		Reason  string   `json:"reason"`
		Value   string   `json:"value"`
		Message string   `json:"message"`
		Allowed []string `json:"allowed,omitempty"`
		Suggest string   `json:"suggest,omitempty"`
		Part    string   `json:"part,omitempty"`
		Min     int      `json:"min,omitempty"`
		Max     int      `json:"max,omitempty"`
		Edition int      `json:"edition,omitempty"`
	}{e.Field, e.reasonText(), e.Value, e.Error(), e.Allowed, e.Suggest, e.Part, e.Min, e.Max, int(e.Edition)})
	return escapeUnprintable(text), err
}

// escapeUnprintable returns JSON text without characters that could color or reorder a line: JSON itself requires no
// escape beyond U+001F.
func escapeUnprintable(text []byte) []byte {
	if !bytes.ContainsFunc(text, unprintable) {
		return text
	}
	var b []byte
	for _, c := range string(text) {
		if !unprintable(c) {
			b = utf8.AppendRune(b, c)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, c) {
			b = fmt.Appendf(b, `\u%04x`, unit)
		}
	}
	return b
}
