package vpntest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A parameter is a documented parameter or setting. N in its name is the number of a tag or a tunnel.
type parameter struct {
	Name, Type, Default string
	Mode                string // single or dual, "" for both
	Needed              string // what requires it: sm, bgp or health
	SM                  string // the only value for SM gateways
	Required, Secret    bool
	Values              []string
	Starts, Parts       []string // what a text must not begin with, or contain
	Excluded            []string // blocks
	Min, Max            int64
}

// document lists the parameters and settings of an edition in documented order.
func document(t testing.TB, e aliyun.Edition) (list []parameter) {
	t.Helper()
	text, err := os.ReadFile("testdata/parameters-" + e.String() + ".json")
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if parameters.Of(e).Find(strings.Replace(p.Name, ".N.", ".1.", 1)) == nil {
			t.Fatalf("%s is in vpnconn/vpntest/testdata/parameters-%v.json and not in internal/parameters/edition%v.go", p.Name, e, e)
		}
	}
	return list
}

// isMember reports whether a parameter is sent in the JSON of an object.
func (p parameter) isMember() bool {
	return regexp.MustCompile(`^[A-Za-z]+Config\.`).MatchString(p.Name)
}

// reasons returns the reasons to refuse a parameter that is read: those of Invalid and Cases, and those of JSON, of bad
// text and of two values, which need a case for one parameter, not for each.
func (p parameter) reasons() (listed, given []error) {
	add := func(reasons ...error) { listed = append(listed, reasons...) }
	if p.isMember() {
		given = append(given, vpnerrors.ErrConflict, vpnerrors.ErrBadType, vpnerrors.ErrDuplicate, vpnerrors.ErrBadCharacter)
	}
	if p.Required || p.Needed != "" && p.Type != "asn" && p.Type != "object" {
		add(vpnerrors.ErrRequired)
	}
	if p.Mode == "single" && !strings.Contains(p.Name, ".") || p.SM != "" {
		add(vpnerrors.ErrConflict)
	}
	if p.Starts != nil {
		add(vpnerrors.ErrUnsupportedValue)
	}
	switch p.Type {
	case "object":
		if strings.Contains(p.Name, ".") {
			return nil, nil
		}
		add(vpnerrors.ErrBadType, vpnerrors.ErrBadCharacter)
	case "value":
		add(vpnerrors.ErrUnsupportedValue)
	case "boolean":
		add(vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCharacter)
	case "seconds", "count", "asn":
		add(vpnerrors.ErrOutOfRange, vpnerrors.ErrBadCharacter, vpnerrors.ErrBadType)
		if p.isMember() {
			add(vpnerrors.ErrFraction)
		}
	case "blocks":
		add(vpnerrors.ErrEmpty, vpnerrors.ErrNotIPv4, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits, vpnerrors.ErrDuplicate, vpnerrors.ErrBadCharacter)
	case "block":
		add(vpnerrors.ErrNotIPv4, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits, vpnerrors.ErrUnsupportedValue)
	case "address":
		add(vpnerrors.ErrBadAddress)
	case "certificate":
		add(vpnerrors.ErrBadCertificate)
	case "list":
		add(vpnerrors.ErrBadType, vpnerrors.ErrTooMany)
	case "text":
		if add(vpnerrors.ErrTooLong, vpnerrors.ErrBadCharacter); p.Min > 1 {
			add(vpnerrors.ErrTooShort)
		}
	case "id":
		add(vpnerrors.ErrBadCharacter)
	}
	return append(listed, across[p.Name]...), given
}

// across has the reasons that come from another parameter.
var across = map[string][]error{
	"BgpConfig.LocalBgpIp":              {vpnerrors.ErrOutOfRange},
	"Tags.N.Key":                        {vpnerrors.ErrDuplicate},
	"TunnelOptionsSpecification.N.Role": {vpnerrors.ErrRequired, vpnerrors.ErrDuplicate},
	"TunnelOptionsSpecification.N.TunnelBgpConfig.LocalAsn":   {vpnerrors.ErrConflict, vpnerrors.ErrUnsupportedValue},
	"TunnelOptionsSpecification.N.TunnelBgpConfig.LocalBgpIp": {vpnerrors.ErrOutOfRange},
	"TunnelOptionsSpecification.N.TunnelBgpConfig.TunnelCidr": {vpnerrors.ErrDuplicate},
}

// seeds is how many requests are generated for a test.
const seeds = 3000

func generator(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// inEditions runs a test for each edition.
func inEditions(t *testing.T, test func(t *testing.T, e aliyun.Edition)) {
	for _, e := range aliyun.Editions() {
		t.Run(e.String(), func(t *testing.T) { test(t, e) })
	}
}

func TestInvalidByParse(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		for seed := range uint64(seeds) {
			c := vpntest.InvalidIn(e, generator(seed))
			if c.Reason == nil || c.Name == "" || c.Why == "" || c.Edition != e {
				t.Fatalf("seed %d: not an invalid case: %+v", seed, c)
			}
			r, err := vpnconn.ParseIn(e, c.Params)
			if checkVerdict(t, c, r, err); t.Failed() {
				t.Fatalf("seed %d: %q", seed, c.Params)
			}
		}
	})
}

