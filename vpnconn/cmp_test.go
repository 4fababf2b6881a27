package vpnconn_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestCmp: go-cmp compares values of this module without options, and its reports do not show the key. Users' tests
// depend on both.
func TestCmp(t *testing.T) {
	const otherKey = keyHead + "Other" + keyTail // traceOf finds it by the same ends
	request := func(key string, opts ...ikeconfig.Option) vpnconn.Request {
		return mustNew(t, vpnconn.WithIKE(append(opts, ikeconfig.WithPSK(key))...), vpnconn.WithIPsec(ipsecconfig.WithPFS("group14")))
	}
	parseError := func(pairs ...string) error {
		_, err := vpnconn.Parse(sentParams(pairs...))
		return err
	}
	fieldError := func(pairs ...string) *vpnerrors.FieldError { return parseError(pairs...).(mistakes)[0] }
	reply := func(status int, code, message string) error {
		return vpnerrors.Decode(status, fmt.Appendf(nil, `{"Code":%q,"Message":%q,"RequestId":"r"}`, code, message))
	}
	spec := func(key string) vpnconn.Spec {
		s := fullSpec()
		s.IKE.PSK = ikeconfig.NewSecret(key)
		return s
	}
	otherName := spec(theKey)
	otherName.Name = new("other")
	response := vpnconn.Response{VPNConnectionID: "vco-1", CreateTime: time.UnixMilli(1544666102000), Name: "n", RequestID: "r"}
	later, other := response, response
	later.CreateTime = later.CreateTime.Add(time.Millisecond)
	other.VPNConnectionID = "vco-2"

	for _, tt := range []struct {
		name    string
		a, same any   // made separately, and equal
		differ  []any // from a
	}{
		{"Request", request(theKey), request(theKey), []any{
			request(otherKey), request(theKey, ikeconfig.WithMode("main")), mustNew(t), vpnconn.Request{},
		}},
		{"Request, pointer", new(request(theKey)), new(request(theKey)), []any{new(request(otherKey)), new(vpnconn.Request), (*vpnconn.Request)(nil)}},
		{"Request, list", []vpnconn.Request{request(theKey)}, []vpnconn.Request{request(theKey)}, []any{
			[]vpnconn.Request{request(otherKey)}, []vpnconn.Request{request(theKey), request(theKey)},
		}},
		{"Request, field", shown[vpnconn.Request]{request(theKey)}, shown[vpnconn.Request]{request(theKey)}, []any{shown[vpnconn.Request]{request(otherKey)}}},
		{"zero Request", vpnconn.Request{}, vpnconn.Request{}, []any{mustNew(t)}},
		{"ikeconfig.Config", request(theKey).IKE(), request(theKey).IKE(), []any{request(otherKey).IKE(), ikeconfig.Config{}}},
		{"ipsecconfig.Config", request(theKey).IPsec(), request(otherKey).IPsec(), []any{ipsecconfig.Config{}}},
		{"Secret", ikeconfig.NewSecret(theKey), ikeconfig.NewSecret(theKey), []any{ikeconfig.NewSecret(otherKey), ikeconfig.NewSecret(""), ikeconfig.Secret{}}},
		{"Spec", spec(theKey), spec(theKey), []any{spec(otherKey), otherName, vpnconn.Spec{}}},
		{"Spec of a Request", request(theKey).Spec(), request(theKey).Spec(), []any{request(otherKey).Spec()}},
		{"Response", response, response, []any{later, other, vpnconn.Response{}}},
		{"ValidationErrors", parseError("Name", "1", "IkeConfig.Psk", theKey+"\n"), parseError("Name", "1", "IkeConfig.Psk", otherKey+"\n"), []any{
			parseError("Name", "1"), parseError("Name", "2", "IkeConfig.Psk", theKey+"\n"), parseError("Name", "1", "IkeConfig", theKey),
		}},
		{"ValidationErrors, list", parseError("Name", "1").(mistakes), mistakes{fieldError("Name", "1")}, []any{
			mistakes{}, mistakes{nil}, mistakes{fieldError("Name", "1"), fieldError("Name", "1")},
		}},
		{"FieldError", fieldError("Psk", theKey), fieldError("Psk", otherKey), []any{
			fieldError("PSK", theKey), fieldError("IkeConfig", theKey), (*vpnerrors.FieldError)(nil), &vpnerrors.FieldError{},
		}},
		{"FieldError, value", *fieldError("Name", "1"), *fieldError("Name", "1"), []any{*fieldError("Name", "2")}},
		{"reason", vpnerrors.ErrTooLong, vpnerrors.ErrTooLong, []any{vpnerrors.ErrTooShort}},
		{"APIError", reply(400, "VpnGateway.Configuring", "m"), reply(400, "VpnGateway.Configuring", "m"), []any{
			reply(http.StatusBadGateway, "VpnGateway.Configuring", "m"), reply(400, "Forbidden", "m"), reply(400, "VpnGateway.Configuring", "n"),
			reply(400, "VpnGateway.Configuring", "m Psk="+theKey), (*vpnerrors.APIError)(nil),
		}},
		{"sentinel", vpnerrors.ErrConfiguring, vpnerrors.ErrConfiguring, []any{vpnerrors.ErrForbidden, vpnerrors.ErrNotFound}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.a, tt.same); diff != "" || !cmp.Equal(tt.a, tt.same) {
				t.Errorf("equal values differ:\n%s", diff)
			}
			for i, b := range tt.differ {
				for _, diff := range []string{cmp.Diff(tt.a, b), cmp.Diff(b, tt.a)} {
					if diff == "" || cmp.Equal(tt.a, b) {
						t.Errorf("value %d compares equal", i)
					}
					if trace := traceOf(diff); trace != "" {
						t.Errorf("value %d: the report shows the key, %s:\n%s", i, trace, diff)
					}
				}
			}
		})
	}
}
