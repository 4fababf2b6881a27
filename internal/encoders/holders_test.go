package encoders

import (
	"slices"
	"time"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A holder is a value of this module in a place where programs keep one.
type holder struct {
	name  string
	shows string // is in each dump of it
	value any
}

// holders returns the values to test, each in all kinds of holder.
func holders() []holder {
	ike := must(ikeconfig.New(
		ikeconfig.WithPSK(key),
		ikeconfig.WithVersion(ikeconfig.V1),
		ikeconfig.WithMode(ikeconfig.Main),
		ikeconfig.WithEncAlg(ikeconfig.AES256),
		ikeconfig.WithAuthAlg(ikeconfig.SHA1),
		ikeconfig.WithPFS(ikeconfig.Group14),
		ikeconfig.WithLifetime(time.Hour),
		ikeconfig.WithLocalID("<office & lab>"),
		ikeconfig.WithRemoteID("203.0.113.7"),
	))
	ipsec := must(ipsecconfig.New(
		ipsecconfig.WithEncAlg(ipsecconfig.AES192),
		ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
		ipsecconfig.WithPFS(ipsecconfig.Group5),
		ipsecconfig.WithLifetime(time.Hour),
	))
	request := must(vpnconn.New(
		vpnconn.WithRegionID("cn-hangzhou"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24", "10.0.1.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithDerivedClientToken([]byte(key)), // a secret too
		vpnconn.WithName("办公室"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithIKEConfig(ike),
		vpnconn.WithIPsecConfig(ipsec),
	))
	tunnel := vpnconn.Options(
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithIKE(ikeconfig.WithPSK(asciiKey), ikeconfig.WithAuthAlg(ikeconfig.SHA256)),
		vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530, TunnelCIDR: "169.254.10.0/30", LocalIP: "169.254.10.1"}),
	)
	dual := must(vpnconn.New(
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-hangzhou"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTags(vpnconn.Tag{Key: "env"}),
		vpnconn.WithTunnel(vpnconn.RoleMaster, tunnel),
		vpnconn.WithTunnel(vpnconn.RoleSlave, tunnel, vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65530})),
	))
	pasted := vpnconn.NewBuilder(vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("cn-hangzhou"),
		vpnconn.WithRemoteCACertificate("-----BEGIN PRIVATE KEY-----\n"+asciiKey)) // a common mistake
	spec := request.Spec()
	return slices.Concat(
		held("Request", "cn-hangzhou", request),
		held("Request, zero", "vpnconn.Request", vpnconn.Request{}),
		held("Builder", "cn-hangzhou", request.Builder()),
		held("Builder, zero", "vpnconn.Builder", vpnconn.Builder{}),
		held("ikeconfig.Config", "aes256", ike),
		held("ikeconfig.Config, zero", "ikeconfig.Config", ikeconfig.Config{}),
		held("ipsecconfig.Config", "aes192", ipsec),
		held("ipsecconfig.Config, zero", "ipsecconfig.Config", ipsecconfig.Config{}),
		held("Request, two tunnels", "sha256", dual),
		held("Builder, a key for a certificate", "cn-hangzhou", pasted),
		held("Tunnel", "169.254.10.0/30", dual.Tunnels()[0]),
		held("Tunnel, zero", "vpnconn.Tunnel", vpnconn.Tunnel{}),
		held("TunnelSpec", "sha256", dual.Spec().Tunnels[1]),
		held("Spec, two tunnels", "cn-hangzhou", dual.Spec()),
		held("BGP", "169.254.10.0/30", dual.Tunnels()[0].BGP()),
		held("Tag", "env", dual.Tags()[0]),
		held("Spec", "cn-hangzhou", spec),
		held("IKESpec", "aes256", *spec.IKE),
		held("IKESpec without key", "aes256", vpnconn.IKESpec{EncAlg: new(ikeconfig.AES256)}),
		held("IPsecSpec", "aes192", *spec.IPsec),
		held("Secret", "ikeconfig.Secret", spec.IKE.PSK),
		held("Secret, zero", "ikeconfig.Secret", ikeconfig.Secret{}),
	)
}

type (
	field[T any]  struct{ Value T }
	hidden[T any] struct{ value T }
	among[T any]  struct {
		Before string
		Value  T
		After  int
	}
	omitempty[T any] struct {
		Value T `json:",omitempty"`
	}
)

// unexported is a holder that only dumpers look into.
const unexported = "unexported field"

// held returns v in all kinds of holder. In some, such as a struct of one field, the compiler stores a single pointer
// directly, in others it does not.
func held[T any](name, shows string, v T) []holder {
	in := func(where string, value any) holder { return holder{name + ": " + where, shows, value} }
	return []holder{
		in("value", v),
		in("pointer", &v),
		in("field", field[T]{v}),
		in("pointer to field", &field[T]{v}),
		in("field of field", field[field[T]]{field[T]{v}}),
		in("field of pointer", field[*T]{&v}),
		in("field of any", field[any]{v}),
		in(unexported, hidden[T]{v}),
		in("field among others", among[T]{"before", v, 1}),
		in("field with omitempty", omitempty[T]{v}),
		in("array", [1]T{v}),
		in("list", []T{v, v}),
		in("list of pointers", []*T{&v}),
		in("list of any", []any{v, &v}),
		in("map", map[string]T{"key": v}),
		in("map of any", map[string]any{"key": v}),
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
