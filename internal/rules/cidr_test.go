package rules_test

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// restated is the rule for a list of blocks in its simplest form: the reasons by index, with the index of the first
// equal block for a duplicate.
func restated(list string) (reasons map[int]error, first map[int]int) {
	reasons, first = make(map[int]error), make(map[int]int)
	places := make(map[netip.Prefix]int)
	for i, text := range strings.Split(list, ",") {
		text = strings.Trim(text, " \t")
		block, err := netip.ParsePrefix(text)
		earlier, twice := places[block]
		switch {
		case text == "":
			reasons[i] = vpnerrors.ErrEmpty
		case strings.ToValidUTF8(text, "") != text:
			reasons[i] = vpnerrors.ErrBadCharacter
		case strings.Contains(text, ":"):
			reasons[i] = vpnerrors.ErrNotIPv4
		case err != nil:
			reasons[i] = vpnerrors.ErrBadCIDR
		case block != block.Masked():
			reasons[i] = vpnerrors.ErrHostBits
		case twice:
			reasons[i], first[i] = vpnerrors.ErrDuplicate, earlier
		default:
			places[block] = i
		}
	}
	return reasons, first
}

func checkCIDRs(t *testing.T, list string) {
	t.Helper()
	errs := blocks(list)
	reasons, first := restated(list)
	if len(errs) != len(reasons) {
		t.Errorf("%q: %v, want %v", list, errs, reasons)
	}
	texts := strings.Split(list, ",")
	for _, text := range texts { // which may be an address too
		addr, err := netip.ParseAddr(text)
		if errs := rules.Text(rowOf(parameters.Address, 0, 0), text); (errs == nil) != (err == nil && addr.Is4()) {
			t.Errorf("%q as an address: %v", text, errs)
		}
	}
	at := -1
	for _, e := range errs {
		var place int
		if _, err := fmt.Sscanf(e.Field, "F[%d]", &place); err != nil || place <= at || place >= len(texts) {
			t.Fatalf("%q: %v is out of order, or has no index: %v", list, e, err)
		}
		at = place
		text := strings.Trim(texts[place], " \t")
		if e.Reason != reasons[place] || e.Value != rules.Clip(text) || e.Min != 0 || e.Max != 0 || e.Allowed != nil {
			t.Errorf("%q: %#v, want %v", list, e, reasons[place])
		}
		part, suggest := "", ""
		switch e.Reason {
		case vpnerrors.ErrDuplicate:
			part = rules.Element("F", first[place])
		case vpnerrors.ErrHostBits:
			suggest = netip.MustParsePrefix(text).Masked().String()
		case vpnerrors.ErrBadCIDR:
			if addr, err := netip.ParseAddr(text); err == nil {
				suggest = addr.String() + "/32"
			} else if e.Suggest != "" && e.Part == "" { // a block in other notation
				suggest = e.Suggest
				address, _, _ := strings.Cut(strings.ReplaceAll(text, "／", "/"), "/")
				addr, _ := netip.ParseAddr(strings.Trim(address, " \t"))
				if p, err := netip.ParsePrefix(suggest); err != nil || p != p.Masked() || !p.Contains(addr) {
					t.Errorf("%q: %q is suggested", text, suggest)
				}
			} else if e.Suggest != "" { // the blocks between other separators
				part, suggest = e.Part, e.Suggest
				checkSeparated(t, text, e.Part, e.Suggest)
			}
		case vpnerrors.ErrBadCharacter:
			_, part = rules.Shown(text, rules.BadUTF8(text)) // the text rules have it in their tables
			if len(part) > 1 || !strings.Contains(text, part) {
				t.Errorf("%q: the bad byte is %q", list, part)
			}
		}
		if e.Part != part || e.Suggest != suggest {
			t.Errorf("%q: part %q and suggestion %q, want %q and %q", list, e.Part, e.Suggest, part, suggest)
		}
	}
	if len(errs) > 0 {
		return
	}
	canonical := rules.CanonicalBlocks(list)
	if errs := blocks(canonical); errs != nil || strings.ContainsAny(canonical, " \t") {
		t.Errorf("%q became %q: %v", list, canonical, errs)
	}
	if again := rules.CanonicalBlocks(canonical); again != canonical {
		t.Errorf("%q then became %q", canonical, again)
	}
	for i, block := range rules.Blocks(canonical) {
		if block != strings.Trim(texts[i], " \t") {
			t.Errorf("%q: block %d became %q", list, i, block)
		}
	}
}

