package vpnconn_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestParseInLeniency: clients write what edition 2025 added in different forms. Only one form is sent.
func TestParseInLeniency(t *testing.T) {
	const on = `HealthCheckConfig "{\"dip\":\"1.1.1.1\",\"enable\":\"true\",\"interval\":\"3\",\"retry\":\"4\",\"sip\":\"3.3.3.3\"}"`
	health := func(json string) []string { return []string{"HealthCheckConfig", json} }
	asn := func(json string) []string { return []string{"BgpConfig", `{"LocalAsn":` + json + `}`} }
	sentASN := func(n string) string { return `BgpConfig "{\"LocalAsn\":\"` + n + `\"}"` }
	interval := func(json string) []string { return health(`{"interval":` + json + `}`) }
	for _, tt := range []struct {
		pairs []string
		want  string // what is sent, or all that is wrong
		why   string
	}{
		{health(`{"enable":"true","dip":"1.1.1.1","sip":"3.3.3.3","interval":"3","retry":"4"}`), on, "the documented form"},
		{health(`{"enable":true,"dip":"1.1.1.1","sip":"3.3.3.3","interval":3,"retry":4}`), on, "without quotes"},
		{health(` { "Retry":"4", "Interval":3.0, "Sip":"3.3.3.3", "Enable":"TRUE", "Dip":"1.1.1.1" } `), on, "with a capital first letter, as in the modify operation"},
		{[]string{"HealthCheckConfig.enable", "True", "HealthCheckConfig.dip", "1.1.1.1", "HealthCheckConfig.Sip", "3.3.3.3", "HealthCheckConfig.interval", "3", "HealthCheckConfig.Retry", "4"}, on, "dotted"},
		{append(health(`{"enable":true,"dip":"1.1.1.1","sip":"3.3.3.3","Interval":3}`), "HealthCheckConfig.Dip", "1.1.1.1", "HealthCheckConfig.retry", "4"), on, "both, which agree"},
		{append(health(`{"Dip":"1.1.1.1"}`), "HealthCheckConfig.dip", "2.2.2.2"), `HealthCheckConfig.dip: conflict, value "1.1.1.1", part "2.2.2.2"`, "both, which differ"},
		{health(`{"dip":"1.1.1.1","Dip":"1.1.1.1"}`), "HealthCheckConfig.dip: duplicate", "two spellings, though they agree"},
		{[]string{"HealthCheckConfig.dip", "1.1.1.1", "HealthCheckConfig.Dip", "1.1.1.1"}, "HealthCheckConfig.dip: duplicate", "dotted too"},
		{health(`{"DIP":"1.1.1.1"}`), `HealthCheckConfig.DIP: unknown parameter, suggest "HealthCheckConfig.dip"`, "a third spelling"},
		{[]string{"BgpConfig", `{"localAsn":1}`}, `BgpConfig.localAsn: unknown parameter, suggest "BgpConfig.LocalAsn"`, "letter case is lenient nowhere else"},
		{health(`{"enable":null,"dip":"","interval":""}`), "", "null and empty are unset"},
		{append(health("null"), "BgpConfig", "{}", "Tags.1.Key", "", "RemoteCaCertificate", "", "DryRun", ""), "", "likewise"},
		{health(`{"enable":1}`), "HealthCheckConfig.enable: bad type", "no Boolean"},
		{health(`{"enable":"yes"}`), `HealthCheckConfig.enable: unsupported value, value "yes", allowed "true false"`, "no Boolean"},
		{health(`{"dip":1}`), "HealthCheckConfig.dip: bad type", "no text"},
		{health(`[]`), "HealthCheckConfig: bad type", "no object"},

		{interval("1"), `HealthCheckConfig "{\"interval\":\"1\"}"`, "the least"},
		{interval("0"), `HealthCheckConfig.interval: out of range, value "0", 1 to 0`, "below the minimum"},
		{interval("-1"), `HealthCheckConfig.interval: out of range, value "-1", 1 to 0`, "below the minimum"},
		{interval("9223372036854775806"), `HealthCheckConfig "{\"interval\":\"9223372036854775806\"}"`, "there is no documented maximum"},
		{interval("9223372036854775808"), `HealthCheckConfig.interval: out of range, value "9223372036854775808", 1 to 0`, "a larger number is not truncated"},
		{interval("1e300"), `HealthCheckConfig.interval: out of range, value "1e300", 1 to 0`, "likewise"},
		{interval("1.5"), `HealthCheckConfig.interval: not a whole number, value "1.5", 1 to 0`, "seconds are whole"},
		{interval(`"1.0"`), "HealthCheckConfig.interval: bad type", "in quotes a number has only digits"},

		{asn("4294967295"), sentASN("4294967295"), "the largest"},
		{asn(`"1"`), sentASN("1"), "the least, in quotes"},
		{asn(`4294967296`), `BgpConfig.LocalAsn: out of range, value "4294967296"`, "33 bits"},
		{asn(`0`), `BgpConfig.LocalAsn: out of range, value "0"`, "not an AS number"},
		{asn(`"123.456"`), sentASN("8061384"), "two halves: 123 × 65536 + 456"},
		{asn(`"1.0"`), sentASN("65536"), "in quotes these are two halves"},
		{asn(`1.0`), sentASN("1"), "without quotes it is the number 1"},
		{asn(`"65535.65535"`), sentASN("4294967295"), "the largest halves"},
		{asn(`123.456`), `BgpConfig.LocalAsn: not a whole number, value "123.456"`, "as a number, 123.10 would be 123.1"},
		{asn(`"0.0"`), `BgpConfig.LocalAsn: out of range, value "0.0"`, "not an AS number"},
		{asn(`"65536.0"`), "BgpConfig.LocalAsn: bad type", "17 bits"},
		{asn(`"1.2.3"`), "BgpConfig.LocalAsn: bad type", "three"},
		{asn(`"01.2"`), "BgpConfig.LocalAsn: bad type", "no client writes this"},
		{asn(`"AS1"`), `BgpConfig.LocalAsn: bad type, suggest "1"`, "digits alone"},
		{[]string{"BgpConfig.LocalAsn", "1.1"}, sentASN("65537"), "a dotted name, like in quotes"},
		{[]string{"BgpConfig.LocalAsn", "1.1", "BgpConfig", `{"LocalAsn":65537}`}, sentASN("65537"), "the same number"},
		{[]string{"BgpConfig", `{"EnableBgp":"False","TunnelCidr":"169.254.10.0/30","LocalBgpIp":"169.254.10.1"}`},
			`BgpConfig "{\"EnableBgp\":\"false\",\"LocalBgpIp\":\"169.254.10.1\",\"TunnelCidr\":\"169.254.10.0/30\"}"`, "sorted, all in quotes"},

		{[]string{"Tags.2.Value", "2", "Tags.1.Key", "b", "Tags.2.Key", "a", "Tags.1.Value", ""}, `Tags.1.Key "b", Tags.2.Key "a", Tags.2.Value "2"`, "in numerical order; an empty value is unset"},
		{[]string{"Tags.3.Key", "c"}, "Tags.1.Key: required", "a gap at the start"},
		{[]string{"Tags.1.Key", "a", "Tags.3.Key", "c", "Tags.20.Key", "t"}, "Tags.2.Key: required", "all gaps are one error, on the first missing name"},
		{[]string{"Tags.1.Key", "a", "Tags.2.Key", "", "Tags.2.Value", "", "Tags.4.Key", "d"}, "Tags.2.Key: required", "an empty tag is a gap too"},
		{[]string{"Tags.1.Key", "a", "Tags.21.Key", "", "Tags.21.Value", ""}, `Tags.1.Key "a"`, "an empty tag beyond the maximum is ignored"},
		{[]string{"Tags.21.Key", "a", "Tags.22.Colour", "b", "Tags.1.Key", "acs:"}, `Tags: too many, value "22", 0 to 20`, "by the highest number; the content is not checked"},
		{[]string{"Tags.999999999.Key", "a"}, `Tags: too many, value "999999999", 0 to 20`, "a huge number costs nothing"},
		{[]string{"Tags.0.Key", "a", "Tags.01.Key", "b", "Tags.-1.Key", "c", "Tags.+1.Key", "d", "Tags.x.Key", "e", "Tags.1", "f", "Tags.1.", "g", "Tags.", "h", "Tags..Key", "i"},
			`Tags.: unknown parameter, suggest "Tags"; Tags.-1.Key: unknown parameter; Tags..Key: unknown parameter; Tags.0.Key: unknown parameter, suggest "Tags.1.Key"; ` +
				`Tags.01.Key: unknown parameter, suggest "Tags.1.Key"; Tags.1: unknown parameter; Tags.1.: unknown parameter; Tags.x.Key: unknown parameter; [hidden]: unknown parameter`, "invalid numbers or names"},
		{[]string{"Tags.1.Key", "a", "Tags.1.Colour", "b", "Tags.1.Key.x", "c"}, `Tags.1.Colour: unknown parameter; Tags.1.Key.x: unknown parameter, suggest "Tags.1.Key"`, "not names of a tag"},
		{[]string{"Tags", `[{"Key":"a"}]`, "Tags.1.Key", "acs:"}, "Tags: bad type", "one JSON text, as a CLI makes it; the rest is not checked"},
		{[]string{"Tags", ""}, "", "empty is unset"},
		{[]string{"IkeConfig.IkeLifetime", "1h", "IpsecConfig.IpsecLifetime", "25h", "BgpConfig.LocalAsn", "AS65000", "HealthCheckConfig.retry", "3s"},
			`IkeConfig.IkeLifetime: bad type, suggest "3600"; IpsecConfig.IpsecLifetime: bad type; HealthCheckConfig.retry: bad type; BgpConfig.LocalAsn: bad type, suggest "65000"`, "numbers with a unit"},
		{[]string{"LocalSubnet", "10.0.0.0/255.255.255.0,10.0.1.9 / 24,10.0.2.0／24,10.0.0.0/255.0.255.0"},
			`LocalSubnet[0]: bad CIDR block, value "10.0.0.0/255.255.255.0", suggest "10.0.0.0/24"; LocalSubnet[1]: bad CIDR block, value "10.0.1.9 / 24", suggest "10.0.1.0/24"; ` +
				`LocalSubnet[2]: bad CIDR block, value "10.0.2.0／24", suggest "10.0.2.0/24"; LocalSubnet[3]: bad CIDR block, value "10.0.0.0/255.0.255.0"`, "blocks in other notation"},
		{[]string{"RemoteCaCertificate", "\r\n " + strings.ReplaceAll(certificate, "\n", "\r\n"), "IkeConfig.RemoteId", "r"},
			`IkeConfig "{\"RemoteId\":\"r\"}", RemoteCaCertificate ` + fmt.Sprintf("%q", "\r\n "+strings.ReplaceAll(certificate, "\n", "\r\n")), "a certificate is sent as given"},
	} {
		params := maps.Clone(usualParams)
		for pair := range slices.Chunk(tt.pairs, 2) {
			params[pair[0]] = pair[1]
		}
		r, err := vpnconn.ParseIn(aliyun.Edition2025, params)
		if err != nil {
			checkWellFormed(t, err)
		}
		if got := strings.TrimPrefix(outcomeOf(r, err), "sent "); got != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s: %s", tt.pairs, got, tt.want, tt.why)
		}
		checkSame(t, tt.want+" by ParseQueryIn", r, err)(vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(params)))
	}
}

