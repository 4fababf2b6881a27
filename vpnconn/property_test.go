package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// eachRequest checks a property for many requests of both editions, which are the same in every run. A failure names
// the seed.
func eachRequest(t *testing.T, holds func(t *testing.T, r vpnconn.Request, rnd *rand.Rand)) {
	t.Helper()
	for _, e := range aliyun.Editions() {
		for seed := range uint64(200) {
			rnd := rand.New(rand.NewPCG(20190604, seed))
			if holds(t, vpntest.RequestIn(e, rnd), rnd); t.Failed() {
				t.Fatalf("edition %v, seed %d", e, seed)
			}
		}
	}
}

func TestOrderOfOptionsNeverMatters(t *testing.T) {
	eachRequest(t, func(t *testing.T, r vpnconn.Request, rnd *rand.Rand) {
		opts := optionsOfAll(r)
		rnd.Shuffle(len(opts), func(i, j int) { opts[i], opts[j] = opts[j], opts[i] })
		if got := build(t, opts...); !got.Equal(r) {
			t.Errorf("shuffled, it is %v\nwant %v", got, r)
		}
		cut := rnd.IntN(len(opts) + 1)
		got, err := vpnconn.NewBuilder(vpnconn.Options(opts[:cut]...)).With(nil, vpnconn.Options(opts[cut:]...)).Build()
		if err != nil || !got.Equal(r) {
			t.Errorf("in two bundles, it is %v, %v\nwant %v", got, err, r)
		}
	})
}

// TestWithChangesNothingElse: an option changes only its setting, and Equal means that the same is sent.
func TestWithChangesNothingElse(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	accepted := 0
	eachRequest(t, func(t *testing.T, r vpnconn.Request, rnd *rand.Rand) {
		before := r.Params()
		for name, text := range settingsOf(vpntest.RequestIn(r.Edition(), rnd)) {
			with := options[name]
			if r.Edition() == aliyun.Edition2025 {
				if with = with2025(name); with == nil {
					continue // it is set as a whole, with others
				}
				if _, err := r.With(with(text)); err != nil {
					checkWellFormed(t, err) // it conflicts with others
					continue
				}
				accepted++
			}
			changed := change(t, r, with(text))
			want := settingsOf(r)
			want[name] = text
			if diff := cmp.Diff(want, settingsOf(changed)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			same := maps.Equal(before, changed.Params())
			if r.Equal(changed) != same || changed.Equal(r) != same || (r.Query() == changed.Query()) != same || cmp.Equal(r, changed) != same {
				t.Errorf("%s: the maps are equal: %t, but Equal differs\n%v\n%v", name, same, r, changed)
			}
		}
		if diff := cmp.Diff(before, r.Params()); diff != "" {
			t.Errorf("the request itself changed (-before +after):\n%s", diff)
		}
	})
	if accepted < 500 {
		t.Errorf("only %d changes were accepted", accepted)
	}
}

// TestEffective: each unset setting gets its documented default if it has one, and nothing else changes.
func TestEffective(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	eachRequest(t, func(t *testing.T, r vpnconn.Request, _ *rand.Rand) {
		effective := r.Effective()
		if diff := cmp.Diff(withDefaults(r), settingsOf(effective)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkComesBack(t, effective)
		if again := effective.Effective(); !again.Equal(effective) {
			t.Errorf("the second time it returned %v for %v", again, effective)
		}
		if r.Tunnels() == nil && r.RemoteCACertificate() == "" { // which are not in a Config
			phases := change(t, effective, vpnconn.WithIKEConfig(r.IKE().Effective()), vpnconn.WithIPsecConfig(r.IPsec().Effective()))
			if !phases.Equal(effective) {
				t.Errorf("phase by phase it is %v\nwant %v", phases, effective)
			}
		}
	})
}

// withDefaults returns what r has set, and the documented defaults for the rest: those of the mode; in a health check
// or BGP only if something in it is set, and an AS number only if BGP is on; on SM gateways theirs, and none for PFS,
// which they do not use.
func withDefaults(r vpnconn.Request) map[string]string {
	given, set, ends := settingsOf(r), settingsOf(r), []string{""}
	doc, unused := document, ""
	if r.Edition() == aliyun.Edition2025 {
		doc, unused = document2025, "dual"
	}
	if r.Tunnels() != nil {
		unused, ends = "single", []string{inTunnel("1."), inTunnel("2.")}
	}
	_, bgp := map[string]bool{"true": true}[given["EnableTunnelsBgp"]+given["BgpConfig.EnableBgp"]]
	for _, end := range ends {
		isSM := given[end+"RemoteCaCertificate"] != ""
		for _, d := range doc {
			object, inElement, isElement := strings.Cut(d.Name, ".N.")
			name := end + inElement
			if !isElement || object == "Tags" {
				name = d.Name
			}
			_, isSet := given[name]
			hasObject := func() bool {
				for other := range given {
					if strings.HasPrefix(other, name[:strings.LastIndexByte(name, '.')+1]) {
						return true
					}
				}
				return false
			}
			switch {
			case isSet, d.Default == "", d.Mode == unused && unused != "":
			case strings.Contains(name, "HealthCheckConfig.") && !hasObject(), strings.Contains(name, "BgpConfig.") && !hasObject():
			case strings.HasSuffix(name, "LocalAsn") && !bgp:
			case isSM && strings.HasSuffix(name, "Pfs"):
			case isSM && d.SM != "":
				set[name] = d.SM
			default:
				set[name] = d.Default
			}
		}
	}
	return set
}

// TestRoundTrip: every form of a Request can be read back as an equal Request.
func TestRoundTrip(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	eachRequest(t, func(t *testing.T, r vpnconn.Request, _ *rand.Rand) { checkComesBack(t, r) })
	checkComesBack(t, build(t, everything()...))
	checkComesBack(t, mustNew(t, vpnconn.WithDerivedClientToken([]byte("a key of the service's own"))))
	checkComesBack(t, mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK("[hidden]"), ikeconfig.WithRemoteID("null"), ikeconfig.WithLocalID(" "))))
}

