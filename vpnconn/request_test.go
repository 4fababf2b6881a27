package vpnconn_test

import (
	"errors"
	"maps"
	"net/netip"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestDocumentedCall(t *testing.T) {
	got := []string{vpnconn.Product, vpnconn.APIVersion, vpnconn.Action}
	want := []string{"Vpc", "2016-04-28", "CreateVpnConnection"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Product, APIVersion and Action (-want +got):\n%s", diff)
	}
}

// The request example of the API document, parameter by parameter.
func TestDocumentedExample(t *testing.T) {
	req := build(t,
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithRemoteSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
	)
	want := map[string]string{
		"Action":            "CreateVpnConnection",
		"CustomerGatewayId": "vpn-bp1q8bgx4xnkm2ogj0fiu",
		"LocalSubnet":       "1.1.1.0/24,1.1.2.0/24",
		"RegionId":          "cn-shanghai",
		"RemoteSubnet":      "1.1.1.0/24,1.1.2.0/24",
		"VpnGatewayId":      "vpn-bp1q8bgx4xnkm2ogj0fiu",
	}
	if diff := cmp.Diff(want, req.Params()); diff != "" {
		t.Errorf("Params (-want +got):\n%s", diff)
	}
	const query = "Action=CreateVpnConnection" +
		"&CustomerGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu" +
		"&LocalSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24" +
		"&RegionId=cn-shanghai" +
		"&RemoteSubnet=1.1.1.0%2F24%2C1.1.2.0%2F24" +
		"&VpnGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu"
	if got := req.Query(); got != query {
		t.Errorf("Query = %q\nwant    %q", got, query)
	}
}

// All 21 settings at once. The objects are as RFC 8785 has them: members sorted, no white space, nothing escaped but
// the quote and the backslash, numbers as numbers. The local identifier goes under both of its names.
func TestEverySetting(t *testing.T) {
	req := build(t, everything()...)
	want := map[string]string{
		"Action":            "CreateVpnConnection",
		"ClientToken":       "02fb3da4 130e/11e9+8e44~0016e04115b",
		"CustomerGatewayId": "cgw-p0w2jemrcj5u61un8****",
		"EffectImmediately": "true",
		"IkeConfig": `{"IkeAuthAlg":"md5","IkeEncAlg":"aes256","IkeLifetime":28800,"IkeMode":"aggressive",` +
			`"IkePfs":"group14","IkeVersion":"ikev2","LocalId":"gw@总部.example","LocalIdIPsec":"gw@总部.example",` +
			`"Psk":"k\"e\\y </&> ` + "\u2028" + ` é密🔑 100%+a=b~","RemoteId":"203.0.113.7"}`,
		"IpsecConfig":  `{"IpsecAuthAlg":"md5","IpsecEncAlg":"aes192","IpsecLifetime":3600,"IpsecPfs":"group5"}`,
		"LocalSubnet":  "10.1.0.0/16,10.0.0.0/16,192.168.0.0/24",
		"Name":         "总部.to-VPC_1",
		"RegionId":     "cn-shanghai",
		"RemoteSubnet": "172.16.0.0/12,10.1.0.0/16",
		"VpnGatewayId": "vpn-bp1q8bgx4xnkm2ogj0fiu",
	}
	if diff := cmp.Diff(want, req.Params()); diff != "" {
		t.Errorf("Params (-want +got):\n%s", diff)
	}
}

func TestFieldsOfEverySetting(t *testing.T) {
	want := [][2]string{
		{"Action", "CreateVpnConnection"},
		{"CustomerGatewayId", "cgw-p0w2jemrcj5u61un8****"},
		{"LocalSubnet", "10.1.0.0/16,10.0.0.0/16,192.168.0.0/24"},
		{"RegionId", "cn-shanghai"},
		{"RemoteSubnet", "172.16.0.0/12,10.1.0.0/16"},
		{"VpnGatewayId", "vpn-bp1q8bgx4xnkm2ogj0fiu"},
		{"ClientToken", "02fb3da4 130e/11e9+8e44~0016e04115b"},
		{"EffectImmediately", "true"},
		{"IkeConfig.Psk", "[hidden]"},
		{"IkeConfig.IkeVersion", "ikev2"},
		{"IkeConfig.IkeMode", "aggressive"},
		{"IkeConfig.IkeEncAlg", "aes256"},
		{"IkeConfig.IkeAuthAlg", "md5"},
		{"IkeConfig.IkePfs", "group14"},
		{"IkeConfig.IkeLifetime", "28800"},
		{"IkeConfig.LocalIdIPsec", "gw@总部.example"},
		{"IkeConfig.RemoteId", "203.0.113.7"},
		{"IpsecConfig.IpsecEncAlg", "aes192"},
		{"IpsecConfig.IpsecAuthAlg", "md5"},
		{"IpsecConfig.IpsecPfs", "group5"},
		{"IpsecConfig.IpsecLifetime", "3600"},
		{"Name", "总部.to-VPC_1"},
	}
	req := build(t, everything()...)
	if diff := cmp.Diff(want, pairs(req.Fields())); diff != "" {
		t.Errorf("Fields (-want +got):\n%s", diff)
	}
	checkStops(t, req.Fields())
}

// Each optional setting alone: it is sent whatever its value, and nothing else is.
func TestOnlyAndAllThatWasSetIsSent(t *testing.T) {
	ike, ipsec := vpnconn.WithIKE, vpnconn.WithIPsec
	seen := make(map[string]bool)
	for _, row := range []struct {
		name  string
		opt   vpnconn.Option
		param string // "": none
		value string
	}{
		{"nothing", nil, "", ""},
		{"ClientToken", vpnconn.WithClientToken("t"), "ClientToken", "t"},
		{"EffectImmediately", vpnconn.WithEffectImmediately(true), "EffectImmediately", "true"},
		{"EffectImmediately at its default", vpnconn.WithEffectImmediately(false), "EffectImmediately", "false"},
		{"Name", vpnconn.WithName("ab"), "Name", "ab"},

		{"no setting of phase 1", ike(), "", ""},
		{"a nil setting of phase 1", ike(nil), "", ""},
		{"a Config with no setting of phase 1", vpnconn.WithIKEConfig(ikeconfig.Config{}), "", ""},
		{"Psk", ike(ikeconfig.WithPSK("p")), "IkeConfig", `{"Psk":"p"}`},
		{"IkeVersion", ike(ikeconfig.WithVersion(ikeconfig.V2)), "IkeConfig", `{"IkeVersion":"ikev2"}`},
		{"IkeVersion at its default", ike(ikeconfig.WithVersion(ikeconfig.V1)), "IkeConfig", `{"IkeVersion":"ikev1"}`},
		{"IkeMode", ike(ikeconfig.WithMode(ikeconfig.Aggressive)), "IkeConfig", `{"IkeMode":"aggressive"}`},
		{"IkeMode at its default", ike(ikeconfig.WithMode(ikeconfig.Main)), "IkeConfig", `{"IkeMode":"main"}`},
		{"IkeEncAlg", ike(ikeconfig.WithEncAlg(ikeconfig.TripleDES)), "IkeConfig", `{"IkeEncAlg":"3des"}`},
		{"IkeEncAlg at its default", ike(ikeconfig.WithEncAlg(ikeconfig.AES)), "IkeConfig", `{"IkeEncAlg":"aes"}`},
		{"IkeAuthAlg", ike(ikeconfig.WithAuthAlg(ikeconfig.MD5)), "IkeConfig", `{"IkeAuthAlg":"md5"}`},
		{"IkeAuthAlg at its default", ike(ikeconfig.WithAuthAlg(ikeconfig.SHA1)), "IkeConfig", `{"IkeAuthAlg":"sha1"}`},
		{"IkePfs", ike(ikeconfig.WithPFS(ikeconfig.Group24)), "IkeConfig", `{"IkePfs":"group24"}`},
		{"IkePfs at its default", ike(ikeconfig.WithPFS(ikeconfig.Group2)), "IkeConfig", `{"IkePfs":"group2"}`},
		{"IkeLifetime", ike(ikeconfig.WithLifetime(time.Hour)), "IkeConfig", `{"IkeLifetime":3600}`},
		{"IkeLifetime at its default", ike(ikeconfig.WithLifetime(24 * time.Hour)), "IkeConfig", `{"IkeLifetime":86400}`},
		{"IkeLifetime of zero", ike(ikeconfig.WithLifetime(0)), "IkeConfig", `{"IkeLifetime":0}`},
		{"LocalIdIPsec", ike(ikeconfig.WithLocalID("l")), "IkeConfig", `{"LocalId":"l","LocalIdIPsec":"l"}`},
		{"RemoteId", ike(ikeconfig.WithRemoteID("r")), "IkeConfig", `{"RemoteId":"r"}`},

		{"no setting of phase 2", ipsec(), "", ""},
		{"a nil setting of phase 2", ipsec(nil), "", ""},
		{"a Config with no setting of phase 2", vpnconn.WithIPsecConfig(ipsecconfig.Config{}), "", ""},
		{"IpsecEncAlg", ipsec(ipsecconfig.WithEncAlg(ipsecconfig.DES)), "IpsecConfig", `{"IpsecEncAlg":"des"}`},
		{"IpsecEncAlg at its default", ipsec(ipsecconfig.WithEncAlg(ipsecconfig.AES)), "IpsecConfig", `{"IpsecEncAlg":"aes"}`},
		{"IpsecAuthAlg", ipsec(ipsecconfig.WithAuthAlg(ipsecconfig.MD5)), "IpsecConfig", `{"IpsecAuthAlg":"md5"}`},
		{"IpsecAuthAlg at its default", ipsec(ipsecconfig.WithAuthAlg(ipsecconfig.SHA1)), "IpsecConfig", `{"IpsecAuthAlg":"sha1"}`},
		{"IpsecPfs", ipsec(ipsecconfig.WithPFS(ipsecconfig.Group1)), "IpsecConfig", `{"IpsecPfs":"group1"}`},
		{"IpsecPfs at its default", ipsec(ipsecconfig.WithPFS(ipsecconfig.Group2)), "IpsecConfig", `{"IpsecPfs":"group2"}`},
		{"IpsecLifetime", ipsec(ipsecconfig.WithLifetime(time.Second)), "IpsecConfig", `{"IpsecLifetime":1}`},
		{"IpsecLifetime at its default", ipsec(ipsecconfig.WithLifetime(24 * time.Hour)), "IpsecConfig", `{"IpsecLifetime":86400}`},
		{"IpsecLifetime of zero", ipsec(ipsecconfig.WithLifetime(0)), "IpsecConfig", `{"IpsecLifetime":0}`},
	} {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		t.Run(row.name, func(t *testing.T) {
			want := mustNew(t).Params()
			if row.param != "" {
				want[row.param] = row.value
			}
			req := mustNew(t, row.opt)
			if diff := cmp.Diff(want, req.Params()); diff != "" {
				t.Errorf("Params (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want, maps.Collect(req.All())); diff != "" {
				t.Errorf("All (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAccessors(t *testing.T) {
	type settings struct {
		RegionID, VPNGatewayID, CustomerGatewayID string
		LocalSubnets, RemoteSubnets               []netip.Prefix
		ClientToken, Name                         string
		EffectImmediately, EffectImmediatelySet   bool
		IKE, IPsec                                string
	}
	read := func(r vpnconn.Request) settings {
		s := settings{
			RegionID: r.RegionID(), VPNGatewayID: r.VPNGatewayID(), CustomerGatewayID: r.CustomerGatewayID(),
			LocalSubnets: r.LocalSubnets(), RemoteSubnets: r.RemoteSubnets(),
			ClientToken: r.ClientToken(), Name: r.Name(),
			IKE: r.IKE().JSON(), IPsec: r.IPsec().JSON(),
		}
		s.EffectImmediately, s.EffectImmediatelySet = r.EffectImmediately()
		return s
	}
	blocks := func(texts ...string) []netip.Prefix {
		var list []netip.Prefix
		for _, text := range texts {
			list = append(list, netip.MustParsePrefix(text))
		}
		return list
	}
	full := build(t, everything()...)
	for _, row := range []struct {
		name string
		req  vpnconn.Request
		want settings
	}{
		{"the zero Request", vpnconn.Request{}, settings{IKE: "{}", IPsec: "{}"}},
		{"only what is required", mustNew(t), settings{
			RegionID: "cn-shanghai", VPNGatewayID: "vpn-1", CustomerGatewayID: "cgw-1",
			LocalSubnets: blocks("10.0.0.0/24"), RemoteSubnets: blocks("10.1.0.0/24"),
			IKE: "{}", IPsec: "{}",
		}},
		{"false is set", mustNew(t, vpnconn.WithEffectImmediately(false)), settings{
			RegionID: "cn-shanghai", VPNGatewayID: "vpn-1", CustomerGatewayID: "cgw-1",
			LocalSubnets: blocks("10.0.0.0/24"), RemoteSubnets: blocks("10.1.0.0/24"),
			EffectImmediatelySet: true, IKE: "{}", IPsec: "{}",
		}},
		{"everything", full, settings{
			RegionID: "cn-shanghai", VPNGatewayID: "vpn-bp1q8bgx4xnkm2ogj0fiu", CustomerGatewayID: "cgw-p0w2jemrcj5u61un8****",
			LocalSubnets:  blocks("10.1.0.0/16", "10.0.0.0/16", "192.168.0.0/24"),
			RemoteSubnets: blocks("172.16.0.0/12", "10.1.0.0/16"),
			ClientToken:   "02fb3da4 130e/11e9+8e44~0016e04115b", Name: "总部.to-VPC_1",
			EffectImmediately: true, EffectImmediatelySet: true,
			IKE: full.Params()["IkeConfig"], IPsec: full.Params()["IpsecConfig"],
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := read(row.req)
			if diff := cmp.Diff(row.want, got, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); diff != "" {
				t.Errorf("accessors (-want +got):\n%s", diff)
			}
		})
	}
	if got := full.IKE().PSK(); got != trickyPSK {
		t.Errorf("IKE().PSK() = %q, want %q", got, trickyPSK)
	}
}

func TestRequestWith(t *testing.T) {
	req := build(t, everything()...)
	before := req.Params()

	changed := change(t, req, vpnconn.WithName("other"))
	want := req.Params()
	want["Name"] = "other"
	if diff := cmp.Diff(want, changed.Params()); diff != "" {
		t.Errorf("With changed something else (-want +got):\n%s", diff)
	}
	if same := change(t, req); !same.Equal(req) {
		t.Errorf("With no options it is another request: %v", same)
	}

	bad, err := req.With(vpnconn.WithName("!"), vpnconn.WithRegionID(""))
	list := faults(t, bad, err)
	if len(list) != 2 || list[0].Field != "RegionId" || list[1].Field != "Name" || !errors.Is(list[1], vpnerrors.ErrBadCharacter) {
		t.Errorf("With mistakes: %v", list)
	}
	if diff := cmp.Diff(before, req.Params()); diff != "" {
		t.Errorf("the request itself changed (-before +after):\n%s", diff)
	}

	built, err := req.Builder().Build()
	if err != nil || !built.Equal(req) {
		t.Errorf("by way of its Builder it became %v, %v", built, err)
	}
}
