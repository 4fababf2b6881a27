package main

import (
	"encoding/pem"
	"errors"
	"net/netip"
	"strings"
	"unicode"
)

// The rules of edition 2025 that are new or differ from those of 2019, for straight2025. In a tunnel, sm says that
// other settings ask for an SM gateway, and bgp that BGP is on.

// label checks the name of a connection.
func label(field, text string) error {
	const plain, secure = "http://", "https://"
	if len(text) >= len(plain) && strings.EqualFold(text[:len(plain)], plain) ||
		len(text) >= len(secure) && strings.EqualFold(text[:len(secure)], secure) {
		return fault(field, "begins like a URL")
	}
	return freeText(field, text, 100)
}

// tags checks that each tag has a key, and no two the same.
func tags(list []tag) error {
	if len(list) > maxTags {
		return fault("Tags", "too many")
	}
	var errs error
	for i := range list {
		if err := tagKey(tagNames[i].key, list[i].Key, list[:i]); err != nil {
			errs = errors.Join(errs, err)
		}
		if err := tagText(tagNames[i].value, list[i].Value, 128); err != nil {
			errs = errors.Join(errs, err)
		}
	}
	return errs
}

func tagKey(field, text string, before []tag) error {
	if text == "" {
		return fault(field, "required")
	}
	if err := tagText(field, text, 64); err != nil {
		return err
	}
	for i := range before {
		if before[i].Key == text {
			return fault(field, "duplicate")
		}
	}
	return nil
}

func tagText(field, text string, most int) error {
	if strings.HasPrefix(text, "aliyun") || strings.HasPrefix(text, "acs:") ||
		strings.Contains(text, "http://") || strings.Contains(text, "https://") {
		return fault(field, "forbidden part")
	}
	return freeText(field, text, most)
}

// roles checks the roles, which may both be unset.
func roles(a, b string) error {
	first, second := tunnelNames[0].role, tunnelNames[1].role
	aErr, bErr := role(first, a), role(second, b)
	switch {
	case aErr != nil, bErr != nil:
		return errors.Join(aErr, bErr)
	case a == "" && b != "":
		return fault(first, "required")
	case a != "" && b == "":
		return fault(second, "required")
	case a == b && a != "":
		return fault(second, "duplicate")
	}
	return nil
}

func role(field, text string) error {
	switch text {
	case "", "master", "slave":
		return nil
	}
	return fault(field, "unsupported")
}

// sameASN compares AS numbers. Any uint32 is valid: 0 stands for the default.
func sameASN(a, b uint32) error {
	const byDefault = 45104
	if a == 0 {
		a = byDefault
	}
	if b == 0 {
		b = byDefault
	}
	if a != b {
		return fault(tunnelNames[1].localASN, "conflict")
	}
	return nil
}

// linkLocal contains the blocks of all tunnels.
var linkLocal = netip.MustParsePrefix("169.254.0.0/16")

// link returns the block of a tunnel, or the zero Prefix if it has none. It must not be that of the other tunnel.
func link(field, text, other string, bgp bool) (netip.Prefix, error) {
	if text == "" {
		if bgp {
			return netip.Prefix{}, fault(field, "required")
		}
		return netip.Prefix{}, nil
	}
	block, err := netip.ParsePrefix(text)
	if err != nil || block != block.Masked() || block.Bits() != 30 || !linkLocal.Contains(block.Addr()) {
		return netip.Prefix{}, fault(field, "no /30 block of 169.254.0.0/16")
	}
	switch text {
	case "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30",
		"169.254.4.0/30", "169.254.5.0/30", "169.254.6.0/30", "169.254.169.252/30":
		return netip.Prefix{}, fault(field, "reserved")
	case other:
		return block, fault(field, "duplicate")
	}
	return block, nil
}

// linkEnd checks an address, which must be one of the two in the middle of the block, if there is a block.
func linkEnd(field, text string, bgp bool, block netip.Prefix) error {
	if text == "" {
		if bgp {
			return fault(field, "required")
		}
		return nil
	}
	addr, err := netip.ParseAddr(text)
	switch {
	case err != nil || !addr.Is4():
		return fault(field, "no IPv4 address")
	case block.IsValid() && !(block.Contains(addr) && block.Contains(addr.Prev()) && block.Contains(addr.Next())):
		return fault(field, "no end of the link")
	}
	return nil
}

// certificate checks PEM blocks.
func certificate(field, text string, sm bool) error {
	const begin = "-----BEGIN CERTIFICATE-----"
	if text == "" {
		if sm {
			return fault(field, "required")
		}
		return nil
	}
	for rest := strings.TrimSpace(text); ; {
		block, after := pem.Decode([]byte(rest))
		if block == nil || !strings.HasPrefix(rest, begin) || len(block.Headers) > 0 || len(block.Bytes) == 0 ||
			strings.Contains(rest[1:len(rest)-len(after)], "-----BEGIN") { // Decode skips what is not a block
			return fault(field, "no certificate")
		}
		if rest = strings.TrimSpace(string(after)); rest == "" {
			return nil
		}
	}
}

// word checks identifiers.
func word(field, text string) error {
	for _, r := range text {
		if unicode.IsSpace(r) {
			return fault(field, "bad character")
		}
	}
	return freeText(field, text, 100)
}

func remoteID(field, text string, sm bool) error {
	if text == "" && sm {
		return fault(field, "required")
	}
	return word(field, text)
}

// asciiSecret checks the pre-shared key.
func asciiSecret(field, text string) error {
	for i := range len(text) {
		if c := text[i]; c <= ' ' || c > '~' || c == '"' || c == '\\' {
			return fault(field, "bad character")
		}
	}
	if len(text) > 100 {
		return fault(field, "too long")
	}
	return nil
}

func version2025(field, text string, sm bool) error {
	if text == "ikev2" && sm {
		return fault(field, "conflict")
	}
	return version(field, text)
}

func mode2025(field, text string, sm bool) error {
	if text == "aggressive" && sm {
		return fault(field, "conflict")
	}
	return mode(field, text)
}

func encAlg2025(field, text string, sm bool) error {
	switch text {
	case "", "sm4":
		return nil
	case "aes", "aes192", "aes256", "des", "3des":
		if sm {
			return fault(field, "conflict")
		}
		return nil
	}
	return fault(field, "unsupported")
}

func authAlg2025(field, text string, sm bool) error {
	switch text {
	case "", "sm3":
		return nil
	case "md5", "sha1", "sha256", "sha384", "sha512":
		if sm {
			return fault(field, "conflict")
		}
		return nil
	}
	return fault(field, "unsupported")
}

func ikeGroup(field, text string) error {
	switch text {
	case "", "group1", "group2", "group5", "group14":
		return nil
	}
	return fault(field, "unsupported")
}

func ipsecGroup(field, text string) error {
	if text == "disabled" {
		return nil
	}
	return ikeGroup(field, text)
}
