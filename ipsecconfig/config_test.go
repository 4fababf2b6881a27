package ipsecconfig_test

import (
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// settings are what the accessors of a Config return.
type settings struct {
	EncAlg      ipsecconfig.EncAlg
	AuthAlg     ipsecconfig.AuthAlg
	PFS         ipsecconfig.DHGroup
	Lifetime    time.Duration
	LifetimeSet bool
}

func read(c ipsecconfig.Config) settings {
	s := settings{EncAlg: c.EncAlg(), AuthAlg: c.AuthAlg(), PFS: c.PFS()}
	s.Lifetime, s.LifetimeSet = c.Lifetime()
	return s
}

// all returns every setting, none of them the documented default.
func all() []ipsecconfig.Option {
	return []ipsecconfig.Option{
		ipsecconfig.WithEncAlg(ipsecconfig.TripleDES),
		ipsecconfig.WithAuthAlg(ipsecconfig.MD5),
		ipsecconfig.WithPFS(ipsecconfig.Group24),
		ipsecconfig.WithLifetime(time.Hour),
	}
}

const allSent = `{"IpsecAuthAlg":"md5","IpsecEncAlg":"3des","IpsecLifetime":3600,"IpsecPfs":"group24"}`

// Each option alone: what the accessors return, what is sent, and what people read.
func TestOptions(t *testing.T) {
	seen := make(map[string]bool)
	for _, row := range []struct {
		name   string
		opts   []ipsecconfig.Option
		want   settings
		sent   string
		people string // within ipsecconfig.Config{}
	}{
		{"nothing", nil, settings{}, `{}`, ``},
		{"nil", []ipsecconfig.Option{nil, ipsecconfig.Options(), ipsecconfig.Options(nil)}, settings{}, `{}`, ``},
		{"encryption", []ipsecconfig.Option{ipsecconfig.WithEncAlg(ipsecconfig.AES)},
			settings{EncAlg: "aes"}, `{"IpsecEncAlg":"aes"}`, `IpsecEncAlg: "aes"`},
		{"authentication", []ipsecconfig.Option{ipsecconfig.WithAuthAlg(ipsecconfig.SHA1)},
			settings{AuthAlg: "sha1"}, `{"IpsecAuthAlg":"sha1"}`, `IpsecAuthAlg: "sha1"`},
		{"group", []ipsecconfig.Option{ipsecconfig.WithPFS(ipsecconfig.Group2)},
			settings{PFS: "group2"}, `{"IpsecPfs":"group2"}`, `IpsecPfs: "group2"`},
		{"lifetime", []ipsecconfig.Option{ipsecconfig.WithLifetime(24 * time.Hour)},
			settings{Lifetime: 24 * time.Hour, LifetimeSet: true}, `{"IpsecLifetime":86400}`, `IpsecLifetime: "86400"`},
		{"lifetime of zero", []ipsecconfig.Option{ipsecconfig.WithLifetime(0)},
			settings{LifetimeSet: true}, `{"IpsecLifetime":0}`, `IpsecLifetime: "0"`},
		{"the later one", []ipsecconfig.Option{
			ipsecconfig.WithPFS("x"), ipsecconfig.WithLifetime(-1),
			ipsecconfig.Options(ipsecconfig.WithPFS(ipsecconfig.Group1), nil, ipsecconfig.WithLifetime(0)),
		}, settings{PFS: "group1", LifetimeSet: true}, `{"IpsecLifetime":0,"IpsecPfs":"group1"}`, `IpsecPfs: "group1", IpsecLifetime: "0"`},
		{"all", all(),
			settings{EncAlg: "3des", AuthAlg: "md5", PFS: "group24", Lifetime: time.Hour, LifetimeSet: true}, allSent,
			`IpsecEncAlg: "3des", IpsecAuthAlg: "md5", IpsecPfs: "group24", IpsecLifetime: "3600"`},
		{"all as one", []ipsecconfig.Option{ipsecconfig.Options(all()...)},
			settings{EncAlg: "3des", AuthAlg: "md5", PFS: "group24", Lifetime: time.Hour, LifetimeSet: true}, allSent,
			`IpsecEncAlg: "3des", IpsecAuthAlg: "md5", IpsecPfs: "group24", IpsecLifetime: "3600"`},
	} {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		t.Run(row.name, func(t *testing.T) {
			c := build(t, row.opts...)
			if diff := cmp.Diff(row.want, read(c)); diff != "" {
				t.Errorf("accessors (-want +got):\n%s", diff)
			}
			if got := c.JSON(); got != row.sent {
				t.Errorf("JSON = %s\nwant   %s", got, row.sent)
			}
			if json, err := c.MarshalJSON(); err != nil || string(json) != row.sent {
				t.Errorf("MarshalJSON = %s, %v, want %s", json, err, row.sent)
			}
			if got, want := c.IsZero(), row.sent == "{}"; got != want {
				t.Errorf("IsZero = %t, want %t", got, want)
			}
			if back, err := ipsecconfig.Parse(row.sent); err != nil || !back.Equal(c) || back.JSON() != row.sent {
				t.Errorf("Parse(%s) = %v, %v", row.sent, back, err)
			}
			want := "ipsecconfig.Config{" + row.people + "}"
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
				if got := fmt.Sprintf(verb, c); got != want {
					t.Errorf("%s: %s, want %s", verb, got, want)
				}
			}
			if c.String() != want || c.GoString() != want {
				t.Errorf("String is %s, GoString %s, want %s", c.String(), c.GoString(), want)
			}
		})
	}
}

