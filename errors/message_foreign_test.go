package errors_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestMessageOfOthersHidesKey: a person at a screen sees no key in the errors of other packages either, such as the URL of
// a request that got no reply.
func TestMessageOfOthersHidesKey(t *testing.T) {
	lost := &url.Error{
		Op: "Post", URL: `https://vpc.aliyuncs.com/?IkeConfig=%7B%22Psk%22%3A%22hunter2%22%7D`, Err: errors.New("connection refused"),
	}
	mistake := &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty}
	for name, err := range map[string]error{"alone": lost, "joined": errors.Join(lost, mistake)} {
		for _, lang := range []vpnerrors.Language{vpnerrors.English, vpnerrors.Chinese} {
			got := vpnerrors.Message(err, lang)
			if strings.Contains(got, "hunter2") || !strings.HasPrefix(strings.TrimPrefix(got, `"`), "Post ") {
				t.Errorf("%s: %q, want the start of the text, up to the key", name, got)
			}
		}
	}
}
