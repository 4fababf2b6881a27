package ikeconfig_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// settings are what the accessors of a Config return.
type settings struct {
	PSK, LocalID, RemoteID string
	Version                ikeconfig.Version
	Mode                   ikeconfig.Mode
	EncAlg                 ikeconfig.EncAlg
	AuthAlg                ikeconfig.AuthAlg
	PFS                    ikeconfig.DHGroup
	Lifetime               time.Duration
	LifetimeSet            bool
}

func read(c ikeconfig.Config) settings {
	s := settings{
		PSK: c.PSK(), LocalID: c.LocalID(), RemoteID: c.RemoteID(), Version: c.Version(), Mode: c.Mode(),
		EncAlg: c.EncAlg(), AuthAlg: c.AuthAlg(), PFS: c.PFS(),
	}
	s.Lifetime, s.LifetimeSet = c.Lifetime()
	return s
}

// all returns every setting, none of them the documented default.
func all() []ikeconfig.Option {
	return []ikeconfig.Option{
		ikeconfig.WithPSK("k\"e\\y </&>\u2028"),
		ikeconfig.WithVersion(ikeconfig.V2),
		ikeconfig.WithMode(ikeconfig.Aggressive),
		ikeconfig.WithEncAlg(ikeconfig.TripleDES),
		ikeconfig.WithAuthAlg(ikeconfig.MD5),
		ikeconfig.WithPFS(ikeconfig.Group24),
		ikeconfig.WithLifetime(time.Hour),
		ikeconfig.WithLocalID("本地"),
		ikeconfig.WithRemoteID("203.0.113.7"),
	}
}

// allSent has its members sorted, and the local identifier under both of its names.
const allSent = `{"IkeAuthAlg":"md5","IkeEncAlg":"3des","IkeLifetime":3600,"IkeMode":"aggressive","IkePfs":"group24",` +
	`"IkeVersion":"ikev2","LocalId":"本地","LocalIdIPsec":"本地","Psk":"k\"e\\y </&>` + "\u2028" + `","RemoteId":"203.0.113.7"}`

