package canon_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/canon"
)

func TestEscape(t *testing.T) {
	for _, tt := range []struct{ name, in, want, why string }{
		{"empty", "", "", "nothing to do"},
		{"unreserved", "AZaz09-._~", "AZaz09-._~", "RFC 3986, section 2.3"},
		{"space and tilde", "a b~", "a%20b~", "the service's signature requires %20, and '~' unchanged"},
		{"plus and percent", "+%", "%2B%25", "both mean something in a query"},
		{"reserved", "=&,/:?#*'()!", "%3D%26%2C%2F%3A%3F%23%2A%27%28%29%21", "all of them, '*' and the parentheses too"},
		{"CIDR list", "10.0.0.0/8,192.168.0.0/16", "10.0.0.0%2F8%2C192.168.0.0%2F16", "a value that is really sent"},
		{"JSON", `{"Psk":"x"}`, "%7B%22Psk%22%3A%22x%22%7D", "a value that is really sent"},
		{"beyond ASCII", "中~", "%E4%B8%AD~", "byte by byte, upper-case hex"},
		{"ends of the range", "\x00\x7f\xff", "%00%7F%FF", "any byte can be encoded"},
		{"only the first", "/aaaa", "%2Faaaa", "the rest moves as a whole"},
		{"only the last", "aaaa/", "aaaa%2F", "what comes before does not move"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			const prefix = "Name=/ &" // must not be escaped
			if got := string(canon.AppendEscaped([]byte(prefix), tt.in)); got != prefix+tt.want {
				t.Errorf("AppendEscaped(%q) = %q, want %q after the prefix: %s", tt.in, got, tt.want, tt.why)
			}
			if got := string(canon.EscapeTail([]byte(prefix+tt.in), len(prefix))); got != prefix+tt.want {
				t.Errorf("EscapeTail(%q) = %q, want %q after the prefix: %s", tt.in, got, tt.want, tt.why)
			}
		})
	}
}

func TestEscapeEveryByte(t *testing.T) {
	for b := range 256 {
		s := string([]byte{byte(b)})
		want := strings.ReplaceAll(url.QueryEscape(s), "+", "%20")
		if got := string(canon.AppendEscaped(nil, s)); got != want {
			t.Errorf("AppendEscaped(%q) = %q, want %q", s, got, want)
		}
		if got := string(canon.EscapeTail([]byte(s), 0)); got != want {
			t.Errorf("EscapeTail(%q) = %q, want %q", s, got, want)
		}
	}
}

// A buffer with spare capacity may be part of a larger one: what follows the result does not change.
func TestEscapeTailKeepsWhatFollows(t *testing.T) {
	whole := []byte("a/b........")
	got := canon.EscapeTail(whole[:3], 0)
	if string(got) != "a%2Fb" || string(whole) != "a%2Fb......" {
		t.Errorf("got %q in %q", got, whole)
	}
}

func TestEscapeTailOutOfRange(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("EscapeTail beyond the end of the buffer: no panic")
		}
	}()
	canon.EscapeTail([]byte("abc"), 4)
}

func TestEscapeAllocs(t *testing.T) {
	s := strings.Repeat(`{"IkeVersion": "ikev2"}`, 20)
	buf := make([]byte, 0, 3*len(s)) // the most it can take: three bytes for each
	if n := testing.AllocsPerRun(100, func() { canon.AppendEscaped(buf, s) }); n != 0 {
		t.Errorf("AppendEscaped into a large enough buffer: %v allocations, want none", n)
	}
	if n := testing.AllocsPerRun(100, func() { canon.EscapeTail(append(buf, s...), 0) }); n != 0 {
		t.Errorf("EscapeTail in a large enough buffer: %v allocations, want none", n)
	}
}

func FuzzAppendEscaped(f *testing.F) {
	for _, s := range []string{"", "plain", "a b+c%20~", `{"Psk":"x"}`, "中\xff\x00", "///", "a/", "/a"} {
		f.Add("", s)
		f.Add("k=/", s)
	}
	f.Fuzz(func(t *testing.T, prefix, s string) {
		got := string(canon.AppendEscaped(nil, s))
		if want := strings.ReplaceAll(url.QueryEscape(s), "+", "%20"); got != want {
			t.Errorf("AppendEscaped(%q) = %q, want %q", s, got, want)
		}
		for name, unescape := range map[string]func(string) (string, error){
			"PathUnescape": url.PathUnescape, "QueryUnescape": url.QueryUnescape,
		} {
			if back, err := unescape(got); err != nil || back != s {
				t.Errorf("AppendEscaped(%q) = %q, which url.%s reads as %q, %v", s, got, name, back, err)
			}
		}
		if tail := string(canon.EscapeTail([]byte(prefix+s), len(prefix))); tail != prefix+got {
			t.Errorf("EscapeTail(%q, %d) = %q, want %q", prefix+s, len(prefix), tail, prefix+got)
		}
	})
}

func BenchmarkEscapeTail(b *testing.B) {
	const s = `{"IkeEncAlg":"aes256","IkeLifetime":86400,"IkeVersion":"ikev2"}`
	buf := make([]byte, 0, 3*len(s))
	for b.Loop() {
		canon.EscapeTail(append(buf, s...), 0)
	}
}
