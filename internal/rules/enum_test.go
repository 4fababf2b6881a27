package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// checkError compares what a rule returned for a text with one error, or with none.
func checkError(t *testing.T, text string, got vpnerrors.ValidationErrors, want *vpnerrors.FieldError, why string) {
	t.Helper()
	var errs vpnerrors.ValidationErrors
	if want != nil {
		errs = vpnerrors.ValidationErrors{want}
	}
	if (got == nil) != (errs == nil) || !got.Equal(errs) {
		t.Errorf("%.100q: %s (-want +got):\n%s", text, why, cmp.Diff(errs, got))
	}
}

func TestEnum(t *testing.T) {
	allowed := []string{"aes", "aes192", "3des"}
	unsupported, badCharacter := vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCharacter
	for _, row := range []struct {
		text          string
		reason        error
		part, suggest string
		why           string
	}{
		{"aes", nil, "", "", "the first value"},
		{"aes192", nil, "", "", "a value that begins with another"},
		{"3des", nil, "", "", "the last value"},
		{"AES", unsupported, "", "aes", "letter case counts"},
		{"aes ", unsupported, "", "aes", "blanks are not dropped"},
		{"aes-128", unsupported, "", "aes", "another common name"},
		{"aes256", unsupported, "", "", "a value, but not of this parameter"},
		{"ae", unsupported, "", "", "a part of a value"},
		{"\ufffd", unsupported, "", "", "an ordinary character"},
		{"-", unsupported, "", "", "nothing is left to guess from"},
		{strings.Repeat("x", 65), unsupported, "", "", "cut at 64 characters"},
		{"", vpnerrors.ErrEmpty, "", "", "an empty variable, not a typo"},
		{"aes\xff", badCharacter, "\xff", "", "no guess from damaged text"},
		{"\xe4\xb8", badCharacter, "\xe4", "", "half a character"},
		{strings.Repeat("中", 64) + "\xff", badCharacter, "\xff", "", "after what is shown"},
	} {
		var want *vpnerrors.FieldError
		if row.reason != nil {
			want = &vpnerrors.FieldError{
				Field: "F", Reason: row.reason, Value: rules.Clip(row.text), Part: row.part, Suggest: row.suggest, Allowed: allowed,
			}
		}
		checkError(t, row.text, enum(row.text, allowed), want, row.why)
	}
	checkError(t, "aes", enum("aes", nil), &vpnerrors.FieldError{Field: "F", Reason: unsupported, Value: "aes"}, "no values are allowed")

	clear(enum("x", allowed)[0].Allowed)
	if !slices.Equal(allowed, []string{"aes", "aes192", "3des"}) {
		t.Errorf("the documented values are shared with an error, and now %q", allowed)
	}
}

