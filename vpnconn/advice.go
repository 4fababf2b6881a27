package vpnconn

import (
	"strconv"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
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
	if r.n == nil {
		return nil
	}
	e := effectiveOf(r.n)
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
	t          *parameters.Table
	ike, ipsec *tree.Node
}

func effectiveOf(n *tree.Node) *effective {
	t := tableOf(n)
	d := withDefaults(connection(t, n), func(*parameters.Member) bool { return false })
	return &effective{draft: n, t: t, ike: d.Members(parameters.IKE), ipsec: d.Members(parameters.IPsec)}
}

// settings returns the effective settings of a phase, and what was set of it.
func (e *effective) settings(phase parameters.Key) (effective, set *tree.Node) {
	if phase == parameters.IKE {
		return e.ike, e.Members(phase)
	}
	return e.ipsec, e.Members(phase)
}

// lifetimes returns the effective lifetime of each phase in seconds.
func (e *effective) lifetimes() (ike, ipsec int64) {
	return e.ike.Number(parameters.IKELifetime), e.ipsec.Number(parameters.IPsecLifetime)
}

// isV1 reports whether phase 1 is IKEv1.
func (e *effective) isV1() bool { return e.ike.Text(parameters.IKEVersion) == string(ikeconfig.V1) }

// underV1 returns a problem of IKEv1, and says so where that is the version by default.
func (e *effective) underV1(problem string) string {
	if e.Members(parameters.IKE).Has(parameters.IKEVersion) {
		return problem
	}
	return "IkeVersion is unset, and its documented default is " + byDefault(parameters.IKE, parameters.IKEVersion) + ": " + problem
}
