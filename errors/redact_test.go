package errors_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestEchoInAnyText: a key may be echoed where nobody expects it, and both ways to an APIError cut it there too.
func TestEchoInAnyText(t *testing.T) {
	fromSDK, ok := vpnerrors.FromSDK(&sdkV1{
		status: 400, code: "X Psk=hunter2", message: "m Psk=hunter2",
		requestID: "r Psk=hunter2", hostID: "h Psk=hunter2", recommend: "u Psk=hunter2",
	})
	if !ok {
		t.Fatal("not recognised")
	}
	decoded := vpnerrors.Decode(400, []byte(`{"Code":"X Psk=hunter2","Message":"m Psk=hunter2","RequestId":"r Psk=hunter2",`+
		`"HostId":"h Psk=hunter2","Recommend":"u Psk=hunter2"}`)).(*vpnerrors.APIError)
	for name, e := range map[string]*vpnerrors.APIError{"FromSDK": fromSDK, "Decode": decoded} {
		texts := []string{string(e.Code), e.Message, e.RequestID, e.HostID, e.Recommend}
		if got := strings.Join(texts, ""); got != "X m r h u " {
			t.Errorf("%s keeps %q, want what stands before each key", name, texts)
		}
		if strings.Contains(string(e.Body), "hunter2") {
			t.Errorf("%s: the key is in the body %q", name, e.Body)
		}
	}
}
