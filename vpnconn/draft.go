package vpnconn

import (
	"iter"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A draft is what was set of a request, right or wrong. It is changed only while options are applied to a new one, and
// shared by Builders and Requests afterwards. A nil draft has nothing set.
type draft struct {
	set    uint16 // bit i: text[i]
	text   [parameters.Count]string
	phases [2]*phase.Settings // IkeConfig and IpsecConfig
	token  *tokenMaker        // nil: ClientToken is as it was set
}

func (d *draft) setText(i int, value string) {
	d.text[i] = value
	d.set |= 1 << i
}

func (d *draft) unset(i int) { d.set &^= 1 << i }

func (d *draft) setPhase(i int, s *phase.Settings) { d.phases[i-parameters.IKEConfig] = s }

// phase returns parameter i, one of the two that are settings of a phase.
func (d *draft) phase(i int) *phase.Settings { return d.phases[i-parameters.IKEConfig] }

// overlay sets what o has set and leaves the rest as it was.
func (d *draft) overlay(o *draft) {
	for i := range parameters.Table {
		switch t := parameters.Table[i].Phase; {
		case t != nil:
			d.setPhase(i, t.Over(d.phase(i), o.phase(i)))
		case o.set&(1<<i) != 0:
			d.setText(i, o.text[i])
		}
	}
	if o.has(parameters.ClientToken) {
		d.token = nil
	}
}

// has reports whether parameter i is sent.
func (d *draft) has(i int) bool {
	switch {
	case d == nil:
		return false
	case i == parameters.Action:
		return true
	case parameters.Table[i].Phase != nil:
		return !d.phase(i).IsZero()
	}
	return d.set&(1<<i) != 0
}

// value returns parameter i as it is sent, or "" where it is not.
func (d *draft) value(i int) string {
	switch {
	case !d.has(i):
		return ""
	case i == parameters.Action:
		return Action
	case parameters.Table[i].Phase != nil:
		return parameters.Table[i].Phase.JSON(d.phase(i))
	}
	return d.text[i]
}

// check returns everything that is wrong with d, in documented order.
func (d *draft) check() vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	for i := range parameters.Table {
		p := &parameters.Table[i]
		switch {
		case i == parameters.ClientToken && d.token != nil:
			errs = append(errs, d.token.check()...)
		case !d.has(i):
			if p.Required {
				errs = append(errs, &vpnerrors.FieldError{Field: p.Name, Reason: vpnerrors.ErrRequired})
			}
		case p.Phase != nil:
			errs = append(errs, p.Phase.Check(d.phase(i))...)
		case p.Rule != nil:
			errs = append(errs, p.Rule(p.Name, d.text[i])...)
		}
	}
	return errs
}

// canonical returns a valid draft with its lists as they are sent and its token derived, d itself where that changes
// nothing.
func (d *draft) canonical() *draft {
	for i := range parameters.Table {
		if !parameters.Table[i].List {
			continue
		}
		if list := rules.CanonicalCIDRs(d.text[i]); list != d.text[i] {
			c := *d
			c.text[i] = list
			d = &c
		}
	}
	if d.token != nil {
		c := *d
		c.setText(parameters.ClientToken, d.token.derive(d))
		d = &c
	}
	return d
}

// fields yields what is set for people: documented names, dotted within a phase, in documented order, the PSK hidden.
func (d *draft) fields() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for i := range parameters.Table {
			switch p := &parameters.Table[i]; {
			case !d.has(i):
			case p.Phase != nil:
				for field, value := range p.Phase.Shown(d.phase(i)) {
					if !yield(field, value) {
						return
					}
				}
			default:
				if !yield(p.Name, d.value(i)) {
					return
				}
			}
		}
	}
}

// blocks returns a list as its blocks, or nil where it is unset.
func (d *draft) blocks(i int) []string {
	if !d.has(i) {
		return nil
	}
	blocks := make([]string, 0, strings.Count(d.text[i], ",")+1)
	for _, block := range rules.Blocks(d.text[i]) {
		blocks = append(blocks, block)
	}
	return blocks
}
