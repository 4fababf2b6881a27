package vpnconn_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
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

// TestLogged pins the log attributes of each type: groups with the documented names, the key hidden. For a request with
// everything set, the golden file of TestEverySetting has it.
func TestLogged(t *testing.T) {
	full := mustNew(t, vpnconn.WithClientToken("a token"), vpnconn.WithIKE(ikeconfig.WithPSK(theKey), ikeconfig.WithLocalID("a=b")),
		settingOptions("IpsecConfig.IpsecPfs=group14; Name=数据中心"))
	const (
		fullJSON = `{"Action":"CreateVpnConnection","CustomerGatewayId":"cgw-1","LocalSubnet":"10.0.0.0/24","RegionId":"cn-shanghai",` +
			`"RemoteSubnet":"10.1.0.0/24","VpnGatewayId":"vpn-1","ClientToken":"a token",` +
			`"IkeConfig":{"Psk":"[hidden]","LocalIdIPsec":"a=b"},"IpsecConfig":{"IpsecPfs":"group14"},"Name":"数据中心"}`
		fullText = `r.Action=CreateVpnConnection r.CustomerGatewayId=cgw-1 r.LocalSubnet=10.0.0.0/24 r.RegionId=cn-shanghai ` +
			`r.RemoteSubnet=10.1.0.0/24 r.VpnGatewayId=vpn-1 r.ClientToken="a token" ` +
			`r.IkeConfig.Psk=[hidden] r.IkeConfig.LocalIdIPsec="a=b" r.IpsecConfig.IpsecPfs=group14 r.Name=数据中心`
	)
	value := func(v any) func(*slog.Logger) { return func(l *slog.Logger) { l.Info("m", "r", v) } }
	prefixed := func(group string) string { return group + strings.ReplaceAll(fullText, " r.", " "+group+"r.") }
	for _, tt := range []struct {
		log             func(*slog.Logger)
		json, text, why string
	}{
		{value(full), `{"r":` + fullJSON + `}`, fullText, "a group for each phase"},
		{value(&full), `{"r":` + fullJSON + `}`, fullText, "a pointer is like the Request"},
		{value(full.Builder()), `{"r":` + fullJSON + `}`, fullText, "a Builder is like the Request"},
		{value(vpnconn.Request{}), `{}`, ``, "an empty group is left out"},
		{value(vpnconn.Builder{}), `{}`, ``, "an empty group is left out"},
		{value(vpnconn.NewBuilder(vpnconn.WithName("a\nb"), vpnconn.WithIKE(ikeconfig.WithPSK(theKey+"\n")))),
			`{"r":{"Action":"CreateVpnConnection","IkeConfig":{"Psk":"[hidden]"},"Name":"a\nb"}}`,
			`r.Action=CreateVpnConnection r.IkeConfig.Psk=[hidden] r.Name="a\nb"`, "what was set, right or wrong"},
		{value(full.IKE()), `{"r":{"Psk":"[hidden]","LocalIdIPsec":"a=b"}}`, `r.Psk=[hidden] r.LocalIdIPsec="a=b"`, "its own names"},
		{value(full.IPsec()), `{"r":{"IpsecPfs":"group14"}}`, `r.IpsecPfs=group14`, "its own names"},
		{value(ikeconfig.NewSecret(theKey)), `{"r":"[hidden]"}`, `r=[hidden]`, "a text"},
		{func(l *slog.Logger) { l.With("r", full).Info("m") }, `{"r":` + fullJSON + `}`, fullText, "for all following lines"},
		{func(l *slog.Logger) { l.WithGroup("vpn").Info("m", "r", full) }, `{"vpn":{"r":` + fullJSON + `}}`, prefixed("vpn."), "groups nest"},
		{func(l *slog.Logger) { l.Info("m", slog.Group("a", slog.Group("b", "r", full), "n", 1)) },
			`{"a":{"b":{"r":` + fullJSON + `},"n":1}}`, prefixed("a.b.") + " a.n=1", "groups nest"},
		{func(l *slog.Logger) { l.Info("m", slog.Any("", full)) }, fullJSON, strings.TrimPrefix(strings.ReplaceAll(" "+fullText, " r.", " "), " "), "a group without a name"},
	} {
		json, text := loggedBoth(tt.log)
		if json != tt.json || text != tt.text || traceOf(json+text) != "" {
			t.Errorf("%s\n got %s\nwant %s\n got %s\nwant %s", tt.why, json, tt.json, text, tt.text)
		}
	}
	json, text := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", (*vpnconn.Request)(nil), "n", 1) })
	if !strings.HasSuffix(json, `,"n":1}`) || !strings.HasSuffix(text, " n=1") {
		t.Errorf("with a nil *Request the line is not complete: %s\n%s", json, text)
	}
}
