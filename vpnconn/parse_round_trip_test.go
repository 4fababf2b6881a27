package vpnconn_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// oddText has what encoders treat in a way of their own: quotes, escapes, markup, blanks, separators of queries and lists,
// characters of two, three and four bytes, a line separator and U+FFFD itself.
const oddText = `a"b\c/d<e>&f=g;h+i%20j k,l~'` + "é中😀\u2028\ufffd"

// hardRequests returns requests that are hard to bring back whole.
func hardRequests(t testing.TB) map[string]vpnconn.Request {
	everything := []vpnconn.Option{
		vpnconn.WithLocalSubnets("10.0.0.0/24,0.0.0.0/0", "10.2.0.0/16"), vpnconn.WithRemoteSubnets("10.1.0.0/24", "10.0.0.0/24"),
		vpnconn.WithClientToken(` !"#$%&'()*+,-./09:;<=>?@AZ[\]^_` + "`az{|}~"), vpnconn.WithEffectImmediately(false),
		vpnconn.WithName("上海_to-IDC.1"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(oddText), ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithMode(ikeconfig.Aggressive),
			ikeconfig.WithEncAlg(ikeconfig.TripleDES), ikeconfig.WithAuthAlg(ikeconfig.MD5), ikeconfig.WithPFS(ikeconfig.Group24),
			ikeconfig.WithLifetime(0), ikeconfig.WithLocalID(oddText), ikeconfig.WithRemoteID("null")),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES192), ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
			ipsecconfig.WithPFS(ipsecconfig.Group1), ipsecconfig.WithLifetime(24*time.Hour)),
	}
	return map[string]vpnconn.Request{
		"smallest":       mustNew(t),
		"everything":     mustNew(t, everything...),
		"defaults":       mustNew(t).Effective(),
		"only a key":     mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(strings.Repeat("钥", 100)))),
		"only an ID":     mustNew(t, vpnconn.WithIKE(ikeconfig.WithLocalID(" "))),
		"derived token":  mustNew(t, vpnconn.WithDerivedClientToken([]byte("a key of the service's own"))),
		"hidden as text": mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK("[hidden]"))),
	}
}

// TestRoundTrip: every way out of a Request has a way back to the same one.
func TestRoundTrip(t *testing.T) {
	for name, want := range hardRequests(t) {
		t.Run(name, func(t *testing.T) { checkComesBack(t, want) })
	}
}

// waysBack returns every way to make r again of what it gives.
func waysBack(r vpnconn.Request) map[string]func() (vpnconn.Request, error) {
	return map[string]func() (vpnconn.Request, error){
		"Params":  func() (vpnconn.Request, error) { return vpnconn.Parse(r.Params()) },
		"All":     func() (vpnconn.Request, error) { return vpnconn.Parse(maps.Collect(r.All())) },
		"dotted":  func() (vpnconn.Request, error) { return vpnconn.Parse(dotted(r)) },
		"Query":   func() (vpnconn.Request, error) { return vpnconn.ParseQuery(r.Query()) },
		"Values":  func() (vpnconn.Request, error) { return vpnconn.ParseQuery(r.Values().Encode()) },
		"Spec":    func() (vpnconn.Request, error) { return r.Spec().Build() },
		"Builder": func() (vpnconn.Request, error) { return r.Builder().Build() },
		"With":    func() (vpnconn.Request, error) { return r.With() },
		"phases": func() (vpnconn.Request, error) {
			return r.With(vpnconn.WithIKEConfig(r.IKE()), vpnconn.WithIPsecConfig(r.IPsec()))
		},
	}
}

// checkComesBack fails t unless every way back leads to r, and to the same of it in every form.
func checkComesBack(t testing.TB, r vpnconn.Request) {
	t.Helper()
	for way, back := range waysBack(r) {
		again, err := back()
		if err != nil {
			t.Errorf("by %s: %v", way, err)
			continue
		}
		if diff := cmp.Diff(r.Params(), again.Params()); diff != "" || !again.Equal(r) || !r.Equal(again) {
			t.Errorf("by %s (-want +got):\n%s", way, diff)
		}
		if again.Query() != r.Query() {
			t.Errorf("by %s: the canonical form changed from\n%s to\n%s", way, r.Query(), again.Query())
		}
	}
}

// dotted returns the parameters of r with the two phases as dotted parameters.
func dotted(r vpnconn.Request) map[string]string {
	params := r.Params()
	delete(params, "IkeConfig")
	delete(params, "IpsecConfig")
	for name, value := range r.Fields() {
		if strings.Contains(name, ".") {
			params[name] = value
		}
	}
	if psk := r.IKE().PSK(); psk != "" {
		params["IkeConfig.Psk"] = psk
	}
	return params
}
