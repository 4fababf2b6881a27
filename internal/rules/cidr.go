package rules

import (
	"encoding/binary"
	"iter"
	"math"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

const (
	longestBlock = len("255.255.255.255/32")

	// fewBlocks is the longest list that is checked for duplicates without allocating.
	fewBlocks = 32
)

// Blocks yields the blocks of a comma-separated list with their indices, without the blanks around them.
func Blocks(list string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, more := 0, true; more; i++ {
			var block string
			block, list, more = strings.Cut(list, ",")
			if !yield(i, trimBlanks(block)) {
				return
			}
		}
	}
}

// trimBlanks is strings.Trim(block, " \t"), which takes several times as long.
func trimBlanks(block string) string {
	for block != "" && isBlank(block[0]) {
		block = block[1:]
	}
	for block != "" && isBlank(block[len(block)-1]) {
		block = block[:len(block)-1]
	}
	return block
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// CanonicalBlocks returns a valid list as it is sent: in the order given, without blanks.
func CanonicalBlocks(list string) string {
	if strings.IndexByte(list, ' ') < 0 && strings.IndexByte(list, '\t') < 0 {
		return list
	}
	var b strings.Builder
	b.Grow(len(list))
	for i, block := range Blocks(list) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(block)
	}
	return b.String()
}

// blocks checks LocalSubnet and RemoteSubnet: a comma-separated list of IPv4 CIDR blocks, without host bits and
// without duplicates. The order is kept, since it can matter to the negotiation.
func blocks(m *parameters.Member, list string) vpnerrors.ValidationErrors {
	var few [fewBlocks]uint64
	keys := few[:0]
	if n := strings.Count(list, ",") + 1; n > fewBlocks {
		keys = make([]uint64, 0, n)
	}
	var errs vpnerrors.ValidationErrors
	for i, text := range Blocks(list) {
		block, e := parseBlock(text)
		if e != nil {
			e.Field = Element(m.Name, i)
			errs = append(errs, e)
			continue
		}
		keys = append(keys, key(block))
	}
	slices.Sort(keys)
	for i := 1; i < len(keys); i++ {
		if keys[i] == keys[i-1] {
			return withDuplicates(m.Name, list)
		}
	}
	return errs
}

// key is a number that is unique to the block.
func key(block netip.Prefix) uint64 {
	return uint64(asNumber(block.Addr()))<<8 | uint64(block.Bits())
}

// asNumber returns an IPv4 address as a number.
func asNumber(addr netip.Addr) uint32 {
	four := addr.As4()
	return binary.BigEndian.Uint32(four[:])
}

// withDuplicates checks a list with a duplicate block. It needs more memory than detecting that there is one.
func withDuplicates(field, list string) vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	first := make(map[netip.Prefix]int)
	for i, text := range Blocks(list) {
		block, e := parseBlock(text)
		if e == nil {
			place, seen := first[block]
			if !seen {
				first[block] = i
				continue
			}
			e = &vpnerrors.FieldError{Reason: vpnerrors.ErrDuplicate, Value: text, Part: Element(field, place)}
		}
		e.Field = Element(field, i)
		errs = append(errs, e)
	}
	return errs
}

// parseBlock reads one block. The error does not name its field yet.
func parseBlock(text string) (netip.Prefix, *vpnerrors.FieldError) {
	block, ok := readBlock(text)
	if !ok {
		return netip.Prefix{}, notABlock(text)
	}
	if network := block.Masked(); network != block {
		return block, &vpnerrors.FieldError{Reason: vpnerrors.ErrHostBits, Value: text, Suggest: network.String()}
	}
	return block, nil
}

// readBlock reads what netip.ParsePrefix reads as IPv4, in less than half the time: there is no other family to try, and no
// error to make.
func readBlock(text string) (block netip.Prefix, ok bool) {
	var numbers [5]uint8 // the bytes of the address, and the length
	part, start := 0, 0  // of the number that is read
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9' && (i == start || numbers[part] > 0):
			n := int(numbers[part])*10 + int(c-'0')
			if n > math.MaxUint8 {
				return block, false
			}
			numbers[part] = uint8(n)
		case i > start && (c == '.' && part < 3 || c == '/' && part == 3):
			part, start = part+1, i+1
		default:
			return block, false
		}
	}
	length := int(numbers[4])
	if part < 4 || start == len(text) || length > 32 {
		return block, false
	}
	return netip.PrefixFrom(netip.AddrFrom4([4]byte(numbers[:4])), length), true
}

// notABlock returns the error for a text that is not an IPv4 block.
func notABlock(text string) *vpnerrors.FieldError {
	e := &vpnerrors.FieldError{Reason: vpnerrors.ErrBadCIDR}
	bad := BadUTF8(text)
	e.Value, e.Part = Shown(text, bad)
	switch {
	case text == "":
		e.Reason = vpnerrors.ErrEmpty
	case bad != "":
		e.Reason = vpnerrors.ErrBadCharacter
	case strings.Contains(text, ":"):
		e.Reason = vpnerrors.ErrNotIPv4
	case len(text) <= longestBlock:
		if addr, err := netip.ParseAddr(text); err == nil {
			e.Suggest = netip.PrefixFrom(addr, addr.BitLen()).String()
			return e
		}
		fallthrough
	default:
		if suggestList(e, text); e.Suggest == "" {
			e.Suggest = nearestBlock(text)
		}
	}
	return e
}

// separators are what people write instead of commas, and what a JSON list has around its elements.
const separators = "，、；;|\"'[]{}() \t\r\n"

// suggestList suggests the blocks of a text with other separators, and returns the first separator.
func suggestList(e *vpnerrors.FieldError, text string) {
	if len(text) > maxSuggested {
		return
	}
	i := strings.IndexAny(text, separators)
	blocks := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) })
	if i < 0 || len(blocks) == 0 {
		return
	}
	for _, block := range blocks {
		if p, err := netip.ParsePrefix(block); err != nil || !p.Addr().Is4() || p != p.Masked() {
			return
		}
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	e.Part, e.Suggest = text[i:i+size], strings.Join(blocks, ",")
}

// maxSuggested is the longest text, in bytes, that is searched for blocks: a longer one is not a typo.
const maxSuggested = 1024

// Element returns the name of element i of a list, from zero.
func Element(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }
