package reply

import (
	"bytes"
	"encoding/json"
	"strings"
)

// readJSON reads the members of a JSON object in turn, and stops where the text is no longer JSON.
//
// encoding/json cannot do that: decoding gives nothing for a body that is cut short, and reading token by token takes
// twice as long, and in a later version of that package stops at a depth of 10,000.
func (r *Reply) readJSON(body []byte) {
	rest := body[1:]
	for {
		name, after, ok := cutLiteral(rest)
		if !ok || len(name) == 0 || name[0] != '"' {
			return
		}
		if after, ok = cutMark(after, ':'); !ok {
			return
		}
		value, after, ok := cutLiteral(after)
		if !ok {
			return
		}
		r.set(jsonText(name), jsonText(value), strings.EqualFold)
		if rest, ok = cutMark(after, ','); !ok {
			return
		}
	}
}

// cutMark returns what follows a punctuation mark at the start of text.
func cutMark(text []byte, mark byte) (rest []byte, ok bool) {
	text = trimSpace(text)
	if len(text) == 0 || text[0] != mark {
		return nil, false
	}
	return text[1:], true
}

// cutLiteral returns the JSON value at the start of text, not decoded, and what follows it. It is not ok if the value's
// end is missing.
func cutLiteral(text []byte) (literal, rest []byte, ok bool) {
	text = trimSpace(text)
	if len(text) == 0 {
		return nil, nil, false
	}
	var end int
	switch text[0] {
	case '"':
		end, ok = stringEnd(text)
	case '{', '[':
		end, ok = nestEnd(text)
	default:
		// A number at the very end of text may lack digits. What is not a JSON value, or empty, is a value that cannot
		// be read: it must not hide the members after it.
		end = bytes.IndexAny(text, ",]} \t\r\n")
		ok = end >= 0
	}
	if !ok {
		return nil, nil, false
	}
	return text[:end], text[end:], true
}

// stringEnd returns the length of the string at the start of text. It is not ok if text ends before it.
func stringEnd(text []byte) (length int, ok bool) {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i + 1, true
		case '\\':
			i++
		}
	}
	return 0, false
}

// nestEnd returns the length of the array or object at the start of text. It is not ok if text ends before it. Its
// content does not matter, so it does not distinguish the two kinds of bracket.
func nestEnd(text []byte) (length int, ok bool) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case '"':
			n, ok := stringEnd(text[i:])
			if !ok {
				return 0, false
			}
			i += n - 1
		}
	}
	return 0, false
}

// jsonText returns the text of a string, the digits of a number, and "" for everything else.
func jsonText(literal []byte) string {
	if len(literal) == 0 {
		return ""
	}
	switch c := literal[0]; {
	case c == '"' && isPlain(literal):
		return string(literal[1 : len(literal)-1])
	case c == '"':
		var s string
		if json.Unmarshal(literal, &s) != nil {
			return ""
		}
		return s
	case (c == '-' || '0' <= c && c <= '9') && json.Valid(literal):
		return string(literal)
	}
	return ""
}

// isPlain reports whether a string has nothing to decode.
func isPlain(literal []byte) bool {
	for _, c := range literal {
		if c < ' ' || c > '~' || c == '\\' {
			return false
		}
	}
	return true
}

func trimSpace(text []byte) []byte { return bytes.TrimLeft(text, " \t\r\n") }
