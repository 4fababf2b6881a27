package vpnconn

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// each calls f for each field of a struct whose tag is a documented name of t, and its member.
func each(t *parameters.Table, s reflect.Value, f func(m *parameters.Member, field reflect.Value)) {
	for i := range s.NumField() {
		name, _, _ := strings.Cut(s.Type().Field(i).Tag.Get("json"), ",")
		if m := t.Lookup(name); m != nil {
			f(m, s.Field(i))
		}
	}
}

// nodeOf returns what is set in a struct. It shares no memory with it.
func nodeOf(t *parameters.Table, s reflect.Value) *tree.Node {
	n := new(tree.Node)
	each(t, s, func(m *parameters.Member, field reflect.Value) {
		switch {
		case m.Kind == parameters.Blocks:
			if list := field.Interface().([]string); list != nil {
				withList(m.Key, list)(n)
			}
		case m.Kind == parameters.Array && field.Len() > 0:
			list := make([]*tree.Node, field.Len())
			for i := range list {
				list[i] = nodeOf(m.Table, field.Index(i))
			}
			n.PutList(m.Key, list)
		case field.IsZero():
		case m.Kind == parameters.Object && m.Sparse:
			n.PutObject(m.Key, nodeOf(m.Table, field.Elem()))
		case m.Kind == parameters.Object:
			n.LayObject(m.Key, nodeOf(m.Table, field.Elem()))
		case m.Kind.IsSecret():
			n.PutHidden(m.Key, field.Interface().(ikeconfig.Secret).Reveal)
		default:
			putField(n, m, reflect.Indirect(field))
		}
	})
	return n
}

// putField sets a text, a number or a Boolean.
func putField(n *tree.Node, m *parameters.Member, field reflect.Value) {
	switch {
	case m.Kind.IsHidden():
		text := field.String()
		n.PutHidden(m.Key, func() string { return text })
	case field.Kind() == reflect.Bool:
		n.PutText(m.Key, strconv.FormatBool(field.Bool()))
	case field.CanInt():
		n.PutNumber(m.Key, field.Int())
	case field.CanUint():
		n.PutNumber(m.Key, int64(field.Uint()))
	default:
		n.PutText(m.Key, field.String())
	}
}

// fill sets in a struct what n has set. It shares no memory with n.
func fill(s reflect.Value, t *parameters.Table, n *tree.Node) {
	each(t, s, func(m *parameters.Member, field reflect.Value) {
		switch {
		case !n.Has(m.Key):
		case m.Kind == parameters.Blocks:
			field.Set(reflect.ValueOf(blocksOf(n.Text(m.Key))))
		case m.Kind == parameters.Array:
			length := int(n.Number(m.Key))
			field.Set(reflect.MakeSlice(field.Type(), length, length))
			for i := range length {
				fill(field.Index(i), m.Table, n.Element(m.Key, i))
			}
		case m.Kind == parameters.Object:
			field.Set(reflect.New(field.Type().Elem()))
			fill(field.Elem(), m.Table, n.Members(m.Key))
		case m.Kind.IsSecret():
			field.Set(reflect.ValueOf(ikeconfig.NewSecret(n.Hidden(m.Key))))
		default:
			if field.Kind() == reflect.Pointer {
				field.Set(reflect.New(field.Type().Elem()))
				field = field.Elem()
			}
			fillField(field, m, n)
		}
	})
}

// fillField sets a text, a number or a Boolean.
func fillField(field reflect.Value, m *parameters.Member, n *tree.Node) {
	switch {
	case m.Kind.IsHidden():
		field.SetString(n.Hidden(m.Key))
	case field.Kind() == reflect.Bool:
		on, _ := n.Bool(m.Key)
		field.SetBool(on)
	case field.CanInt():
		field.SetInt(n.Number(m.Key))
	case field.CanUint():
		field.SetUint(uint64(n.Number(m.Key)))
	default:
		field.SetString(n.Text(m.Key))
	}
}
