package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// tunnels has what a loader may get wrong: capital letters in a value, objects in a list, and two keys.
const tunnels = `
Edition: 2025
RegionId: cn-shanghai
VpnGatewayId: vpn-1
LocalSubnet: [10.0.0.0/24]
RemoteSubnet: 10.1.0.0/24, 10.3.0.0/24
EnableTunnelsBgp: true
Tags:
- {Key: CostCenter, Value: "0042"}
TunnelOptionsSpecification:
- CustomerGatewayId: cgw-1
  TunnelIkeConfig: {Psk: "${PSK}", IkeLifetime: 28800, LocalId: Office}
  TunnelBgpConfig: {LocalAsn: 4294967295, TunnelCidr: 169.254.10.0/30, LocalBgpIp: 169.254.10.1}
- CustomerGatewayId: cgw-2
  EnableDpd: false
  TunnelIkeConfig: {Psk: "${PSK_2}"}
  TunnelBgpConfig: {LocalAsn: 4294967295, TunnelCidr: 169.254.11.0/30, LocalBgpIp: 169.254.11.1}
`

// TestLoaders: all loaders give the same request, with both keys.
func TestLoaders(t *testing.T) {
	t.Setenv("PSK", "first-key")
	t.Setenv("PSK_2", "second-key")
	file := write(t, tunnels)
	want, err := load("yaml", file)
	if err != nil {
		t.Fatal(err)
	}
	if list := want.Tunnels(); len(list) != 2 || list[0].IKE().PSK() != "first-key" || list[1].IKE().PSK() != "second-key" {
		t.Errorf("the tunnels are %v, or their keys wrong", list)
	}
	for by := range loaders {
		got, err := load(by, file)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", by, err, diff)
		}
	}
}

// TestTagsAsMapping: viper refuses a mapping, since it would change the letter case of the names.
func TestTagsAsMapping(t *testing.T) {
	file := write(t, "Tags: {CostCenter: a, office.floor: b}")
	want := []vpnconn.Tag{{Key: "CostCenter", Value: "a"}, {Key: "office.floor", Value: "b"}}
	for _, by := range strict {
		if got, err := loaders[by](file); err != nil || !cmp.Equal(want, got.Tags) {
			t.Errorf("%s: %q, %v, want %q", by, got.Tags, err, want)
		}
	}
	if got, err := loaders["viper"](file); err == nil {
		t.Errorf("viper: %q, want an error", got.Tags)
	}
}

// TestViper: viper too refuses misspelled names and wrong types, in its own words.
func TestViper(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"IkeLifetime: 28800", "IkeLifetime: 8h", "'IkeConfig.IkeLifetime' expected type 'int64'"},
		{"IkeLifetime", "Lifetime", "'IkeConfig' has invalid keys: lifetime"},
		{`"${PSK}"`, "0123456789", "'IkeConfig.Psk' expected a map or struct"},
		{"${PSK}", "[hidden]", "IkeConfig.Psk: unsupported value"},
		{"Name: office", "Name: 5", "'Name' expected type 'string'"},
	} {
		_, err := load("viper", write(t, change(t, tt.old, tt.new)))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "0123456789") {
			t.Errorf("%s: %v, want %s, and no key", tt.new, err, tt.want)
		}
	}
}

// TestViperIsLenient has what the comment of readViper warns about.
func TestViperIsLenient(t *testing.T) {
	spec, err := loaders["viper"](write(t, `
REGIONID: ""
IkeConfig: {Psk: , IkeLifetime: 3600.9}
BgpConfig: {LocalAsn: 4294967297}
HealthCheckConfig: {dip: ""}
`))
	want := vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(3600))}, BGP: &vpnconn.BGP{LocalASN: 1}, HealthCheck: new(vpnconn.HealthCheck)}
	if diff := cmp.Diff(want, spec); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestKoanfDate: koanf turns a date into text before a Spec sees it.
func TestKoanfDate(t *testing.T) {
	file := write(t, "ClientToken: 2019-06-04")
	spec, err := loaders["koanf"](file)
	if err != nil || spec.ClientToken == nil || *spec.ClientToken != "2019-06-04T00:00:00Z" {
		t.Errorf("%v, %v, want text", spec.ClientToken, err)
	}
	if _, err := loaders["yaml"](file); err == nil {
		t.Error("a date is taken for text")
	}
}
