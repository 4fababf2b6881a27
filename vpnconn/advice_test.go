package vpnconn_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// strongKey is a pre-shared key with no fault. Nothing else in a test has a part of it.
const strongKey = "kL8#vQ2$wX5%zN9&pR3*"

// strongest returns the smallest request with the strongest documented settings, and opts on top.
func strongest(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	set := settingOptions("IkeConfig.Psk=" + strongKey + "; IkeConfig.IkeVersion=ikev2; IkeConfig.IkeEncAlg=aes256; IkeConfig.IkeAuthAlg=sha1; " +
		"IkeConfig.IkePfs=group14; IkeConfig.IkeLifetime=86400; IpsecConfig.IpsecEncAlg=aes256; IpsecConfig.IpsecAuthAlg=sha1; " +
		"IpsecConfig.IpsecPfs=group14; IpsecConfig.IpsecLifetime=28800")
	return mustNew(t, append([]vpnconn.Option{set}, opts...)...)
}

// settingOptions reads settings such as "IkeConfig.IkeVersion=ikev1; Name=idc".
func settingOptions(text string) vpnconn.Option {
	var opts []vpnconn.Option
	for pair := range strings.SplitSeq(text, "; ") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			opts = append(opts, options[name](value))
		}
	}
	return vpnconn.Options(opts...)
}

// adviceOn returns what each advice is about: "IkeConfig.IkePfs weak".
func adviceOn(list []vpnconn.Advice) (short []string) {
	for _, a := range list {
		short = append(short, a.Field+" "+a.Severity.String())
	}
	return short
}

