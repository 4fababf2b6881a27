package schema

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// TestValues sets each member in each edition to each of many values, most of which belong elsewhere.
func TestValues(t *testing.T) {
	c := newChecker(t)
	list := values()
	known := append(places(), "Edition", "$schema")
	for _, place := range append(known, "Action", "regionId", "IkeConfig.Mode", "Tags.1.Colour") {
		good := 0
		for _, edition := range []string{"", "2019", `"2025"`} {
			for _, value := range list {
				if built := c.check(t, place+" in edition "+edition, fileWith(edition, place, value)); built && value != "null" {
					good++
				}
			}
		}
		if wants := slices.Contains(known, place); wants != (good > 0) {
			t.Errorf("%s has %d values that can be built", place, good)
		}
	}
}

// places returns the dotted names of all members that a file can have, except Action.
func places() []string {
	var list []string
	var walk func(t *parameters.Table, prefix string)
	walk = func(t *parameters.Table, prefix string) {
		for _, w := range t.Wire {
			name := prefix + w.Name
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
			switch w.Member.Kind {
			case parameters.Object:
				walk(w.Member.Table, name+".")
			case parameters.Array:
				walk(w.Member.Table, name+".1.")
			}
		}
	}
	for _, e := range aliyun.Editions() {
		walk(parameters.Of(e), "")
	}
	return slices.DeleteFunc(list, func(name string) bool { return name == "Action" })
}

// fileWith returns a file with a value at a place, which could be built without it.
func fileWith(edition, place, value string) string {
	first, rest, _ := strings.Cut(place, ".")
	_, member, _ := strings.Cut(rest, ".")
	file := `{"RegionId":"cn-shanghai","VpnGatewayId":"vpn-1","LocalSubnet":"10.0.0.0/24","RemoteSubnet":"10.1.0.0/24"}`
	if edition != "" {
		file = with(file, "Edition", edition)
	}
	switch first {
	case "EnableTunnelsBgp":
		file = with(file, "TunnelOptionsSpecification", `[`+tunnel+`,`+tunnel+`]`)
	case "RemoteCaCertificate":
		file = with(file, "IkeConfig", `{"RemoteId":"a"}`) // required with it
		fallthrough
	default:
		file = with(file, "CustomerGatewayId", `"cgw-1"`)
	case "TunnelOptionsSpecification":
	}
	switch {
	case rest == "":
	case member == "": // the object itself
		value = with(`{}`, rest, value)
	case first == "Tags":
		value = `[` + with(`{"Key":"a"}`, member, value) + `]`
	case member == "Role": // both have one, or none
		value = `[` + with(tunnel, member, value) + `,` + with(tunnel, member, `"slave"`) + `]`
	case member == "RemoteCaCertificate":
		value = `[` + with(with(tunnel, "TunnelIkeConfig", `{"RemoteId":"a"}`), member, value) + `,` + tunnel + `]`
	default:
		value = `[` + with(tunnel, member, value) + `,` + tunnel + `]`
	}
	return with(file, first, value)
}

// tunnel has only what a tunnel must have.
const tunnel = `{"CustomerGatewayId":"cgw-1"}`

