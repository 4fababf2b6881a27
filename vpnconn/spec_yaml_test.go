package vpnconn_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestTagKeysThatAreNotText: a tag's key that YAML takes for something else is refused, as it is in a list of tags, since its
// text is not that of the file any more.
func TestTagKeysThatAreNotText(t *testing.T) {
	for _, tt := range []struct {
		name string
		tags map[any]any
		want string
	}{
		{"1.10", map[any]any{1.1: "a"}, "Tags.1.Key: bad type"},
		{"010", map[any]any{8: "a"}, "Tags.1.Key: bad type"},
		{"on", map[any]any{true: "a"}, "Tags.1.Key: bad type"},
		{"a date", map[any]any{time.Date(2019, 6, 4, 0, 0, 0, 0, time.UTC): "a"}, "Tags.1.Key: bad type"},
		{"1 and \"1\", neither of which replaces the other", map[any]any{1: "a", "1": "b", "2": "c"}, "Tags.1.Key: bad type"},
		{"~, which is unset as in a list", map[any]any{nil: "a"}, "Tags.1.Key: required"},
	} {
		var s vpnconn.Spec
		err := s.UnmarshalYAML(decoded(map[string]any{"Edition": 2025, "Tags": tt.tags}))
		if err == nil {
			_, err = s.Build()
		}
		if got := mistakesOf(t, err); !strings.Contains(got, tt.want) || strings.Contains(got, "Tags.2") {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSpecReadsWhatYAMLHas: YAML packages decode to types that JSON lacks.
func TestSpecReadsWhatYAMLHas(t *testing.T) {
	lifetime := func(value any) any { return map[string]any{"IkeConfig": map[any]any{"IkeLifetime": value}} }
	noon := time.Date(2019, 6, 4, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name string
		tree any
		want string // field and reason of each mistake, or the lifetime
		why  string
	}{
		{"int", lifetime(86400), "86400", "a package's choice"},
		{"int64", lifetime(int64(86400)), "86400", "a package's choice"},
		{"uint64", lifetime(uint64(86400)), "86400", "a package's choice"},
		{"float64", lifetime(8.64e4), "86400", "86400.0 in a file"},
		{"minus 0", lifetime(math.Copysign(0, -1)), "0", "its value is 0"},
		{"beyond an int64", lifetime(uint64(math.MaxUint64)), "IkeConfig.IkeLifetime: out of range", "a Spec cannot hold it"},
		{"infinity", lifetime(math.Inf(1)), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"minus infinity", lifetime(math.Inf(-1)), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"not a number", lifetime(math.NaN()), "IkeConfig.IkeLifetime: bad type", "JSON has no such number"},
		{"a date for a number", lifetime(noon), "IkeConfig.IkeLifetime: bad type", "not a number"},
		{"a date", noon, "Spec: bad type", "an error about the whole"},
		{"a token that YAML takes for a date", map[string]any{"ClientToken": noon}, "ClientToken: bad type", "it needs quotes"},
		{"keys that are not text", map[any]any{1: "a", true: "b", nil: "c"}, "1: unknown parameter, null: unknown parameter, true: unknown parameter", "YAML allows them"},
		{"no UTF-8", map[string]any{"Name": "a\xff", "IkeConfig": map[string]any{"Psk": "\xff"}}, "IkeConfig.Psk: bad character, Name: bad character", "no text"},
		{"invalid UTF-8 in a name", map[string]any{"Name\xff": "a"}, "Name\xff: bad character", "not a name"},
		{"types that YAML packages do not use", map[string]any{"Name": struct{}{}, "IkeConfig": map[int]any{}}, "IkeConfig: bad type, Name: bad type", "no panic either"},
	} {
		s := fullSpec()
		got := mistakesOf(t, s.UnmarshalYAML(decoded(tt.tree)))
		if got == "" {
			got = strconv.FormatInt(*s.IKE.Lifetime, 10)
		} else if diff := cmp.Diff(fullSpec(), s); diff != "" {
			t.Errorf("%s changed the Spec despite an error (-before +after):\n%s", tt.name, diff)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s: %s", tt.name, got, tt.want, tt.why)
		}
	}
}

// TestListOfAliases: in YAML a list can repeat one long text a thousand times, but a small file must stay small.
func TestListOfAliases(t *testing.T) {
	const most = 16 << 20
	for _, tt := range []struct {
		length, times int
		want          string
	}{
		{most, 1, ""}, {most / 2, 2, ""},
		{most + 1, 1, "LocalSubnet: too long"}, {most/2 + 1, 2, "LocalSubnet: too long"}, {most / 8, 1_000_000, "LocalSubnet: too long"},
	} {
		var s vpnconn.Spec
		got := mistakesOf(t, s.UnmarshalYAML(decoded(map[string]any{"LocalSubnet": slices.Repeat([]any{strings.Repeat("x", tt.length)}, tt.times)})))
		if got != tt.want || tt.want == "" && len(s.LocalSubnets) != tt.times {
			t.Errorf("%d times %d bytes: %d blocks, %q, want %q", tt.times, tt.length, len(s.LocalSubnets), got, tt.want)
		}
	}
}

// TestYAMLThatCannotBeRead: the YAML package's own error may quote the file, so it is not returned.
func TestYAMLThatCannotBeRead(t *testing.T) {
	fail := func(any) error { return stderrors.New(`line 7: cannot read "secret"`) }
	s, psk := fullSpec(), ikeconfig.NewSecret("key")
	for field, err := range map[string]error{
		"Spec": s.UnmarshalYAML(fail), "IkeConfig": s.IKE.UnmarshalYAML(fail), "IpsecConfig": s.IPsec.UnmarshalYAML(fail), "IkeConfig.Psk": psk.UnmarshalYAML(fail),
	} {
		e, ok := stderrors.AsType[*mistake](err)
		if !ok || e.Field != field || e.Reason != vpnerrors.ErrBadType || strings.Contains(err.Error(), "secret") {
			t.Errorf("%v, want ErrBadType on %q", err, field)
		}
	}
	if diff := cmp.Diff(fullSpec(), s); diff != "" || psk.Reveal() != "key" {
		t.Errorf("something changed despite an error (-before +after):\n%s", diff)
	}
}

// TestBadUnicodeInSpec: invalid text gives the same error as in an option, except that encoding/json has put U+FFFD in
// its place.
func TestBadUnicodeInSpec(t *testing.T) {
	for _, d := range document {
		if options[d.Name] == nil || d.Type == "boolean" || strings.Contains(d.Name, ".") {
			continue // not text, or in a phase, which has its own reader
		}
		for _, text := range []string{"\xff", "10.0.0.0/8,a\xff", "a\xff,10.0.0.1/8,b\xff"} {
			_, err := vpnconn.New(smallest(options[d.Name](text))...)
			want := slices.DeleteFunc(err.(mistakes), func(e *mistake) bool { return e.Reason != vpnerrors.ErrBadCharacter })
			err = new(vpnconn.Spec).UnmarshalYAML(decoded(map[string]any{d.Name: text}))
			if diff := cmp.Diff(error(want), err); diff != "" {
				t.Errorf("%s: %q in YAML (-want +got):\n%s", d.Name, text, diff)
			}
			for _, e := range want {
				e.Value, e.Part = strings.ReplaceAll(e.Value, "\xff", "\ufffd"), strings.ReplaceAll(e.Part, "\xff", "\ufffd")
			}
			checkRead(t, jsonOf(d.Name)+":"+`"`+strings.ReplaceAll(text, "\xff", `\ud800`)+`"`, want)
			checkRead(t, jsonOf(d.Name)+`:"`+text+`"`, want)
		}
	}
	checkRead(t, `"LocalSubnet":["10.0.0.0/8,10.0.0.1/8","a,\udfff",5,"\ud800"]`, mistakes{
		{Field: "LocalSubnet[3]", Reason: vpnerrors.ErrBadCharacter, Value: "\ufffd", Part: "\ufffd"},
		{Field: "LocalSubnet[4]", Reason: vpnerrors.ErrBadType, Value: "5"},
		{Field: "LocalSubnet[5]", Reason: vpnerrors.ErrBadCharacter, Value: "\ufffd", Part: "\ufffd"},
	})
	// Whether a name is shown does not depend on whether encoding/json repaired it.
	for _, name := range []string{"Name\xff", strings.Repeat("\xcd", 32) + "\x03Psk", strings.Repeat("\xcd", 60) + "\x03Psk", strings.Repeat("\xcd", 61) + "\x03Psk"} {
		yaml, _ := new(vpnconn.Spec).UnmarshalYAML(decoded(map[string]any{name: 1})).(mistakes)
		for _, e := range yaml {
			e.Field = string([]rune(e.Field))
		}
		checkRead(t, jsonOf(name)+":1", yaml)
	}
}

// checkRead fails t unless a Spec with this member is refused with these mistakes.
func checkRead(t *testing.T, member string, want mistakes) {
	t.Helper()
	errs, _ := stderrors.AsType[mistakes](json.Unmarshal([]byte("{"+member+"}"), new(vpnconn.Spec)))
	if diff := cmp.Diff(want, errs); diff != "" || want == nil {
		t.Errorf("%q (-want +got):\n%s", member, diff)
	}
}

func anyList(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = text
	}
	return list
}

// jsonOf writes a tree as JSON, with invalid bytes unchanged.
func jsonOf(tree any) string {
	switch v := tree.(type) {
	case string:
		var b strings.Builder
		for _, c := range []byte(v) {
			if c < ' ' || c == '"' || c == '\\' {
				fmt.Fprintf(&b, `\u%04x`, c)
			} else {
				b.WriteByte(c)
			}
		}
		return `"` + b.String() + `"`
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []any:
		var elems []string
		for _, elem := range v {
			elems = append(elems, jsonOf(elem))
		}
		return "[" + strings.Join(elems, ", ") + "]"
	case map[string]any:
		var members []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			members = append(members, jsonOf(name)+":"+jsonOf(v[name]))
		}
		return "{" + strings.Join(members, "\n,") + "}"
	case nil:
		return "null"
	}
	return fmt.Sprint(tree)
}
