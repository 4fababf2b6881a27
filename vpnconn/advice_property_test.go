package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// source matches a reference: the document, and the place in it.
var source = regexp.MustCompile(`^(RFC \d{4}, (sections? [\d.]+( and [\d.]+)?|appendix A, item \d)|NIST SP 800-77r1, section [\d.]+|CVE-\d{4}-\d+|` +
	`(Create|Modify)VpnConnection(Attribute)?, .+|product page, .+|(product limits|console guide) of 2021-03)$`)

// checkAdvice fails t unless the advice on r is as all advice must be: in documented order, one line in each language,
// with its source, without the key, and with cures that work.
func checkAdvice(t *testing.T, r vpnconn.Request) {
	t.Helper()
	before := r.Query()
	var last []int
	for _, a := range r.Advise() {
		if place := placeOf(r.Edition(), a.Field); place != nil || a.ID != "bgp-unused" { // bgp-unused is about an object
			if slices.Compare(place, last) < 0 {
				t.Errorf("%s of %s is not a documented setting, or comes after a later one", a.ID, a.Field)
			}
			last = place
		}
		if a.Severity < vpnconn.Note || a.Severity > vpnconn.Broken {
			t.Errorf("%s: severity %v", a.ID, a.Severity)
		}
		if ids := adviceIDs[0] + " " + adviceIDs[r.Edition()]; !slices.Contains(strings.Fields(ids), a.ID) {
			t.Errorf("%s is not among the IDs of the edition", a.ID)
		}
		for s := range strings.SplitSeq(a.Reference, "; ") {
			if !source.MatchString(s) {
				t.Errorf("%s: %q is not a source with a place", a.ID, s)
			}
		}
		checkWords(t, a)
		for name, key := range settingsOf(r) {
			if strings.HasSuffix(name, "Psk") && len(key) > 8 && strings.Contains(fmt.Sprintf("%+v", a), key) {
				t.Errorf("%s shows the key", a.ID)
			}
		}
		checkCure(t, r, a)
	}
	if r.Query() != before {
		t.Errorf("advice changed the request from %s to %s", before, r.Query())
	}
}

// checkWords fails t unless a has both languages, with the same numbers and blocks in both.
func checkWords(t *testing.T, a vpnconn.Advice) {
	t.Helper()
	english, chinese := a.Message(vpnerrors.English), a.Message(vpnerrors.Chinese)
	if english != a.Problem || len(english) < 20 || len(english) > 250 || strings.HasSuffix(english, ".") {
		t.Errorf("%s: not the form of a problem: %q", a.ID, english)
	}
	isHan := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	if !strings.ContainsFunc(chinese, isHan) || strings.HasSuffix(chinese, "。") || strings.ContainsFunc(english, isHan) {
		t.Errorf("%s: %q and %q, want English and Chinese without a full stop", a.ID, english, chinese)
	}
	for _, text := range []string{english, chinese} {
		checkOneLine(t, text)
		if strings.Contains(text, "%!") {
			t.Errorf("%s: %q", a.ID, text)
		}
	}
	rest := numbers.FindAllString(english, -1)
	for _, n := range numbers.FindAllString(chinese, -1) {
		i := slices.Index(rest, n)
		if i < 0 {
			t.Errorf("%s: %s of %q is not in its place in %q", a.ID, n, chinese, english)
			break
		}
		rest = rest[i+1:]
	}
}

// numbers matches what differs between advice of the same kind: blocks, counts and the like.
var numbers = regexp.MustCompile(`\d[\d.]*(/\d+)?`)

