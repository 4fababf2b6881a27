// Package reply reads the answer of an HTTP service in any format, and removes echoes of a secret from text.
package reply

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// MaxSize is the size in bytes of the largest body that [Read] reads. The longest replies of the service, which echo a
// whole request, are far smaller.
const MaxSize = 1 << 20

// A Reply holds the members of a body, without white space around the values. A field is empty if the body has no such
// member, or none that is text. The zero Reply is the result for a body in an unknown format.
type Reply struct {
	Code, Message, RequestID, HostID, Recommend string // an error reply
	ConnectionID, CreateTime, Name              string // a success, which has a RequestID too
}

// Read reads a body as JSON or XML, by its first character: a content type can be wrong. If a body is cut short or
// broken, Read returns everything before the error. Only members of the outermost object or element count, and of
// several with one name the first that can be read. A body over [MaxSize] gives the zero Reply.
func Read(body []byte) Reply {
	var r Reply
	if len(body) > MaxSize {
		return r
	}
	body = bytes.TrimLeft(toUTF8(body), "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(body, []byte("{")):
		r.readJSON(body)
	case bytes.HasPrefix(body, []byte("<")):
		r.readXML(body)
	}
	return r
}

// set stores the value of a member if same matches its name with one of the reply's.
func (r *Reply) set(name, value string, same func(a, b string) bool) {
	for _, member := range [...]struct {
		name  string
		value *string
	}{
		{"Code", &r.Code},
		{"Message", &r.Message},
		{"RequestId", &r.RequestID},
		{"HostId", &r.HostID},
		{"Recommend", &r.Recommend},
		{"VpnConnectionId", &r.ConnectionID},
		{"CreateTime", &r.CreateTime},
		{"Name", &r.Name},
	} {
		if len(member.name) == len(name) && *member.value == "" && same(member.name, name) {
			*member.value = strings.TrimSpace(value)
			return
		}
	}
}

// toUTF8 turns UTF-16 with a byte-order mark into UTF-8 and leaves everything else as it is.
func toUTF8(body []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(body, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	case bytes.HasPrefix(body, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	default:
		return body
	}
	units := make([]uint16, len(body)/2)
	for i := range units {
		units[i] = order.Uint16(body[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
