package errors_test

import (
	stderrors "errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// documentedErrors is the table of error codes in the API document of 2019-06-04, row by row.
var documentedErrors = []struct {
	status   int
	code     vpnerrors.Code
	message  string
	sentinel error
	kind     error
	retry    bool
}{
	{403, "Forbbiden.SubUser", "User not authorized to operate on the specified resource as your account is created by another user.",
		vpnerrors.ErrForbiddenSubUser, vpnerrors.ErrPermission, false},
	{403, "Forbidden", "User not authorized to operate on the specified resource.",
		vpnerrors.ErrForbidden, vpnerrors.ErrPermission, false},
	{400, "Resource.QuotaFull", "The quota of resource is full",
		vpnerrors.ErrQuotaFull, nil, false},
	{404, "InvalidCustomerGatewayInstanceId.NotFound", "The specified customer gateway instance id does not exist.",
		vpnerrors.ErrCustomerGatewayNotFound, vpnerrors.ErrNotFound, false},
	{404, "InvalidVpnGatewayInstanceId.NotFound", "The specified vpn gateway instance id does not exist.",
		vpnerrors.ErrVPNGatewayNotFound, vpnerrors.ErrNotFound, false},
	{400, "InvalidVpnConnection.AlreadyExists", "Vpn connection already exists.",
		vpnerrors.ErrAlreadyExists, nil, false},
	{400, "VpnGateway.Configuring", "The specified service is configuring.",
		vpnerrors.ErrConfiguring, nil, true},
	{400, "VpnGateway.FinancialLocked", "The specified service is financial locked.",
		vpnerrors.ErrFinancialLocked, nil, false},
}

// kinds are the sentinels that stand for no code of their own.
var kinds = []error{vpnerrors.ErrPermission, vpnerrors.ErrNotFound, vpnerrors.ErrMalformedReply}

func TestCodes(t *testing.T) {
	var want []vpnerrors.Code
	for _, d := range documentedErrors {
		want = append(want, d.code)
	}
	got := vpnerrors.Codes()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("not the documented codes in documented order (-want +got):\n%s", diff)
	}
	got[0] = "changed"
	if diff := cmp.Diff(want, vpnerrors.Codes()); diff != "" {
		t.Errorf("a caller changed the codes of the next one (-want +got):\n%s", diff)
	}
}

func TestDocumentedErrors(t *testing.T) {
	for _, d := range documentedErrors {
		err := vpnerrors.Decode(d.status, fmt.Appendf(nil, `{"Code":%q,"Message":%q}`, d.code, d.message))
		var got *vpnerrors.APIError
		if !stderrors.As(err, &got) || got.HTTPStatus != d.status || got.Code != d.code || got.Message != d.message {
			t.Errorf("%s came back as %#v", d.code, err)
		}
		for _, other := range documentedErrors {
			if is, want := stderrors.Is(err, other.sentinel), other.code == d.code; is != want {
				t.Errorf("%s is %q: %v, want %v", d.code, other.sentinel, is, want)
			}
		}
		for _, kind := range kinds {
			if is, want := stderrors.Is(err, kind), kind == d.kind; is != want {
				t.Errorf("%s is of kind %q: %v, want %v", d.code, kind, is, want)
			}
		}
		for _, status := range []int{0, 200, 400, 403, 404, 429, 500, 503} {
			e := &vpnerrors.APIError{HTTPStatus: status, Code: d.code}
			if e.Retryable() != d.retry {
				t.Errorf("%s with status %d is retryable: %v, want %v whatever the status", d.code, status, !d.retry, d.retry)
			}
			if !stderrors.Is(e, d.sentinel) {
				t.Errorf("%s with status %d is not its sentinel, want it whatever the status", d.code, status)
			}
		}
	}
}

func TestForbiddenSubUserSpelledRight(t *testing.T) {
	for _, status := range []int{403, 500} {
		err := vpnerrors.Decode(status, []byte(`{"Code":"Forbidden.SubUser"}`))
		if got := err.(*vpnerrors.APIError).Code; got != "Forbidden.SubUser" {
			t.Errorf("the code became %q, want it as received", got)
		}
		if !stderrors.Is(err, vpnerrors.ErrForbiddenSubUser) || stderrors.Is(err, vpnerrors.ErrForbidden) {
			t.Errorf("%v: is not ErrForbiddenSubUser alone", err)
		}
		if vpnerrors.IsRetryable(err) {
			t.Errorf("%v: is retryable, want final like the other spelling", err)
		}
	}
}

