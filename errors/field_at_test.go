package errors_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestAt gives errors the paths of a user's struct, and checks their text.
func TestAt(t *testing.T) {
	for _, tt := range []struct {
		name string
		e    vpnerrors.FieldError
		path string
		part string
		text string
		why  string
	}{
		{"a name", vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty, Min: 2, Max: 128}, "office.title", "",
			"office.title: empty: want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character",
			"the words are those of the parameter"},
		{"a name of another parameter", vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 64}, "Name", "",
			"Name: empty: want 1 to 64 printable ASCII characters", "not those of the parameter with this name"},
		{"a block", vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrEmpty}, "nets[2]", "",
			"nets[2]: empty: want an IPv4 CIDR block such as 10.0.0.0/24", "the words for an element"},
		{"a duplicate", vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/8", Part: "LocalSubnet[0]"}, "sites[1].nets[2]", "sites[1].nets[0]",
			`sites[1].nets[2]: duplicate "10.0.0.0/8": want it once; first at sites[1].nets[0]`, "the earlier place moves too"},
		{"a duplicate in a list without a name", vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrDuplicate, Part: "LocalSubnet[0]"}, "[2]", "[0]",
			"[2]: duplicate: want it once; first at [0]", "the list may have no name"},
		{"a duplicate, not in a list", vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrDuplicate, Part: "LocalSubnet[0]"}, "net", "LocalSubnet[0]",
			"net: duplicate: want it once; first at LocalSubnet[0]", "there is no list to name"},
		{"a duplicate of a member", vpnerrors.FieldError{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrDuplicate}, "phases[1]", "",
			"phases[1]: duplicate: want it once", "no place is invented"},
		{"a value of another edition", vpnerrors.FieldError{Field: "IkeConfig.IkeAuthAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "sha256", Allowed: []string{"md5", "sha1"}, Edition: aliyun.Edition2025}, "hash", "",
			`hash: unsupported value "sha256": want md5 or sha1; it is in edition 2025`, "the edition stays"},
		{"a setting of a tunnel", vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.TunnelIkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100, In: aliyun.Edition2025}, "tunnels[0].key", "",
			"tunnels[0].key: too long: want 1 to 100 characters", "the words for a setting"},
		{"a tag twice", vpnerrors.FieldError{Field: "Tags.2.Key", Reason: vpnerrors.ErrDuplicate, Value: "a", Part: "Tags.1.Key", In: aliyun.Edition2025}, "labels[1]", "Tags.1.Key",
			`labels[1]: duplicate "a": want it once; first at Tags.1.Key`, "the path of the earlier one is unknown"},
		{"a tag twice in a connection", vpnerrors.FieldError{Field: "Tags.2.Key", Reason: vpnerrors.ErrDuplicate, Value: "a", Part: "Tags.1.Key", In: aliyun.Edition2025}, "office.Tags.2.Key", "office.Tags.1.Key",
			`office.Tags.2.Key: duplicate "a": want it once; first at office.Tags.1.Key`, "both are in the same connection"},
		{"a part that looks like a place", vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "Name[", Part: "Name["}, "title[0]", "Name[",
			`title[0]: bad character "Name[" in "Name[": want letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character`, "only a duplicate has a place"},
	} {
		before := tt.e
		moved := tt.e.At(tt.path)
		if moved.Field != tt.path || moved.Parameter != tt.e.Field || moved.Edition != tt.e.Edition || moved.Part != tt.part || moved.Error() != tt.text {
			t.Errorf("%s: Parameter %q, Part %q, text\n%s\nwant Part %q, text\n%s\n%s", tt.name, moved.Parameter, moved.Part, moved, tt.part, tt.text, tt.why)
		}
		if diff := cmp.Diff(&before, &tt.e); diff != "" || tt.e.Error() != before.Error() {
			t.Errorf("%s: At changed the original:\n%s", tt.name, diff)
		}
		if again := moved.At("elsewhere").At(tt.path); again.Error() != tt.text && tt.part == "" {
			t.Errorf("%s: moved away and back it is %s", tt.name, again)
		}
	}
	if (*vpnerrors.FieldError)(nil).At("x") != nil {
		t.Error("At of nil is not nil")
	}
}

func TestAtSharesNothing(t *testing.T) {
	e := &vpnerrors.FieldError{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrUnsupportedValue, Allowed: []string{"main", "aggressive"}}
	moved := e.At("mode")
	moved.Allowed[0] = "x"
	if e.Allowed[0] != "main" {
		t.Error("both errors share a list")
	}
}

// TestTooLongIsCut: a text that is too long is cut, and must not look complete.
func TestTooLongIsCut(t *testing.T) {
	const sixtyFour = "0123456789012345678901234567890123456789012345678901234567890123"
	for value, want := range map[string]string{
		sixtyFour:      `ClientToken: too long "` + sixtyFour + `"...: want 1 to 64 characters`,
		sixtyFour[:63]: `ClientToken: too long "` + sixtyFour[:63] + `": want 1 to 64 characters`,
	} {
		e := &vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrTooLong, Value: value, Min: 1, Max: 64}
		if got := e.Error(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
