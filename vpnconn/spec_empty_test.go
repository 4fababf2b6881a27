package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestEmptyIsNoDefault: what is there but empty in a file, such as a variable that nobody set, is a mistake. It neither
// counts as unset nor gives way to a default that stands before the Spec.
func TestEmptyIsNoDefault(t *testing.T) {
	for _, tt := range []struct{ tree, want, why string }{
		{`{"RegionId":""}`, "RegionId: empty", "the empty text in the struct would be unset"},
		{`{"VpnGatewayId":"","CustomerGatewayId":""}`, "CustomerGatewayId: empty, VpnGatewayId: empty", "both at once"},
		{`{"LocalSubnet":""}`, "LocalSubnet[0]: empty", "a list with one block, which is empty"},
		{`{"LocalSubnet":[""]}`, "LocalSubnet[0]: empty", "likewise"},
		{`{"RemoteSubnet":[]}`, "RemoteSubnet: required", "a list of no blocks"},
		{`{"Name":"","ClientToken":""}`, "ClientToken: empty, Name: empty", "what is optional"},
		{`{"IkeConfig":{"Psk":"","RemoteId":""}}`, "IkeConfig.Psk: empty, IkeConfig.RemoteId: empty", "within a phase"},
	} {
		var tree any
		if err := json.Unmarshal([]byte(tt.tree), &tree); err != nil {
			t.Fatal(err)
		}
		for format, read := range map[string]func(*vpnconn.Spec) error{
			"JSON": func(s *vpnconn.Spec) error { return json.Unmarshal([]byte(tt.tree), s) },
			"YAML": func(s *vpnconn.Spec) error { return s.UnmarshalYAML(decoded(tree)) },
		} {
			var s vpnconn.Spec
			err := read(&s)
			if err == nil {
				_, err = vpnconn.New(smallest(s.Option())...)
			}
			errs, _ := stderrors.AsType[mistakes](err)
			if got := strings.Join(namesAndReasons(t, errs), ", "); got != tt.want {
				t.Errorf("%s in %s: %q, want %q: %s", tt.tree, format, got, tt.want, tt.why)
			}
		}
	}
}

// TestOptionOfNoBlocks: a list of no blocks is set, other than one that is nil.
func TestOptionOfNoBlocks(t *testing.T) {
	for _, tt := range []struct {
		spec vpnconn.Spec
		want string
	}{
		{vpnconn.Spec{}, ""},
		{vpnconn.Spec{LocalSubnets: []string{}}, "LocalSubnet: required"},
		{vpnconn.Spec{RemoteSubnets: []string{}}, "RemoteSubnet: required"},
	} {
		_, err := vpnconn.New(smallest(tt.spec.Option())...)
		errs, _ := stderrors.AsType[mistakes](err)
		if got := strings.Join(namesAndReasons(t, errs), ", "); got != tt.want {
			t.Errorf("%#v over a default: %q, want %q", tt.spec.LocalSubnets, got, tt.want)
		}
	}
}
