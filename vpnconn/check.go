package vpnconn

import (
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// editionOf returns the edition that was set, or 0.
func editionOf(n *tree.Node) aliyun.Edition { return aliyun.Edition(n.Number(parameters.Edition)) }

// tableOf returns the parameters of the edition, or nil for an unknown one.
func tableOf(n *tree.Node) *parameters.Table { return parameters.Of(editionOf(n)) }

// mistakes returns everything that is wrong with a request, in documented order. It skips fields that read, which may be nil,
// found unreadable, since they have an error already.
func mistakes(n *tree.Node, read *tree.Reader) vpnerrors.ValidationErrors {
	t := tableOf(n)
	if t == nil {
		return tree.UnknownEdition(editionOf(n))
	}
	j := newJudge(t, n, read)
	j.modes()
	j.reportAll(checkTokenKey(n))
	var settled parameters.Keys
	if j.dual {
		settled = t.Single // which have their errors
	}
	j.reportAll(tree.Check(t, n, settled))
	if t.Edition != aliyun.Edition2019 { // edition 2019 has no such rules
		j.across()
	}
	j.unknownNames() // last, so that none hides an error of the object that it names
	return rules.InOrder(t, j.errs)
}

// A judge collects what is wrong with a request, one error per field.
type judge struct {
	t        *parameters.Table
	n        *tree.Node
	dual     bool // it has tunnels
	room     [2]end
	count    int // of its ends, which are in room
	read     *tree.Reader
	errs     vpnerrors.ValidationErrors
	reported map[string]bool // the fields of the first errors, as many as are noted
	noted    int
}

func newJudge(t *parameters.Table, n *tree.Node, read *tree.Reader) judge {
	j := judge{t: t, n: n, read: read}
	j.dual = n.Has(parameters.Tunnels) || read.Faulty(j.name(parameters.Tunnels))
	j.count = len(appendEnds(j.room[:0], t, n, j.dual))
	return j
}

// name returns the documented name of a parameter, or "" if the edition does not have it.
func (j *judge) name(k parameters.Key) string {
	if m := j.t.Member(k); m != nil {
		return m.Name
	}
	return ""
}

// reportAll adds errors, but for those whose field had one before. They become the judge's own.
func (j *judge) reportAll(errs vpnerrors.ValidationErrors) {
	if j.read == nil && j.errs == nil { // nothing had one
		j.errs = errs
		return
	}
	for _, e := range errs {
		if !j.isFaulty(e.Field) {
			j.errs = append(j.errs, e)
		}
	}
}

// report adds an error, unless its field has one.
func (j *judge) report(e *vpnerrors.FieldError) {
	if !j.isFaulty(e.Field) {
		j.errs = append(j.errs, e)
	}
}

// isReported reports whether a field, or an element of it, has an error.
func (j *judge) isReported(field string) bool {
	if j.errs == nil {
		return false
	}
	if j.reported == nil {
		j.reported = make(map[string]bool)
	}
	for _, e := range j.errs[j.noted:] {
		j.reported[parameters.Base(e.Field)] = true
	}
	j.noted = len(j.errs)
	return j.reported[field]
}

// isFaulty reports whether something is known to be wrong with a field, or with an object or list that it is in.
func (j *judge) isFaulty(field string) bool {
	for {
		if j.read.Faulty(field) || j.isReported(field) {
			return true
		}
		i := strings.LastIndexByte(field, '.')
		if i < 0 {
			return false
		}
		field = field[:i]
	}
}

// isTried reports whether a parameter, or anything in an object, was given but could not be read.
func (j *judge) isTried(m *parameters.Member) bool {
	return j.read.Faulty(m.Name) || m.Table != nil && j.read.FaultyWithin(m.Name)
}

// modes reports what a request with tunnels must not have, even if it cannot be read.
func (j *judge) modes() {
	if j.dual {
		for k := range j.t.Single.All() {
			if m := j.t.Member(k); j.n.Has(k) || j.read != nil && j.isTried(m) {
				j.errs = append(j.errs, conflict(m, m.Name, j.n, j.name(parameters.Tunnels)))
			}
		}
	}
	if tunnels := j.t.Member(parameters.Tunnels); tunnels != nil && j.n.Has(parameters.UnknownRole) {
		role := tunnels.Table.Member(parameters.Role)
		e := rules.OneOf(tunnels.Name, j.n.Text(parameters.UnknownRole), role.Values)
		e.Reason = vpnerrors.ErrUnsupportedValue // also for the empty role, which is set but is not a role
		j.report(e)
	}
}

// conflict returns the error for a setting that another parameter excludes.
func conflict(m *parameters.Member, field string, n *tree.Node, other string) *vpnerrors.FieldError {
	return &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrConflict, Value: shownValue(m, n), Part: other}
}

// shownValue returns a setting as the Value of an error, or "" for an object and for what must not show.
func shownValue(m *parameters.Member, n *tree.Node) string {
	if m.Table != nil || m.Kind.IsHidden() || !n.Has(m.Key) {
		return ""
	}
	return rules.Clip(tree.Text(m, n))
}

// canonical returns valid settings as they are sent: with lists without blanks and the token derived, or n itself if
// that changes nothing.
func canonical(n *tree.Node) *tree.Node {
	t := tableOf(n)
	own := n
	for k := range t.Lists.All() {
		given := own.Text(k)
		if list := rules.CanonicalBlocks(given); list != given {
			if own == n {
				own = n.Clone()
			}
			own.PutText(k, list)
		}
	}
	if _, derived := n.Source(parameters.ClientToken); derived {
		if own == n {
			own = n.Clone()
		}
		deriveToken(t, own)
	}
	return own
}
