package tree

import (
	"iter"
	"strings"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/jsonread"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// maxList is how many bytes the elements of a list may have in all. In YAML they can be the same text a thousand times, by
// aliases, so that a small file would make a large list.
const maxList = 16 << 20

// blocks reads a list of CIDR blocks.
func (r *Reader) blocks(m *parameters.Member, elems iter.Seq[jsonread.Value]) {
	var list []string
	place := 0 // in the whole list, since an element may have several blocks
	size := 0
	for v := range elems {
		if size += len(v.Text); size > maxList {
			r.Fault(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrTooLong})
			return
		}
		if r.want(m, rules.Element(m.Name, place), jsonread.String, v) && r.unicode(m, v, place) {
			list = append(list, v.Text)
		}
		place += strings.Count(v.Text, ",") + 1
	}
	if place == 0 {
		r.Fault(&vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrRequired})
	}
	r.node.PutText(m.Key, strings.Join(list, ","))
}

// unicode reports whether a string is valid Unicode, and what is wrong with one that is not. In a list of blocks it stands
// at place.
func (r *Reader) unicode(m *parameters.Member, v jsonread.Value, place int) bool {
	switch {
	case !v.Bad:
	case m.Kind == parameters.Blocks:
		for n, block := range rules.Blocks(v.Text) {
			r.badText(m, rules.Element(m.Name, place+n), block)
		}
	default:
		r.node.Unset(m.Key)
		r.badText(m, m.Name, v.Text)
	}
	return !v.Bad
}

// badText reports a text that is not valid Unicode, with the data that its rule gives. In Value and Part it is as
// encoding/json mended it.
func (r *Reader) badText(m *parameters.Member, field, text string) {
	const mark = "\xff" // for what was mended, since a rule may have other reasons than U+FFFD
	mended := utf8.ValidString(text)
	if mended {
		text = strings.ReplaceAll(text, string(utf8.RuneError), mark)
	}
	for _, e := range rules.Text(m, text) {
		if e.Reason != vpnerrors.ErrBadCharacter && m.Kind == parameters.Blocks {
			continue // a block beside the bad one, which Build checks
		}
		if mended {
			e.Value = strings.ReplaceAll(e.Value, mark, string(utf8.RuneError))
			e.Part = strings.ReplaceAll(e.Part, mark, string(utf8.RuneError))
		}
		e.Field = field
		r.Fault(e)
	}
}
