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

// leaveOut takes a parameter away, or its value.
func leaveOut(r *rand.Rand, d draft, f field) string {
	if r.IntN(2) == 0 {
		d[f.name] = ""
	} else {
		delete(d, f.name)
	}
	return ""
}

// oneOf gives a field one of some texts, less those that are right.
func oneOf(texts ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		wrong := slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return slices.Contains(f.Values, text) })
		d.set(f.name, pick(r, wrong))
		return ""
	}
}

// oneOfJSON gives a field one of some values as they stand.
func oneOfJSON(values ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		d.literal(f.name, pick(r, values))
		return ""
	}
}

// tooFew and beyond give a field a text that is only of the wrong length.
func tooFew(r *rand.Rand, d draft, f field) string {
	d.set(f.name, text(r, f.Member, 1, f.Min-1))
	return ""
}

func beyond(r *rand.Rand, d draft, f field) string {
	d.set(f.name, text(r, f.Member, f.Max+1, 3*f.Max))
	return ""
}

// withBad puts one of some characters, or what is none, into the text of a field.
func withBad(bad ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		was := []rune(d.get(f.name, "ab"))
		place := r.IntN(len(was) + 1)
		d.set(f.name, string(was[:place])+pick(r, bad)+string(was[place:]))
		return ""
	}
}

// withStart gives a field a text that begins with what it must not.
func withStart(r *rand.Rand, d draft, f field) string {
	start := pick(r, f.Starts)
	if f.FoldCase && r.IntN(2) == 0 {
		start = strings.ToUpper(start)
	}
	d.set(f.name, start+pick(r, []string{"", "x", " 密"}))
	return ""
}

// withPart gives a field a text that has in it what it must not.
func withPart(r *rand.Rand, d draft, f field) string {
	d.set(f.name, pick(r, []string{"", "x", "密 "})+pick(r, f.Parts)+pick(r, []string{"", "x"}))
	return ""
}

// nearly gives a field what is almost one of its values.
func nearly(r *rand.Rand, d draft, f field) string {
	v := pick(r, f.Values)
	return oneOf(strings.ToUpper(v), v+" ", " "+v, v+"\n", "x"+v, v+","+v, v[1:])(r, d, f)
}

// another gives a field another of its values than an SM gateway wants.
func another(r *rand.Rand, d draft, f field) string {
	d.set(f.name, pick(r, slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return v == f.SM })))
	return ""
}

// good gives a field, or a member of an object, a value that is right by itself.
func good(r *rand.Rand, d draft, f field) string {
	if f.Kind == parameters.Object {
		m := pick(r, f.Table.Members)
		d.set(f.name+"."+m.Name, valueOf(r, &m))
		return ""
	}
	d.set(f.name, valueOf(r, f.Member))
	return ""
}

// element puts another element into a list of blocks.
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

// again adds an element to a list that already has it.
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

// twice puts a member into an object that is there already.
func twice(r *rand.Rand, d draft, f field) string {
	object, member, _ := inObject(f.name)
	if d.members(object)[member] == nil {
		d.literal(f.name, "null")
	}
	d[object] = strings.TrimSuffix(d[object], "}") + pick(r, []string{`,"`, ` , "`}) + member + `":null}`
	return ""
}

// otherwise says one thing in an object and another in a parameter of its own.
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

// overfull adds an element that a list has no room for.
func overfull(r *rand.Rand, d draft, f field) string {
	place := pick(r, []string{fmt.Sprint(f.Max + 1), "1000000", "18446744073709551617"})
	d[f.name+"."+place+"."+f.Table.Members[0].Name] = "x"
	return ""
}

// gap leaves the first places of the tags free.
func gap(r *rand.Rand, d draft, f field) string {
	maps.DeleteFunc(d, func(name, _ string) bool { return strings.HasPrefix(name, f.name+".") })
	d[fmt.Sprintf("%s.%d.Key", f.name, between(r, 2, f.Max))] = "key"
	return ".1.Key"
}

// sameKey gives a tag the key of one before it.
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

// oneAlone takes one of two tunnels away.
func oneAlone(r *rand.Rand, d draft, f field) string {
	at := pick(r, []string{".1", ".2"})
	maps.DeleteFunc(d, func(name, _ string) bool { return strings.HasPrefix(name, f.name+at+".") })
	return at
}

// noTunnels has BGP of tunnels where there are none, which is told of the tunnels.
func noTunnels(r *rand.Rand, d draft, _ field) string {
	d["EnableTunnelsBgp"] = pick(r, []string{"true", "false"})
	return ""
}

// first returns the field of the first tunnel that stands in the second one under the name of f.
func (f field) first() string {
	return strings.Replace(f.name, "TunnelOptionsSpecification.2.", "TunnelOptionsSpecification.1.", 1)
}

// twin gives both tunnels the same value.
func twin(_ *rand.Rand, d draft, f field) string {
	d[f.first()] = d.get(f.name, "master")
	d[f.name] = d[f.first()]
	return ""
}

// sameLink gives both tunnels the same block, and an address in it.
func sameLink(_ *rand.Rand, d draft, f field) string {
	d[f.first()] = d[f.name]
	first := strings.TrimSuffix(f.first(), "TunnelCidr") + "LocalBgpIp"
	d[first] = d[f.sibling("LocalBgpIp")]
	return ""
}

// differs gives the tunnels two AS numbers, one of which may be the default.
func differs(r *rand.Rand, d draft, f field) string {
	d[f.first()], d[f.name] = "64512", "64513"
	if i := r.IntN(3); i == 0 {
		delete(d, f.name)
	} else if i == 1 {
		delete(d, f.first())
	}
	return ""
}

// unnamed takes the role of one tunnel away and leaves the other its own.
func unnamed(r *rand.Rand, d draft, f field) string {
	for _, tunnel := range []string{"1", "2"} {
		d["TunnelOptionsSpecification."+tunnel+".Role"] = pick(r, f.Values)
	}
	return leaveOut(r, d, f)
}

// dropped takes a setting away that another one needs.
func dropped(_ *rand.Rand, d draft, f field) string {
	d.drop(f.name)
	return ""
}

// withoutCertificate takes the certificate away and leaves something else that asks for an SM gateway.
func withoutCertificate(r *rand.Rand, d draft, f field) string {
	phase := "IkeConfig"
	if f.beside {
		phase = "TunnelIkeConfig"
	}
	d.set(f.sibling(phase)+".IkeEncAlg", "sm4")
	return leaveOut(r, d, f)
}

// outside gives a tunnel an address that is none of the two in its block.
func outside(r *rand.Rand, d draft, f field) string {
	block := netip.MustParsePrefix(d.get(f.sibling("TunnelCidr"), ""))
	first := block.Addr()
	last := first.Next().Next().Next()
	d.set(f.name, pick(r, []netip.Addr{first.Prev(), first, last, last.Next(), netip.IPv4Unspecified()}).String())
	return ""
}

// unknownName adds a parameter, or a member, that there is not.
func unknownName(names ...string) breaking {
	return func(r *rand.Rand, d draft, f field) string {
		wrong := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return f.Table.Find(strings.TrimPrefix(name, ".")) != nil })
		name := pick(r, wrong)
		d.set(f.name+name, "x")
		return name
	}
}
