package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestAddresses(t *testing.T) {
	unsupported, noBlock, noAddress := vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCIDR, vpnerrors.ErrBadAddress
	for _, row := range []struct {
		kind          parameters.Kind
		text          string
		reason        error
		part, suggest string
		why           string
	}{
		{parameters.Link, "169.254.10.0/30", nil, "", "", "a link"},
		{parameters.Link, "169.254.255.252/30", nil, "", "", "the last one"},
		{parameters.Link, "169.254.6.0/30", unsupported, "", "", "reserved"},
		{parameters.Link, "169.254.10.0/29", unsupported, "", "", "too many addresses"},
		{parameters.Link, "169.254.10.0/31", unsupported, "", "", "too few addresses"},
		{parameters.Link, "169.255.0.0/30", unsupported, "", "", "not link-local"},
		{parameters.Link, "169.254.10.1/30", vpnerrors.ErrHostBits, "", "169.254.10.0/30", "the address of an end"},
		{parameters.Link, "169.254.10.1", noBlock, "", "169.254.10.0/30", "likewise, without a length"},
		{parameters.Link, "fe80::1", vpnerrors.ErrNotIPv4, "", "", "an address of IPv6"},
		{parameters.Link, "", vpnerrors.ErrEmpty, "", "", "empty"},
		{parameters.Link, "169.254.10.0/30;169.254.11.0/30", noBlock, ";", "", "two blocks, which no tunnel can have"},
		{parameters.Link, "169.254.169.253", noBlock, "", "", "in a reserved block, which is not suggested"},
		{parameters.Link, "10.0.0.1/30", vpnerrors.ErrHostBits, "", "", "nor is a block that is not link-local"},
		{parameters.Link, "169.254.10.1/24", vpnerrors.ErrHostBits, "", "", "nor one that is too long"},

		{parameters.Address, "10.0.0.1", nil, "", "", "an address"},
		{parameters.Address, "", vpnerrors.ErrEmpty, "", "", "empty"},
		{parameters.Address, "::1", noAddress, "", "", "of IPv6"},
		{parameters.Address, "10.0.0.1/32", noAddress, "", "", "a block"},
		{parameters.Address, "10.0.0.\xff", vpnerrors.ErrBadCharacter, "\xff", "", "not UTF-8"},

		{parameters.Blocks, "10.0.0.0/24;11.0.0.0/24", noBlock, ";", "10.0.0.0/24,11.0.0.0/24", "another separator"},
		{parameters.Blocks, "10.0.0.0/24，11.0.0.0/24;", noBlock, "，", "10.0.0.0/24,11.0.0.0/24", "one of several bytes, which comes first"},
		{parameters.Blocks, " [\"10.0.0.0/24\"]", noBlock, "[", "10.0.0.0/24", "a list in JSON"},
		{parameters.Blocks, "10.0.0.0/24;x", noBlock, "", "", "something else among them"},
		{parameters.Blocks, "10.0.0.0/24;10.0.0.1/24", noBlock, "", "", "host bits"},
		{parameters.Blocks, "10.0.0.0/24;[]", noBlock, ";", "10.0.0.0/24", "separators alone"},
		{parameters.Blocks, ";", noBlock, "", "", "separators alone"},
		{parameters.Blocks, "10.0.0.0", noBlock, "", "10.0.0.0/32", "a host"},
		{parameters.Blocks, "10.0.0.0-24", noBlock, "", "", "no separator"},
		{parameters.Blocks, "1.0.0.0/8;" + strings.Repeat(" ", 1024-19) + "2.0.0.0/8", noBlock, ";", "1.0.0.0/8,2.0.0.0/8", "the longest text that is looked at"},
		{parameters.Blocks, "1.0.0.0/8;" + strings.Repeat(" ", 1024-18) + "2.0.0.0/8", noBlock, "", "", "a longer one"},
	} {
		var want vpnerrors.ValidationErrors
		if row.reason != nil {
			field := "F"
			if row.kind == parameters.Blocks {
				field = "F[0]"
			}
			want = vpnerrors.ValidationErrors{{Field: field, Reason: row.reason, Value: rules.Clip(strings.Trim(row.text, " ")), Part: row.part, Suggest: row.suggest}}
		}
		if diff := cmp.Diff(want, rules.Text(rowOf(row.kind, 0, 0), row.text)); diff != "" {
			t.Errorf("%.100q: %s (-want +got):\n%s", row.text, row.why, diff)
		}
	}
}

