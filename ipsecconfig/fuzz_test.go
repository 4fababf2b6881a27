package ipsecconfig_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// documentedFields lists what an error can be about, in documented order; anything else stands behind.
var documentedFields = []string{
	"IpsecConfig", "IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime",
}

// FuzzParse: a text gives a Config that comes back from what it sends and that encoding/json reads the same, or an error and
// no Config.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"IpsecEncAlg":"aes256","IpsecAuthAlg":"sha1","IpsecPfs":"group14","IpsecLifetime":3600}`, // everything
		`{"IpsecLifetime":8.64e4,"IpsecEncAlg":null,"IpsecPfs":""}`,                                // as clients send it
		`{"IpsecLifetime":"86400"}`,                                             // a numeral in a string
		`{"IpsecLifetime":"+1"}`,                                                // no numeral
		`{"IpsecLifetime":-0.0e999999999}`,                                      // 0
		`{"IpsecLifetime":0.86401e5}`,                                           // a second too many
		`{"IpsecPfs":1,"IpsecPfs":2,"ipsecPfs":3,"Psk":"secret"}`,               // much that is wrong
		`{"IpsecPfs":"group2","IpsecPfs":"group2"}`,                             // repeated, though the same
		`{"ipsecPfs":"group2"}`,                                                 // in another letter case
		"{\"IpsecEncAlg\":\"\xff\",\"IpsecAuthAlg\":\"\\udc00\",\"\\ud800\":1}", // no text
		"{\"a\\nb\":1,\"\u202e\":1,\"IpsecEncAlg\":\"\\u0085\"}",                // unfit for a line
		`{"IpsecPfs":{"IpsecPfs":["group14"]}}`,                                 // too deep
		"aes",                                                                   // the API document's own example
		"null",                                                                  // unset
		"",                                                                      // unset
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ipsecconfig.Parse(text)
		if again, err2 := ipsecconfig.Parse(text); !again.Equal(c) || (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() {
			t.Errorf("a second Parse says something else: %v, %v, at first %v, %v", again, err2, c, err)
		}
		if err != nil {
			checkParseError(t, c, err)
			return
		}
		again, err := ipsecconfig.Parse(c.JSON())
		if err != nil || !again.Equal(c) || again.JSON() != c.JSON() {
			t.Errorf("%s comes back as %s, %v", c.JSON(), again.JSON(), err)
		}
		if same, err := c.With(); err != nil || !same.Equal(c) {
			t.Errorf("%v breaks a rule: %v", c, err)
		}
		if text != "" {
			checkSecondReader(t, text, c)
		}
	})
}

func checkParseError(t *testing.T, c ipsecconfig.Config, err error) {
	t.Helper()
	place, unknown := -1, ""
	for _, e := range faults(t, c, err) {
		i := slices.Index(documentedFields, e.Field)
		if e.Reason == nil || i >= 0 && (i <= place || unknown != "") || i < 0 && e.Field <= unknown {
			t.Errorf("%q: reason %v, behind place %d and %q", e.Field, e.Reason, place, unknown)
		}
		if i < 0 {
			unknown = e.Field
		} else {
			place = i
		}
		// A key that went astray into phase 2 must not show.
		if (i <= 0 || e.Reason == vpnerrors.ErrBadType || e.Reason == vpnerrors.ErrDuplicate) && e.Value+e.Part != "" {
			t.Errorf("%s: %v shows %q, %q", e.Field, e.Reason, e.Value, e.Part)
		}
	}
	// 16 mistakes of four texts each, of 64 characters each, of up to 10 bytes each, and the words between.
	if line := err.Error(); len(line) > 16*(4*642+400)+40 || strings.ContainsFunc(line, func(c rune) bool { return !strconv.IsPrint(c) }) {
		t.Errorf("no printable line of bounded length: %d bytes, %.200q", len(line), line)
	}
}

// checkSecondReader holds c against what encoding/json reads. That takes the last of repeated members, and there are none.
func checkSecondReader(t *testing.T, text string, c ipsecconfig.Config) {
	t.Helper()
	var members map[string]any
	if err := json.Unmarshal([]byte(text), &members); err != nil {
		t.Fatalf("encoding/json refuses what Parse takes: %v", err)
	}
	d := json.NewDecoder(strings.NewReader(text))
	seen := 0
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		if _, isMark := token.(json.Delim); !isMark {
			seen++
		}
	}
	if seen != 2*len(members) && members != nil {
		t.Errorf("%d names and values for %d members, and Parse takes them", seen, len(members))
	}
	for name, got := range map[string]string{
		"IpsecEncAlg": string(c.EncAlg()), "IpsecAuthAlg": string(c.AuthAlg()), "IpsecPfs": string(c.PFS()),
	} {
		if want, _ := members[name].(string); got != want {
			t.Errorf("%s: encoding/json reads %q, Parse %q", name, want, got)
		}
	}
	lifetime, set := c.Lifetime()
	seconds := lifetime.Seconds()
	switch want := members["IpsecLifetime"].(type) {
	case float64:
		if !set || seconds != want {
			t.Errorf("encoding/json reads %v seconds, Parse %v, %v", want, seconds, set)
		}
	case string:
		if set != (want != "") || set && strconv.Itoa(int(seconds)) != want {
			t.Errorf("encoding/json reads %q seconds, Parse %v, %v", want, seconds, set)
		}
	default:
		if set {
			t.Errorf("encoding/json reads no lifetime, Parse %v", seconds)
		}
	}
}
