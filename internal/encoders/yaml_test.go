package encoders

import (
	"errors"
	"slices"
	"strings"
	"testing"

	goyaml "github.com/goccy/go-yaml"
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

// TestYAMLTagKeys: a key of a tag that is not text for the package is refused, also if the package makes text of it.
func TestYAMLTagKeys(t *testing.T) {
	strict := func(file []byte, into any) error { return goyaml.UnmarshalWithOptions(file, into, goyaml.Strict()) }
	for name, unmarshal := range map[string]func([]byte, any) error{
		"yaml.v3": yaml.Unmarshal, "go-yaml": goyaml.Unmarshal, "go-yaml, strict": strict,
	} {
		for key, want := range map[string]string{
			"1.10": "Tags.1.Key: bad type: want text in quotes", "010": "Tags.1.Key: bad type: want text in quotes",
			"true": "Tags.2.Key: bad type: want text in quotes", `"1.10"`: "", "team": "",
		} {
			var s vpnconn.Spec
			err := unmarshal([]byte("Edition: 2025\nIkeConfig: {IkeMode: main}\nTags:\n  "+key+": a\n  env: b\n"), &s)
			switch {
			case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
				t.Errorf("%s, %s: %v, want %s", name, key, err, want)
			case want == "" && (err != nil || !slices.Contains(s.Tags, vpnconn.Tag{Key: strings.Trim(key, `"`), Value: "a"})):
				t.Errorf("%s, %s: %v, %v", name, key, s.Tags, err)
			}
		}
	}
}

// TestYAMLMistakes: what is wrong with the form of a file is said of the key that it is about, if that is documented.
func TestYAMLMistakes(t *testing.T) {
	for file, want := range map[string]string{
		"VpnGatewayId: a\nVpnGatewayId: b\nName: n\nName: n\nName: n\n": "VpnGatewayId: duplicate: want it once; Name: duplicate: want it once",
		"IkeConfig: {Psk: secret, IkeMode: main, Psk: secret}\n":        "IkeConfig.Psk: duplicate: want it once",
		"Edition: 2025\nEdition: 2025\n":                                "Edition: duplicate: want it once",
		"Tags: {secret: a, secret: b}\n":                                "Tags: duplicate: want it once",
		"TunnelOptionsSpecification:\n- Role: master\n- TunnelIkeConfig: {Psk: a, Psk: b}\n  Role: slave\n  Role: slave\n": "TunnelOptionsSpecification.2.Role: duplicate: want it once",
		"TunnelOptionsSpecification:\n- Role: master\n- TunnelIkeConfig: {Psk: a, Psk: b}\n":                               "TunnelOptionsSpecification.2.TunnelIkeConfig.Psk: duplicate: want it once",
		strings.Repeat("Name: n\n", 200): whole, // about which the package says a megabyte
		"secret: a\nsecret: b\n":         whole, "- a\n": whole, "secret": whole, "Name: {{ .Name }}\n": whole,
		"IkeConfig: 65000": "IkeConfig: bad type: want an object",
		"TunnelOptionsSpecification: [{TunnelBgpConfig: 65000}, {}]": "TunnelOptionsSpecification.1.TunnelBgpConfig: bad type: want a parameter for each member, or in a file an object",
	} {
		var s vpnconn.Spec
		if err := yaml.Unmarshal([]byte(file), &s); err == nil || err.Error() != want {
			t.Errorf("%q\ngot  %v\nwant %s", file, err, want)
		}
	}
	var s vpnconn.IKESpec
	if err := yaml.Unmarshal([]byte("Psk: a\nPsk: b\n"), &s); err == nil || err.Error() != "IkeConfig.Psk: duplicate: want it once" {
		t.Errorf("a phase: %v", err)
	}
}

const whole = "Spec: bad type: want a JSON object or a YAML mapping without duplicate keys and without placeholders of a template left in it"
