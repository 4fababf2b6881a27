package main

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Code written by hand is a fair comparison only with the same rules: it accepts and refuses what the library does,
// whatever a setting is changed to, alone or together with others.
func TestStraight2025HasTheRules(t *testing.T) {
	changes := changes2025()
	taken, refused := 0, make(map[string]int)
	compare := func(in *settings2025) {
		t.Helper()
		params, err := straight2025(in)
		want, wantErr := buildSet(in)
		if got, fields := fieldsOfText(err), fieldsOf(wantErr); !slices.Equal(got, fields) {
			t.Errorf("%+v\n got errors about %q\nwant %q: %v", *in, got, fields, wantErr)
		}
		if !maps.Equal(params, want.Params()) {
			t.Errorf("%+v\n got %v\nwant %v", *in, params, want.Params())
		}
		if err == nil {
			taken++
		}
		for _, field := range fieldsOf(wantErr) {
			refused[field]++
		}
	}
	for _, change := range changes {
		in := sample2025
		change(&in)
		compare(&in)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		in := sample2025
		for range 2 + r.IntN(3) {
			changes[r.IntN(len(changes))](&in)
		}
		compare(&in)
	}

	if taken < 1000 {
		t.Errorf("%d valid requests, want at least 1000", taken)
	}
	fields := []string{
		"RegionId", "ClientToken", "VpnGatewayId", "Name", "LocalSubnet", "RemoteSubnet",
		"Tags", "Tags.1.Key", "Tags.1.Value", "Tags.2.Key", tunnelNames[1].localASN,
	}
	for _, n := range tunnelNames {
		fields = append(fields, n.customerGatewayID, n.remoteCACertificate, n.localBGPIP, n.tunnelCIDR,
			n.ikeAuthAlg, n.ikeEncAlg, n.ikeLifetime, n.ikeMode, n.ikePFS, n.ikeVersion, n.localID, n.psk, n.remoteID,
			n.ipsecAuthAlg, n.ipsecEncAlg, n.ipsecLifetime, n.ipsecPFS)
	}
	for _, field := range fields {
		if refused[field] < 3 {
			t.Errorf("%s: %d requests with a mistake, want at least 3", field, refused[field])
		}
	}
}

// The options cannot leave out a role, so these requests are parsed.
func TestStraight2025HasTheRulesOfRoles(t *testing.T) {
	for _, first := range []string{"", "master", "slave", "Master"} {
		for _, second := range []string{"", "master", "slave", "backup"} {
			in := sample2025
			in.Tunnels[0].Role, in.Tunnels[1].Role = first, second
			params, err := straight2025(&in)
			req, _ := build2025(&sample2025)
			read := req.Params()
			read["TunnelOptionsSpecification.1.Role"], read["TunnelOptionsSpecification.2.Role"] = first, second
			want, wantErr := vpnconn.ParseIn(aliyun.Edition2025, read)
			if got, fields := fieldsOfText(err), fieldsOf(wantErr); !slices.Equal(got, fields) {
				t.Errorf("%q, %q: errors about %q, want %q: %v", first, second, got, fields, wantErr)
			}
			if !maps.Equal(params, want.Params()) {
				t.Errorf("%q, %q:\n got %v\nwant %v", first, second, params, want.Params())
			}
		}
	}
}

