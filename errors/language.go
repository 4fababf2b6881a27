package errors

import (
	"strconv"
	"strings"
)

// A Language is one that [Message] speaks. The zero Language is English.
type Language int

// The languages of Message.
const (
	English Language = iota
	Chinese          // in simplified characters
)

// ParseLanguage returns the Language that the value of an Accept-Language header prefers, by its weights: English if it
// names neither, or is not a header value at all. Of two with the same weight the first counts.
func ParseLanguage(acceptLanguage string) Language {
	best, weight := English, 0.0
	for entry := range strings.SplitSeq(acceptLanguage, ",") {
		tag, parameters, _ := strings.Cut(entry, ";")
		primary, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		var lang Language
		switch primary {
		case "en", "*":
			lang = English
		case "zh":
			lang = Chinese
		default:
			continue
		}
		if q := quality(parameters); q > weight {
			best, weight = lang, q
		}
	}
	return best
}

// quality reads the weight of an entry: RFC 9110, section 12.4.2. One that is no weight counts as none at all.
func quality(parameters string) float64 {
	parameters = strings.ReplaceAll(parameters, " ", "")
	name, value, given := strings.Cut(parameters, "=")
	if !given || !strings.EqualFold(name, "q") {
		if parameters == "" {
			return 1
		}
		return 0
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return 0
	}
	return q
}
