package reply_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/reply"
)

// FuzzRead checks that a cut removes members and changes none, and that JSON is read as encoding/json reads it.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"RequestId":"r","HostId":"h","Code":"c","Message":"m","Recommend":"u"}`,          // an error
		`{"VpnConnectionId":"v","CreateTime":1544666102000}`,                               // the document's sample
		`{"code":404,"Code":"x","Data":{"Code":[1,{"a":"}\""}]},"Message":"\u4e2d\ud800"}`, // all shapes
		`<?xml version="1.0" encoding="GBK"?><Error><Code>c</Code><Message/></Error>`,      // an error in XML
		`<Error><Message><![CDATA[<a>]]>&lt;</Message><Code>c</Code></Error>`,              // text in all forms
		"<html><body><code>x</code></body></html>",                                         // a page
		"\xff\xfe{\x00\"\x00C\x00o\x00d\x00e\x00\"\x00:\x001\x00,\x00",                     // UTF-16, cut short
		"\ufeff {\"Code\":\t-1e9 }",                                                        // what may come first
	} {
		f.Add([]byte(seed), uint(len(seed)/2))
	}
	f.Fuzz(func(t *testing.T, body []byte, cut uint) {
		given := bytes.Clone(body)
		whole := reply.Read(body)
		if !bytes.Equal(body, given) {
			t.Fatalf("Read(%q) wrote to the body", given)
		}
		part := reply.Read(body[:cut%uint(len(body)+1)])
		for i, got := range texts(part) {
			if want := texts(whole)[i]; got != "" && got != want && len(body) <= reply.MaxSize {
				t.Errorf("Read(%q) has %q, of the first %d bytes %q", body, want, cut%uint(len(body)+1), got)
			}
		}
		if want, ok := readTokens(body); ok && whole != want {
			t.Errorf("Read(%q) = %+v, encoding/json has %+v", body, whole, want)
		}
	})
}

func texts(r reply.Reply) []string {
	return []string{r.Code, r.Message, r.RequestID, r.HostID, r.Recommend, r.ConnectionID, r.CreateTime, r.Name}
}

// readTokens is a second reader, for valid JSON only.
func readTokens(body []byte) (r reply.Reply, ok bool) {
	if !json.Valid(body) {
		return r, false
	}
	members := map[string]*string{
		"code": &r.Code, "message": &r.Message, "requestid": &r.RequestID, "hostid": &r.HostID, "recommend": &r.Recommend,
		"vpnconnectionid": &r.ConnectionID, "createtime": &r.CreateTime, "name": &r.Name,
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return r, err == nil
	}
	for d.More() {
		name, _ := d.Token()
		var value any
		if d.Decode(&value) != nil {
			return r, false
		}
		text, ok := value.(string)
		if number, isNumber := value.(json.Number); isNumber {
			text, ok = number.String(), true
		}
		lower := strings.Map(func(c rune) rune {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			return c
		}, name.(string))
		if member := members[lower]; ok && member != nil && *member == "" {
			*member = strings.TrimSpace(text)
		}
	}
	return r, true
}

// FuzzRedact checks that Redact only drops the end of a text, is idempotent, decides only by what is before the secret,
// and finds the name of a secret despite any escapes and after any text.
func FuzzRedact(f *testing.F) {
	for _, seed := range []string{
		`The specified "IkeConfig" is invalid.`,            // prose
		`IkeConfig%3D%257B%2522Psk%2522%253A%2522secret`,   // a string to sign
		`{\"Psk\":\"secret\"} &quot;Psk&quot;: \u0022Psk=`, // escapes of all kinds
		`%5%30sk%2%33=`,                                       // escapes in escapes
		"%", `\`, `\u`, `\u00`, "&", "&#", "&#x2", "Psk", "x", // prefixes that what follows could complete
		"P\x00s\x00k\x00=\x00", // UTF-16
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := reply.Redact(s)
		if !strings.HasPrefix(s, got) {
			t.Fatalf("Redact(%q) = %q, not a beginning of it", s, got)
		}
		if again := reply.Redact(got); again != got {
			t.Errorf("Redact(%q) = %q, and of that %q", s, got, again)
		}
		if more := reply.Redact(s + "x"); got != s && more != got {
			t.Errorf("Redact(%q) = %q, with an x after it %q", s, got, more)
		}
		for _, plain := range decodings(s) {
			if reply.Redact(plain) != plain && got == s {
				t.Errorf("Redact leaves %q whole, but not %q, which is the same decoded", s, plain)
			}
		}
		for _, name := range []string{`"Psk":`, `\"psk\":`, "%22PSK%22%3A", "%2522Psk%2522%253A", "&quot;Psk&quot;:", "\nIkeConfig=", ".Psk=", "<Psk>"} {
			if got := reply.Redact(s + name + "secret"); len(got) >= len(s+name) {
				t.Errorf("Redact(%q) = %q", s+name+"secret", got)
			}
		}
	})
}

// decodings returns s as several kinds of reader decode it.
func decodings(s string) (plain []string) {
	if d, err := url.PathUnescape(s); err == nil {
		plain = append(plain, d)
	}
	if d, err := url.QueryUnescape(s); err == nil {
		plain = append(plain, d)
	}
	var fromJSON string
	if json.Unmarshal([]byte(`"`+s+`"`), &fromJSON) == nil {
		plain = append(plain, fromJSON)
	}
	var fromXML string
	if xml.Unmarshal([]byte("<a>"+s+"</a>"), &fromXML) == nil && !strings.ContainsAny(s, "<>") && !strings.Contains(s, "&#0") {
		plain = append(plain, fromXML)
	}
	return plain
}
