package vpnconn_test

import (
	stderrors "errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// decoded stands for a YAML package: it returns the function that UnmarshalYAML is called with, for a document that the
// package decodes into an any as tree.
func decoded(tree any) func(any) error {
	return func(to any) error {
		*to.(*any) = tree
		return nil
	}
}

// TestListOfAliases: in YAML a list can have one long text a thousand times, and a small file has to stay small.
func TestListOfAliases(t *testing.T) {
	const most = 16 << 20
	for _, tt := range []struct {
		length, times int
		want          string
	}{
		{most, 1, ""},
		{most / 2, 2, ""},
		{most + 1, 1, "LocalSubnet: too long"},
		{most/2 + 1, 2, "LocalSubnet: too long"},
		{most / 8, 1_000_000, "LocalSubnet: too long"},
	} {
		var s vpnconn.Spec
		err := s.UnmarshalYAML(decoded(map[string]any{"LocalSubnet": slices.Repeat([]any{strings.Repeat("x", tt.length)}, tt.times)}))
		if tt.want == "" {
			if err != nil || len(s.LocalSubnets) != tt.times {
				t.Errorf("%d times %d bytes: %d blocks, %.100v", tt.times, tt.length, len(s.LocalSubnets), err)
			}
			continue
		}
		if got := namesAndReasons(t, err); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%d times %d bytes: %q, want %q", tt.times, tt.length, got, tt.want)
		}
	}
}

// fullTree returns what fullSpecJSON says as gopkg.in/yaml.v3 and goccy/go-yaml decode it.
func fullTree(whole func(int) any) map[string]any {
	return map[string]any{
		"RegionId": "cn-shanghai", "VpnGatewayId": "vpn-1", "CustomerGatewayId": "cgw-1",
		"LocalSubnet": []any{"10.0.0.0/24", "10.2.0.0/24"}, "RemoteSubnet": []any{"10.1.0.0/24"},
		"ClientToken": "token", "Name": "idc", "EffectImmediately": false,
		"IkeConfig": map[string]any{
			"Psk": "key", "IkeVersion": "ikev1", "IkeMode": "main", "IkeEncAlg": "aes", "IkeAuthAlg": "sha1",
			"IkePfs": "group2", "IkeLifetime": whole(0), "LocalIdIPsec": "l", "RemoteId": "r",
		},
		"IpsecConfig": map[string]any{
			"IpsecEncAlg": "aes256", "IpsecAuthAlg": "md5", "IpsecPfs": "group14", "IpsecLifetime": whole(86400),
		},
	}
}

// anyKeys returns a tree with the maps of gopkg.in/yaml.v2, whose keys can be anything.
func anyKeys(tree any) any {
	members, ok := tree.(map[string]any)
	if !ok {
		return tree
	}
	m := make(map[any]any)
	for name, value := range members {
		m[name] = anyKeys(value)
	}
	return m
}

