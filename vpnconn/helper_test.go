package vpnconn_test

import (
	stderrors "errors"
	"iter"
	"maps"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Short names for errors.
type (
	mistake  = vpnerrors.FieldError
	mistakes = vpnerrors.ValidationErrors
)

// smallest returns the options for the request of sentParams, and opts.
func smallest(opts ...vpnconn.Option) []vpnconn.Option {
	return append([]vpnconn.Option{
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithRemoteSubnets("10.1.0.0/24"),
		vpnconn.WithVPNGatewayID("vpn-1"),
	}, opts...)
}

// sentParams returns the parameters of the smallest request, changed by pairs of a name and a value.
func sentParams(pairs ...string) map[string]string {
	params := map[string]string{
		"Action":            "CreateVpnConnection",
		"CustomerGatewayId": "cgw-1",
		"LocalSubnet":       "10.0.0.0/24",
		"RegionId":          "cn-shanghai",
		"RemoteSubnet":      "10.1.0.0/24",
		"VpnGatewayId":      "vpn-1",
	}
	for pair := range slices.Chunk(pairs, 2) {
		params[pair[0]] = pair[1]
	}
	return params
}

// sentQuery returns the smallest request as a query, with more appended.
func sentQuery(more string) string {
	return "Action=CreateVpnConnection&CustomerGatewayId=cgw-1&LocalSubnet=10.0.0.0/24&RegionId=cn-shanghai" +
		"&RemoteSubnet=10.1.0.0/24&VpnGatewayId=vpn-1" + more
}

// smallest2025 returns the options for the smallest request of edition 2025 with a single tunnel, and opts.
func smallest2025(opts ...vpnconn.Option) []vpnconn.Option {
	return smallest(append([]vpnconn.Option{vpnconn.WithEdition(aliyun.Edition2025)}, opts...)...)
}

// dual returns the options for the smallest request with two tunnels, and opts.
func dual(opts ...vpnconn.Option) []vpnconn.Option {
	return append([]vpnconn.Option{
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithRemoteSubnets("10.1.0.0/24"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithTunnel(vpnconn.RoleMaster, vpnconn.WithCustomerGatewayID("cgw-1")),
		vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithCustomerGatewayID("cgw-2")),
	}, opts...)
}

// sentDual returns the parameters of the smallest request with two tunnels without roles, changed by pairs of a name
// and a value. A name that begins with 1. or 2. is one of that tunnel. An empty value unsets a parameter.
func sentDual(pairs ...string) map[string]string {
	params := sentParams("CustomerGatewayId", "")
	for pair := range slices.Chunk(append([]string{"1.CustomerGatewayId", "cgw-1", "2.CustomerGatewayId", "cgw-2"}, pairs...), 2) {
		params[inTunnel(pair[0])] = pair[1]
	}
	maps.DeleteFunc(params, func(_, value string) bool { return value == "" })
	return params
}

// inTunnel returns the full name of a tunnel's parameter that begins with the tunnel's number.
func inTunnel(name string) string {
	if '0' <= name[0] && name[0] <= '9' {
		return "TunnelOptionsSpecification." + name
	}
	return name
}

// queryOf returns parameters as another encoder writes them.
func queryOf(params map[string]string) string {
	values := make(url.Values)
	for name, value := range params {
		values.Set(name, value)
	}
	return values.Encode()
}

// trickyPSK has what encoders get wrong: quotes, the three characters that encoding/json escapes for HTML, a line
// separator, letters and symbols of two to four bytes, and what a query must encode.
const trickyPSK = "k\"e\\y </&> \u2028 é密🔑 100%+a=b~"

// everything returns all 21 settings once each, and none with its documented default.
func everything() []vpnconn.Option {
	return []vpnconn.Option{
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8****"),
		vpnconn.WithLocalSubnets("10.1.0.0/16, 10.0.0.0/16", "192.168.0.0/24"),
		vpnconn.WithRemotePrefixes(netip.MustParsePrefix("172.16.0.0/12"), netip.MustParsePrefix("10.1.0.0/16")),
		vpnconn.WithClientToken("02fb3da4 130e/11e9+8e44~0016e04115b"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithName("总部.to-VPC_1"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(trickyPSK),
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithMode(ikeconfig.Aggressive),
			ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.MD5),
			ikeconfig.WithPFS(ikeconfig.Group14),
			ikeconfig.WithLifetime(8*time.Hour),
			ikeconfig.WithLocalID("gw@总部.example"),
			ikeconfig.WithRemoteID("203.0.113.7"),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES192),
			ipsecconfig.WithAuthAlg(ipsecconfig.MD5),
			ipsecconfig.WithPFS(ipsecconfig.Group5),
			ipsecconfig.WithLifetime(time.Hour),
		),
	}
}

