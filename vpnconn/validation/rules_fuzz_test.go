package validation_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// textRules says which parameter each tag for texts stands for, and how a builder takes it.
var textRules = []struct {
	tag, field string
	option     func(string) vpnconn.Option
}{
	{"vpn_id", "RegionId", vpnconn.WithRegionID},
	{"vpn_id", "VpnGatewayId", vpnconn.WithVPNGatewayID},
	{"vpn_id", "CustomerGatewayId", vpnconn.WithCustomerGatewayID},
	{"vpn_name", "Name", vpnconn.WithName},
	{"vpn_cidrs", "LocalSubnet", func(s string) vpnconn.Option { return vpnconn.WithLocalSubnets(s) }},
	{"vpn_cidrs", "RemoteSubnet", func(s string) vpnconn.Option { return vpnconn.WithRemoteSubnets(s) }},
	{"vpn_token", "ClientToken", vpnconn.WithClientToken},
	{"ike_version", "IkeConfig.IkeVersion", ike(ikeconfig.WithVersion)},
	{"ike_mode", "IkeConfig.IkeMode", ike(ikeconfig.WithMode)},
	{"ike_enc", "IkeConfig.IkeEncAlg", ike(ikeconfig.WithEncAlg)},
	{"ike_auth", "IkeConfig.IkeAuthAlg", ike(ikeconfig.WithAuthAlg)},
	{"ike_pfs", "IkeConfig.IkePfs", ike(ikeconfig.WithPFS)},
	{"ike_psk", "IkeConfig.Psk", ike(ikeconfig.WithPSK)},
	{"ike_id", "IkeConfig.LocalIdIPsec", ike(ikeconfig.WithLocalID)},
	{"ike_id", "IkeConfig.RemoteId", ike(ikeconfig.WithRemoteID)},
	{"ipsec_enc", "IpsecConfig.IpsecEncAlg", ipsec(ipsecconfig.WithEncAlg)},
	{"ipsec_auth", "IpsecConfig.IpsecAuthAlg", ipsec(ipsecconfig.WithAuthAlg)},
	{"ipsec_pfs", "IpsecConfig.IpsecPfs", ipsec(ipsecconfig.WithPFS)},
}

func ike[T ~string](with func(T) ikeconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIKE(with(T(s))) }
}

func ipsec[T ~string](with func(T) ipsecconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIPsec(with(T(s))) }
}

// builtWith returns what a builder says of a setting in a request that is right otherwise.
func builtWith(option vpnconn.Option) error {
	_, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"), vpnconn.WithVPNGatewayID("vpn-1"), vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"), option)
	return err
}

// inField returns err as it is of a field of another name.
func inField(err error, from, to string) error {
	errs, _ := err.(mistakes)
	for _, e := range errs {
		e.Field = to + strings.TrimPrefix(e.Field, from)
		if place, ok := strings.CutPrefix(e.Part, from+"["); ok {
			e.Part = to + "[" + place
		}
	}
	return err
}

// FuzzTextTags holds every tag on a plain text against the builder: the same verdict, reason and data.
func FuzzTextTags(f *testing.F) {
	for _, seed := range []string{
		"", " ", "a", "ab", "a b", "vpn-1", "汉字", "Ａ", "é", "\xff", "\x00", "\u202e", "\ufffd", "ikev1", "IKE v2", "main", "aes", "AES-256",
		"md5", "SHA1", "group2", "modp2048", "10.0.0.0/24", "10.0.0.1/24", "10.0.0.0/8, 10.0.0.0/8,", "::/0", "10.0.0.1",
		"LocalSubnet[0]", strings.Repeat("a", 64), strings.Repeat("a", 65), strings.Repeat("汉", 101), strings.Repeat("a", 129),
	} {
		f.Add(seed)
	}
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, tt := range textRules {
			want := inField(builtWith(tt.option(s)), tt.field, "")
			if diff := cmp.Diff(want, validation.Explain(v.Var(s, tt.tag))); diff != "" {
				t.Errorf("%s and %s disagree on %q (-builder +tag):\n%s", tt.field, tt.tag, s, diff)
			}
		}
	})
}

// FuzzLifetimeTag does the same for lifetimes, in seconds and as a time.Duration.
func FuzzLifetimeTag(f *testing.F) {
	for _, seed := range []int64{0, 1, -1, 86400, 86401, 86400e9, 86400e9 + 1, 1e9, 15e8, -1e9, 1<<63 - 1, -1 << 63} {
		f.Add(seed)
	}
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, n int64) {
		want := inField(builtWith(vpnconn.WithIKE(ikeconfig.WithLifetime(time.Duration(n)))), "IkeConfig.IkeLifetime", "")
		checkSame(t, want, validation.Explain(v.Var(time.Duration(n), "vpn_lifetime")))

		spec := goodSpec()
		spec.IPsec.Lifetime = &n
		_, err := spec.Build()
		checkSame(t, inField(err, "IpsecConfig.IpsecLifetime", ""), validation.Explain(v.Var(n, "vpn_lifetime")))
	})
}
