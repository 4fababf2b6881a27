package ikeconfig

import (
	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// A Version is the version of the IKE protocol, sent as IkeConfig.IkeVersion. Unset, the documented default is V1.
type Version string

// The documented versions.
const (
	V1 Version = "ikev1"
	V2 Version = "ikev2"
)

// Versions returns the versions of edition 2019 in documented order. The slice is the caller's own.
func Versions() []Version { return VersionsIn(0) }

// VersionsIn is [Versions] for an edition. It returns nil for an unknown edition.
func VersionsIn(e aliyun.Edition) []Version {
	return parameters.Values[Version](parameters.IKEConfig(e), parameters.IKEVersion)
}

// A Mode is the negotiation mode of IKEv1, sent as IkeConfig.IkeMode; IKEv2 has none. Unset, the documented default is
// Main.
type Mode string

// The documented modes.
const (
	Main       Mode = "main"
	Aggressive Mode = "aggressive"
)

// Modes returns the modes of edition 2019 in documented order. The slice is the caller's own.
func Modes() []Mode { return ModesIn(0) }

// ModesIn is [Modes] for an edition. It returns nil for an unknown edition.
func ModesIn(e aliyun.Edition) []Mode {
	return parameters.Values[Mode](parameters.IKEConfig(e), parameters.IKEMode)
}

// An EncAlg is the encryption algorithm of phase 1, sent as IkeConfig.IkeEncAlg. Unset, the documented default is AES,
// or SM4 on an SM gateway.
type EncAlg string

// The documented encryption algorithms. AES has a key of 128 bits.
const (
	AES       EncAlg = "aes"
	AES192    EncAlg = "aes192"
	AES256    EncAlg = "aes256"
	DES       EncAlg = "des"
	TripleDES EncAlg = "3des"
	SM4       EncAlg = "sm4" // edition 2025, SM gateways only
)

// EncAlgs returns the encryption algorithms of edition 2019 in documented order. The slice is the caller's own.
func EncAlgs() []EncAlg { return EncAlgsIn(0) }

// EncAlgsIn is [EncAlgs] for an edition. It returns nil for an unknown edition.
func EncAlgsIn(e aliyun.Edition) []EncAlg {
	return parameters.Values[EncAlg](parameters.IKEConfig(e), parameters.IKEEncAlg)
}

// An AuthAlg is the authentication algorithm of phase 1, sent as IkeConfig.IkeAuthAlg. Unset, the documented default of
// edition 2019 is "sha", which is not one of the documented values; [Config.Effective] uses SHA1. That of edition 2025 is MD5,
// or SM3 on an SM gateway.
type AuthAlg string

// The documented authentication algorithms.
const (
	MD5    AuthAlg = "md5"
	SHA1   AuthAlg = "sha1"
	SHA256 AuthAlg = "sha256" // edition 2025
	SHA384 AuthAlg = "sha384" // edition 2025
	SHA512 AuthAlg = "sha512" // edition 2025
	SM3    AuthAlg = "sm3"    // edition 2025, SM gateways only
)

// AuthAlgs returns the authentication algorithms of edition 2019 in documented order. The slice is the caller's own.
func AuthAlgs() []AuthAlg { return AuthAlgsIn(0) }

// AuthAlgsIn is [AuthAlgs] for an edition. It returns nil for an unknown edition.
func AuthAlgsIn(e aliyun.Edition) []AuthAlg {
	return parameters.Values[AuthAlg](parameters.IKEConfig(e), parameters.IKEAuthAlg)
}

// A DHGroup is the Diffie-Hellman group of phase 1, sent as IkeConfig.IkePfs. Unset, the documented default is Group2.
type DHGroup string

// The documented Diffie-Hellman groups.
const (
	Group1  DHGroup = "group1"  // MODP, 768 bits
	Group2  DHGroup = "group2"  // MODP, 1024 bits
	Group5  DHGroup = "group5"  // MODP, 1536 bits
	Group14 DHGroup = "group14" // MODP, 2048 bits
	Group24 DHGroup = "group24" // MODP, 2048 bits with a subgroup of 256 bits; edition 2019 only
)

// DHGroups returns the Diffie-Hellman groups of edition 2019 in documented order. The slice is the caller's own.
func DHGroups() []DHGroup { return DHGroupsIn(0) }

// DHGroupsIn is [DHGroups] for an edition. It returns nil for an unknown edition.
func DHGroupsIn(e aliyun.Edition) []DHGroup {
	return parameters.Values[DHGroup](parameters.IKEConfig(e), parameters.IKEPFS)
}
