package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestEditions: which edition applies, and the errors about what only the other edition has.
func TestEditions(t *testing.T) {
	in, of2025, of2019 := vpnconn.WithEdition, vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithEdition(aliyun.Edition2019)
	ike, ipsec := vpnconn.WithIKE, vpnconn.WithIPsec
	config, err := ikeconfig.NewIn(aliyun.Edition2025, ikeconfig.WithAuthAlg(ikeconfig.SHA256), ikeconfig.WithLocalID("l"))
	if err != nil {
		t.Fatal(err)
	}
	const unknown = `Edition: unsupported value, value "7", allowed "2019 2025"`
	const enc2019, auth2019, groups2019 = `, allowed "aes aes192 aes256 des 3des"`, `, allowed "md5 sha1"`, `, allowed "group1 group2 group5 group14 group24"`
	allowed := func(list any) string { return `, allowed "` + strings.Trim(fmt.Sprint(list), "[]") + `"` }
	for _, tt := range []struct {
		opts []vpnconn.Option // added to the smallest request
		want string           // the edition, or all that is wrong
		why  string
	}{
		{nil, "2019", "none named"},
		{[]vpnconn.Option{in(0)}, "2019", "none named"},
		{[]vpnconn.Option{of2019}, "2019", ""},
		{[]vpnconn.Option{of2025}, "2025", ""},
		{[]vpnconn.Option{of2025, of2019}, "2019", "the last one wins"},
		{[]vpnconn.Option{of2025, in(0)}, "2019", "it is an ordinary option"},
		{[]vpnconn.Option{in(7), vpnconn.Options(of2019, of2025)}, "2025", "the last one wins, in a bundle too"},
		{[]vpnconn.Option{vpnconn.WithName("a b"), of2025}, "2025", "its place among the options does not matter"},
		{[]vpnconn.Option{vpnconn.Spec{Edition: aliyun.Edition2025}.Option()}, "2025", "a Spec names one"},
		{[]vpnconn.Option{of2025, vpnconn.Spec{}.Option()}, "2025", "a Spec that names none leaves it alone"},
		{[]vpnconn.Option{of2025, vpnconn.Spec{Edition: aliyun.Edition2019}.Option()}, "2019", "or overrides it"},

		{[]vpnconn.Option{in(7)}, unknown, "there is no such edition"},
		{[]vpnconn.Option{in(-2019)}, strings.Replace(unknown, "7", "-2019", 1), "likewise"},
		{[]vpnconn.Option{in(7), vpnconn.WithRegionID(""), vpnconn.WithTunnel("x"), vpnconn.WithDerivedClientToken(nil)}, unknown, "nothing else is checked"},
		{[]vpnconn.Option{vpnconn.Spec{Edition: 7, Name: new("")}.Option()}, unknown, "of a Spec either"},

		{[]vpnconn.Option{vpnconn.WithDPD(true), vpnconn.WithNATTraversal(true), vpnconn.WithAutoConfigRoute(true), vpnconn.WithRemoteCACertificate("x"), vpnconn.WithTunnelsBGP(true), vpnconn.WithDryRun(true)},
			"AutoConfigRoute: unknown parameter, in 2025; DryRun: unknown parameter, in 2025; EnableDpd: unknown parameter, in 2025; EnableNatTraversal: unknown parameter, in 2025; " +
				"EnableTunnelsBgp: unknown parameter, in 2025; RemoteCaCertificate: unknown parameter, in 2025", "what 2019 lacks, with no value"},
		{[]vpnconn.Option{vpnconn.WithHealthCheck(vpnconn.HealthCheck{Destination: "x", Source: "y"}), vpnconn.WithBGP(vpnconn.BGP{LocalIP: "x", TunnelCIDR: "y"}), vpnconn.WithTags(vpnconn.Tag{}, vpnconn.Tag{}), master(), slave(vpnconn.WithName("n")), vpnconn.WithTunnel("x")},
			"BgpConfig: unknown parameter, in 2025; HealthCheckConfig: unknown parameter, in 2025; Tags: unknown parameter, in 2025; TunnelOptionsSpecification: unknown parameter, in 2025", "one error each, whatever is in it"},
		{[]vpnconn.Option{vpnconn.WithHealthCheck(vpnconn.HealthCheck{}), vpnconn.WithBGP(vpnconn.BGP{}), vpnconn.WithTags()}, "2019", "nothing in them is set"},
		{[]vpnconn.Option{ike(ikeconfig.WithEncAlg(ikeconfig.SM4), ikeconfig.WithAuthAlg(ikeconfig.SHA256)), ipsec(ipsecconfig.WithEncAlg(ipsecconfig.SM4), ipsecconfig.WithAuthAlg(ipsecconfig.SM3), ipsecconfig.WithPFS(ipsecconfig.Disabled))},
			`IkeConfig.IkeEncAlg: unsupported value, value "sm4"` + enc2019 + `, in 2025; IkeConfig.IkeAuthAlg: unsupported value, value "sha256"` + auth2019 + `, in 2025; ` +
				`IpsecConfig.IpsecEncAlg: unsupported value, value "sm4"` + enc2019 + `, in 2025; IpsecConfig.IpsecAuthAlg: unsupported value, value "sm3"` + auth2019 + `, in 2025; ` +
				`IpsecConfig.IpsecPfs: unsupported value, value "disabled"` + groups2019 + `, in 2025`, "values that 2019 lacks; the errors list its own"},
		{[]vpnconn.Option{ike(ikeconfig.WithPFS("disabled"), ikeconfig.WithAuthAlg("SHA256"))},
			`IkeConfig.IkeAuthAlg: unsupported value, value "SHA256"` + auth2019 + `; IkeConfig.IkePfs: unsupported value, value "disabled"` + groups2019, "values that no edition has for this setting"},
		{[]vpnconn.Option{vpnconn.WithIKEConfig(config)}, `IkeConfig.IkeAuthAlg: unsupported value, value "sha256"` + auth2019 + `, in 2025`, "a Config is checked again, by the edition of the request"},
		{[]vpnconn.Option{vpnconn.WithName("1")}, `Name: bad character, value "1", part "1", 2 to 128`, "errors about characters and lengths do not name the other edition"},

		{[]vpnconn.Option{of2025, ike(ikeconfig.WithPFS(ikeconfig.Group24)), ipsec(ipsecconfig.WithPFS(ipsecconfig.Group24))},
			`IkeConfig.IkePfs: unsupported value, value "group24"` + allowed(ikeconfig.DHGroupsIn(aliyun.Edition2025)) + `, in 2019; ` +
				`IpsecConfig.IpsecPfs: unsupported value, value "group24"` + allowed(ipsecconfig.DHGroupsIn(aliyun.Edition2025)) + `, in 2019`, "the one value that 2025 lacks"},
		{append(dual(master(ike(ikeconfig.WithPFS(ikeconfig.Group24)))), vpnconn.Without("CustomerGatewayId")),
			`TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs: unsupported value, value "group24"` + allowed(ikeconfig.DHGroupsIn(aliyun.Edition2025)) + `, in 2019`, "in a tunnel too"},
		{[]vpnconn.Option{of2025, vpnconn.WithName(strings.Repeat("x", 101)), ike(ikeconfig.WithPSK("a b"))}, `Name: too long, value "` + strings.Repeat("x", 64) + `", 1 to 100; IkeConfig.Psk: bad character, 1 to 100`, "each edition has its own limits"},
	} {
		r, err := vpnconn.New(smallest(tt.opts...)...)
		got := r.Edition().String()
		if err != nil {
			got = dataOf(faults(t, r, err)...)
		}
		if got != tt.want {
			t.Errorf("got  %s\nwant %s: %s", got, tt.want, tt.why)
		}
		checkSame(t, tt.want+" by With", r, err)(mustNew(t).With(tt.opts...))
	}
	if e := (vpnconn.Request{}).Edition(); e != aliyun.Edition2019 {
		t.Errorf("the zero Request is of %v", e)
	}
}

