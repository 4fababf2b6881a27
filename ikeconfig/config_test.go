package ikeconfig_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// settings has the option and the accessor of each setting, by its documented name. An unset one is "".
var settings = map[string]struct {
	with func(text string) ikeconfig.Option
	get  func(ikeconfig.Config) string
}{
	"IkeConfig.Psk":          {ikeconfig.WithPSK, ikeconfig.Config.PSK},
	"IkeConfig.IkeVersion":   {of(ikeconfig.WithVersion), text(ikeconfig.Config.Version)},
	"IkeConfig.IkeMode":      {of(ikeconfig.WithMode), text(ikeconfig.Config.Mode)},
	"IkeConfig.IkeEncAlg":    {of(ikeconfig.WithEncAlg), text(ikeconfig.Config.EncAlg)},
	"IkeConfig.IkeAuthAlg":   {of(ikeconfig.WithAuthAlg), text(ikeconfig.Config.AuthAlg)},
	"IkeConfig.IkePfs":       {of(ikeconfig.WithPFS), text(ikeconfig.Config.PFS)},
	"IkeConfig.LocalIdIPsec": {ikeconfig.WithLocalID, ikeconfig.Config.LocalID},
	"IkeConfig.LocalId":      {ikeconfig.WithLocalID, ikeconfig.Config.LocalID}, // its name in edition 2025
	"IkeConfig.RemoteId":     {ikeconfig.WithRemoteID, ikeconfig.Config.RemoteID},
	"IkeConfig.IkeLifetime": {
		func(text string) ikeconfig.Option {
			seconds, _ := strconv.Atoi(text)
			return ikeconfig.WithLifetime(time.Duration(seconds) * time.Second)
		},
		func(c ikeconfig.Config) string {
			d, set := c.Lifetime()
			if !set {
				return ""
			}
			return fmt.Sprint(d.Seconds())
		},
	},
}

func of[T ~string](with func(T) ikeconfig.Option) func(string) ikeconfig.Option {
	return func(text string) ikeconfig.Option { return with(T(text)) }
}

func text[T ~string](get func(ikeconfig.Config) T) func(ikeconfig.Config) string {
	return func(c ikeconfig.Config) string { return string(get(c)) }
}

// build returns the Config that opts describe, which must be valid.
func build(t testing.TB, opts ...ikeconfig.Option) ikeconfig.Config {
	t.Helper()
	c, err := ikeconfig.New(opts...)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return c
}

// all returns every setting, none with its documented default.
func all() []ikeconfig.Option {
	return []ikeconfig.Option{
		ikeconfig.WithPSK("k\"e\\y </&>\u2028"), ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithMode(ikeconfig.Aggressive),
		ikeconfig.WithEncAlg(ikeconfig.TripleDES), ikeconfig.WithAuthAlg(ikeconfig.MD5), ikeconfig.WithPFS(ikeconfig.Group24),
		ikeconfig.WithLifetime(time.Hour), ikeconfig.WithLocalID("本地"), ikeconfig.WithRemoteID("203.0.113.7"),
	}
}

// allSent has its members sorted, and the local identifier under both of its names.
const allSent = `{"IkeAuthAlg":"md5","IkeEncAlg":"3des","IkeLifetime":3600,"IkeMode":"aggressive","IkePfs":"group24",` +
	`"IkeVersion":"ikev2","LocalId":"本地","LocalIdIPsec":"本地","Psk":"k\"e\\y </&>` + "\u2028" + `","RemoteId":"203.0.113.7"}`

// checkSame fails t unless got is phase 1 of a request, and err the mistakes in it.
func checkSame(t *testing.T, name string, r vpnconn.Request, wantErr error, got ikeconfig.Config, err error) {
	t.Helper()
	if diff := cmp.Diff(wantErr, err); diff != "" || !got.Equal(r.IKE()) || got.JSON() != r.IKE().JSON() || err != nil && !got.IsZero() {
		t.Errorf("%s: %v, want %v (-vpnconn +ikeconfig):\n%s", name, got, r.IKE(), diff)
	}
}

