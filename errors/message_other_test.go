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

// TestMessageOfMalformedReply: whoever is told to try again must be right to.
func TestMessageOfMalformedReply(t *testing.T) {
	again := map[vpnerrors.Language]string{vpnerrors.English: "try again", vpnerrors.Chinese: "重试"}
	for _, status := range []int{0, 200, 204, 302, 400, 403, 404, 408, 425, 429, 500, 502, 504} {
		err := vpnerrors.Decode(status, []byte("<html>"))
		for lang, words := range again {
			message := vpnerrors.Message(err, lang)
			if told := strings.Contains(message, words); told != vpnerrors.IsRetryable(err) {
				t.Errorf("status %d: retryable %v, but the message is %s", status, vpnerrors.IsRetryable(err), message)
			}
		}
	}
}
