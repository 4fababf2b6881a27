package errors_test

import (
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// TestFormText has what a form shows next to its input, in both languages.
func TestFormText(t *testing.T) {
	for _, tt := range []struct {
		err              *vpnerrors.FieldError
		english, chinese string
		why              string
	}{
		{nil, "", "", "no error"},
		{&vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "a", Min: 2, Max: 128},
			`too short "a": want 2 to 128 characters`, `"a" 太短，应为 2 到 128 个字符`, "without the name of the field"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.TunnelIkeConfig.RemoteId", Reason: vpnerrors.ErrRequired, In: aliyun.Edition2025},
			"required: want text without spaces or control characters, 1 to 100 characters", "必须填写，应为不含空白和控制字符的文本，长度为 1 到 100 个字符",
			"with the limits, although no value was given"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2", Reason: vpnerrors.ErrRequired, In: aliyun.Edition2025},
			"required: want both tunnels, or none", "必须填写，应为两条隧道，或都不设置", "a tunnel, set by options or as an object"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2", Reason: vpnerrors.ErrBadType, In: aliyun.Edition2025},
			"bad type: want an object", "类型不对，应为对象", "the same in a file"},
		{&vpnerrors.FieldError{Field: "HealthCheckConfig.interval", Reason: vpnerrors.ErrBadType, Min: 1, In: aliyun.Edition2025},
			"bad type: want a whole number of 1 or more, in a file without quotes", "类型不对，应为不小于 1 的整数，在文件中不带引号", "a number in quotes"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2.TunnelBgpConfig.LocalBgpIp", Reason: vpnerrors.ErrRequired, In: aliyun.Edition2025},
			"required: want an IPv4 address", "必须填写，应为 IPv4 地址", "no example, which would be outside its block"},
		{&vpnerrors.FieldError{Field: "IkeConfig", Reason: vpnerrors.ErrBadType, Offset: 17},
			"bad type: want a JSON object; the text is no JSON from byte 17 on", "类型不对，应为 JSON 对象；从第 17 字节起不是合法的 JSON",
			"where the syntax error is, without the text, which may contain a key"},
		{&vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100, Offset: -1},
			"bad character: want text without control characters, 1 to 100 characters; there is a line break at its end",
			"有不允许的字符，应为不含控制字符的文本，长度为 1 到 100 个字符；末尾有换行符", "a key that was read from a file"},
		{&vpnerrors.FieldError{Field: "IkeConfig.IkeAuthAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "sha256", Allowed: []string{"md5", "sha1"}, Edition: aliyun.Edition2025},
			`unsupported value "sha256": want md5 or sha1; it is in edition 2025`, `不支持的取值 "sha256"，应为 md5 或 sha1；它属于 2025 版`, "a value of another edition"},
		{&vpnerrors.FieldError{Field: "Tags", Reason: vpnerrors.ErrTooMany, Value: "21", Max: 20, In: aliyun.Edition2025},
			`too many "21": want at most 20`, `"21" 数量过多，最多 20 个`, "a list"},
		{&vpnerrors.FieldError{Field: "Tags", Reason: vpnerrors.ErrBadType, In: aliyun.Edition2025},
			"bad type: want a parameter for each member, such as Tags.1.Key, or in a file a list of objects with Key and Value",
			"类型不对，应为每个成员各一个参数，例如 Tags.1.Key，在文件中则为由包含 Key 和 Value 的对象组成的列表", "a list that may be one JSON text"},
		{&vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrFraction, Value: "0.0000036", Suggest: "3600", Max: 86400},
			`not a whole number "0.0000036": want 0 to 86400 seconds; did you mean 3600?`, `"0.0000036" 不是整数，应为 0 到 86400 之间的整数秒；是否应为 3600？`,
			"a duration without its unit"},
		{&vpnerrors.FieldError{Field: "IkeConfig", Reason: vpnerrors.ErrConflict, Part: "TunnelOptionsSpecification", In: aliyun.Edition2025},
			"conflict with TunnelOptionsSpecification: want TunnelIkeConfig in each tunnel instead", "与 TunnelOptionsSpecification 互相冲突，应改为在每条隧道中设置 TunnelIkeConfig", "where it belongs"},
		{&vpnerrors.FieldError{Field: "health", Parameter: "HealthCheckConfig", Reason: vpnerrors.ErrConflict, Part: "TunnelOptionsSpecification", In: aliyun.Edition2025},
			"conflict with TunnelOptionsSpecification: want it unset, since it is for a single tunnel", "与 TunnelOptionsSpecification 互相冲突，它仅用于单隧道，不应设置", "tunnels do not have it"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn", Reason: vpnerrors.ErrConflict, Value: "2", Part: "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn", Suggest: "1", In: aliyun.Edition2025},
			`conflict of "2" with TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: want the same in both tunnels; did you mean 1?`,
			`"2" 与 TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn 不一致，两条隧道须相同；是否应为 1？`, "the same parameter of two tunnels"},
		{&vpnerrors.FieldError{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrConflict, Value: "ikev2", Part: "IkeConfig.IkeEncAlg", Suggest: "ikev1", In: aliyun.Edition2025},
			`conflict of "ikev2" with IkeConfig.IkeEncAlg, which is for an SM gateway: want ikev1`, `"ikev2" 与 IkeConfig.IkeEncAlg 互相冲突，后者用于国密型 VPN 网关，应为 ikev1`, "an SM gateway"},
		{&vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrConflict, Part: "RegionId"},
			"conflict with RegionId: want one of the two", "与 RegionId 互相冲突，只能保留其中之一", "two parameters, not two values of one"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn", Reason: vpnerrors.ErrConflict, Value: "7", Part: "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn"},
			`conflict of "7" with TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn: want the same in both tunnels`,
			`"7" 与 TunnelOptionsSpecification.1.TunnelBgpConfig.LocalAsn 不一致，两条隧道须相同`, "without one of them it is the default"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.Name", Reason: vpnerrors.ErrUnknownParameter, Suggest: "Name", In: aliyun.Edition2025},
			"unknown parameter in a tunnel: did you mean Name of the connection?", "隧道中没有这个参数；是否应为连接的 Name？", "where it belongs"},
		{&vpnerrors.FieldError{Field: "spec.IkeConfig.Psk", Parameter: "IkeConfig.Psk", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig"},
			"unknown parameter: want it as a member of IkeConfig", "未知参数，应写作 IkeConfig 的成员", "a name with a dot in a file"},
		{&vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.IKE", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig", In: aliyun.Edition2025},
			"unknown parameter: did you mean IkeConfig?", "未知参数；是否应为 IkeConfig？", "what a tunnel has, by the name that Without takes"},
		{&vpnerrors.FieldError{Field: "IkeConfig.IkeVersion", Reason: vpnerrors.ErrConflict, Value: "ikev1", Part: "ikev2"},
			`conflict between "ikev1" and "ikev2": want one value`, `"ikev1" 与 "ikev2" 互相冲突，只能取其中一个值`, "two values of one"},
	} {
		if got := tt.err.Text(vpnerrors.English); got != tt.english {
			t.Errorf("%s\ngot  %s\nwant %s", tt.why, got, tt.english)
		}
		if got := tt.err.Text(vpnerrors.Chinese); got != tt.chinese {
			t.Errorf("%s\ngot  %s\nwant %s", tt.why, got, tt.chinese)
		}
		if got := tt.err.Text(99); got != tt.english {
			t.Errorf("in an unknown language: %s", got)
		}
	}
}
