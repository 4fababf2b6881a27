package vpntest

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A codeRow is what is documented about an error code.
type codeRow struct {
	code    vpnerrors.Code
	status  int
	message string
}

// codeRows has a row for each error code that can be answered with no more than its name. Source of the first eight:
// CreateVpnConnection, edition of 2019-06-04.
var codeRows = []codeRow{
	{"Forbbiden.SubUser", 403, "User not authorized to operate on the specified resource as your account is created by another user."},
	{"Forbidden", 403, "User not authorized to operate on the specified resource."},
	{"Resource.QuotaFull", 400, "The quota of resource is full"},
	{"InvalidCustomerGatewayInstanceId.NotFound", 404, "The specified customer gateway instance id does not exist."},
	{"InvalidVpnGatewayInstanceId.NotFound", 404, "The specified vpn gateway instance id does not exist."},
	{"InvalidVpnConnection.AlreadyExists", 400, "Vpn connection already exists."},
	{"VpnGateway.Configuring", 400, "The specified service is configuring."},
	{"VpnGateway.FinancialLocked", 400, "The specified service is financial locked."},

	// Those of the gateway, for all operations.
	{"IdempotentParameterMismatch", 400, "The request is retried with updated parameters."},
	{"InvalidAction.NotFound", 404, "Specified api is not found, please check your url and method."},
	{"InvalidVersion", 400, "Specified parameter Version is not valid."},
	{"ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server."},
	{"Throttling", 400, "Request was denied due to request throttling."},
	{"Throttling.User", 400, "Request was denied due to user flow control."},

	// For what no well-behaved client sends; the names are those of HTTP.
	{"IncompleteBody", 400, "The body of the request ends too soon."},
	{"RequestEntityTooLarge", 413, "The body of the request is too large."},
	{"UnsupportedHTTPMethod", 405, "This http method is not supported."},
	{"UnsupportedMediaType", 415, "The body of the request is not a form."},
}

// rowOf returns the row of a code, and for one that has none what is said of such.
func rowOf(code vpnerrors.Code) codeRow {
	for _, d := range codeRows {
		if d.code == code {
			return d
		}
	}
	return codeRow{code, http.StatusBadRequest, "The request was refused."}
}

// refusal returns an error that is documented; the rest is taken from there when it is answered.
func refusal(code vpnerrors.Code) *vpnerrors.APIError { return &vpnerrors.APIError{Code: code} }

func missing(name string) *vpnerrors.APIError {
	return &vpnerrors.APIError{
		Code:    "MissingParameter",
		Message: fmt.Sprintf("The input parameter %q that is mandatory for processing this request is not supplied.", name),
	}
}

// explain turns what is wrong with the parameters into an error that names the first of them, as the service does. It
// holds neither a value nor a name that is not documented: a pre-shared key with an unescaped & in it gives a name.
func explain(err error) *vpnerrors.APIError {
	if err == nil {
		return nil
	}
	first, _ := errors.AsType[*vpnerrors.FieldError](err) // there is one in every error of ParseQuery
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
	if !documented(name) {
		return &vpnerrors.APIError{
			Code:    "InvalidParameter",
			Message: fmt.Sprintf("A parameter of the request is not valid: %v%s", first.Reason, hint),
		}
	}
	return &vpnerrors.APIError{
		Code:    "InvalidParameter",
		Message: fmt.Sprintf("The specified parameter %q is not valid: %v%s", name, first.Reason, hint),
	}
}

// documented reports whether a field has a documented name.
func documented(field string) bool { return parameters.Every().Find(field) != nil }
