package parameters_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// namesOf returns a table of names; those after a dot are in an object.
func namesOf(names ...string) *parameters.Table {
	var members []parameters.Member
	for _, name := range names {
		object, member, dotted := strings.Cut(name, ".")
		i := slices.IndexFunc(members, func(m parameters.Member) bool { return m.Name == object })
		if i < 0 {
			i = len(members)
			members = append(members, parameters.Member{Key: parameters.Key(i), Name: object})
		}
		if dotted {
			members[i].Kind = parameters.Object
			members[i].Table = namesOf(append(documented(members[i].Table), member)...)
		}
	}
	return parameters.NewTable(0, members)
}

// documented returns the names that a table has.
func documented(t *parameters.Table) (names []string) {
	if t != nil {
		for _, m := range t.Members {
			names = append(names, m.Name)
		}
	}
	return names
}

func TestNearestName(t *testing.T) {
	known := parameters.Of(aliyun.Edition2019)
	seen := make(map[string]bool)
	for _, row := range []struct {
		name, want, why string
	}{
		{"name", "Name", "letter case"},
		{"NAME", "Name", "letter case"},
		{"local_subnet", "LocalSubnet", "another way to write words"},
		{"local-subnet", "LocalSubnet", "another way to write words"},
		{"Local Subnet", "LocalSubnet", "another way to write words"},
		{" Name ", "Name", "spaces around it"},
		{"IpsecConfig. IpsecAuthAlg", "IpsecConfig.IpsecAuthAlg", "the document's own typo"},
		{"IKEConfig.PSK", "IkeConfig.Psk", "letter case"},
		{"ikeconfig_psk", "IkeConfig.Psk", "punctuation"},
		{"IkeConfig.LocalIdIPSec", "IkeConfig.LocalIdIPsec", "letter case"},
		{"Psk", "IkeConfig.Psk", "after the dot"},
		{"psk", "IkeConfig.Psk", "after the dot, in another letter case"},
		{"IpsecPfs", "IpsecConfig.IpsecPfs", "after the dot"},
		{"LocalId", "IkeConfig.LocalIdIPsec", "another spelling, after the dot"},
		{"IkeConfig.local_id", "IkeConfig.LocalIdIPsec", "another spelling, another way to write words"},
		{"IkeConfig.LocalIds", "IkeConfig.LocalIdIPsec", "another spelling, an extra letter"},
		{"LocalSubnets", "LocalSubnet", "an extra letter"},
		{"LocalSubne", "LocalSubnet", "a missing letter"},
		{"LocelSubnet", "LocalSubnet", "another letter"},
		{"LocalSunbet", "LocalSubnet", "two letters swapped"},
		{"ocalSubnet", "LocalSubnet", "the first letter is missing"},
		{"IpecConfig", "IpsecConfig", "a missing letter"},
		{"LocalSubnetss", "", "two extra letters"},
		{"LcoalSunbet", "", "two swaps"},
		{"Subnet", "", "only a part of the name"},
		{"Description", "", "no name that it could mean"},
		{"", "", "nothing to guess from"},
		{"...", "", "nothing to guess from"},
		{"\u540d\u79f0", "", "nothing to guess from"},
		{strings.Repeat("Name", 20), "", "too long for a typo"},
		{"Name" + strings.Repeat(" ", 100), "", "too long for a typo"},
		{"Name" + strings.Repeat(" ", 60), "Name", "64 characters, the longest that is looked at"},
		{"Name" + strings.Repeat(" ", 61), "", "one character more"},
		{"Name\u540d", "", "a letter of another script, without which it is another name"},
		{"\u540d-Name", "", "likewise, with punctuation after it"},
		{"Name\uff11", "", "a digit of another script"},
		{"Name\u00bd", "", "a number that is not a digit"},
		{"Name\u2026", "Name", "punctuation outside ASCII"},
	} {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		if got := known.Nearest(row.name); got != row.want {
			t.Errorf("%.80q: %q, want %q: %s", row.name, got, row.want, row.why)
		}
	}
	if got := namesOf().Nearest("Name"); got != "" {
		t.Errorf("without known names: %q", got)
	}
}

