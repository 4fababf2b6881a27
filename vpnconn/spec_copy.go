package vpnconn

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A layout maps the fields of a struct to the members of a table.
type layout struct {
	room   int // for the keys of the table
	fields []layoutField
}

type layoutField struct {
	index  int // of the field
	member *parameters.Member
}

// layouts has the layout of each struct that settings are copied to and from. What two editions, or a connection and a
// tunnel, have in common has the same keys, so that one layout is enough.
var layouts = func() map[reflect.Type]layout {
	t := parameters.Every()
	return map[reflect.Type]layout{
		reflect.TypeFor[Spec]():        layoutOf[Spec](t),
		reflect.TypeFor[IKESpec]():     layoutOf[IKESpec](t.Member(parameters.IKE).Table),
		reflect.TypeFor[IPsecSpec]():   layoutOf[IPsecSpec](t.Member(parameters.IPsec).Table),
		reflect.TypeFor[HealthCheck](): layoutOf[HealthCheck](t.Member(parameters.HealthCheck).Table),
		reflect.TypeFor[BGP]():         layoutOf[BGP](t.Member(parameters.BGP).Table),
		reflect.TypeFor[Tag]():         layoutOf[Tag](t.Member(parameters.Tags).Table),
		reflect.TypeFor[TunnelSpec]():  layoutOf[TunnelSpec](t.Member(parameters.Tunnels).Table),
	}
}()

// layoutOf finds the member of each field by its tag, which is the documented name.
func layoutOf[S any](t *parameters.Table) layout {
	l := layout{room: t.Rows.Room()}
	for f := range reflect.TypeFor[S]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if m := t.Lookup(name); m != nil {
			l.fields = append(l.fields, layoutField{f.Index[0], m})
		}
	}
	return l
}

// nodeOf returns what is set in a struct. It shares no memory with it.
func nodeOf(s reflect.Value) *tree.Node {
	l := layouts[s.Type()]
	n := tree.New(l.room)
	for _, f := range l.fields {
		m, field := f.member, s.Field(f.index)
		switch {
		case m.Kind == parameters.Blocks:
			if list := field.Interface().([]string); list != nil {
				withList(m.Key, list)(n)
			}
		case field.IsZero():
		case m.Kind == parameters.Array && field.Len() > m.Max: // Build refuses it, whatever its elements
			n.PutLength(m.Key, field.Len())
		case m.Kind == parameters.Array:
			list := make([]*tree.Node, field.Len())
			for i := range list {
				list[i] = nodeOf(field.Index(i))
			}
			if len(list) > 0 {
				n.PutList(m.Key, list)
			} else if m.Min > 0 {
				n.PutLength(m.Key, 0)
			}
		case m.Kind == parameters.Object && m.Sparse:
			n.PutObject(m.Key, nodeOf(field.Elem()))
		case m.Kind == parameters.Object:
			n.LayObject(m.Key, nodeOf(field.Elem()))
		case m.Kind.IsSecret():
			n.PutText(m.Key, field.Interface().(ikeconfig.Secret).Reveal())
		default:
			putField(n, m, reflect.Indirect(field))
		}
	}
	return n
}

// putField sets a text, a number or a Boolean.
func putField(n *tree.Node, m *parameters.Member, field reflect.Value) {
	switch {
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

// fill copies to a struct what n has set. The struct shares no memory with n.
func fill(s reflect.Value, n *tree.Node) {
	for _, f := range layouts[s.Type()].fields {
		m, field := f.member, s.Field(f.index)
		switch {
		case !n.Has(m.Key):
		case m.Kind == parameters.Blocks:
			field.Set(reflect.ValueOf(blocksOf(n.Text(m.Key))))
		case m.Kind == parameters.Array:
			length := n.Len(m.Key)
			field.Set(reflect.MakeSlice(field.Type(), length, length))
			for i := range length {
				fill(field.Index(i), n.Element(m.Key, i))
			}
		case m.Kind == parameters.Object:
			field.Set(reflect.New(field.Type().Elem()))
			fill(field.Elem(), n.Members(m.Key))
		case m.Kind.IsSecret():
			field.Set(reflect.ValueOf(ikeconfig.NewSecret(n.Text(m.Key))))
		default:
			if field.Kind() == reflect.Pointer {
				field.Set(reflect.New(field.Type().Elem()))
				field = field.Elem()
			}
			fillField(field, m, n)
		}
	}
}

// fillField sets a text, a number or a Boolean.
func fillField(field reflect.Value, m *parameters.Member, n *tree.Node) {
	switch {
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
