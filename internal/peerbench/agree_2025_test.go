package main

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"testing"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	vpcv6 "github.com/alibabacloud-go/vpc-20160428/v6/client"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestSameParameters2025(t *testing.T) {
	req, err := build2025(&sample2025)
	if err != nil {
		t.Fatal(err)
	}
	want := req.Params()
	if len(want) != 55 {
		t.Fatalf("%d parameters, want Action, 14 around the tunnels, and 20 of each: %v", len(want), want)
	}
	if got := flat(t, string(req.AppendQuery(nil))); !maps.Equal(got, want) {
		t.Errorf("AppendQuery:\n got %v\nwant %v", got, want)
	}
	byHand, err := straight2025(&sample2025)
	if err != nil || !maps.Equal(byHand, want) {
		t.Errorf("by hand: %v\n got %v\nwant %v", err, byHand, want)
	}
	typed, err := vpcSDK(&sample2025)
	if err != nil {
		t.Fatal(err)
	}
	if got := sentByVPC(t, typed); !maps.Equal(got, want) {
		t.Errorf("vpc-20160428:\n got %v\nwant %v", got, want)
	}
}

// sentByVPC returns the query and the body of the SDK's request, and the action that its client adds.
func sentByVPC(t *testing.T, r *openapi.OpenApiRequest) map[string]string {
	t.Helper()
	sent := map[string]string{"Action": vpnconn.Action}
	for name, value := range r.Query {
		sent[name] = *value
	}
	for name, value := range r.Body.(map[string]any) {
		sent[name] = value.(string)
	}
	return sent
}

// vpcSDK must do what the SDK does, up to sending.
func TestVPCSDKSendsTheSame(t *testing.T) {
	typed, err := vpcSDK(&sample2025)
	if err != nil {
		t.Fatal(err)
	}
	arrived := make(chan string, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		arrived <- r.URL.RawQuery + "&Action=" + r.Header.Get("x-acs-action") + "&" + string(body)
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, successJSON)
	}))
	defer server.Close()
	host := new(server.Listener.Addr().String())
	client, err := vpcv6.NewClient(&openapi.Config{
		AccessKeyId: new("id"), AccessKeySecret: new("secret"), Endpoint: host, NoProxy: host, Protocol: new("HTTP"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.CreateVpnConnection(vpcRequest(&sample2025)); err != nil {
		t.Fatal(err)
	}
	if got, want := flat(t, <-arrived), sentByVPC(t, typed); !maps.Equal(got, want) {
		t.Errorf("the SDK sent\n     %v\nwant %v", got, want)
	}
}

// flat returns a query without duplicate names.
func flat(t *testing.T, query string) map[string]string {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	params := make(map[string]string)
	for name, list := range values {
		if len(list) != 1 {
			t.Errorf("%s: %d values", name, len(list))
		}
		params[name] = list[0]
	}
	return params
}

// Both readers get the whole request back.
func TestSameReading2025(t *testing.T) {
	g, err := reading2025()
	if err != nil {
		t.Fatal(err)
	}
	kept.request, kept.typed = vpnconn.Request{}, nil
	for _, c := range g.contenders {
		if err := c.run(); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
	}
	want, err := build2025(&sample2025)
	if err != nil {
		t.Fatal(err)
	}
	if !kept.request.Equal(want) || kept.request.Edition() != aliyun.Edition2025 {
		t.Errorf("ParseIn:\n got %v\nwant %v", kept.request, want)
	}
	if want := vpcRequest(&sample2025); !reflect.DeepEqual(kept.typed, want) {
		got, _ := json.Marshal(kept.typed)
		t.Errorf("encoding/json read %s", got)
	}
}

func TestValidatorTakesTheSample2025(t *testing.T) {
	check := newValidator()
	if err := check.Struct(&sample2025); err != nil {
		t.Error(err)
	}
	// One mistake for each kind of tag: a misspelled tag would measure nothing.
	for what, spoil := range map[string]func(*settings2025){
		"identifier":    func(s *settings2025) { s.RegionID = "cn,shanghai" },
		"blocks":        func(s *settings2025) { s.LocalSubnets = []string{"10.0.0.1/24"} },
		"token":         func(s *settings2025) { s.ClientToken = "é" },
		"name":          func(s *settings2025) { s.Name = "http://example.com" },
		"tag twice":     func(s *settings2025) { s.Tags = []tag{{"a", ""}, {"a", ""}} },
		"key of a tag":  func(s *settings2025) { s.Tags = []tag{{"acs:a", ""}} },
		"value":         func(s *settings2025) { s.Tags = []tag{{"a", "at https://example.com"}} },
		"tunnel":        func(s *settings2025) { s.Tunnels[1].CustomerGatewayID = "" },
		"role":          func(s *settings2025) { s.Tunnels[1].Role = "backup" },
		"block":         func(s *settings2025) { s.Tunnels[1].TunnelCIDR = "169.254.11.0/29" },
		"where it lies": func(s *settings2025) { s.Tunnels[1].TunnelCIDR = "10.0.0.0/30" },
		"reserved":      func(s *settings2025) { s.Tunnels[1].TunnelCIDR = "169.254.169.252/30" },
		"address":       func(s *settings2025) { s.Tunnels[1].LocalBGPIP = "::1" },
		"key":           func(s *settings2025) { s.Tunnels[1].PSK = `a\b` },
		"quote":         func(s *settings2025) { s.Tunnels[1].PSK = `a"b` },
		"enum":          func(s *settings2025) { s.Tunnels[1].IPsecEncAlg = "AES-256" },
		"lifetime":      func(s *settings2025) { s.Tunnels[1].IKELifetime = new(*s.Tunnels[1].IKELifetime + 1) },
		"local ID":      func(s *settings2025) { s.Tunnels[1].LocalID = "a b" },
	} {
		bad := sample2025
		spoil(&bad)
		if check.Struct(&bad) == nil {
			t.Errorf("%s: accepted", what)
		}
	}
}
