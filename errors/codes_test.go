package errors_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// A documentedCode is one of testdata/documented_codes.json, which has the error codes of CreateVpnConnection in the
// service's metadata of 2025-12-19, in documented order.
type documentedCode struct {
	Status  int
	Code    vpnerrors.Code
	Kind    string // the text of a kind, "retry", or ""
	Field   string
	Message string
}

func documentedCodes(t testing.TB) (list []documentedCode) {
	t.Helper()
	text, err := os.ReadFile("testdata/documented_codes.json")
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil || len(list) != 53 {
		t.Fatalf("%d documented codes, want 53: %v", len(list), err)
	}
	return list
}

// kinds are the sentinels without a code of their own.
var kinds = []error{vpnerrors.ErrPermission, vpnerrors.ErrNotFound, vpnerrors.ErrQuota, vpnerrors.ErrParameter, vpnerrors.ErrMalformedReply}

// sentinels are those with a code. The first eight codes are those of edition 2019, in its order.
var sentinels = []struct {
	code vpnerrors.Code
	err  error
}{
	{"Forbbiden.SubUser", vpnerrors.ErrForbiddenSubUser},
	{"Forbidden", vpnerrors.ErrForbidden},
	{"Resource.QuotaFull", vpnerrors.ErrQuotaFull},
	{"InvalidCustomerGatewayInstanceId.NotFound", vpnerrors.ErrCustomerGatewayNotFound},
	{"InvalidVpnGatewayInstanceId.NotFound", vpnerrors.ErrVPNGatewayNotFound},
	{"InvalidVpnConnection.AlreadyExists", vpnerrors.ErrAlreadyExists},
	{"VpnGateway.Configuring", vpnerrors.ErrConfiguring},
	{"VpnGateway.FinancialLocked", vpnerrors.ErrFinancialLocked},

	{"VpnTask.CONFLICT", vpnerrors.ErrTaskConflict},
	{"DryRunOperation", vpnerrors.ErrDryRun},
	{"IdempotentParameterMismatch", vpnerrors.ErrTokenMismatch},
}

