package errors

import (
	"strconv"
	"strings"
)

// A Language is a language of [Message] and [FieldError.Text]. The zero Language is English.
type Language int

// The languages of [Message] and [FieldError.Text].
const (
	English Language = iota
	Chinese          // in simplified characters
)

// orEnglish returns English for an unknown language.
func (l Language) orEnglish() Language {
	if l == Chinese {
		return l
	}
	return English
}

const blanks = " \t"

// ParseLanguage returns the Language that the value of an Accept-Language header prefers, by its weights: English if it
// names neither, or is not a header value at all. Of two with the same weight it returns the first. A "*" stands for English
// if English is not named.
func ParseLanguage(acceptLanguage string) Language {
	type wish struct {
		place  int // in the list, from 1; 0 if not in it
		weight float64
	}
	var english, chinese, other wish
	place := 0
	for entry := range strings.SplitSeq(acceptLanguage, ",") {
		place++
		tag, parameters, _ := strings.Cut(entry, ";")
		primary, _, _ := strings.Cut(strings.ToLower(strings.Trim(tag, blanks)), "-")
		var w *wish
		switch primary {
		case "en":
			w = &english
		case "zh":
			w = &chinese
		case "*":
			w = &other
		default:
			continue
		}
		if q := quality(parameters); w.place == 0 || q > w.weight {
			*w = wish{place, q}
		}
	}
	if english.place == 0 {
		english = other
	}
	earlier := chinese.weight == english.weight && chinese.place < english.place
	if chinese.weight > english.weight || chinese.weight > 0 && earlier {
		return Chinese
	}
	return English
}

// quality reads the weight of an entry: RFC 9110, section 12.4.2. An invalid weight is ignored.
func quality(parameters string) float64 {
	if strings.Trim(parameters, blanks) == "" {
		return 1
	}
	name, value, _ := strings.Cut(parameters, "=")
	value = strings.Trim(value, blanks)
	isWeight := strings.EqualFold(strings.Trim(name, blanks), "q")
	isNumber := len(value) <= len("0.000") && strings.Trim(value, ".0123456789") == ""
	if !isWeight || !isNumber {
		return 0
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil || q > 1 {
		return 0
	}
	return q
}
