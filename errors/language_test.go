package errors_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

func TestParseLanguage(t *testing.T) {
	const en, zh = vpnerrors.English, vpnerrors.Chinese
	for _, tt := range []struct {
		header string
		want   vpnerrors.Language
		why    string
	}{
		{"", en, "no header"},
		{"en", en, "named"},
		{"zh", zh, "named"},
		{"fr", en, "names neither"},
		{"fr, de;q=0.9", en, "names neither"},
		{"fr, zh;q=0.1", zh, "the only supported one"},

		{"zh-CN", zh, "a region is still Chinese"},
		{"zh-Hant-TW", zh, "a script is still Chinese"},
		{"zh-Hans", zh, "the script of Message"},
		{"en-GB", en, "a region is still English"},
		{"ZH-cn", zh, "letter case does not count in a tag"},
		{"ZH-HANT-TW", zh, "letter case does not count in a tag"},
		{"EN;q=0.1,Zh;q=0.2", zh, "letter case does not count in a tag"},
		{"zhx", en, "another language"},
		{"zhx, zh;q=0.1", zh, "another language, then Chinese"},
		{"eng", en, "another tag"},
		{"x-zh", en, "a private tag"},
		{"i-zh", en, "another tag"},
		{"zh_CN", en, "an underscore is not valid in a tag"},
		{"-zh", en, "no tag"},

		{"en,zh", en, "the first of equal weight"},
		{"zh,en", zh, "the first of equal weight"},
		{"en;q=0.5,zh;q=0.5", en, "the first of equal weight"},
		{"zh;q=0.5,en;q=0.50", zh, "equal weights, in different text"},
		{"zh,en,zh-TW", zh, "the first of equal weight, of two Chinese tags"},
		{"en,zh,en-GB", en, "the first of equal weight, of two English tags"},
		{"en;q=0.8,zh", zh, "the default weight is 1"},
		{"en;q=0.8,zh;q=0.9", zh, "the heavier"},
		{"en;q=0.899,zh;q=0.9", zh, "three digits count"},
		{"zh;q=0.9,en;q=0.901", en, "three digits count"},
		{"zh;q=0.1,en;q=1.000", en, "1 may have zeros after it"},
		{"zh-CN,zh;q=0.9,en;q=0.8", zh, "what a browser sends"},
		{"en-US,en;q=0.9,zh-CN;q=0.8,zh;q=0.7", en, "what a browser sends"},
		{"fr-CH, fr;q=0.9, en;q=0.8, zh;q=0.7, *;q=0.5", en, "the best supported one"},
		{"en;q=0.2,zh;q=0.5,en-GB;q=0.9", en, "the best English counts"},

		{"zh;q=0", en, "not acceptable"},
		{"zh;q=0.000", en, "not acceptable"},
		{"zh;q=0,en;q=0.1", en, "not acceptable"},
		{"en;q=0,zh;q=0.001", zh, "English is not acceptable"},
		{"zh;q=0,en;q=0", en, "neither is acceptable, so the default"},

		{"*", en, "any language"},
		{"*;q=0.1", en, "any language"},
		{"*,zh;q=0.9", en, "any language rather than Chinese"},
		{"zh,*;q=0.9", zh, "Chinese rather than any"},
		{"*;q=0.1,zh;q=0.2", zh, "Chinese rather than any"},
		{"*;q=0,zh;q=0.2", zh, "nothing but Chinese"},
		{"en;q=0,zh;q=0.3,*;q=0.5", zh, "any, but not English"},
		{"*,en;q=0.2,zh;q=0.5", zh, "a star is for other languages"},
		{"*;q=0.5,en;q=0.9,zh;q=0.7", en, "a star is for other languages"},

		{" zh ", zh, "spaces around"},
		{"en;q=0.1 , zh;q=0.2", zh, "spaces around a comma"},
		{"en ; q=0.1,zh ; q=0.2", zh, "spaces around a semicolon"},
		{"\tzh\t", zh, "tabs count as spaces"},
		{"en;q=0.1\t,\tzh;q=0.2", zh, "tabs around a comma"},
		{"en;q=0.1,zh\t;\tq=0.2", zh, "tabs around a semicolon"},
		{"zh;q=0.2\t,en;q=0.1", zh, "a tab after a weight"},
		{"en;Q=0.1,zh;Q=0.2", zh, "letter case does not count in the name of the weight"},
		{",,zh", zh, "empty elements are skipped"},
		{"zh,", zh, "empty elements are skipped"},
		{" , ,", en, "only empty elements"},

		{"zh;q=abc,en;q=0.1", en, "an invalid weight, so ignored"},
		{"zh;q=,en;q=0.1", en, "an invalid weight, so ignored"},
		{"zh;q,en;q=0.1", en, "an invalid weight, so ignored"},
		{"zh;=1,en;q=0.1", en, "an invalid weight, so ignored"},
		{"zh;q=2,en;q=0.1", en, "a weight above 1, so ignored"},
		{"zh;q=1.001,en;q=0.1", en, "a weight above 1, so ignored"},
		{"zh;q=1e300,en;q=0.1", en, "a weight above 1, so ignored"},
		{"zh;q=-1,en;q=0.1", en, "a weight below 0, so ignored"},
		{"zh;q=-0.1", en, "a weight below 0, so ignored"},
		{"zh;q=NaN,en;q=0.1", en, "no number"},
		{"zh;q=Inf,en;q=0.1", en, "no number"},
		{"zh;q=0x1p-1,en;q=0.1", en, "not a weight in HTTP"},
		{"zh;q=0.5000,en;q=0.1", en, "HTTP allows three digits"},
		{"zh;q=5e-1,en;q=0.1", en, "not a weight in HTTP"},
		{"zh;q=0,5,en;q=0.1", en, "a comma ends the element"},
		{"zh;q=0.5;q=0.6,en;q=0.1", en, "two weights are invalid"},
		{"zh;level=1,en;q=0.1", en, "another parameter is not a weight"},

		{"zh en", en, "no list"},
		{"chinese", en, "no tag"},
		{"中文", en, "no tag"},
		{"zh\x00", en, "no tag"},
		{"\xff\xfe", en, "no text"},
		{"en;q=0.1,\xff,zh;q=0.2", zh, "a bad element does not affect others"},
	} {
		t.Run(tt.header, func(t *testing.T) {
			if got := vpnerrors.ParseLanguage(tt.header); got != tt.want {
				t.Errorf("ParseLanguage(%q) = %d, want %d: %s", tt.header, got, tt.want, tt.why)
			}
		})
	}
}

