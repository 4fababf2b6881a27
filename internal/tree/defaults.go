package tree

import (
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// WithDefaults returns settings with the documented default for every member that is unset and has one, in objects too but
// for those that have defaults only where they are set; with sm they are those of an SM gateway. Members for which skip
// holds stay as they are. n does not change.
func WithDefaults(t *parameters.Table, n *Node, sm bool, skip func(*parameters.Member) bool) *Node {
	filled := n.Clone()
	for i := range t.Members {
		m := &t.Members[i]
		if skip != nil && skip(m) {
			continue
		}
		if m.Kind == parameters.Object && (n.Has(m.Key) || !m.Sparse) {
			filled.PutObject(m.Key, WithDefaults(m.Table, n.Members(m.Key), sm, skip))
		}
		if value := DefaultOf(m, sm); value != "" && !n.Has(m.Key) {
			filled.PutDocumented(m, value)
		}
	}
	return filled
}

// DefaultOf returns the documented default of a member, that of an SM gateway with sm, or "" where there is none.
func DefaultOf(m *parameters.Member, sm bool) string {
	switch {
	case !sm || m.SM == "":
		return m.Default
	case m.SM == parameters.None:
		return ""
	}
	return m.SM
}

// PutDocumented sets a value as the document has it.
func (n *Node) PutDocumented(m *parameters.Member, value string) {
	if m.Kind.IsNumber() {
		n.putSeconds(m.Key, rules.ParseNumber(value))
		return
	}
	n.PutText(m.Key, value)
}

// AsksForSM reports whether a member, or one of an object in it, has a value that only SM gateways have.
func AsksForSM(t *parameters.Table, n *Node) bool {
	for left := n.keys() & t.ForSM; left != 0; left = left.Rest() {
		m := t.Member(left.First())
		if m.Kind == parameters.Object {
			if AsksForSM(m.Table, n.members[m.Key]) {
				return true
			}
		} else if m.IsSM(n.texts[m.Key]) {
			return true
		}
	}
	return false
}

// IsUnfitForSM reports whether a value of m is one that SM gateways do not have.
func IsUnfitForSM(m *parameters.Member, value string) bool {
	return value != "" && m.SM != "" && m.SM != parameters.None && value != m.SM
}