// TestNearestName2025: names of tunnels and tags, each part of which may be wrong, and names that are too short.
func TestNearestName2025(t *testing.T) {
	const list, first = "TunnelOptionsSpecification", "TunnelOptionsSpecification.1."
	for name, want := range map[string]string{
		// Parts that are wrong.
		"TunnelOptionSpecification.1.Role":    first + "Role",
		"tunnel_options_specification.1.role": first + "Role",
		first + "IkeConfig":                   first + "TunnelIkeConfig",
		first + "IkeConfig.Psk":               first + "TunnelIkeConfig.Psk",
		first + "ipsec.encalg":                first + "TunnelIpsecConfig.IpsecEncAlg",
		first + "BgpConfig.LocalASN":          first + "TunnelBgpConfig.LocalAsn",
		list + ".2.TunnelIkeConfig.psk":       list + ".2.TunnelIkeConfig.Psk",
		first + "Psk":                         first + "TunnelIkeConfig.Psk",
		"Tag.1.Key":                           "Tags.1.Key",
		"tags.20.value":                       "Tags.20.Value",
		"IKE.PSK":                             "IkeConfig.Psk",
		"IkeConfig.Version":                   "IkeConfig.IkeVersion",
		"IkeConfig.PFS":                       "IkeConfig.IkePfs",
		"IpsecConfig.EncAlg":                  "IpsecConfig.IpsecEncAlg",
		"IpsecConfig.DHGroup":                 "",
		"IkeConfig.IpsecPfs":                  "",

		// Places.
		list + ".0.Role": first + "Role", list + ".01.Role": first + "Role", list + ".Role": first + "Role", list + ".02.Role": list + ".2.Role",
		list + ".3.Role": "", list + ".3": "", list + ".1": "", list + ".0": "", "Tags.21.Key": "", "Tags.0": "", first: "",
		list + ".99999999999999999999.Role": "",

		// Some of the words.
		"IKE": "IkeConfig", "IPsec": "IpsecConfig", "BGP": "BgpConfig", "HealthCheck": "HealthCheckConfig", "DPD": "EnableDpd", "nat": "EnableNatTraversal",
		"Tunnels": list, "Tunnel": list, "Subnet": "", "Enable": "HealthCheckConfig.enable", "Config": "", "Id": "",

		// What belongs into a tunnel, or not.
		"TunnelIkeConfig": first + "TunnelIkeConfig", "TunnelIkeConfig.Psk": first + "TunnelIkeConfig.Psk", "role": first + "Role",
		first + "Name": "Name", first + "localSubnet": "LocalSubnet", first + "VpnGatewayId": "VpnGatewayId", first + "RegionId": "RegionId",
		first + "EnableTunnelsBgp": "EnableTunnelsBgp", first + "TunnelBgpConfig.EnableBgp": "EnableTunnelsBgp", first + "BgpConfig.enable_bgp": "EnableTunnelsBgp",
		first + "HealthCheckConfig": "", first + "Action": "", first + list: "", first + "Colour": "", "Tags.1.Name": "", first + "TunnelIkeConfig.Name": "",

		// Brackets, with places from 0.
		list + "[0].Role": first + "Role", list + "[1][Role]": list + ".2.Role", list + "[0][TunnelIkeConfig][Psk]": first + "TunnelIkeConfig.Psk",
		list + "[0].TunnelIkeConfig.Psk": first + "TunnelIkeConfig.Psk", "Tags[0].Key": "Tags.1.Key", "Tags[19].Key": "Tags.20.Key", "Tags[20].Key": "",
		"IkeConfig[Psk]": "IkeConfig.Psk", "Tags[0]": "", "LocalSubnet[0]": "LocalSubnet",
	} {
		if got := parameters.Of(aliyun.Edition2025).Nearest(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// The ASCII characters next to letters and digits are punctuation too.
func TestNearestNameDropsPunctuation(t *testing.T) {
	known := namesOf("AZaz09")
	for _, c := range "\x00\n /:@[`{\x7f" {
		name := strings.ReplaceAll("-az-AZ-09-", "-", string(c)) // too much for a typo
		if got := known.Nearest(name); got != "AZaz09" {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestSafeNames(t *testing.T) {
	known := namesOf("Name", "LocalSubnet", "IkeConfig.Psk")
	for _, row := range []struct {
		name string
		safe bool
		why  string
	}{
		{"Name", true, "a documented name"},
		{"Colour", true, "unknown, but it looks like a name"},
		{"other_Name-2.x", true, "what a name can have"},
		{"", true, "nothing to hide"},
		{"\u540d\u79f0", true, "a name in another script"},
		{"\ufffd", true, "what JSON decodes a bad character to"},
		{"?Action", true, "the question mark before a query"},
		{"??Action", false, "a query has only one"},
		{"Colour?", false, "and not after a name"},
		{"Colour[0]", true, "an element of a list"},
		{"Colour[123456789]", true, "nine digits"},
		{"Colour[1234567890]", false, "longer than any list"},
		{"Colour[]", false, "no place"},
		{"Colour[x]", false, "no place"},
		{"Colour[0]x", false, "text after the index"},
		{strings.Repeat("n", 128), true, "long for a name"},
		{strings.Repeat("n", 129), false, "too long for a name"},
		{"Colour red", false, "two words"},
		{"Colour\n", false, "a line break"},
		{"Colour\xff", true, "a bad byte, which the error quotes"},
		{"Local Subnet", true, "a documented name with a typo"},
		{"!#$%*+/?@^|~\n Name", true, "a documented name, whatever is before it"},
	} {
		want := parameters.Hidden
		if row.safe {
			want = row.name
		}
		if got := known.Safe(row.name); got != want {
			t.Errorf("%.200q is shown as %q, want %q: %s", row.name, got, want, row.why)
		}
	}
	for name, safe := range map[string]bool{
		"Tags[0].Key": true, "Tags[0][Key]": true, "Tags[20].Key": true, "TunnelOptionsSpecification[1][TunnelIkeConfig][Psk]": true, "IkeConfig[Psk]": true,
		"Tags[0].Colour": false, "Tags[x].Key": false, "Tags[0][Key]x": false, "Tags[0][Key": false, "Colour[0].Key": false, "tags[0].Key": false, "[Tags]": true,
		"Tags[0]Key": false, "Tags[][Key]": false, "Tags[-1].Key": false, "Tags[1234567890].Key": false, "IkeConfig[k3y]": false, "IkeConfig[Psk][Psk]": false,
	} {
		if got := parameters.Of(aliyun.Edition2025).Safe(name); (got == name) != safe {
			t.Errorf("%q is shown as %q", name, got)
		}
	}
	for _, c := range "\"'`{}()<>=:,;&\\" {
		name := "Psk" + string(c)
		if got := known.Safe(name); got != parameters.Hidden || known.Nearest(name) == "" {
			t.Errorf("%q is shown as %q: the character may separate a name and a value", name, got)
		}
	}
}

// A name that differs only in case and punctuation is preferred to one that differs in a letter.
func TestNearestNamePrefersSpelling(t *testing.T) {
	if got := namesOf("Names", "Name").Nearest("na-me"); got != "Name" {
		t.Errorf("got %q", got)
	}
}

// All pairs of words of up to five letters of an alphabet of two, and up to four of an alphabet of three, are compared
// with a list of all single edits.
func TestOneEdit(t *testing.T) {
	for _, size := range []struct {
		alphabet string
		longest  int
	}{{"ab", 5}, {"abc", 4}} {
		words := []string{""}
		for from, n := 0, 0; n < size.longest; n++ {
			end := len(words)
			for _, word := range words[from:end] {
				for _, c := range size.alphabet {
					words = append(words, word+string(c))
				}
			}
			from = end
		}
		for _, word := range words[1:] {
			known, near := namesOf(word), edits(word, size.alphabet)
			for _, other := range words[1:] {
				if got := known.Nearest(other) != ""; got != near[other] {
					t.Errorf("%q is an edit of %q: %t, want %t", other, word, got, near[other])
				}
			}
		}
	}
}

// edits returns word, and every word that adding, dropping or replacing a letter or swapping two neighbors makes of it.
func edits(word, alphabet string) map[string]bool {
	set := map[string]bool{word: true}
	for i := 0; i <= len(word); i++ {
		for _, c := range alphabet {
			set[word[:i]+string(c)+word[i:]] = true
			if i < len(word) {
				set[word[:i]+string(c)+word[i+1:]] = true
			}
		}
		if i < len(word) {
			set[word[:i]+word[i+1:]] = true
		}
		if i+1 < len(word) {
			set[word[:i]+string(word[i+1])+string(word[i])+word[i+2:]] = true
		}
	}
	return set
}

// TestIsName: only documented names count, with the places that a list can have.
func TestIsName(t *testing.T) {
	of2025 := parameters.Of(aliyun.Edition2025)
	for name, want := range map[string]bool{
		"Name": true, "IkeConfig": true, "IkeConfig.Psk": true, "LocalSubnet": true, "LocalSubnet[12]": true, "Tags": true, "Tags.1": true, "Tags.20.Value": true,
		"TunnelOptionsSpecification.2.TunnelIkeConfig.Psk": true,

		"": false, "name": false, "Name.x": false, "Name[0]": false, "IkeConfig.": false, "IkeConfig.psk": false, "IkeConfig[0].Psk": false, "LocalSubnet[x]": false,
		"Tags.0": false, "Tags.21.Key": false, "Tags.01.Key": false, "Tags.1.": false, "Tags.1.key": false, "Tags.Key": false,
		"TunnelOptionsSpecification.3.Role": false, "TunnelOptionsSpecification.1.TunnelIkeConfig.Name": false,
	} {
		if got := of2025.IsName(name); got != want {
			t.Errorf("IsName(%q) = %t", name, got)
		}
	}
}

// TestOutside: what a connection has and its tunnels lack.
func TestOutside(t *testing.T) {
	const first = "TunnelOptionsSpecification.1."
	of2025 := parameters.Of(aliyun.Edition2025)
	for name, want := range map[string]string{
		first + "Name": "Name", first + "region_id": "RegionId", first + "TunnelBgpConfig.EnableBgp": "EnableTunnelsBgp", first + "tunnel_bgp_config.enable_bgp": "EnableTunnelsBgp",
		first + "EnableTunnelsBgp": "EnableTunnelsBgp", first + "Tags": "Tags",

		first + "Role": "", first + "HealthCheckConfig": "", first + "TunnelOptionsSpecification": "", first + "Action": "", first + "x": "", first + "x.Name": "",
		first + "Role.Name": "", first + "TunnelIkeConfig.Name": "", "TunnelOptionsSpecification.Name": "", "Tags.1.Name": "", "IkeConfig.1.Name": "", "x.1.Name": "", "Name": "",
	} {
		if got := of2025.Outside(name); got != want {
			t.Errorf("Outside(%s) = %q, want %q", name, got, want)
		}
	}
}

// TestMayHide: which values, and which with a part in them, errors leave out.
func TestMayHide(t *testing.T) {
	for name, want := range map[string]bool{
		"Name": false, "LocalSubnet": false, "IpsecConfig": false, "BgpConfig": false, "Tags": false, "IkeConfig.IkeMode": false,
		"IkeConfig": true, "IkeConfig.Psk": true, "RemoteCaCertificate": true, "TunnelOptionsSpecification": true,
		"TunnelOptionsSpecification.1.TunnelIkeConfig": true, "TunnelOptionsSpecification.1.TunnelIpsecConfig": false,
	} {
		if got := parameters.Every().Find(name).MayHide(); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
}
