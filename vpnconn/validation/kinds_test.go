package validation_test

import (
	"fmt"
	"math"
	"net/netip"
	"strings"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// Types of somebody's own.
type (
	ownText    string
	ownBlocks  []ownText
	ownSeconds uint32
	ownPlain   struct{ S string }
)

// TestTextKinds: every tag for texts takes whatever is a string underneath, and what points to one.
func TestTextKinds(t *testing.T) {
	for _, tt := range allTags {
		if tt.tag == "vpn_lifetime" {
			continue
		}
		check := func(kind string, err error, good bool) {
			t.Helper()
			if good && err != nil || !good && !isMistakeInF(err) {
				t.Errorf("%s on a %s, good %t: got %v", tt.tag, kind, good, err)
			}
		}
		for _, text := range []string{tt.good, tt.bad} {
			good := text == tt.good
			check("string", explainField(t, tt.tag, text), good)
			check("pointer", explainField(t, tt.tag, &text), good)
			check("pointer to a pointer", explainField(t, tt.tag, new(&text)), good)
			check("named type", explainField(t, tt.tag, ownText(text)), good)
			check("pointer to a named type", explainField(t, tt.tag, new(ownText(text))), good)
			check("any", explainField(t, tt.tag, any(text)), good)
			check("any with a pointer", explainField(t, tt.tag, any(&text)), good)
			check("Secret", secretIn(t, tt.tag, text), good && tt.tag == "ike_psk")
		}
		check("empty string", explainField(t, tt.tag, ""), false)
		check("empty text behind omitempty", explainField(t, "omitempty,"+tt.tag, ""), true)
		checkMistakes(t, explainField[*string](t, tt.tag, nil), &mistake{Field: "F", Reason: vpnerrors.ErrRequired})
		checkMistakes(t, explainField[any](t, tt.tag, nil), &mistake{Field: "F", Reason: vpnerrors.ErrRequired})
		checkMistakes(t, explainField[*string](t, "omitnil,"+tt.tag, nil))
	}
}

// secretIn returns what Explain says of a Secret in a field with this tag, once as it is and once behind a pointer.
func secretIn(t *testing.T, tag, text string) error {
	t.Helper()
	err := explainField(t, tag, ikeconfig.NewSecret(text))
	again := explainField(t, tag, new(ikeconfig.NewSecret(text)))
	if fmt.Sprint(err) != fmt.Sprint(again) {
		t.Errorf("%s on a Secret: %v, behind a pointer: %v", tag, err, again)
	}
	return err
}

// isMistakeInF reports whether err is one mistake, in F or a block of it.
func isMistakeInF(err error) bool {
	errs, ok := err.(mistakes)
	return ok && len(errs) == 1 && (errs[0].Field == "F" || strings.HasPrefix(errs[0].Field, "F["))
}

// TestEnumKinds walks the enum types with every value of each.
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
	var allowed []string
	for _, value := range values {
		allowed = append(allowed, string(value))
		checkMistakes(t, explainField(t, tag, value))
		checkMistakes(t, explainField(t, tag, &value))
	}
	checkMistakes(t, explainField(t, tag, T("oops")), &mistake{Field: "F", Reason: vpnerrors.ErrUnsupportedValue, Value: "oops", Allowed: allowed})
	checkMistakes(t, explainField(t, tag, new(T(""))), &mistake{Field: "F", Reason: vpnerrors.ErrEmpty, Allowed: allowed})
}

