package main

import "testing"

func TestLineOf(t *testing.T) {
	const file = `# 1
Edition: 2025
LocalSubnet:
- 10.0.0.0/24
- 10.1.0.0/24, 10.2.0.0/24
- 10.3.0.0/24
Tags:
- Key: a
- Key: b
  Value: c
TunnelOptionsSpecification:
- &first
  CustomerGatewayId: cgw-1
  TunnelIkeConfig: &ike
    IkePfs: group1
- Role: slave
  TunnelIkeConfig: *ike
- *first
IkeConfig.Psk: a
`
	for field, want := range map[string]int{
		"Edition":        2,
		"LocalSubnet":    3,
		"LocalSubnet[0]": 4, "LocalSubnet[1]": 5, "LocalSubnet[2]": 5, "LocalSubnet[3]": 6,
		"LocalSubnet[4]": 3, // not in the file
		"Tags.1.Key":     8, "Tags.2.Key": 9, "Tags.2.Value": 10,
		"Tags.1.Value":                                        8, // not in the file
		"Tags.3.Key":                                          7,
		"TunnelOptionsSpecification":                          11,
		"TunnelOptionsSpecification.1.Role":                   12,
		"TunnelOptionsSpecification.2.Role":                   16,
		"TunnelOptionsSpecification.2":                        16,
		"TunnelOptionsSpecification.3.EnableDpd":              18,
		"TunnelOptionsSpecification.1.TunnelIkeConfig":        14,
		"TunnelOptionsSpecification.1.TunnelIkeConfig.IkePfs": 15,
		"TunnelOptionsSpecification.2.TunnelIkeConfig.IkePfs": 15, // by the alias
		"TunnelOptionsSpecification.2.TunnelIkeConfig.Psk":    17,
		"IkeConfig.Psk":                                       19, // an unknown name
		"RegionId":                                            0,
		"Local":                                               0,
		"":                                                    0,
	} {
		if got := lineOf([]byte(file), field); got != want {
			t.Errorf("%s: line %d, want %d", field, got, want)
		}
	}
	const mapping = "Tags:\n  b: x\n  a: y\n  c.d: z\n"
	for field, want := range map[string]int{"Tags.1.Key": 3, "Tags.2.Value": 2, "Tags.3.Key": 4, "Tags.4.Key": 1, "Tags": 1} {
		if got := lineOf([]byte(mapping), field); got != want {
			t.Errorf("%s in a mapping: line %d, want %d", field, got, want)
		}
	}
	for _, text := range []string{"", "[", "a"} {
		if got := lineOf([]byte(text), "Name"); got != 0 {
			t.Errorf("%q: line %d, want none", text, got)
		}
	}
}
