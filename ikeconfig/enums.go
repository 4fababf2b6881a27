package ikeconfig

import "github.com/ipsec-go/aliyun/internal/phase"

// A Version is the version of the IKE protocol, sent as IkeConfig.IkeVersion. Unset, the documented default is V1.
type Version string

// The documented versions.
const (
	V1 Version = "ikev1"
	V2 Version = "ikev2"
)

// Versions returns the documented versions in documented order.
func Versions() []Version { return phase.Values[Version](phase.IKETable, phase.IKEVersion) }

// A Mode is the negotiation mode of IKEv1, sent as IkeConfig.IkeMode; IKEv2 has none. Unset, the documented default is
// Main.
type Mode string

// The documented modes.
const (
	Main       Mode = "main"
	Aggressive Mode = "aggressive"
)

// Modes returns the documented modes in documented order.
func Modes() []Mode { return phase.Values[Mode](phase.IKETable, phase.IKEMode) }

// An EncAlg is the encryption algorithm of phase 1, sent as IkeConfig.IkeEncAlg. Unset, the documented default is AES.
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
func EncAlgs() []EncAlg { return phase.Values[EncAlg](phase.IKETable, phase.IKEEncAlg) }

// An AuthAlg is the authentication algorithm of phase 1, sent as IkeConfig.IkeAuthAlg. Unset, the documented default is
// "sha", which is none of the documented values; Config.Effective takes SHA1 for it.
type AuthAlg string

// The documented authentication algorithms.
const (
	MD5  AuthAlg = "md5"
	SHA1 AuthAlg = "sha1"
)

// AuthAlgs returns the documented authentication algorithms in documented order.
func AuthAlgs() []AuthAlg { return phase.Values[AuthAlg](phase.IKETable, phase.IKEAuthAlg) }

// A DHGroup is the Diffie-Hellman group of phase 1, sent as IkeConfig.IkePfs. Unset, the documented default is Group2.
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
func DHGroups() []DHGroup { return phase.Values[DHGroup](phase.IKETable, phase.IKEPFS) }
