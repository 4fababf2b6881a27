package vpnconn_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// checkNew fails t unless New, with opt added to the smallest request, returns exactly these mistakes.
func checkNew(t *testing.T, opt vpnconn.Option, want ...*mistake) {
	t.Helper()
	r, err := vpnconn.New(smallest(opt)...)
	checkRefused(t, r, err, want)
}

// TestEmptyTextIsRefused: empty text, such as an environment variable that is not set, is neither unset nor a default.
func TestEmptyTextIsRefused(t *testing.T) {
	for _, d := range document {
		switch d.Type {
		case "id", "text", "blocks":
			field := d.Name
			if d.Type == "blocks" {
				field += "[0]"
			}
			checkNew(t, options[d.Name](""), &mistake{Field: field, Reason: vpnerrors.ErrEmpty, Min: int(d.Min), Max: int(d.Max)})
		case "value":
			if options[d.Name] != nil {
				checkNew(t, options[d.Name](""), &mistake{Field: d.Name, Reason: vpnerrors.ErrEmpty, Allowed: d.Values})
			}
		}
	}
}

func TestRequired(t *testing.T) {
	full := settingsOf(build(t, everything()...))
	var all mistakes
	for _, d := range document {
		if !d.Required || d.Name == "Action" {
			continue
		}
		all = append(all, &mistake{Field: d.Name, Reason: vpnerrors.ErrRequired})
		rest := settingsOf(mustNew(t))
		delete(rest, d.Name)
		r, err := vpnconn.New(optionsFor(rest)...)
		checkRefused(t, r, err, all[len(all)-1:])
		delete(full, d.Name)
	}
	for _, opts := range [][]vpnconn.Option{nil, optionsFor(full)} {
		r, err := vpnconn.New(opts...)
		checkRefused(t, r, err, all)
	}
}

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

// TestListsOfBlocks: arguments, lists in arguments, and values of net/netip form one list, in the user's order, with
// each mistake at its index.
func TestListsOfBlocks(t *testing.T) {
	prefix := netip.MustParsePrefix
	for _, s := range sides {
		for _, none := range []vpnconn.Option{s.subnets(), s.subnets([]string{}...), s.prefixes()} {
			checkNew(t, none, &mistake{Field: s.field, Reason: vpnerrors.ErrRequired})
		}
		for _, row := range []struct {
			in   []string
			want string // reason and index of each mistake, or what is sent
			why  string
		}{
			{[]string{"10.1.0.0/16", "10.0.0.0/16"}, "10.1.0.0/16,10.0.0.0/16", "the order is the user's"},
			{[]string{" 10.2.0.0/16\t,10.0.0.0/16", "  10.1.0.0/16"}, "10.2.0.0/16,10.0.0.0/16,10.1.0.0/16", "they form one list"},
			{[]string{","}, "[0] empty, [1] empty", "two empty blocks"},
			{[]string{"10.0.0.0/8", "", "11.0.0.0/8"}, "[1] empty", "one variable of three is empty"},
			{[]string{"10.0.0.0/8,11.0.0.0/8", "x"}, "[2] bad CIDR block", "the index counts over all arguments"},
			{[]string{"10.0.0.7/24,10.0.0.7/24"}, "[0] host bits set, [1] host bits set", "invalid blocks are not compared"},
			{[]string{"x,x,,"}, "[0] bad CIDR block, [1] bad CIDR block, [2] empty, [3] empty", "invalid blocks are not compared"},
			{[]string{"9.0.0.0/8", "10.0.0.0/8,10.0.0.0/8", "9.0.0.0/8"}, "[2] duplicate of [1], [3] duplicate of [0]", "in the order of the list"},
			{[]string{"10.0.0.0/8,10.0.0.0/8,10.0.0.0/8"}, "[1] duplicate of [0], [2] duplicate of [0]", "both name the first"},
			{[]string{"x,10.0.0.0/8,,10.0.0.0/8,10.0.0.1/8"}, "[0] bad CIDR block, [2] empty, [3] duplicate of [1], [4] host bits set", "all at once"},
		} {
			r, err := vpnconn.New(smallest(s.subnets(row.in...))...)
			got := r.Params()[s.field]
			if err != nil {
				var list []string
				for _, e := range faults(t, r, err) {
					list = append(list, strings.TrimPrefix(e.Field, s.field)+" "+e.Reason.Error())
					if e.Reason == vpnerrors.ErrDuplicate {
						list[len(list)-1] += " of " + strings.TrimPrefix(e.Part, s.field)
					}
				}
				got = strings.Join(list, ", ")
			}
			if got != row.want {
				t.Errorf("%s of %q: %s, want %s: %s", s.field, row.in, got, row.want, row.why)
			}
		}
		for _, list := range [][]netip.Prefix{
			{prefix("10.1.0.0/16"), prefix("10.0.0.0/16")}, {prefix("0.0.0.0/0")}, {prefix("10.0.0.7/24")}, {prefix("::/0")},
			{prefix("::ffff:10.0.0.0/104")}, {prefix("10.0.0.0/8"), prefix("10.0.0.0/8")},
			{{}}, {prefix("10.0.0.0/8"), netip.PrefixFrom(netip.MustParseAddr("11.0.0.0"), 33)}, // both are invalid
		} {
			var texts []string
			for _, p := range list {
				texts = append(texts, p.String())
			}
			want, wantErr := vpnconn.New(smallest(s.subnets(texts...))...)
			checkSame(t, fmt.Sprint(list), want, wantErr)(vpnconn.New(smallest(s.prefixes(list...))...))
		}
	}
}

