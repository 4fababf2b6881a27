package errors_test

import (
	stderrors "errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// FuzzMessage checks for any mistake and any reply: a line for each problem, in both languages, the same however it is
// wrapped; in English it is the text of Error.
func FuzzMessage(f *testing.F) {
	f.Add("Name", "a", "", "", "", 2, 128, "", "", 0)                                                       // too short
	f.Add("LocalSubnet[1]", "10.0.0.7/24", "LocalSubnet[0]", "10.0.0.0/24", "", 0, 0, "Forbidden", "", 403) // with a place
	f.Add("IkeConfig.IkeEncAlg", "AES-256", "", "aes256", "aes", 0, 0, "X", "No. Why?", 400)                // of a list
	f.Add("ClientToken", "", "", "", "", 16, 0, "VpnGateway.Configuring", "m", 400)                         // only a lower limit
	f.Add("a\nb", "\u202e", "\xff", "?", "{want}", -1, 1<<30, "\n", "\x00", 200)                            // text unfit for a line
	f.Add("", "", "", "", "", 0, 0, "", "", 0)                                                              // nothing
	f.Fuzz(func(t *testing.T, field, value, part, suggest, allowed string, low, high int, code, message string, status int) {
		reply := &vpnerrors.APIError{HTTPStatus: status, Code: vpnerrors.Code(code), Message: message}
		others := []error{nil, stderrors.New(part), fmt.Errorf("%w", vpnerrors.ErrTooLong)}
		for _, reason := range slices.AppendSeq(others, maps.Values(reasons)) {
			e := &vpnerrors.FieldError{
				Field: field, Reason: reason, Value: value, Part: part, Suggest: suggest, Allowed: []string{allowed, allowed}, Min: low, Max: high,
			}
			if english := vpnerrors.Message(e, vpnerrors.English); english != e.Error() && english != e.Error()+"." {
				t.Errorf("%#v: the message is %q, want %q as a sentence", e, english, e.Error())
			}
			for lang := range vpnerrors.Language(2) {
				mistake, answer := vpnerrors.Message(e, lang), vpnerrors.Message(reply, lang)
				checkLine(t, mistake)
				checkLine(t, answer)
				if end := strings.TrimRight(mistake, ".?。？"); end == mistake {
					t.Errorf("%#v: %q has no full stop", e, mistake)
				}
				for _, wrapped := range []error{
					fmt.Errorf("%s: %w", value, e), vpnerrors.ValidationErrors{e}, stderrors.Join(nil, e), fmt.Errorf("%w%w", vpnerrors.ValidationErrors{nil, e}, nil),
				} {
					if got := vpnerrors.Message(wrapped, lang); got != mistake {
						t.Errorf("wrapped as %T: %q, want %q", wrapped, got, mistake)
					}
				}
				both := stderrors.Join(reply, fmt.Errorf("x: %w", vpnerrors.ValidationErrors{e, e}))
				if got, want := vpnerrors.Message(both, lang), answer+"\n"+mistake+"\n"+mistake; got != want {
					t.Errorf("joined: %q, want %q", got, want)
				}
			}
		}
	})
}
