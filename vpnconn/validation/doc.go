// Package validation has the rules of CreateVpnConnection as tags for github.com/go-playground/validator/v10, for services
// that validate structs of their own.
//
// [Register] adds the tags to a validator, [Explain] turns its errors into the ones that a builder gives: a validator
// function can only say yes or no.
//
//	vpn_id       RegionId, VpnGatewayId, CustomerGatewayId
//	vpn_name     Name
//	vpn_cidrs    LocalSubnet, RemoteSubnet: a comma-separated list, or a slice of such lists
//	vpn_token    ClientToken
//	vpn_lifetime IkeLifetime, IpsecLifetime: an integer, in seconds, or a time.Duration
//	ike_version, ike_mode, ike_enc, ike_auth, ike_pfs
//	ike_psk      Psk: text or an ikeconfig.Secret
//	ike_id       LocalIdIPsec, RemoteId
//	ipsec_enc, ipsec_auth, ipsec_pfs
//
// All but vpn_cidrs and vpn_lifetime work on any type whose kind is string. A pointer stands for what it points to; a nil
// pointer is ErrRequired unless omitnil stands before the tag. A field of another type never passes: Explain calls it
// ErrBadType. An unset Secret passes, since the service can make up a key: where a key is mandatory, use a *Secret. Note
// that validator skips a Secret given to its Var.
//
// A tag may name the documented parameter that the field stands for, as those of vpnconn.Spec do:
//
//	PSK ikeconfig.Secret `validate:"ike_psk=IkeConfig.Psk"`
//
// Explain then puts that name into FieldError.Field, in place of the last names of the field's path, and calls an empty
// identifier ErrRequired, not ErrEmpty.
//
// Since vpnconn.Spec has these tags, a validator that meets one has to have them registered: without Register, validator
// panics. With a tag name of its own, such as gin's binding, it does not see them and checks nothing; Build does. Gin hides the
// validator's errors when it binds a list: bind a struct that has the list in it, with dive.
//
// The rules are those of package vpnconn, by the same code, so the two cannot disagree.
package validation
