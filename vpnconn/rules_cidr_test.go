package vpnconn_test

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A side is one of the two lists of blocks.
type side struct {
	field    string
	subnets  func(...string) vpnconn.Option
	prefixes func(...netip.Prefix) vpnconn.Option
}

var sides = []side{
	{"LocalSubnet", vpnconn.WithLocalSubnets, vpnconn.WithLocalPrefixes},
	{"RemoteSubnet", vpnconn.WithRemoteSubnets, vpnconn.WithRemotePrefixes},
}

func (s side) sent(r vpnconn.Request) string { return r.Params()[s.field] }

// at returns list with the field put before each place: "[1]" becomes "LocalSubnet[1]".
func (s side) at(list vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	var named vpnerrors.ValidationErrors
	for _, e := range list {
		own := *e
		own.Field = s.field + e.Field
		if own.Reason == vpnerrors.ErrDuplicate {
			own.Part = s.field + e.Part
		}
		named = append(named, &own)
	}
	return named
}

func TestBlocks(t *testing.T) {
	type list = vpnerrors.ValidationErrors
	one := func(reason error, value string) list { return list{{Field: "[0]", Reason: reason, Value: value}} }
	badCIDR := func(value string) list { return one(vpnerrors.ErrBadCIDR, value) }
	notIPv4 := func(value string) list { return one(vpnerrors.ErrNotIPv4, value) }
	bare := func(value, suggest string) list {
		return list{{Field: "[0]", Reason: vpnerrors.ErrBadCIDR, Value: value, Suggest: suggest}}
	}
	hostBits := func(value, suggest string) list {
		return list{{Field: "[0]", Reason: vpnerrors.ErrHostBits, Value: value, Suggest: suggest}}
	}
	twice := func(place, value, earlier string) *vpnerrors.FieldError {
		return &vpnerrors.FieldError{Field: place, Reason: vpnerrors.ErrDuplicate, Value: value, Part: earlier}
	}
	long := strings.Repeat("1", 100)

	var rows []ruleRow
	for _, s := range sides {
		for _, row := range []struct {
			name string
			in   []string
			want list
			sent string
			why  string
		}{
			{"one block", []string{"10.0.0.0/8"}, nil, "10.0.0.0/8", "the least that is needed"},
			{"everything", []string{"0.0.0.0/0"}, nil, "0.0.0.0/0", "a prefix length may be 0"},
			{"one address", []string{"255.255.255.255/32"}, nil, "255.255.255.255/32", "a prefix length may be 32"},
			{"arguments", []string{"10.1.0.0/16", "10.0.0.0/16"}, nil, "10.1.0.0/16,10.0.0.0/16", "the order is the user's"},
			{"a list in an argument", []string{"10.1.0.0/16,10.0.0.0/16"}, nil, "10.1.0.0/16,10.0.0.0/16", "as it stands in a variable"},
			{"arguments and lists", []string{"10.2.0.0/16,10.0.0.0/16", "10.1.0.0/16"}, nil, "10.2.0.0/16,10.0.0.0/16,10.1.0.0/16", "one list in the end"},
			{"blanks", []string{" 10.1.0.0/16\t,\t 10.0.0.0/16 ", "  10.2.0.0/16"}, nil, "10.1.0.0/16,10.0.0.0/16,10.2.0.0/16", "spaces and tabs around a block are dropped"},
			{"a block in a block", []string{"10.0.0.0/8,10.0.0.0/16,10.1.0.0/16"}, nil, "10.0.0.0/8,10.0.0.0/16,10.1.0.0/16", "they overlap, but no block stands twice"},

			{"empty", []string{""}, one(vpnerrors.ErrEmpty, ""), "", "set to nothing is not unset"},
			{"blanks alone", []string{" \t "}, one(vpnerrors.ErrEmpty, ""), "", "nothing is left of it"},
			{"a comma alone", []string{","}, list{{Field: "[0]", Reason: vpnerrors.ErrEmpty}, {Field: "[1]", Reason: vpnerrors.ErrEmpty}}, "", "two empty blocks"},
			{"a comma behind", []string{"10.0.0.0/8,"}, list{{Field: "[1]", Reason: vpnerrors.ErrEmpty}}, "", "an empty block behind it"},
			{"a comma before", []string{",10.0.0.0/8"}, one(vpnerrors.ErrEmpty, ""), "", "an empty block before it"},
			{"an empty argument between", []string{"10.0.0.0/8", "", "11.0.0.0/8"}, list{{Field: "[1]", Reason: vpnerrors.ErrEmpty}}, "", "one variable of three is empty"},
			{"place in the whole list", []string{"10.0.0.0/8,11.0.0.0/8", "x"}, list{{Field: "[2]", Reason: vpnerrors.ErrBadCIDR, Value: "x"}}, "", "counted over the arguments"},

			{"host bits", []string{"10.0.0.7/24"}, hostBits("10.0.0.7/24", "10.0.0.0/24"), "", "the network is meant"},
			{"host bits of /31", []string{"10.0.0.1/31"}, hostBits("10.0.0.1/31", "10.0.0.0/31"), "", "one bit"},
			{"host bits of /0", []string{"1.1.1.1/0"}, hostBits("1.1.1.1/0", "0.0.0.0/0"), "", "everything is meant"},
			{"the highest host bit", []string{"10.128.0.0/8"}, hostBits("10.128.0.0/8", "10.0.0.0/8"), "", "the first behind the prefix"},
			{"host bits between blanks", []string{" 10.0.0.7/24 "}, hostBits("10.0.0.7/24", "10.0.0.0/24"), "", "the blanks are no part of it"},
			{"host bits twice", []string{"10.0.0.7/24,10.0.0.7/24"}, list{
				{Field: "[0]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"},
				{Field: "[1]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"},
			}, "", "what is wrong in itself is not compared"},

			{"an address", []string{"10.0.0.1"}, bare("10.0.0.1", "10.0.0.1/32"), "", "a host is probably meant"},
			{"a network's address", []string{"10.0.0.0"}, bare("10.0.0.0", "10.0.0.0/32"), "", "its length cannot be guessed"},
			{"an address between blanks", []string{"\t10.0.0.1 "}, bare("10.0.0.1", "10.0.0.1/32"), "", "the blanks are no part of it"},
			{"/33", []string{"10.0.0.0/33"}, badCIDR("10.0.0.0/33"), "", "IPv4 has 32 bits"},
			{"a huge length", []string{"0.0.0.0/4294967296"}, badCIDR("0.0.0.0/4294967296"), "", "not 0 by overflow"},
			{"/-1", []string{"10.0.0.0/-1"}, badCIDR("10.0.0.0/-1"), "", "no such length"},
			{"/+8", []string{"10.0.0.0/+8"}, badCIDR("10.0.0.0/+8"), "", "a length has no sign"},
			{"no length", []string{"10.0.0.0/"}, badCIDR("10.0.0.0/"), "", "nothing behind the slash"},
			{"no address", []string{"/24"}, badCIDR("/24"), "", "nothing before the slash"},
			{"two lengths", []string{"10.0.0.0/8/8"}, badCIDR("10.0.0.0/8/8"), "", "one is wanted"},
			{"a mask", []string{"10.0.0.0/255.0.0.0"}, badCIDR("10.0.0.0/255.0.0.0"), "", "a length is wanted"},
			{"leading zero in a length", []string{"10.0.0.0/08"}, badCIDR("10.0.0.0/08"), "", "two spellings of one block"},
			{"/00", []string{"0.0.0.0/00"}, badCIDR("0.0.0.0/00"), "", "two spellings of one block"},
			{"leading zero in an address", []string{"010.0.0.0/8"}, badCIDR("010.0.0.0/8"), "", "some read it as octal"},
			{"leading zero in a bare address", []string{"10.0.0.01"}, badCIDR("10.0.0.01"), "", "some read it as octal"},
			{"hexadecimal", []string{"0xa.0.0.0/8"}, badCIDR("0xa.0.0.0/8"), "", "decimal is wanted"},
			{"three parts", []string{"10.0.0/24"}, badCIDR("10.0.0/24"), "", "four are wanted"},
			{"five parts", []string{"10.0.0.0.0/24"}, badCIDR("10.0.0.0.0/24"), "", "four are wanted"},
			{"256", []string{"256.0.0.0/8"}, badCIDR("256.0.0.0/8"), "", "a part ends at 255"},
			{"one number", []string{"167772160/8"}, badCIDR("167772160/8"), "", "four parts are wanted"},
			{"a blank within", []string{"10.0.0.0 /8"}, badCIDR("10.0.0.0 /8"), "", "blanks are dropped around a block only"},
			{"blanks for commas", []string{"10.0.0.0/8 11.0.0.0/8"}, badCIDR("10.0.0.0/8 11.0.0.0/8"), "", "commas are wanted"},
			{"semicolons for commas", []string{"10.0.0.0/8;11.0.0.0/8"}, badCIDR("10.0.0.0/8;11.0.0.0/8"), "", "commas are wanted"},
			{"a line break", []string{"10.0.0.0/8\n"}, badCIDR("10.0.0.0/8\n"), "", "not one of the blanks that are dropped"},
			{"a no-break space", []string{"10.0.0.0/8\u00a0"}, badCIDR("10.0.0.0/8\u00a0"), "", "not one of the blanks that are dropped"},
			{"NUL", []string{"10.0.0.0/8\x00"}, badCIDR("10.0.0.0/8\x00"), "", "not a blank"},
			{"full-width digits", []string{"\uff11\uff10.0.0.0/8"}, badCIDR("\uff11\uff10.0.0.0/8"), "", "not digits of ours"},
			{"a full-width comma", []string{"10.0.0.0/8\uff0c11.0.0.0/8"}, badCIDR("10.0.0.0/8\uff0c11.0.0.0/8"), "", "not a comma of ours"},
			{"a right-to-left mark", []string{"10.0.0.0/8\u200f"}, badCIDR("10.0.0.0/8\u200f"), "", "it cannot be seen"},
			{"U+FFFD", []string{"10.0.0.0/8\ufffd"}, badCIDR("10.0.0.0/8\ufffd"), "", "a character like others"},
			{"a byte that is no UTF-8", []string{"10.0.0.0/8\xff"},
				list{{Field: "[0]", Reason: vpnerrors.ErrBadCharacter, Value: "10.0.0.0/8\xff", Part: "\xff"}}, "", "the byte itself is named"},
			{"a host name", []string{"example.com"}, badCIDR("example.com"), "", "an address is wanted"},
			{"a range", []string{"10.0.0.0-10.0.0.255"}, badCIDR("10.0.0.0-10.0.0.255"), "", "a block is wanted"},
			{"a zone", []string{"10.0.0.0%eth0/8"}, badCIDR("10.0.0.0%eth0/8"), "", "IPv4 has none"},
			{"a long text", []string{long}, badCIDR(long[:64]), "", "the value is cut at 64 characters"},

			{"IPv6", []string{"2001:db8::/32"}, notIPv4("2001:db8::/32"), "", "IPv4 alone is documented"},
			{"everything in IPv6", []string{"::/0"}, notIPv4("::/0"), "", "IPv4 alone is documented"},
			{"an IPv6 address", []string{"::1"}, notIPv4("::1"), "", "IPv4 alone is documented"},
			{"IPv4-mapped", []string{"::ffff:10.0.0.0/104"}, notIPv4("::ffff:10.0.0.0/104"), "", "it is written as IPv6"},
			{"IPv4-mapped, in hexadecimal", []string{"::ffff:a00:0/104"}, notIPv4("::ffff:a00:0/104"), "", "it is written as IPv6"},
			{"IPv6 with a zone", []string{"fe80::1%eth0/64"}, notIPv4("fe80::1%eth0/64"), "", "IPv4 alone is documented"},
			{"a port", []string{"10.0.0.1:80"}, notIPv4("10.0.0.1:80"), "", "all text with a colon"},
			{"a long text with a colon", []string{long + ":"}, notIPv4(long[:64]), "", "a colon behind where the value is cut"},

			{"twice", []string{"10.0.0.0/8", "10.0.0.0/8"}, list{twice("[1]", "10.0.0.0/8", "[0]")}, "", "on the later one"},
			{"twice, not side by side", []string{"10.0.0.0/8,11.0.0.0/8,10.0.0.0/8"}, list{twice("[2]", "10.0.0.0/8", "[0]")}, "", "wherever it stands"},
			{"three times", []string{"9.0.0.0/8,10.0.0.0/8,10.0.0.0/8,10.0.0.0/8"},
				list{twice("[2]", "10.0.0.0/8", "[1]"), twice("[3]", "10.0.0.0/8", "[1]")}, "", "both name the first"},
			{"two of them twice", []string{"9.0.0.0/8,10.0.0.0/8,10.0.0.0/8,9.0.0.0/8"},
				list{twice("[2]", "10.0.0.0/8", "[1]"), twice("[3]", "9.0.0.0/8", "[0]")}, "", "in the order of the list"},
			{"twice but for blanks", []string{"10.0.0.0/8", " 10.0.0.0/8\t"}, list{twice("[1]", "10.0.0.0/8", "[0]")}, "", "the blanks are no part of it"},
			{"twice beside mistakes", []string{"x,10.0.0.0/8,,10.0.0.0/8,10.0.0.1/8"}, list{
				{Field: "[0]", Reason: vpnerrors.ErrBadCIDR, Value: "x"},
				{Field: "[2]", Reason: vpnerrors.ErrEmpty},
				twice("[3]", "10.0.0.0/8", "[1]"),
				{Field: "[4]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.1/8", Suggest: "10.0.0.0/8"},
			}, "", "all at once, in the order of the list"},
			{"mistakes twice", []string{"x,x,,"}, list{
				{Field: "[0]", Reason: vpnerrors.ErrBadCIDR, Value: "x"},
				{Field: "[1]", Reason: vpnerrors.ErrBadCIDR, Value: "x"},
				{Field: "[2]", Reason: vpnerrors.ErrEmpty},
				{Field: "[3]", Reason: vpnerrors.ErrEmpty},
			}, "", "what is wrong in itself is not compared"},
		} {
			rows = append(rows, ruleRow{
				name: s.field + "/" + row.name, opt: s.subnets(row.in...), want: s.at(row.want), get: s.sent, sent: row.sent, why: row.why,
			})
		}
	}
	checkRules(t, rows)
}

