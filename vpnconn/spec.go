package vpnconn

import (
	"strconv"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// A Spec is a request in a configuration file or in the body of a service's own API: plain data, not checked yet. Its
// members carry the documented names. What is absent, null or nil is unset; what is set but empty is an error at
// [Spec.Build]. The zero Spec has nothing set.
//
// Reading a Spec from JSON or YAML is strict: names compare exactly, and an unknown or repeated member, another type or
// text that is not valid Unicode is an errors.ValidationErrors. So are an ID that is empty and a list of no blocks, which
// the struct could not tell from one that is unset, and a list over 16 MiB. A lifetime is a number of seconds, without
// quotes. Reading replaces the whole Spec; on an error it stays as it was. These mistakes of form come from reading, all
// others from Build. Writing a Spec hides the pre-shared key, and "[hidden]" is refused when read back. To log one, log its
// Builder: a Spec has pointers in it.
//
// Use a Spec as a named field: embedded, its methods would read the outer struct, and inlined in YAML they would not be
// called. Do not read one with a package for another format, which would drop what is not called as in Go. Its validate
// tags are those of package vpnconn/validation: a validator that meets a Spec panics unless they are registered with it.
type Spec struct {
	RegionID          string     `json:"RegionId,omitzero" yaml:"RegionId,omitempty" validate:"vpn_id=RegionId"`
	VPNGatewayID      string     `json:"VpnGatewayId,omitzero" yaml:"VpnGatewayId,omitempty" validate:"vpn_id=VpnGatewayId"`
	CustomerGatewayID string     `json:"CustomerGatewayId,omitzero" yaml:"CustomerGatewayId,omitempty" validate:"vpn_id=CustomerGatewayId"`
	LocalSubnets      []string   `json:"LocalSubnet,omitzero" yaml:"LocalSubnet,omitempty" validate:"vpn_cidrs=LocalSubnet"`    // each may be a comma-separated list; read from one string too
	RemoteSubnets     []string   `json:"RemoteSubnet,omitzero" yaml:"RemoteSubnet,omitempty" validate:"vpn_cidrs=RemoteSubnet"` // as LocalSubnets
	ClientToken       *string    `json:"ClientToken,omitzero" yaml:"ClientToken,omitempty" validate:"omitnil,vpn_token=ClientToken"`
	Name              *string    `json:"Name,omitzero" yaml:"Name,omitempty" validate:"omitnil,vpn_name=Name"`
	EffectImmediately *bool      `json:"EffectImmediately,omitzero" yaml:"EffectImmediately,omitempty"`
	IKE               *IKESpec   `json:"IkeConfig,omitzero" yaml:"IkeConfig,omitempty"`
	IPsec             *IPsecSpec `json:"IpsecConfig,omitzero" yaml:"IpsecConfig,omitempty"`
}

// An IKESpec is phase 1 in a [Spec], IkeConfig. The zero IKESpec has nothing set.
type IKESpec struct {
	PSK      ikeconfig.Secret   `json:"Psk,omitzero" yaml:"Psk,omitempty" validate:"ike_psk=IkeConfig.Psk"`
	Version  *ikeconfig.Version `json:"IkeVersion,omitzero" yaml:"IkeVersion,omitempty" validate:"omitnil,ike_version=IkeConfig.IkeVersion"`
	Mode     *ikeconfig.Mode    `json:"IkeMode,omitzero" yaml:"IkeMode,omitempty" validate:"omitnil,ike_mode=IkeConfig.IkeMode"`
	EncAlg   *ikeconfig.EncAlg  `json:"IkeEncAlg,omitzero" yaml:"IkeEncAlg,omitempty" validate:"omitnil,ike_enc=IkeConfig.IkeEncAlg"`
	AuthAlg  *ikeconfig.AuthAlg `json:"IkeAuthAlg,omitzero" yaml:"IkeAuthAlg,omitempty" validate:"omitnil,ike_auth=IkeConfig.IkeAuthAlg"`
	PFS      *ikeconfig.DHGroup `json:"IkePfs,omitzero" yaml:"IkePfs,omitempty" validate:"omitnil,ike_pfs=IkeConfig.IkePfs"`
	Lifetime *int64             `json:"IkeLifetime,omitzero" yaml:"IkeLifetime,omitempty" validate:"omitnil,vpn_lifetime=IkeConfig.IkeLifetime"` // in seconds
	LocalID  *string            `json:"LocalIdIPsec,omitzero" yaml:"LocalIdIPsec,omitempty" validate:"omitnil,ike_id=IkeConfig.LocalIdIPsec"`    // read as LocalId too
	RemoteID *string            `json:"RemoteId,omitzero" yaml:"RemoteId,omitempty" validate:"omitnil,ike_id=IkeConfig.RemoteId"`
}

// An IPsecSpec is phase 2 in a [Spec], IpsecConfig. The zero IPsecSpec has nothing set.
type IPsecSpec struct {
	EncAlg   *ipsecconfig.EncAlg  `json:"IpsecEncAlg,omitzero" yaml:"IpsecEncAlg,omitempty" validate:"omitnil,ipsec_enc=IpsecConfig.IpsecEncAlg"`
	AuthAlg  *ipsecconfig.AuthAlg `json:"IpsecAuthAlg,omitzero" yaml:"IpsecAuthAlg,omitempty" validate:"omitnil,ipsec_auth=IpsecConfig.IpsecAuthAlg"`
	PFS      *ipsecconfig.DHGroup `json:"IpsecPfs,omitzero" yaml:"IpsecPfs,omitempty" validate:"omitnil,ipsec_pfs=IpsecConfig.IpsecPfs"`
	Lifetime *int64               `json:"IpsecLifetime,omitzero" yaml:"IpsecLifetime,omitempty" validate:"omitnil,vpn_lifetime=IpsecConfig.IpsecLifetime"` // in seconds
}

// Build checks the Spec and returns the Request. It is Builder followed by [Builder.Build].
func (s Spec) Build() (Request, error) { return s.Builder().Build() }

// Builder returns a Builder with what is set in s. It shares no memory with s.
func (s Spec) Builder() Builder { return Builder{d: s.draft()} }

// Option returns what is set in s as an option, so that defaults can stand before it and what s must not override after
// it: New(defaults, s.Option(), demands). What s leaves unset, within the phases too, stays as it was. The option
// shares no memory with s.
func (s Spec) Option() Option {
	own := s.draft()
	return Options(
		func(d *draft) { d.overlay(own) },
		given(parameters.LocalSubnet, s.LocalSubnets), // of no blocks it is set too, and no default is to stand
		given(parameters.RemoteSubnet, s.RemoteSubnets),
	)
}

// given sets a list unless it is nil.
func given(i int, list []string) Option {
	if list == nil {
		return nil
	}
	return withList(i, list)
}

func (s Spec) draft() *draft {
	d := new(draft)
	for _, text := range []struct {
		i     int
		value *string
	}{
		{parameters.RegionID, nonEmpty(s.RegionID)},
		{parameters.VPNGatewayID, nonEmpty(s.VPNGatewayID)},
		{parameters.CustomerGatewayID, nonEmpty(s.CustomerGatewayID)},
		{parameters.ClientToken, s.ClientToken},
		{parameters.Name, s.Name},
	} {
		if text.value != nil {
			d.setText(text.i, *text.value)
		}
	}
	withList(parameters.LocalSubnet, s.LocalSubnets)(d)
	withList(parameters.RemoteSubnet, s.RemoteSubnets)(d)
	if s.EffectImmediately != nil {
		d.setText(parameters.EffectImmediately, strconv.FormatBool(*s.EffectImmediately))
	}
	d.setPhase(parameters.IKEConfig, s.IKE.settings())
	d.setPhase(parameters.IPsecConfig, s.IPsec.settings())
	return d
}

// Spec returns r as plain data that shares no memory with it: r.Spec().Build() equals r, unless r is the zero Request.
func (r Request) Spec() Spec { return r.d.spec() }

func (d *draft) spec() Spec {
	s := Spec{
		RegionID:          d.value(parameters.RegionID),
		VPNGatewayID:      d.value(parameters.VPNGatewayID),
		CustomerGatewayID: d.value(parameters.CustomerGatewayID),
		LocalSubnets:      d.blocks(parameters.LocalSubnet),
		RemoteSubnets:     d.blocks(parameters.RemoteSubnet),
		ClientToken:       d.optional(parameters.ClientToken),
		Name:              d.optional(parameters.Name),
	}
	if d.has(parameters.EffectImmediately) {
		s.EffectImmediately = new(d.text[parameters.EffectImmediately] == "true")
	}
	if d.has(parameters.IKEConfig) {
		s.IKE = new(ikeSpec(d.phase(parameters.IKEConfig)))
	}
	if d.has(parameters.IPsecConfig) {
		s.IPsec = new(ipsecSpec(d.phase(parameters.IPsecConfig)))
	}
	return s
}

// optional returns a copy of text i, or nil where it is unset.
func (d *draft) optional(i int) *string {
	if !d.has(i) {
		return nil
	}
	return new(d.text[i])
}

func (s *IKESpec) settings() *phase.Settings {
	if s == nil {
		return nil
	}
	var p phase.Settings
	if !s.PSK.IsZero() {
		p.SetPSK(s.PSK.Reveal)
	}
	put(&p, phase.IKEVersion, s.Version)
	put(&p, phase.IKEMode, s.Mode)
	put(&p, phase.IKEEncAlg, s.EncAlg)
	put(&p, phase.IKEAuthAlg, s.AuthAlg)
	put(&p, phase.IKEPFS, s.PFS)
	putSeconds(&p, phase.IKELifetime, s.Lifetime)
	put(&p, phase.LocalID, s.LocalID)
	put(&p, phase.RemoteID, s.RemoteID)
	return &p
}

func ikeSpec(p *phase.Settings) IKESpec {
	s := IKESpec{
		Version:  get[ikeconfig.Version](p, phase.IKEVersion),
		Mode:     get[ikeconfig.Mode](p, phase.IKEMode),
		EncAlg:   get[ikeconfig.EncAlg](p, phase.IKEEncAlg),
		AuthAlg:  get[ikeconfig.AuthAlg](p, phase.IKEAuthAlg),
		PFS:      get[ikeconfig.DHGroup](p, phase.IKEPFS),
		Lifetime: getSeconds(p, phase.IKELifetime),
		LocalID:  get[string](p, phase.LocalID),
		RemoteID: get[string](p, phase.RemoteID),
	}
	if p.Has(phase.PSK) {
		s.PSK = ikeconfig.NewSecret(p.PSK())
	}
	return s
}

func (s *IPsecSpec) settings() *phase.Settings {
	if s == nil {
		return nil
	}
	var p phase.Settings
	put(&p, phase.IPsecEncAlg, s.EncAlg)
	put(&p, phase.IPsecAuthAlg, s.AuthAlg)
	put(&p, phase.IPsecPFS, s.PFS)
	putSeconds(&p, phase.IPsecLifetime, s.Lifetime)
	return &p
}

func ipsecSpec(p *phase.Settings) IPsecSpec {
	return IPsecSpec{
		EncAlg:   get[ipsecconfig.EncAlg](p, phase.IPsecEncAlg),
		AuthAlg:  get[ipsecconfig.AuthAlg](p, phase.IPsecAuthAlg),
		PFS:      get[ipsecconfig.DHGroup](p, phase.IPsecPFS),
		Lifetime: getSeconds(p, phase.IPsecLifetime),
	}
}

// nonEmpty returns nil for the empty text: a required parameter has no other way to be unset in a Spec.
func nonEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func put[T ~string](p *phase.Settings, i int, value *T) {
	if value != nil {
		p.SetText(i, string(*value))
	}
}

func get[T ~string](p *phase.Settings, i int) *T {
	if !p.Has(i) {
		return nil
	}
	return new(T(p.Text(i)))
}

func putSeconds(p *phase.Settings, i int, value *int64) {
	if value != nil {
		p.SetLifetime(i, rules.Seconds{Whole: *value})
	}
}

func getSeconds(p *phase.Settings, i int) *int64 {
	seconds, set := p.Lifetime(i)
	if !set {
		return nil
	}
	return &seconds.Whole
}
