package errors_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestMessageOfMalformedReply: the message says to try again only if that is right.
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
