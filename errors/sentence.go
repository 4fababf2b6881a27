package errors

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/internal/parameters"
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

// sentence returns the text of e on one line.
func (e *FieldError) sentence(lang Language) string {
	s := e.text(lang)
	if e.Field == "" {
		return s
	}
	return plain(e.Field) + afterField[lang] + s
}

// text returns the sentence without the name of the field.
func (e *FieldError) text(lang Language) string {
	return e.fill(e.phrase()[lang], lang) + e.fill(elsewhere[lang], lang) + e.place(lang)
}

// place returns where the mistake is in a value that must not show.
func (e *FieldError) place(lang Language) string {
	switch {
	case e.Offset < 0:
		return lineBreak[lang]
	case e.Offset > 0:
		return fmt.Sprintf(brokenAt[lang], e.Offset)
	}
	return ""
}

func (e *FieldError) phrase() words {
	r, ours := e.Reason.(reason)
	switch {
	case !ours:
		return otherPhrase
	case e.Reason == ErrConflict && e.Part == gateway && e.Suggest != "":
		return unfit
	case e.Reason == ErrConflict && e.Part == gateway:
		return unfitWhole
	case e.Reason == ErrConflict && e.row(e.Part) != nil:
		return e.exclusion()
	case e.Reason == ErrUnknownParameter && e.Suggest != "":
		return e.meant()
	case e.Reason == ErrUnsupportedValue && e.Part != "" && e.Allowed == nil:
		return forbidden
	}
	return phrases[r]
}

// meant is the phrase for an unknown name that probably means another.
func (e *FieldError) meant() words {
	field := cmp.Or(e.Parameter, e.Field)
	list, _, isDotted := strings.Cut(field, ".")
	meant := e.row(e.Suggest)
	switch m := e.row(list); {
	case strings.HasPrefix(field, e.Suggest+".") && !strings.HasSuffix(field, ".") && e.row(field) != nil:
		return nested
	case isDotted && m != nil && m.Kind == parameters.Array && meant != nil && !strings.Contains(e.Suggest, ".") && m.Table.Member(meant.Key) == nil:
		return ofConnection
	}
	return phrases[ErrUnknownParameter]
}

// exclusion is the phrase for a conflict with another parameter.
func (e *FieldError) exclusion() words {
	own, other := e.row(cmp.Or(e.Parameter, e.Field)), e.row(e.Part)
	switch {
	case own == other:
		return unequal
	case other.Kind == parameters.Array && e.inElement() != "":
		return inTunnels
	case other.Kind == parameters.Array:
		return notWithTunnels
	case e.Suggest != "":
		return forSM
	}
	return excluded
}

// inElement returns what the parameter is called in an element of the list that e.Part names, "" where it is not in one.
func (e *FieldError) inElement() string {
	own, list := e.row(cmp.Or(e.Parameter, e.Field)), e.row(e.Part)
	if own == nil || list == nil {
		return ""
	}
	if m := list.Table.Member(own.Key); m != nil {
		return m.Name
	}
	return ""
}

// firstInList returns the first parameter of the list that e is about.
func (e *FieldError) firstInList() string {
	list := e.row(cmp.Or(e.Parameter, e.Field))
	if list == nil || list.Kind != parameters.Array {
		return ""
	}
	return list.Elements[0].Within + list.Table.Members[0].Name
}

// gateway is the parameter that chooses the VPN gateway.
const gateway = "VpnGatewayId"

// placeholder returns what replaces a name in a phrase, or "" if e has nothing to show.
func (e *FieldError) placeholder(name string, lang Language) string {
	switch name {
	case "reason":
		if e.Reason == nil {
			return invalid[lang]
		}
		return oneLine(e.Reason.Error(), maxMessage)
	case "value":
		if e.Reason == ErrTooLong && utf8.RuneCountInString(e.Value) >= maxShown {
			return quote(e.Value) + "..." // otherwise it would look complete
		}
		return quote(e.Value)
	case "part":
		return quote(e.Part)
	case "place":
		return plain(e.Part)
	case "network":
		if m := e.row(cmp.Or(e.Parameter, e.Field)); m != nil && m.Kind == parameters.Link {
			return wants[parameters.Link][lang]
		}
		return network[lang]
	case "member":
		return e.inElement()
	case "first":
		return e.firstInList()
	case "suggest":
		return plain(e.Suggest)
	case "allowed":
		return alternatives(e.Allowed, lang)
	case "noun":
		return e.noun(lang)
	case "want":
		return e.want(lang)
	case "edition":
		return number(int(e.Edition))
	case "min":
		least, _ := e.limits()
		return number(least)
	case "max":
		return number(e.Max)
	}
	least, most := e.limits()
	switch {
	case most != 0 && name == "limits":
		return fmt.Sprintf(upTo[lang], least, most)
	case e.Max != 0 && name == "length":
		return fmt.Sprintf(charsUpTo[lang], e.Min, e.Max)
	case e.Min != 0 && name == "length": // a text has an upper limit, the key of a derived token has none
		return fmt.Sprintf(keyFrom[lang], e.Min)
	}
	return ""
}

