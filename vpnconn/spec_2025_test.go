package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// fullSpecs2025 has every member that edition 2025 added.
func fullSpecs2025() (one, two vpnconn.Spec) {
	bgp := vpnconn.BGP{LocalASN: 65530, TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1"}
	one = vpnconn.Spec{
		Edition: aliyun.Edition2025, HealthCheck: &vpnconn.HealthCheck{Enable: new(false), Destination: "192.168.1.1", Source: "10.10.1.1", Interval: new(int64(3)), Retry: new(int64(1))},
		BGP:                 &vpnconn.BGP{Enable: new(true), LocalASN: bgp.LocalASN, TunnelCIDR: bgp.TunnelCIDR, LocalIP: bgp.LocalIP},
		RemoteCACertificate: new(certificate), Tags: []vpnconn.Tag{{Key: "b", Value: "v"}, {Key: "a"}},
	}
	two = vpnconn.Spec{Edition: aliyun.Edition2025, Tunnels: []vpnconn.TunnelSpec{{
		Role: new(vpnconn.RoleMaster), CustomerGatewayID: "cgw-1", IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("k1"), LocalID: new("l")},
		IPsec: &vpnconn.IPsecSpec{PFS: new(ipsecconfig.Disabled)}, BGP: &bgp, RemoteCACertificate: new(certificate),
	}, {Role: new(vpnconn.RoleSlave), IKE: &vpnconn.IKESpec{PSK: ikeconfig.NewSecret("k2")}}}}
	for name, value := range newBooleans(false) {
		*booleans[name].field(&one) = new(value)
		if field := booleans[name].fieldOfTunnel; field != nil {
			*field(&two.Tunnels[0]) = new(value)
		}
	}
	for name, value := range newBooleans(true) {
		*booleans[name].field(&two) = new(value)
	}
	return one, two
}

// newBooleans yields the Booleans of a connection that edition 2025 added, false and true in turn: those only for two
// tunnels, or the others.
func newBooleans(dual bool) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		value := false
		for _, d := range document2025 {
			if d.Type != "boolean" || strings.Contains(d.Name, ".") || options[d.Name] != nil || (d.Mode == "dual") != dual {
				continue
			}
			if !yield(d.Name, value) {
				return
			}
			value = !value
		}
	}
}

// fileOf returns a file with some members, which are JSON, and the new Booleans, in documented order.
func fileOf(members map[string]string, dual bool) string {
	for name, value := range newBooleans(dual) {
		members[name] = strconv.FormatBool(value)
	}
	file := `{"Edition":2025`
	for _, d := range document2025 {
		if text := members[d.Name]; text != "" {
			file += `,"` + d.Name + `":` + text
		}
	}
	return file + "}"
}

// The same as files, with keys as a Spec writes them.
var (
	file2025 = fileOf(map[string]string{
		"HealthCheckConfig":   `{"enable":false,"dip":"192.168.1.1","sip":"10.10.1.1","interval":3,"retry":1}`,
		"BgpConfig":           `{"EnableBgp":true,"LocalAsn":65530,"TunnelCidr":"169.254.10.0/30","LocalBgpIp":"169.254.10.1"}`,
		"RemoteCaCertificate": jsonString(certificate), "Tags": `[{"Key":"b","Value":"v"},{"Key":"a"}]`,
	}, false)
	tunnelsFile = fileOf(map[string]string{"TunnelOptionsSpecification": `[{"Role":"master","CustomerGatewayId":"cgw-1","TunnelIkeConfig":{"Psk":"[hidden]","LocalId":"l"},` +
		`"TunnelIpsecConfig":{"IpsecPfs":"disabled"},"TunnelBgpConfig":{"LocalAsn":65530,"TunnelCidr":"169.254.10.0/30","LocalBgpIp":"169.254.10.1"},` +
		booleansOfTunnel() + `"RemoteCaCertificate":` + jsonString(certificate) + `},{"Role":"slave","TunnelIkeConfig":{"Psk":"[hidden]"}}]`}, true)
)