// fieldsOf returns the fields in an error of the library; a list counts once for all its blocks.
func fieldsOf(err error) []string {
	errs, _ := err.(vpnerrors.ValidationErrors)
	var fields []string
	for _, e := range errs {
		field, _, _ := strings.Cut(e.Field, "[")
		fields = append(fields, field)
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

// fieldsOfText returns the fields in an error of straight2025, with repetitions.
func fieldsOfText(err error) []string {
	if err == nil {
		return nil
	}
	var fields []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		field, _, _ := strings.Cut(line, ": ")
		fields = append(fields, field)
	}
	slices.Sort(fields)
	return fields
}

// oneBlock is enough of a certificate for the rules.
const oneBlock = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"

var certificates = []string{
	oneBlock, " \n" + oneBlock + "\n" + oneBlock, // valid; the next ones are not:
	"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
	oneBlock + "and more",
	"of a CA: " + oneBlock,
	"-----BEGIN CERTIFICATE-----\n" + oneBlock,
	"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
	"-----BEGIN CERTIFICATE-----\nName: value\n\nAAAA\n-----END CERTIFICATE-----\n",
}

// texts2025 are at the edges of the rules for text.
var texts2025 = slices.Concat(certificates, []string{
	"", "a", "a b", " a", "a,b", "a'b", `a"b`, `a\b`, "a\x00b", "a\nb", "a\x7fb", "é", "办公室", "a\u00a0b", "a\u2028b", "a\xffb", "\ufffd",
	strings.Repeat("a", 64), strings.Repeat("a", 65), strings.Repeat("a", 100), strings.Repeat("a", 101),
	strings.Repeat("a", 128), strings.Repeat("a", 129), strings.Repeat("é", 100), strings.Repeat("é", 101),
	"http://a", "HTTPS://a", "Http:/", "see http://a", "aliyun", "Aliyun", "an aliyun", "acs:a", "acs",
	"ikev1", "ikev2", "main", "aggressive", "aes", "aes192", "des", "3des", "sm4", "AES", "md5", "sha1", "sha384", "sha512", "sm3", "sha",
	"disabled", "group1", "group2", "group5", "group24", "group",
	"169.254.10.0/30", "169.254.10.4/30", "169.254.11.0/30", "169.254.10.1/30", "169.254.10.0/29", "169.254.10.0/31", "169.254.10.0",
	"10.0.0.0/30", "169.254.0.0/30", "169.254.6.0/30", "169.254.7.0/30", "169.254.169.252/30", "169.254.255.252/30",
	"169.254.10.2", "169.254.10.3", "169.254.11.2", "169.254.11.0", "10.0.0.1", "::1", "fe80::1%a", "::ffff:169.254.10.1",
	"10.0.0.0/8,10.0.0.0/8", " 10.0.0.0/8 ,\t172.16.0.0/12", "10.0.0.0/8,", "2001:db8::/32", "10.0.0.1/8", "0.0.0.0/0",
})

// changes2025 sets each setting to each value that may matter to it.
func changes2025() []func(*settings2025) {
	var list []func(*settings2025)
	add := func(change func(*settings2025)) { list = append(list, change) }
	for _, text := range texts2025 {
		for i := range len(textsOf(new(settings2025))) {
			add(func(s *settings2025) { *textsOf(s)[i] = text })
		}
		add(func(s *settings2025) { s.LocalSubnets = []string{text} })
		add(func(s *settings2025) { s.RemoteSubnets = []string{"10.1.0.0/16", text} })
		add(func(s *settings2025) { s.Tags = []tag{{text, ""}, {"a", "b"}} })
		add(func(s *settings2025) { s.Tags = []tag{{"a", text}, {text, "c"}, {"a", text}} })
	}
	for _, n := range []int{0, 1, 20, 21} {
		add(func(s *settings2025) {
			s.Tags = nil
			for i := range n {
				s.Tags = append(s.Tags, tag{Key: strings.Repeat("a", i)})
			}
		})
	}
	add(func(s *settings2025) { s.LocalSubnets = nil })
	for _, b := range []*bool{nil, new(true), new(false)} {
		add(func(s *settings2025) { s.EffectImmediately, s.DryRun = b, b })
		add(func(s *settings2025) { s.AutoConfigRoute = b })
		add(func(s *settings2025) { s.TunnelsBGP = b })
		add(func(s *settings2025) { s.Tunnels[0].DPD, s.Tunnels[1].NATTraversal = b, b })
	}
	for i := range sample2025.Tunnels {
		for _, d := range []*time.Duration{
			nil, new(time.Duration(0)), new(24 * time.Hour), new(24*time.Hour + 1), new(25 * time.Hour), new(-time.Second), new(1500 * time.Millisecond),
		} {
			add(func(s *settings2025) { s.Tunnels[i].IKELifetime = d })
			add(func(s *settings2025) { s.Tunnels[i].IPsecLifetime = d })
		}
		for _, asn := range []uint32{0, 1, 45104, 64512, 1<<32 - 1} {
			add(func(s *settings2025) { s.Tunnels[i].LocalASN = asn })
			add(func(s *settings2025) { s.Tunnels[i].LocalASN, s.Tunnels[1-i].LocalASN = asn, 0 })
		}
		add(func(s *settings2025) { s.Tunnels[i] = tunnel{Role: s.Tunnels[i].Role} })
		add(func(s *settings2025) { s.Tunnels[i].forSM() })
		for j := range len(textsOf(new(settings2025))) {
			add(func(s *settings2025) { s.Tunnels[i].forSM(); *textsOf(s)[j] = "" })
		}
	}
	return list
}

// forSM makes a tunnel valid for an SM gateway.
func (t *tunnel) forSM() {
	t.RemoteCACertificate, t.IKEVersion = oneBlock, "ikev1"
	t.IKEEncAlg, t.IKEAuthAlg, t.IPsecEncAlg, t.IPsecAuthAlg = "sm4", "sm3", "sm4", "sm3"
}

// textsOf returns the settings that are text, except the roles.
func textsOf(s *settings2025) []*string {
	list := []*string{&s.RegionID, &s.VPNGatewayID, &s.ClientToken, &s.Name}
	for i := range s.Tunnels {
		t := &s.Tunnels[i]
		list = append(list, &t.CustomerGatewayID, &t.RemoteCACertificate, &t.TunnelCIDR, &t.LocalBGPIP, &t.PSK, &t.IKEVersion,
			&t.IKEMode, &t.IKEEncAlg, &t.IKEAuthAlg, &t.IKEPFS, &t.LocalID, &t.RemoteID, &t.IPsecEncAlg, &t.IPsecAuthAlg, &t.IPsecPFS)
	}
	return list
}
