// The race detector makes these much slower and larger, and cannot find anything: each runs in one goroutine.

//go:build !race

package vpnconn_test

import (
	"fmt"
	"net/netip"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A hostileInput tries to be expensive: much of something, for one of the entry points.
type hostileInput struct {
	name  string
	size  int          // in bytes
	give  func() error // calls the entry point
	first string       // the first mistake; "" for any
	count int          // of mistakes
}

// hostile2025 returns one input of each kind that edition 2025 added.
func hostile2025(n int) []hostileInput {
	many := func(part string) string { return strings.Repeat(part, n) }
	parse := func(name string, params map[string]string, first string, count int) hostileInput {
		size := 0
		for name, value := range params {
			size += len(name) + len(value)
		}
		return hostileInput{"ParseIn, " + name, size, func() error {
			_, err := vpnconn.ParseIn(aliyun.Edition2025, params)
			return err
		}, first, count}
	}
	spec := func(name, text, first string, count int) hostileInput {
		return hostileInput{"Spec of 2025, " + name, len(text), func() error {
			var s vpnconn.Spec
			if err := s.UnmarshalJSON([]byte(text)); err != nil {
				return err
			}
			_, err := vpnconn.New(dual(s.Option())...)
			return err
		}, first, count}
	}
	list := func(params map[string]string, format string) map[string]string {
		for i := range n {
			params[fmt.Sprintf(format, i+1)] = "x"
		}
		return params
	}
	nested := "HealthCheckConfig.dip: bad type"
	if n >= 10_000 {
		nested = "" // encoding/json may refuse it for its depth
	}
	const tooManyTags, tooManyTunnels = "Tags: too many", "TunnelOptionsSpecification: too many"
	return []hostileInput{
		parse("tunnels", list(sentDual(), "TunnelOptionsSpecification.%d.Role"), tooManyTunnels, 1),
		parse("tags", list(sentDual(), "Tags.%d.Key"), tooManyTags, 1),
		parse("a tag with a huge number", sentDual("Tags.9"+many("9")+".Key", "x"), tooManyTags, 1),
		parse("a gap", sentDual("Tags.1.Key", "x", "Tags.999999999.Key", many("x")), tooManyTags, 1),
		parse("unknown names in a tunnel", list(sentDual(), "TunnelOptionsSpecification.1.Unknown%07d"), "TunnelOptionsSpecification.1.Unknown0000001: unknown parameter", n),
		parse("dots", sentDual(many("..."), "x"), "[hidden]: unknown parameter", 1),
		parse("dots after a list", sentDual("Tags"+many("..."), "x"), "[hidden]: unknown parameter", 1),
		parse("dots in a tunnel", sentDual("1."+many("..."), "x"), "TunnelOptionsSpecification.1.[hidden]: unknown parameter", 1),
		parse("dots in an object of a tunnel", sentDual("1.TunnelIkeConfig."+many("..."), "x"), "TunnelOptionsSpecification.1.TunnelIkeConfig.[hidden]: unknown parameter", 1),
		parse("a health check nested deeply", sent2025("HealthCheckConfig", many(`{"dip":`)+"1"+many("}")), nested, 1),
		parse("halves of an AS number", sent2025("BgpConfig.LocalAsn", many("1.")), "BgpConfig.LocalAsn: bad type", 1),
		parse("a long interval", sent2025("HealthCheckConfig", `{"interval":1`+many("0")+"}"), "HealthCheckConfig.interval: out of range", 1),
		parse("certificates", sent2025("IkeConfig.RemoteId", "r", "RemoteCaCertificate", many(certificate)), "", 0),
		parse("a large certificate", sent2025("IkeConfig.RemoteId", "r", "RemoteCaCertificate", "-----BEGIN CERTIFICATE-----\n"+many(strings.Repeat("A", 64)+"\n")+"-----END CERTIFICATE-----"), "", 0),
		parse("certificates without an end", sent2025("RemoteCaCertificate", many("-----BEGIN CERTIFICATE-----\nAAAA\n")), "RemoteCaCertificate: bad certificate", 1),
		parse("certificates, and then a key", sent2025("RemoteCaCertificate", many(certificate)+"-----BEGIN PRIVATE KEY-----"), "RemoteCaCertificate: bad certificate", 1),
		spec("tunnels", `{"TunnelOptionsSpecification":[{}`+many(",{}")+"]}", tooManyTunnels, 1),
		spec("tags", `{"Tags":[{}`+many(",{}")+"]}", tooManyTags, 1),
		spec("a mapping of tags", `{"Tags":{"":""`+many(`,"":""`)+"}}", tooManyTags, 1),
		spec("editions", `{"Edition":2025`+many(`,"Edition":2025`)+"}", "Edition: duplicate", 1),
		{"Option, tunnels of a Spec", n * int(reflect.TypeFor[vpnconn.TunnelSpec]().Size()), func() error {
			_, err := vpnconn.New(dual(vpnconn.Spec{Tunnels: make([]vpnconn.TunnelSpec, n)}.Option(), master())...)
			return err
		}, tooManyTunnels, 1},
	}
}

// hostileInputs returns one input of each kind, with n blocks, members, levels, names or characters.
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
		j := uint32(i) * 2654435761 // unordered, without duplicates
		prefixes[i] = netip.PrefixFrom(netip.AddrFrom4([4]byte{byte(j >> 24), byte(j >> 16), byte(j >> 8), byte(j)}), 32)
		blocks[i] = prefixes[i].String()
	}
	joined := strings.Join(blocks, ",")
	names := list("Unknown%07d")
	// If it is nested deeper than encoding/json reads, it is not JSON.
	ifRead := func(first string) string {
		if n >= 10_000 {
			return ""
		}
		return first
	}
	nested := func(left, right string) string { return many(left) + "1" + many(right) }

	option := func(name, setting, text, first string, count int) hostileInput {
		return hostileInput{"option, " + name, len(text), func() error {
			_, err := vpnconn.New(smallest(options[setting](text))...)
			return err
		}, first, count}
	}
	params := func(name string, size int, params map[string]string, first string, count int) hostileInput {
		return hostileInput{"Parse, " + name, size, func() error {
			_, err := vpnconn.Parse(params)
			return err
		}, first, count}
	}
	parse := func(name, parameter, text, first string, count int) hostileInput {
		return params(name, len(text), sentParams(parameter, text), first, count)
	}
	query := func(name, more, first string, count int) hostileInput {
		text := sentQuery(more)
		return hostileInput{"ParseQuery, " + name, len(text), func() error {
			_, err := vpnconn.ParseQuery(text)
			return err
		}, first, count}
	}
	spec := func(name, text, first string, count int) hostileInput {
		return hostileInput{"Spec, " + name, len(text), func() error { return new(vpnconn.Spec).UnmarshalJSON([]byte(text)) }, first, count}
	}
	unknown := sentParams()
	for _, name := range names {
		unknown[name] = "secret"
		unknown["IkeConfig."+name] = "secret"
	}
	yaml := map[string]any{"LocalSubnet": anyList(list("10.0.0.0/%d"))}

	return append(hostile2025(n), []hostileInput{
		option("blocks", "LocalSubnet", joined, "", 0),
		option("one block many times", "LocalSubnet", many("10.0.0.0/8,"), "LocalSubnet[1]: duplicate", n),
		option("blocks with host bits", "LocalSubnet", strings.Join(list("10.0.0.1/8,%d"), ","), "LocalSubnet[0]: host bits set", 2*n),
		option("commas", "RemoteSubnet", many(","), "RemoteSubnet[0]: empty", n+1),
		option("blanks", "RemoteSubnet", many(" \t"), "RemoteSubnet[0]: empty", 1),
		option("digits", "RemoteSubnet", many("1")+"/8", "RemoteSubnet[0]: bad CIDR block", 1),
		option("an identifier", "RegionId", many("r"), "", 0),
		option("a name", "Name", many("名"), "Name: too long", min(n/129, 1)),
		option("a name that ends within a character", "Name", many("名")+"\xe5", "Name: bad character", 1),
		option("a token", "ClientToken", many("\u202e\n"), "ClientToken: bad character", 1),
		option("a key", "IkeConfig.Psk", many("k"), "IkeConfig.Psk: too long", min(n/101, 1)),
		option("a key of line breaks", "IkeConfig.Psk", many("\n"), "IkeConfig.Psk: bad character", 1),
		{"option, arguments", len(joined), func() error {
			_, err := vpnconn.New(smallest(vpnconn.WithLocalSubnets(blocks...))...)
			return err
		}, "", 0},
		{"option, prefixes", len(joined), func() error {
			_, err := vpnconn.New(smallest(vpnconn.WithLocalPrefixes(prefixes...))...)
			return err
		}, "", 0},

		parse("blocks", "RemoteSubnet", joined, "", 0),
		parse("bad UTF-8", "Name", many("\xff"), "Name: bad character", 1),
		parse("nested arrays", "IkeConfig", nested("[", "]"), "IkeConfig: bad type", 1),
		parse("nested objects", "IkeConfig", nested(`{"Psk":`, "}"), ifRead("IkeConfig.Psk: bad type"), 1),
		parse("nested below an unknown member", "IpsecConfig", `{"a":`+nested(`[{"b":`, "}]")+"}", ifRead("IpsecConfig.a: unknown parameter"), 1),
		parse("nested arrays without an end", "IkeConfig", many("[ "), "IkeConfig: bad type", 1),
		parse("nested objects without an end", "IkeConfig", many(`{"a":`), "IkeConfig: bad type", 1),
		parse("a member repeated", "IkeConfig", "{"+many(`"Psk":"a",`)+`"Psk":"a"}`, "IkeConfig.Psk: duplicate", 1),
		parse("an unknown member repeated", "IkeConfig", "{"+many(`"a":100,`)+`"a":1}`, "IkeConfig.a: unknown parameter", 1),
		parse("unknown members", "IkeConfig", `{"`+strings.Join(names, `":1,"`)+`":1}`, "IkeConfig.Unknown0000000: unknown parameter", n),
		parse("a long member", "IkeConfig", `{"`+many("kk")+`":1}`, "IkeConfig.[hidden]: unknown parameter", 1),
		parse("a long key", "IkeConfig", `{"Psk":"`+many("kk")+`"}`, "IkeConfig.Psk: too long", 1),
		parse("escapes", "IkeConfig", `{"RemoteId":"`+many(`\ud83d\ude00\ud83d\ude00`)+`"}`, "IkeConfig.RemoteId: too long", 1),
		parse("lone surrogates", "IkeConfig", `{"RemoteId":"`+many(`\ud800`)+`"}`, "IkeConfig.RemoteId: bad character", 1),
		parse("bad UTF-8 in JSON", "IkeConfig", `{"RemoteId":"`+many("\xff")+`"}`, "IkeConfig.RemoteId: bad character", 1),
		parse("a long number", "IkeConfig", `{"IkeLifetime":1`+many("0")+"}", "IkeConfig.IkeLifetime: out of range", 1),
		parse("a long fraction", "IkeConfig", `{"IkeLifetime":0.`+many("0")+"1}", "IkeConfig.IkeLifetime: not a whole number", 1),
		parse("a large exponent", "IkeConfig", `{"IkeLifetime":1e`+many("9")+"}", "IkeConfig.IkeLifetime: out of range", 1),
		parse("a small exponent", "IkeConfig", `{"IkeLifetime":1e-`+many("9")+"}", "IkeConfig.IkeLifetime: not a whole number", 1),
		params("unknown parameters", 2*n*len(names[0]+"secret"), unknown, "IkeConfig.Unknown0000000: unknown parameter", 2*n),
		params("a long name", n, sentParams("\u202e"+many("x"), "secret"), "[hidden]: unknown parameter", 1),

		query("blocks", "&LocalSubnet="+joined, "LocalSubnet: duplicate", 1),
		query("a name repeated", many("&Name=ab"), "Name: duplicate", 1),
		query("an unknown name repeated", many("&Psk=secret secret"), "Psk: unknown parameter", 1),
		query("a bad name repeated", many("&%=secret"), "%: bad character", 1),
		query("a long bad name", "&"+many("%%")+"=", "[hidden]: bad character", 1),
		query("unknown names", "&"+strings.Join(names, "=1&")+"=", "Unknown0000000: unknown parameter", n),
		query("no names", many("&=secret secret"), ": unknown parameter", 1),
		query("escapes", "&Name="+many("%ff"), "Name: bad character", 1),
		query("bad escapes", "&Name="+many("%"), "Name: bad character", 1),
		query("names with bad escapes", "&%"+strings.Join(names, "=1&%")+"=", "%Unknown0000000: bad character", n),
		query("nested arrays", "&IkeConfig="+nested("[", "]"), "IkeConfig: bad type", 1),
		query("ampersands", many("&"), "", 0),

		spec("numbers for blocks", `{"LocalSubnet":[`+many("1,")+"1]}", "LocalSubnet[0]: bad type", n+1),
		spec("blocks", `{"LocalSubnet":["`+strings.Join(blocks, `","`)+`"]}`, "", 0),
		spec("nested arrays", nested("[", "]"), "Spec: bad type", 1),
		spec("nested objects", nested(`{"IkeConfig":`, "}"), ifRead("IkeConfig.IkeConfig: unknown parameter"), 1),
		spec("a nested list", `{"LocalSubnet":`+nested("[", "]")+"}", ifRead("LocalSubnet[0]: bad type"), 1),
		spec("a member repeated", "{"+many(`"Name":"ab",`)+`"Name":"ab"}`, "Name: duplicate", 1),
		spec("unknown members", `{"`+strings.Join(names, `":1,"`)+`":1}`, "Unknown0000000: unknown parameter", n),
		{"Spec, YAML", 10 * n, func() error { return new(vpnconn.Spec).UnmarshalYAML(decoded(yaml)) }, "", 0},
	}...)
}

