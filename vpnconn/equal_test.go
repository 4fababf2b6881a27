package vpnconn_test

import (
	"maps"
	"net/netip"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Every group holds requests that are equal; requests of two groups are not.
func TestEqual(t *testing.T) {
	ike, err := ikeconfig.New(ikeconfig.WithPSK("p"), ikeconfig.WithLifetime(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	with := func(opts ...vpnconn.Option) vpnconn.Request { return mustNew(t, opts...) }
	groups := []struct {
		name string
		reqs []vpnconn.Request
	}{
		{"zero", []vpnconn.Request{{}, vpnconn.Request{}.Effective()}},
		{"what is required", []vpnconn.Request{
			with(),
			with(nil),
			with(vpnconn.WithIKE(), vpnconn.WithIPsecConfig(ipsecconfig.Config{})),
			with(vpnconn.WithLocalSubnets(" 10.0.0.0/24\t")),
			with(vpnconn.WithLocalPrefixes(netip.MustParsePrefix("10.0.0.0/24"))),
		}},
		{"another block", []vpnconn.Request{with(vpnconn.WithLocalSubnets("10.1.0.0/24"))}},
		{"another block on the other side", []vpnconn.Request{with(vpnconn.WithRemoteSubnets("10.0.0.0/24"))}},
		{"two blocks", []vpnconn.Request{
			with(vpnconn.WithLocalSubnets("10.0.0.0/24", "10.1.0.0/24")),
			with(vpnconn.WithLocalSubnets(" 10.0.0.0/24 ,\t10.1.0.0/24")),
			with(vpnconn.WithLocalPrefixes(netip.MustParsePrefix("10.0.0.0/24"), netip.MustParsePrefix("10.1.0.0/24"))),
		}},
		{"two blocks in another order", []vpnconn.Request{with(vpnconn.WithLocalSubnets("10.1.0.0/24,10.0.0.0/24"))}},
		{"two blocks on the other side", []vpnconn.Request{with(vpnconn.WithRemoteSubnets("10.0.0.0/24", "10.1.0.0/24"))}},
		{"region", []vpnconn.Request{with(vpnconn.WithRegionID("cn-beijing"))}},
		{"VPN gateway", []vpnconn.Request{with(vpnconn.WithVPNGatewayID("vpn-2"))}},
		{"customer gateway", []vpnconn.Request{with(vpnconn.WithCustomerGatewayID("vpn-2"))}},
		{"token", []vpnconn.Request{with(vpnconn.WithClientToken("a"))}},
		{"token in another letter case", []vpnconn.Request{with(vpnconn.WithClientToken("A"))}},
		{"name", []vpnconn.Request{with(vpnconn.WithName("vpn"))}},
		{"a default that is written out", []vpnconn.Request{with(vpnconn.WithEffectImmediately(false))}},
		{"true", []vpnconn.Request{with(vpnconn.WithEffectImmediately(true))}},
		{"phase 1", []vpnconn.Request{
			with(vpnconn.WithIKEConfig(ike)),
			with(vpnconn.WithIKE(ikeconfig.WithLifetime(3600*time.Second)), vpnconn.WithIKE(ikeconfig.WithPSK("p"))),
		}},
		{"phase 1 with another key", []vpnconn.Request{with(vpnconn.WithIKEConfig(ike), vpnconn.WithIKE(ikeconfig.WithPSK("q")))}},
		{"phase 2", []vpnconn.Request{with(vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Hour)))}},
		{"phase 2, zero", []vpnconn.Request{with(vpnconn.WithIPsec(ipsecconfig.WithLifetime(0)))}},
	}
	for i, g := range groups {
		for j, h := range groups {
			for _, a := range g.reqs {
				for _, b := range h.reqs {
					if got := a.Equal(b); got != (i == j) {
						t.Errorf("%s and %s: Equal is %t\n%v\n%v", g.name, h.name, got, a, b)
					}
					if got := cmp.Equal(a, b); got != (i == j) {
						t.Errorf("%s and %s: cmp.Equal is %t", g.name, h.name, got)
					}
					if got := maps.Equal(a.Params(), b.Params()); got != (i == j) {
						t.Errorf("%s and %s: that their maps are equal is %t", g.name, h.name, got)
					}
				}
			}
		}
	}
}

// == would compare where the settings lie, not what they are.
func TestOperatorEqualDoesNotCompile(t *testing.T) {
	for _, typ := range []reflect.Type{
		reflect.TypeFor[vpnconn.Request](), reflect.TypeFor[vpnconn.Builder](),
		reflect.TypeFor[ikeconfig.Config](), reflect.TypeFor[ipsecconfig.Config](),
	} {
		if typ.Comparable() {
			t.Errorf("%v is comparable with ==", typ)
		}
	}
	if !reflect.TypeFor[vpnconn.Response]().Comparable() {
		t.Error("a Response is not comparable with ==")
	}
}
