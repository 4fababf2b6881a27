package main

import "time"

// settings2025 are the settings of a connection with two tunnels in edition 2025. Unset is "", 0 or nil. The tags are
// validator/v10's own that come closest to the rules for single values: letter case, control characters, fractions of a
// second and certificates are beyond it, and so is what depends on more than one setting.
type settings2025 struct {
	RegionID          string   `validate:"required,printascii,excludesall= 0x2C\"'"`
	VPNGatewayID      string   `validate:"required,printascii,excludesall= 0x2C\"'"`
	LocalSubnets      []string `validate:"required,min=1,unique,dive,cidrv4"`
	RemoteSubnets     []string `validate:"required,min=1,unique,dive,cidrv4"`
	ClientToken       string   `validate:"omitempty,max=64,printascii"`
	Name              string   `validate:"omitempty,max=100,startsnotwith=http://,startsnotwith=https://"`
	EffectImmediately *bool
	AutoConfigRoute   *bool
	DryRun            *bool
	TunnelsBGP        *bool
	Tags              []tag     `validate:"max=20,unique=Key,dive"`
	Tunnels           [2]tunnel `validate:"dive"`
}

type tag struct {
	Key   string `validate:"required,max=64,startsnotwith=aliyun,startsnotwith=acs:,excludes=http://,excludes=https://"`
	Value string `validate:"max=128,startsnotwith=aliyun,startsnotwith=acs:,excludes=http://,excludes=https://"`
}

type tunnel struct {
	CustomerGatewayID   string `validate:"required,printascii,excludesall= 0x2C\"'"`
	Role                string `validate:"omitempty,oneof=master slave"`
	DPD                 *bool
	NATTraversal        *bool
	RemoteCACertificate string

	LocalASN   uint32
	TunnelCIDR string `validate:"omitempty,cidrv4,startswith=169.254.,endswith=/30,noneof=169.254.0.0/30 169.254.1.0/30 169.254.2.0/30 169.254.3.0/30 169.254.4.0/30 169.254.5.0/30 169.254.6.0/30 169.254.169.252/30"`
	LocalBGPIP string `validate:"omitempty,ipv4"`

	PSK         string         `validate:"omitempty,max=100,printascii,excludesall= \"\\"`
	IKEVersion  string         `validate:"omitempty,oneof=ikev1 ikev2"`
	IKEMode     string         `validate:"omitempty,oneof=main aggressive"`
	IKEEncAlg   string         `validate:"omitempty,oneof=aes aes192 aes256 des 3des sm4"`
	IKEAuthAlg  string         `validate:"omitempty,oneof=md5 sha1 sha256 sha384 sha512 sm3"`
	IKEPFS      string         `validate:"omitempty,oneof=group1 group2 group5 group14"`
	IKELifetime *time.Duration `validate:"omitempty,min=0s,max=24h"`
	LocalID     string         `validate:"omitempty,max=100,excludes= "`
	RemoteID    string         `validate:"omitempty,max=100,excludes= "`

	IPsecEncAlg   string         `validate:"omitempty,oneof=aes aes192 aes256 des 3des sm4"`
	IPsecAuthAlg  string         `validate:"omitempty,oneof=md5 sha1 sha256 sha384 sha512 sm3"`
	IPsecPFS      string         `validate:"omitempty,oneof=disabled group1 group2 group5 group14"`
	IPsecLifetime *time.Duration `validate:"omitempty,min=0s,max=24h"`
}

// sample2025 is an ordinary connection with everything set except what only SM gateways use: 52 settings, 20 of each
// tunnel, 10 outside them and two tags. Its texts are ASCII, like those of sample.
var sample2025 = settings2025{
	RegionID:          "cn-shanghai",
	VPNGatewayID:      "vpn-bp1q8bgx4xnkm2ogj0fiu",
	LocalSubnets:      []string{"10.0.0.0/24", "10.0.1.0/24"},
	RemoteSubnets:     []string{"192.168.0.0/24", "192.168.1.0/24"},
	ClientToken:       "02fb3da4-130e-11e9-8e44-0016e04115b",
	Name:              "office to VPC",
	EffectImmediately: new(true),
	AutoConfigRoute:   new(true),
	DryRun:            new(false),
	TunnelsBGP:        new(true),
	Tags:              []tag{{"team", "network"}, {"stage", "production"}},
	Tunnels: [2]tunnel{
		{
			CustomerGatewayID: "cgw-bp1mvj4g9kogwwcxk7zqz",
			Role:              "master",
			DPD:               new(true),
			NATTraversal:      new(true),
			LocalASN:          64512,
			TunnelCIDR:        "169.254.10.0/30",
			LocalBGPIP:        "169.254.10.1",
			PSK:               "k7#Vq2&xLd9%Kw4+Zr8=Hb3~",
			IKEVersion:        "ikev2",
			IKEMode:           "main",
			IKEEncAlg:         "aes256",
			IKEAuthAlg:        "sha256",
			IKEPFS:            "group14",
			IKELifetime:       new(24 * time.Hour),
			LocalID:           "vpc.example.com",
			RemoteID:          "office.example.com",
			IPsecEncAlg:       "aes256",
			IPsecAuthAlg:      "sha256",
			IPsecPFS:          "group14",
			IPsecLifetime:     new(time.Hour),
		},
		{
			CustomerGatewayID: "cgw-bp1pvpl9r9adju6l5vcwd",
			Role:              "slave",
			DPD:               new(true),
			NATTraversal:      new(true),
			LocalASN:          64512,
			TunnelCIDR:        "169.254.11.0/30",
			LocalBGPIP:        "169.254.11.1",
			PSK:               "Rt5!Mz8*Pc1^Gy6-Wn9?Fj4:",
			IKEVersion:        "ikev2",
			IKEMode:           "main",
			IKEEncAlg:         "aes256",
			IKEAuthAlg:        "sha256",
			IKEPFS:            "group14",
			IKELifetime:       new(24 * time.Hour),
			LocalID:           "vpc-2.example.com",
			RemoteID:          "office-2.example.com",
			IPsecEncAlg:       "aes256",
			IPsecAuthAlg:      "sha256",
			IPsecPFS:          "group14",
			IPsecLifetime:     new(time.Hour),
		},
	},
}
