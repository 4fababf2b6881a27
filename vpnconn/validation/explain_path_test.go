package validation_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// The structs of a user's service.
type (
	site struct {
		Gateway string            `json:"gateway" validate:"vpn_id"`
		Nets    []string          `json:"nets" validate:"vpn_cidrs"`
		Peer    *peer             `json:"peer"`
		Peers   []peer            `json:"peers" validate:"dive"`
		Tokens  []string          `json:"tokens" validate:"dive,vpn_token"`
		Names   map[string]string `json:"names" validate:"dive,keys,vpn_id,endkeys,vpn_name"`
	}
	peer struct {
		ID  string `json:"id,omitempty" validate:"ike_id"`
		PSK string `json:"-" validate:"ike_psk"`
	}
	page[T any] struct {
		Items []T `validate:"dive"`
		First *T
	}
	named struct {
		vpnconn.Spec
		peer
	}
)

var goodPeer = peer{"id", "key"}

func goodSite() site { return site{Gateway: "vpn-1", Nets: []string{"10.0.0.0/24"}} }

// jsonNames is the tag name function of most services.
func jsonNames(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return strings.TrimPrefix(name, "-")
}

// TestExplainPath: Field is the path through the validated struct, with the names that the validator uses.
func TestExplainPath(t *testing.T) {
	badSpec, badPeer := full.Spec(), peer{"", "key"}
	badSpec.VPNGatewayID = "a b"
	badSpec.IKE.PSK = ikeconfig.NewSecret("")
	change := func(f func(*site)) site { s := goodSite(); f(&s); return s }
	for _, tt := range []struct {
		name        string
		value       any
		plain, json string // field and reason of each mistake, with Go names and with JSON names
	}{
		{"good", goodSite(), "", ""},
		{"flat", change(func(s *site) { s.Gateway = "a b" }), "Gateway: bad character", "gateway: bad character"},
		{"blocks", change(func(s *site) { s.Nets = append(s.Nets, "x", "10.0.0.0/24") }),
			"Nets[1]: bad CIDR block; Nets[2]: duplicate", "nets[1]: bad CIDR block; nets[2]: duplicate"},
		{"nested", change(func(s *site) { s.Peer = &badPeer }), "Peer.ID: empty", "peer.id: empty"},
		{"no JSON name", change(func(s *site) { s.Peer = &peer{"id", ""} }), "Peer.PSK: empty", "peer.PSK: empty"},
		{"slice", change(func(s *site) { s.Peers = []peer{goodPeer, badPeer, badPeer} }),
			"Peers[1].ID: empty; Peers[2].ID: empty", "peers[1].id: empty; peers[2].id: empty"},
		{"slice of texts", change(func(s *site) { s.Tokens = []string{"a", "é"} }), "Tokens[1]: bad character", "tokens[1]: bad character"},
		{"map", change(func(s *site) { s.Names = map[string]string{"a.b": "1"} }), "Names[a.b]: bad character", "names[a.b]: bad character"},
		{"key of a map", change(func(s *site) { s.Names = map[string]string{"a b": "idc"} }), "Names[a b]: bad character", "names[a b]: bad character"},
		{"Spec", badSpec, "VpnGatewayId: bad character; IkeConfig.Psk: empty", ""},
		{"IKESpec", *badSpec.IKE, "IkeConfig.Psk: empty", ""},
		{"embedded", named{badSpec, badPeer}, "Spec.VpnGatewayId: bad character; Spec.IkeConfig.Psk: empty; peer.ID: empty", "Spec.VpnGatewayId: bad character; Spec.IkeConfig.Psk: empty; peer.id: empty"},
		{"generic", page[peer]{Items: []peer{badPeer}, First: &badPeer}, "Items[0].ID: empty; First.ID: empty", "Items[0].id: empty; First.id: empty"},
		{"generic, of another package", page[vpnconn.Spec]{Items: []vpnconn.Spec{full.Spec(), badSpec}, First: &badSpec},
			"Items[1].VpnGatewayId: bad character; Items[1].IkeConfig.Psk: empty; First.VpnGatewayId: bad character; First.IkeConfig.Psk: empty", ""},
		{"generic of a generic", page[page[vpnconn.Spec]]{First: &page[vpnconn.Spec]{First: &badSpec}},
			"First.First.VpnGatewayId: bad character; First.First.IkeConfig.Psk: empty", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v, j := newValidator(t), newValidator(t)
			j.RegisterTagNameFunc(jsonNames)
			if tt.json == "" {
				tt.json = tt.plain
			}
			if got := short(t, validation.Explain(v.Struct(tt.value))); got != tt.plain {
				t.Errorf("got  %s\nwant %s", got, tt.plain)
			}
			if got := short(t, validation.Explain(j.Struct(tt.value))); got != tt.json {
				t.Errorf("with JSON names\ngot  %s\nwant %s", got, tt.json)
			}
		})
	}
}

