package validation_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Short names for errors.
type (
	mistake  = vpnerrors.FieldError
	mistakes = vpnerrors.ValidationErrors
)

// A textTag is a tag for text, its parameter, and the builder's option for that.
type textTag struct {
	tag, field string
	option     func(string) vpnconn.Option
}

// textTags has the tags of both editions.
var textTags = []textTag{
	{"vpn_id", "RegionId", vpnconn.WithRegionID},
	{"vpn_id", "VpnGatewayId", vpnconn.WithVPNGatewayID},
	{"vpn_id", "CustomerGatewayId", vpnconn.WithCustomerGatewayID},
	{"vpn_name", "Name", vpnconn.WithName},
	{"vpn_cidrs", "LocalSubnet", func(s string) vpnconn.Option { return vpnconn.WithLocalSubnets(s) }},
	{"vpn_cidrs", "RemoteSubnet", func(s string) vpnconn.Option { return vpnconn.WithRemoteSubnets(s) }},
	{"vpn_token", "ClientToken", vpnconn.WithClientToken},
	{"ike_version", "IkeConfig.IkeVersion", ike(ikeconfig.WithVersion)},
	{"ike_mode", "IkeConfig.IkeMode", ike(ikeconfig.WithMode)},
	{"ike_enc", "IkeConfig.IkeEncAlg", ike(ikeconfig.WithEncAlg)},
	{"ike_auth", "IkeConfig.IkeAuthAlg", ike(ikeconfig.WithAuthAlg)},
	{"ike_pfs", "IkeConfig.IkePfs", ike(ikeconfig.WithPFS)},
	{"ike_psk", "IkeConfig.Psk", ike(ikeconfig.WithPSK)},
	{"ike_id", "IkeConfig.LocalIdIPsec", ike(ikeconfig.WithLocalID)},
	{"ike_id", "IkeConfig.RemoteId", ike(ikeconfig.WithRemoteID)},
	{"ipsec_enc", "IpsecConfig.IpsecEncAlg", ipsec(ipsecconfig.WithEncAlg)},
	{"ipsec_auth", "IpsecConfig.IpsecAuthAlg", ipsec(ipsecconfig.WithAuthAlg)},
	{"ipsec_pfs", "IpsecConfig.IpsecPfs", ipsec(ipsecconfig.WithPFS)},
}

// tags2025 has the tags that edition 2025 added. For their options empty text means unset.
var tags2025 = []textTag{
	{"vpn_certificate", "RemoteCaCertificate", vpnconn.WithRemoteCACertificate},
	{"vpn_tag_key", "Tags.1.Key", func(s string) vpnconn.Option { return vpnconn.WithTags(vpnconn.Tag{Key: s}) }},
	{"vpn_tag_value", "Tags.1.Value", func(s string) vpnconn.Option { return vpnconn.WithTags(vpnconn.Tag{Key: "k", Value: s}) }},
	{"vpn_address", "HealthCheckConfig.sip", func(s string) vpnconn.Option { return vpnconn.WithHealthCheck(vpnconn.HealthCheck{Source: s}) }},
	{"bgp_cidr", "BgpConfig.TunnelCidr", func(s string) vpnconn.Option { return vpnconn.WithBGP(vpnconn.BGP{TunnelCIDR: s}) }},
}

// textTagsIn returns the tags for text of an edition.
func textTagsIn(e aliyun.Edition) []textTag {
	if e == aliyun.Edition2019 {
		return textTags
	}
	list := slices.Concat(textTags, tags2025)
	for i := range list {
		list[i].field = strings.Replace(list[i].field, "LocalIdIPsec", "LocalId", 1)
	}
	return list
}

func ike[T ~string](with func(T) ikeconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIKE(with(T(s))) }
}

func ipsec[T ~string](with func(T) ipsecconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIPsec(with(T(s))) }
}

// textOf returns the text of a field in a case of package vpntest, if a Go string can hold it.
func textOf(c vpntest.Case, field string) (text string, ok bool) {
	if !strings.HasPrefix(c.Name, field+": ") {
		return "", false
	}
	phase, member, dotted := strings.Cut(field, ".")
	if text, isParameter := c.Params[field]; isParameter || !dotted {
		return text, true
	}
	var members map[string]string
	err := json.Unmarshal([]byte(c.Params[phase]), &members)
	return members[member], err == nil && utf8.ValidString(c.Params[phase])
}

