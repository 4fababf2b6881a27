package vpnconn_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// advKey is a pre-shared key with no fault. Nothing else in a test has a part of it.
const advKey = "kL8#vQ2$wX5%zN9&pR3*"

// advStrongest returns the strongest documented settings with opts on top, for the blocks of sentParams.
func advStrongest(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	return mustNew(t, append([]vpnconn.Option{
		advIKE(ikeconfig.WithPSK(advKey), ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.SHA1), ikeconfig.WithPFS(ikeconfig.Group14), ikeconfig.WithLifetime(24*time.Hour)),
		advIPsec(ipsecconfig.WithEncAlg(ipsecconfig.AES256), ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
			ipsecconfig.WithPFS(ipsecconfig.Group14), ipsecconfig.WithLifetime(8*time.Hour)),
	}, opts...)...)
}

// Short names for what rows set.
var (
	advIKE   = vpnconn.WithIKE
	advIPsec = vpnconn.WithIPsec
	advV1    = advIKE(ikeconfig.WithVersion(ikeconfig.V1))
)

// advShort returns what each advice is about: "IkeConfig.IkePfs weak".
func advShort(list []vpnconn.Advice) (short []string) {
	for _, a := range list {
		short = append(short, a.Field+" "+a.Severity.String())
	}
	return short
}

// advSHA1 is what is left to say about the strongest documented settings: the API has no better hash.
var advSHA1 = []string{"IkeConfig.IkeAuthAlg note", "IpsecConfig.IpsecAuthAlg note"}

func TestAdviseStrongest(t *testing.T) {
	list := advStrongest(t).Advise()
	if diff := cmp.Diff(advSHA1, advShort(list)); diff != "" {
		t.Errorf("advice (-want +got):\n%s", diff)
	}
	for _, a := range list {
		if a.Suggest != nil {
			t.Errorf("%s: a cure, though there is nothing better", a.Field)
		}
	}
}

