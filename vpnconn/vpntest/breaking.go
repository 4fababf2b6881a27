package vpntest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// leaveOut removes a parameter, or its value.
func leaveOut(r *rand.Rand, d draft, f field) string {
	if oneIn(r, 2) {
		d[f.name] = ""
	} else {
		delete(d, f.name)
	}
	return ""
}

// oneOf sets a field to one of some texts, except those that are valid.
func oneOf(texts ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		wrong := slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return slices.Contains(f.Values, text) })
		d.set(f.name, pick(r, wrong))
		return ""
	}
}

// oneOfJSON sets a field to one of some JSON values.
func oneOfJSON(values ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		d.literal(f.name, pick(r, values))
		return ""
	}
}

// tooFew and beyond set a field to a text with only the wrong length.
func tooFew(r *rand.Rand, d draft, f field) string {
	d.set(f.name, text(r, f.Member, 1, f.Min-1))
	return ""
}

func beyond(r *rand.Rand, d draft, f field) string {
	d.set(f.name, text(r, f.Member, f.Max+1, 3*f.Max))
	return ""
}

// withBad inserts one of some characters, or invalid bytes, into the text of a field.
func withBad(bad ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		was := []rune(d.get(f.name, "ab"))
		place := r.IntN(len(was) + 1)
		d.set(f.name, string(was[:place])+pick(r, bad)+string(was[place:]))
		return ""
	}
}

// withStart sets a field to a text with a forbidden prefix.
func withStart(r *rand.Rand, d draft, f field) string {
	start := pick(r, f.Starts)
	if f.FoldCase && oneIn(r, 2) {
		start = strings.ToUpper(start)
	}
	d.set(f.name, start+pick(r, []string{"", "x", " 密"}))
	return ""
}

// withPart sets a field to a text with a forbidden part.
func withPart(r *rand.Rand, d draft, f field) string {
	d.set(f.name, pick(r, []string{"", "x", "密 "})+pick(r, f.Parts)+pick(r, []string{"", "x"}))
	return ""
}

// nearly sets a field to text similar to one of its values.
func nearly(r *rand.Rand, d draft, f field) string {
	v := pick(r, f.Values)
	return oneOf(strings.ToUpper(v), v+" ", " "+v, v+"\n", "x"+v, v+","+v, v[1:])(r, d, f)
}

// another sets a field to one of its values that an SM gateway does not accept.
func another(r *rand.Rand, d draft, f field) string {
	d.set(f.name, pick(r, slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return v == f.SM })))
	return ""
}

// good sets a field, or a member of an object, to a value that is valid by itself.
func good(r *rand.Rand, d draft, f field) string {
	if f.Kind == parameters.Object {
		m := pick(r, f.Table.Members)
		d.set(f.name+"."+m.Name, valueOf(r, &m))
		return ""
	}
	d.set(f.name, valueOf(r, f.Member))
	return ""
}

// element inserts an element into a list of blocks.
func element(of func(r *rand.Rand) string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		list := strings.Split(d[f.name], ",")
		return d.insert(f.name, r.IntN(len(list)+1), of(r))
	}
}

func (d draft) insert(field string, place int, block string) (at string) {
	list := strings.Split(d[field], ",")
	d[field] = strings.Join(slices.Insert(list, place, block), ",")
	return fmt.Sprintf("[%d]", place)
}

// again adds an element that a list already has.
func again(r *rand.Rand, d draft, f field) string {
	list := strings.Split(d[f.name], ",")
	first := r.IntN(len(list))
	place := first + 1 + r.IntN(len(list)-first)
	return d.insert(f.name, place, pick(r, []string{"", " ", "\t"})+list[first])
}

// withHostBits returns a block with the lowest host bit set, and maybe more of them.
func withHostBits(r *rand.Rand) string {
	a := address(r).As4()
	a[3] |= 1
	return netip.PrefixFrom(netip.AddrFrom4(a), between(r, 0, 31)).String()
}

// twice adds a member that an object already has.
func twice(r *rand.Rand, d draft, f field) string {
	object, member, _ := inObject(f.name)
	if d.members(object)[member] == nil {
		d.literal(f.name, "null")
	}
	d[object] = strings.TrimSuffix(d[object], "}") + pick(r, []string{`,"`, ` , "`}) + member + `":null}`
	return ""
}

// otherwise sets one value in an object and another in a dotted parameter.
func otherwise(r *rand.Rand, d draft, f field) string {
	values := []string{"x", "y"}
	switch {
	case f.Kind == parameters.Boolean:
		values = []string{"true", "false"}
	case f.Kind == parameters.Enum:
		values = f.Values
	case f.Kind.IsNumber():
		values = []string{"1", "86400"}
	case f.Kind == parameters.Address:
		values = []string{"10.0.0.1", "10.0.0.2"}
	case f.Kind == parameters.Link:
		values = []string{"169.254.10.0/30", "169.254.11.0/30"}
	}
	first := r.IntN(len(values))
	d.set(f.name, values[first])
	d[f.name] = values[(first+1+r.IntN(len(values)-1))%len(values)]
	return ""
}

