package ipsecconfig

import "github.com/ipsec-go/aliyun/internal/phase"

// An EncAlg is the encryption algorithm of phase 2, sent as IpsecConfig.IpsecEncAlg. Unset, the documented default is
// AES.
type EncAlg string

// The documented encryption algorithms. AES has a key of 128 bits.
const (
	AES       EncAlg = "aes"
	AES192    EncAlg = "aes192"
	AES256    EncAlg = "aes256"
	DES       EncAlg = "des"
	TripleDES EncAlg = "3des"
)

// EncAlgs returns the documented encryption algorithms in documented order.
func EncAlgs() []EncAlg { return phase.Values[EncAlg](phase.IPsecTable, phase.IPsecEncAlg) }

// An AuthAlg is the authentication algorithm of phase 2, sent as IpsecConfig.IpsecAuthAlg. Unset, the documented default
// is SHA1.
type AuthAlg string

// The documented authentication algorithms.
const (
	MD5  AuthAlg = "md5"
	SHA1 AuthAlg = "sha1"
)

// AuthAlgs returns the documented authentication algorithms in documented order.
func AuthAlgs() []AuthAlg { return phase.Values[AuthAlg](phase.IPsecTable, phase.IPsecAuthAlg) }

// A DHGroup is the Diffie-Hellman group of phase 2, for perfect forward secrecy, sent as IpsecConfig.IpsecPfs. Unset, the
// documented default is Group2.
type DHGroup string

// The documented Diffie-Hellman groups.
const (
	Group1  DHGroup = "group1"  // MODP, 768 bits
	Group2  DHGroup = "group2"  // MODP, 1024 bits
	Group5  DHGroup = "group5"  // MODP, 1536 bits
	Group14 DHGroup = "group14" // MODP, 2048 bits
	Group24 DHGroup = "group24" // MODP, 2048 bits with a subgroup of 256 bits
)

// DHGroups returns the documented Diffie-Hellman groups in documented order.
func DHGroups() []DHGroup { return phase.Values[DHGroup](phase.IPsecTable, phase.IPsecPFS) }