func TestInLink(t *testing.T) {
	const link = "169.254.10.0/30"
	for _, row := range []struct {
		address, link string
		in            bool
		why           string
	}{
		{"169.254.10.0", link, false, "the network"},
		{"169.254.10.1", link, true, "one end"},
		{"169.254.10.2", link, true, "the other"},
		{"169.254.10.3", link, false, "for all"},
		{"169.254.9.255", link, false, "before it"},
		{"169.254.10.4", link, false, "after it"},
		{"x", link, false, "no address"},
		{"169.254.10.1", "x", false, "no block"},
		{"169.254.10.1", "169.254.10.0/99", false, "no length"},
		{"169.254.10.1", "169.254.10.1/32", false, "one address has no middle"},
		{"::ffff:169.254.10.1", link, false, "an address of IPv6"},
		{"0.0.0.0", "0.0.0.0/0", false, "the first of all"},
		{"255.255.255.255", "0.0.0.0/0", false, "the last of all"},
	} {
		if got := rules.InLink(row.address, row.link); got != row.in {
			t.Errorf("InLink(%s, %s) = %t: %s", row.address, row.link, got, row.why)
		}
	}
}

// TestNumbers: those that are no lifetimes.
func TestNumbers(t *testing.T) {
	for _, row := range []struct {
		kind   parameters.Kind
		text   string
		reason error
		why    string
	}{
		{parameters.ASN, "0", vpnerrors.ErrOutOfRange, "no AS number"},
		{parameters.ASN, "1", nil, "the first"},
		{parameters.ASN, "4294967295", nil, "the last of 32 bits"},
		{parameters.ASN, "4294967296", vpnerrors.ErrOutOfRange, "of 33 bits"},
		{parameters.Count, "0", vpnerrors.ErrOutOfRange, "below the least"},
		{parameters.Count, "1", nil, "the least"},
		{parameters.Count, "1.5", vpnerrors.ErrFraction, "not whole"},
		{parameters.Count, "9223372036854775807", nil, "no most is documented"},
		{parameters.Count, "9223372036854775808", vpnerrors.ErrOutOfRange, "more than 64 bits"},
		{parameters.Count, "1e18", nil, "a number of 19 digits"},
		{parameters.Count, "1e19", vpnerrors.ErrOutOfRange, "of 20"},
	} {
		errs := rules.Parsed(rowOf(row.kind, 1, 0), rules.ParseNumber(row.text), row.text)
		if row.reason == nil && errs != nil || row.reason != nil && (len(errs) != 1 || errs[0].Reason != row.reason || errs[0].Value != row.text) {
			t.Errorf("%s: %v, want %v: %s", row.text, errs, row.reason, row.why)
		}
	}
	for text, want := range map[string]int64{
		"0.0": 0, "0.1": 1, "1.0": 65536, "123.456": 8061384, "65535.65535": 4294967295, "65536.0": -1, "0.65536": -1, "1": -1, "1.": -1, ".1": -1,
		"01.1": -1, "1.01": -1, "1.1.1": -1, "+1.1": -1, "x.1": -1, "1.x": -1, "": -1,
	} {
		if s, ok := rules.ParseHalves(text); ok != (want >= 0) || ok && s != (rules.Seconds{Whole: want}) || !ok && s != (rules.Seconds{}) {
			t.Errorf("ParseHalves(%q) = %v, %t, want %d", text, s, ok, want)
		}
	}
	for text, want := range map[string]bool{"0": true, "7": true, "10": true, "": false, "00": false, "01": false, "-1": false, "+1": false, "1x": false, "x": false} {
		if got := rules.IsNumeral(text); got != want {
			t.Errorf("IsNumeral(%q) = %t", text, got)
		}
	}
}
