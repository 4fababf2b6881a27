package jsonread_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/internal/jsonread"
)

// A tree is a Value with everything in it.
type tree struct {
	Kind    jsonread.Kind
	Bad     bool
	Text    string
	Members []node
	Elems   []tree
}

type node struct {
	Name    string
	BadName bool
	Value   tree
}

// grow reads everything in v twice, and fails unless both are the same.
func grow(t testing.TB, v jsonread.Value) tree {
	t.Helper()
	whole := growOnce(v)
	if again := growOnce(v); !reflect.DeepEqual(whole, again) { // go-cmp takes twice as long for each level of lists
		t.Errorf("read again: %+v, first: %+v", again, whole)
	}
	return whole
}

func growOnce(v jsonread.Value) tree {
	whole := tree{Kind: v.Kind, Bad: v.Bad, Text: v.Text}
	if v.Kind == jsonread.Object {
		for m := range v.Members {
			whole.Members = append(whole.Members, node{m.Name.Text, m.Name.Bad, growOnce(m.Value)})
		}
	}
	if v.Kind == jsonread.Array {
		for elem := range v.Elems {
			whole.Elems = append(whole.Elems, growOnce(elem))
		}
	}
	return whole
}

func str(text string) tree                { return tree{Kind: jsonread.String, Text: text} }
func badStr(text string) tree             { return tree{Kind: jsonread.String, Text: text, Bad: true} }
func num(literal string) tree             { return tree{Kind: jsonread.Number, Text: literal} }
func arr(elems ...tree) tree              { return tree{Kind: jsonread.Array, Elems: elems} }
func obj(members ...node) tree            { return tree{Kind: jsonread.Object, Members: members} }
func member(name string, value tree) node { return node{Name: name, Value: value} }

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       tree
		why        string
	}{
		{"null", `null`, tree{}, "the zero Value"},
		{"true", `true`, tree{Kind: jsonread.Bool, Text: "true"}, "the literal"},
		{"false", `false`, tree{Kind: jsonread.Bool, Text: "false"}, "the literal"},
		{"white space", " \t\r\n1\n\r\t ", num("1"), "JSON allows these four around a value"},

		{"number", `86400.0`, num("86400.0"), "the digits as given, for the caller to judge"},
		{"huge number", `1e999999999`, num("1e999999999"), "never computed, so it costs nothing"},
		{"precise number", `-0.10000000000000000000001`, num("-0.10000000000000000000001"), "no float64 in between"},

		{"empty string", `""`, str(""), "still a text, not null"},
		{"escapes", `"\"\\\/\b\f\n\r\t\u00e9\u4E2D"`, str("\"\\/\b\f\n\r\té中"), "all of them"},
		{"surrogate pair", `"\ud83d\uDE00"`, str("😀"), "two escapes, one character"},
		{"replacement character", "\"\ufffd\\ufffd\\uFFFD\"", str("\ufffd\ufffd\ufffd"), "an ordinary character if it was sent"},
		{"DEL and line separators", "\"\x7f\u2028\"", str("\x7f\u2028"), "only C0 controls must be escaped"},
		{"noncharacter", "\"\uffff\\uffff\"", str("\uffff\uffff"), "valid UTF-8"},

		{"lone high surrogate", `"\ud800"`, badStr("\ufffd"), "not a character"},
		{"lone low surrogate", `"a\uDFFFb"`, badStr("a\ufffdb"), "not a character"},
		{"pair in the wrong order", `"\ude00\ud83d"`, badStr("\ufffd\ufffd"), "two lone ones"},
		{"high surrogate before a pair", `"\ud83d\ud83d\ude00"`, badStr("\ufffd😀"), "the first has no partner"},
		{"low surrogate after a pair", `"\ud83d\ude00\ude00"`, badStr("😀\ufffd"), "the last has no partner"},
		{"parted pair", `"\ud83d-\ude00"`, badStr("\ufffd-\ufffd"), "nothing may separate a pair"},
		{"high surrogate and another escape", `"\ud83d\nde00"`, badStr("\ufffd\nde00"), "only \\u can complete it"},
		{"high surrogate and hex digits", `"\ud83dde00"`, badStr("\ufffdde00"), "only \\u can complete it"},
		{"escaped backslash", `"\\ud800"`, str(`\ud800`), "the text of an escape, not an escape"},
		{"two escaped backslashes", `"\\\\ud800"`, str(`\\ud800`), "likewise"},
		{"escaped backslash, then a surrogate", `"\\\ud800"`, badStr("\\\ufffd"), "the third backslash escapes"},
		{"just outside the surrogates", `"\ud7ff\ue000"`, str("\ud7ff\ue000"), "the range is D800 to DFFF"},

		{"bad UTF-8", "\"a\xffb\"", badStr("a\ufffdb"), "repaired, and reported"},
		{"cut UTF-8", "\"\xe4\xb8\"", badStr("\ufffd\ufffd"), "a character needs all its bytes"},
		{"surrogate in UTF-8", "\"\xed\xa0\x80\"", badStr("\ufffd\ufffd\ufffd"), "not valid UTF-8 either"},

		{"empty array", `[ ]`, arr(), "white space is no element"},
		{"array", `[1, "a" ,null,[true]]`, arr(num("1"), str("a"), tree{}, arr(tree{Kind: jsonread.Bool, Text: "true"})), "in order"},
		{"bad strings in an array", `["a","\ud800" , "b"]`, arr(str("a"), badStr("\ufffd"), str("b")), "only that string is bad"},

		{"empty object", `{ }`, obj(), "nor a member"},
		{"object", `{"b": 1 ,"a":{"c":[]}}`, obj(member("b", num("1")), member("a", obj(member("c", arr())))), "in the order given"},
		{"repeated member", `{"a":1,"a":2}`, obj(member("a", num("1")), member("a", num("2"))), "encoding/json would keep the last"},
		{"letter case", `{"psk":1,"Psk":2}`, obj(member("psk", num("1")), member("Psk", num("2"))), "encoding/json would fold it"},
		{"empty name", `{"":1}`, obj(member("", num("1"))), "JSON allows it"},
		{"escaped name", `{"\u0050sk":1}`, obj(member("Psk", num("1"))), "the same name"},
		{"bad name", `{"\ud800" : "a"}`, obj(node{Name: "\ufffd", BadName: true, Value: str("a")}), "the value is good"},
		{"bad value", "{\"a\" : \"\xff\" , \"b\" : \"c\"}", obj(member("a", badStr("\ufffd")), member("b", str("c"))), "the names are good"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := jsonread.Parse(tt.text)
			if err != nil {
				t.Fatalf("Parse(%q): %v: %s", tt.text, err, tt.why)
			}
			if diff := cmp.Diff(tt.want, grow(t, got)); diff != "" {
				t.Errorf("Parse(%q): %s (-want +got)\n%s", tt.text, tt.why, diff)
			}
		})
	}
}

