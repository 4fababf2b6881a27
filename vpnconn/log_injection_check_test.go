package vpnconn_test

import (
	"encoding/json"
	"log/slog"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// logInjections lists texts that could end a line of a log, reorder or color it, or look like another entry.
var logInjections = func() (list []string) {
	file, err := os.ReadFile("testdata/log_injections.txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(file)) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			panic(err)
		}
		list = append(list, text)
	}
	return append(list, strings.Repeat("x", 5000), strings.Repeat("\U0010ffff\n\u202e", 50))
}()

// longestLine is the most bytes shown for one mistake: a conflict has the most, with two values of 64 characters, of 10
// bytes each as \U0010ffff, between quotes, and the words around them. An entry in a log has, besides a value, the name
// of a field, of 128 bytes that take four each as \x00.
const (
	longestLine  = 2*(64*10+2) + 76
	longestEntry = longestLine + 4*128 + 200
)

// checkNoInjection fails t if err shows input that could forge a log entry: its text and its entry in a log must each
// be one line of bounded length with only printable characters, and its messages one such line per mistake.
func checkNoInjection(t testing.TB, err error) {
	t.Helper()
	errs, ok := err.(mistakes)
	if !ok {
		t.Fatalf("the error is %T, want ValidationErrors", err)
	}
	shown := min(len(errs), 16)
	checkPrints(t, "Error", err.Error(), shown*(longestLine+2)+len("; and 9223372036854775807 more"))
	for lang, name := range []string{"English", "Chinese"} {
		lines := strings.Split(vpnerrors.Message(err, vpnerrors.Language(lang)), "\n")
		if want := shown + min(len(errs)-shown, 1); len(lines) != want {
			t.Errorf("%s: %d lines for %d mistakes, want %d", name, len(lines), len(errs), want)
		}
		for _, line := range lines {
			checkPrints(t, name, line, longestLine)
		}
	}
	checkLogLine(t, err, 16*longestEntry)
	for _, e := range errs[:shown] {
		checkPrints(t, "Error of one", e.Error(), longestLine)
		checkLogLine(t, e, longestEntry)
	}
	checkJSONLine(t, err)
}

// checkPrints fails t unless text is one line of at most this many bytes, with only printable characters.
func checkPrints(t testing.TB, what, text string, most int) {
	t.Helper()
	if i := strings.IndexFunc(text, func(c rune) bool { return !strconv.IsPrint(c) }); i >= 0 || !utf8.ValidString(text) {
		t.Errorf("%s is not printable at byte %d: %.300q", what, i, text)
	}
	if len(text) > most {
		t.Errorf("%s has %d bytes, want at most %d: %.300q", what, len(text), most, text)
	}
}

// checkLogLine fails t unless v makes one line of a text log with only the attributes of v.
func checkLogLine(t testing.TB, v any, most int) {
	t.Helper()
	_, text := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", v) })
	checkPrints(t, "the log", text, most)
	for rest := text; rest != ""; {
		key, value, ok := strings.Cut(rest, "=")
		if !ok || key != "r" && !strings.HasPrefix(key, "r.") || strings.ContainsAny(key, ` "`) {
			t.Errorf("the log has an attribute %.60q: %.300q", key, text)
			return
		}
		quoted, _ := strconv.QuotedPrefix(value) // "" if it is not quoted
		_, rest, _ = strings.Cut(value[len(quoted):], " ")
	}
}

// checkJSONLine fails t unless v as JSON is one line. Mistakes must also be printable, and have their text in the
// member message.
func checkJSONLine(t testing.TB, v any) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil || !json.Valid(text) || !utf8.Valid(text) {
		t.Fatalf("not JSON: %v, %.300q", err, text)
	}
	if i := strings.IndexFunc(string(text), func(c rune) bool { return c < ' ' || c == '\u2028' || c == '\u2029' }); i >= 0 {
		t.Errorf("the JSON is not one line, at byte %d: %.300q", i, text)
	}
	var list []struct{ Field, Message string }
	if errs, ok := v.(mistakes); ok {
		checkPrints(t, "the JSON", string(text), math.MaxInt)
		if err := json.Unmarshal(text, &list); err != nil || len(list) != len(errs) {
			t.Fatalf("%d mistakes make JSON of %d, %v", len(errs), len(list), err)
		}
		for i, e := range list {
			if e.Message != errs[i].Error() {
				t.Errorf("the message is %.300q, want %.300q", e.Message, errs[i].Error())
			}
		}
	}
}

// TestLongestMistake shows that longestLine is reached, in both languages.
func TestLongestMistake(t *testing.T) {
	one, other := strings.Repeat("\U0010ffff", 65), strings.Repeat("\U0010fffe", 65)
	longest := 0
	for field := range ikeOptions {
		_, member, _ := strings.Cut(field, ".")
		_, err := vpnconn.Parse(sentParams(field, one, "IkeConfig", "{"+jsonOf(member)+":"+jsonOf(other)+"}"))
		checkNoInjection(t, err)
		longest = max(longest, len(err.Error()), len(vpnerrors.Message(err, vpnerrors.Chinese)))
	}
	if longest < longestLine-10 {
		t.Errorf("the longest mistake has %d bytes, want about %d", longest, longestLine)
	}
}
