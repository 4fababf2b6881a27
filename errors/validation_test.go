package errors_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// mistakeList returns n different mistakes.
func mistakeList(n int) vpnerrors.ValidationErrors {
	list := make(vpnerrors.ValidationErrors, n)
	for i := range list {
		list[i] = &vpnerrors.FieldError{Field: fmt.Sprintf("P%d", i), Reason: vpnerrors.ErrUnknownParameter}
	}
	return list
}

func TestValidationErrorsText(t *testing.T) {
	numbered := func(n int) string {
		var lines []string
		for i := range n {
			lines = append(lines, fmt.Sprintf("P%d: unknown parameter", i))
		}
		return strings.Join(lines, "; ")
	}
	for _, tt := range []struct {
		name string
		list vpnerrors.ValidationErrors
		want string
		why  string
	}{
		{"nil", nil, "no errors", "not an empty line"},
		{"empty", vpnerrors.ValidationErrors{}, "no errors", "likewise"},
		{"one", mistakeList(1), "P0: unknown parameter", "as a FieldError alone"},
		{"two", mistakeList(2), "P0: unknown parameter; P1: unknown parameter", "on one line"},
		{"16", mistakeList(16), numbered(16), "as many as are listed"},
		{"17", mistakeList(17), numbered(16) + "; and 1 more", "one more than are listed"},
		{"100,000", mistakeList(100_000), numbered(16) + "; and 99984 more", "a log line must be bounded"},
		{"a nil among them", vpnerrors.ValidationErrors{nil, mistakeList(1)[0]}, "no error; P0: unknown parameter", "no panic"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.list.Error(); got != tt.want {
				t.Errorf("\ngot  %s\nwant %s\n%s", got, tt.want, tt.why)
			}
		})
	}
}

// TestValidationErrorsHostile: a list of the longest mistakes is still one line of bounded length.
func TestValidationErrorsHostile(t *testing.T) {
	for _, text := range hostileTexts {
		list := make(vpnerrors.ValidationErrors, 1000)
		for i := range list {
			list[i] = &vpnerrors.FieldError{Field: text, Reason: vpnerrors.ErrBadCharacter, Value: text, Part: text, Suggest: text}
		}
		line := list.Error()
		if strings.ContainsFunc(line, func(c rune) bool { return !strconv.IsPrint(c) }) || len(line) > 16*(longestMistake+2)+40 {
			t.Errorf("not a printable line of bounded length: %d bytes, %.200q", len(line), line)
		}
		if !strings.HasSuffix(line, "; and 984 more") {
			t.Errorf("the line ends in %q, want the number left out", line[max(0, len(line)-40):])
		}
	}
}

func TestValidationErrorsUnwrap(t *testing.T) {
	first := &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooLong}
	second := &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrEmpty}
	list := vpnerrors.ValidationErrors{first, nil, second}
	wrapped := fmt.Errorf("while creating: %w", list)
	for _, reason := range reasons {
		want := reason == vpnerrors.ErrTooLong || reason == vpnerrors.ErrEmpty
		if got := stderrors.Is(wrapped, reason); got != want {
			t.Errorf("is %q: %v, want %v", reason, got, want)
		}
	}
	if found, ok := stderrors.AsType[*vpnerrors.FieldError](wrapped); !ok || found != first {
		t.Errorf("the first FieldError found is %v, want %v", found, first)
	}
	if found, ok := stderrors.AsType[vpnerrors.ValidationErrors](wrapped); !ok || !found.Equal(list) {
		t.Errorf("the list found is %v, want %v", found, list)
	}
	own := list.Unwrap()
	if len(own) != 2 || own[0] != error(first) || own[1] != error(second) {
		t.Fatalf("Unwrap() = %v, want the two that are not nil", own)
	}
	own[0] = nil
	if list[0] != first {
		t.Error("changing the result of Unwrap changes the list")
	}
	if got := vpnerrors.ValidationErrors(nil).Unwrap(); len(got) != 0 {
		t.Errorf("nothing unwraps to %v", got)
	}
}

func TestValidationErrorsEqual(t *testing.T) {
	two := mistakeList(2)
	for i, tt := range []struct {
		a, b vpnerrors.ValidationErrors
		want bool
		why  string
	}{
		{mistakeList(2), mistakeList(2), true, "compared by content, not by address"},
		{nil, vpnerrors.ValidationErrors{}, true, "both are empty"},
		{mistakeList(2), mistakeList(1), false, "different lengths"},
		{two, vpnerrors.ValidationErrors{two[1], two[0]}, false, "the order is part of it"},
		{vpnerrors.ValidationErrors{nil}, vpnerrors.ValidationErrors{nil}, true, "no panic"},
		{vpnerrors.ValidationErrors{nil}, vpnerrors.ValidationErrors{{}}, false, "no panic"},
		{vpnerrors.ValidationErrors{nil}, nil, false, "different lengths"},
	} {
		if tt.a.Equal(tt.b) != tt.want || tt.b.Equal(tt.a) != tt.want || cmp.Equal(tt.a, tt.b) != tt.want {
			t.Errorf("pair %d: %v and %v, want Equal = %v: %s", i, tt.a, tt.b, tt.want, tt.why)
		}
	}
}

func TestValidationErrorsJSON(t *testing.T) {
	for _, tt := range []struct {
		name string
		list vpnerrors.ValidationErrors
		want string
		why  string
	}{
		{"nil", nil, `[]`, "an empty list, not null"},
		{"empty", vpnerrors.ValidationErrors{}, `[]`, "likewise"},
		{"two", vpnerrors.ValidationErrors{
			{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "<a>", Min: 2, Max: 128},
			{Field: "Psk", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.Psk"},
		}, `[{"field":"Name","reason":"too short","value":"\u003ca\u003e","message":"Name: too short \"\u003ca\u003e\": want 2 to 128 characters","min":2,"max":128},` +
			`{"field":"Psk","reason":"unknown parameter","value":"","message":"Psk: unknown parameter: did you mean IkeConfig.Psk?","suggest":"IkeConfig.Psk"}]`, "ready for the body of a reply"},
		{"a nil among them", vpnerrors.ValidationErrors{nil}, `[null]`, "no panic"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := json.Marshal(tt.list); err != nil || string(got) != tt.want {
				t.Errorf("%v\ngot  %s\nwant %s\n%s", err, got, tt.want, tt.why)
			}
		})
	}
	var all []json.RawMessage
	if text, err := json.Marshal(mistakeList(1000)); err != nil || json.Unmarshal(text, &all) != nil || len(all) != 1000 {
		t.Errorf("%d of 1000 mistakes in JSON, %v", len(all), err)
	}
	if len(all) > 0 && !strings.Contains(string(all[999]), `"P999"`) {
		t.Errorf("the last in JSON is %s", all[999])
	}
}
