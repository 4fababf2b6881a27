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

// TestLaterReplacesEarlier: what a later option does to an earlier one, also if they are different options.
func TestLaterReplacesEarlier(t *testing.T) {
	ike := func(opts ...ikeconfig.Option) vpnconn.Option {
		return vpnconn.WithIKEConfig(mustNew(t, vpnconn.WithIKE(opts...)).IKE())
	}
	ipsec := vpnconn.WithIPsecConfig(mustNew(t, vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))).IPsec())
	psk, noLifetime := ikeconfig.WithPSK("p"), ikeconfig.WithLifetime(0)
	local, localBlock := vpnconn.WithLocalSubnets, vpnconn.WithLocalPrefixes(netip.MustParsePrefix("12.0.0.0/8"))
	remote, remoteBlock := vpnconn.WithRemoteSubnets, vpnconn.WithRemotePrefixes(netip.MustParsePrefix("12.0.0.0/8"))
	for _, row := range []struct {
		opts      []vpnconn.Option
		want, why string // want: what is set besides what is required
	}{
		{[]vpnconn.Option{vpnconn.WithEffectImmediately(true), vpnconn.WithEffectImmediately(false)}, "EffectImmediately=false", "false is a value, not unset"},
		{[]vpnconn.Option{vpnconn.WithName("!"), vpnconn.WithName("bb")}, "Name=bb", "only the last value is checked"},
		{[]vpnconn.Option{local("10.0.0.0/8", "11.0.0.0/8"), local("12.0.0.0/8")}, "LocalSubnet=12.0.0.0/8", "the list is one setting"},
		{[]vpnconn.Option{local("10.0.0.0/8"), localBlock}, "LocalSubnet=12.0.0.0/8", "two spellings of one setting"},
		{[]vpnconn.Option{localBlock, local("10.0.0.0/8")}, "LocalSubnet=10.0.0.0/8", "two spellings of one setting"},
		{[]vpnconn.Option{remote("10.0.0.0/8", "11.0.0.0/8"), remoteBlock}, "RemoteSubnet=12.0.0.0/8", "two spellings of one setting"},
		{[]vpnconn.Option{remote("10.0.0.0/8"), localBlock}, "RemoteSubnet=10.0.0.0/8; LocalSubnet=12.0.0.0/8", "they are two settings"},

		{[]vpnconn.Option{vpnconn.WithIKE(psk), vpnconn.WithIKE(noLifetime)}, "IkeConfig.Psk=p; IkeConfig.IkeLifetime=0", "WithIKE changes only what it names"},
		{[]vpnconn.Option{vpnconn.WithIKE(psk), vpnconn.WithIKE()}, "IkeConfig.Psk=p", "WithIKE changes only what it names"},
		{[]vpnconn.Option{vpnconn.WithIKE(psk, noLifetime), vpnconn.WithIKE(ikeconfig.WithPSK("q"), ikeconfig.WithLifetime(time.Second))},
			"IkeConfig.Psk=q; IkeConfig.IkeLifetime=1", "both are replaced"},
		{[]vpnconn.Option{vpnconn.WithIKE(psk), ike(noLifetime)}, "IkeConfig.IkeLifetime=0", "WithIKEConfig replaces all of phase 1"},
		{[]vpnconn.Option{ike(psk), ike(noLifetime)}, "IkeConfig.IkeLifetime=0", "WithIKEConfig replaces all of phase 1"},
		{[]vpnconn.Option{vpnconn.WithIKE(psk), vpnconn.WithIKEConfig(ikeconfig.Config{})}, "", "WithIKEConfig unsets what the Config leaves unset"},
		{[]vpnconn.Option{ike(psk), vpnconn.WithIKE(noLifetime)}, "IkeConfig.Psk=p; IkeConfig.IkeLifetime=0", "WithIKE changes only what it names"},
		{[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("")), ike(noLifetime)}, "IkeConfig.IkeLifetime=0", "only the last value is checked"},
		{[]vpnconn.Option{vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES)), ipsec}, "IpsecConfig.IpsecPfs=group14", "WithIPsecConfig replaces all of phase 2"},
		{[]vpnconn.Option{ipsec, vpnconn.WithIPsecConfig(ipsecconfig.Config{})}, "", "WithIPsecConfig unsets what the Config leaves unset"},
		{[]vpnconn.Option{ipsec, vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))}, "IpsecConfig.IpsecPfs=group14; IpsecConfig.IpsecLifetime=0",
			"WithIPsec changes only what it names"},
		{[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group1)), ipsec}, "IkeConfig.IkePfs=group1; IpsecConfig.IpsecPfs=group14", "they are two settings"},

		{[]vpnconn.Option{nil, vpnconn.WithName("aa"), nil, vpnconn.Options(nil, nil), vpnconn.Options()}, "Name=aa", "a nil option is skipped, and so is an empty bundle"},
		{[]vpnconn.Option{vpnconn.WithIKE(nil, ikeconfig.Options(nil, psk, nil), ikeconfig.Options())}, "IkeConfig.Psk=p", "likewise in phase 1"},
		{[]vpnconn.Option{vpnconn.WithIPsec(nil, ipsecconfig.Options(nil, ipsecconfig.WithLifetime(0), nil))}, "IpsecConfig.IpsecLifetime=0", "likewise in phase 2"},
		{[]vpnconn.Option{vpnconn.Options(vpnconn.WithName("aa"), vpnconn.WithName("bb")), vpnconn.WithName("cc")}, "Name=cc", "a bundle is the same as its options"},
		{[]vpnconn.Option{vpnconn.WithName("cc"), vpnconn.Options(vpnconn.WithName("aa"), vpnconn.Options(vpnconn.WithName("bb")))}, "Name=bb", "at any depth"},
	} {
		want := mustNew(t, settingOptions(row.want))
		checkSame(t, row.why, want, nil)(vpnconn.New(smallest(row.opts...)...))
		checkSame(t, row.why+", as a bundle", want, nil)(vpnconn.New(vpnconn.Options(smallest(row.opts...)...)))
		builder := vpnconn.NewBuilder(smallest()...)
		for _, opt := range row.opts {
			builder = builder.With(opt)
		}
		checkSame(t, row.why+", one at a time", want, nil)(builder.Build())
	}
}

// TestBuilderIsImmutable: neither changed copies nor Build, which drops blanks from a list, change a Builder.
func TestBuilderIsImmutable(t *testing.T) {
	base := vpnconn.NewBuilder(smallest(vpnconn.WithIKE(ikeconfig.WithPSK("base")), vpnconn.WithLocalSubnets(" 10.0.0.0/8 , 11.0.0.0/8"))...)
	before := base.String()
	for _, set := range []string{"Name=aa; IkeConfig.Psk=a", "Name=bb; LocalSubnet=12.0.0.0/8"} {
		want := mustNew(t, settingOptions("IkeConfig.Psk=base; LocalSubnet=10.0.0.0/8,11.0.0.0/8; "+set))
		checkSame(t, set, want, nil)(base.With(settingOptions(set)).Build())
	}
	if r, err := base.Build(); err != nil || r.Params()["LocalSubnet"] != "10.0.0.0/8,11.0.0.0/8" || r.IKE().PSK() != "base" || r.Name() != "" {
		t.Errorf("the Builder itself builds %v, %v", r, err)
	}
	if diff := cmp.Diff(before, base.String()); diff != "" {
		t.Errorf("the Builder itself changed (-before +after):\n%s", diff)
	}
}
