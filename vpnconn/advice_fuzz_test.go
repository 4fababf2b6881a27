package vpnconn_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// FuzzAdvise asks for advice on requests with any key and any valid settings, chosen from those of the model.
func FuzzAdvise(f *testing.F) {
	for i, key := range []string{
		"",                      // none
		"hunter",                // short, of one class
		"Correct8horse9battery", // nothing to say about
		"unset, and the documented default is ikev1: IKEv1", // like an advice, which it is not to show for that
		"10.0.0.0/8", // likewise
		"ǅ٣é🔑",       // classes beyond ASCII
	} {
		f.Add(key, []byte{})
		for j := range 6 {
			f.Add(key, anyProgram(400, i, j))
		}
	}
	f.Fuzz(func(t *testing.T, key string, program []byte) {
		opts := validOptions(choices(program))
		r, err := vpnconn.New(append(opts, vpnconn.WithIKE(ikeconfig.WithPSK(key)))...)
		if err != nil {
			r = build(t, opts...) // the key is none
		}
		list := advTexts(r.Advise())
		r = advCheckKeyUnsaid(t, r)
		advCheckLaws(t, r)
		for _, a := range r.Advise() {
			if a.Suggest != nil {
				advCheckNothingWorse(t, r, list, a)
			}
		}
	})
}

// validOptions chooses options that make a valid request.
func validOptions(c choices) []vpnconn.Option {
	valid := smallestMoves()
	for range 60 {
		more := append(slices.Clip(valid), c.move(0))
		if after(sketch{set: map[string]string{}}, more).mistakes() == nil {
			valid = more
		}
	}
	return slices.Clip(optionsOf(valid))
}

// advCheckKeyUnsaid fails t unless the advice is the same, letter by letter, for another key of the same length and with
// characters of the same classes: then none of the key can be in it. It returns the request with that other key, which is
// no text that an advice has otherwise.
func advCheckKeyUnsaid(t *testing.T, r vpnconn.Request) vpnconn.Request {
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
	if diff := cmp.Diff(advTexts(same.Advise()), advTexts(r.Advise())); diff != "" {
		t.Errorf("advice depends on more of the key than its length and classes (-%q +%q):\n%s", other, key, diff)
	}
	return same
}

// advCheckNothingWorse fails t if the cure of a brings up anything above a note that was not said before.
func advCheckNothingWorse(t *testing.T, r vpnconn.Request, before []string, a vpnconn.Advice) {
	t.Helper()
	for _, b := range change(t, r, a.Suggest).Advise() {
		if b.Severity > vpnconn.Note && !slices.Contains(before, advText(b)) {
			t.Errorf("the cure of %q brings up %q", advText(a), advText(b))
		}
	}
}

func advText(a vpnconn.Advice) string {
	return fmt.Sprintf("%v %s: %s (%s) %t", a.Severity, a.Field, a.Problem, a.Reference, a.Suggest != nil)
}

func advTexts(list []vpnconn.Advice) (texts []string) {
	for _, a := range list {
		texts = append(texts, advText(a))
	}
	return texts
}
