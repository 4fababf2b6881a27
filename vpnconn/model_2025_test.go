package vpnconn_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// name2025 returns the name in edition 2025 of a setting of a model.
func name2025(name string) string { return strings.Replace(name, "LocalIdIPsec", "LocalId", 1) }

// in2025 returns what m has set, by the names of edition 2025.
func (m model) in2025() map[string]string {
	set := make(map[string]string)
	for name, text := range m.set {
		set[name2025(name)] = text
	}
	return set
}

// options returns options for m, one for each setting.
func (m model) options() []vpnconn.Option {
	opts := append(options2025(m.in2025()), vpnconn.WithEdition(m.edition))
	if m.key != "" {
		opts = append(opts, vpnconn.WithDerivedClientToken([]byte(m.key)))
	}
	if m.second {
		opts = append(opts, vpnconn.Spec{Tunnels: make([]vpnconn.TunnelSpec, 2)}.Option())
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

// shown2025 is shown for edition 2025.
func (m model) shown2025() [][2]string {
	list := [][2]string{{"Action", vpnconn.Action}}
	for name, text := range m.in2025() {
		if strings.HasSuffix(name, "Psk") || name == "RemoteCaCertificate" && text == "x" || strings.HasSuffix(name, ".RemoteCaCertificate") && text == "x" {
			text = "[hidden]"
		}
		list = append(list, [2]string{name, text})
	}
	order := make(map[string][]int)
	for _, pair := range list {
		order[pair[0]] = placeOf(aliyun.Edition2025, pair[0])
	}
	slices.SortFunc(list, func(a, b [2]string) int { return slices.Compare(order[a[0]], order[b[0]]) })
	return list
}

// isFolded reports whether edition 2019 has no such setting.
func isFolded(name string) bool {
	top, _, _ := strings.Cut(name, ".")
	return !slices.Contains(documentedOrder, top)
}

// folded returns the errors of Build in edition 2019 about all that it lacks.
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

// wholeOf returns the name prefix of what an option or a Spec replaces as a whole with a setting, or "".
func wholeOf(name string) string {
	for _, whole := range []string{"HealthCheckConfig.", "BgpConfig.", "Tags."} {
		if strings.HasPrefix(name, whole) {
			return whole
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

// one2025 sets one setting that edition 2019 lacks.
func (c *choices) one2025() edit {
	names := maps.Clone(only2025)
	delete(names, "IkeConfig.LocalId")
	name := chosen(c, names)
	texts := []string{"true", "false"}
	if name == "RemoteCaCertificate" {
		texts = []string{certificate, "x"}
	}
	text := texts[c.below(2)]
	return setting(name, text, only2025[name](text))
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
	role := vpnconn.Roles()[c.below(2)]
	var edits []edit
	for range c.below(4) {
		switch c.below(6) {
		case 0:
			id := c.text("CustomerGatewayId")
			edits = append(edits, setting("CustomerGatewayId", id, vpnconn.WithCustomerGatewayID(id)))
		case 1:
			on := c.of("true", "false")
			edits = append(edits, setting("EnableDpd", on, only2025["EnableDpd"](on)))
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
	return edit{vpnconn.WithTunnel(role, optionsOf(edits)...), func(m *model) {
		isNew, has := !m.hasTunnels(), m.roles()
		place := m.placeOf(role)
		sub := model{set: make(map[string]string)}
		for name, text := range m.takeTunnel(place) {
			sub.set[strings.TrimPrefix(name, "Tunnel")] = text
		}
		together(edits, nil).do(&sub)
		if isNew || has[place] == "" && has != [2]string{} {
			sub.set["Role"] = string(role)
		}
		m.second = m.second || place == 1 && len(sub.set) == 0
		for name, text := range sub.set {
			if strings.Contains(name, ".") {
				name = "Tunnel" + name
			}
			m.set[tunnelAt(place)+name] = text
		}
	}, []string{"TunnelOptionsSpecification." + string(role)}}
}

// tunnels lays a list of tunnels, whatever their roles, by a Spec.
func (c *choices) tunnels() edit {
	var list []map[string]string
	var specs []vpnconn.TunnelSpec
	for range 1 + c.below(2) {
		set := map[string]string{"CustomerGatewayId": c.of("cgw-1", "cgw-2", "cgw-3")}
		s := vpnconn.TunnelSpec{CustomerGatewayID: set["CustomerGatewayId"]}
		if role := c.of("", "master", "slave", "Master"); role != "" {
			set["Role"], s.Role = role, new(vpnconn.Role(role))
		}
		if on := c.of("", "true", "false"); on != "" {
			set["EnableDpd"], s.DPD = on, boolOrNil(on)
		}
		list, specs = append(list, set), append(specs, s)
	}
	return edit{vpnconn.Spec{Tunnels: specs}.Option(), func(m *model) { m.lay(list) }, []string{"TunnelOptionsSpecification."}}
}

func tunnelAt(place int) string { return inTunnel(strconv.Itoa(place+1) + ".") }

// takeTunnel removes a tunnel and returns what it had, by the names in it.
func (m model) takeTunnel(place int) map[string]string {
	set := make(map[string]string)
	for name, text := range m.set {
		if member, ok := strings.CutPrefix(name, tunnelAt(place)); ok {
			set[member] = text
			delete(m.set, name)
		}
	}
	return set
}

func (m model) hasTunnels() bool {
	for name := range m.set {
		if strings.HasPrefix(name, "TunnelOptionsSpecification.") {
			return true
		}
	}
	return false
}

// roles returns the roles of both tunnels, "" where there is none.
func (m model) roles() [2]string {
	return [2]string{m.set[tunnelAt(0)+"Role"], m.set[tunnelAt(1)+"Role"]}
}

// placeOf returns the place of the tunnel that a role is about: the master is the first, unless the roles that are there say
// that they are in the other order.
func (m model) placeOf(role vpnconn.Role) int {
	place := slices.Index(vpnconn.Roles(), role)
	switch m.roles() {
	case [2]string{"slave", "master"}, [2]string{"slave", ""}, [2]string{"", "master"}, [2]string{"slave", "Master"}, [2]string{"Master", "master"}:
		return 1 - place
	}
	return place
}

// lay lays the tunnels of a Spec, given by the names in them, over those that are there.
func (m model) lay(list []map[string]string) {
	roles := make([]string, 0, 2)
	for _, tunnel := range list {
		if role, isSet := tunnel["Role"]; isSet {
			roles = append(roles, role)
		}
	}
	usual := len(roles) == len(list) && !slices.Contains(roles, "Master") && (len(roles) == 1 || roles[0] != roles[1])
	byRole := usual && (m.hasTunnels() || len(list) == 1)
	var places []int
	for i := range list {
		if byRole {
			i = m.placeOf(vpnconn.Role(roles[i]))
		}
		places = append(places, i)
	}
	for i, tunnel := range list {
		set := m.takeTunnel(places[i])
		if len(roles) > 0 {
			delete(set, "Role")
		}
		for name := range tunnel {
			if strings.HasPrefix(name, "TunnelBgpConfig.") {
				maps.DeleteFunc(set, func(name, _ string) bool { return strings.HasPrefix(name, "TunnelBgpConfig.") })
			}
		}
		maps.Copy(set, tunnel)
		for name, text := range set {
			m.set[tunnelAt(places[i])+name] = text
		}
	}
}