func TestSentinelText(t *testing.T) {
	seen := make(map[string]bool)
	check := func(err error) {
		text := err.Error()
		if seen[text] {
			t.Errorf("%q stands for two errors: go-cmp could not tell them apart", text)
		}
		seen[text] = true
		if text == "" || strings.ContainsAny(text, "\r\n") || strings.HasSuffix(text, ".") {
			t.Errorf("%q is not one line that others can go on from", text)
		}
	}
	for _, d := range documentedErrors {
		check(d.sentinel)
		if !strings.HasPrefix(d.sentinel.Error(), string(d.code)+": ") {
			t.Errorf("%q does not begin with its code", d.sentinel)
		}
	}
	for _, kind := range kinds {
		check(kind)
	}
}

// TestSentinelCompare holds for users' tests of structs with an error in them.
func TestSentinelCompare(t *testing.T) {
	type result struct{ Err error }
	if diff := cmp.Diff(result{vpnerrors.ErrQuotaFull}, result{vpnerrors.ErrQuotaFull}); diff != "" {
		t.Errorf("a sentinel differs from itself:\n%s", diff)
	}
	if cmp.Equal(result{vpnerrors.ErrQuotaFull}, result{vpnerrors.ErrForbidden}) {
		t.Error("two sentinels are equal")
	}
}

// TestLaterCodes walks the codes that the service documents for this operation at the end of 2025: each comes through
// whole, and as retryable only if its cause goes away by itself.
func TestLaterCodes(t *testing.T) {
	retryable := map[vpnerrors.Code]bool{"VpnGateway.Configuring": true, "VpnTask.CONFLICT": true, "InternalError": true}
	for _, row := range laterErrors {
		want := &vpnerrors.APIError{HTTPStatus: row.status, Code: row.code, Message: row.message, RequestID: "r"}
		want.Body = fmt.Appendf(nil, `{"RequestId":"r","Code":%q,"Message":%q}`, row.code, row.message)
		err := vpnerrors.Decode(row.status, want.Body)
		if diff := cmp.Diff(error(want), err); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", row.code, diff)
		}
		if got := vpnerrors.IsRetryable(err); got != retryable[row.code] {
			t.Errorf("%s is retryable: %v, want %v", row.code, got, retryable[row.code])
		}
		if stderrors.Is(err, vpnerrors.ErrMalformedReply) {
			t.Errorf("%s is a malformed reply", row.code)
		}
	}
	if len(laterErrors) != 53 {
		t.Errorf("%d codes, want 53", len(laterErrors))
	}
}

