package vpnconn

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// NewClientToken returns a random token for [WithClientToken]: 26 letters and digits with at least 128 bits of
// randomness. Make one for each connection, before the first try, and keep it over all tries.
func NewClientToken() string { return rand.Text() }

// minTokenKey is in bytes: what a key needs so that nobody can guess a token.
const minTokenKey = 16

// WithDerivedClientToken makes the request idempotent even across a crash: ClientToken becomes an HMAC-SHA256, under
// key, of everything else that is sent, as 64 hexadecimal digits. A process that has lost everything but its
// configuration and the key builds the same request again and gets the connection it made before, not a second one;
// another request, or another key, gives another token. The key has 16 bytes or more (ErrTooShort on ClientToken), is
// copied, and is hidden as the pre-shared key is.
//
// Build makes the token, anew for every changed copy. Of this option and [WithClientToken] the later one counts.
func WithDerivedClientToken(key []byte) Option {
	own := bytes.Clone(key)
	t := &tokenMaker{keySize: len(own), mac: func(request []byte) []byte {
		h := hmac.New(sha256.New, own)
		h.Write(request)
		return h.Sum(nil)
	}}
	return func(d *draft) {
		d.unset(parameters.ClientToken)
		d.token = t
	}
}

// A tokenMaker derives client tokens. The key is in a closure, since no printer and no reflection looks into one.
type tokenMaker struct {
	keySize int
	mac     func(request []byte) []byte
}

func (t *tokenMaker) check() vpnerrors.ValidationErrors {
	if t.keySize >= minTokenKey {
		return nil
	}
	return vpnerrors.ValidationErrors{{
		Field: parameters.Table[parameters.ClientToken].Name, Reason: vpnerrors.ErrTooShort, Min: minTokenKey,
	}}
}

// derive returns the token for a request. A token that is there already is not part of what it is made from.
func (t *tokenMaker) derive(d *draft) string {
	rest := *d
	rest.unset(parameters.ClientToken)
	return hex.EncodeToString(t.mac(Request{d: &rest}.AppendQuery(nil)))
}
