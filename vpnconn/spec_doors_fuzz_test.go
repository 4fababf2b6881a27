package vpnconn_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// FuzzSpecDoors grows a tree, writes it as JSON and hands it over as YAML packages do: whatever is in it, all doors read the
// same Spec or find the same mistakes, and the phases by themselves do too.
func FuzzSpecDoors(f *testing.F) {
	f.Add("", []byte{})
	for i, text := range []string{"idc", "10.0.0.0/24, 10.0.0.7/24", "[hidden]", "ikev2", "Psk", "\x00\u2028\U0001f511\"\\", "a\xffb\xe4\xb8", "\xed\xa0\x80"} {
		for j := range 16 {
			f.Add(text, anyProgram(200, i, j))
		}
	}
	f.Fuzz(func(t *testing.T, text string, program []byte) {
		g := grower{choices: choices(program), text: text}
		g.tidy = g.below(2) == 0
		tree := g.object("", 0)
		written := jsonOf(tree)
		var want vpnconn.Spec
		wantErr := want.UnmarshalJSON([]byte(written))
		for door, read := range map[string]func(*vpnconn.Spec) error{
			"encoding/json": func(s *vpnconn.Spec) error { return json.Unmarshal([]byte(written), s) },
			"YAML":          func(s *vpnconn.Spec) error { return s.UnmarshalYAML(decoded(tree)) },
			"any keys":      func(s *vpnconn.Spec) error { return s.UnmarshalYAML(decoded(anyKeys(tree))) },
		} {
			var got vpnconn.Spec
			err := read(&got)
			if diff := cmp.Diff(verdictOf(t, wantErr), verdictOf(t, err)); diff != "" {
				t.Errorf("%s: the verdict (-JSON +%s):\n%s", door, door, diff)
			}
			// Text that is not valid UTF-8 is shown mended where it was read from JSON.
			if diff := cmp.Diff(wantErr, err); diff != "" && utf8.ValidString(written) {
				t.Errorf("%s: the error (-JSON +%s):\n%s", door, door, diff)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: the Spec (-JSON +%s):\n%s", door, door, diff)
			}
		}
		checkPhasesAlone(t, tree, want, verdictOf(t, wantErr))
		if wantErr == nil {
			checkReadBack(t, want)
		}
		if t.Failed() {
			t.Logf("%q", written)
		}
	})
}

// verdictOf returns field and reason of each mistake, sorted, and with names mended as encoding/json mends text.
func verdictOf(t *testing.T, err error) (list []string) {
	t.Helper()
	if err == nil {
		return nil
	}
	checkErrorLaws(t, err)
	for _, short := range namesAndReasons(t, err) {
		list = append(list, string([]rune(short)))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// checkPhasesAlone reads the phases in tree by the doors of their own, which must find what those of the whole do.
func checkPhasesAlone(t *testing.T, tree map[string]any, want vpnconn.Spec, mistakes []string) {
	t.Helper()
	about := func(phase string) (list []string) {
		for _, mistake := range mistakes {
			if strings.HasPrefix(mistake, phase+":") || strings.HasPrefix(mistake, phase+".") {
				list = append(list, mistake)
			}
		}
		return list
	}
	for name := range tree {
		if strings.Contains(name, ".") {
			return // an unknown parameter that is called like one in a phase
		}
	}
	ike, ipsec := new(vpnconn.IKESpec), new(vpnconn.IPsecSpec)
	for phase, read := range map[string]func(text string, tree any) (fromJSON, fromYAML error){
		"IkeConfig": func(text string, tree any) (error, error) {
			return ike.UnmarshalJSON([]byte(text)), ike.UnmarshalYAML(decoded(tree))
		},
		"IpsecConfig": func(text string, tree any) (error, error) {
			return ipsec.UnmarshalJSON([]byte(text)), ipsec.UnmarshalYAML(decoded(tree))
		},
	} {
		fromJSON, fromYAML := read(jsonOf(tree[phase]), tree[phase])
		for _, err := range []error{fromJSON, fromYAML} {
			if diff := cmp.Diff(about(phase), verdictOf(t, err)); diff != "" {
				t.Errorf("%s by itself (-whole +alone):\n%s", phase, diff)
			}
		}
	}
	if want.IKE != nil && mistakes == nil {
		if diff := cmp.Diff(want.IKE, ike); diff != "" {
			t.Errorf("phase 1 by itself (-whole +alone):\n%s", diff)
		}
	}
	if want.IPsec != nil && mistakes == nil {
		if diff := cmp.Diff(want.IPsec, ipsec); diff != "" {
			t.Errorf("phase 2 by itself (-whole +alone):\n%s", diff)
		}
	}
}

// checkReadBack writes what was read, and reads it: all of it comes back but a key, which was hidden and so is refused.
func checkReadBack(t *testing.T, want vpnconn.Spec) {
	t.Helper()
	written, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got vpnconn.Spec
	err = got.UnmarshalJSON(written)
	if want.IKE != nil && !want.IKE.PSK.IsZero() {
		if diff := cmp.Diff(error(mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrUnsupportedValue}}), err); diff != "" {
			t.Errorf("%s is read back with (-want +got):\n%s", written, diff)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%s comes back as %v (-want +got):\n%s", written, err, diff)
	}
}
