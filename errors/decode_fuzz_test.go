package errors_test

import (
	"bytes"
	stderrors "errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// FuzzDecode checks for any reply: the error is an *APIError with the status, a bounded copy of the body and a bounded
// line of text; it is malformed or has a code; and no key that follows in the body gets into it.
func FuzzDecode(f *testing.F) {
	for _, seed := range []struct {
		status int
		body   string
	}{
		{400, `{"RequestId":"r","HostId":"h","Code":"VpnGateway.Configuring","Message":"m","Recommend":"u"}`}, // an error
		{403, `<?xml version='1.0'?><Error><Code>Forbidden</Code><Message>m</Message></Error>`},               // in XML
		{200, `{"Code":"200","VpnConnectionId":"v"}`},                                                         // a success
		{502, "<html><body><h1>502 Bad Gateway</h1></body></html>"},                                           // a page
		{400, `{"Code":"SignatureDoesNotMatch","Message":"IkeConfig%3D%257B%2522Psk%2522`},                    // an echo
		{500, "{\"Code\":\"\\u202e\\n\",\"Message\":\"\xff\",\"RequestId\":\"\\u0000\"}"},                     // text unfit for a log
		{404, "\xff\xfe<\x00a\x00>\x00"},                                                                      // UTF-16
		{204, ""},                                                                                             // nothing
	} {
		f.Add(seed.status, []byte(seed.body))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		own := bytes.Clone(body)
		err, ok := vpnerrors.Decode(status, own).(*vpnerrors.APIError)
		if !ok || err == nil {
			t.Fatalf("Decode(%d, %q) is not an *APIError", status, body)
		}
		if err.HTTPStatus != status {
			t.Errorf("status %d became %d", status, err.HTTPStatus)
		}
		if !bytes.HasPrefix(body, err.Body) || len(err.Body) > 4<<10 || (err.Body == nil) != (len(body) == 0) {
			t.Errorf("it kept %[2]q of the body %[1]q", body, err.Body)
		}
		if stderrors.Is(err, vpnerrors.ErrMalformedReply) != (err.Code == "") {
			t.Errorf("Decode(%d, %q): want either malformed or a code: code %q", status, body, err.Code)
		}
		if stderrors.Is(err, vpnerrors.ErrMalformedReply) && (stderrors.Is(err, vpnerrors.ErrPermission) || stderrors.Is(err, vpnerrors.ErrNotFound)) {
			t.Errorf("Decode(%d, %q) is malformed and has another kind", status, body)
		}
		text := err.Error()
		if !utf8.ValidString(text) || strings.ContainsFunc(text, func(c rune) bool { return !unicode.IsPrint(c) }) || len(text) > 4<<10 {
			t.Errorf("Decode(%d, %q) prints %q, not one printable line", status, body, text)
		}

		for i := range own {
			own[i] ^= 0xFF
		}
		if !bytes.HasPrefix(body, err.Body) {
			t.Error("the kept body changed with the caller's slice")
		}

		echo := append(bytes.Clone(body), `"Psk":"`+secretKey+`"`...)
		if shown := showsKey(vpnerrors.Decode(status, echo).(*vpnerrors.APIError), secretKey); shown != "" && !bytes.Contains(body, []byte(secretKey)) {
			t.Errorf("Decode(%d, %q) shows the key: %s", status, echo, shown)
		}
	})
}
