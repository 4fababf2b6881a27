package errors

// words are one text in each Language.
type words [2]string

// phrases has the words for each reason. A group in square brackets is left out when one of its placeholders has
// nothing to show.
var phrases = map[error]words{
	ErrRequired: {
		"required[: want {want}]",
		"必须填写[，应为{want}]",
	},
	ErrEmpty: {
		"empty[: want {want}]",
		"不能为空[，应为{want}]",
	},
	ErrBadCharacter: {
		"bad character[ {part}][ in {value}][: want {want}]",
		"[{value} 中]有不允许的字符[ {part}][，应为{want}]",
	},
	ErrTooShort: {
		"too short[ {value}][: want {length}]",
		"[{value} ]太短[，应为{length}]",
	},
	ErrTooLong: {
		"too long[ {value}][: want {length}]",
		"[{value} ]太长[，应为{length}]",
	},
	ErrUnsupportedValue: {
		"unsupported value[ {value}][: want {want}][; did you mean {suggest}?]",
		"不支持的取值[ {value}][，应为{want}][；是否应为 {suggest}？]",
	},
	ErrOutOfRange: {
		"out of range[ {value}][: want {limits} seconds]",
		"[{value} ]超出范围[，应为 {limits} 秒]",
	},
	ErrFraction: {
		"not a whole number[ {value}][: want {limits} seconds]",
		"[{value} ]不是整数[，应为 {limits} 之间的整数秒]",
	},
	ErrNotIPv4: {
		"not IPv4[ {value}]: want an IPv4 CIDR block",
		"[{value} ]不是 IPv4 网段，应为 IPv4 CIDR 网段",
	},
	ErrBadCIDR: {
		"bad CIDR block[ {value}]: want an address and a prefix length such as 10.0.0.0/24[; did you mean {suggest}?]",
		"[{value} ]不是有效的 CIDR 网段，应为地址加前缀长度，例如 10.0.0.0/24[；是否应为 {suggest}？]",
	},
	ErrHostBits: {
		"host bits set[ in {value}]: want a network address[; did you mean {suggest}?]",
		"[{value} ]的主机位不为零，应为网络地址[；是否应为 {suggest}？]",
	},
	ErrDuplicate: {
		"duplicate[ {value}]: want it once[; first at {place}]",
		"[{value} ]重复，只能出现一次[；首次出现在 {place}]",
	},
	ErrConflict: {
		"conflict[ between {value} and {part}]: want one value",
		"[{value} 与 {part} ]互相冲突，只能取其中一个值",
	},
	ErrBadType: {
		"bad type[ {value}][: want {want}][; did you mean {suggest}?]",
		"[{value} ]类型不对[，应为{want}][；是否应为 {suggest}？]",
	},
	ErrUnknownParameter: {
		"unknown parameter[: did you mean {suggest}?]",
		"未知参数[；是否应为 {suggest}？]",
	},
}

// otherPhrase serves a reason that is not ours: a FieldError is open to others who write rules of their own.
var otherPhrase = words{
	"{reason}[ {value}][: want {allowed}][; did you mean {suggest}?]",
	"{reason}[ {value}][，应为{allowed}][；是否应为 {suggest}？]",
}

// wants says what belongs into a field, for the reasons that have no words of their own for it. Beside the documented
// parameters it has the tag of package validation for an identifier of whatever it may be.
var wants = map[string]words{
	"vpn_id":                    {"an ID, " + identifier[English], " ID，" + identifier[Chinese]},
	"Spec":                      {"an object in which no member stands twice", "没有重复成员的对象"},
	"CustomerGatewayId":         {"the ID of a customer gateway, " + identifier[English], "用户网关的 ID，" + identifier[Chinese]},
	"LocalSubnet":               {"at least one IPv4 CIDR block", "一个或多个 IPv4 CIDR 网段"},
	"LocalSubnet[]":             {"an IPv4 CIDR block such as 10.0.0.0/24", " IPv4 CIDR 网段，例如 10.0.0.0/24"},
	"RegionId":                  {"the ID of a region, " + identifier[English], "地域的 ID，" + identifier[Chinese]},
	"RemoteSubnet":              {"at least one IPv4 CIDR block", "一个或多个 IPv4 CIDR 网段"},
	"RemoteSubnet[]":            {"an IPv4 CIDR block such as 10.0.0.0/24", " IPv4 CIDR 网段，例如 10.0.0.0/24"},
	"VpnGatewayId":              {"the ID of a VPN gateway, " + identifier[English], " VPN 网关的 ID，" + identifier[Chinese]},
	"ClientToken":               {"[{limits} ]printable ASCII characters", "[ {limits} 个]可打印的 ASCII 字符"},
	"EffectImmediately":         {"true or false", " true 或 false"},
	"IkeConfig":                 {"a JSON object", " JSON 对象"},
	"IkeConfig.Psk":             text,
	"IkeConfig.IkeLifetime":     {"[{limits} ]whole seconds", "[ {limits} 之间的]整数秒"},
	"IkeConfig.LocalIdIPsec":    text,
	"IkeConfig.RemoteId":        text,
	"IpsecConfig":               {"a JSON object", " JSON 对象"},
	"IpsecConfig.IpsecLifetime": {"[{limits} ]whole seconds", "[ {limits} 之间的]整数秒"},
	"Name": {
		"[{limits} ]letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character",
		"[ {limits} 个]英文字母、汉字、数字、点号（.）、下划线（_）或短横线（-），且以英文字母或汉字开头",
	},
}

// wantsFor has other words than wants for a reason that those do not fit.
var wantsFor = map[error]map[string]words{
	ErrBadType: {
		"vpn_id":                    quoted,
		"CustomerGatewayId":         quoted,
		"LocalSubnet":               quotedOrList,
		"LocalSubnet[]":             quoted,
		"RegionId":                  quoted,
		"RemoteSubnet":              quotedOrList,
		"RemoteSubnet[]":            quoted,
		"VpnGatewayId":              quoted,
		"ClientToken":               quoted,
		"EffectImmediately":         {"true or false without quotes", "不带引号的 true 或 false"},
		"IkeConfig.Psk":             quoted,
		"IkeConfig.IkeLifetime":     number,
		"IkeConfig.LocalIdIPsec":    quoted,
		"IkeConfig.RemoteId":        quoted,
		"IpsecConfig.IpsecLifetime": number,
		"Name":                      quoted,
	},
	ErrUnsupportedValue: {
		"IkeConfig.Psk": {"the key itself, not what stands in its place where it is hidden", "密钥本身，而不是隐藏密钥时的占位符"},
	},
}

var (
	identifier = words{
		"printable ASCII with no space, comma or quote",
		"只能包含可打印的 ASCII 字符，不能有空格、逗号或引号",
	}
	quoted       = words{"text in quotes", "带引号的文本"}
	quotedOrList = words{"text in quotes, or a list of such", "带引号的文本，或由其组成的列表"}
	number       = words{"a number of seconds, not text", "表示秒数的数字，而不是文本"}
	text         = words{
		"text without control characters[, {limits} characters]",
		"不含控制字符的文本[，长度为 {limits} 个字符]",
	}
)