func TestZeroConfig(t *testing.T) {
	var zero ipsecconfig.Config
	if diff := cmp.Diff(settings{}, read(zero)); diff != "" {
		t.Errorf("accessors (-want +got):\n%s", diff)
	}
	if !zero.IsZero() || !zero.Equal(build(t)) || zero.JSON() != "{}" || zero.String() != "ipsecconfig.Config{}" {
		t.Errorf("it is %v, sent as %s", zero, zero.JSON())
	}
	if json, err := zero.MarshalJSON(); err != nil || string(json) != "{}" {
		t.Errorf("MarshalJSON = %s, %v", json, err)
	}
	if got, want := zero.Effective(), build(t).Effective(); !got.Equal(want) || got.IsZero() {
		t.Errorf("Effective = %v, want %v", got, want)
	}
	if c, err := zero.With(all()...); err != nil || c.JSON() != allSent {
		t.Errorf("With: %s, %v", c.JSON(), err)
	}
	if got := zero.LogValue(); got.Kind() != slog.KindGroup || len(got.Group()) != 0 {
		t.Errorf("LogValue = %v", got)
	}
}

func TestMistakes(t *testing.T) {
	c, err := ipsecconfig.New(
		ipsecconfig.WithLifetime(24*time.Hour+time.Second), ipsecconfig.WithPFS("disabled"),
		ipsecconfig.WithAuthAlg(""), ipsecconfig.WithEncAlg("AES-256"),
	)
	want := vpnerrors.ValidationErrors{
		{Field: "IpsecConfig.IpsecEncAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "AES-256", Suggest: "aes256",
			Allowed: []string{"aes", "aes192", "aes256", "des", "3des"}},
		{Field: "IpsecConfig.IpsecAuthAlg", Reason: vpnerrors.ErrEmpty, Allowed: []string{"md5", "sha1"}},
		{Field: "IpsecConfig.IpsecPfs", Reason: vpnerrors.ErrUnsupportedValue, Value: "disabled",
			Allowed: []string{"group1", "group2", "group5", "group14", "group24"}},
		{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "86401", Max: 86400},
	}
	if diff := cmp.Diff(want, faults(t, c, err)); diff != "" {
		t.Errorf("all at once, in documented order (-want +got):\n%s", diff)
	}
}

