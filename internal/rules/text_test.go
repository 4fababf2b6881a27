package rules_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

var (
	name       = regexp.MustCompile(`^[A-Za-z\p{Han}][A-Za-z\p{Han}0-9._-]{1,127}$`)
	nameOfAny  = regexp.MustCompile(`^[A-Za-z\p{Han}][A-Za-z\p{Han}0-9._-]*$`) // of any length
	urlAtStart = regexp.MustCompile(`^https?://`)
)

// FuzzName compares the rule with the API document's sentence, written as regular expressions.
func FuzzName(f *testing.F) {
	for _, seed := range []string{
		"", "a", "ab", "中", "中文", "a.b_c-9", "9a", "-a", "a b", "ab\n", "ab\x00",
		"http://a", "https://a", "http", "https", // only the first two look like a URL
		"\U00020000\U0002a6df", "\u3007\u3005", "\uf900a", // of the script Han
		"\u3042a", "\uff21a", "e\u0301", "a\u200f", "\ufeffab", // of other scripts
		"ab\xff", "\xe4\xb8", "\xed\xa0\x80", "\ufffdab", // invalid UTF-8, and its replacement character
		"a\x7fPsk:", // what could be a key is cut, so the faulty part is not shown
		strings.Repeat("a", 128), strings.Repeat("a", 129), strings.Repeat("中", 128), strings.Repeat("中", 129),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		errs := rules.Text(rowOf(parameters.LetterName, 2, 128), text)
		if (errs == nil) != name.MatchString(text) {
			t.Fatalf("%q: %v, the expression matches: %t", text, errs, name.MatchString(text))
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
		if len(errs) != 1 || !errors.Is(e, want) || e.Value != rules.Clip(text) || e.Min != 2 || e.Max != 128 || e.Field != "F" {
			t.Errorf("%q: %#v, want %v", text, errs, want)
		}
		if _, part := rules.Shown(text, firstBad(text)); want == vpnerrors.ErrBadCharacter && e.Part != part {
			t.Errorf("%q: the faulty part is %q, want %q", text, e.Part, part)
		}
	})
}

// firstBad returns the first character of text that a name cannot have there.
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

func TestTextLimits(t *testing.T) {
	for _, rule := range []struct {
		name     string
		kind     parameters.Kind
		min, max int // 0 and 0: one or more
		secret   bool
		chars    []string // one for each number of bytes that a character may have there
	}{
		{"Identifier", parameters.Identifier, 0, 0, false, []string{"x"}},
		{"Token", parameters.ASCII, 1, 64, false, []string{"t"}},
		{"Name", parameters.LetterName, 2, 128, false, []string{"n", "中", "\U00020000"}},
		{"ID", parameters.Text, 1, 100, false, []string{"i", "é", "中", "\U0001f511"}},
		{"PSK", parameters.Secret, 1, 100, true, []string{"p", "é", "中", "\U0001f511"}},
		{"ID without white space", parameters.Word, 1, 100, false, []string{"i", "é", "中", "\U0001f511"}},
		{"PSK in ASCII", parameters.ASCIISecret, 1, 100, true, []string{"p"}},
	} {
		for _, char := range rule.chars {
			for n := range 150 {
				var reason error
				switch {
				case n == 0:
					reason = vpnerrors.ErrEmpty
				case n < rule.min:
					reason = vpnerrors.ErrTooShort
				case rule.max > 0 && n > rule.max:
					reason = vpnerrors.ErrTooLong
				}
				text := strings.Repeat(char, n)
				var want *vpnerrors.FieldError
				if reason != nil {
					want = &vpnerrors.FieldError{Field: "F", Reason: reason, Value: rules.Clip(text), Min: rule.min, Max: rule.max}
					if rule.secret {
						want.Value = ""
					}
				}
				checkError(t, text, rules.Text(rowOf(rule.kind, rule.min, rule.max), text), want, fmt.Sprintf("%s, %d characters", rule.name, n))
			}
		}
	}
}

// The characters of a quarter of the basic plane, some beyond, and invalid bytes: which may come first, and which after
// that.
func TestTextCharacters(t *testing.T) {
	chars := []string{
		"\u4dbf", "\u4dc0", "\u4e00", "\u9fff", "\uac00", "\ue000", "\uf900", "\ufeff", "\uff10", "\uff21", "\ufffd", "\uffff",
		"\U00010000", "\U00020000", "\U0002a6df", "\U0001f511", "\U000e0001", "\U0010ffff",
		"\x80", "\xbf", "\xc3", "\xe4\xb8", "\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
	}
	for r := range rune(1 << 14) {
		chars = append(chars, string(r))
	}
	for _, rule := range []struct {
		name        string
		kind        parameters.Kind
		min, max    int
		secret      bool
		first, rest string
	}{
		{"Identifier", parameters.Identifier, 0, 0, false, `[!#-&(-+\--~]`, `[!#-&(-+\--~]`},
		{"Token", parameters.ASCII, 1, 64, false, `[ -~]`, `[ -~]`},
		{"Name", parameters.LetterName, 2, 128, false, `[A-Za-z\p{Han}]`, `[A-Za-z0-9._\-\p{Han}]`},
		{"ID", parameters.Text, 1, 100, false, `\P{Cc}`, `\P{Cc}`},
		{"PSK", parameters.Secret, 1, 100, true, `\P{Cc}`, `\P{Cc}`},
		{"ID without white space", parameters.Word, 1, 100, false, `[^\p{Cc}\p{Z}]`, `[^\p{Cc}\p{Z}]`},
		{"PSK in ASCII", parameters.ASCIISecret, 1, 100, true, `[!#-\[\]-~]`, `[!#-\[\]-~]`},
	} {
		for before, class := range map[string]string{"": rule.first, "x": rule.rest} {
			good := regexp.MustCompile(`^` + class + `$`)
			for _, char := range chars {
				text := before + char + "xx"
				var want *vpnerrors.FieldError
				if valid := utf8.ValidString(char); !valid || !good.MatchString(char) {
					want = &vpnerrors.FieldError{Field: "F", Reason: vpnerrors.ErrBadCharacter, Min: rule.min, Max: rule.max}
					if !rule.secret {
						want.Value, want.Part = text, char
					}
					if !rule.secret && !valid {
						want.Part = char[:1] // each bad byte by itself
					}
				}
				checkError(t, text, rules.Text(rowOf(rule.kind, rule.min, rule.max), text), want, rule.name)
			}
		}
	}
}

