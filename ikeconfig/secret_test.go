package ikeconfig_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

func TestSecretReveals(t *testing.T) {
	for _, tt := range []struct {
		name   string
		secret ikeconfig.Secret
		key    string
		isZero bool
		shown  string
		why    string
	}{
		{"zero", ikeconfig.Secret{}, "", true, "", "there is nothing to hide"},
		{"empty", ikeconfig.NewSecret(""), "", false, "[hidden]", "set, but empty, which must not show either"},
		{"set", ikeconfig.NewSecret("a <key>\n"), "a <key>\n", false, "[hidden]", "with characters that printers change"},
		{"hidden", ikeconfig.NewSecret("[hidden]"), "[hidden]", false, "[hidden]", "an ordinary key in Go"},
		{"invalid text", ikeconfig.NewSecret("\xff"), "\xff", false, "[hidden]", "Build refuses it"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Log(tt.why)
			s := tt.secret
			if s.Reveal() != tt.key || s.IsZero() != tt.isZero {
				t.Errorf("Reveal() = %q, IsZero() = %v, want %q, %v", s.Reveal(), s.IsZero(), tt.key, tt.isZero)
			}
			if s.String() != tt.shown || s.GoString() != tt.shown || s.LogValue().String() != tt.shown || s.LogValue().Kind() != slog.KindString {
				t.Errorf("String() = %q, GoString() = %q, LogValue() = %v, want %q", s.String(), s.GoString(), s.LogValue(), tt.shown)
			}
			for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%20s", "%-20v", "%.1s"} {
				if got := fmt.Sprintf(format, s); got != tt.shown {
					t.Errorf("%s: %q, want %q", format, got, tt.shown)
				}
			}
			if text, err := s.MarshalText(); err != nil || string(text) != tt.shown {
				t.Errorf("MarshalText() = %q, %v, want %q", text, err, tt.shown)
			}
			wantJSON := `"[hidden]"`
			if tt.isZero {
				wantJSON = "null"
			}
			if text, err := json.Marshal(s); err != nil || string(text) != wantJSON {
				t.Errorf("JSON %s, %v, want %s", text, err, wantJSON)
			}
			if text, err := xml.Marshal(s); err != nil || string(text) != "<Secret>"+tt.shown+"</Secret>" {
				t.Errorf("XML %s, %v, want %q", text, err, tt.shown)
			}
			var log bytes.Buffer
			slog.New(slog.NewTextHandler(&log, nil)).Info("m", "psk", s)
			want := " psk=" + tt.shown + "\n"
			if tt.isZero {
				want = " psk=\"\"\n" // as slog writes an empty text
			}
			if got := log.String(); !strings.HasSuffix(got, want) {
				t.Errorf("logged %q, want %q", got, want)
			}
		})
	}
}

// TestSecretOmitted: omitzero leaves out an unset Secret, and only that.
func TestSecretOmitted(t *testing.T) {
	type file struct {
		PSK ikeconfig.Secret `json:",omitzero"`
	}
	for want, f := range map[string]file{
		`{}`:                 {},
		`{"PSK":"[hidden]"}`: {ikeconfig.NewSecret("")},
	} {
		if got, err := json.Marshal(f); err != nil || string(got) != want {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	}
}

func TestSecretEqual(t *testing.T) {
	secrets := []ikeconfig.Secret{{}, ikeconfig.NewSecret(""), ikeconfig.NewSecret("a"), ikeconfig.NewSecret("b")}
	again := []ikeconfig.Secret{{}, ikeconfig.NewSecret(""), ikeconfig.NewSecret("a"), ikeconfig.NewSecret("b")}
	for i, a := range secrets {
		for j, b := range again {
			if a.Equal(b) != (i == j) || cmp.Equal(a, b) != (i == j) {
				t.Errorf("Equal of secrets %d and %d is %v", i, j, a.Equal(b))
			}
		}
	}
}

// A reader is a way to read a Secret: the method is called with value as its package would have it.
type reader struct {
	name string
	read func(s *ikeconfig.Secret, value any) error
}

var (
	jsonReader = reader{"JSON", func(s *ikeconfig.Secret, value any) error { return s.UnmarshalJSON([]byte(value.(string))) }}
	textReader = reader{"text", func(s *ikeconfig.Secret, value any) error { return s.UnmarshalText([]byte(value.(string))) }}
	yamlReader = reader{"YAML", func(s *ikeconfig.Secret, value any) error {
		return s.UnmarshalYAML(func(to any) error {
			*to.(*any) = value
			return nil
		})
	}}
	brokenReader = reader{"YAML that cannot be read", func(s *ikeconfig.Secret, value any) error {
		return s.UnmarshalYAML(func(to any) error {
			*to.(*any) = value
			return fmt.Errorf("line 1: %v", value)
		})
	}}
)

// TestSecretReads has what FuzzSecret does not try: values of other types, and null, which changes nothing.
func TestSecretReads(t *testing.T) {
	badType, badCharacter := vpnerrors.ErrBadType, vpnerrors.ErrBadCharacter
	for _, tt := range []struct {
		reader reader
		value  any
		want   error // nil: it is unchanged
		why    string
	}{
		{jsonReader, `null`, nil, "no value"},
		{yamlReader, nil, nil, "no value"},
		{jsonReader, `"\u005bhidden]"`, vpnerrors.ErrUnsupportedValue, "the hidden form, also escaped"},
		{jsonReader, `12345678`, badType, "a key of digits needs quotes"},
		{jsonReader, `true`, badType, "no text"},
		{jsonReader, `["secret"]`, badType, "no text"},
		{jsonReader, `{"Psk":"secret"}`, badType, "no text"},
		{jsonReader, `secret`, badType, "no JSON"},
		{jsonReader, `"secret`, badType, "no JSON"},
		{jsonReader, ``, badType, "no JSON"},
		{jsonReader, `"secret\ud800"`, badCharacter, "half a character"},
		{yamlReader, []any{"hidden"}, badType, "what [hidden] is in YAML without quotes"},
		{yamlReader, 12345678, badType, "a key of digits needs quotes"},
		{yamlReader, uint64(1), badType, "likewise"},
		{yamlReader, 1e3, badType, "likewise"},
		{yamlReader, true, badType, "no text"},
		{yamlReader, time.Unix(0, 0), badType, "a key that looks like a date needs quotes"},
		{yamlReader, map[string]any{"Psk": "secret"}, badType, "no text"},
		{yamlReader, map[any]any{"Psk": "secret"}, badType, "no text"},
		{brokenReader, "secret", badType, "the cause could show the key"},
		{brokenReader, nil, badType, "unreadable, so maybe not null"},
	} {
		s := ikeconfig.NewSecret("before")
		var want error
		if tt.want != nil {
			want = &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: tt.want}
		}
		if diff := cmp.Diff(want, tt.reader.read(&s, tt.value)); diff != "" || s.Reveal() != "before" {
			t.Errorf("%s %q: it is %q: %s (-want +got):\n%s", tt.reader.name, tt.value, s.Reveal(), tt.why, diff)
		}
	}
}
