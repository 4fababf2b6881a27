package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestCertificates(t *testing.T) {
	const certificate = "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n"
	key := strings.ReplaceAll(certificate, "CERTIFICATE", "PRIVATE KEY")
	bad := vpnerrors.ErrBadCertificate
	for _, row := range []struct {
		text   string
		reason error
		why    string
	}{
		{certificate, nil, "one"},
		{strings.TrimSpace(certificate), nil, "no line break behind it"},
		{"\n " + certificate + " \n" + certificate + "\n", nil, "a chain, with white space around each"},
		{"", vpnerrors.ErrEmpty, "empty"},
		{" \n", bad, "none"},
		{"x", bad, "none"},
		{"x" + certificate, bad, "something before it"},
		{certificate + "x", bad, "something behind it"},
		{key, bad, "a key"},
		{certificate + key, bad, "a key behind it"},
		{strings.Replace(certificate, "AQID", "AQI", 1) + certificate, bad, "the first is broken"},
		{strings.Replace(certificate, "AQID", "Proc-Type: x\n\nAQID", 1), bad, "headers, which may say that it is encrypted"},
		{strings.Replace(certificate, "AQID\n", "", 1), bad, "nothing in it"},
		{strings.ReplaceAll(certificate, "TE-----", "TE-----X-----"), bad, "package pem takes a line with more hyphens for one with a longer type"},
	} {
		var want vpnerrors.ValidationErrors
		if row.reason != nil {
			want = vpnerrors.ValidationErrors{{Field: "F", Reason: row.reason}}
		}
		if diff := cmp.Diff(want, rules.Text(rowOf(parameters.Certificate, 0, 0), row.text)); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", row.text, row.why, diff)
		}
		if got := rules.IsCertificate(row.text); got != (row.reason == nil) {
			t.Errorf("IsCertificate(%q) = %t: %s", row.text, got, row.why)
		}
	}
}
