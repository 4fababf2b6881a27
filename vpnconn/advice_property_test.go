package vpnconn_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// source is the form of a reference: what says so, and where in it.
var source = regexp.MustCompile(`^(RFC \d{4}, (sections? [\d.]+( and [\d.]+)?|appendix A, item \d)|NIST SP 800-77r1, section [\d.]+|CVE-\d{4}-\d+)$`)

// checkAdvice fails t unless the advice on r is as all advice has to be: in documented order, one line, with its source,
// without the key, and with cures that cure.
func checkAdvice(t *testing.T, r vpnconn.Request) {
	t.Helper()
	before := r.Query()
	last := 0
	for _, a := range r.Advise() {
		place := slices.Index(documentedOrder, a.Field)
		if place < last || a.Severity < vpnconn.Note || a.Severity > vpnconn.Broken {
			t.Errorf("%s: severity %v, and not a documented field or behind a later one", a.Field, a.Severity)
		}
		last = place
		checkOneLine(t, a.Problem)
		if len(a.Problem) < 20 || len(a.Problem) > 200 || strings.HasSuffix(a.Problem, ".") {
			t.Errorf("%s: not a sentence to go on from: %q", a.Field, a.Problem)
		}
		if psk := r.IKE().PSK(); len(psk) > 2 && strings.Contains(a.Field+a.Problem+a.Reference, psk) {
			t.Errorf("%s: shows the key: %q", a.Field, a.Problem)
		}
		for s := range strings.SplitSeq(a.Reference, "; ") {
			if !source.MatchString(s) {
				t.Errorf("%s: %q is no source with a section", a.Field, s)
			}
		}
		if a.Suggest != nil {
			checkCure(t, r, a)
		}
	}
	if r.Query() != before {
		t.Errorf("advice changed the request from %s to %s", before, r.Query())
	}
}

// checkCure fails t unless the cure of a, an advice on r, gives a valid request without a that differs in one setting.
func checkCure(t *testing.T, r vpnconn.Request, a vpnconn.Advice) {
	t.Helper()
	cured := change(t, r, a.Suggest)
	for _, left := range cured.Advise() {
		if left.Field == a.Field && left.Reference == a.Reference && left.Severity == a.Severity {
			t.Errorf("%s: the cure of %q leaves %q", a.Field, a.Problem, left.Problem)
		}
	}
	if changed := changes(r, cured); len(changed) != 1 {
		t.Errorf("%s: the cure changes %q, want one setting", a.Field, changed)
	}
}

// changes returns the settings that r and cured differ in, but for a token, which may be derived from all others.
func changes(r, cured vpnconn.Request) (list []string) {
	was, is := settingsOf(r), settingsOf(cured)
	for _, d := range document {
		if d.Name != "ClientToken" && was[d.Name] != is[d.Name] {
			list = append(list, d.Name)
		}
	}
	return list
}

// TestAdviseCuresEnd applies all cures again and again, and then one at a time in random order: both end, in a request that
// has nothing above a note left but a weak key, which no setting cures.
func TestAdviseCuresEnd(t *testing.T) {
	for seed := range uint64(1500) {
		rnd := rand.New(rand.NewPCG(4, seed))
		r := vpntest.Request(rnd)
		if seed%4 == 0 {
			r = change(t, r, vpnconn.WithDerivedClientToken([]byte("0123456789abcdef")))
		}
		checkAdvice(t, r)
		cure(t, r, 4, func(cures []vpnconn.Option) vpnconn.Option { return vpnconn.Options(cures...) })
		cure(t, r, 30, func(cures []vpnconn.Option) vpnconn.Option { return cures[rnd.IntN(len(cures))] })
		if t.Failed() {
			t.Fatalf("seed %d: %v", seed, r)
		}
	}
}

// cure applies to r what choose makes of the cures of its advice until there are none, and checks what is left.
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
			if a.Severity > vpnconn.Note && a.Field != "IkeConfig.Psk" {
				t.Errorf("left without a cure: %v %s: %s", a.Severity, a.Field, a.Problem)
			}
		}
		return
	}
	t.Errorf("after %d rounds there are still cures: %v", most, adviceOn(r.Advise()))
}

// FuzzAdvise asks for advice on requests of package vpntest with any key.
func FuzzAdvise(f *testing.F) {
	for i, key := range []string{
		"",                      // none
		"hunter",                // short, of one class
		"Correct8horse9battery", // nothing to say about
		"unset, and the documented default is ikev1: IKEv1", // like an advice, which it is not to show for that
		"10.0.0.0/8", // likewise
		"ǅ٣é🔑",       // classes beyond ASCII
	} {
		for j := range 6 {
			f.Add(key, uint64(10*i+j))
		}
	}
	f.Fuzz(func(t *testing.T, key string, seed uint64) {
		r := vpntest.Request(rand.New(rand.NewPCG(20190604, seed)))
		if keyed, err := r.With(vpnconn.WithIKE(ikeconfig.WithPSK(key))); err == nil {
			r = keyed
		}
		before := adviceTexts(r.Advise())
		r = checkKeyUnsaid(t, r)
		checkAdvice(t, r)
		for _, a := range r.Advise() { // the cure brings up nothing above a note that was not said before
			if a.Suggest == nil {
				continue
			}
			cured := change(t, r, a.Suggest).Advise()
			for i, text := range adviceTexts(cured) {
				if cured[i].Severity > vpnconn.Note && !slices.Contains(before, text) {
					t.Errorf("the cure of %s: %q brings up %q", a.Field, a.Problem, text)
				}
			}
		}
	})
}

// checkKeyUnsaid fails t unless the advice is the same, letter by letter, for another key of the same length and with
// characters of the same classes: then none of the key can be in it. It returns the request with that other key, which is
// no text that an advice has otherwise.
func checkKeyUnsaid(t *testing.T, r vpnconn.Request) vpnconn.Request {
	t.Helper()
	key := r.IKE().PSK()
	if key == "" {
		return r
	}
	other := strings.Map(func(c rune) rune {
		switch {
		case unicode.IsLower(c):
			return 'z'
		case unicode.IsUpper(c):
			return 'Q'
		case unicode.IsDigit(c):
			return '8'
		}
		return '^'
	}, key)
	same := change(t, r, vpnconn.WithIKE(ikeconfig.WithPSK(other)))
	if diff := cmp.Diff(adviceTexts(same.Advise()), adviceTexts(r.Advise())); diff != "" {
		t.Errorf("advice depends on more of the key than its length and classes (-%q +%q):\n%s", other, key, diff)
	}
	return same
}

func adviceTexts(list []vpnconn.Advice) (texts []string) {
	for _, a := range list {
		texts = append(texts, fmt.Sprintf("%v %s: %s (%s) %t", a.Severity, a.Field, a.Problem, a.Reference, a.Suggest != nil))
	}
	return texts
}
