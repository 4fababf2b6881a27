// Package canon holds the encoders behind the canonical form of a request: JSON strings as RFC 8785 writes them, and
// query text as RFC 3986 and the service's signature require it.
//
// Each value has exactly one encoding. The encoders append to the caller's buffer and allocate nothing when it is large
// enough.
package canon

const lowerHex = "0123456789abcdef"

// AppendString appends s to dst as a JSON string, quotes included, and returns the extended buffer.
//
// It escapes the quote, the backslash and the C0 controls, and nothing else: RFC 8785, section 3.2.2.2. That keeps '<',
// '>' and '&' as they are, and U+2028 and U+2029 too, which encoding/json escapes. s should be valid UTF-8; invalid
// bytes are copied unchanged.
func AppendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	done := 0 // s[:done] is in dst
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		dst = append(dst, s[done:i]...)
		done = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\t':
			dst = append(dst, '\\', 't')
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\f':
			dst = append(dst, '\\', 'f')
		case '\r':
			dst = append(dst, '\\', 'r')
		default:
			dst = append(dst, '\\', 'u', '0', '0', lowerHex[c>>4], lowerHex[c&0xf])
		}
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"')
}
