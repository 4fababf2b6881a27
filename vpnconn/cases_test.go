package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCases checks every edge case of package vpntest by every entry point that can take it. The golden files have the
// result of each: the data of the error, or what is sent.
func TestCases(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for _, e := range aliyun.Editions() {
		checkGolden(t, "testdata/cases-"+e.String()+".golden", checkCases(t, e))
	}
}

func checkCases(t *testing.T, e aliyun.Edition) string {
	var golden strings.Builder
	smallest := mustNew(t)
	byOptions := map[bool]int{}
	for _, c := range vpntest.CasesIn(e) {
		r, err := vpnconn.ParseIn(e, c.Params)
		if list, _ := err.(mistakes); c.Reason == nil && err != nil || c.Reason != nil && (len(list) != 1 || list[0].Field != c.Field || list[0].Reason != c.Reason) {
			t.Errorf("%s: %v, want %s: %v: %s", c.Name, err, c.Field, c.Reason, c.Why)
		}
		fmt.Fprintf(&golden, "%q: %s\n", c.Name, outcomeOf(r, err))
		if err != nil {
			checkWellFormed(t, err)
			if strings.Contains(err.Error(), "second") && !strings.Contains(c.Field, "Lifetime") {
				t.Errorf("%s: the error is about seconds: %v", c.Name, err)
			}
		}
		checkSame(t, c.Name+" by ParseQueryIn", r, err)(vpnconn.ParseQueryIn(e, queryOf(c.Params)))

		set, ok := given(c)
		if !ok {
			continue
		}
		byOptions[err == nil]++
		opts := append(optionsIn(e, set), vpnconn.WithEdition(e))
		checkSame(t, c.Name+" by New", r, err)(vpnconn.New(opts...))
		if c.Reason != vpnerrors.ErrRequired && e == aliyun.Edition2019 {
			checkSame(t, c.Name+" by With", r, err)(smallest.With(opts...))
			full := build(t, everything()...)
			changed, err2 := full.With(opts...)
			if diff := cmp.Diff(err, err2); diff != "" || changed.IsZero() != r.IsZero() {
				t.Errorf("%s over everything (-Parse +With):\n%s", c.Name, diff)
			}
		}
		if !slices.Contains(slices.Collect(maps.Values(set)), "[hidden]") && utf8.ValidString(strings.Join(slices.Collect(maps.Values(set)), "")) {
			file := treeOf(set)
			file["Edition"] = int(e)
			for format, read := range formats(file) {
				checkSame(t, c.Name+" by a Spec in "+format, r, err)(func() (s vpnconn.Spec, err error) { err = read(&s); return s, err }())
			}
		}
	}
	if byOptions[true] < 100 || byOptions[false] < 300 {
		t.Errorf("options can express only %d valid cases and %d invalid ones", byOptions[true], byOptions[false])
	}
	return golden.String()
}

// optionsIn returns options for settings of an edition.
func optionsIn(e aliyun.Edition, set map[string]string) []vpnconn.Option {
	if e == aliyun.Edition2025 {
		return options2025(set)
	}
	return optionsFor(set)
}

// checkSame returns a function that fails t unless it is given the same Request, or a Spec that builds it, or the same error.
func checkSame(t *testing.T, name string, want vpnconn.Request, wantErr error) func(got any, err error) {
	return func(got any, err error) {
		t.Helper()
		if s, ok := got.(vpnconn.Spec); ok {
			if got = any(vpnconn.Request{}); err == nil {
				got, err = s.Build()
			}
		}
		if diff := cmp.Diff(wantErr, err); diff != "" || !got.(vpnconn.Request).Equal(want) {
			t.Errorf("%s: %v, want %v (-want +got):\n%s", name, got, want, diff)
		}
	}
}

// formats has the ways to read a file that decodes into tree.
func formats(tree map[string]any) map[string]func(*vpnconn.Spec) error {
	return map[string]func(*vpnconn.Spec) error{
		"JSON": func(s *vpnconn.Spec) error { return json.Unmarshal([]byte(jsonOf(tree)), s) },
		"YAML": func(s *vpnconn.Spec) error { return s.UnmarshalYAML(decoded(tree)) },
	}
}

