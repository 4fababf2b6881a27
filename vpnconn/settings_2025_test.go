package vpnconn_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A setting is one that edition 2025 has, in a connection or in a tunnel.
type setting2025 struct {
	name     string // with N for the place in a list
	text     string // a good one that is not the default
	defaults string // the documented default, and after a slash that on SM gateways
}

// settingsToday has the settings in documented order: that of the document's list, and the alphabet in a tunnel.
var settingsToday = []setting2025{
	{"RegionId", "cn-shanghai", ""},
	{"ClientToken", "02fb3da4 130e/11e9", ""},
	{"CustomerGatewayId", "cgw-p0w2jemrcj5u61un8****", ""},
	{"VpnGatewayId", "vpn-bp1q8bgx4xnkm****", ""},
	{"Name", " 总部 / VPC 🔑", ""},
	{"LocalSubnet", "10.10.2.0/24,10.10.1.0/24", ""},
	{"RemoteSubnet", "10.10.3.0/24,10.10.1.0/24", ""},
	{"EffectImmediately", "true", "false"},
	{"IkeConfig.Psk", trickyToday, ""},
	{"IkeConfig.IkeVersion", "ikev2", "ikev1"},
	{"IkeConfig.IkeMode", "aggressive", "main"},
	{"IkeConfig.IkeEncAlg", "aes256", "aes/sm4"},
	{"IkeConfig.IkeAuthAlg", "sha256", "md5/sm3"},
	{"IkeConfig.IkePfs", "group14", "group2/"},
	{"IkeConfig.IkeLifetime", "28800", "86400"},
	{"IkeConfig.LocalId", "gw@总部.example", ""},
	{"IkeConfig.RemoteId", "CN=test,OU=test,O=test,C=CHN", ""},
	{"IpsecConfig.IpsecEncAlg", "aes192", "aes/sm4"},
	{"IpsecConfig.IpsecAuthAlg", "sha512", "md5/sm3"},
	{"IpsecConfig.IpsecPfs", "disabled", "group2/"},
	{"IpsecConfig.IpsecLifetime", "3600", "86400"},
	{"HealthCheckConfig.enable", "true", "false"},
	{"HealthCheckConfig.dip", "192.168.1.1", ""},
	{"HealthCheckConfig.sip", "10.10.1.1", ""},
	{"HealthCheckConfig.interval", "10", "3"},
	{"HealthCheckConfig.retry", "4", "3"},
	{"AutoConfigRoute", "false", "true"},
	{"EnableDpd", "false", "true"},
	{"EnableNatTraversal", "false", "true"},
	{"BgpConfig.EnableBgp", "true", "false"},
	{"BgpConfig.LocalAsn", "4294967295", "45104"},
	{"BgpConfig.TunnelCidr", "169.254.10.0/30", ""},
	{"BgpConfig.LocalBgpIp", "169.254.10.1", ""},
	{"RemoteCaCertificate", "", ""}, // SM gateways alone, so that nothing else fits
	{"Tags.N.Key", "team / 网络", ""},
	{"Tags.N.Value", "a=b&c", ""},
	{"TunnelOptionsSpecification.N.CustomerGatewayId", "cgw-p0wy363lucf1uyae8****", ""},
	{"TunnelOptionsSpecification.N.EnableDpd", "false", "true"},
	{"TunnelOptionsSpecification.N.EnableNatTraversal", "false", "true"},
	{"TunnelOptionsSpecification.N.RemoteCaCertificate", "", ""},
	{"TunnelOptionsSpecification.N.Role", "master", ""},
	{"TunnelOptionsSpecification.N.TunnelBgpConfig.LocalAsn", "65530", "45104"},
	{"TunnelOptionsSpecification.N.TunnelBgpConfig.LocalBgpIp", "169.254.10.1", ""},
	{"TunnelOptionsSpecification.N.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30", ""},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkeAuthAlg", "sha384", "md5/sm3"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkeEncAlg", "aes192", "aes/sm4"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkeLifetime", "28800", "86400"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkeMode", "aggressive", "main"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkePfs", "group5", "group2/"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.IkeVersion", "ikev2", "ikev1"},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.LocalId", "47.21.0.1", ""},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.Psk", trickyToday, ""},
	{"TunnelOptionsSpecification.N.TunnelIkeConfig.RemoteId", "47.42.0.1", ""},
	{"TunnelOptionsSpecification.N.TunnelIpsecConfig.IpsecAuthAlg", "sha256", "md5/sm3"},
	{"TunnelOptionsSpecification.N.TunnelIpsecConfig.IpsecEncAlg", "3des", "aes/sm4"},
	{"TunnelOptionsSpecification.N.TunnelIpsecConfig.IpsecLifetime", "0", "86400"},
	{"TunnelOptionsSpecification.N.TunnelIpsecConfig.IpsecPfs", "group1", "group2/"},
	{"EnableTunnelsBgp", "true", "false"},
	{"DryRun", "true", "false"},
}

