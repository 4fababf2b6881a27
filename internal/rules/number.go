package rules

import (
	"math"
	"strconv"
	"strings"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// Seconds is a number as it was given, within the limits or not: the lifetime of a security association, for which its
// range is larger than that of [time.Duration], or a whole number.
type Seconds struct {
	Whole int64
	Nanos int64 // with the sign of Whole, unless Whole is 0
}

// SecondsOf returns d as Seconds.
func SecondsOf(d time.Duration) Seconds {
	return Seconds{int64(d / time.Second), int64(d % time.Second)}
}

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

// number checks a number. The caller, who knows how it was written, sets the Value of the error.
func number(m *parameters.Member, s Seconds) *vpnerrors.FieldError {
	least, most := int64(m.Min), int64(math.MaxInt64)
	switch {
	case m.Kind == parameters.ASN:
		least, most = 1, math.MaxUint32
	case m.Max != 0:
		most = int64(m.Max)
	}
	reason := vpnerrors.ErrFraction
	switch {
	case s.Whole < least, s.Nanos < 0, s.Whole > most, s.Whole == most && s.Nanos > 0:
		reason = vpnerrors.ErrOutOfRange
	case s.Nanos == 0:
		return nil
	}
	return &vpnerrors.FieldError{Field: m.Name, Reason: reason, Min: m.Min, Max: m.Max}
}

// ParseNumber reads a JSON number by its value: 86400.0 and 8.64e4 are 86400. A number of any size costs no more than
// its text. A number beyond every int64 is read as the largest or smallest one and a nanosecond more, so that it is out
// of range even if that is the limit; any fraction is read as a nanosecond.
func ParseNumber(text string) Seconds {
	digits, point, negative := decimal(text)
	integer, fraction := digits, ""
	switch {
	case digits == "":
		return Seconds{}
	case point <= 0:
		integer, fraction = "0", digits
	case point < len(digits):
		integer, fraction = digits[:point], digits[point:]
	case point <= maxDigits:
		integer += strings.Repeat("0", point-len(digits))
	}
	s := Seconds{Whole: math.MaxInt64, Nanos: 1}
	if point <= maxDigits {
		if whole, err := strconv.ParseInt(integer, 10, 64); err == nil {
			s = Seconds{Whole: whole}
		}
	}
	if fraction != "" {
		s.Nanos = 1
	}
	if negative {
		s.Whole, s.Nanos = -s.Whole, -s.Nanos
	}
	return s
}

// maxDigits is the most digits that an int64 has.
const maxDigits = 19

// Parsed checks a number that [ParseNumber] has read from text.
func Parsed(m *parameters.Member, s Seconds, text string) vpnerrors.ValidationErrors {
	e := number(m, s)
	if e == nil {
		return nil
	}
	e.Value = Clip(text)
	return one(e)
}

// decimal splits a JSON number: its value is 0.digits × 10^point, and digits has no zero at either end.
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

// ParseHalves reads an AS number that is written as its two halves of 16 bits in decimal, such as 123.456.
func ParseHalves(text string) (s Seconds, ok bool) {
	high, low, dotted := strings.Cut(text, ".")
	h, err := strconv.ParseUint(high, 10, 16)
	l, err2 := strconv.ParseUint(low, 10, 16)
	if !dotted || err != nil || err2 != nil || !IsNumeral(high) || !IsNumeral(low) {
		return Seconds{}, false
	}
	return Seconds{Whole: int64(h<<16 | l)}, true
}

// IsNumeral reports whether text is a number as strconv.Itoa writes it, without a sign.
func IsNumeral(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == "" && (text == "0" || text[0] != '0')
}
