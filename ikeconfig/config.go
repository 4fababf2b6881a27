package ikeconfig

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/ipsec-go/aliyun/internal/phase"
)

// A Config is phase 1 of a connection: immutable, safe to share and always valid. The zero Config sets nothing. Compare
// with [Config.Equal]; == does not compile.
type Config struct {
	s *phase.Settings // nil or complete; never written to once it is here

	// The zero-sized field forbids ==. It stands last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// New returns the Config that opts describe. The error is an errors.ValidationErrors with everything that is wrong, in
// documented order, under fields such as "IkeConfig.IkeMode".
func New(opts ...Option) (Config, error) { return Config{}.With(opts...) }

// With returns a copy of c with opts applied on top, checked as [New] does. c stays as it was.
func (c Config) With(opts ...Option) (Config, error) {
	s := (*phase.Settings)(phase.Apply((*settings)(c.s), opts))
	if errs := phase.IKETable.Check(s); errs != nil {
		return Config{}, errs
	}
	return Config{s: s}, nil
}

// Parse reads the value of an IkeConfig parameter as a client sent it: a JSON object. It is lenient where clients
// differ: the local identifier may be called LocalId or LocalIdIPsec, a lifetime may be a number of any notation or
// decimal digits in a string, and what is null or empty counts as unset. Everything else is strict: an unknown or repeated
// member, another type, or text that is not valid Unicode is an error. The error is an errors.ValidationErrors.
func Parse(json string) (Config, error) {
	s, errs := phase.IKETable.Parse(json)
	if errs != nil {
		return Config{}, errs
	}
	return Config{s: s}, nil
}

// PSK returns the pre-shared key, IkeConfig.Psk, in clear, or "" where it is unset.
func (c Config) PSK() string { return c.s.PSK() }

// Version returns IkeConfig.IkeVersion, or "" where it is unset.
func (c Config) Version() Version { return Version(c.s.Text(phase.IKEVersion)) }

// Mode returns IkeConfig.IkeMode, or "" where it is unset.
func (c Config) Mode() Mode { return Mode(c.s.Text(phase.IKEMode)) }

// EncAlg returns IkeConfig.IkeEncAlg, or "" where it is unset.
func (c Config) EncAlg() EncAlg { return EncAlg(c.s.Text(phase.IKEEncAlg)) }

// AuthAlg returns IkeConfig.IkeAuthAlg, or "" where it is unset.
func (c Config) AuthAlg() AuthAlg { return AuthAlg(c.s.Text(phase.IKEAuthAlg)) }

// PFS returns IkeConfig.IkePfs, or "" where it is unset.
func (c Config) PFS() DHGroup { return DHGroup(c.s.Text(phase.IKEPFS)) }

// Lifetime returns IkeConfig.IkeLifetime and whether it is set; 0 is a lifetime that can be set.
func (c Config) Lifetime() (time.Duration, bool) {
	seconds, set := c.s.Lifetime(phase.IKELifetime)
	return seconds.Duration(), set
}

// LocalID returns IkeConfig.LocalIdIPsec, or "" where it is unset.
func (c Config) LocalID() string { return c.s.Text(phase.LocalID) }

// RemoteID returns IkeConfig.RemoteId, or "" where it is unset.
func (c Config) RemoteID() string { return c.s.Text(phase.RemoteID) }

// Effective returns c with the documented default for every setting that is unset. The key and the two identifiers stay
// unset, since their defaults are the service's own.
func (c Config) Effective() Config { return Config{s: phase.IKETable.WithDefaults(c.s)} }

// JSON returns the value to be sent as IkeConfig: a JSON object as RFC 8785 defines it, the pre-shared key in clear in
// it. Equal Configs give equal text; the zero Config gives "{}".
func (c Config) JSON() string { return phase.IKETable.JSON(c.s) }

// IsZero reports whether nothing is set.
func (c Config) IsZero() bool { return c.s.IsZero() }

// Equal reports whether c and o have the same settings, the pre-shared key included. go-cmp compares Configs by it.
func (c Config) Equal(o Config) bool { return c.JSON() == o.JSON() }

// String returns the settings on one line, the pre-shared key hidden.
func (c Config) String() string {
	return phase.Print("ikeconfig.Config", phase.Undotted(phase.IKETable.Shown(c.s)))
}

// GoString returns the same as String, for %#v.
func (c Config) GoString() string { return c.String() }

// Format writes what String returns, whatever the verb.
func (c Config) Format(f fmt.State, _ rune) { io.WriteString(f, c.String()) }

// MarshalJSON returns the JSON object that is sent, but with the pre-shared key hidden: for reading, not for sending.
func (c Config) MarshalJSON() ([]byte, error) { return []byte(phase.IKETable.HiddenJSON(c.s)), nil }

// UnmarshalJSON refuses to read a Config, which would stay without its key: [Parse] reads what is sent, and vpnconn.Spec
// what people write.
func (c *Config) UnmarshalJSON(data []byte) error { return phase.NotFromJSON("ikeconfig.Config", data) }

// LogValue returns the settings as a group, the pre-shared key hidden.
func (c Config) LogValue() slog.Value {
	return phase.LogValue(phase.Undotted(phase.IKETable.Shown(c.s)))
}
