package errors

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The punctuation of a sentence.
var (
	afterField = words{": ", "："}
	comma      = words{", ", "、"}
	or         = words{" or ", " 或 "}
	upTo       = words{"%d to %d", "%d 到 %d"}
	charsUpTo  = words{"%d to %d characters", " %d 到 %d 个字符"}
	keyFrom    = words{"a key of at least %d bytes", "至少 %d 字节的密钥"}
	invalid    = words{"invalid", "无效"}
)

// sentence says on one line what e says in data.
func (e *FieldError) sentence(lang Language) string {
	phrase := otherPhrase
	if r, ok := e.Reason.(reason); ok {
		phrase = phrases[r]
	}
	s := e.fill(phrase[lang], lang)
	if e.Field == "" {
		return s
	}
	return plain(e.Field) + afterField[lang] + s
}

// placeholder returns what stands for a name in a phrase, "" where e has nothing to show.
func (e *FieldError) placeholder(name string, lang Language) string {
	switch name {
	case "reason":
		if e.Reason == nil {
			return invalid[lang]
		}
		return oneLine(e.Reason.Error(), maxMessage)
	case "value":
		if e.Reason == ErrTooLong && utf8.RuneCountInString(e.Value) >= maxShown {
			return quote(e.Value) + "..." // else it would look as if it were no longer than that
		}
		return quote(e.Value)
	case "part":
		return quote(e.Part)
	case "place":
		return plain(e.Part)
	case "suggest":
		return plain(e.Suggest)
	case "allowed":
		return alternatives(e.Allowed, lang)
	case "want":
		return e.want(lang)
	}
	switch {
	case e.Max != 0 && name == "limits":
		return fmt.Sprintf(upTo[lang], e.Min, e.Max)
	case e.Max != 0 && name == "length":
		return fmt.Sprintf(charsUpTo[lang], e.Min, e.Max)
	case e.Min != 0 && name == "length": // a text has an upper limit, the key of a derived token has none
		return fmt.Sprintf(keyFrom[lang], e.Min)
	}
	return ""
}

// want says what belongs into the field.
func (e *FieldError) want(lang Language) string {
	field := withoutIndex(cmp.Or(e.Parameter, e.Field))
	if r, ok := e.Reason.(reason); ok {
		if want, ok := wantsFor[r][field]; ok {
			return want[lang]
		}
	}
	if want, ok := wants[field]; ok {
		return e.fill(want[lang], lang)
	}
	return alternatives(e.Allowed, lang)
}

// fill puts the placeholder for each {name} of phrase, and leaves out a group in square brackets unless all its
// placeholders have something to show. What is put in is not looked at again: a value that looks like a placeholder
// stays as it is.
func (e *FieldError) fill(phrase string, lang Language) string {
	var b []byte
	group, whole := 0, true // where the open group began in b, and whether all of it has something to show
	for phrase != "" {
		i := strings.IndexAny(phrase, "[]{")
		if i < 0 {
			b = append(b, phrase...)
			break
		}
		b = append(b, phrase[:i]...)
		switch phrase[i] {
		case '[':
			group, whole = len(b), true
		case ']':
			if !whole {
				b = b[:group]
			}
			whole = true
		case '{':
			name, _, _ := strings.Cut(phrase[i+1:], "}")
			v := e.placeholder(name, lang)
			whole = whole && v != ""
			b = append(b, v...)
			i += len(name) + 1
		}
		phrase = phrase[i+1:]
	}
	return string(b)
}

// withoutIndex turns "LocalSubnet[7]" into "LocalSubnet[]".
func withoutIndex(field string) string {
	if name, _, ok := strings.Cut(field, "["); ok {
		return name + "[]"
	}
	return field
}

// alternatives joins a list as "aes, des or 3des". In Chinese a space parts it from what stands before.
func alternatives(values []string, lang Language) string {
	var b strings.Builder
	for i, v := range values {
		switch {
		case i == 0 && lang == Chinese:
			b.WriteByte(' ')
		case i == 0:
		case i == len(values)-1:
			b.WriteString(or[lang])
		default:
			b.WriteString(comma[lang])
		}
		b.WriteString(plain(v))
	}
	return b.String()
}

// maxShown is how many characters of a value are shown, as in FieldError.Value.
const maxShown = 64

// quote returns s in quotes with nothing in it that could break or reorder a line, and "" for no text.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(fmt.Sprintf("%.*s", maxShown, s))
}

// plain returns s as it is where that is safe to read, in quotes otherwise.
func plain(s string) string {
	if len(s) > maxShown {
		return quote(s)
	}
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' {
			return quote(s)
		}
	}
	return s
}
