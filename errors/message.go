package errors

import (
	"fmt"
	"strings"

	"github.com/ipsec-go/aliyun/internal/reply"
)

// answers says what each documented error means to the person who asked for the connection, and what to do next.
var answers = map[error]words{
	ErrForbiddenSubUser: {
		"Your account was created by another user and has no permission for this resource; ask for it, then try again.",
		"您的账号由其他用户创建，没有操作该资源的权限，请先取得授权再重试。",
	},
	ErrForbidden: {
		"Your account has no permission for this resource; check its permissions, or open a ticket with the service.",
		"您的账号没有操作该资源的权限，请检查授权，或提交工单咨询。",
	},
	ErrQuotaFull: {
		"The quota for this resource is used up; delete what is no longer needed, or apply for a higher quota.",
		"该资源的配额已用完，请删除不再需要的资源，或申请提升配额。",
	},
	ErrCustomerGatewayNotFound: {
		"There is no such customer gateway; check CustomerGatewayId and RegionId.",
		"找不到这个用户网关，请检查 CustomerGatewayId 和 RegionId。",
	},
	ErrVPNGatewayNotFound: {
		"There is no such VPN gateway; check VpnGatewayId and RegionId.",
		"找不到这个 VPN 网关，请检查 VpnGatewayId 和 RegionId。",
	},
	ErrAlreadyExists: {
		"There is such a connection already; check whether its settings are the ones you want.",
		"这样的 IPsec 连接已经存在，请确认它的配置是否符合预期。",
	},
	ErrConfiguring: {
		"The VPN gateway is busy with an earlier change; wait a few seconds and send the same request again.",
		"VPN 网关正在处理之前的变更，请等待几秒后原样重发请求。",
	},
	ErrFinancialLocked: {
		"The VPN gateway is locked because a payment is due; pay first, then try again.",
		"VPN 网关因欠费被锁定，请先结清欠款再重试。",
	},
	ErrMalformedReply: {
		"The reply cannot be understood, and the connection may have been created; try again with the same ClientToken.",
		"无法识别服务端返回的内容，连接可能已经创建成功，请使用相同的 ClientToken 重试。",
	},
}

// notTheService is for a malformed reply that is final, such as the 403 of a proxy.
var notTheService = words{
	"The reply cannot be understood, and perhaps the service did not send it; check the address, and what lies on the way to it.",
	"无法识别返回的内容，可能并非由服务端返回，请检查服务地址以及途中的代理。",
}

var (
	fullStop = words{".", "。"}
	andMore  = words{"And %d more.", "另有 %d 个问题。"}
)

// Message returns what a person at a screen needs to know about err: for each problem one sentence, on a line of its
// own, with what is wrong, where, and what to do next; after 16 of them, how many more there are. The problems are the
// field errors and API errors that err is, wraps or joins, including the SDKs' errors that [FromSDK] recognises. For a
// code that is not documented the sentence is the service's own message. Any other error gives its own text, up to
// where a pre-shared key may stand in it, and nil gives "". A Language that is not listed counts as English.
func Message(err error, lang Language) string {
	if err == nil {
		return ""
	}
	if lang != Chinese {
		lang = English
	}
	sentences := problems(err, lang)
	if more := len(sentences) - maxListed; more > 0 {
		sentences = append(sentences[:maxListed], fmt.Sprintf(andMore[lang], more))
	}
	return strings.Join(sentences, "\n")
}

// problems returns a sentence for each problem in err, or the text of err if it has none that is ours.
func problems(err error, lang Language) []string {
	if list := known(err, lang); list != nil {
		return list
	}
	return []string{foreign(err)}
}

// known returns a sentence for each problem in err, nil if it has none that is ours.
func known(err error, lang Language) []string {
	if isNilPointer(err) {
		return nil
	}
	if e, ok := answerIn(err); ok {
		return []string{e.message(lang)}
	}
	switch e := err.(type) {
	case *FieldError:
		return []string{e.message(lang)}
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return known(inner, lang)
		}
	case interface{ Unwrap() []error }:
		return joined(e.Unwrap(), lang)
	}
	return nil
}

// joined returns the problems of all errors if one of them is ours, nil otherwise.
func joined(errs []error, lang Language) []string {
	var list []string
	ours := false
	for _, err := range errs {
		if err == nil {
			continue
		}
		k := known(err, lang)
		ours = ours || k != nil
		if k == nil {
			k = []string{oneLine(foreign(err), maxMessage)}
		}
		list = append(list, k...)
	}
	if !ours {
		return nil
	}
	return list
}

// foreign returns the text of an error that is not ours, up to where a pre-shared key may follow: net/http shows the URL of
// a request that got no reply.
func foreign(err error) string {
	return reply.Redact(fmt.Sprint(err)) // which bears a nil pointer that err.Error() does not
}

func (e *FieldError) message(lang Language) string {
	s := e.sentence(lang)
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？") {
		return s
	}
	return s + fullStop[lang]
}

func (e *APIError) message(lang Language) string {
	answer, documented := answers[e.Code.document().sentinel]
	switch {
	case e.Code == "" && !e.Retryable():
		return notTheService[lang]
	case e.Code == "":
		return answers[ErrMalformedReply][lang]
	case documented:
		return answer[lang]
	case e.Message != "":
		return oneLine(e.Message, maxMessage)
	}
	return oneLine(string(e.Code), maxName)
}
