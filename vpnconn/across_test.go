package vpnconn_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A combination is a request of edition 2025 whose parameters are right or wrong together.
type combination struct {
	params map[string]string
	want   string // the data of all errors; "" for a valid request
	why    string
}

// check gives the combination to every entry point that takes it.
func (c combination) check(t *testing.T) {
	t.Helper()
	r, err := vpnconn.ParseIn(aliyun.Edition2025, c.params)
	if err != nil {
		checkWellFormed(t, err)
	}
	errs, _ := err.(mistakes)
	if got := dataOf(errs...); got != c.want || r.IsZero() != (err != nil) {
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
	if roles := set[inTunnel("1.Role")] + " " + set[inTunnel("2.Role")]; roles == " " || roles == "master slave" { // what WithTunnel makes
		checkSame(t, c.want+" by options", r, err)(vpnconn.New(append(optionsToday(set), vpnconn.WithEdition(aliyun.Edition2025))...))
	}
}

// fitsFile reports whether a file and options can have the same as parameters: no unknown names, no gaps, and text that is
// of the type of its member.
func fitsFile(set map[string]string) bool {
	for name, text := range set {
		general := numbered.ReplaceAllString(name, ".N.")
		if place := strings.Trim(numbered.FindString(name), "."); len(place) > 2 || place != "" && place[0] == '0' {
			return false
		}
		i := slices.IndexFunc(settingsToday, func(s setting2025) bool { return s.name == general })
		if i < 0 {
			return false
		}
		if s := settingsToday[i]; s.text == "true" || s.text == "false" {
			if text != "true" && text != "false" {
				return false
			}
		} else if n, err := strconv.ParseUint(s.text, 10, 32); err == nil {
			if got, err := strconv.ParseUint(text, 10, 32); err != nil || got == 0 && n > 0 {
				return false
			}
		}
		if list, rest, ok := strings.Cut(general, ".N."); ok && rest != "" {
			for n := 1; n <= 2; n++ {
				there := func(other string) bool { return strings.HasPrefix(other, list+"."+strconv.Itoa(n)+".") }
				if list != "Tags" && !slices.ContainsFunc(slices.Collect(maps.Keys(set)), there) {
					return false
				}
			}
		}
	}
	return true
}

func sentToday(pairs ...string) map[string]string {
	params := sentParams(pairs...)
	maps.DeleteFunc(params, func(_, value string) bool { return value == "" })
	return params
}

// TestAcross has each rule about several parameters, both sides of its edge, with the fields, the reasons and all data.
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
		return sentToday(append([]string{"RemoteCaCertificate", aCertificate, "IkeConfig.RemoteId", "CN=test"}, pairs...)...)
	}
	for _, c := range []combination{
		// A tunnel is set, and a parameter of single-tunnel mode.
		{sentDual(), "", "the smallest"},
		{sentDual("Name", "x", "ClientToken", "t", "EffectImmediately", "true", "AutoConfigRoute", "true", "Tags.1.Key", "k", "EnableTunnelsBgp", "false", "DryRun", "true"), "", "the rest serves both modes"},
		{sentDual("CustomerGatewayId", "c"), `CustomerGatewayId: conflict, value "c"` + beside, "each tunnel has its own"},
		{sentDual("IkeConfig.Psk", "k"), `IkeConfig: conflict` + beside, "one error for all of an object, with no value"},
		{sentDual("IpsecConfig.IpsecPfs", "group1"), `IpsecConfig: conflict` + beside, "likewise"},
		{sentDual("HealthCheckConfig.retry", "3"), `HealthCheckConfig: conflict` + beside, "likewise"},
		{sentDual("BgpConfig.EnableBgp", "false"), `BgpConfig: conflict` + beside, "likewise"},
		{sentDual("EnableDpd", "true"), `EnableDpd: conflict, value "true"` + beside, "a default that is written out is set"},
		{sentDual("EnableNatTraversal", "false"), `EnableNatTraversal: conflict, value "false"` + beside, "likewise"},
		{sentDual("RemoteCaCertificate", aCertificate), `RemoteCaCertificate: conflict` + beside, "no certificate in an error"},
		{sentDual("CustomerGatewayId", "a b", "IkeConfig.IkeMode", "x", "IpsecConfig.IpsecPfs", "x", "HealthCheckConfig.enable", "true", "EnableDpd", "true",
			"BgpConfig.EnableBgp", "true", "RemoteCaCertificate", "x", "Name", "\n", "1.Role", "x"),
			`CustomerGatewayId: conflict, value "a b"` + beside + `; Name: bad character, value "\n", part "\n", 1 to 100; IkeConfig: conflict` + beside + `; IpsecConfig: conflict` + beside +
				`; HealthCheckConfig: conflict` + beside + `; EnableDpd: conflict, value "true"` + beside + `; BgpConfig: conflict` + beside +
				`; RemoteCaCertificate: conflict` + beside + `; TunnelOptionsSpecification.1.Role: unsupported value, value "x", allowed "master slave"`,
			"it comes first and alone, whatever else is wrong with the parameter; all others are checked"},
		{sentDual("IkeConfig", "x", "IpsecConfig", `{"IpsecPfs":1}`, "EnableDpd", "x", "BgpConfig", "[]", "HealthCheckConfig.dip", "\xff", "EnableNatTraversal.x", "1"),
			`IkeConfig: conflict` + beside + `; IpsecConfig: conflict` + beside + `; HealthCheckConfig: conflict` + beside + `; EnableDpd: conflict` + beside + `; BgpConfig: conflict` + beside +
				`; EnableNatTraversal.x: unknown parameter, suggest "EnableNatTraversal"`, "what cannot be read is there all the same"},
		{sentToday("TunnelOptionsSpecification", "[]"), `CustomerGatewayId: conflict, value "cgw-1"` + beside + `; TunnelOptionsSpecification: bad type`, "tunnels that cannot be read are tunnels"},
		{sentToday(inTunnel("3.Role"), "master"),
			`CustomerGatewayId: conflict, value "cgw-1"` + beside + `; TunnelOptionsSpecification: too many, value "3", 0 to 2`, "and so are too many"},

		// What each mode needs.
		{sentToday("CustomerGatewayId", ""), "CustomerGatewayId: required", "no tunnel has one"},
		{sentToday("EnableTunnelsBgp", "false"), "TunnelOptionsSpecification: required", "it is set, be it false"},
		{sentToday("EnableTunnelsBgp", "true", "CustomerGatewayId", ""), "CustomerGatewayId: required; TunnelOptionsSpecification: required", "two rules, two fields"},
		{sentDual("2.CustomerGatewayId", ""), "TunnelOptionsSpecification.2: required", "one tunnel alone"},
		{sentDual("1.CustomerGatewayId", ""), "TunnelOptionsSpecification.1: required", "the other one alone"},
		{sentDual("1.CustomerGatewayId", "", "1.EnableDpd", "true"), "TunnelOptionsSpecification.1.CustomerGatewayId: required", "there is a tunnel, without its gateway"},
		{sentDual("1.CustomerGatewayId", "", "2.CustomerGatewayId", "", "1.Role", "slave", "2.Role", "master"),
			"TunnelOptionsSpecification.1.CustomerGatewayId: required; TunnelOptionsSpecification.2.CustomerGatewayId: required", "both"},
		{sentDual("2.CustomerGatewayId", "cgw-1"), "", "one gateway for both tunnels"},

		// Roles.
		{sentDual("1.Role", "master", "2.Role", "slave"), "", "once each"},
		{sentDual("1.Role", "slave", "2.Role", "master"), "", "in the other order, which is for an advice"},
		{sentDual("1.Role", "master", "2.Role", "master"), `TunnelOptionsSpecification.2.Role: duplicate, value "master", part "TunnelOptionsSpecification.1.Role"`, "equal"},
		{sentDual("1.Role", "slave", "2.Role", "slave"), `TunnelOptionsSpecification.2.Role: duplicate, value "slave", part "TunnelOptionsSpecification.1.Role"`, "equal"},
		{sentDual("1.Role", "master"), "TunnelOptionsSpecification.2.Role: required", "both or none"},
		{sentDual("2.Role", "master"), "TunnelOptionsSpecification.1.Role: required", "both or none"},
		{sentDual("1.Role", "x", "2.Role", "x"), `TunnelOptionsSpecification.1.Role: unsupported value, value "x", allowed "master slave"; ` +
			`TunnelOptionsSpecification.2.Role: unsupported value, value "x", allowed "master slave"`, "wrong in themselves, and so not compared"},
		{sentDual("1.Role", "primary"), `TunnelOptionsSpecification.1.Role: unsupported value, value "primary", suggest "master", allowed "master slave"`, "nothing more about the other one"},

		// BGP of tunnels.
		{bgp(), "", "all that it needs"},
		{bgp("1.TunnelBgpConfig.TunnelCidr", "", "2.TunnelBgpConfig.LocalBgpIp", ""),
			"TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: required", "it needs both in both"},
		{sentDual("EnableTunnelsBgp", "true"), "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; " +
			"TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: required", "in the order of the alphabet"},
		{bgp("EnableTunnelsBgp", "false", "1.TunnelBgpConfig.TunnelCidr", "", "2.TunnelBgpConfig.LocalBgpIp", ""), "", "it is off"},
		{bgp("EnableTunnelsBgp", "", "1.TunnelBgpConfig.TunnelCidr", ""), "", "it is off by default"},
		{bgp("EnableTunnelsBgp", "maybe", "1.TunnelBgpConfig.TunnelCidr", ""), `EnableTunnelsBgp: unsupported value, value "maybe", allowed "true false"`, "nobody knows"},
		{bgp("1.TunnelBgpConfig.LocalAsn", "65000", "2.TunnelBgpConfig.LocalAsn", "65000"), "", "the same"},
		{bgp("1.TunnelBgpConfig.LocalAsn", "45104"), "", "the default, written out once"},
		{bgp("1.TunnelBgpConfig.LocalAsn", "65000"), `TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn: conflict, part "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn"`, "the other one has the default"},
		{sentDual("2.TunnelBgpConfig.LocalAsn", "65000"), `TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn: conflict, value "65000", part "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn"`, "with BGP off too"},
		{sentDual("1.TunnelBgpConfig.LocalAsn", "0", "2.TunnelBgpConfig.LocalAsn", "65000"), `TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: out of range, value "0"`, "wrong in itself, and so not compared"},
		{bgp("2.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30", "2.TunnelBgpConfig.LocalBgpIp", "169.254.10.2"),
			`TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: duplicate, value "169.254.10.0/30", part "TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr"`, "one for each"},
		{sentDual("1.TunnelBgpConfig.TunnelCidr", "10.0.0.0/30", "2.TunnelBgpConfig.TunnelCidr", "10.0.0.0/30"),
			`TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: unsupported value, value "10.0.0.0/30"; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: unsupported value, value "10.0.0.0/30"`,
			"wrong in themselves, and so not compared"},
		{bgp("1.TunnelBgpConfig.LocalBgpIp", "169.254.10.3", "2.TunnelBgpConfig.LocalBgpIp", "169.254.11.0"),
			`TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: out of range, value "169.254.10.3", part "169.254.10.0/30"; ` +
				`TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: out of range, value "169.254.11.0", part "169.254.11.0/30"`, "the last and the first address"},
		{bgp("1.TunnelBgpConfig.LocalBgpIp", "169.254.10.2", "2.TunnelBgpConfig.LocalBgpIp", "169.254.11.1"), "", "the two between them"},

		// BGP of a connection.
		{sentToday("BgpConfig.EnableBgp", "true"), "BgpConfig.TunnelCidr: required; BgpConfig.LocalBgpIp: required", "what it needs, in the order of the document"},
		{sentToday("BgpConfig.EnableBgp", "false", "BgpConfig.LocalAsn", "1"), "", "it is off"},
		{sentToday("BgpConfig.TunnelCidr", "169.254.10.0/30"), "", "it is off by default"},
		{sentToday("BgpConfig.EnableBgp", "true", "BgpConfig.TunnelCidr", "169.254.255.252/30", "BgpConfig.LocalBgpIp", "169.254.255.254"), "", "the last block"},
		{sentToday("BgpConfig.TunnelCidr", "169.254.10.0/30", "BgpConfig.LocalBgpIp", "169.254.9.255"), `BgpConfig.LocalBgpIp: out of range, value "169.254.9.255", part "169.254.10.0/30"`, "below the block, with BGP off too"},
		{sentToday("BgpConfig.TunnelCidr", "169.254.10.0/30", "BgpConfig.LocalBgpIp", "169.254.10.4"), `BgpConfig.LocalBgpIp: out of range, value "169.254.10.4", part "169.254.10.0/30"`, "above the block"},
		{sentToday("BgpConfig.TunnelCidr", "169.254.10.0/30", "BgpConfig.LocalBgpIp", "::1"), `BgpConfig.LocalBgpIp: bad address, value "::1"`, "wrong in itself"},
		{sentToday("BgpConfig.TunnelCidr", "169.254.10.1", "BgpConfig.LocalBgpIp", "1.1.1.1"), `BgpConfig.TunnelCidr: bad CIDR block, value "169.254.10.1", suggest "169.254.10.0/30"`, "of the block nothing is known"},
		{sentToday("BgpConfig", `{"EnableBgp":true,"TunnelCidr":1}`), `BgpConfig.TunnelCidr: bad type; BgpConfig.LocalBgpIp: required`, "what cannot be read is not missing"},

		// A health check.
		{sentToday("HealthCheckConfig.enable", "true"), "HealthCheckConfig.dip: required; HealthCheckConfig.sip: required", "both ends"},
		{sentToday("HealthCheckConfig.enable", "true", "HealthCheckConfig.dip", "1.1.1.1", "HealthCheckConfig.sip", "3.3.3.3"), "", "they need not be in the subnets"},
		{sentToday("HealthCheckConfig.enable", "true", "HealthCheckConfig.dip", "1.1.1.1"), "HealthCheckConfig.sip: required", "one end alone"},
		{sentToday("HealthCheckConfig.enable", "false", "HealthCheckConfig.interval", "1"), "", "it is off"},
		{sentToday("HealthCheckConfig.dip", "1.1.1.1"), "", "it is off by default"},

		// SM gateways.
		{sm(), "", "a certificate and an identifier, with all else by default"},
		{sm("IkeConfig.IkeVersion", "ikev1", "IkeConfig.IkeMode", "main", "IkeConfig.IkeEncAlg", "sm4", "IkeConfig.IkeAuthAlg", "sm3", "IpsecConfig.IpsecEncAlg", "sm4", "IpsecConfig.IpsecAuthAlg", "sm3"), "", "all that it wants"},
		{sm("IkeConfig.Psk", "k", "IkeConfig.IkePfs", "group2", "IkeConfig.LocalId", "l", "IpsecConfig.IpsecPfs", "group2", "IkeConfig.IkeLifetime", "1"), "", "what it does not use is for an advice"},
		{sm("IkeConfig.RemoteId", ""), "IkeConfig.RemoteId: required", "the subject of the certificate"},
		{sm("IkeConfig.IkeVersion", "ikev2", "IkeConfig.IkeMode", "aggressive", "IkeConfig.IkeEncAlg", "aes", "IkeConfig.IkeAuthAlg", "md5", "IpsecConfig.IpsecEncAlg", "des", "IpsecConfig.IpsecAuthAlg", "sha256"),
			`IkeConfig.IkeVersion: conflict, value "ikev2", part "RemoteCaCertificate"; IkeConfig.IkeMode: conflict, value "aggressive", part "RemoteCaCertificate"; ` +
				`IkeConfig.IkeEncAlg: conflict, value "aes", part "RemoteCaCertificate"; IkeConfig.IkeAuthAlg: conflict, value "md5", part "RemoteCaCertificate"; ` +
				`IpsecConfig.IpsecEncAlg: conflict, value "des", part "RemoteCaCertificate"; IpsecConfig.IpsecAuthAlg: conflict, value "sha256", part "RemoteCaCertificate"`, "the defaults of other gateways, written out, too"},
		{sm("IkeConfig.IkeEncAlg", "aes", "IpsecConfig.IpsecAuthAlg", "sm3"), `IkeConfig.IkeEncAlg: conflict, value "aes", part "IpsecConfig.IpsecAuthAlg"`, "of all that ask for it, the first in documented order"},
		{sentToday("IkeConfig.IkeEncAlg", "sm4"), "IkeConfig.RemoteId: required; RemoteCaCertificate: required", "it goes together"},
		{sentToday("IpsecConfig.IpsecAuthAlg", "sm3"), "IkeConfig.RemoteId: required; RemoteCaCertificate: required", "phase 2 alone"},
		{sentToday("IkeConfig.IkeVersion", "ikev1", "IkeConfig.IkeMode", "main"), "", "what all gateways have asks for nothing"},
		{sentToday("IkeConfig.IkeAuthAlg", "sm3", "IkeConfig.IkeEncAlg", "sm3"), `IkeConfig.IkeEncAlg: unsupported value, value "sm3", allowed "aes aes192 aes256 des 3des sm4"; IkeConfig.RemoteId: required; RemoteCaCertificate: required`, "one error a field"},
		{sentToday("RemoteCaCertificate", "x"), "RemoteCaCertificate: bad certificate", "what is wrong in itself asks for nothing"},
		{sm("IkeConfig.IkeVersion", "x"), `IkeConfig.IkeVersion: unsupported value, value "x", allowed "ikev1 ikev2"`, "wrong in itself, and so in no conflict"},
		{sentDual("1.TunnelIpsecConfig.IpsecEncAlg", "sm4", "1.TunnelIkeConfig.IkeVersion", "ikev2", "2.TunnelIkeConfig.IkeVersion", "ikev2"),
			`TunnelOptionsSpecification.1.RemoteCaCertificate: required; TunnelOptionsSpecification.1.TunnelIkeConfig.IkeVersion: conflict, value "ikev2", part "TunnelOptionsSpecification.1.TunnelIpsecConfig.IpsecEncAlg"; ` +
				`TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId: required`, "each tunnel for itself"},
		{sentDual("2.RemoteCaCertificate", aCertificate, "2.TunnelIkeConfig.RemoteId", "CN=test", "2.TunnelIkeConfig.IkeAuthAlg", "sm3", "2.TunnelIkeConfig.IkeEncAlg", "3des"),
			`TunnelOptionsSpecification.2.TunnelIkeConfig.IkeEncAlg: conflict, value "3des", part "TunnelOptionsSpecification.2.RemoteCaCertificate"`, "in a tunnel the certificate comes first"},

		// Tags.
		{sentToday("Tags.1.Key", "a", "Tags.2.Key", "A"), "", "letter case counts"},
		{sentToday("Tags.1.Key", "a", "Tags.2.Key", "b", "Tags.3.Key", "a", "Tags.4.Key", "a"),
			`Tags.3.Key: duplicate, value "a", part "Tags.1.Key"; Tags.4.Key: duplicate, value "a", part "Tags.1.Key"`, "the later ones, with the first as the place"},
		{sentToday("Tags.1.Key", "acs:a", "Tags.2.Key", "acs:a"), `Tags.1.Key: unsupported value, value "acs:a", part "acs:", 1 to 64; Tags.2.Key: unsupported value, value "acs:a", part "acs:", 1 to 64`, "wrong in themselves"},
		{sentToday("Tags.1.Value", "v"), "Tags.1.Key: required", "a value alone"},
	} {
		c.check(t)
	}
	for _, reserved := range strings.Fields("169.254.0.0/30 169.254.1.0/30 169.254.2.0/30 169.254.3.0/30 169.254.4.0/30 169.254.5.0/30 169.254.6.0/30 169.254.169.252/30 " +
		"169.254.10.0/29 169.254.10.0/31 169.253.255.252/30 169.255.0.0/30") {
		combination{sentToday("BgpConfig.TunnelCidr", reserved), `BgpConfig.TunnelCidr: unsupported value, value "` + reserved + `"`, "reserved, another size, or outside"}.check(t)
	}
}

