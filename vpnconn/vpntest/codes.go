package vpntest

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A codeRow is what is documented about an error code.
type codeRow struct {
	code    vpnerrors.Code
	status  int
	message string
}

// codeRows has a row for each error code that can be answered given only the code. First the documented ones, in
// documented order; a %s in them is not replaced. Source: the service's metadata of CreateVpnConnection, 2025-12-19,
// which has those of edition 2019 unchanged.
var codeRows = []codeRow{
	{"Resource.QuotaFull", 400, "The quota of resource is full"},
	{"InvalidVpnConnection.AlreadyExists", 400, "Vpn connection already exists."},
	{"VpnGateway.Configuring", 400, "The specified service is configuring."},
	{"VpnGateway.FinancialLocked", 400, "The specified service is financial locked."},
	{"VpnGateway.IpsecVpnDisabled", 400, "The vpn gateway does not enable IPSec VPN."},
	{"VpnRouteEntry.AlreadyExists", 400, "The specified route entry is already exist."},
	{"VpnRouteEntry.Conflict", 400, "The specified route entry has conflict."},
	{"NotSupportVpnConnectionParameter.IpsecPfs", 400, "The specified vpn connection ipsec Ipsec Pfs is not support."},
	{"NotSupportVpnConnectionParameter.IpsecAuthAlg", 400, "The specified vpn connection ipsec Auth Alg is not support."},
	{"VpnRouteEntry.ConflictSSL", 400, "The specified route entry has conflict with SSL client."},
	{"VpnRouteEntry.BackupRoute", 400, "Validate backup route entry failed."},
	{"VpnRouteEntry.InvalidWeight", 400, "Invalid route entry weight value."},
	{"InvalidParameter.VpnConnectionName", 400, "The specified vpn connection name is invalid."},
	{"OperationUnsupported.SetDPD", 400, "Current version of the VPN does not support setting DPD."},
	{"OperationUnsupported.SetNatTraversal", 400, "Current version of the VPN does not support setting NAT traversal."},
	{"QuotaExceeded.PolicyBasedRoute", 400, "The maximum number of policy-based routes is exceeded. Existing routes: %s. Routes to be created: %s. Maximum routes: %s."},
	{"MissingParameter.TunnelCidr", 400, "The parameter TunnelCidr is mandatory when BGP is enabled."},
	{"OperationUnsupported.EnableBgp", 400, "Current version of the VPN does not support enable BGP."},
	{"MissingParam.CustomerGatewayAsn", 400, "Asn of customer gateway is mandatory when BGP is enabled."},
	{"IllegalParam.LocalAsn", 400, "The specified LocalAsn is invalid."},
	{"IllegalParam.BgpConfig", 400, "The specified BgpConfig is invalid."},
	{"IllegalParam.EnableBgp", 400, "VPN connection must enable BGP when VPN gateway has enabled BGP."},
	{"IllegalParam.TunnelCidr", 400, "The specified TunnelCidr is invalid."},
	{"InvalidLocalBgpIp.Malformed", 400, "The specified LocalBgpIp is malformed."},
	{"IllegalParam.LocalBgpIp", 400, "The specified LocalBgpIp is invalid."},
	{"IllegalParam.LocalSubnet", 400, `The specified "LocalSubnet" (%s) is invalid.`},
	{"IllegalParam.RemoteSubnet", 400, `The specified "RemoteSubnet" (%s) is invalid.`},
	{"OperationFailed.MissCertificate", 400, "The VPN gateway has not associated any certificates."},
	{"MissingParam.RemoteId", 400, "The remote ID is mandatory when creating national standard VPN connection."},
	{"OperationFailed.CenLevelNotSupport", 400, "When the VPC to which the VPN gateway belongs is attached to a FULL-mode CEN, the VPN gateway cannot enable BGP."},
	{"CustomerGateway.ConflictRouteEntry", 400, "The specified customer gateway has conflict with route entry."},
	{"VpnTask.CONFLICT", 400, "Vpn task has conflict."},
	{"Forbidden.TagKey.Duplicated", 400, "The specified tag key already exists."},
	{"SizeLimitExceeded.TagNum", 400, "The maximum number of tags is exceeded."},
	{"InvalidParameter.TagValue", 400, "The specified parameter TagValue is invalid."},
	{"InvalidParameter.TagKey", 400, "The specified parameter TagKey is invalid."},
	{"Duplicated.TagKey", 400, "The specified parameter TagKey is duplicated."},
	{"InternalError", 400, "The request processing has failed due to some unknown error, exception or failure."},
	{"InvalidTunnelCidr.Malformed", 400, "The specified TunnelCidr is malformed."},
	{"VpnConnectionParamInvalid.SameVpnAndCgwDifferentIkeConfigs", 400, "IPSec connections associated with the same user gateway and VPN gateway should have the same pre-shared key and IKE configuration."},
	{"VpnConnectionParamInvalid.SameVpnAndCgwTrafficSelectorOverlap", 400, "Traffic selectors of IPSec connections associated with the same user gateway and VPN gateway should not overlap."},
	{"CustomerGateway.ConflictVpnIp", 400, "The customer gateway associated with the IPSec connection should not have the same IP address as the VPN gateway."},
	{"VpnGateway.IPsecServerAndVpnConnectionConflict", 400, "The IPSec connection and IPSec server cannot be configured on the same VPN gateway at the same time."},
	{"InvalidSslVpnServerCertId.NotFound", 400, "The parameter is incorrect. The corresponding SSL VPN server certificate cannot be found."},
	{"MissingParameter.TunnelOptionsSpecification", 400, "The required parameters are missing when creating a tunnel for dual-tunnel VPN."},
	{"CreateDbrRoutesQuotaFull.QuotaFull", 400, "The number of created destination routes exceeds the quota limit."},
	{"CreatePbrRoutesQuotaFull.QuotaFull", 400, "The number of policy routes exceeds the quota limit."},
	{"CreateVpnConnectionsQuotaFull.QuotaFull", 400, "The number of VPN connections exceeds the quota limit."},
	{"DryRunOperation", 400, "Request validation has been passed with DryRun flag set."},
	{"Forbbiden.SubUser", 403, "User not authorized to operate on the specified resource as your account is created by another user."},
	{"Forbidden", 403, "User not authorized to operate on the specified resource."},
	{"InvalidCustomerGatewayInstanceId.NotFound", 404, "The specified customer gateway instance id does not exist."},
	{"InvalidVpnGatewayInstanceId.NotFound", 404, "The specified vpn gateway instance id does not exist."},

	// Codes of the API gateway, for all operations.
	{"IdempotentParameterMismatch", 400, "The request is retried with updated parameters."},
	{"InvalidAction.NotFound", 404, "Specified api is not found, please check your url and method."},
	{"InvalidVersion", 400, "Specified parameter Version is not valid."},
	{"LastTokenProcessing", 403, "The last token request is processing."},
	{"ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server."},
	{"Throttling", 400, "Request was denied due to request throttling."},
	{"Throttling.User", 400, "Request was denied due to user flow control."},

	// For what no well-behaved client sends; the names come from HTTP.
	{"IncompleteBody", 400, "The body of the request ends too soon."},
	{"RequestEntityTooLarge", 413, "The body of the request is too large."},
	{"UnsupportedHTTPMethod", 405, "This http method is not supported."},
	{"UnsupportedMediaType", 415, "The body of the request is not a form."},
}

