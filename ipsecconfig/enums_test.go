package ipsecconfig_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func TestEncAlgs(t *testing.T) {
	walk(t, "IpsecEncAlg", ipsecconfig.EncAlgs,
		[]ipsecconfig.EncAlg{ipsecconfig.AES, ipsecconfig.AES192, ipsecconfig.AES256, ipsecconfig.DES, ipsecconfig.TripleDES},
		[]string{"aes", "aes192", "aes256", "des", "3des"}, ipsecconfig.WithEncAlg, ipsecconfig.Config.EncAlg)
}

func TestAuthAlgs(t *testing.T) {
	walk(t, "IpsecAuthAlg", ipsecconfig.AuthAlgs, []ipsecconfig.AuthAlg{ipsecconfig.MD5, ipsecconfig.SHA1},
		[]string{"md5", "sha1"}, ipsecconfig.WithAuthAlg, ipsecconfig.Config.AuthAlg)
}

func TestDHGroups(t *testing.T) {
	walk(t, "IpsecPfs", ipsecconfig.DHGroups,
		[]ipsecconfig.DHGroup{ipsecconfig.Group1, ipsecconfig.Group2, ipsecconfig.Group5, ipsecconfig.Group14, ipsecconfig.Group24},
		[]string{"group1", "group2", "group5", "group14", "group24"}, ipsecconfig.WithPFS, ipsecconfig.Config.PFS)
}

// walk takes every value of an enum, constants and texts in documented order, through New, its accessor, JSON and Parse,
// and tries what is nearly a value.
func walk[T ~string](t *testing.T, member string, list func() []T, constants []T, texts []string,
	with func(T) ipsecconfig.Option, get func(ipsecconfig.Config) T) {
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
		if back, err := ipsecconfig.Parse(json); err != nil || !back.Equal(c) {
			t.Errorf("Parse(%s) = %v, %v", json, back, err)
		}
		text := string(v)
		for _, bad := range []string{strings.ToUpper(text), " " + text, text + "\n", text + "\x00", text + text, text + ","} {
			none, err := ipsecconfig.New(with(T(bad)))
			if e := faults(t, none, err); len(e) != 1 || e[0].Reason != vpnerrors.ErrUnsupportedValue || e[0].Value != bad {
				t.Errorf("%q: %v", bad, e)
			}
		}
	}
	for bad, reason := range map[T]error{
		"": vpnerrors.ErrEmpty, "\xff": vpnerrors.ErrBadCharacter, "default": vpnerrors.ErrUnsupportedValue,
	} {
		none, err := ipsecconfig.New(with(bad))
		want := vpnerrors.ValidationErrors{{
			Field: "IpsecConfig." + member, Reason: reason, Value: string(bad), Allowed: texts,
		}}
		if reason == vpnerrors.ErrBadCharacter {
			want[0].Part = string(bad)
		}
		if diff := cmp.Diff(want, faults(t, none, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", bad, diff)
		}
	}
}