// build returns the request that opts describe, which must be valid.
func build(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	req, err := vpnconn.New(opts...)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return req
}

// mustNew returns the smallest request with opts applied, which must be valid.
func mustNew(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	return build(t, smallest(opts...)...)
}

// change returns req with opts applied, which must leave it valid.
func change(t testing.TB, req vpnconn.Request, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	changed, err := req.With(opts...)
	if err != nil {
		t.Fatalf("With: %v", err)
	}
	return changed
}

// faults returns the mistakes in err, and fails unless there is only an error.
func faults(t testing.TB, req vpnconn.Request, err error) mistakes {
	t.Helper()
	if !req.IsZero() || len(req.Params()) != 0 {
		t.Errorf("a Request with an error: %v, %v", req, err)
	}
	list, ok := err.(mistakes)
	if !ok || len(list) == 0 {
		t.Fatalf("the error is %#v, want non-empty ValidationErrors", err)
	}
	return list
}

// checkRefused fails t unless got is the zero Request and err has exactly the wanted mistakes.
func checkRefused(t testing.TB, got vpnconn.Request, err error, want mistakes) {
	t.Helper()
	if diff := cmp.Diff(want, faults(t, got, err)); diff != "" {
		t.Errorf("error (-want +got):\n%s", diff)
	}
	checkWellFormed(t, err)
}

// namesAndReasons returns the mistakes of an error in short: "Name: too long".
func namesAndReasons(t testing.TB, err error) []string {
	t.Helper()
	errs, ok := err.(mistakes)
	if !ok {
		t.Fatalf("the error is a %T, want ValidationErrors: %v", err, err)
	}
	var list []string
	for _, e := range errs {
		list = append(list, e.Field+": "+e.Reason.Error())
	}
	return list
}

// allReasons lists the reasons that a mistake can have.
var allReasons = []error{
	vpnerrors.ErrRequired, vpnerrors.ErrEmpty, vpnerrors.ErrTooShort, vpnerrors.ErrTooLong, vpnerrors.ErrOutOfRange,
	vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCharacter, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits,
	vpnerrors.ErrNotIPv4, vpnerrors.ErrDuplicate, vpnerrors.ErrFraction, vpnerrors.ErrConflict,
	vpnerrors.ErrUnknownParameter, vpnerrors.ErrBadType, vpnerrors.ErrTooMany, vpnerrors.ErrBadAddress, vpnerrors.ErrBadCertificate,
}

// hidesValue matches the fields whose value no error shows: keys, certificates, and whole objects.
var hidesValue = regexp.MustCompile(`(Config|Psk|RemoteCaCertificate)$`)

// The longest errors, in bytes. One mistake shows four texts, field, value, part and suggestion, of 64 characters each;
// a character takes 10 bytes at most, as \U0010ffff, and the words around them are fewer than 400. A list shows 16
// mistakes and how many more there are.
const (
	longestMistake = 4*(64*10+2) + 400
	longestError   = 16*(longestMistake+len("; ")) + len("; and 9223372036854775807 more")
)