// TestReadersIn: what a client sent is read by the given edition, and what only the other has is reported as one error.
func TestReadersIn(t *testing.T) {
	const unknown = `Edition: unsupported value, value "7", allowed "2019 2025"`
	for _, tt := range []struct {
		edition aliyun.Edition
		params  map[string]string
		want    string // the edition, or all that is wrong
		why     string
	}{
		{0, sentParams(), "2019", "none named"},
		{2019, sentParams("Name", "ab"), "2019", ""},
		{2025, sentParams("Name", "a b"), "2025", "by the rules of 2025"},
		{7, sentParams("Colour", "x", "Name", ""), unknown, "nothing else is checked"},
		{0, sentDual("Tags.1.Key", "a", "Tags.01.Key", "b", "Tags", "[]", "HealthCheckConfig.dip", "x", "HealthCheckConfig", "{", "BgpConfig", "[]", "TunnelOptionsSpecification", "x", "DryRun", "x"),
			"CustomerGatewayId: required; BgpConfig: unknown parameter, in 2025; DryRun: unknown parameter, in 2025; HealthCheckConfig: unknown parameter, in 2025; " +
				"Tags: unknown parameter, in 2025; TunnelOptionsSpecification: unknown parameter, in 2025", "one error each, whatever is in them"},
		{2025, sentParams("IkeConfig", `{"LocalIdIPsec":"l"}`), `IkeConfig.LocalIdIPsec: unknown parameter, suggest "IkeConfig.LocalId", in 2019`, "the name of 2019"},
		{2025, sentParams("IkeConfig.LocalIdIPsec", "l"), `IkeConfig.LocalIdIPsec: unknown parameter, suggest "IkeConfig.LocalId", in 2019`, "likewise"},
		{2025, sentDual("1.TunnelIkeConfig.LocalIdIPsec", "l"),
			`TunnelOptionsSpecification.1.TunnelIkeConfig.LocalIdIPsec: unknown parameter, suggest "TunnelOptionsSpecification.1.TunnelIkeConfig.LocalId", in 2019`, "in a tunnel too"},
		{2019, sentParams("IkeConfig.LocalId", "l"), "2019", "the name that 2019 also sends"},
	} {
		check := func(name string) func(r vpnconn.Request, err error) {
			return func(r vpnconn.Request, err error) {
				t.Helper()
				got := r.Edition().String()
				if err != nil {
					got = dataOf(faults(t, r, err)...)
				}
				if got != tt.want {
					t.Errorf("%s: %s, want %s: %s", name, got, tt.want, tt.why)
				}
			}
		}
		check("ParseIn")(vpnconn.ParseIn(tt.edition, tt.params))
		check("ParseQueryIn")(vpnconn.ParseQueryIn(tt.edition, queryOf(tt.params)))
		if tt.edition == 0 {
			check("Parse")(vpnconn.Parse(tt.params))
			check("ParseQuery")(vpnconn.ParseQuery(queryOf(tt.params)))
		}
	}
}

