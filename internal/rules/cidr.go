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
	var few [fewBlocks]block
	good := few[:0]
	if n := strings.Count(list, ",") + 1; n > fewBlocks {
		good = make([]block, 0, n)
	}
	var errs vpnerrors.ValidationErrors
	for i, text := range Blocks(list) {
		b, e := parseBlock(text)
		if e != nil {
			e.Field = Element(m.Name, i)
			errs = append(errs, e)
			continue
		}
		good = append(good, b)
	}
	slices.Sort(good)
	for i := 1; i < len(good); i++ {
		if good[i] == good[i-1] {
			return withDuplicates(m.Name, list)
		}
	}
	return errs
}

// withDuplicates checks a list with a duplicate block. It needs more memory than detecting that there is one.
func withDuplicates(field, list string) vpnerrors.ValidationErrors {
	var errs vpnerrors.ValidationErrors
	first := make(map[block]int)
	for i, text := range Blocks(list) {
		b, e := parseBlock(text)
		if e == nil {
			place, seen := first[b]
			if !seen {
				first[b] = i
				continue
			}
			e = &vpnerrors.FieldError{Reason: vpnerrors.ErrDuplicate, Value: text, Part: Element(field, place)}
		}
		e.Field = Element(field, i)
		errs = append(errs, e)
	}
	return errs
}

// A block is an IPv4 CIDR block as a number: the address, and in the last eight bits the length. Blocks are ordered by
// address, and then so that each follows those that contain it.
type block uint64

func (b block) address() uint32 { return uint32(b >> 8) }
func (b block) length() int     { return int(b & 0xff) }

// hosts is the part of an address that is 0 in a block.
func (b block) hosts() uint32 { return uint32(uint64(1)<<(32-b.length()) - 1) }

func (b block) contains(address uint32) bool { return (address^b.address())&^b.hosts() == 0 }

func (b block) prefix() netip.Prefix {
	var four [4]byte
	binary.BigEndian.PutUint32(four[:], b.address())
	return netip.PrefixFrom(netip.AddrFrom4(four), b.length())
}

// parseBlock reads one block. The error does not name its field yet.
func parseBlock(text string) (block, *vpnerrors.FieldError) {
	b, ok := readBlock(text)
	if !ok {
		return 0, notABlock(text)
	}
	if b.address()&b.hosts() != 0 {
		return 0, &vpnerrors.FieldError{Reason: vpnerrors.ErrHostBits, Value: text, Suggest: b.prefix().Masked().String()}
	}
	return b, nil
}

// readBlock reads what netip.ParsePrefix reads as IPv4, in less than half the time: there is no other family to try, and no
// error to make. The block may have host bits.
func readBlock(text string) (b block, ok bool) {
	numbers, n := readNumbers(text)
	if b = block(numbers); n != 5 || b.length() > 32 {
		return 0, false
	}
	return b, true
}

// readAddress reads what netip.ParseAddr reads as IPv4.
func readAddress(text string) (address uint32, ok bool) {
	numbers, n := readNumbers(text)
	return uint32(numbers), n == 4
}

// readNumbers reads the four numbers of an address, and the fifth where there is a length. It returns them, each in eight
// bits, and how many there are, which for any other text is less than four.
func readNumbers(text string) (numbers uint64, n int) {
	start := 0 // of the number that is read
	number := uint64(0)
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9' && (i == start || number > 0):
			if number = number*10 + uint64(c-'0'); number > math.MaxUint8 {
				return 0, 0
			}
		case i > start && (c == '.' && n < 3 || c == '/' && n == 3):
			numbers, number = numbers<<8|number, 0
			n, start = n+1, i+1
		default:
			return 0, 0
		}
	}
	if start == len(text) {
		return 0, 0
	}
	return numbers<<8 | number, n + 1
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

// suggestList suggests the blocks of a text with other separators, with the first of these as Part.
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
