package vpnconn_test

import (
	"maps"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A move is an option and what it does to a sketch.
type move struct {
	option vpnconn.Option
	do     func(*sketch)
	about  []string // the settings, by the start of their names
}

// setting is the move that sets one setting.
func setting(field, text string, option vpnconn.Option) move {
	return move{option, func(s *sketch) {
		s.set[field] = text
		if field == "ClientToken" {
			s.key = ""
		}
	}, []string{field}}
}

// together is the move that makes several moves by one option.
func together(moves []move, option vpnconn.Option) move {
	all := move{option: option, do: func(s *sketch) {
		for _, m := range moves {
			m.do(s)
		}
	}}
	for _, m := range moves {
		all.about = append(all.about, m.about...)
	}
	return all
}

// meets reports whether m and o are about the same setting, so that their order matters.
func (m move) meets(o move) bool {
	return slices.ContainsFunc(m.about, func(a string) bool {
		return slices.ContainsFunc(o.about, func(b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) })
	})
}

func optionsOf(moves []move) (opts []vpnconn.Option) {
	for _, m := range moves {
		opts = append(opts, m.option)
	}
	return opts
}

func after(s sketch, moves []move) sketch {
	s = s.clone()
	for _, m := range moves {
		m.do(&s)
	}
	return s
}

// Choices are bytes to choose by. When there are none left, every choice is the first.
type choices []byte

func (c *choices) below(n int) int {
	if len(*c) == 0 {
		return 0
	}
	b := (*c)[0]
	*c = (*c)[1:]
	return int(b) % n
}

// anyProgram returns choices for a seed, since any bytes are some.
func anyProgram(size, i, j int) []byte {
	rnd := rand.New(rand.NewPCG(uint64(i), uint64(j)))
	program := make([]byte, size)
	for k := range program {
		program[k] = byte(rnd.Uint32())
	}
	return program
}

// text chooses a text for a setting, a right one three times of four.
func (c *choices) text(field string) string {
	if c.below(4) != 0 {
		return c.right(field)
	}
	list := slices.Sorted(maps.Keys(modelPool[field]))
	return list[c.below(len(list))]
}

// right chooses a right text for a setting.
func (c *choices) right(field string) string {
	list := slices.Sorted(maps.Keys(modelPool[field]))
	list = slices.DeleteFunc(list, func(text string) bool { return modelPool[field][text] != "" })
	return list[c.below(len(list))]
}

// moves chooses up to five moves. In bundles there can be more bundles.
func (c *choices) moves(depth int) (list []move) {
	for range c.below(6) {
		list = append(list, c.move(depth))
	}
	return list
}

func (c *choices) move(depth int) move {
	switch kind := c.below(11); kind {
	case 0, 1:
		field := chosen(c, textOptions)
		text := c.text(field)
		return setting(field, text, textOptions[field](text))
	case 2, 3:
		return c.blocks()
	case 4:
		phase := chosenMoves(c, ikeOptions)
		return phase.move(vpnconn.WithIKE(phase.options...))
	case 5:
		phase := chosenMoves(c, ipsecOptions)
		return phase.move(vpnconn.WithIPsec(phase.options...))
	case 6:
		phase := chosenMoves(c, ikeOptions)
		config, err := ikeconfig.New(phase.options...)
		return phase.whole("IkeConfig.", err, vpnconn.WithIKEConfig(config))
	case 7:
		phase := chosenMoves(c, ipsecOptions)
		config, err := ipsecconfig.New(phase.options...)
		return phase.whole("IpsecConfig.", err, vpnconn.WithIPsecConfig(config))
	case 8:
		key := slices.Sorted(maps.Keys(modelKeys))[c.below(len(modelKeys))]
		return move{vpnconn.WithDerivedClientToken([]byte(key)), func(s *sketch) {
			delete(s.set, "ClientToken")
			s.key = key
		}, []string{"ClientToken"}}
	case 9:
		if depth < 3 {
			bundle := c.moves(depth + 1)
			return together(bundle, vpnconn.Options(optionsOf(bundle)...))
		}
	}
	return together(nil, nil) // a nil option does nothing
}

// blocks chooses one of the ways to set a list, or to unset it.
func (c *choices) blocks() move {
	field := []string{"LocalSubnet", "RemoteSubnet"}[c.below(2)]
	subnets, prefixes := vpnconn.WithLocalSubnets, vpnconn.WithLocalPrefixes
	if field == "RemoteSubnet" {
		subnets, prefixes = vpnconn.WithRemoteSubnets, vpnconn.WithRemotePrefixes
	}
	unset := func(s *sketch) { delete(s.set, field) }
	text := c.text(field)
	switch c.below(8) {
	case 0:
		return move{subnets(), unset, []string{field}}
	case 1:
		return move{prefixes(), unset, []string{field}}
	case 2, 3:
		if blocks, ok := prefixesOf(text); ok {
			return setting(field, text, prefixes(blocks...))
		}
	case 4, 5:
		return setting(field, text, subnets(strings.Split(text, ",")...))
	}
	return setting(field, text, subnets(text))
}