// goodAndBad returns a text that a tag accepts and one that it refuses.
func goodAndBad(t testing.TB, e aliyun.Edition, tag string) (good, bad string) {
	t.Helper()
	cases := vpntest.CasesIn(e)
	for _, tt := range textTagsIn(e) {
		for _, c := range cases {
			text, ok := textOf(c, tt.field)
			switch {
			case !ok || tt.tag != tag || text == "" || len(text) > 1000:
			case c.Reason == nil && good == "":
				good = text
			case c.Reason != nil && bad == "" && strings.Count(text, ",") == 0:
				bad = text
			}
		}
	}
	if good == "" || bad == "" {
		t.Fatalf("%s: no case is good, or none is bad", tag)
	}
	return good, bad
}

// tagNames returns each tag for text once, and those for numbers.
func tagNames(e aliyun.Edition) (texts, numbers []string) {
	for _, tt := range textTagsIn(e) {
		if !slices.Contains(texts, tt.tag) {
			texts = append(texts, tt.tag)
		}
	}
	if numbers = []string{"vpn_lifetime"}; e == aliyun.Edition2025 {
		numbers = append(numbers, "bgp_asn")
	}
	return texts, numbers
}

// newValidator returns a validator with the tags of edition 2019.
func newValidator(t testing.TB, options ...validator.Option) *validator.Validate {
	t.Helper()
	v := validator.New(options...)
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	return v
}

// newValidatorIn returns a validator with the tags of an edition.
func newValidatorIn(t testing.TB, e aliyun.Edition) *validator.Validate {
	t.Helper()
	v := validator.New()
	if err := validation.RegisterIn(e, v); err != nil {
		t.Fatal(err)
	}
	return v
}

// explainField returns the result of Explain for a struct with a field F of value's type with this tag.
func explainField(t testing.TB, tag string, value any) error {
	t.Helper()
	return explainIn(t, aliyun.Edition2019, tag, value)
}

// explainIn is explainField for an edition.
func explainIn(t testing.TB, e aliyun.Edition, tag string, value any) error {
	t.Helper()
	s := reflect.New(reflect.StructOf([]reflect.StructField{{
		Name: "F", Type: reflect.TypeOf(value), Tag: reflect.StructTag(`validate:"` + tag + `"`),
	}})).Elem()
	s.Field(0).Set(reflect.ValueOf(value))
	return validation.Explain(newValidatorIn(t, e).Struct(s.Interface()))
}

// checkMistakes fails t unless err has exactly the wanted mistakes; if there are none, err must be nil.
func checkMistakes(t testing.TB, err error, want ...*mistake) {
	t.Helper()
	if want == nil {
		if err != nil {
			t.Errorf("got %v, want no error", err)
		}
		return
	}
	checkSame(t, mistakes(want), err)
}

// checkSame fails t unless tags and builder return the same mistakes.
func checkSame(t testing.TB, build, explain error) {
	t.Helper()
	if diff := cmp.Diff(build, explain); diff != "" {
		t.Errorf("(-Build +Explain):\n%s", diff)
	}
}

// full is a request with everything set, full2025 one of edition 2025, and dual one with two tunnels.
var (
	full     = requestOf(aliyun.Edition2019, "every setting")
	full2025 = requestOf(aliyun.Edition2025, "every setting")
	dual     = requestOf(aliyun.Edition2025, "tunnels with everything")
)

func requestOf(e aliyun.Edition, name string) vpnconn.Request {
	cases := vpntest.CasesIn(e)
	r, err := vpnconn.ParseIn(e, cases[slices.IndexFunc(cases, func(c vpntest.Case) bool { return c.Name == name })].Params)
	if err != nil {
		panic(err)
	}
	return r
}

func fullIn(e aliyun.Edition) vpnconn.Request {
	if e == aliyun.Edition2025 {
		return full2025
	}
	return full
}

// hostileTexts could end a line of a log, reorder or color it, or look like another entry, as in package vpnconn.
func hostileTexts(t testing.TB) (list []string) {
	t.Helper()
	file, err := os.ReadFile("../testdata/log_injections.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return append(list, strings.Repeat("x", 5000), strings.Repeat("\U0010ffff\n", 500))
}
