package validation_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// A booking has our tags and others.
type booking struct {
	Gateway string  `validate:"required,vpn_id"`
	Email   string  `validate:"omitempty,email"`
	Name    *string `validate:"required,vpn_name"`
	Count   int     `validate:"min=1"`
}

func TestExplainRequired(t *testing.T) {
	v := newValidator(t)
	checkMistakes(t, validation.Explain(v.Struct(booking{Count: 1})),
		&mistake{Field: "Gateway", Reason: vpnerrors.ErrRequired},
		&mistake{Field: "Name", Reason: vpnerrors.ErrRequired})
	checkMistakes(t, validation.Explain(v.Struct(booking{Gateway: "a b", Name: new("a"), Count: 1})),
		&mistake{Field: "Gateway", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "},
		&mistake{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "a", Min: 2, Max: 128})
	checkMistakes(t, validation.Explain(v.Struct(booking{Gateway: "a", Name: new("idc"), Count: 1})))
}

// TestExplainOthers: errors of other tags do not change, with ours or alone.
func TestExplainOthers(t *testing.T) {
	v := newValidator(t)
	err := v.Struct(booking{Gateway: "a b", Email: "x", Name: new("idc")})
	got := validation.Explain(err)

	ours, ok := errors.AsType[mistakes](got)
	if !ok {
		t.Fatalf("got a %T without ours: %v", got, got)
	}
	checkMistakes(t, ours, &mistake{Field: "Gateway", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "})
	if !errors.Is(got, vpnerrors.ErrBadCharacter) {
		t.Errorf("%v hides its reason", got)
	}
	others, _ := errors.AsType[validator.ValidationErrors](got)
	if len(others) != 2 || others[0].Field() != "Email" || others[1].Tag() != "min" {
		t.Errorf("kept of the others: %v", others)
	}

	// A tag of somebody's own, by a name that only the tags of another edition have.
	if err := v.RegisterValidation("bgp_asn", func(validator.FieldLevel) bool { return false }); err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"bgp_asn", "bgp_asn=BgpConfig.LocalAsn"} {
		if err := v.Var(1, tag); validation.Explain(err).Error() != err.Error() {
			t.Errorf("%s: %v became %v", tag, err, validation.Explain(err))
		}
	}

	alone := v.Struct(booking{Gateway: "a", Email: "x", Name: new("idc"), Count: 1})
	if got := validation.Explain(alone); got.Error() != alone.Error() {
		t.Errorf("with none of ours, got %v, want %v", got, alone)
	}
}

// TestExplainAlternatives: two tags with an or are another rule, which is not explained.
func TestExplainAlternatives(t *testing.T) {
	v := newValidator(t)
	if err := v.Var("a b", "vpn_id|vpn_token"); err != nil {
		t.Errorf("a token that is not an ID: %v", err)
	}
	err := v.Var("é", "vpn_id|vpn_token")
	if got := validation.Explain(err); err == nil || got.Error() != err.Error() {
		t.Errorf("got %v, want %v", got, err)
	}
}

func TestExplainAlias(t *testing.T) {
	v := newValidator(t)
	v.RegisterAlias("gateway", "required,vpn_id")
	v.RegisterAlias("region", "vpn_id=RegionId")
	type aliased struct {
		Gateway string `validate:"gateway"`
		Place   string `validate:"region"`
	}
	checkMistakes(t, validation.Explain(v.Struct(aliased{"", "a b"})),
		&mistake{Field: "Gateway", Reason: vpnerrors.ErrRequired},
		&mistake{Field: "RegionId", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "})
	checkMistakes(t, validation.Explain(v.Struct(aliased{",", "a"})),
		&mistake{Field: "Gateway", Reason: vpnerrors.ErrBadCharacter, Value: ",", Part: ","})
}

func TestExplainWrapped(t *testing.T) {
	v := newValidator(t)
	want := &mistake{Field: "Gateway", Reason: vpnerrors.ErrRequired}
	err := v.Struct(booking{Name: new("idc"), Count: 1})
	for name, wrapped := range map[string]error{
		"once":   fmt.Errorf("bind: %w", err),
		"twice":  fmt.Errorf("handle: %w", fmt.Errorf("bind: %w", err)),
		"joined": errors.Join(nil, err),
	} {
		t.Run(name, func(t *testing.T) { checkMistakes(t, validation.Explain(wrapped), want) })
	}
}

// TestExplainJoined: errors joined to those of a validator do not get lost.
func TestExplainJoined(t *testing.T) {
	v := newValidator(t)
	first, second := v.Var("a b", "vpn_id"), v.Var("1dc", "vpn_name")
	if got := validation.Explain(errors.Join(first, io.ErrUnexpectedEOF)); !errors.Is(got, vpnerrors.ErrBadCharacter) || !errors.Is(got, io.ErrUnexpectedEOF) {
		t.Errorf("with a foreign error: got %v", got)
	}
	got := validation.Explain(errors.Join(first, second))
	if text := vpnerrors.Message(got, vpnerrors.English); !strings.Contains(text, "a b") || !strings.Contains(text, "1dc") {
		t.Errorf("of two validations: got %s", text)
	}
}

func TestExplainForeign(t *testing.T) {
	if err := validation.Explain(nil); err != nil {
		t.Errorf("of nil: %v", err)
	}
	v := newValidator(t)
	found, _ := v.Var("a b", "vpn_id").(validator.ValidationErrors)
	checkMistakes(t, validation.Explain(append(validator.ValidationErrors{nil}, found...)),
		&mistake{Parameter: "vpn_id", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "})
	if got, _ := validation.Explain(validator.ValidationErrors{nil}).(validator.ValidationErrors); len(got) != 1 {
		t.Errorf("of nil alone: %d errors, want it unchanged", len(got))
	}
	ours := mistakes{{Field: "Name", Reason: vpnerrors.ErrEmpty}}
	for _, err := range []error{
		io.EOF, fmt.Errorf("read: %w", io.EOF), ours, v.Struct(nil), v.Struct((*booking)(nil)), v.Struct(7),
		validator.ValidationErrors{}, (*fs.PathError)(nil),
	} {
		if got := validation.Explain(err); fmt.Sprintf("%T %v", got, got) != fmt.Sprintf("%T %v", err, err) {
			t.Errorf("a %T, %v, became a %T, %v", err, err, got, got)
		}
	}
}

// TestExplainKeepsWhatTheRulesTake: a validator may refuse what our rule accepts. Its error stays, and no error is an
// empty list.
func TestExplainKeepsWhatTheRulesTake(t *testing.T) {
	v := newValidator(t)
	stricter := func(fl validator.FieldLevel) bool { return strings.HasPrefix(fl.Field().String(), "vpn-") }
	if err := v.RegisterValidation("vpn_id", stricter); err != nil {
		t.Fatal(err)
	}
	type gateway struct {
		ID   string `validate:"vpn_id"`
		Name string `validate:"vpn_name"`
	}
	for _, g := range []gateway{{"cgw-1", "idc"}, {"cgw-1", "!"}} {
		got := validation.Explain(v.Struct(g))
		kept, ok := errors.AsType[validator.ValidationErrors](got)
		if !ok || len(kept) != 1 || kept[0].Field() != "ID" || strings.Contains(got.Error(), "no errors") {
			t.Errorf("%+v: got %v, want the validator's own error for ID in it", g, got)
		}
		if errors.Is(got, vpnerrors.ErrBadCharacter) != (g.Name == "!") {
			t.Errorf("%+v: got %v", g, got)
		}
	}
}

// TestExplainPrivateField: a validator can be configured to check unexported fields. About a Secret and a list there it
// says only that there is a value, not which.
func TestExplainPrivateField(t *testing.T) {
	type private struct {
		gateway string           `validate:"vpn_id"`
		psk     string           `validate:"ike_psk"`
		seconds int              `validate:"vpn_lifetime"`
		key     ikeconfig.Secret `validate:"ike_psk"`
		blocks  []string         `validate:"vpn_cidrs"`
	}
	v := newValidator(t, validator.WithPrivateFieldValidation())
	got := short(t, validation.Explain(v.Struct(private{"vpn 1", "", -1, ikeconfig.NewSecret("a\n"), []string{"x"}})))
	if want := "gateway: bad character; psk: empty; seconds: out of range; key: bad type; blocks: bad type"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	got = short(t, validation.Explain(v.Struct(private{"vpn-1", "key", 3600, ikeconfig.Secret{}, nil})))
	if want := "blocks: bad type"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestExplainTwice: explaining again changes nothing.
func TestExplainTwice(t *testing.T) {
	v := newValidator(t)
	once := validation.Explain(v.Struct(booking{Name: new("a"), Count: 1}))
	checkSame(t, once, validation.Explain(once))
}

// TestExplainMessage: the errors have a text in both languages.
func TestExplainMessage(t *testing.T) {
	err := validation.Explain(newValidator(t).Struct(booking{Gateway: "vpn-1", Name: new("a"), Count: 1}))
	for lang, want := range map[vpnerrors.Language]string{
		vpnerrors.English: `Name: too short "a": want 2 to 128 characters.`,
		vpnerrors.Chinese: `Name："a" 太短，应为 2 到 128 个字符。`,
	} {
		if got := vpnerrors.Message(err, lang); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
