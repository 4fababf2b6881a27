package ipsecconfig

import (
	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// An EncAlg is the encryption algorithm of phase 2, sent as IpsecConfig.IpsecEncAlg. Unset, the documented default is AES,
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
	return parameters.Values[EncAlg](parameters.IPsecConfig(e), parameters.IPsecEncAlg)
}

// An AuthAlg is the authentication algorithm of phase 2, sent as IpsecConfig.IpsecAuthAlg. Unset, the documented default
// of edition 2019 is SHA1. That of edition 2025 is MD5, or SM3 on an SM gateway.
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
	return parameters.Values[AuthAlg](parameters.IPsecConfig(e), parameters.IPsecAuthAlg)
}

// A DHGroup is the Diffie-Hellman group of phase 2, for perfect forward secrecy, sent as IpsecConfig.IpsecPfs. Unset, the
// documented default is Group2.
type DHGroup string

// The documented Diffie-Hellman groups.
const (
	Disabled DHGroup = "disabled" // no perfect forward secrecy; edition 2025
	Group1   DHGroup = "group1"   // MODP, 768 bits
	Group2   DHGroup = "group2"   // MODP, 1024 bits
	Group5   DHGroup = "group5"   // MODP, 1536 bits
	Group14  DHGroup = "group14"  // MODP, 2048 bits
	Group24  DHGroup = "group24"  // MODP, 2048 bits with a subgroup of 256 bits; edition 2019 only
)

// DHGroups returns the Diffie-Hellman groups of edition 2019 in documented order. The slice is the caller's own.
func DHGroups() []DHGroup { return DHGroupsIn(0) }

// DHGroupsIn is [DHGroups] for an edition. It returns nil for an unknown edition.
func DHGroupsIn(e aliyun.Edition) []DHGroup {
	return parameters.Values[DHGroup](parameters.IPsecConfig(e), parameters.IPsecPFS)
}
