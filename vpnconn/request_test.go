package vpnconn_test

import (
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestDocumentedCall(t *testing.T) {
	got := []string{vpnconn.Product, vpnconn.APIVersion, vpnconn.Action}
	if want := []string{"Vpc", "2016-04-28", "CreateVpnConnection"}; !slices.Equal(got, want) {
		t.Errorf("Product, APIVersion and Action are %q, want %q", got, want)
	}
	// The request example of the API document, as a query.
	const query = "Action=CreateVpnConnection" +
		"&CustomerGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu" +
		"&LocalSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24" +
		"&RegionId=cn-shanghai" +
		"&RemoteSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24" +
		"&VpnGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu"
	example := caseNamed("the document's example").Params
	if got := build(t, optionsFor(example)...); got.Query() != query || !maps.Equal(got.Params(), example) {
		t.Errorf("the document's example is sent as %s, want %s", got.Query(), query)
	}
}

// TestEverySetting compares all ways in which a request with everything set is sent and shown with a golden file. The objects
// in it are canonical by RFC 8785: members sorted, no white space, only the quote and the backslash escaped.
func TestEverySetting(t *testing.T) {
	r := build(t, everything()...)
	checkGolden(t, "testdata/everything-2019.golden", everyForm(r))

	if got := len(pairs(r.Fields())); got != len(options)+1 {
		t.Errorf("%d fields, want all %d and Action", got, len(options))
	}
	if diff := cmp.Diff(settingsOf(r), settingsOf(r.Effective())); diff != "" {
		t.Errorf("Effective fills in a default (-want +got):\n%s", diff)
	}
	for name, text := range settingsOf(mustNew(t).Effective()) {
		if isDefault := slices.ContainsFunc(document, func(d documented) bool { return d.Name == name && d.Default == text }); isDefault && settingsOf(r)[name] == text {
			t.Errorf("%s is %s, the default, so nobody would see it missing", name, text)
		}
	}
}

// everyForm returns all ways in which r is sent and shown.
func everyForm(r vpnconn.Request) string {
	var b strings.Builder
	for _, form := range []struct {
		name  string
		pairs [][2]string
	}{{"Params, sorted", pairs(r.All())}, {"Fields", pairs(r.Fields())}} {
		fmt.Fprintf(&b, "%s\n", form.name)
		for _, pair := range form.pairs {
			fmt.Fprintf(&b, "\t%s %q\n", pair[0], pair[1])
		}
	}
	text, err := r.MarshalJSON()
	asJSON, asText := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", r) })
	fmt.Fprintf(&b, "Query\n\t%s\nString\n\t%s\nMarshalJSON\n\t%s %v\nlog\n\t%s\n\t%s\n", r.Query(), r, text, err, asJSON, asText)
	return b.String()
}

// TestWaysToSendAgree: Params, All, Values and Query have the same pairs, sorted, and only what is set.
func TestWaysToSendAgree(t *testing.T) {
	eachRequest(t, func(t *testing.T, r vpnconn.Request, _ *rand.Rand) {
		all := pairs(r.All())
		if !slices.IsSortedFunc(all, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) {
			t.Errorf("All is not sorted by name: %v", all)
		}
		values := make(url.Values)
		var query []string
		for _, pair := range all {
			values[pair[0]] = []string{pair[1]}
			query = append(query, url.QueryEscape(pair[0])+"="+strings.ReplaceAll(url.QueryEscape(pair[1]), "+", "%20"))
		}
		if params := maps.Collect(r.All()); !maps.Equal(params, r.Params()) || len(all) != len(params) {
			t.Errorf("All has %q, Params %q", all, r.Params())
		}
		if want, got := strings.Join(query, "&"), r.Query(); want != got || values.Encode() != r.Values().Encode() {
			t.Errorf("Query = %s\nwant    %s", got, want)
		}
		for name, value := range settingsOf(r) {
			if sent, plain := r.Params()[name]; plain && sent != value || !plain && !strings.Contains(name, ".") {
				t.Errorf("%s is sent as %q, want %q", name, sent, value)
			}
		}
	})
	checkStops(t, build(t, everything()...).All())
	checkStops(t, build(t, everything()...).Fields())
}

// TestQueryEscapes has every printable ASCII character, in the only parameter that takes them all: by RFC 3986, section
// 2.3, only the letters, the digits and four more are not escaped.
func TestQueryEscapes(t *testing.T) {
	for c := ' '; c <= '~'; c++ {
		want := string(c)
		if !strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~", c) {
			want = fmt.Sprintf("%%%02X", c)
		}
		query := mustNew(t, vpnconn.WithClientToken(string(c))).Query()
		if !strings.HasPrefix(query, "Action=CreateVpnConnection&ClientToken="+want+"&CustomerGatewayId=") {
			t.Errorf("ClientToken %q became %s, want %s", c, query, want)
		}
	}
}

