package tree_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// data returns what is wrong in short.
func data(err error) string {
	errs, _ := err.(vpnerrors.ValidationErrors)
	if err != nil && errs == nil {
		return err.Error()
	}
	var list []string
	for _, e := range errs {
		text := e.Field + ": " + e.Reason.Error()
		for _, part := range []string{e.Value, e.Part, e.Suggest, strings.Join(e.Allowed, " ")} {
			if part != "" {
				text += fmt.Sprintf(" %q", part)
			}
		}
		if e.Offset != 0 {
			text += fmt.Sprintf(" at %d", e.Offset)
		}
		if e.Edition != 0 {
			text += " in " + e.Edition.String()
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}

// TestSpecs reads files strictly, and writes back what is in them.
func TestSpecs(t *testing.T) {
	const tunnels = "TunnelOptionsSpecification"
	many := func(n int, element string) string { return strings.TrimSuffix(strings.Repeat(element+",", n), ",") }
	for _, tt := range []struct {
		file string
		want string // what is written of it, or what is wrong; "": the same
		why  string
	}{
		{`{}`, "", "nothing is set"},
		{`{"Edition":2025,"RegionId":"r","LocalSubnet":["10.0.0.0/24","10.1.0.0/24"],"ClientToken":"t","EffectImmediately":false,` +
			`"HealthCheckConfig":{"enable":true,"dip":"10.0.0.1","interval":3},"BgpConfig":{"LocalAsn":1},"Tags":[{"Key":"k","Value":"v"},{"Key":"l"}],` +
			`"` + tunnels + `":[{"Role":"master","TunnelIkeConfig":{"IkeLifetime":5}},{"TunnelBgpConfig":{"LocalAsn":2},"EnableDpd":true}]}`, "", "what each kind has"},
		{`{"RegionId":null,"LocalSubnet":null,"EffectImmediately":null,"IkeConfig":null,"Tags":null,"BgpConfig":{"LocalAsn":null}}`, `{}`, "null is unset"},
		{`{"Edition":2019,"IkeConfig":{"LocalId":"l","LocalIdIPsec":"l"}}`, `{"Edition":2019,"IkeConfig":{"LocalId":"l"}}`, "two names of one thing"},
		{`{"LocalSubnet":"10.0.0.0/24, 10.1.0.0/24"}`, `{"LocalSubnet":["10.0.0.0/24","10.1.0.0/24"]}`, "a list as the API has it"},
		{`{"Tags":{"b":"2","a":null}}`, `{"Tags":[{"Key":"a"},{"Key":"b","Value":"2"}]}`, "a mapping has no order"},
		{`{"Tags":{` + strings.TrimSuffix(many(20, `"k":null`), ",") + `}}`, `{"Tags":[` + many(20, `{"Key":"k"}`) + `]}`, "as many as there may be"},
		{`{"Tags":[` + many(20, `{"Key":"k"}`) + `]}`, "", "as many as there may be"},
		{`{"Tags":[]}`, `{}`, "none"},
		{`{"Name":"","RemoteCaCertificate":""}`, `{"Name":"","RemoteCaCertificate":"[hidden]"}`, "what is empty is for Build to refuse"},
		{`{"IkeConfig":{"IkeLifetime":1e3},"IpsecConfig":{"IpsecLifetime":-5}}`, `{"IkeConfig":{"IkeLifetime":1000},"IpsecConfig":{"IpsecLifetime":-5}}`, "any int64, in any notation"},
		{`{"BgpConfig":{"LocalAsn":"123.456"}}`, `{"BgpConfig":{"LocalAsn":8061384}}`, "two halves"},
		{`{"BgpConfig":{"LocalAsn":"4294967295"}}`, `{"BgpConfig":{"LocalAsn":4294967295}}`, "in quotes"},
		{`{"BgpConfig":{"LocalAsn":0}}`, `BgpConfig.LocalAsn: out of range "0"`, "0 stands for unset"},
		{`{"BgpConfig":{"LocalAsn":"65536.0"}}`, `BgpConfig.LocalAsn: bad type`, "a half has 16 bits"},
		{`{"BgpConfig":{"LocalAsn":"x"}}`, `BgpConfig.LocalAsn: bad type`, "no number"},
		{`{"` + tunnels + `":[{"TunnelBgpConfig":{"LocalAsn":"1.0","EnableBgp":true}}]}`,
			tunnels + `.1.TunnelBgpConfig.LocalAsn: unsupported value "1.0" "65536"; ` + tunnels + `.1.TunnelBgpConfig.EnableBgp: unknown parameter "EnableTunnelsBgp"`, "a tunnel has neither"},

		{`[]`, "Spec: bad type", "no object"},
		{`{"a":1`, "Spec: bad type", "it breaks off"},
		{`{"regionId":"r","Colour":1,"Psk":"k","action":"a"}`, `Colour: unknown parameter; Psk: unknown parameter "IkeConfig.Psk"; action: unknown parameter; regionId: unknown parameter "RegionId"`, "names are strict, and a file has no action"},
		{`{"Edition":2025,"IkeConfig":{"LocalIdIPsec":"l"}}`, `IkeConfig.LocalIdIPsec: unknown parameter "IkeConfig.LocalId" in 2019`, "of the other edition"},
		{`{"Edition":2019,"Tags":{"":1},"DryRun":1}`, "DryRun: unknown parameter in 2025; Tags: unknown parameter in 2025", "not looked at"},
		{`{"Name":"a","Name":"a","IkeConfig":{"P\ud800":1},"P\ud800":1}`, "IkeConfig: bad character; Name: duplicate; P\ufffd: bad character", "names"},
		{`{"Name":"a\ud800b","LocalSubnet":["10.0.0.0/24,10.\ud8000.0/24,x"]}`, "LocalSubnet[1]: bad character \"10.\ufffd0.0/24\" \"\ufffd\"; Name: bad character \"a\ufffdb\" \"\ufffd\"", "half a character"},
		{`{"LocalSubnet":["10.0.0.0/24,10.1.0.0/24",5,null],"RemoteSubnet":[]}`, `LocalSubnet[2]: bad type "5"; LocalSubnet[3]: bad type; RemoteSubnet: required`, "an element may have several blocks"},
		{`{"IkeConfig":{"Psk":null,"IkeMode":1,"IkeEncAlg":null}}`, `IkeConfig.Psk: empty; IkeConfig.IkeMode: bad type "main aggressive"`, "left out by mistake"},
		{`{"IkeConfig":{"Psk":"[hidden]"}}`, "IkeConfig.Psk: unsupported value", "a Spec that was printed"},
		{`{"IkeConfig":{"IkeMode":"fast","IkeLifetime":"5"},"IpsecConfig":{"IpsecLifetime":0.5}}`, `IkeConfig.IkeMode: unsupported value "fast" "main aggressive"; IkeConfig.IkeLifetime: bad type; IpsecConfig.IpsecLifetime: not a whole number "0.5"`, "numbers are strict"},
		{`{"IkeConfig":{"LocalId":"a","LocalIdIPsec":"b","IkeLifetime":1e99}}`, `IkeConfig.IkeLifetime: out of range "1e99"; IkeConfig.LocalIdIPsec: conflict "a" "b"`, "two names of two things"},
		{`{"IkeConfig":"{}","DryRun":"true","EffectImmediately":1}`, `EffectImmediately: bad type "1"; IkeConfig: bad type; DryRun: bad type "true"`, "no texts of other types"},
		{`{"RegionId":"","BgpConfig":{"LocalBgpIp":"","TunnelCidr":""}}`, "RegionId: empty; BgpConfig.TunnelCidr: empty; BgpConfig.LocalBgpIp: empty", "the empty text would be unset"},
		{`{"LocalSubnet":""}`, `{"LocalSubnet":[""]}`, "set, for Build to refuse"},
		{`{"Tags":"a","` + tunnels + `":{}}`, "Tags: bad type; " + tunnels + ": bad type", "no lists"},
		{`{"Tags":[null,"a"],"` + tunnels + `":[]}`, "Tags.1: bad type; Tags.2: bad type; " + tunnels + ": required", "elements"},
		{`{"Tags":{"a":1,"":"v"}}`, "Tags.1.Key: empty; Tags.2.Value: bad type", "elements by name"},
		{`{"Tags":[` + many(21, `1`) + `]}`, `Tags: too many "21"`, "not looked at"},
		{`{"Tags":{` + many(21, `"k":1`) + `},"` + tunnels + `":[{},{},{}]}`, `Tags: too many "21"; ` + tunnels + `: too many "3"`, "not looked at"},
	} {
		var s vpnconn.Spec
		got := data(s.UnmarshalJSON([]byte(tt.file)))
		if got == "" {
			written, _ := json.Marshal(s)
			got = string(written)
		}
		if want := tt.want; got != want && (want != "" || got != tt.file) {
			t.Errorf("%.1000s: %s\n got %s\nwant %s", tt.file, tt.why, got, want)
		}
	}
}

// TestAliases: in YAML a small file makes a large list of the same text.
func TestAliases(t *testing.T) {
	block := strings.Repeat("x", 1<<20)
	for n, want := range map[int]string{16: "", 17: "LocalSubnet: too long"} {
		var s vpnconn.Spec
		err := s.UnmarshalYAML(func(to any) error {
			list := make([]any, n)
			for i := range list {
				list[i] = block
			}
			*to.(*any) = map[string]any{"LocalSubnet": list}
			return nil
		})
		if got := data(err); got != want || err == nil && len(s.LocalSubnets) != n {
			t.Errorf("%d MiB: %q and %d blocks, want %q", n, got, len(s.LocalSubnets), want)
		}
	}
}

// TestPhases: the phases alone are read, checked, written and filled in as those of a request.
func TestPhases(t *testing.T) {
	const sent = `{"IkeAuthAlg":"sm3","IkeLifetime":60,"LocalId":"l","Psk":"k"}`
	for _, tt := range []struct{ json, want, why string }{
		{sent, sent, "as it is sent"},
		{`{"IkeLifetime":"6e1","Psk":null,"IkeMode":""}`, `IkeConfig.IkeLifetime: bad type`, "digits only in quotes"},
		{`{"IkeLifetime":"60","Psk":null,"IkeMode":""}`, `{"IkeLifetime":60}`, "what clients send for unset"},
		{``, `{}`, "nothing is set"},
		{`null`, `{}`, "nothing is set"},
		{`{"IkeLifetime":60.5}`, `IkeConfig.IkeLifetime: not a whole number "60.5"`, "a fraction"},
		{`{"RemoteId":1,"Psk":"a b","LocalId":"c d","IkeLifetime":-1,"Colour":1}`,
			`IkeConfig.Psk: bad character; IkeConfig.IkeLifetime: out of range "-1"; IkeConfig.LocalId: bad character "c d" " "; IkeConfig.RemoteId: bad type; IkeConfig.Colour: unknown parameter`, "in documented order"},
		{`{"Psk":"k","Psk":"k"}`, "IkeConfig.Psk: duplicate", "twice"},
		{`ikev1`, `IkeConfig: bad type "{\"IkeVersion\":\"ikev1\"}"`, "as in the document's own examples"},
		{`{"Psk":`, "IkeConfig: bad type at 7", "it breaks off"},
		{`1`, "IkeConfig: bad type", "no object"},
	} {
		c, err := ikeconfig.ParseIn(aliyun.Edition2025, tt.json)
		if got := data(err); got != tt.want && (err != nil || c.JSON() != tt.want) {
			t.Errorf("ParseIn(%s): %s\n got %s, %s\nwant %s", tt.json, tt.why, c.JSON(), got, tt.want)
		}
	}
	c, _ := ikeconfig.ParseIn(aliyun.Edition2025, sent)
	hidden, _ := json.Marshal(c)
	yaml, _ := c.MarshalYAML()
	same, err := ikeconfig.NewIn(aliyun.Edition2025, c.Option(), ikeconfig.Options(nil, ikeconfig.WithLifetime(time.Minute)), ikeconfig.Config{}.Option())
	for _, tt := range []struct{ name, got, want string }{
		{"JSON", string(hidden), strings.Replace(sent, `"k"`, `"[hidden]"`, 1)},
		{"YAML", fmt.Sprint(yaml), "map[IkeAuthAlg:sm3 IkeLifetime:60 LocalId:l Psk:[hidden]]"},
		{"String", c.String(), `ikeconfig.Config{Psk: "[hidden]", IkeAuthAlg: "sm3", IkeLifetime: "60", LocalId: "l"}`},
		{"LogValue", c.LogValue().String(), "[Psk=[hidden] IkeAuthAlg=sm3 IkeLifetime=60 LocalId=l]"},
		{"Effective", c.Effective().JSON(), `{"IkeAuthAlg":"sm3","IkeEncAlg":"sm4","IkeLifetime":60,"IkeMode":"main","IkeVersion":"ikev1","LocalId":"l","Psk":"k"}`},
		{"the zero Config's Effective", ipsecconfig.Config{}.Effective().JSON(), `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"}`},
		{"Option", fmt.Sprint(same.Equal(c), err), "true <nil>"},
		{"UnmarshalJSON", fmt.Sprint(c.UnmarshalJSON([]byte("null")), c.UnmarshalJSON([]byte("{}"))), "<nil> ikeconfig.Config is not read from JSON: read a vpnconn.Spec, or use Parse"},
		{"UnmarshalYAML", fmt.Sprint(c.UnmarshalYAML(nil)), "ikeconfig.Config is not read from YAML: read a vpnconn.Spec, or use Parse"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s of %s is %s, want %s", tt.name, sent, tt.got, tt.want)
		}
	}
	for edition, want := range map[aliyun.Edition]string{0: "", 7: `Edition: unsupported value "7" "2019 2025"`} {
		_, parsed := ipsecconfig.ParseIn(edition, "{}")
		_, made := ipsecconfig.NewIn(edition)
		if data(parsed) != want || data(made) != want {
			t.Errorf("edition %d: %v, %v, want %q", edition, parsed, made, want)
		}
	}
	for d, want := range map[time.Duration]string{
		time.Second: "", -time.Second: `"-1"`, 1500 * time.Millisecond: `"1.5"`, time.Nanosecond: `"0.000000001" "1"`, -time.Nanosecond: `"-0.000000001"`,
	} {
		c, err := ipsecconfig.New(ipsecconfig.WithLifetime(d))
		if got, set := c.Lifetime(); !strings.HasSuffix(data(err), want) || set != (want == "") || set && got != d {
			t.Errorf("lifetime %v is %v, %v, %v, want %s", d, got, set, data(err), want)
		}
	}
}

// TestQueries reads parameters that no case of vpntest has, after those of the smallest request.
func TestQueries(t *testing.T) {
	const tunnel = "TunnelOptionsSpecification.1."
	for _, tt := range []struct{ query, want, why string }{
		{"Name=%", "Name: bad character \"%\" \"%\"", "a malformed escape"},
		{"Name=a&Name=b", "Name: duplicate \"b\"", "twice"},
		{"Action", "Action: duplicate", "a known name without a value is not the rest of a key"},
		{"IkeConfig.Psk=%", "IkeConfig.Psk: bad character", "a key"},
		{"IkeConfig=%&Tags.1.Key=%&Tags.30.Key=%", `IkeConfig: bad character; Tags: too many "30"`, "no value of what may have a key in it"},
		{"Tags.2.Key=&Tags.2.Key=&Tags.30.Key=&Tags.30.Key=", "Tags.2.Key: duplicate; Tags.30.Key: duplicate", "nothing twice, also where a list cannot have it"},
		{"Tags.30.Key=a&Tags.30.Key=", "Tags.30.Key: duplicate", "likewise"},
		{"Psk=%&Psk=%", `Psk: unknown parameter "IkeConfig.Psk"`, "a name that there is not"},
		{"IkeConfig.Psk&Name&RegionID&Tags.x", `Tags.x: unknown parameter; [hidden]: unknown parameter`, "the rest of a key"},
		{"HealthCheckConfig.Dip=10.0.0.1&HealthCheckConfig.dip=10.0.0.1", "HealthCheckConfig.dip: duplicate", "the same in capitals"},
		{"HealthCheckConfig.Edip=1", "HealthCheckConfig.Edip: unknown parameter \"HealthCheckConfig.dip\"", "none in small letters"},
		{"IkeConfig.LocalId=a&IkeConfig=%7B%22LocalId%22:%22b%22%7D", `IkeConfig.LocalId: conflict "b" "a"`, "both ways"},
		{"IkeConfig.=x&Tags.01.Key=a&Tags.0.Key=a&Tags.1=a&Tags=x", "Tags: bad type; IkeConfig.: unknown parameter \"IkeConfig\"; Tags.0.Key: unknown parameter \"Tags.1.Key\"; Tags.01.Key: unknown parameter \"Tags.1.Key\"; Tags.1: unknown parameter", "names"},
		{"Tags.2.Key=a", "Tags.1.Key: required", "a gap"},
		{"Tags.1.Key=a&Tags.2.Value=&Tags.1.Value=", `map[Tags.1.Key:a]`, "empty values count as unset"},
		{tunnel + "TunnelIkeConfig=%7B%7D", tunnel + "CustomerGatewayId: required; " + tunnel + "TunnelIkeConfig: bad type; TunnelOptionsSpecification.2: required", "sent member by member"},
		{tunnel + "CustomerGatewayId=c&IkeConfig.IkeLifetime=x", "IkeConfig: conflict \"TunnelOptionsSpecification\"; TunnelOptionsSpecification.2: required", "it has no place there, readable or not"},
		{"TunnelOptionsSpecification.3.Role=", "map[]", "nothing given"},
	} {
		query := "Action=CreateVpnConnection&LocalSubnet=10.0.0.0/24&RegionId=r&RemoteSubnet=10.1.0.0/24&VpnGatewayId=v&"
		if !strings.HasPrefix(tt.query, tunnel) {
			query += "CustomerGatewayId=c&"
		}
		smallest, _ := vpnconn.ParseQueryIn(aliyun.Edition2025, query)
		r, err := vpnconn.ParseQueryIn(aliyun.Edition2025, query+tt.query)
		got := data(err)
		if err == nil {
			added := r.Params()
			maps.DeleteFunc(added, func(name, _ string) bool { return smallest.Params()[name] != "" })
			got = fmt.Sprint(added)
		}
		if got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.query, tt.why, got, tt.want)
		}
	}
}