// prefixesOf returns a list as netip has it, the zero Prefix included, if it is one that netip writes so.
func prefixesOf(list string) (blocks []netip.Prefix, ok bool) {
	for text := range strings.SplitSeq(list, ",") {
		block, _ := netip.ParsePrefix(text)
		if block.String() != text {
			return nil, false
		}
		blocks = append(blocks, block)
	}
	return blocks, true
}

// phaseMoves are options for one phase and the moves that they are.
type phaseMoves[O any] struct {
	moves   []move
	options []O
}

func (p phaseMoves[O]) move(option vpnconn.Option) move { return together(p.moves, option) }

// whole is the move that replaces a phase by a Config, which is always valid: the zero one where the options are not.
func (p phaseMoves[O]) whole(prefix string, err error, option vpnconn.Option) move {
	return move{option, func(s *sketch) {
		maps.DeleteFunc(s.set, func(field, _ string) bool { return strings.HasPrefix(field, prefix) })
		if err == nil {
			together(p.moves, nil).do(s)
		}
	}, []string{prefix}}
}

// chosenMoves chooses up to three settings of a phase. A zero O stands for a nil option.
func chosenMoves[O any](c *choices, with map[string]func(string) O) (p phaseMoves[O]) {
	for range c.below(4) {
		field := chosen(c, with)
		text := c.text(field)
		p.moves = append(p.moves, setting(field, text, nil))
		p.options = append(p.options, with[field](text), *new(O))
	}
	return p
}

func chosen[V any](c *choices, m map[string]V) string {
	return slices.Sorted(maps.Keys(m))[c.below(len(m))]
}

// textOptions has the option for each setting of the request itself that is a text, ikeOptions and ipsecOptions those of the
// phases.
var (
	textOptions = map[string]func(string) vpnconn.Option{
		"CustomerGatewayId": vpnconn.WithCustomerGatewayID, "RegionId": vpnconn.WithRegionID,
		"VpnGatewayId": vpnconn.WithVPNGatewayID, "ClientToken": vpnconn.WithClientToken, "Name": vpnconn.WithName,
		"EffectImmediately": func(text string) vpnconn.Option { return vpnconn.WithEffectImmediately(text == "true") },
	}
	ikeOptions = map[string]func(string) ikeconfig.Option{
		"IkeConfig.Psk":          ikeconfig.WithPSK,
		"IkeConfig.IkeVersion":   func(text string) ikeconfig.Option { return ikeconfig.WithVersion(ikeconfig.Version(text)) },
		"IkeConfig.IkeMode":      func(text string) ikeconfig.Option { return ikeconfig.WithMode(ikeconfig.Mode(text)) },
		"IkeConfig.IkeEncAlg":    func(text string) ikeconfig.Option { return ikeconfig.WithEncAlg(ikeconfig.EncAlg(text)) },
		"IkeConfig.IkeAuthAlg":   func(text string) ikeconfig.Option { return ikeconfig.WithAuthAlg(ikeconfig.AuthAlg(text)) },
		"IkeConfig.IkePfs":       func(text string) ikeconfig.Option { return ikeconfig.WithPFS(ikeconfig.DHGroup(text)) },
		"IkeConfig.IkeLifetime":  func(text string) ikeconfig.Option { return ikeconfig.WithLifetime(lifetimeOf(text)) },
		"IkeConfig.LocalIdIPsec": ikeconfig.WithLocalID,
		"IkeConfig.RemoteId":     ikeconfig.WithRemoteID,
	}
	ipsecOptions = map[string]func(string) ipsecconfig.Option{
		"IpsecConfig.IpsecEncAlg":   func(text string) ipsecconfig.Option { return ipsecconfig.WithEncAlg(ipsecconfig.EncAlg(text)) },
		"IpsecConfig.IpsecAuthAlg":  func(text string) ipsecconfig.Option { return ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlg(text)) },
		"IpsecConfig.IpsecPfs":      func(text string) ipsecconfig.Option { return ipsecconfig.WithPFS(ipsecconfig.DHGroup(text)) },
		"IpsecConfig.IpsecLifetime": func(text string) ipsecconfig.Option { return ipsecconfig.WithLifetime(lifetimeOf(text)) },
	}
)

func lifetimeOf(seconds string) time.Duration {
	d, err := time.ParseDuration(seconds + "s")
	if err != nil {
		panic(err)
	}
	return d
}
