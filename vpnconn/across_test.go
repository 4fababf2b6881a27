package vpnconn_test

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A combination is a request of edition 2025 whose parameters are valid or not together.
type combination struct {
	params map[string]string
	want   string // the data of all errors; "" for a valid request
	why    string
}

// allowed matches the list of allowed values in the result of dataOf. The cases of package vpntest check these lists.
var allowed = regexp.MustCompile(`, allowed "[^"]*"`)

// check gives the combination to every entry point that can take it.
func (c combination) check(t *testing.T) {
	t.Helper()
	r, err := vpnconn.ParseIn(aliyun.Edition2025, c.params)
	if err != nil {
		checkWellFormed(t, err)
	}
	errs, _ := err.(mistakes)
	if got := allowed.ReplaceAllString(dataOf(errs...), ""); got != c.want || r.IsZero() != (err != nil) {
		t.Errorf("%q\ngot  %s\nwant %s: %s", sortedPairs(c.params), got, c.want, c.why)
	}
	checkSame(t, c.want+" by ParseQueryIn", r, err)(vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(c.params)))
	set := maps.Clone(c.params)
	delete(set, "Action")
	if !fitsFile(set) {
		return
	}
	file := treeOf(set)
	file["Edition"] = 2025
	for format, read := range formats(file) {
		checkSame(t, c.want+" by a Spec in "+format, r, err)(func() (s vpnconn.Spec, err error) { err = read(&s); return s, err }())
	}
	checkSame(t, c.want+" by options", r, err)(vpnconn.New(append(options2025(set), vpnconn.WithEdition(aliyun.Edition2025))...))
}

// fitsFile reports whether a file and options can have the same settings as parameters: no unknown names, no gaps, and
// text that is valid for the type of its member.
func fitsFile(set map[string]string) bool {
	for name, text := range set {
		general := numbered.ReplaceAllString(name, ".N.")
		if place := strings.Trim(numbered.FindString(name), "."); len(place) > 2 || place != "" && place[0] == '0' {
			return false
		}
		i := slices.IndexFunc(document2025, func(d documented) bool { return d.Name == general && d.isSetting() })
		if i < 0 {
			return false
		}
		switch document2025[i].Type {
		case "boolean":
			if text != "true" && text != "false" {
				return false
			}
		case "seconds", "count", "asn":
			n, err := strconv.ParseUint(text, 10, 32)
			if err != nil || strconv.FormatUint(n, 10) != text || n == 0 && strings.HasSuffix(name, "LocalAsn") {
				return false
			}
		}
		list, _, _ := strings.Cut(general, ".N.")
		place, _ := strconv.Atoi(strings.Trim(numbered.FindString(name), "."))
		if list == "TunnelOptionsSpecification" && place > 2 {
			return false
		}
		for n := range place {
			there := func(other string) bool { return strings.HasPrefix(other, list+"."+strconv.Itoa(n+1)+".") }
			if !slices.ContainsFunc(slices.Collect(maps.Keys(set)), there) {
				return false
			}
		}
	}
	return set[inTunnel("1.CustomerGatewayId")] == "" || set[inTunnel("2.CustomerGatewayId")] != "" // else one tunnel may be missing
}

func sent2025(pairs ...string) map[string]string {
	params := sentParams(pairs...)
	maps.DeleteFunc(params, func(_, value string) bool { return value == "" })
	return params
}

