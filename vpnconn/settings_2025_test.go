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

// document2025 lists the parameters and settings of edition 2025 in documented order, with N for the number in a list.
var document2025 = documentIn(aliyun.Edition2025)

// order2025 has the names of everything that an error can be about.
var order2025 = func() []string {
	names := []string{""}
	for _, d := range document2025 {
		names = append(names, d.Name)
		if d.Type == "list" {
			names = append(names, d.Name+".N")
		}
	}
	last := slices.Index(names, "EnableTunnelsBgp")
	return slices.Insert(names, last, "TunnelOptionsSpecification.N.Edition") // which is not a setting
}()

// isSetting reports whether d is something that can be set.
func (d documented) isSetting() bool {
	return d.Type != "object" && d.Type != "list" && d.Name != "Action"
}

// samples has a valid text for each setting that is not a Boolean, not its default. Those of a tunnel have the names of a
// connection.
var samples = map[string]string{
	"RegionId": "cn-shanghai", "ClientToken": "02fb3da4 130e/11e9", "CustomerGatewayId": "cgw-p0w2jemrcj5u61un8****",
	"VpnGatewayId": "vpn-bp1q8bgx4xnkm****", "Name": " 总部 / VPC 🔑", "LocalSubnet": "10.10.2.0/24,10.10.1.0/24", "RemoteSubnet": "10.10.3.0/24,10.10.1.0/24",
	"IkeConfig.Psk": "~!`@#$%^&*()_-+={}[]|;:',.<>/?0Az", "IkeConfig.IkeVersion": "ikev2", "IkeConfig.IkeMode": "aggressive", "IkeConfig.IkeEncAlg": "aes256",
	"IkeConfig.IkeAuthAlg": "sha256", "IkeConfig.IkePfs": "group14", "IkeConfig.IkeLifetime": "28800", "IkeConfig.LocalId": "gw@总部.example", "IkeConfig.RemoteId": "CN=test,OU=test,O=test,C=CHN",
	"IpsecConfig.IpsecEncAlg": "aes192", "IpsecConfig.IpsecAuthAlg": "sha512", "IpsecConfig.IpsecPfs": "disabled", "IpsecConfig.IpsecLifetime": "0",
	"HealthCheckConfig.dip": "192.168.1.1", "HealthCheckConfig.sip": "10.10.1.1", "HealthCheckConfig.interval": "10", "HealthCheckConfig.retry": "4",
	"BgpConfig.LocalAsn": "4294967295", "BgpConfig.TunnelCidr": "169.254.10.0/30", "BgpConfig.LocalBgpIp": "169.254.10.1",
	"Tags.N.Key": "team / 网络", "Tags.N.Value": "a=b&c", "Role": "master",
}

// ofConnection returns the name in a connection of a setting, which may be in a tunnel.
func ofConnection(name string) string {
	_, inTunnel, ok := strings.Cut(name, "TunnelOptionsSpecification.N.")
	if !ok {
		return name
	}
	return strings.TrimPrefix(inTunnel, "Tunnel")
}

// sampleOf returns the sample of a setting, or "". For a Boolean it is the opposite of the default.
func sampleOf(d documented) string {
	if d.Type == "boolean" {
		return strconv.FormatBool(d.Default == "false")
	}
	return samples[ofConnection(d.Name)]
}

// A boolean is a Boolean of a connection, outside its objects, which a tunnel may have too.
type boolean struct {
	with  func(bool) vpnconn.Option
	field func(*vpnconn.Spec) **bool
	get   func(vpnconn.Request) (value, set bool)

	// Nil if a tunnel lacks it.
	fieldOfTunnel func(*vpnconn.TunnelSpec) **bool
	getOfTunnel   func(vpnconn.Tunnel) (value, set bool)
}

var booleans = map[string]boolean{
	"EffectImmediately":  {vpnconn.WithEffectImmediately, func(s *vpnconn.Spec) **bool { return &s.EffectImmediately }, vpnconn.Request.EffectImmediately, nil, nil},
	"AutoConfigRoute":    {vpnconn.WithAutoConfigRoute, func(s *vpnconn.Spec) **bool { return &s.AutoConfigRoute }, vpnconn.Request.AutoConfigRoute, nil, nil},
	"EnableDpd":          {vpnconn.WithDPD, func(s *vpnconn.Spec) **bool { return &s.DPD }, vpnconn.Request.DPD, func(s *vpnconn.TunnelSpec) **bool { return &s.DPD }, vpnconn.Tunnel.DPD},
	"EnableNatTraversal": {vpnconn.WithNATTraversal, func(s *vpnconn.Spec) **bool { return &s.NATTraversal }, vpnconn.Request.NATTraversal, func(s *vpnconn.TunnelSpec) **bool { return &s.NATTraversal }, vpnconn.Tunnel.NATTraversal},
	"EnableTunnelsBgp":   {vpnconn.WithTunnelsBGP, func(s *vpnconn.Spec) **bool { return &s.TunnelsBGP }, vpnconn.Request.TunnelsBGP, nil, nil},
	"DryRun":             {vpnconn.WithDryRun, func(s *vpnconn.Spec) **bool { return &s.DryRun }, vpnconn.Request.DryRun, nil, nil},
}

func (b boolean) option(text string) vpnconn.Option { return b.with(text == "true") }

