package rules_test

import (
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/rules"
)

// TestCertificateType: package pem reads extra hyphens in a line as a part of the type.
func TestCertificateType(t *testing.T) {
	const certificate = "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n"
	if !rules.IsCertificate(certificate) {
		t.Fatal("a certificate is refused")
	}
	if longer := strings.ReplaceAll(certificate, "TE-----", "TE-----X-----"); rules.IsCertificate(longer) {
		t.Errorf("%s is taken for a certificate", longer)
	}
}
