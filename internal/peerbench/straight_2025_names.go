package main

import "strconv"

// The names of parameters in lists, built once: all other names are constants.
var (
	tunnelNames = [2]tunnelName{namesOfTunnel("TunnelOptionsSpecification.1."), namesOfTunnel("TunnelOptionsSpecification.2.")}
	tagNames    = namesOfTags()
)

const maxTags = 20

func namesOfTags() (names [maxTags]struct{ key, value string }) {
	for i := range names {
		at := "Tags." + strconv.Itoa(i+1)
		names[i].key, names[i].value = at+".Key", at+".Value"
	}
	return names
}

type tunnelName struct {
	customerGatewayID, dpd, natTraversal, remoteCACertificate, role string

	localASN, localBGPIP, tunnelCIDR                                                        string
	ikeAuthAlg, ikeEncAlg, ikeLifetime, ikeMode, ikePFS, ikeVersion, localID, psk, remoteID string
	ipsecAuthAlg, ipsecEncAlg, ipsecLifetime, ipsecPFS                                      string
}

func namesOfTunnel(at string) tunnelName {
	return tunnelName{
		customerGatewayID:   at + "CustomerGatewayId",
		dpd:                 at + "EnableDpd",
		natTraversal:        at + "EnableNatTraversal",
		remoteCACertificate: at + "RemoteCaCertificate",
		role:                at + "Role",

		localASN:   at + "TunnelBgpConfig.LocalAsn",
		localBGPIP: at + "TunnelBgpConfig.LocalBgpIp",
		tunnelCIDR: at + "TunnelBgpConfig.TunnelCidr",

		ikeAuthAlg:  at + "TunnelIkeConfig.IkeAuthAlg",
		ikeEncAlg:   at + "TunnelIkeConfig.IkeEncAlg",
		ikeLifetime: at + "TunnelIkeConfig.IkeLifetime",
		ikeMode:     at + "TunnelIkeConfig.IkeMode",
		ikePFS:      at + "TunnelIkeConfig.IkePfs",
		ikeVersion:  at + "TunnelIkeConfig.IkeVersion",
		localID:     at + "TunnelIkeConfig.LocalId",
		psk:         at + "TunnelIkeConfig.Psk",
		remoteID:    at + "TunnelIkeConfig.RemoteId",

		ipsecAuthAlg:  at + "TunnelIpsecConfig.IpsecAuthAlg",
		ipsecEncAlg:   at + "TunnelIpsecConfig.IpsecEncAlg",
		ipsecLifetime: at + "TunnelIpsecConfig.IpsecLifetime",
		ipsecPFS:      at + "TunnelIpsecConfig.IpsecPfs",
	}
}
