package errors_test

import (
	"regexp"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// FuzzParseLanguage checks any bytes, and that a header which RFC 9110 allows is read as a second reader reads it.
func FuzzParseLanguage(f *testing.F) {
	for _, seed := range []string{
		"",                                  // no header
		"zh-CN,zh;q=0.9,en;q=0.8",           // what a browser sends
		"en;q=0.899 , zh-Hant-TW;Q=0.9,fr",  // spaces, three digits, letter case
		"en;q=0.1,zh\t;\tq=0.2",             // tabs
		"zh;q=0,en;q=0.000",                 // neither acceptable
		"*;q=0.5, zh;q=0.4",                 // any
		"zh;q=NaN,en;q=1e-1,,;;q==,zh;q=+1", // not a header
		"\xff\x00zh;q=\u0661",               // not text
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		got := vpnerrors.ParseLanguage(header)
		if got != vpnerrors.English && got != vpnerrors.Chinese {
			t.Fatalf("ParseLanguage(%q) = %d, want a language", header, got)
		}
		if want, ok := langSecondReader(header); ok && got != want {
			t.Errorf("ParseLanguage(%q) = %d, want %d", header, got, want)
		}
		for name, same := range map[string]string{
			"with another language": header + ",fr",
			"with empty elements":   ", " + header + ",,",
			"twice":                 header + "," + header,
			"in capitals":           langUpper(header),
		} {
			if again := vpnerrors.ParseLanguage(same); again != got {
				t.Errorf("ParseLanguage(%q) = %d, but %s %d", header, got, name, again)
			}
		}
		if vpnerrors.ParseLanguage("en,"+header) != vpnerrors.English || vpnerrors.ParseLanguage("zh,"+header) != vpnerrors.Chinese {
			t.Errorf("a language after one of weight 1 wins: %q", header)
		}
	})
}

// langUpper returns s with the letters a to z in upper case and all other bytes unchanged.
func langUpper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// langElement is an element of an Accept-Language header by RFC 9110, sections 12.4.2 and 12.5.4, and RFC 4647, section
// 2.1. The special range * is tested in the table.
var langElement = regexp.MustCompile(
	`^[ \t]*(?:([A-Za-z]{1,8})(?:-[0-9A-Za-z]{1,8})*(?:[ \t]*;[ \t]*[Qq]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?)?[ \t]*$`)

// langSecondReader reads a header that is allowed, and reports whether this one is.
func langSecondReader(header string) (vpnerrors.Language, bool) {
	best, lang := 0, vpnerrors.English // in thousandths
	for _, element := range strings.Split(header, ",") {
		m := langElement.FindStringSubmatch(element)
		if m == nil {
			return 0, false
		}
		weight := 1000
		if m[2] != "" {
			weight = 0
			for _, digit := range (strings.Replace(m[2], ".", "", 1) + "000")[:4] {
				weight = 10*weight + int(digit-'0')
			}
		}
		if weight <= best {
			continue
		}
		switch strings.ToLower(m[1]) {
		case "en":
			best, lang = weight, vpnerrors.English
		case "zh":
			best, lang = weight, vpnerrors.Chinese
		}
	}
	return lang, true
}