// TestAdviseEdges sets one thing or two of the strongest request otherwise, at both sides of each edge.
func TestAdviseEdges(t *testing.T) {
	psk := func(psk string) vpnconn.Option { return advIKE(ikeconfig.WithPSK(psk)) }
	mode := func(m ikeconfig.Mode) vpnconn.Option { return advIKE(ikeconfig.WithMode(m)) }
	enc := func(a ikeconfig.EncAlg) vpnconn.Option { return advIKE(ikeconfig.WithEncAlg(a)) }
	enc2 := func(a ipsecconfig.EncAlg) vpnconn.Option { return advIPsec(ipsecconfig.WithEncAlg(a)) }
	group := func(g ikeconfig.DHGroup) vpnconn.Option { return advIKE(ikeconfig.WithPFS(g)) }
	group2 := func(g ipsecconfig.DHGroup) vpnconn.Option { return advIPsec(ipsecconfig.WithPFS(g)) }
	lives := func(ike, ipsec time.Duration) vpnconn.Option {
		return vpnconn.Options(advIKE(ikeconfig.WithLifetime(ike*time.Second)), advIPsec(ipsecconfig.WithLifetime(ipsec*time.Second)))
	}
	local, remote := vpnconn.WithLocalSubnets, vpnconn.WithRemoteSubnets
	both := vpnconn.Options
	const (
		weakPSK, v1, aMode, modeNote = "IkeConfig.Psk weak", "IkeConfig.IkeVersion note", "IkeConfig.IkeMode weak", "IkeConfig.IkeMode note"
		life, life2                  = "IkeConfig.IkeLifetime note", "IpsecConfig.IpsecLifetime note"
		localNote, remoteNote        = "LocalSubnet note", "RemoteSubnet note"
	)
	for _, tt := range []struct {
		name string
		opt  vpnconn.Option
		want []string // beside advSHA1
		why  string
	}{
		{"19 characters", psk(advKey[:19]), []string{weakPSK}, "20 is the least"},
		{"20 characters", psk(advKey), nil, "20 is enough"},
		{"100 characters", psk(strings.Repeat(advKey, 5)), nil, "the most that the API takes"},
		{"19 characters of three bytes", psk(strings.Repeat("密", 18) + "a"), []string{weakPSK}, "characters count, not bytes"},
		{"20 characters of three bytes", psk(strings.Repeat("密", 19) + "a"), nil, "characters count, not bytes"},
		{"small letters", psk(strings.Repeat("abcde", 4)), []string{weakPSK}, "one class"},
		{"capitals", psk(strings.Repeat("ABCDE", 4)), []string{weakPSK}, "one class"},
		{"digits", psk(strings.Repeat("12345", 4)), []string{weakPSK}, "one class"},
		{"symbols", psk(strings.Repeat("!$ %&", 4)), []string{weakPSK}, "one class"},
		{"small letters and a capital", psk(strings.Repeat("abcde", 4) + "A"), nil, "two classes"},
		{"small letters and a digit", psk(strings.Repeat("abcde", 4) + "1"), nil, "two classes"},
		{"digits and a symbol", psk(strings.Repeat("12345", 4) + "-"), nil, "two classes"},
		{"small letters of other scripts", psk(strings.Repeat("äéжω", 5)), []string{weakPSK}, "one class, in any script"},
		{"few and of one class", psk("abc"), []string{weakPSK, weakPSK}, "two faults"},

		{"ikev1", advV1, []string{v1}, "deprecated"},
		{"ikev1, main", both(advV1, mode(ikeconfig.Main)), []string{v1}, "main is the better of the two modes"},
		{"ikev1, aggressive", both(advV1, mode(ikeconfig.Aggressive)), []string{v1, aMode}, "shows a hash of the key"},
		{"ikev2, main", mode(ikeconfig.Main), []string{modeNote}, "IKEv2 has no modes"},
		{"ikev2, aggressive", mode(ikeconfig.Aggressive), []string{modeNote}, "IKEv2 has no modes, so this one does no harm"},

		{"phase 1 aes", enc(ikeconfig.AES), nil, "128 bits are enough"},
		{"phase 1 aes192", enc(ikeconfig.AES192), nil, "no fault"},
		{"phase 1 des", enc(ikeconfig.DES), []string{"IkeConfig.IkeEncAlg broken"}, "MUST NOT"},
		{"phase 1 3des", enc(ikeconfig.TripleDES), []string{"IkeConfig.IkeEncAlg weak"}, "blocks of 64 bits"},
		{"phase 2 aes", enc2(ipsecconfig.AES), nil, "128 bits are enough"},
		{"phase 2 aes192", enc2(ipsecconfig.AES192), nil, "no fault"},
		{"phase 2 des", enc2(ipsecconfig.DES), []string{"IpsecConfig.IpsecEncAlg broken"}, "MUST NOT"},
		{"phase 2 3des", enc2(ipsecconfig.TripleDES), []string{"IpsecConfig.IpsecEncAlg weak"}, "SHOULD NOT"},
		{"phase 1 md5", advIKE(ikeconfig.WithAuthAlg(ikeconfig.MD5)), []string{"IkeConfig.IkeAuthAlg broken"}, "MUST NOT"},
		{"phase 2 md5", advIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.MD5)), []string{"IpsecConfig.IpsecAuthAlg broken"}, "MUST NOT"},
		{"phase 1 group1", group(ikeconfig.Group1), []string{"IkeConfig.IkePfs broken"}, "MUST NOT"},
		{"phase 1 group2", group(ikeconfig.Group2), []string{"IkeConfig.IkePfs weak"}, "SHOULD NOT"},
		{"phase 1 group5", group(ikeconfig.Group5), []string{"IkeConfig.IkePfs weak"}, "SHOULD NOT"},
		{"phase 1 group24", group(ikeconfig.Group24), []string{"IkeConfig.IkePfs weak"}, "SHOULD NOT"},
		{"phase 2 group1", group2(ipsecconfig.Group1), []string{"IpsecConfig.IpsecPfs broken"}, "MUST NOT"},
		{"phase 2 group2", group2(ipsecconfig.Group2), []string{"IpsecConfig.IpsecPfs weak"}, "SHOULD NOT"},
		{"phase 2 group5", group2(ipsecconfig.Group5), []string{"IpsecConfig.IpsecPfs weak"}, "SHOULD NOT"},
		{"phase 2 group24", group2(ipsecconfig.Group24), []string{"IpsecConfig.IpsecPfs weak"}, "SHOULD NOT"},

		{"lifetime of phase 1 0", lives(0, 3600), []string{life}, "the document does not say what 0 means"},
		{"lifetime of phase 1 1", lives(1, 1), nil, "short, but clear"},
		{"lifetime of phase 2 0", lives(3600, 0), []string{life2}, "the document does not say what 0 means"},
		{"lifetimes 0", lives(0, 0), []string{life, life2}, "the document does not say what 0 means"},
		{"phase 1 0, phase 2 a day", lives(0, 86400), []string{life}, "0 may be without end"},
		{"phase 2 as long as phase 1", lives(3600, 3600), nil, "ends with it"},
		{"phase 2 a second longer", lives(3600, 3601), []string{life2}, "outlives it"},
		{"both a day", lives(86400, 86400), nil, "ends with it"},

		{"ikev1, a block a side", advV1, []string{v1}, "one block is what IKEv1 negotiates"},
		{"ikev1, two local", both(advV1, local("10.0.0.0/24", "10.0.2.0/24")), []string{localNote, v1}, "the console wants IKEv2"},
		{"ikev1, two remote", both(advV1, remote("10.1.0.0/24,10.1.2.0/24")), []string{remoteNote, v1}, "the console wants IKEv2"},
		{"ikev2, two a side", both(local("10.0.0.0/24", "10.0.2.0/24"), remote("10.1.0.0/24", "10.1.2.0/24")), nil, "IKEv2 has lists"},
		{"neighbours", both(local("10.0.0.0/25", "10.0.0.128/25"), remote("10.0.1.0/24")), nil, "no address in two blocks"},
		{"local within local", local("10.0.0.0/24", "10.0.0.255/32"), []string{localNote}, "one address is enough"},
		{"remote within remote", remote("10.1.0.0/24", "10.0.0.0/7"), []string{remoteNote, remoteNote}, "also with what is local"},
		{"the same on both sides", remote("10.0.0.0/24"), []string{remoteNote}, "as in the document's own example"},
		{"remote within local", remote("10.0.0.128/25"), []string{remoteNote}, "on both sides"},
		{"local within remote", remote("0.0.0.0/0"), []string{remoteNote}, "on both sides"},
		{"ikev1, within both sides and across", both(advV1, local("10.0.0.0/8", "10.0.0.0/9"), remote("10.0.0.0/8", "10.0.0.0/9")),
			[]string{localNote, localNote, remoteNote, remoteNote, remoteNote, v1}, "each is told apart"},
		{"other settings", both(vpnconn.WithName("idc"), vpnconn.WithEffectImmediately(true), vpnconn.WithClientToken("t"),
			advIKE(ikeconfig.WithLocalID("l"), ikeconfig.WithRemoteID("r"))), nil, "nothing to say about them"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := advStrongest(t, tt.opt)
			want := slices.Concat(tt.want, advSHA1)
			for _, field := range []string{"IkeConfig.IkeAuthAlg", "IpsecConfig.IpsecAuthAlg"} {
				if slices.Contains(want, field+" broken") {
					want = slices.DeleteFunc(want, func(s string) bool { return s == field+" note" })
				}
			}
			got := advShort(r.Advise())
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
			}
			advCheckLaws(t, r)
		})
	}
}

