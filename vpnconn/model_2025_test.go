package vpnconn_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// nameToday returns what edition 2025 calls a setting of a model.
func nameToday(name string) string { return strings.Replace(name, "LocalIdIPsec", "LocalId", 1) }

// today returns what m has set, by the names of edition 2025.
func (m model) today() map[string]string {
	set := make(map[string]string)
	for name, text := range m.set {
		set[nameToday(name)] = text
	}
	return set
}

// options returns options for m that say each thing once.
func (m model) options() []vpnconn.Option {
	opts := append(optionsToday(m.today()), vpnconn.WithEdition(m.edition))
	if m.key != "" {
		opts = append(opts, vpnconn.WithDerivedClientToken([]byte(m.key)))
	}
	return opts
}

// modelOf returns the model of a request of edition 2025.
func modelOf(r vpnconn.Request) model {
	m := model{set: make(map[string]string), edition: aliyun.Edition2025}
	for name, text := range settingsOf(r) {
		m.set[strings.Replace(name, "IkeConfig.LocalId", "IkeConfig.LocalIdIPsec", 1)] = text
	}
	return m
}

// shownToday is shown for edition 2025.
func (m model) shownToday() [][2]string {
	list := [][2]string{{"Action", vpnconn.Action}}
	for name, text := range m.today() {
		if strings.HasSuffix(name, "Psk") || name == "RemoteCaCertificate" && text == "x" || strings.HasSuffix(name, ".RemoteCaCertificate") && text == "x" {
			text = "[hidden]"
		}
		list = append(list, [2]string{name, text})
	}
	slices.SortFunc(list, func(a, b [2]string) int {
		return slices.Compare(placeOf(aliyun.Edition2025, a[0]), placeOf(aliyun.Edition2025, b[0]))
	})
	return list
}

// isFolded reports whether edition 2019 has no such setting.
func isFolded(name string) bool {
	top, _, _ := strings.Cut(name, ".")
	return !slices.Contains(documentedOrder, top)
}

// folded returns what Build of edition 2019 says of all that it lacks.
func (m model) folded() (list []string) {
	for name := range m.set {
		if isFolded(name) {
			top, _, _ := strings.Cut(name, ".")
			list = append(list, top+": unknown parameter")
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// wholeOf returns how the names begin of what an option or a Spec replaces as a whole, for a setting in it, or "".
func wholeOf(name string) string {
	for _, whole := range []string{"HealthCheckConfig.", "BgpConfig.", "Tags."} {
		if before, _, ok := strings.Cut(name, whole); ok && (before == "" || strings.HasSuffix(before, ".Tunnel")) {
			return before + whole
		}
	}
	return ""
}

func editionEdit(e aliyun.Edition) edit {
	return edit{vpnconn.WithEdition(e), func(m *model) { m.edition = e }, []string{"Edition"}}
}

// replace is the edit that replaces a whole.
func replace(whole string, set map[string]string, option vpnconn.Option) edit {
	maps.DeleteFunc(set, func(_, text string) bool { return text == "" })
	return edit{option, func(m *model) {
		maps.DeleteFunc(m.set, func(name, _ string) bool { return strings.HasPrefix(name, whole) })
		for member, text := range set {
			m.set[whole+member] = text
		}
	}, []string{whole}}
}

// oneToday sets one setting that edition 2019 lacks.
func (c *choices) oneToday() edit {
	names := maps.Clone(onlyToday)
	delete(names, "IkeConfig.LocalId")
	name := chosen(c, names)
	texts := []string{"true", "false"}
	if name == "RemoteCaCertificate" {
		texts = []string{certificate, "x"}
	}
	text := texts[c.below(2)]
	return setting(name, text, onlyToday[name](text))
}

func (c *choices) healthCheck() edit {
	set := map[string]string{
		"enable": c.of("", "true", "false"), "dip": c.of("", "192.168.1.1", "x"), "sip": c.of("", "10.10.1.1"),
		"interval": c.of("", "10", "0"), "retry": c.of("", "1"),
	}
	return replace("HealthCheckConfig.", set, vpnconn.WithHealthCheck(vpnconn.HealthCheck{
		Enable: boolOrNil(set["enable"]), Destination: set["dip"], Source: set["sip"], Interval: numberOrNil(set["interval"]), Retry: numberOrNil(set["retry"]),
	}))
}

func (c *choices) bgp(inTunnel bool) edit {
	set := map[string]string{
		"EnableBgp": c.of("", "true", "false"), "LocalAsn": c.of("", "65530"),
		"TunnelCidr": c.of("", "169.254.10.0/30", "169.254.11.0/30", "169.254.0.0/30"), "LocalBgpIp": c.of("", "169.254.10.1", "169.254.11.2", "169.254.10.0"),
	}
	if inTunnel {
		set["EnableBgp"] = ""
	}
	b := vpnconn.BGP{Enable: boolOrNil(set["EnableBgp"]), TunnelCIDR: set["TunnelCidr"], LocalIP: set["LocalBgpIp"]}
	if set["LocalAsn"] != "" {
		b.LocalASN = 65530
	}
	return replace("BgpConfig.", set, vpnconn.WithBGP(b))
}

func (c *choices) tags() edit {
	set := make(map[string]string)
	var tags []vpnconn.Tag
	for i := range c.below(4) {
		tag := vpnconn.Tag{Key: c.of("a", "b", "c", "acs:"), Value: c.of("", "v")}
		set[fmt.Sprintf("%d.Key", i+1)], set[fmt.Sprintf("%d.Value", i+1)] = tag.Key, tag.Value
		tags = append(tags, tag)
	}
	return replace("Tags.", set, vpnconn.WithTags(tags...))
}

func (c *choices) of(texts ...string) string { return texts[c.below(len(texts))] }

// tunnel changes a tunnel by options of a connection.
func (c *choices) tunnel() edit {
	place := c.below(2)
	role := vpnconn.Roles()[place]
	var edits []edit
	for range c.below(4) {
		switch c.below(6) {
		case 0:
			id := c.text("CustomerGatewayId")
			edits = append(edits, setting("CustomerGatewayId", id, vpnconn.WithCustomerGatewayID(id)))
		case 1:
			on := c.of("true", "false")
			edits = append(edits, setting("EnableDpd", on, onlyToday["EnableDpd"](on)))
		case 2:
			list, opts := several(c, ikeOptions)
			edits = append(edits, together(list, vpnconn.WithIKE(opts...)))
		case 3:
			list, opts := several(c, ikeOptions)
			config, err := ikeconfig.NewIn(aliyun.Edition2025, opts...)
			edits = append(edits, whole("IkeConfig.", list, err, vpnconn.WithIKEConfig(config)))
		case 4:
			list, opts := several(c, ipsecOptions)
			edits = append(edits, together(list, vpnconn.WithIPsec(opts...)))
		case 5:
			edits = append(edits, c.bgp(true))
		}
	}
	at := inTunnel(fmt.Sprintf("%d.", place+1))
	return edit{vpnconn.WithTunnel(role, optionsOf(edits)...), func(m *model) {
		sub := model{set: make(map[string]string)}
		for name, text := range m.set {
			if member, ok := strings.CutPrefix(name, at); ok {
				sub.set[strings.TrimPrefix(member, "Tunnel")] = text
				delete(m.set, name)
			}
		}
		together(edits, nil).do(&sub)
		for name, text := range sub.set {
			if strings.Contains(name, ".") {
				name = "Tunnel" + name
			}
			m.set[at+name] = text
		}
		m.set[at+"Role"] = string(role)
	}, []string{at}}
}
