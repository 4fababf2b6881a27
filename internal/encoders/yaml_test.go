package encoders

import (
	"errors"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestYAMLFiles reads what only YAML has: the forms of null, which is not a key, and a mapping of tags.
func TestYAMLFiles(t *testing.T) {
	for _, key := range []string{"null", "~", "", "# to be filled in", "Null"} {
		for file, field := range map[string]string{
			"IkeConfig:\n  Psk: KEY\n  IkeVersion: ikev2\n":                                                              "IkeConfig.Psk",
			"TunnelOptionsSpecification:\n- Role: master\n  TunnelIkeConfig:\n    Psk: KEY\n    IkePfs: group14\n- {}\n": "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk",
		} {
			var s vpnconn.Spec
			err := yaml.Unmarshal([]byte(strings.ReplaceAll(file, "KEY", key)), &s)
			e, _ := errors.AsType[*vpnerrors.FieldError](err)
			if e == nil || e.Field != field || e.Reason != vpnerrors.ErrEmpty {
				t.Errorf("Psk: %s: %v, want it empty on %s", key, err, field)
			}
		}
	}
	var s vpnconn.Spec
	err := yaml.Unmarshal([]byte("DryRun: true\nTags: {team: network, test: ~}\nBgpConfig: {LocalAsn: '1.1'}\nEdition: '2025'\n"), &s)
	if err != nil || len(s.Tags) != 2 || s.Tags[1] != (vpnconn.Tag{Key: "test"}) || s.BGP.LocalASN != 65537 || s.Edition != 2025 {
		t.Errorf("%v, %v", s, err)
	}
}
