package vpnconn_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestDerivedTokenKeyLength: a key that could be guessed is refused, and the error does not show it.
func TestDerivedTokenKeyLength(t *testing.T) {
	tooShort := &mistake{Field: "ClientToken", Reason: vpnerrors.ErrTooShort, Min: 16}
	for n := range 33 {
		key := []byte(strings.Repeat(keyHead, 5)[:n])
		if n == 0 {
			key = nil
		}
		b := vpnconn.NewBuilder(smallest(vpnconn.WithDerivedClientToken(key))...)
		r, err := b.Build()
		if n >= 16 {
			if err != nil || len(r.ClientToken()) != 64 {
				t.Errorf("%d bytes: %v, %v", n, r, err)
			}
			continue
		}
		checkRefused(t, r, err, mistakes{tooShort})
		if n >= 8 && traceOf(err.Error()+b.String()) != "" {
			t.Errorf("%d bytes: the error or the Builder shows the key: %v, %v", n, err, b)
		}
	}
	_, err := vpnconn.New(smallest(vpnconn.WithDerivedClientToken([]byte{}))...)
	if diff := cmp.Diff(error(mistakes{tooShort}), err); diff != "" {
		t.Errorf("an empty key (-want +got):\n%s", diff)
	}
	if _, err := (vpnconn.Request{}).With(vpnconn.WithDerivedClientToken([]byte("short"))); err == nil || !strings.Contains(err.Error(), "; ClientToken: too short: want a key of at least 16 bytes") {
		t.Errorf("beside other mistakes, in documented order: %v", err)
	}
}

// TestDerivedTokenKeyStaysHidden: the key of a derived token is as hidden as a pre-shared key.
func TestDerivedTokenKeyStaysHidden(t *testing.T) {
	opt := vpnconn.WithDerivedClientToken([]byte(theKey))
	r := mustNew(t, opt)
	_, err := vpnconn.New(opt)
	for name, ways := range map[string]map[string]any{
		"Request": kept(r),
		"Builder": kept(vpnconn.NewBuilder(opt)),
		"Advice":  kept(r.Advise()),
		"Option":  kept(opt),
		"Options": kept(vpnconn.Options(opt, opt)),
		"error":   kept(err),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for way, v := range ways {
				checkHidden(t, way, v)
			}
		})
	}
	for name, text := range map[string]string{"Query": r.Query(), "Params": strings.Join(sortedPairs(r.Params()), "\n"), "token": r.ClientToken()} {
		if trace := traceOf(text); trace != "" {
			t.Errorf("%s: %s in %q", name, trace, text)
		}
	}
}
