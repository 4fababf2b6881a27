package vpnconn_test

import (
	"errors"
	"iter"
	"maps"
	"net/netip"
	"slices"
	"testing"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// documented returns the five settings that no request can be without, as the API document's own example has them, and
// then more.
func documented(more ...vpnconn.Option) []vpnconn.Option {
	return append([]vpnconn.Option{
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithRemoteSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
	}, more...)
}

// trickyPSK has what encoders get wrong: quotes, the three characters that encoding/json escapes for HTML, a line
// separator, letters and symbols of two to four bytes, and what a query has to encode.
const trickyPSK = "k\"e\\y </&> \u2028 é密🔑 100%+a=b~"

// everything returns all 21 settings, none of them twice and none of them the documented default.
func everything() []vpnconn.Option {
	return []vpnconn.Option{
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("cgw-p0w2jemrcj5u61un8****"),
		vpnconn.WithLocalSubnets("10.1.0.0/16, 10.0.0.0/16", "192.168.0.0/24"),
		vpnconn.WithRemotePrefixes(netip.MustParsePrefix("172.16.0.0/12"), netip.MustParsePrefix("10.1.0.0/16")),
		vpnconn.WithClientToken("02fb3da4 130e/11e9+8e44~0016e04115b"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithName("总部.to-VPC_1"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(trickyPSK),
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithMode(ikeconfig.Aggressive),
			ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.MD5),
			ikeconfig.WithPFS(ikeconfig.Group14),
			ikeconfig.WithLifetime(8*time.Hour),
			ikeconfig.WithLocalID("gw@总部.example"),
			ikeconfig.WithRemoteID("203.0.113.7"),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES192),
			ipsecconfig.WithAuthAlg(ipsecconfig.MD5),
			ipsecconfig.WithPFS(ipsecconfig.Group5),
			ipsecconfig.WithLifetime(time.Hour),
		),
	}
}

// build returns the request that opts describe, which must be valid.
func build(t testing.TB, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	req, err := vpnconn.New(opts...)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return req
}

// change returns req with opts applied, which must leave it valid.
func change(t testing.TB, req vpnconn.Request, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	changed, err := req.With(opts...)
	if err != nil {
		t.Fatalf("With: %v", err)
	}
	return changed
}

// faults returns what is wrong according to err, and fails unless that is all that came back.
func faults(t testing.TB, req vpnconn.Request, err error) vpnerrors.ValidationErrors {
	t.Helper()
	if !req.IsZero() || len(req.Params()) != 0 {
		t.Errorf("a value came back beside an error: %v, %v", req, err)
	}
	var list vpnerrors.ValidationErrors
	if !errors.As(err, &list) || len(list) == 0 {
		t.Fatalf("error is %#v, want ValidationErrors that are not empty", err)
	}
	return list
}

// fieldsOf returns what req has set, as people read it.
func fieldsOf(req vpnconn.Request) map[string]string { return maps.Collect(req.Fields()) }

// pairs returns what seq yields, in its order.
func pairs(seq iter.Seq2[string, string]) [][2]string {
	var list [][2]string
	for name, value := range seq {
		list = append(list, [2]string{name, value})
	}
	return list
}

// checkStops breaks out of seq after each of its pairs in turn.
func checkStops(t *testing.T, seq iter.Seq2[string, string]) {
	t.Helper()
	all := pairs(seq)
	for n := 1; n <= len(all); n++ {
		var got [][2]string
		for name, value := range seq {
			if got = append(got, [2]string{name, value}); len(got) == n {
				break
			}
		}
		if !slices.Equal(got, all[:n]) {
			t.Errorf("left after %d of %d pairs, it had yielded %q", n, len(all), got)
		}
	}
}
