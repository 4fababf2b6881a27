package vpnconn_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// tokKey and tokOther are long enough for keys.
var (
	tokKey   = []byte("0123456789abcdef")
	tokOther = []byte("0123456789abcdeF")
)

// tokDerived is WithDerivedClientToken of tokKey.
func tokDerived() vpnconn.Option { return vpnconn.WithDerivedClientToken(tokKey) }

// tokSettings returns an option for every setting except the token.
func tokSettings() []vpnconn.Option {
	return smallest(
		vpnconn.WithEffectImmediately(true), vpnconn.WithName("idc"),
		vpnconn.WithIKE(ikeconfig.WithPSK("key"), ikeconfig.WithVersion(ikeconfig.V2)),
		vpnconn.WithIKE(ikeconfig.WithRemoteID("r"), ikeconfig.WithLifetime(time.Hour)),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)), vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Hour)),
	)
}

// tokRestated derives the token of r with key again, from everything else that is sent.
func tokRestated(r vpnconn.Request, key []byte) string {
	pairs := slices.DeleteFunc(strings.Split(r.Query(), "&"), func(pair string) bool { return strings.HasPrefix(pair, "ClientToken=") })
	h := hmac.New(sha256.New, key)
	h.Write([]byte(strings.Join(pairs, "&")))
	return hex.EncodeToString(h.Sum(nil))
}

// TestDerivedToken pins what a token is made from, so that later versions derive the same tokens.
func TestDerivedToken(t *testing.T) {
	form := regexp.MustCompile(`^[0-9a-f]{64}$`)
	for name, opts := range map[string][]vpnconn.Option{"smallest": smallest(), "full": tokSettings()} {
		for _, key := range [][]byte{tokKey, tokOther, make([]byte, 16), []byte(strings.Repeat("long", 1000))} {
			r, err := vpnconn.New(append(opts, vpnconn.WithDerivedClientToken(key))...)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := r.ClientToken(), tokRestated(r, key); got != want || !form.MatchString(got) {
				t.Errorf("%s: the token is %q, want %q", name, got, want)
			}
			if r.Params()["ClientToken"] != r.ClientToken() || !strings.Contains(r.Query(), "&ClientToken="+r.ClientToken()+"&") {
				t.Errorf("%s: the token is not what is sent: %s", name, r.Query())
			}
		}
	}
	// printf %s 'Action=CreateVpnConnection&…&VpnGatewayId=vpn-1' | openssl dgst -sha256 -hmac 0123456789abcdef
	const want = "63582f9e025ac5ccccf77ff0f7f78b97185cd35307e7e66e354dc5f7cfa69120"
	if got := mustNew(t, tokDerived()).ClientToken(); got != want {
		t.Errorf("the token of the smallest request is %s, want %s", got, want)
	}
}

// TestDerivedTokenSame: a restarted process may build the request in another way and gets the same token.
func TestDerivedTokenSame(t *testing.T) {
	want := build(t, append(tokSettings(), tokDerived())...)
	reversed := tokSettings()
	slices.Reverse(reversed)
	for name, opts := range map[string][]vpnconn.Option{
		"again":               append(tokSettings(), tokDerived()),
		"in another order":    append(reversed, tokDerived()),
		"the token first":     append([]vpnconn.Option{tokDerived()}, tokSettings()...),
		"the token twice":     append(tokSettings(), tokDerived(), tokDerived()),
		"another key before":  append(tokSettings(), vpnconn.WithDerivedClientToken(tokOther), tokDerived()),
		"a token before":      append(tokSettings(), vpnconn.WithClientToken("t"), tokDerived()),
		"a bad token before":  append(tokSettings(), vpnconn.WithClientToken(""), tokDerived()),
		"a short key before":  append(tokSettings(), vpnconn.WithDerivedClientToken(nil), tokDerived()),
		"in Options":          append(tokSettings(), vpnconn.Options(tokDerived())),
		"a setting set twice": append([]vpnconn.Option{vpnconn.WithName("other"), tokDerived()}, tokSettings()...),
		"blanks in a list":    append(tokSettings(), vpnconn.WithLocalSubnets(" 10.0.0.0/24\t"), tokDerived()),
	} {
		checkSame(t, name, want, nil)(vpnconn.New(opts...))
	}
	for way, back := range waysBack(want) {
		r, err := back()
		if err != nil || r.ClientToken() != want.ClientToken() {
			t.Errorf("by %s: the token became %s, %v", way, r.ClientToken(), err)
		}
		checkSame(t, "derived again, by "+way, want, nil)(r.With(tokDerived()))
	}
}

// TestDerivedTokenOther: any difference changes the token.
func TestDerivedTokenOther(t *testing.T) {
	base := append(tokSettings(), tokDerived())
	others := map[string]vpnconn.Option{
		"unchanged":      nil,
		"one more block": vpnconn.WithLocalSubnets("10.0.0.0/24", "10.2.0.0/24"),
		"blocks turned":  vpnconn.WithLocalSubnets("10.2.0.0/24", "10.0.0.0/24"),
		"sides turned":   vpnconn.Options(vpnconn.WithLocalSubnets("10.1.0.0/24"), vpnconn.WithRemoteSubnets("10.0.0.0/24")),
		"no phase 1":     vpnconn.WithIKEConfig(ikeconfig.Config{}),
		"the key":        vpnconn.WithDerivedClientToken(tokOther),
		"a longer key":   vpnconn.WithDerivedClientToken(append(tokKey[:16:16], 'x')),
	}
	set := settingsOf(build(t, base...))
	for name, texts := range modelTexts {
		for _, text := range slices.Sorted(maps.Keys(texts)) {
			if texts[text] == "" && text != set[name] && !strings.ContainsAny(text, " \t") && name != "ClientToken" {
				others[name] = options[name](text)
				break
			}
		}
	}
	if len(others) != len(options)-1+7 {
		t.Errorf("%d requests, want one for each setting", len(others))
	}
	seen := make(map[string]string)
	for name, opt := range others {
		token := build(t, append(base, opt)...).ClientToken()
		if other, found := seen[token]; found {
			t.Errorf("%s has the token of %s", name, other)
		}
		seen[token] = name
	}
}

