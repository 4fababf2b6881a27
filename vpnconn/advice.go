package vpnconn

import (
	"log/slog"
	"slices"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// A Severity says how serious an [Advice] is. The zero Severity is not one of these.
type Severity int

// The severities, from what is good to know to what an RFC forbids.
const (
	Note   Severity = iota + 1 // worth knowing; often there is nothing better to choose
	Weak                       // an RFC says SHOULD NOT, an attack is practical for somebody with means, or the service will refuse changes
	Broken                     // an RFC says MUST NOT
)

// String returns "note", "weak" or "broken", and for any other Severity its number, as in "severity 0".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Weak:
		return "weak"
	case Broken:
		return "broken"
	}
	return "severity " + strconv.Itoa(int(s))
}

// MarshalText returns what [Severity.String] returns.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// An Advice is about a setting that the service accepts but a security engineer would not. [Request.Advise] returns them.
// The zero Advice says nothing.
type Advice struct {
	ID        string    `json:"id" yaml:"id"`                         // the kind of advice, such as "ike-auth-md5", to filter or suppress by; it never changes
	Field     string    `json:"field" yaml:"field"`                   // the documented name of the setting, dotted within an object
	Problem   string    `json:"problem" yaml:"problem"`               // what an attacker or an operator would see, in one sentence
	Reference string    `json:"reference" yaml:"reference"`           // the source that says so, with its section
	Severity  Severity  `json:"severity" yaml:"severity"`             // how bad it is
	Cure      []Setting `json:"cure,omitempty" yaml:"cure,omitempty"` // what would cure it; nil where settings alone cannot
	Suggest   Option    `json:"-" yaml:"-"`                           // sets what Cure says when given to Request.With; nil where Cure is

	chinese string // Problem
}

// A Setting is a value for one setting, as an [Advice] suggests it. The zero Setting names none.
type Setting struct {
	Field string `json:"field" yaml:"field"` // its documented name, dotted within an object
	Value string `json:"value" yaml:"value"` // as it is sent; "" stands for unset
}

// String returns "IkeConfig.IkeVersion=ikev2", or "IkeConfig.IkeMode unset".
func (s Setting) String() string {
	if s.Value == "" {
		return s.Field + " unset"
	}
	return s.Field + "=" + s.Value
}

// Message returns Problem in a language. Only an Advice from [Request.Advise] has it in Chinese; of any other Message returns
// Problem as it is.
func (a Advice) Message(lang vpnerrors.Language) string {
	if lang == vpnerrors.Chinese && a.chinese != "" {
		return a.chinese
	}
	return a.Problem
}

// String returns the advice on one line, as in "note: IkeConfig.IkeVersion: … (ike-version-1, RFC 9395, section 3)", and ""
// for the zero Advice.
func (a Advice) String() string {
	if a.Equal(Advice{}) {
		return ""
	}
	return a.Severity.String() + ": " + a.Field + ": " + a.Problem + " (" + a.ID + ", " + a.Reference + ")"
}

// LogValue returns the advice as a group with the names that its JSON has. The settings of the cure are one text.
func (a Advice) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.String("id", a.ID), slog.String("field", a.Field), slog.String("problem", a.Problem),
		slog.String("reference", a.Reference), slog.String("severity", a.Severity.String()),
	}
	if a.Cure != nil {
		var cure []string
		for _, s := range a.Cure {
			cure = append(cure, s.String())
		}
		attrs = append(attrs, slog.String("cure", strings.Join(cure, ", ")))
	}
	return slog.GroupValue(attrs...)
}

// Equal reports whether a and o say the same. go-cmp compares advice by it, since it cannot compare two options.
func (a Advice) Equal(o Advice) bool {
	return a.ID == o.ID && a.Field == o.Field && a.Problem == o.Problem && a.Reference == o.Reference &&
		a.Severity == o.Severity && slices.Equal(a.Cure, o.Cure)
}

// Advise lists what is valid in r but not advisable, in documented order. It returns nil if there is nothing, as for the
// zero Request. An unset setting is judged by its documented default in the edition, and Problem says so. Each tunnel is
// judged separately. No [Advice] shows a pre-shared key. The file ADVICE.md of this package lists all advice.
//
// Since an SM gateway takes only IKEv1, there is no advice against IKEv1 there. Settings that such a gateway does not use
// are only reported as unused.
//
// A cure leaves the request valid. It can lead to other advice, such as that IKEv2 has no modes, so call Advise again until
// no Advice has a cure. This always ends.
func (r Request) Advise() []Advice {
	if r.n.Node() == nil {
		return nil
	}
	t := tableOf(r.n.Node())
	all := situationsOf(t, r.n.Node())
	var list []Advice
	for i := range checks {
		c := &checks[i]
		if c.edition != 0 && c.edition != t.Edition {
			continue
		}
		for _, s := range all {
			if s.isWhole != c.ofWhole {
				continue
			}
			if args, found := c.found(s); found {
				list = append(list, c.advice(s, args))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Advice) int { return t.Place(a.Field).Compare(t.Place(b.Field)) })
	return list
}

// advice returns the advice of a check, with args for the verbs in its text.
func (c *check) advice(s *situation, args []any) Advice {
	a := Advice{
		ID: c.id, Field: s.field(c.path...), Reference: c.reference, Severity: c.severity,
		Problem: s.words(c, args, vpnerrors.English), chinese: s.words(c, args, vpnerrors.Chinese),
	}
	if c.cure == nil {
		return a
	}
	var opts []Option
	for _, fix := range c.cure(s) {
		a.Cure = append(a.Cure, Setting{fix.end.field(fix.path...), fix.value})
		opts = append(opts, fix.option())
	}
	if opts != nil {
		a.Suggest = Options(opts...)
	}
	return a
}
