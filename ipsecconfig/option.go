package ipsecconfig

import (
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

type settings = tree.Node

// An Option sets one thing of phase 2. It only records; [New], [Config.With] and Build of package vpnconn check. If a
// setting is given twice, the last one wins; the order of options for different settings does not matter. A nil Option
// does nothing.
type Option func(*settings)

// Options returns opts as a single Option, such as an organization's baseline. A later change to the slice does not reach
// it.
func Options(opts ...Option) Option { return tree.Join[settings](opts) }

// WithEncAlg sets the encryption algorithm of phase 2, sent as IpsecConfig.IpsecEncAlg: one of
// [EncAlgsIn] for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is AES, or SM4 on an SM gateway.
func WithEncAlg(a EncAlg) Option { return tree.SetText(parameters.IPsecEncAlg, string(a)) }

// WithAuthAlg sets the authentication algorithm of phase 2, sent as IpsecConfig.IpsecAuthAlg: one of
// [AuthAlgsIn] for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default of edition 2019 is SHA1; that of
// edition 2025 is MD5, or SM3 on an SM gateway.
func WithAuthAlg(a AuthAlg) Option { return tree.SetText(parameters.IPsecAuthAlg, string(a)) }

// WithPFS sets the Diffie-Hellman group of phase 2, sent as IpsecConfig.IpsecPfs: one of [DHGroupsIn]
// for the edition ([vpnerrors.ErrUnsupportedValue]). Unset, the documented default is Group2; an SM gateway uses no PFS.
func WithPFS(g DHGroup) Option { return tree.SetText(parameters.IPsecPFS, string(g)) }

// WithLifetime sets the lifetime of an IPsec SA, sent as IpsecConfig.IpsecLifetime in seconds: 0 to 86400 seconds
// inclusive ([vpnerrors.ErrOutOfRange]), without a fraction ([vpnerrors.ErrFraction]). Unset, the documented default is 86400
// seconds, a day.
func WithLifetime(d time.Duration) Option {
	return tree.SetLifetime(parameters.IPsecLifetime, d)
}
