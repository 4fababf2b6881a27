// Package ikeconfig holds phase 1 of an IPsec connection, the IKE security association: what CreateVpnConnection takes
// as IkeConfig.
//
// Build a [Config] with [New] from options, or read one that a client sent with [Parse]. A Config never changes and is
// always valid; what was not set stays unset and is not sent, so that the service's own default applies.
// [Config.Effective] pins the documented defaults for those who want that.
//
// What is said to hold on SM gateways is about those for Chinese commercial cryptography, with the algorithms SM3 and SM4.
//
// The pre-shared key comes out of a Config in two ways only, [Config.PSK] and [Config.JSON]. No printer, encoder, logger
// or dumper shows it.
package ikeconfig
