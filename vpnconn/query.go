package vpnconn

import (
	"errors"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/reply"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// ParseQuery reads a query string, or a form body, as [Parse] reads a map; ParseQuery(r.Query()) equals r, unless r is
// the zero Request or has another edition. A '+' is a space. A repeated name is [vpnerrors.ErrDuplicate], a malformed escape
// [vpnerrors.ErrBadCharacter]. The error is a [vpnerrors.ValidationErrors].
func ParseQuery(query string) (Request, error) { return ParseQueryIn(0, query) }

// ParseQueryIn is [ParseQuery] by an edition. The rules are those of [ParseIn].
func ParseQueryIn(e aliyun.Edition, query string) (Request, error) {
	r := newReader(e)
	if r == nil {
		return Request{}, tree.UnknownEdition(e)
	}
	params := make(map[string]string)
	rejected := make(map[string]bool)
	// A raw '&' in a key makes names of its rest: those that are not documented, after a pair that may have a key in it.
	var lastName, lastValue string
	lastIsRest := false
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		rawName, rawValue, isPair := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(rawName)
		_, repeated := params[name]
		isName := err == nil && (repeated || isCommon(name) || r.Knows(name) || parameters.Every().IsName(name))
		isRest := !isName && (lastIsRest || mayHoldKey(lastName, lastValue))
		if err != nil {
			r.Fault(&vpnerrors.FieldError{Field: r.safeRawName(rawName, isPair && !isRest), Reason: vpnerrors.ErrBadCharacter})
			lastName, _, _ = strings.Cut(rawName, "%")
			lastValue, lastIsRest = rawValue, isRest
			continue
		}
		lastName, lastValue = name, rawValue
		lastIsRest = !isName && (!isPair || isRest && r.t.Nearest(name) == "")
		if lastIsRest {
			name = parameters.Hidden
		}
		value, err := url.QueryUnescape(rawValue)
		switch {
		case repeated:
			r.reject(name, vpnerrors.ErrDuplicate, value, "")
			rejected[name] = true
		case err != nil:
			var escape url.EscapeError
			errors.As(err, &escape)
			r.reject(name, vpnerrors.ErrBadCharacter, rawValue, string(escape))
			rejected[name] = true
		}
		params[name] = value
	}
	maps.DeleteFunc(params, func(name, _ string) bool { return rejected[name] || r.Faulty(name) })
	r.params(params)
	return r.request()
}

// mayHoldKey reports whether a pair, whose name may be wrong, may have a key in it.
func mayHoldKey(name, value string) bool {
	t := parameters.Every()
	m := t.Find(name)
	if m == nil {
		m = t.Find(t.Nearest(name))
	}
	if object, _, dotted := strings.Cut(name, "."); m == nil && dotted {
		m = t.Lookup(object)
	}
	return m != nil && m.MayHide() || keyLike.MatchString(name) || keyLike.MatchString(value)
}

// keyLike matches the names that people give to a key.
var keyLike = regexp.MustCompile(`(?i)psk|shared.?key`)

// safeRawName returns a name with a bad escape in the form that an error may show. It is none if it may be the rest of a key.
func (r *reader) safeRawName(raw string, isName bool) string {
	letters := strings.ReplaceAll(raw, "%", "_") // which a name may contain
	if !isName || r.t.Safe(letters) != letters || reply.Redact(raw) != raw {
		return parameters.Hidden
	}
	return raw
}

// reject reports a reason about the parameter with this name. It leaves out the value of a common parameter, since that
// may be a credential.
func (r *reader) reject(name string, reason error, value, part string) {
	if isCommon(name) {
		r.Fault(&vpnerrors.FieldError{Field: name, Reason: reason})
		return
	}
	r.Reject(name, reason, value, part)
}

func isCommon(name string) bool { return slices.Contains(parameters.Common, name) }
