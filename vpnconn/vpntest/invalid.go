package vpntest

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun/internal/canon"
)

// Invalid returns what [Request] gives with exactly one rule broken: [vpnconn.Parse] finds one error in it, of the Field
// and the Reason given. Over many cases every field comes up, with every reason that it can have. The Name says both,
// and so is not unique. The same state of r gives the same case, within one version of this package.
func Invalid(r *rand.Rand) Case {
	d := draft(Request(r).Params())
	b := pick(r, breaches)
	field := pick(r, b.fields)
	at := b.how(r, d, field)
	return Case{
		Name:   fmt.Sprintf("%s: %v", field+at, b.reason),
		Why:    "made up: a valid request with one thing in it changed",
		Params: d,
		Field:  field + at,
		Reason: b.reason,
	}
}

// A breach is a way to break one rule.
type breach struct {
	fields []string // the fields that it can be done to
	reason error
	how    breaking
}

// breaking breaks a rule in d; at is what stands behind the field's name in the error.
type breaking func(r *rand.Rand, d draft, field string) (at string)

// draft is the parameters of a request, to be changed.
type draft map[string]string

// get returns the text of a field, or another where it is not set.
func (d draft) get(field, other string) string {
	value := d[field]
	if phase, member, dotted := strings.Cut(field, "."); dotted {
		_ = json.Unmarshal(d.members(phase)[member], &value) // of what Params returns, or nothing
	}
	if value == "" {
		return other
	}
	return value
}

// members returns the members of a phase, as JSON.
func (d draft) members(phase string) map[string]json.RawMessage {
	members := make(map[string]json.RawMessage)
	_ = json.Unmarshal([]byte(d[phase]), &members) // of what Params returns, or nothing
	return members
}

// set gives a field a text.
func (d draft) set(field, text string) {
	if strings.Contains(field, ".") {
		text = string(canon.AppendString(nil, text))
	}
	d.literal(field, text)
}

// literal gives a field a value as it stands, which within a phase is JSON, of whatever validity.
func (d draft) literal(field, value string) {
	phase, member, dotted := strings.Cut(field, ".")
	if !dotted {
		d[field] = value
		return
	}
	members := d.members(phase)
	members[member] = json.RawMessage(value)
	if member == localIDs[0] {
		delete(members, localIDs[1])
	}
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		pairs = append(pairs, `"`+name+`":`+string(members[name]))
	}
	d[phase] = "{" + strings.Join(pairs, ",") + "}"
}

// localIDs are the two names of one member, of which the first is documented.
var localIDs = [2]string{"LocalIdIPsec", "LocalId"}

// leaveOut takes a parameter away, or its value.
func leaveOut(r *rand.Rand, d draft, field string) string {
	if r.IntN(2) == 0 {
		d[field] = ""
	} else {
		delete(d, field)
	}
	return ""
}

// oneOf gives a field one of some texts.
func oneOf(texts ...string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		d.set(field, pick(r, texts))
		return ""
	}
}

// oneOfJSON gives a field one of some values as they stand.
func oneOfJSON(values ...string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		d.literal(field, pick(r, values))
		return ""
	}
}

// ofLength gives a field a text that is only of the wrong length.
func ofLength(least, most int, first, rest []rune) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		d.set(field, text(r, first, rest, least, most))
		return ""
	}
}

// withBad puts one of some characters, or what is none, into the text of a field.
func withBad(bad ...string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		was := []rune(d.get(field, "ab"))
		place := r.IntN(len(was) + 1)
		d.set(field, string(was[:place])+pick(r, bad)+string(was[place:]))
		return ""
	}
}

// nearly gives a field what is almost one of its values.
func nearly(values ...string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		v := pick(r, values)
		d.set(field, pick(r, []string{strings.ToUpper(v), v + " ", " " + v, v + "\n", "x" + v, v + "," + v, v[1:]}))
		return ""
	}
}

// element puts another element into a list.
func element(of func(r *rand.Rand) string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		list := strings.Split(d[field], ",")
		return d.insert(field, r.IntN(len(list)+1), of(r))
	}
}

func (d draft) insert(field string, place int, block string) (at string) {
	list := strings.Split(d[field], ",")
	d[field] = strings.Join(slices.Insert(list, place, block), ",")
	return fmt.Sprintf("[%d]", place)
}

// again puts an element into a list that stands in it before.
func again(r *rand.Rand, d draft, field string) string {
	list := strings.Split(d[field], ",")
	first := r.IntN(len(list))
	place := first + 1 + r.IntN(len(list)-first)
	return d.insert(field, place, pick(r, []string{"", " ", "\t"})+list[first])
}

// twice puts a member into a phase that is there already.
func twice(r *rand.Rand, d draft, field string) string {
	phase, member, _ := strings.Cut(field, ".")
	d.set(field, d.get(field, "group2"))
	d[phase] = strings.TrimSuffix(d[phase], "}") + pick(r, []string{`,"`, ` , "`}) + member + `":null}`
	return ""
}

// otherwise says one thing in a phase and another in a parameter of its own.
func otherwise(one, other string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		values := []string{one, other}
		first := r.IntN(2)
		d.set(field, values[first])
		d[field] = values[1-first]
		return ""
	}
}

// unknownName adds a parameter, or a member, that there is not.
func unknownName(names ...string) breaking {
	return func(r *rand.Rand, d draft, field string) string {
		name := pick(r, names)
		d.set(field+name, "x")
		return name
	}
}
