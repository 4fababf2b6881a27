// The race detector makes these much slower and larger, and cannot find anything: each runs in one goroutine.

//go:build !race

package errors_test

import (
	"bytes"
	"runtime"
	"strconv"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// largest is the size of the largest reply that is read.
const largest = 1 << 20

// replyKinds are bodies that try to be expensive: a part repeated between a start and an end. With a code they begin
// with one, which must be found.
var replyKinds = []struct{ name, start, part, end string }{
	{"JSON, a message", `{"Code":"c","Message":"`, "m", `"}`},
	{"JSON, arrays in arrays", `{"Code":"c","Data":`, "[", ""},
	{"JSON, objects in objects", `{"Code":"c","Data":`, `{"a":`, ""},
	{"JSON, a member repeated", `{"Code":"c"`, `,"Message":"m"`, "}"},
	{"JSON, a code repeated", `{"Code":"c"`, `,"Code":"d"`, "}"},
	{"JSON, members with an empty name", `{"Code":"c"`, `,"":0`, "}"},
	{"JSON, escapes", `{"Code":"c","Message":"`, `\ud83d\ude00`, `"}`},
	{"JSON, lone surrogates", `{"Code":"c","Message":"`, `\ud800`, `"}`},
	{"JSON, backslashes", `{"Code":"c","Message":"`, `\\`, `"}`},
	{"JSON, a string without an end", `{"Code":"c","Message":"`, `\"`, ""},
	{"JSON, no values", `{"Code":"c"`, `,"a":oops`, "}"},
	{"JSON, a number", `{"Code":"c","CreateTime":1`, "0", "}"},
	{"JSON, not UTF-8", `{"Code":"c","Message":"`, "\xff", `"}`},

	{"XML, a message", "<Error><Code>c</Code><Message>", "m", "</Message></Error>"},
	{"XML, elements in elements", "<Error><Code>c</Code>", "<a>", ""},
	{"XML, name spaces in name spaces", "<Error><Code>c</Code>", `<a xmlns="u" xmlns:b="v">`, ""},
	{"XML, elements", "<Error><Code>c</Code>", "<a/>", "</Error>"},
	{"XML, ends of others", "<Error><Code>c</Code>", "<a></b>", "</Error>"},
	{"XML, a code repeated", "<Error><Code>c</Code>", "<Code>d</Code>", "</Error>"},
	{"XML, attributes", "<Error><Code>c</Code><a ", `b="c" `, "/></Error>"},
	{"XML, entities", "<Error><Code>c</Code><Message>", "&lt;", "</Message></Error>"},
	{"XML, references", "<Error><Code>c</Code><Message>", "&#x4e2d;", "</Message></Error>"},
	{"XML, undefined entities", "<Error><Code>c</Code><Message>", "&no;", "</Message></Error>"},
	{"XML, ampersands", "<Error><Code>c</Code><Message>", "&", "</Message></Error>"},
	{"XML, entities of its own", `<!DOCTYPE x [<!ENTITY a "lol">`, `<!ENTITY b "&a;&a;&a;">`, "]><Error><Code>c</Code><Message>&b;</Message></Error>"},
	{"XML, directives in directives", "<", "!<", ""},
	{"XML, CDATA", "<Error><Code>c</Code><Message>", "<![CDATA[m]]>", "</Message></Error>"},
	{"XML, CDATA without an end", "<Error><Code>c</Code><Message><![CDATA[", "]]", ""},
	{"XML, comments", "<Error><Code>c</Code>", "<!-- - -->", "</Error>"},
	{"XML, invalid characters", "<Error><Code>c</Code><Message>", "\x00", "</Message></Error>"},
	{"XML, broken", "<Error><Code>c</Code><1/>", "<a>", ""},
	{"XML, broken, then elements", "<Error><Code>c</Code><1/>", "<a>b</a>", "</Error>"},
	{"XML, broken, then a name", "<Error><Code>c</Code><1/><", "a", ">"},

	{"HTML", "<html><body>", "<p>&nbsp;<br>", "</body></html>"},
	{"text", "", "502 Bad Gateway\r\n", ""},
	{"zeros", "", "\x00", ""},
	{"UTF-16", "\xfe\xff\x00{\x00\"", "\xd8\x00", ""},
	{"blanks", "", " \t\r\n", ""},
	{"escapes of escapes", "", "%25", ""},
	{"entities of entities", "", "&amp;", ""},
	{"backslashes", "", `\`, ""},
	{"names of a key", "", "psk", ""},
	{"names of a key and gaps", "", "Psk \n", ""},
}

// hostileReply returns a body of exactly this many bytes.
func hostileReply(start, part, end string, size int) []byte {
	n := max(0, (size-len(start)-len(end))/len(part))
	body := start + strings.Repeat(part, n) + end
	return []byte(body + strings.Repeat(" ", size-len(body)))
}

// memoryOfReplyByte is the most bytes of memory that Decode allocates in total for each byte of a reply; the maximum is
// for deep XML, where each open element is stored.
const memoryOfReplyByte = 72

// TestDecodeHostile: the largest reply is read, one a byte larger is not, and neither costs more memory than a reply of
// its size may.
func TestDecodeHostile(t *testing.T) {
	for _, kind := range replyKinds {
		t.Run(kind.name, func(t *testing.T) {
			for _, size := range []int{largest / 64, largest, largest + 1} {
				body := hostileReply(kind.start, kind.part, kind.end, size)
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				err := vpnerrors.Decode(400, body).(*vpnerrors.APIError)
				runtime.ReadMemStats(&after)
				if got, most := after.TotalAlloc-before.TotalAlloc, uint64(memoryOfReplyByte*size+64<<10); got > most {
					t.Errorf("%d bytes take %d bytes, %d for each, want at most %d", size, got, got/uint64(size), most)
				}
				hasCode := bytes.Contains(body, []byte(`"Code":"c"`)) || bytes.Contains(body, []byte("<Code>c</Code>"))
				switch {
				case size > largest && (err.Code != "" || err.Message != "" || err.RequestID != ""):
					t.Errorf("of %d bytes it read the code %.20q and the message %.20q, want neither", size, err.Code, err.Message)
				case size <= largest && hasCode && err.Code != "c":
					t.Errorf("of %d bytes the code is %.20q, want that at the start", size, err.Code)
				}
				if len(err.Body) > 4<<10 {
					t.Errorf("%d bytes of the body are kept", len(err.Body))
				}
				checkAnswerUnforged(t, err)
			}
		})
	}
}

// BenchmarkHostileReply: the cost of a byte must not depend on the size, so the speeds of a kind at its two sizes must
// be about the same.
func BenchmarkHostileReply(b *testing.B) {
	for _, kind := range replyKinds {
		for _, size := range []int{largest / 16, largest} {
			body := hostileReply(kind.start, kind.part, kind.end, size)
			b.Run(kind.name+"/"+strconv.Itoa(size), func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					_ = vpnerrors.Decode(400, body)
				}
			})
		}
	}
}
