package ipsecconfig

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

// A Config is phase 2 of a connection or of a tunnel: immutable, safe to share and always valid in its edition. The zero
// Config sets nothing. Compare with [Config.Equal]; == does not compile.
type Config struct {
	n       tree.Sealed // complete; never written to once it is set
	edition aliyun.Edition

	// The zero-sized field forbids ==. It is last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// parameter is the documented name of the phase; errors are reported under it.
const parameter = "IpsecConfig"

// New returns the Config that opts describe, by edition 2019. The error is a [vpnerrors.ValidationErrors] with
// everything that is wrong, in documented order, under fields such as "IpsecConfig.IpsecPfs".
func New(opts ...Option) (Config, error) { return Config{}.With(opts...) }

// NewIn is [New] by an edition. An unknown edition is [vpnerrors.ErrUnsupportedValue] on "Edition". In a request, Build of
// package vpnconn checks the settings again, by the edition of the request.
func NewIn(e aliyun.Edition, opts ...Option) (Config, error) {
	return Config{edition: e}.With(opts...)
}

// With returns a copy of c with opts applied on top, checked as by [NewIn] for the edition of c. It does not change c.
func (c Config) With(opts ...Option) (Config, error) {
	n := tree.Apply(c.n.Node(), parameters.IPsecKeys, opts)
	if errs := tree.CheckPhase(parameter, c.edition, parameters.IPsec, n); errs != nil {
		return Config{}, errs
	}
	return Config{n: tree.Seal(n), edition: c.edition}, nil
}

// Parse reads the value of an IpsecConfig parameter as a client sent it, a JSON object, by edition 2019. A lifetime may
// be a number of any notation or decimal digits in a string, and what is null or empty counts as unset. Everything else
// is strict: an unknown or repeated member, another type, or text that is not valid Unicode is an error. The error is a
// [vpnerrors.ValidationErrors].
func Parse(json string) (Config, error) { return ParseIn(0, json) }

// ParseIn is [Parse] by an edition. An unknown edition is [vpnerrors.ErrUnsupportedValue] on "Edition".
func ParseIn(e aliyun.Edition, json string) (Config, error) {
	n, errs := tree.ParsePhase(parameter, e, parameters.IPsec, json)
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

// EncAlg returns IpsecConfig.IpsecEncAlg, or "" where it is unset.
func (c Config) EncAlg() EncAlg { return EncAlg(c.n.Node().Text(parameters.IPsecEncAlg)) }

// AuthAlg returns IpsecConfig.IpsecAuthAlg, or "" where it is unset.
func (c Config) AuthAlg() AuthAlg { return AuthAlg(c.n.Node().Text(parameters.IPsecAuthAlg)) }

// PFS returns IpsecConfig.IpsecPfs, or "" where it is unset.
func (c Config) PFS() DHGroup { return DHGroup(c.n.Node().Text(parameters.IPsecPFS)) }

// Lifetime returns IpsecConfig.IpsecLifetime, in whole seconds, and whether it is set; 0 is a valid lifetime.
func (c Config) Lifetime() (time.Duration, bool) {
	return c.n.Node().Lifetime(parameters.IPsecLifetime)
}

// Effective returns c with the documented default of its edition for every setting that is unset. Where sm3 or sm4 is set,
// the defaults are those of an SM gateway, which uses no PFS.
func (c Config) Effective() Config {
	t := c.table()
	return Config{n: tree.Seal(tree.WithDefaults(t, c.n.Node(), tree.AsksForSM(t, c.n.Node()), nil)), edition: c.edition}
}

func (c Config) table() *parameters.Table { return parameters.IPsecConfig(c.edition) }

// JSON returns the value to be sent as IpsecConfig: a JSON object as RFC 8785 defines it. Equal Configs give equal text;
// the zero Config gives "{}".
func (c Config) JSON() string { return tree.JSON(c.table(), c.n.Node()) }

// IsZero reports whether nothing is set.
func (c Config) IsZero() bool { return c.n.Node().IsZero() }

// Equal reports whether c and o have the same settings, whatever their editions. go-cmp compares Configs by it.
func (c Config) Equal(o Config) bool { return c.JSON() == o.JSON() }

// String returns the settings on one line.
func (c Config) String() string {
	return tree.Print("ipsecconfig.Config", tree.Shown(c.table(), c.n.Node()))
}

// GoString returns the same as [Config.String], for %#v.
func (c Config) GoString() string { return c.String() }

// Format writes what [Config.String] returns, whatever the verb.
func (c Config) Format(f fmt.State, _ rune) { io.WriteString(f, c.String()) }

// MarshalJSON returns what [Config.JSON] returns.
func (c Config) MarshalJSON() ([]byte, error) { return []byte(c.JSON()), nil }

// MarshalYAML returns what [Config.MarshalJSON] writes as a map for a YAML package.
func (c Config) MarshalYAML() (any, error) { return tree.Map(c.table(), c.n.Node()), nil }

// UnmarshalJSON returns an error for anything but null. Use [Parse] for what is sent, and [vpnconn.Spec] for a configuration
// file.
//
// [vpnconn.Spec]: https://pkg.go.dev/github.com/ipsec-go/aliyun/vpnconn#Spec
func (c *Config) UnmarshalJSON(data []byte) error {
	return tree.NotFromJSON("ipsecconfig.Config", data)
}

// UnmarshalYAML refuses as [Config.UnmarshalJSON] does.
func (c *Config) UnmarshalYAML(func(any) error) error { return tree.NotFromYAML("ipsecconfig.Config") }

// LogValue returns the settings as a group.
func (c Config) LogValue() slog.Value {
	return tree.LogValue(c.table(), c.n.Node())
}