func TestSpecReadsYAML(t *testing.T) {
	asInt := func(n int) any { return n }
	for _, tt := range []struct {
		name string
		tree any
		want vpnconn.Spec
		why  string
	}{
		{"everything", fullTree(asInt), fullSpec(), "int"},
		{"everything, int64", fullTree(func(n int) any { return int64(n) }), fullSpec(), "a package's choice"},
		{"everything, uint64", fullTree(func(n int) any { return uint64(n) }), fullSpec(), "a package's choice"},
		{"everything, float64", fullTree(func(n int) any { return float64(n) }), fullSpec(), "86400.0 in a file"},
		{"everything, any keys", anyKeys(fullTree(asInt)), fullSpec(), "an older package"},
		{"nothing", map[string]any{}, vpnconn.Spec{}, "an empty mapping"},
		{"nulls", map[string]any{"Name": nil, "LocalSubnet": nil, "IkeConfig": nil, "IpsecConfig": map[any]any{"IpsecPfs": nil}}, vpnconn.Spec{}, "null is unset"},
		{"one string of blocks", map[string]any{"LocalSubnet": "10.0.0.0/24, 10.2.0.0/24"},
			vpnconn.Spec{LocalSubnets: []string{"10.0.0.0/24", "10.2.0.0/24"}}, "as the API has it"},
		{"a large float", map[string]any{"IkeConfig": map[string]any{"IkeLifetime": 8.64e4}}, vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(86400))}}, "a number by its value"},
		{"minus 0", map[string]any{"IkeConfig": map[string]any{"IkeLifetime": math.Copysign(0, -1)}}, vpnconn.Spec{IKE: &vpnconn.IKESpec{Lifetime: new(int64(0))}}, "its value is 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := fullSpec() // all of which goes
			if err := got.UnmarshalYAML(decoded(tt.tree)); err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Spec (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

func TestSpecRefusesYAML(t *testing.T) {
	ike := func(name string, value any) map[string]any {
		return map[string]any{"IkeConfig": map[string]any{name: value}}
	}
	noon := time.Date(2019, 6, 4, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name string
		tree any
		want string // field and reason of each mistake
		why  string
	}{
		{"text", "secret", "Spec: bad type", "it is about the whole"},
		{"a list", []any{}, "Spec: bad type", "it is about the whole"},
		{"a date", noon, "Spec: bad type", "it is about the whole"},
		{"unknown member", map[string]any{"Colour": 1}, "Colour: unknown parameter", "as in JSON"},
		{"other letters", map[string]any{"name": "idc"}, "name: unknown parameter", "as in JSON"},
		{"keys that are no text", map[any]any{1: "a", true: "b", nil: "c"}, "1: unknown parameter, null: unknown parameter, true: unknown parameter", "YAML allows them"},
		{"a name of digits", map[string]any{"Name": 123}, "Name: bad type", "it needs quotes"},
		{"a name that YAML takes for a boolean", map[string]any{"Name": true}, "Name: bad type", "it needs quotes"},
		{"a token that YAML takes for a date", map[string]any{"ClientToken": noon}, "ClientToken: bad type", "it needs quotes"},
		{"text for a boolean", map[string]any{"EffectImmediately": "yes"}, "EffectImmediately: bad type", "a boolean of older YAML only"},
		{"text for a number", ike("IkeLifetime", "3600"), "IkeConfig.IkeLifetime: bad type", "as in JSON"},
		{"a fraction", ike("IkeLifetime", 0.5), "IkeConfig.IkeLifetime: not a whole number", "as in JSON"},
		{"a number below the range", ike("IkeLifetime", -1.5), "IkeConfig.IkeLifetime: out of range", "as in JSON"},
		{"a number beyond an int64", ike("IkeLifetime", uint64(math.MaxUint64)), "IkeConfig.IkeLifetime: out of range", "a Spec cannot hold it"},
		{"a large number", ike("IkeLifetime", 1e300), "IkeConfig.IkeLifetime: out of range", "a Spec cannot hold it"},
		{"infinity", ike("IkeLifetime", math.Inf(1)), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"minus infinity", ike("IkeLifetime", math.Inf(-1)), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"not a number", ike("IkeLifetime", math.NaN()), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"a date for a number", ike("IkeLifetime", noon), "IkeConfig.IkeLifetime: bad type", "no number"},
		{"a key of digits", ike("Psk", 12345678), "IkeConfig.Psk: bad type", "it needs quotes, or 0x10 would become 16"},
		{"hidden key", ike("Psk", "[hidden]"), "IkeConfig.Psk: unsupported value", "a Spec that was printed is none to be used"},
		{"a key as the list that [hidden] is in YAML", ike("Psk", []any{"hidden"}), "IkeConfig.Psk: bad type", "without quotes it is a list"},
		{"no UTF-8", map[string]any{"Name": "a\xff", "IkeConfig": map[string]any{"Psk": "\xff"}}, "IkeConfig.Psk: bad character, Name: bad character", "no text"},
		{"no UTF-8 in a name", map[string]any{"Name\xff": "a"}, "Name\xff: bad character", "no name"},
		{"what no YAML package gives", map[string]any{"Name": struct{}{}, "IkeConfig": map[int]any{}}, "IkeConfig: bad type, Name: bad type", "no panic either"},
		{"all at once", map[any]any{"Zeta": 1, "Name": 1, "IkeConfig": map[any]any{"Alpha": 1, "Psk": 1}, "LocalSubnet": []any{1, nil}},
			"LocalSubnet[0]: bad type, LocalSubnet[1]: bad type, IkeConfig.Psk: bad type, Name: bad type, IkeConfig.Alpha: unknown parameter, Zeta: unknown parameter", "documented order, unknown names last"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := fullSpec()
			err := got.UnmarshalYAML(decoded(tt.tree))
			checkErrorLaws(t, err)
			if short := strings.Join(namesAndReasons(t, err), ", "); short != tt.want {
				t.Errorf("got  %s\nwant %s\n%s", short, tt.want, tt.why)
			}
			if diff := cmp.Diff(fullSpec(), got); diff != "" {
				t.Errorf("the Spec changed in spite of an error (-before +after):\n%s", diff)
			}
		})
	}
}

// TestYAMLThatCannotBeRead: the YAML package's own error may quote the file, and so is not passed on.
func TestYAMLThatCannotBeRead(t *testing.T) {
	fail := func(any) error { return stderrors.New(`line 7: cannot read "secret"`) }
	s, psk := fullSpec(), ikeconfig.NewSecret("key")
	for name, tt := range map[string]struct {
		err   error
		field string
	}{
		"Spec":      {s.UnmarshalYAML(fail), "Spec"},
		"IKESpec":   {s.IKE.UnmarshalYAML(fail), "IkeConfig"},
		"IPsecSpec": {s.IPsec.UnmarshalYAML(fail), "IpsecConfig"},
		"Secret":    {psk.UnmarshalYAML(fail), "IkeConfig.Psk"},
	} {
		e, ok := stderrors.AsType[*vpnerrors.FieldError](tt.err)
		if !ok || e.Field != tt.field || e.Reason != vpnerrors.ErrBadType || strings.Contains(tt.err.Error(), "secret") {
			t.Errorf("%s: %v, want ErrBadType on %q", name, tt.err, tt.field)
		}
	}
	if diff := cmp.Diff(fullSpec(), s); diff != "" || psk.Reveal() != "key" {
		t.Errorf("something changed in spite of an error (-before +after):\n%s", diff)
	}
}

func TestYAMLNullLeavesAll(t *testing.T) {
	s := fullSpec()
	for name, err := range map[string]error{
		"Spec":      s.UnmarshalYAML(decoded(nil)),
		"IKESpec":   s.IKE.UnmarshalYAML(decoded(nil)),
		"IPsecSpec": s.IPsec.UnmarshalYAML(decoded(nil)),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if diff := cmp.Diff(fullSpec(), s); diff != "" {
		t.Errorf("null changed something (-before +after):\n%s", diff)
	}
}
