package vpnconn_test

import (
	"net/netip"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// What a later option does to an earlier one: the parameters named are as given, "" for absent.
func TestLaterReplacesEarlier(t *testing.T) {
	ike := func(opts ...ikeconfig.Option) ikeconfig.Config {
		c, err := ikeconfig.New(opts...)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	ipsec, err := ipsecconfig.New(ipsecconfig.WithPFS(ipsecconfig.Group14))
	if err != nil {
		t.Fatal(err)
	}
	block := netip.MustParsePrefix
	seen := make(map[string]bool)
	for _, row := range []struct {
		name  string
		opts  []vpnconn.Option
		param string
		want  string
		why   string
	}{
		{"region", []vpnconn.Option{vpnconn.WithRegionID("a"), vpnconn.WithRegionID("b")}, "RegionId", "b", "a parameter has one value"},
		{"VPN gateway", []vpnconn.Option{vpnconn.WithVPNGatewayID("a"), vpnconn.WithVPNGatewayID("b")}, "VpnGatewayId", "b", "a parameter has one value"},
		{"customer gateway", []vpnconn.Option{vpnconn.WithCustomerGatewayID("a"), vpnconn.WithCustomerGatewayID("b")}, "CustomerGatewayId", "b", "not taken for the other gateway"},
		{"token", []vpnconn.Option{vpnconn.WithClientToken("a"), vpnconn.WithClientToken("b")}, "ClientToken", "b", "a parameter has one value"},
		{"name", []vpnconn.Option{vpnconn.WithName("aa"), vpnconn.WithName("bb")}, "Name", "bb", "a parameter has one value"},
		{"true and false", []vpnconn.Option{vpnconn.WithEffectImmediately(true), vpnconn.WithEffectImmediately(false)}, "EffectImmediately", "false", "false is a value, not unset"},
		{"an earlier mistake", []vpnconn.Option{vpnconn.WithName("!"), vpnconn.WithName("bb")}, "Name", "bb",
			"nothing is checked before everything is set"},
		{"local subnets", []vpnconn.Option{vpnconn.WithLocalSubnets("10.0.0.0/8", "11.0.0.0/8"), vpnconn.WithLocalSubnets("12.0.0.0/8")},
			"LocalSubnet", "12.0.0.0/8", "the list is one setting"},
		{"remote subnets", []vpnconn.Option{vpnconn.WithRemoteSubnets("10.0.0.0/8", "11.0.0.0/8"), vpnconn.WithRemoteSubnets("12.0.0.0/8")},
			"RemoteSubnet", "12.0.0.0/8", "the list is one setting"},
		{"local prefixes after subnets", []vpnconn.Option{vpnconn.WithLocalSubnets("10.0.0.0/8"), vpnconn.WithLocalPrefixes(block("12.0.0.0/8"))},
			"LocalSubnet", "12.0.0.0/8", "two spellings of one setting"},
		{"local subnets after prefixes", []vpnconn.Option{vpnconn.WithLocalPrefixes(block("12.0.0.0/8")), vpnconn.WithLocalSubnets("10.0.0.0/8")},
			"LocalSubnet", "10.0.0.0/8", "two spellings of one setting"},
		{"remote prefixes after subnets", []vpnconn.Option{vpnconn.WithRemoteSubnets("10.0.0.0/8"), vpnconn.WithRemotePrefixes(block("12.0.0.0/8"))},
			"RemoteSubnet", "12.0.0.0/8", "two spellings of one setting"},
		{"local does not replace remote", []vpnconn.Option{vpnconn.WithRemoteSubnets("10.0.0.0/8"), vpnconn.WithLocalSubnets("12.0.0.0/8")},
			"RemoteSubnet", "10.0.0.0/8", "they are two settings"},

		{"phase 1, the same setting",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group2)), vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group14))},
			"IkeConfig", `{"IkePfs":"group14"}`, "a setting has one value, within a phase too"},
		{"phase 1, every setting", []vpnconn.Option{
			vpnconn.WithIKE(ikeconfig.WithPSK("p"), ikeconfig.WithVersion(ikeconfig.V1), ikeconfig.WithMode(ikeconfig.Main),
				ikeconfig.WithEncAlg(ikeconfig.DES), ikeconfig.WithAuthAlg(ikeconfig.MD5), ikeconfig.WithPFS(ikeconfig.Group1),
				ikeconfig.WithLifetime(time.Hour), ikeconfig.WithLocalID("l"), ikeconfig.WithRemoteID("r")),
			vpnconn.WithIKE(ikeconfig.WithPSK("q"), ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithMode(ikeconfig.Aggressive),
				ikeconfig.WithEncAlg(ikeconfig.AES), ikeconfig.WithAuthAlg(ikeconfig.SHA1), ikeconfig.WithPFS(ikeconfig.Group5),
				ikeconfig.WithLifetime(0), ikeconfig.WithLocalID("m"), ikeconfig.WithRemoteID("s")),
		}, "IkeConfig", `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":0,"IkeMode":"aggressive","IkePfs":"group5",` +
			`"IkeVersion":"ikev2","LocalId":"m","LocalIdIPsec":"m","Psk":"q","RemoteId":"s"}`, "all nine are replaced"},
		{"phase 1, another setting",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("p")), vpnconn.WithIKE(ikeconfig.WithLifetime(0))},
			"IkeConfig", `{"IkeLifetime":0,"Psk":"p"}`, "WithIKE changes only what it names"},
		{"phase 1, nothing named",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("p")), vpnconn.WithIKE()},
			"IkeConfig", `{"Psk":"p"}`, "WithIKE changes only what it names"},
		{"phase 1, WithIKEConfig after WithIKE",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("p")), vpnconn.WithIKEConfig(ike(ikeconfig.WithLifetime(0)))},
			"IkeConfig", `{"IkeLifetime":0}`, "WithIKEConfig replaces all of phase 1"},
		{"phase 1, WithIKEConfig after WithIKEConfig",
			[]vpnconn.Option{vpnconn.WithIKEConfig(ike(ikeconfig.WithPSK("p"))), vpnconn.WithIKEConfig(ike(ikeconfig.WithLifetime(0)))},
			"IkeConfig", `{"IkeLifetime":0}`, "WithIKEConfig replaces all of phase 1"},
		{"phase 1, the zero Config", []vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("p")), vpnconn.WithIKEConfig(ikeconfig.Config{})},
			"IkeConfig", "", "WithIKEConfig unsets what the Config leaves unset"},
		{"phase 1, WithIKE after WithIKEConfig",
			[]vpnconn.Option{vpnconn.WithIKEConfig(ike(ikeconfig.WithPSK("p"))), vpnconn.WithIKE(ikeconfig.WithLifetime(0))},
			"IkeConfig", `{"IkeLifetime":0,"Psk":"p"}`, "WithIKE changes only what it names"},
		{"phase 1, a mistake in what is replaced",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("")), vpnconn.WithIKEConfig(ike(ikeconfig.WithLifetime(0)))},
			"IkeConfig", `{"IkeLifetime":0}`, "nothing is checked before everything is set"},
		{"phase 1 is not phase 2",
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group1)), vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group5))},
			"IkeConfig", `{"IkePfs":"group1"}`, "they are two settings"},

		{"phase 2, the same setting",
			[]vpnconn.Option{vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group2)), vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group5))},
			"IpsecConfig", `{"IpsecPfs":"group5"}`, "a setting has one value, within a phase too"},
		{"phase 2, every setting", []vpnconn.Option{
			vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.DES), ipsecconfig.WithAuthAlg(ipsecconfig.MD5),
				ipsecconfig.WithPFS(ipsecconfig.Group1), ipsecconfig.WithLifetime(time.Hour)),
			vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES), ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
				ipsecconfig.WithPFS(ipsecconfig.Group5), ipsecconfig.WithLifetime(0)),
		}, "IpsecConfig", `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":0,"IpsecPfs":"group5"}`, "all four are replaced"},
		{"phase 2, another setting",
			[]vpnconn.Option{vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES)), vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))},
			"IpsecConfig", `{"IpsecEncAlg":"aes","IpsecLifetime":0}`, "WithIPsec changes only what it names"},
		{"phase 2, WithIPsecConfig after WithIPsec",
			[]vpnconn.Option{vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES)), vpnconn.WithIPsecConfig(ipsec)},
			"IpsecConfig", `{"IpsecPfs":"group14"}`, "WithIPsecConfig replaces all of phase 2"},
		{"phase 2, the zero Config",
			[]vpnconn.Option{vpnconn.WithIPsecConfig(ipsec), vpnconn.WithIPsecConfig(ipsecconfig.Config{})},
			"IpsecConfig", "", "WithIPsecConfig unsets what the Config leaves unset"},
		{"phase 2, WithIPsec after WithIPsecConfig",
			[]vpnconn.Option{vpnconn.WithIPsecConfig(ipsec), vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))},
			"IpsecConfig", `{"IpsecLifetime":0,"IpsecPfs":"group14"}`, "WithIPsec changes only what it names"},

		{"nil options", []vpnconn.Option{nil, vpnconn.WithName("aa"), nil, vpnconn.Options(nil, nil), vpnconn.Options()}, "Name", "aa",
			"a nil option is skipped, and so is an empty bundle"},
		{"nil settings of phase 1", []vpnconn.Option{vpnconn.WithIKE(nil, ikeconfig.Options(nil, ikeconfig.WithPSK("p"), nil), ikeconfig.Options())},
			"IkeConfig", `{"Psk":"p"}`, "a nil option is skipped, and so is an empty bundle"},
		{"nil settings of phase 2", []vpnconn.Option{vpnconn.WithIPsec(nil, ipsecconfig.Options(nil, ipsecconfig.WithLifetime(0), nil))},
			"IpsecConfig", `{"IpsecLifetime":0}`, "a nil option is skipped"},
		{"an option behind a bundle", []vpnconn.Option{vpnconn.Options(vpnconn.WithName("aa"), vpnconn.WithName("bb")), vpnconn.WithName("cc")},
			"Name", "cc", "a bundle is in place of its options"},
		{"an option before a bundle", []vpnconn.Option{vpnconn.WithName("cc"), vpnconn.Options(vpnconn.WithName("aa"), vpnconn.Options(vpnconn.WithName("bb")))},
			"Name", "bb", "a bundle is in place of its options, at any depth"},
	} {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		t.Run(row.name, func(t *testing.T) {
			together := mustNew(t, row.opts...)
			if got := together.Params()[row.param]; got != row.want {
				t.Errorf("New: %s is %q, want %q: %s", row.param, got, row.want, row.why)
			}
			builder := vpnconn.NewBuilder(smallest()...)
			for _, opt := range row.opts {
				builder = builder.With(opt)
			}
			if one, err := builder.Build(); err != nil || !one.Equal(together) {
				t.Errorf("one option at a time: %v, %v\nwant %v", one, err, together)
			}
			if bundled := build(t, vpnconn.Options(smallest(row.opts...)...)); !bundled.Equal(together) {
				t.Errorf("as a bundle: %v\nwant %v", bundled, together)
			}
		})
	}
}