// checkCure fails t unless the cure of a, advice on r, gives a valid request without a, and changes only what it says.
func checkCure(t *testing.T, r vpnconn.Request, a vpnconn.Advice) {
	t.Helper()
	if (a.Cure == nil) != (a.Suggest == nil) || a.Cure != nil && len(a.Cure) == 0 {
		t.Fatalf("%s: the cure is %v, but there is an option: %t", a.ID, a.Cure, a.Suggest != nil)
	}
	if a.Suggest == nil {
		return
	}
	cured := change(t, r, a.Suggest)
	for _, left := range cured.Advise() {
		if left.Field == a.Field && left.ID == a.ID {
			t.Errorf("%s: the cure of %s leaves %q", a.ID, a.Field, left.Problem)
		}
	}
	want := settingsAndToken(r)
	for _, s := range a.Cure {
		if want[s.Field] == s.Value {
			t.Errorf("%s: the cure %v changes nothing", a.ID, s)
		}
		if want[s.Field] = s.Value; s.Value == "" {
			delete(want, s.Field)
		}
	}
	if diff := cmp.Diff(want, settingsAndToken(cured)); diff != "" {
		t.Errorf("%s: the cure is %v, but the option sets (-cure +option):\n%s", a.ID, a.Cure, diff)
	}
	var read struct {
		Cure []vpnconn.Setting
	}
	if text, err := json.Marshal(a); err != nil || json.Unmarshal(text, &read) != nil || !slices.Equal(read.Cure, a.Cure) {
		t.Errorf("%s: the cure %v is read from %s as %v", a.ID, a.Cure, text, read.Cure)
	}
}

// settingsAndToken returns what a request has set, keys in clear, without a derived token, which changes with the rest.
func settingsAndToken(r vpnconn.Request) map[string]string {
	set := settingsOf(r)
	if derived.MatchString(set["ClientToken"]) {
		delete(set, "ClientToken")
	}
	return set
}

var derived = regexp.MustCompile(`^[0-9a-f]{64}$`)

// withKey returns an option that sets a key in every place that takes one.
func withKey(r vpnconn.Request, key string) vpnconn.Option {
	ike := vpnconn.WithIKE(ikeconfig.WithPSK(key))
	if r.Tunnels() == nil {
		return ike
	}
	return vpnconn.Options(vpnconn.WithTunnel(vpnconn.RoleMaster, ike), vpnconn.WithTunnel(vpnconn.RoleSlave, ike))
}

// TestAdviseCuresEnd applies all cures repeatedly, and then one at a time in random order: both end with a request that
// only has notes left, and what no setting cures: a weak key, and several blocks on an SM gateway.
func TestAdviseCuresEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for _, e := range aliyun.Editions() {
		seen := make(map[string]bool)
		for seed := range uint64(400) {
			rnd := rand.New(rand.NewPCG(4, seed))
			r := vpntest.RequestIn(e, rnd)
			if seed%4 == 0 {
				r = change(t, r, vpnconn.WithDerivedClientToken([]byte("0123456789abcdef")))
			}
			for _, a := range r.Advise() {
				seen[a.ID] = true
			}
			checkAdvice(t, r)
			cure(t, r, 4, func(cures []vpnconn.Option) vpnconn.Option { return vpnconn.Options(cures...) })
			cure(t, r, 50, func(cures []vpnconn.Option) vpnconn.Option { return cures[rnd.IntN(len(cures))] })
			if t.Failed() {
				t.Fatalf("edition %v, seed %d: %v", e, seed, r)
			}
		}
		for _, id := range vpnconn.AdviceIDs(e) {
			if !seen[id] && id != "sm-one-tunnel" { // a generated request is for one gateway
				t.Errorf("edition %v: no request had %s", e, id)
			}
		}
	}
}

