package vpnconn_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	htmltemplate "html/template"
	"log"
	"log/slog"
	"strings"
	"testing"
	"text/template"
)

// A printer turns a value into text. If it fails, both the output and the error count.
type printer struct {
	name  string
	print func(v any) string
}

// printers lists the common ways to print a value in a log, a reply or a dump.
var printers = append(fmtPrinters(), []printer{
	{"fmt.Sprint", func(v any) string { return fmt.Sprint(v, v) }},
	{"fmt.Sprintln", func(v any) string { return fmt.Sprintln(v) }},
	{"fmt.Errorf", func(v any) string { return fmt.Errorf("%w: %v", fmt.Errorf("%v", v), v).Error() }},
	{"fmt, surplus argument", func(v any) string { return fmt.Sprintf(surplus, v) }},
	{"fmt, argument as width", func(v any) string { return fmt.Sprintf(asWidth, v, v) }},
	{"log", func(v any) string {
		var b bytes.Buffer
		log.New(&b, "", 0).Print(v)
		return b.String()
	}},
	{"slog text", func(v any) string {
		return logged(v, func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) })
	}},
	{"slog JSON", func(v any) string {
		return logged(v, func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) })
	}},
	{"panic", func(v any) (text string) {
		defer func() { text = fmt.Sprintf("panic: %v %+v", recover(), v) }()
		panic(v)
	}},
	{"encoding/json", func(v any) string {
		var b bytes.Buffer
		err := json.NewEncoder(&b).Encode(v)
		return fmt.Sprint(b.String(), err)
	}},
	{"encoding/json, no HTML", func(v any) string {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		err := e.Encode(v)
		return fmt.Sprint(b.String(), err)
	}},
	{"encoding/xml", func(v any) string {
		text, err := xml.Marshal(v)
		return fmt.Sprint(string(text), err)
	}},
	{"encoding/gob", func(v any) string {
		var b bytes.Buffer
		err := gob.NewEncoder(&b).Encode(v)
		return fmt.Sprint(b.String(), err)
	}},
	textTemplate(`{{.}}`), textTemplate(`{{printf "%#v %d %x" . . .}}`), textTemplate(`{{print .}}`),
	textTemplate(`{{html .}}`), textTemplate(`{{js .}}`), textTemplate(`{{urlquery .}}`),
	htmlTemplate(`<p title="{{.}}" data-x={{.}}>{{.}}</p>`), htmlTemplate(`<script>var v = {{.}}</script>`),
	htmlTemplate(`<a href="/?q={{.}}">{{printf "%v" .}}</a>`),
	{"reflection", reachable},
}...)

// Formats that are wrong on purpose; variables, since go vet checks constants.
var (
	surplus = "100"
	asWidth = "%*d"
)

// fmtPrinters returns a printer for each verb of package fmt, with single flags, some combined and all of them, with
// and without a width.
func fmtPrinters() (list []printer) {
	for _, verb := range "bcdeEfFgGoOpqstTUvwxX" {
		for _, flags := range []string{"", "+", "#", "-", " ", "0", "# ", "#+", "-#", "#0", "+#- 0"} {
			for _, width := range []string{"", "9"} {
				format := "%" + flags + width + string(verb)
				list = append(list, printer{format, func(v any) string { return fmt.Sprintf(format, v) }})
			}
		}
	}
	return list
}

func logged(v any, handler func(*bytes.Buffer) slog.Handler) string {
	var b bytes.Buffer
	l := slog.New(handler(&b))
	l.With("with", v).WithGroup("group").Info("message", "key", v, slog.Group("inner", "key", v), "list", []any{v})
	l.LogAttrs(context.Background(), slog.LevelError, "message", slog.Any("key", v))
	return b.String()
}

func textTemplate(text string) printer {
	t := template.Must(template.New("").Parse(text))
	return printer{"text/template " + text, func(v any) string {
		var b bytes.Buffer
		err := t.Execute(&b, v)
		return fmt.Sprint(b.String(), err)
	}}
}

