package vpntest_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// seeds is how many requests are made up for a test.
const seeds = 3000

func TestInvalidByParse(t *testing.T) {
	for seed := range uint64(seeds) {
		c := vpntest.Invalid(rand.New(rand.NewPCG(seed, 0)))
		if c.Reason == nil || c.Name == "" || c.Why == "" {
			t.Fatalf("seed %d: not a case of something invalid: %+v", seed, c)
		}
		r, err := vpnconn.Parse(c.Params)
		if checkVerdict(t, c, r, err); t.Failed() {
			t.Fatalf("seed %d: %q", seed, c.Params)
		}
	}
}

func TestRequestComesBack(t *testing.T) {
	for seed := range uint64(seeds / 3) {
		r := vpntest.Request(rand.New(rand.NewPCG(seed, 0)))
		for way, back := range map[string]func() (vpnconn.Request, error){
			"Parse":      func() (vpnconn.Request, error) { return vpnconn.Parse(r.Params()) },
			"ParseQuery": func() (vpnconn.Request, error) { return vpnconn.ParseQuery(r.Query()) },
			"Spec":       r.Spec().Build,
		} {
			if got, err := back(); err != nil || !got.Equal(r) {
				t.Fatalf("seed %d: %s gives %v, %v, want %v", seed, way, got, err, r)
			}
		}
	}
}

// TestSameSeedSameResult: whoever is told the seed of a failure can have it again, so nothing but r may decide, such as the
// order of a map.
func TestSameSeedSameResult(t *testing.T) {
	sameError := cmp.Comparer(func(a, b error) bool { return a == b })
	for seed := range uint64(100) {
		state := func() *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }
		if diff := cmp.Diff(vpntest.Request(state()), vpntest.Request(state())); diff != "" {
			t.Errorf("seed %d, Request (-first +second):\n%s", seed, diff)
		}
		if diff := cmp.Diff(vpntest.Invalid(state()), vpntest.Invalid(state()), sameError); diff != "" {
			t.Errorf("seed %d, Invalid (-first +second):\n%s", seed, diff)
		}
	}
}

// What the generators promise to reach, they do: each setting set and not set, and each documented value.
func TestRequestReachesEverything(t *testing.T) {
	values := map[string]map[string]int{} // how often each value of each field
	for seed := range uint64(seeds) {
		fields := maps.Collect(vpntest.Request(rand.New(rand.NewPCG(seed, 0))).Fields())
		for _, field := range settings {
			if values[field] == nil {
				values[field] = map[string]int{}
			}
			values[field][fields[field]]++
		}
	}
	for _, field := range settings {
		_, required := requiredFields[field]
		if unset := values[field][""]; required != (unset == 0) || unset == seeds {
			t.Errorf("%s is unset in %d of %d requests", field, unset, seeds)
		}
	}
	for field, want := range documentedValues() {
		want = append([]string{""}, want...)
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(values[field]))); diff != "" {
			t.Errorf("values of %s (-want +got):\n%s", field, diff)
		}
	}
	for field, edges := range map[string][]int{"Name": {2, 128}, "ClientToken": {1, 64}, "IkeConfig.RemoteId": {1, 100}} {
		for _, n := range edges {
			if !slices.ContainsFunc(slices.Collect(maps.Keys(values[field])), func(v string) bool { return len([]rune(v)) == n }) {
				t.Errorf("no %s has %d characters", field, n)
			}
		}
	}
	for _, field := range []string{"IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime"} {
		if values[field]["0"] == 0 || values[field]["86400"] == 0 {
			t.Errorf("%s does not reach both of its limits", field)
		}
	}
}

// Each reason that a field can have comes up, and in the cases too.
func TestInvalidReachesEverything(t *testing.T) {
	generated, listed := map[string]bool{}, map[string]bool{}
	for seed := range uint64(seeds) {
		generated[fieldAndReason(vpntest.Invalid(rand.New(rand.NewPCG(seed, 0))))] = true
	}
	for _, c := range vpntest.Cases() {
		listed[fieldAndReason(c)] = true
	}
	for _, field := range slices.Concat(settings, []string{"Action", "IkeConfig", "IpsecConfig"}) {
		for _, reason := range possible(field) {
			key := fmt.Sprintf("%s: %v", field, reason)
			if !generated[key] {
				t.Errorf("Invalid never gives %s", key)
			}
			if !listed[key] && reason != vpnerrors.ErrConflict && reason != vpnerrors.ErrDuplicate &&
				!(reason == vpnerrors.ErrBadType && strings.Contains(field, ".")) {
				t.Errorf("Cases has no %s", key)
			}
		}
	}
	for _, prefix := range []string{"unknown parameter", "IkeConfig.: unknown parameter", "IpsecConfig.: unknown parameter"} {
		if !generated[prefix] || !listed[prefix] {
			t.Errorf("%q: generated %t, listed %t", prefix, generated[prefix], listed[prefix])
		}
	}
}

