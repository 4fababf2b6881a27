package main

import (
	"errors"
	"net/netip"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The rules of the library, for straight. Each takes the name of the field for its error.

func fault(field, what string) error { return errors.New(field + ": " + what) }

func identifier(field, text string) error {
	if text == "" {
		return fault(field, "required")
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c <= ' ', c > '~', c == ',', c == '"', c == '\'':
			return fault(field, "bad character")
		}
	}
	return nil
}

func token(field, text string) error {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' {
			return fault(field, "bad character")
		}
	}
	if len(text) > 64 {
		return fault(field, "too long")
	}
	return nil
}

// name needs no rule for http:// and https://, since a colon is not allowed.
func name(field, text string) error {
	if text == "" {
		return nil
	}
	n := 0
	for i, r := range text {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		case i > 0 && ('0' <= r && r <= '9' || r == '.' || r == '_' || r == '-'):
		case r >= utf8.RuneSelf && unicode.Is(unicode.Han, r):
		default:
			return fault(field, "bad character")
		}
		n++
	}
	if n < 2 || n > 128 {
		return fault(field, "want 2 to 128 characters")
	}
	return nil
}

// freeText checks text of up to most characters. A byte that is not UTF-8 looks like U+FFFD, which is allowed.
func freeText(field, text string, most int) error {
	n := 0
	for i, r := range text {
		if unicode.IsControl(r) || r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return fault(field, "bad character")
		}
		n++
	}
	if n > most {
		return fault(field, "too long")
	}
	return nil
}

func version(field, text string) error {
	switch text {
	case "", "ikev1", "ikev2":
		return nil
	}
	return fault(field, "unsupported")
}

func mode(field, text string) error {
	switch text {
	case "", "main", "aggressive":
		return nil
	}
	return fault(field, "unsupported")
}

func encAlg(field, text string) error {
	switch text {
	case "", "aes", "aes192", "aes256", "des", "3des":
		return nil
	}
	return fault(field, "unsupported")
}

func authAlg(field, text string) error {
	switch text {
	case "", "md5", "sha1":
		return nil
	}
	return fault(field, "unsupported")
}

func dhGroup(field, text string) error {
	switch text {
	case "", "group1", "group2", "group5", "group14", "group24":
		return nil
	}
	return fault(field, "unsupported")
}

func lifetime(field string, d *time.Duration) error {
	switch {
	case d == nil:
		return nil
	case *d < 0 || *d > 24*time.Hour:
		return fault(field, "out of range")
	case *d%time.Second != 0:
		return fault(field, "not whole seconds")
	}
	return nil
}

// subnets returns the list as it is sent: each argument may itself be a list, and blanks around a block are dropped.
func subnets(field string, blocks []string) (string, error) {
	list := strings.Join(blocks, ",")
	if list == "" {
		return "", fault(field, "required")
	}
	var few [8]netip.Prefix // most lists need no more
	seen, blanks := few[:0], false
	for text := range strings.SplitSeq(list, ",") {
		block := strings.Trim(text, " \t")
		blanks = blanks || block != text
		prefix, err := netip.ParsePrefix(block)
		switch {
		case err != nil:
			return "", fault(field, err.Error())
		case !prefix.Addr().Is4():
			return "", fault(field, "not IPv4")
		case prefix != prefix.Masked():
			return "", fault(field, "host bits set")
		}
		seen = append(seen, prefix)
	}
	slices.SortFunc(seen, netip.Prefix.Compare)
	for i := 1; i < len(seen); i++ {
		if seen[i] == seen[i-1] {
			return "", fault(field, "duplicate")
		}
	}
	if blanks {
		list = strings.NewReplacer(" ", "", "\t", "").Replace(list) // a good block has none inside
	}
	return list, nil
}