// trickyToday has every mark that a key may have.
const trickyToday = "~!`@#$%^&*()_-+={}[]|;:',.<>/?0Az"

// orderToday has the names of everything that an error can be about.
var orderToday = func() (names []string) {
	for _, s := range settingsToday {
		for i := range s.name { // the objects and lists that it is in come first
			if outer := s.name[:i]; s.name[i] == '.' && !slices.Contains(names, outer) {
				names = append(names, outer)
			}
		}
		names = append(names, s.name)
		if strings.HasSuffix(s.name, "TunnelIpsecConfig.IpsecPfs") {
			names = append(names, "TunnelOptionsSpecification.N.Edition") // which is no setting
		}
	}
	return append([]string{"", "Action"}, names...)
}()

// onlyToday has the options of connections and tunnels that edition 2019 lacks, but for those that replace a whole.
var onlyToday = map[string]func(string) vpnconn.Option{
	"AutoConfigRoute":     boolean(vpnconn.WithAutoConfigRoute),
	"EnableDpd":           boolean(vpnconn.WithDPD),
	"EnableNatTraversal":  boolean(vpnconn.WithNATTraversal),
	"RemoteCaCertificate": vpnconn.WithRemoteCACertificate,
	"EnableTunnelsBgp":    boolean(vpnconn.WithTunnelsBGP),
	"DryRun":              boolean(vpnconn.WithDryRun),
	"IkeConfig.LocalId":   options["IkeConfig.LocalIdIPsec"],
}

func boolean(with func(bool) vpnconn.Option) func(string) vpnconn.Option {
	return func(text string) vpnconn.Option { return with(text == "true") }
}

// optionsToday returns options for settings by their names, or of a tunnel by those in it, in documented order. Tunnels
// without roles are made by a Spec, which alone can.
func optionsToday(set map[string]string) (opts []vpnconn.Option) {
	whole := make(map[string]map[string]string) // of an object or an element
	for name, text := range set {
		list, member, _ := strings.Cut(strings.TrimPrefix(name, "Tunnel"), ".")
		number, inElement, _ := strings.Cut(member, ".")
		switch list {
		case "HealthCheckConfig", "BgpConfig":
		case "Tags":
			list, member = "Tags."+number, inElement
		case "OptionsSpecification":
			list, member = number, inElement
		default:
			continue
		}
		if whole[list] == nil {
			whole[list] = make(map[string]string)
		}
		whole[list][member] = text
	}
	for _, s := range settingsToday {
		if text, isSet := set[s.name]; isSet && s.with() != nil {
			opts = append(opts, s.with()(text))
		}
		name := strings.Replace(s.name, "IkeConfig", "TunnelIkeConfig", 1)
		if name = strings.Replace(name, "IpsecConfig", "TunnelIpsecConfig", 1); name != s.name && s.with() != nil {
			if text, isSet := set[name]; isSet {
				opts = append(opts, s.with()(text))
			}
		}
	}
	if c, isSet := whole["HealthCheckConfig"]; isSet {
		opts = append(opts, vpnconn.WithHealthCheck(vpnconn.HealthCheck{
			Enable: boolOrNil(c["enable"]), Destination: c["dip"], Source: c["sip"], Interval: numberOrNil(c["interval"]), Retry: numberOrNil(c["retry"]),
		}))
	}
	if c, isSet := whole["BgpConfig"]; isSet {
		b := vpnconn.BGP{Enable: boolOrNil(c["EnableBgp"]), TunnelCIDR: c["TunnelCidr"], LocalIP: c["LocalBgpIp"]}
		if n := numberOrNil(c["LocalAsn"]); n != nil {
			b.LocalASN = uint32(*n)
		}
		opts = append(opts, vpnconn.WithBGP(b))
	}
	var tags []vpnconn.Tag
	for n := 1; whole["Tags."+strconv.Itoa(n)] != nil; n++ {
		tag := whole["Tags."+strconv.Itoa(n)]
		tags = append(tags, vpnconn.Tag{Key: tag["Key"], Value: tag["Value"]})
	}
	if tags != nil {
		opts = append(opts, vpnconn.WithTags(tags...))
	}
	if (whole["1"] != nil || whole["2"] != nil) && whole["1"]["Role"]+whole["2"]["Role"] == "" {
		opts = append(opts, vpnconn.Spec{Tunnels: make([]vpnconn.TunnelSpec, 2)}.Option())
	}
	for i, role := range vpnconn.Roles() {
		if c := whole[strconv.Itoa(i+1)]; c != nil {
			opts = append(opts, vpnconn.WithTunnel(role, optionsToday(c)...))
		}
	}
	return opts
}