// booleansOfTunnel returns the members for the Booleans of a tunnel.
func booleansOfTunnel() (members string) {
	for name, value := range newBooleans(false) {
		if booleans[name].fieldOfTunnel != nil {
			members += fmt.Sprintf("%q:%t,", name, value)
		}
	}
	return members
}

func jsonString(text string) string {
	b, _ := json.Marshal(text)
	return string(b)
}

func TestSpecReads2025(t *testing.T) {
	one, two := fullSpecs2025()
	tags := func(list ...vpnconn.Tag) vpnconn.Spec { return vpnconn.Spec{Tags: list} }
	asn := func(n uint32) vpnconn.Spec { return vpnconn.Spec{BGP: &vpnconn.BGP{LocalASN: n}} }
	for _, tt := range []struct {
		json string
		want vpnconn.Spec
		why  string
	}{
		{file2025, one, "all that a single tunnel has"},
		{strings.Replace(strings.Replace(tunnelsFile, "[hidden]", "k1", 1), "[hidden]", "k2", 1), two, "all that two tunnels have"},
		{`{"Edition":"2025"}`, vpnconn.Spec{Edition: aliyun.Edition2025}, "in quotes too"},
		{`{"Edition":null}`, vpnconn.Spec{}, "none named"},
		{`{"IkeConfig":{"LocalIdIPsec":"l","IkePfs":"group24","IkeAuthAlg":"sha256"},"DryRun":false}`,
			vpnconn.Spec{IKE: &vpnconn.IKESpec{LocalID: new("l"), PFS: new(ikeconfig.Group24), AuthAlg: new(ikeconfig.SHA256)}, DryRun: new(false)}, "without an edition, the members and values of all"},
		{`{"Edition":2025,"IkeConfig":{"IkePfs":"group24"}}`, vpnconn.Spec{Edition: aliyun.Edition2025, IKE: &vpnconn.IKESpec{PFS: new(ikeconfig.Group24)}}, "Build checks values"},
		{`{"Tags":[],"TunnelOptionsSpecification":null,"HealthCheckConfig":null,"BgpConfig":null,"RemoteCaCertificate":null,"EnableDpd":null}`, vpnconn.Spec{}, "null is unset, and so is an empty list of tags"},
		{`{"HealthCheckConfig":{},"BgpConfig":{"LocalAsn":null}}`, vpnconn.Spec{}, "an object with nothing set is unset"},
		{`{"Tags":{"b":"2","a":null,"c":""}}`, tags(vpnconn.Tag{Key: "a"}, vpnconn.Tag{Key: "b", Value: "2"}, vpnconn.Tag{Key: "c"}), "a mapping, sorted by key; null is the empty value"},
		{`{"Tags":[{"Value":"v"},{"Key":"b","Value":""}]}`, tags(vpnconn.Tag{Value: "v"}, vpnconn.Tag{Key: "b"}), "a list is unchanged; Build checks what is missing"},
		{`{"BgpConfig":{"LocalAsn":"4294967295"}}`, asn(4294967295), "an AS number in quotes"},
		{`{"BgpConfig":{"LocalAsn":"123.456"}}`, asn(8061384), "in two halves"},
		{`{"BgpConfig":{"LocalAsn":1.0}}`, asn(1), "by its value"},
		{`{"HealthCheckConfig":{"interval":0,"retry":-1}}`, vpnconn.Spec{HealthCheck: &vpnconn.HealthCheck{Interval: new(int64(0)), Retry: new(int64(-1))}}, "Build refuses it"},
		{`{"TunnelOptionsSpecification":[{},{"Role":"x"}]}`, vpnconn.Spec{Tunnels: []vpnconn.TunnelSpec{{}, {Role: new(vpnconn.Role("x"))}}}, "Build refuses it"},
		{`{"RemoteCaCertificate":"x","Name":""}`, vpnconn.Spec{RemoteCACertificate: new("x"), Name: new("")}, "Build refuses it"},
	} {
		for format, read := range readers(tt.json) {
			got := fullSpec() // everything is replaced
			if err := read(&got); err != nil {
				t.Errorf("%s in %s: %v: %s", tt.json, format, err, tt.why)
			} else if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s in %s: %s (-want +got):\n%s", tt.json, format, tt.why, diff)
			}
		}
	}
}