// checkWellFormed fails t unless err is as every error of a reader must be, whatever the input: ValidationErrors with a
// reason each, one per field, in documented order, hiding what could be a key, and one line of bounded length.
func checkWellFormed(t testing.TB, err error) {
	t.Helper()
	errs, ok := err.(mistakes)
	if !ok || len(errs) == 0 {
		t.Fatalf("the error is %T with %d elements, want ValidationErrors with at least one", err, len(errs))
	}
	checkOneLine(t, err.Error())
	if len(errs) == 1 && len(err.Error()) > longestMistake {
		t.Errorf("the text of one mistake has %d bytes, want at most %d", len(err.Error()), longestMistake)
	}
	known := true
	last := mistake{}
	var lastPlace []int
	for i, e := range errs {
		if !slices.ContainsFunc(allReasons, func(r error) bool { return stderrors.Is(e, r) }) {
			t.Errorf("mistake %d, %s: the reason is %v", i, e.Field, e.Reason)
		}
		if utf8.RuneCountInString(e.Value) > 64 {
			t.Errorf("mistake %d, %s: the value has more than 64 characters", i, e.Field)
		}
		mayBeKey := hidesValue.MatchString(e.Field) || e.Reason == vpnerrors.ErrUnknownParameter ||
			strings.Contains(e.Field, ".") && e.Reason == vpnerrors.ErrBadType ||
			strings.Contains(e.Field, "Config.") && e.Reason == vpnerrors.ErrDuplicate && !strings.Contains(e.Part, "TunnelCidr")
		if mayBeKey && (e.Value != "" || e.Part != "" && e.Part != "TunnelOptionsSpecification") {
			t.Errorf("mistake %d, %s: value %q and part %q, which may be a key", i, e.Field, e.Value, e.Part)
		}
		place := placeOf(e.In, e.Field)
		isKnown := place != nil && e.Reason != vpnerrors.ErrUnknownParameter
		switch {
		case i == 0:
		case isKnown && !known:
			t.Errorf("%q comes after the unknown %q", e.Field, last.Field)
		case isKnown && slices.Compare(place, lastPlace) <= 0:
			t.Errorf("%q comes after %q: not in documented order, or repeated", e.Field, last.Field)
		case !isKnown && !known && e.Field <= last.Field:
			t.Errorf("unknown %q comes after %q: not sorted, or repeated", e.Field, last.Field)
		}
		known, last, lastPlace = isKnown, *e, place
	}
}

// numbered matches the number of an element: in a list of objects from 1, or in a list of blocks from 0.
var numbered = regexp.MustCompile(`\.[0-9]+(\.|$)|\[[0-9]+\]$`)

// placeOf returns the sort key for documented order: the place of a field's parameter, that of the element of a list,
// and that of the member in it; nil for a name that no edition has.
func placeOf(e aliyun.Edition, field string) []int {
	element := -1
	general := numbered.ReplaceAllStringFunc(field, func(s string) string {
		element, _ = strconv.Atoi(strings.Trim(s, ".[]"))
		if s[0] == '[' {
			return ""
		}
		return strings.Replace(s, strings.Trim(s, "."), "N", 1)
	})
	place, known := places[e][general]
	if !known {
		return nil
	}
	return []int{place.parameter, element, place.member}
}

// places has the place of each name in the order of each edition, and in that of a file that names none.
var places = map[aliyun.Edition]map[string]place{
	0:                  placesIn(append(slices.Clone(documentedOrder), order2025...)),
	aliyun.Edition2019: placesIn(documentedOrder),
	aliyun.Edition2025: placesIn(order2025),
}

// A place is that of the first name with the same parameter, and that of the name itself.
type place struct{ parameter, member int }

func placesIn(order []string) map[string]place {
	parameters, all := make(map[string]int), make(map[string]place)
	for i, name := range order {
		parameter, _, _ := strings.Cut(name, ".")
		if _, seen := parameters[parameter]; !seen {
			parameters[parameter] = i
		}
		if _, seen := all[name]; !seen {
			all[name] = place{parameters[parameter], i}
		}
	}
	return all
}

// checkOneLine fails t unless text is one printable line of bounded length.
func checkOneLine(t testing.TB, text string) {
	t.Helper()
	checkPrints(t, "the text", text, longestError)
}

// pairs returns what seq yields, in order.
func pairs(seq iter.Seq2[string, string]) [][2]string {
	var list [][2]string
	for name, value := range seq {
		list = append(list, [2]string{name, value})
	}
	return list
}

// checkStops breaks out of seq after each of its pairs in turn.
func checkStops(t *testing.T, seq iter.Seq2[string, string]) {
	t.Helper()
	all := pairs(seq)
	for n := 1; n <= len(all); n++ {
		var got [][2]string
		for name, value := range seq {
			if got = append(got, [2]string{name, value}); len(got) == n {
				break
			}
		}
		if !slices.Equal(got, all[:n]) {
			t.Errorf("left after %d of %d pairs, it had yielded %q", n, len(all), got)
		}
	}
}

// sortedPairs returns a map as a list, for messages.
func sortedPairs(params map[string]string) (list []string) {
	for _, name := range slices.Sorted(maps.Keys(params)) {
		list = append(list, name+"="+params[name])
	}
	return list
}