// TestAcross combines rules about several parameters with each other and with rules about one parameter. The edges of
// each rule are cases of package vpntest.
func TestAcross(t *testing.T) {
	const beside = `, part "TunnelOptionsSpecification"`
	bgp := func(pairs ...string) map[string]string {
		return sentDual(append([]string{
			"EnableTunnelsBgp", "true",
			"1.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30", "1.TunnelBgpConfig.LocalBgpIp", "169.254.10.1",
			"2.TunnelBgpConfig.TunnelCidr", "169.254.11.0/30", "2.TunnelBgpConfig.LocalBgpIp", "169.254.11.2",
		}, pairs...)...)
	}
	sm := func(pairs ...string) map[string]string {
		return sent2025(append([]string{"RemoteCaCertificate", certificate, "IkeConfig.RemoteId", "CN=test"}, pairs...)...)
	}
	for _, c := range []combination{
		// A tunnel and a parameter of single-tunnel mode.
		{sentDual("CustomerGatewayId", "a b", "IkeConfig.IkeMode", "x", "IpsecConfig.IpsecPfs", "x", "HealthCheckConfig.enable", "true", "EnableDpd", "true",
			"BgpConfig.EnableBgp", "true", "RemoteCaCertificate", "x", "Name", "\n", "1.Role", "x"),
			`CustomerGatewayId: conflict, value "a b"` + beside + `; Name: bad character, value "\n", part "\n", 1 to 100; IkeConfig: conflict` + beside + `; IpsecConfig: conflict` + beside +
				`; HealthCheckConfig: conflict` + beside + `; EnableDpd: conflict, value "true"` + beside + `; BgpConfig: conflict` + beside +
				`; RemoteCaCertificate: conflict` + beside + `; TunnelOptionsSpecification.1.Role: unsupported value, value "x"`,
			"the conflict is the only error of the parameter; all others are checked"},
		{sentDual("IkeConfig", "x", "IpsecConfig", `{"IpsecPfs":1}`, "EnableDpd", "x", "BgpConfig", "[]", "HealthCheckConfig.dip", "\xff", "EnableNatTraversal.x", "1"),
			`IkeConfig: conflict` + beside + `; IpsecConfig: conflict` + beside + `; HealthCheckConfig: conflict` + beside + `; EnableDpd: conflict` + beside + `; BgpConfig: conflict` + beside +
				`; EnableNatTraversal.x: unknown parameter, suggest "EnableNatTraversal"`, "invalid text still counts as set"},
		{sent2025("TunnelOptionsSpecification", "[]"), `CustomerGatewayId: conflict, value "cgw-1"` + beside + `; TunnelOptionsSpecification: bad type`, "invalid tunnels count as tunnels"},
		{sent2025(inTunnel("3.Role"), "master"),
			`CustomerGatewayId: conflict, value "cgw-1"` + beside + `; TunnelOptionsSpecification: too many, value "3", 0 to 2`, "and so are too many"},

		// What each mode requires.
		{sent2025("EnableTunnelsBgp", "true", "CustomerGatewayId", ""), "CustomerGatewayId: required; TunnelOptionsSpecification: required", "two rules, two fields"},
		{sentDual("1.CustomerGatewayId", "", "2.CustomerGatewayId", "", "1.Role", "slave", "2.Role", "master"),
			"TunnelOptionsSpecification.1.CustomerGatewayId: required; TunnelOptionsSpecification.2.CustomerGatewayId: required", "both"},

		// Roles.
		{sentDual("1.Role", "x", "2.Role", "x"), `TunnelOptionsSpecification.1.Role: unsupported value, value "x"; ` +
			`TunnelOptionsSpecification.2.Role: unsupported value, value "x"`, "invalid values are not compared"},
		{sentDual("1.Role", "primary"), `TunnelOptionsSpecification.1.Role: unsupported value, value "primary", suggest "master"`, "no error about the other one"},

		// BGP of tunnels.
		{bgp("1.TunnelBgpConfig.TunnelCidr", "", "2.TunnelBgpConfig.LocalBgpIp", ""),
			"TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: required", "BGP requires both in both tunnels"},
		{sentDual("EnableTunnelsBgp", "true"), "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; " +
			"TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: required", "in alphabetical order"},
		{bgp("EnableTunnelsBgp", "false", "1.TunnelBgpConfig.TunnelCidr", "", "2.TunnelBgpConfig.LocalBgpIp", ""), "", "it is off"},
		{bgp("EnableTunnelsBgp", "", "1.TunnelBgpConfig.TunnelCidr", ""), "", "it is off by default"},
		{bgp("EnableTunnelsBgp", "maybe", "1.TunnelBgpConfig.TunnelCidr", ""), `EnableTunnelsBgp: unsupported value, value "maybe"`, "nobody knows"},
		{sentDual("1.TunnelBgpConfig.LocalAsn", "0", "2.TunnelBgpConfig.LocalAsn", "65000"), `TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: out of range, value "0"`, "an invalid value is not compared"},
		{bgp("2.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30", "2.TunnelBgpConfig.LocalBgpIp", "169.254.10.2"),
			`TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: duplicate, value "169.254.10.0/30", part "TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr"`, "each tunnel has its own block"},
		{sentDual("1.TunnelBgpConfig.TunnelCidr", "10.0.0.0/30", "2.TunnelBgpConfig.TunnelCidr", "10.0.0.0/30"),
			`TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: unsupported value, value "10.0.0.0/30"; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: unsupported value, value "10.0.0.0/30"`,
			"invalid values are not compared"},
		{bgp("1.TunnelBgpConfig.LocalBgpIp", "169.254.10.3", "2.TunnelBgpConfig.LocalBgpIp", "169.254.11.0"),
			`TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: out of range, value "169.254.10.3", part "169.254.10.0/30"; ` +
				`TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: out of range, value "169.254.11.0", part "169.254.11.0/30"`, "the last and the first address"},

		// BGP of a connection.
		{sent2025("BgpConfig.EnableBgp", "true"), "BgpConfig.TunnelCidr: required; BgpConfig.LocalBgpIp: required", "what BGP requires, in documented order"},
		{sent2025("BgpConfig.EnableBgp", "false", "BgpConfig.LocalAsn", "1"), "", "it is off"},
		{sent2025("BgpConfig.TunnelCidr", "169.254.10.0/30"), "", "it is off by default"},
		{sent2025("BgpConfig.TunnelCidr", "169.254.10.0/30", "BgpConfig.LocalBgpIp", "169.254.9.255"), `BgpConfig.LocalBgpIp: out of range, value "169.254.9.255", part "169.254.10.0/30"`, "below the block, also with BGP off"},
		{sent2025("BgpConfig.TunnelCidr", "169.254.10.1", "BgpConfig.LocalBgpIp", "1.1.1.1"), `BgpConfig.TunnelCidr: bad CIDR block, value "169.254.10.1", suggest "169.254.10.0/30"`, "the block is not known"},
		{sent2025("BgpConfig", `{"EnableBgp":true,"TunnelCidr":1}`), `BgpConfig.TunnelCidr: bad type; BgpConfig.LocalBgpIp: required`, "an invalid value is not missing"},

		// A health check.
		{sent2025("HealthCheckConfig.enable", "true"), "HealthCheckConfig.dip: required; HealthCheckConfig.sip: required", "both ends"},
		{sent2025("HealthCheckConfig.enable", "false", "HealthCheckConfig.interval", "1"), "", "it is off"},
		{sent2025("HealthCheckConfig.dip", "1.1.1.1"), "", "it is off by default"},

		// SM gateways.
		{sm("IkeConfig.IkeVersion", "ikev2", "IkeConfig.IkeMode", "aggressive", "IkeConfig.IkeEncAlg", "aes", "IkeConfig.IkeAuthAlg", "md5", "IpsecConfig.IpsecEncAlg", "des", "IpsecConfig.IpsecAuthAlg", "sha256"),
			`IkeConfig.IkeVersion: conflict, value "ikev2", part "RemoteCaCertificate", suggest "ikev1"; IkeConfig.IkeMode: conflict, value "aggressive", part "RemoteCaCertificate", suggest "main"; ` +
				`IkeConfig.IkeEncAlg: conflict, value "aes", part "RemoteCaCertificate", suggest "sm4"; IkeConfig.IkeAuthAlg: conflict, value "md5", part "RemoteCaCertificate", suggest "sm3"; ` +
				`IpsecConfig.IpsecEncAlg: conflict, value "des", part "RemoteCaCertificate", suggest "sm4"; IpsecConfig.IpsecAuthAlg: conflict, value "sha256", part "RemoteCaCertificate", suggest "sm3"`, "also explicit defaults of other gateways"},
		{sm("IkeConfig.IkeEncAlg", "aes", "IpsecConfig.IpsecAuthAlg", "sm3"), `IkeConfig.IkeEncAlg: conflict, value "aes", part "IpsecConfig.IpsecAuthAlg", suggest "sm4"`, "the part is the first setting that requires an SM gateway"},
		{sent2025("IkeConfig.IkeEncAlg", "sm4"), "IkeConfig.RemoteId: required; RemoteCaCertificate: required", "SM settings require each other"},
		{sent2025("IkeConfig.IkeAuthAlg", "sm3", "IkeConfig.IkeEncAlg", "sm3"), `IkeConfig.IkeEncAlg: unsupported value, value "sm3"; IkeConfig.RemoteId: required; RemoteCaCertificate: required`, "one error per field"},
		{sent2025("RemoteCaCertificate", "x"), "RemoteCaCertificate: bad certificate", "an invalid certificate requires nothing"},
		{sm("IkeConfig.IkeVersion", "x"), `IkeConfig.IkeVersion: unsupported value, value "x"`, "an invalid value is in no conflict"},
		{sentDual("1.TunnelIpsecConfig.IpsecEncAlg", "sm4", "1.TunnelIkeConfig.IkeVersion", "ikev2", "2.TunnelIkeConfig.IkeVersion", "ikev2"),
			`TunnelOptionsSpecification.1.RemoteCaCertificate: required; TunnelOptionsSpecification.1.TunnelIkeConfig.IkeVersion: conflict, value "ikev2", part "TunnelOptionsSpecification.1.TunnelIpsecConfig.IpsecEncAlg", suggest "ikev1"; ` +
				`TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId: required`, "each tunnel by itself"},
		{sentDual("2.RemoteCaCertificate", certificate, "2.TunnelIkeConfig.RemoteId", "CN=test", "2.TunnelIkeConfig.IkeAuthAlg", "sm3", "2.TunnelIkeConfig.IkeEncAlg", "3des"),
			`TunnelOptionsSpecification.2.TunnelIkeConfig.IkeEncAlg: conflict, value "3des", part "TunnelOptionsSpecification.2.RemoteCaCertificate", suggest "sm4"`, "in a tunnel the certificate comes first"},

		// Tags.
		{sent2025("Tags.1.Key", "a", "Tags.2.Key", "b", "Tags.3.Key", "a", "Tags.4.Key", "a"),
			`Tags.3.Key: duplicate, value "a", part "Tags.1.Key"; Tags.4.Key: duplicate, value "a", part "Tags.1.Key"`, "the later ones, each naming the first"},
		{sent2025("Tags.1.Key", "acs:a", "Tags.2.Key", "acs:a"), `Tags.1.Key: unsupported value, value "acs:a", part "acs:", 1 to 64; Tags.2.Key: unsupported value, value "acs:a", part "acs:", 1 to 64`, "invalid values are not duplicates"},
	} {
		c.check(t)
	}
}

