package validation_test

import (
	"math"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// Types of a user.
type (
	ownText    string
	ownBlocks  []ownText
	ownSeconds uint32
	ownPlain   struct{ S string }
	ownSecret  ikeconfig.Secret
	ownAny     struct {
		F any `validate:"vpn_id"`
	}
)

var required = &mistake{Field: "F", Reason: vpnerrors.ErrRequired}

// TestTextKinds: every tag for text accepts any type whose underlying type is string, and pointers to it.
func TestTextKinds(t *testing.T) {
	for _, e := range aliyun.Editions() {
		checkTextKinds(t, e)
	}
	v := newValidator(t)
	checkMistakes(t, validation.Explain(v.Struct(ownAny{})), required)
	checkMistakes(t, validation.Explain(v.Struct(ownAny{ownPlain{"vpn-1"}})), &mistake{Field: "F", Reason: vpnerrors.ErrBadType})
	checkMistakes(t, validation.Explain(v.Struct(ownAny{new("vpn-1")})))
}

func checkTextKinds(t *testing.T, e aliyun.Edition) {
	explainField := func(t *testing.T, tag string, value any) error { return explainIn(t, e, tag, value) }
	tags, _ := tagNames(e)
	for _, tag := range tags {
		good, bad := goodAndBad(t, e, tag)
		for _, text := range []string{good, bad, ""} {
			isGood := text == good || text == "" && tag == "vpn_tag_value"
			for _, value := range []any{text, &text, new(&text), ownText(text), new(ownText(text)), new(any(text)), new(any(&text))} {
				errs, _ := explainField(t, tag, value).(mistakes)
				if len(errs) > 1 || (len(errs) == 0) != isGood || len(errs) == 1 && errs[0].Field != "F" && !strings.HasPrefix(errs[0].Field, "F[") {
					t.Errorf("%s on a %T, %q: got %v", tag, value, text, errs)
				}
			}
			for _, secret := range []any{ikeconfig.NewSecret(text), new(ikeconfig.NewSecret(text))} {
				if err := explainField(t, tag, secret); (err == nil) != (isGood && tag == "ike_psk") {
					t.Errorf("%s on a %T: got %v", tag, secret, err)
				}
			}
		}
		checkMistakes(t, explainField(t, "omitempty,"+tag, ""))
		checkMistakes(t, explainField(t, tag, (*string)(nil)), required)
		checkMistakes(t, explainField(t, tag, new(any)), required)
		checkMistakes(t, explainField(t, "omitnil,"+tag, (*string)(nil)))
	}
}

// TestEnumKinds: every value of an enum type passes, directly and through a pointer.
func TestEnumKinds(t *testing.T) {
	for _, e := range aliyun.Editions() {
		checkEnum(t, e, "ike_version", ikeconfig.VersionsIn(e))
		checkEnum(t, e, "ike_mode", ikeconfig.ModesIn(e))
		checkEnum(t, e, "ike_enc", ikeconfig.EncAlgsIn(e))
		checkEnum(t, e, "ike_auth", ikeconfig.AuthAlgsIn(e))
		checkEnum(t, e, "ike_pfs", ikeconfig.DHGroupsIn(e))
		checkEnum(t, e, "ipsec_enc", ipsecconfig.EncAlgsIn(e))
		checkEnum(t, e, "ipsec_auth", ipsecconfig.AuthAlgsIn(e))
		checkEnum(t, e, "ipsec_pfs", ipsecconfig.DHGroupsIn(e))
	}
	checkMistakes(t, explainField(t, "ike_auth", ikeconfig.SHA512), &mistake{
		Field: "F", Reason: vpnerrors.ErrUnsupportedValue, Value: "sha512", Allowed: listed(ikeconfig.AuthAlgs()), Edition: aliyun.Edition2025,
	})
	checkMistakes(t, explainIn(t, aliyun.Edition2025, "ike_pfs", ikeconfig.Group24), &mistake{
		Field: "F", Reason: vpnerrors.ErrUnsupportedValue, Value: "group24", Allowed: listed(ikeconfig.DHGroupsIn(aliyun.Edition2025)), Edition: aliyun.Edition2019,
	})
}

// listed returns values as an error lists them.
func listed[T ~string](values []T) (list []string) {
	for _, v := range values {
		list = append(list, string(v))
	}
	return list
}

func checkEnum[T ~string](t *testing.T, e aliyun.Edition, tag string, values []T) {
	t.Helper()
	explainField := func(t *testing.T, tag string, value any) error { return explainIn(t, e, tag, value) }
	for _, value := range values {
		checkMistakes(t, explainField(t, tag, value))
		checkMistakes(t, explainField(t, tag, &value))
	}
	errs, _ := explainField(t, tag, T("oops")).(mistakes)
	if len(errs) != 1 || errs[0].Reason != vpnerrors.ErrUnsupportedValue || len(errs[0].Allowed) != len(values) {
		t.Errorf("%s: %v, want an unsupported value, and %q allowed", tag, errs, values)
	}
}

// TestLifetimeKinds: an integer is in seconds, a time.Duration is a time.Duration.
func TestLifetimeKinds(t *testing.T) {
	const tag = "vpn_lifetime"
	for _, n := range []int{0, 1, 86400} {
		d := time.Duration(n) * time.Second
		for _, good := range []any{n, &n, int32(n), int64(n), uint(n), uint32(n), uint64(n), ownSeconds(n), new(any(n)), d, &d,
			int8(127), int16(32767), uint8(255), uint16(65535)} {
			checkMistakes(t, explainField(t, tag, good))
		}
	}
	for _, row := range []struct {
		reason error
		value  string
		in     []any
	}{
		{vpnerrors.ErrOutOfRange, "86401", []any{86401, int32(86401), new(int64(86401)), uint64(86401), ownSeconds(86401), 86401 * time.Second}},
		{vpnerrors.ErrOutOfRange, "-1", []any{int8(-1), -time.Second}},
		{vpnerrors.ErrOutOfRange, "-9223372036854775808", []any{int64(math.MinInt64)}},
		{vpnerrors.ErrOutOfRange, "18446744073709551615", []any{uint64(math.MaxUint64)}},
		{vpnerrors.ErrOutOfRange, "86400.000000001", []any{24*time.Hour + 1}},
		{vpnerrors.ErrFraction, "1.5", []any{1500 * time.Millisecond}},
	} {
		for _, in := range row.in {
			checkMistakes(t, explainField(t, tag, in), &mistake{Field: "F", Reason: row.reason, Value: row.value, Max: 86400})
		}
	}
	checkMistakes(t, explainField(t, tag, (*int)(nil)), required)
	checkMistakes(t, explainField(t, "omitnil,"+tag, (*time.Duration)(nil)))
}

// TestASNKinds: an AS number is an integer of any size, up to 32 bits.
func TestASNKinds(t *testing.T) {
	for _, good := range []any{1, int8(127), int64(4294967295), new(uint64(4294967295)), uint32(4294967295), ownSeconds(65530), new(any(1))} {
		checkMistakes(t, explainIn(t, aliyun.Edition2025, "bgp_asn", good))
	}
	for value, bad := range map[string]any{"0": 0, "-1": -1, "4294967296": int64(4294967296), "18446744073709551615": uint64(math.MaxUint64)} {
		checkMistakes(t, explainIn(t, aliyun.Edition2025, "bgp_asn", bad), &mistake{Field: "F", Reason: vpnerrors.ErrOutOfRange, Value: value})
	}
	checkMistakes(t, explainIn(t, aliyun.Edition2025, "bgp_asn", (*int)(nil)), required)
}

// TestNetipKinds: values of net/netip are checked as their text, also in lists and through pointers.
func TestNetipKinds(t *testing.T) {
	addr, block, link := netip.MustParseAddr("10.0.0.1"), netip.MustParsePrefix("10.0.0.0/24"), netip.MustParsePrefix("169.254.10.0/30")
	v6 := netip.MustParsePrefix("fd00::/8")
	for _, tt := range []struct {
		tag   string
		value any
		want  *mistake
	}{
		{"vpn_cidr", block, nil}, {"vpn_cidr", &block, nil}, {"vpn_cidr", "10.0.0.0/24", nil},
		{"vpn_cidr", v6, &mistake{Field: "F", Reason: vpnerrors.ErrNotIPv4, Value: "fd00::/8"}},
		{"vpn_cidr", "10.0.0.1/24", &mistake{Field: "F", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.1/24", Suggest: "10.0.0.0/24"}},
		{"vpn_cidr", "10.0.0.0/24,10.1.0.0/24", &mistake{Field: "F", Reason: vpnerrors.ErrBadCIDR, Value: "10.0.0.0/24,10.1.0.0/24", Part: ","}},
		{"vpn_cidr", "", &mistake{Field: "F", Reason: vpnerrors.ErrEmpty}},
		{"vpn_cidr", []string{"10.0.0.0/24"}, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}},
		{"vpn_cidrs", block, nil}, {"vpn_cidrs", []netip.Prefix{block}, nil}, {"vpn_cidrs", [1]netip.Prefix{block}, nil}, {"vpn_cidrs", []*netip.Prefix{&block}, nil},
		{"vpn_cidrs", [2]string{"10.0.0.0/24", "10.1.0.0/24,10.2.0.0/24"}, nil}, {"vpn_cidrs", []*string{new("10.0.0.0/24")}, nil},
		{"vpn_cidrs", []netip.Prefix{block, v6}, &mistake{Field: "F[1]", Reason: vpnerrors.ErrNotIPv4, Value: "fd00::/8"}},
		{"vpn_cidrs", []netip.Prefix{block, {}}, &mistake{Field: "F[1]", Reason: vpnerrors.ErrBadCIDR, Value: "invalid Prefix"}},
		{"vpn_cidrs", []*string{new("10.0.0.0/24"), nil}, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}},
		{"vpn_cidrs", []netip.Addr{addr}, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}},
		{"vpn_cidrs", [0]string{}, required},
		{"vpn_address", addr, nil}, {"vpn_address", &addr, nil},
		{"vpn_address", netip.MustParseAddr("::1"), &mistake{Field: "F", Reason: vpnerrors.ErrBadAddress, Value: "::1"}},
		{"vpn_address", netip.Addr{}, &mistake{Field: "F", Reason: vpnerrors.ErrBadAddress, Value: "invalid IP"}},
		{"vpn_address", block, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}},
		{"bgp_cidr", link, nil}, {"bgp_cidr", block, &mistake{Field: "F", Reason: vpnerrors.ErrUnsupportedValue, Value: "10.0.0.0/24"}},
		{"bgp_cidr", addr, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}},
		{"vpn_tag_value", "", nil}, {"vpn_tag_value", new(""), nil}, {"omitnil,vpn_tag_value", (*string)(nil), nil},
	} {
		err := explainIn(t, aliyun.Edition2025, tt.tag, tt.value)
		if tt.want == nil {
			checkMistakes(t, err)
		} else {
			checkMistakes(t, err, tt.want)
		}
		if t.Failed() {
			t.Fatalf("%s on a %T", tt.tag, tt.value)
		}
	}
}

