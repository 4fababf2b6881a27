package canon

import "slices"

const upperHex = "0123456789ABCDEF"

// unreserved is the set of bytes that are not encoded: RFC 3986, section 2.3.
var unreserved = func() (set [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~") {
		set[c] = true
	}
	return set
}()

// AppendEscaped appends s to dst, percent-encoded, and returns the extended buffer.
//
// Every byte that RFC 3986 does not call unreserved is encoded, in upper-case hex. A space becomes %20 and '~' is kept,
// as the service's signature requires; url.QueryEscape writes '+' instead.
func AppendEscaped(dst []byte, s string) []byte {
	for {
		n := plain(&unreserved, s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst
		}
		dst = append(dst, '%', upperHex[s[n]>>4], upperHex[s[n]&0xf])
		s = s[n+1:]
	}
}

// EscapeTail percent-encodes dst[from:] in place and returns the extended buffer. The result is that of [AppendEscaped]
// for the same text, without a second buffer: JSON can be appended to a query and then escaped. Like a slice expression
// it panics when from is out of range.
func EscapeTail(dst []byte, from int) []byte {
	escapes := 0
	for _, c := range dst[from:] {
		if !unreserved[c] {
			escapes++
		}
	}
	read := len(dst)
	write := read + 2*escapes
	dst = slices.Grow(dst, 2*escapes)[:write]

	// Backwards, so that nothing is overwritten before it is read. Where the two positions meet, no escapes are left,
	// and what comes before is already in place.
	for read < write {
		read--
		c := dst[read]
		if unreserved[c] {
			write--
			dst[write] = c
			continue
		}
		write -= 3
		dst[write], dst[write+1], dst[write+2] = '%', upperHex[c>>4], upperHex[c&0xf]
	}
	return dst
}
