package encoders

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/bytedance/sonic"
	"github.com/davecgh/go-spew/spew"
	goccy "github.com/goccy/go-json"
	jsoniter "github.com/json-iterator/go"
	"github.com/rs/zerolog"
	segmentio "github.com/segmentio/encoding/json"
	"github.com/sirupsen/logrus"
	"github.com/ugorji/go/codec"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/yaml.v3"
)

// A pkg turns a value into text.
type pkg struct {
	name   string
	encode func(v any) (text string, err error)
	check  func(text string, v any, shows string) error
}

// packages lists what programs use; a package has several rows if it has ways that share little code.
var packages = []pkg{
	{"standard", asText(json.Marshal), likeJSON},
	{"json-iterator", asText(jsoniter.Marshal), likeJSON},
	{"json-iterator, compatible", asText(jsoniter.ConfigCompatibleWithStandardLibrary.Marshal), likeJSON},
	{"segmentio", asText(segmentio.Marshal), likeJSON},
	{"goccy", asText(goccy.Marshal), likeJSON},
	{"sonic", asText(sonic.Marshal), likeJSON},
	{"sonic, std", asText(sonic.ConfigStd.Marshal), likeJSON},
	{"codec", asText(func(v any) (text []byte, err error) {
		err = codec.NewEncoderBytes(&text, new(codec.JsonHandle)).Encode(v)
		return text, err
	}), likeJSON},
	{"yaml.v3", asText(yaml.Marshal), isYAML},
	{"spew", func(v any) (string, error) { return spew.Sdump(v), nil }, readable},
	{"spew, no methods", func(v any) (string, error) {
		return (&spew.ConfigState{DisableMethods: true}).Sdump(v), nil
	}, dumped},
	{"spew, as fmt", func(v any) (string, error) { return spew.Sprintf("%#+v", v), nil }, readable},
	{"zap", func(v any) (string, error) {
		var b bytes.Buffer
		log := zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zapcore.EncoderConfig{}), zapcore.AddSync(&b), zap.InfoLevel))
		log.Info("", zap.Any(logKey, v))
		return b.String(), nil
	}, logged},
	{"zerolog", func(v any) (string, error) {
		var b bytes.Buffer
		log := zerolog.New(&b)
		log.Info().Any(logKey, v).Send()
		return b.String(), nil
	}, logged},
	{"logrus", func(v any) (string, error) {
		var b bytes.Buffer
		log := logrus.Logger{Out: &b, Formatter: new(logrus.JSONFormatter), Level: logrus.InfoLevel}
		log.WithField(logKey, v).Info()
		return b.String(), nil
	}, logged},
}

func asText(marshal func(any) ([]byte, error)) func(any) (string, error) {
	return func(v any) (string, error) {
		text, err := marshal(v)
		return string(text), err
	}
}

// likeJSON expects what encoding/json writes for v.
func likeJSON(text string, v any, _ string) error {
	got, err := decode(text)
	if err != nil {
		return err
	}
	want, err := reference(v)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(withoutEmpty(got), withoutEmpty(want)) {
		return fmt.Errorf("got %.300q, encoding/json writes %v", text, want)
	}
	return nil
}

// logKey is the key of the value in a log line.
const logKey = "value"

// logged expects a JSON line with what encoding/json or package fmt writes for v.
func logged(text string, v any, _ string) error {
	line, err := decode(text)
	if err != nil {
		return err
	}
	want, err := reference(v)
	if err != nil {
		return err
	}
	members, _ := line.(map[string]any)
	if got := members[logKey]; got != fmt.Sprint(v) && !reflect.DeepEqual(got, want) {
		return fmt.Errorf("got %.300q, encoding/json writes %v", text, want)
	}
	return nil
}

// readable expects the text that is to be shown.
func readable(text string, _ any, shows string) error {
	if !strings.Contains(text, shows) {
		return fmt.Errorf("no %q in %.300q", shows, text)
	}
	if strings.Contains(strings.ToLower(text), "panic") {
		return fmt.Errorf("a panic in %.300q", text)
	}
	return nil
}

// dumped expects no panic. Without calling methods a dumper shows only types, since it cannot reach the settings.
func dumped(text string, _ any, _ string) error { return readable(text, nil, "") }

// isYAML expects valid YAML. What is not plain data shows nothing in YAML, so there is nothing to compare.
func isYAML(text string, _ any, _ string) error {
	var v any
	return yaml.Unmarshal([]byte(text), &v)
}

// reference returns what encoding/json writes for v, decoded.
func reference(v any) (any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return decode(string(text))
}

func decode(text string) (any, error) {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return nil, fmt.Errorf("%w in %.300q", err, text)
	}
	return v, nil
}

// withoutEmpty drops members that are empty objects, which is what a zero value makes: some packages take omitempty to leave
// out a struct with nothing in it, as encoding/json does not.
func withoutEmpty(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			v[name] = withoutEmpty(member)
		}
		maps.DeleteFunc(v, func(_ string, member any) bool {
			object, ok := member.(map[string]any)
			return ok && len(object) == 0
		})
	case []any:
		for i, element := range v {
			v[i] = withoutEmpty(element)
		}
	}
	return v
}

// TestSearchFinds tests the search itself: what each package writes for a key that is not a secret shows it, wherever
// it is kept.
func TestSearchFinds(t *testing.T) {
	for _, p := range packages {
		for _, h := range held("key", "", key) {
			text, err := p.encode(h.value)
			if err != nil {
				t.Errorf("%s, %s: %v", p.name, h.name, err)
			} else if traceOf(text) == "" && !strings.HasSuffix(h.name, unexported) {
				t.Errorf("%s, %s: the key is not found in %q", p.name, h.name, text)
			}
		}
	}
}
