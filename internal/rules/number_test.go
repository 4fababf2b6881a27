package rules_test

import (
	"errors"
	"math"
	"math/big"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestLifetime(t *testing.T) {
	const day = 86400 * time.Second
	tooMuch, fraction := vpnerrors.ErrOutOfRange, vpnerrors.ErrFraction
	for _, row := range []struct {
		in      time.Duration
		text    string
		reason  error
		suggest string
		why     string
	}{
		{0, "0", nil, "", "the documented minimum"},
		{time.Second, "1", nil, "", "the least above it"},
		{60 * time.Second, "60", nil, "", "zeros at the end count"},
		{day - time.Second, "86399", nil, "", "below the maximum"},
		{day, "86400", nil, "", "the documented maximum"},
		{1, "0.000000001", fraction, "1", "the least above the minimum is within the range"},
		{3600, "0.0000036", fraction, "3600", "an hour without its unit"},
		{86400, "0.0000864", fraction, "86400", "a day without its unit"},
		{86401, "0.000086401", fraction, "", "no valid number of seconds either"},
		{999_999_999, "0.999999999", fraction, "", "nearly one"},
		{time.Second / 2, "0.5", fraction, "", "zeros at the end of a fraction do not count"},
		{time.Second + time.Millisecond, "1.001", fraction, "", "zeros at its start count"},
		{day - 1, "86399.999999999", fraction, "", "the last below the maximum is within the range"},
		{day + 1, "86400.000000001", tooMuch, "", "the first above the maximum, and so not a fraction"},
		{day + time.Second, "86401", tooMuch, "", "one second above the maximum"},
		{-1, "-0.000000001", tooMuch, "", "the last below the minimum, and so not a fraction"},
		{-time.Second / 2, "-0.5", tooMuch, "", "below the minimum, with no whole second to carry the sign"},
		{-time.Second, "-1", tooMuch, "", "one second below the minimum"},
		{-1500 * time.Millisecond, "-1.5", tooMuch, "", "only one sign"},
		{math.MaxInt64, "9223372036.854775807", tooMuch, "", "292 years"},
		{math.MinInt64, "-9223372036.854775808", tooMuch, "", "-s overflows"},
	} {
		s := rules.SecondsOf(row.in)
		checkSeconds(t, s, row.text, row.reason, row.suggest, row.why)
	}
	for _, row := range []struct {
		in   int64
		text string
		why  string
	}{
		{86401, "86401", "one second above the maximum"},
		{-1, "-1", "one second below the minimum"},
		{math.MaxInt64, "9223372036854775807", "more than a time.Duration holds"},
		{math.MinInt64, "-9223372036854775808", "less than a time.Duration holds"},
		{1 << 32, "4294967296", "0 in 32 bits"},
	} {
		checkSeconds(t, rules.Seconds{Whole: row.in}, row.text, tooMuch, "", row.why)
	}
}

// checkSeconds checks a lifetime, which should be written as text, and be wrong if there is a reason.
func checkSeconds(t *testing.T, s rules.Seconds, text string, reason error, suggest, why string) {
	t.Helper()
	if s.String() != text {
		t.Errorf("%#v is written %s, want %s: %s", s, s, text, why)
	}
	var want vpnerrors.ValidationErrors
	if reason != nil {
		want = vpnerrors.ValidationErrors{{Field: "F", Reason: reason, Value: text, Suggest: suggest, Min: 0, Max: 86400}}
	}
	if diff := cmp.Diff(want, lifetime(s)); diff != "" {
		t.Errorf("%s seconds: %s (-want +got):\n%s", text, why, diff)
	}
}

// JSON numbers in every notation: seconds if there is no reason.
var lifetimes = []struct {
	number  string
	seconds int64
	reason  error
	why     string
}{
	{"0", 0, nil, "the minimum"},
	{"-0", 0, nil, "a negative zero is zero"},
	{"0.0", 0, nil, "so is a fraction of zeros"},
	{"-0.000e5", 0, nil, "and more zeros with an exponent"},
	{"0e999999999", 0, nil, "zero times any power is zero"},
	{"0e-999999999", 0, nil, "also with a negative exponent"},
	{"0E99999999999999999999999999", 0, nil, "and with one beyond int64"},
	{"1", 1, nil, "the least above the minimum"},
	{"86400", 86400, nil, "the maximum"},
	{"86400.0", 86400, nil, "a fraction of zero is no fraction"},
	{"8.64e4", 86400, nil, "the exponent moves the point to the end"},
	{"8.64E+4", 86400, nil, "E and a plus sign are equivalent"},
	{"864e2", 86400, nil, "zeros to add"},
	{"8640000e-2", 86400, nil, "zeros to take away"},
	{"0.864e5", 86400, nil, "a point before the first digit"},
	{"0.00000864e10", 86400, nil, "zeros after the point"},
	{"864000000000000000000e-16", 86400, nil, "more digits than an int64 holds, most of them zeros"},
	{"1e3", 1000, nil, "the exponent adds zeros"},
	{"1e0", 1, nil, "an exponent of zero"},
	{"1e+0", 1, nil, "the same with a plus sign"},
	{"1e-0", 1, nil, "the same with a minus sign"},
	{"1e0000000000000000000000004", 10000, nil, "zeros before an exponent do not count"},
	{"10.00e-1", 1, nil, "zeros on both sides of the point"},
	{"0.5", 0, vpnerrors.ErrFraction, "between the minimum and 1"},
	{"86399.9", 0, vpnerrors.ErrFraction, "the last second before the maximum"},
	{"86399.99999999999999999999999999999", 0, vpnerrors.ErrFraction, "a float64 would take it for the maximum"},
	{"1e-1", 0, vpnerrors.ErrFraction, "a fraction by the exponent alone"},
	{"1e-999999999", 0, vpnerrors.ErrFraction, "a float64 would take it for 0"},
	{"1e-99999999999999999999999999", 0, vpnerrors.ErrFraction, "an exponent below any int64"},
	{"1.5e0", 0, vpnerrors.ErrFraction, "the exponent does not move the point"},
	{"15e-1", 0, vpnerrors.ErrFraction, "a fraction without a point"},
	{"86401", 0, vpnerrors.ErrOutOfRange, "the first above the maximum"},
	{"86400.1", 0, vpnerrors.ErrOutOfRange, "above the maximum, and so not a fraction"},
	{"86400.00000000000000000000000000001", 0, vpnerrors.ErrOutOfRange, "a float64 would take it for the maximum"},
	{"864000000000000000001e-16", 0, vpnerrors.ErrOutOfRange, "the last of many digits decides"},
	{"100000", 0, vpnerrors.ErrOutOfRange, "one digit more than the maximum, and the rest zeros"},
	{"1e5", 0, vpnerrors.ErrOutOfRange, "the same by the exponent"},
	{"1e8", 0, vpnerrors.ErrOutOfRange, "nine digits, the most that are read"},
	{"100000000", 0, vpnerrors.ErrOutOfRange, "the same without an exponent"},
	{"1.1e8", 0, vpnerrors.ErrOutOfRange, "nine digits, two of them written"},
	{"999999999", 0, vpnerrors.ErrOutOfRange, "the largest of nine digits"},
	{"1000000000", 0, vpnerrors.ErrOutOfRange, "the smallest of ten"},
	{"4294967296", 0, vpnerrors.ErrOutOfRange, "0 in 32 bits"},
	{"18446744073709551616", 0, vpnerrors.ErrOutOfRange, "0 in 64 bits"},
	{"18446744073709551617", 0, vpnerrors.ErrOutOfRange, "1 in 64 bits"},
	{"1e9", 0, vpnerrors.ErrOutOfRange, "ten digits, one of them written"},
	{"1e999999999", 0, vpnerrors.ErrOutOfRange, "a number of a billion digits"},
	{"1e9223372036854775807", 0, vpnerrors.ErrOutOfRange, "the largest exponent of an int64"},
	{"1e9223372036854775808", 0, vpnerrors.ErrOutOfRange, "the first above that"},
	{"1e18446744073709551616", 0, vpnerrors.ErrOutOfRange, "an exponent that is 0 in 64 bits"},
	{"-1", 0, vpnerrors.ErrOutOfRange, "below the minimum"},
	{"-0.5", 0, vpnerrors.ErrOutOfRange, "below the minimum, and so not a fraction"},
	{"-1e-999999999", 0, vpnerrors.ErrOutOfRange, "below it by almost nothing"},
	{"-1e999999999", 0, vpnerrors.ErrOutOfRange, "a large number with a sign"},
}

func TestParseLifetime(t *testing.T) {
	seen := make(map[string]bool)
	for _, row := range lifetimes {
		if seen[row.number] {
			t.Errorf("two rows for %s", row.number)
		}
		seen[row.number] = true
		checkLifetime(t, row.number, row.seconds, row.reason, row.why)
	}
}

// checkLifetime reads a number that should be this many seconds, or wrong for a reason.
func checkLifetime(t *testing.T, number string, seconds int64, reason error, why string) {
	t.Helper()
	got, errs := parseLifetime(number)
	var want vpnerrors.ValidationErrors
	if reason != nil {
		want = vpnerrors.ValidationErrors{{Field: "F", Reason: reason, Value: number[:min(len(number), 64)], Max: 86400}}
		seconds = 0 // no value with an error
	}
	if diff := cmp.Diff(want, errs); diff != "" {
		t.Errorf("%.100s: %s (-want +got):\n%s", number, why, diff)
	}
	if got != (rules.Seconds{Whole: seconds}) {
		t.Errorf("%.100s is %v, want %d: %s", number, got, seconds, why)
	}
	if reason == nil && lifetime(got) != nil {
		t.Errorf("%.100s is refused by Lifetime: %v: %s", number, lifetime(got), why)
	}
}

// A count has no maximum, so int64 is the limit: a larger number must not become the largest int64.
func TestParseCount(t *testing.T) {
	for number, want := range map[string]error{
		"9223372036854775807":   nil,
		"9223372036854775807.5": vpnerrors.ErrOutOfRange,
		"9223372036854775808":   vpnerrors.ErrOutOfRange, // with as many digits
		"9223372036854775808.0": vpnerrors.ErrOutOfRange,
		"1e19":                  vpnerrors.ErrOutOfRange,
		"1e999999999":           vpnerrors.ErrOutOfRange,
		"-9223372036854775809":  vpnerrors.ErrOutOfRange,
	} {
		errs := rules.Parsed(rowOf(parameters.Count, 1, 0), rules.ParseNumber(number), number)
		if want == nil && errs != nil || want != nil && !errors.Is(errs, want) {
			t.Errorf("%s: %v, want %v", number, errs, want)
		}
	}
}

// The memory that a number costs depends on its text, not on its value.
func TestHugeNumbersCostNothing(t *testing.T) {
	million := strings.Repeat("9", 1_000_000)
	zeros := strings.Repeat("0", 1_000_000)
	for _, row := range []struct {
		name, number string
		reason       error
	}{
		{"an exponent of nine digits", "1e999999999", vpnerrors.ErrOutOfRange},
		{"the same, negative", "1e-999999999", vpnerrors.ErrFraction},
		{"an exponent of a million digits", "1e" + million, vpnerrors.ErrOutOfRange},
		{"the same, negative", "1e-" + million, vpnerrors.ErrFraction},
		{"a million digits", million, vpnerrors.ErrOutOfRange},
		{"a million digits after the point", "0." + million, vpnerrors.ErrFraction},
		{"a million digits on both sides", million + "." + million, vpnerrors.ErrOutOfRange},
		{"a million zeros", "1" + zeros, vpnerrors.ErrOutOfRange},
		{"a million zeros removed by the exponent", "1" + zeros + "e-1000000", nil},
		{"a million zeros after the point", "0." + zeros + "1", vpnerrors.ErrFraction},
		{"the same removed by the exponent", "0." + zeros + "1e1000001", nil},
	} {
		const runs = 10
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range runs {
			got, errs := parseLifetime(row.number)
			if row.reason == nil && (errs != nil || got.Whole != 1) || row.reason != nil && !errors.Is(errs, row.reason) {
				t.Fatalf("%s: %v, %v", row.name, got, errs)
			}
		}
		runtime.ReadMemStats(&after)
		limit := runs * uint64(2*len(row.number)+16*1024)
		if used := after.TotalAlloc - before.TotalAlloc; used > limit {
			t.Errorf("%s: %d bytes allocated in %d runs for a text of %d", row.name, used, runs, len(row.number))
		}
	}
}

// jsonNumber is the grammar of RFC 8259, with exponents that big.Rat can handle.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$`)

// FuzzParseLifetime compares the rule with exact arithmetic.
func FuzzParseLifetime(f *testing.F) {
	const exact = "as big.Rat computes it"
	day := big.NewRat(86400, 1)
	seeds := 0
	for _, row := range lifetimes {
		if jsonNumber.MatchString(row.number) {
			f.Add(row.number)
			seeds++
		}
	}
	if seeds < 20 {
		f.Fatalf("%d seeds", seeds)
	}
	f.Fuzz(func(t *testing.T, number string) {
		if len(number) > 200 || !jsonNumber.MatchString(number) {
			return
		}
		value, ok := new(big.Rat).SetString(number)
		if !ok {
			t.Fatalf("big.Rat does not read %s", number)
		}
		switch {
		case value.Sign() < 0 || value.Cmp(day) > 0:
			checkLifetime(t, number, 0, vpnerrors.ErrOutOfRange, exact)
		case !value.IsInt():
			checkLifetime(t, number, 0, vpnerrors.ErrFraction, exact)
		default:
			checkLifetime(t, number, value.Num().Int64(), nil, exact)
		}
	})
}
