package validation_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

const (
	key    = "Zq7mW9xK4tVb"
	badKey = key + "\n" // which every rule refuses
)

// keyed are structs with the bad key, in every type that a field for a key can have.
func keyed() map[string]any {
	spec := full.Spec()
	spec.IKE.PSK = ikeconfig.NewSecret(badKey)
	return map[string]any{
		"Spec":         spec,
		"Spec pointer": &spec,
		"Secret": struct {
			PSK ikeconfig.Secret `validate:"ike_psk"`
		}{ikeconfig.NewSecret(badKey)},
		"Secret pointer": struct {
			PSK *ikeconfig.Secret `validate:"ike_psk"`
		}{new(ikeconfig.NewSecret(badKey))},
		"any": struct {
			PSK any `validate:"ike_psk"`
		}{ikeconfig.NewSecret(badKey)},
		"another tag": struct {
			PSK ikeconfig.Secret `validate:"ike_id"`
		}{ikeconfig.NewSecret(badKey)},
		"string": struct {
			PSK string `validate:"ike_psk"`
		}{badKey},
		"string pointer": struct {
			PSK *string `validate:"ike_psk"`
		}{new(badKey)},
		"bytes": struct {
			PSK []byte `validate:"ike_psk"`
		}{[]byte(badKey)},
		"slice": struct {
			PSK []string `validate:"dive,ike_psk"`
		}{[]string{badKey}},
		"slice for a text": struct {
			PSK []string `validate:"ike_psk"`
		}{[]string{badKey}},
		"map for a text": struct {
			PSK map[string]string `validate:"ike_psk"`
		}{map[string]string{"a": badKey}},
		"struct for a text": struct {
			PSK struct{ S string } `validate:"ike_psk"`
		}{struct{ S string }{badKey}},
	}
}

// TestKeyShowsNowhere prints the errors of the validator and those of Explain in every way.
func TestKeyShowsNowhere(t *testing.T) {
	v := newValidator(t)
	for name, value := range keyed() {
		err := v.Struct(value)
		if err == nil {
			t.Errorf("%s: the bad key passes", name)
			continue
		}
		for _, err := range []error{err, validation.Explain(err), fmt.Errorf("bind: %w", err)} {
			for _, shown := range printed(err) {
				if strings.Contains(shown, key) {
					t.Errorf("%s: a %T shows the key: %s", name, err, shown)
				}
			}
		}
	}
}

// printed returns err as people print, log and send it.
func printed(err error) []string {
	var list []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		list = append(list, fmt.Sprintf(verb, err))
		if errs, ok := err.(mistakes); ok {
			for _, e := range errs {
				list = append(list, fmt.Sprintf(verb, *e))
			}
		}
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Error("bad", "err", err)
	slog.New(slog.NewJSONHandler(&log, nil)).Error("bad", "err", err)
	text, _ := json.Marshal(err)
	return append(list, log.String(), string(text), vpnerrors.Message(err, vpnerrors.English), vpnerrors.Message(err, vpnerrors.Chinese))
}

// TestSecretStaysOneInValidator: in the validator's own errors the value of a Secret is a Secret too, so that printing
// or reflection does not find the key.
func TestSecretStaysOneInValidator(t *testing.T) {
	v := newValidator(t)
	for _, name := range []string{"Secret", "Secret pointer", "any", "another tag"} {
		errs, _ := v.Struct(keyed()[name]).(validator.ValidationErrors)
		if len(errs) != 1 {
			t.Errorf("%s: %d errors, want 1", name, len(errs))
			continue
		}
		value := errs[0].Value()
		if _, ok := value.(ikeconfig.Secret); !ok {
			t.Errorf("%s: the value is a %T", name, value)
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			if shown := fmt.Sprintf(verb, value); strings.Contains(shown, key) || strings.Contains(shown, fmt.Sprintf("%x", key)) {
				t.Errorf("%s: its value prints as %s", name, shown)
			}
		}
		if walked := texts(reflect.ValueOf(errs[0]), 6); strings.Contains(walked, key) {
			t.Errorf("%s: reflection finds the key in %s", name, walked)
		}
	}
}

// TestVarSkipsSecret: the note in the package documentation is still true.
func TestVarSkipsSecret(t *testing.T) {
	v := newValidator(t)
	secret := ikeconfig.NewSecret(badKey)
	for name, value := range map[string]any{"Secret": secret, "Secret pointer": &secret} {
		if err := v.Var(value, "ike_psk"); err != nil {
			t.Errorf("%s: Var checks it: %v", name, err)
		}
	}
	if explainField(t, "ike_psk", secret) == nil {
		t.Error("the same Secret passes in a field")
	}
}

// texts returns every string that reflection reaches from v, like a dumper, including unexported fields.
func texts(v reflect.Value, depth int) string {
	if depth == 0 {
		return ""
	}
	var b strings.Builder
	switch v.Kind() {
	case reflect.String:
		return v.String() + "\n"
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*validator.Validate]() {
			return texts(v.Elem(), depth-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(texts(v.Field(i), depth-1))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			b.WriteString(texts(v.Index(i), depth-1))
		}
	}
	return b.String()
}
