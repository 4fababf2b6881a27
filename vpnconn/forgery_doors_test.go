// The race detector makes this many times slower, and has nothing to find in it: it runs in one goroutine.

//go:build !race

package vpnconn_test

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A forgeryDoor is one place where text of a stranger comes in. What came of it prints in the ways of checkShown.
type forgeryDoor struct {
	name string
	put  func(text string) (made []any, err error)
}

// TestForgeries puts every forgery in by every door: whatever comes of it, no line of a log is forged. Text that is not
// valid UTF-8 never gets in.
func TestForgeries(t *testing.T) {
	doors := slices.Concat(optionDoors(t), parameterDoors(), queryDoors(), specDoors(), nameDoors())
	seen := make(map[string]bool)
	for _, door := range doors {
		if seen[door.name] {
			t.Errorf("two doors are called %q", door.name)
		}
		seen[door.name] = true
		t.Run(door.name, func(t *testing.T) {
			for name, text := range forgeries {
				made, err := door.put(text)
				for _, v := range made {
					checkShown(t, v)
				}
				switch {
				case err != nil:
					checkErrorLaws(t, err)
					checkUnforged(t, err)
				case !utf8.ValidString(text):
					t.Errorf("text that is not valid UTF-8 is taken")
				}
				if t.Failed() {
					t.Fatalf("%s: %.80q", name, text)
				}
			}
		})
	}
}

// checkShown fails t unless v prints as one line, whatever the way: as text, in a log, and as JSON if it has that.
func checkShown(t *testing.T, v any) {
	t.Helper()
	const most = 1 << 20 // a Builder holds what is too long, too
	text := v.(fmt.Stringer).String()
	checkPrints(t, "String", text, most)
	checkPrints(t, "a verb", fmt.Sprintf("%v%+v%#v%s%d", v, v, v, v, v), 5*most)
	checkLogUnforged(t, v, most)
	checkJSONUnforged(t, v)
}

// outcome returns a Request, what can be had of it, and all advice on it.
func outcome(r vpnconn.Request, err error) ([]any, error) {
	if err != nil {
		return nil, err
	}
	made := []any{r, r.IKE(), r.IPsec(), r.Builder(), r.Effective()}
	for _, a := range r.Advise() {
		made = append(made, oneText(a.Field+a.Problem+a.Reference))
	}
	return made, nil
}

type oneText string

func (s oneText) String() string { return string(s) }

// optionDoors has a door for every setting that is text, and for the elements of the lists.
func optionDoors(t *testing.T) (doors []forgeryDoor) {
	add := func(name string, with func(string) vpnconn.Option) {
		doors = append(doors, forgeryDoor{"option " + name, func(text string) ([]any, error) {
			b := vpnconn.NewBuilder(smallest(with(text))...)
			made, err := outcome(b.Build())
			return append(made, b), err
		}})
	}
	for _, list := range []struct {
		name string
		with func(...string) vpnconn.Option
	}{{"LocalSubnet", vpnconn.WithLocalSubnets}, {"RemoteSubnet", vpnconn.WithRemoteSubnets}} {
		add(list.name, func(text string) vpnconn.Option { return list.with(text) })
		add(list.name+", a later argument", func(text string) vpnconn.Option { return list.with("10.9.0.0/16", text, "10.8.0.0/16") })
		add(list.name+", within an argument", func(text string) vpnconn.Option { return list.with("10.9.0.0/16," + text + "/24") })
		add(list.name+", every block", func(text string) vpnconn.Option { return list.with(strings.Repeat(text+",", 40)) })
	}
	for _, field := range documentedOrder[2:] {
		switch {
		case field == "EffectImmediately": // true or false
		case !strings.Contains(field, ".") && !strings.HasSuffix(field, "Subnet") && options[field] != nil:
			add(field, options[field])
		case strings.HasSuffix(field, "Lifetime"): // a number
		case ikeOptions[field] != nil:
			add(field, func(text string) vpnconn.Option { return vpnconn.WithIKE(ikeOptions[field](text)) })
			doors = append(doors, forgeryDoor{"ikeconfig.New " + field, func(text string) ([]any, error) {
				c, err := ikeconfig.New(ikeOptions[field](text))
				return []any{c}, err
			}})
		case ipsecOptions[field] != nil:
			add(field, func(text string) vpnconn.Option { return vpnconn.WithIPsec(ipsecOptions[field](text)) })
			doors = append(doors, forgeryDoor{"ipsecconfig.New " + field, func(text string) ([]any, error) {
				c, err := ipsecconfig.New(ipsecOptions[field](text))
				return []any{c}, err
			}})
		case field != "IkeConfig" && field != "IpsecConfig" && !strings.HasSuffix(field, "Subnet"):
			t.Errorf("no option sets %s", field)
		}
	}
	return doors
}