// TestParseLanguageLarge: only the HTTP server limits the length of a header.
func TestParseLanguageLarge(t *testing.T) {
	const n = 1 << 20
	for name, header := range map[string]string{
		"elements": strings.Repeat("fr;q=0.1,", n) + "zh;q=0.2,en;q=0.1",
		"commas":   strings.Repeat(",", n) + "zh",
		"digits":   "en;q=0.1,zh;q=0.1" + strings.Repeat("0", n) + ",zh;q=0.2",
		"a tag":    "zh-" + strings.Repeat("x-", n) + "x",
		"spaces":   strings.Repeat(" ", n) + "zh" + strings.Repeat(" \t", n),
		"a name":   "en;q=0.1," + strings.Repeat("z", n) + ",zh;q=0.2",
	} {
		if got := vpnerrors.ParseLanguage(header); got != vpnerrors.Chinese {
			t.Errorf("%s: %d, want Chinese", name, got)
		}
	}
	if got := vpnerrors.ParseLanguage(strings.Repeat("z", n) + ";" + strings.Repeat("=", n)); got != vpnerrors.English {
		t.Errorf("no header at all: %d, want English", got)
	}
}

func TestLanguageZero(t *testing.T) {
	var zero vpnerrors.Language
	if zero != vpnerrors.English || vpnerrors.English == vpnerrors.Chinese {
		t.Errorf("the zero Language is %d, want only English, %d", zero, vpnerrors.English)
	}
}
