package errors_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// msgFields lists every field that an error of this module can name, with elements of lists, and some unknown ones.
var msgFields = []string{
	"", "Spec", "Action", "CustomerGatewayId", "LocalSubnet", "LocalSubnet[3]", "RegionId", "RemoteSubnet", "RemoteSubnet[0]",
	"VpnGatewayId", "ClientToken", "EffectImmediately", "IkeConfig", "IkeConfig.Psk", "IkeConfig.IkeVersion",
	"IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "IkeConfig.IkeAuthAlg", "IkeConfig.IkePfs", "IkeConfig.IkeLifetime",
	"IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId", "IpsecConfig", "IpsecConfig.IpsecEncAlg",
	"IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime", "Name", "Unknown",
}

// msgData returns e with every combination of the other members of a field error.
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
	least.Min = 16 // only a lower limit
	return append(all, &least)
}

func TestMessageWalksReasons(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	for name, reason := range reasons {
		t.Run(name, func(t *testing.T) {
			for _, field := range msgFields {
				for _, e := range msgData(vpnerrors.FieldError{Field: field, Reason: reason}) {
					if !msgCheckSentence(t, e, field) {
						return // the other fields fail in the same way
					}
				}
			}
		})
	}
}

// TestMessageWalksCodes: every known code has its own text, which names its field.
func TestMessageWalksCodes(t *testing.T) {
	seen := make(map[string]vpnerrors.Code)
	walk := func(e *vpnerrors.APIError, field string) {
		msgCheckSentence(t, e, "")
		for lang := range vpnerrors.Language(2) {
			said := vpnerrors.Message(e, lang)
			if strings.Contains(said, "service text") || !strings.Contains(said, field) {
				t.Errorf("%q: %q is the service's message, or lacks the field %q", e.Code, said, field)
			}
			if other, ok := seen[said]; ok {
				t.Errorf("%q and %q have the same text: %q", e.Code, other, said)
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

// TestMessageSays: the text of some codes must have these words.
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

// msgCheckSentence reports whether err is one whole sentence in both languages, not the same in both, without a trace
// of its template; otherwise it fails t.
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
		{!strings.HasSuffix(english, ".") && !strings.HasSuffix(english, "?"), "has no full stop", english},
		{!strings.HasSuffix(chinese, "。") && !strings.HasSuffix(chinese, "？"), "has no full stop", chinese},
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
