// Package ipsecconfig holds phase 2 of an IPsec connection, the IPsec (child) security associations: what
// CreateVpnConnection takes as IpsecConfig.
//
// Build a [Config] with [New] from options, or read one that a client sent with [Parse]. A Config never changes and is
// always valid; what was not set stays unset and is not sent, so that the service's own default applies.
// [Config.Effective] pins the documented defaults for those who want that. Nothing in phase 2 is secret.
//
// What is said to hold on SM gateways is about those for Chinese commercial cryptography, with the algorithms SM3 and SM4.
package ipsecconfig

import vpnerrors "github.com/ipsec-go/aliyun/errors"

// Doc comments can link to a package only if a file of theirs imports it.
var _ vpnerrors.ValidationErrors
