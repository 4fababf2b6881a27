package main

import (
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// The SDK sends any request unchanged, whatever is in its texts, with one tunnel or two.
func TestGenerated(t *testing.T) {
	for _, edition := range aliyun.Editions() {
		t.Run(edition.String(), func(t *testing.T) {
			front := newRecorder(http.HandlerFunc(accept))
			defer front.Close()
			client := clientOf(t, front.Server)
			r := rand.New(rand.NewPCG(1, 2))
			withTunnels := 0
			for i := range 200 {
				req := vpntest.RequestIn(edition, r)
				withTunnels += len(req.Tunnels()) / 2
				if _, err := create(t.Context(), t.Output(), client, req); err != nil {
					t.Fatal(err)
				}
				sent := front.all()[i]
				if got := sent.params(t); !maps.Equal(got, req.Params()) {
					t.Fatalf("sent\n%q, want\n%q", got, req.Params())
				}
				back, err := vpnconn.ParseQueryIn(edition, "Action="+sent.action+"&"+sent.query+"&"+sent.body)
				if err != nil || !back.Equal(req) {
					t.Fatalf("%v comes back as %v, %v", req, back, err)
				}
			}
			if edition == aliyun.Edition2025 && (withTunnels < 50 || withTunnels > 150) {
				t.Errorf("%d of 200 requests have tunnels", withTunnels)
			}
		})
	}
}

// Every documented parameter arrives, also in lists and structs, and the keys of the tunnels are in the body.
func TestTunnels(t *testing.T) {
	params := map[string]string{
		"Action":              "CreateVpnConnection",
		"AutoConfigRoute":     "false",
		"BgpConfig":           `{"EnableBgp":"true"}`,
		"ClientToken":         "token",
		"CustomerGatewayId":   "cgw-1",
		"DryRun":              "true",
		"EffectImmediately":   "true",
		"EnableDpd":           "false",
		"EnableNatTraversal":  "false",
		"EnableTunnelsBgp":    "true",
		"HealthCheckConfig":   `{"enable":"true"}`,
		"IkeConfig":           `{"IkeLifetime":1}`,
		"IpsecConfig":         `{"IpsecPfs":"disabled"}`,
		"LocalSubnet":         "10.0.0.0/24,10.0.1.0/24",
		"Name":                "办公室",
		"RegionId":            "cn-shanghai",
		"RemoteCaCertificate": "-----BEGIN CERTIFICATE-----\n+/==\n-----END CERTIFICATE-----",
		"RemoteSubnet":        "192.168.0.0/16",
		"VpnGatewayId":        "vpn-1",
		"Tags.1.Key":          "k 1",
		"Tags.1.Value":        "",
		"Tags.2.Key":          "k&2",
	}
	for i, tunnel := range []string{"TunnelOptionsSpecification.1.", "TunnelOptionsSpecification.2."} {
		maps.Copy(params, map[string]string{
			tunnel + "CustomerGatewayId":               "cgw-1",
			tunnel + "EnableDpd":                       "false",
			tunnel + "EnableNatTraversal":              "true",
			tunnel + "RemoteCaCertificate":             "-----BEGIN",
			tunnel + "Role":                            []string{"master", "slave"}[i],
			tunnel + "TunnelBgpConfig.LocalAsn":        "4294967295",
			tunnel + "TunnelBgpConfig.LocalBgpIp":      "169.254.10.1",
			tunnel + "TunnelBgpConfig.TunnelCidr":      "169.254.10.0/30",
			tunnel + "TunnelIkeConfig.IkeAuthAlg":      "sha256",
			tunnel + "TunnelIkeConfig.IkeEncAlg":       "aes256",
			tunnel + "TunnelIkeConfig.IkeLifetime":     "0",
			tunnel + "TunnelIkeConfig.IkeMode":         "main",
			tunnel + "TunnelIkeConfig.IkePfs":          "group14",
			tunnel + "TunnelIkeConfig.IkeVersion":      "ikev2",
			tunnel + "TunnelIkeConfig.LocalId":         `<a>&"b"`,
			tunnel + "TunnelIkeConfig.Psk":             psk,
			tunnel + "TunnelIkeConfig.RemoteId":        "CN=test,OU=test",
			tunnel + "TunnelIpsecConfig.IpsecAuthAlg":  "sha512",
			tunnel + "TunnelIpsecConfig.IpsecEncAlg":   "aes",
			tunnel + "TunnelIpsecConfig.IpsecLifetime": "86400",
			tunnel + "TunnelIpsecConfig.IpsecPfs":      "disabled",
		})
	}
	call, err := fill(params)
	if err != nil {
		t.Fatal(err)
	}
	front := newRecorder(http.HandlerFunc(accept))
	defer front.Close()
	if _, err := send(clientOf(t, front.Server), call); err != nil {
		t.Fatal(err)
	}
	sent := front.all()[0]
	if got := sent.params(t); !maps.Equal(got, params) {
		t.Errorf("sent\n%q, want\n%q", got, params)
	}
	if strings.Contains(sent.query, psk) || strings.Count(sent.body, psk) != 2 {
		t.Errorf("the keys are not in the body only:\n%s\n%s", sent.query, sent.body)
	}
}

// A parameter without a field in the SDK is an error, since it would be lost.
func TestFillRefuses(t *testing.T) {
	for name, why := range map[string]string{
		"Color":                        "no such field",
		"IkeConfig.Psk":                "the SDK has a text there",
		"Tags":                         "a list",
		"Tags.0.Key":                   "the first is 1",
		"Tags.first.Key":               "no index",
		"Tags.1.Color":                 "no such field in an element",
		"TunnelOptionsSpecification.1": "a struct",
		"TunnelOptionsSpecification.1.TunnelIkeConfig.IkeLifetime": "the value is not a number",
	} {
		if _, err := fill(map[string]string{name: "1h"}); err == nil || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("%s: %v, want an error: %s", name, err, why)
		}
	}
}

// accept answers like the service, without making a connection.
func accept(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Write([]byte(`{"VpnConnectionId":"vco-1","CreateTime":1544666102000,"RequestId":"1"}`))
}

// params returns the parameters of a call. This SDK sends the common ones in headers.
func (c call) params(t *testing.T) map[string]string {
	t.Helper()
	all, err := url.ParseQuery(c.query + "&" + c.body)
	if err != nil {
		t.Fatal(err)
	}
	params := map[string]string{"Action": c.action}
	for name, values := range all {
		if _, twice := params[name]; twice || len(values) > 1 {
			t.Errorf("%s is sent several times", name)
		}
		params[name] = values[0]
	}
	return params
}
