package errors_test

import (
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// sdkV1Denied is sdkV1 as newer versions have it.
type sdkV1Denied struct {
	*sdkV1
	detail map[string]any
}

func (e *sdkV1Denied) AccessDeniedDetail() map[string]any { return e.detail }

// TestFromSDKKeepsTheDetail: what the SDK took out of a reply and APIError has no field for is in Body.
func TestFromSDKKeepsTheDetail(t *testing.T) {
	for _, tt := range []struct {
		name    string
		message string
		detail  map[string]any
		want    string
		why     string
	}{
		{"detail", "m", map[string]any{"AuthAction": "vpc:CreateVpnConnection"}, `{"AccessDeniedDetail":{"AuthAction":"vpc:CreateVpnConnection"}}`,
			"who is refused wants to know which action it was"},
		{"none", "m", nil, "", "nothing but the fields"},
		{"the reply", `{"Code":"Forbidden.RAM","Other":1}`, map[string]any{"A": 1}, `{"Code":"Forbidden.RAM","Other":1}`, "the reply has all of it"},
		{"a key", "m", map[string]any{"Psk": "secret"}, `{"AccessDeniedDetail":{"`, "as in every other Body"},
		{"no JSON", "m", map[string]any{"A": func() {}}, "", "nothing that can be shown"},
	} {
		e := &sdkV1Denied{&sdkV1{status: 403, code: "Forbidden.RAM", message: tt.message, requestID: "r"}, tt.detail}
		got, ok := vpnerrors.FromSDK(e)
		if !ok || got.Code != "Forbidden.RAM" || string(got.Body) != tt.want {
			t.Errorf("%s: %v, Body %q, want %q: %s", tt.name, got, got.Body, tt.want, tt.why)
		}
	}
}
