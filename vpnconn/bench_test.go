package vpnconn_test

import (
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// usual returns the request of all 21 settings that a service would build, from options made on the spot.
func usual() (vpnconn.Request, error) {
	return vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-bp1pvpl9r9adju6l5vcwd"),
		vpnconn.WithLocalSubnets("192.168.0.0/16", "172.16.0.0/12"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16", "10.9.0.0/16"),
		vpnconn.WithClientToken("02fb3da4-130e-11e9-8e44-0016e04115b"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithName("to-headquarters"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+Zr8=Hb3~"),
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithMode(ikeconfig.Main),
			ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.SHA1),
			ikeconfig.WithPFS(ikeconfig.Group14),
			ikeconfig.WithLifetime(24*time.Hour),
			ikeconfig.WithLocalID("47.96.0.10"),
			ikeconfig.WithRemoteID("203.0.113.7"),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES256),
			ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
			ipsecconfig.WithPFS(ipsecconfig.Group14),
			ipsecconfig.WithLifetime(time.Hour),
		),
	)
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := usual(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParams(b *testing.B) {
	req, _ := usual()
	b.ReportAllocs()
	for b.Loop() {
		req.Params()
	}
}

func BenchmarkAppendQuery(b *testing.B) {
	req, _ := usual()
	dst := make([]byte, 0, len(req.Query()))
	b.ReportAllocs()
	for b.Loop() {
		req.AppendQuery(dst)
	}
}

func BenchmarkWith(b *testing.B) {
	req, _ := usual()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := req.With(vpnconn.WithName("another")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	req, _ := usual()
	params := req.Params()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := vpnconn.Parse(params); err != nil {
			b.Fatal(err)
		}
	}
}