// TestSameSeedSameResult: the seed of a failure must reproduce it, so nothing but r may decide, such as the order of a
// map. The default is edition 2019.
func TestSameSeedSameResult(t *testing.T) {
	sameError := cmp.Comparer(func(a, b error) bool { return a == b })
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		request, invalid, named := vpntest.RequestIn, vpntest.InvalidIn, e
		if e == aliyun.Edition2019 {
			request = func(_ aliyun.Edition, r *rand.Rand) vpnconn.Request { return vpntest.Request(r) }
			invalid = func(_ aliyun.Edition, r *rand.Rand) vpntest.Case { return vpntest.Invalid(r) }
			named = 0
		}
		for seed := range uint64(100) {
			first := vpntest.RequestIn(named, generator(seed))
			diff := cmp.Diff(first, request(e, generator(seed))) +
				cmp.Diff(vpntest.InvalidIn(named, generator(seed)), invalid(e, generator(seed)), sameError)
			if diff != "" || first.Edition() != e {
				t.Errorf("seed %d, of edition %v (-first +second):\n%s", seed, first.Edition(), diff)
			}
		}
	})
}

// A server remembers tokens, and refuses a second request with the same token.
func TestTokensAreLong(t *testing.T) {
	seen := make(map[string]bool)
	for _, e := range aliyun.Editions() {
		for seed := range uint64(seeds) {
			token := vpntest.RequestIn(e, rand.New(rand.NewPCG(seed, uint64(e)))).ClientToken()
			if token != "" && (len(token) < 24 || seen[token]) {
				t.Errorf("seed %d: the token %q is short, or is not new", seed, token)
			}
			seen[token] = true
		}
	}
}

// In a test the edition is a constant: an unknown one is a mistake in the test, and must not be ignored.
func TestUnknownEdition(t *testing.T) {
	if list := vpntest.CasesIn(7); list != nil {
		t.Errorf("an unknown edition has %d cases", len(list))
	}
	if s, ok := (vpntest.Case{Edition: 7, Params: map[string]string{"Action": vpnconn.Action}}).Spec(); ok {
		t.Errorf("a case of an unknown edition as a Spec: %v", s.Builder())
	}
	for name, call := range map[string]func(){
		"RequestIn":   func() { vpntest.RequestIn(7, generator(0)) },
		"InvalidIn":   func() { vpntest.InvalidIn(7, generator(0)) },
		"WithEdition": func() { vpntest.WithEdition(7) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				const want = "vpntest: unknown edition Edition(7): want one of [2019 2025]"
				if got := recover(); got != want {
					t.Errorf("the panic is %v, want %s", got, want)
				}
			}()
			call()
		})
	}
}

// found collects the values and the reasons that occur, by field.
type found struct {
	values  map[string]map[string]int
	reasons map[string]bool
}

func newFound() found {
	return found{make(map[string]map[string]int), make(map[string]bool)}
}

func (f found) request(r vpnconn.Request, name func(string) string) {
	for field, value := range r.Fields() {
		field = name(field)
		if f.values[field] == nil {
			f.values[field] = make(map[string]int)
		}
		f.values[field][value]++
	}
}

