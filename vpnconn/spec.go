package vpnconn

import (
	"encoding/json"
	"reflect"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// A Spec is a request in a configuration file or in the body of a service's own API: plain data, not checked yet. Its
// members have the documented names. What is absent, null or nil is unset; what is set but empty is an error at
// [Spec.Build]. The zero Spec has nothing set.
//
// Reading a Spec from JSON or YAML is strict: names compare exactly, and an unknown or repeated member, another type or text
// that is not valid Unicode is a [vpnerrors.ValidationErrors]. So is a list over 16 MiB, or with more elements than there can
// be ([vpnerrors.ErrTooMany]), and so is what the struct could not tell from an unset value: an empty ID or address, a list
// without blocks or tunnels, and a pre-shared key that is null. Booleans and numbers have no quotes, but LocalAsn and Edition
// may have them; a lifetime is in seconds. Tags may also be a mapping. Reading replaces the whole Spec; on an error the Spec
// does not change. If the form is wrong, the error also lists the values that no default could make right; if the form is
// right, Build finds all mistakes. Writing a Spec hides the pre-shared key, and reading "[hidden]" is an error.
//
// Errors have the names that the Spec has by itself. To read several from one file, read a list of [json.RawMessage] or
// yaml.Node, decode each of them into a Spec, and move its errors with [vpnerrors.FieldError.At]: see the example.
//
// Use a Spec as a named field: embedded, its methods would read the outer struct, and inlined in YAML they would not be
// called. Read one with a package that calls UnmarshalJSON or UnmarshalYAML, such as encoding/json and
// go.yaml.in/yaml/v3. A package that sets the fields itself has rules of its own. Without the right options it silently
// drops IkeConfig, and the key with it. Two such packages:
//
//   - koanf works through JSON: marshal the map that Raw or Cut returns, and unmarshal it into a Spec. All of the above holds.
//   - viper keeps names in lower case, so it has to set the fields: use Unmarshal with the options TagName "json",
//     ErrorUnused, and mapstructure.TextUnmarshallerHookFunc for the key. Then names match in any letter case, tags are a
//     list, null is unset even for the key, and fractions are cut. To be strict, let viper find the file, and read the file
//     that ConfigFileUsed names.
//
// The program in examples/config does both. Editors check a file by the JSON Schema that [SpecSchema] returns; a member
// $schema that names it is skipped.
type Spec struct {
	// Edition is a member of the file and not a parameter: a number or text. If it is absent, the file may have what any
	// edition has, and Build checks it by the edition that another option sets, or by edition 2019. So a file with two
	// tunnels needs "Edition: 2025", or New(WithEdition(aliyun.Edition2025), s.Option()).
	Edition             aliyun.Edition `json:"Edition,omitempty" yaml:"Edition,omitempty"`
	RegionID            string         `json:"RegionId,omitempty" yaml:"RegionId,omitempty"`
	VPNGatewayID        string         `json:"VpnGatewayId,omitempty" yaml:"VpnGatewayId,omitempty"`
	CustomerGatewayID   string         `json:"CustomerGatewayId,omitempty" yaml:"CustomerGatewayId,omitempty"`
	LocalSubnets        []string       `json:"LocalSubnet,omitzero" yaml:"LocalSubnet,omitempty"`   // each may be a comma-separated list; read from one string too
	RemoteSubnets       []string       `json:"RemoteSubnet,omitzero" yaml:"RemoteSubnet,omitempty"` // as LocalSubnets
	ClientToken         *string        `json:"ClientToken,omitempty" yaml:"ClientToken,omitempty"`
	Name                *string        `json:"Name,omitempty" yaml:"Name,omitempty"`
	EffectImmediately   *bool          `json:"EffectImmediately,omitempty" yaml:"EffectImmediately,omitempty"`
	IKE                 *IKESpec       `json:"IkeConfig,omitempty" yaml:"IkeConfig,omitempty"`
	IPsec               *IPsecSpec     `json:"IpsecConfig,omitempty" yaml:"IpsecConfig,omitempty"`
	HealthCheck         *HealthCheck   `json:"HealthCheckConfig,omitempty" yaml:"HealthCheckConfig,omitempty"` // edition 2025, as are all fields below
	AutoConfigRoute     *bool          `json:"AutoConfigRoute,omitempty" yaml:"AutoConfigRoute,omitempty"`
	DPD                 *bool          `json:"EnableDpd,omitempty" yaml:"EnableDpd,omitempty"`
	NATTraversal        *bool          `json:"EnableNatTraversal,omitempty" yaml:"EnableNatTraversal,omitempty"`
	BGP                 *BGP           `json:"BgpConfig,omitempty" yaml:"BgpConfig,omitempty"`
	RemoteCACertificate *string        `json:"RemoteCaCertificate,omitempty" yaml:"RemoteCaCertificate,omitempty"` // text that is not a certificate is written as "[hidden]"
	Tags                []Tag          `json:"Tags,omitempty" yaml:"Tags,omitempty"`                               // read from a mapping too, sorted by key
	Tunnels             []TunnelSpec   `json:"TunnelOptionsSpecification,omitempty" yaml:"TunnelOptionsSpecification,omitempty"`
	TunnelsBGP          *bool          `json:"EnableTunnelsBgp,omitempty" yaml:"EnableTunnelsBgp,omitempty"`
	DryRun              *bool          `json:"DryRun,omitempty" yaml:"DryRun,omitempty"`
}

// An IKESpec is phase 1 in a [Spec], IkeConfig, or in a [TunnelSpec], TunnelIkeConfig. The zero IKESpec has nothing set.
type IKESpec struct {
	PSK      ikeconfig.Secret   `json:"Psk,omitzero" yaml:"Psk,omitempty"`
	Version  *ikeconfig.Version `json:"IkeVersion,omitempty" yaml:"IkeVersion,omitempty"`
	Mode     *ikeconfig.Mode    `json:"IkeMode,omitempty" yaml:"IkeMode,omitempty"`
	EncAlg   *ikeconfig.EncAlg  `json:"IkeEncAlg,omitempty" yaml:"IkeEncAlg,omitempty"`
	AuthAlg  *ikeconfig.AuthAlg `json:"IkeAuthAlg,omitempty" yaml:"IkeAuthAlg,omitempty"`
	PFS      *ikeconfig.DHGroup `json:"IkePfs,omitempty" yaml:"IkePfs,omitempty"`
	Lifetime *int64             `json:"IkeLifetime,omitempty" yaml:"IkeLifetime,omitempty"` // in seconds
	LocalID  *string            `json:"LocalId,omitempty" yaml:"LocalId,omitempty"`         // in edition 2019 read as LocalIdIPsec too
	RemoteID *string            `json:"RemoteId,omitempty" yaml:"RemoteId,omitempty"`
}

// An IPsecSpec is phase 2 in a [Spec], IpsecConfig, or in a [TunnelSpec], TunnelIpsecConfig. The zero IPsecSpec has nothing
// set.
type IPsecSpec struct {
	EncAlg   *ipsecconfig.EncAlg  `json:"IpsecEncAlg,omitempty" yaml:"IpsecEncAlg,omitempty"`
	AuthAlg  *ipsecconfig.AuthAlg `json:"IpsecAuthAlg,omitempty" yaml:"IpsecAuthAlg,omitempty"`
	PFS      *ipsecconfig.DHGroup `json:"IpsecPfs,omitempty" yaml:"IpsecPfs,omitempty"`
	Lifetime *int64               `json:"IpsecLifetime,omitempty" yaml:"IpsecLifetime,omitempty"` // in seconds
}

// A TunnelSpec is one of two tunnels in a [Spec], TunnelOptionsSpecification. The zero TunnelSpec has nothing set. Edition
// 2025.
type TunnelSpec struct {
	Role                *Role      `json:"Role,omitempty" yaml:"Role,omitempty"`
	CustomerGatewayID   string     `json:"CustomerGatewayId,omitempty" yaml:"CustomerGatewayId,omitempty"`
	IKE                 *IKESpec   `json:"TunnelIkeConfig,omitempty" yaml:"TunnelIkeConfig,omitempty"`
	IPsec               *IPsecSpec `json:"TunnelIpsecConfig,omitempty" yaml:"TunnelIpsecConfig,omitempty"`
	BGP                 *BGP       `json:"TunnelBgpConfig,omitempty" yaml:"TunnelBgpConfig,omitempty"` // Enable has no place in a tunnel
	DPD                 *bool      `json:"EnableDpd,omitempty" yaml:"EnableDpd,omitempty"`
	NATTraversal        *bool      `json:"EnableNatTraversal,omitempty" yaml:"EnableNatTraversal,omitempty"`
	RemoteCACertificate *string    `json:"RemoteCaCertificate,omitempty" yaml:"RemoteCaCertificate,omitempty"` // text that is not a certificate is written as "[hidden]"
}

// Build checks the Spec and returns the Request. It is [Spec.Builder] followed by [Builder.Build].
func (s Spec) Build() (Request, error) { return s.Builder().Build() }

// Builder returns a Builder with what is set in s. It shares no memory with s.
func (s Spec) Builder() Builder { return NewBuilder(s.Option()) }

// Option returns an option that sets what is set in s. Put defaults before it and what s must not override after it:
// New(defaults, s.Option(), demands). What is unset in s, also within the phases, does not change; a HealthCheck, a BGP and
// Tags are replaced as a whole. An object in a file without a member that is set is unset. The option shares no memory with s.
//
// Tunnels with roles change the tunnels with these roles, tunnels without roles those in the same places. Roles that Build
// refuses in s alone select no tunnel: if only one of two tunnels of s has a role, or a role is unknown or there twice, the
// tunnels of s change those in the same places. These then have the roles of s, set or not.
func (s Spec) Option() Option {
	n := s.node()
	if n.Element(parameters.Tunnels, 0) == nil { // none at all, or too many, are for Build to refuse
		return n.LayOn
	}
	tunnels := n.AppendElements(nil, parameters.Tunnels)
	n.Forget(parameters.Tunnels)
	return func(d *draft) {
		d.Lay(n)
		layTunnels(d, tunnels)
	}
}

// node returns what is set in s.
func (s Spec) node() *tree.Node {
	n := nodeOf(reflect.ValueOf(s))
	if s.Edition != 0 {
		n.PutNumber(parameters.Edition, int64(s.Edition))
	}
	return n
}

// layTunnels lays the tunnels of a Spec over those that are there. Where there are none they keep their order, but one alone
// takes the place of its role. Roles that are not those of one list are for Build to refuse: they stay as the Spec has them,
// in their places, whatever is there.
func layTunnels(d *draft, tunnels []*tree.Node) {
	if len(tunnels) > 1 && d.Len(parameters.Tunnels) == 0 {
		d.PutList(parameters.Tunnels, tunnels)
		return
	}
	none, all := rolesOf(tunnels)
	var places [2]int // found before anything changes
	for i, tunnel := range tunnels {
		places[i] = i
		if all {
			places[i] = placeIn(d, roleOf(tunnel))
		}
	}
	for i, tunnel := range tunnels {
		if !none && !tunnel.Has(parameters.Role) {
			tunnel = tunnel.Clone()
			tunnel.Unset(parameters.Role)
		}
		layTunnel(d, places[i], tunnel)
	}
}

// rolesOf reports whether none of the tunnels in a list has a role, and whether all have, a documented one that is not in
// the list twice.
func rolesOf(tunnels []*tree.Node) (none, all bool) {
	none, all = true, true
	var seen [2]bool
	for _, tunnel := range tunnels {
		place := placeOf(roleOf(tunnel))
		none = none && !tunnel.Has(parameters.Role)
		all = all && place >= 0 && !seen[place]
		if place >= 0 {
			seen[place] = true
		}
	}
	return none, all
}

// Spec returns r as plain data that shares no memory with it: r.Spec().Build() equals r, unless r is the zero Request. Its
// Edition is 0 for a request of edition 2019.
func (r Request) Spec() Spec { return specOf(r.n.Node()) }

// specOf returns settings, which need not be valid, as plain data.
func specOf(n *tree.Node) Spec {
	var s Spec
	fill(reflect.ValueOf(&s).Elem(), n)
	if e := editionOf(n); e != aliyun.Edition2019 {
		s.Edition = e
	}
	return s
}

// MarshalJSON returns what is set as a JSON object, the pre-shared keys hidden.
func (s Spec) MarshalJSON() ([]byte, error) { return json.Marshal(s.plain()) }

// MarshalYAML returns what is set as a struct for a YAML package to write, the pre-shared keys hidden.
func (s Spec) MarshalYAML() (any, error) { return s.plain(), nil }

// MarshalJSON returns what is set as a JSON object, the pre-shared key hidden.
func (s IKESpec) MarshalJSON() ([]byte, error) { return json.Marshal(plainIKE(s)) }

// MarshalYAML returns what is set as a struct for a YAML package to write, the pre-shared key hidden.
func (s IKESpec) MarshalYAML() (any, error) { return plainIKE(s), nil }

// MarshalJSON returns what is set as a JSON object.
func (s IPsecSpec) MarshalJSON() ([]byte, error) { return json.Marshal(plainIPsec(s)) }

// MarshalYAML returns what is set as a struct for a YAML package to write.
func (s IPsecSpec) MarshalYAML() (any, error) { return plainIPsec(s), nil }

// MarshalJSON returns what is set as a JSON object, the pre-shared key hidden.
func (s TunnelSpec) MarshalJSON() ([]byte, error) { return json.Marshal(s.plain()) }

// MarshalYAML returns what is set as a struct for a YAML package to write, the pre-shared key hidden.
func (s TunnelSpec) MarshalYAML() (any, error) { return s.plain(), nil }

// The same structs without methods. The methods above pass them to encoding/json and the YAML packages, so that what is
// unset is left out by every caller: not every JSON package knows omitzero.
type (
	plainSpec   Spec
	plainIKE    IKESpec
	plainIPsec  IPsecSpec
	plainTunnel TunnelSpec
)

func (s Spec) plain() plainSpec {
	s.RemoteCACertificate = shownCertificate(s.RemoteCACertificate)
	return plainSpec(s)
}

func (s TunnelSpec) plain() plainTunnel {
	s.RemoteCACertificate = shownCertificate(s.RemoteCACertificate)
	return plainTunnel(s)
}

// shownCertificate returns a certificate unchanged, and hides other text: people paste private keys.
func shownCertificate(text *string) *string {
	if text == nil || rules.IsCertificate(*text) {
		return text
	}
	return new(parameters.Hidden)
}