// TestCases: Parse and New agree with package vpnconn on every edge case of phase 1.
func TestCases(t *testing.T) {
	for _, c := range slices.Concat(vpntest.CasesIn(aliyun.Edition2019), vpntest.CasesIn(aliyun.Edition2025)) {
		name, _, _ := strings.Cut(c.Name, ": ")
		phase, member, _ := strings.Cut(name, ".")
		if phase != "IkeConfig" {
			continue
		}
		want, wantErr := vpnconn.ParseIn(c.Edition, c.Params)
		if judgedBeyond(wantErr) {
			continue
		}
		got, err := ikeconfig.ParseIn(c.Edition, c.Params["IkeConfig"])
		checkSame(t, c.Name, want, wantErr, got, err)
		var members map[string]string // with one member, a string
		if s := settings[name]; s.with != nil && json.Unmarshal([]byte(c.Params["IkeConfig"]), &members) == nil && members[member] != "" &&
			!strings.ContainsRune(members[member], '\ufffd') && member != "IkeLifetime" {
			got, err = ikeconfig.NewIn(c.Edition, s.with(members[member]))
			checkSame(t, c.Name+" by New", want, wantErr, got, err)
			if err == nil && s.get(got) != members[member] {
				t.Errorf("%s came back as %q", c.Name, s.get(got))
			}
		}
	}
}

// judgedBeyond reports whether a request breaks more than the rules for the values of this phase: a rule about several
// parameters.
func judgedBeyond(err error) bool {
	list, _ := errors.AsType[vpnerrors.ValidationErrors](err)
	return slices.ContainsFunc(list, func(e *vpnerrors.FieldError) bool {
		return !strings.HasPrefix(e.Field, "IkeConfig")
	})
}

