package errors_test

import (
	stderrors "errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestMessageStaysOnItsLine: whatever is in a request or a reply, each problem is one line of its own.
func TestMessageStaysOnItsLine(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for name, text := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			var all []error
			for _, reason := range reasons {
				all = append(all,
					&vpnerrors.FieldError{Field: text, Reason: reason},
					&vpnerrors.FieldError{
						Field: "LocalSubnet[" + text + "]", Reason: reason, Value: text, Part: text, Suggest: text,
						Allowed: []string{text, text, text},
					})
			}
			all = append(all,
				&vpnerrors.FieldError{
					Field: text, Reason: stderrors.New(text), Value: text, Suggest: text, Allowed: []string{text, text, text},
				},
				&vpnerrors.APIError{Code: vpnerrors.Code(text)},
				&vpnerrors.APIError{Code: vpnerrors.Code(text), Message: text},
				&vpnerrors.APIError{Message: text, Body: []byte(text), RequestID: text, HostID: text, Recommend: text},
				vpnerrors.Decode(400, fmt.Appendf(nil, `{"Code":%q,"Message":%q}`, "X", text)),
			)
			for _, err := range all {
				for lang := range vpnerrors.Language(2) {
					checkLine(t, vpnerrors.Message(err, lang))
					checkLine(t, vpnerrors.Message(fmt.Errorf("%s: %w", text, err), lang))
				}
			}
			few := stderrors.Join(all[:8]...)
			if got := strings.Count(vpnerrors.Message(few, vpnerrors.English), "\n"); got != 7 {
				t.Errorf("eight problems joined have %d line breaks, want 7", got)
			}
		})
	}
}

// TestMessageHidesKey: no message shows a pre-shared key, whatever is wrong with it.
func TestMessageHidesKey(t *testing.T) {
	for name, key := range map[string]string{
		"long":        strings.Repeat(secretKey, 9),
		"control":     secretKey + "\n",
		"not UTF-8":   secretKey + "\xff",
		"as a number": "1" + secretKey,
	} {
		quoted := strconv.Quote(key)
		for way, make := range map[string]func() error{
			"option": func() error {
				_, err := vpnconn.New(vpnconn.WithIKE(ikeconfig.WithPSK(key)))
				return err
			},
			"JSON":           func() error { _, err := ikeconfig.Parse(`{"Psk":` + quoted + `,"Psk":` + quoted + `}`); return err },
			"another member": func() error { _, err := ikeconfig.Parse(`{"PSK":` + quoted + `}`); return err },
			"no JSON":        func() error { _, err := ikeconfig.Parse(key); return err },
			"conflict": func() error {
				_, err := vpnconn.Parse(map[string]string{"IkeConfig.Psk": key, "IkeConfig": `{"Psk":"other"}`})
				return err
			},
			"echo": func() error {
				return vpnerrors.Decode(400, fmt.Appendf(nil, `{"Code":"X","Message":"string to sign: IkeConfig={\"Psk\":\"%s\"}"}`, secretKey))
			},
		} {
			err := make()
			for lang := range vpnerrors.Language(2) {
				if got := vpnerrors.Message(err, lang); err == nil || got == "" || strings.Contains(got, secretKey) {
					t.Errorf("%s, %s, language %d: %q", name, way, lang, got)
				}
			}
		}
	}
}
