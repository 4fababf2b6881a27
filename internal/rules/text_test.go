package rules_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/rules"
)

var (
	name       = regexp.MustCompile(`^[A-Za-z\p{Han}][A-Za-z\p{Han}0-9._-]{1,127}$`)
	nameOfAny  = regexp.MustCompile(`^[A-Za-z\p{Han}][A-Za-z\p{Han}0-9._-]*$`) // of any length
	urlAtStart = regexp.MustCompile(`^https?://`)
)

// Agreement with the sentence of the API document, put as regular expressions.
func FuzzName(f *testing.F) {
	for _, seed := range []string{
		"", "a", "ab", "中", "中文", "a.b_c-9", "9a", "-a", "a b", "ab\n", "ab\x00",
		"http://a", "https://a", "http", "https", // only the first two look like a URL
		"\U00020000\U0002a6df", "\u3007\u3005", "\uf900a", // of the script Han
		"\u3042a", "\uff21a", "e\u0301", "a\u200f", "\ufeffab", // not of it
		"ab\xff", "\xe4\xb8", "\xed\xa0\x80", "\ufffdab", // no UTF-8, and what looks like a mistake in it
		strings.Repeat("a", 128), strings.Repeat("a", 129), strings.Repeat("中", 128), strings.Repeat("中", 129),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		errs := rules.Name("Name", text)
		if (errs == nil) != name.MatchString(text) {
			t.Fatalf("%q: %v, that the expression matches is %t", text, errs, name.MatchString(text))
		}
		if errs == nil {
			if urlAtStart.MatchString(text) {
				t.Fatalf("%q starts as a URL does", text)
			}
			return
		}
		var want error
		switch {
		case text == "":
			want = vpnerrors.ErrEmpty
		case !nameOfAny.MatchString(text):
			want = vpnerrors.ErrBadCharacter
		case utf8.RuneCountInString(text) < 2:
			want = vpnerrors.ErrTooShort
		default:
			want = vpnerrors.ErrTooLong
		}
		e := errs[0]
		if len(errs) != 1 || !errors.Is(e, want) || e.Value != rules.Clip(text) || e.Min != 2 || e.Max != 128 || e.Field != "Name" {
			t.Errorf("%q: %#v, want %v", text, errs, want)
		}
		if want == vpnerrors.ErrBadCharacter && e.Part != firstBad(text) {
			t.Errorf("%q: %q is at fault, want %q", text, e.Part, firstBad(text))
		}
	})
}

// firstBad returns the first character with which text can be no name.
func firstBad(text string) string {
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		if !nameOfAny.MatchString(text[:i+size]) {
			return text[i : i+size]
		}
		i += size
	}
	return ""
}

func TestClip(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"", ""},
		{strings.Repeat("a", 64), strings.Repeat("a", 64)},
		{strings.Repeat("a", 65), strings.Repeat("a", 64)},
		{strings.Repeat("中", 65), strings.Repeat("中", 64)},
		{strings.Repeat("\xff", 65), strings.Repeat("\xff", 64)},
		{"%d%s", "%d%s"},
	} {
		if got := rules.Clip(row.text); got != row.want {
			t.Errorf("Clip(%q) = %q, want %q", row.text, got, row.want)
		}
	}
}