// TestReachesEverything: the generators and the cases reach what they promise. Each setting is set and, unless it is
// required, unset, with each documented value and at both limits; and each reason that a field can have occurs.
func TestReachesEverything(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	inEditions(t, func(t *testing.T, e aliyun.Edition) {
		made, cases := newFound(), newFound()
		total := map[string]int{"": seeds}
		for seed := range uint64(seeds) {
			r := vpntest.RequestIn(e, generator(seed))
			made.request(r, func(name string) string { return name })
			total[map[bool]string{true: "single", false: "dual"}[r.Tunnels() == nil]]++
		}
		for seed := range uint64(2 * seeds) {
			made.reasons[fieldAndReason(vpntest.InvalidIn(e, generator(seed)))] = true
		}
		all := vpntest.CasesIn(e)
		for _, c := range all {
			cases.reasons[fieldAndReason(c)] = true
			if r, err := vpnconn.ParseIn(e, c.Params); err == nil {
				cases.request(r, anyPlace)
			}
		}
		doc := document(t, e)
		for _, p := range doc {
			checkReasons(t, p, made, cases)
			for _, place := range []string{"1", "2"} {
				if p.Type != "object" && p.Type != "list" && p.Name != "Action" && (place == "1" || strings.HasPrefix(p.Name, "Tunnel")) {
					checkValues(t, p, made.values[strings.Replace(p.Name, ".N.", "."+place+".", 1)], cases.values[p.Name], total[p.Mode])
				}
			}
			if last := fmt.Sprintf("%s.%d.", p.Name, p.Max); p.Type == "list" {
				isFull := func(c vpntest.Case) bool { return c.Reason == nil && strings.Contains(fmt.Sprint(c.Params), last) }
				isLast := func(field string) bool { return strings.HasPrefix(field, last) }
				if !slices.ContainsFunc(all, isFull) || !slices.ContainsFunc(slices.Collect(maps.Keys(made.values)), isLast) {
					t.Errorf("no request, or no case, has %s", last)
				}
			}
			for _, text := range slices.Concat(p.Starts, p.Parts, p.Excluded) {
				if !slices.ContainsFunc(all, func(c vpntest.Case) bool {
					return fieldAndReason(c) == p.Name+": unsupported value" && strings.Contains(fmt.Sprint(c.Params), text)
				}) {
					t.Errorf("%s: no case has %s refused", p.Name, text)
				}
			}
		}
		for field := range made.values {
			if !slices.ContainsFunc(doc, func(p parameter) bool { return p.Name == anyPlace(field) }) {
				t.Errorf("%s is in internal/parameters/edition%v.go and not in vpnconn/vpntest/testdata/parameters-%v.json", anyPlace(field), e, e)
			}
		}
		keys := []string{": unknown parameter", "IkeConfig.: unknown parameter", "IpsecConfig.: unknown parameter"}
		if e != aliyun.Edition2019 {
			keys = append(keys, "HealthCheckConfig.: unknown parameter", "BgpConfig.: unknown parameter", "Tags.: unknown parameter",
				"TunnelOptionsSpecification.: unknown parameter", "TunnelOptionsSpecification.N: required")
		}
		for _, key := range keys {
			if !made.reasons[key] || !cases.reasons[key] {
				t.Errorf("%s: in Invalid: %t, in Cases: %t", key, made.reasons[key], cases.reasons[key])
			}
		}
	})
}

func checkReasons(t *testing.T, p parameter, made, cases found) {
	t.Helper()
	listed, given := p.reasons()
	for _, reason := range listed {
		if key := fmt.Sprintf("%s: %v", p.Name, reason); !made.reasons[key] || !cases.reasons[key] {
			t.Errorf("%s: in Invalid (breaches.go): %t, in Cases (a cases_….go): %t", key, made.reasons[key], cases.reasons[key])
		}
	}
	for _, reason := range given {
		if key := fmt.Sprintf("%s: %v", p.Name, reason); !made.reasons[key] {
			t.Errorf("%s: not in Invalid (breaches.go)", key)
		}
	}
}

// checkValues checks that requests have a parameter set and unset, with each value, and at its limits.
func checkValues(t *testing.T, p parameter, made, cases map[string]int, total int) {
	t.Helper()
	set := 0
	for _, n := range made {
		set += n
	}
	if isTag := strings.HasPrefix(p.Name, "Tags."); set == 0 || p.Required != (set == total) && !isTag {
		t.Errorf("%s is set in %d of %d requests of generate.go, and required in the facts: %t", p.Name, set, total, p.Required)
	}
	for _, value := range p.Values {
		if made[value] == 0 || cases[value] == 0 {
			t.Errorf("%s: %s is generated %d times, and in %d cases; add the value in internal/parameters, or the parameter in a cases_….go", p.Name, value, made[value], cases[value])
		}
	}
	if p.Values != nil && len(made) > len(p.Values) {
		t.Errorf("%s: internal/parameters has more values than %q; add them to the facts in testdata", p.Name, p.Values)
	}
	for _, limit := range []int64{p.Min, p.Max} {
		atLimit := func(values map[string]int) bool {
			for value := range values {
				isText := p.Type == "text"
				if !isText && value == fmt.Sprint(limit) || isText && int64(len([]rune(value))) == limit || value == "[hidden]" {
					return true
				}
			}
			return false
		}
		isNone := limit == 0 && (p.Max == 0 || p.Type == "text")
		isShortToken := p.Name == "ClientToken" && limit == p.Min // see TestTokensAreLong
		if !isNone && (!atLimit(cases) || !isShortToken && !atLimit(made)) {
			t.Errorf("%s: no request (generate.go), or no case (a cases_….go), is at the limit of %d", p.Name, limit)
		}
	}
}

// anyPlace returns a name with N for the number of a tag or a tunnel.
func anyPlace(name string) string {
	return regexp.MustCompile(`^(Tags|TunnelOptionsSpecification)\.[0-9]+`).ReplaceAllString(name, "$1.N")
}

// fieldAndReason returns field and reason without the index in a list and the name of an unknown parameter.
func fieldAndReason(c vpntest.Case) string {
	field, _, _ := strings.Cut(anyPlace(c.Field), "[")
	if c.Reason == vpnerrors.ErrUnknownParameter {
		object := regexp.MustCompile(`^([A-Za-z]+Config|Tags|TunnelOptionsSpecification)\.|`).FindString(field)
		return object + ": unknown parameter"
	}
	return fmt.Sprintf("%s: %v", field, c.Reason)
}
