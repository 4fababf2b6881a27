package tree_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestOptions: what options and structs can say that is in no file, or that no request may have.
func TestOptions(t *testing.T) {
	type tunnels = []vpnconn.TunnelSpec
	smallest := []vpnconn.Option{
		vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("r"), vpnconn.WithVPNGatewayID("v"), vpnconn.WithCustomerGatewayID("c"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"),
	}
	const tunnel = "TunnelOptionsSpecification"
	for _, tt := range []struct {
		opt  vpnconn.Option
		want string // what is wrong, or what more is shown
		why  string
	}{
		{nil, "map[]", "nothing"},
		{vpnconn.Spec{Tunnels: tunnels{}}.Option(), `CustomerGatewayId: conflict "c" "` + tunnel + `"; ` + tunnel + ": required", "set, to none"},
		{vpnconn.Spec{Tags: make([]vpnconn.Tag, 21)}.Option(), `Tags: too many "21"`, "not looked at"},
		{vpnconn.WithTunnel("master", vpnconn.WithName("n"), vpnconn.WithTags(vpnconn.Tag{}), vpnconn.WithIKE(ikeconfig.WithLocalID("l"))), `CustomerGatewayId: conflict "c" "TunnelOptionsSpecification"; ` +
			tunnel + ".1.CustomerGatewayId: required; " + tunnel + ".2: required; " + tunnel + ".1.Name: unknown parameter \"Name\"; " + tunnel + ".1.Tags: unknown parameter \"Tags\"", "none of a tunnel"},
		{vpnconn.WithEdition(aliyun.Edition2019), "map[]", "an edition is no parameter"},
		{vpnconn.Options(vpnconn.WithEdition(aliyun.Edition2019), vpnconn.WithDryRun(true)), "DryRun: unknown parameter in 2025", "of the other edition"},
		{vpnconn.Spec{IKE: &vpnconn.IKESpec{}, BGP: &vpnconn.BGP{}}.Option(), "map[]", "objects without members"},
		{vpnconn.Options(vpnconn.WithIKE(ikeconfig.WithLocalID("l")), vpnconn.WithIKE(ikeconfig.WithRemoteID("r")), vpnconn.WithIKE()), "map[IkeConfig.LocalId:l IkeConfig.RemoteId:r]", "one by one"},
		{vpnconn.Options(vpnconn.WithIKE(ikeconfig.WithLocalID("l")), vpnconn.Without("IkeConfig.LocalId")), "map[]", "an object of which nothing is left"},
		{vpnconn.Options(vpnconn.WithName("n"), vpnconn.Without("Name"), vpnconn.WithTags(vpnconn.Tag{Key: "k"}), vpnconn.WithTags()), "map[]", "unset again"},
		{vpnconn.Options(vpnconn.WithTags(vpnconn.Tag{Key: "k"}), vpnconn.Without("Tags.1")), "map[]", "a list of which nothing is left"},
		{vpnconn.Options(vpnconn.WithTunnel("master"), vpnconn.Without(tunnel), vpnconn.WithTunnel("slave")), `CustomerGatewayId: conflict "c" "` + tunnel + `"; ` +
			tunnel + ".1: required; " + tunnel + ".2.CustomerGatewayId: required", "a tunnel after another was unset"},
		{vpnconn.WithClientToken(""), "ClientToken: empty", "set, to nothing"},
	} {
		r, err := vpnconn.New(append(smallest[:6:6], tt.opt)...)
		got := data(err)
		if err == nil {
			added := maps.Collect(r.Fields())
			maps.DeleteFunc(added, func(name, _ string) bool { return !strings.Contains(name, ".") && name != "Name" })
			got = fmt.Sprint(added)
		}
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.why, got, tt.want)
		}
	}
	if got := data(func() error { _, err := vpnconn.Builder{}.Build(); return err }()); !strings.Contains(got, "RegionId: required") {
		t.Errorf("the zero Builder builds with %s, want everything to be required", got)
	}
	if got := fmt.Sprint(vpnconn.Spec{Tags: make([]vpnconn.Tag, 21)}, vpnconn.Request{}, ikeconfig.Config{}.Effective().IsZero()); got != "vpnconn.Spec{} vpnconn.Request{} false" {
		t.Errorf("what has nothing to show prints as %s", got)
	}
	misplaced := vpnconn.NewBuilder(vpnconn.WithDryRun(true), vpnconn.WithName("n"), vpnconn.WithTunnel("slave"))
	if want := `vpnconn.Builder{Action: "CreateVpnConnection", Name: "n", TunnelOptionsSpecification.2.Role: "slave", DryRun: "true"}`; misplaced.String() != want {
		t.Errorf("what edition 2019 does not have prints as %v, want %s", misplaced, want)
	}
}