func htmlTemplate(text string) printer {
	t := htmltemplate.Must(htmltemplate.New("").Parse(text))
	return printer{"html/template " + text, func(v any) string {
		var b bytes.Buffer
		err := t.Execute(&b, v)
		return fmt.Sprint(b.String(), err)
	}}
}

// Ways to hold a value. Fields are exported and unexported, since for an unexported field no printer calls a method.
type (
	shown[T any]  struct{ Value T }
	held[T any]   struct{ value T }
	tagged[T any] struct {
		Name  string `json:"name"`
		Value T      `json:"value" xml:"value"`
		other T
	}
)

// kept returns v in all kinds of holder.
func kept[T any](v T) map[string]any {
	return map[string]any{
		"alone":                         v,
		"pointer":                       &v,
		"any":                           shown[any]{v},
		"slice":                         []T{v},
		"slice of any":                  []any{v, &v},
		"array":                         [1]T{v},
		"map":                           map[string]T{"k": v},
		"map key":                       map[*T]string{&v: "v"},
		"map of any":                    map[any]any{"k": v, 1: &v},
		"exported":                      shown[T]{v},
		"exported pointer":              &shown[*T]{&v},
		"unexported":                    held[T]{v},
		"pointer to unexported":         &held[T]{v},
		"unexported pointer":            held[*T]{&v},
		"unexported any":                held[any]{v},
		"unexported slice":              held[[]T]{[]T{v}},
		"unexported map":                held[map[string]T]{map[string]T{"k": v}},
		"unexported within unexported":  held[held[T]]{held[T]{v}},
		"between others":                tagged[T]{"name", v, v},
		"pointer within slice of other": []*held[T]{{v}},
	}
}

// TestSearchFinds tests the search itself: each printer shows a key that is a plain field, and it is found there, and
// also in encodings that no printer here uses.
func TestSearchFinds(t *testing.T) {
	for _, p := range printers {
		if verb := p.name[len(p.name)-1]; p.name[0] == '%' && verb == 'T' {
			continue // prints only the type
		} else if traceOf(p.print(shown[string]{theKey})) == "" {
			t.Errorf("%s of a string: not found in %.300q", p.name, p.print(shown[string]{theKey}))
		} else if p.name[0] == '%' && verb != 'p' && traceOf(p.print(held[[]byte]{[]byte(theKey)})) == "" {
			t.Errorf("%s of bytes: not found in %.300q", p.name, p.print(held[[]byte]{[]byte(theKey)}))
		}
	}
	for name, v := range kept(theKey) {
		if traceOf(reachable(v)) == "" {
			t.Errorf("reflection does not find the key in %s", name)
		}
	}
	for name, form := range map[string]string{
		"decimal":         "[%d",
		"decimal, commas": "%d, ",
		"octal escapes":   `\%03o`,
		"percent":         "%%%02X",
		"percent, small":  "%%%02x",
		"JSON":            `\u%04x`,
		"Go":              `\x%02x`,
		"entities":        "&#%d;",
		"hex entities":    "&#x%x;",
		"binary":          "%08b ",
		"Go bytes":        "0x%x, ",
	} {
		var b strings.Builder
		b.WriteString("before ")
		for _, c := range []byte(theKey) {
			fmt.Fprintf(&b, form, c)
		}
		if traceOf(b.String()+" after") == "" {
			t.Errorf("%s: not found in %q", name, b.String())
		}
	}
	for before := range 3 {
		text := base64.StdEncoding.EncodeToString([]byte("before"[:before] + theKey + "after"))
		if traceOf(text) != "base64" {
			t.Errorf("base64 after %d bytes: not found in %q", before, text)
		}
	}
	if trace := traceOf("vpnconn.Request{Psk: [hidden]} {[] 0xc0000b2a80 [115 51 99]} 082AD562-B8DB-4BB2-861F-DA1FCA01FD76"); trace != "" {
		t.Errorf("found in text without it: %s", trace)
	}
}
