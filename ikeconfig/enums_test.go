package ikeconfig_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

func TestVersions(t *testing.T) {
	walk(t, "IkeVersion", ikeconfig.Versions, []ikeconfig.Version{ikeconfig.V1, ikeconfig.V2},
		[]string{"ikev1", "ikev2"}, ikeconfig.WithVersion, ikeconfig.Config.Version)
}

func TestModes(t *testing.T) {
	walk(t, "IkeMode", ikeconfig.Modes, []ikeconfig.Mode{ikeconfig.Main, ikeconfig.Aggressive},
		[]string{"main", "aggressive"}, ikeconfig.WithMode, ikeconfig.Config.Mode)
}

func TestEncAlgs(t *testing.T) {
	walk(t, "IkeEncAlg", ikeconfig.EncAlgs,
		[]ikeconfig.EncAlg{ikeconfig.AES, ikeconfig.AES192, ikeconfig.AES256, ikeconfig.DES, ikeconfig.TripleDES},
		[]string{"aes", "aes192", "aes256", "des", "3des"}, ikeconfig.WithEncAlg, ikeconfig.Config.EncAlg)
}

func TestAuthAlgs(t *testing.T) {
	walk(t, "IkeAuthAlg", ikeconfig.AuthAlgs, []ikeconfig.AuthAlg{ikeconfig.MD5, ikeconfig.SHA1},
		[]string{"md5", "sha1"}, ikeconfig.WithAuthAlg, ikeconfig.Config.AuthAlg)
}

func TestDHGroups(t *testing.T) {
	walk(t, "IkePfs", ikeconfig.DHGroups,
		[]ikeconfig.DHGroup{ikeconfig.Group1, ikeconfig.Group2, ikeconfig.Group5, ikeconfig.Group14, ikeconfig.Group24},
		[]string{"group1", "group2", "group5", "group14", "group24"}, ikeconfig.WithPFS, ikeconfig.Config.PFS)
}

// walk takes every value of an enum, constants and texts in documented order, through New, its accessor, JSON and Parse,
// and tries what is nearly a value.
func walk[T ~string](t *testing.T, member string, list func() []T, constants []T, texts []string,
	with func(T) ikeconfig.Option, get func(ikeconfig.Config) T) {
	t.Helper()
	if !slices.Equal(list(), constants) {
		t.Errorf("listed are %q, want %q", list(), constants)
	}
	clear(list())
	if !slices.Equal(list(), constants) {
		t.Error("the list is shared with its callers")
	}
	if len(texts) != len(constants) {
		t.Fatalf("%d texts for %d constants", len(texts), len(constants))
	}
	for i, v := range constants {
		if string(v) != texts[i] {
			t.Errorf("constant %d is %q, want %q", i, v, texts[i])
		}
		c := build(t, with(v))
		if got := get(c); got != v {
			t.Errorf("%q came back as %q", v, got)
		}
		json := fmt.Sprintf(`{%q:%q}`, member, v)
		if got := c.JSON(); got != json {
			t.Errorf("%q is sent as %s, want %s", v, got, json)
		}
		if back, err := ikeconfig.Parse(json); err != nil || !back.Equal(c) {
			t.Errorf("Parse(%s) = %v, %v", json, back, err)
		}
		text := string(v)
		for _, bad := range []string{strings.ToUpper(text), " " + text, text + "\n", text + "\x00", text + text, text + ","} {
			none, err := ikeconfig.New(with(T(bad)))
			if e := faults(t, none, err); len(e) != 1 || e[0].Reason != vpnerrors.ErrUnsupportedValue || e[0].Value != bad {
				t.Errorf("%q: %v", bad, e)
			}
		}
	}
	for bad, reason := range map[T]error{
		"": vpnerrors.ErrEmpty, "\xff": vpnerrors.ErrBadCharacter, "default": vpnerrors.ErrUnsupportedValue,
	} {
		none, err := ikeconfig.New(with(bad))
		want := vpnerrors.ValidationErrors{{
			Field: "IkeConfig." + member, Reason: reason, Value: string(bad), Allowed: texts,
		}}
		if reason == vpnerrors.ErrBadCharacter {
			want[0].Part = string(bad)
		}
		if diff := cmp.Diff(want, faults(t, none, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", bad, diff)
		}
	}
}
