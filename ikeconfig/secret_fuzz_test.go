package ikeconfig_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// FuzzSecret reads any key in every way: all give exactly this key, or all give the same error, which depends only on
// the reason, not on the key.
func FuzzSecret(f *testing.F) {
	for _, key := range []string{
		"key", "", "[hidden]", "[HIDDEN]", " [hidden]", // the hidden form, and similar texts
		"null", `"key"`, "12345678", "{}", // what means something to JSON or YAML
		"a\n\x00\u2028<&>\\\"é密🔑\ufffd\ufeff", // what encoders treat specially
		"\xff", "key\xe4\xb8", "\xed\xa0\x80", "\xc0\xaf", // invalid bytes, half a character, a surrogate, an overlong form
	} {
		f.Add(key)
	}
	f.Fuzz(func(t *testing.T, key string) {
		var want error
		switch {
		case !utf8.ValidString(key):
			want = &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter}
		case key == "[hidden]":
			want = &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrUnsupportedValue}
		}
		type input struct {
			reader reader
			value  string
		}
		inputs := []input{{textReader, key}, {yamlReader, key}, {jsonReader, literal(key)}}
		if utf8.ValidString(key) { // escapes cannot express invalid bytes
			inputs = append(inputs, input{jsonReader, " \t\r\n" + escaped(key) + "\n"})
		}
		for _, in := range inputs {
			s := ikeconfig.NewSecret("before")
			err := in.reader.read(&s, in.value)
			if diff := cmp.Diff(want, err); diff != "" {
				t.Errorf("%s reads %q (-want +got):\n%s", in.reader.name, key, diff)
			}
			after := key
			if want != nil {
				after = "before"
			}
			if s.Reveal() != after || s.IsZero() || !s.Equal(ikeconfig.NewSecret(after)) {
				t.Errorf("%s reads %q as %q, want %q", in.reader.name, key, s.Reveal(), after)
			}
			if got := fmt.Sprintf("%v%+v%#v%s%q%x%d", s, s, s, s, s, s, s); got != "[hidden][hidden][hidden][hidden][hidden][hidden][hidden]" {
				t.Errorf("%q prints as %q", key, got)
			}
		}
		checkAnyJSON(t, key)
	})
}

// checkAnyJSON reads text as JSON, unchanged: only a string is a key, in agreement with encoding/json.
func checkAnyJSON(t *testing.T, text string) {
	t.Helper()
	s := ikeconfig.NewSecret("before")
	err := s.UnmarshalJSON([]byte(text))
	var plain *string
	jsonErr := json.Unmarshal([]byte(text), &plain)
	switch {
	case jsonErr != nil:
		if diff := cmp.Diff(error(&vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadType}), err); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	case plain == nil:
		if err != nil || s.Reveal() != "before" {
			t.Errorf("%q: %q, %v, want it unchanged", text, s.Reveal(), err)
		}
	case err == nil:
		if s.Reveal() != *plain {
			t.Errorf("%q: %q, encoding/json reads %q", text, s.Reveal(), *plain)
		}
	case stderrors.Is(err, vpnerrors.ErrUnsupportedValue):
		if *plain != "[hidden]" {
			t.Errorf("%q: %v, encoding/json reads %q", text, err, *plain)
		}
	case !stderrors.Is(err, vpnerrors.ErrBadCharacter) || !strings.Contains(*plain, "\ufffd"): // the replacement of encoding/json
		t.Errorf("%q: %v, encoding/json reads %q", text, err, *plain)
	}
}

// literal writes a key as a JSON string with only the necessary escapes, escaped with nothing else.
func literal(key string) string {
	b := []byte{'"'}
	for _, c := range []byte(key) {
		if c < ' ' || c == '"' || c == '\\' {
			b = fmt.Appendf(b, `\u%04x`, c)
		} else {
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

func escaped(key string) string {
	b := []byte{'"'}
	for _, c := range key {
		if c > 0xffff {
			b = fmt.Appendf(b, `\u%04X\u%04x`, 0xd800+(c-0x10000)>>10, 0xdc00+(c-0x10000)&0x3ff)
		} else {
			b = fmt.Appendf(b, `\u%04x`, c)
		}
	}
	return string(append(b, '"'))
}