// TestParseTunnels: tunnels are read from flat parameters, in numerical order.
func TestParseTunnels(t *testing.T) {
	for _, tt := range []combination{
		{sentDual("TunnelOptionsSpecification", ""), "", "empty is unset"},
		{sentDual("TunnelOptionsSpecification", `[{"Role":"master"},{"Role":"slave"}]`, "1.Role", "x"), "TunnelOptionsSpecification: bad type", "one JSON text; the rest is not checked"},
		{sentDual("1.CustomerGatewayId", "", "2.CustomerGatewayId", "", "3.CustomerGatewayId", "c"), `TunnelOptionsSpecification: too many, value "3", 0 to 2`, "by the highest number"},
		{sentDual("100000000000000000000000.Role", "master"), `TunnelOptionsSpecification: too many, value "100000000000000000000000", 0 to 2`, "however many digits it has"},
		{sentDual("9.Role", "master", "100000000000000000000000.Role", "", "10.Role", "x", "90000000000000000000.Role", "x", "80000000000000000000.Role", "x"),
			`TunnelOptionsSpecification: too many, value "90000000000000000000", 0 to 2`, "the highest that has something"},
		{sentDual(strings.Repeat("9", 100)+".Role", "master"), `TunnelOptionsSpecification: too many, value "` + strings.Repeat("9", 64) + `", 0 to 2`, "a long number is cut"},
		{sentDual("0.Role", "master", "01.Role", "master"), `TunnelOptionsSpecification.0.Role: unknown parameter, suggest "TunnelOptionsSpecification.1.Role"; TunnelOptionsSpecification.01.Role: unknown parameter, suggest "TunnelOptionsSpecification.1.Role"`, "no places"},
		{sentDual("TunnelOptionsSpecification[0].Role", "master", "TunnelOptionsSpecification[1][TunnelIkeConfig][Psk]", "k", "TunnelOptionsSpecification[0].Rolex", "k"),
			`TunnelOptionsSpecification[0].Role: unknown parameter, suggest "TunnelOptionsSpecification.1.Role"; ` +
				`TunnelOptionsSpecification[1][TunnelIkeConfig][Psk]: unknown parameter, suggest "TunnelOptionsSpecification.2.TunnelIkeConfig.Psk"; [hidden]: unknown parameter`,
			"brackets, if everything else is documented"},
		{sentDual("1.TunnelIkeConfig", `{"Psk":"k"}`), "TunnelOptionsSpecification.1.TunnelIkeConfig: bad type", "a tunnel has no JSON"},
		{sentDual("1.IkeConfig.Psk", "k", "1.Psk", "k", "1.TunnelIkeConfig.psk", "k"),
			`TunnelOptionsSpecification.1.IkeConfig.Psk: unknown parameter, suggest "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk"; TunnelOptionsSpecification.1.Psk: unknown parameter, suggest "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk"; ` +
				`TunnelOptionsSpecification.1.TunnelIkeConfig.psk: unknown parameter, suggest "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk"`, "names of a connection, and typos"},
		{sentDual("1.EnableDpd", "TRUE", "2.EnableDpd", "1"), `TunnelOptionsSpecification.2.EnableDpd: unsupported value, value "1", suggest "true"`, "Booleans in any letter case"},
		{sentDual("1.TunnelBgpConfig.LocalAsn", "1.0"), `TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: unsupported value, value "1.0", suggest "65536"`, "tunnels do not accept two halves"},
		{sentDual("1.TunnelBgpConfig.LocalAsn", "0.0"), `TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: out of range, value "0.0"`, "nothing to suggest"},
		{sentDual("1.TunnelBgpConfig.EnableBgp", "true"), `TunnelOptionsSpecification.1.TunnelBgpConfig.EnableBgp: unknown parameter, suggest "EnableTunnelsBgp"`, "that is EnableTunnelsBgp"},
		{sentDual("1.TunnelIkeConfig.IkeLifetime", "0.5"), "TunnelOptionsSpecification.1.TunnelIkeConfig.IkeLifetime: bad type", "decimal digits"},
	} {
		tt.check(t)
	}
	_, err := vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(sentDual())+"&Tags.1.Key=a&Tags.1.Key=b&Tags.1.Value=%zz&TunnelOptionsSpecification.1.Role=master&TunnelOptionsSpecification.1.Role=master&Tags.2.Key")
	if got, want := mistakesOf(t, err), "Tags.1.Key: duplicate, Tags.1.Value: bad character, TunnelOptionsSpecification.1.Role: duplicate"; got != want {
		t.Errorf("a query: %s, want %s", got, want)
	}
	for _, place := range []string{"5", "25", "100000000000000000000000"} {
		_, err := vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(sentDual())+"&Tags."+place+".Key=&Tags."+place+".Key=")
		if got, want := mistakesOf(t, err), "Tags."+place+".Key: duplicate"; got != want {
			t.Errorf("nothing, twice: %s, want %s", got, want)
		}
	}
	r, err := vpnconn.ParseIn(aliyun.Edition2025, sentDual("1.Role", "slave", "2.Role", "master"))
	if err != nil || r.Tunnels()[0].Role() != vpnconn.RoleSlave || r.Tunnels()[0].CustomerGatewayID() != "cgw-1" {
		t.Errorf("the order changed: %v, %v", r, err)
	}
}

// TestTagsInOrder: ten tags or more are sent in byte order of their names, and read in numerical order.
func TestTagsInOrder(t *testing.T) {
	for n := range 21 {
		var tags []vpnconn.Tag
		for i := range n {
			tags = append(tags, vpnconn.Tag{Key: fmt.Sprintf("k%d", n-i), Value: "v"})
		}
		r := build(t, smallest2025(vpnconn.WithTags(tags...))...)
		if got := r.Tags(); !slices.Equal(got, tags) {
			t.Errorf("%d tags: %v", n, got)
		}
		if all := pairs(r.All()); !slices.IsSortedFunc(all, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) || len(all) != 6+2*n || len(r.Params()) != len(all) {
			t.Errorf("%d tags are sent as %v", n, all)
		}
		checkComesBack(t, r)
	}
}
