// The race detector makes this much slower, and cannot find anything: it runs in one goroutine.

//go:build !race

package vpnconn_test

import (
	"fmt"
	"maps"
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

// An entryPoint takes hostile text. Its results are for checkShown.
type entryPoint func(text string) (made []any, err error)

// TestLogInjection passes every text to every entry point: no result forges a line of a log. Text that is not valid
// UTF-8 is always refused.
func TestLogInjection(t *testing.T) {
	all := make(map[string]entryPoint)
	for _, some := range []map[string]entryPoint{optionEntries(), parseEntries(), queryEntries(), specEntries(), nameEntries()} {
		maps.Copy(all, some)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			for _, text := range logInjections {
				made, err := all[name](text)
				for _, v := range made {
					checkShown(t, v)
				}
				switch {
				case err != nil:
					checkWellFormed(t, err)
					checkNoInjection(t, err)
				case !utf8.ValidString(text):
					t.Errorf("text that is not valid UTF-8 is accepted")
				}
				if t.Failed() {
					t.Fatalf("%.80q", text)
				}
			}
		})
	}
}

// checkShown fails t unless v prints as one line in every way: as text, in a log, and as JSON if it can.
func checkShown(t *testing.T, v any) {
	t.Helper()
	const most = 1 << 20 // a Builder also holds what is too long
	checkPrints(t, "String", v.(fmt.Stringer).String(), most)
	checkPrints(t, "a verb", fmt.Sprintf("%v%+v%#v%s%d", v, v, v, v, v), 5*most)
	checkLogLine(t, v, most)
	checkJSONLine(t, v)
}

// outcome returns a Request, everything that it returns, and all advice on it.
func outcome(r vpnconn.Request, err error) ([]any, error) {
	if err != nil {
		return nil, err
	}
	made := []any{r, r.IKE(), r.IPsec(), r.Builder(), r.Effective()}
	for _, a := range r.Advise() {
		made = append(made, oneText(a.String()))
	}
	for d := range (vpnconn.Request{}).Diff(r) {
		made = append(made, oneText(d.String()))
	}
	return made, nil
}

type oneText string

func (s oneText) String() string { return string(s) }

// parsed is the result of Parse for the smallest request with pairs.
func parsed(pairs ...string) ([]any, error) { return outcome(vpnconn.Parse(sentParams(pairs...))) }

// queried is the result of ParseQuery for the smallest request with more appended.
func queried(more string) ([]any, error) { return outcome(vpnconn.ParseQuery(sentQuery("&" + more))) }

// isText reports whether a setting takes text, so that an option for it does.
func isText(d documented) bool {
	return options[d.Name] != nil && d.Type != "boolean" && d.Type != "seconds"
}

// optionEntries has every setting that is text, and the elements of the lists.
func optionEntries() map[string]entryPoint {
	list := make(map[string]entryPoint)
	add := func(name string, with func(string) vpnconn.Option) {
		list["option "+name] = func(text string) ([]any, error) {
			b := vpnconn.NewBuilder(smallest(with(text))...)
			made, err := outcome(b.Build())
			return append(made, b), err
		}
	}
	for _, s := range sides {
		add(s.field+", a later argument", func(text string) vpnconn.Option { return s.subnets("10.9.0.0/16", text, "10.8.0.0/16") })
		add(s.field+", within an argument", func(text string) vpnconn.Option { return s.subnets("10.9.0.0/16," + text + "/24") })
		add(s.field+", every block", func(text string) vpnconn.Option { return s.subnets(strings.Repeat(text+",", 40)) })
	}
	for _, d := range document {
		if !isText(d) {
			continue
		}
		add(d.Name, options[d.Name])
		if with := ikeOptions[d.Name]; with != nil {
			list["ikeconfig.New "+d.Name] = func(text string) ([]any, error) {
				c, err := ikeconfig.New(with(text))
				return []any{c}, err
			}
		} else if with := ipsecOptions[d.Name]; with != nil {
			list["ipsecconfig.New "+d.Name] = func(text string) ([]any, error) {
				c, err := ipsecconfig.New(with(text))
				return []any{c}, err
			}
		}
	}
	return list
}

