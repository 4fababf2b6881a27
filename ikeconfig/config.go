package ikeconfig

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A Config is phase 1 of a connection or of a tunnel: immutable, safe to share and always valid in its edition. The zero
// Config sets nothing. Compare with [Config.Equal]; == does not compile.
type Config struct {
	n       tree.Sealed // complete; never written to once it is set
	edition aliyun.Edition

	// The zero-sized field forbids ==. It is last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// parameter is the documented name of the phase; errors are reported under it.
const parameter = "IkeConfig"

// New returns the Config that opts describe, by edition 2019. The error is a [vpnerrors.ValidationErrors] with
// everything that is wrong, in documented order, under fields such as "IkeConfig.IkeMode".
func New(opts ...Option) (Config, error) { return Config{}.With(opts...) }

// NewIn is [New] by an edition. An unknown edition is [vpnerrors.ErrUnsupportedValue] on "Edition". In a request, Build of
// package vpnconn checks the settings again, by the edition of the request.
func NewIn(e aliyun.Edition, opts ...Option) (Config, error) {
	return Config{edition: e}.With(opts...)
}

// With returns a copy of c with opts applied on top, checked as by [NewIn] for the edition of c. It does not change c.
func (c Config) With(opts ...Option) (Config, error) {
	n := tree.Apply(c.n.Node(), parameters.IKEKeys, opts)
	if errs := tree.CheckPhase(parameter, c.edition, parameters.IKE, n); errs != nil {
		return Config{}, errs
	}
	return Config{n: tree.Seal(n), edition: c.edition}, nil
}

// Parse reads the value of an IkeConfig parameter as a client sent it, a JSON object, by edition 2019. It is lenient
// where clients differ: the local identifier may be called LocalId or LocalIdIPsec, a lifetime may be a number of any
// notation or decimal digits in a string, and what is null or empty counts as unset. Everything else is strict: an
// unknown or repeated member, another type, or text that is not valid Unicode is an error. The error is a
// [vpnerrors.ValidationErrors].
func Parse(json string) (Config, error) { return ParseIn(0, json) }

// ParseIn is [Parse] by an edition. In edition 2025 the local identifier is called LocalId only. An unknown edition is
// [vpnerrors.ErrUnsupportedValue] on "Edition".
func ParseIn(e aliyun.Edition, json string) (Config, error) {
	n, errs := tree.ParsePhase(parameter, e, parameters.IKE, json)
	if errs != nil {
		return Config{}, errs
	}
	return Config{n: tree.Seal(n), edition: e}, nil
}

// Edition returns the edition by which c was checked, or [aliyun.Edition2019] if none was named.
func (c Config) Edition() aliyun.Edition { return cmp.Or(c.edition, aliyun.Edition2019) }

// Option returns an option that sets what c sets and leaves the rest as it was, so that a Config can be the
// baseline for others.
func (c Config) Option() Option { return c.n.Node().LayOn }

// PSK returns the pre-shared key, IkeConfig.Psk, in clear, or "" where it is unset.
func (c Config) PSK() string { return c.n.Node().Text(parameters.PSK) }

// Version returns IkeConfig.IkeVersion, or "" where it is unset.
func (c Config) Version() Version { return Version(c.n.Node().Text(parameters.IKEVersion)) }

// Mode returns IkeConfig.IkeMode, or "" where it is unset.
func (c Config) Mode() Mode { return Mode(c.n.Node().Text(parameters.IKEMode)) }

// EncAlg returns IkeConfig.IkeEncAlg, or "" where it is unset.
func (c Config) EncAlg() EncAlg { return EncAlg(c.n.Node().Text(parameters.IKEEncAlg)) }

// AuthAlg returns IkeConfig.IkeAuthAlg, or "" where it is unset.
func (c Config) AuthAlg() AuthAlg { return AuthAlg(c.n.Node().Text(parameters.IKEAuthAlg)) }

// PFS returns IkeConfig.IkePfs, or "" where it is unset.
func (c Config) PFS() DHGroup { return DHGroup(c.n.Node().Text(parameters.IKEPFS)) }

// Lifetime returns IkeConfig.IkeLifetime, in whole seconds, and whether it is set; 0 is a valid lifetime.
func (c Config) Lifetime() (time.Duration, bool) {
	return c.n.Node().Lifetime(parameters.IKELifetime)
}

// LocalID returns the local identifier, IkeConfig.LocalIdIPsec in edition 2019 and IkeConfig.LocalId in edition 2025, or ""
// where it is unset.
func (c Config) LocalID() string { return c.n.Node().Text(parameters.LocalID) }

// RemoteID returns IkeConfig.RemoteId, or "" where it is unset.
func (c Config) RemoteID() string { return c.n.Node().Text(parameters.RemoteID) }

// Effective returns c with the documented default of its edition for every setting that is unset. Where sm3 or sm4 is set,
// the defaults are those of an SM gateway, which uses no PFS. The key and the two identifiers stay unset, since their
// defaults are the service's own.
func (c Config) Effective() Config {
	t := c.table()
	return Config{n: tree.Seal(tree.WithDefaults(t, c.n.Node(), tree.AsksForSM(t, c.n.Node()), nil)), edition: c.edition}
}

func (c Config) table() *parameters.Table { return parameters.IKEConfig(c.edition) }

// JSON returns the value to be sent as IkeConfig: a JSON object as RFC 8785 defines it, with the pre-shared key in
// clear. Equal Configs of one edition give equal text; the zero Config gives "{}".
func (c Config) JSON() string { return tree.JSON(c.table(), c.n.Node()) }

// IsZero reports whether nothing is set.
func (c Config) IsZero() bool { return c.n.Node().IsZero() }

// Equal reports whether c and o have the same settings, the pre-shared key included, whatever their editions. go-cmp
// compares Configs by it.
func (c Config) Equal(o Config) bool {
	t := parameters.IKEConfig(0)
	return tree.JSON(t, c.n.Node()) == tree.JSON(t, o.n.Node())
}

// String returns the settings on one line, the pre-shared key hidden.
func (c Config) String() string {
	return tree.Print("ikeconfig.Config", tree.Shown(c.table(), c.n.Node()))
}

// GoString returns the same as [Config.String], for %#v.
func (c Config) GoString() string { return c.String() }

// Format writes what [Config.String] returns, whatever the verb.
func (c Config) Format(f fmt.State, _ rune) { io.WriteString(f, c.String()) }

// MarshalJSON returns the JSON object that is sent, but with the pre-shared key hidden: for reading, not for sending.
func (c Config) MarshalJSON() ([]byte, error) {
	return []byte(tree.HiddenJSON(c.table(), c.n.Node())), nil
}

// MarshalYAML returns what [Config.MarshalJSON] writes as a map for a YAML package: for reading, not for sending.
func (c Config) MarshalYAML() (any, error) { return tree.Map(c.table(), c.n.Node()), nil }

// UnmarshalJSON returns an error for anything but null, since the Config would have no key. Use [Parse] for what is sent,
// and [vpnconn.Spec] for a configuration file.
//
// [vpnconn.Spec]: https://pkg.go.dev/github.com/ipsec-go/aliyun/vpnconn#Spec
func (c *Config) UnmarshalJSON(data []byte) error { return tree.NotFromJSON("ikeconfig.Config", data) }

// UnmarshalYAML refuses as [Config.UnmarshalJSON] does.
func (c *Config) UnmarshalYAML(func(any) error) error { return tree.NotFromYAML("ikeconfig.Config") }

// LogValue returns the settings as a group, the pre-shared key hidden.
func (c Config) LogValue() slog.Value {
	return tree.LogValue(c.table(), c.n.Node())
}
