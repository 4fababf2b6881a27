package vpnconn_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// advCheckCure fails t unless the cure of a, an advice on r, gives a valid request without a that differs in one setting.
func advCheckCure(t *testing.T, r vpnconn.Request, a vpnconn.Advice) {
	t.Helper()
	cured, err := r.With(a.Suggest)
	if err != nil {
		t.Errorf("%s: the cure is not valid: %v", a.Field, err)
		return
	}
	for _, left := range cured.Advise() {
		if left.Field == a.Field && left.Reference == a.Reference && left.Severity == a.Severity {
			t.Errorf("%s: the cure of %q leaves %q", a.Field, a.Problem, left.Problem)
		}
	}
	was, is := maps.Collect(r.Fields()), maps.Collect(cured.Fields())
	var changed []string
	for _, field := range documentedOrder {
		if field != "ClientToken" && was[field] != is[field] { // which may be derived from all others
			changed = append(changed, field)
		}
	}
	if len(changed) != 1 {
		t.Errorf("%s: the cure changes %q, want one setting", a.Field, changed)
	}
}

// TestAdviseCures pins what each cure sets, and where there is none.
func TestAdviseCures(t *testing.T) {
	lives := func(ike, ipsec time.Duration) vpnconn.Option {
		return vpnconn.Options(advIKE(ikeconfig.WithLifetime(ike*time.Second)), advIPsec(ipsecconfig.WithLifetime(ipsec*time.Second)))
	}
	for _, tt := range []struct {
		name  string
		opt   vpnconn.Option
		field string // the advice; the only one above a note, or the only one on the field
		cure  string // the setting that the cure changes, and to what
		why   string
	}{
		{"des", advIKE(ikeconfig.WithEncAlg(ikeconfig.DES)), "IkeConfig.IkeEncAlg", "IkeConfig.IkeEncAlg=aes256", "the strongest"},
		{"3des", advIKE(ikeconfig.WithEncAlg(ikeconfig.TripleDES)), "IkeConfig.IkeEncAlg", "IkeConfig.IkeEncAlg=aes256", "the strongest"},
		{"md5", advIKE(ikeconfig.WithAuthAlg(ikeconfig.MD5)), "IkeConfig.IkeAuthAlg", "IkeConfig.IkeAuthAlg=sha1", "the better of two"},
		{"sha1", nil, "IkeConfig.IkeAuthAlg", "", "nothing better"},
		{"group1", advIKE(ikeconfig.WithPFS(ikeconfig.Group1)), "IkeConfig.IkePfs", "IkeConfig.IkePfs=group14", "the one that the RFC has as MUST"},
		{"phase 2 des", advIPsec(ipsecconfig.WithEncAlg(ipsecconfig.DES)), "IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecEncAlg=aes256", "the strongest"},
		{"phase 2 md5", advIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.MD5)), "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecAuthAlg=sha1", "the better of two"},
		{"phase 2 group24", advIPsec(ipsecconfig.WithPFS(ipsecconfig.Group24)), "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecPfs=group14", "the one that the RFC has as MUST"},
		{"ikev1", advV1, "IkeConfig.IkeVersion", "IkeConfig.IkeVersion=ikev2", "the one that is not deprecated"},
		{"aggressive", vpnconn.Options(advV1, advIKE(ikeconfig.WithMode(ikeconfig.Aggressive))), "IkeConfig.IkeMode", "IkeConfig.IkeMode=main", "the other mode"},
		{"a mode under ikev2", advIKE(ikeconfig.WithMode(ikeconfig.Main)), "IkeConfig.IkeMode", "IkeConfig.IkeMode=", "unset"},
		{"several under ikev1", vpnconn.Options(advV1, vpnconn.WithLocalSubnets("10.0.0.0/24,10.2.0.0/24")), "LocalSubnet", "IkeConfig.IkeVersion=ikev2", "has lists of blocks"},
		{"overlap", vpnconn.WithLocalSubnets("10.0.0.0/24,10.0.0.0/25"), "LocalSubnet", "", "the user knows which block is meant"},
		{"overlap across", vpnconn.WithRemoteSubnets("10.0.0.0/24"), "RemoteSubnet", "", "the user knows which side is meant"},
		{"short key", advIKE(ikeconfig.WithPSK("a1")), "IkeConfig.Psk", "", "the peer would not know a key that is made up here"},
		{"phase 1 without end", lives(0, 3600), "IkeConfig.IkeLifetime", "IkeConfig.IkeLifetime=86400", "a day"},
		{"phase 2 without end", lives(86400, 0), "IpsecConfig.IpsecLifetime", "IpsecConfig.IpsecLifetime=28800", "eight hours"},
		{"phase 2 without end, phase 1 shorter", lives(7200, 0), "IpsecConfig.IpsecLifetime", "IpsecConfig.IpsecLifetime=7200", "not to outlive phase 1"},
		{"both without end", lives(0, 0), "IpsecConfig.IpsecLifetime", "IpsecConfig.IpsecLifetime=28800", "phase 1 gets a day"},
		{"phase 2 longer", lives(3600, 86400), "IpsecConfig.IpsecLifetime", "IpsecConfig.IpsecLifetime=3600", "as long as phase 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := advStrongest(t, tt.opt)
			list := r.Advise()
			i := slices.IndexFunc(list, func(a vpnconn.Advice) bool { return a.Field == tt.field })
			if i < 0 {
				t.Fatalf("no advice on %s", tt.field)
			}
			cure := list[i].Suggest
			if (cure == nil) != (tt.cure == "") {
				t.Fatalf("a cure: %v, want %q: %s", cure != nil, tt.cure, tt.why)
			}
			cured, err := r.With(cure)
			if err != nil {
				t.Fatal(err)
			}
			was, is := maps.Collect(r.Fields()), maps.Collect(cured.Fields())
			var got []string
			for _, field := range documentedOrder {
				if was[field] != is[field] {
					got = append(got, field+"="+is[field])
				}
			}
			want := []string{tt.cure}
			if tt.cure == "" {
				want = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: the cure sets (-want +got)\n%s", tt.why, diff)
			}
		})
	}
}
