package vpnconn_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A documented parameter or setting, as in the testdata of package vpntest.
type documented struct {
	Name, Type, Default string
	Mode                string // single or dual: the only mode that has it
	SM                  string // the value on SM gateways
	Required, Secret    bool
	Values              []string
	Min, Max            int64
}

// document lists the parameters and settings of edition 2019 in documented order.
var document = documentIn(aliyun.Edition2019)

func documentIn(e aliyun.Edition) (list []documented) {
	text, err := os.ReadFile("vpntest/testdata/parameters-" + e.String() + ".json")
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil {
		panic(err)
	}
	return list
}

// documentedOrder has the names, after the one in the error for a Spec that is not an object.
var documentedOrder = func() []string {
	names := []string{""}
	for _, d := range document {
		names = append(names, d.Name)
	}
	return names
}()

// The option for each setting, made from its text in a Request.
var (
	ikeOptions = map[string]func(string) ikeconfig.Option{
		"IkeConfig.Psk":          ikeconfig.WithPSK,
		"IkeConfig.IkeVersion":   of(ikeconfig.WithVersion),
		"IkeConfig.IkeMode":      of(ikeconfig.WithMode),
		"IkeConfig.IkeEncAlg":    of(ikeconfig.WithEncAlg),
		"IkeConfig.IkeAuthAlg":   of(ikeconfig.WithAuthAlg),
		"IkeConfig.IkePfs":       of(ikeconfig.WithPFS),
		"IkeConfig.IkeLifetime":  func(text string) ikeconfig.Option { return ikeconfig.WithLifetime(lifetimeOf(text)) },
		"IkeConfig.LocalIdIPsec": ikeconfig.WithLocalID,
		"IkeConfig.RemoteId":     ikeconfig.WithRemoteID,
	}
	ipsecOptions = map[string]func(string) ipsecconfig.Option{
		"IpsecConfig.IpsecEncAlg":   of(ipsecconfig.WithEncAlg),
		"IpsecConfig.IpsecAuthAlg":  of(ipsecconfig.WithAuthAlg),
		"IpsecConfig.IpsecPfs":      of(ipsecconfig.WithPFS),
		"IpsecConfig.IpsecLifetime": func(text string) ipsecconfig.Option { return ipsecconfig.WithLifetime(lifetimeOf(text)) },
	}
	options = func() map[string]func(string) vpnconn.Option {
		all := map[string]func(string) vpnconn.Option{
			"CustomerGatewayId": vpnconn.WithCustomerGatewayID,
			"LocalSubnet":       func(text string) vpnconn.Option { return vpnconn.WithLocalSubnets(text) },
			"RegionId":          vpnconn.WithRegionID,
			"RemoteSubnet":      func(text string) vpnconn.Option { return vpnconn.WithRemoteSubnets(text) },
			"VpnGatewayId":      vpnconn.WithVPNGatewayID,
			"ClientToken":       vpnconn.WithClientToken,
			"EffectImmediately": booleans["EffectImmediately"].option,
			"Name":              vpnconn.WithName,
		}
		for name, with := range ikeOptions {
			all[name] = func(text string) vpnconn.Option { return vpnconn.WithIKE(with(text)) }
		}
		for name, with := range ipsecOptions {
			all[name] = func(text string) vpnconn.Option { return vpnconn.WithIPsec(with(text)) }
		}
		return all
	}()
)

// of converts a function of an enum type to one of strings.
func of[T ~string, O any](with func(T) O) func(string) O {
	return func(text string) O { return with(T(text)) }
}

func lifetimeOf(seconds string) time.Duration {
	d, err := time.ParseDuration(seconds + "s")
	if err != nil {
		panic(err)
	}
	return d
}

// optionsFor returns options for settings by their names, in documented order.
func optionsFor(set map[string]string) (opts []vpnconn.Option) {
	for _, name := range documentedOrder {
		if text, isSet := set[name]; isSet && options[name] != nil {
			opts = append(opts, options[name](text))
		}
	}
	return opts
}

// settingsOf returns what a Request has set, with the key in clear.
func settingsOf(r vpnconn.Request) map[string]string {
	set := make(map[string]string)
	for name, text := range r.Fields() {
		set[name] = text
	}
	delete(set, "Action")
	if key := r.IKE().PSK(); key != "" {
		set["IkeConfig.Psk"] = key
	}
	for i, tunnel := range r.Tunnels() {
		if key := tunnel.IKE().PSK(); key != "" {
			set[fmt.Sprintf("TunnelOptionsSpecification.%d.TunnelIkeConfig.Psk", i+1)] = key
		}
	}
	return set
}

// treeOf returns settings as the tree that a file with them decodes to.
func treeOf(set map[string]string) map[string]any {
	tree := make(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(set)) {
		object, last := tree, name
		for {
			outer, rest, dotted := strings.Cut(last, ".")
			if !dotted {
				break
			}
			if number, member, ok := strings.Cut(rest, "."); ok && strings.Trim(number, "0123456789") == "" {
				place, _ := strconv.Atoi(number)
				list, _ := object[outer].([]any)
				for len(list) < place {
					list = append(list, make(map[string]any))
				}
				object[outer] = list
				object, last = list[place-1].(map[string]any), member
				continue
			}
			if object[outer] == nil {
				object[outer] = make(map[string]any)
			}
			object, last = object[outer].(map[string]any), rest
		}
		object[last] = valueOf(last, set[name])
	}
	return tree
}

// typeOf has the documented type of each setting, by the last part of its name.
var typeOf = func() map[string]string {
	types := make(map[string]string)
	for _, d := range slices.Concat(document, document2025) {
		member := d.Name[strings.LastIndexByte(d.Name, '.')+1:]
		if before, known := types[member]; known && before != d.Type {
			panic(member + " has the types " + before + " and " + d.Type)
		}
		types[member] = d.Type
	}
	return types
}()

// valueOf converts a text to the type that it has in a file.
func valueOf(member, text string) any {
	switch typeOf[member] {
	case "boolean":
		return text == "true"
	case "seconds", "count", "asn":
		if whole, err := strconv.Atoi(text); err == nil {
			return whole
		}
		return lifetimeOf(text).Seconds()
	}
	return text
}

var update = flag.Bool("update", false, "write testdata, ADVICE.md and spec.schema.json instead of comparing")

// checkGolden compares a text with a golden file.
func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("vpnconn/%s; if this is meant, run go test ./vpnconn -run '^%s$' -update and review the difference (-want +got):\n%s", file, t.Name(), diff)
	}
}