func TestPrefixes(t *testing.T) {
	type list = vpnerrors.ValidationErrors
	parse := netip.MustParsePrefix
	var rows []ruleRow
	for _, s := range sides {
		for _, row := range []struct {
			name string
			in   []netip.Prefix
			want list
			sent string
			why  string
		}{
			{"in the user's order", []netip.Prefix{parse("10.1.0.0/16"), parse("10.0.0.0/16")}, nil, "10.1.0.0/16,10.0.0.0/16", "it can matter to the negotiation"},
			{"everything", []netip.Prefix{parse("0.0.0.0/0")}, nil, "0.0.0.0/0", "a prefix length may be 0"},
			{"the zero Prefix", []netip.Prefix{{}}, list{{Field: "[0]", Reason: vpnerrors.ErrBadCIDR, Value: "invalid Prefix"}}, "", "it is none"},
			{"a length that is none", []netip.Prefix{parse("10.0.0.0/8"), netip.PrefixFrom(netip.MustParseAddr("11.0.0.0"), 33)},
				list{{Field: "[1]", Reason: vpnerrors.ErrBadCIDR, Value: "invalid Prefix"}}, "", "it is none"},
			{"host bits", []netip.Prefix{parse("10.0.0.7/24")},
				list{{Field: "[0]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"}}, "", "a Prefix can have them"},
			{"IPv6", []netip.Prefix{parse("::/0")}, list{{Field: "[0]", Reason: vpnerrors.ErrNotIPv4, Value: "::/0"}}, "", "IPv4 alone is documented"},
			{"IPv4-mapped", []netip.Prefix{parse("::ffff:10.0.0.0/104")},
				list{{Field: "[0]", Reason: vpnerrors.ErrNotIPv4, Value: "::ffff:10.0.0.0/104"}}, "", "it is an IPv6 Prefix"},
			{"twice", []netip.Prefix{parse("10.0.0.0/8"), parse("10.0.0.0/8")},
				list{{Field: "[1]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/8", Part: "[0]"}}, "", "on the later one"},
		} {
			rows = append(rows, ruleRow{
				name: s.field + "/" + row.name, opt: s.prefixes(row.in...), want: s.at(row.want), get: s.sent, sent: row.sent, why: row.why,
			})
		}
	}
	checkRules(t, rows)
}