// laterErrors has the error codes of CreateVpnConnection in the service's metadata of 2025-12-19.
var laterErrors = []struct {
	status  int
	code    vpnerrors.Code
	message string
}{
	{400, "Resource.QuotaFull", "The quota of resource is full"},
	{400, "InvalidVpnConnection.AlreadyExists", "Vpn connection already exists."},
	{400, "VpnGateway.Configuring", "The specified service is configuring."},
	{400, "VpnGateway.FinancialLocked", "The specified service is financial locked."},
	{400, "VpnGateway.IpsecVpnDisabled", "The vpn gateway does not enable IPSec VPN."},
	{400, "VpnRouteEntry.AlreadyExists", "The specified route entry is already exist."},
	{400, "VpnRouteEntry.Conflict", "The specified route entry has conflict."},
	{400, "NotSupportVpnConnectionParameter.IpsecPfs", "The specified vpn connection ipsec Ipsec Pfs is not support."},
	{400, "NotSupportVpnConnectionParameter.IpsecAuthAlg", "The specified vpn connection ipsec Auth Alg is not support."},
	{400, "VpnRouteEntry.ConflictSSL", "The specified route entry has conflict with SSL client."},
	{400, "VpnRouteEntry.BackupRoute", "Validate backup route entry failed."},
	{400, "VpnRouteEntry.InvalidWeight", "Invalid route entry weight value."},
	{400, "InvalidParameter.VpnConnectionName", "The specified vpn connection name is invalid."},
	{400, "OperationUnsupported.SetDPD", "Current version of the VPN does not support setting DPD."},
	{400, "OperationUnsupported.SetNatTraversal", "Current version of the VPN does not support setting NAT traversal."},
	{400, "QuotaExceeded.PolicyBasedRoute", "The maximum number of policy-based routes is exceeded. Existing routes: %s. Routes to be created: %s. Maximum routes: %s."},
	{400, "MissingParameter.TunnelCidr", "The parameter TunnelCidr is mandatory when BGP is enabled."},
	{400, "OperationUnsupported.EnableBgp", "Current version of the VPN does not support enable BGP."},
	{400, "MissingParam.CustomerGatewayAsn", "Asn of customer gateway is mandatory when BGP is enabled."},
	{400, "IllegalParam.LocalAsn", "The specified LocalAsn is invalid."},
	{400, "IllegalParam.BgpConfig", "The specified BgpConfig is invalid."},
	{400, "IllegalParam.EnableBgp", "VPN connection must enable BGP when VPN gateway has enabled BGP."},
	{400, "IllegalParam.TunnelCidr", "The specified TunnelCidr is invalid."},
	{400, "InvalidLocalBgpIp.Malformed", "The specified LocalBgpIp is malformed."},
	{400, "IllegalParam.LocalBgpIp", "The specified LocalBgpIp is invalid."},
	{400, "IllegalParam.LocalSubnet", `The specified "LocalSubnet" (%s) is invalid.`},
	{400, "IllegalParam.RemoteSubnet", `The specified "RemoteSubnet" (%s) is invalid.`},
	{400, "OperationFailed.MissCertificate", "The VPN gateway has not associated any certificates."},
	{400, "MissingParam.RemoteId", "The remote ID is mandatory when creating national standard VPN connection."},
	{400, "OperationFailed.CenLevelNotSupport", "When the VPC to which the VPN gateway belongs is attached to a FULL-mode CEN, the VPN gateway cannot enable BGP."},
	{400, "CustomerGateway.ConflictRouteEntry", "The specified customer gateway has conflict with route entry."},
	{400, "VpnTask.CONFLICT", "Vpn task has conflict."},
	{400, "Forbidden.TagKey.Duplicated", "The specified tag key already exists."},
	{400, "SizeLimitExceeded.TagNum", "The maximum number of tags is exceeded."},
	{400, "InvalidParameter.TagValue", "The specified parameter TagValue is invalid."},
	{400, "InvalidParameter.TagKey", "The specified parameter TagKey is invalid."},
	{400, "Duplicated.TagKey", "The specified parameter TagKey is duplicated."},
	{400, "InternalError", "The request processing has failed due to some unknown error, exception or failure."},
	{400, "InvalidTunnelCidr.Malformed", "The specified TunnelCidr is malformed."},
	{400, "VpnConnectionParamInvalid.SameVpnAndCgwDifferentIkeConfigs", "IPSec connections associated with the same user gateway and VPN gateway should have the same pre-shared key and IKE configuration."},
	{400, "VpnConnectionParamInvalid.SameVpnAndCgwTrafficSelectorOverlap", "Traffic selectors of IPSec connections associated with the same user gateway and VPN gateway should not overlap."},
	{400, "CustomerGateway.ConflictVpnIp", "The customer gateway associated with the IPSec connection should not have the same IP address as the VPN gateway."},
	{400, "VpnGateway.IPsecServerAndVpnConnectionConflict", "The IPSec connection and IPSec server cannot be configured on the same VPN gateway at the same time."},
	{400, "InvalidSslVpnServerCertId.NotFound", "The parameter is incorrect. The corresponding SSL VPN server certificate cannot be found."},
	{400, "MissingParameter.TunnelOptionsSpecification", "The required parameters are missing when creating a tunnel for dual-tunnel VPN."},
	{400, "CreateDbrRoutesQuotaFull.QuotaFull", "The number of created destination routes exceeds the quota limit."},
	{400, "CreatePbrRoutesQuotaFull.QuotaFull", "The number of policy routes exceeds the quota limit."},
	{400, "CreateVpnConnectionsQuotaFull.QuotaFull", "The number of VPN connections exceeds the quota limit."},
	{400, "DryRunOperation", "Request validation has been passed with DryRun flag set."},
	{403, "Forbbiden.SubUser", "User not authorized to operate on the specified resource as your account is created by another user."},
	{403, "Forbidden", "User not authorized to operate on the specified resource."},
	{404, "InvalidCustomerGatewayInstanceId.NotFound", "The specified customer gateway instance id does not exist."},
	{404, "InvalidVpnGatewayInstanceId.NotFound", "The specified vpn gateway instance id does not exist."},
}
