package encoders

import (
	"encoding/json"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestNotRead: a value that is written with its key hidden is refused when it is read, rather than read as one with nothing
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
