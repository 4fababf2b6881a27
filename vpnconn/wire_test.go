package vpnconn_test

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestQueryOfEverySetting(t *testing.T) {
	const want = "Action=CreateVpnConnection" +
		"&ClientToken=02fb3da4%20130e%2F11e9%2B8e44~0016e04115b" +
		"&CustomerGatewayId=cgw-p0w2jemrcj5u61un8%2A%2A%2A%2A" +
		"&EffectImmediately=true" +
		"&IkeConfig=%7B%22IkeAuthAlg%22%3A%22md5%22%2C%22IkeEncAlg%22%3A%22aes256%22%2C%22IkeLifetime%22%3A28800" +
		"%2C%22IkeMode%22%3A%22aggressive%22%2C%22IkePfs%22%3A%22group14%22%2C%22IkeVersion%22%3A%22ikev2%22" +
		"%2C%22LocalId%22%3A%22gw%40%E6%80%BB%E9%83%A8.example%22%2C%22LocalIdIPsec%22%3A%22gw%40%E6%80%BB%E9%83%A8.example%22" +
		"%2C%22Psk%22%3A%22k%5C%22e%5C%5Cy%20%3C%2F%26%3E%20%E2%80%A8%20%C3%A9%E5%AF%86%F0%9F%94%91%20100%25%2Ba%3Db~%22" +
		"%2C%22RemoteId%22%3A%22203.0.113.7%22%7D" +
		"&IpsecConfig=%7B%22IpsecAuthAlg%22%3A%22md5%22%2C%22IpsecEncAlg%22%3A%22aes192%22%2C%22IpsecLifetime%22%3A3600" +
		"%2C%22IpsecPfs%22%3A%22group5%22%7D" +
		"&LocalSubnet=10.1.0.0%2F16%2C10.0.0.0%2F16%2C192.168.0.0%2F24" +
		"&Name=%E6%80%BB%E9%83%A8.to-VPC_1" +
		"&RegionId=cn-shanghai" +
		"&RemoteSubnet=172.16.0.0%2F12%2C10.1.0.0%2F16" +
		"&VpnGatewayId=vpn-bp1q8bgx4xnkm2ogj0fiu"
	req := build(t, everything()...)
	if got := req.Query(); got != want {
		t.Errorf("Query = %s\nwant    %s", got, want)
	}
	back, err := url.ParseQuery(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(req.Values(), back); diff != "" {
		t.Errorf("Query as another reader has it (-Values +read):\n%s", diff)
	}
}

// Every printable ASCII character, in the one place that takes them all: RFC 3986, section 2.3, lets the letters, the
// digits and four more stand for themselves.
func TestQueryEscapes(t *testing.T) {
	const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
	const hex = "0123456789ABCDEF"
	for c := byte(' '); c <= '~'; c++ {
		want := "%" + string(hex[c>>4]) + string(hex[c&15])
		if strings.Contains(unreserved, string(c)) {
			want = string(c)
		}
		query := mustNew(t, vpnconn.WithClientToken(string(c))).Query()
		if !strings.HasPrefix(query, "Action=CreateVpnConnection&ClientToken="+want+"&CustomerGatewayId=") {
			t.Errorf("ClientToken %q became %s, want %s", c, query, want)
		}
	}
}

func TestWaysToSendAgree(t *testing.T) {
	for _, row := range []struct {
		name string
		opts []vpnconn.Option
	}{
		{"what is required", smallest()},
		{"phase 1 alone", smallest(vpnconn.WithIKE(ikeconfig.WithPSK(trickyPSK)))},
		{"everything", everything()},
	} {
		t.Run(row.name, func(t *testing.T) {
			req := build(t, row.opts...)
			params := req.Params()
			all := pairs(req.All())
			if !slices.IsSortedFunc(all, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) {
				t.Errorf("All is not sorted by name: %v", all)
			}
			if diff := cmp.Diff(params, maps.Collect(req.All())); diff != "" || len(all) != len(params) {
				t.Errorf("All has %d pairs, Params %d (-Params +All):\n%s", len(all), len(params), diff)
			}
			values := make(url.Values)
			var query []string
			for _, pair := range all {
				values[pair[0]] = []string{pair[1]}
				query = append(query, url.QueryEscape(pair[0])+"="+strings.ReplaceAll(url.QueryEscape(pair[1]), "+", "%20"))
			}
			if diff := cmp.Diff(values, req.Values()); diff != "" {
				t.Errorf("Values (-All +Values):\n%s", diff)
			}
			if want, got := strings.Join(query, "&"), req.Query(); want != got {
				t.Errorf("Query = %s\nwant    %s", got, want)
			}
		})
	}
}

func TestAllStopsWhenTold(t *testing.T) {
	req := build(t, everything()...)
	checkStops(t, req.All())
}

func TestAppendQuery(t *testing.T) {
	const prefix = "https://vpc.aliyuncs.com/?a=%&"
	req := build(t, everything()...)
	for _, room := range []int{0, 1, 100, 1000, 10_000} {
		dst := append(make([]byte, 0, len(prefix)+room), prefix...)
		if got, want := string(req.AppendQuery(dst)), prefix+req.Query(); got != want {
			t.Errorf("with room for %d bytes: %s\nwant %s", room, got, want)
		}
		if string(dst) != prefix {
			t.Errorf("with room for %d bytes, what was there became %s", room, dst)
		}
	}
	if got := string(req.AppendQuery(nil)); got != req.Query() {
		t.Errorf("AppendQuery(nil) = %s", got)
	}
}