// fieldAndReason returns what is wrong less the place in a list and the name of what is unknown.
func fieldAndReason(c vpntest.Case) string {
	field, _, _ := strings.Cut(c.Field, "[")
	if c.Reason == vpnerrors.ErrUnknownParameter {
		phase, _, dotted := strings.Cut(field, ".")
		if dotted && (phase == "IkeConfig" || phase == "IpsecConfig") {
			return phase + ".: unknown parameter"
		}
		return "unknown parameter"
	}
	return fmt.Sprintf("%s: %v", field, c.Reason)
}

// settings are the documented names of all that can be set.
var settings = []string{
	"CustomerGatewayId", "LocalSubnet", "RegionId", "RemoteSubnet", "VpnGatewayId", "ClientToken", "EffectImmediately",
	"IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "IkeConfig.IkeAuthAlg",
	"IkeConfig.IkePfs", "IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId",
	"IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime", "Name",
}

var requiredFields = map[string]bool{
	"CustomerGatewayId": true, "LocalSubnet": true, "RegionId": true, "RemoteSubnet": true, "VpnGatewayId": true,
}

func documentedValues() map[string][]string {
	return map[string][]string{
		"EffectImmediately":        {"false", "true"},
		"IkeConfig.IkeVersion":     texts(ikeconfig.Versions()),
		"IkeConfig.IkeMode":        texts(ikeconfig.Modes()),
		"IkeConfig.IkeEncAlg":      texts(ikeconfig.EncAlgs()),
		"IkeConfig.IkeAuthAlg":     texts(ikeconfig.AuthAlgs()),
		"IkeConfig.IkePfs":         texts(ikeconfig.DHGroups()),
		"IpsecConfig.IpsecEncAlg":  texts(ipsecconfig.EncAlgs()),
		"IpsecConfig.IpsecAuthAlg": texts(ipsecconfig.AuthAlgs()),
		"IpsecConfig.IpsecPfs":     texts(ipsecconfig.DHGroups()),
	}
}

func texts[T ~string](values []T) (list []string) {
	for _, v := range values {
		list = append(list, string(v))
	}
	return list
}

// possible returns the reasons that a field can have.
func possible(field string) []error {
	phase := []error{vpnerrors.ErrBadType, vpnerrors.ErrBadCharacter}
	switch field {
	case "Action":
		return []error{vpnerrors.ErrRequired, vpnerrors.ErrUnsupportedValue}
	case "CustomerGatewayId", "RegionId", "VpnGatewayId":
		return []error{vpnerrors.ErrRequired, vpnerrors.ErrBadCharacter}
	case "LocalSubnet", "RemoteSubnet":
		return []error{
			vpnerrors.ErrRequired, vpnerrors.ErrEmpty, vpnerrors.ErrBadCharacter, vpnerrors.ErrNotIPv4,
			vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits, vpnerrors.ErrDuplicate,
		}
	case "ClientToken":
		return []error{vpnerrors.ErrBadCharacter, vpnerrors.ErrTooLong}
	case "EffectImmediately":
		return []error{vpnerrors.ErrBadCharacter, vpnerrors.ErrUnsupportedValue}
	case "Name":
		return []error{vpnerrors.ErrBadCharacter, vpnerrors.ErrTooShort, vpnerrors.ErrTooLong}
	case "IkeConfig", "IpsecConfig":
		return phase
	case "IkeConfig.Psk", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId":
		return append(phase, vpnerrors.ErrTooLong, vpnerrors.ErrConflict)
	case "IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime":
		return append(phase, vpnerrors.ErrOutOfRange, vpnerrors.ErrFraction, vpnerrors.ErrConflict)
	}
	return []error{vpnerrors.ErrBadType, vpnerrors.ErrUnsupportedValue, vpnerrors.ErrConflict}
}