func TestCodes(t *testing.T) {
	var in2019, in2025 []vpnerrors.Code
	for _, s := range sentinels[:8] {
		in2019 = append(in2019, s.code)
	}
	for _, d := range documentedCodes(t) {
		in2025 = append(in2025, d.Code)
	}
	for _, tt := range []struct {
		name string
		get  func() []vpnerrors.Code
		want []vpnerrors.Code
	}{
		{"Codes", vpnerrors.Codes, in2019},
		{"2019", func() []vpnerrors.Code { return vpnerrors.CodesIn(aliyun.Edition2019) }, in2019},
		{"none named", func() []vpnerrors.Code { return vpnerrors.CodesIn(0) }, in2019},
		{"2025", func() []vpnerrors.Code { return vpnerrors.CodesIn(aliyun.Edition2025) }, in2025},
		{"unknown", func() []vpnerrors.Code { return vpnerrors.CodesIn(2020) }, nil},
	} {
		got := tt.get()
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: not the documented codes in documented order (-want +got):\n%s", tt.name, diff)
		}
		for i := range got {
			got[i] = "changed"
		}
		if diff := cmp.Diff(tt.want, tt.get()); diff != "" {
			t.Errorf("%s: changing the codes changes those of the next call (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestDocumentedCodes compares what the package knows about each documented code with the testdata.
func TestDocumentedCodes(t *testing.T) {
	documented := documentedCodes(t)
	for _, d := range documented {
		body := fmt.Appendf(nil, `{"RequestId":"r","Code":%q,"Message":%q}`, d.Code, d.Message)
		err := vpnerrors.Decode(d.Status, body)
		want := &vpnerrors.APIError{HTTPStatus: d.Status, Code: d.Code, Message: d.Message, RequestID: "r", Body: body}
		if diff := cmp.Diff(error(want), err); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", d.Code, diff)
		}
		for _, other := range documented {
			if is := stderrors.Is(err, other.Code); is != (other.Code == d.Code) {
				t.Errorf("%s is %s: %v", d.Code, other.Code, is)
			}
		}
		for _, kind := range kinds {
			if is, want := stderrors.Is(err, kind), kind.Error() == d.Kind; is != want {
				t.Errorf("%s is of kind %q: %v, want %v", d.Code, kind, is, want)
			}
		}
		if got := want.Field(); got != d.Field {
			t.Errorf("%s is about %q, want %q", d.Code, got, d.Field)
		}
		for _, status := range []int{0, 200, 400, 403, 404, 408, 429, 500, 503} {
			e := &vpnerrors.APIError{HTTPStatus: status, Code: d.Code}
			if want := d.Kind == "retry"; e.Retryable() != want {
				t.Errorf("%s with status %d is retryable: %v, want %v whatever the status", d.Code, status, !want, want)
			}
		}
	}
}

func TestSentinels(t *testing.T) {
	for _, s := range sentinels {
		for _, status := range []int{0, 200, 400, 403, 404, 429, 500} {
			for _, other := range sentinels {
				want := other.code == s.code
				if is := stderrors.Is(&vpnerrors.APIError{HTTPStatus: status, Code: s.code}, other.err); is != want {
					t.Errorf("%s with status %d is %q: %v, want %v whatever the status", s.code, status, other.err, is, want)
				}
				if is := stderrors.Is(s.code, other.err); is != want {
					t.Errorf("the code %s itself is %q: %v, want %v", s.code, other.err, is, want)
				}
			}
		}
	}
}

func TestSentinelText(t *testing.T) {
	seen := make(map[string]bool)
	check := func(err error) {
		text := err.Error()
		if seen[text] {
			t.Errorf("two errors have the text %q: go-cmp could not distinguish them", text)
		}
		seen[text] = true
		if text == "" || strings.ContainsAny(text, "\r\n") || strings.HasSuffix(text, ".") {
			t.Errorf("%q is not one line that can be continued", text)
		}
	}
	for _, s := range sentinels {
		check(s.err)
		if !strings.HasPrefix(s.err.Error(), string(s.code)+": ") {
			t.Errorf("%q does not begin with its code", s.err)
		}
	}
	for _, kind := range kinds {
		check(kind)
	}
}

// TestSentinelCompare: users' tests compare structs with errors in them.
func TestSentinelCompare(t *testing.T) {
	type result struct{ Err error }
	list := []error{vpnerrors.ErrQuotaFull, vpnerrors.ErrQuota, vpnerrors.Code("Resource.QuotaFull"), vpnerrors.Code("Forbidden")}
	for i, a := range list {
		for j, b := range list {
			if cmp.Equal(result{a}, result{b}) != (i == j) {
				t.Errorf("%q and %q are equal: %v", a, b, i != j)
			}
		}
	}
}

func TestCodeIsError(t *testing.T) {
	const code = vpnerrors.Code("VpnRouteEntry.Conflict")
	for _, format := range []string{"%v", "%+v", "%s", "%q", "%#v", "%x", "%10s"} {
		if got, want := fmt.Sprintf(format, code), fmt.Sprintf(format, string(code)); got != want {
			t.Errorf("%s prints %s, want the unchanged text: %s", format, got, want)
		}
	}
	for _, tt := range []struct {
		err    error
		target vpnerrors.Code
		want   bool
		why    string
	}{
		{&vpnerrors.APIError{Code: code}, code, true, "its code"},
		{fmt.Errorf("create: %w", stderrors.Join(os.ErrExist, &vpnerrors.APIError{Code: code})), code, true, "at any depth"},
		{&vpnerrors.APIError{Code: "X.Y"}, "X.Y", true, "any code, not only documented ones"},
		{&vpnerrors.APIError{Code: code}, "VpnRouteEntry.ConflictSSL", false, "another code"},
		{&vpnerrors.APIError{Code: code}, "vpnrouteentry.conflict", false, "letter case counts"},
		{&vpnerrors.APIError{Code: "Forbbiden.SubUser"}, "Forbidden.SubUser", true, "the caller spells it right"},
		{&vpnerrors.APIError{Code: "Forbidden.SubUser"}, "Forbbiden.SubUser", true, "the service spells it right"},
		{&vpnerrors.APIError{Code: "Forbidden.SubUser"}, "Forbidden", false, "another code"},
		{&vpnerrors.APIError{Code: code}, "", false, "an empty code is not a target"},
		{&vpnerrors.APIError{HTTPStatus: 502}, "", false, "nor if the reply has none"},
		{&vpnerrors.APIError{HTTPStatus: 502}, code, false, "a reply without a code"},
		{(*vpnerrors.APIError)(nil), "", false, "no reply"},
		{vpnerrors.ErrConfiguring, "VpnGateway.Configuring", false, "a sentinel is not a reply"},
	} {
		if got := stderrors.Is(tt.err, tt.target); got != tt.want {
			t.Errorf("%v is %q: %v, want %v: %s", tt.err, tt.target, got, tt.want, tt.why)
		}
	}
	for _, tt := range []struct {
		err  error
		want vpnerrors.Code // "" if As finds none
		why  string
	}{
		{&vpnerrors.APIError{Code: code}, code, "its code"},
		{fmt.Errorf("create: %w", &vpnerrors.APIError{Code: "Forbidden.SubUser"}), "Forbidden.SubUser", "as received"},
		{&vpnerrors.APIError{HTTPStatus: 502}, "", "none"},
		{(*vpnerrors.APIError)(nil), "", "no reply"},
		{stderrors.Join(&vpnerrors.APIError{HTTPStatus: 502}, &vpnerrors.APIError{Code: code}), code, "the first code"},
	} {
		got := vpnerrors.Code("unset")
		if ok := stderrors.As(tt.err, &got); ok != (tt.want != "") || ok && got != tt.want || !ok && got != "unset" {
			t.Errorf("errors.As finds %q in %v, %v, want %q: %s", got, tt.err, ok, tt.want, tt.why)
		}
	}
	if text := ""; (&vpnerrors.APIError{Code: code}).As(&text) {
		t.Error("As accepts a target that is not a *Code")
	}
}
