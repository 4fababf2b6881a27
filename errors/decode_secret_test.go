package errors_test

import (
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"net/url"
	"strings"
	"testing"
	"unicode/utf16"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// secretKey has only letters and digits, which most encodings do not change.
const secretKey = "Zq7mW9xK4tVb"

// echoes are the forms in which a reply can contain a pre-shared key, each with a placeholder for it.
var echoes = []string{
	`IkeConfig={"IkeVersion":"ikev2","Psk":"KEY","RemoteId":"x"}`,
	`{"IkeConfig":"{\"Psk\":\"KEY\"}"}`,
	`Action=CreateVpnConnection&IkeConfig.Psk=KEY&RegionId=cn-shanghai`,
	`{ "IkeEncAlg" : "aes" , "Psk" : "KEY" }`,
	`<IkeConfig><Psk>KEY</Psk></IkeConfig>`,
	`the value of "Psk" (KEY) is invalid`,
	`map[IkeVersion:ikev2 Psk:KEY]`,
	`psk: KEY`,
}

// escapings are the ways in which clients, the service and proxies write text into other text.
var escapings = map[string]func(string) string{
	"query":        url.QueryEscape,
	"path":         url.PathEscape,
	"JSON":         func(s string) string { b, _ := json.Marshal(s); return string(b[1 : len(b)-1]) },
	"JSON slashes": func(s string) string { return strings.NewReplacer(`"`, `\"`, `\`, `\\`, `/`, `\/`).Replace(s) },
	"XML":          func(s string) string { var b strings.Builder; _ = xml.EscapeText(&b, []byte(s)); return b.String() },
	"XML by name": func(s string) string {
		return strings.NewReplacer("&", "&amp;", `"`, "&quot;", "'", "&apos;", "<", "&lt;", ">", "&gt;").Replace(s)
	},
	"HTML":             html.EscapeString,
	"every % byte":     func(s string) string { return eachByte("%%%02X", s) },
	"every JSON byte":  func(s string) string { return eachByte(`\u%04x`, s) },
	"every XML number": func(s string) string { return eachByte("&#%d;", s) },
}

func eachByte(format, s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, format, c)
	}
	return b.String()
}

// bodies are the formats of a reply with a message.
var bodies = map[string]func(message string) string{
	"JSON": func(m string) string {
		return `{"Code":"SignatureDoesNotMatch","Message":"` + escapings["JSON"](m) + `"}`
	},
	"XML":   func(m string) string { return "<Error><Message>" + escapings["XML"](m) + "</Message></Error>" },
	"CDATA": func(m string) string { return "<Error><Message><![CDATA[" + m + "]]></Message></Error>" },
	"page": func(m string) string {
		return "<html><body>400 Bad Request: " + html.EscapeString(m) + "</body></html>"
	},
	"text": func(m string) string { return "Bad Request: " + m },
	"advice": func(m string) string {
		return `{"Recommend":"https://api.aliyun.com/troubleshoot?q=` + escapings["JSON"](m) + `"}`
	},
	"UTF-16": func(m string) string {
		var b strings.Builder
		for _, unit := range utf16.Encode([]rune("\ufeff" + `{"Message":"` + escapings["JSON"](m) + `"}`)) {
			b.Write([]byte{byte(unit), byte(unit >> 8)})
		}
		return b.String()
	},
}

// TestDecodeHidesKey tries every form of echo, escaped in up to two ways, in every format of reply.
func TestDecodeHidesKey(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	plain := func(s string) string { return s }
	for name1, escape1 := range with(escapings, "none", plain) {
		for name2, escape2 := range with(escapings, "none", plain) {
			escape := func(s string) string { return escape2(escape1(s)) }
			for _, echo := range echoes {
				message := "string to sign: " + escape(strings.ReplaceAll(echo, "KEY", secretKey))
				for shape, body := range bodies {
					err := vpnerrors.Decode(400, []byte(body(message)))
					if shown := showsKey(err.(*vpnerrors.APIError), escape(secretKey)); shown != "" {
						t.Errorf("%s in %s in a reply of format %s: the key shows in %s", name1, name2, shape, shown)
					}
				}
			}
		}
	}
}

func with[V any](m map[string]V, key string, value V) map[string]V {
	all := map[string]V{key: value}
	for k, v := range m {
		all[k] = v
	}
	return all
}

// showsKey returns the text of err that contains the key, in any form that can be read.
func showsKey(err *vpnerrors.APIError, escaped string) string {
	everywhere := fmt.Sprintf("%v\n%+v\n%#v\n%s\n%s\n%s", err, *err, *err, err.Message, err.Recommend, err.Body)
	everywhere = strings.ReplaceAll(everywhere, "\x00", "") // UTF-16
	for _, form := range []string{
		secretKey, escaped, hex.EncodeToString([]byte(secretKey)), eachByte("%%%02X", secretKey), eachByte("%%%02x", secretKey),
		eachByte("%%25%02X", secretKey), eachByte(`\u%04x`, secretKey), eachByte("&#%d;", secretKey), fmt.Sprint([]byte(secretKey)),
	} {
		if strings.Contains(everywhere, form) {
			return everywhere
		}
	}
	return ""
}

// TestDecodeHidesKeyAtCut moves the key across the end of the kept body.
func TestDecodeHidesKeyAtCut(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for _, echo := range []string{`"Psk":"KEY"`, "%2522Psk%2522%253A%2522KEY", "&quot;Psk&quot;: &quot;KEY", `\"Psk\"` + strings.Repeat(" ", 40) + `:\"KEY`} {
		echo = strings.ReplaceAll(echo, "KEY", secretKey)
		for _, size := range []int{6 << 10, 2 << 20} {
			for start := 4<<10 - len(echo) - 1; start <= 4<<10+1; start++ {
				body := strings.Repeat("-", start) + echo
				body += strings.Repeat("-", size-len(body))
				err := vpnerrors.Decode(400, []byte(body)).(*vpnerrors.APIError)
				if text := string(err.Body); strings.Contains(text, secretKey[:1]) || strings.Contains(text, "Psk") {
					t.Fatalf("%q at byte %d of %d: kept %q", echo, start, size, strings.Trim(text, "-"))
				}
			}
		}
	}
}

// TestEchoInAnyText: a key may be echoed in any text, and Decode and FromSDK both cut it there.
func TestEchoInAnyText(t *testing.T) {
	fromSDK, ok := vpnerrors.FromSDK(&sdkV1{
		status: 400, code: "X Psk=hunter2", message: "m Psk=hunter2",
		requestID: "r Psk=hunter2", hostID: "h Psk=hunter2", recommend: "u Psk=hunter2",
	})
	if !ok {
		t.Fatal("not recognized")
	}
	decoded := vpnerrors.Decode(400, []byte(`{"Code":"X Psk=hunter2","Message":"m Psk=hunter2","RequestId":"r Psk=hunter2",`+
		`"HostId":"h Psk=hunter2","Recommend":"u Psk=hunter2"}`)).(*vpnerrors.APIError)
	for name, e := range map[string]*vpnerrors.APIError{"FromSDK": fromSDK, "Decode": decoded} {
		texts := []string{string(e.Code), e.Message, e.RequestID, e.HostID, e.Recommend}
		if got := strings.Join(texts, ""); got != "X m r h u " {
			t.Errorf("%s keeps %q, want what is before each key", name, texts)
		}
		if strings.Contains(string(e.Body), "hunter2") {
			t.Errorf("%s: the key is in the body %q", name, e.Body)
		}
	}
}