func TestWith(t *testing.T) {
	base := build(t, ipsecconfig.WithPFS(ipsecconfig.Group5), ipsecconfig.WithLifetime(time.Hour))
	changed, err := base.With(ipsecconfig.WithLifetime(0), nil, ipsecconfig.WithEncAlg(ipsecconfig.AES))
	if want := `{"IpsecEncAlg":"aes","IpsecLifetime":0,"IpsecPfs":"group5"}`; err != nil || changed.JSON() != want {
		t.Errorf("With: %s, %v, want %s", changed.JSON(), err, want)
	}
	same, err := base.With()
	if err != nil || !same.Equal(base) {
		t.Errorf("With no options: %v, %v", same, err)
	}
	bad, err := base.With(ipsecconfig.WithLifetime(-1), ipsecconfig.WithEncAlg(""))
	list := faults(t, bad, err)
	if len(list) != 2 || list[0].Field != "IpsecConfig.IpsecEncAlg" || list[1].Field != "IpsecConfig.IpsecLifetime" {
		t.Errorf("With mistakes: %v", list)
	}
	if got, want := base.JSON(), `{"IpsecLifetime":3600,"IpsecPfs":"group5"}`; got != want {
		t.Errorf("the Config itself became %s, want %s", got, want)
	}
}

func TestOptionsHandedIn(t *testing.T) {
	opts := []ipsecconfig.Option{ipsecconfig.WithPFS(ipsecconfig.Group5)}
	bundle := ipsecconfig.Options(opts...)
	c := build(t, opts...)
	opts[0] = ipsecconfig.WithPFS("spoilt")
	if c.PFS() != ipsecconfig.Group5 {
		t.Errorf("the Config changed with the slice: %v", c)
	}
	if later := build(t, bundle); later.PFS() != ipsecconfig.Group5 {
		t.Errorf("the bundle changed with the slice: %v", later)
	}
}

func TestEffective(t *testing.T) {
	for _, row := range []struct {
		name string
		opts []ipsecconfig.Option
		want string
		why  string
	}{
		{"nothing", nil, `{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"}`,
			"every setting has a documented default"},
		{"one setting", []ipsecconfig.Option{ipsecconfig.WithEncAlg(ipsecconfig.AES256)},
			`{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes256","IpsecLifetime":86400,"IpsecPfs":"group2"}`, "it stays"},
		{"a lifetime of zero", []ipsecconfig.Option{ipsecconfig.WithLifetime(0)},
			`{"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":0,"IpsecPfs":"group2"}`, "zero is a value that can be set"},
		{"all", all(), allSent, "nothing is left to fill in"},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := build(t, row.opts...)
			before := c.JSON()
			if got := c.Effective().JSON(); got != row.want {
				t.Errorf("%s\nwant %s: %s", got, row.want, row.why)
			}
			if again := c.Effective().Effective(); !again.Equal(c.Effective()) {
				t.Errorf("the second time it became %v", again)
			}
			if c.JSON() != before {
				t.Errorf("the Config itself became %v", c)
			}
		})
	}
}

// Every group holds Configs that are equal; Configs of two groups are not.
func TestEqual(t *testing.T) {
	groups := [][]ipsecconfig.Config{
		{{}, build(t), build(t, nil)},
		{build(t, ipsecconfig.WithPFS(ipsecconfig.Group2)), build(t, ipsecconfig.WithPFS("x"), ipsecconfig.WithPFS(ipsecconfig.Group2))},
		{build(t, ipsecconfig.WithPFS(ipsecconfig.Group24))},
		{build(t, ipsecconfig.WithEncAlg(ipsecconfig.DES))},
		{build(t, ipsecconfig.WithAuthAlg(ipsecconfig.MD5))},
		{build(t, ipsecconfig.WithLifetime(0))},
		{build(t, ipsecconfig.WithLifetime(time.Second)), build(t, ipsecconfig.WithLifetime(1000*time.Millisecond))},
		{build(t).Effective(), build(t, ipsecconfig.WithPFS(ipsecconfig.Group2)).Effective()},
	}
	for i, g := range groups {
		for j, h := range groups {
			for _, a := range g {
				for _, b := range h {
					if a.Equal(b) != (i == j) || cmp.Equal(a, b) != (i == j) {
						t.Errorf("%v and %v: Equal is %t, cmp.Equal %t", a, b, a.Equal(b), cmp.Equal(a, b))
					}
				}
			}
		}
	}
}

func TestLogValue(t *testing.T) {
	want := slog.GroupValue(
		slog.String("IpsecEncAlg", "3des"), slog.String("IpsecAuthAlg", "md5"),
		slog.String("IpsecPfs", "group24"), slog.String("IpsecLifetime", "3600"),
	)
	if got := build(t, all()...).LogValue(); !got.Equal(want) {
		t.Errorf("LogValue = %v, want %v", got, want)
	}
}
