package errors_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// msgFields lists every field that an error of this module names, with elements of lists, and some that it does not know.
var msgFields = []string{
	"", "Spec", "Action", "CustomerGatewayId", "LocalSubnet", "LocalSubnet[3]", "RegionId", "RemoteSubnet", "RemoteSubnet[0]",
	"VpnGatewayId", "ClientToken", "EffectImmediately", "IkeConfig", "IkeConfig.Psk", "IkeConfig.IkeVersion",
	"IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs", "IkeConfig.IkeLifetime",
	"IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId", "IpsecConfig", "IpsecConfig.IpsecEncAlg",
	"IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime", "Name", "Unknown",
}

// msgData returns e with each combination of what a field error can have besides a field and a reason.
func msgData(e vpnerrors.FieldError) (all []*vpnerrors.FieldError) {
	for bits := range 1 << 5 {
		with := e
		if bits&1 != 0 {
			with.Value = "v1"
		}
		if bits&2 != 0 {
			with.Part = "p1"
		}
		if bits&4 != 0 {
			with.Suggest = "s1"
		}
		if bits&8 != 0 {
			with.Allowed = []string{"aes", "des", "3des"}
		}
		if bits&16 != 0 {
			with.Min, with.Max = 1, 99
		}
		all = append(all, &with)
	}
	least := e
	least.Min = 16 // a lower limit alone
	return append(all, &least)
}

func TestMessageWalksReasons(t *testing.T) {
	for name, reason := range reasons {
		t.Run(name, func(t *testing.T) {
			for _, field := range msgFields {
				for _, e := range msgData(vpnerrors.FieldError{Field: field, Reason: reason}) {
					if !msgCheckSentence(t, e, field) {
						return // the other fields have the same fault
					}
				}
			}
		})
	}
}

// TestMessageWalksCodes: every code that is known has words of its own, which name what it is about.
func TestMessageWalksCodes(t *testing.T) {
	seen := make(map[string]vpnerrors.Code)
	walk := func(e *vpnerrors.APIError, field string) {
		msgCheckSentence(t, e, "")
		for lang := range vpnerrors.Language(2) {
			said := vpnerrors.Message(e, lang)
			if strings.Contains(said, "service text") || !strings.Contains(said, field) {
				t.Errorf("%q: %q has the service's words, or not the field %q", e.Code, said, field)
			}
			if other, ok := seen[said]; ok {
				t.Errorf("%q and %q are told in the same words: %q", e.Code, other, said)
			}
			seen[said] = e.Code
		}
	}
	walk(&vpnerrors.APIError{HTTPStatus: 502, Message: "service text"}, "") // no code
	for _, d := range documentedCodes(t) {
		walk(&vpnerrors.APIError{HTTPStatus: 400, Code: d.Code, Message: "service text"}, d.Field)
	}
	for _, code := range []vpnerrors.Code{
		"IdempotentParameterMismatch", "LastTokenProcessing", "SignatureNonceUsed", "TaskConflict", "SystemBusy", "Throttling.User",
	} {
		walk(&vpnerrors.APIError{HTTPStatus: 400, Code: code, Message: "service text"}, "")
	}
}

// TestMessageSays: what no reader may miss is said.
func TestMessageSays(t *testing.T) {
	for _, tt := range []struct {
		code             vpnerrors.Code
		english, chinese string
	}{
		{"DryRunOperation", "The check passed, and nothing was created", "预检通过，未创建任何资源"},
		{"InternalError", "with the same ClientToken", "使用相同的 ClientToken"},
		{"UnknownError", "with the same ClientToken", "使用相同的 ClientToken"},
		{"OperationFailed.LastTokenProcessing", "with the same ClientToken", "使用相同的 ClientToken"},
		{"IdempotentParameterMismatch", "with a new ClientToken", "更换 ClientToken"},
		{"VpnGateway.task.conflict", "wait", "等待"},
		{"Rejected.Throttling", "wait", "稍后"},
		{"IllegalParam.EnableBgp", "EnableTunnelsBgp", "EnableTunnelsBgp"},
		{"VpnConnectionParamInvalid.SameVpnAndCgwDifferentIkeConfigs", "TunnelIkeConfig", "TunnelIkeConfig"},
	} {
		err := &vpnerrors.APIError{HTTPStatus: 400, Code: tt.code}
		for lang, want := range map[vpnerrors.Language]string{vpnerrors.English: tt.english, vpnerrors.Chinese: tt.chinese} {
			if got := vpnerrors.Message(err, lang); !strings.Contains(got, want) {
				t.Errorf("%s: %q does not say %q", tt.code, got, want)
			}
		}
	}
}

var (
	msgGap      = regexp.MustCompile(`[{}[\]]|  | [,.;:?，。；：？、]|[,;:?，。；：？、][,.;:?，。；：？、]`)
	msgUnspaced = regexp.MustCompile(`\p{Han}[0-9A-Za-z"]|[0-9A-Za-z"]\p{Han}`)
	msgLatin    = regexp.MustCompile(`[,;:?]`)
)

// msgCheckSentence reports whether err reads as one whole sentence in both languages, not the same in both, without a
// trace of the template it is made from; otherwise it fails t.
func msgCheckSentence(t *testing.T, err error, field string) bool {
	t.Helper()
	english, chinese := vpnerrors.Message(err, vpnerrors.English), vpnerrors.Message(err, vpnerrors.Chinese)
	if field != "" {
		var in1, in2 bool
		english, in1 = strings.CutPrefix(english, field+": ")
		chinese, in2 = strings.CutPrefix(chinese, field+"：")
		if !in1 || !in2 {
			t.Errorf("%q and %q do not begin with the field %s", english, chinese, field)
			return false
		}
	}
	for _, check := range []struct {
		bad   bool
		what  string
		where string
	}{
		{len(english) < 3, "is empty", english},
		{len(chinese) < 3, "is empty", chinese},
		{english == chinese, "is the same in both languages", english},
		{!strings.HasSuffix(english, ".") && !strings.HasSuffix(english, "?"), "does not end", english},
		{!strings.HasSuffix(chinese, "。") && !strings.HasSuffix(chinese, "？"), "does not end", chinese},
		{msgGap.MatchString(strings.ReplaceAll(english, "'.', '_' or '-'", "marks")), "has a trace of its template", english},
		{msgGap.MatchString(chinese), "has a trace of its template", chinese},
		{strings.ContainsFunc(english, func(c rune) bool { return c > unicode.MaxASCII }), "has a foreign character", english},
		{!strings.ContainsFunc(chinese, func(c rune) bool { return unicode.Is(unicode.Han, c) }), "has no Chinese", chinese},
		{msgLatin.MatchString(chinese), "has Latin punctuation", chinese},
		{msgUnspaced.MatchString(chinese), "has no space between Chinese and Latin", chinese},
	} {
		if check.bad {
			t.Errorf("%#v: %s: %s", err, check.what, check.where)
			return false
		}
	}
	return true
}
