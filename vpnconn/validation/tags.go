package validation

import (
	"errors"
	"fmt"
	"net/netip"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A rule checks the value of a field, of any type, as the value of a parameter.
type rule func(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors

// A tag checks a field as it would be checked in a request.
type tag struct {
	keys  []parameters.Key // of the parameter, and of a member in it
	check rule
}

// tags has all tags. An edition has those whose parameter it has.
var tags = map[string]tag{
	"vpn_id":          {[]parameters.Key{parameters.VPNGatewayID}, text},
	"vpn_name":        {[]parameters.Key{parameters.Name}, text},
	"vpn_cidr":        {[]parameters.Key{parameters.LocalSubnet}, cidr},
	"vpn_cidrs":       {[]parameters.Key{parameters.LocalSubnet}, cidrs},
	"vpn_token":       {[]parameters.Key{parameters.ClientToken}, text},
	"vpn_lifetime":    {[]parameters.Key{parameters.IKE, parameters.IKELifetime}, number},
	"vpn_certificate": {[]parameters.Key{parameters.RemoteCACertificate}, text},
	"vpn_tag_key":     {[]parameters.Key{parameters.Tags, parameters.TagKey}, text},
	"vpn_tag_value":   {[]parameters.Key{parameters.Tags, parameters.TagValue}, optional(text)},
	"vpn_address":     {[]parameters.Key{parameters.HealthCheck, parameters.HealthCheckSource}, text},
	"ike_version":     {[]parameters.Key{parameters.IKE, parameters.IKEVersion}, text},
	"ike_mode":        {[]parameters.Key{parameters.IKE, parameters.IKEMode}, text},
	"ike_enc":         {[]parameters.Key{parameters.IKE, parameters.IKEEncAlg}, text},
	"ike_auth":        {[]parameters.Key{parameters.IKE, parameters.IKEAuthAlg}, text},
	"ike_pfs":         {[]parameters.Key{parameters.IKE, parameters.IKEPFS}, text},
	"ike_psk":         {[]parameters.Key{parameters.IKE, parameters.PSK}, psk},
	"ike_id":          {[]parameters.Key{parameters.IKE, parameters.RemoteID}, text},
	"ipsec_enc":       {[]parameters.Key{parameters.IPsec, parameters.IPsecEncAlg}, text},
	"ipsec_auth":      {[]parameters.Key{parameters.IPsec, parameters.IPsecAuthAlg}, text},
	"ipsec_pfs":       {[]parameters.Key{parameters.IPsec, parameters.IPsecPFS}, text},
	"bgp_asn":         {[]parameters.Key{parameters.BGP, parameters.LocalASN}, number},
	"bgp_cidr":        {[]parameters.Key{parameters.BGP, parameters.TunnelCIDR}, text},
}

// member returns the parameter of a tag in an edition and its documented name, or nil if the edition does not have it.
func (t tag) member(e aliyun.Edition) (m *parameters.Member, name string) {
	table := parameters.Of(e)
	for i, k := range t.keys {
		if m = table.Member(k); m == nil {
			return nil, ""
		}
		if i > 0 {
			name += "."
		}
		name, table = name+m.Name, m.Table
		if m.Kind == parameters.Array {
			name += ".N"
		}
	}
	return m, name
}

// anyID is the name in errors for the parameter of vpn_id, which may be any kind of identifier.
const anyID = "vpn_id"

// Register adds the tags of edition 2019 to v. It is [RegisterIn] for [aliyun.Edition2019].
func Register(v *validator.Validate) error { return RegisterIn(aliyun.Edition2019, v) }

// RegisterIn adds the tags of an edition to v. It also makes v check every [vpnconn.Spec] with [vpnconn.Spec.Build], by the
// edition that the Spec names. It returns an error if v is nil or refuses a tag; an unknown edition is
// [vpnerrors.ErrUnsupportedValue] on "Edition".
//
// Call it before v validates anything: a Spec that v has met before is not checked. Register only one edition with a
// validator.
func RegisterIn(e aliyun.Edition, v *validator.Validate) error {
	if parameters.Of(e) == nil {
		return tree.UnknownEdition(e)
	}
	if v == nil {
		return errors.New("no validator to register tags with")
	}
	for name, t := range tags {
		m, _ := t.member(e)
		if m == nil {
			continue
		}
		actual := name
		if e != 0 && e != aliyun.Edition2019 {
			// The alias tells Explain the edition. A validation by its name would win over it where the tag has a parameter.
			actual = inEdition(name, e)
			v.RegisterAlias(name, actual)
		}
		valid := func(fl validator.FieldLevel) bool { return t.check(m, fl.Field()) == nil }
		if err := v.RegisterValidation(actual, valid); err != nil {
			return fmt.Errorf("tag %s: %w", name, err)
		}
	}
	registerSpecs(e, v)
	return nil
}

// inEdition returns a tag with its edition in the name.
func inEdition(name string, e aliyun.Edition) string { return name + "_" + e.String() }

// byName returns the tag with a name, which may contain an edition, and that edition.
func byName(name string) (t tag, e aliyun.Edition, ok bool) {
	for _, e := range aliyun.Editions() {
		if plain, found := strings.CutSuffix(name, "_"+e.String()); found {
			t, ok = tags[plain]
			return t, e, ok
		}
	}
	t, ok = tags[name]
	if m, _ := t.member(aliyun.Edition2019); m == nil {
		return tag{}, 0, false // a tag of that name is not ours
	}
	return t, aliyun.Edition2019, ok
}

func text(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
	if addr, ok := valueOf[netip.Addr](value); ok && m.Kind == parameters.Address {
		return rules.Text(m, addr.String())
	}
	if block, ok := valueOf[netip.Prefix](value); ok && m.Kind == parameters.Link {
		return rules.Text(m, block.String())
	}
	if value.Kind() != reflect.String {
		return badType(m.Name)
	}
	return rules.Text(m, value.String())
}

// optional treats empty text as unset.
func optional(check rule) rule {
	return func(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
		if value.Kind() == reflect.String && value.Len() == 0 {
			return nil
		}
		return check(m, value)
	}
}

func psk(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
	switch {
	case value.Type() != reflect.TypeFor[ikeconfig.Secret]():
		return text(m, value)
	case value.IsZero():
		return nil
	case !value.CanInterface():
		return badType(m.Name) // a private field, whose key cannot be read
	}
	return rules.Text(m, value.Interface().(ikeconfig.Secret).Reveal())
}

// cidrs accepts a slice or an array like the arguments of WithLocalSubnets.
func cidrs(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
	if list, ok := blockText(value); ok {
		return rules.Text(m, list)
	}
	if value.Kind() != reflect.Slice && value.Kind() != reflect.Array {
		return badType(m.Name)
	}
	if value.Len() == 0 {
		return required(m.Name)
	}
	lists := make([]string, value.Len())
	for i := range lists {
		element := value.Index(i)
		if element.Kind() == reflect.Pointer {
			element = element.Elem()
		}
		list, ok := blockText(element)
		if !ok {
			return badType(m.Name)
		}
		lists[i] = list
	}
	return rules.Text(m, strings.Join(lists, ","))
}

// cidr accepts one block.
func cidr(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
	block, ok := blockText(value)
	switch {
	case !ok:
		return badType(m.Name)
	case strings.Contains(block, ","):
		return vpnerrors.ValidationErrors{{
			Field: m.Name, Reason: vpnerrors.ErrBadCIDR, Value: rules.Clip(block), Part: ",",
		}}
	}
	errs := rules.Text(m, block)
	for _, e := range errs {
		e.Field = parameters.Base(e.Field) // the field is the element
	}
	return errs
}

// blockText returns a block or a list of blocks as text.
func blockText(value reflect.Value) (string, bool) {
	if block, ok := valueOf[netip.Prefix](value); ok {
		return block.String(), true
	}
	return value.String(), value.Kind() == reflect.String
}

// valueOf returns a value as a type, if it has that type and can be read.
func valueOf[T any](value reflect.Value) (v T, ok bool) {
	if !value.IsValid() || value.Type() != reflect.TypeFor[T]() || !value.CanInterface() {
		return v, false
	}
	return value.Interface().(T), true
}

func number(m *parameters.Member, value reflect.Value) vpnerrors.ValidationErrors {
	if value.Type() == reflect.TypeFor[time.Duration]() && m.Kind == parameters.Lifetime {
		return rules.Number(m, rules.SecondsOf(time.Duration(value.Int())))
	}
	var digits string
	switch {
	case value.CanInt():
		digits = strconv.FormatInt(value.Int(), 10)
	case value.CanUint():
		digits = strconv.FormatUint(value.Uint(), 10)
	default:
		return badType(m.Name)
	}
	return rules.Parsed(m, rules.ParseNumber(digits), digits)
}

// badType leaves the value out: it may be a PSK.
func badType(field string) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{{Field: field, Reason: vpnerrors.ErrBadType}}
}

func required(field string) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{{Field: field, Reason: vpnerrors.ErrRequired}}
}
