package vpnconn_test

import (
	"maps"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A model is what a Builder or a Request should hold, in the simplest form: the text of each setting by its name in
// edition 2019 where the editions differ, the key of a derived token, "" for none, and the edition. A later text
// replaces an earlier one.
type model struct {
	set     map[string]string
	key     string
	edition aliyun.Edition
	second  bool // tunnel is there even with nothing set
}

func (m model) clone() model { return model{maps.Clone(m.set), m.key, m.edition, m.second} }

// modelTexts has texts for each setting, those of the cases of package vpntest, and the error of Build for each: "" for
// a valid one, else ": too long" or, for each wrong element of a list, "[1]: duplicate".
var modelTexts = func() map[string]map[string]string {
	texts := map[string]map[string]string{"EffectImmediately": {"true": "", "false": ""}}
	for _, c := range vpntest.Cases() {
		name, _, _ := strings.Cut(c.Name, ": ")
		set, ok := given(c)
		if text := set[name]; ok && options[name] != nil && len(text) < 1000 {
			if texts[name] == nil {
				texts[name] = make(map[string]string)
			}
			texts[name][text] = ""
			if c.Reason != nil {
				texts[name][text] = strings.TrimPrefix(c.Field, name) + ": " + c.Reason.Error()
			}
		}
	}
	for _, d := range document {
		switch d.Type {
		case "blocks":
			texts[d.Name][""] = "[0]: empty"
			texts[d.Name]["invalid Prefix"] = "[0]: bad CIDR block" // the zero netip.Prefix
			texts[d.Name]["10.0.0.7/24,::/0,10.0.0.0/8,"] = "[0]: host bits set; [1]: not IPv4; [3]: empty"
			texts[d.Name]["10.0.0.0,\xff,\t10.0.0.0/8,x/24"] = "[0]: bad CIDR block; [1]: bad character; [3]: bad CIDR block"
		case "id", "text", "value":
			if options[d.Name] != nil {
				texts[d.Name][""] = ": empty"
			}
		}
	}
	return texts
}()

// modelKeys has keys to derive a token with, and the error of Build for each.
var modelKeys = map[string]string{string(tokKey): "", string(tokOther): "", "fifteen bytes!!": ": too short"}

// mistakes returns the errors that Build should return: "Name: too short" for each wrong field, in documented order. In
// edition 2025 these are its errors for the same settings without a history.
func (m model) mistakes(t testing.TB) (list []string) {
	switch m.edition {
	case 0, aliyun.Edition2019:
	case aliyun.Edition2025:
		if _, err := vpnconn.New(m.options()...); err != nil {
			return namesAndReasons(t, err)
		}
		return nil
	default:
		return []string{"Edition: unsupported value"}
	}
	for _, d := range document {
		text, set := m.set[d.Name]
		said := modelTexts[d.Name][text]
		switch {
		case d.Name == "ClientToken" && m.key != "":
			said = modelKeys[m.key]
		case !set && d.Required && options[d.Name] != nil:
			said = ": required"
		case !set:
			said = ""
		}
		if said != "" {
			for fault := range strings.SplitSeq(said, "; ") {
				list = append(list, d.Name+fault)
			}
		}
	}
	return append(list, m.folded()...)
}

// canonical returns m as a request built from it should hold it, except for a derived token.
func (m model) canonical() model {
	c := m.clone()
	for _, s := range sides {
		c.set[s.field] = strings.NewReplacer(" ", "", "\t", "").Replace(c.set[s.field])
	}
	return c
}

// effective returns m, the model of r, with the documented defaults for what r has unset.
func (m model) effective(r vpnconn.Request) model {
	c := m.clone()
	for name, text := range withDefaults(r) {
		name = strings.Replace(name, "IkeConfig.LocalId", "IkeConfig.LocalIdIPsec", 1)
		if _, set := c.set[name]; !set && !strings.HasSuffix(name, "Id") && !strings.HasSuffix(name, "IPsecIPsec") {
			c.set[name] = text
		}
	}
	return c
}

// shown returns the pairs that people read, in documented order.
func (m model) shown() (list [][2]string) {
	if m.edition == aliyun.Edition2025 {
		return m.shown2025()
	}
	for _, d := range document {
		text, set := m.set[d.Name]
		switch {
		case d.Name == "Action":
			list = append(list, [2]string{d.Name, vpnconn.Action})
		case set && d.Secret:
			list = append(list, [2]string{d.Name, "[hidden]"})
		case set:
			list = append(list, [2]string{d.Name, text})
		}
	}
	return list
}

// checkString fails t unless text is what String of a Builder should return. The order of what the edition lacks does
// not matter.
func (m model) checkString(t *testing.T, text string) {
	t.Helper()
	var pairs []string
	for _, pair := range m.shown() {
		pairs = append(pairs, pair[0]+": "+strconv.Quote(pair[1]))
	}
	want := "vpnconn.Builder{" + strings.Join(pairs, ", ")
	if m.edition == aliyun.Edition2025 || m.folded() == nil {
		want += "}"
	}
	if !strings.HasPrefix(text, want) {
		t.Errorf("the Builder is\n%s, want\n%s", text, want)
	}
	for _, pair := range m.shown2025() {
		if m.edition != aliyun.Edition2025 && isFolded(pair[0]) && !strings.Contains(text, pair[0]+": "+strconv.Quote(pair[1])) {
			t.Errorf("the Builder is\n%s, and shows no %s", text, pair)
		}
	}
}

// An edit is an option and what it does to a model.
type edit struct {
	option vpnconn.Option
	do     func(*model)
	about  []string // the settings, by prefixes of their names
}

// setting is the edit that sets one setting.
func setting(name, text string, option vpnconn.Option) edit {
	return edit{option, func(m *model) {
		m.set[name] = text
		if name == "ClientToken" {
			m.key = ""
		}
	}, []string{name}}
}

// together is the edit that makes several edits with one option.
func together(edits []edit, option vpnconn.Option) edit {
	all := edit{option: option, do: func(m *model) {
		for _, e := range edits {
			e.do(m)
		}
	}}
	for _, e := range edits {
		all.about = append(all.about, e.about...)
	}
	return all
}

// meets reports whether e and o are about the same setting, so that their order matters.
func (e edit) meets(o edit) bool {
	return slices.ContainsFunc(e.about, func(a string) bool {
		return slices.ContainsFunc(o.about, func(b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) })
	})
}

