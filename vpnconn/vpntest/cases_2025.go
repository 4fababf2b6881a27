package vpntest

import (
	"maps"
	"slices"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// cases2025 has the cases of edition 2025. A rule that is the same as in 2019 has the same cases.
var cases2025 = []group{
	{fields: []string{"RegionId", "CustomerGatewayId", "VpnGatewayId"}, edges: identifierEdges},
	{fields: []string{"ClientToken"}, edges: tokenEdges},
	{fields: []string{"Name"}, edges: nameEdges2025},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetEdges},
	{fields: []string{"LocalSubnet", "RemoteSubnet"}, edges: subnetListEdges},
	{fields: booleans(aliyun.Edition2025), edges: booleanEdges},

	{fields: []string{"IkeConfig.Psk"}, edges: pskEdges2025},
	{fields: []string{"IkeConfig.IkeVersion"}, edges: versionEdges, values: true},
	{fields: []string{"IkeConfig.IkeMode"}, edges: modeEdges, values: true},
	{fields: []string{"IkeConfig.IkeEncAlg", "IpsecConfig.IpsecEncAlg"}, edges: encAlgEdges2025, values: true},
	{fields: []string{"IkeConfig.IkeAuthAlg", "IpsecConfig.IpsecAuthAlg"}, edges: authAlgEdges2025, values: true},
	{fields: []string{"IkeConfig.IkePfs", "IpsecConfig.IpsecPfs"}, edges: groupEdges2025, values: true},
	{fields: []string{"IpsecConfig.IpsecPfs"}, edges: ipsecGroupEdges},
	{fields: []string{"IkeConfig.IkeLifetime", "IpsecConfig.IpsecLifetime"}, edges: lifetimeEdges, literal: true},
	{fields: []string{"IkeConfig.LocalId", "IkeConfig.RemoteId"}, edges: idEdges2025},
	{fields: []string{"IkeConfig", "IpsecConfig", "HealthCheckConfig", "BgpConfig"}, edges: jsonEdges},
	{fields: []string{"IkeConfig"}, edges: ikeJSONEdges2025},
	{fields: []string{"IpsecConfig"}, edges: ipsecJSONEdges},

	{base: withHealthCheck, fields: []string{"HealthCheckConfig.enable"}, edges: jsonBooleanEdges, literal: true},
	{fields: []string{"HealthCheckConfig.dip", "HealthCheckConfig.sip", "BgpConfig.LocalBgpIp"}, edges: addressEdges},
	{fields: []string{"HealthCheckConfig.interval", "HealthCheckConfig.retry"}, edges: countEdges, literal: true},
	{changes: healthCheckChanges},
	{base: withBGP, fields: []string{"BgpConfig.EnableBgp"}, edges: jsonBooleanEdges, literal: true},
	{fields: []string{"BgpConfig.LocalAsn"}, edges: asnEdges, literal: true},
	{fields: []string{"BgpConfig.TunnelCidr"}, edges: linkEdges},
	{changes: bgpChanges},
	{base: withRemoteID, fields: []string{"RemoteCaCertificate"}, edges: certificateEdges},
	{base: forSM, changes: smChanges},
	{changes: almostSMChanges},

	{base: withTag, fields: []string{"Tags.1.Key"}, edges: tagKeyEdges},
	{base: withTag, fields: []string{"Tags.1.Key", "Tags.1.Value"}, edges: tagEdges},
	{base: withTag, fields: []string{"Tags.1.Value"}, edges: tagValueEdges},
	{changes: tagChanges},

	{base: withTunnels, fields: []string{tunnel1 + "CustomerGatewayId"}, edges: identifierEdges},
	{base: withTunnels, fields: booleansOfTunnels(tunnel1, tunnel2), edges: less(booleanEdges, trueEdges...)},
	{base: withTunnelsBGP, fields: booleansOfTunnels(tunnel2, tunnel1), edges: only(booleanEdges, trueEdges...)},
	{base: withTunnels, fields: []string{tunnel1 + "Role"}, edges: roleEdges},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelIkeConfig.Psk"}, edges: slices.Concat(pskEdges2025, flatPSKEdges)},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelIkeConfig.IkeVersion"}, edges: versionEdges, values: true},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelIkeConfig.IkeMode"}, edges: modeEdges, values: true},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelIkeConfig.IkeEncAlg", tunnel1 + "TunnelIpsecConfig.IpsecEncAlg"}, edges: encAlgEdges2025, values: true},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelIkeConfig.IkeAuthAlg", tunnel2 + "TunnelIpsecConfig.IpsecAuthAlg"}, edges: authAlgEdges2025, values: true},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelIkeConfig.IkePfs", tunnel1 + "TunnelIpsecConfig.IpsecPfs"}, edges: groupEdges2025, values: true},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelIpsecConfig.IpsecPfs"}, edges: ipsecGroupEdges},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelIkeConfig.IkeLifetime", tunnel2 + "TunnelIpsecConfig.IpsecLifetime"}, edges: flatLifetimeEdges},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelIkeConfig.LocalId", tunnel1 + "TunnelIkeConfig.RemoteId"}, edges: idEdges2025},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelBgpConfig.LocalAsn"}, edges: flatASNEdges},
	{base: withTunnels, fields: []string{tunnel2 + "TunnelBgpConfig.TunnelCidr"}, edges: linkEdges},
	{base: withTunnels, fields: []string{tunnel1 + "TunnelBgpConfig.LocalBgpIp"}, edges: addressEdges},
	{base: withRemoteIDs, fields: []string{tunnel2 + "RemoteCaCertificate"}, edges: certificateEdges},
	{base: withTunnels, changes: tunnelChanges},
	{base: withTunnels, changes: slices.Concat(modeChanges, booleanModeChanges())},
	{base: withTunnelsBGP, changes: tunnelBGPChanges},
	{base: tunnelsForSM, changes: tunnelSMChanges},

	{changes: less(changes, changesOf2019...)},
	{changes: changes2025},
	{changes: clientChanges},
}

