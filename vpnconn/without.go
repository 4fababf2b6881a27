package vpnconn

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// Without unsets settings by their documented names: a parameter such as "Name", a member such as "IkeConfig.IkePfs", a whole
// object, list or tunnel such as "IkeConfig", "Tags" or "TunnelOptionsSpecification.2", or a setting in one of these, such as
// "TunnelOptionsSpecification.2.TunnelIkeConfig.Psk". In [WithTunnel] the names are those of a connection. A setting that is
// already unset stays unset. A name that no edition has is [vpnerrors.ErrUnknownParameter] at [Builder.Build].
func Without(fields ...string) Option {
	var opts []Option
	var unknown []string
	// Backwards and each once, since the numbers of tags change with each one that goes.
	own := slices.Clone(fields)
	slices.SortFunc(own, func(a, b string) int {
		return cmp.Or(parameters.Every().Place(b).Compare(parameters.Every().Place(a)), cmp.Compare(b, a))
	})
	for _, field := range slices.Compact(own) {
		if opt := without(field); opt != nil {
			opts = append(opts, opt)
		} else {
			unknown = append(unknown, field)
		}
	}
	if unknown != nil {
		opts = append(opts, func(d *draft) {
			for _, name := range unknown {
				addUnknown(d, name, 0)
			}
		})
	}
	return Options(opts...)
}

// without returns the option that unsets one setting, or nil for an unknown name.
func without(field string) Option {
	t := parameters.Every()
	first, rest, dotted := strings.Cut(field, ".")
	m := t.Lookup(first)
	switch {
	case m == nil || m.Kind == parameters.Operation:
	case !dotted && m.Key == parameters.Tunnels:
		return func(d *draft) {
			d.Unset(m.Key)
			d.Unset(parameters.UnknownRole) // that of a tunnel that is to go too
		}
	case m.Kind != parameters.Array || !dotted:
		if keys := keysOf(t, field); keys != nil {
			return unset(keys...)
		}
	default:
		place, rest, dotted := strings.Cut(rest, ".")
		i, err := strconv.Atoi(place)
		if err != nil || !rules.IsNumeral(place) || i < 1 || i > m.Max {
			break
		}
		if !dotted {
			return withoutElement(m, i-1)
		}
		if inner := keysOf(m.Table, rest); inner != nil {
			return inElement(m, i-1, unset(inner...))
		}
	}
	return nil
}

// keysOf returns the keys of a dotted name in a table, or nil if it does not have the name.
func keysOf(t *parameters.Table, name string) []parameters.Key {
	first, rest, dotted := strings.Cut(name, ".")
	m := t.Lookup(first)
	switch {
	case m == nil:
		return nil
	case !dotted:
		return []parameters.Key{m.Key}
	case m.Table == nil:
		return nil
	}
	if inner := keysOf(m.Table, rest); inner != nil {
		return append([]parameters.Key{m.Key}, inner...)
	}
	return nil
}

// unset returns an option that unsets a setting, or with two keys a setting in an object.
func unset(keys ...parameters.Key) Option {
	last := len(keys) - 1
	n := new(tree.Node)
	n.Unset(keys[last])
	return within(keys[:last], n).LayOn
}

// within wraps settings in objects, the outermost first.
func within(objects []parameters.Key, n *tree.Node) *tree.Node {
	for _, k := range slices.Backward(objects) {
		object := new(tree.Node)
		object.LayObject(k, n)
		n = object
	}
	return n
}

// inElement returns an option that changes an element of a list, if it is there.
func inElement(list *parameters.Member, place int, change Option) Option {
	return func(d *draft) {
		there := d.Element(list.Key, place)
		if there == nil {
			return
		}
		own := there.Clone()
		change(own)
		d.PutElement(list.Key, place, own)
	}
}

// withoutElement returns an option that removes an element of a list, if it is there. Tags after it move up; the other tunnel
// stays in its place.
func withoutElement(list *parameters.Member, place int) Option {
	return func(d *draft) {
		if d.Element(list.Key, place) == nil {
			return
		}
		var left []*tree.Node
		for i, element := range d.AppendElements(nil, list.Key) {
			switch {
			case i != place:
				left = append(left, element)
			case list.Min > 0:
				left = append(left, nil)
			}
		}
		for len(left) > 0 && left[len(left)-1] == nil {
			left = left[:len(left)-1]
		}
		d.PutList(list.Key, left)
	}
}

// The keys of an unknown name that is noted.
const (
	unknownTunnel parameters.Key = iota // the number of the tunnel that it was for, 0 if it was for none
	unknownName
)

// addUnknown notes a name to report.
func addUnknown(d *draft, name string, tunnel int) {
	n := tree.New(2)
	n.PutNumber(unknownTunnel, int64(tunnel))
	n.PutText(unknownName, name)
	d.PutElement(parameters.UnknownNames, d.Len(parameters.UnknownNames), n)
}

// addUnknownOf notes the names of an option for a tunnel.
func addUnknownOf(d *draft, settings *tree.Node, tunnel int) {
	for i := range settings.Len(parameters.UnknownNames) {
		addUnknown(d, settings.Element(parameters.UnknownNames, i).Text(unknownName), tunnel)
	}
}

// unknownNames reports each name that was noted, unless its field has an error.
func (j *judge) unknownNames() {
	tunnels := j.t.Member(parameters.Tunnels)
	for i := range j.n.Len(parameters.UnknownNames) {
		n := j.n.Element(parameters.UnknownNames, i)
		name, tunnel := n.Text(unknownName), n.Number(unknownTunnel)
		var at, near string
		switch {
		case tunnel == 0:
			near = cmp.Or(j.t.Nearest(name), parameters.Every().Nearest(name))
		case tunnels == nil:
			continue // the edition has none, which is an error already
		default:
			at, near = tunnels.Elements[tunnel-1].Within, nearestForTunnel(j.t, name)
		}
		e := &vpnerrors.FieldError{Field: at + j.t.Safe(name), Reason: vpnerrors.ErrUnknownParameter}
		if near != name { // Action is a name too, but cannot be unset
			e.Suggest = near
		}
		j.report(e)
	}
}

// nearestForTunnel returns the name of a connection, as Without takes it in a tunnel too, that a wrong name there probably
// means, which may be that of a tunnel; "" if there is none.
func nearestForTunnel(t *parameters.Table, name string) string {
	tunnels := t.Member(parameters.Tunnels)
	if within, is := strings.CutPrefix(name, tunnels.Name+"."); is {
		_, name, _ = strings.Cut(within, ".")
	}
	keys := keysOf(tunnels.Table, name)
	if keys == nil {
		if near := t.Nearest(name); near != "" && !strings.HasPrefix(near, tunnels.Name) {
			return near
		}
		keys = keysOf(tunnels.Table, tunnels.Table.Nearest(name))
	}
	if keys == nil || t.Member(keys[0]) == nil {
		return ""
	}
	return connection(t, nil).field(keys...)
}
