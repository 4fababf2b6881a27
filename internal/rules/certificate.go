package rules

import (
	"bytes"
	"encoding/pem"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// certificate checks RemoteCaCertificate. Its error never shows the text: people paste private keys.
func certificate(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	switch {
	case text == "":
		return one(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrEmpty})
	case !IsCertificate(text):
		return one(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrBadCertificate})
	}
	return nil
}

// IsCertificate reports whether text is one or more PEM blocks of type CERTIFICATE with white space around them and
// nothing else. Their content is not checked: crypto/x509 does not know the curve of SM2.
func IsCertificate(text string) bool {
	begin := []byte("-----BEGIN CERTIFICATE-----")
	rest := bytes.TrimSpace([]byte(text))
	if len(rest) == 0 {
		return false
	}
	for len(rest) > 0 {
		if !bytes.HasPrefix(rest, begin) {
			return false
		}
		block, after := pem.Decode(rest)
		// Decode skips text that is not a block.
		if block == nil || block.Type != "CERTIFICATE" || bytes.Contains(rest[1:len(rest)-len(after)], begin[:len("-----BEGIN")]) ||
			len(block.Headers) > 0 || len(block.Bytes) == 0 {
			return false
		}
		rest = bytes.TrimSpace(after)
	}
	return true
}