// cure applies to r the cures that choose returns until there are none, and checks what is left.
func cure(t *testing.T, r vpnconn.Request, most int, choose func(cures []vpnconn.Option) vpnconn.Option) {
	t.Helper()
	for range most {
		var cures []vpnconn.Option
		list := r.Advise()
		for _, a := range list {
			if a.Suggest != nil {
				cures = append(cures, a.Suggest)
			}
		}
		if len(cures) > 0 {
			r = change(t, r, choose(cures))
			continue
		}
		for _, a := range list {
			incurable := strings.HasPrefix(a.ID, "psk-") || strings.HasSuffix(a.ID, "-several") && strings.Contains(r.String(), "RemoteCaCertificate")
			if a.Severity > vpnconn.Note && !incurable {
				t.Errorf("left without a cure: %v %s: %s", a.Severity, a.ID, a.Problem)
			}
		}
		return
	}
	t.Errorf("after %d rounds there are still cures: %v", most, idsOf(r.Advise()))
}

// FuzzAdvise checks the advice on requests of both editions with any key.
func FuzzAdvise(f *testing.F) {
	for i, key := range []string{
		"",                      // none
		"hunter",                // short, one class
		"Correct8horse9battery", // no advice
		"unset, and the documented default is ikev1: IKEv1", // like a text of advice, but still not shown
		"10.0.0.0/8", // likewise
		"ǅ٣é🔑",       // classes beyond ASCII
	} {
		for j := range 6 {
			f.Add(key, uint64(10*i+j), j%2 == 0)
		}
	}
	f.Fuzz(func(t *testing.T, key string, seed uint64, is2025 bool) {
		e := aliyun.Edition2019
		if is2025 {
			e = aliyun.Edition2025
		}
		r := vpntest.RequestIn(e, rand.New(rand.NewPCG(20190604, seed)))
		if keyed, err := r.With(withKey(r, key)); err == nil {
			r = keyed
		}
		r = checkKeyUnsaid(t, r)
		checkAdvice(t, r)
		before := r.Advise()
		for _, a := range before { // the cure causes no new advice above a note
			if a.Suggest == nil {
				continue
			}
			for _, b := range change(t, r, a.Suggest).Advise() {
				isSame := func(a vpnconn.Advice) bool { return a.ID == b.ID && a.Field == b.Field }
				if b.Severity > vpnconn.Note && !slices.ContainsFunc(before, isSame) {
					t.Errorf("the cure of %s: %q causes %s: %q", a.Field, a.Problem, b.Field, b.Problem)
				}
			}
		}
	})
}

// checkKeyUnsaid fails t unless the advice is exactly the same for other keys of the same length and with characters of
// the same classes: then it cannot contain a part of the key. It returns the request with these other keys, which do
// not occur in advice.
func checkKeyUnsaid(t *testing.T, r vpnconn.Request) vpnconn.Request {
	t.Helper()
	other := func(key string) ikeconfig.Option {
		if key == "" {
			return nil
		}
		return ikeconfig.WithPSK(strings.Map(func(c rune) rune {
			switch {
			case unicode.IsLower(c):
				return 'z'
			case unicode.IsUpper(c):
				return 'Q'
			case unicode.IsDigit(c):
				return '8'
			}
			return '^'
		}, key))
	}
	opts := []vpnconn.Option{vpnconn.WithIKE(other(r.IKE().PSK()))}
	for i, tunnel := range r.Tunnels() {
		role := tunnel.Role()
		if role == "" {
			role = vpnconn.Roles()[i]
		}
		opts = append(opts, vpnconn.WithTunnel(role, vpnconn.WithIKE(other(tunnel.IKE().PSK()))))
	}
	same := change(t, r, opts...)
	if diff := cmp.Diff(adviceTexts(same.Advise()), adviceTexts(r.Advise())); diff != "" {
		t.Errorf("advice depends on more of the key than its length and classes (-other +own):\n%s", diff)
	}
	return same
}

// adviceTexts returns all text of advice.
func adviceTexts(list []vpnconn.Advice) (texts []string) {
	for _, a := range list {
		texts = append(texts, fmt.Sprintf("%s: %v %s: %s / %s (%s) %v", a.ID, a.Severity, a.Field, a.Problem, a.Message(vpnerrors.Chinese), a.Reference, a.Cure))
	}
	return texts
}