// TestLifetimeKinds: an integer is in seconds, a time.Duration is a time.Duration.
func TestLifetimeKinds(t *testing.T) {
	fault := func(reason error, value string) *mistake {
		return &mistake{Field: "F", Reason: reason, Value: value, Max: 86400}
	}
	over, under := fault(vpnerrors.ErrOutOfRange, "86401"), fault(vpnerrors.ErrOutOfRange, "-1")
	const tag = "vpn_lifetime"
	for _, good := range []int{0, 1, 86400} {
		checkMistakes(t, explainField(t, tag, good))
		checkMistakes(t, explainField(t, tag, &good))
		checkMistakes(t, explainField(t, tag, int32(good)))
		checkMistakes(t, explainField(t, tag, int64(good)))
		checkMistakes(t, explainField(t, tag, uint(good)))
		checkMistakes(t, explainField(t, tag, uint32(good)))
		checkMistakes(t, explainField(t, tag, uint64(good)))
		checkMistakes(t, explainField(t, tag, ownSeconds(good)))
		checkMistakes(t, explainField(t, tag, any(good)))
		checkMistakes(t, explainField(t, tag, time.Duration(good)*time.Second))
		checkMistakes(t, explainField(t, tag, new(time.Duration(good)*time.Second)))
	}
	checkMistakes(t, explainField(t, tag, int8(127)))
	checkMistakes(t, explainField(t, tag, int16(32767)))
	checkMistakes(t, explainField(t, tag, uint8(255)))
	checkMistakes(t, explainField(t, tag, uint16(65535)))

	checkMistakes(t, explainField(t, tag, 86401), over)
	checkMistakes(t, explainField(t, tag, int32(86401)), over)
	checkMistakes(t, explainField(t, tag, new(int64(86401))), over)
	checkMistakes(t, explainField(t, tag, uint64(86401)), over)
	checkMistakes(t, explainField(t, tag, ownSeconds(86401)), over)
	checkMistakes(t, explainField(t, tag, 86401*time.Second), over)
	checkMistakes(t, explainField(t, tag, int8(-1)), under)
	checkMistakes(t, explainField(t, tag, -time.Second), under)
	checkMistakes(t, explainField(t, tag, int64(math.MinInt64)), fault(vpnerrors.ErrOutOfRange, "-9223372036854775808"))
	checkMistakes(t, explainField(t, tag, uint64(math.MaxUint64)), fault(vpnerrors.ErrOutOfRange, "18446744073709551615"))
	checkMistakes(t, explainField(t, tag, 1500*time.Millisecond), fault(vpnerrors.ErrFraction, "1.5"))
	checkMistakes(t, explainField(t, tag, time.Duration(1)), fault(vpnerrors.ErrFraction, "0.000000001"))
	checkMistakes(t, explainField(t, tag, -time.Duration(1)), fault(vpnerrors.ErrOutOfRange, "-0.000000001"))
	checkMistakes(t, explainField(t, tag, 24*time.Hour+1), fault(vpnerrors.ErrOutOfRange, "86400.000000001"))
	checkMistakes(t, explainField[*int](t, tag, nil), &mistake{Field: "F", Reason: vpnerrors.ErrRequired})
	checkMistakes(t, explainField[*time.Duration](t, "omitnil,"+tag, nil))
}

// TestCIDRKinds: a list is a text, or a slice of texts of which each may be a list; places count through all of it.
func TestCIDRKinds(t *testing.T) {
	const tag = "vpn_cidrs"
	good := []string{" 10.0.0.0/24 ", "10.1.0.0/24,10.2.0.0/24"}
	checkMistakes(t, explainField(t, tag, good))
	checkMistakes(t, explainField(t, tag, &good))
	checkMistakes(t, explainField(t, tag, ownBlocks{"10.0.0.0/24"}))
	checkMistakes(t, explainField(t, tag, any(good)))

	required := &mistake{Field: "F", Reason: vpnerrors.ErrRequired}
	checkMistakes(t, explainField[[]string](t, tag, nil), required)
	checkMistakes(t, explainField[*[]string](t, tag, nil), required)
	checkMistakes(t, explainField(t, tag, []string{}), required)
	checkMistakes(t, explainField(t, tag, new([]string)), required)
	checkMistakes(t, explainField(t, tag, ownBlocks{}), required)
	checkMistakes(t, explainField[[]string](t, "omitempty,"+tag, nil))

	checkMistakes(t, explainField(t, tag, []string{""}), &mistake{Field: "F[0]", Reason: vpnerrors.ErrEmpty})
	checkMistakes(t, explainField(t, tag, ownBlocks{"10.0.0.0/24,10.1.0.0", "::/0,", "10.0.0.0/24"}),
		&mistake{Field: "F[1]", Reason: vpnerrors.ErrBadCIDR, Value: "10.1.0.0", Suggest: "10.1.0.0/32"},
		&mistake{Field: "F[2]", Reason: vpnerrors.ErrNotIPv4, Value: "::/0"},
		&mistake{Field: "F[3]", Reason: vpnerrors.ErrEmpty},
		&mistake{Field: "F[4]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/24", Part: "F[0]"})
}