// TestEditionIsNotSent: the edition decides how a request is checked, and is not a part of it.
func TestEditionIsNotSent(t *testing.T) {
	a, b := mustNew(t), build(t, smallest2025()...)
	if !a.Equal(b) || !b.Equal(a) || !cmp.Equal(a, b) || !maps.Equal(a.Params(), b.Params()) || a.Query() != b.Query() {
		t.Errorf("%v is not equal to %v", a, b)
	}
	asJSON, asText := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", b) })
	for _, text := range []string{asJSON, asText, fmt.Sprint(pairs(b.Fields())), b.String(), b.Builder().String(), build(t, dual()...).String()} {
		if strings.Contains(text, "Edition") || strings.Contains(text, "2025") {
			t.Errorf("the edition shows: %s", text)
		}
	}
	local := vpnconn.WithIKE(ikeconfig.WithLocalID("l"))
	if change(t, a, local).Equal(change(t, b, local)) || change(t, b, local).IKE().JSON() != `{"LocalId":"l"}` {
		t.Error("the identifier is sent in the same way by both editions")
	}
	for r, want := range map[*vpnconn.Request]aliyun.Edition{&a: 0, &b: aliyun.Edition2025} {
		if got := r.Spec().Edition; got != want {
			t.Errorf("the Spec names %v, want %v", got, want)
		}
	}
}

// TestEditionInFiles: what is written as a file is read by the edition that it was written by.
func TestEditionInFiles(t *testing.T) {
	for _, tt := range []struct {
		edition aliyun.Edition
		want    string
	}{
		{0, `{"Name":"n"}`}, {aliyun.Edition2019, `{"Name":"n"}`}, {aliyun.Edition2025, `{"Edition":2025,"Name":"n"}`},
	} {
		b := vpnconn.NewBuilder(vpnconn.WithEdition(tt.edition), vpnconn.WithName("n"))
		if got, err := json.Marshal(b); string(got) != tt.want || err != nil {
			t.Errorf("edition %d: %s, %v, want %s", tt.edition, got, err, tt.want)
		}
	}
}
