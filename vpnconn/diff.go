package vpnconn

import (
	"iter"
	"log/slog"
	"slices"
	"strconv"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A Difference is a setting in which two Requests differ, as [Request.Diff] yields it. The zero Difference names none.
type Difference struct {
	Field string `json:"field" yaml:"field"` // its documented name, dotted within objects and lists
	Old   string `json:"old" yaml:"old"`     // its value in the first Request, "" where it is unset; a pre-shared key is "[hidden]"
	New   string `json:"new" yaml:"new"`     // its value in the other Request, "" where it is unset; a pre-shared key is "[hidden]"
}

// String returns the difference on one line, as in `Name: "idc" to "office"` or `DryRun: unset to "true"`, and "" for the zero
// Difference.
func (d Difference) String() string {
	if d == (Difference{}) {
		return ""
	}
	return d.Field + ": " + quotedOrUnset(d.Old) + " to " + quotedOrUnset(d.New)
}

func quotedOrUnset(value string) string {
	if value == "" {
		return "unset"
	}
	return strconv.Quote(value)
}

// LogValue returns the difference as a group: field, and old and new where they are set.
func (d Difference) LogValue() slog.Value {
	var attrs []slog.Attr
	for _, a := range []slog.Attr{slog.String("field", d.Field), slog.String("old", d.Old), slog.String("new", d.New)} {
		if a.Value.String() != "" {
			attrs = append(attrs, a)
		}
	}
	return slog.GroupValue(attrs...)
}

// Diff yields the settings in which other differs from r, in documented order. A pre-shared key that has changed is
// "[hidden]" on both sides. If nothing differs, the Requests have the same settings, but in different editions
// they may send different bytes for them.
func (r Request) Diff(other Request) iter.Seq[Difference] {
	return func(yield func(Difference) bool) {
		t := shownBy(r.n.Node())
		if t != shownBy(other.n.Node()) {
			t = parameters.Every() // one name for each setting, in all editions
		}
		before, after := fieldsByName(t, r.n.Node()), fieldsByName(t, other.n.Node())
		var names []string
		for name := range before {
			names = append(names, name)
		}
		for name := range after {
			if _, both := before[name]; !both {
				names = append(names, name)
			}
		}
		slices.SortFunc(names, func(a, b string) int { return t.Place(a).Compare(t.Place(b)) })
		for _, name := range names {
			old, wasSet := before[name]
			now, isSet := after[name]
			if wasSet && isSet && old.Same(now) {
				continue
			}
			if !yield(Difference{name, old.Shown, now.Shown}) {
				return
			}
		}
	}
}

func fieldsByName(t *parameters.Table, n *tree.Node) map[string]tree.Field {
	byName := make(map[string]tree.Field)
	for f := range tree.Fields(t, n) {
		byName[f.Name] = f
	}
	return byName
}