// parseEntries has every parameter of Parse; those of the phases also in JSON.
func parseEntries() map[string]entryPoint {
	list := make(map[string]entryPoint)
	for _, field := range append(documentedOrder[1:], "IkeConfig.LocalId") {
		list["Parse "+field] = func(text string) ([]any, error) { return parsed(field, text) }
		phase, member, dotted := strings.Cut(field, ".")
		if !dotted {
			continue
		}
		object := func(value string) string { return `{` + jsonOf(member) + `:` + value + `}` }
		list["Parse "+field+" in JSON"] = func(text string) ([]any, error) { return parsed(phase, object(jsonOf(text))) }
		list["Parse "+field+" in a list"] = func(text string) ([]any, error) { return parsed(phase, object("["+jsonOf(text)+"]")) }
		list["Parse "+field+" in conflict"] = func(text string) ([]any, error) { return parsed(phase, object(jsonOf(text+"x")), field, text) }
		list["Parse "+field+" as a number"] = func(text string) ([]any, error) { return parsed(phase, object(text)) }
	}
	return list
}

// queryEntries has the same in a query, escaped and not, and repeated.
func queryEntries() map[string]entryPoint {
	list := make(map[string]entryPoint)
	for _, field := range append(documentedOrder[1:], "IkeConfig.LocalId") {
		list["ParseQuery "+field+", repeated"] = func(text string) ([]any, error) {
			return queried(field + "=" + url.QueryEscape(text) + "&" + field + "=" + text)
		}
		list["ParseQuery "+field+", a bad escape"] = func(text string) ([]any, error) {
			return queried(field + "=" + text + "%zz&" + field + "%3D" + text + "%z=")
		}
	}
	// A value that is there already must not interfere.
	for _, field := range []string{"Name", "ClientToken", "EffectImmediately", "IkeConfig", "IkeConfig.RemoteId", "IpsecConfig.IpsecPfs"} {
		list["ParseQuery "+field] = func(text string) ([]any, error) { return queried(field + "=" + url.QueryEscape(text)) }
		list["ParseQuery "+field+", not escaped"] = func(text string) ([]any, error) { return queried(field + "=" + text + "\xff") }
	}
	return list
}

// specEntries has every member of a Spec, in JSON and in YAML.
func specEntries() map[string]entryPoint {
	list := make(map[string]entryPoint)
	add := func(field, what string, value func(text string) any) {
		for _, format := range []string{"JSON", "YAML"} {
			list["Spec "+field+what+" by "+format] = func(text string) ([]any, error) {
				tree := make(map[string]any)
				for name, text := range sentParams() {
					tree[name] = text
				}
				delete(tree, "Action")
				tree[field] = value(text)
				if phase, member, dotted := strings.Cut(field, "."); dotted {
					delete(tree, field)
					tree[phase] = map[string]any{member: value(text)}
				}
				var s vpnconn.Spec
				if err := formats(tree)[format](&s); err != nil {
					return nil, err
				}
				made, err := outcome(s.Build())
				return append(made, s.Builder()), err
			}
		}
	}
	for _, field := range documentedOrder[2:] {
		add(field, "", func(text string) any { return text })
		add(field, ", a list", func(text string) any { return []any{text, "10.0.0.0/8", text} })
		add(field, ", an object", func(text string) any { return map[string]any{text: text} })
	}
	return list
}

// nameEntries has the places where an unknown name can be.
func nameEntries() map[string]entryPoint {
	list := map[string]entryPoint{
		"member of phase 1":               func(text string) ([]any, error) { return parsed("IkeConfig", "{"+jsonOf(text)+":1}") },
		"member of phase 2":               func(text string) ([]any, error) { return parsed("IpsecConfig", "{"+jsonOf(text)+":1}") },
		"query, a name escaped":           func(text string) ([]any, error) { return queried(url.QueryEscape(text) + "=1") },
		"query, a name not escaped":       func(text string) ([]any, error) { return queried(text + "\xff=1") },
		"query, a name with a bad escape": func(text string) ([]any, error) { return queried(text + "%=1") },
		"query, a name repeated":          func(text string) ([]any, error) { return queried(text + "\xff=1&" + text + "\xff=2") },
	}
	for _, prefix := range []string{"", "Name", "IkeConfig.", "IpsecConfig.", "LocalSubnet[", "IkeConfig.Psk"} {
		list["name "+strconv.Quote(prefix)] = func(text string) ([]any, error) { return parsed(prefix+text, "secret") }
		list["name "+strconv.Quote(prefix)+" many times"] = func(text string) ([]any, error) {
			var pairs []string
			for i := range 40 {
				pairs = append(pairs, prefix+strconv.Itoa(i)+text, "secret")
			}
			return parsed(pairs...)
		}
	}
	return list
}
