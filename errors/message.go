package errors

import (
	"fmt"
	"strings"
)

// What a reply without a code means to the person who requested the connection.
var (
	malformed = words{
		"The reply cannot be understood, and the connection may have been created; try again with the same ClientToken.",
		"无法识别服务端返回的内容，连接可能已经创建成功，请使用相同的 ClientToken 重试。",
	}
	// notTheService is for a final reply, such as the 403 of a proxy.
	notTheService = words{
		"The reply cannot be understood, and perhaps the service did not send it; check the address and any proxy in between.",
		"无法识别返回的内容，可能并非由服务端返回，请检查服务地址以及途中的代理。",
	}
)

var (
	fullStop = words{".", "。"}
	andMore  = words{"And %d more.", "另有 %d 个问题。"}
)

// Message returns what a person needs to know about err. For each problem it has one sentence, on a line of its own, that
// says what is wrong, where, and what to do next; after 16 of them it says how many more there are. The problems are the
// field errors and API errors that err is, wraps or joins, including the SDKs' errors that [FromSDK] recognizes. For a
// code that this package does not know the sentence is the service's own message, in Chinese after the parameter that
// [APIError.Field] names. Any other error gives its own text
// without what [Redact] removes, and nil gives "". An unknown Language is treated as English.
func Message(err error, lang Language) string {
	if err == nil {
		return ""
	}
	lang = lang.orEnglish()
	sentences := problems(err, lang)
	if more := len(sentences) - maxListed; more > 0 {
		sentences = append(sentences[:maxListed], fmt.Sprintf(andMore[lang], more))
	}
	return strings.Join(sentences, "\n")
}

// problems returns a sentence for each problem in err, or the text of err if it has no error of this module.
func problems(err error, lang Language) []string {
	if list := known(err, lang); list != nil {
		return list
	}
	return []string{safeText(err)}
}

// known returns a sentence for each problem in err, or nil if it has no error of this module.
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
	case *redacted:
		return known(e.original(), lang)
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return known(inner, lang)
		}
	case interface{ Unwrap() []error }:
		return joined(e.Unwrap(), lang)
	}
	return nil
}

// joined returns the problems of all errors if one of them is of this module, or nil.
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
			k = []string{oneLine(safeText(err), maxMessage)}
		}
		list = append(list, k...)
	}
	if !ours {
		return nil
	}
	return list
}

func (e *FieldError) message(lang Language) string {
	s := e.sentence(lang)
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？") {
		return s
	}
	return s + fullStop[lang]
}

func (e *APIError) message(lang Language) string {
	switch f := e.Code.facts(); {
	case e.Code == "" && e.Retryable():
		return malformed[lang]
	case e.Code == "":
		return notTheService[lang]
	case f.known():
		return f.message(lang)
	case e.Message != "" && lang == Chinese && e.Field() != "":
		format := "参数 %s 有误，服务端返回：%s"
		if strings.HasPrefix(string(e.Code), "Missing") {
			format = "缺少参数 %s，服务端返回：%s"
		}
		return fmt.Sprintf(format, e.Field(), oneLine(e.Message, maxMessage))
	case e.Message != "":
		return oneLine(e.Message, maxMessage)
	}
	return oneLine(string(e.Code), maxName)
}