// What the documented values are called by other vendors, by strongSwan and by the RFCs.
func TestEnumSuggests(t *testing.T) {
	for _, list := range [][]struct {
		value string
		names string // separated by blanks
	}{
		{
			{"ikev1", "IKEv1 ike-v1 1 1.0 v1 IKE1 ikev1.0"},
			{"ikev2", "IKEv2 ike_v2 2 2.0 V2 ike2 IKEv2.0"},
			{"", "ikev3 3 v12 12 ike main ikev"},
		},
		{
			{"main", "Main MAIN main-mode"},
			{"aggressive", "Aggressive aggressive_mode aggr agressive"},
			{"", "quick m mode aggressiv ag"},
		},
		{
			{"aes", "AES AES-128 aes-cbc AES-CBC-128 aes128-cbc"},
			{"aes192", "AES-192 aes-cbc-192 AES-192-CBC"},
			{"aes256", "AES-256 aes-cbc-256 aes_256_cbc"},
			{"des", "DES DES-CBC"},
			{"3des", "3DES 3des-cbc DES3 des-ede3 Triple-DES"},
			{"", "aes512 aes256gcm 128 4des sm4 null sha1"},
		},
		{
			{"md5", "MD5 HMAC-MD5 hmac-md5-96"},
			{"sha1", "SHA-1 sha HMAC-SHA1 hmac-sha1-96 sha-160"},
			{"", "sha256 sha2 md4 hmac aes"},
		},
		{
			{"group1", "Group-1 1 DH1 dh-group1 modp768"},
			{"group2", "GROUP2 2 dh2 DHGroup2 modp1024"},
			{"group5", "group_5 5 dh-5 dhgroup5 MODP1536"},
			{"group14", "Group14 14 DH14 dh-group-14 modp2048"},
			{"group24", "group-24 24 dh24 dhgroup24 modp2048s256"},
			{"", "0 3 15 group3 modp3072 142 disabled group"},
		},
		{ // a value may have punctuation of its own
			{"aes-gcm-256", "AES-GCM-256 aesgcm256 aes_gcm_256 Aes.Gcm256"},
			{"", "aes256 aes-gcm gcm-256 -"},
		},
	} {
		var allowed []string
		for _, row := range list {
			if row.value != "" {
				allowed = append(allowed, row.value)
			}
		}
		for _, row := range list {
			for name := range strings.FieldsSeq(row.names) {
				errs := enum(name, allowed)
				if len(errs) != 1 || errs[0].Reason != vpnerrors.ErrUnsupportedValue || errs[0].Suggest != row.value {
					t.Errorf("%q of %q: %v, want suggestion %q", name, allowed, errs, row.value)
				}
			}
		}
	}
}

func TestBoolean(t *testing.T) {
	unsupported := vpnerrors.ErrUnsupportedValue
	for _, row := range []struct {
		text          string
		sent          string
		reason        error
		part, suggest string
		why           string
	}{
		{"true", "true", nil, "", "", "as it is sent"},
		{"false", "false", nil, "", "", "as it is sent"},
		{"True", "true", nil, "", "", "as Python writes it"},
		{"FALSE", "false", nil, "", "", "as spreadsheets write it"},
		{"tRUE", "true", nil, "", "", "in any letter case"},
		{"1", "", unsupported, "", "true", "a number used as a Boolean"},
		{"0", "", unsupported, "", "false", "a number used as a Boolean"},
		{"T", "", unsupported, "", "true", "strconv accepts it"},
		{"f", "", unsupported, "", "false", "strconv accepts it"},
		{" true", "", unsupported, "", "true", "blanks are not dropped"},
		{"false\n", "", unsupported, "", "false", "the last line of a file"},
		{`"True"`, "", unsupported, "", "true", "quotes that a script should have removed"},
		{"yes", "", unsupported, "", "", "a Boolean only in YAML"},
		{"tru", "", unsupported, "", "", "a part of a value"},
		{"2", "", unsupported, "", "", "not a Boolean in any language"},
		{"truefalse", "", unsupported, "", "", "ambiguous"},
		{"fal\u017fe", "", unsupported, "", "", "a long s equals s only in upper case"},
		{"\uff34\uff32\uff35\uff25", "", unsupported, "", "", "full-width letters are different"},
		{strings.Repeat("true", 17), "", unsupported, "", "", "cut at 64 characters"},
		{"", "", vpnerrors.ErrEmpty, "", "", "an empty variable is not false"},
		{"true\xff", "", vpnerrors.ErrBadCharacter, "\xff", "", "damaged"},
	} {
		var want *vpnerrors.FieldError
		if row.reason != nil {
			want = &vpnerrors.FieldError{
				Field: "F", Reason: row.reason, Value: rules.Clip(row.text), Part: row.part, Suggest: row.suggest,
				Allowed: []string{"true", "false"},
			}
		}
		sent, errs := rules.Boolean(rowOf(parameters.Boolean, 0, 0), row.text)
		checkError(t, row.text, errs, want, row.why)
		if sent != row.sent {
			t.Errorf("%q is sent as %q, want %q: %s", row.text, sent, row.sent, row.why)
		}
	}
}