// TestAdviseEdges sets one thing or two of the strongest request otherwise, at both sides of each edge.
func TestAdviseEdges(t *testing.T) {
	const v1, aggressive = "IkeConfig.IkeVersion=ikev1", "IkeConfig.IkeMode=aggressive"
	psk := func(text string, times int) string { return "IkeConfig.Psk=" + strings.Repeat(text, times) }
	lives := func(ike, ipsec string) string {
		return "IkeConfig.IkeLifetime=" + ike + "; IpsecConfig.IpsecLifetime=" + ipsec
	}
	for _, tt := range []struct{ set, want, why string }{ // want: beside the notes on sha1, for which there is nothing better
		{"", "", "nothing to say but that"},
		{"Name=idc; EffectImmediately=true; ClientToken=t; IkeConfig.LocalIdIPsec=l; IkeConfig.RemoteId=r", "", "nothing to say about them"},
		{psk(strongKey[:19], 1), "IkeConfig.Psk weak", "20 characters are the least"},
		{psk(strongKey, 5), "", "the most that the API takes"},
		{psk("密", 18) + "a", "IkeConfig.Psk weak", "19 characters, not bytes"},
		{psk("密", 19) + "a", "", "20 characters, not bytes"},
		{psk("abcde", 4), "IkeConfig.Psk weak", "one class"},
		{psk("ABCDE", 4), "IkeConfig.Psk weak", "one class"},
		{psk("12345", 4), "IkeConfig.Psk weak", "one class"},
		{psk("!$ %&", 4), "IkeConfig.Psk weak", "one class"},
		{psk("äéжω", 5), "IkeConfig.Psk weak", "one class, in any script"},
		{psk("abcde", 4) + "A", "", "two classes"},
		{psk("abcde", 4) + "1", "", "two classes"},
		{psk("12345", 4) + "-", "", "two classes"},
		{psk("abc", 1), "IkeConfig.Psk weak, IkeConfig.Psk weak", "few and of one class"},

		{v1, "IkeConfig.IkeVersion note", "deprecated; one block a side is what it negotiates"},
		{v1 + "; IkeConfig.IkeMode=main", "IkeConfig.IkeVersion note", "the better of the two modes"},
		{v1 + "; " + aggressive, "IkeConfig.IkeMode weak, IkeConfig.IkeVersion note", "shows a hash of the key"},
		{"IkeConfig.IkeMode=main", "IkeConfig.IkeMode note", "IKEv2 has no modes"},
		{aggressive, "IkeConfig.IkeMode note", "IKEv2 has no modes, so this one does no harm"},

		{"IkeConfig.IkeEncAlg=aes; IpsecConfig.IpsecEncAlg=aes", "", "128 bits are enough"},
		{"IkeConfig.IkeEncAlg=aes192; IpsecConfig.IpsecEncAlg=aes192", "", "no fault"},
		{"IkeConfig.IkeEncAlg=des; IpsecConfig.IpsecEncAlg=des", "IkeConfig.IkeEncAlg broken, IpsecConfig.IpsecEncAlg broken", "MUST NOT"},
		{"IkeConfig.IkeEncAlg=3des; IpsecConfig.IpsecEncAlg=3des", "IkeConfig.IkeEncAlg weak, IpsecConfig.IpsecEncAlg weak", "blocks of 64 bits"},
		{"IkeConfig.IkeAuthAlg=md5; IpsecConfig.IpsecAuthAlg=md5", "IkeConfig.IkeAuthAlg broken, IpsecConfig.IpsecAuthAlg broken", "MUST NOT"},
		{"IkeConfig.IkePfs=group1; IpsecConfig.IpsecPfs=group1", "IkeConfig.IkePfs broken, IpsecConfig.IpsecPfs broken", "MUST NOT"},
		{"IkeConfig.IkePfs=group2; IpsecConfig.IpsecPfs=group2", "IkeConfig.IkePfs weak, IpsecConfig.IpsecPfs weak", "SHOULD NOT"},
		{"IkeConfig.IkePfs=group5; IpsecConfig.IpsecPfs=group5", "IkeConfig.IkePfs weak, IpsecConfig.IpsecPfs weak", "SHOULD NOT"},
		{"IkeConfig.IkePfs=group24; IpsecConfig.IpsecPfs=group24", "IkeConfig.IkePfs weak, IpsecConfig.IpsecPfs weak", "SHOULD NOT"},

		{lives("0", "3600"), "IkeConfig.IkeLifetime note", "the document does not say what 0 means"},
		{lives("1", "1"), "", "short, but clear"},
		{lives("3600", "0"), "IpsecConfig.IpsecLifetime note", "the document does not say what 0 means"},
		{lives("0", "0"), "IkeConfig.IkeLifetime note, IpsecConfig.IpsecLifetime note", "the document does not say what 0 means"},
		{lives("0", "86400"), "IkeConfig.IkeLifetime note", "0 may be without end"},
		{lives("3600", "3600"), "", "ends with phase 1"},
		{lives("3600", "3601"), "IpsecConfig.IpsecLifetime note", "outlives it"},
		{lives("86400", "86400"), "", "ends with it"},

		{v1 + "; LocalSubnet=10.0.0.0/24,10.0.2.0/24", "IkeConfig.IkeVersion note, LocalSubnet note", "the console wants IKEv2"},
		{v1 + "; RemoteSubnet=10.1.0.0/24,10.1.2.0/24", "IkeConfig.IkeVersion note, RemoteSubnet note", "the console wants IKEv2"},
		{"LocalSubnet=10.0.0.0/24,10.0.2.0/24; RemoteSubnet=10.1.0.0/24,10.1.2.0/24", "", "IKEv2 has lists"},
		{"LocalSubnet=10.0.0.0/25,10.0.0.128/25; RemoteSubnet=10.0.1.0/24", "", "neighbours have no address in two blocks"},
		{"LocalSubnet=10.0.0.0/24,10.0.0.255/32", "LocalSubnet note", "one address is enough"},
		{"RemoteSubnet=10.1.0.0/24,10.0.0.0/7", "RemoteSubnet note, RemoteSubnet note", "also with what is local"},
		{"RemoteSubnet=10.0.0.0/24", "RemoteSubnet note", "the same on both sides, as in the document's own example"},
		{"RemoteSubnet=10.0.0.128/25", "RemoteSubnet note", "remote within local"},
		{"RemoteSubnet=0.0.0.0/0", "RemoteSubnet note", "local within remote"},
		{v1 + "; LocalSubnet=10.0.0.0/8,10.0.0.0/9; RemoteSubnet=10.0.0.0/8,10.0.0.0/9",
			"IkeConfig.IkeVersion note, LocalSubnet note, LocalSubnet note, RemoteSubnet note, RemoteSubnet note, RemoteSubnet note", "each is told apart"},
	} {
		r := strongest(t, settingOptions(tt.set))
		got := slices.Sorted(slices.Values(adviceOn(r.Advise())))
		got = slices.DeleteFunc(got, func(s string) bool { return s == "IkeConfig.IkeAuthAlg note" || s == "IpsecConfig.IpsecAuthAlg note" })
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s: %s, want %s: %s", tt.set, got, tt.want, tt.why)
		}
		checkAdvice(t, r)
	}
	list := strongest(t).Advise()
	if diff := cmp.Diff([]string{"IkeConfig.IkeAuthAlg note", "IpsecConfig.IpsecAuthAlg note"}, adviceOn(list)); diff != "" || list[0].Suggest != nil {
		t.Errorf("advice on the strongest settings, with a cure: %t (-want +got):\n%s", list[0].Suggest != nil, diff)
	}
}

// TestAdviseLifetimeCures: the cure of one lifetime depends on the other. The table in the README has the other cures.
func TestAdviseLifetimeCures(t *testing.T) {
	for _, tt := range []struct{ ike, ipsec, want, why string }{
		{"86400", "0", "28800", "eight hours"},
		{"7200", "0", "7200", "not to outlive phase 1"},
		{"0", "0", "28800", "phase 1 gets a day"},
		{"3600", "86400", "3600", "as long as phase 1"},
	} {
		r := strongest(t, settingOptions("IkeConfig.IkeLifetime="+tt.ike+"; IpsecConfig.IpsecLifetime="+tt.ipsec))
		list := r.Advise()
		i := slices.IndexFunc(list, func(a vpnconn.Advice) bool { return a.Field == "IpsecConfig.IpsecLifetime" })
		if got := settingsOf(change(t, r, list[i].Suggest))["IpsecConfig.IpsecLifetime"]; got != tt.want {
			t.Errorf("%s and %s: %s, want %s: %s", tt.ike, tt.ipsec, got, tt.want, tt.why)
		}
	}
}

