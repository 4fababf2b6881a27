package vpntest

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun/internal/canon"
)

// draft is the parameters of a request, to change.
type draft map[string]string

// inObject splits the name of a member of a JSON object. Those of tags and tunnels are sent one by one.
func inObject(field string) (object, member string, ok bool) {
	object, member, _ = strings.Cut(field, ".")
	return object, member, member != "" && strings.HasSuffix(object, "Config")
}

// get returns the text of a field, or other if it is not set.
func (d draft) get(field, other string) string {
	value := d[field]
	if object, member, ok := inObject(field); ok {
		_ = json.Unmarshal(d.members(object)[member], &value) // JSON from Params, or empty
	}
	if value == "" {
		return other
	}
	return value
}

// members returns the members of an object, as JSON.
func (d draft) members(object string) map[string]json.RawMessage {
	members := make(map[string]json.RawMessage)
	_ = json.Unmarshal([]byte(d[object]), &members) // JSON from Params, or empty
	return members
}

// set sets a field to a text.
func (d draft) set(field, text string) {
	if _, _, ok := inObject(field); ok {
		text = string(canon.AppendString(nil, text))
	}
	d.literal(field, text)
}

// literal sets a field to a value unchanged, which within an object is JSON, valid or not.
func (d draft) literal(field, value string) {
	object, member, ok := inObject(field)
	if !ok {
		d[field] = value
		return
	}
	members := d.members(object)
	members[member] = json.RawMessage(value)
	if member == localIDs[0] {
		delete(members, localIDs[1])
	}
	d.put(object, members)
}

// keep makes sure that a tag or a tunnel has what is required besides f, and not only f.
func (d draft) keep(f field) {
	switch {
	case strings.HasPrefix(f.name, tunnels+".") && strings.HasSuffix(f.name, ".CustomerGatewayId"):
		d[f.sibling("EnableDpd")] = "true"
	case strings.HasSuffix(f.name, ".Key"):
		d[f.sibling("Value")] = "x"
	case strings.HasPrefix(f.name, "Tags.") && d[f.sibling("Key")] == "":
		d[f.sibling("Key")] = "key"
	}
}

// drop removes a field.
func (d draft) drop(field string) {
	delete(d, field)
	if object, member, ok := inObject(field); ok {
		members := d.members(object)
		delete(members, member)
		d.put(object, members)
	}
}

func (d draft) put(object string, members map[string]json.RawMessage) {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		pairs = append(pairs, `"`+name+`":`+string(members[name]))
	}
	d[object] = "{" + strings.Join(pairs, ",") + "}"
}

// localIDs are the two names of one member in edition 2019; the first is documented.
var localIDs = [2]string{"LocalIdIPsec", "LocalId"}