// TestConfig: for many requests, the options, accessors, JSON, printed text and defaults of phase 1 are those of the
// whole request.
func TestConfig(t *testing.T) {
	for seed := range uint64(600) {
		e := aliyun.Editions()[seed%2]
		r := vpntest.RequestIn(e, rand.New(rand.NewPCG(seed, 0)))
		if seed == 0 {
			r, _ = r.With(vpnconn.WithIKE(all()...))
		}
		c := r.IKE()
		var opts []ikeconfig.Option
		var shown []string
		var logged []slog.Attr
		for name, value := range r.Fields() {
			if member, ok := strings.CutPrefix(name, "IkeConfig."); ok {
				opts = append(opts, settings[name].with(settings[name].get(c)))
				shown = append(shown, member+": "+strconv.Quote(value))
				logged = append(logged, loggedAs(member, value))
			}
		}
		slices.Reverse(opts)
		made, err := ikeconfig.NewIn(e, nil, ikeconfig.Options(opts...), ikeconfig.Options())
		checkSame(t, "New", r, nil, made, err)
		read, err := ikeconfig.ParseIn(e, c.JSON())
		checkSame(t, "Parse", r, nil, read, err)
		laid, err := ikeconfig.NewIn(e, c.Option())
		checkSame(t, "Option", r, nil, laid, err)
		if c.Edition() != e && !c.IsZero() {
			t.Errorf("the edition is %v, want %v", c.Edition(), e)
		}
		if len(r.Tunnels()) == 0 && r.RemoteCACertificate() == "" { // a phase alone does not know that the gateway is SM
			checkSame(t, "Effective", r.Effective(), nil, c.Effective(), nil)
		}
		if c.IsZero() != (len(opts) == 0) || c.IsZero() != (c.JSON() == "{}") {
			t.Errorf("IsZero is %t, with %d settings", c.IsZero(), len(opts))
		}
		want := "ikeconfig.Config{" + strings.Join(shown, ", ") + "}"
		for _, got := range append([]string{c.String(), c.GoString()}, strings.Split(fmt.Sprintf("%v\n%+v\n%#v\n%s\n%q\n%d\n%x", c, c, c, c, c, c, c), "\n")...) {
			if got != want {
				t.Errorf("it is shown as %s, want %s", got, want)
			}
		}
		if got := c.LogValue(); !got.Equal(slog.GroupValue(logged...)) {
			t.Errorf("LogValue = %v, want %v", got, logged)
		}
		hidden := c.JSON()
		if c.PSK() != "" {
			with, err := c.With(ikeconfig.WithPSK("[hidden]"))
			if hidden = with.JSON(); err != nil {
				t.Error(err)
			}
		}
		if got, err := c.MarshalJSON(); err != nil || string(got) != hidden {
			t.Errorf("MarshalJSON = %s, %v, want %s", got, err, hidden)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if got := build(t, all()...).JSON(); got != allSent {
		t.Errorf("all settings are sent as %s, want %s", got, allSent)
	}
}

func TestMistakes(t *testing.T) {
	c, err := ikeconfig.New(
		ikeconfig.WithRemoteID("\n"), ikeconfig.WithLocalID(""), ikeconfig.WithLifetime(-1), ikeconfig.WithPFS("x"), ikeconfig.WithAuthAlg("x"),
		ikeconfig.WithEncAlg("x"), ikeconfig.WithMode("x"), ikeconfig.WithVersion("x"), ikeconfig.WithPSK(""),
	)
	var fields []string
	list, _ := errors.AsType[vpnerrors.ValidationErrors](err)
	for _, e := range list {
		fields = append(fields, e.Field)
	}
	want := []string{"IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs",
		"IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId"}
	if diff := cmp.Diff(want, fields); diff != "" || !c.IsZero() {
		t.Errorf("%v, %v; all at once, in documented order (-want +got):\n%s", c, err, diff)
	}
}

// TestImmutable: neither With nor changes to the caller's slices change a Config.
func TestImmutable(t *testing.T) {
	opts := []ikeconfig.Option{ikeconfig.WithPSK("p"), ikeconfig.WithLifetime(time.Hour)}
	bundle := ikeconfig.Options(opts...)
	base := build(t, opts...)
	clear(opts)
	for want, more := range map[string]ikeconfig.Option{
		`{"IkeLifetime":3600,"Psk":"p"}`:                  nil,
		`{"IkeLifetime":0,"Psk":"p"}`:                     ikeconfig.WithLifetime(0),
		`{"IkeLifetime":3600,"Psk":"q"}`:                  ikeconfig.Options(ikeconfig.WithPSK(""), nil, ikeconfig.WithPSK("q")),
		`{"IkeLifetime":3600,"IkeMode":"main","Psk":"p"}`: ikeconfig.WithMode(ikeconfig.Main),
	} {
		if c, err := base.With(more); err != nil || c.JSON() != want || c.Equal(base) != (more == nil) || cmp.Equal(c, base) != (more == nil) {
			t.Errorf("With made it %s, %v, want %s", c.JSON(), err, want)
		}
	}
	if bad, err := base.With(ikeconfig.WithPSK("")); err == nil || !bad.IsZero() {
		t.Errorf("With a mistake: %v, %v", bad, err)
	}
	if want := `{"IkeLifetime":3600,"Psk":"p"}`; base.JSON() != want || build(t, bundle).JSON() != want {
		t.Errorf("the Config itself became %s, the bundle %s", base.JSON(), build(t, bundle).JSON())
	}
}

// TestEnums: the lists are those of package vpnconn, have all constants, and are not shared.
func TestEnums(t *testing.T) {
	checkEnum(t, ikeconfig.Versions, ikeconfig.VersionsIn, ikeconfig.WithVersion, both(ikeconfig.V1, ikeconfig.V2))
	checkEnum(t, ikeconfig.Modes, ikeconfig.ModesIn, ikeconfig.WithMode, both(ikeconfig.Main, ikeconfig.Aggressive))
	checkEnum(t, ikeconfig.EncAlgs, ikeconfig.EncAlgsIn, ikeconfig.WithEncAlg, both(ikeconfig.AES, ikeconfig.AES192, ikeconfig.AES256, ikeconfig.DES, ikeconfig.TripleDES), ikeconfig.SM4)
	checkEnum(t, ikeconfig.AuthAlgs, ikeconfig.AuthAlgsIn, ikeconfig.WithAuthAlg, both(ikeconfig.MD5, ikeconfig.SHA1), ikeconfig.SHA256, ikeconfig.SHA384, ikeconfig.SHA512, ikeconfig.SM3)
	checkEnum(t, ikeconfig.DHGroups, ikeconfig.DHGroupsIn, ikeconfig.WithPFS, enum[ikeconfig.DHGroup]{aliyun.Edition2019: {ikeconfig.Group1, ikeconfig.Group2, ikeconfig.Group5, ikeconfig.Group14, ikeconfig.Group24}, aliyun.Edition2025: {ikeconfig.Group1, ikeconfig.Group2, ikeconfig.Group5, ikeconfig.Group14}})
}

// An enum is the constants of each edition.
type enum[T ~string] map[aliyun.Edition][]T

// both returns the constants that both editions have.
func both[T ~string](constants ...T) enum[T] {
	return enum[T]{aliyun.Edition2019: constants, aliyun.Edition2025: slices.Clone(constants)}
}

func checkEnum[T ~string](t *testing.T, list func() []T, listIn func(aliyun.Edition) []T, with func(T) ikeconfig.Option, constants enum[T], only2025 ...T) {
	t.Helper()
	clear(list())
	constants[aliyun.Edition2025] = append(constants[aliyun.Edition2025], only2025...)
	for _, e := range aliyun.Editions() {
		_, err := ikeconfig.NewIn(e, with(""))
		documented, _ := errors.AsType[*vpnerrors.FieldError](err)
		var want []T
		for _, value := range documented.Allowed {
			want = append(want, T(value))
		}
		if !slices.Equal(listIn(e), want) || !slices.Equal(constants[e], want) {
			t.Errorf("%v, %s: listed are %q, constants %q, want %q; the constants are in enums.go and TestEnums", e, documented.Field, listIn(e), constants[e], want)
		}
	}
	if !slices.Equal(list(), listIn(aliyun.Edition2019)) || listIn(aliyun.Edition(7)) != nil {
		t.Errorf("without an edition: %q; in an unknown one: %q", list(), listIn(aliyun.Edition(7)))
	}
}

// TestNotReadFromJSON: a Config that was written with its key hidden must not be read back as an empty one. null
// changes nothing.
func TestNotReadFromJSON(t *testing.T) {
	file := struct{ V ikeconfig.Config }{build(t, all()...)}
	for _, text := range []string{"{}", allSent, `{"Psk":"[hidden]"}`, ` "text"`} {
		err := json.Unmarshal([]byte(`{"V":`+text+`}`), &file)
		if err == nil || err.Error() != "ikeconfig.Config is not read from JSON: read a vpnconn.Spec, or use Parse" || !file.V.Equal(build(t, all()...)) {
			t.Errorf("of %s: %v, and it is %v", text, err, file.V)
		}
	}
	if err := file.V.UnmarshalYAML(nil); err == nil || !file.V.Equal(build(t, all()...)) {
		t.Errorf("of YAML: %v, and it is %v", err, file.V)
	}
	if err := errors.Join(json.Unmarshal([]byte(`{"V":null}`), &file), file.V.UnmarshalJSON([]byte("null"))); err != nil || !file.V.Equal(build(t, all()...)) {
		t.Errorf("null made it %v, %v", file.V, err)
	}
}

// FuzzParse: a text gives a Config that survives a round trip, or an error and no Config, in agreement with package
// vpnconn on a request with this text, which is compared with a second reader.
func FuzzParse(f *testing.F) {
	for _, c := range vpntest.Cases() {
		if text, ok := c.Params["IkeConfig"]; ok && len(text) < 1000 {
			f.Add(text)
		}
	}
	f.Add(`{"Psk":1,"Psk":2,"psk":3,"\ud800":4,"a\nb":"k","RemoteId":7}`) // many mistakes
	f.Add("{\"LocalId\":\"\\b\",\"\xe1\":\"\"}")                          // a wrong value beside a bad name
	f.Add(`{"LocalId":"\b","LocalIdIPsec":"a","":1}`)                     // two mistakes about one setting
	params := vpntest.Request(rand.New(rand.NewPCG(0, 0))).Params()
	f.Fuzz(func(t *testing.T, text string) {
		params["IkeConfig"] = text
		want, wantErr := vpnconn.Parse(params)
		got, err := ikeconfig.Parse(text)
		checkSame(t, text, want, wantErr, got, err)
		if err != nil {
			return
		}
		again, err := ikeconfig.Parse(got.JSON())
		checkSame(t, got.JSON(), want, nil, again, err)
		same, err := got.With()
		checkSame(t, "With", want, nil, same, err)
	})
}

// loggedAs returns a setting as in a log: a lifetime is a number.
func loggedAs(name, value string) slog.Attr {
	if seconds, err := strconv.Atoi(value); err == nil && strings.HasSuffix(name, "Lifetime") {
		return slog.Int(name, seconds)
	}
	return slog.String(name, value)
}