// The prefixes of the names of a tunnel's settings.
const (
	tunnel1 = tunnels + ".1."
	tunnel2 = tunnels + ".2."
)

// booleans returns the Booleans of a connection with a single tunnel, without those in its objects.
func booleans(e aliyun.Edition) (names []string) {
	for _, m := range parameters.Of(e).Members {
		if m.Kind == parameters.Boolean && m.Mode != parameters.DualTunnel {
			names = append(names, m.Name)
		}
	}
	return names
}

// booleansOfTunnels returns the Booleans of a tunnel, in the two tunnels in turn, and those of a connection that are only
// for two tunnels.
func booleansOfTunnels(places ...string) (names []string) {
	for _, m := range parameters.Of(aliyun.Edition2025).Members {
		if m.Kind == parameters.Boolean && m.Mode == parameters.DualTunnel {
			names = append(names, m.Name)
		}
		if m.Name != tunnels {
			continue
		}
		for _, m := range m.Table.Members {
			if m.Kind == parameters.Boolean {
				names = append(names, places[len(names)%len(places)]+m.Name)
			}
		}
	}
	return names
}

// titled is an edge or a change.
type titled interface{ title() string }

func (e edge) title() string   { return e.name }
func (c change) title() string { return c.name }

// less returns the elements of a list without some names, and only those with them.
func less[T titled](list []T, names ...string) []T {
	return slices.DeleteFunc(slices.Clone(list), func(t T) bool { return slices.Contains(names, t.title()) })
}

func only[T titled](list []T, names ...string) []T {
	return slices.DeleteFunc(slices.Clone(list), func(t T) bool { return !slices.Contains(names, t.title()) })
}

// trueEdges are the names of the edges that turn something on, which may require more.
var trueEdges = []string{"true", "True", "tRuE"}

// smallestWith returns the smallest request with more parameters.
func smallestWith(more pairs) func() map[string]string {
	return func() map[string]string {
		params := smallest()
		maps.Copy(params, more)
		return params
	}
}

// twoTunnels returns the smallest request with two tunnels, and with more parameters.
func twoTunnels(more ...pairs) func() map[string]string {
	return func() map[string]string {
		params := smallest()
		delete(params, "CustomerGatewayId")
		maps.Copy(params, pairs{
			tunnel1 + "CustomerGatewayId": "cgw-bp1mvj4g9kogwwcxk7zqz",
			tunnel1 + "Role":              "master",
			tunnel2 + "CustomerGatewayId": "cgw-bp1pvpl9r9adju6l5vcwd",
			tunnel2 + "Role":              "slave",
		})
		for _, m := range more {
			maps.Copy(params, m)
		}
		return params
	}
}

// The requests that the cases change.
var (
	withHealthCheck = smallestWith(pairs{"HealthCheckConfig": `{"dip":"192.168.0.1","enable":"true","sip":"10.0.0.1"}`})
	withBGP         = smallestWith(pairs{"BgpConfig": `{"EnableBgp":"true","LocalAsn":"45104","LocalBgpIp":"169.254.10.1","TunnelCidr":"169.254.10.0/30"}`})
	withRemoteID    = smallestWith(pairs{"IkeConfig": `{"RemoteId":"` + subject + `"}`})
	forSM           = smallestWith(pairs{"IkeConfig": `{"RemoteId":"` + subject + `"}`, "RemoteCaCertificate": certificate})
	withTag         = smallestWith(pairs{"Tags.1.Key": "env"})

	withTunnels    = twoTunnels()
	withTunnelsBGP = twoTunnels(bgpOfTunnels)
	withRemoteIDs  = twoTunnels(remoteIDs)
	tunnelsForSM   = twoTunnels(remoteIDs, pairs{tunnel1 + "RemoteCaCertificate": certificate, tunnel2 + "RemoteCaCertificate": certificate})
)

var (
	bgpOfTunnels = pairs{
		"EnableTunnelsBgp":                     "true",
		tunnel1 + "TunnelBgpConfig.LocalBgpIp": "169.254.10.1",
		tunnel1 + "TunnelBgpConfig.TunnelCidr": "169.254.10.0/30",
		tunnel2 + "TunnelBgpConfig.LocalBgpIp": "169.254.11.1",
		tunnel2 + "TunnelBgpConfig.TunnelCidr": "169.254.11.0/30",
	}
	remoteIDs = pairs{tunnel1 + "TunnelIkeConfig.RemoteId": subject, tunnel2 + "TunnelIkeConfig.RemoteId": subject}
)

// subject is the name of an authority, in the form of the product page for the identifier of a peer with a certificate.
const subject = "CN=test,OU=test,O=test,C=CHN"