// TestAllMistakesOfTodayAtOnce: many rules are broken in one request, and the mistakes come in documented order.
func TestAllMistakesOfTodayAtOnce(t *testing.T) {
	combination{sentDual("RegionId", "", "ClientToken", "\n", "Name", "HTTP://x", "CustomerGatewayId", "c", "RemoteSubnet", "x,::/0", "AutoConfigRoute", "x", "Tags.1.Key", "a", "Tags.2.Key", "a", "Tags.2.Value", "http://",
		"1.CustomerGatewayId", "", "1.Role", "master", "2.Role", "master", "1.TunnelBgpConfig.LocalAsn", "4294967296", "1.TunnelIpsecConfig.IpsecLifetime", "86401", "2.TunnelBgpConfig.LocalBgpIp", "x", "2.RemoteCaCertificate", "x",
		"2.TunnelIkeConfig.LocalId", "a b", "1.Colour", "1", "EnableTunnelsBgp", "true", "Zeta", "1", "DryRun", "x"),
		`RegionId: required; ClientToken: bad character, value "\n", part "\n", 1 to 64; CustomerGatewayId: conflict, value "c", part "TunnelOptionsSpecification"; ` +
			`Name: unsupported value, value "HTTP://x", part "HTTP://", 1 to 100; RemoteSubnet[0]: bad CIDR block, value "x"; RemoteSubnet[1]: not IPv4, value "::/0"; ` +
			`AutoConfigRoute: unsupported value, value "x", allowed "true false"; Tags.2.Key: duplicate, value "a", part "Tags.1.Key"; ` +
			`Tags.2.Value: unsupported value, value "http://", part "http://", 0 to 128; ` +
			`TunnelOptionsSpecification.1.CustomerGatewayId: required; TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: out of range, value "4294967296"; ` +
			`TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: required; TunnelOptionsSpecification.1.TunnelBgpConfig.TunnelCidr: required; ` +
			`TunnelOptionsSpecification.1.TunnelIpsecConfig.IpsecLifetime: out of range, value "86401", 0 to 86400; ` +
			`TunnelOptionsSpecification.2.RemoteCaCertificate: bad certificate; TunnelOptionsSpecification.2.Role: duplicate, value "master", part "TunnelOptionsSpecification.1.Role"; ` +
			`TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp: bad address, value "x"; TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: required; ` +
			`TunnelOptionsSpecification.2.TunnelIkeConfig.LocalId: bad character, value "a b", part " ", 1 to 100; ` +
			`DryRun: unsupported value, value "x", allowed "true false"; TunnelOptionsSpecification.1.Colour: unknown parameter; Zeta: unknown parameter`,
		"documented order, unknown names last"}.check(t)
}

