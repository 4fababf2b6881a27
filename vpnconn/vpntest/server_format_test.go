package vpntest_test

import (
	"maps"
	"regexp"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Answers are in the requested format, or in the one that the kind of client expects.
func TestServerFormat(t *testing.T) {
	params := example(t).Values()
	headers := []string{"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28"}
	for name, call := range map[string]struct {
		format  string
		headers []string
		json    bool
	}{
		"nothing said":         {"", nil, false},
		"JSON":                 {"JSON", nil, true},
		"json":                 {"json", nil, true},
		"XML":                  {"XML", nil, false},
		"unknown":              {"YAML", nil, false},
		"header of the action": {"", headers, true},
		"Accept":               {"", []string{"Accept", "application/json"}, true},
		"Accept among others":  {"", []string{"Accept", "text/xml, application/json;q=0.5"}, true},
		"Accept, another":      {"", []string{"Accept", "*/*"}, false},
		"XML despite headers":  {"XML", append(headers, "Accept", "application/json"), false},
		"xml despite headers":  {"xml", headers, false},
		"unknown, and Accept":  {"YAML", []string{"Accept", "application/json"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t, vpntest.WithConfiguring(1))
			values := maps.Clone(params)
			values.Set("Version", vpnconn.APIVersion)
			if call.format != "" {
				values.Set("Format", call.format)
			}
			refused := do(t, newRequest(t, "GET", server.URL+"?"+values.Encode(), "", call.headers...))
			made := do(t, newRequest(t, "GET", server.URL+"?"+values.Encode(), "", call.headers...))
			for got, shape := range map[*reply]map[bool]string{
				&refused: {
					true: `^\{"RequestId":"[0-9A-F-]{36}","HostId":"vpc\.aliyuncs\.com","Code":"VpnGateway\.Configuring",` +
						`"Message":"The specified service is configuring\.",` +
						`"Recommend":"https://error-center\.aliyun\.com/status/search\?Keyword=VpnGateway\.Configuring&source=PopGw"\}\n$`,
					false: `^<\?xml version="1\.0" encoding="UTF-8"\?><Error><RequestId>[0-9A-F-]{36}</RequestId>` +
						`<HostId>vpc\.aliyuncs\.com</HostId><Code>VpnGateway\.Configuring</Code>` +
						`<Message>The specified service is configuring\.</Message><Recommend>https://[^<]*&amp;source=PopGw</Recommend></Error>$`,
				},
				&made: {
					true: `^\{"VpnConnectionId":"vco-[0-9a-z]{21}","CreateTime":[0-9]{13},"RequestId":"[0-9A-F-]{36}"\}\n$`,
					false: `^<\?xml version="1\.0" encoding="UTF-8"\?><CreateVpnConnectionResponse>` +
						`<VpnConnectionId>vco-[0-9a-z]{21}</VpnConnectionId><CreateTime>[0-9]{13}</CreateTime>` +
						`<RequestId>[0-9A-F-]{36}</RequestId></CreateVpnConnectionResponse>$`,
				},
			} {
				if !regexp.MustCompile(shape[call.json]).Match(got.body) {
					t.Errorf("wrong answer: %s", got.body)
				}
				want := map[bool]string{true: "application/json;charset=utf-8", false: "text/xml;charset=utf-8"}[call.json]
				if kind := got.header.Get("Content-Type"); kind != want {
					t.Errorf("the type is %s, want %s", kind, want)
				}
			}
		})
	}
}