// only2025 has the options of connections and tunnels that edition 2019 lacks, except those that replace a whole.
var only2025 = func() map[string]func(string) vpnconn.Option {
	all := map[string]func(string) vpnconn.Option{
		"RemoteCaCertificate": vpnconn.WithRemoteCACertificate,
		"IkeConfig.LocalId":   options["IkeConfig.LocalIdIPsec"],
	}
	for name, b := range booleans {
		if options[name] == nil {
			all[name] = b.option
		}
	}
	return all
}()

// options2025 returns options for settings by their names, or for a tunnel by the names in it, in documented order.
// Tunnels without roles are made by a Spec, since no option can.
func options2025(set map[string]string) (opts []vpnconn.Option) {
	whole := make(map[string]map[string]string) // the settings of an object or an element
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
	for _, d := range document2025 {
		for _, name := range []string{d.Name, strings.Replace(d.Name, "I", "TunnelI", 1)} { // such as TunnelIkeConfig.Psk in a tunnel
			if text, isSet := set[name]; isSet && with2025(d.Name) != nil {
				opts = append(opts, with2025(d.Name)(text))
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
	return append(opts, tunnelOptions(whole["1"], whole["2"]))
}

// tunnelOptions returns one option for two tunnels, nil for none. A Spec makes their roles, unless they are those of their
// places: before anything else if they select the tunnels, else after it, since WithTunnel would complete them.
func tunnelOptions(one, two map[string]string) vpnconn.Option {
	var opts []vpnconn.Option
	var specs []vpnconn.TunnelSpec
	roles := vpnconn.Roles()
	for i, c := range []map[string]string{one, two} {
		if c == nil {
			continue
		}
		specs = append(specs, vpnconn.TunnelSpec{})
		if role, isSet := c["Role"]; isSet {
			specs[len(specs)-1].Role = new(vpnconn.Role(role))
		}
		if one["Role"] == "slave" && two["Role"] == "master" {
			i = 1 - i
		}
		opts = append(opts, vpnconn.WithTunnel(roles[i], options2025(c)...))
	}
	made := vpnconn.Spec{Tunnels: specs}.Option()
	a, b := one["Role"], two["Role"]
	switch {
	case opts == nil:
		return nil
	case a == b && a != "", a != "" && a != "master" && a != "slave", b != "" && b != "master" && b != "slave", one != nil && two != nil && (a == "") != (b == ""):
		opts = append(opts, made)
	case a != "master" && b != "slave":
		opts = append([]vpnconn.Option{made}, opts...)
	}
	return vpnconn.Options(opts...)
}

// with2025 returns the option that sets only one setting of a connection, or nil if there is none.
func with2025(name string) func(string) vpnconn.Option {
	if with := only2025[name]; with != nil {
		return with
	}
	return options[name]
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

// everything2025 returns a request with a single tunnel, one with two, and one for an SM gateway. Together they have
// every setting.
func everything2025(t testing.TB) map[string]vpnconn.Request {
	t.Helper()
	one, two := make(map[string]string), make(map[string]string)
	for _, d := range document2025 {
		text := sampleOf(d)
		if text == "" {
			continue
		}
		if d.Mode != "dual" {
			one[strings.Replace(d.Name, ".N.", ".1.", 1)] = text
		}
		if d.Mode != "single" {
			two[strings.Replace(d.Name, ".N.", ".1.", 1)] = text
		}
		if strings.HasPrefix(d.Name, "TunnelOptionsSpecification.N.") {
			two[strings.Replace(d.Name, ".N.", ".2.", 1)] = text
		}
	}
	two[inTunnel("2.Role")] = "slave"
	two[inTunnel("2.TunnelBgpConfig.TunnelCidr")], two[inTunnel("2.TunnelBgpConfig.LocalBgpIp")] = "169.254.11.0/30", "169.254.11.2"
	edition := vpnconn.WithEdition(aliyun.Edition2025)
	return map[string]vpnconn.Request{
		"a single tunnel": build(t, append(options2025(one), edition)...),
		"two tunnels":     build(t, append(options2025(two), edition)...),
		"an SM gateway": build(t, smallest2025(vpnconn.WithRemoteCACertificate(certificate),
			vpnconn.WithIKE(ikeconfig.WithRemoteID("CN=test"), ikeconfig.WithAuthAlg(ikeconfig.SM3), ikeconfig.WithEncAlg(ikeconfig.SM4)),
			vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.SM3), ipsecconfig.WithEncAlg(ipsecconfig.SM4)))...),
	}
}

// TestEverySetting2025 is TestEverySetting for edition 2025.
func TestEverySetting2025(t *testing.T) {
	all := everything2025(t)
	var golden strings.Builder
	missing := make(map[string]bool)
	for _, d := range document2025 {
		missing[d.Name] = d.isSetting()
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		r := all[name]
		fmt.Fprintf(&golden, "# %s\n%s", name, everyForm(r))
		var fields []string
		for field, text := range r.Fields() {
			fields = append(fields, field)
			general := numbered.ReplaceAllString(field, ".N.")
			delete(missing, general)
			if slices.ContainsFunc(document2025, func(d documented) bool { return d.Name == general && d.Default == text }) {
				t.Errorf("%s is %s, the default, so nobody would see it missing", field, text)
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
			t.Errorf("%s: Effective fills in a default: %v", name, effective)
		}
	}
	delete(missing, "TunnelOptionsSpecification.N.RemoteCaCertificate") // which package vpntest generates
	for name, isSetting := range missing {
		if isSetting {
			t.Errorf("no request has %s", name)
		}
	}
	checkGolden(t, "testdata/everything-2025.golden", golden.String())
}
