package schema

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCases checks the edge cases of package vpntest: as files with the values as given, for each edition and for none,
// and as files that their Spec writes.
func TestCases(t *testing.T) {
	c := newChecker(t)
	specs := 0
	for _, e := range aliyun.Editions() {
		for _, row := range vpntest.CasesIn(e) {
			if members, ok := membersOf(row.Params); ok {
				for _, edition := range []string{"", "2019", "2025"} {
					if delete(members, "Edition"); edition != "" {
						members["Edition"] = edition
					}
					c.check(t, row.Name+" in edition "+edition, textOf(members))
				}
			}
			if spec, ok := row.Spec(); ok {
				spec.Edition = e
				if built := c.check(t, row.Name+" by its Spec", written(t, spec)); built != (row.Reason == nil) {
					t.Errorf("%s: what its Spec writes: Build returned %v", row.Name, built)
				}
				specs++
			}
		}
	}
	if c.taken < 1000 || c.refused < 2000 || specs < 500 {
		t.Errorf("%d files taken and %d refused, %d of them by a Spec, which is too few", c.taken, c.refused, specs)
	}
}

// written returns the JSON of a Spec, with its keys and certificates in clear.
func written(t *testing.T, spec vpnconn.Spec) string {
	text, err := json.Marshal(spec)
	if err != nil {
		t.Fatal(err)
	}
	var members map[string]any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&members); err != nil {
		t.Fatal(err)
	}
	reveal := func(in any, phase string, ike *vpnconn.IKESpec, certificate *string) {
		object := in.(map[string]any)
		if ike != nil && !ike.PSK.IsZero() {
			object[phase].(map[string]any)["Psk"] = ike.PSK.Reveal()
		}
		if certificate != nil {
			object["RemoteCaCertificate"] = *certificate
		}
	}
	reveal(members, "IkeConfig", spec.IKE, spec.RemoteCACertificate)
	for i, tunnel := range spec.Tunnels {
		list := members["TunnelOptionsSpecification"].([]any)
		reveal(list[i], "TunnelIkeConfig", tunnel.IKE, tunnel.RemoteCACertificate)
	}
	return textOf(members)
}

// membersOf returns parameters as the members of a file, unless no file can have them.
func membersOf(params map[string]string) (members map[string]any, ok bool) {
	members = make(map[string]any)
	for name, value := range params {
		if name == "Action" {
			continue
		}
		at := members
		parts := strings.Split(name, ".")
		last := len(parts) - 1
		for _, part := range parts[:last] {
			if at[part] == nil {
				at[part] = make(map[string]any)
			}
			at, ok = at[part].(map[string]any)
			if !ok {
				return nil, false // an object both in one text and in parts
			}
		}
		if at[parts[last]] != nil {
			return nil, false
		}
		at[parts[last]] = valueOf(name, value)
	}
	return members, true
}

// valueOf returns a parameter as a value in a file: JSON if it is an object.
func valueOf(name, value string) any {
	m := parameters.Of(aliyun.Edition2025).Find(name)
	if m == nil {
		m = parameters.Every().Find(name)
	}
	wantsJSON := m != nil && (m.Table != nil || m.Kind.IsNumber() || m.Kind == parameters.Boolean)
	if wantsJSON && json.Valid([]byte(value)) {
		return json.RawMessage(value)
	}
	return value
}

// textOf writes a tree as JSON; an object whose names are places becomes a list.
func textOf(tree any) string {
	switch v := tree.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		var parts []string
		if len(names) > 0 && names[0] == "1" {
			for _, name := range names {
				parts = append(parts, textOf(v[name]))
			}
			return "[" + strings.Join(parts, ",") + "]"
		}
		for _, name := range names {
			parts = append(parts, textOf(name)+":"+textOf(v[name]))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case json.RawMessage: // as it stands, with its duplicates
		return string(v)
	}
	text, err := json.Marshal(tree)
	if err != nil {
		panic(err)
	}
	return string(text)
}
