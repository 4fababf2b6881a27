package errors_test

import (
	"context"
	stderrors "errors"
	"fmt"
	"io"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestMessageText pins the sentences for each kind of mistake and for some replies, in each language.
func TestMessageText(t *testing.T) {
	for _, tt := range []struct {
		name             string
		err              error
		english, chinese string
	}{
		{
			"required",
			&vpnerrors.FieldError{Field: "LocalSubnet", Reason: vpnerrors.ErrRequired},
			"LocalSubnet: required: want at least one IPv4 CIDR block.",
			"LocalSubnet：必须填写，应为一个或多个 IPv4 CIDR 网段。",
		},
		{
			"bad character",
			&vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " ", Min: 2, Max: 128},
			`Name: bad character " " in "a b": want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character.`,
			`Name："a b" 中有不允许的字符 " "，应为 2 到 128 个英文字母、汉字、数字、点号（.）、下划线（_）或短横线（-），且以英文字母或汉字开头。`,
		},
		{
			"too long, value hidden",
			&vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100},
			"IkeConfig.Psk: too long: want 1 to 100 characters.",
			"IkeConfig.Psk：太长，应为 1 到 100 个字符。",
		},
		{
			"unsupported value",
			&vpnerrors.FieldError{
				Field: "IkeConfig.IkeEncAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "AES-256", Suggest: "aes256",
				Allowed: []string{"aes", "aes192", "aes256", "des", "3des"},
			},
			`IkeConfig.IkeEncAlg: unsupported value "AES-256": want aes, aes192, aes256, des or 3des; did you mean aes256?`,
			`IkeConfig.IkeEncAlg：不支持的取值 "AES-256"，应为 aes、aes192、aes256、des 或 3des；是否应为 aes256？`,
		},
		{
			"out of range",
			&vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "90000", Max: 86400},
			`IkeConfig.IkeLifetime: out of range "90000": want 0 to 86400 seconds.`,
			`IkeConfig.IkeLifetime："90000" 超出范围，应为 0 到 86400 秒。`,
		},
		{
			"host bits",
			&vpnerrors.FieldError{Field: "LocalSubnet[1]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"},
			`LocalSubnet[1]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?`,
			`LocalSubnet[1]："10.0.0.7/24" 的主机位不为零，应为网络地址；是否应为 10.0.0.0/24？`,
		},
		{
			"duplicate",
			&vpnerrors.FieldError{Field: "RemoteSubnet[3]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/24", Part: "RemoteSubnet[0]"},
			`RemoteSubnet[3]: duplicate "10.0.0.0/24": want it once; first at RemoteSubnet[0].`,
			`RemoteSubnet[3]："10.0.0.0/24" 重复，只能出现一次；首次出现在 RemoteSubnet[0]。`,
		},
		{
			"bad type, of a number in quotes",
			&vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrBadType, Max: 86400},
			"IkeConfig.IkeLifetime: bad type: want a number of seconds from 0 to 86400, in a file without quotes.",
			"IkeConfig.IkeLifetime：类型不对，应为 0 到 86400 之间的秒数，在文件中不带引号。",
		},
		{
			"bad type, of digits without quotes",
			&vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrBadType, Value: "20190604"},
			`ClientToken: bad type "20190604": want text in quotes.`,
			`ClientToken："20190604" 类型不对，应为带引号的文本。`,
		},
		{
			"bad type, of a number in a list",
			&vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrBadType, Value: "10"},
			`LocalSubnet[2]: bad type "10": want text in quotes.`,
			`LocalSubnet[2]："10" 类型不对，应为带引号的文本。`,
		},
		{
			"bad type, of an object of a tunnel",
			&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.TunnelIkeConfig", Reason: vpnerrors.ErrBadType},
			"TunnelOptionsSpecification.1.TunnelIkeConfig: bad type: want a parameter for each member, or in a file an object.",
			"TunnelOptionsSpecification.1.TunnelIkeConfig：类型不对，应为每个成员各一个参数，在文件中则为对象。",
		},
		{
			"unsupported value, hidden",
			&vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrUnsupportedValue},
			"IkeConfig.Psk: unsupported value: want the key itself, not what stands in its place where it is hidden.",
			"IkeConfig.Psk：不支持的取值，应为密钥本身，而不是隐藏密钥时的占位符。",
		},
		{
			"a user's reason",
			&vpnerrors.FieldError{Field: "Name", Reason: stderrors.New("taken"), Value: "idc", Suggest: "idc2"},
			`Name: taken "idc"; did you mean idc2?`,
			`Name：taken "idc"；是否应为 idc2？`,
		},
		{"zero FieldError", &vpnerrors.FieldError{}, "invalid.", "无效。"},
		{
			"customer gateway not found",
			&vpnerrors.APIError{HTTPStatus: 404, Code: "InvalidCustomerGatewayInstanceId.NotFound", Message: "m"},
			"There is no such customer gateway; check CustomerGatewayId and RegionId.",
			"找不到这个用户网关，请检查 CustomerGatewayId 和 RegionId。",
		},
		{
			"configuring",
			&vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring", Message: "m"},
			"The VPN gateway (VpnGatewayId) is busy with an earlier change; wait a few seconds and send the same request again.",
			"VPN 网关（VpnGatewayId）正在处理之前的变更，请等待几秒后原样重发请求。",
		},
		{
			"a parameter that is missing",
			&vpnerrors.APIError{HTTPStatus: 400, Code: "MissingParameter", Message: `The input parameter "RegionId" is not supplied.`},
			`The input parameter "RegionId" is not supplied.`,
			`缺少参数 RegionId，服务端返回：The input parameter "RegionId" is not supplied.`,
		},
		{
			"a parameter that is refused",
			&vpnerrors.APIError{HTTPStatus: 400, Code: "InvalidParameter", Message: `The specified parameter "Tags.2.Key" is not valid.`},
			`The specified parameter "Tags.2.Key" is not valid.`,
			`参数 Tags.2.Key 有误，服务端返回：The specified parameter "Tags.2.Key" is not valid.`,
		},
		{
			"a parameter that the message does not name",
			&vpnerrors.APIError{HTTPStatus: 400, Code: "InvalidParameter", Message: "m"},
			"m", "m",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := vpnerrors.Message(tt.err, vpnerrors.English); got != tt.english {
				t.Errorf("in English\n got %s\nwant %s", got, tt.english)
			}
			if got := vpnerrors.Message(tt.err, vpnerrors.Chinese); got != tt.chinese {
				t.Errorf("in Chinese\n got %s\nwant %s", got, tt.chinese)
			}
		})
	}
}

