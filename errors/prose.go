package errors

import "github.com/ipsec-go/aliyun/internal/parameters"

// words is a text in each Language.
type words [2]string

// phrases has the text for each reason. A group in square brackets is left out if one of its placeholders has nothing
// to show.
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
	ErrTooMany: {
		"too many[ {value}][: want at most {max}]",
		"[{value} ]数量过多[，最多 {max} 个]",
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
		"out of range[ {value}][: want {want}]",
		"[{value} ]超出范围[，应为{want}]",
	},
	ErrFraction: {
		"not a whole number[ {value}][: want {want}][; did you mean {suggest}?]",
		"[{value} ]不是整数[，应为{want}][；是否应为 {suggest}？]",
	},
	ErrBadAddress: {
		"bad address[ {value}][: want {want}]",
		"[{value} ]不是有效的 IPv4 地址[，应为{want}]",
	},
	ErrBadCertificate: {
		"bad certificate[: want {want}]",
		"证书无效[，应为{want}]",
	},
	ErrNotIPv4: {
		"not IPv4[ {value}]: want an IPv4 CIDR block",
		"[{value} ]不是 IPv4 网段，应为 IPv4 CIDR 网段",
	},
	ErrBadCIDR: {
		"bad CIDR block[ {value}][ with {part}]: want {network}[; did you mean {suggest}?]",
		"[{value} ]不是有效的 CIDR 网段[，含有 {part}]，应为{network}[；是否应为 {suggest}？]",
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

var (
	// otherPhrase is for a user's reason: users may write their own rules with FieldError.
	otherPhrase = words{
		"{reason}[ {value}][: want {allowed}][; did you mean {suggest}?]",
		"{reason}[ {value}][，应为{allowed}][；是否应为 {suggest}？]",
	}

	// excluded is for a conflict with another parameter, not between two values of one.
	excluded = words{
		"conflict[ of {value}] with {place}: want one of the two",
		"[{value} ]与 {place} 互相冲突，只能保留其中之一",
	}

	// unequal is for one with the same parameter of the other tunnel, which has a default: leaving one out is no cure.
	unequal = words{
		"conflict[ of {value}] with {place}: want the same in both tunnels[; did you mean {suggest}?]",
		"[{value} ]与 {place} 不一致，两条隧道须相同[；是否应为 {suggest}？]",
	}

	// forSM is for one with a parameter whose value only an SM gateway has.
	forSM = words{
		"conflict[ of {value}] with {place}, which is for an SM gateway: want {suggest}",
		"[{value} ]与 {place} 互相冲突，后者用于国密型 VPN 网关，应为 {suggest}",
	}

	// inTunnels and notWithTunnels are for one of a parameter of single-tunnel mode with tunnels, which have it or not.
	inTunnels = words{
		"conflict[ of {value}] with {place}: want {member} in each tunnel instead",
		"[{value} ]与 {place} 互相冲突，应改为在每条隧道中设置 {member}",
	}
	notWithTunnels = words{
		"conflict[ of {value}] with {place}: want it unset, since it is for a single tunnel",
		"[{value} ]与 {place} 互相冲突，它仅用于单隧道，不应设置",
	}

	// unfit and unfitWhole are for a conflict with the gateway that a request names.
	unfit = words{
		"conflict[ of {value}] with the VPN gateway: want {suggest}",
		"[{value} ]与 VPN 网关不符，应为 {suggest}",
	}
	unfitWhole = words{
		"conflict[ of {value}] with the VPN gateway: want it unset",
		"[{value} ]与 VPN 网关不符，不应设置",
	}

	// nested is for a dotted name in a file, where an object has its members in it, and ofConnection for a parameter that
	// tunnels do not have.
	nested = words{
		"unknown parameter: want it as a member of {suggest}",
		"未知参数，应写作 {suggest} 的成员",
	}
	ofConnection = words{
		"unknown parameter in a tunnel: did you mean {suggest} of the connection?",
		"隧道中没有这个参数；是否应为连接的 {suggest}？",
	}

	// brokenAt and lineBreak say where the mistake is, see FieldError.Offset.
	brokenAt  = words{"; the text is no JSON from byte %d on", "；从第 %d 字节起不是合法的 JSON"}
	lineBreak = words{"; there is a line break at its end", "；末尾有换行符"}

	// forbidden is for text that begins with or contains something forbidden.
	forbidden = words{
		"unsupported value[ {value}]: want no {part} there",
		"不支持的取值[ {value}]，不允许出现 {part}",
	}

	// elsewhere follows the text about a value or a parameter that only another edition has.
	elsewhere = words{
		"[; it is in edition {edition}]",
		"[；它属于 {edition} 版]",
	}
)

// wants says what a field of each kind accepts, for the reasons without their own text for this.
var wants = map[parameters.Kind]words{
	parameters.Identifier:  {"{noun}, printable ASCII with no space, comma or quote", "{noun}，只能包含可打印的 ASCII 字符，不能有空格、逗号或引号"},
	parameters.ASCII:       {"[{limits} ]printable ASCII characters", "[ {limits} 个]可打印的 ASCII 字符"},
	parameters.LetterName:  {"[{limits} ]letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character", "[ {limits} 个]英文字母、汉字、数字、点号（.）、下划线（_）或短横线（-），且以英文字母或汉字开头"},
	parameters.Text:        {"text without control characters[, {limits} characters]", "不含控制字符的文本[，长度为 {limits} 个字符]"},
	parameters.Word:        {"text without spaces or control characters[, {limits} characters]", "不含空白和控制字符的文本[，长度为 {limits} 个字符]"},
	parameters.Secret:      {"text without control characters[, {limits} characters]", "不含控制字符的文本[，长度为 {limits} 个字符]"},
	parameters.ASCIISecret: {`printable ASCII without spaces, double quotes and backslashes[, {limits} characters]`, "不含空格、双引号和反斜杠的可打印 ASCII 字符[，长度为 {limits} 个字符]"},
	parameters.Boolean:     {"true or false", " true 或 false"},
	parameters.Lifetime:    {"[{limits} ]whole seconds", "[ {limits} 之间的]整数秒"},
	parameters.Count:       {"a whole number[ of {min} or more]", "[不小于 {min} 的]整数"},
	parameters.ASN:         {"an AS number from 1 to 4294967295", " 1 到 4294967295 之间的自治系统号"},
	parameters.Address:     {"an IPv4 address such as 10.0.0.1", " IPv4 地址，例如 10.0.0.1"},
	parameters.Link:        {"a /30 block in 169.254.0.0/16 that is not reserved, such as 169.254.10.0/30", " 169.254.0.0/16 内未被保留的 /30 网段，例如 169.254.10.0/30"},
	parameters.Blocks:      {"at least one IPv4 CIDR block", "一个或多个 IPv4 CIDR 网段"},
	parameters.Certificate: {"one or more certificates in PEM form and nothing else", "一个或多个 PEM 格式的证书，且不含其他内容"},
	parameters.Object:      object,
	parameters.Array:       {"{noun}", "{noun}"},
}

// wantsFor replaces wants for reasons that need another text.
var wantsFor = map[error]map[parameters.Kind]words{
	ErrBadType: {
		parameters.Identifier:  quoted,
		parameters.ASCII:       quoted,
		parameters.LetterName:  quoted,
		parameters.Text:        quoted,
		parameters.Word:        quoted,
		parameters.Secret:      quoted,
		parameters.ASCIISecret: quoted,
		parameters.Boolean:     {"true or false without quotes", "不带引号的 true 或 false"},
		parameters.Lifetime:    {"a number of seconds[ from {limits}], in a file without quotes", "[ {limits} 之间的]秒数，在文件中不带引号"},
		parameters.Count:       {"a whole number[ of {min} or more], in a file without quotes", "[不小于 {min} 的]整数，在文件中不带引号"},
		parameters.Address:     quoted,
		parameters.Link:        quoted,
		parameters.Blocks:      {"text in quotes, or a list of such", "带引号的文本，或由其组成的列表"},
		parameters.Certificate: quoted,
		parameters.Array:       {"a parameter for each member, such as {first}, or in a file {noun}", "每个成员各一个参数，例如 {first}，在文件中则为{noun}"},
	},
	ErrOutOfRange: {
		parameters.Lifetime: {"[{limits} seconds]", "[ {limits} 秒]"},
		parameters.Address:  {"an address[ of {part}] other than the first and the last", "[ {part} 中]除首尾之外的地址"},
	},
	ErrRequired: {
		parameters.Address: {"an IPv4 address", " IPv4 地址"}, // an example would be outside the block that it may have to be in
	},
	ErrFraction: {
		parameters.Lifetime: {"[{limits} seconds]", "[ {limits} 之间的整数秒]"},
	},
	ErrUnsupportedValue: {
		parameters.Secret:      itself,
		parameters.ASCIISecret: itself,
	},
}

var (
	within       = words{"[{limits}]", "[ {limits}]"} // for a field that no edition has
	object       = words{"an object", "对象"}
	jsonObject   = words{"a JSON object", " JSON 对象"}
	flatObject   = words{"a parameter for each member, or in a file an object", "每个成员各一个参数，在文件中则为对象"}
	network      = words{"an address and a prefix length such as 10.0.0.0/24", "地址加前缀长度，例如 10.0.0.0/24"}
	block        = words{"an IPv4 CIDR block such as 10.0.0.0/24", " IPv4 CIDR 网段，例如 10.0.0.0/24"}
	bothTunnels  = words{"both tunnels, or none", "两条隧道，或都不设置"}
	quoted       = words{"text in quotes", "带引号的文本"}
	itself       = words{"the key itself, not what stands in its place where it is hidden", "密钥本身，而不是隐藏密钥时的占位符"}
	uniqueObject = words{"a JSON object or a YAML mapping without duplicate keys and without placeholders of a template left in it", "没有重复成员、也没有残留模板占位符的 JSON 对象或 YAML 映射"}
)

// nouns says what an identifier identifies, and what a list contains, by the documented name; the last one is for any
// identifier.
var nouns = map[string]words{
	"Tags":                       {"a list of objects with Key and Value", "由包含 Key 和 Value 的对象组成的列表"},
	"TunnelOptionsSpecification": {"two tunnels, each with parameters of its own", "两条隧道，各有自己的参数"},

	"CustomerGatewayId": {"the ID of a customer gateway", "用户网关的 ID"},
	"RegionId":          {"the ID of a region", "地域的 ID"},
	"VpnGatewayId":      {"the ID of a VPN gateway", " VPN 网关的 ID"},
	"":                  {"an ID", " ID"},
}