func TestBadUTF8(t *testing.T) {
	for _, row := range []struct{ text, want, why string }{
		{"", "", "nothing"},
		{"abc", "", "ASCII"},
		{"é中\U0001f511", "", "characters of two, three and four bytes"},
		{"\ufffd", "", "the replacement character itself is good"},
		{"\ufffd\xff", "\xff", "and does not hide one that follows"},
		{"a\xffb\xfe", "\xff", "the first of two"},
		{"\xe4\xb8", "\xe4", "half a character"},
		{"ab\x80", "\x80", "a byte that no character begins with"},
		{"\xed\xa0\x80", "\xed", "UTF-8 has no surrogates"},
		{"\xc0\xaf", "\xc0", "UTF-8 has only one encoding of a character"},
		{"\xf4\x90\x80\x80", "\xf4", "after the last code point"},
	} {
		if got := rules.BadUTF8(row.text); got != row.want {
			t.Errorf("%q: %q, want %q: %s", row.text, got, row.want, row.why)
		}
	}
}

func TestClip(t *testing.T) {
	for _, row := range []struct{ text, want, why string }{
		{"", "", "nothing"},
		{strings.Repeat("a", 64), strings.Repeat("a", 64), "the maximum length"},
		{strings.Repeat("a", 65), strings.Repeat("a", 64), "one more"},
		{strings.Repeat("中", 65), strings.Repeat("中", 64), "characters count, not bytes"},
		{strings.Repeat("\xff", 65), strings.Repeat("\xff", 64), "an invalid byte counts as a character"},
		{"%d%s", "%d%s", "a text is not a format"},
		{`{"Psk":"secret"}`, `{"`, "a key in the text"},
		{strings.Repeat("a", 50) + `"Psk":"secret"`, strings.Repeat("a", 50) + `"`, "half a key"},
	} {
		if got := rules.Clip(row.text); got != row.want {
			t.Errorf("Clip(%q) = %q, want %q: %s", row.text, got, row.want, row.why)
		}
	}
}

// TestTextForbids: how a text must not begin, and what must not be in it.
func TestTextForbids(t *testing.T) {
	for _, row := range []struct {
		text     string
		foldCase bool
		part     string
		why      string
	}{
		{"acs", false, "", "shorter than what is forbidden"},
		{"acs:", false, "acs:", "no more than that"},
		{"acs:x", false, "acs:", "the start"},
		{"ACS:x", false, "", "another letter case"},
		{"ACS:x", true, "ACS:", "in any letter case, as it was given"},
		{"xacs:", true, "", "not at the start"},
		{"\u017fecond", true, "", "no slice of another size"},
		{"x http://y", false, "http://", "anywhere"},
		{"x HTTP://y", true, "", "anywhere is meant exactly"},
	} {
		m := rowOf(parameters.Text, 1, 100)
		m.Starts, m.Parts, m.FoldCase = []string{"aliyun", "acs:"}, []string{"http://"}, row.foldCase
		var want *vpnerrors.FieldError
		if row.part != "" {
			want = &vpnerrors.FieldError{Field: "F", Reason: vpnerrors.ErrUnsupportedValue, Value: row.text, Part: row.part, Min: 1, Max: 100}
		}
		checkError(t, row.text, rules.Text(m, row.text), want, row.why)
	}
	for _, row := range []struct {
		psk    string
		offset int
		why    string
	}{
		{"key\n", -1, "a line break at the end, as a file has it"}, {"key\r\n", -1, "likewise"}, {"k\ney", 0, "inside"}, {"k\ney\n", 0, "inside too"},
	} {
		if errs := rules.Text(rowOf(parameters.Secret, 1, 100), row.psk); len(errs) != 1 || errs[0].Offset != row.offset || errs[0].Reason != vpnerrors.ErrBadCharacter {
			t.Errorf("%q: %#v, want offset %d: %s", row.psk, errs, row.offset, row.why)
		}
	}
	if errs := rules.Text(rowOf(parameters.Operation, 0, 0), "x"); errs != nil {
		t.Errorf("an operation is for the reader to check: %v", errs)
	}
	if errs := rules.Text(parameters.IKEConfig(aliyun.Edition2025).Member(parameters.IKEPFS), "group24"); len(errs) != 1 || errs[0].Edition != aliyun.Edition2019 {
		t.Errorf("group24: %#v, want the edition that has it", errs)
	}
}