// What hostile input may cost in allocated memory in total, whether in use at the end or not: this many bytes for each
// byte of it, for each mistake that is named, and for the request itself. The maximum for a mistake is that of a name
// with a bad escape; others take less than 500.
const (
	memoryOfByte    = 24
	memoryOfMistake = 2000
	memoryOfRequest = 8 << 10
)

// TestHostile: any hostile input gives the right result, without a panic or a stack overflow, with memory that is
// linear in the input, by known factors; and the error is still one short line. Each factor is checked for small and
// for large input.
func TestHostile(t *testing.T) {
	for _, n := range []int{100, 10_000, 100_000} {
		for _, in := range hostileInputs(n) {
			if n > 10_000 && in.count > 1 {
				continue
			}
			t.Run(in.name+"/"+strconv.Itoa(n), func(t *testing.T) {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				err := in.give()
				runtime.ReadMemStats(&after)
				if got, most := after.TotalAlloc-before.TotalAlloc, uint64(memoryOfByte*in.size+memoryOfMistake*in.count+memoryOfRequest); got > most {
					t.Errorf("%d bytes of input and %d mistakes take %d bytes, want %d at most", in.size, in.count, got, most)
				}
				if in.count == 0 {
					if err != nil {
						t.Errorf("%.200v, want it valid", err)
					}
					return
				}
				checkWellFormed(t, err)
				if all := namesAndReasons(t, err); in.first != "" && all[0] != in.first || len(all) != in.count {
					t.Errorf("%d mistakes, the first is %.80q; want %d, the first %.80q", len(all), all[0], in.count, in.first)
				}
				if n == 100 { // a longer line differs only in "and N more"
					checkNoInjection(t, err)
				}
			})
		}
	}
}

// BenchmarkHostile: the cost of a byte must not depend on the size, so the speeds of a kind at its two sizes must be
// about the same.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		for _, in := range hostileInputs(n) {
			b.Run(in.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(in.size))
				b.ReportAllocs()
				for b.Loop() {
					_ = in.give()
				}
			})
		}
	}
}