// parameterDoors has a door for every parameter by Parse, for those of the phases in JSON too.
func parameterDoors() (doors []forgeryDoor) {
	add := func(name string, pairs func(text string) []string) {
		doors = append(doors, forgeryDoor{"Parse " + name, func(text string) ([]any, error) {
			return outcome(vpnconn.Parse(sentParams(pairs(text)...)))
		}})
	}
	for _, field := range append(documentedOrder[1:], "IkeConfig.LocalId") {
		add(field, func(text string) []string { return []string{field, text} })
		phase, member, dotted := strings.Cut(field, ".")
		if !dotted {
			continue
		}
		object := func(value string) string { return `{` + jsonOf(member) + `:` + value + `}` }
		add(field+" in JSON", func(text string) []string { return []string{phase, object(jsonOf(text))} })
		add(field+" in a list", func(text string) []string { return []string{phase, object("[" + jsonOf(text) + "]")} })
		add(field+" in conflict", func(text string) []string { return []string{phase, object(jsonOf(text + "x")), field, text} })
		add(field+" as a number", func(text string) []string { return []string{phase, object(text)} })
	}
	return doors
}

// queryDoors has the same in a query, escaped and not, and repeated.
func queryDoors() (doors []forgeryDoor) {
	add := func(name string, more func(text string) string) {
		doors = append(doors, forgeryDoor{"ParseQuery " + name, func(text string) ([]any, error) {
			return outcome(vpnconn.ParseQuery(sentQuery("&" + more(text))))
		}})
	}
	for _, field := range append(documentedOrder[1:], "IkeConfig.LocalId") {
		// What stands there already must not get in the way of a value by itself.
		add(field+", repeated", func(text string) string { return field + "=" + url.QueryEscape(text) + "&" + field + "=" + text })
		add(field+", a bad escape", func(text string) string { return field + "=" + text + "%zz&" + field + "%3D" + text + "%z=" })
	}
	for _, field := range []string{"Name", "ClientToken", "EffectImmediately", "IkeConfig", "IkeConfig.RemoteId", "IpsecConfig.IpsecPfs"} {
		add(field, func(text string) string { return field + "=" + url.QueryEscape(text) })
		add(field+", as it is", func(text string) string { return field + "=" + text + "\xff" })
	}
	return doors
}

// specDoors has a door for every member of a Spec, by JSON and by YAML.
func specDoors() (doors []forgeryDoor) {
	add := func(name string, tree func(text string) map[string]any) {
		for door, read := range map[string]func(*vpnconn.Spec, map[string]any) error{
			"JSON": func(s *vpnconn.Spec, tree map[string]any) error { return s.UnmarshalJSON([]byte(jsonOf(tree))) },
			"YAML": func(s *vpnconn.Spec, tree map[string]any) error { return s.UnmarshalYAML(decoded(tree)) },
		} {
			doors = append(doors, forgeryDoor{"Spec " + name + " by " + door, func(text string) ([]any, error) {
				var s vpnconn.Spec
				t := tree(text)
				for name, value := range map[string]any{
					"RegionId": "r", "VpnGatewayId": "v", "CustomerGatewayId": "c", "LocalSubnet": "10.0.0.0/24", "RemoteSubnet": "10.0.0.0/24",
				} {
					if _, set := t[name]; !set {
						t[name] = value
					}
				}
				if err := read(&s, t); err != nil {
					return nil, err
				}
				made, err := outcome(s.Build())
				return append(made, s.Builder()), err
			}})
		}
	}
	for _, field := range documentedOrder[2:] {
		phase, member, dotted := strings.Cut(field, ".")
		within := func(value any) map[string]any {
			if dotted {
				return map[string]any{phase: map[string]any{member: value}}
			}
			return map[string]any{field: value}
		}
		add(field, func(text string) map[string]any { return within(text) })
		add(field+", a list", func(text string) map[string]any { return within([]any{text, "10.0.0.0/8", text}) })
		add(field+", an object", func(text string) map[string]any { return within(map[string]any{text: text}) })
	}
	return doors
}

// nameDoors has a door wherever a name is that the API document does not have.
func nameDoors() (doors []forgeryDoor) {
	parse := func(name string, pairs func(text string) []string) {
		doors = append(doors, forgeryDoor{name, func(text string) ([]any, error) {
			return outcome(vpnconn.Parse(sentParams(pairs(text)...)))
		}})
	}
	for _, prefix := range []string{"", "Name", "IkeConfig.", "IpsecConfig.", "LocalSubnet[", "IkeConfig.Psk"} {
		parse("name "+strconv.Quote(prefix), func(text string) []string { return []string{prefix + text, "secret"} })
		parse("name "+strconv.Quote(prefix)+" many times", func(text string) (pairs []string) {
			for i := range 40 {
				pairs = append(pairs, prefix+strconv.Itoa(i)+text, "secret")
			}
			return pairs
		})
	}
	parse("member of phase 1", func(text string) []string { return []string{"IkeConfig", "{" + jsonOf(text) + ":1}"} })
	parse("member of phase 2", func(text string) []string { return []string{"IpsecConfig", "{" + jsonOf(text) + ":1}"} })
	for name, more := range map[string]func(text string) string{
		"escaped":           func(text string) string { return url.QueryEscape(text) + "=1" },
		"as it is":          func(text string) string { return text + "\xff=1" },
		"with a bad escape": func(text string) string { return text + "%=1" },
		"repeated":          func(text string) string { return text + "\xff=1&" + text + "\xff=2" },
	} {
		doors = append(doors, forgeryDoor{"query, a name " + name, func(text string) ([]any, error) {
			return outcome(vpnconn.ParseQuery(sentQuery("&" + more(text))))
		}})
	}
	return doors
}
