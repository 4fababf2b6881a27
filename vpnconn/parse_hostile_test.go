// The race detector makes these tests many times slower, and has nothing to find in them: each runs in one goroutine.

//go:build !race

package vpnconn_test

import (
	"fmt"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestParseHostile: whatever a stranger sends gives an error, not a panic and not a stack that overflows, and the error
// still fits a log line. Nothing is timed here; input of quadratic cost would be noticed all the same.
func TestParseHostile(t *testing.T) {
	const few, some, many = 10_000, 100_000, 1_000_000
	distinct := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for _, tt := range []struct {
		name, parameter string
		value           func() string
		first           string // of what is wrong
		reason          error
		count           int
		why             string
	}{
		{"nested arrays", "IkeConfig", func() string { return nested("[", "1", "]", few) }, "IkeConfig", vpnerrors.ErrBadType, 1, "deeper than encoding/json decodes"},
		{"very nested arrays", "IkeConfig", func() string { return nested("[", "1", "]", many) }, "IkeConfig", vpnerrors.ErrBadType, 1, "deep enough for any stack, were it used"},
		{"nested arrays without an end", "IkeConfig", func() string { return strings.Repeat("[", many) }, "IkeConfig", vpnerrors.ErrBadType, 1, "no JSON"},
		{"nested objects", "IkeConfig", func() string { return nested(`{"Psk":`, `"secret"`, "}", few) }, "IkeConfig.Psk", vpnerrors.ErrBadType, 1, "a key is text"},
		{"nested below an unknown member", "IpsecConfig", func() string { return `{"a":` + nested(`[{"b":`, "1", "}]", few/4) + "}" }, "IpsecConfig.a", vpnerrors.ErrUnknownParameter, 1, "skipped, and still there"},
		{"nested objects without an end", "IkeConfig", func() string { return strings.Repeat(`{"a":`, many) }, "IkeConfig", vpnerrors.ErrBadType, 1, "no JSON"},
		{"a member repeated", "IkeConfig", func() string { return "{" + strings.Repeat(`"Psk":"a",`, many) + `"Psk":"a"}` }, "IkeConfig.Psk", vpnerrors.ErrDuplicate, 1, "one mistake a field"},
		{"an unknown member repeated", "IkeConfig", func() string { return "{" + strings.Repeat(`"a":1,`, some) + `"a":1}` }, "IkeConfig.a", vpnerrors.ErrUnknownParameter, 1, "one mistake a name"},
		{"unknown members", "IkeConfig", func() string { return "{" + distinct(few, `"a%05d":1,`) + `"Psk":"k"}` }, "IkeConfig.a00000", vpnerrors.ErrUnknownParameter, few, "each is named"},
		{"a long key", "IkeConfig", func() string { return `{"Psk":"` + strings.Repeat("k", many) + `"}` }, "IkeConfig.Psk", vpnerrors.ErrTooLong, 1, "counted, not shown"},
		{"a long name", "IkeConfig", func() string { return `{"` + strings.Repeat("k", many) + `":1}` }, "IkeConfig.[hidden]", vpnerrors.ErrUnknownParameter, 1, "no name is that long"},
		{"a long number", "IkeConfig", func() string { return `{"IkeLifetime":1` + strings.Repeat("0", many) + "}" }, "IkeConfig.IkeLifetime", vpnerrors.ErrOutOfRange, 1, "never computed"},
		{"a long fraction", "IkeConfig", func() string { return `{"IkeLifetime":0.` + strings.Repeat("0", many) + "1}" }, "IkeConfig.IkeLifetime", vpnerrors.ErrFraction, 1, "never rounded"},
		{"a large exponent", "IkeConfig", func() string { return `{"IkeLifetime":1e` + strings.Repeat("9", many) + "}" }, "IkeConfig.IkeLifetime", vpnerrors.ErrOutOfRange, 1, "never computed"},
		{"a small exponent", "IkeConfig", func() string { return `{"IkeLifetime":1e-` + strings.Repeat("9", many) + "}" }, "IkeConfig.IkeLifetime", vpnerrors.ErrFraction, 1, "never computed"},
		{"lone surrogates", "IkeConfig", func() string { return `{"Psk":"` + strings.Repeat(`\ud800`, many) + `"}` }, "IkeConfig.Psk", vpnerrors.ErrBadCharacter, 1, "no text"},
		{"bad UTF-8 in JSON", "IkeConfig", func() string { return `{"RemoteId":"` + strings.Repeat("\xff", many) + `"}` }, "IkeConfig.RemoteId", vpnerrors.ErrBadCharacter, 1, "no text"},
		{"megabytes of one block", "LocalSubnet", func() string { return strings.Repeat("10.0.0.0/24,", some) + "10.0.0.0/24" }, "LocalSubnet[1]", vpnerrors.ErrDuplicate, some, "each is named"},
		{"megabytes of blocks", "LocalSubnet", func() string { return distinct(some, "10.%d.0.0/16,") + "x" }, "LocalSubnet[256]", vpnerrors.ErrBadCIDR, some - 256 + 1, "each is named"},
		{"megabytes of commas", "RemoteSubnet", func() string { return strings.Repeat(",", some) }, "RemoteSubnet[0]", vpnerrors.ErrEmpty, some + 1, "each is named"},
		{"megabytes in one block", "RemoteSubnet", func() string { return strings.Repeat("1", 4*many) + "/24" }, "RemoteSubnet[0]", vpnerrors.ErrBadCIDR, 1, "cut in the error"},
		{"megabytes of blanks", "RemoteSubnet", func() string { return strings.Repeat(" \t", 2*many) }, "RemoteSubnet[0]", vpnerrors.ErrEmpty, 1, "blanks are nothing"},
		{"bad UTF-8", "Name", func() string { return strings.Repeat("\xff", 4*many) }, "Name", vpnerrors.ErrBadCharacter, 1, "cut in the error"},
		{"a long name of a connection", "Name", func() string { return strings.Repeat("名", many) }, "Name", vpnerrors.ErrTooLong, 1, "cut in the error"},
		{"line feeds", "ClientToken", func() string { return strings.Repeat("\n\u202e", many) }, "ClientToken", vpnerrors.ErrBadCharacter, 1, "escaped in the error"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := vpnconn.Parse(sentParams(tt.parameter, tt.value()))
			checkHostile(t, err, tt.first, tt.reason, tt.count)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

func TestParseHostileNames(t *testing.T) {
	const many = 100_000
	params := sentParams()
	for i := range many / 2 {
		params[fmt.Sprintf("Unknown%06d", i)] = "secret"
		params[fmt.Sprintf("IkeConfig.Unknown%06d", i)] = "secret"
	}
	_, err := vpnconn.Parse(params)
	checkHostile(t, err, "IkeConfig.Unknown000000", vpnerrors.ErrUnknownParameter, many)
	long := "\u202e\n" + strings.Repeat("\xff", many)
	_, err = vpnconn.Parse(sentParams(long, "secret"))
	checkHostile(t, err, "[hidden]", vpnerrors.ErrUnknownParameter, 1)
}

func TestParseQueryHostile(t *testing.T) {
	const some, many = 100_000, 1_000_000
	for _, tt := range []struct {
		name, more, first string
		reason            error
		count             int
		why               string
	}{
		{"a repeated name", strings.Repeat("&Name=ab", many), "Name", vpnerrors.ErrDuplicate, 1, "one mistake a field"},
		{"a repeated unknown name", strings.Repeat("&Psk=secret", some), "Psk", vpnerrors.ErrUnknownParameter, 1, "one mistake a name"},
		{"a repeated bad name", strings.Repeat("&%=secret", many), "%", vpnerrors.ErrBadCharacter, 1, "one mistake a name"},
		{"a long bad name", "&" + strings.Repeat("%", many) + "=", "[hidden]", vpnerrors.ErrBadCharacter, 1, "no name is that long"},
		{"a long bad value", "&Name=" + strings.Repeat("%", many), "Name", vpnerrors.ErrBadCharacter, 1, "cut in the error"},
		{"no names", strings.Repeat("&=", many), "", vpnerrors.ErrUnknownParameter, 1, "one mistake a name"},
		{"nested arrays", "&IkeConfig=" + nested("[", "1", "]", many), "IkeConfig", vpnerrors.ErrBadType, 1, "as in a map"},
		{"megabytes of escapes", "&Name=" + strings.Repeat("%ff", many), "Name", vpnerrors.ErrBadCharacter, 1, "no text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := vpnconn.ParseQuery(sentQuery(tt.more))
			checkHostile(t, err, tt.first, tt.reason, tt.count)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// TestSpecHostile: the strict door bears the same.
func TestSpecHostile(t *testing.T) {
	const some, many = 100_000, 1_000_000
	for _, tt := range []struct {
		name, text, first string
		reason            error
		count             int
		why               string
	}{
		{"nested arrays", nested("[", "1", "]", many), "Spec", vpnerrors.ErrBadType, 1, "no object"},
		{"nested objects", nested(`{"IkeConfig":`, "1", "}", 5_000), "IkeConfig.IkeConfig", vpnerrors.ErrUnknownParameter, 1, "a phase has no phase"},
		{"nested list", `{"LocalSubnet":` + nested("[", "1", "]", 5_000) + "}", "LocalSubnet[0]", vpnerrors.ErrBadType, 1, "a block is text"},
		{"a member repeated", "{" + strings.Repeat(`"Name":"ab",`, some) + `"Name":"ab"}`, "Name", vpnerrors.ErrDuplicate, 1, "one mistake a field"},
		{"a list of numbers", `{"LocalSubnet":[` + strings.Repeat("1,", some) + "1]}", "LocalSubnet[0]", vpnerrors.ErrBadType, some + 1, "each is named"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s vpnconn.Spec
			checkHostile(t, s.UnmarshalJSON([]byte(tt.text)), tt.first, tt.reason, tt.count)
			if t.Failed() {
				t.Log(tt.why)
			}
		})
	}
}

// nested returns middle inside n pairs of brackets.
func nested(left, middle, right string, n int) string {
	return strings.Repeat(left, n) + middle + strings.Repeat(right, n)
}

// checkHostile fails t unless err obeys the laws, names so many mistakes, and this one first.
func checkHostile(t *testing.T, err error, first string, reason error, count int) {
	t.Helper()
	checkErrorLaws(t, err)
	errs := err.(mistakes)
	if errs[0].Field != first || errs[0].Reason != reason || len(errs) != count {
		t.Errorf("%d mistakes, the first is %.80q: %v; want %d, the first %.80q: %v",
			len(errs), errs[0].Field, errs[0].Reason, count, first, reason)
	}
}