// TestAllMistakesAtOnce2025: a request that breaks many rules gets all mistakes, in documented order.
func TestAllMistakesAtOnce2025(t *testing.T) {
	combination{sentDual("RegionId", "", "ClientToken", "\n", "Name", "HTTP://x", "CustomerGatewayId", "c", "RemoteSubnet", "x,::/0", "AutoConfigRoute", "x", "Tags.1.Key", "a", "Tags.2.Key", "a", "Tags.2.Value", "http://",
		"1.CustomerGatewayId", "", "1.Role", "master", "2.Role", "master", "1.TunnelBgpConfig.LocalAsn", "4294967296", "1.TunnelIpsecConfig.IpsecLifetime", "86401", "2.TunnelBgpConfig.LocalBgpIp", "x", "2.RemoteCaCertificate", "x",
		"2.TunnelIkeConfig.LocalId", "a b", "1.Colour", "1", "EnableTunnelsBgp", "true", "Zeta", "1", "DryRun", "x"),
		`RegionId: required; ClientToken: bad character, value "\n", part "\n", 1 to 64; CustomerGatewayId: conflict, value "c", part "TunnelOptionsSpecification"; ` +
			`Name: unsupported value, value "HTTP://x", part "HTTP://", 1 to 100; RemoteSubnet[0]: bad CIDR block, value "x"; RemoteSubnet[1]: not IPv4, value "::/0"; ` +
			`AutoConfigRoute: unsupported value, value "x"; Tags.2.Key: duplicate, value "a", part "Tags.1.Key"; ` +
			`Tags.2.Value: unsupported value, value "http://", part "http://", 0 to 128; ` +
			`TunnelOptionsSpecification.1.CustomerGatewayId: required; TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: out of range, value "4294967296"; ` +
			`TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; ` +
			`TunnelOptionsSpecification.1.TunnelIpsecConfig.IpsecLifetime: out of range, value "86401", 0 to 86400; ` +
			`TunnelOptionsSpecification.2.RemoteCaCertificate: bad certificate; TunnelOptionsSpecification.2.Role: duplicate, value "master", part "TunnelOptionsSpecification.1.Role"; ` +
			`TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: bad address, value "x"; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: required; ` +
			`TunnelOptionsSpecification.2.TunnelIkeConfig.LocalId: bad character, value "a b", part " ", 1 to 100; ` +
			`DryRun: unsupported value, value "x"; TunnelOptionsSpecification.1.Colour: unknown parameter; Zeta: unknown parameter`,
		"documented order, unknown names last"}.check(t)
}