// TestManyBlocks has lists of many lengths, including around 32, with one block repeated at the end.
func TestManyBlocks(t *testing.T) {
	for _, n := range []int{1, 2, 3, 31, 32, 33, 34, 64, 1000} {
		var list []string
		for i := n; i > 0; i-- { // the highest first, so that a sorted list would show
			list = append(list, fmt.Sprintf("10.%d.%d.0/24", i/256, i%256))
		}
		if got, want := mustNew(t, vpnconn.WithRemoteSubnets(list...)).Params()["RemoteSubnet"], strings.Join(list, ","); got != want {
			t.Errorf("%d blocks are sent as %.200s…", n, got)
		}
		for _, earlier := range []int{0, n / 2, n - 1} {
			checkNew(t, vpnconn.WithLocalSubnets(append(slices.Clone(list), list[earlier])...), &mistake{
				Field: fmt.Sprintf("LocalSubnet[%d]", n), Reason: vpnerrors.ErrDuplicate,
				Value: list[earlier], Part: fmt.Sprintf("LocalSubnet[%d]", earlier),
			})
		}
	}
}

// TestLifetimesOfDurations has values of time.Duration and int64 beyond the cases of JSON.
func TestLifetimesOfDurations(t *testing.T) {
	const day = 24 * time.Hour
	tooMuch, fraction := vpnerrors.ErrOutOfRange, vpnerrors.ErrFraction
	for _, row := range []struct {
		in      time.Duration
		reason  error
		value   string
		suggest string
		why     string
	}{
		{day + 1, tooMuch, "86400.000000001", "", "above the maximum, and so not a fraction"},
		{day - 1, fraction, "86399.999999999", "", "within the range"},
		{1, fraction, "0.000000001", "1", "within the range"},
		{1500 * time.Millisecond, fraction, "1.5", "", "within the range"},
		{-1, tooMuch, "-0.000000001", "", "below the minimum, and so not a fraction"},
		{-1500 * time.Millisecond, tooMuch, "-1.5", "", "below the minimum"},
		{86400, fraction, "0.0000864", "86400", "nanoseconds instead of seconds"},
		{math.MaxInt64, tooMuch, "9223372036.854775807", "", "292 years"},
		{math.MinInt64, tooMuch, "-9223372036.854775808", "", "-d overflows"},
	} {
		for field, opt := range map[string]vpnconn.Option{
			"IkeConfig.IkeLifetime":     vpnconn.WithIKE(ikeconfig.WithLifetime(row.in)),
			"IpsecConfig.IpsecLifetime": vpnconn.WithIPsec(ipsecconfig.WithLifetime(row.in)),
		} {
			if checkNew(t, opt, &mistake{Field: field, Reason: row.reason, Value: row.value, Suggest: row.suggest, Max: 86400}); t.Failed() {
				t.Fatalf("%s of %d ns: %s", field, row.in, row.why)
			}
		}
	}
	for seconds, value := range map[int64]string{
		-1: "-1", 86401: "86401", math.MaxInt64 / 1_000_000_000: "9223372036", math.MaxInt64/1_000_000_000 + 1: "9223372037",
		math.MaxInt64: "9223372036854775807", math.MinInt64: "-9223372036854775808",
	} {
		spec := mustNew(t).Spec()
		spec.IKE, spec.IPsec = &vpnconn.IKESpec{Lifetime: &seconds}, &vpnconn.IPsecSpec{Lifetime: &seconds}
		r, err := spec.Build()
		checkRefused(t, r, err, mistakes{
			{Field: "IkeConfig.IkeLifetime", Reason: tooMuch, Value: value, Max: 86400},
			{Field: "IpsecConfig.IpsecLifetime", Reason: tooMuch, Value: value, Max: 86400},
		})
	}
}

