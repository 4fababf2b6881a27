package validation_test

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// TestTagsOf2025: what the tags of edition 2025 accept and refuse. What tags and builders share is tested by the cases
// of package vpntest; here is what only a tag can get.
func TestTagsOf2025(t *testing.T) {
	for _, tt := range []struct {
		tag   string
		value any
		want  string // the reason and the data, "" for none
	}{
		{"vpn_name", strings.Repeat("a", 101), `too long "` + strings.Repeat("a", 64) + `"...: want 1 to 100 characters`},
		{"vpn_name", "1", ""},
		{"vpn_cidr", "10.0.0.0/24", ""},
		{"vpn_cidr", netip.MustParsePrefix("10.0.0.0/24"), ""},
		{"vpn_cidr", "10.0.0.0/24,10.0.1.0/24", `bad CIDR block "10.0.0.0/24,10.0.1.0/24" with ",": want an address and a prefix length such as 10.0.0.0/24`},
		{"vpn_cidr", "10.0.0.1/24", `host bits set in "10.0.0.1/24": want a network address; did you mean 10.0.0.0/24?`},
		{"vpn_address", netip.MustParseAddr("10.0.0.1"), ""},
		{"vpn_address", "10.0.0.1", ""},
		{"vpn_address", netip.MustParseAddr("::1"), `bad address "::1": want an IPv4 address such as 10.0.0.1`},
		{"vpn_certificate", "x", "bad certificate: want one or more certificates in PEM form and nothing else"},
		{"vpn_tag_key", "", "empty: want text without control characters, 1 to 64 characters"},
		{"vpn_tag_key", "acs:x", `unsupported value "acs:x": want no "acs:" there`},
		{"vpn_tag_value", "", ""},
		{"vpn_tag_value", "see http://", `unsupported value "see http://": want no "http://" there`},
		{"bgp_asn", uint32(65530), ""},
		{"bgp_asn", 0, `out of range "0": want an AS number from 1 to 4294967295`},
		{"bgp_asn", "65530", "bad type: want an AS number from 1 to 4294967295"},
		{"bgp_cidr", netip.MustParsePrefix("169.254.10.0/30"), ""},
		{"bgp_cidr", "169.254.0.0/30", `unsupported value "169.254.0.0/30": want a /30 block in 169.254.0.0/16 that is not reserved, such as 169.254.10.0/30`},
		{"ike_auth", "sha256", ""},
		{"ipsec_pfs", "disabled", ""},
	} {
		got := ""
		if err := explainIn(t, aliyun.Edition2025, tt.tag, tt.value); err != nil {
			got = err.(mistakes)[0].Text(vpnerrors.English)
		}
		if got != tt.want {
			t.Errorf("%s of %v: %q, want %q", tt.tag, tt.value, got, tt.want)
		}
	}
}

// TestNamedTags: a tag that names its parameter is explained by the same edition and in the same words as one that does not.
func TestNamedTags(t *testing.T) {
	for _, e := range aliyun.Editions() {
		for _, tt := range append(textTagsIn(e), textTag{tag: "vpn_lifetime", field: "IkeConfig.IkeLifetime"}, textTag{tag: "bgp_asn", field: "BgpConfig.LocalAsn"}) {
			var bad any = -1
			switch {
			case tt.option != nil:
				_, bad = goodAndBad(t, e, tt.tag)
			case tt.tag == "bgp_asn" && e == aliyun.Edition2019:
				continue
			}
			plain, _ := explainIn(t, e, tt.tag, bad).(mistakes)
			fields := []string{tt.field, strings.Replace(tt.field, "IkeConfig.", "TunnelIkeConfig.", 1)}
			for _, field := range fields {
				named, _ := explainIn(t, e, tt.tag+"="+field, bad).(mistakes)
				if len(plain) != 1 || len(named) != 1 || named[0].Field != field+strings.TrimPrefix(plain[0].Field, "F") {
					t.Errorf("%v, %s=%s: %v, want %v on it", e, tt.tag, field, named, plain)
					continue
				}
				want := strings.ReplaceAll(plain[0].Text(vpnerrors.English), "an ID,", "the ID of "+nounOf[field]+",")
				if got := named[0].Text(vpnerrors.English); got != want {
					t.Errorf("%v, %s=%s: %s, want %s", e, tt.tag, field, got, want)
				}
			}
		}
	}
	checkMistakes(t, explainIn(t, aliyun.Edition2025, "ike_auth=IkeConfig.IkeAuthAlg", "sha-256"), &mistake{
		Field: "IkeConfig.IkeAuthAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "sha-256", Suggest: "sha256",
		Allowed: listed(ikeconfig.AuthAlgsIn(aliyun.Edition2025)),
	})
	checkMistakes(t, explainIn(t, aliyun.Edition2025, "vpn_cidrs=RemoteSubnet", "10.0.0.0/8,10.0.0.0/8"), &mistake{
		Field: "RemoteSubnet[1]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/8", Part: "RemoteSubnet[0]",
	})
}

var nounOf = map[string]string{"RegionId": "a region", "VpnGatewayId": "a VPN gateway", "CustomerGatewayId": "a customer gateway"}

// TestPhaseAlone: a phase outside a Spec is checked by the edition of the tags.
func TestPhaseAlone(t *testing.T) {
	type own struct{ Phase vpnconn.IKESpec }
	s := own{vpnconn.IKESpec{AuthAlg: new(ikeconfig.SHA256)}}
	checkMistakes(t, validation.Explain(newValidatorIn(t, aliyun.Edition2025).Struct(s)))
	if err := validation.Explain(newValidatorIn(t, aliyun.Edition2019).Struct(s)); err == nil || !strings.HasSuffix(err.Error(), "it is in edition 2025") {
		t.Errorf("in 2019: %v", err)
	}
}

// TestTunnelAlone: a tunnel outside a Spec is checked as one of two, with the phases in it, whatever the edition of
// the tags.
func TestTunnelAlone(t *testing.T) {
	type own struct {
		Tunnel  vpnconn.TunnelSpec
		Tunnels []vpnconn.TunnelSpec `validate:"dive"`
	}
	good := vpnconn.TunnelSpec{CustomerGatewayID: "cgw-1", Role: new(vpnconn.RoleSlave)}
	bad := vpnconn.TunnelSpec{IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("a b")}, IPsec: &vpnconn.IPsecSpec{Lifetime: new(int64(-1))}}
	const mistakes = "TunnelOptionsSpecification.CustomerGatewayId: required; TunnelOptionsSpecification.TunnelIkeConfig.Psk: bad character; " +
		"TunnelOptionsSpecification.TunnelIpsecConfig.IpsecLifetime: out of range"
	within := func(path string) string {
		return path + "." + strings.ReplaceAll(mistakes, "; ", "; "+path+".")
	}
	for _, edition := range aliyun.Editions() {
		v := newValidatorIn(t, edition)
		for _, tt := range []struct {
			name  string
			value any
			want  string
		}{
			{"good", own{good, []vpnconn.TunnelSpec{good}}, ""},
			{"bad", own{bad, []vpnconn.TunnelSpec{good, bad}}, within("Tunnel") + "; " + within("Tunnels[1]")},
			{"by itself", bad, mistakes},
		} {
			if got := short(t, validation.Explain(v.Struct(tt.value))); got != tt.want {
				t.Errorf("%s, edition %v\ngot  %s\nwant %s", tt.name, edition, got, tt.want)
			}
		}
	}
}
