package vpntest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// Invalid returns an invalid request of edition 2019. It is [InvalidIn] of that edition.
func Invalid(r *rand.Rand) Case { return InvalidIn(aliyun.Edition2019, r) }

// InvalidIn returns a request like that of [RequestIn], but with exactly one rule broken: [vpnconn.ParseIn] finds one error
// in it, with the Field and the Reason of the Case. Over many cases every field occurs with every reason that it can have, in
// requests with and without tunnels. The Name is made of both, so it is not unique. The same state of r gives the same case,
// within one version of this package.
//
// InvalidIn panics for an unknown edition.
func InvalidIn(e aliyun.Edition, r *rand.Rand) Case {
	t := tableOf(e)
	w := pick(r, waysIn[t.Edition]())
	s := situationOf(t, r)
	s.tunnels = w.beside
	s.bgp = s.bgp || w.in.bgp
	s.healthCheck = s.healthCheck || w.in.healthCheck
	s.sm = s.sm || w.in.sm
	d := draft(generate(t, r, s).Params())
	d.keep(w.field)
	name := w.field.name + w.how(r, d, w.field)
	return Case{
		Name:    fmt.Sprintf("%s: %v", name, w.reason),
		Why:     "made up: a valid request with one thing in it changed",
		Edition: t.Edition,
		Params:  d,
		Field:   name,
		Reason:  w.reason,
	}
}

// A field is what can be wrong: a parameter, an object, or a setting in one.
type field struct {
	*parameters.Member
	name   string // dotted, with the number of a tag or a tunnel
	json   bool   // it is a member of a JSON object
	beside bool   // it is in a request with tunnels
	astray bool   // it belongs to requests of the other mode
}

// A breach is a way to break one rule.
type breach struct {
	of     func(field) bool // the fields that it applies to
	reason error
	how    breaking
	in     situation // what the request must be, besides random choices
}

// A A breaking breaks a rule in d; at is what follows the field's name in the error.
type breaking func(r *rand.Rand, d draft, f field) (at string)

// A way is a breach of one field.
type way struct {
	field
	breach
}

// waysIn has all ways to break one rule of an edition.
var waysIn = map[aliyun.Edition]func() []way{
	aliyun.Edition2019: sync.OnceValue(func() []way { return waysOf(aliyun.Edition2019) }),
	aliyun.Edition2025: sync.OnceValue(func() []way { return waysOf(aliyun.Edition2025) }),
}

func waysOf(e aliyun.Edition) []way {
	t := parameters.Of(e)
	fields := appendFields(nil, t, field{})
	if t.Member(parameters.Tunnels) != nil {
		fields = appendFields(fields, t, field{beside: true})
	}
	var list []way
	for _, f := range fields {
		for _, b := range breaches {
			if b.of(f) {
				list = append(list, way{f, b})
			}
		}
	}
	return list
}

// appendFields appends the fields of a table, which may be that of an object or of an element of a list. The field with
// the name "" stands for everything without a name of its own.
func appendFields(list []field, t *parameters.Table, in field) []field {
	prefix := ""
	if in.name != "" {
		prefix = in.name + "."
	} else {
		list = append(list, field{Member: &parameters.Member{Kind: parameters.Object, Table: t}, beside: in.beside})
	}
	for i := range t.Members {
		m := &t.Members[i]
		f := field{Member: m, name: prefix + m.Name, json: in.Member != nil && in.JSON, beside: in.beside}
		f.astray = m.Mode == parameters.SingleTunnel && f.beside || m.Mode == parameters.DualTunnel && !f.beside
		list = append(list, f)
		switch {
		case f.astray:
		case m.Kind == parameters.Object:
			list = appendFields(list, m.Table, f)
		case m.Kind == parameters.Array:
			for place := range max(m.Min, 1) {
				element := f
				element.name = fmt.Sprintf("%s.%d", f.name, place+1)
				list = appendFields(list, m.Table, element)
			}
		}
	}
	return list
}

// sibling returns the field with this name next to f.
func (f field) sibling(name string) string {
	return f.name[:strings.LastIndexByte(f.name, '.')+1] + name
}
