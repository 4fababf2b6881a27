package vpnconn

import (
	"maps"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// Parse reads the parameters that a client sent, whether this module made them or not, and checks them by edition 2019.
// Parse(r.Params()) equals r, unless r is the zero Request or has another edition. Action is required; the parameters
// common to all calls, such as Signature, are skipped; any other name that is not in the API document is
// [vpnerrors.ErrUnknownParameter].
//
// It is lenient where clients differ: an empty value, or null in JSON, counts as unset; IkeConfig and IpsecConfig may
// be JSON objects, or dotted parameters such as IkeConfig.Psk, or both where they agree ([vpnerrors.ErrConflict]); a
// lifetime may be a JSON number of any notation, or decimal digits in a string; true and false may have any letter case.
// Names compare exactly.
//
// The error is a [vpnerrors.ValidationErrors] with everything that is wrong, in documented order, unknown names last.
func Parse(params map[string]string) (Request, error) { return ParseIn(0, params) }

// ParseIn is [Parse] by an edition. In edition 2025 it is lenient in more ways: members of HealthCheckConfig may begin with
// a capital letter; numbers and Booleans in HealthCheckConfig and BgpConfig may be quoted or not; LocalAsn of BgpConfig may
// be a string of two 16-bit halves, such as "123.456". Tags and tunnels are read from parameters such as Tags.1.Key, in the
// order of their numbers, which start at 1 and have no gaps ([vpnerrors.ErrRequired] on the first missing name).
//
// A parameter that only another edition has is [vpnerrors.ErrUnknownParameter] with [vpnerrors.FieldError.Edition] set; a
// list or an object gives one error. With an unknown edition the only error is [vpnerrors.ErrUnsupportedValue] on "Edition".
func ParseIn(e aliyun.Edition, params map[string]string) (Request, error) {
	r := newReader(e)
	if r == nil {
		return Request{}, tree.UnknownEdition(e)
	}
	r.params(params)
	return r.request()
}

// A reader collects parameters that a client sent.
type reader struct {
	*tree.Reader
	edition aliyun.Edition
	t       *parameters.Table
}

// newReader returns a reader for an edition, or nil for an unknown one.
func newReader(e aliyun.Edition) *reader {
	t := parameters.Of(e)
	if t == nil {
		return nil
	}
	return &reader{Reader: tree.NewRootReader(t, false), edition: e, t: t}
}

func (r *reader) params(params map[string]string) {
	names := slices.AppendSeq(make([]string, 0, len(params)), maps.Keys(params))
	slices.Sort(names)
	for _, name := range names {
		if !isCommon(name) {
			r.Parameter(name, params[name])
		}
	}
}

// request checks what was read.
func (r *reader) request() (Request, error) {
	n, errs := r.Result()
	if action := r.t.Member(parameters.Action); !n.Has(action.Key) && !r.Faulty(action.Name) {
		errs = append(errs, &vpnerrors.FieldError{Field: action.Name, Reason: vpnerrors.ErrRequired, Allowed: []string{Action}})
	}
	if r.edition != 0 {
		n.PutNumber(parameters.Edition, int64(r.edition))
	}
	errs = withConflicts(errs, mistakes(n, r.Reader))
	if errs != nil {
		return Request{}, rules.InOrder(r.t, errs)
	}
	return Request{n: tree.Seal(canonical(n))}, nil
}

// withConflicts joins what could not be read and what is wrong with the rest. A parameter of single-tunnel mode in a
// request with tunnels has only that error, whatever is in it.
func withConflicts(unreadable, wrong vpnerrors.ValidationErrors) vpnerrors.ValidationErrors {
	for _, e := range wrong {
		if e.Reason == vpnerrors.ErrConflict {
			unreadable = slices.DeleteFunc(unreadable, func(u *vpnerrors.FieldError) bool {
				return u.Field == e.Field || strings.HasPrefix(u.Field, e.Field+".")
			})
		}
	}
	return append(unreadable, wrong...)
}
