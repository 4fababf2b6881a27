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
	for {
		n := plain(&unescaped, s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return append(dst, '"')
		}
		dst = appendEscape(dst, s[n])
		s = s[n+1:]
	}
}

// unescaped is the set of bytes that are written as they are.
var unescaped = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return set
}()

// plain returns how many bytes at the start of s are in set.
func plain(set *[256]bool, s string) int {
	for i := range len(s) {
		if !set[s[i]] {
			return i
		}
	}
	return len(s)
}

// appendEscape appends a byte that is not written as it is.
func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, '\\', 'b')
	case '\t':
		return append(dst, '\\', 't')
	case '\n':
		return append(dst, '\\', 'n')
	case '\f':
		return append(dst, '\\', 'f')
	case '\r':
		return append(dst, '\\', 'r')
	}
	return append(dst, '\\', 'u', '0', '0', lowerHex[c>>4], lowerHex[c&0xf])
}
