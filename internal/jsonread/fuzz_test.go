package jsonread_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/internal/jsonread"
)

// FuzzParse reads every text again with encoding/json, which must agree on what is JSON and on each value that it
// keeps, and a third time with regular expressions, for what encoding/json loses.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		// What a client sends; repeated and empty names; every kind of scalar.
		`{"Psk":"x","IkeVersion":"ikev2","IkeLifetime":86400}`,
		`{"a":1,"a":{"b":[]},"":null}`,
		` [ true , false,null ,-1.5e+3, "" ] `,
		// A surrogate pair, a lone surrogate, and the text of one; bad UTF-8, and its replacement; two names that
		// decode to the same text.
		`"\ud83d\ude00\ud800\\ud800\n"`,
		"[\"\xff\ufffd\",\"\ufffd\\ufffd\"]",
		"{\"\xff\":1,\"\ufffd\":2}",
		// Deep, with brackets in a string.
		`[[[[[1,{"a":["]}"]}],2]]]]`,
		strings.Repeat("[", 31) + strings.Repeat("]", 31),
		// Not JSON.
		`[1,]`, `{"a"}`, `{1:1}`, `1 2`, `"\u12"`, `[}`, `,`, "\ufeff1",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "[")+strings.Count(text, "{") > 1000 {
			return // the two readers may have different limits
		}
		got, err := jsonread.Parse(text)
		if valid := json.Valid([]byte(text)); valid != (err == nil) {
			t.Fatalf("Parse(%q): %v, but json.Valid: %v", text, err, valid)
		}
		if err != nil {
			return
		}
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		var want any
		if err := dec.Decode(&want); err != nil {
			t.Fatal(err)
		}
		whole := grow(t, got)
		if !agree(whole, want) {
			t.Errorf("Parse(%q) = %+v, but encoding/json: %#v", text, whole, want)
		}
		var s summary
		s.add(whole)
		if want := countMembers(text); s.members != want {
			t.Errorf("Parse(%q): %d members, want %d", text, s.members, want)
		}
		if want := hasBadText(text); s.bad != want {
			t.Errorf("Parse(%q): bad text found: %v, want %v", text, s.bad, want)
		}
	})
}

// agree reports whether v is what encoding/json read as want.
func agree(v tree, want any) bool {
	switch v.Kind {
	case jsonread.Null:
		return want == nil
	case jsonread.Bool:
		return want == true && v.Text == "true" || want == false && v.Text == "false"
	case jsonread.Number:
		return want == json.Number(v.Text)
	case jsonread.String:
		return want == v.Text && utf8.ValidString(v.Text)
	case jsonread.Array:
		elems, ok := want.([]any)
		if !ok || len(v.Elems) != len(elems) {
			return false
		}
		for i, elem := range v.Elems {
			if !agree(elem, elems[i]) {
				return false
			}
		}
		return true
	case jsonread.Object:
		members, ok := want.(map[string]any)
		last := make(map[string]tree) // encoding/json keeps the last member of a name
		for _, m := range v.Members {
			last[m.Name] = m.Value
		}
		if !ok || len(last) != len(members) {
			return false
		}
		for name, m := range last {
			member, ok := members[name]
			if !ok || !agree(m, member) {
				return false
			}
		}
		return true
	}
	return false
}

// A summary counts what is in a tree.
type summary struct {
	members int  // in all its objects
	bad     bool // in any string or name
}

func (s *summary) add(v tree) {
	s.bad = s.bad || v.Bad
	s.members += len(v.Members)
	for _, m := range v.Members {
		s.bad = s.bad || m.BadName
		s.add(m.Value)
	}
	for _, elem := range v.Elems {
		s.add(elem)
	}
}

var (
	literal = regexp.MustCompile(`"([^"\\]|\\.)*"`)
	escapes = regexp.MustCompile(`\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.`)
)

// countMembers counts the members in valid JSON: one for each colon outside of strings.
func countMembers(text string) int {
	return strings.Count(literal.ReplaceAllString(text, ""), ":")
}

// hasBadText reports whether valid JSON has bad UTF-8 or a lone surrogate anywhere.
func hasBadText(text string) bool {
	for _, groups := range escapes.FindAllStringSubmatch(text, -1) {
		if groups[1] != "" {
			return true
		}
	}
	return !utf8.ValidString(text)
}
