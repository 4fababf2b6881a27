package vpnconn_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// commonParameters are those that every call of the service may have.
var commonParameters = []string{
	"Version", "Format", "AccessKeyId", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType",
	"SignatureVersion", "Timestamp", "SecurityToken", "BearerToken", "OwnerId", "OwnerAccount", "ResourceOwnerId",
	"ResourceOwnerAccount",
}

func TestParseTakesWhatClientsSend(t *testing.T) {
	everyCommon := sentParams()
	for _, name := range commonParameters {
		everyCommon[name] = "\xff;,"
	}
	for _, tt := range []struct {
		name   string
		params map[string]string
		want   []vpnconn.Option
		why    string
	}{
		{"smallest", sentParams(), nil, "Action and what is required"},
		{"common parameters", everyCommon, nil, "they are not this library's to read, whatever their value"},
		{"blanks around blocks", sentParams("LocalSubnet", " 10.0.0.0/24\t, 10.9.0.0/24 "),
			[]vpnconn.Option{vpnconn.WithLocalSubnets("10.0.0.0/24", "10.9.0.0/24")}, "dropped as in an option"},
		{"texts", sentParams("Name", "上海-1", "ClientToken", "a b"),
			[]vpnconn.Option{vpnconn.WithName("上海-1"), vpnconn.WithClientToken("a b")}, "as they are"},

		{"empty texts", sentParams("Name", "", "ClientToken", "", "EffectImmediately", ""), nil, "there but empty is unset"},
		{"empty phases", sentParams("IkeConfig", "", "IpsecConfig", ""), nil, "there but empty is unset"},
		{"null phases", sentParams("IkeConfig", "null", "IpsecConfig", " null\n"), nil, "null is unset"},
		{"phases of nothing", sentParams("IkeConfig", "{}", "IpsecConfig", `{"IpsecPfs":null,"IpsecEncAlg":""}`), nil, "nothing in them is set"},
		{"empty dotted", sentParams("IkeConfig.Psk", "", "IkeConfig.IkeLifetime", "", "IpsecConfig.IpsecPfs", ""), nil, "there but empty is unset"},

		{"true", sentParams("EffectImmediately", "true"), []vpnconn.Option{vpnconn.WithEffectImmediately(true)}, "as it is sent"},
		{"True", sentParams("EffectImmediately", "True"), []vpnconn.Option{vpnconn.WithEffectImmediately(true)}, "as Python writes it"},
		{"TRUE", sentParams("EffectImmediately", "TRUE"), []vpnconn.Option{vpnconn.WithEffectImmediately(true)}, "any letter case"},
		{"fALSE", sentParams("EffectImmediately", "fALSE"), []vpnconn.Option{vpnconn.WithEffectImmediately(false)}, "any letter case"},

		{"JSON", sentParams("IkeConfig", ` { "Psk" : "k" , "IkeVersion":"ikev2","IkeLifetime":3600}`+"\n", "IpsecConfig", `{"IpsecEncAlg":"aes256"}`),
			[]vpnconn.Option{
				vpnconn.WithIKE(ikeconfig.WithPSK("k"), ikeconfig.WithVersion("ikev2"), ikeconfig.WithLifetime(time.Hour)),
				vpnconn.WithIPsec(ipsecconfig.WithEncAlg("aes256")),
			}, "what every client sends"},
		{"dotted", sentParams(
			"IkeConfig.Psk", "k", "IkeConfig.IkeVersion", "ikev1", "IkeConfig.IkeMode", "main", "IkeConfig.IkeEncAlg", "aes",
			"IkeConfig.IkeAuthAlg", "sha1", "IkeConfig.IkePfs", "group14", "IkeConfig.IkeLifetime", "0",
			"IkeConfig.LocalIdIPsec", "l", "IkeConfig.RemoteId", "r",
			"IpsecConfig.IpsecEncAlg", "3des", "IpsecConfig.IpsecAuthAlg", "md5", "IpsecConfig.IpsecPfs", "group24",
			"IpsecConfig.IpsecLifetime", "86400"),
			[]vpnconn.Option{
				vpnconn.WithIKE(ikeconfig.WithPSK("k"), ikeconfig.WithVersion("ikev1"), ikeconfig.WithMode("main"),
					ikeconfig.WithEncAlg("aes"), ikeconfig.WithAuthAlg("sha1"), ikeconfig.WithPFS("group14"),
					ikeconfig.WithLifetime(0), ikeconfig.WithLocalID("l"), ikeconfig.WithRemoteID("r")),
				vpnconn.WithIPsec(ipsecconfig.WithEncAlg("3des"), ipsecconfig.WithAuthAlg("md5"),
					ipsecconfig.WithPFS("group24"), ipsecconfig.WithLifetime(24*time.Hour)),
			}, "the names that the API document has"},
		{"a null JSON text is a text", sentParams("IkeConfig.Psk", "null"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("null"))}, "dotted parameters are no JSON"},

		{"JSON and dotted", sentParams("IkeConfig", `{"Psk":"k"}`, "IkeConfig.IkeVersion", "ikev2"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("k"), ikeconfig.WithVersion("ikev2"))}, "each says a part"},
		{"JSON and dotted agree", sentParams("IkeConfig", `{"Psk":"k","IkeLifetime":3.6e3}`, "IkeConfig.Psk", "k", "IkeConfig.IkeLifetime", "3600"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("k"), ikeconfig.WithLifetime(time.Hour))}, "both say the same, a lifetime by its value"},
		{"JSON beside empty", sentParams("IkeConfig", `{"Psk":"k"}`, "IkeConfig.Psk", ""),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("k"))}, "empty says nothing to disagree with"},
		{"dotted beside null", sentParams("IkeConfig", `{"Psk":null}`, "IkeConfig.Psk", "k"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithPSK("k"))}, "null says nothing to disagree with"},
		{"LocalId", sentParams("IkeConfig.LocalId", "l"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithLocalID("l"))}, "the name that clients use"},
		{"LocalId twice", sentParams("IkeConfig", `{"LocalId":"l"}`, "IkeConfig.LocalIdIPsec", "l"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithLocalID("l"))}, "two names, two places, one value"},
		{"LocalId four times", sentParams("IkeConfig", `{"LocalId":"l","LocalIdIPsec":"l"}`, "IkeConfig.LocalIdIPsec", "l", "IkeConfig.LocalId", "l"),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithLocalID("l"))}, "all agree"},
		{"LocalId beside empty", sentParams("IkeConfig", `{"LocalId":"","LocalIdIPsec":"l"}`, "IkeConfig.LocalId", ""),
			[]vpnconn.Option{vpnconn.WithIKE(ikeconfig.WithLocalID("l"))}, "empty says nothing to disagree with"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.Parse(tt.params)
			if err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			if diff := cmp.Diff(mustNew(t, tt.want...), got); diff != "" {
				t.Errorf("Request (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

var (
	actionAllowed = []string{"CreateVpnConnection"}
	boolAllowed   = []string{"true", "false"}
)

// required is what Parse says of nothing at all.
var required = mistakes{
	{Field: "Action", Reason: vpnerrors.ErrRequired, Allowed: actionAllowed},
	{Field: "CustomerGatewayId", Reason: vpnerrors.ErrRequired},
	{Field: "LocalSubnet", Reason: vpnerrors.ErrRequired},
	{Field: "RegionId", Reason: vpnerrors.ErrRequired},
	{Field: "RemoteSubnet", Reason: vpnerrors.ErrRequired},
	{Field: "VpnGatewayId", Reason: vpnerrors.ErrRequired},
}

func TestParseRefuses(t *testing.T) {
	noAction := sentParams()
	delete(noAction, "Action")
	noRegion := sentParams("regionId", "cn-shanghai")
	delete(noRegion, "RegionId")
	for _, tt := range []struct {
		name   string
		params map[string]string
		want   mistakes
		why    string
	}{
		{"nil", nil, required, "everything that is required, at once"},
		{"only common parameters", map[string]string{"Version": "2016-04-28", "Format": "JSON"}, required, "they stand for nothing"},
		{"empty values", sentParams("Action", "", "CustomerGatewayId", "", "LocalSubnet", "", "RegionId", "", "RemoteSubnet", "", "VpnGatewayId", ""),
			required, "empty is unset, and these may not be"},
		{"no Action", noAction, required[:1], "without it the parameters could be of any call"},
		{"another Action", sentParams("Action", "DeleteVpnConnection"),
			mistakes{{Field: "Action", Reason: vpnerrors.ErrUnsupportedValue, Value: "DeleteVpnConnection", Allowed: actionAllowed}}, "the parameters of another call"},
		{"Action and a space", sentParams("Action", "CreateVpnConnection "),
			mistakes{{Field: "Action", Reason: vpnerrors.ErrUnsupportedValue, Value: "CreateVpnConnection ", Allowed: actionAllowed}}, "not the Action"},

		{"a name in other letters", noRegion, mistakes{
			{Field: "RegionId", Reason: vpnerrors.ErrRequired},
			{Field: "regionId", Reason: vpnerrors.ErrUnknownParameter, Suggest: "RegionId"},
		}, "names compare exactly"},
		{"bad lists", sentParams("LocalSubnet", "10.0.0.0/24,10.0.0.7/24,::/0,10.0.0.0/24", "RemoteSubnet", "10.1.0.0/24,,10.2.0.1"), mistakes{
			{Field: "LocalSubnet[1]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"},
			{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrNotIPv4, Value: "::/0"},
			{Field: "LocalSubnet[3]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/24", Part: "LocalSubnet[0]"},
			{Field: "RemoteSubnet[1]", Reason: vpnerrors.ErrEmpty},
			{Field: "RemoteSubnet[2]", Reason: vpnerrors.ErrBadCIDR, Value: "10.2.0.1", Suggest: "10.2.0.1/32"},
		}, "the rules of Build"},
		{"no UTF-8", sentParams("Name", "a\xff", "EffectImmediately", "\xff"), mistakes{
			{Field: "EffectImmediately", Reason: vpnerrors.ErrBadCharacter, Value: "\xff", Part: "\xff", Allowed: boolAllowed},
			{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "a\xff", Part: "\xff", Min: 2, Max: 128},
		}, "text has to be text"},
		{"no truth", sentParams("EffectImmediately", "yes"),
			mistakes{{Field: "EffectImmediately", Reason: vpnerrors.ErrUnsupportedValue, Value: "yes", Allowed: boolAllowed}}, "true or false only"},
		{"truth and a space", sentParams("EffectImmediately", " true"),
			mistakes{{Field: "EffectImmediately", Reason: vpnerrors.ErrUnsupportedValue, Value: " true", Allowed: boolAllowed, Suggest: "true"}}, "letter case is all that may differ"},
		{"truth in digits", sentParams("EffectImmediately", "1"),
			mistakes{{Field: "EffectImmediately", Reason: vpnerrors.ErrUnsupportedValue, Value: "1", Allowed: boolAllowed, Suggest: "true"}}, "true or false only"},

		{"all at once", sentParams("Name", "1", "ClientToken", "ä", "IpsecConfig", `{"IpsecPfs":"modp2048"}`, "IkeConfig.IkeMode", "quick", "VpnGatewayId", "a b", "Action", "x"), mistakes{
			{Field: "Action", Reason: vpnerrors.ErrUnsupportedValue, Value: "x", Allowed: actionAllowed},
			{Field: "VpnGatewayId", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "},
			{Field: "ClientToken", Reason: vpnerrors.ErrBadCharacter, Value: "ä", Part: "ä", Min: 1, Max: 64},
			{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrUnsupportedValue, Value: "quick", Allowed: []string{"main", "aggressive"}},
			{Field: "IpsecConfig.IpsecPfs", Reason: vpnerrors.ErrUnsupportedValue, Value: "modp2048", Suggest: "group14", Allowed: []string{"group1", "group2", "group5", "group14", "group24"}},
			{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "1", Part: "1", Min: 2, Max: 128},
		}, "every mistake, in documented order"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.Parse(tt.params)
			checkRefused(t, got, err, tt.want)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// TestParseUnknownNames: a name that the API document does not have may hold a key, so its value is not shown; it stands
// once, sorted, after everything that is known, with the name that was probably meant.
func TestParseUnknownNames(t *testing.T) {
	unknown := func(field, suggest string) *mistake {
		return &mistake{Field: field, Reason: vpnerrors.ErrUnknownParameter, Suggest: suggest}
	}
	badName := &mistake{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "N", Min: 2, Max: 128}
	for _, tt := range []struct {
		name   string
		params map[string]string
		want   mistakes
		why    string
	}{
		{"no value shown", sentParams("Psk", "secret"), mistakes{unknown("Psk", "IkeConfig.Psk")}, "the key at the wrong place"},
		{"empty value", sentParams("Colour", ""), mistakes{unknown("Colour", "")}, "empty is unset for what is known only"},
		{"sorted", sentParams("b", "", "a", "", "C", ""), mistakes{unknown("C", ""), unknown("a", ""), unknown("b", "")}, "by byte, as maps have no order"},
		{"after the known", sentParams("Alpha", "", "Name", "N"), mistakes{badName, unknown("Alpha", "")}, "Name is the last that is known"},
		{"like an element", sentParams("LocalSubnet[0]", "10.0.0.0/24", "Name", "N"),
			mistakes{badName, unknown("LocalSubnet[0]", "LocalSubnet")}, "a parameter of that name is unknown like others"},
		{"like a setting's element", sentParams("IkeConfig.Psk[0]", "k", "Name", "N"),
			mistakes{badName, unknown("IkeConfig.Psk[0]", "IkeConfig.Psk")}, "a parameter of that name is unknown like others"},
		{"once for all places", sentParams("IkeConfig", `{"Colour":1,"Colour":2,"\u0043olour":3}`, "IkeConfig.Colour", "4"),
			mistakes{unknown("IkeConfig.Colour", "")}, "one name, one mistake"},
		{"in JSON among others", sentParams("IkeConfig", `{"Z":1}`, "IpsecConfig", `{"A":1}`, "J", "", "Name", "N"),
			mistakes{badName, unknown("IkeConfig.Z", ""), unknown("IpsecConfig.A", ""), unknown("J", "")}, "all unknown ones together"},
		{"settings of the other phase", sentParams("IpsecConfig", `{"Psk":"k"}`), mistakes{unknown("IpsecConfig.Psk", "")}, "phase 2 has no key"},
		{"deeper", sentParams("IkeConfig.Psk.Psk", "k"), mistakes{unknown("IkeConfig.Psk.Psk", "")}, "a setting has no settings"},
		{"nothing behind the dot", sentParams("IkeConfig.", "k"), mistakes{unknown("IkeConfig.", "IkeConfig")}, "no setting"},
		{"nothing before the dot", sentParams(".Psk", "k"), mistakes{unknown(".Psk", "IkeConfig.Psk")}, "no parameter"},
		{"dotted text", sentParams("Name.First", "k"), mistakes{unknown("Name.First", "")}, "only the two phases have settings"},
		{"no name", sentParams("", "k"), mistakes{unknown("", "")}, "not even a name"},
		{"the slip of the document", sentParams("IpsecConfig. IpsecPfs", "group2"),
			mistakes{unknown("IpsecConfig. IpsecPfs", "IpsecConfig.IpsecPfs")}, "the document prints a blank that the name has not"},
		{"a trailing blank", sentParams("Name ", "abc"), mistakes{unknown("Name ", "Name")}, "clients have shipped such names"},
		{"other letters", sentParams("ikeConfig.psk", "k"), mistakes{unknown("ikeConfig.psk", "IkeConfig.Psk")}, "names compare exactly"},
		{"a letter too few", sentParams("ClientTokn", "k"), mistakes{unknown("ClientTokn", "ClientToken")}, "a slip of the pen"},
		{"letters swapped", sentParams("VpnGatewayDi", "k"), mistakes{unknown("VpnGatewayDi", "VpnGatewayId")}, "a slip of the pen"},
		{"a common parameter in other letters", sentParams("signature", "k"), mistakes{unknown("signature", "")}, "not skipped, and nothing of ours to suggest"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.Parse(tt.params)
			checkRefused(t, got, err, tt.want)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// TestParseSuggestsForLocalID: a near miss of LocalId is one of the documented name, of which it is the other spelling.
func TestParseSuggestsForLocalID(t *testing.T) {
	for _, name := range []string{"localId", "LocalID", "Local Id", "LocalIdIPSec"} {
		_, err := vpnconn.Parse(sentParams("IkeConfig."+name, "l"))
		want := mistakes{{Field: "IkeConfig." + name, Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.LocalIdIPsec"}}
		if diff := cmp.Diff(error(want), err); diff != "" {
			t.Errorf("IkeConfig.%s (-want +got):\n%s", name, diff)
		}
	}
}