// advSource is the form of a reference: what says so, and where in it.
var advSource = regexp.MustCompile(`^(RFC \d{4}, (sections? [\d.]+( and [\d.]+)?|appendix A, item \d)|NIST SP 800-77r1, section [\d.]+|CVE-\d{4}-\d+)$`)

// advCheckLaws fails t unless the advice on r is as all advice has to be: in documented order, one line, with its source,
// without the key, and with cures that cure.
func advCheckLaws(t *testing.T, r vpnconn.Request) {
	t.Helper()
	before := r.Query()
	last := 0
	for _, a := range r.Advise() {
		place := slices.Index(documentedOrder, a.Field)
		if place < last {
			t.Errorf("%s: not a documented field, or behind a later one", a.Field)
		}
		last = place
		if a.Severity < vpnconn.Note || a.Severity > vpnconn.Broken {
			t.Errorf("%s: severity %v", a.Field, a.Severity)
		}
		checkOneLine(t, a.Problem)
		if len(a.Problem) < 20 || len(a.Problem) > 200 || strings.HasSuffix(a.Problem, ".") {
			t.Errorf("%s: not a sentence to go on from: %q", a.Field, a.Problem)
		}
		if psk := r.IKE().PSK(); len(psk) > 2 && strings.Contains(a.Field+a.Problem+a.Reference, psk) {
			t.Errorf("%s: shows the key: %q", a.Field, a.Problem)
		}
		for source := range strings.SplitSeq(a.Reference, "; ") {
			if !advSource.MatchString(source) {
				t.Errorf("%s: %q is no source with a section", a.Field, source)
			}
		}
		if a.Suggest != nil {
			advCheckCure(t, r, a)
		}
	}
	if r.Query() != before {
		t.Errorf("advice changed the request from %s to %s", before, r.Query())
	}
}

func TestAdviseZero(t *testing.T) {
	if list := (vpnconn.Request{}).Advise(); list != nil {
		t.Errorf("the zero Request gets advice: %v", list)
	}
}

func TestSeverityString(t *testing.T) {
	for s, want := range map[vpnconn.Severity]string{
		vpnconn.Note: "note", vpnconn.Weak: "weak", vpnconn.Broken: "broken", 0: "severity 0", 4: "severity 4", -1: "severity -1",
	} {
		if got := s.String(); got != want {
			t.Errorf("Severity(%d).String() = %q, want %q", int(s), got, want)
		}
		if text, err := s.MarshalText(); err != nil || string(text) != want {
			t.Errorf("Severity(%d).MarshalText() = %q, %v, want %q", int(s), text, err, want)
		}
	}
	if vpnconn.Note >= vpnconn.Weak || vpnconn.Weak >= vpnconn.Broken || vpnconn.Note == 0 {
		t.Error("severities do not rise, or the zero Severity is one")
	}
}

// TestAdviceJSON: advice goes into the body of a service's reply as it is.
func TestAdviceJSON(t *testing.T) {
	got, err := json.Marshal([]vpnconn.Advice{
		{Field: "IkeConfig.IkeEncAlg", Problem: "p", Reference: "r", Severity: vpnconn.Broken, Suggest: vpnconn.WithName("ab")},
		{Severity: vpnconn.Weak},
		{Severity: vpnconn.Note},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"field":"IkeConfig.IkeEncAlg","problem":"p","reference":"r","severity":"broken"},` +
		`{"field":"","problem":"","reference":"","severity":"weak"},{"field":"","problem":"","reference":"","severity":"note"}]`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
