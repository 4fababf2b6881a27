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

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Short names for what is wrong with a struct.
type (
	mistake  = vpnerrors.FieldError
	mistakes = vpnerrors.ValidationErrors
)

// textTags has the tags for texts, the parameters that each stands for, and how a builder takes them.
var textTags = []struct {
	tag, field string
	option     func(string) vpnconn.Option
}{
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

func ike[T ~string](with func(T) ikeconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIKE(with(T(s))) }
}

func ipsec[T ~string](with func(T) ipsecconfig.Option) func(string) vpnconn.Option {
	return func(s string) vpnconn.Option { return vpnconn.WithIPsec(with(T(s))) }
}

// textOf returns the text that a case of package vpntest gives to a field, if that is one that a Go string can be given.
func textOf(c vpntest.Case, field string) (text string, ok bool) {
	if !strings.HasPrefix(c.Name, field+": ") {
		return "", false
	}
	phase, member, dotted := strings.Cut(field, ".")
	if !dotted {
		return c.Params[field], true
	}
	var members map[string]string
	err := json.Unmarshal([]byte(c.Params[phase]), &members)
	return members[member], err == nil && utf8.ValidString(c.Params[phase])
}

// goodAndBad returns a text that a tag takes and one that it does not.
func goodAndBad(t testing.TB, tag string) (good, bad string) {
	t.Helper()
	for _, tt := range textTags {
		for _, c := range vpntest.Cases() {
			text, ok := textOf(c, tt.field)
			switch {
			case !ok || tt.tag != tag || text == "" || len(text) > 100:
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

// tagNames returns each tag once, that for lifetimes last.
func tagNames() (list []string) {
	for i, tt := range textTags {
		if i == 0 || textTags[i-1].tag != tt.tag {
			list = append(list, tt.tag)
		}
	}
	return append(list, "vpn_lifetime")
}

// newValidator returns a validator that knows the tags.
func newValidator(t testing.TB, options ...validator.Option) *validator.Validate {
	t.Helper()
	v := validator.New(options...)
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	return v
}

// explainField returns what Explain says of somebody's struct with a field F of value's type with this tag.
func explainField(t testing.TB, tag string, value any) error {
	t.Helper()
	return explainFieldBy(newValidator(t), tag, value)
}

// explainFieldBy does so by another validator.
func explainFieldBy(v *validator.Validate, tag string, value any) error {
	s := reflect.New(reflect.StructOf([]reflect.StructField{{
		Name: "F", Type: reflect.TypeOf(value), Tag: reflect.StructTag(`validate:"` + tag + `"`),
	}})).Elem()
	s.Field(0).Set(reflect.ValueOf(value))
	return validation.Explain(v.Struct(s.Interface()))
}

// checkMistakes fails t unless err says exactly what is wanted; with nothing wanted, err has to be nil.
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

// checkSame fails t unless the tags say what the builder says.
func checkSame(t testing.TB, build, explain error) {
	t.Helper()
	if diff := cmp.Diff(build, explain); diff != "" {
		t.Errorf("(-Build +Explain):\n%s", diff)
	}
}

// full is a request with everything set.
var full = func() vpnconn.Request {
	cases := vpntest.Cases()
	r, err := vpnconn.Parse(cases[slices.IndexFunc(cases, func(c vpntest.Case) bool { return c.Name == "every setting" })].Params)
	if err != nil {
		panic(err)
	}
	return r
}()

// hostileTexts could end a line of a log, reorder or colour it, or pass for another entry in it, as those of package vpnconn.
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
