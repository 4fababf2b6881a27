package tree_test

import (
	"log/slog"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCases: each operation, driven through the packages that use it, agrees with the verdict of every edge case, and with
// the operations that undo it.
func TestCases(t *testing.T) {
	for _, e := range aliyun.Editions() {
		for _, c := range vpntest.CasesIn(e) {
			r, err := vpnconn.ParseIn(e, c.Params)
			checkVerdict(t, c, "ParseIn", err)
			if err == nil {
				checkWays(t, c, r)
			}
			if s, ok := c.Spec(); ok {
				built, err := s.Build()
				checkVerdict(t, c, "Spec.Build", err)
				if !built.Equal(r) {
					t.Errorf("%s: a Spec builds %v, want %v", c.Name, built, r)
				}
			}
		}
	}
}

func checkVerdict(t *testing.T, c vpntest.Case, by string, err error) {
	t.Helper()
	errs, _ := err.(vpnerrors.ValidationErrors)
	if c.Reason == nil && err != nil || c.Reason != nil && (len(errs) != 1 || errs[0].Field != c.Field || errs[0].Reason != c.Reason) {
		t.Errorf("%s by %s: %v, want %s: %v", c.Name, by, err, c.Field, c.Reason)
	}
}

// checkWays has the ways in which a valid request is written, shown, filled in and read back.
func checkWays(t *testing.T, c vpntest.Case, r vpnconn.Request) {
	t.Helper()
	params := r.Params()
	if diff := cmp.Diff(params, maps.Collect(r.All())); diff != "" {
		t.Errorf("%s (-Params +All):\n%s", c.Name, diff)
	}
	query := r.Query()
	values, err := url.ParseQuery(query)
	if diff := cmp.Diff(r.Values(), values); diff != "" || err != nil || strings.Contains(query, "+") || query[0] == '&' {
		t.Errorf("%s, %q: %v (-Values +Query):\n%s", c.Name, query, err, diff)
	}
	var names []string
	for name := range r.All() {
		names = append(names, name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("%s: All yields %q, want it sorted", c.Name, names)
	}
	for by, back := range map[string]func() (vpnconn.Request, error){
		"ParseIn":      func() (vpnconn.Request, error) { return vpnconn.ParseIn(r.Edition(), params) },
		"ParseQueryIn": func() (vpnconn.Request, error) { return vpnconn.ParseQueryIn(r.Edition(), query) },
		"Spec":         func() (vpnconn.Request, error) { return r.Spec().Build() },
		"Builder":      func() (vpnconn.Request, error) { return r.Builder().Build() },
		"With":         func() (vpnconn.Request, error) { return r.With(r.Spec().Option()) },
	} {
		if same, err := back(); err != nil || !same.Equal(r) {
			t.Errorf("%s back by %s: %v, %v, want %v", c.Name, by, same, err, r)
		}
	}
	for d := range r.Diff(r) {
		t.Errorf("%s differs from itself: %v", c.Name, d)
	}
	full := r.Effective()
	if again := full.Effective(); !again.Equal(full) {
		t.Errorf("%s: the defaults of %v are filled in again: %v", c.Name, full, again)
	}
	shown := maps.Collect(r.Fields())
	for d := range r.Diff(full) {
		if d.Old != "" || shown[d.Field] != "" {
			t.Errorf("%s: the default of %s takes the place of %q", c.Name, d.Field, d.Old)
		}
	}
	for name, value := range shown {
		if !parameters.Of(r.Edition()).IsName(name) {
			t.Errorf("%s: %s is no documented name", c.Name, name)
		}
		if !strings.Contains(r.String(), name+": ") {
			t.Errorf("%s: no %s in %v", c.Name, name, r)
		}
		if got := at(r.LogValue(), strings.Split(name, ".")); got != value {
			t.Errorf("%s: %s is logged as %q, want %q", c.Name, name, got, value)
		}
	}
}

// at returns what a group has at a path.
func at(v slog.Value, path []string) string {
	if len(path) == 0 {
		return v.String()
	}
	for _, a := range v.Group() {
		if a.Key == path[0] {
			return at(a.Value, path[1:])
		}
	}
	return ""
}
