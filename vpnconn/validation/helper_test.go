package validation_test

import (
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// Short names for what is wrong with a struct.
type (
	mistake  = vpnerrors.FieldError
	mistakes = vpnerrors.ValidationErrors
)

// newValidator returns a validator that knows the tags.
func newValidator(t testing.TB, options ...validator.Option) *validator.Validate {
	t.Helper()
	v := validator.New(options...)
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	return v
}

// newRequiredStructs returns one that takes the tag required at its word on structs, as gin's does not.
func newRequiredStructs(t testing.TB) *validator.Validate {
	return newValidator(t, validator.WithRequiredStructEnabled())
}

// A holder is somebody's struct with a field of any type.
type holder[T any] struct{ F T }

// explainField returns what Explain says of a value in a field with this tag.
func explainField[T any](t testing.TB, tag string, value T) error {
	t.Helper()
	v := newValidator(t)
	v.RegisterStructValidationMapRules(map[string]string{"F": tag}, holder[T]{})
	return validation.Explain(v.Struct(holder[T]{value}))
}

// checkMistakes fails t unless err says exactly what is wanted; with nothing wanted, err has to be nil.
func checkMistakes(t testing.TB, err error, want ...*mistake) {
	t.Helper()
	if want == nil {
		if err != nil {
			t.Errorf("got %v, want no error", err)
		}
		return
	}
	if diff := cmp.Diff(error(mistakes(want)), err); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// allTags lists the tags, with a good and a bad text for each; those of vpn_lifetime are none.
var allTags = []struct{ tag, good, bad string }{
	{"vpn_id", "vpn-1", "vpn 1"},
	{"vpn_name", "idc", "1dc"},
	{"vpn_cidrs", "10.0.0.0/24, 10.1.0.0/24", "10.0.0.0/24,10.1.0.1/24"},
	{"vpn_token", "a b", "é"},
	{"vpn_lifetime", "", ""},
	{"ike_version", "ikev2", "v2"},
	{"ike_mode", "aggressive", "Aggressive"},
	{"ike_enc", "aes192", "aes128"},
	{"ike_auth", "md5", "sha256"},
	{"ike_pfs", "group24", "24"},
	{"ike_psk", "key", "a\nkey"},
	{"ike_id", "office.example", "a\x00"},
	{"ipsec_enc", "3des", "3DES"},
	{"ipsec_auth", "sha1", "sha-1"},
	{"ipsec_pfs", "group1", "group 1"},
}