// allMistakes breaks every setting that can be broken, and returns the error for each alone, in documented order.
func allMistakes() (opts []vpnconn.Option, want mistakes) {
	wrong := map[string]string{"LocalSubnet": "10.0.0.0/8,,10.0.0.0/8,x", "RegionId": ""}
	for _, c := range vpntest.Cases() {
		name, _, _ := strings.Cut(c.Field, "[")
		if set, ok := given(c); ok && wrong[name] == "" && name != "RegionId" {
			wrong[name] = set[name]
		}
	}
	for _, d := range document {
		if options[d.Name] != nil && d.Type != "boolean" {
			opts = append(opts, options[d.Name](wrong[d.Name]))
			_, err := vpnconn.New(smallest(opts[len(opts)-1])...)
			want = append(want, err.(mistakes)...)
		}
	}
	return opts, want
}

func TestAllMistakesAtOnce(t *testing.T) {
	opts, want := allMistakes()
	if len(want) < 22 {
		t.Errorf("%d mistakes, want 22 or more", len(want))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(opts), func(i, j int) { opts[i], opts[j] = opts[j], opts[i] })
		r, err := vpnconn.New(opts...)
		if diff := cmp.Diff(want, faults(t, r, err)); diff != "" {
			t.Fatalf("in documented order, whatever the order of the options (-want +got):\n%s", diff)
		}
	}
	_, err := vpnconn.New(opts...)
	for _, e := range want {
		if !errors.Is(err, e.Reason) {
			t.Errorf("errors.Is does not find %v", e.Reason)
		}
	}
	if errors.Is(err, vpnerrors.ErrConflict) {
		t.Error("errors.Is finds a reason that is not in the error")
	}
	if first, ok := errors.AsType[*mistake](err); !ok || !first.Equal(want[0]) {
		t.Errorf("errors.As finds %v, want %v", first, want[0])
	}
}

// TestLongValuesAreCut: an error shows exactly 64 characters of a longer value, counting invalid bytes.
func TestLongValuesAreCut(t *testing.T) {
	for _, c := range []string{"x", "中", "\xff"} {
		for _, n := range []int{63, 64, 65} {
			text := strings.Repeat(c, n) + "!"
			want := strings.Repeat(c, min(n, 64))
			if n < 64 {
				want += "!"
			}
			for _, opt := range []vpnconn.Option{vpnconn.WithName(text), options["IkeConfig.IkeMode"](text), vpnconn.WithLocalSubnets(text)} {
				r, err := vpnconn.New(smallest(opt)...)
				if list := faults(t, r, err); len(list) != 1 || list[0].Value != want {
					t.Errorf("%d of %q: %v, want the value %q", n, c, list, want)
				}
			}
		}
	}
}
