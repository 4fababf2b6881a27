package rules

import (
	"strconv"
	"strings"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// MinLifetime and MaxLifetime are in seconds, both allowed. Source: CreateVpnConnection, IkeConfig.IkeLifetime and
// IpsecConfig.IpsecLifetime.
const (
	MinLifetime = 0
	MaxLifetime = 86400
)

// Seconds is the lifetime of a security association as it was given, be it within the limits or not. It holds more than
// a time.Duration does, since a number of seconds in a file can be larger than that.
type Seconds struct {
	Whole int64
	Nanos int64 // of the sign of Whole, unless Whole is 0
}

// SecondsOf returns d as Seconds.
func SecondsOf(d time.Duration) Seconds {
	return Seconds{int64(d / time.Second), int64(d % time.Second)}
}

// Duration returns a lifetime that Lifetime accepts as a time.Duration.
func (s Seconds) Duration() time.Duration { return time.Duration(s.Whole) * time.Second }

// String returns s in decimal.
func (s Seconds) String() string {
	if s.Nanos == 0 {
		return strconv.FormatInt(s.Whole, 10)
	}
	sign, whole, nanos := "", s.Whole, s.Nanos
	if whole < 0 || nanos < 0 {
		sign, whole, nanos = "-", -whole, -nanos
	}
	fraction := strconv.FormatInt(int64(time.Second)+nanos, 10)[1:]
	return sign + strconv.FormatInt(whole, 10) + "." + strings.TrimRight(fraction, "0")
}

// Lifetime checks the lifetime of a security association: the range first, then that it is whole.
func Lifetime(field string, s Seconds) vpnerrors.ValidationErrors {
	switch {
	case s.Whole < MinLifetime, s.Nanos < 0, s.Whole > MaxLifetime, s.Whole == MaxLifetime && s.Nanos > 0:
		return lifetimeFault(vpnerrors.ErrOutOfRange, field, s.String())
	case s.Nanos != 0:
		return lifetimeFault(vpnerrors.ErrFraction, field, s.String())
	}
	return nil
}

// ParseLifetime reads a JSON number by its value: 86400.0 and 8.64e4 are 86400. A number of any size costs no more than
// its text.
func ParseLifetime(field, number string) (Seconds, vpnerrors.ValidationErrors) {
	digits, point, negative := decimal(number)
	integer, fraction := digits, ""
	switch {
	case digits == "":
		return Seconds{}, nil
	case point <= 0:
		integer, fraction = "0", digits
	case point < len(digits):
		integer, fraction = digits[:point], digits[point:]
	case point <= 9:
		integer += strings.Repeat("0", point-len(digits))
	}
	whole := int64(MaxLifetime + 1) // what has more than nine digits is beyond the limit whatever they are
	if point <= 9 {
		whole, _ = strconv.ParseInt(integer, 10, 64)
	}
	switch {
	case negative, whole > MaxLifetime, whole == MaxLifetime && fraction != "":
		return Seconds{}, lifetimeFault(vpnerrors.ErrOutOfRange, field, number)
	case fraction != "":
		return Seconds{}, lifetimeFault(vpnerrors.ErrFraction, field, number)
	}
	return Seconds{Whole: whole}, nil
}

// decimal takes a JSON number apart: its value is 0.digits × 10^point, digits having no zero at either end.
func decimal(number string) (digits string, point int, negative bool) {
	number, negative = strings.CutPrefix(number, "-")
	mantissa, exponent := number, "0"
	if i := strings.IndexAny(number, "eE"); i >= 0 {
		mantissa, exponent = number[:i], number[i+1:]
	}
	integer, fraction, _ := strings.Cut(mantissa, ".")
	all := integer + fraction
	digits = strings.TrimLeft(all, "0")
	// ParseInt returns the nearest int64 for an exponent that is out of range; within 1<<30, adding lengths cannot
	// overflow.
	e, _ := strconv.ParseInt(exponent, 10, 64)
	point = int(min(max(e, -1<<30), 1<<30)) + len(integer) - (len(all) - len(digits))
	digits = strings.TrimRight(digits, "0")
	return digits, point, negative && digits != ""
}

func lifetimeFault(reason error, field, value string) vpnerrors.ValidationErrors {
	return one(&vpnerrors.FieldError{
		Field: field, Reason: reason, Value: Clip(value), Min: MinLifetime, Max: MaxLifetime,
	})
}