func TestAppendQuery(t *testing.T) {
	const prefix = "https://vpc.aliyuncs.com/?a=%&"
	r := build(t, everything()...)
	for _, room := range []int{0, 1, 100, 1000, 10_000} {
		dst := append(make([]byte, 0, len(prefix)+room), prefix...)
		if got := string(r.AppendQuery(dst)); got != prefix+r.Query() || string(dst) != prefix {
			t.Errorf("with room for %d bytes: %s after %s", room, got, dst)
		}
	}
	if got := string(r.AppendQuery(nil)); got != r.Query() {
		t.Errorf("AppendQuery(nil) = %s", got)
	}
}

// TestAccessors: they return what Fields yields, which is all that is set.
func TestAccessors(t *testing.T) {
	check := func(t *testing.T, r vpnconn.Request, _ *rand.Rand) {
		want, got := settingsOf(r), accessed(t, r)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("accessors; the test calls them in accessed, and those of Booleans in booleans of settings_2025_test.go (-want +got):\n%s", diff)
		}
	}
	eachRequest(t, check)
	check(t, vpnconn.Request{}, nil)
	check(t, build(t, everything()...), nil)
	for _, r := range everything2025(t) {
		check(t, r, nil)
	}
}

// accessed returns what is set by the accessors of r, by the documented names.
func accessed(t *testing.T, r vpnconn.Request) map[string]string {
	list := func(blocks []netip.Prefix) string {
		var texts []string
		for _, b := range blocks {
			texts = append(texts, b.String())
		}
		return strings.Join(texts, ",")
	}
	got := map[string]string{
		"RegionId": r.RegionID(), "VpnGatewayId": r.VPNGatewayID(), "CustomerGatewayId": r.CustomerGatewayID(),
		"LocalSubnet": list(r.LocalSubnets()), "RemoteSubnet": list(r.RemoteSubnets()), "ClientToken": r.ClientToken(), "Name": r.Name(),
		"RemoteCaCertificate": r.RemoteCACertificate(), "HealthCheckConfig.dip": r.HealthCheck().Destination, "HealthCheckConfig.sip": r.HealthCheck().Source,
	}
	phases := func(ike string, p1 ikeconfig.Config, ipsec string, p2 ipsecconfig.Config) {
		localID := "LocalId"
		if r.Edition() == aliyun.Edition2019 {
			localID = "LocalIdIPsec"
		}
		maps.Insert(got, maps.All(map[string]string{
			ike + "Psk": p1.PSK(), ike + "IkeVersion": string(p1.Version()), ike + "IkeMode": string(p1.Mode()), ike + "IkeEncAlg": string(p1.EncAlg()),
			ike + "IkeAuthAlg": string(p1.AuthAlg()), ike + "IkePfs": string(p1.PFS()), ike + localID: p1.LocalID(), ike + "RemoteId": p1.RemoteID(),
			ipsec + "IpsecEncAlg": string(p2.EncAlg()), ipsec + "IpsecAuthAlg": string(p2.AuthAlg()), ipsec + "IpsecPfs": string(p2.PFS()),
		}))
		if d, set := p1.Lifetime(); set {
			got[ike+"IkeLifetime"] = fmt.Sprint(d.Seconds())
		}
		if d, set := p2.Lifetime(); set {
			got[ipsec+"IpsecLifetime"] = fmt.Sprint(d.Seconds())
		}
		if e := r.Edition(); p1.Edition() != e || p2.Edition() != e {
			t.Errorf("the phases are of editions %v and %v, the request of %v", p1.Edition(), p2.Edition(), e)
		}
	}
	bgp := func(at string, b vpnconn.BGP) {
		got[at+"TunnelCidr"], got[at+"LocalBgpIp"] = b.TunnelCIDR, b.LocalIP
		if b.Enable != nil {
			got[at+"EnableBgp"] = fmt.Sprint(*b.Enable)
		}
		if b.LocalASN != 0 {
			got[at+"LocalAsn"] = fmt.Sprint(b.LocalASN)
		}
	}
	boolean := func(name string, value, set bool) {
		if set {
			got[name] = fmt.Sprint(value)
		} else if value {
			t.Errorf("%s is true, but unset", name)
		}
	}
	phases("IkeConfig.", r.IKE(), "IpsecConfig.", r.IPsec())
	bgp("BgpConfig.", r.BGP())
	for name, b := range booleans {
		value, set := b.get(r)
		boolean(name, value, set)
	}
	if c := r.HealthCheck(); c.Enable != nil {
		got["HealthCheckConfig.enable"] = fmt.Sprint(*c.Enable)
	}
	for name, n := range map[string]*int64{"interval": r.HealthCheck().Interval, "retry": r.HealthCheck().Retry} {
		if n != nil {
			got["HealthCheckConfig."+name] = fmt.Sprint(*n)
		}
	}
	for i, tag := range r.Tags() {
		at := fmt.Sprintf("Tags.%d.", i+1)
		got[at+"Key"], got[at+"Value"] = tag.Key, tag.Value
	}
	for i, tunnel := range r.Tunnels() {
		at := fmt.Sprintf("TunnelOptionsSpecification.%d.", i+1)
		got[at+"Role"], got[at+"CustomerGatewayId"], got[at+"RemoteCaCertificate"] = string(tunnel.Role()), tunnel.CustomerGatewayID(), tunnel.RemoteCACertificate()
		phases(at+"TunnelIkeConfig.", tunnel.IKE(), at+"TunnelIpsecConfig.", tunnel.IPsec())
		bgp(at+"TunnelBgpConfig.", tunnel.BGP())
		for name, b := range booleans {
			if b.getOfTunnel != nil {
				value, set := b.getOfTunnel(tunnel)
				boolean(at+name, value, set)
			}
		}
	}
	maps.DeleteFunc(got, func(_, text string) bool { return text == "" })
	return got
}