// waysBack returns every way to make r again from what it returns.
func waysBack(r vpnconn.Request) map[string]func() (vpnconn.Request, error) {
	e := r.Edition()
	ways := map[string]func() (vpnconn.Request, error){
		"Params":  func() (vpnconn.Request, error) { return vpnconn.ParseIn(e, r.Params()) },
		"All":     func() (vpnconn.Request, error) { return vpnconn.ParseIn(e, maps.Collect(r.All())) },
		"dotted":  func() (vpnconn.Request, error) { return vpnconn.ParseIn(e, dotted(r)) },
		"Query":   func() (vpnconn.Request, error) { return vpnconn.ParseQueryIn(e, r.Query()) },
		"Values":  func() (vpnconn.Request, error) { return vpnconn.ParseQueryIn(e, r.Values().Encode()) },
		"Spec":    func() (vpnconn.Request, error) { return r.Spec().Build() },
		"Builder": func() (vpnconn.Request, error) { return r.Builder().Build() },
		"With":    func() (vpnconn.Request, error) { return r.With() },
		"options": func() (vpnconn.Request, error) { return vpnconn.New(optionsOfAll(r)...) },
		"wholes": func() (vpnconn.Request, error) {
			return r.With(vpnconn.WithIKEConfig(r.IKE()), vpnconn.WithIPsecConfig(r.IPsec()), vpnconn.WithBGP(r.BGP()),
				vpnconn.WithHealthCheck(r.HealthCheck()), vpnconn.WithTags(r.Tags()...))
		},
	}
	file := settingsOf(r)
	for name, text := range file {
		if strings.HasSuffix(name, "Psk") && text == "[hidden]" || !utf8.ValidString(text) {
			return ways // a file cannot have such text
		}
	}
	for format, read := range formats(treeOf(file)) {
		ways["file in "+format] = func() (vpnconn.Request, error) {
			s := vpnconn.Spec{}
			err := read(&s)
			if err != nil {
				return vpnconn.Request{}, err
			}
			return vpnconn.New(vpnconn.WithEdition(e), s.Option())
		}
	}
	return ways
}

// optionsOfAll returns options for everything that r has set.
func optionsOfAll(r vpnconn.Request) []vpnconn.Option {
	if r.Edition() == aliyun.Edition2019 {
		return optionsFor(settingsOf(r))
	}
	return append(options2025(settingsOf(r)), vpnconn.WithEdition(r.Edition()))
}

