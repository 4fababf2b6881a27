package vpnconn

import (
	"strconv"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
)

// A Severity says how serious an [Advice] is. The zero Severity is none of those listed here.
type Severity int

// The severities, from what is good to know to what an RFC forbids.
const (
	Note   Severity = iota + 1 // worth knowing; often there is nothing better to choose
	Weak                       // an RFC says SHOULD NOT, or an attack is practical for somebody with means
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

// MarshalText returns what String returns.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// An Advice is about a setting that the service accepts and a security engineer would not. [Request.Advise] makes it;
// the zero Advice says nothing.
type Advice struct {
	Field     string   `json:"field"`     // the documented name of the setting, dotted within a phase
	Problem   string   `json:"problem"`   // what an attacker or an operator would see, in one sentence
	Reference string   `json:"reference"` // the source that says so, with its section
	Severity  Severity `json:"severity"`  // how bad it is
	Suggest   Option   `json:"-"`         // cures it when given to Request.With; nil where no one option can
}

// Advise lists what is valid in r and yet not advisable, in documented order; nil if there is nothing, as in the zero
// Request. Settings that are unset are judged by the documented default, and Problem says so. No Advice shows the
// pre-shared key. The README has a table of all there is.
//
// A cure can bring up other advice, such as that IKEv2 has no modes: ask again until nothing is left that has a cure. That
// ends.
func (r Request) Advise() []Advice {
	if r.d == nil {
		return nil
	}
	e := effectiveOf(r.d)
	var list []Advice
	for i := range checks {
		c := &checks[i]
		problem, found := c.found(e)
		if !found {
			continue
		}
		advice := Advice{Field: c.field, Problem: problem, Reference: c.reference, Severity: c.severity}
		if c.cure != nil {
			advice.Suggest = c.cure(e)
		}
		list = append(list, advice)
	}
	return list
}

// effective is a valid draft, with both phases as they are by the documented defaults.
type effective struct {
	*draft
	ike, ipsec *phase.Settings
}

func effectiveOf(d *draft) *effective {
	return &effective{
		draft: d,
		ike:   phase.IKETable.WithDefaults(d.phase(parameters.IKEConfig)),
		ipsec: phase.IPsecTable.WithDefaults(d.phase(parameters.IPsecConfig)),
	}
}

// settings returns the effective settings of phase i, and what was set of it.
func (e *effective) settings(i int) (effective, set *phase.Settings) {
	if i == parameters.IKEConfig {
		return e.ike, e.phase(i)
	}
	return e.ipsec, e.phase(i)
}

// lifetimes returns the effective lifetime of each phase in seconds.
func (e *effective) lifetimes() (ike, ipsec int64) {
	p1, _ := e.ike.Lifetime(phase.IKELifetime)
	p2, _ := e.ipsec.Lifetime(phase.IPsecLifetime)
	return p1.Whole, p2.Whole
}

// isV1 reports whether phase 1 is IKEv1.
func (e *effective) isV1() bool { return e.ike.Text(phase.IKEVersion) == string(ikeconfig.V1) }

// underV1 returns a problem of IKEv1, and says so where that is the version by default.
func (e *effective) underV1(problem string) string {
	if e.phase(parameters.IKEConfig).Has(phase.IKEVersion) {
		return problem
	}
	return "IkeVersion is unset, and its documented default is " + byDefault(parameters.IKEConfig, phase.IKEVersion) + ": " + problem
}