func TestParseSyntax(t *testing.T) {
	for _, tt := range []struct{ text, why string }{
		{"", "no value"},
		{" \n", "no value"},
		{"\ufeff1", "a byte-order mark is not white space"},
		{"\u00a01", "nor is a no-break space"},
		{"1\v", "nor is a vertical tab"},
		{"1 2", "two values"},
		{"{}{}", "two values"},
		{"1,", "text after the value"},
		{"1:", "text after the value"},
		{",1", "text before the value"},
		{"[]]", "text after the value"},
		{"{}}", "text after the value"},
		{"1 \x00", "text after the value"},
		{"1 // one", "JSON has no comments"},
		{"ikev1", "text that is not JSON"},
		{"nul", "cut short"},
		{"nulll", "text after the value"},
		{"NULL", "letter case counts"},
		{"NaN", "no such number"},
		{"01", "no leading zero"},
		{"+1", "no plus sign"},
		{"1.", "a digit must follow"},
		{".5", "a digit must come first"},
		{"0x10", "no hexadecimal"},
		{"1e", "a digit must follow"},
		{"-", "a digit must follow"},
		{`"`, "cut short"},
		{`"a`, "cut short"},
		{`"a\`, "cut short"},
		{`"\u12"`, "four digits, no fewer"},
		{`"\u12x4"`, "hex digits only"},
		{`"\ud800\u"`, "four digits, no fewer"},
		{`"\x41"`, "no such escape"},
		{`"\'"`, "no such escape"},
		{"'a'", "double quotes only"},
		{"\"a\nb\"", "a control must be escaped"},
		{"\"a\x00b\"", "a control must be escaped"},
		{"\xff", "bad UTF-8 outside of a string"},
		{"[1\xff]", "bad UTF-8 outside of a string"},
		{"[", "cut short"},
		{"]", "nothing to close"},
		{"[1", "cut short"},
		{"[1,", "cut short"},
		{"[1,]", "a value must follow"},
		{"[,1]", "a value must come first"},
		{"[1,,2]", "a value must be between"},
		{"[1 2]", "no comma"},
		{"[1:2]", "no comma"},
		{"[1}", "closed by the wrong bracket"},
		{"[}", "closed by the wrong bracket"},
		{"{", "cut short"},
		{"}", "nothing to close"},
		{`{"a"`, "cut short"},
		{`{"a":`, "cut short"},
		{`{"a":1`, "cut short"},
		{`{"a":1,`, "cut short"},
		{`{"a":1,}`, "a member must follow"},
		{`{,"a":1}`, "a member must come first"},
		{`{"a"}`, "no value"},
		{`{"a":}`, "no value"},
		{`{"a" 1}`, "no colon"},
		{`{"a",1}`, "no colon"},
		{`{"a"::1}`, "two colons"},
		{`{"a":1 "b":2}`, "no comma"},
		{`{"a":1:"b":2}`, "no comma"},
		{`{a:1}`, "a name needs quotes"},
		{`{1:1}`, "a name is a string"},
		{`{null:1}`, "a name is a string"},
		{`{[]:1}`, "a name is a string"},
		{`{"a":1]`, "closed by the wrong bracket"},
		{`{]`, "closed by the wrong bracket"},
		{`[[[[[1,]]]]]`, "checked however deep"},
		{`[[[[{"a"}]]]]`, "checked however deep"},
		{`[[[[[}]]]]`, "checked however deep"},
		{`[[[[[]]]]`, "cut short however deep"},
	} {
		if got, err := jsonread.Parse(tt.text); err != jsonread.ErrSyntax || got.Kind != jsonread.Null || got.Members != nil || got.Elems != nil || got.Text != "" {
			t.Errorf("Parse(%q) = %v, %v, want no value and ErrSyntax: %s", tt.text, got, err, tt.why)
		}
	}
}

func TestParseErrorQuotesNothing(t *testing.T) {
	const want = "not valid JSON"
	for _, text := range []string{`{"Psk":"hunter2`, `hunter2`, `{"Psk":hunter2}`, `"x" hunter2`, `{"Psk":"\hunter2"}`} {
		if _, err := jsonread.Parse(text); err == nil || err.Error() != want {
			t.Errorf("Parse(%q): %v, want %q and no more", text, err, want)
		}
	}
}

// TestStopReading leaves an object and an array in the middle, as a reader may.
func TestStopReading(t *testing.T) {
	object, err := jsonread.Parse(`{"a":1,"b":[1,2,3],"c":2}`)
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	for m := range object.Members {
		seen = append(seen, m.Name.Text)
		if m.Value.Kind != jsonread.Array {
			continue
		}
		for elem := range m.Value.Elems {
			seen = append(seen, elem.Text)
			break
		}
		break
	}
	if got := strings.Join(seen, " "); got != "a b 1" {
		t.Errorf("read %q before leaving, want a b 1", got)
	}
}

// A hostile text uses no stack and never panics. BenchmarkParse shows that the time is linear.
func TestParseHostile(t *testing.T) {
	nest := func(n int, open, shut string) string {
		return strings.Repeat(open, n) + "1" + strings.Repeat(shut, n)
	}
	for _, tt := range []struct {
		name, text string
		mayFail    bool // encoding/json decides whether it is too deep
		wantFail   bool
	}{
		{name: "1,000 arrays", text: nest(1_000, "[", "]")},
		{name: "10,000 arrays", text: nest(10_000, "[", "]"), mayFail: true},
		{name: "1,000,000 arrays", text: nest(1_000_000, "[", "]"), mayFail: true},
		{name: "100,000 objects", text: nest(100_000, `{"a":`, "}"), mayFail: true},
		{name: "1,000,000 open arrays", text: strings.Repeat("[", 1_000_000), wantFail: true},
		{name: "100,000 open objects", text: strings.Repeat(`{"a":`, 100_000), wantFail: true},
		{name: "many arrays, cut short", text: "[" + strings.Repeat("[],", 50_000), wantFail: true},
		{name: "white space", text: strings.Repeat(" ", 1_000_000) + "1" + strings.Repeat("\n", 1_000_000)},
		{name: "long string", text: `"` + strings.Repeat("a", 1_000_000) + `"`},
		{name: "long string of surrogates", text: `"` + strings.Repeat(`\ud83d\ude00`, 300_000) + `"`},
		{name: "long open string", text: `"` + strings.Repeat("a", 1_000_000), wantFail: true},
		{name: "long number", text: strings.Repeat("9", 1_000_000)},
		{name: "many elements", text: "[" + strings.Repeat("0,", 50_000) + "0]"},
		{name: "many members", text: "{" + strings.Repeat(`"a":"b",`, 50_000) + `"a":0}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := jsonread.Parse(tt.text)
			switch {
			case err != nil && err != jsonread.ErrSyntax:
				t.Errorf("got %v, want ErrSyntax", err)
			case err != nil && !tt.mayFail && !tt.wantFail:
				t.Errorf("got %v, want a value", err)
			case err == nil && tt.wantFail:
				t.Error("got a value, want ErrSyntax")
			}
		})
	}
}

func TestOffset(t *testing.T) {
	for _, row := range []struct {
		text string
		want int
		why  string
	}{
		{`{"Psk":"x",}`, 12, "an extra comma: at what follows it"},
		{`{'Psk':'x'}`, 2, "single quotes"},
		{`{"Psk":"x"`, 10, "cut short: at the end"},
		{`{}{}`, 3, "a second value"},
		{`{}`, 0, "JSON"},
		{strings.Repeat(" ", 4095) + "x", 4096, "the longest that is looked at"},
		{strings.Repeat(" ", 4096) + "x", 0, "one byte more"},
	} {
		if got := jsonread.Offset(row.text); got != row.want {
			t.Errorf("%.20q: %d, want %d: %s", row.text, got, row.want, row.why)
		}
	}
}
