package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Short names for the rows of the tests below.
var (
	gateway = vpnconn.WithCustomerGatewayID
	master  = func(opts ...vpnconn.Option) vpnconn.Option { return vpnconn.WithTunnel(vpnconn.RoleMaster, opts...) }
	slave   = func(opts ...vpnconn.Option) vpnconn.Option { return vpnconn.WithTunnel(vpnconn.RoleSlave, opts...) }
	specs   = func(list ...vpnconn.TunnelSpec) vpnconn.Option { return vpnconn.Spec{Tunnels: list}.Option() }
)

var tunnelSetting = regexp.MustCompile(`TunnelOptionsSpecification\.([\w.]+): "([^"]*)"`)

// tunnelsOf returns what opts set in tunnels.
func tunnelsOf(opts ...vpnconn.Option) string {
	var list []string
	for _, found := range tunnelSetting.FindAllStringSubmatch(vpnconn.NewBuilder(append(opts, vpnconn.WithEdition(aliyun.Edition2025))...).String(), -1) {
		list = append(list, found[1]+"="+found[2])
	}
	return strings.Join(list, " ")
}

// TestWithTunnel: which tunnel an option or a Spec changes, and what it keeps.
func TestWithTunnel(t *testing.T) {
	config, err := ikeconfig.NewIn(aliyun.Edition2025, ikeconfig.WithAuthAlg(ikeconfig.SHA256))
	if err != nil {
		t.Fatal(err)
	}
	ike, ipsec := vpnconn.WithIKE(ikeconfig.WithPSK("k"), ikeconfig.WithPFS(ikeconfig.Group14)), vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Disabled))
	roles := vpnconn.Options(master(), slave())
	noRoles := specs(vpnconn.TunnelSpec{CustomerGatewayID: "a"}, vpnconn.TunnelSpec{CustomerGatewayID: "b"})
	reversed := specs(vpnconn.TunnelSpec{Role: new(vpnconn.RoleSlave)}, vpnconn.TunnelSpec{Role: new(vpnconn.RoleMaster)})
	secondOnly := specs(vpnconn.TunnelSpec{CustomerGatewayID: "a"}, vpnconn.TunnelSpec{Role: new(vpnconn.RoleMaster)})
	listed := func(a, b vpnconn.Role) vpnconn.Option { // a tunnel with each role, "" for none
		list := []vpnconn.TunnelSpec{{CustomerGatewayID: "a"}, {CustomerGatewayID: "b"}}
		for i, role := range []vpnconn.Role{a, b} {
			if role != "" {
				list[i].Role = &role
			}
		}
		return specs(list...)
	}
	both := vpnconn.Options(master(vpnconn.WithDPD(true)), slave(vpnconn.WithDPD(false)))
	bgp := vpnconn.WithBGP(vpnconn.BGP{LocalASN: 65000, TunnelCIDR: "169.254.10.0/30"})
	for _, tt := range []struct {
		opts []vpnconn.Option
		want string
		why  string
	}{
		{[]vpnconn.Option{master()}, "1.Role=master", "set even without options"},
		{[]vpnconn.Option{slave()}, "2.Role=slave", "the slave is tunnel 2, with or without the other"},
		{[]vpnconn.Option{slave(gateway("b")), master(gateway("a"))}, "1.CustomerGatewayId=a 1.Role=master 2.CustomerGatewayId=b 2.Role=slave", "the order of options does not matter"},
		{[]vpnconn.Option{nil, master(nil, gateway("a"), vpnconn.Options(nil, vpnconn.WithDPD(false)))}, "1.CustomerGatewayId=a 1.EnableDpd=false 1.Role=master", "nil does nothing, and a bundle is its options"},
		{[]vpnconn.Option{master(gateway("a"), vpnconn.WithDPD(true)), master(vpnconn.WithDPD(false), vpnconn.WithNATTraversal(false))},
			"1.CustomerGatewayId=a 1.EnableDpd=false 1.EnableNatTraversal=false 1.Role=master", "a later one changes what it names"},
		{[]vpnconn.Option{master(ike, ipsec), master(vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group5)))},
			"1.Role=master 1.TunnelIkeConfig.IkePfs=group5 1.TunnelIkeConfig.Psk=[hidden] 1.TunnelIpsecConfig.IpsecPfs=disabled", "also within a phase"},
		{[]vpnconn.Option{master(ike, ipsec), master(vpnconn.WithIKEConfig(config), vpnconn.WithIPsecConfig(ipsecconfig.Config{}))},
			"1.Role=master 1.TunnelIkeConfig.IkeAuthAlg=sha256", "a Config replaces the phase, also an empty one"},
		{[]vpnconn.Option{master(ike), master(vpnconn.WithIKEConfig(config), vpnconn.WithIKE(ikeconfig.WithRemoteID("r")))},
			"1.Role=master 1.TunnelIkeConfig.IkeAuthAlg=sha256 1.TunnelIkeConfig.RemoteId=r", "and later options change it"},
		{[]vpnconn.Option{master(ike), master(vpnconn.Without("IkeConfig.Psk"), vpnconn.WithIKE(ikeconfig.WithRemoteID("r")))},
			"1.Role=master 1.TunnelIkeConfig.IkePfs=group14 1.TunnelIkeConfig.RemoteId=r", "what is unset stays unset after other options for the phase"},
		{[]vpnconn.Option{master(ike), master(vpnconn.Without("IkeConfig.Psk"), vpnconn.Without("IkeConfig.IkePfs"))}, "1.Role=master", "one by one too"},
		{[]vpnconn.Option{master(bgp), master(vpnconn.WithBGP(vpnconn.BGP{LocalIP: "169.254.10.1"}))}, "1.Role=master 1.TunnelBgpConfig.LocalBgpIp=169.254.10.1", "BGP is replaced as a whole"},
		{[]vpnconn.Option{master(bgp), master(vpnconn.WithBGP(vpnconn.BGP{}))}, "1.Role=master", "also by nothing"},

		{[]vpnconn.Option{noRoles, slave(vpnconn.WithDPD(false))}, "1.CustomerGatewayId=a 2.CustomerGatewayId=b 2.EnableDpd=false", "without roles: by number, and the role stays unset"},
		{[]vpnconn.Option{noRoles, master(gateway("c")), slave(gateway("d"))}, "1.CustomerGatewayId=c 2.CustomerGatewayId=d", "likewise"},
		{[]vpnconn.Option{reversed, master(gateway("a")), slave(gateway("b"))}, "1.CustomerGatewayId=b 1.Role=slave 2.CustomerGatewayId=a 2.Role=master", "by role, whatever its number"},
		{[]vpnconn.Option{secondOnly, slave(vpnconn.WithDPD(true))}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=slave 2.Role=master", "the missing role is the tunnel without a role"},
		{[]vpnconn.Option{secondOnly, master(gateway("m"))}, "1.CustomerGatewayId=a 2.CustomerGatewayId=m 2.Role=master", "the existing role is found"},

		{[]vpnconn.Option{listed("master", "master"), both}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=master 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=master", "a role that is set does not change"},
		{[]vpnconn.Option{listed("slave", "slave"), both}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=slave 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=slave", "likewise"},
		{[]vpnconn.Option{listed("Master", "slave"), both}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=Master 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=slave", "be it an unknown one"},
		{[]vpnconn.Option{listed("slave", "Master"), both}, "1.CustomerGatewayId=a 1.EnableDpd=false 1.Role=slave 2.CustomerGatewayId=b 2.EnableDpd=true 2.Role=Master", "both are found, by the role that there is"},

		{[]vpnconn.Option{specs(vpnconn.TunnelSpec{Role: new(vpnconn.RoleSlave)})}, "2.Role=slave", "one TunnelSpec alone stands in the place of its role"},
		{[]vpnconn.Option{specs(vpnconn.TunnelSpec{CustomerGatewayID: "a"})}, "1.CustomerGatewayId=a", "or first"},
		{[]vpnconn.Option{roles, specs(vpnconn.TunnelSpec{Role: new(vpnconn.RoleSlave), CustomerGatewayID: "b"})}, "1.Role=master 2.CustomerGatewayId=b 2.Role=slave", "a Spec selects by role"},
		{[]vpnconn.Option{roles, specs(vpnconn.TunnelSpec{CustomerGatewayID: "a"}, vpnconn.TunnelSpec{CustomerGatewayID: "b"})},
			"1.CustomerGatewayId=a 1.Role=master 2.CustomerGatewayId=b 2.Role=slave", "without a role by number"},
		{[]vpnconn.Option{reversed, specs(vpnconn.TunnelSpec{CustomerGatewayID: "a"})}, "1.CustomerGatewayId=a 1.Role=slave 2.Role=master", "by number, whatever its role"},
		{[]vpnconn.Option{noRoles, specs(vpnconn.TunnelSpec{Role: new(vpnconn.RoleSlave), DPD: new(true)})}, "1.CustomerGatewayId=a 2.CustomerGatewayId=b 2.EnableDpd=true 2.Role=slave", "by the number of its role, which it sets"},
		{[]vpnconn.Option{noRoles, reversed}, "1.CustomerGatewayId=a 1.Role=master 2.CustomerGatewayId=b 2.Role=slave", "likewise, in any order"},
		{[]vpnconn.Option{reversed, specs(vpnconn.TunnelSpec{Role: new(vpnconn.RoleMaster), CustomerGatewayID: "m"}, vpnconn.TunnelSpec{Role: new(vpnconn.RoleSlave), CustomerGatewayID: "s"})},
			"1.CustomerGatewayId=s 1.Role=slave 2.CustomerGatewayId=m 2.Role=master", "the order that is there stays"},
		{[]vpnconn.Option{both, listed("master", "master")}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=master 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=master", "one role twice: by place, with the roles of the list"},
		{[]vpnconn.Option{both, listed("", "master")}, "1.CustomerGatewayId=a 1.EnableDpd=true 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=master", "a role that the list leaves out is unset"},
		{[]vpnconn.Option{both, listed("slave", "")}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=slave 2.CustomerGatewayId=b 2.EnableDpd=false", "likewise"},
		{[]vpnconn.Option{both, listed("slave", "Master")}, "1.CustomerGatewayId=a 1.EnableDpd=true 1.Role=slave 2.CustomerGatewayId=b 2.EnableDpd=false 2.Role=Master", "an unknown role: by place"},
		{[]vpnconn.Option{slave(vpnconn.WithDPD(false)), listed("slave", "master")}, "1.CustomerGatewayId=b 1.Role=master 2.CustomerGatewayId=a 2.EnableDpd=false 2.Role=slave", "by role over one tunnel too"},
		{[]vpnconn.Option{listed("master", "master"), listed("slave", "master")}, "1.CustomerGatewayId=b 1.Role=master 2.CustomerGatewayId=a 2.Role=slave", "the list of a later Spec counts"},
		{[]vpnconn.Option{master(ike, ipsec, bgp), specs(vpnconn.TunnelSpec{IKE: &vpnconn.IKESpec{PFS: new(ikeconfig.Group2)}, IPsec: new(vpnconn.IPsecSpec), BGP: &vpnconn.BGP{LocalASN: 1}})},
			"1.Role=master 1.TunnelBgpConfig.LocalAsn=1 1.TunnelIkeConfig.IkePfs=group2 1.TunnelIkeConfig.Psk=[hidden] 1.TunnelIpsecConfig.IpsecPfs=disabled", "member by member in a phase; BGP replaces the whole"},
		{[]vpnconn.Option{roles, specs()}, "1.Role=master 2.Role=slave", "no tunnels in a Spec leave those that are there"},
		{[]vpnconn.Option{master(vpnconn.Spec{CustomerGatewayID: "a", DPD: new(false)}.Option())}, "1.CustomerGatewayId=a 1.EnableDpd=false 1.Role=master", "a Spec of a connection describes a tunnel as its option does"},
	} {
		if got := tunnelsOf(tt.opts...); got != tt.want {
			t.Errorf("%s\nwant %s: %s", got, tt.want, tt.why)
		}
	}
	opts := []vpnconn.Option{gateway("a")}
	option := master(opts...)
	opts[0] = gateway("b")
	if got := tunnelsOf(option); got != "1.CustomerGatewayId=a 1.Role=master" {
		t.Errorf("after a change of the slice: %s", got)
	}
	if got := fmt.Sprint(vpnconn.Roles()); got != "[master slave]" {
		t.Errorf("Roles() = %s", got)
	}
	clear(vpnconn.Roles())
	if got := vpnconn.Roles()[0]; got != vpnconn.RoleMaster {
		t.Errorf("the list is shared: %q", got)
	}
}

// TestTunnelsOfASpec: what is wrong with the tunnels of a Spec is reported whatever options there are before and after it.
func TestTunnelsOfASpec(t *testing.T) {
	keys := func(opts ...vpnconn.Option) vpnconn.Option {
		opts = append(opts, vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4")))
		return vpnconn.Options(master(opts...), slave(opts...))
	}
	cases, ofRoles := 0, 0
	for _, c := range vpntest.CasesIn(aliyun.Edition2025) {
		s, ok := c.Spec()
		isRole := strings.HasSuffix(c.Field, ".Role")
		if c.Reason == nil || !ok || len(s.Tunnels) == 0 || c.Reason == vpnerrors.ErrRequired && !isRole {
			continue // options may set what is missing
		}
		cases++
		if isRole {
			ofRoles++
		}
		for around, opts := range map[string][]vpnconn.Option{
			"before": {keys(gateway("cgw-site-b")), s.Option()},
			"after":  {s.Option(), keys()},
			"both":   {keys(gateway("cgw-site-b")), s.Option(), keys()},
		} {
			isSet := around != "before" && (c.Reason == vpnerrors.ErrRequired || strings.HasSuffix(c.Field, "Psk"))
			_, err := vpnconn.New(opts...)
			errs, _ := err.(mistakes)
			is := slices.ContainsFunc(errs, func(e *mistake) bool { return e.Field == c.Field && e.Reason == c.Reason })
			if is == isSet {
				t.Errorf("%s, options %s: %v, want %s: %v: %s", c.Name, around, err, c.Field, c.Reason, c.Why)
			}
		}
	}
	if cases < 100 || ofRoles < 5 {
		t.Errorf("%d cases, %d of them about roles, is too few", cases, ofRoles)
	}
}

// TestWrongTunnels: what is no tunnel, and what does not belong into one, each in its place.
func TestWrongTunnels(t *testing.T) {
	foreign := func(name string) string { return "TunnelOptionsSpecification.1." + name + ": unknown parameter" }
	outside := func(name string) string { return foreign(name) + fmt.Sprintf(", suggest %q", name) } // it is of the connection
	all := append(make([]vpnconn.TunnelSpec, 2), vpnconn.TunnelSpec{})
	for _, tt := range []struct {
		opt  vpnconn.Option // added to the smallest request with two tunnels
		want string
		why  string
	}{
		{vpnconn.WithTunnel("primary"), `TunnelOptionsSpecification: unsupported value, value "primary", suggest "master", allowed "master slave"`, "an unknown role"},
		{vpnconn.WithTunnel(""), `TunnelOptionsSpecification: unsupported value, allowed "master slave"`, "likewise"},
		{vpnconn.WithTunnel("Master\xff"), `TunnelOptionsSpecification: unsupported value, value "Master\xff", part "\xff", allowed "master slave"`, "likewise"},
		{vpnconn.Options(vpnconn.WithTunnel("x", vpnconn.WithName("n")), master(gateway(""), vpnconn.WithEdition(7)), vpnconn.WithName("")),
			`Name: empty, 1 to 100; TunnelOptionsSpecification: unsupported value, value "x", allowed "master slave"`, "no other error about tunnels, but others"},
		{vpnconn.Options(vpnconn.WithTunnel("x"), vpnconn.WithDPD(true)),
			`EnableDpd: conflict, value "true", part "TunnelOptionsSpecification"; TunnelOptionsSpecification: unsupported value, value "x", allowed "master slave"`, "it still has two tunnels"},

		{master(slave()), foreign("TunnelOptionsSpecification"), "a tunnel in a tunnel"},
		{master(vpnconn.WithTunnel("x")), foreign("TunnelOptionsSpecification"), "whatever its role"},
		{master(vpnconn.WithBGP(vpnconn.BGP{Enable: new(false)})), foreign("TunnelBgpConfig.EnableBgp") + `, suggest "EnableTunnelsBgp"`, "that is EnableTunnelsBgp"},
		{specs(vpnconn.TunnelSpec{BGP: &vpnconn.BGP{Enable: new(true)}}), foreign("TunnelBgpConfig.EnableBgp") + `, suggest "EnableTunnelsBgp"`, "in a Spec too"},
		{master(vpnconn.WithRegionID("")), outside("RegionId"), "even if it is empty"},
		{master(vpnconn.WithClientToken("t")), outside("ClientToken"), "it belongs to the connection"},
		{master(vpnconn.WithDerivedClientToken(tokKey)), outside("ClientToken"), "whether derived or not"},
		{master(vpnconn.WithVPNGatewayID("v"), vpnconn.WithName("n"), vpnconn.WithLocalSubnets("10.0.0.0/8"), vpnconn.WithRemoteSubnets("x"), vpnconn.WithEffectImmediately(true),
			vpnconn.WithAutoConfigRoute(true), vpnconn.WithHealthCheck(vpnconn.HealthCheck{Retry: new(int64(0))}), vpnconn.WithTags(vpnconn.Tag{}), vpnconn.WithTunnelsBGP(true), vpnconn.WithDryRun(true)),
			strings.Join([]string{outside("AutoConfigRoute"), outside("DryRun"), outside("EffectImmediately"), outside("EnableTunnelsBgp"), foreign("HealthCheckConfig"),
				outside("LocalSubnet"), outside("Name"), outside("RemoteSubnet"), outside("Tags"), outside("VpnGatewayId")}, "; "), "all others, by name"},
		{vpnconn.Options(master(vpnconn.Without("Colour")), master(vpnconn.Without("Shape"))), foreign("Colour") + "; " + foreign("Shape"), "names of every option"},
		{master(vpnconn.WithLocalSubnets(), vpnconn.WithRemoteSubnets(), vpnconn.WithTags(), vpnconn.WithHealthCheck(vpnconn.HealthCheck{})), "", "nothing is set, so nothing is refused"},

		{vpnconn.Options(master(vpnconn.WithEdition(aliyun.Edition2025)), slave(vpnconn.WithEdition(0))), "", "the edition of the request, and none"},
		{vpnconn.Options(master(vpnconn.WithEdition(aliyun.Edition2019)), slave(vpnconn.WithEdition(7))),
			`TunnelOptionsSpecification.1.Edition: conflict, value "2019", part "2025"; TunnelOptionsSpecification.2.Edition: conflict, value "7", part "2025"`, "any other"},
		{vpnconn.Options(master(vpnconn.WithEdition(aliyun.Edition2019)), vpnconn.WithEdition(aliyun.Edition2019)),
			`CustomerGatewayId: required; TunnelOptionsSpecification: unknown parameter, in 2025`, "in 2019 there is one error for all"},

		{specs(all...), `TunnelOptionsSpecification: too many, value "3", 0 to 2`, "three tunnels, over two"},
		{vpnconn.Options(specs(all...), vpnconn.Without("TunnelOptionsSpecification.1")), `TunnelOptionsSpecification: too many, value "3", 0 to 2`, "a list that is too long is not shortened"},
		{vpnconn.Options(vpnconn.Spec{Tags: make([]vpnconn.Tag, 21)}.Option(), vpnconn.Without("Tags.1")), `Tags: too many, value "21", 0 to 20`, "nor lost"},
		{vpnconn.Spec{Tunnels: []vpnconn.TunnelSpec{}}.Option(), "TunnelOptionsSpecification: required", "an empty list is set, like one of blocks"},
		{vpnconn.Spec{Tags: []vpnconn.Tag{}}.Option(), "", "an empty list of tags is unset"},
	} {
		r, err := vpnconn.New(dual(tt.opt)...)
		if err != nil {
			checkWellFormed(t, err)
		}
		errs, _ := err.(mistakes)
		if got := dataOf(errs...); got != tt.want || r.IsZero() != (err != nil) {
			t.Errorf("got  %s\nwant %s: %s", got, tt.want, tt.why)
		}
	}
	if r := mustNew(t, vpnconn.Spec{Tags: []vpnconn.Tag{}}.Option()); r.Edition() != aliyun.Edition2019 {
		t.Errorf("it is of %v", r.Edition())
	}
}

// TestTunnel: a Tunnel prints, compares and marshals its settings, with the key hidden; the zero Tunnel has none.
func TestTunnel(t *testing.T) {
	r := build(t, dual(master(vpnconn.WithIKE(ikeconfig.WithPSK("key-of-1"))))...)
	a, b := r.Tunnels()[0], r.Tunnels()[1]
	const want = `vpnconn.Tunnel{CustomerGatewayId: "cgw-1", Role: "master", TunnelIkeConfig.Psk: "[hidden]"}`
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
		if got := fmt.Sprintf(verb, a); got != want {
			t.Errorf("%s is %s, want %s", verb, got, want)
		}
	}
	text, err := json.Marshal(a)
	if want := `{"Role":"master","CustomerGatewayId":"cgw-1","TunnelIkeConfig":{"Psk":"[hidden]"}}`; string(text) != want || err != nil {
		t.Errorf("MarshalJSON = %s, %v, want %s", text, err, want)
	}
	if err := json.Unmarshal(text, &a); err == nil || !strings.HasPrefix(err.Error(), "vpnconn.Tunnel is not read from JSON") || !a.Equal(r.Tunnels()[0]) {
		t.Errorf("read back: %v, %v", a, err)
	}
	other := build(t, dual(master(vpnconn.WithIKE(ikeconfig.WithPSK("key-of-1"+"x"))))...)
	if zero := (vpnconn.Tunnel{}); !a.Equal(a) || a.Equal(b) || a.Equal(other.Tunnels()[0]) || !b.Equal(other.Tunnels()[1]) || !zero.Equal(vpnconn.Tunnel{}) || zero.Equal(b) || !cmp.Equal(a, a) || cmp.Equal(a, b) {
		t.Error("Equal does not compare what is sent, including the key")
	}
	if list := r.Tunnels(); len(list) != 2 {
		t.Errorf("%d tunnels", len(list))
	} else if list[0] = b; !r.Tunnels()[0].Equal(a) {
		t.Error("the slice is shared")
	}
	if list := mustNew(t).Tunnels(); list != nil {
		t.Errorf("tunnels of a request without: %v", list)
	}
	if err := json.Unmarshal([]byte("null"), &a); err != nil || a.CustomerGatewayID() != "cgw-1" {
		t.Errorf("null: %v, %v", a, err)
	}
	_, err = r.With(slave(gateway("")))
	if got, want := mistakesOf(t, err), "TunnelOptionsSpecification.2.CustomerGatewayId: empty"; got != want || r.Tunnels()[1].CustomerGatewayID() != "cgw-2" {
		t.Errorf("With a mistake: %s, want %s", got, want)
	}
}
