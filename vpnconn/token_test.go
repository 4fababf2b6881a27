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

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// tokKey is long enough for a key, and tokOther another one.
var (
	tokKey   = []byte("0123456789abcdef")
	tokOther = []byte("0123456789abcdeF")
)

// tokDerived is WithDerivedClientToken of tokKey.
func tokDerived() vpnconn.Option { return vpnconn.WithDerivedClientToken(tokKey) }

// tokSettings returns an option for every setting there is but the token.
func tokSettings() []vpnconn.Option {
	return smallest(
		vpnconn.WithEffectImmediately(true), vpnconn.WithName("idc"),
		vpnconn.WithIKE(ikeconfig.WithPSK("key"), ikeconfig.WithVersion(ikeconfig.V2)),
		vpnconn.WithIKE(ikeconfig.WithRemoteID("r"), ikeconfig.WithLifetime(time.Hour)),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)), vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Hour)),
	)
}

// tokRestated derives the token of r under key anew, from what it sends besides.
func tokRestated(r vpnconn.Request, key []byte) string {
	pairs := slices.DeleteFunc(strings.Split(r.Query(), "&"), func(pair string) bool { return strings.HasPrefix(pair, "ClientToken=") })
	h := hmac.New(sha256.New, key)
	h.Write([]byte(strings.Join(pairs, "&")))
	return hex.EncodeToString(h.Sum(nil))
}

// TestDerivedToken pins what a token is made from, so that a process of tomorrow's version derives what today's did.
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

// TestDerivedTokenSame: a process that comes back builds the request in its own way and gets the same token.
func TestDerivedTokenSame(t *testing.T) {
	want, err := vpnconn.New(append(tokSettings(), tokDerived())...)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := vpnconn.Parse(want.Params())
	if err != nil {
		t.Fatal(err)
	}
	specified, err := want.Spec().Build()
	if err != nil {
		t.Fatal(err)
	}
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
		got, err := vpnconn.New(opts...)
		if err != nil || !got.Equal(want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
	for name, r := range map[string]vpnconn.Request{"parsed": parsed, "specified": specified} {
		if r.ClientToken() != want.ClientToken() {
			t.Errorf("%s: the token became %s", name, r.ClientToken())
		}
		if again, err := r.With(tokDerived()); err != nil || !again.Equal(want) {
			t.Errorf("%s, and derived again: %v, %v, want %v", name, again, err, want)
		}
	}
}

// TestDerivedTokenOther: whatever differs, so does the token.
func TestDerivedTokenOther(t *testing.T) {
	seen := make(map[string]string)
	for name, opt := range map[string]vpnconn.Option{
		"as it is":          nil,
		"CustomerGatewayId": vpnconn.WithCustomerGatewayID("cgw-2"),
		"LocalSubnet":       vpnconn.WithLocalSubnets("10.0.0.0/25"),
		"one more block":    vpnconn.WithLocalSubnets("10.0.0.0/24", "10.2.0.0/24"),
		"blocks turned":     vpnconn.WithLocalSubnets("10.2.0.0/24", "10.0.0.0/24"),
		"RegionId":          vpnconn.WithRegionID("cn-beijing"),
		"RemoteSubnet":      vpnconn.WithRemoteSubnets("10.1.0.0/25"),
		"sides turned":      vpnconn.Options(vpnconn.WithLocalSubnets("10.1.0.0/24"), vpnconn.WithRemoteSubnets("10.0.0.0/24")),
		"VpnGatewayId":      vpnconn.WithVPNGatewayID("vpn-2"),
		"EffectImmediately": vpnconn.WithEffectImmediately(false),
		"a default set":     vpnconn.WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES)),
		"Psk":               vpnconn.WithIKE(ikeconfig.WithPSK("kez")),
		"IkeVersion":        vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.V1)),
		"IkeMode":           vpnconn.WithIKE(ikeconfig.WithMode(ikeconfig.Main)),
		"IkeEncAlg":         vpnconn.WithIKE(ikeconfig.WithEncAlg(ikeconfig.AES256)),
		"IkeAuthAlg":        vpnconn.WithIKE(ikeconfig.WithAuthAlg(ikeconfig.SHA1)),
		"IkePfs":            vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group14)),
		"IkeLifetime":       vpnconn.WithIKE(ikeconfig.WithLifetime(time.Hour + time.Second)),
		"LocalIdIPsec":      vpnconn.WithIKE(ikeconfig.WithLocalID("r")),
		"RemoteId":          vpnconn.WithIKE(ikeconfig.WithRemoteID("s")),
		"no phase 1":        vpnconn.WithIKEConfig(ikeconfig.Config{}),
		"IpsecAuthAlg":      vpnconn.WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.SHA1)),
		"IpsecPfs":          vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group5)),
		"IpsecLifetime":     vpnconn.WithIPsec(ipsecconfig.WithLifetime(0)),
		"Name":              vpnconn.WithName("idc2"),
		"the key":           vpnconn.WithDerivedClientToken(tokOther),
		"a longer key":      vpnconn.WithDerivedClientToken(append(tokKey[:16:16], 'x')),
	} {
		r, err := vpnconn.New(append(tokSettings(), tokDerived(), opt)...)
		if err != nil {
			t.Fatal(err)
		}
		if other, found := seen[r.ClientToken()]; found {
			t.Errorf("%s has the token of %s", name, other)
		}
		seen[r.ClientToken()] = name
	}
}

// TestDerivedTokenFollows: a changed copy is another request, so its token is another, and the one it is made from keeps its.
func TestDerivedTokenFollows(t *testing.T) {
	r := mustNew(t, tokDerived())
	before := r.Params()
	named, err := r.With(vpnconn.WithName("idc"))
	if err != nil {
		t.Fatal(err)
	}
	built, err := r.Builder().With(vpnconn.WithName("idc")).Build()
	if err != nil {
		t.Fatal(err)
	}
	back, err := named.With(vpnconn.WithName("idc2"), vpnconn.WithName("idc"))
	if err != nil {
		t.Fatal(err)
	}
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
	kept, err := parsed.With(vpnconn.WithName("idc"))
	if err != nil {
		t.Fatal(err)
	}
	if kept.ClientToken() != r.ClientToken() {
		t.Errorf("parsed, the token is %s, want %s: it has no key any more", kept.ClientToken(), r.ClientToken())
	}
}

// TestDerivedTokenReplaced: of two options for the token the later one counts, as for every setting.
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
		if r, err := later.With(vpnconn.WithClientToken("u")); err != nil || r.ClientToken() != "u" {
			t.Errorf("With a token, %s: %v, %v", name, r, err)
		}
		if r, err := later.With(tokDerived()); err != nil || !r.Equal(derived) {
			t.Errorf("With a key, %s: %v, %v, want %v", name, r, err, derived)
		}
	}
	fixed, err := derived.With(vpnconn.WithClientToken("u"))
	if err != nil {
		t.Fatal(err)
	}
	if named, err := fixed.With(vpnconn.WithName("idc")); err != nil || named.ClientToken() != "u" {
		t.Errorf("a token that replaced a derived one became %v, %v", named, err)
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
			t.Fatalf("%q has another form, or was there before", token)
		}
		seen[token] = true
		if r := mustNew(t, vpnconn.WithClientToken(token)); r.ClientToken() != token {
			t.Fatalf("sent as %q, want %q", r.ClientToken(), token)
		}
	}
}
