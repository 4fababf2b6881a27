package vpnconn_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// loggedBoth returns what log does with a logger for JSON and one for text, without time, level and message.
func loggedBoth(log func(*slog.Logger)) (json, text string) {
	opts := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
			return slog.Attr{}
		}
		return a
	}}
	var b, c bytes.Buffer
	log(slog.New(slog.NewJSONHandler(&b, opts)))
	log(slog.New(slog.NewTextHandler(&c, opts)))
	return strings.TrimSuffix(b.String(), "\n"), strings.TrimSuffix(c.String(), "\n")
}

// TestLogged pins what a log has of each type: groups under the documented names, the key hidden.
func TestLogged(t *testing.T) {
	full := mustNew(t,
		vpnconn.WithLocalSubnets("10.0.0.0/24", "10.2.0.0/24"), vpnconn.WithClientToken("a token"), vpnconn.WithEffectImmediately(false),
		vpnconn.WithIKE(ikeconfig.WithPSK(theKey), ikeconfig.WithLifetime(time.Hour), ikeconfig.WithLocalID("a=b")),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)), vpnconn.WithName("数据中心"))
	const (
		fullJSON = `{"Action":"CreateVpnConnection","CustomerGatewayId":"cgw-1","LocalSubnet":"10.0.0.0/24,10.2.0.0/24","RegionId":"cn-shanghai",` +
			`"RemoteSubnet":"10.1.0.0/24","VpnGatewayId":"vpn-1","ClientToken":"a token","EffectImmediately":"false",` +
			`"IkeConfig":{"Psk":"[hidden]","IkeLifetime":"3600","LocalIdIPsec":"a=b"},"IpsecConfig":{"IpsecPfs":"group14"},"Name":"数据中心"}`
		fullText = `r.Action=CreateVpnConnection r.CustomerGatewayId=cgw-1 r.LocalSubnet=10.0.0.0/24,10.2.0.0/24 r.RegionId=cn-shanghai ` +
			`r.RemoteSubnet=10.1.0.0/24 r.VpnGatewayId=vpn-1 r.ClientToken="a token" r.EffectImmediately=false ` +
			`r.IkeConfig.Psk=[hidden] r.IkeConfig.IkeLifetime=3600 r.IkeConfig.LocalIdIPsec="a=b" r.IpsecConfig.IpsecPfs=group14 r.Name=数据中心`
		smallJSON = `{"Action":"CreateVpnConnection","CustomerGatewayId":"cgw-1","LocalSubnet":"10.0.0.0/24","RegionId":"cn-shanghai",` +
			`"RemoteSubnet":"10.1.0.0/24","VpnGatewayId":"vpn-1"}`
		smallText = `r.Action=CreateVpnConnection r.CustomerGatewayId=cgw-1 r.LocalSubnet=10.0.0.0/24 r.RegionId=cn-shanghai ` +
			`r.RemoteSubnet=10.1.0.0/24 r.VpnGatewayId=vpn-1`
	)
	prefixed := func(text, group string) string { return group + strings.ReplaceAll(text, " r.", " "+group+"r.") }
	for _, tt := range []struct {
		name       string
		log        func(*slog.Logger)
		json, text string
		why        string
	}{
		{"Request", func(l *slog.Logger) { l.Info("m", "r", full) }, `{"r":` + fullJSON + `}`, fullText, "a group each for the phases"},
		{"smallest Request", func(l *slog.Logger) { l.Info("m", "r", mustNew(t)) }, `{"r":` + smallJSON + `}`, smallText, "nothing that is not set"},
		{"pointer to a Request", func(l *slog.Logger) { l.Info("m", "r", &full) }, `{"r":` + fullJSON + `}`, fullText, "as the Request"},
		{"zero Request", func(l *slog.Logger) { l.Info("m", "r", vpnconn.Request{}) }, `{}`, ``, "an empty group is left out"},
		{"Builder", func(l *slog.Logger) { l.Info("m", "r", full.Builder()) }, `{"r":` + fullJSON + `}`, fullText, "as the Request"},
		{
			"wrong Builder", func(l *slog.Logger) {
				l.Info("m", "r", vpnconn.NewBuilder(vpnconn.WithName("a\nb"), vpnconn.WithIKE(ikeconfig.WithPSK(theKey+"\n"))))
			},
			`{"r":{"Action":"CreateVpnConnection","IkeConfig":{"Psk":"[hidden]"},"Name":"a\nb"}}`,
			`r.Action=CreateVpnConnection r.IkeConfig.Psk=[hidden] r.Name="a\nb"`, "what was set, right or wrong",
		},
		{"zero Builder", func(l *slog.Logger) { l.Info("m", "r", vpnconn.Builder{}) }, `{}`, ``, "an empty group is left out"},
		{
			"ikeconfig.Config", func(l *slog.Logger) { l.Info("m", "r", full.IKE()) },
			`{"r":{"Psk":"[hidden]","IkeLifetime":"3600","LocalIdIPsec":"a=b"}}`, `r.Psk=[hidden] r.IkeLifetime=3600 r.LocalIdIPsec="a=b"`,
			"names of its own",
		},
		{"ipsecconfig.Config", func(l *slog.Logger) { l.Info("m", "r", full.IPsec()) }, `{"r":{"IpsecPfs":"group14"}}`, `r.IpsecPfs=group14`, "names of its own"},
		{"Secret", func(l *slog.Logger) { l.Info("m", "r", ikeconfig.NewSecret(theKey)) }, `{"r":"[hidden]"}`, `r=[hidden]`, "a text"},
		{"With", func(l *slog.Logger) { l.With("r", full).Info("m") }, `{"r":` + fullJSON + `}`, fullText, "for all lines to come"},
		{"WithGroup", func(l *slog.Logger) { l.WithGroup("vpn").Info("m", "r", full) }, `{"vpn":{"r":` + fullJSON + `}}`, prefixed(fullText, "vpn."), "groups nest"},
		{
			"Group", func(l *slog.Logger) { l.Info("m", slog.Group("a", slog.Group("b", "r", full), "n", 1)) },
			`{"a":{"b":{"r":` + fullJSON + `},"n":1}}`, prefixed(fullText, "a.b.") + " a.n=1", "groups nest",
		},
		{"in the line itself", func(l *slog.Logger) { l.Info("m", slog.Any("", full)) }, fullJSON, strings.TrimPrefix(strings.ReplaceAll(" "+fullText, " r.", " "), " "), "a group without a name"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			json, text := loggedBoth(tt.log)
			if json != tt.json {
				t.Errorf("%s\n got %s\nwant %s", tt.why, json, tt.json)
			}
			if text != tt.text {
				t.Errorf("%s\n got %s\nwant %s", tt.why, text, tt.text)
			}
			if trace := traceOf(fmt.Sprint(json, text)); trace != "" {
				t.Errorf("the key: %s", trace)
			}
		})
	}
}

// TestLoggedNilPointer: a pointer to no Request is the caller's mistake, and no more than a line in the log.
func TestLoggedNilPointer(t *testing.T) {
	var none *vpnconn.Request
	if json, text := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", none, "n", 1) }); !strings.HasSuffix(json, `,"n":1}`) || !strings.HasSuffix(text, " n=1") {
		t.Errorf("the line is not whole: %s\n%s", json, text)
	}
}
