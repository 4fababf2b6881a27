package vpnconn

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/reply"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// ParseQuery reads a query string, or a form body, as [Parse] reads a map; ParseQuery(r.Query()) equals r, unless r is
// the zero Request. A '+' is a space. A repeated name is ErrDuplicate, a malformed escape ErrBadCharacter. The error is
// an errors.ValidationErrors.
func ParseQuery(query string) (Request, error) {
	var r reader
	params := make(map[string]string)
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		rawName, rawValue, isPair := strings.Cut(pair, "=")
		name, err := url.QueryUnescape(rawName)
		if err != nil {
			r.fault(&vpnerrors.FieldError{Field: safeRawName(rawName, isPair), Reason: vpnerrors.ErrBadCharacter})
			continue
		}
		if _, _, known := resolve(name); !isPair && !known && !slices.Contains(parameters.Common, name) {
			name = rules.Hidden // with no '=' it is rather the rest of a key with a raw '&' in it
		}
		value, err := url.QueryUnescape(rawValue)
		switch _, repeated := params[name]; {
		case repeated:
			r.faultIn(name, vpnerrors.ErrDuplicate, value, "")
		case err != nil:
			var escape url.EscapeError
			errors.As(err, &escape)
			r.faultIn(name, vpnerrors.ErrBadCharacter, rawValue, string(escape))
		}
		params[name] = value
	}
	for name := range r.faulty {
		delete(params, name)
	}
	r.params(params)
	return r.request()
}

// safeRawName returns a name that cannot be unescaped as an error may show it.
func safeRawName(raw string, isPair bool) string {
	letters := strings.ReplaceAll(raw, "%", "_") // which may stand in a name
	if !isPair || parameters.Names.Safe(letters) != letters || reply.Redact(raw) != raw {
		return rules.Hidden
	}
	return raw
}

// faultIn reports a reason about the parameter of this name. The value is left out where it may be, or be about, a PSK or
// a credential.
func (r *reader) faultIn(name string, reason error, value, part string) {
	e := &vpnerrors.FieldError{Field: name, Reason: reason}
	switch i, member, known := resolve(name); {
	case known && member != "":
		r.phase(i).Fault(member, reason)
		return
	case known && parameters.Table[i].Phase == nil:
		e.Value, e.Part = rules.Shown(value, part)
	case !known && !slices.Contains(parameters.Common, name):
		r.unknown(name)
		return
	}
	r.fault(e)
}