// Errors to be wrapped and joined, with their sentences.
var (
	msgShort = &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "a", Min: 2, Max: 128}
	msgEmpty = &vpnerrors.FieldError{Field: "RegionId", Reason: vpnerrors.ErrEmpty}
	msgFull  = &vpnerrors.APIError{HTTPStatus: 400, Code: "Resource.QuotaFull", Message: "The quota of resource is full"}
)

const (
	msgShortText = `Name: too short "a": want 2 to 128 characters.`
	msgEmptyText = "RegionId: empty: want the ID of a region, printable ASCII with no space, comma or quote."
	msgFullText  = "The quota for this resource is used up; delete what is no longer needed, or apply for a higher quota."
)

// msgTwo is a user's type that wraps two errors.
type msgTwo struct{ a, b error }

func (e msgTwo) Error() string   { return "two" }
func (e msgTwo) Unwrap() []error { return []error{e.a, e.b} }

func TestMessageFinds(t *testing.T) {
	timeout := stderrors.New("dial tcp: i/o timeout")
	lost := lostReply(addressWithKey, refused)
	var noField *vpnerrors.FieldError
	var noReply *vpnerrors.APIError
	for _, tt := range []struct {
		name string
		err  error
		want string
		why  string
	}{
		{"nil", nil, "", "nothing is wrong"},
		{"a field error", msgShort, msgShortText, "one sentence"},
		{"a list", vpnerrors.ValidationErrors{msgShort, msgEmpty}, msgShortText + "\n" + msgEmptyText, "a line each, in their order"},
		{"a list with nil", vpnerrors.ValidationErrors{nil, msgEmpty, nil}, msgEmptyText, "nil is not a problem"},
		{"a wrapped field error", fmt.Errorf("check: %w", msgShort), msgShortText, "the wrapping text is for the log"},
		{"a wrapped list", fmt.Errorf("a: %w", fmt.Errorf("b: %w", vpnerrors.ValidationErrors{msgShort, msgEmpty})),
			msgShortText + "\n" + msgEmptyText, "at any depth"},
		{"a wrapped reply", fmt.Errorf("create: %w", msgFull), msgFullText, "the wrapping text is for the log"},
		{"joined", stderrors.Join(msgShort, msgFull), msgShortText + "\n" + msgFullText, "all of them, not only the first"},
		{"two with %w", fmt.Errorf("%w, then %w", msgFull, msgShort), msgFullText + "\n" + msgShortText, "in the order in which they are wrapped"},
		{"nested", stderrors.Join(stderrors.Join(msgShort, stderrors.Join(msgFull)), fmt.Errorf("c: %w", vpnerrors.ValidationErrors{msgEmpty})),
			msgShortText + "\n" + msgFullText + "\n" + msgEmptyText, "depth first, as errors.Is goes"},
		{"a user's type", msgTwo{msgEmpty, nil}, msgEmptyText, "whatever has Unwrap() []error; nil is not a problem"},
		{"joined with an SDK's error", stderrors.Join(&sdkV1{status: 400, code: "Resource.QuotaFull", message: "m"}, msgShort), msgFullText + "\n" + msgShortText, "recognized by its fields"},
		{"joined with a foreign error", stderrors.Join(timeout, msgShort), timeout.Error() + "\n" + msgShortText, "nothing is lost"},
		{"joined with a wrapped foreign error", stderrors.Join(msgShort, fmt.Errorf("a: %w", timeout)), msgShortText + "\na: " + timeout.Error(), "it has only its own text"},
		{"joined with a foreign error of two lines", stderrors.Join(stderrors.New("dial\nName: all is well."), msgShort),
			`"dial\nName: all is well."` + "\n" + msgShortText, "one problem has one line"},
		{"a lost reply", fmt.Errorf("send: %w", lost), `send: Post "https://vpc.aliyuncs.com/": dial tcp: connection refused`, "the cause, without the key"},
		{"joined with a lost reply", stderrors.Join(lost, msgShort), `Post "https://vpc.aliyuncs.com/": dial tcp: connection refused` + "\n" + msgShortText, "likewise"},
		{"a value like a part of the sentence", &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: `a": want {want}`, Min: 2, Max: 128},
			`Name: too short "a\": want {want}": want 2 to 128 characters.`, "it is quoted"},
		{"an error about the use of an SDK", &sdkV1Client{"SDK.ClientError", "m"}, "[SDK.ClientError] m", "not an answer"},
		{"foreign", timeout, timeout.Error(), "it has only its own text"},
		{"wrapped foreign", fmt.Errorf("send: %w", context.Canceled), "send: context canceled", "its own text, with what wraps it"},
		{"foreign errors joined", stderrors.Join(io.EOF, io.ErrUnexpectedEOF), "EOF\nunexpected EOF", "their own text"},
		{"two foreign errors with %w", fmt.Errorf("read %w, then %w", io.EOF, io.ErrUnexpectedEOF), "read EOF, then unexpected EOF", "its complete text"},
		{"a reason alone", vpnerrors.ErrTooLong, "too long", "a reason has no field"},
		{"a sentinel alone", vpnerrors.ErrQuotaFull, vpnerrors.ErrQuotaFull.Error(), "there is no reply"},
		{"a wrapped sentinel", fmt.Errorf("x: %w", vpnerrors.ErrQuotaFull), "x: " + vpnerrors.ErrQuotaFull.Error(), "likewise"},
		{"an empty list", vpnerrors.ValidationErrors{}, "no errors", "its own text"},
		{"a list of nil", vpnerrors.ValidationErrors{nil}, vpnerrors.ValidationErrors{nil}.Error(), "its own text"},
		{"nil field error", noField, "no error", "its own text"},
		{"nil reply", noReply, "no error", "its own text"},
		{"wrapped nil reply", fmt.Errorf("x: %w", noReply), "x: no error", "its own text"},
		{"an unknown code", &vpnerrors.APIError{HTTPStatus: 400, Code: "X.Y", Message: "The specified route entry has conflict."},
			"The specified route entry has conflict.", "the service's message"},
		{"an unknown code in Chinese", &vpnerrors.APIError{HTTPStatus: 400, Code: "X", Message: "路由冲突。"}, "路由冲突。", "the service's message"},
		{"an unknown code without a message", &vpnerrors.APIError{HTTPStatus: 400, Code: "X.Y"}, "X.Y", "the code"},
		{"a documented code without a message", &vpnerrors.APIError{Code: "Resource.QuotaFull"}, msgFullText, "the text for the code"},
		{"a code with the right spelling", &vpnerrors.APIError{HTTPStatus: 403, Code: "Forbidden.SubUser", Message: "m"},
			vpnerrors.Message(&vpnerrors.APIError{HTTPStatus: 403, Code: "Forbbiden.SubUser"}, vpnerrors.English), "the same error"},
		{"a code in other letter case", &vpnerrors.APIError{HTTPStatus: 400, Code: "resource.quotafull", Message: "m"}, "m", "not the documented code"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := vpnerrors.Message(tt.err, vpnerrors.English); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.why, got, tt.want)
			}
		})
	}
}