// with returns an object with a member set; objects on the way are added.
func with(object, place, value string) string {
	first, rest, dotted := strings.Cut(place, ".")
	if dotted {
		value = with(`{}`, rest, value)
	}
	members := make(map[string]json.RawMessage)
	if err := json.Unmarshal([]byte(object), &members); err != nil {
		panic(err)
	}
	members[first] = json.RawMessage(value)
	text, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// values returns values as JSON: of every type, and at the edges of every kind.
func values() []string {
	list := []string{
		`null`, `true`, `false`, `[]`, `{}`, `[null]`, `[{}]`, `[[]]`, `{"a":{}}`, `{"a":1}`, `""`, `"true"`, `"null"`,
		`0`, `-0`, `1`, `-1`, `0.5`, `1.0`, `8.64e4`, `86400`, `86401`, `2019`, `2025`, `2026`, `45104`, `65535`, `4294967295`, `4294967296`,
		`9223372036854775807`, `9223372036854775808`, `"0"`, `"1"`, `"01"`, `"+1"`, `"1e3"`, `"1.5e3"`,
		`"2019"`, `"2025"`, `"02025"`, `"4294967295"`, `"4294967296"`, `"10000000000"`,
		`"0.0"`, `"0.1"`, `"1.0"`, `"0.00"`, `"65535.65535"`, `"65536.0"`, `"0.65536"`, `"9999.59999"`, `"64999.65499"`, `"0.65529"`, `"65529.65529"`, `"1.66000"`, `"1.2.3"`,
		`"10.0.0.1"`, `"0.0.0.0"`, `"255.255.255.255"`, `"256.0.0.1"`, `"010.0.0.1"`, `"199.249.0.99"`, `"::1"`, `"::ffff:10.0.0.1"`, `" 10.0.0.1"`,
		`"10.2.0.0/24"`, `"0.0.0.0/0"`, `"10.2.0.1/32"`, `"10.2.0.0/33"`, `"10.2.0.0/024"`, `"2001:db8::/32"`, `"10.2.0.1/24"`, `"10.2.0.0/24\n"`,
		`" 10.2.0.0/24\t, 10.3.0.0/24"`, `"10.2.0.0/24,"`, `"10.2.0.0/24,,10.3.0.0/24"`, `"10.2.0.0/24,10.2.0.0/24"`,
		`["10.2.0.0/24","10.3.0.0/24, 10.4.0.0/24"]`, `["10.2.0.0/24","10.2.0.0/24"]`, `["10.2.0.0/24",1]`, `["10.2.0.0/24",""]`,
		`"169.254.10.0/30"`, `"169.254.255.252/30"`, `"169.254.6.0/30"`, `"169.254.169.252/30"`, `"169.254.10.0/29"`, `"169.254.10.1/30"`, `"169.253.10.0/30"`,
		`"[hidden]"`, `"http://a"`, `"HTTP://a"`, `"HTTPS://a"`, `"a http://"`, `"ahttps://"`, `"http:/"`, `"aliyun"`, `"Aliyun"`, `"acs:"`, `"acs"`, `"aacs:"`,
		`{"aliyun1":"a"}`, `{"a":"http://"}`, `{"":"a"}`, `{"a":null,"b":"","c.d":"x"}`,
		`{"LocalId":"a","LocalIdIPsec":"a"}`, `[{"Key":"a"}]`, `[{"Key":"a"},{"Key":"b","Value":null}]`, `[{"Value":"a"}]`,
		`[{"CustomerGatewayId":"cgw-1"},{"CustomerGatewayId":"cgw-1"}]`, `[{"CustomerGatewayId":"cgw-1"},null]`,
		`[{"CustomerGatewayId":"cgw-1"},{"CustomerGatewayId":"cgw-1"},{"CustomerGatewayId":"cgw-1"}]`,
	}
	for _, text := range []string{" ", ",", `"`, `\`, "'", "-", ".", "_", "+", "~", "\x00", "\n", "\x7f", "\u0085", "\u00a0", "é", "中", "〇", "あ", "\u2028", "\u3000", "𠀀", "😀"} {
		list = append(list, textOf(text), textOf("a"+text), textOf(text+"a"))
	}
	for _, n := range []int{2, 64, 65, 100, 101, 128, 129} {
		list = append(list, textOf(strings.Repeat("a", n)), textOf(strings.Repeat("中", n)), textOf(strings.Repeat("😀", n)))
	}
	for _, n := range []int{20, 21} {
		var tags, members []string
		for i := range n {
			tags = append(tags, fmt.Sprintf(`{"Key":"k%d"}`, i))
			members = append(members, fmt.Sprintf(`"k%d":"v"`, i))
		}
		list = append(list, "["+strings.Join(tags, ",")+"]", "{"+strings.Join(members, ",")+"}")
	}
	const certificate = "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n"
	for _, text := range []string{
		certificate, certificate + certificate, " \v\u0085\u00a0\u3000" + certificate + "\v\u3000", strings.ReplaceAll(certificate, "\n", " \t\r\n"),
		strings.TrimSpace(certificate) + certificate, strings.TrimSpace(certificate) + " \r\n\v" + certificate, strings.ReplaceAll(certificate, "\n", " "),
		"a" + certificate, certificate + "a", strings.ReplaceAll(certificate, "CERTIFICATE", "PRIVATE KEY"),
		strings.Replace(certificate, "\n", "\nA: b\n\n", 1), certificate[:40], certificate[10:],
	} {
		list = append(list, textOf(text))
	}
	for _, m := range allEnums() {
		for _, v := range m.Values {
			list = append(list, textOf(v), textOf(strings.ToUpper(v)))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// allEnums returns the members that are enums.
func allEnums() []*parameters.Member {
	var list []*parameters.Member
	for _, place := range places() {
		if m := parameters.Of(aliyun.Edition2025).Find(place); m != nil && m.Kind == parameters.Enum {
			list = append(list, m)
		}
		if m := parameters.Of(aliyun.Edition2019).Find(place); m != nil && m.Kind == parameters.Enum {
			list = append(list, m)
		}
	}
	return list
}