const (
	byDefault        = "unset, and the documented default is "
	versionByDefault = "IkeVersion is unset, and its documented default is ikev1, though the service has been seen to take ikev2: "
)

// TestAdviseUnset pins what is said of a request that sets nothing but what it must: each setting is judged by the
// documented default, and the text says so.
func TestAdviseUnset(t *testing.T) {
	got := make(map[string]string)
	for _, a := range mustNew(t).Advise() {
		got[a.Field+" "+a.Severity.String()] = strings.TrimPrefix(a.Problem, byDefault)
	}
	want := map[string]string{
		"IkeConfig.IkeVersion note":     "ikev1, though the service has been seen to take ikev2: IKEv1 is deprecated, and what is found wrong with it is no longer mended",
		"IkeConfig.IkeAuthAlg note":     "sha1, misspelt as sha: SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose; edition 2025 has SHA-256",
		"IkeConfig.IkePfs weak":         "group2: a 1024-bit group is within reach of an attacker with money",
		"IpsecConfig.IpsecAuthAlg note": "sha1: SHA-1 is being phased out, but the document lists nothing better, so it is the one to choose; edition 2025 has SHA-256",
		"IpsecConfig.IpsecPfs weak":     "group2: a 1024-bit group is within reach of an attacker with money",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("advice (-want +got):\n%s", diff)
	}
}

// TestAdviseSaysWhatIsUnset: advice on a request and on the same with its defaults pinned is the same, but for who chose.
func TestAdviseSaysWhatIsUnset(t *testing.T) {
	for _, set := range []string{
		"", "IkeConfig.IkeMode=aggressive", "LocalSubnet=10.0.0.0/24,10.0.0.0/25; RemoteSubnet=10.1.0.0/24,10.2.0.0/24",
		"IkeConfig.IkeLifetime=3600", "IkeConfig.Psk=abc",
	} {
		r := mustNew(t, settingOptions(set))
		unset, pinned := r.Advise(), r.Effective().Advise()
		if diff := cmp.Diff(adviceOn(unset), adviceOn(pinned)); diff != "" {
			t.Fatalf("%s: with the defaults pinned (-unset +set):\n%s", set, diff)
		}
		fields := maps.Collect(r.Fields())
		for i, a := range unset {
			_, isSet := fields[a.Field]
			if says := strings.HasPrefix(a.Problem, byDefault); says != (!isSet && strings.HasPrefix(a.Field, "I")) {
				t.Errorf("%s is set: %t, and the text is %q", a.Field, isSet, a.Problem)
			}
			underV1 := a.Field == "IkeConfig.IkeMode" || strings.Contains(a.Problem, "a negotiation is about one block")
			if says := strings.HasPrefix(a.Problem, versionByDefault); says != underV1 {
				t.Errorf("%s: that it says IKEv1 is the default is %t: %q", a.Field, says, a.Problem)
			}
			if p := pinned[i]; p.Problem != withoutDefault(a.Problem) || p.Reference != a.Reference {
				t.Errorf("%s: set %q by %s, unset %q by %s", a.Field, p.Problem, p.Reference, a.Problem, a.Reference)
			}
		}
	}
}

// withoutDefault returns a problem without what it says of defaults.
func withoutDefault(problem string) string {
	if _, after, ok := strings.Cut(problem, ": "); ok && strings.HasPrefix(problem, byDefault) {
		return after
	}
	return strings.TrimPrefix(problem, versionByDefault)
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
		if text, err := s.MarshalText(); s.String() != want || err != nil || string(text) != want {
			t.Errorf("Severity(%d) is %q, as text %q, %v, want %q", int(s), s.String(), text, err, want)
		}
	}
	if vpnconn.Note >= vpnconn.Weak || vpnconn.Weak >= vpnconn.Broken || vpnconn.Note == 0 {
		t.Error("severities do not rise, or the zero Severity is one")
	}
}

// TestAdviceJSON: advice goes into the body of a service's reply as it is.
func TestAdviceJSON(t *testing.T) {
	got, err := json.Marshal([]vpnconn.Advice{
		{Field: "IkeConfig.IkeEncAlg", Problem: "p", Reference: "r", Severity: vpnconn.Broken, Suggest: vpnconn.WithIKE(ikeconfig.WithEncAlg("aes"))},
		{Severity: vpnconn.Weak},
	})
	const want = `[{"id":"","field":"IkeConfig.IkeEncAlg","problem":"p","reference":"r","severity":"broken"},` +
		`{"id":"","field":"","problem":"","reference":"","severity":"weak"}]`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
}
