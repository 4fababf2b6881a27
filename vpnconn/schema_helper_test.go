package vpnconn_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A schema has the keywords of JSON Schema draft 2020-12 that the schema of a Spec uses.
type schema struct {
	Schema               string             `json:"$schema,omitempty"`
	Ref                  string             `json:"$ref,omitempty"`
	Title                string             `json:"title,omitempty"`
	Description          string             `json:"description,omitempty"`
	Type                 any                `json:"type,omitempty"` // a name or a list of names
	Enum                 []any              `json:"enum,omitempty"`
	Minimum              *int64             `json:"minimum,omitempty"`
	Maximum              *int64             `json:"maximum,omitempty"`
	MinLength            int                `json:"minLength,omitempty"`
	MaxLength            int                `json:"maxLength,omitempty"`
	Pattern              string             `json:"pattern,omitempty"`
	Not                  *schema            `json:"not,omitempty"`
	AnyOf                []*schema          `json:"anyOf,omitempty"`
	MinItems             int                `json:"minItems,omitempty"`
	MaxItems             int                `json:"maxItems,omitempty"`
	UniqueItems          bool               `json:"uniqueItems,omitempty"`
	Items                *schema            `json:"items,omitempty"`
	Required             []string           `json:"required,omitempty"`
	MaxProperties        int                `json:"maxProperties,omitempty"`
	PropertyNames        *schema            `json:"propertyNames,omitempty"`
	Properties           map[string]*schema `json:"properties,omitempty"`
	AdditionalProperties any                `json:"additionalProperties,omitempty"` // false or a schema
	If                   *schema            `json:"if,omitempty"`
	Then                 *schema            `json:"then,omitempty"`
	Else                 *schema            `json:"else,omitempty"`
	Defs                 map[string]*schema `json:"$defs,omitempty"`
}

// anyEdition is the definition for a file that names no edition.
const anyEdition = "any"

// schemaOfSpec makes the schema from the tables.
func schemaOfSpec() *schema {
	root := &schema{
		Schema: "https://json-schema.org/draft/2020-12/schema",
		Title:  "CreateVpnConnection of Alibaba Cloud",
		Description: "A connection in a file, as a Spec of github.com/ipsec-go/aliyun/vpnconn reads it. Edition chooses the parameters and values; " +
			"without it the file may have those of every edition. What a schema cannot say is checked when the Spec is built.",
		Defs: make(map[string]*schema),
	}
	branch := root
	for _, e := range aliyun.Editions() {
		of := objectSchema(parameters.Of(e), "")
		setOwnMembers(of, int(e), e.String())
		root.Defs[e.String()] = of
		branch.If = &schema{Type: "object", Required: []string{"Edition"}, Properties: map[string]*schema{"Edition": {Enum: []any{int(e), e.String()}}}}
		branch.Then = reference(e.String())
		branch.Else = new(schema)
		branch = branch.Else
	}
	branch.Ref = reference(anyEdition).Ref
	of2019, of2025 := aliyun.Edition2019.String(), aliyun.Edition2025.String()
	either := union(root.Defs[of2019], root.Defs[of2025], of2019, of2025)
	setOwnMembers(either, 2019, of2019, 2025, of2025, nil)
	root.Defs[anyEdition] = either
	return root
}

// setOwnMembers sets the members of a file that are not parameters.
func setOwnMembers(s *schema, editions ...any) {
	s.Properties["$schema"] = &schema{Description: "the schema of this file, for editors"}
	s.Properties["Edition"] = &schema{Description: "the edition of the API document", Enum: editions}
}

func reference(place string) *schema { return &schema{Ref: "#/$defs/" + place} }

