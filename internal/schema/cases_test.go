package schema

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCases runs the edge cases of package vpntest as files, for each edition and for none.
func TestCases(t *testing.T) {
	c := newChecker(t)
	for _, row := range vpntest.Cases() {
		members, ok := membersOf(row.Params)
		if !ok {
			continue
		}
		for _, edition := range []string{"", "2019", "2025"} {
			if delete(members, "Edition"); edition != "" {
				members["Edition"] = edition
			}
			c.check(t, row.Name+" in edition "+edition, textOf(members))
		}
	}
	if c.taken < 300 || c.refused < 500 {
		t.Errorf("%d files taken and %d refused, which is too few", c.taken, c.refused)
	}
}

// membersOf returns parameters as the members of a file, unless no file can be so.
func membersOf(params map[string]string) (members map[string]any, ok bool) {
	members = make(map[string]any)
	for name, value := range params {
		if name == "Action" {
			continue
		}
		at := members
		parts := strings.Split(name, ".")
		last := len(parts) - 1
		for _, part := range parts[:last] {
			if at[part] == nil {
				at[part] = make(map[string]any)
			}
			at, ok = at[part].(map[string]any)
			if !ok {
				return nil, false // an object both in one text and in parts
			}
		}
		if at[parts[last]] != nil {
			return nil, false
		}
		at[parts[last]] = valueOf(name, value)
	}
	return members, true
}

// valueOf returns a parameter as a value in a file: JSON where that is wanted.
func valueOf(name, value string) any {
	m := parameters.Of(aliyun.Edition2025).Find(name)
	if m == nil {
		m = parameters.Every().Find(name)
	}
	wantsJSON := m != nil && (m.Table != nil || m.Kind.IsNumber() || m.Kind == parameters.Boolean)
	if wantsJSON && json.Valid([]byte(value)) {
		return json.RawMessage(value)
	}
	return value
}

// textOf writes a tree as JSON, with a list for an object whose names are places.
func textOf(tree any) string {
	switch v := tree.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		var parts []string
		if len(names) > 0 && names[0] == "1" {
			for _, name := range names {
				parts = append(parts, textOf(v[name]))
			}
			return "[" + strings.Join(parts, ",") + "]"
		}
		for _, name := range names {
			parts = append(parts, textOf(name)+":"+textOf(v[name]))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case json.RawMessage: // as it stands, with its duplicates
		return string(v)
	}
	text, err := json.Marshal(tree)
	if err != nil {
		panic(err)
	}
	return string(text)
}