func TestBuilderIsAPlaceToStartFrom(t *testing.T) {
	base := vpnconn.NewBuilder(smallest(vpnconn.WithIKE(ikeconfig.WithPSK("base")))...)
	a, errA := base.With(vpnconn.WithName("aa"), vpnconn.WithIKE(ikeconfig.WithPSK("a"))).Build()
	b, errB := base.With(vpnconn.WithName("bb"), vpnconn.WithLocalSubnets("10.0.0.0/8", "11.0.0.0/8")).Build()
	plain, err := base.Build()
	if errA != nil || errB != nil || err != nil {
		t.Fatal(errA, errB, err)
	}
	want := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK("base"))).Params()
	if diff := cmp.Diff(want, plain.Params()); diff != "" {
		t.Errorf("the builder itself changed (-want +got):\n%s", diff)
	}
	if a.Name() != "aa" || a.IKE().PSK() != "a" || len(a.LocalSubnets()) != 1 {
		t.Errorf("first child: %v with key %q", a, a.IKE().PSK())
	}
	if b.Name() != "bb" || b.IKE().PSK() != "base" || len(b.LocalSubnets()) != 2 {
		t.Errorf("second child: %v with key %q", b, b.IKE().PSK())
	}
}

// What Build drops from a list it drops from the request, not from the builder that others may hold.
func TestBuildLeavesTheBuilderAsItIs(t *testing.T) {
	builder := vpnconn.NewBuilder(smallest(vpnconn.WithLocalSubnets(" 10.0.0.0/8 , 11.0.0.0/8"))...)
	before := builder.String()
	req, err := builder.Build()
	if err != nil || req.Params()["LocalSubnet"] != "10.0.0.0/8,11.0.0.0/8" {
		t.Errorf("Build: %v, %v", req, err)
	}
	if after := builder.String(); after != before {
		t.Errorf("the builder was %s and became %s", before, after)
	}
}
