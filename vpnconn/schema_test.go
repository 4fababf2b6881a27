package vpnconn_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestSpecSchema: the schema is made from the tables. What it accepts is tested with a validator in internal/schema.
func TestSpecSchema(t *testing.T) {
	text, err := schemaOfSpec().text()
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "spec.schema.json", text)
	got := vpnconn.SpecSchema()
	if kept, err := os.ReadFile("spec.schema.json"); string(got) != string(kept) && !*update {
		t.Errorf("SpecSchema is not the file: %v", err)
	}
	clear(got)
	if string(vpnconn.SpecSchema()) == string(got) {
		t.Error("changing the bytes of one call changes those of the next")
	}
}

// TestSchemaCharacters: a pattern accepts the same characters as the rule. For a name it accepts more: those above
// U+FFFF, and what could be a Chinese character in a later version of Unicode.
func TestSchemaCharacters(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	const planes = 0x40000 // the planes with Chinese characters
	for kind, pattern := range patterns {
		m := &parameters.Member{Kind: kind}
		if kind == parameters.Blocks || rules.Text(m, "a") != nil {
			continue // not a set of characters
		}
		matches := regexp.MustCompile(pattern).MatchString
		for r := range rune(planes) {
			for _, text := range []string{string(r), "a" + string(r)} {
				errs := rules.Text(m, text)
				want := errs == nil || errs[0].Reason != vpnerrors.ErrBadCharacter
				may := kind == parameters.LetterName && (r > 0xffff || !unicode.IsGraphic(r))
				if got := matches(text); got != want && (want || !may) {
					t.Errorf("kind %d, %+q: %v, want %v", kind, text, got, want)
				}
			}
		}
	}
}

// TestSchemaPatterns: patterns mean the same to all validators.
func TestSchemaPatterns(t *testing.T) {
	text := string(vpnconn.SpecSchema())
	found := regexp.MustCompile(`"pattern": "(.*)"`).FindAllStringSubmatch(text, -1)
	for _, match := range found {
		pattern := strings.ReplaceAll(match[1], `\\`, `\`)
		plain := regexp.MustCompile(`\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[tnr]|\\[][.\-^]|\(\?:`).ReplaceAllString(pattern, "")
		if strings.Contains(plain, `\`) || strings.Contains(plain, "(?") {
			t.Errorf("%s has syntax that not all validators have", pattern)
		}
	}
	if len(found) < 30 || strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		t.Errorf("%d patterns, want more of them, and all in ASCII", len(found))
	}
}