// TestToken: a derived token is of all else that is sent, and derived anew for a changed copy.
func TestToken(t *testing.T) {
	derive := vpnconn.WithDerivedClientToken([]byte("0123456789abcdef"))
	given := func(opts ...vpnconn.Option) vpnconn.Request {
		t.Helper()
		r, err := vpnconn.New(append(opts, vpnconn.WithRegionID("r"), vpnconn.WithVPNGatewayID("v"), vpnconn.WithCustomerGatewayID("c"),
			vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"))...)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	made, named := given(derive), given(derive, vpnconn.WithName("idc"))
	changed, err := made.With(vpnconn.WithName("idc"))
	fixed, err2 := made.With(vpnconn.WithClientToken("t"))
	if len(made.ClientToken()) != 64 || made.ClientToken() == named.ClientToken() || !changed.Equal(named) || err != nil || fixed.ClientToken() != "t" || err2 != nil {
		t.Errorf("tokens %s, with a name %s, later %s, %v, fixed %s, %v", made.ClientToken(), named.ClientToken(), changed.ClientToken(), err, fixed.ClientToken(), err2)
	}
	if again, err := changed.Effective().With(vpnconn.Without("ClientToken")); err != nil || again.ClientToken() != "" {
		t.Errorf("a token taken away is %q, %v", again.ClientToken(), err)
	}
}

// TestTagsInOrder: any number of elements is sent in the order of their names, of which Tags.10 comes before Tags.2.
func TestTagsInOrder(t *testing.T) {
	var tags []vpnconn.Tag
	for n := 1; n <= 20; n++ {
		tags = append(tags, vpnconn.Tag{Key: fmt.Sprint(n)})
		r, err := vpnconn.New(vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("r"), vpnconn.WithVPNGatewayID("v"), vpnconn.WithCustomerGatewayID("c"),
			vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"), vpnconn.WithTags(tags...))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for name := range r.All() {
			if strings.HasPrefix(name, "Tags.") {
				names = append(names, name)
			}
		}
		if len(names) != n || !slices.IsSorted(names) {
			t.Errorf("%d tags are sent as %q", n, names)
		}
	}
}

// TestBreaks: who stops early gets what came before, wherever that is.
func TestBreaks(t *testing.T) {
	tunnel := func(role vpnconn.Role) vpnconn.Option {
		return vpnconn.WithTunnel(role, vpnconn.WithCustomerGatewayID("c"), vpnconn.WithIKE(ikeconfig.WithLocalID("l"), ikeconfig.WithPSK("k")), vpnconn.WithDPD(true))
	}
	r, err := vpnconn.New(vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("r"), vpnconn.WithVPNGatewayID("v"), vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("10.1.0.0/24"), vpnconn.WithTags(vpnconn.Tag{Key: "k"}, vpnconn.Tag{Key: "l"}), tunnel("master"), tunnel("slave"))
	if err != nil {
		t.Fatal(err)
	}
	for name, all := range map[string]func(func(string, string) bool){"All": r.All(), "Fields": r.Fields()} {
		var names []string
		for name := range all {
			names = append(names, name)
		}
		for n := range names {
			var some []string
			for name := range all {
				if some = append(some, name); len(some) > n {
					break
				}
			}
			if fmt.Sprint(some) != fmt.Sprint(names[:n+1]) {
				t.Errorf("%s yields %q first, want %q", name, some, names[:n+1])
			}
		}
	}
}
