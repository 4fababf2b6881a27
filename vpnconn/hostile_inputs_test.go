package vpnconn_test

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A hostileInput is made to cost more than it is worth: much of something, at one of the doors.
type hostileInput struct {
	name string
	size int          // in bytes
	give func() error // through the door
}

// hostileInputs returns one of each kind, with n blocks, members, levels, names or characters in it.
func hostileInputs(n int) []hostileInput {
	list := func(format string) []string {
		texts := make([]string, n)
		for i := range texts {
			texts[i] = fmt.Sprintf(format, i)
		}
		return texts
	}
	many := func(part string) string { return strings.Repeat(part, n) }
	blocks := make([]string, n)
	prefixes := make([]netip.Prefix, n)
	for i := range blocks {
		j := uint32(i) * 2654435761 // in no order, and each of them once
		prefixes[i] = netip.PrefixFrom(netip.AddrFrom4([4]byte{byte(j >> 24), byte(j >> 16), byte(j >> 8), byte(j)}), 32)
		blocks[i] = prefixes[i].String()
	}
	joined := strings.Join(blocks, ",")
	names := list("Unknown%07d")
	nested := func(left, right string) string { return many(left) + "1" + many(right) }

	option := func(name, text string, with func(string) vpnconn.Option) hostileInput {
		return hostileInput{"option, " + name, len(text), func() error {
			_, err := vpnconn.New(smallest(with(text))...)
			return err
		}}
	}
	parse := func(name string, size int, params map[string]string) hostileInput {
		return hostileInput{"Parse, " + name, size, func() error {
			_, err := vpnconn.Parse(params)
			return err
		}}
	}
	parsed := func(name, parameter, text string) hostileInput {
		return parse(name, len(text), sentParams(parameter, text))
	}
	query := func(name, more string) hostileInput {
		text := sentQuery(more)
		return hostileInput{"ParseQuery, " + name, len(text), func() error {
			_, err := vpnconn.ParseQuery(text)
			return err
		}}
	}
	spec := func(name, text string) hostileInput {
		return hostileInput{"Spec, " + name, len(text), func() error { return new(vpnconn.Spec).UnmarshalJSON([]byte(text)) }}
	}
	unknown := sentParams()
	for _, name := range names {
		unknown[name] = "secret"
	}
	subnets := func(text string) vpnconn.Option { return vpnconn.WithLocalSubnets(text) }
	key := func(text string) vpnconn.Option { return vpnconn.WithIKE(ikeconfig.WithPSK(text)) }
	yaml := map[string]any{"LocalSubnet": anyList(list("10.0.0.0/%d"))}

	return []hostileInput{
		option("blocks", joined, subnets),
		option("one block many times", many("10.0.0.0/8,"), subnets),
		option("blocks with host bits", strings.Join(list("10.0.0.1/8,%d"), ","), subnets),
		option("commas", many(","), subnets),
		option("blanks", many(" \t"), subnets),
		option("digits", many("1")+"/8", subnets),
		option("an identifier", many("r"), vpnconn.WithRegionID),
		option("a name", many("名"), vpnconn.WithName),
		option("a name cut in a character", many("名")+"\xe5", vpnconn.WithName),
		option("a token", many("\u202e"), vpnconn.WithClientToken),
		option("a key", many("k"), key),
		option("a key of marks", many("\n"), key),
		{"option, arguments", len(joined), func() error {
			_, err := vpnconn.New(smallest(vpnconn.WithLocalSubnets(blocks...))...)
			return err
		}},
		{"option, prefixes", len(joined), func() error {
			_, err := vpnconn.New(smallest(vpnconn.WithLocalPrefixes(prefixes...))...)
			return err
		}},

		parsed("blocks", "RemoteSubnet", joined),
		parsed("nested arrays", "IkeConfig", nested("[", "]")),
		parsed("nested objects", "IkeConfig", nested(`{"Psk":`, "}")),
		parsed("nested arrays without an end", "IkeConfig", many("[")),
		parsed("a member repeated", "IkeConfig", "{"+many(`"Psk":"a",`)+`"Psk":"a"}`),
		parsed("unknown members", "IkeConfig", `{"`+strings.Join(names, `":1,"`)+`":1}`),
		parsed("a long member", "IkeConfig", `{"`+many("k")+`":1}`),
		parsed("escapes", "IkeConfig", `{"RemoteId":"`+many(`\ud83d\ude00`)+`"}`),
		parsed("lone surrogates", "IkeConfig", `{"RemoteId":"`+many(`\ud800`)+`"}`),
		parsed("a long number", "IkeConfig", `{"IkeLifetime":1`+many("0")+"}"),
		parse("unknown parameters", n*len(names[0]+"secret"), unknown),
		parse("a long name", n, sentParams(many("x"), "")),

		query("blocks", "&LocalSubnet="+joined),
		query("a name repeated", many("&Name=ab")),
		query("unknown names", "&"+strings.Join(names, "=1&")),
		query("escapes", "&Name="+many("%ff")),
		query("bad escapes", "&Name="+many("%")),
		query("names with bad escapes", "&%"+strings.Join(names, "=1&%")),
		query("ampersands", many("&")),

		spec("blocks", `{"LocalSubnet":["`+strings.Join(blocks, `","`)+`"]}`),
		spec("numbers for blocks", `{"LocalSubnet":[`+many("1,")+"1]}"),
		spec("nested", nested(`{"IkeConfig":`, "}")),
		spec("a member repeated", "{"+many(`"Name":"ab",`)+`"Name":"ab"}`),
		spec("unknown members", `{"`+strings.Join(names, `":1,"`)+`":1}`),
		{"Spec, YAML", 10 * n, func() error { return new(vpnconn.Spec).UnmarshalYAML(decoded(yaml)) }},
	}
}