// checkSeparated fails t unless suggest has, separated by commas, the blocks of a text with other separators, and part
// is the first of these.
func checkSeparated(t testing.TB, text, part, suggest string) {
	t.Helper()
	rest := text
	for block := range strings.SplitSeq(suggest, ",") {
		p, err := netip.ParsePrefix(block)
		_, after, found := strings.Cut(rest, block)
		if err != nil || p != p.Masked() || !found {
			t.Errorf("%q: %q is suggested, but %q is not a block of it", text, suggest, block)
		}
		rest = after
	}
	if before, _, found := strings.Cut(text, part); part == "" || !found || strings.Contains(suggest, part) || !strings.HasPrefix(suggest, before) {
		t.Errorf("%q: %q is not the first separator", text, part)
	}
}

// FuzzCIDRs compares the rule with restated.
func FuzzCIDRs(f *testing.F) {
	for _, seed := range []string{
		"",
		",",
		" \t",
		"10.0.0.0/8",
		"10.0.0.0/8, 11.0.0.0/8\t,12.0.0.0/8",
		" 10.0.0.0/8",
		"\t10.0.0.0/8",
		"10.0.0.0/255.0.0.0,10.0.0.0 / 8,10.0.0.0／8,10.0.0.0/255.0.255.0,10.0.0.0/08,10.0.0.0/33",
		"10.0.0.0/8,11.0.0.0/8 ",
		"10.0.0.0/8,11.0.0.0/8\t",
		"10.0.0.0/8,10.0.0.0/8,x,10.0.0.0/8", // duplicates around a mistake
		"0.0.0.0/0,0.0.0.0/00,0.0.0.0/1",     // two spellings of one length
		"10.0.0.1/31,10.0.0.1/32",            // host bits, and a host
		"10.0.0.1,10.0.0.01",                 // bare addresses
		"10.0.0.0/33,256.0.0.0/8,10.0.0/8",   // none of them a block
		"::ffff:10.0.0.0/104,fe80::1%eth0/64,::/0",
		"10.0.0.0/8\xff,\ufffd,::\xff,\xffPsk:",
		".).0/8,\n11.0.0.0/8", // not a separator
		"10.0.0.0/8;11.0.0.0/8，12.0.0.0/8,[\"13.0.0.0/8\"]",
		"10.0.0.0/8\u00a0,\uff11\uff10.0.0.0/8",
		strings.Repeat("9", 100) + "," + strings.Repeat(":", 100),
		many(32, 0),
		many(32, 1),
		many(33, 0),
		many(33, 1),
	} {
		f.Add(seed)
	}
	f.Fuzz(checkCIDRs)
}

// TestNearestBlock: the block that a text most probably means.
func TestNearestBlock(t *testing.T) {
	for text, want := range map[string]string{
		"10.0.0.0/255.0.0.0":       "10.0.0.0/8",
		"10.0.0.1/255.255.255.0":   "10.0.0.0/24", // without host bits
		"10.0.0.0/0.0.0.0":         "0.0.0.0/0",
		"10.0.0.1/255.255.255.255": "10.0.0.1/32",
		"10.0.0.0/255.0.255.0":     "", // no mask of a network
		"10.0.0.0 / 8":             "10.0.0.0/8",
		"10.0.0.0／8":               "10.0.0.0/8",
		"10.0.0.1":                 "10.0.0.1/32",
		"10.0.0.0/33":              "",
		"10.0.0.0/64":              "",
		"10.0.0.0/x":               "",
		"10.0.0.0/":                "",
		"10.0.0/8":                 "",
	} {
		if errs := blocks(text); len(errs) != 1 || errs[0].Suggest != want {
			t.Errorf("%q: %v, want %q suggested", text, errs, want)
		}
	}
}

// A loop over the blocks can be left before their end.
func TestBlocksCanBeLeft(t *testing.T) {
	var seen []string
	for i, block := range rules.Blocks(" a,\tb ,c") {
		seen = append(seen, fmt.Sprint(i, block))
		if i == 1 {
			break
		}
	}
	if got := strings.Join(seen, " "); got != "0a 1b" {
		t.Errorf("saw %s", got)
	}
}

// many returns n different blocks, followed by the first ones again.
func many(n, again int) string {
	var blocks []string
	for i := range n {
		blocks = append(blocks, fmt.Sprintf("10.%d.%d.0/24", i/256, i%256))
	}
	return strings.Join(append(blocks, blocks[:again]...), ",")
}
