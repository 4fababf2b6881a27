package errors_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// replyMembers lists the members of an error reply, and how to read them.
var replyMembers = map[string]func(*vpnerrors.APIError) string{
	"Code":      func(e *vpnerrors.APIError) string { return string(e.Code) },
	"Message":   func(e *vpnerrors.APIError) string { return e.Message },
	"RequestId": func(e *vpnerrors.APIError) string { return e.RequestID },
	"HostId":    func(e *vpnerrors.APIError) string { return e.HostID },
	"Recommend": func(e *vpnerrors.APIError) string { return e.Recommend },
}

// replyForgeries are hostileTexts and marks that reverse the direction of what follows.
var replyForgeries = func() map[string]string {
	list := map[string]string{
		"entry":       "a\nlevel=ERROR msg=forged",
		"out":         `a" level=ERROR msg="forged`,
		"color":       "\x1b[31mred\u009b31m",
		"blanks":      "a\u00a0\u2003\u3000b",
		"cut":         "中\xe4\xb8",
		"long, plain": strings.Repeat("x", 5000),
		"long, worst": strings.Repeat("\x00", 5000),
	}
	for _, mark := range "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		list[fmt.Sprintf("%U", mark)] = "a" + string(mark) + "level=ERROR"
	}
	for name, text := range hostileTexts {
		list[name] = text[:min(len(text), 5000)]
	}
	return list
}()

// replyShapes writes members in the formats of the service and of others. What a format cannot express is lost or hides
// the rest.
var replyShapes = map[string]func(members map[string]string) string{
	"JSON": func(members map[string]string) string {
		body, _ := json.Marshal(members)
		return string(body)
	},
	"JSON without escapes": func(members map[string]string) string {
		var b strings.Builder
		for name, text := range members {
			b.WriteString(`,"` + name + `":"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`)
		}
		return "{" + b.String()[1:] + "}"
	},
	"XML": func(members map[string]string) string {
		var b strings.Builder
		for name, text := range members {
			b.WriteString("<" + name + ">")
			_ = xml.EscapeText(&b, []byte(text))
			b.WriteString("</" + name + ">")
		}
		return "<Error>" + b.String() + "</Error>"
	},
	"CDATA": func(members map[string]string) string {
		var b strings.Builder
		for name, text := range members {
			b.WriteString("<" + name + "><![CDATA[" + text + "]]></" + name + ">")
		}
		return "<Error>" + b.String() + "</Error>"
	},
	"UTF-16": func(members map[string]string) string {
		body, _ := json.Marshal(members)
		var b strings.Builder
		for _, unit := range utf16.Encode([]rune("\ufeff" + string(body))) {
			b.Write([]byte{byte(unit >> 8), byte(unit)})
		}
		return b.String()
	},
	"text": func(members map[string]string) string { return members["Message"] + members["Code"] },
}

// longestAnswer is the most bytes in the line of a reply: the code and the request ID, of 128 bytes each, and the
// message, of 512, a byte being four as \x00, with dots and quotes, and the words around them.
const longestAnswer = 2*(4*128+5) + 4*512 + 5 + 64

// TestReplyForgeries: a reply cannot forge a line of a log, with any member, in any format, and through any SDK; and
// its data is kept unchanged.
func TestReplyForgeries(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for shape, write := range replyShapes {
		for member, read := range replyMembers {
			t.Run(shape+"/"+member, func(t *testing.T) {
				for name, text := range replyForgeries {
					members := map[string]string{"Code": "X", "Message": "m", "RequestId": "r", "HostId": "h", "Recommend": "u"}
					members[member] = text
					body := write(members)
					err := vpnerrors.Decode(400, []byte(body)).(*vpnerrors.APIError)
					checkAnswerUnforged(t, err)
					if shape == "JSON" && utf8.ValidString(text) && read(err) != strings.TrimSpace(text) {
						t.Errorf("%s became %.80q", member, read(err))
					}
					for sdk, make := range newSDKErrors {
						if !json.Valid([]byte(body)) && sdk != "alibaba-cloud-sdk-go" {
							continue // these SDKs return no answer then
						}
						if err, ok := vpnerrors.FromSDK(make(400, body)); ok {
							checkAnswerUnforged(t, err)
						} else {
							t.Errorf("no answer through %s", sdk)
						}
					}
					if t.Failed() {
						t.Fatalf("%s: %.80q", name, text)
					}
				}
			})
		}
	}
}

// checkAnswerUnforged fails t unless err prints as one line of bounded length in every way.
func checkAnswerUnforged(t *testing.T, err *vpnerrors.APIError) {
	t.Helper()
	logJSON, log := logLines(err)
	for rest := log; rest != ""; {
		key, value, ok := strings.Cut(rest, "=")
		if !ok || !strings.HasPrefix(key, "err.") || strings.ContainsAny(key, ` "`) {
			t.Errorf("the log has an attribute %.60q: %.300q", key, log)
			return
		}
		quoted, _ := strconv.QuotedPrefix(value) // "" if it is not quoted
		_, rest, _ = strings.Cut(value[len(quoted):], " ")
	}
	for what, text := range map[string]string{
		"Error":    err.Error(),
		"%v":       fmt.Sprintf("%v", err),
		"wrapped":  fmt.Errorf("%w", err).Error(),
		"English":  vpnerrors.Message(err, vpnerrors.English),
		"Chinese":  vpnerrors.Message(err, vpnerrors.Chinese),
		"the log":  log,
		"JSON log": logJSON,
		"in a log": func() string { _, text := logLines(fmt.Errorf("%w", err)); return text }(),
	} {
		if i := strings.IndexFunc(text, func(c rune) bool { return !strconv.IsPrint(c) }); i >= 0 || !utf8.ValidString(text) {
			t.Errorf("%s is not printable at byte %d: %.300q", what, i, text)
		}
		most := longestAnswer
		if strings.HasSuffix(what, "log") {
			most *= 2 // quoted again
		}
		if len(text) > most || text == "" {
			t.Errorf("%s has %d bytes, want 1 to %d: %.300q", what, len(text), most, text)
		}
	}
}

// TestLongestAnswer shows that longestAnswer is reached.
func TestLongestAnswer(t *testing.T) {
	worst := strings.Repeat("\x00", 5000)
	err := &vpnerrors.APIError{HTTPStatus: math.MinInt, Code: vpnerrors.Code(worst), Message: worst, RequestID: worst, HostID: worst, Recommend: worst, Body: []byte(worst)}
	checkAnswerUnforged(t, err)
	if got := len(err.Error()); got < longestAnswer-20 {
		t.Errorf("the longest answer has %d bytes, want about %d", got, longestAnswer)
	}
}