// rowOf returns the row of a code, or a general row for an unknown code.
func rowOf(code vpnerrors.Code) codeRow {
	for _, d := range codeRows {
		if d.code == code {
			return d
		}
	}
	return codeRow{code, http.StatusBadRequest, "The request was refused."}
}

// refusal returns a documented error; the rest is filled in from codeRows when it is sent.
func refusal(code vpnerrors.Code) *vpnerrors.APIError { return &vpnerrors.APIError{Code: code} }

func missing(name string) *vpnerrors.APIError {
	return &vpnerrors.APIError{
		Code:    "MissingParameter",
		Message: fmt.Sprintf("The input parameter %q that is mandatory for processing this request is not supplied.", name),
	}
}

// explain turns what is wrong with the parameters into an error that names the first of them, as the service does, or the
// first that only the other edition has: then the test is to be mended before its requests. It holds neither a value nor a
// name that is not documented: a pre-shared key with an unescaped & in it gives a name.
func explain(err error, e aliyun.Edition) *vpnerrors.APIError {
	if err == nil {
		return nil
	}
	list, _ := errors.AsType[vpnerrors.ValidationErrors](err) // which every error of ParseQueryIn is
	first := list[0]
	if i := slices.IndexFunc(list, func(m *vpnerrors.FieldError) bool { return m.Edition != 0 }); i >= 0 {
		first = list[i]
	}
	if first.Reason == vpnerrors.ErrRequired {
		return missing(first.Field)
	}
	name, hint := first.Field, ""
	if first.Reason == vpnerrors.ErrUnknownParameter {
		name, _, _ = strings.Cut(name, ".")
		if first.Suggest != "" {
			hint = fmt.Sprintf("; did you mean %q?", first.Suggest)
		}
	}
	if first.Edition != 0 {
		hint += fmt.Sprintf("; it is in edition %v, and this server reads requests by edition %v (see vpntest.WithEdition)", first.Edition, e)
	}
	if !documented(name) {
		return &vpnerrors.APIError{
			Code:    "InvalidParameter",
			Message: fmt.Sprintf("A parameter of the request is not valid: %v%s", first.Reason, hint),
		}
	}
	return invalid(name, fmt.Sprint(first.Reason, hint))
}

func invalid(name, why string) *vpnerrors.APIError {
	return &vpnerrors.APIError{
		Code:    "InvalidParameter",
		Message: fmt.Sprintf("The specified parameter %q is not valid: %s", name, why),
	}
}

// documented reports whether a field has a documented name.
func documented(field string) bool { return parameters.Every().Find(field) != nil }