// TestUnfitKinds: a type that a tag has no use for is never let through, and never a panic.
func TestUnfitKinds(t *testing.T) {
	for _, tt := range allTags {
		bad := func(kind string, err error) {
			t.Helper()
			t.Run(tt.tag+" "+kind, func(t *testing.T) {
				checkMistakes(t, err, &mistake{Field: "F", Reason: vpnerrors.ErrBadType})
			})
		}
		bad("bool", explainField(t, tt.tag, true))
		bad("float64", explainField(t, tt.tag, 3600.0))
		bad("pointer to a float32", explainField(t, tt.tag, new(float32(1))))
		bad("complex128", explainField(t, tt.tag, 1i))
		bad("bytes", explainField(t, tt.tag, []byte("vpn-1")))
		bad("array of strings", explainField(t, tt.tag, [1]string{"10.0.0.0/24"}))
		bad("slice of pointers", explainField(t, tt.tag, []*string{new("10.0.0.0/24")}))
		bad("slice of any", explainField(t, tt.tag, []any{"10.0.0.0/24"}))
		bad("slice of slices", explainField(t, tt.tag, [][]string{{"10.0.0.0/24"}}))
		bad("slice of prefixes", explainField(t, tt.tag, []netip.Prefix{netip.MustParsePrefix("10.0.0.0/24")}))
		bad("map", explainField(t, tt.tag, map[string]string{"a": "b"}))
		bad("function", explainField(t, tt.tag, func() {}))
		bad("channel", explainField(t, tt.tag, make(chan int)))
		bad("struct", explainField(t, tt.tag, ownPlain{"vpn-1"}))
		bad("pointer to a struct", explainField(t, tt.tag, &ownPlain{"vpn-1"}))
		bad("any with a struct", explainField(t, tt.tag, any(ownPlain{"vpn-1"})))
		bad("time.Time", explainField(t, tt.tag, time.Now()))
		bad("netip.Prefix", explainField(t, tt.tag, netip.MustParsePrefix("10.0.0.0/24")))
		if tt.tag != "ike_psk" {
			bad("Secret", explainField(t, tt.tag, ikeconfig.NewSecret("vpn-1")))
			bad("zero Secret", explainField(t, tt.tag, ikeconfig.Secret{}))
		}
		if tt.tag != "vpn_cidrs" {
			bad("slice of strings", explainField(t, tt.tag, []string{"vpn-1"}))
			bad("nil slice of strings", explainField[[]string](t, tt.tag, nil))
		}
		if tt.tag != "vpn_lifetime" {
			bad("int", explainField(t, tt.tag, 1))
			bad("rune", explainField(t, tt.tag, 'a'))
			bad("uint64", explainField(t, tt.tag, uint64(1)))
			bad("time.Duration", explainField(t, tt.tag, time.Second))
		} else {
			bad("string", explainField(t, tt.tag, "3600"))
			bad("empty string", explainField(t, tt.tag, ""))
		}
	}
}

// TestSecretKinds: an unset Secret passes, since the service can make up a key; one that is set and empty does not.
func TestSecretKinds(t *testing.T) {
	empty := &mistake{Field: "F", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 100}
	checkMistakes(t, explainField(t, "ike_psk", ikeconfig.Secret{}))
	checkMistakes(t, explainField(t, "ike_psk", new(ikeconfig.Secret)))
	checkMistakes(t, explainField(t, "ike_psk", ikeconfig.NewSecret("")), empty)
	checkMistakes(t, explainField(t, "ike_psk", ""), empty)
	checkMistakes(t, explainField[*ikeconfig.Secret](t, "ike_psk", nil), &mistake{Field: "F", Reason: vpnerrors.ErrRequired})
	checkMistakes(t, explainField[*ikeconfig.Secret](t, "omitnil,ike_psk", nil))
	type ownSecret ikeconfig.Secret
	checkMistakes(t, explainField(t, "ike_psk", ownSecret(ikeconfig.NewSecret("key"))), &mistake{Field: "F", Reason: vpnerrors.ErrBadType})
}
