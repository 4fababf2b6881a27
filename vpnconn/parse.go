package vpnconn

import (
	"maps"
	"slices"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// Parse reads the parameters that a client sent, whether this module made them or not, and checks them.
// Parse(r.Params()) equals r, unless r is the zero Request. Action is required; the parameters common to all calls,
// such as Signature, are skipped; any other name that the API document does not have is ErrUnknownParameter.
//
// It is lenient where clients differ: an empty value, or null in JSON, counts as unset; IkeConfig and IpsecConfig may
// be JSON objects, or dotted parameters such as IkeConfig.Psk, or both where they agree (ErrConflict); a lifetime may
// be a JSON number of any notation, or decimal digits in a string; true and false may have any letter case. Names
// compare exactly.
//
// The error is an errors.ValidationErrors with everything that is wrong, in documented order, unknown names last.
func Parse(params map[string]string) (Request, error) {
	var r reader
	r.params(params)
	return r.request()
}

// A reader collects parameters that a client sent.
type reader struct {
	draft  draft
	action bool // whether there was one
	strict bool // for a file that people write
	phases [parameters.Count]*phase.Reader
	errs   vpnerrors.ValidationErrors // what cannot be read, in no particular order
	faulty map[string]bool            // the fields that errs names
}

func (r *reader) params(params map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(params)) {
		if !slices.Contains(parameters.Common, name) {
			r.parameter(name, params[name])
		}
	}
}

func (r *reader) parameter(name, value string) {
	i, member, known := resolve(name)
	switch {
	case !known:
		r.unknown(name)
	case member != "":
		r.phase(i).Dotted(member, value)
	case parameters.Table[i].Phase != nil:
		r.phase(i).Text(value)
	case value == "":
		// Counts as unset, as the service has it.
	case i == parameters.Action:
		r.action = true
		r.fault(rules.Enum(name, value, []string{Action})...)
	case i == parameters.EffectImmediately:
		text, errs := rules.Boolean(name, value)
		r.draft.setText(i, text)
		r.fault(errs...)
	default:
		r.draft.setText(i, value)
	}
}

// resolve finds the parameter of this name, or for a dotted name that of the phase, and what stands behind the dot.
func resolve(name string) (i int, member string, known bool) {
	if i, known = parameters.Lookup(name); known {
		return i, "", true
	}
	outer, member, dotted := strings.Cut(name, ".")
	i, known = parameters.Lookup(outer)
	return i, member, known && dotted && member != "" && parameters.Table[i].Phase != nil
}

func (r *reader) phase(i int) *phase.Reader {
	if r.phases[i] == nil {
		r.phases[i] = phase.NewReader(parameters.Table[i].Phase, r.strict)
	}
	return r.phases[i]
}

// unknown reports a name that the API document, or a Spec, does not have. The value is not looked at: it may be a PSK.
func (r *reader) unknown(name string) {
	e := &vpnerrors.FieldError{Field: parameters.Names.Safe(name), Reason: vpnerrors.ErrUnknownParameter}
	nearest := parameters.Names.Nearest(name)
	if noMember := r.strict && nearest == parameters.Table[parameters.Action].Name; nearest != name && !noMember {
		e.Suggest = nearest
	}
	r.fault(e)
}

// fault takes errors that name a field each. A field keeps its first.
func (r *reader) fault(errs ...*vpnerrors.FieldError) {
	for _, e := range errs {
		if r.faulty == nil {
			r.faulty = make(map[string]bool)
		}
		if !r.faulty[e.Field] {
			r.faulty[e.Field] = true
			r.errs = append(r.errs, e)
		}
	}
}

// request checks what was read.
func (r *reader) request() (Request, error) {
	if !r.action {
		r.fault(&vpnerrors.FieldError{
			Field: parameters.Table[parameters.Action].Name, Reason: vpnerrors.ErrRequired, Allowed: []string{Action},
		})
	}
	errs := r.collect()
	for _, e := range r.draft.check() {
		if !r.faulty[rules.Base(e.Field)] {
			errs = append(errs, e)
		}
	}
	if errs != nil {
		return Request{}, rules.InOrder(errs, parameters.Documented)
	}
	d := r.draft // alone, so that what was read can go
	return Request{d: d.canonical()}, nil
}

// collect moves what was read of the phases into the draft, and returns what could not be read, in no particular order.
func (r *reader) collect() vpnerrors.ValidationErrors {
	for i, read := range r.phases {
		if read != nil {
			r.draft.setPhase(i, read.Result())
			r.fault(read.Errs...)
		}
	}
	return r.errs
}
