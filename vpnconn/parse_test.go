package vpnconn_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// required is the errors of Parse for no parameters.
var required = func() (list mistakes) {
	for _, d := range document {
		if d.Required {
			list = append(list, &mistake{Field: d.Name, Reason: vpnerrors.ErrRequired, Allowed: d.Values})
		}
	}
	return list
}()

// TestParseRefuses has what the cases of package vpntest cannot have: several mistakes at once, in documented order.
func TestParseRefuses(t *testing.T) {
	noRegion := sentParams("regionId", "cn-shanghai")
	delete(noRegion, "RegionId")
	for _, tt := range []struct {
		params    map[string]string
		want, why string
	}{
		{nil, dataOf(required...), "everything that is required, at once"},
		{map[string]string{"Version": "2016-04-28", "Format": "JSON"}, dataOf(required...), "common parameters do not count"},
		{map[string]string{"Action": "", "CustomerGatewayId": "", "LocalSubnet": "", "RegionId": "", "RemoteSubnet": "", "VpnGatewayId": ""},
			dataOf(required...), "empty is unset, and these may not be"},
		{noRegion, `RegionId: required; regionId: unknown parameter, suggest "RegionId"`, "names compare exactly"},
		{sentParams("LocalSubnet", "10.0.0.0/24,10.0.0.7/24,::/0,10.0.0.0/24", "RemoteSubnet", "10.1.0.0/24,,10.2.0.1"),
			`LocalSubnet[1]: host bits set, value "10.0.0.7/24", suggest "10.0.0.0/24"; LocalSubnet[2]: not IPv4, value "::/0"; ` +
				`LocalSubnet[3]: duplicate, value "10.0.0.0/24", part "LocalSubnet[0]"; ` +
				`RemoteSubnet[1]: empty; RemoteSubnet[2]: bad CIDR block, value "10.2.0.1", suggest "10.2.0.1/32"`, "lists at once"},
		{sentParams("Name", "1", "ClientToken", "ä", "IpsecConfig", `{"IpsecPfs":1}`, "IkeConfig.IkeLifetime", "1x", "VpnGatewayId", "a b", "Action", "x"),
			`Action: unsupported value, value "x", allowed "CreateVpnConnection"; VpnGatewayId: bad character, value "a b", part " "; ` +
				`ClientToken: bad character, value "ä", part "ä", 1 to 64; IkeConfig.IkeLifetime: bad type; ` +
				`IpsecConfig.IpsecPfs: bad type, suggest "group1", allowed "group1 group2 group5 group14 group24"; Name: bad character, value "1", part "1", 2 to 128`, "all at once"},
		{sentParams("IkeConfig", `{"Psk":"k","IkeVersion":"v1"}`, "IkeConfig.Psk", "K", "IkeConfig.RemoteId", "\n"),
			`IkeConfig.Psk: conflict; IkeConfig.IkeVersion: unsupported value, value "v1", suggest "ikev1", allowed "ikev1 ikev2"; ` +
				`IkeConfig.RemoteId: bad character, value "\n", part "\n", 1 to 100`, "a conflict and other mistakes"},
		{sentParams("IkeConfig", `{"LocalId":"a","LocalIdIPsec":"b"}`, "IkeConfig.LocalId", "c"),
			`IkeConfig.LocalIdIPsec: conflict, value "a", part "b"`, "one mistake per field"},

		{sentParams("b", "", "a", "", "C", "", "Name", "N"),
			`Name: too short, value "N", 2 to 128; C: unknown parameter; a: unknown parameter; b: unknown parameter`, "unknown names last, by byte"},
		{sentParams("LocalSubnet[0]", "10.0.0.0/24", "IkeConfig.Psk[0]", "k", "Name", "N"),
			`Name: too short, value "N", 2 to 128; IkeConfig.Psk[0]: unknown parameter, suggest "IkeConfig.Psk"; ` +
				`LocalSubnet[0]: unknown parameter, suggest "LocalSubnet"`, "unknown, although named like an element"},
		{sentParams("IkeConfig", `{"Colour":1,"Colour":2,"\u0043olour":3}`, "IkeConfig.Colour", "4"), `IkeConfig.Colour: unknown parameter`, "one name, one mistake"},
		{sentParams("IkeConfig", `{"Z":1,"localId":1}`, "IpsecConfig", `{"A":1,"Psk":"k"}`, "J", "", "IkeConfig.Psk.Psk", "k"),
			`IkeConfig.Psk.Psk: unknown parameter; IkeConfig.Z: unknown parameter; IkeConfig.localId: unknown parameter, suggest "IkeConfig.LocalIdIPsec"; ` +
				`IpsecConfig.A: unknown parameter; IpsecConfig.Psk: unknown parameter; J: unknown parameter`, "all unknown ones together"},
		{sentParams("ikeConfig.psk", "k", "ClientTokn", "k", "VpnGatewayDi", "k"),
			`ClientTokn: unknown parameter, suggest "ClientToken"; VpnGatewayDi: unknown parameter, suggest "VpnGatewayId"; ` +
				`ikeConfig.psk: unknown parameter, suggest "IkeConfig.Psk"`, "typos"},
	} {
		r, err := vpnconn.Parse(tt.params)
		if got := dataOf(faults(t, r, err)...); got != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s: %s", tt.params, got, tt.want, tt.why)
		}
		checkWellFormed(t, err)
	}
}