// short returns field and reason of each mistake.
func short(t testing.TB, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	errs, ok := err.(mistakes)
	if !ok {
		t.Fatalf("got a %T, want ValidationErrors: %v", err, err)
	}
	var list []string
	for _, e := range errs {
		list = append(list, e.Field+": "+e.Reason.Error())
	}
	return strings.Join(list, "; ")
}

// TestExplainKeys: a map key may contain separators, and neither a key nor an index gets lost to a documented name.
func TestExplainKeys(t *testing.T) {
	type sites struct {
		Specs  map[string]vpnconn.Spec    `validate:"dive"`
		Phases map[string]vpnconn.IKESpec `validate:"dive"`
		List   []vpnconn.IKESpec          `validate:"dive"`
	}
	v := newValidator(t)
	bad := full.Spec()
	bad.IKE.PSK = ikeconfig.NewSecret("")
	for _, key := range []string{"a", "", "a.b", "a]", "[", "a.b[0].c"} {
		got := short(t, validation.Explain(v.Struct(sites{
			Specs: map[string]vpnconn.Spec{key: bad}, Phases: map[string]vpnconn.IKESpec{key: *bad.IKE}, List: []vpnconn.IKESpec{{}, *bad.IKE},
		})))
		if want := "Specs[" + key + "].IkeConfig.Psk: empty; Phases[" + key + "].IkeConfig.Psk: empty; List[1].IkeConfig.Psk: empty"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestExplainAnonymous: a struct type may have no name. The fields of nested ones are distinguished as far as the
// validator allows.
func TestExplainAnonymous(t *testing.T) {
	var body struct {
		Gateway string       `validate:"vpn_id"`
		Tokens  []string     `validate:"dive,vpn_token"`
		Primary vpnconn.Spec `json:"primary"`
		Backup  vpnconn.Spec `json:"backup"`
	}
	bad := full.Spec()
	bad.RegionID = ""
	body.Gateway, body.Tokens, body.Primary, body.Backup = "", []string{"a", ""}, bad, bad
	v, j := newValidator(t), newValidator(t)
	j.RegisterTagNameFunc(jsonNames)
	if got, want := short(t, validation.Explain(v.Struct(body))), "Gateway: empty; Tokens[1]: empty; Primary.RegionId: required; Backup.RegionId: required"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	body.Gateway, body.Tokens, body.Backup = "vpn-1", nil, full.Spec()
	if got, want := short(t, validation.Explain(j.Struct(body))), "primary.RegionId: required"; got != want {
		t.Errorf("one, by a name that is not Go's: got %s, want %s", got, want)
	}
}

// TestExplainWants: what is accepted depends on the tag, whatever the name of the field.
func TestExplainWants(t *testing.T) {
	type own struct {
		Name    string `validate:"vpn_token"`
		Title   string `validate:"vpn_name"`
		Key     string `validate:"ike_psk"`
		Region  string `validate:"required,vpn_id"`
		Renew   int    `validate:"vpn_lifetime"`
		Nets    string `validate:"vpn_cidrs"`
		Psk     string `validate:"ike_enc"`
		Comment string `validate:"required"`
	}
	v := newValidator(t)
	err := validation.Explain(v.Struct(own{"é", "1", "\n", "a b", -1, "10.0.0.0/8,x,10.0.0.0/8", "AES", ""}))
	want := []string{
		`Name: bad character "é" in "é": want 1 to 64 printable ASCII characters`,
		`Title: bad character "1" in "1": want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character`,
		`Key: bad character: want text without control characters, 1 to 100 characters; there is a line break at its end`,
		`Region: bad character " " in "a b": want an ID, printable ASCII with no space, comma or quote`,
		`Renew: out of range "-1": want 0 to 86400 seconds`,
		`Nets[1]: bad CIDR block "x": want an address and a prefix length such as 10.0.0.0/24`,
		`Nets[2]: duplicate "10.0.0.0/8": want it once; first at Nets[0]`,
		`Psk: unsupported value "AES": want aes, aes192, aes256, des or 3des; did you mean aes?`,
		`Comment: required`,
	}
	if got, want := err.Error(), strings.Join(want, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestExplainVar(t *testing.T) {
	v := newValidator(t)
	spec := full.Spec()
	spec.RegionID = "a b"
	for _, tt := range []struct {
		value     any
		tag, want string
	}{
		{"a b", "vpn_id", ": bad character"},
		{"x,10.0.0.0/24", "vpn_cidrs", "[0]: bad CIDR block"},
		{"", "required,vpn_id", ": required"},
		{nil, "vpn_id", ": required"},
		{[]string{"a", "a b"}, "dive,vpn_id", "[1]: bad character"},
		{[]vpnconn.Spec{full.Spec(), spec}, "dive", "[1].RegionId: bad character"},
		{map[string]vpnconn.Spec{"a": spec}, "dive", "[a].RegionId: bad character"},
	} {
		if got := short(t, validation.Explain(v.Var(tt.value, tt.tag))); got != tt.want {
			t.Errorf("%v with %s: got %s, want %s", tt.value, tt.tag, got, tt.want)
		}
	}
	// An error without a field is about the value, not about a whole request.
	const want = `bad character " " in "a b": want an ID, printable ASCII with no space, comma or quote.`
	if got := vpnerrors.Message(validation.Explain(v.Var("a b", "vpn_id")), vpnerrors.English); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestExplainNamedParameter: a tag may name the parameter; the errors are then in documented order.
func TestExplainNamedParameter(t *testing.T) {
	type request struct {
		Title   string `validate:"vpn_name=Name"`
		Key     string `validate:"ike_psk=IkeConfig.Psk"`
		Gateway string `validate:"vpn_id=VpnGatewayId"`
		Local   string `validate:"vpn_cidrs=LocalSubnet"`
	}
	type outer struct{ A, B request }
	v := newValidator(t)
	checkMistakes(t, validation.Explain(v.Struct(request{"1", "", "", "x"})),
		&mistake{Field: "LocalSubnet[0]", Reason: vpnerrors.ErrBadCIDR, Value: "x"},
		&mistake{Field: "VpnGatewayId", Reason: vpnerrors.ErrRequired},
		&mistake{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 100},
		&mistake{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "1", Part: "1", Min: 2, Max: 128})
	checkMistakes(t, validation.Explain(newValidatorIn(t, aliyun.Edition2025).Struct(request{"http://x", "a b", "", "x"})),
		&mistake{Field: "VpnGatewayId", Reason: vpnerrors.ErrRequired},
		&mistake{Field: "Name", Reason: vpnerrors.ErrUnsupportedValue, Value: "http://x", Part: "http://", Min: 1, Max: 100},
		&mistake{Field: "LocalSubnet[0]", Reason: vpnerrors.ErrBadCIDR, Value: "x"},
		&mistake{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100})
	good := request{"idc", "key", "v", "10.0.0.0/24"}
	err := validation.Explain(v.StructExcept(outer{good, request{"1", "key", "", "x"}}, "B.Key"))
	if got, want := short(t, err), "B.LocalSubnet[0]: bad CIDR block; B.VpnGatewayId: required; B.Name: bad character"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
