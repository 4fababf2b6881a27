package ipsecconfig_test

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
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// settings has the option and the accessor of each setting, by its documented name. An unset one is "".
var settings = map[string]struct {
	with func(text string) ipsecconfig.Option
	get  func(ipsecconfig.Config) string
}{
	"IpsecConfig.IpsecEncAlg":  {of(ipsecconfig.WithEncAlg), text(ipsecconfig.Config.EncAlg)},
	"IpsecConfig.IpsecAuthAlg": {of(ipsecconfig.WithAuthAlg), text(ipsecconfig.Config.AuthAlg)},
	"IpsecConfig.IpsecPfs":     {of(ipsecconfig.WithPFS), text(ipsecconfig.Config.PFS)},
	"IpsecConfig.IpsecLifetime": {
		func(text string) ipsecconfig.Option {
			seconds, _ := strconv.Atoi(text)
			return ipsecconfig.WithLifetime(time.Duration(seconds) * time.Second)
		},
		func(c ipsecconfig.Config) string {
			d, set := c.Lifetime()
			if !set {
				return ""
			}
			return fmt.Sprint(d.Seconds())
		},
	},
}

func of[T ~string](with func(T) ipsecconfig.Option) func(string) ipsecconfig.Option {
	return func(text string) ipsecconfig.Option { return with(T(text)) }
}

func text[T ~string](get func(ipsecconfig.Config) T) func(ipsecconfig.Config) string {
	return func(c ipsecconfig.Config) string { return string(get(c)) }
}

// build returns the Config that opts describe, which must be valid.
func build(t testing.TB, opts ...ipsecconfig.Option) ipsecconfig.Config {
	t.Helper()
	c, err := ipsecconfig.New(opts...)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return c
}

// all returns every setting, none with its documented default.
func all() []ipsecconfig.Option {
	return []ipsecconfig.Option{
		ipsecconfig.WithEncAlg(ipsecconfig.TripleDES), ipsecconfig.WithAuthAlg(ipsecconfig.MD5),
		ipsecconfig.WithPFS(ipsecconfig.Group24), ipsecconfig.WithLifetime(time.Hour),
	}
}

const allSent = `{"IpsecAuthAlg":"md5","IpsecEncAlg":"3des","IpsecLifetime":3600,"IpsecPfs":"group24"}`

// checkSame fails t unless got is phase 2 of a request, and err the mistakes in it.
func checkSame(t *testing.T, name string, r vpnconn.Request, wantErr error, got ipsecconfig.Config, err error) {
	t.Helper()
	if diff := cmp.Diff(wantErr, err); diff != "" || !got.Equal(r.IPsec()) || got.JSON() != r.IPsec().JSON() || err != nil && !got.IsZero() {
		t.Errorf("%s: %v, want %v (-vpnconn +ipsecconfig):\n%s", name, got, r.IPsec(), diff)
	}
}

// TestCases: Parse and New agree with package vpnconn on every edge case of phase 2.
func TestCases(t *testing.T) {
	for _, c := range slices.Concat(vpntest.CasesIn(aliyun.Edition2019), vpntest.CasesIn(aliyun.Edition2025)) {
		name, _, _ := strings.Cut(c.Name, ": ")
		phase, member, _ := strings.Cut(name, ".")
		if phase != "IpsecConfig" {
			continue
		}
		want, wantErr := vpnconn.ParseIn(c.Edition, c.Params)
		if judgedBeyond(wantErr) {
			continue
		}
		got, err := ipsecconfig.ParseIn(c.Edition, c.Params["IpsecConfig"])
		checkSame(t, c.Name, want, wantErr, got, err)
		var members map[string]string // with one member, a string
		if s := settings[name]; s.with != nil && json.Unmarshal([]byte(c.Params["IpsecConfig"]), &members) == nil && members[member] != "" &&
			member != "IpsecLifetime" {
			got, err = ipsecconfig.NewIn(c.Edition, s.with(members[member]))
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
		return !strings.HasPrefix(e.Field, "IpsecConfig")
	})
}

