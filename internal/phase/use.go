package phase

import (
	"iter"
	"strconv"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/canon"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// Check returns everything that is wrong with s, in documented order.
func (t *Table) Check(s *Settings) vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	for i := range t.Members {
		if s.Has(i) {
			errs = append(errs, t.Members[i].check(s, i)...)
		}
	}
	return errs
}

func (m *Member) check(s *Settings, i int) vpnerrors.ValidationErrors {
	switch m.kind {
	case secret:
		return m.rule(m.Field, s.psk())
	case enum:
		return rules.Enum(m.Field, s.text[i], m.Values)
	case lifetime:
		return rules.Lifetime(m.Field, s.lifetime)
	default:
		return m.rule(m.Field, s.text[i])
	}
}

// AppendJSON appends valid settings as the JSON object that is sent: as RFC 8785 has it, the PSK in it.
func (t *Table) AppendJSON(dst []byte, s *Settings) []byte {
	dst = append(dst, '{')
	first := true
	for i := range t.wire {
		w := &t.wire[i]
		if !s.Has(w.member) {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(dst, w.prefix...)
		switch t.Members[w.member].kind {
		case secret:
			dst = canon.AppendString(dst, s.psk())
		case lifetime:
			dst = strconv.AppendInt(dst, s.lifetime.Whole, 10)
		default:
			dst = canon.AppendString(dst, s.text[w.member])
		}
	}
	return append(dst, '}')
}

// JSON returns what AppendJSON appends. It holds the PSK.
func (t *Table) JSON(s *Settings) string {
	var buf [512]byte
	return string(t.AppendJSON(buf[:0], s))
}

// HiddenJSON returns the JSON object with the PSK hidden.
func (t *Table) HiddenJSON(s *Settings) string {
	if s.Has(PSK) && t.Members[PSK].kind == secret {
		hidden := *s
		hidden.SetPSK(func() string { return rules.Hidden })
		s = &hidden
	}
	return t.JSON(s)
}

// Shown yields what is set for people: dotted names in documented order, the PSK hidden.
func (t *Table) Shown(s *Settings) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for i := range t.Members {
			m := &t.Members[i]
			if s.Has(i) && !yield(m.Field, m.shown(s, i)) {
				return
			}
		}
	}
}

func (m *Member) shown(s *Settings, i int) string {
	switch m.kind {
	case secret:
		return rules.Hidden
	case lifetime:
		return s.lifetime.String()
	default:
		return s.text[i]
	}
}

// Over returns s with what it leaves unset taken from base. Both stay as they are.
func (t *Table) Over(base, s *Settings) *Settings {
	if base.IsZero() {
		return s
	}
	merged := *base
	for i := range t.Members {
		if !s.Has(i) {
			continue
		}
		switch t.Members[i].kind {
		case secret:
			merged.SetPSK(s.psk)
		case lifetime:
			merged.SetLifetime(i, s.lifetime)
		default:
			merged.SetText(i, s.text[i])
		}
	}
	return &merged
}

// Without returns s with member i unset. s stays as it is.
func (t *Table) Without(s *Settings, i int) *Settings {
	if !s.Has(i) {
		return s
	}
	rest := *s
	rest.unset(i)
	return &rest
}

// WithDefaults returns s with the documented defaults where it has nothing set.
func (t *Table) WithDefaults(s *Settings) *Settings {
	var defaults Settings
	for i, m := range t.Members {
		switch {
		case m.Default == "":
		case m.kind == lifetime:
			value, _ := rules.ParseLifetime(m.Field, m.Default)
			defaults.SetLifetime(i, value)
		default:
			defaults.SetText(i, m.Default)
		}
	}
	return t.Over(&defaults, s)
}
