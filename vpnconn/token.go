package vpnconn

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// NewClientToken returns a random token for [WithClientToken]: 26 letters and digits with at least 128 bits of
// randomness. Make one for each connection, before the first try, and use it for all tries.
func NewClientToken() string { return rand.Text() }

// WithDerivedClientToken makes the request idempotent even across a crash: ClientToken becomes the HMAC-SHA256, under
// key, of everything else that is sent, as 64 hexadecimal digits. A process that has lost everything but its
// configuration and the key builds the same request again, and the service answers with the connection made before instead
// of a second one. Another request or another key gives another token. The key needs at least 16 bytes
// ([vpnerrors.ErrTooShort] on ClientToken). It is copied, and hidden like the pre-shared key.
//
// Build derives the token, again for every changed copy. What is sent for a request never changes within an edition.
// Another edition may send other bytes for the same settings, and then the token differs. If this option and
// [WithClientToken] are both given, the last one wins.
func WithDerivedClientToken(key []byte) Option {
	own := string(key)
	return func(d *draft) { d.PutSource(parameters.ClientToken, own) }
}

// minTokenKey is in bytes: a shorter key may be guessed.
const minTokenKey = 16

// checkTokenKey returns what is wrong with the key of a derived token.
func checkTokenKey(n *tree.Node) vpnerrors.ValidationErrors {
	key, derived := n.Source(parameters.ClientToken)
	if !derived || len(key) >= minTokenKey {
		return nil
	}
	name := parameters.Every().Member(parameters.ClientToken).Name
	return vpnerrors.ValidationErrors{{Field: name, Reason: vpnerrors.ErrTooShort, Min: minTokenKey}}
}

// deriveToken sets the ClientToken of a request that has a key for it. An existing token is not part of the input.
func deriveToken(t *parameters.Table, n *tree.Node) {
	forgetToken(n)
	key, _ := n.Source(parameters.ClientToken)
	h := hmac.New(sha256.New, []byte(key))
	h.Write(tree.AppendQuery(nil, t, n))
	n.PutMade(parameters.ClientToken, hex.EncodeToString(h.Sum(nil)))
}

// forgetToken unsets a derived token, so that it is derived again.
func forgetToken(n *tree.Node) {
	if key, derived := n.Source(parameters.ClientToken); derived {
		n.PutSource(parameters.ClientToken, key)
	}
}