// TestCIDRKinds: a list is a text, or a slice of texts that may each be a list; the index counts through all of them.
func TestCIDRKinds(t *testing.T) {
	const tag = "vpn_cidrs"
	good := []string{" 10.0.0.0/24 ", "10.1.0.0/24,10.2.0.0/24"}
	for _, value := range []any{good, &good, ownBlocks{"10.0.0.0/24"}, new(any(good))} {
		checkMistakes(t, explainField(t, tag, value))
	}
	for _, value := range []any{[]string(nil), (*[]string)(nil), []string{}, new([]string), ownBlocks{}} {
		checkMistakes(t, explainField(t, tag, value), required)
	}
	checkMistakes(t, explainField(t, "omitempty,"+tag, []string(nil)))
	checkMistakes(t, explainField(t, tag, []string{""}), &mistake{Field: "F[0]", Reason: vpnerrors.ErrEmpty})
	checkMistakes(t, explainField(t, tag, ownBlocks{"10.0.0.0/24,10.1.0.0", "::/0,", "10.0.0.0/24"}),
		&mistake{Field: "F[1]", Reason: vpnerrors.ErrBadCIDR, Value: "10.1.0.0", Suggest: "10.1.0.0/32"},
		&mistake{Field: "F[2]", Reason: vpnerrors.ErrNotIPv4, Value: "::/0"},
		&mistake{Field: "F[3]", Reason: vpnerrors.ErrEmpty},
		&mistake{Field: "F[4]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/24", Part: "F[0]"})
}

