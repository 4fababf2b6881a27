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

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"Psk":"a\u0026b","IkeLifetime":86400,"LocalId":"l","LocalIdIPsec":"l"}`,                                       // as clients send it
		`{"IkeVersion":"ikev2","IkeMode":"main","IkeEncAlg":"aes","IkeAuthAlg":"md5","IkePfs":"group2","RemoteId":"r"}`, // the rest
		`{"IkeLifetime":"086400"}`,                    // no numeral
		`{"IkeLifetime":-0.0e999999999}`,              // 0
		`{"IkeLifetime":8.64e4,"Psk":null}`,           // a number by its value
		`{"Psk":1,"Psk":2,"psk":3,"\ud800":4}`,        // much that is wrong
		`{"LocalId":"a","LocalIdIPsec":"b"}`,          // a conflict
		"{\"Psk\":\"\xff\",\"RemoteId\":\"\\udc00\"}", // no text
		`{"Psk":{"Psk":[{"Psk":"k"}]}}`,               // too deep
		"ikev1",                                       // the API document's own example
		"null",                                        // unset
		"",                                            // unset
	} {
		f.Add(seed)
	}
	documented := []string{
		"IkeConfig", "IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg",
		"IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs", "IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId",
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ikeconfig.Parse(text)
		if err != nil {
			if !c.IsZero() {
				t.Errorf("a Config beside an error: %v", c)
			}
			errs := err.(vpnerrors.ValidationErrors)
			place, unknown := -1, ""
			for _, e := range errs {
				i := slices.Index(documented, e.Field)
				if e.Reason == nil || i >= 0 && (i <= place || unknown != "") || i < 0 && e.Field <= unknown {
					t.Errorf("%q: reason %v, behind place %d and %q", e.Field, e.Reason, place, unknown)
				}
				if i < 0 {
					unknown = e.Field
				} else {
					place = i
				}
				if e.Field == "IkeConfig.Psk" && e.Value+e.Part+e.Suggest != "" {
					t.Errorf("the error shows the key: %+v", e)
				}
			}
			// 16 mistakes of four texts each, of 64 characters each, of up to 10 bytes each, and the words between.
			if line := err.Error(); len(line) > 16*(4*642+400)+40 || strings.ContainsFunc(line, func(c rune) bool { return !strconv.IsPrint(c) }) {
				t.Errorf("no printable line of bounded length: %d bytes, %.200q", len(line), line)
			}
			return
		}
		again, err := ikeconfig.Parse(c.JSON())
		if err != nil || !again.Equal(c) || again.JSON() != c.JSON() || again.PSK() != c.PSK() {
			t.Errorf("%s comes back as %s, %v", c.JSON(), again.JSON(), err)
		}
		if same, err := c.With(); err != nil || !same.Equal(c) {
			t.Errorf("%v breaks a rule: %v", c, err)
		}
		if text == "" {
			return
		}

		// A second reader. It takes the last of repeated members, and there are none.
		var members map[string]any
		if err := json.Unmarshal([]byte(text), &members); err != nil {
			t.Fatalf("encoding/json refuses what Parse takes: %v", err)
		}
		first := func(names ...string) string {
			for _, name := range names {
				if text, _ := members[name].(string); text != "" {
					return text
				}
			}
			return ""
		}
		for _, pair := range [][2]string{
			{first("Psk"), c.PSK()}, {first("IkeVersion"), string(c.Version())}, {first("IkeMode"), string(c.Mode())},
			{first("IkeEncAlg"), string(c.EncAlg())}, {first("IkeAuthAlg"), string(c.AuthAlg())}, {first("IkePfs"), string(c.PFS())},
			{first("LocalIdIPsec", "LocalId"), c.LocalID()}, {first("RemoteId"), c.RemoteID()},
		} {
			if pair[0] != pair[1] {
				t.Errorf("encoding/json reads %q, Parse %q", pair[0], pair[1])
			}
		}
		lifetime, set := c.Lifetime()
		switch want := members["IkeLifetime"].(type) {
		case float64:
			if !set || lifetime.Seconds() != want {
				t.Errorf("encoding/json reads %v seconds, Parse %v, %v", want, lifetime, set)
			}
		case string:
			if set != (want != "") || set && strconv.Itoa(int(lifetime.Seconds())) != want {
				t.Errorf("encoding/json reads %q seconds, Parse %v, %v", want, lifetime, set)
			}
		default:
			if set {
				t.Errorf("encoding/json reads no lifetime, Parse %v", lifetime)
			}
		}
	})
}
