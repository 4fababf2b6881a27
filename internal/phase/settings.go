package phase

import (
	"slices"

	"github.com/ipsec-go/aliyun/internal/rules"
)

// Settings are what was set of one phase, right or wrong. They are changed only while a function of this module makes
// them, and shared afterwards. A nil *Settings has nothing set.
type Settings struct {
	set      uint16 // bit i: member i
	text     [members]string
	lifetime rules.Seconds
	psk      func() string // a closure, since no printer and no reflection looks into one
}

// IKE and IPsec keep the options of the two phases apart.
type (
	IKE   Settings
	IPsec Settings
)

// Apply returns a copy of base with opts applied in order, nil ones skipped.
func Apply[S any, O ~func(*S)](base *S, opts []O) *S {
	s := new(S)
	if base != nil {
		*s = *base
	}
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
	return s
}

// Join returns opts as one option. A later change to the slice does not reach it.
func Join[S any, O ~func(*S)](opts []O) O {
	own := slices.Clone(opts)
	return func(s *S) {
		for _, opt := range own {
			if opt != nil {
				opt(s)
			}
		}
	}
}

// SetText sets member i, which is neither the PSK nor a lifetime.
func (s *Settings) SetText(i int, value string) {
	s.text[i] = value
	s.set |= 1 << i
}

// SetPSK sets the PSK to what reveal returns.
func (s *Settings) SetPSK(reveal func() string) {
	s.psk = reveal
	s.set |= 1 << PSK
}

// SetLifetime sets member i, the lifetime.
func (s *Settings) SetLifetime(i int, value rules.Seconds) {
	s.lifetime = value
	s.set |= 1 << i
}

func (s *Settings) unset(i int) { s.set &^= 1 << i }

// IsZero reports whether nothing is set.
func (s *Settings) IsZero() bool { return s == nil || s.set == 0 }

// Has reports whether member i is set.
func (s *Settings) Has(i int) bool { return s != nil && s.set&(1<<i) != 0 }

// Text returns member i, neither the PSK nor a lifetime, or "" where it is not set.
func (s *Settings) Text(i int) string {
	if !s.Has(i) {
		return ""
	}
	return s.text[i]
}

// PSK returns the PSK, or "" where none is set.
func (s *Settings) PSK() string {
	if !s.Has(PSK) || s.psk == nil {
		return ""
	}
	return s.psk()
}

// Lifetime returns member i, the lifetime.
func (s *Settings) Lifetime(i int) (value rules.Seconds, set bool) {
	if !s.Has(i) {
		return rules.Seconds{}, false
	}
	return s.lifetime, true
}