// checkComesBack fails t unless every way back gives r, and the same in every form.
func checkComesBack(t testing.TB, r vpnconn.Request) {
	t.Helper()
	for way, back := range waysBack(r) {
		again, err := back()
		if diff := cmp.Diff(r.Params(), again.Params()); err != nil || diff != "" || !again.Equal(r) || !r.Equal(again) || again.Query() != r.Query() || again.Edition() != r.Edition() {
			t.Errorf("by %s: %v, edition %v (-want +got):\n%s", way, err, again.Edition(), diff)
		}
	}
}

// dotted returns the parameters of r with the settings of the two phases as dotted parameters.
func dotted(r vpnconn.Request) map[string]string {
	params := settingsOf(r)
	params["Action"] = vpnconn.Action
	return params
}

// TestJSONOfThePhases: the objects that are sent have what is set, as read by encoding/json.
func TestJSONOfThePhases(t *testing.T) {
	eachRequest(t, func(t *testing.T, r vpnconn.Request, _ *rand.Rand) {
		want := settingsOf(r)
		maps.DeleteFunc(want, func(name, _ string) bool {
			return !strings.Contains(name, ".") || strings.HasPrefix(name, "Tags.") || strings.HasPrefix(name, "TunnelOptions")
		})
		if id, set := want["IkeConfig.LocalIdIPsec"]; set {
			want["IkeConfig.LocalId"] = id
		}
		got := make(map[string]string)
		for phase, text := range map[string]string{"IkeConfig": r.IKE().JSON(), "IpsecConfig": r.IPsec().JSON()} {
			if sent, set := r.Params()[phase]; set != (text != "{}") || set && sent != text {
				t.Errorf("%s is %s, sent is %q", phase, text, sent)
			}
		}
		for _, object := range []string{"IkeConfig", "IpsecConfig", "HealthCheckConfig", "BgpConfig"} {
			text, set := r.Params()[object]
			if !set {
				continue
			}
			var members map[string]any
			if err := json.Unmarshal([]byte(text), &members); err != nil || len(members) == 0 {
				t.Errorf("%s is %s: %v", object, text, err)
			}
			for member, value := range members {
				got[object+"."+member] = fmt.Sprint(value)
				if _, isNumber := value.(float64); isNumber != strings.HasSuffix(member, "Lifetime") {
					t.Errorf("%s: lifetimes must be numbers, all else text", text)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-set +sent):\n%s", diff)
		}
		ike, ikeErr := ikeconfig.ParseIn(r.Edition(), r.IKE().JSON())
		ipsec, ipsecErr := ipsecconfig.ParseIn(r.Edition(), r.IPsec().JSON())
		if ikeErr != nil || ipsecErr != nil || !ike.Equal(r.IKE()) || !ipsec.Equal(r.IPsec()) {
			t.Errorf("read back, they are %v, %v and %v, %v", ike, ikeErr, ipsec, ipsecErr)
		}
	})
}

// oddCharacters has characters that JSON, queries, printers or the rules treat specially.
const oddCharacters = "aZ09 \"\\/<>&'%+=,;:{}[]~\u00a0é\u0301中\u200f\u2028\u2029\ufeff\ufffd\U0001f511\x00\n\t.-_ikev1group"

// TestAnyTextIsRefusedOrKept: any text gives a request that comes back unchanged, or mistakes and no request.
func TestAnyTextIsRefusedOrKept(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	accepted := 0
	characters := []rune(oddCharacters)
	eachRequest(t, func(t *testing.T, like vpnconn.Request, rnd *rand.Rand) {
		doc := map[aliyun.Edition][]documented{aliyun.Edition2019: document, aliyun.Edition2025: document2025}[like.Edition()]
		for _, d := range doc {
			if with2025(d.Name) == nil || d.Type == "seconds" || d.Type == "boolean" {
				continue
			}
			text := ""
			for range rnd.IntN(7) {
				text += string(characters[rnd.IntN(len(characters))])
			}
			if rnd.IntN(8) == 0 {
				text += "\xff"
			}
			r, err := vpnconn.New(smallest(vpnconn.WithEdition(like.Edition()), with2025(d.Name)(text))...)
			if err != nil {
				faults(t, r, err)
				checkWellFormed(t, err)
				continue
			}
			accepted++
			checkComesBack(t, r)
		}
	})
	if accepted < 300 {
		t.Errorf("only %d texts were accepted", accepted)
	}
}
