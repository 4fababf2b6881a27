package vpntest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A parameter is what the API document says of a parameter or setting.
type parameter struct {
	Name, Type, Default string
	Required            bool
	Values              []string
	Min, Max            int
}

// document lists the parameters and settings in documented order.
func document(t testing.TB) (list []parameter) {
	t.Helper()
	text, err := os.ReadFile("testdata/parameters-2019.json")
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// reasons returns the reasons that a parameter can have when it is read. For the object of a phase, and for all else that
// has no name, there is an unknown member too.
func (p parameter) reasons() (list []error) {
	if p.Required {
		list = append(list, vpnerrors.ErrRequired)
	}
	if strings.Contains(p.Name, ".") {
		list = append(list, vpnerrors.ErrConflict, vpnerrors.ErrBadType)
	}
	switch p.Type {
	case "value":
		return append(list, vpnerrors.ErrUnsupportedValue)
	case "object":
		list = append(list, vpnerrors.ErrBadType)
	case "boolean":
		list = append(list, vpnerrors.ErrUnsupportedValue)
	case "seconds":
		list = append(list, vpnerrors.ErrOutOfRange, vpnerrors.ErrFraction)
	case "blocks":
		list = append(list, vpnerrors.ErrEmpty, vpnerrors.ErrNotIPv4, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits, vpnerrors.ErrDuplicate)
	case "text":
		if list = append(list, vpnerrors.ErrTooLong); p.Min > 1 {
			list = append(list, vpnerrors.ErrTooShort)
		}
	}
	return append(list, vpnerrors.ErrBadCharacter)
}

// seeds is how many requests are made up for a test.
const seeds = 3000

func request(seed uint64) vpnconn.Request { return vpntest.Request(rand.New(rand.NewPCG(seed, 0))) }

func invalid(seed uint64) vpntest.Case { return vpntest.Invalid(rand.New(rand.NewPCG(seed, 0))) }

func TestInvalidByParse(t *testing.T) {
	for seed := range uint64(seeds) {
		c := invalid(seed)
		if c.Reason == nil || c.Name == "" || c.Why == "" {
			t.Fatalf("seed %d: not a case of something invalid: %+v", seed, c)
		}
		r, err := vpnconn.Parse(c.Params)
		if checkVerdict(t, c, r, err); t.Failed() {
			t.Fatalf("seed %d: %q", seed, c.Params)
		}
	}
}

// TestSameSeedSameResult: whoever is told the seed of a failure can have it again, so nothing but r may decide, such as the
// order of a map.
func TestSameSeedSameResult(t *testing.T) {
	sameError := cmp.Comparer(func(a, b error) bool { return a == b })
	for seed := range uint64(100) {
		if diff := cmp.Diff(request(seed), request(seed)) + cmp.Diff(invalid(seed), invalid(seed), sameError); diff != "" {
			t.Errorf("seed %d (-first +second):\n%s", seed, diff)
		}
	}
}

// TestReachesEverything: what the generators and the cases promise to reach, they do. Each setting is set and, unless it is
// required, unset, with each documented value and at both limits; and each reason that a field can have comes up.
func TestReachesEverything(t *testing.T) {
	values := map[string]map[string]int{} // how often each value of each field
	given, listed := map[string]bool{}, map[string]bool{}
	for seed := range uint64(seeds) {
		for field, value := range request(seed).Fields() {
			if values[field] == nil {
				values[field] = map[string]int{}
			}
			values[field][value]++
		}
		given[fieldAndReason(invalid(seed))] = true
	}
	cases := map[string]map[string]bool{} // the valid texts of each field in the cases
	for _, c := range vpntest.Cases() {
		listed[fieldAndReason(c)] = true
		field, _, _ := strings.Cut(c.Name, ": ")
		if r, err := vpnconn.Parse(c.Params); err == nil {
			if cases[field] == nil {
				cases[field] = map[string]bool{}
			}
			cases[field][maps.Collect(r.Fields())[field]] = true
		}
	}
	for _, p := range document(t) {
		for _, reason := range p.reasons() {
			key := fmt.Sprintf("%s: %v", p.Name, reason)
			if dotted := strings.Contains(p.Name, "."); !given[key] || !listed[key] && (!dotted || reason != vpnerrors.ErrConflict && reason != vpnerrors.ErrBadType) {
				t.Errorf("%s: Invalid gives it: %t, Cases has it: %t", key, given[key], listed[key])
			}
		}
		if p.Type == "object" || p.Name == "Action" {
			continue
		}
		set := 0
		for _, n := range values[p.Name] {
			set += n
		}
		if set == 0 || p.Required != (set == seeds) {
			t.Errorf("%s is set in %d of %d requests", p.Name, set, seeds)
		}
		found := slices.Sorted(maps.Keys(values[p.Name]))
		if want := slices.Sorted(slices.Values(p.Values)); p.Values != nil && !slices.Equal(found, want) {
			t.Errorf("values of %s are %q, want %q", p.Name, found, want)
		}
		for _, value := range p.Values {
			if !cases[p.Name][value] {
				t.Errorf("%s: no case for %s", p.Name, value)
			}
		}
		for _, limit := range []int{p.Min, p.Max} {
			atLimit := func(value string) bool {
				if p.Type == "seconds" {
					return value == fmt.Sprint(limit)
				}
				return len([]rune(value)) == limit || value == "[hidden]"
			}
			if hasLimits := p.Max > 0; hasLimits && (!slices.ContainsFunc(found, atLimit) || !slices.ContainsFunc(slices.Collect(maps.Keys(cases[p.Name])), atLimit)) {
				t.Errorf("%s: no request, or no case, is at the limit of %d", p.Name, limit)
			}
		}
	}
	for _, key := range []string{"unknown parameter", "IkeConfig.: unknown parameter", "IpsecConfig.: unknown parameter", "IkeConfig.Psk: duplicate"} {
		if !given[key] || !listed[key] {
			t.Errorf("%s: Invalid gives it: %t, Cases has it: %t", key, given[key], listed[key])
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