// overfull adds an element beyond the maximum of a list.
func overfull(r *rand.Rand, d draft, f field) string {
	place := pick(r, []string{fmt.Sprint(f.Max + 1), "1000000", "18446744073709551617"})
	d[f.name+"."+place+"."+f.Table.Members[0].Name] = "x"
	return ""
}

// gap replaces all tags by one with a number above 1.
func gap(r *rand.Rand, d draft, f field) string {
	maps.DeleteFunc(d, func(name, _ string) bool { return strings.HasPrefix(name, f.name+".") })
	d[fmt.Sprintf("%s.%d.Key", f.name, between(r, 2, f.Max))] = "key"
	return ".1.Key"
}

// sameKey sets the key of a tag to that of an earlier one.
func sameKey(r *rand.Rand, d draft, f field) string {
	n := 1
	for d[fmt.Sprintf("Tags.%d.Key", n)] != "" {
		n++
	}
	if n == 1 {
		d["Tags.1.Key"] = "key"
		n = 2
	}
	n = min(n, f.Max)
	at := fmt.Sprintf(".%d.Key", n)
	d[f.name+at] = d[fmt.Sprintf("Tags.%d.Key", 1+r.IntN(n-1))]
	return at
}

// oneAlone removes one of two tunnels.
func oneAlone(r *rand.Rand, d draft, f field) string {
	at := pick(r, []string{".1", ".2"})
	maps.DeleteFunc(d, func(name, _ string) bool { return strings.HasPrefix(name, f.name+at+".") })
	return at
}

// noTunnels sets the BGP of tunnels without tunnels; the error is about the tunnels.
func noTunnels(r *rand.Rand, d draft, _ field) string {
	d["EnableTunnelsBgp"] = pick(r, []string{"true", "false"})
	return ""
}

// first returns the field of the first tunnel with the same name as f in the second one.
func (f field) first() string {
	return strings.Replace(f.name, "TunnelOptionsSpecification.2.", "TunnelOptionsSpecification.1.", 1)
}

// twin sets the same value in both tunnels.
func twin(_ *rand.Rand, d draft, f field) string {
	d[f.first()] = d.get(f.name, "master")
	d[f.name] = d[f.first()]
	return ""
}

// sameLink sets the same block in both tunnels, and an address in it.
func sameLink(_ *rand.Rand, d draft, f field) string {
	d[f.first()] = d[f.name]
	first := strings.TrimSuffix(f.first(), "TunnelCidr") + "LocalBgpIp"
	d[first] = d[f.sibling("LocalBgpIp")]
	return ""
}

// differs sets different AS numbers in the tunnels, one of which may be the default.
func differs(r *rand.Rand, d draft, f field) string {
	d[f.first()], d[f.name] = "64512", "64513"
	delete(d, pick(r, []string{f.name, f.first(), ""}))
	return ""
}

// unnamed removes the role of one tunnel and keeps that of the other.
func unnamed(r *rand.Rand, d draft, f field) string {
	for _, tunnel := range []string{"1", "2"} {
		d["TunnelOptionsSpecification."+tunnel+".Role"] = pick(r, f.Values)
	}
	return leaveOut(r, d, f)
}

// dropped removes a setting that another one requires.
func dropped(_ *rand.Rand, d draft, f field) string {
	d.drop(f.name)
	return ""
}

// withoutCertificate removes the certificate and keeps something else that requires an SM gateway.
func withoutCertificate(r *rand.Rand, d draft, f field) string {
	phase := "IkeConfig"
	if f.beside {
		phase = "TunnelIkeConfig"
	}
	d.set(f.sibling(phase)+".IkeEncAlg", "sm4")
	return leaveOut(r, d, f)
}

// outside sets the address of a tunnel to one other than the two in its block.
func outside(r *rand.Rand, d draft, f field) string {
	block := netip.MustParsePrefix(d.get(f.sibling("TunnelCidr"), ""))
	first := block.Addr()
	last := first.Next().Next().Next()
	d.set(f.name, pick(r, []netip.Addr{first.Prev(), first, last, last.Next(), netip.IPv4Unspecified()}).String())
	return ""
}

// unknownName adds an unknown parameter or member.
func unknownName(names ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		wrong := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return f.Table.Find(strings.TrimPrefix(name, ".")) != nil })
		name := pick(r, wrong)
		d.set(f.name+name, "x")
		return name
	}
}