// given returns the settings of a case by their names, unless options cannot express them.
func given(c vpntest.Case) (set map[string]string, ok bool) {
	if c.Edition == aliyun.Edition2025 {
		return given2025(c)
	}
	if c.Field == "Action" || c.Reason == vpnerrors.ErrConflict || c.Reason == vpnerrors.ErrDuplicate && strings.HasPrefix(c.Field, "I") {
		return nil, false
	}
	set = make(map[string]string)
	for name, value := range c.Params {
		var members map[string]any
		d := json.NewDecoder(strings.NewReader(value))
		d.UseNumber()
		switch {
		case name == "Action" && value == vpnconn.Action:
		case name != "IkeConfig" && name != "IpsecConfig":
			set[name] = value
		case !utf8.ValidString(value) || strings.Contains(value, `\u`) || !json.Valid([]byte(value)) || d.Decode(&members) != nil:
			return nil, false
		}
		for member, value := range members {
			if _, twice := c.Params[name+"."+member]; twice {
				return nil, false
			}
			set[name+"."+member] = fmt.Sprint(value)
			_, isNumber := value.(json.Number)
			if _, isText := value.(string); !isText && !isNumber || isNumber != strings.HasSuffix(member, "Lifetime") {
				return nil, false
			}
		}
	}
	for name, text := range set {
		d, err := time.ParseDuration(text + "s")
		switch {
		case options[name] == nil, text == "",
			name == "EffectImmediately" && text != "true" && text != "false",
			strings.HasSuffix(name, "Lifetime") && (err != nil || strconv.FormatFloat(d.Seconds(), 'f', -1, 64) != text):
			return nil, false
		}
	}
	return set, true
}

// given2025 is given for a case of edition 2025. Empty text counts as unset there.
func given2025(c vpntest.Case) (set map[string]string, ok bool) {
	if c.Params["Action"] != vpnconn.Action {
		return nil, false
	}
	set = make(map[string]string)
	for name, value := range c.Params {
		members := make(map[string]any)
		d := json.NewDecoder(strings.NewReader(value))
		d.UseNumber()
		switch {
		case name == "Action":
		case value == "" && placeOf(aliyun.Edition2025, name) == nil:
			return nil, false
		case value == "":
		case name != "IkeConfig" && name != "IpsecConfig" && name != "HealthCheckConfig" && name != "BgpConfig":
			set[name] = value
		case !utf8.ValidString(value) || strings.Contains(value, `\u`) || strings.Count(value, ":") > strings.Count(value, `":`) || !json.Valid([]byte(value)) || d.Decode(&members) != nil ||
			strings.Count(value, `":`) != len(members):
			return nil, false
		}
		for member, value := range members {
			text := fmt.Sprint(value)
			if _, twice := c.Params[name+"."+member]; twice || value == nil || text == "" {
				return nil, false
			}
			_, isText := value.(string)
			if _, wantsText := valueOf(member, "1").(string); !isText && wantsText {
				return nil, false
			}
			set[name+"."+member] = text
		}
	}
	return set, fitsFile(set)
}

// caseNamed returns one of the cases of package vpntest.
func caseNamed(name string) vpntest.Case {
	cases := vpntest.Cases()
	return cases[slices.IndexFunc(cases, func(c vpntest.Case) bool { return c.Name == name })]
}

var usualParams = caseNamed("smallest").Params

// outcomeOf returns the result of a case in one line: the errors, or what is sent besides what all cases send.
func outcomeOf(r vpnconn.Request, err error) string {
	if list, ok := err.(mistakes); ok {
		return dataOf(list...)
	}
	var parts []string
	for name, value := range r.All() {
		if value != usualParams[name] {
			parts = append(parts, name+" "+short(value))
		}
	}
	return "sent " + strings.Join(parts, ", ")
}

// dataOf returns the data of errors in one line.
func dataOf(list ...*mistake) string {
	var lines []string
	for _, e := range list {
		line := e.Field + ": " + e.Reason.Error()
		for _, p := range []struct{ name, text string }{{"value", e.Value}, {"part", e.Part}, {"suggest", e.Suggest}, {"allowed", strings.Join(e.Allowed, " ")}} {
			if p.text != "" {
				line += ", " + p.name + " " + strconv.Quote(p.text)
			}
		}
		if e.Min != 0 || e.Max != 0 {
			line += fmt.Sprintf(", %d to %d", e.Min, e.Max)
		}
		if e.Edition != 0 {
			line += ", in " + e.Edition.String()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

// short quotes a text; of a long one only the start and the end.
func short(text string) string {
	if len(text) > 300 {
		return fmt.Sprintf("%q … %q of %d bytes", text[:50], text[len(text)-50:], len(text))
	}
	return strconv.Quote(text)
}
