package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// twoTunnels describes a connection with two tunnels and two tags, with the keys given.
func twoTunnels(t *testing.T, keys ...string) vpnconn.Request {
	t.Helper()
	opts := []vpnconn.Option{
		vpnconn.WithEdition(aliyun.Edition2025), vpnconn.WithRegionID("cn-shanghai"), vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("10.1.0.0/24"),
		vpnconn.WithTags(vpnconn.Tag{Key: "a", Value: "1"}, vpnconn.Tag{Key: "b", Value: "2"}, vpnconn.Tag{Key: "c"}),
	}
	for i, role := range vpnconn.Roles() {
		opts = append(opts, vpnconn.WithTunnel(role, vpnconn.WithCustomerGatewayID("cgw-1"), vpnconn.WithDPD(true),
			vpnconn.WithIKE(ikeconfig.WithPSK(keys[i]), ikeconfig.WithPFS(ikeconfig.Group14))))
	}
	r, err := vpnconn.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestDiff(t *testing.T) {
	base := twoTunnels(t, "k7#Vq2&xLd9%Kw4+1", "k7#Vq2&xLd9%Kw4+2")
	for _, tt := range []struct {
		change vpnconn.Option
		want   []string
		why    string
	}{
		{nil, nil, "nothing has changed"},
		{vpnconn.WithName("new"), []string{`Name: unset to "new"`}, "set"},
		{vpnconn.Without("TunnelOptionsSpecification.2.EnableDpd"), []string{`TunnelOptionsSpecification.2.EnableDpd: "true" to unset`}, "unset"},
		{vpnconn.Options(vpnconn.WithDryRun(true), vpnconn.WithLocalSubnets("10.0.2.0/24"), vpnconn.WithName("new"), vpnconn.WithRegionID("cn-beijing")),
			[]string{`RegionId: "cn-shanghai" to "cn-beijing"`, `Name: unset to "new"`, `LocalSubnet: "10.0.0.0/24" to "10.0.2.0/24"`, `DryRun: unset to "true"`},
			"in documented order, which is another in edition 2019"},
		{vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithIKE(ikeconfig.WithPSK("k7#Vq2&xLd9%Kw4+3"))),
			[]string{`TunnelOptionsSpecification.2.TunnelIkeConfig.Psk: "[hidden]" to "[hidden]"`}, "a key that has changed, but is not shown"},
		{vpnconn.WithTags(vpnconn.Tag{Key: "b", Value: "2"}),
			[]string{`Tags.1.Key: "a" to "b"`, `Tags.1.Value: "1" to "2"`, `Tags.2.Key: "b" to unset`, `Tags.2.Value: "2" to unset`, `Tags.3.Key: "c" to unset`}, "by place"},
	} {
		changed, err := base.With(tt.change)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, differences(base, changed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

// TestDifference: a Difference prints, logs and marshals as a line each.
func TestDifference(t *testing.T) {
	for _, tt := range []struct {
		d                            vpnconn.Difference
		text, logJSON, logText, json string
	}{
		{vpnconn.Difference{Field: "Name", Old: "a\nb", New: "office"}, `Name: "a\nb" to "office"`,
			`{"r":{"field":"Name","old":"a\nb","new":"office"}}`, `r.field=Name r.old="a\nb" r.new=office`, `{"field":"Name","old":"a\nb","new":"office"}`},
		{vpnconn.Difference{Field: "DryRun", New: "true"}, `DryRun: unset to "true"`,
			`{"r":{"field":"DryRun","new":"true"}}`, `r.field=DryRun r.new=true`, `{"field":"DryRun","old":"","new":"true"}`},
		{vpnconn.Difference{}, "", "{}", "", `{"field":"","old":"","new":""}`},
	} {
		logJSON, logText := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", tt.d) })
		written, err := json.Marshal(tt.d)
		if text := fmt.Sprintf("%v", tt.d); text != tt.text || logJSON != tt.logJSON || logText != tt.logText || string(written) != tt.json || err != nil {
			t.Errorf("%#v: %s\n%s\n%s\n%s, %v", tt.d, text, logJSON, logText, written, err)
		}
	}
}

// TestDiffOfEditions: the local identifier has a name in each edition, and is no difference for that.
func TestDiffOfEditions(t *testing.T) {
	old := mustNew(t, vpnconn.WithIKE(ikeconfig.WithLocalID("office")))
	now, err := old.With(vpnconn.WithEdition(aliyun.Edition2025))
	if err != nil || old.Equal(now) {
		t.Fatalf("%v, %v", now, err)
	}
	if got := differences(old, now); got != nil {
		t.Errorf("%q", got)
	}
	moved, err := now.With(vpnconn.WithIKE(ikeconfig.WithLocalID("branch")))
	if err != nil {
		t.Fatal(err)
	}
	there, back := differences(old, moved), differences(moved, old)
	if want := []string{`IkeConfig.LocalIdIPsec: "office" to "branch"`}; !slices.Equal(there, want) {
		t.Errorf("%q, want %q", there, want)
	}
	if want := []string{`IkeConfig.LocalIdIPsec: "branch" to "office"`}; !slices.Equal(back, want) {
		t.Errorf("back %q, want %q", back, want)
	}
}

// TestDiffLaws: a request does not differ from itself, and Diff is symmetric.
func TestDiffLaws(t *testing.T) {
	for seed := range uint64(200) {
		a, b := vpntest.Request(rand.New(rand.NewPCG(seed, 1))), vpntest.Request(rand.New(rand.NewPCG(seed, 2)))
		if got := differences(a, a); got != nil {
			t.Fatalf("seed %d: %q", seed, got)
		}
		back := make(map[string]vpnconn.Difference)
		for d := range b.Diff(a) {
			back[d.Field] = d
		}
		n := 0
		for d := range a.Diff(b) {
			n++
			if o := back[d.Field]; o.Old != d.New || o.New != d.Old {
				t.Fatalf("seed %d: %v, reversed %v", seed, d, o)
			}
		}
		if n != len(back) || n == 0 {
			t.Fatalf("seed %d: %d differences, reversed %d", seed, n, len(back))
		}
		for range a.Diff(b) {
			break // the loop may end early
		}
	}
}

func differences(a, b vpnconn.Request) (list []string) {
	for d := range a.Diff(b) {
		list = append(list, d.String())
	}
	return list
}

func TestWithout(t *testing.T) {
	base := twoTunnels(t, "k7#Vq2&xLd9%Kw4+1", "k7#Vq2&xLd9%Kw4+2")
	for _, tt := range []struct {
		fields []string
		want   string // what is removed, or the mistake
		why    string
	}{
		{nil, "", "nothing"},
		{[]string{"Name"}, "", "unset already"},
		{[]string{"DryRun", "HealthCheckConfig.dip", "Tags.20", "TunnelOptionsSpecification.1.TunnelBgpConfig"}, "", "they are not set"},
		{[]string{"Tags.1.Value"}, "Tags.1.Value", "a member of a tag"},
		{[]string{"Tags"}, "Tags.1.Key Tags.1.Value Tags.2.Key Tags.2.Value Tags.3.Key", "a whole list"},
		{[]string{"Tags.1", "Tags.3"}, "Tags.1.Key Tags.1.Value Tags.2.Key Tags.2.Value Tags.3.Key", "two tags; the other one is then the first"},
		{[]string{"TunnelOptionsSpecification.2.TunnelIkeConfig.Psk"}, "TunnelOptionsSpecification.2.TunnelIkeConfig.Psk", "a key"},
		{[]string{"TunnelOptionsSpecification.1.TunnelIkeConfig"},
			"TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs TunnelOptionsSpecification.1.TunnelIkeConfig.Psk", "a whole object"},
		{[]string{"TunnelOptionsSpecification.1"}, "TunnelOptionsSpecification.1: required: want both tunnels, or none", "a whole tunnel: a request has two or none"},
		{[]string{"TunnelOptionsSpecification"},
			"CustomerGatewayId: required: want the ID of a customer gateway, printable ASCII with no space, comma or quote", "both tunnels"},
		{[]string{"RegionId"}, "RegionId: required: want the ID of a region, printable ASCII with no space, comma or quote", "what is required"},
		{[]string{"Colour", "EnableDPD", "IkeConfig.Colour", "Tags.0", "Tags.01", "Tags.21", "Tags.x", "Tags.1.Name", "Name.x", "TunnelOptionsSpecification.1.DryRun", "TunnelOptionsSpecification.2.TunnelIkeConfig.psk", "TunnelOptionsSpecification.3", "x=y&z"},
			"Colour: unknown parameter; EnableDPD: unknown parameter: did you mean EnableDpd?; IkeConfig.Colour: unknown parameter; " +
				"Name.x: unknown parameter: did you mean Name?; Tags.0: unknown parameter; Tags.01: unknown parameter; Tags.1.Name: unknown parameter; Tags.21: unknown parameter; " +
				"Tags.x: unknown parameter; TunnelOptionsSpecification.1.DryRun: unknown parameter in a tunnel: did you mean DryRun of the connection?; " +
				"TunnelOptionsSpecification.2.TunnelIkeConfig.psk: unknown parameter: did you mean TunnelOptionsSpecification.2.TunnelIkeConfig.Psk?; TunnelOptionsSpecification.3: unknown parameter; [hidden]: unknown parameter", "unknown names"},
	} {
		changed, err := base.With(vpnconn.Without(tt.fields...))
		got := fmt.Sprint(err)
		if err == nil {
			var gone []string
			for d := range base.Diff(changed) {
				gone = append(gone, d.Field)
			}
			got = strings.Join(gone, " ")
		}
		if got != tt.want {
			t.Errorf("%q: %s\ngot  %s\nwant %s", tt.fields, tt.why, got, tt.want)
		}
	}
	for _, names := range [][]string{{"Tags.1", "Tags.3"}, {"Tags.3", "Tags.1", "Tags.3", "Tags.1"}, {"Tags.1", "Tags.1.Value", "Tags.3", "Tags.1", "Tags.1.Value"}} {
		changed, err := base.With(vpnconn.Without(names...))
		if want := []vpnconn.Tag{{Key: "b", Value: "2"}}; err != nil || !slices.Equal(changed.Tags(), want) {
			t.Errorf("the tags left without %q are %v, %v", names, changed.Tags(), err)
		}
	}
	_, err := base.With(vpnconn.Without("Tags.1", "Tags.+1", "Tags.1"))
	if want := "Tags.+1: unknown parameter"; fmt.Sprint(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestWithoutHidesNothing: an unknown name is one more mistake.
func TestWithoutHidesNothing(t *testing.T) {
	bad := vpnconn.WithIKE(ikeconfig.WithPSK("a b"), ikeconfig.WithVersion("v9"), ikeconfig.WithLifetime(-time.Second))
	for _, tt := range []struct {
		opts []vpnconn.Option
		want string
		why  string
	}{
		{dual(master(bad, vpnconn.Without("TunnelIkeConfig"))), "TunnelOptionsSpecification.1.TunnelIkeConfig.IkeLifetime: out of range, value \"-1\", 0 to 86400; " +
			"TunnelOptionsSpecification.1.TunnelIkeConfig.IkeVersion: unsupported value, value \"v9\", allowed \"ikev1 ikev2\"; " +
			"TunnelOptionsSpecification.1.TunnelIkeConfig.Psk: bad character, 1 to 100; TunnelOptionsSpecification.1.TunnelIkeConfig: unknown parameter, suggest \"IkeConfig\"", "the name of an object"},
		{smallest(vpnconn.Without("LocalSubnet", "LocalSubnet[0]", "CustomerGatewayId[3]")),
			"LocalSubnet: required; CustomerGatewayId[3]: unknown parameter, suggest \"CustomerGatewayId\"; LocalSubnet[0]: unknown parameter, suggest \"LocalSubnet\"", "a block of a list, and a place where none can be"},
		{dual(slave(vpnconn.Without("Role", "TunnelBgpConfig.LocalAsn", "TunnelIkeConfg", "TunnelOptionsSpecification.2.Psk"))),
			"TunnelOptionsSpecification.2.Role: unknown parameter; TunnelOptionsSpecification.2.TunnelBgpConfig.LocalAsn: unknown parameter, suggest \"BgpConfig.LocalAsn\"; " +
				"TunnelOptionsSpecification.2.TunnelIkeConfg: unknown parameter, suggest \"IkeConfig\"; " +
				"TunnelOptionsSpecification.2.TunnelOptionsSpecification.2.Psk: unknown parameter, suggest \"IkeConfig.Psk\"", "names of a tunnel: suggested is what WithTunnel takes"},
		{smallest(master(vpnconn.Without("Colour"))), "TunnelOptionsSpecification: unknown parameter, in 2025", "an edition without tunnels"},
	} {
		r, err := vpnconn.New(tt.opts...)
		if got := dataOf(faults(t, r, err)...); got != tt.want {
			t.Errorf("%s (-want +got):\n%s", tt.why, cmp.Diff(tt.want, got))
		}
	}
}

// TestWithoutInTunnel: in a tunnel the names are those of a connection, and the option unsets them in the tunnel.
func TestWithoutInTunnel(t *testing.T) {
	base := twoTunnels(t, "k7#Vq2&xLd9%Kw4+1", "k7#Vq2&xLd9%Kw4+2")
	changed, err := base.With(vpnconn.WithTunnel(vpnconn.RoleMaster, vpnconn.Without("IkeConfig.IkePfs", "EnableDpd")))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`TunnelOptionsSpecification.1.EnableDpd: "true" to unset`, `TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs: "group14" to unset`,
	}
	if diff := cmp.Diff(want, differences(base, changed)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const unknown = "TunnelOptionsSpecification.2.Colour: unknown parameter; " +
		"TunnelOptionsSpecification.2.EnableDPD: unknown parameter: did you mean EnableDpd?"
	if _, err := base.With(vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.Without("EnableDPD", "Colour"))); fmt.Sprint(err) != unknown {
		t.Errorf("%v, want %s", err, unknown)
	}
}

// TestWithoutTunnels: unsetting the tunnels also removes one with an unknown role.
func TestWithoutTunnels(t *testing.T) {
	base := twoTunnels(t, "k7#Vq2&xLd9%Kw4+1", "k7#Vq2&xLd9%Kw4+2")
	single := vpnconn.Options(vpnconn.Without("TunnelOptionsSpecification", "EnableTunnelsBgp"), vpnconn.WithCustomerGatewayID("cgw-1"))
	if r, err := base.With(vpnconn.WithTunnel("backup"), single); err != nil || r.Tunnels() != nil {
		t.Errorf("%v, %v", r, err)
	}
}

// TestWithoutUndoes: unsetting a setting undoes it, for every setting by itself.
func TestWithoutUndoes(t *testing.T) {
	for seed := range uint64(100) {
		r := vpntest.Request(rand.New(rand.NewPCG(seed, 3)))
		for name, shown := range r.Fields() {
			without, err := r.With(vpnconn.Without(name))
			if err != nil {
				continue // it is required
			}
			want := []string{fmt.Sprintf("%s: %q to unset", name, shown)}
			if got := differences(r, without); name != "Action" && !slices.Equal(got, want) {
				t.Fatalf("seed %d: %q, want %q", seed, got, want)
			}
		}
	}
}
