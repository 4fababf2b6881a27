package reply

import (
	"bytes"
	"encoding/xml"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"
)

// readXML reads the elements directly below the root. Letter case counts in their names, as in XML: HTML has a <code>
// too, and a page of a proxy must not be taken for an error of the service.
func (r *Reply) readXML(body []byte) {
	// encoding/xml refuses versions and charsets that it does not know, so the prolog is removed. Bytes of another
	// charset are kept; what is ASCII, such as the code and the IDs, is still right.
	if bytes.HasPrefix(body, []byte("<?xml")) {
		_, body, _ = bytes.Cut(body, []byte("?>"))
	}
	text := bytes.Map(xmlRune, body)
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	var (
		depth int
		name  string // of the element below the root that d is in; "" once there is markup in it
		value []byte
	)
	for {
		token, err := d.Token()
		if err != nil {
			if depth > 0 {
				r.readBrokenXML(text[d.InputOffset():])
			}
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case depth == 1 && strings.EqualFold(token.Name.Local, "html"):
				return
			case depth == 2:
				name, value = token.Name.Local, value[:0]
			default:
				name = ""
			}
		case xml.CharData:
			if depth == 2 {
				value = append(value, token...)
			}
		case xml.EndElement:
			if depth == 2 {
				r.set(name, string(value), equal)
			}
			depth--
			if depth == 0 {
				return
			}
		}
	}
}

// textElement matches an element with only text in it, or what must not be taken for one.
var textElement = regexp.MustCompile(`(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<([A-Za-z]+)>([^<]*)</([A-Za-z]+)>`)

// readBrokenXML reads what follows an error at which encoding/xml stops, such as a reference to a character that XML
// does not have: a value that cannot be read must not hide the ID after it.
func (r *Reply) readBrokenXML(rest []byte) {
	for _, m := range textElement.FindAllSubmatch(rest, -1) {
		if m[1] != nil && bytes.Equal(m[1], m[3]) {
			r.set(string(m[1]), html.UnescapeString(string(m[2])), equal)
		}
	}
}

// xmlRune returns U+FFFD for what encoding/xml would stop at: characters that XML cannot have and invalid UTF-8, which
// is U+FFFD here already.
func xmlRune(c rune) rune {
	switch {
	case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0xFFFE, c == 0xFFFF:
		return utf8.RuneError
	}
	return c
}

func equal(a, b string) bool { return a == b }
