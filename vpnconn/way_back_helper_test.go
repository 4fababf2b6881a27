package vpnconn_test

import (
	stderrors "errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Short names for what is wrong with a request.
type (
	mistake  = vpnerrors.FieldError
	mistakes = vpnerrors.ValidationErrors
)

// sentParams returns the parameters of the smallest request, with more of them or others: pairs of a name and a value.
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

// sentQuery returns the smallest request as a query, with more of it behind.
func sentQuery(more string) string {
	return "Action=CreateVpnConnection&CustomerGatewayId=cgw-1&LocalSubnet=10.0.0.0/24&RegionId=cn-shanghai" +
		"&RemoteSubnet=10.1.0.0/24&VpnGatewayId=vpn-1" + more
}

// smallest returns the options for the request of sentParams, with opts on top.
func smallest(opts ...vpnconn.Option) []vpnconn.Option {
	return append([]vpnconn.Option{
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithRemoteSubnets("10.1.0.0/24"),
		vpnconn.WithVPNGatewayID("vpn-1"),
	}, opts...)
}

// mustNew returns the smallest request with opts on top.
func mustNew(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	r, err := vpnconn.New(smallest(opts...)...)
	if err != nil {
		t.Fatalf("the request to compare with: %v", err)
	}
	return r
}

// checkRefused fails t unless got is the zero Request and err says exactly what is wanted.
func checkRefused(t testing.TB, got vpnconn.Request, err error, want mistakes) {
	t.Helper()
	if !got.IsZero() {
		t.Errorf("a Request beside an error: %v", got)
	}
	if diff := cmp.Diff(error(want), err); diff != "" {
		t.Errorf("error (-want +got):\n%s", diff)
	}
	if err != nil {
		checkErrorLaws(t, err)
	}
}

// namesAndReasons returns what an error says in short: "Name: too long".
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

// documentedOrder lists every parameter and setting in the order of the API document, with what precedes them all in the
// error for a Spec that is no object.
var documentedOrder = []string{
	"", "Action", "CustomerGatewayId", "LocalSubnet", "RegionId", "RemoteSubnet", "VpnGatewayId", "ClientToken",
	"EffectImmediately",
	"IkeConfig", "IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg",
	"IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs", "IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId",
	"IpsecConfig", "IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs",
	"IpsecConfig.IpsecLifetime",
	"Name",
}

// allReasons lists the reasons that a mistake can have.
var allReasons = []error{
	vpnerrors.ErrRequired, vpnerrors.ErrEmpty, vpnerrors.ErrTooShort, vpnerrors.ErrTooLong, vpnerrors.ErrOutOfRange,
	vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCharacter, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits,
	vpnerrors.ErrNotIPv4, vpnerrors.ErrDuplicate, vpnerrors.ErrFraction, vpnerrors.ErrConflict,
	vpnerrors.ErrUnknownParameter, vpnerrors.ErrBadType,
}

// How long an error may get, in bytes. One mistake shows four texts, field, value, part and suggestion, of 64 characters
// each; a character takes 10 bytes at most, as \U0010ffff, and the words around them are fewer than 400. A list shows 16
// mistakes and how many more there are.
const (
	longestMistake = 4*(64*10+2) + 400
	longestError   = 16*(longestMistake+len("; ")) + len("; and 9223372036854775807 more")
)

// checkErrorLaws fails t unless err is as every error of the way back has to be, whatever came in: ValidationErrors with a
// reason each, once a field, in documented order, hiding what could be a key, and one line of bounded length.
func checkErrorLaws(t testing.TB, err error) {
	t.Helper()
	errs, ok := err.(mistakes)
	if !ok || len(errs) == 0 {
		t.Fatalf("the error is %T with %d elements, want ValidationErrors with one or more", err, len(errs))
	}
	checkOneLine(t, err.Error())
	if len(errs) == 1 && len(err.Error()) > longestMistake {
		t.Errorf("the text of one mistake has %d bytes, want %d at most", len(err.Error()), longestMistake)
	}
	known := true
	last := mistake{}
	lastPlace := -1
	for i, e := range errs {
		if !slices.ContainsFunc(allReasons, func(r error) bool { return stderrors.Is(e, r) }) {
			t.Errorf("mistake %d, %s: the reason is %v", i, e.Field, e.Reason)
		}
		if utf8.RuneCountInString(e.Value) > 64 {
			t.Errorf("mistake %d, %s: the value has more than 64 characters", i, e.Field)
		}
		inPhase := strings.HasPrefix(e.Field, "IkeConfig.") || strings.HasPrefix(e.Field, "IpsecConfig.")
		mayBeKey := e.Field == "IkeConfig" || e.Field == "IpsecConfig" || e.Field == "IkeConfig.Psk" ||
			e.Reason == vpnerrors.ErrUnknownParameter ||
			inPhase && (e.Reason == vpnerrors.ErrBadType || e.Reason == vpnerrors.ErrDuplicate)
		if mayBeKey && (e.Value != "" || e.Part != "") {
			t.Errorf("mistake %d, %s: value %q and part %q, which may be a key", i, e.Field, e.Value, e.Part)
		}
		base, element := listPlace(e.Field)
		rank := slices.Index(documentedOrder, base)
		isKnown := rank >= 0 && e.Reason != vpnerrors.ErrUnknownParameter
		switch lastBase, _ := listPlace(last.Field); {
		case i == 0:
		case isKnown && !known:
			t.Errorf("%q stands behind the unknown %q", e.Field, last.Field)
		case isKnown && (rank < slices.Index(documentedOrder, lastBase) || lastBase == base && element <= lastPlace):
			t.Errorf("%q stands behind %q, not in documented order or not once", e.Field, last.Field)
		case !isKnown && !known && e.Field <= last.Field:
			t.Errorf("unknown %q stands behind %q, not sorted or not once", e.Field, last.Field)
		}
		known, last, lastPlace = isKnown, *e, element
	}
}

// listPlace takes the name of a list's element apart; what is none has the place -1.
func listPlace(field string) (base string, place int) {
	for _, list := range []string{"LocalSubnet", "RemoteSubnet"} {
		if rest, ok := strings.CutPrefix(field, list+"["); ok {
			if place, err := strconv.Atoi(strings.TrimSuffix(rest, "]")); err == nil {
				return list, place
			}
		}
	}
	return field, -1
}

// checkOneLine fails t unless text is one printable line of bounded length.
func checkOneLine(t testing.TB, text string) {
	t.Helper()
	if i := strings.IndexFunc(text, func(c rune) bool { return !strconv.IsPrint(c) }); i >= 0 || !utf8.ValidString(text) {
		t.Errorf("the text is not printable at byte %d: %.200q", i, text)
	}
	if len(text) > longestError {
		t.Errorf("the text has %d bytes, want %d at most", len(text), longestError)
	}
}

// sortedPairs returns a map as a list, for messages.
func sortedPairs(params map[string]string) (list []string) {
	for _, name := range slices.Sorted(maps.Keys(params)) {
		list = append(list, name+"="+params[name])
	}
	return list
}