func TestRequestWithMistakes(t *testing.T) {
	r := build(t, everything()...)
	before := r.Params()
	bad, err := r.With(vpnconn.WithName("!"), vpnconn.WithRegionID(""))
	if got, want := dataOf(faults(t, bad, err)...), `RegionId: empty; Name: bad character, value "!", part "!", 2 to 128`; got != want {
		t.Errorf("With mistakes: %s, want %s", got, want)
	}
	if diff := cmp.Diff(before, r.Params()); diff != "" {
		t.Errorf("the request itself changed (-before +after):\n%s", diff)
	}
}

// TestEqual: several forms of the same settings are equal.
func TestEqual(t *testing.T) {
	ike, err := ikeconfig.New(ikeconfig.WithPSK("p"), ikeconfig.WithLifetime(3600e9))
	if err != nil {
		t.Fatal(err)
	}
	block := netip.MustParsePrefix
	var last vpnconn.Request
	for _, same := range [][]vpnconn.Option{
		{nil, vpnconn.Options(), vpnconn.WithIKE(), vpnconn.WithIKE(nil), vpnconn.WithIPsec(nil), vpnconn.WithIPsecConfig(ipsecconfig.Config{}),
			vpnconn.WithIKEConfig(ikeconfig.Config{}), vpnconn.WithLocalSubnets(" 10.0.0.0/24\t"), vpnconn.WithLocalPrefixes(block("10.0.0.0/24"))},
		{vpnconn.WithLocalSubnets("10.0.0.0/24", "10.2.0.0/24"), vpnconn.WithLocalSubnets(" 10.0.0.0/24 ,\t10.2.0.0/24"),
			vpnconn.WithLocalPrefixes(block("10.0.0.0/24"), block("10.2.0.0/24"))},
		{vpnconn.WithLocalSubnets("10.2.0.0/24,10.0.0.0/24")}, // in another order
		{vpnconn.WithRemoteSubnets("10.0.0.0/24")},
		{vpnconn.WithEffectImmediately(false)}, // an explicit default
		{vpnconn.WithClientToken("a")}, {vpnconn.WithClientToken("A")},
		{vpnconn.WithIKEConfig(ike), vpnconn.Options(vpnconn.WithIKE(ikeconfig.WithLifetime(3600e9)), vpnconn.WithIKE(ikeconfig.WithPSK("p")))},
	} {
		first := mustNew(t, same[0])
		for _, opt := range same {
			if r := mustNew(t, opt); !r.Equal(first) || !cmp.Equal(first, r) || r.Equal(last) || last.Equal(r) || cmp.Equal(last, r) {
				t.Errorf("%v is not equal to %v, or equal to %v", r, first, last)
			}
		}
		last = first
	}
}