func optionsOf(edits []edit) (opts []vpnconn.Option) {
	for _, e := range edits {
		opts = append(opts, e.option)
	}
	return opts
}

func (m model) after(edits []edit) model {
	m = m.clone()
	for _, e := range edits {
		e.do(&m)
	}
	return m
}

// Choices are bytes that decide choices. When none are left, every choice is the first.
type choices []byte

func (c *choices) below(n int) int {
	if len(*c) == 0 {
		return 0
	}
	b := (*c)[0]
	*c = (*c)[1:]
	return int(b) % n
}

// someChoices returns choices for a seed.
func someChoices(size int, seed uint64) []byte {
	rnd := rand.New(rand.NewPCG(20190604, seed))
	list := make([]byte, size)
	for i := range list {
		list[i] = byte(rnd.Uint32())
	}
	return list
}

func chosen[V any](c *choices, m map[string]V) string {
	return slices.Sorted(maps.Keys(m))[c.below(len(m))]
}

// text chooses a text for a setting, a valid one three times of four.
func (c *choices) text(name string) string {
	list := maps.Clone(modelTexts[name])
	if c.below(4) != 0 {
		maps.DeleteFunc(list, func(_, said string) bool { return said != "" })
	}
	return chosen(c, list)
}

// edits chooses up to five edits, including bundles, which can be nested.
func (c *choices) edits(depth int) (list []edit) {
	for range c.below(6) {
		switch kind := c.below(len(editKinds) + 2); {
		case kind < len(editKinds):
			list = append(list, editKinds[kind](c))
		case kind == len(editKinds) && depth < 3:
			bundle := c.edits(depth + 1)
			list = append(list, together(bundle, vpnconn.Options(optionsOf(bundle)...)))
		default:
			list = append(list, together(nil, nil)) // a nil option does nothing
		}
	}
	return list
}

