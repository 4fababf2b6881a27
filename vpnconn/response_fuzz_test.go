package vpnconn_test

import (
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// FuzzDecodeResponse: a reply is a success with an ID or an *APIError, never both and never neither.
func FuzzDecodeResponse(f *testing.F) {
	for _, body := range []string{
		sampleJSON,                               // the API document's own
		sampleXML,                                // likewise
		`{"Code":"VpnGateway.Configuring"}`,      // an error
		`{"Code":"200"}`,                         // neither an error nor a success
		`{"VpnConnectionId":"vco-1","CreateTime`, // cut short
		"\ufeff<R><VpnConnectionId><![CDATA[ v",  // cut short, with a byte-order mark
		`<html><code>403</code>`,                 // a proxy's page
		"\xff\xfe{\x00}\x00",                     // UTF-16
		"",                                       // nothing
	} {
		for _, status := range []int{200, 299, 300, 400, 404, 500, 0, -200} {
			f.Add(status, []byte(body))
		}
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		before := string(body)
		got, err := vpnconn.DecodeResponse(status, body)
		if string(body) != before {
			t.Error("the body was changed")
		}
		if err == nil {
			if got.VPNConnectionID == "" || status < 200 || status > 299 {
				t.Errorf("success with status %d and the ID %q", status, got.VPNConnectionID)
			}
			return
		}
		e, ok := err.(*vpnerrors.APIError)
		if !ok || got != (vpnconn.Response{}) {
			t.Fatalf("%+v, %T", got, err)
		}
		if e.HTTPStatus != status || len(e.Body) > 4<<10 {
			t.Errorf("status %d became %d; %d bytes of the body are kept", status, e.HTTPStatus, len(e.Body))
		}
		checkOneLine(t, e.Error())
	})
}

// FuzzDecodeResponseKeepsID: the ID is not lost, whatever follows it in a reply, cut short, broken or hostile.
func FuzzDecodeResponseKeepsID(f *testing.F) {
	f.Add(`"CreateTime":1544666102000,"RequestId":"r"}`) // valid
	f.Add(`"CreateTime":15446661`)                       // cut short
	f.Add(`"VpnConnectionId":"vco-2"}`)                  // the first one counts
	f.Add(`"Code":"InternalError"}`)                     // the connection still exists
	f.Add(`[[[[{"a":`)                                   // broken
	f.Add("<CreateTime>1</CreateTime></R>")              // for XML
	f.Add("<VpnConnectionId>vco-2</VpnConnectionId>")    // the first one counts
	f.Add("</R></R>&;<![CDATA[")                         // broken
	f.Add("\xff\x00")                                    // not text
	f.Fuzz(func(t *testing.T, rest string) {
		if len(rest) > 1<<19 { // far below the maximum size
			return
		}
		for _, start := range []string{`{"VpnConnectionId":"vco-1",`, `<R><VpnConnectionId>vco-1</VpnConnectionId>`} {
			got, err := vpnconn.DecodeResponse(200, []byte(start+rest))
			if err != nil || got.VPNConnectionID != "vco-1" {
				t.Errorf("DecodeResponse(%q) = %+v, %v", start+rest, got, err)
			}
		}
	})
}
