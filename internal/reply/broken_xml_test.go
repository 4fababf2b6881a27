package reply_test

import (
	"testing"

	"github.com/ipsec-go/aliyun/internal/reply"
)

// TestBrokenXML: after an error that no XML reader survives, an ID is still found, but none that is commented out or
// quoted.
func TestBrokenXML(t *testing.T) {
	const want = "vco-mine"
	for _, body := range []string{
		`<R><Name>a < b</Name><VpnConnectionId>vco-mine</VpnConnectionId></R>`,
		`<R><Name>a < b</Name><!-- <VpnConnectionId>vco-other</VpnConnectionId> --><VpnConnectionId>vco-mine</VpnConnectionId></R>`,
		"<R><Name>a < b</Name><!-- \n<VpnConnectionId>vco-other</VpnConnectionId>\n --><VpnConnectionId>vco-mine</VpnConnectionId></R>",
		`<R><Name>a < b <![CDATA[<VpnConnectionId>vco-other</VpnConnectionId>]]></Name><VpnConnectionId>vco-mine</VpnConnectionId></R>`,
	} {
		if got := reply.Read([]byte(body)).ConnectionID; got != want {
			t.Errorf("%s: the ID is %q, want %q", body, got, want)
		}
	}
}
