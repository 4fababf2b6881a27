package reply_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/internal/reply"
)

type want = reply.Reply

func TestReadJSON(t *testing.T) {
	for _, tt := range []struct {
		body string
		want want
		why  string
	}{
		{`{"RequestId":"r","HostId":"h","Code":"c","Message":"m","Recommend":"u"}`,
			want{RequestID: "r", HostID: "h", Code: "c", Message: "m", Recommend: "u"}, "every member of an error"},
		{`{"RequestId":"r","VpnConnectionId":"v","CreateTime":1544666102000,"Name":"n"}`,
			want{RequestID: "r", ConnectionID: "v", CreateTime: "1544666102000", Name: "n"}, "every member of a success"},
		{`{"code":"c","MESSAGE":"m","requestId":"r"}`,
			want{Code: "c", Message: "m", RequestID: "r"}, "other cloud services spell names this way"},
		{"\ufeff \t\r\n{\"Code\":\"c\"}", want{Code: "c"}, "a byte-order mark and white space"},
		{" \ufeff{\"Code\":\"c\"}", want{Code: "c"}, "the same the other way round"},
		{"{ \"Code\" :\n\"c\"\t,\r\"Message\": \"m\" }\n", want{Code: "c", Message: "m"}, "white space wherever JSON has it"},
		{`{"Code":"  c\n"}`, want{Code: "c"}, "white space around a value is dropped"},
		{`{"Code":"\u0063\"\\\/\t中\ud83d\ude00"}`, want{Code: "c\"\\/\t中😀"}, "escapes"},
		{`{"\u0043ode":"c"}`, want{Code: "c"}, "an escape in a name"},
		{"{\"Code\":\"a\xff\xfeb\",\"Name\":\"\\ud800\"}", want{Code: "a\ufffd\ufffdb", Name: "\ufffd"}, "invalid text is repaired"},

		{`{"Code":404,"Message":-1.5e3}`, want{Code: "404", Message: "-1.5e3"}, "numbers, with the digits given"},
		{`{"Code":null,"Message":true,"Name":["n"],"HostId":{"Code":"x"}}`, want{}, "other types are not text"},
		{`{"Code":"c","Code":"d"}`, want{Code: "c"}, "the first one counts"},
		{`{"Code":null,"code":"","CODE":" ","Code":["x"],"Code":"c","Code":"d"}`, want{Code: "c"}, "the first that can be read"},
		{`{"Codes":"x","Cod":"x","":"x","Kode":"x"}`, want{}, "other names"},
		{`{"Ho\u017ftId":"x","HostId":"h"}`, want{HostID: "h"}, "the long s is a different letter"},
		{`{"Data":{"Code":"x","Message":["x"]},"Code":"c"}`, want{Code: "c"}, "only members of the outermost object"},
		{`{"Data":[1,{"a":"}]\"]"},[[]],"]"],"Code":"c"}`, want{Code: "c"}, "brackets and quotes in a string"},
		{`{"Data":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `,"Code":"c"}`, want{Code: "c"}, "skipped however deep"},
		{`{}`, want{}, "no members"},
		{`[{"Code":"x"}]`, want{}, "an array is not a reply"},
		{`"Code"`, want{}, "nor is a string"},

		{`{"Code":"c","Message":"mess`, want{Code: "c"}, "cut in a string"},
		{`{"Code":"c","Message":"mess\`, want{Code: "c"}, "cut in an escape"},
		{`{"Code":"c","Message":"mess\"`, want{Code: "c"}, "cut after an escaped quote"},
		{`{"Code":"c"`, want{Code: "c"}, "cut after a value"},
		{`{"Code":"c","Mess`, want{Code: "c"}, "cut in a name"},
		{`{"Code":"c","Message"`, want{Code: "c"}, "cut after a name"},
		{`{"Code":"c","Message":`, want{Code: "c"}, "cut before a value"},
		{`{"Code":"c","CreateTime":15446661`, want{Code: "c"}, "cut in a number, which reads like a whole one"},
		{`{"Code":"c","Data":[{"a":1},`, want{Code: "c"}, "cut in an array"},
		{`{"Code":"c","Data":["`, want{Code: "c"}, "cut in a string in an array"},
		{`{`, want{}, "cut at once"},
		{`{"Code":"c",}`, want{Code: "c"}, "broken after a comma"},
		{`{"Code":"c" "Message":"x"}`, want{Code: "c"}, "broken between members"},
		{`{"Code":"c","Message" "x"}`, want{Code: "c"}, "broken in a member"},
		{`{"Code":"c",Message:"x"}`, want{Code: "c"}, "a name without quotes"},
		{`{"Code":"c",1 :"x","Message":"x"}`, want{Code: "c"}, "a name that is a number"},
		{`{"Code":"c","Data":oops,"Message":"x"}`, want{Code: "c", Message: "x"}, "an invalid value does not hide what follows"},
		{`{"Data":,"Code":"c"}`, want{Code: "c"}, "nor does none"},
		{`{"Code":"c","CreateTime":0123,"Message":"x"}`, want{Code: "c", Message: "x"}, "nor does an invalid number"},
		{`{"Code":"\q","Message":"m"}`, want{Message: "m"}, "an unknown escape"},
		{"{\"Code\":\"a\nb\",\"Message\":\"m\"}", want{Message: "m"}, "a line break in a string"},
		{`{"Code":"c"}{"Message":"x"}`, want{Code: "c"}, "a second object does not count"},
		{`{"Code":"c"}</html>`, want{Code: "c"}, "text after the object"},
	} {
		if diff := cmp.Diff(tt.want, reply.Read([]byte(tt.body))); diff != "" {
			t.Errorf("Read(%.80q): %s: (-want +got)\n%s", tt.body, tt.why, diff)
		}
	}
}

// TestReadAllocs: an ordinary text is copied as it is.
func TestReadAllocs(t *testing.T) {
	for _, message := range []string{"The gateway is configuring.", "~"} {
		body := []byte(`{"Code":"c","Message":"` + message + `"}`)
		if n := testing.AllocsPerRun(100, func() { reply.Read(body) }); n > 4 {
			t.Errorf("%v allocations for %s, want one for each name and value", n, body)
		}
	}
}

func TestReadXML(t *testing.T) {
	for _, tt := range []struct {
		body string
		want want
		why  string
	}{
		{`<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>r</RequestId><HostId>h</HostId><Code>c</Code><Message>m</Message><Recommend>u</Recommend></Error>`,
			want{RequestID: "r", HostID: "h", Code: "c", Message: "m", Recommend: "u"}, "every element of an error"},
		{"<CreateVpnConnectionResponse>\n  <VpnConnectionId>v</VpnConnectionId>\n  <CreateTime>1493363928000</CreateTime>\n  <Name>n</Name>\n</CreateVpnConnectionResponse>",
			want{ConnectionID: "v", CreateTime: "1493363928000", Name: "n"}, "every element of a success, with no prolog"},
		{"\ufeff\n<Error><Code>c</Code></Error>", want{Code: "c"}, "a byte-order mark and white space"},
		{"<?xml version=\"1.0\" encoding=\"GBK\"?><Error><Code>c</Code><Message>\xb7\xfe\xce\xf1</Message><RequestId>r</RequestId></Error>",
			want{Code: "c", Message: "\ufffd\ufffd\ufffd\ufffd", RequestID: "r"}, "an unknown charset: ASCII is kept"},
		{`<?xml version="1.1" encoding="no-such"?><Error><Code>c</Code></Error>`, want{Code: "c"}, "an unknown version"},
		{"<Error><Message>a\x00\x1bb\uffff</Message><Code>c</Code></Error>", want{Message: "a\ufffd\ufffdb\ufffd", Code: "c"}, "characters that XML cannot have"},
		{`<Error><Code><![CDATA[c]]></Code><Message>a &lt;<![CDATA[&lt;b>]]>&#x4e2d;</Message></Error>`, want{Code: "c", Message: "a <&lt;b>中"}, "CDATA and entities"},
		{`<Error><Code>c<!-- not here --></Code></Error>`, want{Code: "c"}, "a comment"},
		{"<Error><Code>\n c \n</Code></Error>", want{Code: "c"}, "white space around a value is dropped"},
		{`<a:Error xmlns:a="urn:x"><a:Code lang="en">c</a:Code></a:Error>`, want{Code: "c"}, "name spaces and attributes"},
		{`<Error><Code/><Code> </Code><Code>x<b>x</b>x</Code><Code>c</Code><Code>d</Code></Error>`, want{Code: "c"}, "the first that can be read"},
		{`<Error><code>x</code><CODE>x</CODE></Error>`, want{}, "letter case counts in XML"},
		{`<Code>x</Code>`, want{}, "the root is not a member"},
		{`<Error><Data><Code>x</Code></Data><Code>c</Code></Error>`, want{Code: "c"}, "only elements below the root"},
		{`<Error><Code>c</Code></Error><Error><Message>x</Message></Error>`, want{Code: "c"}, "a second root does not count"},
		{`<Error><Message>100 & more &nbsp; &no-such;</Message><Code>c</Code></Error>`, want{Message: "100 & more &nbsp; &no-such;", Code: "c"}, "text that is not an entity"},
		{`<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "lol">]><Error><Message>&a;</Message><Code>c</Code></Error>`, want{Message: "&a;", Code: "c"}, "its own entities are not expanded"},

		{`<html><Code>x</Code></html>`, want{}, "a page is not a reply"},
		{`<!DOCTYPE HTML><HTML><body><Code>x</Code></body></HTML>`, want{}, "in any letter case"},
		{"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>", want{}, "a page of a well-known proxy"},
		{`<body><code>x</code><p><code>x</code></body>`, want{}, "a piece of a page"},

		{`<Error><Code>c</Code><Message>mess`, want{Code: "c"}, "cut in a text"},
		{`<Error><Code>c</Code><Message>mess</Mess`, want{Code: "c"}, "cut in an end tag"},
		{`<Error><Code>c</Code><Mess`, want{Code: "c"}, "cut in a start tag"},
		{`<Error><Code>c</Code><Message><![CDATA[mess]]`, want{Code: "c"}, "cut in CDATA"},
		{`<?xml version="1.0"`, want{}, "cut in the prolog"},
		{`<`, want{}, "cut at once"},
		{`<Error><Code>c</Code></Other><Message>x</Message>`, want{Code: "c"}, "an end tag of another element"},
		{`<Error><Code>c</Code><1/><Message>x</Message></Error>`, want{Code: "c", Message: "x"}, "broken in a name"},
		{`<1/><Code>x</Code>`, want{}, "broken before there is a root"},
	} {
		if diff := cmp.Diff(tt.want, reply.Read([]byte(tt.body))); diff != "" {
			t.Errorf("Read(%.80q): %s: (-want +got)\n%s", tt.body, tt.why, diff)
		}
	}
}

func TestReadNeither(t *testing.T) {
	for _, body := range []string{"", " ", "\ufeff", "\ufeff\ufeff", "Code: x", "upstream connect error", `Code=x&Message=y`, "\x00", "\xff\xfe", "\xfe\xff\x00"} {
		if got := reply.Read([]byte(body)); got != (want{}) {
			t.Errorf("Read(%q) = %+v, want the zero Reply", body, got)
		}
	}
}

func TestReadUTF16(t *testing.T) {
	for _, text := range []string{`{"Code":"c","Message":"服务😀"}`, `<?xml version="1.0" encoding="UTF-16"?><Error><Code>c</Code><Message>服务😀</Message></Error>`} {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			got := reply.Read(encodeUTF16(order, "\ufeff"+text))
			if got != (want{Code: "c", Message: "服务😀"}) {
				t.Errorf("Read of %q in %v UTF-16 = %+v", text, order, got)
			}
		}
	}
}

func encodeUTF16(order binary.AppendByteOrder, s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

func TestReadMaxSize(t *testing.T) {
	for _, shape := range [][2]string{{`{"Code":"c","Message":"`, `"}`}, {`<Error><Code>c</Code><Message>`, `</Message></Error>`}} {
		fill := reply.MaxSize - len(shape[0]) - len(shape[1])
		body := []byte(shape[0] + strings.Repeat("m", fill) + shape[1])
		if got := reply.Read(body); got.Code != "c" || len(got.Message) != fill {
			t.Errorf("%s: a body of MaxSize gave the code %q and a message of %d bytes", shape[0], got.Code, len(got.Message))
		}
		if got := reply.Read(append(body, ' ')); got != (want{}) {
			t.Errorf("%s: one byte over MaxSize gave the code %q", shape[0], got.Code)
		}
	}
}

// TestReadHostile: no amount of nonsense hides a code before it, or gives an ID or a message.
func TestReadHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for _, unit := range []string{
		`{`, `[`, `"`, `\`, `{"a":`, `{"a":[`, `{"a":"`, `{"a":1,`, `"a":1,`, `{"Code":"\u`, `1`, ` `, "\ufeff", "\x00", "\xff",
		`<`, `<a>`, `<a `, `<a a`, `<a><b>`, `<a></b>`, `<a xmlns:a="b">`, `<a a="`, `<!`, `<!--`, `<![CDATA[`, `<!DOCTYPE [`, `<!<`, `<?`, `<?xml `, `<?xml ?>`, `<Code>`, `</Code>`, `&`, `&a;`, `&#`, `&#0;`, `&#x10FFFF;`, `]]>`, `-->`,
	} {
		nonsense := strings.Repeat(unit, (1<<16)/len(unit))
		for _, prefix := range []string{
			`{"Code":"c",`, `{"Code":"c","a":`, `{"Code":"c","a":"`, `<Error><Code>c</Code>`, `<Error><Code>c</Code><a`,
		} {
			if got := reply.Read([]byte(prefix + nonsense)); got != (want{Code: "c"}) {
				t.Errorf("%s and then %q many times: %.200q, want the code c", prefix, unit, got)
			}
		}
		for _, prefix := range []string{"", `{"a":`, `{"Code":"`, `{"a":[`, `<a>`, `<a><Code>`, `<a `} {
			if got := reply.Read([]byte(prefix + nonsense)); got.RequestID != "" || got.Message != "" {
				t.Errorf("%s and then %q many times: the ID %.100q and the message %.100q", prefix, unit, got.RequestID, got.Message)
			}
		}
	}
}
