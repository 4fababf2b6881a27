package canon_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/internal/canon"
)

func TestAppendString(t *testing.T) {
	for _, tt := range []struct{ name, in, want, why string }{
		{"empty", "", `""`, "the quotes are always there"},
		{"plain", "a key ~!", `"a key ~!"`, "most values need no escape, nor does the first character after the controls"},
		{"quote and backslash", `a"b\c`, `"a\"b\\c"`, "they would end or change the string"},
		{"only escapes", `"""`, `"\"\"\""`, "no plain run between them"},
		{"short escapes", "\b\t\n\f\r", `"\b\t\n\f\r"`, "RFC 8785 asks for the short form where there is one"},
		{"other controls", "\x00\x01\x0b\x0e\x1f", `"\u0000\u0001\u000b\u000e\u001f"`, "lower-case hex"},
		{"not escaped", "/<>&'\x7f", "\"/<>&'\x7f\"", "escapes are minimal: no HTML, no solidus, no DEL"},
		{"line separators", "\u2028\u2029", "\"\u2028\u2029\"", "encoding/json escapes them, RFC 8785 does not"},
		{"beyond ASCII", "é中😀\ufffd", `"é中😀` + "\ufffd\"", "raw UTF-8, no surrogates"},
		{"the RFC's sample", "\u20ac$\u000f\nA'B\"\\\\\"/", `"€$\u000f\nA'B\"\\\\\"/"`, "RFC 8785, section 3.2.3"},
		{"bad UTF-8", "a\xff\xc3", "\"a\xff\xc3\"", "invalid input is not changed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(canon.AppendString(nil, tt.in)); got != tt.want {
				t.Errorf("AppendString(%q) = %s, want %s: %s", tt.in, got, tt.want, tt.why)
			}
		})
	}
}

func TestAppendStringKeepsPrefix(t *testing.T) {
	if got, want := string(canon.AppendString([]byte(`{"Psk":`), "a\n")), `{"Psk":"a\n"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAppendStringAllocs(t *testing.T) {
	s := strings.Repeat("pre-shared \"key\"\x01", 20)
	buf := make([]byte, 0, 6*len(s)+2) // the most it can take: six bytes for each, and the quotes
	if n := testing.AllocsPerRun(100, func() { canon.AppendString(buf, s) }); n != 0 {
		t.Errorf("AppendString into a large enough buffer: %v allocations, want none", n)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", `"\/`, "\b\t\n\f\r\x00\x1f\x7f", "<&>", "\u2028é中😀\ufffd", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := canon.AppendString(nil, s)
		marshaled, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) > len(marshaled) {
			t.Errorf("AppendString(%q) = %s, longer than json.Marshal's %s", s, got, marshaled)
		}
		if !utf8.ValidString(s) {
			return // no reader returns invalid UTF-8 unchanged
		}
		var back string
		if err := json.Unmarshal(got, &back); err != nil || back != s {
			t.Errorf("AppendString(%q) = %s, read back as %q, %v", s, got, back, err)
		}
	})
}

func BenchmarkAppendString(b *testing.B) {
	buf := make([]byte, 0, 256)
	for b.Loop() {
		canon.AppendString(buf, "a pre-shared key of ordinary length")
	}
}
