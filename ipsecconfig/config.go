package ipsecconfig

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/ipsec-go/aliyun/internal/phase"
)

// A Config is phase 2 of a connection: immutable, safe to share and always valid. The zero Config sets nothing. Compare
// with [Config.Equal]; == does not compile.
type Config struct {
	s *phase.Settings // nil or complete; never written to once it is here

	// The zero-sized field forbids ==. It stands last: with it first, the struct is stored in an interface as the bare
	// pointer, which packages that read interfaces by unsafe do not expect (golang/go#74092).
	_ [0]func()
}

// New returns the Config that opts describe. The error is an errors.ValidationErrors with everything that is wrong, in
// documented order, under fields such as "IpsecConfig.IpsecPfs".
func New(opts ...Option) (Config, error) { return Config{}.With(opts...) }

// With returns a copy of c with opts applied on top, checked as [New] does. c stays as it was.
func (c Config) With(opts ...Option) (Config, error) {
	s := (*phase.Settings)(phase.Apply((*settings)(c.s), opts))
	if errs := phase.IPsecTable.Check(s); errs != nil {
		return Config{}, errs
	}
	return Config{s: s}, nil
}

// Parse reads the value of an IpsecConfig parameter as a client sent it: a JSON object. A lifetime may be a number of any
// notation or decimal digits in a string, and what is null or empty counts as unset. Everything else is strict: an unknown or
// repeated member, another type, or text that is not valid Unicode is an error. The error is an errors.ValidationErrors.
func Parse(json string) (Config, error) {
	s, errs := phase.IPsecTable.Parse(json)
	if errs != nil {
		return Config{}, errs
	}
	return Config{s: s}, nil
}

// EncAlg returns IpsecConfig.IpsecEncAlg, or "" where it is unset.
func (c Config) EncAlg() EncAlg { return EncAlg(c.s.Text(phase.IPsecEncAlg)) }

// AuthAlg returns IpsecConfig.IpsecAuthAlg, or "" where it is unset.
func (c Config) AuthAlg() AuthAlg { return AuthAlg(c.s.Text(phase.IPsecAuthAlg)) }

// PFS returns IpsecConfig.IpsecPfs, or "" where it is unset.
func (c Config) PFS() DHGroup { return DHGroup(c.s.Text(phase.IPsecPFS)) }

// Lifetime returns IpsecConfig.IpsecLifetime and whether it is set; 0 is a lifetime that can be set.
func (c Config) Lifetime() (time.Duration, bool) {
	seconds, set := c.s.Lifetime(phase.IPsecLifetime)
	return seconds.Duration(), set
}

// Effective returns c with the documented default for every setting that is unset.
func (c Config) Effective() Config { return Config{s: phase.IPsecTable.WithDefaults(c.s)} }

// JSON returns the value to be sent as IpsecConfig: a JSON object as RFC 8785 defines it. Equal Configs give equal text;
// the zero Config gives "{}".
func (c Config) JSON() string { return phase.IPsecTable.JSON(c.s) }

// IsZero reports whether nothing is set.
func (c Config) IsZero() bool { return c.s.IsZero() }

// Equal reports whether c and o have the same settings. go-cmp compares Configs by it.
func (c Config) Equal(o Config) bool { return c.JSON() == o.JSON() }

// String returns the settings on one line.
func (c Config) String() string {
	return phase.Print("ipsecconfig.Config", phase.Undotted(phase.IPsecTable.Shown(c.s)))
}

// GoString returns the same as String, for %#v.
func (c Config) GoString() string { return c.String() }

// Format writes what String returns, whatever the verb.
func (c Config) Format(f fmt.State, _ rune) { io.WriteString(f, c.String()) }

// MarshalJSON returns what JSON returns.
func (c Config) MarshalJSON() ([]byte, error) { return []byte(c.JSON()), nil }

// UnmarshalJSON refuses to read a Config: [Parse] reads what is sent, and vpnconn.Spec what people write.
func (c *Config) UnmarshalJSON(data []byte) error {
	return phase.NotFromJSON("ipsecconfig.Config", data)
}

// LogValue returns the settings as a group.
func (c Config) LogValue() slog.Value {
	return phase.LogValue(phase.Undotted(phase.IPsecTable.Shown(c.s)))
}