func TestSpecRefuses2025(t *testing.T) {
	const tunnel1 = "TunnelOptionsSpecification.1."
	for _, tt := range []struct {
		json, want string // want: the data of each mistake
		why        string
	}{
		{`{"Edition":7,"Name":1,"Colour":2}`, `Edition: unsupported value, value "7", allowed "2019 2025"`, "nothing else can be checked"},
		{`{"Edition":"twenty"}`, `Edition: unsupported value, value "twenty", allowed "2019 2025"`, "no number"},
		{`{"Edition":0}`, `Edition: unsupported value, value "0", allowed "2019 2025"`, "set, but to no edition"},
		{`{"Edition":true,"Name":1}`, `Name: bad type, value "1"; Edition: bad type, value "true", allowed "2019 2025"`, "neither a number nor text"},
		{`{"edition":2025}`, `edition: unknown parameter, suggest "Edition"`, "letter case counts"},
		{`{"DryRun":true,"Tags":{"a":1},"TunnelOptionsSpecification":[],"HealthCheckConfig":1,"BgpConfig":[],"Edition":2019}`,
			"BgpConfig: unknown parameter, in 2025; DryRun: unknown parameter, in 2025; HealthCheckConfig: unknown parameter, in 2025; Tags: unknown parameter, in 2025; " +
				"TunnelOptionsSpecification: unknown parameter, in 2025", "one error each, wherever the edition is"},
		{`{"IkeConfig":{"LocalIdIPsec":"l"},"Edition":"2025"}`, `IkeConfig.LocalIdIPsec: unknown parameter, suggest "IkeConfig.LocalId", in 2019`, "the name of 2019"},
		{`{"TunnelOptionsSpecification":[{"TunnelIkeConfig":{"LocalIdIPsec":"l"}}]}`, tunnel1 + `TunnelIkeConfig.LocalIdIPsec: unknown parameter, suggest "` + tunnel1 + `TunnelIkeConfig.LocalId", in 2019`, "only edition 2025 has tunnels"},
		{`{"IkeConfig":{"Psk":null},"TunnelOptionsSpecification":[{"TunnelIkeConfig":{"Psk":null}},{}]}`, `IkeConfig.Psk: empty; ` + tunnel1 + `TunnelIkeConfig.Psk: empty`, "a forgotten key; to set none, omit the member"},
		{`{"TunnelOptionsSpecification":[{"TunnelIkeConfig":{"Psk":"[hidden]"}}]}`, tunnel1 + `TunnelIkeConfig.Psk: unsupported value`, "the output of a Spec is not valid input"},

		{`{"TunnelOptionsSpecification":[]}`, "TunnelOptionsSpecification: required", "an empty list is not two tunnels"},
		{`{"TunnelOptionsSpecification":{"1":{}},"Tags":"a=b"}`, "Tags: bad type; TunnelOptionsSpecification: bad type", "lists"},
		{`{"TunnelOptionsSpecification":[null,1],"Tags":[null,"a"]}`, "Tags.1: bad type; Tags.2: bad type; TunnelOptionsSpecification.1: bad type; TunnelOptionsSpecification.2: bad type", "of objects"},
		{`{"TunnelOptionsSpecification":[{"Name":"n","EnableDpd":"true","TunnelBgpConfig":{"EnableBgp":true,"LocalAsn":"1.0"},"IkeConfig":{}}]}`,
			tunnel1 + `EnableDpd: bad type; ` + tunnel1 + `TunnelBgpConfig.LocalAsn: unsupported value, value "1.0", suggest "65536"; ` + tunnel1 + `IkeConfig: unknown parameter, suggest "` + tunnel1 + `TunnelIkeConfig"; ` +
				tunnel1 + `Name: unknown parameter, suggest "Name"; ` + tunnel1 + `TunnelBgpConfig.EnableBgp: unknown parameter, suggest "EnableTunnelsBgp"`, "not members of a tunnel"},
		{`{"IkeConfig":{"IkePfs":14,"IkeVersion":3,"IkeLifetime":"1h"},"IpsecConfig":{"IpsecPfs":true,"IpsecLifetime":"3600"}}`,
			`IkeConfig.IkeVersion: bad type, allowed "ikev1 ikev2"; IkeConfig.IkePfs: bad type, suggest "group14", allowed "group1 group2 group5 group14 group24"; ` +
				`IkeConfig.IkeLifetime: bad type, suggest "3600"; IpsecConfig.IpsecPfs: bad type, allowed "group1 group2 group5 group14 group24"; IpsecConfig.IpsecLifetime: bad type`, "values of another type"},
		{`{"Tags":{"":"v","a":1,"b":[]}}`, "Tags.1.Key: empty, 1 to 64; Tags.2.Value: bad type; Tags.3.Value: bad type", "numbered after sorting"},
		{`{"Tags":[{"Key":"","Colour":"x"}]}`, "Tags.1.Key: empty, 1 to 64; Tags.1.Colour: unknown parameter", "not names of a tag"},
		{`{"HealthCheckConfig":{"Dip":"1.1.1.1","enable":"true","interval":"3","retry":1.5}}`,
			`HealthCheckConfig.enable: bad type; HealthCheckConfig.interval: bad type; HealthCheckConfig.retry: not a whole number, value "1.5", 1 to 0; HealthCheckConfig.Dip: unknown parameter, suggest "HealthCheckConfig.dip"`,
			"a file must be right where clients may be wrong"},
		{`{"HealthCheckConfig":"{}","BgpConfig":[]}`, "HealthCheckConfig: bad type; BgpConfig: bad type", "objects"},
		{`{"BgpConfig":{"LocalAsn":0}}`, `BgpConfig.LocalAsn: out of range, value "0"`, "it would mean unset"},
		{`{"BgpConfig":{"LocalAsn":123.456}}`, `BgpConfig.LocalAsn: not a whole number, value "123.456"`, "halves need quotes"},
		{`{"BgpConfig":{"TunnelCidr":""},"HealthCheckConfig":{"sip":""}}`, "HealthCheckConfig.sip: empty; BgpConfig.TunnelCidr: empty", "in the struct, empty text means unset"},
		{`{"RemoteCaCertificate":1}`, "RemoteCaCertificate: bad type", "the value is not shown, it may be a key"},

		{`{"DryRun":1,"LocalSubnet":"x,y","Name":"a b","IkeConfig":{"Psk":"a b","IkePfs":"group24"},"Tags":{"acs:":""}}`,
			`LocalSubnet[0]: bad CIDR block, value "x"; LocalSubnet[1]: bad CIDR block, value "y"; Tags.1.Key: unsupported value, value "acs:", part "acs:", 1 to 64; DryRun: bad type, value "1"`,
			"what cannot be read, and what is wrong in all editions"},
	} {
		for format, read := range readers(tt.json) {
			got := fullSpec()
			err := read(&got)
			errs, _ := err.(mistakes)
			if errs != nil {
				checkWellFormed(t, err)
			}
			if got := dataOf(errs...); got != tt.want {
				t.Errorf("%s in %s\ngot  %s\nwant %s: %s", tt.json, format, got, tt.want, tt.why)
			}
			if diff := cmp.Diff(fullSpec(), got); diff != "" {
				t.Errorf("%s in %s changed the Spec despite an error (-before +after):\n%s", tt.json, format, diff)
			}
		}
	}
	for text, want := range map[string]string{ // not possible in a tree
		`{"Edition":2025,"Edition":2025}`:                                   "Edition: duplicate",
		`{"Tags":{"a":"1","a":"2"}}`:                                        "Tags.2.Key: duplicate", // from Build, which also knows the other members
		`{"TunnelOptionsSpecification":[{"Role":"master","Role":"slave"}]}`: "TunnelOptionsSpecification.1.Role: duplicate",
	} {
		var s vpnconn.Spec
		err := s.UnmarshalJSON([]byte(text))
		if err == nil {
			_, err = vpnconn.New(smallest2025(s.Option())...)
		}
		if got := mistakesOf(t, err); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestSpecWrites2025: what is unset is left out, and keys are hidden, and what is not a certificate, in both formats.
func TestSpecWrites2025(t *testing.T) {
	one, two := fullSpecs2025()
	pasted := vpnconn.Spec{RemoteCACertificate: new("-----BEGIN PRIVATE KEY-----"), Tunnels: []vpnconn.TunnelSpec{{RemoteCACertificate: new("")}}}
	for want, spec := range map[string]vpnconn.Spec{
		"{}":        {},
		file2025:    one,
		tunnelsFile: two,
		`{"RemoteCaCertificate":"[hidden]","TunnelOptionsSpecification":[{"RemoteCaCertificate":"[hidden]"}]}`: pasted,
		`{"HealthCheckConfig":{},"BgpConfig":{},"Tags":[{}],"TunnelOptionsSpecification":[{}]}`: {
			HealthCheck: new(vpnconn.HealthCheck), BGP: new(vpnconn.BGP), Tags: make([]vpnconn.Tag, 1), Tunnels: make([]vpnconn.TunnelSpec, 1)},
	} {
		got, err := json.Marshal(spec)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
		yaml, err := spec.MarshalYAML()
		checkWritten(t, yaml, err, want)
		var back vpnconn.Spec
		if err := json.Unmarshal(got, &back); err == nil && !strings.Contains(want, "[hidden]") && !strings.Contains(want, "{}") && !cmp.Equal(spec, back) {
			t.Errorf("%s comes back as %v", got, back)
		}
	}
	yaml, err := two.Tunnels[1].MarshalYAML()
	checkWritten(t, yaml, err, `{"Role":"slave","TunnelIkeConfig":{"Psk":"[hidden]"}}`)
	if *pasted.RemoteCACertificate == "[hidden]" || *pasted.Tunnels[0].RemoteCACertificate == "[hidden]" {
		t.Error("writing changed the Spec itself")
	}
}

// checkWritten fails t unless what MarshalYAML returned has these members. Its tags for YAML are those for JSON.
func checkWritten(t *testing.T, v any, err error, want string) {
	t.Helper()
	text, jsonErr := json.Marshal(v)
	if string(text) != want || err != nil || jsonErr != nil {
		t.Errorf("in YAML it has %s, %v, want %s", text, err, want)
	}
}

// TestTunnelSpec: a single TunnelSpec is read strictly, and replaced.
func TestTunnelSpec(t *testing.T) {
	for text, want := range map[string]string{
		`{"Role":"x","TunnelIkeConfig":{"LocalId":"l"}}`: "",
		`{"Psk":"k","EnableDpd":"true"}`:                 "TunnelOptionsSpecification.EnableDpd: bad type, TunnelOptionsSpecification.Psk: unknown parameter",
		`1`:                                              "TunnelOptionsSpecification: bad type",
		`{"TunnelIkeConfig":{"Psk":null}}`:               "TunnelOptionsSpecification.TunnelIkeConfig.Psk: empty",
	} {
		for format, read := range readers(text) {
			_, two := fullSpecs2025()
			got := two.Tunnels[0]
			short := ""
			if err := read(&got); err != nil {
				short = strings.Join(namesAndReasons(t, err), ", ")
			}
			if short != want {
				t.Errorf("%s in %s: %s, want %s", text, format, short, want)
			}
			if same := cmp.Equal(got, two.Tunnels[0]); same != (want != "") || want == "" && (got.CustomerGatewayID != "" || *got.Role != "x") {
				t.Errorf("%s in %s: it is %v", text, format, got)
			}
		}
	}
	var got vpnconn.TunnelSpec
	if err := got.UnmarshalYAML(decoded(nil)); err != nil || got.UnmarshalJSON([]byte("null")) != nil {
		t.Errorf("null: %v", err)
	}
	const words = "TunnelOptionsSpecification.CustomerGatewayId: empty: want the ID of a customer gateway, printable ASCII with no space, comma or quote"
	if err := got.UnmarshalJSON([]byte(`{"CustomerGatewayId":""}`)); fmt.Sprint(err) != words {
		t.Errorf("%v, want %s", err, words)
	}
}
