// Package reply reads what an HTTP service answered, whatever its shape, and cuts echoes of a secret out of text.
package reply

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// MaxSize is the size in bytes of the largest body that Read looks into. The longest replies of the service, which
// echo a whole request, are far below it.
const MaxSize = 1 << 20

// A Reply holds what a body says, less the white space around each value. A field is empty where the body has no such
// member, or only members of another shape than text. The zero Reply is that of a body in no format known here.
type Reply struct {
	Code, Message, RequestID, HostID, Recommend string // an error reply
	ConnectionID, CreateTime, Name              string // a success, which has a RequestID too
}

// Read reads a body as JSON or XML, by its first character: a content type can be wrong. Of a body that is cut short or
// broken it gives everything before the fault. Only members of the outermost object or element count, and of several of
// one name the first that can be read. A body over MaxSize gives the zero Reply.
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

// set takes the value of a member of the reply if same finds its name among those wanted.
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