// editKinds has a way to choose an option of each kind.
var editKinds = []func(c *choices) edit{
	func(c *choices) edit { return c.one(options) },
	func(c *choices) edit { return c.one(options) },
	func(c *choices) edit { return c.list() },
	func(c *choices) edit { return c.list() },
	func(c *choices) edit {
		edits, opts := several(c, ikeOptions)
		return together(edits, vpnconn.WithIKE(opts...))
	},
	func(c *choices) edit {
		edits, opts := several(c, ipsecOptions)
		return together(edits, vpnconn.WithIPsec(opts...))
	},
	func(c *choices) edit {
		edits, opts := several(c, ikeOptions)
		config, err := ikeconfig.New(opts...)
		return whole("IkeConfig.", edits, err, vpnconn.WithIKEConfig(config))
	},
	func(c *choices) edit {
		edits, opts := several(c, ipsecOptions)
		config, err := ipsecconfig.New(opts...)
		return whole("IpsecConfig.", edits, err, vpnconn.WithIPsecConfig(config))
	},
	func(c *choices) edit {
		key := chosen(c, modelKeys)
		return edit{vpnconn.WithDerivedClientToken([]byte(key)), func(m *model) {
			delete(m.set, "ClientToken")
			m.key = key
		}, []string{"ClientToken"}}
	},
	func(c *choices) edit { return editionEdit([]aliyun.Edition{2025, 2019, 0, 2025, 7}[c.below(5)]) },
	func(c *choices) edit { return c.one2025() },
	func(c *choices) edit { return c.healthCheck() },
	func(c *choices) edit { return c.bgp(false) },
	func(c *choices) edit { return c.tags() },
	func(c *choices) edit { return c.tunnel() },
	func(c *choices) edit { return c.tunnel() },
	func(c *choices) edit { return c.tunnels() },
}

// one sets one setting by its option.
func (c *choices) one(options map[string]func(string) vpnconn.Option) edit {
	name := chosen(c, options)
	text := c.text(name)
	return setting(name, text, options[name](text))
}

// list sets a list of blocks, or unsets it.
func (c *choices) list() edit {
	s := sides[c.below(len(sides))]
	text := c.text(s.field)
	var blocks []netip.Prefix
	canonical := true
	for one := range strings.SplitSeq(text, ",") {
		block, _ := netip.ParsePrefix(one)
		blocks = append(blocks, block)
		canonical = canonical && block.String() == one
	}
	switch kind := c.below(6); {
	case kind < 2:
		return edit{[]vpnconn.Option{s.subnets(), s.prefixes()}[kind], func(m *model) { delete(m.set, s.field) }, []string{s.field}}
	case kind < 4 && canonical:
		return setting(s.field, text, s.prefixes(blocks...))
	}
	return setting(s.field, text, s.subnets(strings.Split(text, ",")...))
}

// several chooses up to three settings of a phase. A zero O stands for a nil option.
func several[O any](c *choices, with map[string]func(string) O) (edits []edit, opts []O) {
	for range c.below(4) {
		name := chosen(c, with)
		text := c.text(name)
		edits = append(edits, setting(name, text, nil))
		opts = append(opts, with[name](text), *new(O))
	}
	return edits, opts
}

// whole is the edit that replaces a phase by a Config, which is always valid: the zero Config if the options are not.
func whole(prefix string, edits []edit, err error, option vpnconn.Option) edit {
	return edit{option, func(m *model) {
		maps.DeleteFunc(m.set, func(name, _ string) bool { return strings.HasPrefix(name, prefix) })
		if err == nil {
			together(edits, nil).do(m)
		}
	}, []string{prefix}}
}