// Each option alone: what the accessors return, what is sent, and what people read.
func TestOptions(t *testing.T) {
	seen := make(map[string]bool)
	for _, row := range []struct {
		name   string
		opts   []ikeconfig.Option
		want   settings
		sent   string
		people string // within ikeconfig.Config{}
	}{
		{"nothing", nil, settings{}, `{}`, ``},
		{"nil", []ikeconfig.Option{nil, ikeconfig.Options(), ikeconfig.Options(nil)}, settings{}, `{}`, ``},
		{"PSK", []ikeconfig.Option{ikeconfig.WithPSK("p")}, settings{PSK: "p"}, `{"Psk":"p"}`, `Psk: "[hidden]"`},
		{"version", []ikeconfig.Option{ikeconfig.WithVersion(ikeconfig.V1)},
			settings{Version: "ikev1"}, `{"IkeVersion":"ikev1"}`, `IkeVersion: "ikev1"`},
		{"mode", []ikeconfig.Option{ikeconfig.WithMode(ikeconfig.Main)}, settings{Mode: "main"}, `{"IkeMode":"main"}`, `IkeMode: "main"`},
		{"encryption", []ikeconfig.Option{ikeconfig.WithEncAlg(ikeconfig.AES)}, settings{EncAlg: "aes"}, `{"IkeEncAlg":"aes"}`, `IkeEncAlg: "aes"`},
		{"authentication", []ikeconfig.Option{ikeconfig.WithAuthAlg(ikeconfig.SHA1)},
			settings{AuthAlg: "sha1"}, `{"IkeAuthAlg":"sha1"}`, `IkeAuthAlg: "sha1"`},
		{"group", []ikeconfig.Option{ikeconfig.WithPFS(ikeconfig.Group2)}, settings{PFS: "group2"}, `{"IkePfs":"group2"}`, `IkePfs: "group2"`},
		{"lifetime", []ikeconfig.Option{ikeconfig.WithLifetime(24 * time.Hour)},
			settings{Lifetime: 24 * time.Hour, LifetimeSet: true}, `{"IkeLifetime":86400}`, `IkeLifetime: "86400"`},
		{"lifetime of zero", []ikeconfig.Option{ikeconfig.WithLifetime(0)},
			settings{LifetimeSet: true}, `{"IkeLifetime":0}`, `IkeLifetime: "0"`},
		{"local ID", []ikeconfig.Option{ikeconfig.WithLocalID("l")},
			settings{LocalID: "l"}, `{"LocalId":"l","LocalIdIPsec":"l"}`, `LocalIdIPsec: "l"`},
		{"remote ID", []ikeconfig.Option{ikeconfig.WithRemoteID("r")}, settings{RemoteID: "r"}, `{"RemoteId":"r"}`, `RemoteId: "r"`},
		{"the later one", []ikeconfig.Option{ikeconfig.WithPSK(""), ikeconfig.WithLifetime(-1), ikeconfig.Options(ikeconfig.WithPSK("p"), nil, ikeconfig.WithLifetime(0))},
			settings{PSK: "p", LifetimeSet: true}, `{"IkeLifetime":0,"Psk":"p"}`, `Psk: "[hidden]", IkeLifetime: "0"`},
		{"all", all(), settings{
			PSK: "k\"e\\y </&>\u2028", LocalID: "本地", RemoteID: "203.0.113.7", Version: "ikev2", Mode: "aggressive",
			EncAlg: "3des", AuthAlg: "md5", PFS: "group24", Lifetime: time.Hour, LifetimeSet: true,
		}, allSent, `Psk: "[hidden]", IkeVersion: "ikev2", IkeMode: "aggressive", IkeEncAlg: "3des", IkeAuthAlg: "md5", ` +
			`IkePfs: "group24", IkeLifetime: "3600", LocalIdIPsec: "本地", RemoteId: "203.0.113.7"`},
		{"all as one", []ikeconfig.Option{ikeconfig.Options(all()...)}, settings{
			PSK: "k\"e\\y </&>\u2028", LocalID: "本地", RemoteID: "203.0.113.7", Version: "ikev2", Mode: "aggressive",
			EncAlg: "3des", AuthAlg: "md5", PFS: "group24", Lifetime: time.Hour, LifetimeSet: true,
		}, allSent, `Psk: "[hidden]", IkeVersion: "ikev2", IkeMode: "aggressive", IkeEncAlg: "3des", IkeAuthAlg: "md5", ` +
			`IkePfs: "group24", IkeLifetime: "3600", LocalIdIPsec: "本地", RemoteId: "203.0.113.7"`},
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
			if got, want := c.IsZero(), row.sent == "{}"; got != want {
				t.Errorf("IsZero = %t, want %t", got, want)
			}
			if back, err := ikeconfig.Parse(row.sent); err != nil || !back.Equal(c) || back.JSON() != row.sent {
				t.Errorf("Parse(%s) = %v, %v", row.sent, back, err)
			}
			want := "ikeconfig.Config{" + row.people + "}"
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
				if got := fmt.Sprintf(verb, c); got != want {
					t.Errorf("%s: %s, want %s", verb, got, want)
				}
			}
			if c.String() != want || c.GoString() != want {
				t.Errorf("String is %s, GoString %s, want %s", c.String(), c.GoString(), want)
			}
			hidden := row.sent
			for _, key := range []string{`"p"`, `"k\"e\\y </&>` + "\u2028" + `"`} {
				hidden = strings.Replace(hidden, `"Psk":`+key, `"Psk":"[hidden]"`, 1)
			}
			if json, err := c.MarshalJSON(); err != nil || string(json) != hidden {
				t.Errorf("MarshalJSON = %s, %v, want %s", json, err, hidden)
			}
		})
	}
}

