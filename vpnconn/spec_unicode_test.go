package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestBadUnicodeInSpec: text that is no text gives the data that it gives by an option, but that encoding/json has put
// U+FFFD for what was wrong.
func TestBadUnicodeInSpec(t *testing.T) {
	for _, field := range documentedOrder {
		with := textOptions[field]
		switch field {
		case "EffectImmediately":
			continue // no text
		case "LocalSubnet":
			with = func(text string) vpnconn.Option { return vpnconn.WithLocalSubnets(text) }
		case "RemoteSubnet":
			with = func(text string) vpnconn.Option { return vpnconn.WithRemoteSubnets(text) }
		}
		if with == nil {
			continue // a phase, which has its own reader
		}
		for _, text := range []string{"\xff", "10.0.0.0/8,a\xff", "a\xff,10.0.0.1/8,b\xff"} {
			_, err := vpnconn.New(smallest(with(text))...)
			var want mistakes
			for _, e := range err.(mistakes) {
				if e.Reason == vpnerrors.ErrBadCharacter {
					want = append(want, e)
				}
			}
			checkRead(t, jsonOf(field)+":"+`"`+strings.ReplaceAll(text, "\xff", `\ud800`)+`"`, mended(want))
			checkRead(t, jsonOf(field)+`:"`+text+`"`, mended(want))
			var s vpnconn.Spec
			err = s.UnmarshalYAML(decoded(map[string]any{field: text}))
			if diff := cmp.Diff(error(want), err); diff != "" {
				t.Errorf("%s: %q in YAML (-want +got):\n%s", field, text, diff)
			}
		}
	}
	checkRead(t, `"LocalSubnet":["10.0.0.0/8,10.0.0.1/8","a,\udfff",5,"\ud800"]`, mistakes{
		{Field: "LocalSubnet[3]", Reason: vpnerrors.ErrBadCharacter, Value: "\ufffd", Part: "\ufffd"},
		{Field: "LocalSubnet[4]", Reason: vpnerrors.ErrBadType, Value: "5"},
		{Field: "LocalSubnet[5]", Reason: vpnerrors.ErrBadCharacter, Value: "\ufffd", Part: "\ufffd"},
	})
}

// TestBadUnicodeInNames: a name is shown or hidden alike, whether encoding/json mended it or not.
func TestBadUnicodeInNames(t *testing.T) {
	for _, name := range []string{"Name\xff", strings.Repeat("\xcd", 32) + "\x03Psk", strings.Repeat("\xcd", 60) + "\x03Psk", strings.Repeat("\xcd", 61) + "\x03Psk"} {
		var s vpnconn.Spec
		yaml, ok := s.UnmarshalYAML(decoded(map[string]any{name: 1})).(mistakes)
		if !ok {
			t.Fatalf("%q: no mistakes in YAML", name)
		}
		for _, e := range yaml {
			e.Field = string([]rune(e.Field))
		}
		checkRead(t, jsonOf(name)+":1", yaml)
	}
}

// mended returns errors as they are about a text that encoding/json mended.
func mended(errs mistakes) (list mistakes) {
	for _, e := range errs {
		c := *e
		c.Value, c.Part = strings.ReplaceAll(c.Value, "\xff", "\ufffd"), strings.ReplaceAll(c.Part, "\xff", "\ufffd")
		list = append(list, &c)
	}
	return list
}

// checkRead fails t unless a Spec with this member is refused with these mistakes.
func checkRead(t *testing.T, member string, want mistakes) {
	t.Helper()
	var s vpnconn.Spec
	errs, _ := stderrors.AsType[mistakes](json.Unmarshal([]byte("{"+member+"}"), &s))
	if diff := cmp.Diff(want, errs); diff != "" {
		t.Errorf("%q (-want +got):\n%s", member, diff)
	}
}
