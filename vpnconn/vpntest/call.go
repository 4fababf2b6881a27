package vpntest

import (
	"cmp"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// maxBody is the size in bytes of the largest body that is read.
const maxBody = 1 << 20

// A call is what a client sent.
type call struct {
	json    bool // the answer must be JSON, not XML
	request vpnconn.Request
}

// readCall reads what a client sent, by an edition. The error is the answer to a malformed call.
func readCall(w http.ResponseWriter, r *http.Request, e aliyun.Edition) (call, *vpnerrors.APIError) {
	form, fault := readForm(w, r)
	params := merge(r.URL.RawQuery, form)
	c := call{json: wantsJSON(r, value(params, "Format"))}
	if fault != nil {
		return c, fault
	}
	version := cmp.Or(value(params, "Version"), r.Header.Get("x-acs-version"))
	action := value(params, "Action")
	if action == "" {
		action = r.Header.Get("x-acs-action")
		// An empty parameter with this name would count as the first one.
		params = without(params, "Action") + "&Action=" + url.QueryEscape(action)
	}
	switch {
	case action == "":
		return c, missing("Action")
	case version == "":
		return c, missing("Version")
	case version != vpnconn.APIVersion:
		return c, refusal("InvalidVersion")
	case action != vpnconn.Action:
		return c, refusal("InvalidAction.NotFound")
	}
	var err error
	c.request, err = vpnconn.ParseQueryIn(e, params)
	return c, explain(err, e)
}

// readForm returns the body of a POST with a form, or without a content type.
func readForm(w http.ResponseWriter, r *http.Request) (string, *vpnerrors.APIError) {
	switch r.Method {
	case http.MethodPost:
	case http.MethodGet:
		return "", nil
	default:
		return "", refusal("UnsupportedHTTPMethod")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		return "", refusal("RequestEntityTooLarge")
	}
	if err != nil {
		return "", refusal("IncompleteBody")
	}
	kind := r.Header.Get("Content-Type")
	if media, _, _ := mime.ParseMediaType(kind); len(body) > 0 && kind != "" && media != formType {
		return "", refusal("UnsupportedMediaType")
	}
	return string(body), nil
}

const formType = "application/x-www-form-urlencoded"

// wantsJSON chooses between JSON and XML like the gateway of the real service.
func wantsJSON(r *http.Request, format string) bool {
	switch {
	case strings.EqualFold(format, "JSON"):
		return true
	case strings.EqualFold(format, "XML"):
		return false
	}
	return r.Header.Get("x-acs-action") != "" || strings.Contains(r.Header.Get("Accept"), "application/json")
}

// merge returns the pairs of a query and of a form in one text. SDKs put some in both; a pair that is in both is left
// out of the form.
func merge(query, form string) string {
	seen := make(map[[2]string]bool)
	for pair := range strings.SplitSeq(query, "&") {
		seen[decode(pair)] = true
	}
	var b strings.Builder
	b.WriteString(query)
	for pair := range strings.SplitSeq(form, "&") {
		if !seen[decode(pair)] {
			b.WriteByte('&')
			b.WriteString(pair)
		}
	}
	return b.String()
}

// value returns the first value of this name, or "".
func value(params, name string) string {
	for pair := range strings.SplitSeq(params, "&") {
		if d := decode(pair); d[0] == name {
			return d[1]
		}
	}
	return ""
}

// without returns params without those with this name.
func without(params, name string) string {
	var rest []string
	for pair := range strings.SplitSeq(params, "&") {
		if decode(pair)[0] != name {
			rest = append(rest, pair)
		}
	}
	return strings.Join(rest, "&")
}

// decode returns the name and the value of a pair, unchanged if they have an invalid escape.
func decode(pair string) [2]string {
	name, value, _ := strings.Cut(pair, "=")
	texts := [2]string{name, value}
	for i, text := range texts {
		if plain, err := url.QueryUnescape(text); err == nil {
			texts[i] = plain
		}
	}
	return texts
}