func TestZeroConfig(t *testing.T) {
	var zero ikeconfig.Config
	if diff := cmp.Diff(settings{}, read(zero)); diff != "" {
		t.Errorf("accessors (-want +got):\n%s", diff)
	}
	if !zero.IsZero() || !zero.Equal(build(t)) || zero.JSON() != "{}" || zero.String() != "ikeconfig.Config{}" {
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
	c, err := ikeconfig.New(
		ikeconfig.WithRemoteID(strings.Repeat("r", 101)), ikeconfig.WithLocalID("\x00"), ikeconfig.WithLifetime(-time.Second),
		ikeconfig.WithPFS("group 14"), ikeconfig.WithAuthAlg("sha256"), ikeconfig.WithEncAlg(""), ikeconfig.WithMode("quick"),
		ikeconfig.WithVersion("IKEv2"), ikeconfig.WithPSK(strings.Repeat("secret", 20)),
	)
	want := vpnerrors.ValidationErrors{
		{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100},
		{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrUnsupportedValue, Value: "IKEv2", Suggest: "ikev2", Allowed: []string{"ikev1", "ikev2"}},
		{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrUnsupportedValue, Value: "quick", Allowed: []string{"main", "aggressive"}},
		{Field: "IkeConfig.IkeEncAlg", Reason: vpnerrors.ErrEmpty, Allowed: []string{"aes", "aes192", "aes256", "des", "3des"}},
		{Field: "IkeConfig.IkeAuthAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "sha256", Allowed: []string{"md5", "sha1"}},
		{Field: "IkeConfig.IkePfs", Reason: vpnerrors.ErrUnsupportedValue, Value: "group 14", Suggest: "group14",
			Allowed: []string{"group1", "group2", "group5", "group14", "group24"}},
		{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "-1", Max: 86400},
		{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrBadCharacter, Value: "\x00", Part: "\x00", Min: 1, Max: 100},
		{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrTooLong, Value: strings.Repeat("r", 64), Min: 1, Max: 100},
	}
	if diff := cmp.Diff(want, faults(t, c, err)); diff != "" {
		t.Errorf("all at once, in documented order (-want +got):\n%s", diff)
	}
}

func TestWith(t *testing.T) {
	base := build(t, ikeconfig.WithPSK("p"), ikeconfig.WithLifetime(time.Hour))
	changed, err := base.With(ikeconfig.WithLifetime(0), nil, ikeconfig.WithMode(ikeconfig.Main))
	if want := `{"IkeLifetime":0,"IkeMode":"main","Psk":"p"}`; err != nil || changed.JSON() != want {
		t.Errorf("With: %s, %v, want %s", changed.JSON(), err, want)
	}
	same, err := base.With()
	if err != nil || !same.Equal(base) {
		t.Errorf("With no options: %v, %v", same, err)
	}
	bad, err := base.With(ikeconfig.WithPSK(""), ikeconfig.WithMode("Main"))
	if list := faults(t, bad, err); len(list) != 2 || list[0].Field != "IkeConfig.Psk" || list[1].Field != "IkeConfig.IkeMode" {
		t.Errorf("With mistakes: %v", list)
	}
	if got, want := base.JSON(), `{"IkeLifetime":3600,"Psk":"p"}`; got != want {
		t.Errorf("the Config itself became %s, want %s", got, want)
	}
}

func TestOptionsHandedIn(t *testing.T) {
	opts := []ikeconfig.Option{ikeconfig.WithPSK("p")}
	bundle := ikeconfig.Options(opts...)
	c := build(t, opts...)
	opts[0] = ikeconfig.WithPSK("spoilt")
	if c.PSK() != "p" {
		t.Errorf("the Config changed with the slice: %q", c.PSK())
	}
	if later := build(t, bundle); later.PSK() != "p" {
		t.Errorf("the bundle changed with the slice: %q", later.PSK())
	}
}

func TestEffective(t *testing.T) {
	for _, row := range []struct {
		name string
		opts []ikeconfig.Option
		want string
		why  string
	}{
		{"nothing", nil,
			`{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev1"}`,
			"the key and the identifiers have defaults that only the service knows"},
		{"a key and identifiers", []ikeconfig.Option{ikeconfig.WithPSK("p"), ikeconfig.WithLocalID("l"), ikeconfig.WithRemoteID("r")},
			`{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev1",` +
				`"LocalId":"l","LocalIdIPsec":"l","Psk":"p","RemoteId":"r"}`,
			"set ones stay"},
		{"a lifetime of zero", []ikeconfig.Option{ikeconfig.WithLifetime(0), ikeconfig.WithVersion(ikeconfig.V2)},
			`{"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":0,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev2"}`,
			"zero is a value that can be set"},
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
	groups := [][]ikeconfig.Config{
		{{}, build(t), build(t, nil)},
		{build(t, ikeconfig.WithPSK("p")), build(t, ikeconfig.WithPSK("q"), ikeconfig.WithPSK("p"))},
		{build(t, ikeconfig.WithPSK("P"))},
		{build(t, ikeconfig.WithLocalID("p"))},
		{build(t, ikeconfig.WithRemoteID("p"))},
		{build(t, ikeconfig.WithLifetime(0))},
		{build(t, ikeconfig.WithLifetime(time.Second)), build(t, ikeconfig.WithLifetime(1000*time.Millisecond))},
		{build(t, ikeconfig.WithVersion(ikeconfig.V1))},
		{build(t).Effective(), build(t, ikeconfig.WithVersion(ikeconfig.V1)).Effective()},
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
		slog.String("Psk", "[hidden]"), slog.String("IkeVersion", "ikev2"), slog.String("IkeMode", "aggressive"),
		slog.String("IkeEncAlg", "3des"), slog.String("IkeAuthAlg", "md5"), slog.String("IkePfs", "group24"),
		slog.String("IkeLifetime", "3600"), slog.String("LocalIdIPsec", "本地"), slog.String("RemoteId", "203.0.113.7"),
	)
	if got := build(t, all()...).LogValue(); !got.Equal(want) {
		t.Errorf("LogValue = %v, want %v", got, want)
	}
}