// TestUnfitKinds: a tag always refuses a type that it cannot check, and never panics.
func TestUnfitKinds(t *testing.T) {
	prefix := netip.MustParsePrefix("10.0.0.0/24")
	texts, numbers := tagNames(aliyun.Edition2025)
	for _, tag := range append(texts, numbers...) {
		unfit := []any{
			true, 3600.0, new(float32(1)), 1i, []byte("vpn-1"), []any{"10.0.0.0/24"},
			[][]string{{"10.0.0.0/24"}}, map[string]string{"a": "b"}, func() {}, make(chan int), ownPlain{"vpn-1"},
			&ownPlain{"vpn-1"}, new(any(ownPlain{"vpn-1"})), time.Now(), ownSecret(ikeconfig.NewSecret("key")),
		}
		for fit, list := range map[string][]any{
			"ike_psk":   {ikeconfig.NewSecret("vpn-1"), ikeconfig.Secret{}},
			"vpn_cidrs": {[]string{"vpn-1"}, []string(nil), [1]string{"10.0.0.0/24"}, []*string{new("10.0.0.0/24")}, []netip.Prefix{prefix}},
		} {
			if tag != fit {
				unfit = append(unfit, list...)
			}
		}
		if slices.Contains(numbers, tag) {
			unfit = append(unfit, "3600", "")
		} else {
			unfit = append(unfit, 1, 'a', uint64(1), time.Second)
		}
		for _, value := range unfit {
			err := explainIn(t, aliyun.Edition2025, tag, value)
			if checkMistakes(t, err, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}); t.Failed() {
				t.Fatalf("%s on a %T", tag, value)
			}
		}
	}
}

