package vpnconn_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestDecodeResponseLargest: the ID is found anywhere in the largest reply that is read. A reply one byte larger is
// malformed, and retryable, since there may be a connection.
func TestDecodeResponseLargest(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	const largest = 1 << 20
	for _, tt := range []struct{ name, start, end string }{
		{"JSON, the ID first", `{"VpnConnectionId":"vco-1","Name":"`, `"}`},
		{"JSON, the ID last", `{"Name":"`, `","VpnConnectionId":"vco-1"}`},
		{"JSON, cut short after the ID", `{"VpnConnectionId":"vco-1","Name":"`, ``},
		{"XML, the ID first", `<R><VpnConnectionId>vco-1</VpnConnectionId><Name>`, `</Name></R>`},
		{"XML, the ID last", `<R><Name>`, `</Name><VpnConnectionId>vco-1</VpnConnectionId></R>`},
		{"XML, cut short after the ID", `<R><VpnConnectionId>vco-1</VpnConnectionId><Name>`, ``},
		{"blanks before it", strings.Repeat(" ", 1000) + `{"VpnConnectionId":"vco-1","Name":"`, `"}`},
	} {
		body := tt.start + strings.Repeat("n", largest-len(tt.start+tt.end)) + tt.end
		got, err := vpnconn.DecodeResponse(200, []byte(body))
		if err != nil || got.VPNConnectionID != "vco-1" {
			t.Errorf("%s: %d bytes give the ID %q, %v", tt.name, len(body), got.VPNConnectionID, err)
		}
		body += "\n"
		got, err = vpnconn.DecodeResponse(200, []byte(body))
		e, ok := err.(*vpnerrors.APIError)
		if !ok || got != (vpnconn.Response{}) || e.Code != "" || !e.Retryable() || len(e.Body) != 4<<10 {
			t.Errorf("%s: %d bytes give %v, %v", tt.name, len(body), got, err)
		}
	}
}

// TestDecodeResponseLogInjection: the texts of a success cannot forge a log.
func TestDecodeResponseLogInjection(t *testing.T) {
	for _, text := range logInjections {
		for _, member := range []string{"VpnConnectionId", "CreateTime", "Name", "RequestId"} {
			body := fmt.Sprintf(`{"VpnConnectionId":"vco-1",%s:%s}`, jsonOf(member), jsonOf(text))
			if member == "VpnConnectionId" {
				body = fmt.Sprintf(`{"VpnConnectionId":%s,"Name":"n"}`, jsonOf(text))
			}
			got, err := vpnconn.DecodeResponse(200, []byte(body))
			if err != nil {
				_, log := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", err) })
				checkPrints(t, "Error", err.Error(), 4<<10)
				checkPrints(t, "the log", log, 4<<10)
			} else {
				checkLogLine(t, got, 1<<20)
			}
			if t.Failed() {
				t.Fatalf("%s: %.80q", member, text)
			}
		}
	}
}