// TestParseSkipsCommonParameters: they are not read, whatever their value.
func TestParseSkipsCommonParameters(t *testing.T) {
	ours := sentParams()
	for name := range caseNamed("the parameters of every call").Params {
		if _, isOurs := ours[name]; !isOurs {
			ours[name] = "\xff;,"
		}
	}
	checkSame(t, "with common parameters", mustNew(t), nil)(vpnconn.Parse(ours))
}

// TestParseLifetimeOfText: a dotted lifetime is decimal digits. Other text is not shown, since keys get into the wrong
// place.
func TestParseLifetimeOfText(t *testing.T) {
	for text, want := range map[string]string{
		"086400": "bad type", "1e3": "bad type", "-1": "bad type", "+1": "bad type", "1.0": "bad type", " 1": "bad type", "24h": `bad type, suggest "86400"`, "1m30.5s": "bad type", "-1h": "bad type", "٣": "bad type",
		"1\xff": `bad character, value "1\xff", part "\xff"`, "86401": `out of range, value "86401", 0 to 86400`,
		strings.Repeat("9", 100): `out of range, value "` + strings.Repeat("9", 64) + `", 0 to 86400`,
	} {
		r, err := vpnconn.Parse(sentParams("IkeConfig.IkeLifetime", text))
		if got, want := dataOf(faults(t, r, err)...), "IkeConfig.IkeLifetime: "+want; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestParseSuggestsObject: the API document's own examples for the two phases, "ikev1" and "aes", are not JSON. A
// client that sends one of the documented values in this form gets the right object as a suggestion.
func TestParseSuggestsObject(t *testing.T) {
	for _, d := range document {
		phase, _, dotted := strings.Cut(d.Name, ".")
		if !dotted {
			continue
		}
		for _, value := range d.Values {
			for _, text := range []string{value, `"` + value + `"`} {
				_, err := vpnconn.Parse(sentParams(phase, text))
				errs, _ := err.(mistakes)
				if len(errs) != 1 || errs[0].Field != phase || errs[0].Reason != vpnerrors.ErrBadType {
					t.Fatalf("%s %s: %v, want one ErrBadType", phase, text, err)
				}
				var members map[string]string
				if json.Unmarshal([]byte(errs[0].Suggest), &members) != nil || len(members) != 1 {
					t.Errorf("%s %s: suggests %q, want an object with the value", phase, text, errs[0].Suggest)
				}
				for name, suggested := range members {
					if suggested != value || options[phase+"."+name] == nil {
						t.Errorf("%s %s: suggests %q", phase, text, errs[0].Suggest)
					}
				}
			}
		}
	}
}

// A parameter of single-tunnel mode with two tunnels has only this mistake, even if it is invalid.
func TestParseConflictAlone(t *testing.T) {
	for name, values := range map[string][]string{
		"EnableDpd":         {"true", "yes", "\xff"},
		"IkeConfig":         {`{"IkeVersion":"ikev2"}`, `{"IkeVersion":"ikev3"}`, `{"Psk":1}`, `{"Psk":"x","Psk":"x"}`, "ikev1", "{"},
		"HealthCheckConfig": {`{"enable":"x"}`, `{"Interval":"x"}`, `{"enable":true}`},
	} {
		for _, value := range values {
			params := sentParams(name, value, "TunnelOptionsSpecification.1.CustomerGatewayId", "cgw-1", "TunnelOptionsSpecification.2.CustomerGatewayId", "cgw-1")
			delete(params, "CustomerGatewayId")
			r, err := vpnconn.ParseIn(aliyun.Edition2025, params)
			if got := namesAndReasons(t, err); !r.IsZero() || len(got) != 1 || got[0] != name+": conflict" {
				t.Errorf("%s=%s: %v, want a conflict alone", name, value, got)
			}
		}
	}
}