// TestConfig: for many requests, the options, accessors, JSON, printed text and defaults of phase 2 are those of the
// whole request.
func TestConfig(t *testing.T) {
	for seed := range uint64(600) {
		e := aliyun.Editions()[seed%2]
		r := vpntest.RequestIn(e, rand.New(rand.NewPCG(seed, 0)))
		if seed == 0 {
			r, _ = r.With(vpnconn.WithIPsec(all()...))
		}
		c := r.IPsec()
		var opts []ipsecconfig.Option
		var shown []string
		var logged []slog.Attr
		for name, value := range r.Fields() {
			if member, ok := strings.CutPrefix(name, "IpsecConfig."); ok {
				opts = append(opts, settings[name].with(settings[name].get(c)))
				shown = append(shown, member+": "+strconv.Quote(value))
				logged = append(logged, loggedAs(member, value))
			}
		}
		slices.Reverse(opts)
		made, err := ipsecconfig.NewIn(e, nil, ipsecconfig.Options(opts...), ipsecconfig.Options())
		checkSame(t, "New", r, nil, made, err)
		read, err := ipsecconfig.ParseIn(e, c.JSON())
		checkSame(t, "Parse", r, nil, read, err)
		laid, err := ipsecconfig.NewIn(e, c.Option())
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
		want := "ipsecconfig.Config{" + strings.Join(shown, ", ") + "}"
		for _, got := range append([]string{c.String(), c.GoString()}, strings.Split(fmt.Sprintf("%v\n%+v\n%#v\n%s\n%q\n%d\n%x", c, c, c, c, c, c, c), "\n")...) {
			if got != want {
				t.Errorf("it is shown as %s, want %s", got, want)
			}
		}
		if got := c.LogValue(); !got.Equal(slog.GroupValue(logged...)) {
			t.Errorf("LogValue = %v, want %v", got, logged)
		}
		if got, err := c.MarshalJSON(); err != nil || string(got) != c.JSON() {
			t.Errorf("MarshalJSON = %s, %v, want %s", got, err, c.JSON())
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
	c, err := ipsecconfig.New(ipsecconfig.WithLifetime(-1), ipsecconfig.WithPFS("x"), ipsecconfig.WithAuthAlg(""), ipsecconfig.WithEncAlg("x"))
	var fields []string
	list, _ := errors.AsType[vpnerrors.ValidationErrors](err)
	for _, e := range list {
		fields = append(fields, e.Field)
	}
	want := []string{"IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime"}
	if diff := cmp.Diff(want, fields); diff != "" || !c.IsZero() {
		t.Errorf("%v, %v; all at once, in documented order (-want +got):\n%s", c, err, diff)
	}
}

// TestImmutable: neither With nor changes to the caller's slices change a Config.
func TestImmutable(t *testing.T) {
	opts := []ipsecconfig.Option{ipsecconfig.WithPFS(ipsecconfig.Group5), ipsecconfig.WithLifetime(time.Hour)}
	bundle := ipsecconfig.Options(opts...)
	base := build(t, opts...)
	clear(opts)
	for want, more := range map[string]ipsecconfig.Option{
		`{"IpsecLifetime":3600,"IpsecPfs":"group5"}`:                     nil,
		`{"IpsecLifetime":0,"IpsecPfs":"group5"}`:                        ipsecconfig.WithLifetime(0),
		`{"IpsecLifetime":3600,"IpsecPfs":"group2"}`:                     ipsecconfig.Options(ipsecconfig.WithPFS(""), nil, ipsecconfig.WithPFS("group2")),
		`{"IpsecEncAlg":"aes","IpsecLifetime":3600,"IpsecPfs":"group5"}`: ipsecconfig.WithEncAlg(ipsecconfig.AES),
	} {
		if c, err := base.With(more); err != nil || c.JSON() != want || c.Equal(base) != (more == nil) || cmp.Equal(c, base) != (more == nil) {
			t.Errorf("With made it %s, %v, want %s", c.JSON(), err, want)
		}
	}
	if bad, err := base.With(ipsecconfig.WithPFS("")); err == nil || !bad.IsZero() {
		t.Errorf("With a mistake: %v, %v", bad, err)
	}
	if want := `{"IpsecLifetime":3600,"IpsecPfs":"group5"}`; base.JSON() != want || build(t, bundle).JSON() != want {
		t.Errorf("the Config itself became %s, the bundle %s", base.JSON(), build(t, bundle).JSON())
	}
}

// TestEnums: the lists are those of package vpnconn, have all constants, and are not shared.
func TestEnums(t *testing.T) {
	checkEnum(t, ipsecconfig.EncAlgs, ipsecconfig.EncAlgsIn, ipsecconfig.WithEncAlg, both(ipsecconfig.AES, ipsecconfig.AES192, ipsecconfig.AES256, ipsecconfig.DES, ipsecconfig.TripleDES), ipsecconfig.SM4)
	checkEnum(t, ipsecconfig.AuthAlgs, ipsecconfig.AuthAlgsIn, ipsecconfig.WithAuthAlg, both(ipsecconfig.MD5, ipsecconfig.SHA1), ipsecconfig.SHA256, ipsecconfig.SHA384, ipsecconfig.SHA512, ipsecconfig.SM3)
	checkEnum(t, ipsecconfig.DHGroups, ipsecconfig.DHGroupsIn, ipsecconfig.WithPFS, enum[ipsecconfig.DHGroup]{aliyun.Edition2019: {ipsecconfig.Group1, ipsecconfig.Group2, ipsecconfig.Group5, ipsecconfig.Group14, ipsecconfig.Group24}, aliyun.Edition2025: {ipsecconfig.Disabled, ipsecconfig.Group1, ipsecconfig.Group2, ipsecconfig.Group5, ipsecconfig.Group14}})
}

// An enum is the constants of each edition.
type enum[T ~string] map[aliyun.Edition][]T

// both returns the constants that both editions have.
func both[T ~string](constants ...T) enum[T] {
	return enum[T]{aliyun.Edition2019: constants, aliyun.Edition2025: slices.Clone(constants)}
}

func checkEnum[T ~string](t *testing.T, list func() []T, listIn func(aliyun.Edition) []T, with func(T) ipsecconfig.Option, constants enum[T], only2025 ...T) {
	t.Helper()
	clear(list())
	constants[aliyun.Edition2025] = append(constants[aliyun.Edition2025], only2025...)
	for _, e := range aliyun.Editions() {
		_, err := ipsecconfig.NewIn(e, with(""))
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

// TestNotReadFromJSON: a Config is written, never read. null changes nothing.
func TestNotReadFromJSON(t *testing.T) {
	file := struct{ V ipsecconfig.Config }{build(t, all()...)}
	for _, text := range []string{"{}", allSent, ` "text"`} {
		err := json.Unmarshal([]byte(`{"V":`+text+`}`), &file)
		if err == nil || err.Error() != "ipsecconfig.Config is not read from JSON: read a vpnconn.Spec, or use Parse" || !file.V.Equal(build(t, all()...)) {
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
		if text, ok := c.Params["IpsecConfig"]; ok && len(text) < 1000 {
			f.Add(text)
		}
	}
	f.Add(`{"IpsecPfs":1,"IpsecPfs":2,"ipsecPfs":3,"Psk":"secret","a\nb":1}`) // many mistakes
	f.Add("{\"\x82\":\"\",\"IpsecEncAlg\":\"0\"}")                            // a wrong value beside a bad name
	params := vpntest.Request(rand.New(rand.NewPCG(0, 0))).Params()
	f.Fuzz(func(t *testing.T, text string) {
		params["IpsecConfig"] = text
		want, wantErr := vpnconn.Parse(params)
		got, err := ipsecconfig.Parse(text)
		checkSame(t, text, want, wantErr, got, err)
		if err != nil {
			return
		}
		again, err := ipsecconfig.Parse(got.JSON())
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
