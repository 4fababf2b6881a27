package validation_test

import (
	"math"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// Types of somebody's own.
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

// TestTextKinds: every tag for texts takes whatever is a string underneath, and what points to one.
func TestTextKinds(t *testing.T) {
	for _, tag := range tagNames() {
		if tag == "vpn_lifetime" {
			continue
		}
		good, bad := goodAndBad(t, tag)
		for _, text := range []string{good, bad, ""} {
			for _, value := range []any{text, &text, new(&text), ownText(text), new(ownText(text)), new(any(text)), new(any(&text))} {
				errs, _ := explainField(t, tag, value).(mistakes)
				if len(errs) > 1 || (len(errs) == 0) != (text == good) || len(errs) == 1 && errs[0].Field != "F" && !strings.HasPrefix(errs[0].Field, "F[") {
					t.Errorf("%s on a %T, %q: got %v", tag, value, text, errs)
				}
			}
			for _, secret := range []any{ikeconfig.NewSecret(text), new(ikeconfig.NewSecret(text))} {
				if err := explainField(t, tag, secret); (err == nil) != (text == good && tag == "ike_psk") {
					t.Errorf("%s on a %T: got %v", tag, secret, err)
				}
			}
		}
		checkMistakes(t, explainField(t, "omitempty,"+tag, ""))
		checkMistakes(t, explainField(t, tag, (*string)(nil)), required)
		checkMistakes(t, explainField(t, tag, new(any)), required)
		checkMistakes(t, explainField(t, "omitnil,"+tag, (*string)(nil)))
	}
	v := newValidator(t)
	checkMistakes(t, validation.Explain(v.Struct(ownAny{})), required)
	checkMistakes(t, validation.Explain(v.Struct(ownAny{ownPlain{"vpn-1"}})), &mistake{Field: "F", Reason: vpnerrors.ErrBadType})
	checkMistakes(t, validation.Explain(v.Struct(ownAny{new("vpn-1")})))
}

// TestEnumKinds: every value of an enum type passes, itself and behind a pointer.
func TestEnumKinds(t *testing.T) {
	checkEnum(t, "ike_version", ikeconfig.Versions())
	checkEnum(t, "ike_mode", ikeconfig.Modes())
	checkEnum(t, "ike_enc", ikeconfig.EncAlgs())
	checkEnum(t, "ike_auth", ikeconfig.AuthAlgs())
	checkEnum(t, "ike_pfs", ikeconfig.DHGroups())
	checkEnum(t, "ipsec_enc", ipsecconfig.EncAlgs())
	checkEnum(t, "ipsec_auth", ipsecconfig.AuthAlgs())
	checkEnum(t, "ipsec_pfs", ipsecconfig.DHGroups())
}

func checkEnum[T ~string](t *testing.T, tag string, values []T) {
	t.Helper()
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

// TestCIDRKinds: a list is a text, or a slice of texts of which each may be a list; places count through all of it.
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

// TestUnfitKinds: a type that a tag has no use for is never let through, and never a panic.
func TestUnfitKinds(t *testing.T) {
	prefix := netip.MustParsePrefix("10.0.0.0/24")
	for _, tag := range tagNames() {
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
		if tag == "vpn_lifetime" {
			unfit = append(unfit, "3600", "")
		} else {
			unfit = append(unfit, 1, 'a', uint64(1), time.Second)
		}
		for _, value := range unfit {
			err := explainField(t, tag, value)
			if checkMistakes(t, err, &mistake{Field: "F", Reason: vpnerrors.ErrBadType}); t.Failed() {
				t.Fatalf("%s on a %T", tag, value)
			}
		}
	}
}

// TestSecretKinds: an unset Secret passes, since the service can make up a key; one that is set and empty does not.
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

// TestRegisterAddsAll: each tag is there, and no other is known to these tests.
func TestRegisterAddsAll(t *testing.T) {
	v := newValidator(t)
	names := tagNames()
	for _, tag := range names {
		if v.Var(true, tag) == nil { // a tag that is not there would panic
			t.Errorf("%s takes a bool", tag)
		}
	}
	if slices.Sort(names); len(slices.Compact(names)) != 15 {
		t.Errorf("%d tags, want 15: %q", len(names), names)
	}
}
