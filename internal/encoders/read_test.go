package encoders

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestNotRead: a value that is written with its key hidden is refused when it is read, not read as one with nothing
// set.
func TestNotRead(t *testing.T) {
	for name, v := range map[string]any{
		"vpnconn.Request":    new(vpnconn.Request),
		"vpnconn.Builder":    new(vpnconn.Builder),
		"vpnconn.Tunnel":     new(vpnconn.Tunnel),
		"ikeconfig.Config":   new(ikeconfig.Config),
		"ipsecconfig.Config": new(ipsecconfig.Config),
	} {
		for format, read := range map[string]func([]byte, any) error{"JSON": json.Unmarshal, "YAML": yaml.Unmarshal} {
			want := name + " is not read from " + format + ": read a vpnconn.Spec, or use Parse"
			for _, text := range []string{"{}", `{"RegionId": "x"}`, `"text"`} {
				if err := read([]byte(text), v); err == nil || err.Error() != want {
					t.Errorf("of %s: %v, want %s", text, err, want)
				}
			}
			if err := read([]byte("null"), v); err != nil {
				t.Errorf("null into a %s from %s: %v", name, format, err)
			}
		}
	}
}

// TestAdviceInYAML: advice is the same in YAML as in JSON, without its option.
func TestAdviceInYAML(t *testing.T) {
	r := must(vpnconn.New(
		vpnconn.WithRegionID("cn-hangzhou"), vpnconn.WithVPNGatewayID("vpn-1"), vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithIKE(ikeconfig.WithEncAlg(ikeconfig.DES)),
	))
	inJSON := must(json.Marshal(r.Advise()))
	var want, got any
	if err := errors.Join(json.Unmarshal(inJSON, &want), yaml.Unmarshal(must(yaml.Marshal(r.Advise())), &got)); err != nil {
		t.Fatal(err)
	}
	if again := must(json.Marshal(got)); !reflect.DeepEqual(must(json.Marshal(want)), again) {
		t.Errorf("in YAML it says %s, in JSON %s", again, inJSON)
	}
}
