package vpnconn_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestAdviseUnset pins what is said of a request that sets nothing but what it must: each setting is judged by the
// documented default, and the text says so.
func TestAdviseUnset(t *testing.T) {
	got := make(map[string]string)
	for _, a := range mustNew(t).Advise() {
		got[a.Field+" "+a.Severity.String()] = a.Problem
	}
	want := map[string]string{
		"IkeConfig.IkeVersion note":     "unset, and the documented default is ikev1, though the service has been seen to take ikev2: IKEv1 is deprecated, and what is found wrong with it is no longer mended",
		"IkeConfig.IkeAuthAlg note":     "unset, and the documented default is sha1, misspelt as sha: SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose",
		"IkeConfig.IkePfs weak":         "unset, and the documented default is group2: a 1024-bit group is within reach of an attacker with money",
		"IpsecConfig.IpsecAuthAlg note": "unset, and the documented default is sha1: SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose",
		"IpsecConfig.IpsecPfs weak":     "unset, and the documented default is group2: a 1024-bit group is within reach of an attacker with money",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("advice (-want +got):\n%s", diff)
	}
}

// TestAdviseSaysWhatIsUnset: advice on a request and on the same with its defaults pinned is the same, but for who chose.
func TestAdviseSaysWhatIsUnset(t *testing.T) {
	const byDefault = "unset, and the documented default is "
	for name, r := range map[string]vpnconn.Request{
		"nothing set":      mustNew(t),
		"aggressive":       mustNew(t, advIKE(ikeconfig.WithMode(ikeconfig.Aggressive))),
		"blocks":           mustNew(t, vpnconn.WithLocalSubnets("10.0.0.0/24", "10.0.0.0/25"), vpnconn.WithRemoteSubnets("10.1.0.0/24", "10.2.0.0/24")),
		"a short phase 1":  mustNew(t, advIKE(ikeconfig.WithLifetime(time.Hour))),
		"a weak key alone": mustNew(t, advIKE(ikeconfig.WithPSK("abc"))),
	} {
		t.Run(name, func(t *testing.T) {
			unset, set := r.Advise(), r.Effective().Advise()
			if diff := cmp.Diff(advShort(unset), advShort(set)); diff != "" {
				t.Fatalf("with the defaults pinned (-unset +set):\n%s", diff)
			}
			fields := make(map[string]bool)
			for field := range r.Fields() {
				fields[field] = true
			}
			for i, a := range unset {
				if says := strings.HasPrefix(a.Problem, byDefault); says != (!fields[a.Field] && strings.HasPrefix(a.Field, "I")) {
					t.Errorf("%s is set: %v, and the text is %q", a.Field, fields[a.Field], a.Problem)
				}
				text := a.Problem
				if _, after, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(text, byDefault) {
					text = after
				}
				text = strings.TrimPrefix(text, versionByDefault)
				if set[i].Problem != text || set[i].Reference != a.Reference {
					t.Errorf("%s: set %q by %s, unset %q by %s", a.Field, set[i].Problem, set[i].Reference, a.Problem, a.Reference)
				}
			}
		})
	}
}

const versionByDefault = "IkeVersion is unset, and its documented default is ikev1, though the service has been seen to take ikev2: "

// TestAdviseSaysWhoChoseV1: what IKEv1 makes a problem of names it as a default where it is one.
func TestAdviseSaysWhoChoseV1(t *testing.T) {
	opts := vpnconn.Options(advIKE(ikeconfig.WithMode(ikeconfig.Aggressive)), vpnconn.WithLocalSubnets("10.0.0.0/24", "10.2.0.0/24"))
	for _, tt := range []struct {
		r    vpnconn.Request
		want bool
	}{{mustNew(t, opts), true}, {mustNew(t, opts, advV1), false}} {
		found := 0
		for _, a := range tt.r.Advise() {
			if a.Field == "IkeConfig.IkeMode" || a.Field == "LocalSubnet" {
				found++
				if got := strings.HasPrefix(a.Problem, versionByDefault); got != tt.want {
					t.Errorf("%s: says that IKEv1 is the default: %v, want %v: %q", a.Field, got, tt.want, a.Problem)
				}
			}
		}
		if found != 2 {
			t.Errorf("%d advice under IKEv1, want 2", found)
		}
	}
}
