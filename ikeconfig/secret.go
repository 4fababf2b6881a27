package ikeconfig

import (
	"fmt"
	"io"
	"log/slog"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A Secret is a pre-shared key in a configuration or a request body. It prints and marshals as "[hidden]", whatever the
// verb or the format, and keeps the key where neither reflection nor a dumper finds it; only [Secret.Reveal] shows it.
// It reads from JSON, YAML and text, but refuses "[hidden]", so that a printed configuration is not taken for a real
// one. The zero Secret is unset, which is not the same as set and empty. Compare with [Secret.Equal]; == does not compile.
type Secret struct {
	reveal func() string

	// Without a second field the struct is stored in an interface as the bare func, nil for the zero Secret. Packages
	// that take that for a nil pointer panic then. The field is last (golang/go#74092).
	_ [0]func()
}

// NewSecret returns a Secret that is set to psk, even if psk is empty.
func NewSecret(psk string) Secret { return Secret{reveal: func() string { return psk }} }

// Reveal returns the key in clear, or "" for the zero Secret.
func (s Secret) Reveal() string {
	if s.reveal == nil {
		return ""
	}
	return s.reveal()
}

// IsZero reports whether s is unset.
func (s Secret) IsZero() bool { return s.reveal == nil }

// Equal reports whether s and o are both unset, or both set to the same key. go-cmp compares Secrets by it.
func (s Secret) Equal(o Secret) bool { return s.IsZero() == o.IsZero() && s.Reveal() == o.Reveal() }

// String returns "[hidden]", or "" for the zero Secret.
func (s Secret) String() string {
	if s.IsZero() {
		return ""
	}
	return parameters.Hidden
}

// GoString returns the same as [Secret.String], for %#v.
func (s Secret) GoString() string { return s.String() }

// Format writes what [Secret.String] returns, whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue returns what [Secret.String] returns.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText returns what [Secret.String] returns.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalJSON returns "[hidden]" as a JSON string, or null for the zero Secret.
func (s Secret) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + parameters.Hidden + `"`), nil
}

// UnmarshalText sets s to the key in text. "[hidden]" is refused with [vpnerrors.ErrUnsupportedValue], text that is not
// valid UTF-8 with [vpnerrors.ErrBadCharacter].
func (s *Secret) UnmarshalText(text []byte) error {
	return s.read(jsonread.Value{Kind: jsonread.String, Text: string(text)})
}

// UnmarshalJSON sets s to the key in a JSON string, and leaves it as it is for null. Any other JSON value is refused
// with [vpnerrors.ErrBadType], "[hidden]" with [vpnerrors.ErrUnsupportedValue], text that is not valid Unicode with
// [vpnerrors.ErrBadCharacter]. The error is a [*vpnerrors.FieldError] that does not show the value.
func (s *Secret) UnmarshalJSON(data []byte) error {
	v, err := jsonread.Parse(string(data))
	if err != nil {
		return pskError(vpnerrors.ErrBadType)
	}
	return s.read(v)
}

// UnmarshalYAML does for the common YAML packages what [Secret.UnmarshalJSON] does for JSON. A key of digits needs
// quotes in YAML: without them it is a number, and refused with [vpnerrors.ErrBadType] rather than changed.
func (s *Secret) UnmarshalYAML(unmarshal func(any) error) error {
	var v any
	if unmarshal(&v) != nil {
		return pskError(vpnerrors.ErrBadType) // the cause would show the key
	}
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return s.read(jsonread.Value{Kind: jsonread.String, Text: v})
	}
	return pskError(vpnerrors.ErrBadType)
}

func (s *Secret) read(v jsonread.Value) error {
	switch {
	case v.Kind == jsonread.Null:
		return nil
	case v.Kind != jsonread.String:
		return pskError(vpnerrors.ErrBadType)
	case v.Bad || !utf8.ValidString(v.Text):
		return pskError(vpnerrors.ErrBadCharacter)
	case v.Text == parameters.Hidden:
		return pskError(vpnerrors.ErrUnsupportedValue)
	}
	*s = NewSecret(v.Text)
	return nil
}

func pskError(reason error) error {
	return &vpnerrors.FieldError{Field: parameter + "." + parameters.IKEConfig(0).Member(parameters.PSK).Name, Reason: reason}
}
