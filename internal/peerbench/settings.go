package main

import "time"

// settings are the 21 settings of a request, as given to all contenders that build one. Unset is "" or nil. The tags
// are validator/v10's own that come closest to the rules; the first character of a name, control characters and
// fractions of a second are beyond it.
type settings struct {
	RegionID          string   `validate:"required,printascii,excludesall= 0x2C\"'"`
	VPNGatewayID      string   `validate:"required,printascii,excludesall= 0x2C\"'"`
	CustomerGatewayID string   `validate:"required,printascii,excludesall= 0x2C\"'"`
	LocalSubnets      []string `validate:"required,min=1,unique,dive,cidrv4"`
	RemoteSubnets     []string `validate:"required,min=1,unique,dive,cidrv4"`
	ClientToken       string   `validate:"omitempty,max=64,printascii"`
	EffectImmediately *bool
	Name              string `validate:"omitempty,min=2,max=128"`

	PSK         string         `validate:"omitempty,max=100"`
	IKEVersion  string         `validate:"omitempty,oneof=ikev1 ikev2"`
	IKEMode     string         `validate:"omitempty,oneof=main aggressive"`
	IKEEncAlg   string         `validate:"omitempty,oneof=aes aes192 aes256 des 3des"`
	IKEAuthAlg  string         `validate:"omitempty,oneof=md5 sha1"`
	IKEPFS      string         `validate:"omitempty,oneof=group1 group2 group5 group14 group24"`
	IKELifetime *time.Duration `validate:"omitempty,min=0s,max=24h"`
	LocalID     string         `validate:"omitempty,max=100"`
	RemoteID    string         `validate:"omitempty,max=100"`

	IPsecEncAlg   string         `validate:"omitempty,oneof=aes aes192 aes256 des 3des"`
	IPsecAuthAlg  string         `validate:"omitempty,oneof=md5 sha1"`
	IPsecPFS      string         `validate:"omitempty,oneof=group1 group2 group5 group14 group24"`
	IPsecLifetime *time.Duration `validate:"omitempty,min=0s,max=24h"`
}

// sample is an ordinary connection with everything set. Its texts are ASCII: other characters would cost every
// contender the same, which would only bring the ratios closer together.
var sample = settings{
	RegionID:          "cn-shanghai",
	VPNGatewayID:      "vpn-bp1q8bgx4xnkm2ogj0fiu",
	CustomerGatewayID: "cgw-bp1mvj4g9kogwwcxk7zqz",
	LocalSubnets:      []string{"10.0.0.0/24", "10.0.1.0/24"},
	RemoteSubnets:     []string{"192.168.0.0/24", "192.168.1.0/24"},
	ClientToken:       "02fb3da4-130e-11e9-8e44-0016e04115b",
	EffectImmediately: new(true),
	Name:              "office-to-vpc",

	PSK:         "k7#Vq2&xLd9%Kw4+Zr8=Hb3~",
	IKEVersion:  "ikev2",
	IKEMode:     "main",
	IKEEncAlg:   "aes256",
	IKEAuthAlg:  "sha1",
	IKEPFS:      "group14",
	IKELifetime: new(24 * time.Hour),
	LocalID:     "vpc.example.com",
	RemoteID:    "office.example.com",

	IPsecEncAlg:   "aes256",
	IPsecAuthAlg:  "sha1",
	IPsecPFS:      "group14",
	IPsecLifetime: new(time.Hour),
}

// ikeObject and ipsecObject are IkeConfig and IpsecConfig for encoding/json, as users of the SDKs define them. The
// members are sorted, so that the JSON is the canonical one.
type ikeObject struct {
	AuthAlg    string `json:"IkeAuthAlg,omitempty"`
	EncAlg     string `json:"IkeEncAlg,omitempty"`
	Lifetime   int64  `json:"IkeLifetime"`
	Mode       string `json:"IkeMode,omitempty"`
	PFS        string `json:"IkePfs,omitempty"`
	Version    string `json:"IkeVersion,omitempty"`
	LocalID    string `json:"LocalId,omitempty"`
	LocalIPsec string `json:"LocalIdIPsec,omitempty"`
	PSK        string `json:"Psk,omitempty"`
	RemoteID   string `json:"RemoteId,omitempty"`
}

type ipsecObject struct {
	AuthAlg  string `json:"IpsecAuthAlg,omitempty"`
	EncAlg   string `json:"IpsecEncAlg,omitempty"`
	Lifetime int64  `json:"IpsecLifetime"`
	PFS      string `json:"IpsecPfs,omitempty"`
}

func (in *settings) ike() ikeObject {
	return ikeObject{
		AuthAlg: in.IKEAuthAlg, EncAlg: in.IKEEncAlg, Lifetime: seconds(in.IKELifetime), Mode: in.IKEMode, PFS: in.IKEPFS,
		Version: in.IKEVersion, LocalID: in.LocalID, LocalIPsec: in.LocalID, PSK: in.PSK, RemoteID: in.RemoteID,
	}
}

func (in *settings) ipsec() ipsecObject {
	return ipsecObject{
		AuthAlg: in.IPsecAuthAlg, EncAlg: in.IPsecEncAlg, Lifetime: seconds(in.IPsecLifetime), PFS: in.IPsecPFS,
	}
}

func seconds(d *time.Duration) int64 { return int64(*d / time.Second) }