// TestConflictNamesParameter: the text of a conflict with another parameter names it.
func TestConflictNamesParameter(t *testing.T) {
	for want, params := range map[string]map[string]string{
		`CustomerGatewayId: conflict of "c" with TunnelOptionsSpecification: want CustomerGatewayId in each tunnel instead`:                                                              sentDual("CustomerGatewayId", "c"),
		`IkeConfig: conflict with TunnelOptionsSpecification: want TunnelIkeConfig in each tunnel instead`:                                                                               sentDual("IkeConfig.Psk", "k"),
		`EnableDpd: conflict of "true" with TunnelOptionsSpecification: want EnableDpd in each tunnel instead`:                                                                           sentDual("EnableDpd", "true"),
		`HealthCheckConfig: conflict with TunnelOptionsSpecification: want it unset, since it is for a single tunnel`:                                                                    sentDual("HealthCheckConfig.sip", "1.1.1.1"),
		`TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn: conflict with TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: want the same in both tunnels; did you mean 65000?`: sentDual("1.TunnelBgpConfig.LocalAsn", "65000"),
		`IkeConfig.IkeVersion: conflict of "ikev2" with RemoteCaCertificate, which is for an SM gateway: want ikev1`:                                                                     sent2025("RemoteCaCertificate", certificate, "IkeConfig.RemoteId", "r", "IkeConfig.IkeVersion", "ikev2"),
		`IkeConfig.RemoteId: conflict between "a" and "b": want one value`:                                                                                                               sent2025("IkeConfig.RemoteId", "b", "IkeConfig", `{"RemoteId":"a"}`),
		`TunnelOptionsSpecification.2.Role: duplicate "slave": want it once; first at TunnelOptionsSpecification.1.Role`:                                                                 sentDual("1.Role", "slave", "2.Role", "slave"),
		`BgpConfig.LocalBgpIp: out of range "1.1.1.1": want an address of "169.254.10.0/30" other than the first and the last`:                                                           sent2025("BgpConfig.LocalBgpIp", "1.1.1.1", "BgpConfig.TunnelCidr", "169.254.10.0/30"),
	} {
		_, err := vpnconn.ParseIn(aliyun.Edition2025, params)
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
