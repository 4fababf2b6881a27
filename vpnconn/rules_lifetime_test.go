package vpnconn_test

import (
	"math"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A lifetimeSetting is a setting in seconds.
type lifetimeSetting struct {
	field string
	set   func(time.Duration) vpnconn.Option
	spec  func(*vpnconn.Spec, int64)
	get   func(vpnconn.Request) string
}

var lifetimeSettings = []lifetimeSetting{
	{"IkeConfig.IkeLifetime",
		func(d time.Duration) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithLifetime(d)) },
		func(s *vpnconn.Spec, seconds int64) { s.IKE = &vpnconn.IKESpec{Lifetime: &seconds} },
		func(r vpnconn.Request) string { return lifetimeText(r.IKE().Lifetime()) }},
	{"IpsecConfig.IpsecLifetime",
		func(d time.Duration) vpnconn.Option { return vpnconn.WithIPsec(ipsecconfig.WithLifetime(d)) },
		func(s *vpnconn.Spec, seconds int64) { s.IPsec = &vpnconn.IPsecSpec{Lifetime: &seconds} },
		func(r vpnconn.Request) string { return lifetimeText(r.IPsec().Lifetime()) }},
}

func lifetimeText(d time.Duration, set bool) string {
	if !set {
		return "unset"
	}
	return d.String()
}

func TestLifetimes(t *testing.T) {
	const day = 86400 * time.Second
	tooMuch, fraction := vpnerrors.ErrOutOfRange, vpnerrors.ErrFraction
	var rows []ruleRow
	for _, s := range lifetimeSettings {
		for _, row := range []struct {
			name   string
			in     time.Duration
			reason error
			text   string // what is sent, or the value in the error
			why    string
		}{
			{"nothing", 0, nil, "0s", "the documented minimum"},
			{"one second", time.Second, nil, "1s", "the least above it"},
			{"one second less than a day", day - time.Second, nil, "23h59m59s", "below the maximum"},
			{"a day", day, nil, "24h0m0s", "the documented maximum"},
			{"one second more than a day", day + time.Second, tooMuch, "86401", "above the maximum"},
			{"one nanosecond more than a day", day + 1, tooMuch, "86400.000000001", "above the maximum, and so not a fraction"},
			{"one nanosecond less than a day", day - 1, fraction, "86399.999999999", "within the range"},
			{"half a second", time.Second / 2, fraction, "0.5", "within the range"},
			{"one nanosecond", 1, fraction, "0.000000001", "within the range"},
			{"one and a half", 1500 * time.Millisecond, fraction, "1.5", "within the range"},
			{"minus one second", -time.Second, tooMuch, "-1", "below the minimum"},
			{"minus one nanosecond", -1, tooMuch, "-0.000000001", "below the minimum, and so not a fraction"},
			{"minus one and a half", -1500 * time.Millisecond, tooMuch, "-1.5", "below the minimum"},
			{"a day without its unit", 86400, fraction, "0.0000864", "nanoseconds, where seconds were meant"},
			{"the longest", math.MaxInt64, tooMuch, "9223372036.854775807", "292 years"},
			{"the shortest", math.MinInt64, tooMuch, "-9223372036.854775808", "it has no positive counterpart"},
		} {
			r := ruleRow{name: s.field + "/" + row.name, opt: s.set(row.in), get: s.get, sent: row.text, why: row.why}
			if row.reason != nil {
				r.want = vpnerrors.ValidationErrors{{Field: s.field, Reason: row.reason, Value: row.text, Max: 86400}}
			}
			rows = append(rows, r)
		}
	}
	checkRules(t, rows)
}

// A Spec has whole seconds, of which it can hold more than a time.Duration can.
func TestLifetimesInASpec(t *testing.T) {
	for _, s := range lifetimeSettings {
		for _, row := range []struct {
			seconds int64
			want    string // the value in the error; "": it is right
		}{
			{0, ""}, {1, ""}, {86400, ""},
			{-1, "-1"}, {86401, "86401"},
			{math.MaxInt64 / int64(time.Second), "9223372036"},
			{math.MaxInt64/int64(time.Second) + 1, "9223372037"},
			{math.MaxInt64, "9223372036854775807"},
			{math.MinInt64, "-9223372036854775808"},
		} {
			spec := mustNew(t).Spec()
			s.spec(&spec, row.seconds)
			req, err := spec.Build()
			if row.want == "" {
				if want := (time.Duration(row.seconds) * time.Second).String(); err != nil || s.get(req) != want {
					t.Errorf("%s of %d: %v, %v, want %s", s.field, row.seconds, req, err, want)
				}
				continue
			}
			want := vpnerrors.ValidationErrors{{Field: s.field, Reason: vpnerrors.ErrOutOfRange, Value: row.want, Max: 86400}}
			if got := faults(t, req, err); !got.Equal(want) {
				t.Errorf("%s of %d: %v, want %v", s.field, row.seconds, got, want)
			}
		}
	}
}