// union returns a schema that accepts what a or b accepts. Their places are those in the definitions.
func union(a, b *schema, placeOfA, placeOfB string) *schema {
	switch {
	case b == nil || reflect.DeepEqual(a, b):
		return reference(placeOfA)
	case a == nil:
		return reference(placeOfB)
	case a.Enum != nil:
		values := slices.Clone(a.Enum[:len(a.Enum)-1]) // less null
		for _, v := range b.Enum {
			if !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
		return &schema{Enum: values}
	case a.Properties != nil:
		both := maps.Clone(a.Properties)
		maps.Copy(both, b.Properties)
		for name := range both {
			both[name] = union(a.Properties[name], b.Properties[name], placeOfA+"/properties/"+name, placeOfB+"/properties/"+name)
		}
		return &schema{Type: a.Type, Properties: both, AdditionalProperties: false}
	}
	return &schema{AnyOf: []*schema{reference(placeOfA), reference(placeOfB)}}
}

// objectSchema returns the schema of an object. The prefix is that of the names in it.
func objectSchema(t *parameters.Table, prefix string) *schema {
	s := &schema{Type: orNull("object"), Properties: make(map[string]*schema), AdditionalProperties: false}
	for _, w := range t.Wire {
		if w.Member.Kind != parameters.Operation { // a Spec has only one operation
			s.Properties[w.Name] = memberSchema(t, w.Member, prefix)
			s.Properties[w.Name].Description = description(w.Member, prefix+w.Member.Name)
		}
	}
	return s
}

// memberSchema returns the schema of a parameter, which may be null for unset.
func memberSchema(t *parameters.Table, m *parameters.Member, prefix string) *schema {
	switch m.Kind {
	case parameters.Object:
		return objectSchema(m.Table, prefix+m.Name+".")
	case parameters.Array:
		return listSchema(m)
	case parameters.Enum:
		s := new(schema)
		for _, v := range m.Values {
			s.Enum = append(s.Enum, v)
		}
		s.Enum = append(s.Enum, nil)
		return s
	case parameters.Boolean:
		return &schema{Type: orNull("boolean")}
	case parameters.Lifetime:
		return &schema{Type: orNull("integer"), Minimum: new(int64(m.Min)), Maximum: new(int64(m.Max))}
	case parameters.Count:
		return &schema{Type: orNull("integer"), Minimum: new(int64(m.Min)), Maximum: new(int64(math.MaxInt64))}
	case parameters.ASN:
		s := &schema{Type: orNull("integer", "string"), Minimum: new(int64(1)), Maximum: new(int64(math.MaxUint32)), Pattern: "^" + asnPattern + "$"}
		if t.Full == nil { // a tunnel does not have this form
			s.Pattern = "^(?:" + asnPattern + "|" + asHalves + ")$"
		}
		return s
	case parameters.Blocks:
		return &schema{
			Type: orNull("string", "array"), Pattern: patterns[m.Kind],
			MinItems: 1, UniqueItems: true, Items: &schema{Type: "string", Pattern: patterns[m.Kind]},
		}
	}
	return textSchema(m)
}

// listSchema returns the schema of a list of objects. A single object is valid, since a default may set the rest.
func listSchema(m *parameters.Member) *schema {
	element := objectSchema(m.Table, m.Name+".1.")
	element.Type = "object"
	s := &schema{Type: orNull("array"), MinItems: min(m.Min, 1), MaxItems: m.Max, Items: element}
	if m.Mapping {
		key, value := m.Table.Members[0], m.Table.Members[1]
		s.Type, s.MaxProperties = orNull("array", "object"), m.Max
		s.PropertyNames, s.AdditionalProperties = textSchema(&key), textSchema(&value)
		s.PropertyNames.Type = nil
		element.Required, element.Properties[key.Name].Type = []string{key.Name}, "string" // no default sets it
	}
	return s
}

// textSchema returns the schema of a value that is stored as text.
func textSchema(m *parameters.Member) *schema {
	s := &schema{Type: orNull("string"), Pattern: patterns[m.Kind], MinLength: m.Min, MaxLength: m.Max}
	switch {
	case m.Kind.IsSecret():
		s.Type, s.Not = "string", &schema{Enum: []any{parameters.Hidden}}
	case m.Kind == parameters.Link:
		s.Not = &schema{Enum: reservedLinks}
	case len(m.Starts)+len(m.Parts) > 0:
		s.Not = &schema{Type: "string", Pattern: forbidden(m)}
	}
	return s
}

func orNull(types ...string) []string { return append(types, "null") }

// forbidden returns the pattern of what a text must not begin with, or contain.
func forbidden(m *parameters.Member) string {
	var list []string
	for _, start := range m.Starts {
		start = regexp.QuoteMeta(start)
		if m.FoldCase {
			start = regexp.MustCompile("[a-z]").ReplaceAllStringFunc(start, func(c string) string { return "[" + strings.ToUpper(c) + c + "]" })
		}
		list = append(list, "^"+start)
	}
	for _, part := range m.Parts {
		list = append(list, regexp.QuoteMeta(part))
	}
	return strings.Join(list, "|")
}

// description says what is accepted, in the words of the errors, and the default.
func description(m *parameters.Member, name string) string {
	var parts []string
	if m.Kind != parameters.Enum && m.Kind != parameters.Boolean && m.Kind != parameters.Object {
		e := &vpnerrors.FieldError{Field: name, Reason: vpnerrors.ErrRequired, Min: m.Min, Max: m.Max, In: m.Edition}
		_, want, _ := strings.Cut(e.Error(), ": want ")
		parts = append(parts, want)
	}
	if m.Default != "" {
		parts = append(parts, "the documented default is "+m.Default)
	}
	if m.Caveat[0] != "" {
		parts[len(parts)-1] += ", " + m.Caveat[0]
	}
	return strings.Join(parts, "; ")
}

// patterns has a pattern for each kind of text, using only regular expressions that mean the same in ECMA-262 (with and
// without its flag u), in Go, and in other validators.
var patterns = map[parameters.Kind]string{
	parameters.Identifier:  `^[!#-&(-+\--~]+$`,
	parameters.ASCII:       `^[ -~]*$`,
	parameters.LetterName:  "^[^\\x00-@\\[-`{-" + notHan + "][^\\x00-,/:-@\\[-\\^`{-" + notHan + "]*$",
	parameters.Text:        `^[^\x00-\x1f\x7f-\x9f]*$`,
	parameters.Word:        `^[^\x00- \x7f-\xa0` + wideSpaces + "]*$",
	parameters.Secret:      `^[^\x00-\x1f\x7f-\x9f]*$`,
	parameters.ASCIISecret: `^[!#-\[\]-~]*$`,
	parameters.Address:     "^" + address + "$",
	parameters.Link:        `^169\.254\.` + octet + `\.` + octet + `/30$`,
	parameters.Blocks:      "^" + block + "(?:," + block + ")*$",
	parameters.Certificate: "^" + spacePattern + "*" + pemPattern + `(?:[ \t]*\r?\n` + spacePattern + "*" + pemPattern + ")*" + spacePattern + "*$",
}

// notHan is the part after ASCII of a class of what is not a letter of a name: the blocks below U+10000 without a
// Chinese character, without the surrogates. Not all validators can express what is above.
const notHan = "\u2e7f\u2fe0-\u3004\u3006\u3008-\u3020\u302a-\u3037\u303c-\u33ff\u4dc0-\u4dff\ua000-\ud7ff\ue000-\uf8ff\ufb00-\uffff"

const (
	wideSpaces   = "\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
	spacePattern = `[\x09-\x0d \x85\xa0` + wideSpaces + "]"
	pemPattern   = `-----BEGIN CERTIFICATE-----[ \t]*\r?\n[A-Za-z0-9+/= \t\r\n]+\n-----END CERTIFICATE-----`

	octet   = `(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])`
	address = octet + `\.` + octet + `\.` + octet + `\.` + octet
	block   = `[ \t]*` + address + `/(?:3[0-2]|[12]?[0-9])[ \t]*`

	// An AS number from 1, and its two 16-bit halves.
	asnPattern = `(?:[1-9][0-9]{0,8}|[1-3][0-9]{9}|4[01][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}|4294[0-8][0-9]{5}|` +
		`42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[01][0-9]{2}|42949672[0-8][0-9]|429496729[0-5])`
	half     = `(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])`
	asHalves = `(?:0\.` + half + `|` + half + `\.0|` + half + `\.` + half + `)`
)

// reservedLinks are the blocks of a tunnel that the document excludes.
var reservedLinks = []any{
	"169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30",
	"169.254.4.0/30", "169.254.5.0/30", "169.254.6.0/30", "169.254.169.252/30",
}

// text returns the schema as it is stored, in ASCII.
func (s *schema) text() (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	err := e.Encode(s)
	var ascii strings.Builder
	for _, r := range b.String() {
		if r < utf8.RuneSelf {
			ascii.WriteRune(r)
		} else {
			fmt.Fprintf(&ascii, `\u%04x`, r) // there is none above U+FFFF
		}
	}
	return ascii.String(), err
}