// TestConflictNamesParameter: a conflict with another parameter is said in other words than one between two values.
func TestConflictNamesParameter(t *testing.T) {
	for want, params := range map[string]map[string]string{
		`CustomerGatewayId: conflict of "c" with TunnelOptionsSpecification: want one of the two`:                                                         sentDual("CustomerGatewayId", "c"),
		`IkeConfig: conflict with TunnelOptionsSpecification: want one of the two`:                                                                        sentDual("IkeConfig.Psk", "k"),
		`IkeConfig.RemoteId: conflict between "a" and "b": want one value`:                                                                                sentToday("IkeConfig.RemoteId", "b", "IkeConfig", `{"RemoteId":"a"}`),
		`TunnelOptionsSpecification.2.Role: duplicate "slave": want it once; first at TunnelOptionsSpecification.1.Role`:                                  sentDual("1.Role", "slave", "2.Role", "slave"),
		`BgpConfig.LocalBgpIp: out of range "1.1.1.1": want an address of "169.254.10.0/30" other than the first and the last`:                            sentToday("BgpConfig.LocalBgpIp", "1.1.1.1", "BgpConfig.TunnelCidr", "169.254.10.0/30"),
		`TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs: unsupported value "group24": want group1, group2, group5 or group14; it is in edition 2019`: sentDual("1.TunnelIkeConfig.IkePfs", "group24"),
	} {
		_, err := vpnconn.ParseIn(aliyun.Edition2025, params)
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