// with returns the option that sets s alone, nil where there is none.
func (s setting2025) with() func(string) vpnconn.Option {
	if with := onlyToday[s.name]; with != nil {
		return with
	}
	return options[s.name]
}

func boolOrNil(text string) *bool {
	if text == "" {
		return nil
	}
	return new(text == "true")
}

func numberOrNil(text string) *int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil
	}
	return &n
}

// everythingToday returns a request with a single tunnel, one with two and one for an SM gateway, which together have every
// setting.
func everythingToday(t testing.TB) map[string]vpnconn.Request {
	t.Helper()
	isTunnel := func(name string) bool { return strings.Contains(name, "Tunnel") && name != "BgpConfig.TunnelCidr" }
	isSingle := func(name string) bool {
		return !isTunnel(name) && (strings.Contains(name, "Config.") || strings.HasPrefix(name, "Enable") || name == "CustomerGatewayId" || name == "RemoteCaCertificate")
	}
	single, double := make(map[string]string), make(map[string]string)
	for _, s := range settingsToday {
		if s.text == "" {
			continue
		}
		name := strings.Replace(s.name, ".N.", ".1.", 1)
		if !isTunnel(name) {
			single[name] = s.text
		}
		if !isSingle(name) {
			double[name] = s.text
		}
		if list, member, ok := strings.Cut(s.name, ".N."); ok && list != "Tags" {
			double[list+".2."+member] = s.text
		}
	}
	double["TunnelOptionsSpecification.2.Role"] = "slave"
	double["TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr"] = "169.254.11.0/30"
	double["TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp"] = "169.254.11.2"
	edition := vpnconn.WithEdition(aliyun.Edition2025)
	return map[string]vpnconn.Request{
		"a single tunnel": build(t, append(optionsToday(single), edition)...),
		"two tunnels":     build(t, append(optionsToday(double), edition)...),
		"an SM gateway": build(t, today(vpnconn.WithRemoteCACertificate(aCertificate),
			vpnconn.WithIKE(ikeconfig.WithRemoteID("CN=test"), ikeconfig.WithAuthAlg(ikeconfig.SM3), ikeconfig.WithEncAlg(ikeconfig.SM4)),
			vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.SM3), ipsecconfig.WithEncAlg(ipsecconfig.SM4)))...),
	}
}

// aCertificate is made up; nobody looks into it.
const aCertificate = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2VydGlmaWNhdGUgbWFkZSB1cDAK\n-----END CERTIFICATE-----\n"

// TestEverySettingToday is TestEverySetting for edition 2025.
func TestEverySettingToday(t *testing.T) {
	all := everythingToday(t)
	var golden strings.Builder
	missing := make(map[string]bool)
	for _, s := range settingsToday {
		missing[s.name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		r := all[name]
		fmt.Fprintf(&golden, "# %s\n%s", name, everyForm(r))
		var fields []string
		for field, text := range r.Fields() {
			fields = append(fields, field)
			general := numbered.ReplaceAllString(field, ".N.")
			delete(missing, general)
			if i := slices.IndexFunc(settingsToday, func(s setting2025) bool { return s.name == general }); i >= 0 && settingsToday[i].defaults == text {
				t.Errorf("%s is %s, the default, so that it could be missing unseen", field, text)
			}
		}
		inOrder := slices.IsSortedFunc(fields, func(a, b string) int {
			return slices.Compare(placeOf(aliyun.Edition2025, a), placeOf(aliyun.Edition2025, b))
		})
		if !inOrder {
			t.Errorf("%s: the fields are not in documented order: %q", name, fields)
		}
		checkStops(t, r.All())
		checkStops(t, r.Fields())
		checkComesBack(t, r)
		if effective := r.Effective(); name != "an SM gateway" && !effective.Equal(r) {
			t.Errorf("%s: there is a default to fill in: %v", name, effective)
		}
	}
	delete(missing, "TunnelOptionsSpecification.N.RemoteCaCertificate") // see TestEffectiveToday
	for name := range missing {
		t.Errorf("no request has %s", name)
	}
	checkGolden(t, "testdata/everything-2025.golden", golden.String())
}