// The document's own example has the same blocks on both sides.
func TestSameBlockOnBothSides(t *testing.T) {
	req := mustNew(t, vpnconn.WithLocalSubnets("10.0.0.0/8"), vpnconn.WithRemoteSubnets("10.0.0.0/8"))
	if p := req.Params(); p["LocalSubnet"] != "10.0.0.0/8" || p["RemoteSubnet"] != "10.0.0.0/8" {
		t.Errorf("sent are %q and %q", p["LocalSubnet"], p["RemoteSubnet"])
	}
}

// Lists of many lengths, those around 32 among them: all different, then with the block at one place there again at the
// end.
func TestManyBlocks(t *testing.T) {
	for _, n := range []int{1, 2, 3, 31, 32, 33, 34, 64, 1000, 5000} {
		var list []string
		for i := n; i > 0; i-- { // the highest first, so that a sorted list would show
			list = append(list, fmt.Sprintf("10.%d.%d.0/24", i/256, i%256))
		}
		for _, s := range sides {
			want := strings.Join(list, ",")
			if got := s.sent(mustNew(t, s.subnets(list...))); got != want {
				t.Errorf("%s of %d blocks is sent as %.200s…", s.field, n, got)
			}
			for _, earlier := range []int{0, n / 2, n - 1} {
				again := append(slices.Clone(list), list[earlier])
				req, err := vpnconn.New(smallest(s.subnets(again...))...)
				got := faults(t, req, err)
				want := vpnerrors.ValidationErrors{{
					Field: fmt.Sprintf("%s[%d]", s.field, n), Reason: vpnerrors.ErrDuplicate,
					Value: list[earlier], Part: fmt.Sprintf("%s[%d]", s.field, earlier),
				}}
				if !got.Equal(want) {
					t.Errorf("%d blocks and one again: %v, want %v", n, got, want)
				}
			}
		}
	}
}

func TestManyBadBlocks(t *testing.T) {
	const n = 5000
	req, err := vpnconn.New(smallest(vpnconn.WithLocalSubnets(strings.Repeat("x,", n-1) + "x"))...)
	list := faults(t, req, err)
	if len(list) != n {
		t.Fatalf("%d errors for %d bad blocks", len(list), n)
	}
	for i, e := range list {
		if e.Field != fmt.Sprintf("LocalSubnet[%d]", i) || e.Reason != vpnerrors.ErrBadCIDR || e.Value != "x" {
			t.Fatalf("error %d is %v", i, e)
		}
	}
}