// limits returns the limits of the value, the documented ones if no value was given.
func (e *FieldError) limits() (least, most int) {
	if e.Reason != ErrRequired && e.Reason != ErrEmpty && e.Reason != ErrBadType || e.Max != 0 {
		return e.Min, e.Max
	}
	if m := e.row(cmp.Or(e.Parameter, e.Field)); m != nil && m.Table == nil {
		return m.Min, m.Max
	}
	return e.Min, e.Max
}

// number returns n in decimal, or "" for 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// anyID is the name in package validation for the parameter of any identifier.
const anyID = "vpn_id"

// row returns the row of a dotted name in the edition of e, or else in any other, or nil if no edition has it. A name within a
// tunnel is found too.
func (e *FieldError) row(name string) *parameters.Member {
	if name == "" {
		return nil
	}
	if t := parameters.Of(e.In); t != nil {
		if m := t.Find(name); m != nil {
			return m
		}
	}
	if m := parameters.Every().Find(name); m != nil {
		return m
	}
	return parameters.Every().Member(parameters.Tunnels).Table.Find(name)
}

// want returns what the field accepts.
func (e *FieldError) want(lang Language) string {
	field := cmp.Or(e.Parameter, e.Field)
	kind, values := parameters.Identifier, e.Allowed
	switch m := e.row(field); {
	case field == specName:
		return uniqueObject[lang]
	case m != nil && m.Kind == parameters.Object && !m.JSON:
		return flatObject[lang]
	case m != nil:
		kind = m.Kind
		if values == nil { // if no value was given
			values = m.Values
		}
	case field != anyID:
		return cmp.Or(alternatives(e.Allowed, lang), e.fill(within[lang], lang))
	}
	if kind == parameters.Object {
		return e.wantObject()[lang]
	}
	r, _ := e.Reason.(reason)
	if want, ok := elementWants(field, kind, r); ok {
		return want[lang]
	}
	want, ok := wantsFor[r][kind]
	if !ok {
		want, ok = wants[kind]
	}
	if !ok || e.Allowed != nil && (r == ErrUnsupportedValue || r == ErrRequired) {
		return alternatives(values, lang)
	}
	return e.fill(want[lang], lang)
}

// wantObject returns what an object has to be: JSON, if text was given.
func (e *FieldError) wantObject() words {
	if e.Offset > 0 || e.Suggest != "" {
		return jsonObject
	}
	return object
}

// elementWants returns what an element of a list accepts, if field is one.
func elementWants(field string, kind parameters.Kind, r reason) (words, bool) {
	_, isQuoted := wantsFor[r][kind]
	last := field[strings.LastIndexAny(field, ".[")+1:]
	switch {
	case strings.Trim(last, "0123456789]") != "" || last == "":
		return words{}, false
	case kind == parameters.Blocks && isQuoted:
		return quoted, true
	case kind == parameters.Blocks:
		return block, true
	}
	if r == ErrRequired {
		return bothTunnels, kind == parameters.Array // of which only tunnels are required
	}
	return object, kind == parameters.Array
}

// specName is the field of an error about a Spec as a whole.
const specName = "Spec"

// noun returns what the ID in the field identifies.
func (e *FieldError) noun(lang Language) string {
	if m := e.row(cmp.Or(e.Parameter, e.Field)); m != nil {
		if noun, ok := nouns[m.Name]; ok {
			return noun[lang]
		}
	}
	return nouns[""][lang]
}

// fill puts the placeholder for each {name} of phrase, and leaves out a group in square brackets unless all its
// placeholders have something to show. Inserted text is not scanned again: a value that looks like a placeholder does
// not change.
func (e *FieldError) fill(phrase string, lang Language) string {
	var b []byte
	group, whole := 0, true // where the open group began in b, and whether all its placeholders have something to show
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

// alternatives joins a list as "aes, des or 3des". In Chinese a space separates it from the text before.
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

// quote returns s in quotes, without anything that could break or reorder a line, or "" for no text.
func quote(s string) string {
	if s == "" {
		return ""
	}
	return strconv.Quote(fmt.Sprintf("%.*s", maxShown, s))
}

// plain returns s unchanged if that is safe to print, or else in quotes.
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
