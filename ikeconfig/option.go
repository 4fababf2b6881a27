package ikeconfig

import (
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

type settings = tree.Node

// An Option sets one thing of phase 1. It only records; [New], [Config.With] and Build of package vpnconn check. If a
// setting is given twice, the last one wins; the order of options for different settings does not matter. A nil Option
// does nothing.
type Option func(*settings)

// Options returns opts as a single Option, such as an organization's baseline. A later change to the slice does not reach
// it.
func Options(opts ...Option) Option { return tree.Join[settings](opts) }

// WithPSK sets the pre-shared key with which the two gateways authenticate each other, sent as IkeConfig.Psk: 1 to 100
// characters ([vpnerrors.ErrEmpty], [vpnerrors.ErrTooLong]). Edition 2019 allows every character but control characters,
// edition 2025 printable ASCII without the space, the double quote and the backslash ([vpnerrors.ErrBadCharacter]). The
// error does not show the key. Unset, the service generates a key.
func WithPSK(psk string) Option {
	return tree.SetText(parameters.PSK, psk)
}

// WithVersion sets the version of the IKE protocol, sent as IkeConfig.IkeVersion: one of [VersionsIn]
// for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is V1.
func WithVersion(v Version) Option { return tree.SetText(parameters.IKEVersion, string(v)) }

// WithMode sets the negotiation mode of IKEv1, sent as IkeConfig.IkeMode: one of [ModesIn] the edition
// ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is Main.
func WithMode(m Mode) Option { return tree.SetText(parameters.IKEMode, string(m)) }

// WithEncAlg sets the encryption algorithm of phase 1, sent as IkeConfig.IkeEncAlg: one of [EncAlgsIn]
// for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is AES, or SM4 on an SM gateway.
func WithEncAlg(a EncAlg) Option { return tree.SetText(parameters.IKEEncAlg, string(a)) }

// WithAuthAlg sets the authentication algorithm of phase 1, sent as IkeConfig.IkeAuthAlg: one of
// [AuthAlgsIn] for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default of edition 2019 is "sha", which
// is not one of its values; that of edition 2025 is MD5, or SM3 on an SM gateway.
func WithAuthAlg(a AuthAlg) Option { return tree.SetText(parameters.IKEAuthAlg, string(a)) }

// WithPFS sets the Diffie-Hellman group of phase 1, sent as IkeConfig.IkePfs: one of [DHGroupsIn] for the
// edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is Group2; an SM gateway uses no PFS.
func WithPFS(g DHGroup) Option { return tree.SetText(parameters.IKEPFS, string(g)) }

// WithLifetime sets the lifetime of the IKE SA, sent as IkeConfig.IkeLifetime in seconds: 0 to 86400 seconds
// inclusive ([vpnerrors.ErrOutOfRange]), without a fraction ([vpnerrors.ErrFraction]). Unset, the documented default is 86400
// seconds, a day.
func WithLifetime(d time.Duration) Option {
	return tree.SetLifetime(parameters.IKELifetime, d)
}

// WithLocalID sets how the VPN gateway identifies itself: 1 to 100 characters ([vpnerrors.ErrEmpty],
// [vpnerrors.ErrTooLong]) that are not control characters and, in edition 2025, not white space
// ([vpnerrors.ErrBadCharacter]). Edition 2025 sends it as IkeConfig.LocalId. Edition 2019 documents it as
// IkeConfig.LocalIdIPsec and sends it under that name and as LocalId, the name that the service is known to read. Unset, it
// is the public IP address of the VPN gateway.
func WithLocalID(id string) Option { return tree.SetText(parameters.LocalID, id) }

// WithRemoteID sets how the customer gateway identifies itself, sent as IkeConfig.RemoteId: 1 to 100 characters
// ([vpnerrors.ErrEmpty], [vpnerrors.ErrTooLong]) that are not control characters and, in edition 2025, not white space
// ([vpnerrors.ErrBadCharacter]). Unset, it is the public IP address of the customer gateway.
func WithRemoteID(id string) Option { return tree.SetText(parameters.RemoteID, id) }
