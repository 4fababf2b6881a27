package main

import (
	"errors"
	"strconv"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// straight makes the parameters of a request with all the rules of the library, but with none of its generality: one
// struct in, one map out, every name and every order written where it is needed. Errors are text, and "" is unset.
func straight(in *settings) (map[string]string, error) {
	local, localErr := subnets("LocalSubnet", in.LocalSubnets)
	remote, remoteErr := subnets("RemoteSubnet", in.RemoteSubnets)
	if err := errors.Join(
		identifier("CustomerGatewayId", in.CustomerGatewayID),
		localErr,
		identifier("RegionId", in.RegionID),
		remoteErr,
		identifier("VpnGatewayId", in.VPNGatewayID),
		token("ClientToken", in.ClientToken),
		freeText("IkeConfig.Psk", in.PSK, 100),
		version("IkeConfig.IkeVersion", in.IKEVersion),
		mode("IkeConfig.IkeMode", in.IKEMode),
		encAlg("IkeConfig.IkeEncAlg", in.IKEEncAlg),
		authAlg("IkeConfig.IkeAuthAlg", in.IKEAuthAlg),
		dhGroup("IkeConfig.IkePfs", in.IKEPFS),
		lifetime("IkeConfig.IkeLifetime", in.IKELifetime),
		freeText("IkeConfig.LocalIdIPsec", in.LocalID, 100),
		freeText("IkeConfig.RemoteId", in.RemoteID, 100),
		encAlg("IpsecConfig.IpsecEncAlg", in.IPsecEncAlg),
		authAlg("IpsecConfig.IpsecAuthAlg", in.IPsecAuthAlg),
		dhGroup("IpsecConfig.IpsecPfs", in.IPsecPFS),
		lifetime("IpsecConfig.IpsecLifetime", in.IPsecLifetime),
		name("Name", in.Name),
	); err != nil {
		return nil, err
	}

	params := make(map[string]string, 11)
	params["Action"] = vpnconn.Action
	params["CustomerGatewayId"] = in.CustomerGatewayID
	params["LocalSubnet"] = local
	params["RegionId"] = in.RegionID
	params["RemoteSubnet"] = remote
	params["VpnGatewayId"] = in.VPNGatewayID
	if in.ClientToken != "" {
		params["ClientToken"] = in.ClientToken
	}
	if in.EffectImmediately != nil {
		params["EffectImmediately"] = strconv.FormatBool(*in.EffectImmediately)
	}
	if ike := in.ikeJSON(); ike != "{}" {
		params["IkeConfig"] = ike
	}
	if ipsec := in.ipsecJSON(); ipsec != "{}" {
		params["IpsecConfig"] = ipsec
	}
	if in.Name != "" {
		params["Name"] = in.Name
	}
	return params, nil
}

// room is for one JSON object on the stack. A longer one is written correctly too.
const room = 512

func (in *settings) ikeJSON() string {
	var buf [room]byte
	b := append(buf[:0], '{')
	b = appendText(b, `"IkeAuthAlg":`, in.IKEAuthAlg)
	b = appendText(b, `"IkeEncAlg":`, in.IKEEncAlg)
	b = appendSeconds(b, `"IkeLifetime":`, in.IKELifetime)
	b = appendText(b, `"IkeMode":`, in.IKEMode)
	b = appendText(b, `"IkePfs":`, in.IKEPFS)
	b = appendText(b, `"IkeVersion":`, in.IKEVersion)
	b = appendText(b, `"LocalId":`, in.LocalID)
	b = appendText(b, `"LocalIdIPsec":`, in.LocalID)
	b = appendText(b, `"Psk":`, in.PSK)
	b = appendText(b, `"RemoteId":`, in.RemoteID)
	return string(append(b, '}'))
}

func (in *settings) ipsecJSON() string {
	var buf [room]byte
	b := append(buf[:0], '{')
	b = appendText(b, `"IpsecAuthAlg":`, in.IPsecAuthAlg)
	b = appendText(b, `"IpsecEncAlg":`, in.IPsecEncAlg)
	b = appendSeconds(b, `"IpsecLifetime":`, in.IPsecLifetime)
	b = appendText(b, `"IpsecPfs":`, in.IPsecPFS)
	return string(append(b, '}'))
}

// appendText appends a member that is set. Of the characters that RFC 8785 escapes, only these two can occur here: the
// rules refuse control characters.
func appendText(b []byte, key, value string) []byte {
	if value == "" {
		return b
	}
	b = append(appendKey(b, key), '"')
	from := 0
	for i := range len(value) {
		if c := value[i]; c == '"' || c == '\\' {
			b = append(append(b, value[from:i]...), '\\')
			from = i // the character itself is written with what follows it
		}
	}
	return append(append(b, value[from:]...), '"')
}

func appendSeconds(b []byte, key string, value *time.Duration) []byte {
	if value == nil {
		return b
	}
	return strconv.AppendInt(appendKey(b, key), int64(*value/time.Second), 10)
}

func appendKey(b []byte, key string) []byte {
	if len(b) > 1 {
		b = append(b, ',')
	}
	return append(b, key...)
}