// TestDerivedTokenFollows: a changed copy is another request with another token, and the original keeps its token.
func TestDerivedTokenFollows(t *testing.T) {
	r := mustNew(t, tokDerived())
	before := r.Params()
	named := change(t, r, vpnconn.WithName("idc"))
	built, err := r.Builder().With(vpnconn.WithName("idc")).Build()
	if err != nil {
		t.Fatal(err)
	}
	back := change(t, named, vpnconn.WithName("idc2"), vpnconn.WithName("idc"))
	for name, changed := range map[string]vpnconn.Request{"With": named, "Builder": built, "With, twice": back, "Effective": r.Effective()} {
		if got, want := changed.ClientToken(), tokRestated(changed, tokKey); got != want || got == r.ClientToken() {
			t.Errorf("%s: the token is %s, want %s, other than %s", name, got, want, r.ClientToken())
		}
	}
	if same, err := r.With(); err != nil || !same.Equal(r) {
		t.Errorf("With nothing: %v, %v, want %v", same, err, r)
	}
	if !maps.Equal(r.Params(), before) {
		t.Errorf("the request changed to %v", r)
	}

	parsed, err := vpnconn.Parse(r.Params())
	if err != nil {
		t.Fatal(err)
	}
	if kept := change(t, parsed, vpnconn.WithName("idc")); kept.ClientToken() != r.ClientToken() {
		t.Errorf("parsed, the token is %s, want %s: there is no key to derive it with", kept.ClientToken(), r.ClientToken())
	}
}

// TestDerivedTokenReplaced: if the token is given twice, the last option wins, as for every setting.
func TestDerivedTokenReplaced(t *testing.T) {
	derived := mustNew(t, tokDerived())
	for name, tt := range map[string]struct {
		opts []vpnconn.Option
		want string
	}{
		"a token later":               {[]vpnconn.Option{tokDerived(), vpnconn.WithClientToken("t")}, "t"},
		"a token later, a short key":  {[]vpnconn.Option{vpnconn.WithDerivedClientToken(nil), vpnconn.WithClientToken("t")}, "t"},
		"derived later":               {[]vpnconn.Option{vpnconn.WithClientToken("t"), tokDerived()}, derived.ClientToken()},
		"derived, a token, and again": {[]vpnconn.Option{tokDerived(), vpnconn.WithClientToken("t"), tokDerived()}, derived.ClientToken()},
	} {
		if got := mustNew(t, tt.opts...).ClientToken(); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	for name, later := range map[string]vpnconn.Request{"derived": derived, "of a token": mustNew(t, vpnconn.WithClientToken("t"))} {
		if r := change(t, later, vpnconn.WithClientToken("u")); r.ClientToken() != "u" {
			t.Errorf("With a token, %s: %v", name, r)
		}
		checkSame(t, "With a key, "+name, derived, nil)(later.With(tokDerived()))
	}
	fixed := change(t, derived, vpnconn.WithClientToken("u"))
	if named := change(t, fixed, vpnconn.WithName("idc")); named.ClientToken() != "u" {
		t.Errorf("a token that replaced a derived one became %v", named)
	}
}

// TestDerivedTokenCopiesKey: the caller may wipe its own copy.
func TestDerivedTokenCopiesKey(t *testing.T) {
	key := slices.Clone(tokKey)
	opt := vpnconn.WithDerivedClientToken(key)
	clear(key)
	first := mustNew(t, opt)
	copy(key, tokOther)
	if want := mustNew(t, tokDerived()); !first.Equal(want) || !mustNew(t, opt).Equal(want) {
		t.Error("the token changed with the caller's slice")
	}
	if string(key) != string(tokOther) {
		t.Errorf("the caller's slice became %q", key)
	}
}

func TestNewClientToken(t *testing.T) {
	form := regexp.MustCompile(`^[0-9A-Za-z]{26}$`)
	seen := make(map[string]bool)
	for range 1000 {
		token := vpnconn.NewClientToken()
		if !form.MatchString(token) || seen[token] {
			t.Fatalf("%q has another form, or is not new", token)
		}
		seen[token] = true
		if r := mustNew(t, vpnconn.WithClientToken(token)); r.ClientToken() != token {
			t.Fatalf("sent as %q, want %q", r.ClientToken(), token)
		}
	}
}

// TestDerivedTokenKeyLength: a key that is short enough to be guessed is refused, and the error does not show it.
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
	checkRefused(t, vpnconn.Request{}, err, mistakes{tooShort})
	if _, err := (vpnconn.Request{}).With(vpnconn.WithDerivedClientToken([]byte("short"))); err == nil || !strings.Contains(err.Error(), "; ClientToken: too short: want a key of at least 16 bytes") {
		t.Errorf("with other mistakes, in documented order: %v", err)
	}
}
