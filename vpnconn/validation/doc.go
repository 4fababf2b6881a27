// Package validation has the rules of CreateVpnConnection as tags for github.com/go-playground/validator/v10, for
// services that validate structs of their own.
//
// [RegisterIn] adds the tags of an edition to a validator, [Register] those of edition 2019. [Explain] turns the errors
// of the validator into the ones that a builder gives: a validator function can only say yes or no.
//
//	vpn_id       RegionId, VpnGatewayId, CustomerGatewayId
//	vpn_name     Name
//	vpn_cidr     one CIDR block: text or a netip.Prefix
//	vpn_cidrs    LocalSubnet, RemoteSubnet: a comma-separated list, a netip.Prefix, or a slice of such
//	vpn_token    ClientToken
//	vpn_lifetime IkeLifetime, IpsecLifetime: an integer, in seconds, or a time.Duration
//	ike_version, ike_mode, ike_enc, ike_auth, ike_pfs
//	ike_psk      Psk: text or an ikeconfig.Secret
//	ike_id       LocalId (LocalIdIPsec in edition 2019), RemoteId
//	ipsec_enc, ipsec_auth, ipsec_pfs
//
// Only edition 2025 has:
//
//	vpn_certificate RemoteCaCertificate
//	vpn_tag_key     Tags.N.Key
//	vpn_tag_value   Tags.N.Value, which may be empty
//	vpn_address     an IPv4 address, such as HealthCheckConfig.sip: text or a netip.Addr
//	bgp_asn         LocalAsn: an integer
//	bgp_cidr        TunnelCidr: text or a netip.Prefix
//
// Where the list names no type, a tag works on any type whose kind is string. A pointer stands for what it points to; a nil
// pointer is [vpnerrors.ErrRequired] unless omitnil is before the tag. A field of another type never passes: Explain
// calls it [vpnerrors.ErrBadType]. An unset [ikeconfig.Secret] passes, since the service can generate a key: if a key
// is required, use a *Secret. Note that validator skips a Secret, a netip.Prefix or a netip.Addr given to its Var: they
// must be fields.
//
// A tag may name the documented parameter that the field stands for:
//
//	PSK ikeconfig.Secret `validate:"ike_psk=IkeConfig.Psk"`
//
// Explain then puts that name into [vpnerrors.FieldError.Field], in place of the last names of the field's path, and calls an
// empty identifier [vpnerrors.ErrRequired], not [vpnerrors.ErrEmpty]. With required before it in the tag, an error about an empty
// field does not have that name.
//
// A [vpnconn.Spec] in a struct needs no tag. A validator with the tags registered checks each one by its Build, by the
// edition that the Spec names, 2019 if it names none, also where the validator has a tag name of its own, such as gin's
// binding. A [vpnconn.IKESpec] or [vpnconn.IPsecSpec] on its own is checked as a phase of a connection of the registered
// edition, and a [vpnconn.TunnelSpec] on its own as one of two tunnels of edition 2025, which needs a CustomerGatewayID.
// A validator without the tags checks nothing of a Spec; Build does. Gin hides the validator's errors when it binds a
// list: bind a struct that has the list in it, with dive.
//
// The rules are those of package vpnconn, by the same code, so the two cannot disagree.
package validation
