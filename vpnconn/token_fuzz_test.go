package vpnconn_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// FuzzToken: any text is a token unchanged, or is refused as Parse refuses it; a token derived with any key depends on
// what is sent, is the same in every process, and differs for every other request or key.
func FuzzToken(f *testing.F) {
	for _, token := range []string{
		"token", "", " ", "~", strings.Repeat("t", 64), strings.Repeat("t", 65), // the edges of the rule
		"a\nlevel=ERROR", "\x7f", "é", "\u202e", "a\xff", "ab\xe4\xb8", strings.Repeat("é", 65), // not tokens
		"02fb3da4-130e-11e9-8e44-0016e04115b", "a+b%20c&d=e", // what a query must escape
	} {
		f.Add(token, []byte("0123456789abcdef"), uint64(len(token)))
	}
	f.Add("t", []byte{}, uint64(1))                        // no key
	f.Add("t", make([]byte, 15), uint64(2))                // a byte too few
	f.Add("t", bytes.Repeat([]byte{0xff}, 200), uint64(3)) // longer than a block of the hash
	f.Fuzz(func(t *testing.T, token string, key []byte, seed uint64) {
		opts := optionsFor(settingsOf(vpntest.Request(rand.New(rand.NewPCG(20190604, seed)))))
		checkGivenToken(t, opts, token)
		checkDerivedToken(t, opts, key)
	})
}

// checkGivenToken fails t unless a token is accepted unchanged, or refused as Parse refuses it.
func checkGivenToken(t *testing.T, opts []vpnconn.Option, token string) {
	t.Helper()
	r, err := vpnconn.New(append(opts, vpnconn.WithClientToken(token))...)
	if token == "" {
		checkRefused(t, r, err, mistakes{{Field: "ClientToken", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 64}})
		return
	}
	params := build(t, opts...).Params()
	params["ClientToken"] = token
	checkSame(t, token, r, err)(vpnconn.Parse(params))
	if err == nil && r.ClientToken() != token {
		t.Errorf("the token %q became %q", token, r.ClientToken())
	}
}

func checkDerivedToken(t *testing.T, opts []vpnconn.Option, key []byte) {
	t.Helper()
	own := bytes.Clone(key)
	derived := vpnconn.WithDerivedClientToken(own)
	r, err := vpnconn.New(append(opts, derived)...)
	if len(key) < 16 {
		checkRefused(t, r, err, mistakes{{Field: "ClientToken", Reason: vpnerrors.ErrTooShort, Min: 16}})
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	clear(own)
	if got, want := r.ClientToken(), tokRestated(r, key); got != want {
		t.Errorf("the token is %s, want %s", got, want)
	}
	slices.Reverse(opts)
	again := build(t, append(opts, vpnconn.WithDerivedClientToken(key))...)
	if diff := cmp.Diff(r.Params(), again.Params()); diff != "" || !bytes.Equal(own, make([]byte, len(own))) {
		t.Errorf("built again (-first +again):\n%s", diff)
	}
	psk := "x"
	if r.IKE().PSK() == psk {
		psk = "y"
	}
	for what, other := range map[string]vpnconn.Request{
		"the region":         change(t, r, vpnconn.WithRegionID(r.RegionID()+"x")),
		"the pre-shared key": change(t, r, vpnconn.WithIKE(ikeconfig.WithPSK(psk))),
		"another key":        change(t, r, vpnconn.WithDerivedClientToken(append([]byte("x"), key...))),
	} {
		if other.ClientToken() == r.ClientToken() {
			t.Errorf("%s changes, and the token stays", what)
		}
	}
	if parsed, err := vpnconn.Parse(r.Params()); err != nil || !change(t, parsed, derived).Equal(r) {
		t.Errorf("parsed and derived again: %v, %v, want %v", parsed, err, r)
	}
}
