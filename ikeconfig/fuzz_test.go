package ikeconfig_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// documentedFields lists what an error can be about, in documented order; anything else stands behind.
var documentedFields = []string{
	"IkeConfig", "IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg",
	"IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs", "IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId",
}

// FuzzParse: a text gives a Config that comes back from what it sends and that encoding/json reads the same, or an error and
// no Config.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"Psk":"a\u0026b","IkeLifetime":86400,"LocalId":"l","LocalIdIPsec":"l"}`,                                       // as clients send it
		`{"IkeVersion":"ikev2","IkeMode":"main","IkeEncAlg":"aes","IkeAuthAlg":"md5","IkePfs":"group2","RemoteId":"r"}`, // the rest
		`{"IkeLifetime":"086400"}`,                                    // no numeral
		`{"IkeLifetime":-0.0e999999999}`,                              // 0
		`{"IkeLifetime":8.64e4,"Psk":null}`,                           // a number by its value
		`{"Psk":1,"Psk":2,"psk":3,"\ud800":4}`,                        // much that is wrong
		`{"RemoteId":7,"IkeMode":"main","IkeMode":"main","a\nb":"k"}`, // a key gone astray
		`{"IkeMode":"main","IkeMode":"main"}`,                         // repeated, though the same
		`{"LocalId":"a","LocalIdIPsec":"b"}`,                          // a conflict
		"{\"Psk\":\"\xff\",\"RemoteId\":\"\\udc00\"}",                 // no text
		`{"Psk":{"Psk":[{"Psk":"k"}]}}`,                               // too deep
		"ikev1",                                                       // the API document's own example
		"null",                                                        // unset
		"",                                                            // unset
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ikeconfig.Parse(text)
		if again, err2 := ikeconfig.Parse(text); !again.Equal(c) || (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() {
			t.Errorf("a second Parse says something else: %v, %v, at first %v, %v", again, err2, c, err)
		}
		if err != nil {
			checkParseError(t, c, err)
			return
		}
		again, err := ikeconfig.Parse(c.JSON())
		if err != nil || !again.Equal(c) || again.JSON() != c.JSON() || again.PSK() != c.PSK() {
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

func checkParseError(t *testing.T, c ikeconfig.Config, err error) {
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
		// A key must not show, wherever it went astray: in the whole, under an unknown name, as what another setting is not.
		isKey := e.Field == "IkeConfig.Psk"
		if (isKey || i <= 0 || e.Reason == vpnerrors.ErrBadType || e.Reason == vpnerrors.ErrDuplicate) && e.Value+e.Part != "" {
			t.Errorf("%s: %v shows %q, %q", e.Field, e.Reason, e.Value, e.Part)
		}
		if isKey && e.Suggest != "" {
			t.Errorf("%s: %v suggests %q", e.Field, e.Reason, e.Suggest)
		}
	}
	// 16 mistakes of four texts each, of 64 characters each, of up to 10 bytes each, and the words between.
	if line := err.Error(); len(line) > 16*(4*642+400)+40 || strings.ContainsFunc(line, func(c rune) bool { return !strconv.IsPrint(c) }) {
		t.Errorf("no printable line of bounded length: %d bytes, %.200q", len(line), line)
	}
}

// checkSecondReader holds c against what encoding/json reads. That takes the last of repeated members, and there are none.
func checkSecondReader(t *testing.T, text string, c ikeconfig.Config) {
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
	localID := "LocalIdIPsec"
	if text, _ := members[localID].(string); text == "" {
		localID = "LocalId" // which counts then
	}
	for name, got := range map[string]string{
		"Psk": c.PSK(), "IkeVersion": string(c.Version()), "IkeMode": string(c.Mode()), "IkeEncAlg": string(c.EncAlg()),
		"IkeAuthAlg": string(c.AuthAlg()), "IkePfs": string(c.PFS()), localID: c.LocalID(), "RemoteId": c.RemoteID(),
	} {
		if want, _ := members[name].(string); got != want {
			t.Errorf("%s: encoding/json reads %q, Parse %q", name, want, got)
		}
	}
	lifetime, set := c.Lifetime()
	seconds := lifetime.Seconds()
	switch want := members["IkeLifetime"].(type) {
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