// TestSecretKinds: an unset Secret passes, since the service can generate a key; one that is set and empty does not.
func TestSecretKinds(t *testing.T) {
	empty := &mistake{Field: "F", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 100}
	for _, value := range []any{ikeconfig.Secret{}, new(ikeconfig.Secret), ikeconfig.NewSecret("k")} {
		checkMistakes(t, explainField(t, "ike_psk", value))
	}
	for _, value := range []any{ikeconfig.NewSecret(""), ""} {
		checkMistakes(t, explainField(t, "ike_psk", value), empty)
	}
	checkMistakes(t, explainField(t, "ike_psk", (*ikeconfig.Secret)(nil)), required)
	checkMistakes(t, explainField(t, "omitnil,ike_psk", (*ikeconfig.Secret)(nil)))
}

// TestRegisterAddsAll: Register adds the tags in these tests, and no others.
func TestRegisterAddsAll(t *testing.T) {
	for e, want := range map[aliyun.Edition]int{aliyun.Edition2019: 16, aliyun.Edition2025: 22} {
		v := newValidatorIn(t, e)
		texts, numbers := tagNames(e)
		all := append(append(texts, numbers...), "vpn_cidr")
		for _, tag := range all {
			if v.Var(true, tag) == nil { // an unknown tag would panic
				t.Errorf("%s accepts a bool", tag)
			}
		}
		if len(all) != want {
			t.Errorf("%v: %d tags, want %d: %q", e, len(all), want, all)
		}
	}
}