func TestMessageOfOtherLanguages(t *testing.T) {
	for _, lang := range []vpnerrors.Language{-1, 2, 99} {
		for _, err := range []error{msgShort, msgFull, vpnerrors.ValidationErrors{msgShort, msgEmpty}} {
			if got, want := vpnerrors.Message(err, lang), vpnerrors.Message(err, vpnerrors.English); got != want {
				t.Errorf("language %d gives %q, want English", lang, got)
			}
		}
	}
}

// TestMessageCounts: at most sixteen problems are listed.
func TestMessageCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("it is slow under the race detector, and starts no goroutine")
	}
	list := func(n int) (errs vpnerrors.ValidationErrors) {
		for i := range n {
			errs = append(errs, &vpnerrors.FieldError{Field: fmt.Sprintf("LocalSubnet[%d]", i), Reason: vpnerrors.ErrEmpty})
		}
		return errs
	}
	for _, tt := range []struct {
		name             string
		err              error
		lines            int
		english, chinese string // the last line; "" for an ordinary problem
	}{
		{"one", list(1), 1, "", ""},
		{"as many as are listed", list(16), 16, "", ""},
		{"one more", list(17), 17, "And 1 more.", "另有 1 个问题。"},
		{"many", list(100_000), 17, "And 99984 more.", "另有 99984 个问题。"},
		{"joined", stderrors.Join(list(10), io.EOF, fmt.Errorf("x: %w", list(10))), 17, "And 5 more.", "另有 5 个问题。"},
	} {
		for lang, last := range map[vpnerrors.Language]string{vpnerrors.English: tt.english, vpnerrors.Chinese: tt.chinese} {
			got := strings.Split(vpnerrors.Message(tt.err, lang), "\n")
			if len(got) != tt.lines {
				t.Errorf("%s, language %d: %d lines, want %d", tt.name, lang, len(got), tt.lines)
			}
			if end := got[len(got)-1]; last != "" && end != last || last == "" && !strings.HasPrefix(end, "LocalSubnet[") {
				t.Errorf("%s, language %d: the last line is %q, want %q", tt.name, lang, end, last)
			}
		}
	}
}
