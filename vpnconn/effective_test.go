package vpnconn_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The documented defaults. The document gives that of IkeAuthAlg as "sha", which is none of its values: sha1 is meant.
const (
	defaultIKE = `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main",` +
		`"IkePfs":"group2","IkeVersion":"ikev1"}`
	defaultIPsec = `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"}`
)

func TestEffective(t *testing.T) {
	for _, row := range []struct {
		name string
		opt  vpnconn.Option
		want map[string]string // above what is required
		why  string
	}{
		{"nothing", nil,
			map[string]string{"EffectImmediately": "false", "IkeConfig": defaultIKE, "IpsecConfig": defaultIPsec},
			"ClientToken, Name, Psk and the identifiers have no default that anybody but the service knows"},
		{"false", vpnconn.WithEffectImmediately(false),
			map[string]string{"EffectImmediately": "false", "IkeConfig": defaultIKE, "IpsecConfig": defaultIPsec},
			"false is the default"},
		{"true", vpnconn.WithEffectImmediately(true),
			map[string]string{"EffectImmediately": "true", "IkeConfig": defaultIKE, "IpsecConfig": defaultIPsec},
			"what was set stays"},
		{"a token and a name", vpnconn.Options(vpnconn.WithClientToken("t"), vpnconn.WithName("ab")),
			map[string]string{"ClientToken": "t", "Name": "ab",
				"EffectImmediately": "false", "IkeConfig": defaultIKE, "IpsecConfig": defaultIPsec},
			"they stay as they are"},
		{"one setting of each phase", vpnconn.Options(
			vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V2)),
			vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14))),
			map[string]string{
				"EffectImmediately": "false",
				"IkeConfig": `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main",` +
					`"IkePfs":"group2","IkeVersion":"ikev2"}`,
				"IpsecConfig": `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group14"}`,
			},
			"the others of the phase take their defaults"},
		{"lifetimes of zero", vpnconn.Options(
			vpnconn.WithIKE(ikeconfig.WithLifetime(0)), vpnconn.WithIPsec(ipsecconfig.WithLifetime(0))),
			map[string]string{
				"EffectImmediately": "false",
				"IkeConfig": `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":0,"IkeMode":"main",` +
					`"IkePfs":"group2","IkeVersion":"ikev1"}`,
				"IpsecConfig": `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":0,"IpsecPfs":"group2"}`,
			},
			"zero is a value that can be set"},
		{"a key and identifiers", vpnconn.WithIKE(
			ikeconfig.WithPSK("p"), ikeconfig.WithLocalID("l"), ikeconfig.WithRemoteID("r")),
			map[string]string{
				"EffectImmediately": "false",
				"IkeConfig": `{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main",` +
					`"IkePfs":"group2","IkeVersion":"ikev1","LocalId":"l","LocalIdIPsec":"l","Psk":"p","RemoteId":"r"}`,
				"IpsecConfig": defaultIPsec,
			},
			"set ones stay"},
	} {
		t.Run(row.name, func(t *testing.T) {
			req := mustNew(t, row.opt)
			before := req.Params()
			want := mustNew(t).Params()
			for name, value := range row.want {
				want[name] = value
			}
			if diff := cmp.Diff(want, req.Effective().Params()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", row.why, diff)
			}
			if diff := cmp.Diff(before, req.Params()); diff != "" {
				t.Errorf("the request itself changed (-before +after):\n%s", diff)
			}
		})
	}
	full := build(t, everything()...)
	if diff := cmp.Diff(full.Params(), full.Effective().Params()); diff != "" {
		t.Errorf("with everything set there is nothing to fill in (-want +got):\n%s", diff)
	}
}

// A default that Effective filled in is a setting like any other from then on.
func TestEffectiveCanBeChanged(t *testing.T) {
	req := change(t, mustNew(t).Effective(), vpnconn.WithIKE(ikeconfig.WithMode(ikeconfig.Aggressive)))
	want := mustNew(t, vpnconn.WithIKE(ikeconfig.WithMode(ikeconfig.Aggressive))).Effective()
	if !req.Equal(want) {
		t.Errorf("got  %v\nwant %v", req, want)
	}
}
