package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// secretive returns everything that holds the key and must not show it, kept in all ways.
func secretive(t *testing.T) map[string]map[string]any {
	t.Helper()
	config, err := ikeconfig.New(ikeconfig.WithPSK(theKey), ikeconfig.WithRemoteID("r"))
	if err != nil {
		t.Fatal(err)
	}
	option := vpnconn.WithIKE(ikeconfig.WithPSK(theKey))
	request := mustNew(t, option)
	parsed, err := vpnconn.ParseQuery(request.Query())
	if err != nil {
		t.Fatal(err)
	}
	var read vpnconn.Spec
	text, _ := json.Marshal(map[string]any{"IkeConfig": map[string]string{"Psk": theKey}})
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	token := vpnconn.WithDerivedClientToken([]byte(theKey))
	short := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(keyHead+keyTail)), token)
	tooLong := ikeconfig.WithPSK(theKey + strings.Repeat("x", 100) + theKey)
	return map[string]map[string]any{
		"Request":             kept(request),
		"Request, parsed":     kept(parsed),
		"Request, effective":  kept(request.Effective()),
		"Builder":             kept(request.Builder()),
		"Builder, wrong":      kept(vpnconn.NewBuilder(vpnconn.WithIKE(tooLong))),
		"Builder of a Spec":   kept(read.Builder()),
		"Spec":                kept(request.Spec()),
		"Spec, read":          kept(read),
		"IKESpec":             kept(*request.Spec().IKE),
		"Config":              kept(config),
		"Config of a Request": kept(request.IKE()),
		"Secret":              kept(ikeconfig.NewSecret(theKey)),
		"ikeconfig.Option":    kept(ikeconfig.WithPSK(theKey)),
		"ikeconfig.Options":   kept(ikeconfig.Options(ikeconfig.WithPSK(theKey))),
		"vpnconn.Option":      kept(option),
		"Request, token":      kept(short),
		"Builder, token":      kept(vpnconn.NewBuilder(token)),
		"vpnconn.Option, key": kept(token),
		"Advice":              kept(short.Advise()),
		"vpnconn.Options":     kept(vpnconn.Options(option, vpnconn.WithIKEConfig(config))),
	}
}

func TestKeyStaysHidden(t *testing.T) {
	for name, ways := range secretive(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // there is a lot to print
			for way, v := range ways {
				checkHidden(t, way, v)
			}
		})
	}
}

// checkHidden fails t if a printer shows the key that v holds. It searches in all that was printed together, and for the
// printer only if there is something to find.
func checkHidden(t *testing.T, way string, v any) {
	t.Helper()
	printed := make([]string, len(printers))
	for i, p := range printers {
		printed[i] = p.print(v)
	}
	if traceOf(strings.Join(printed, "\x00\n")) == "" {
		return
	}
	for i, p := range printers {
		if trace := traceOf(printed[i]); trace != "" {
			t.Errorf("%s, %s: %s in %.300q", way, p.name, trace, printed[i])
			return // the others have the same cause
		}
	}
}

// TestKeyStaysHiddenByMethods: what people call by name, rather than what a printer calls.
func TestKeyStaysHiddenByMethods(t *testing.T) {
	r := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(theKey)))
	var fields strings.Builder
	for name, value := range r.Fields() {
		fmt.Fprintf(&fields, "%s=%s\n", name, value)
	}
	json, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	configJSON, err := r.IKE().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	secret := r.Spec().IKE.PSK
	secretJSON, _ := secret.MarshalJSON()
	secretText, _ := secret.MarshalText()
	for name, text := range map[string]string{
		"Request.Fields":      fields.String(),
		"Request.MarshalJSON": string(json),
		"Request.String":      r.String(),
		"Request.GoString":    r.GoString(),
		"Request.LogValue":    r.LogValue().String(),
		"Builder.String":      r.Builder().String(),
		"Builder.GoString":    r.Builder().GoString(),
		"Builder.LogValue":    r.Builder().LogValue().String(),
		"Config.String":       r.IKE().String(),
		"Config.GoString":     r.IKE().GoString(),
		"Config.LogValue":     r.IKE().LogValue().String(),
		"Config.MarshalJSON":  string(configJSON),
		"Secret.String":       secret.String(),
		"Secret.GoString":     secret.GoString(),
		"Secret.LogValue":     secret.LogValue().String(),
		"Secret.MarshalJSON":  string(secretJSON),
		"Secret.MarshalText":  string(secretText),
	} {
		if trace := traceOf(text); trace != "" {
			t.Errorf("%s: %s in %q", name, trace, text)
		}
		if !strings.Contains(text, "[hidden]") {
			t.Errorf("%s: %q does not say that there is a key", name, text)
		}
	}
}

// TestKeyReachesTheWire: the ways that have to show the key do, so that it is not hidden by being lost.
func TestKeyReachesTheWire(t *testing.T) {
	r := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(theKey)))
	all := make(map[string]string)
	for name, value := range r.All() {
		all[name] = value
	}
	for name, text := range map[string]string{
		"Params":        r.Params()["IkeConfig"],
		"All":           all["IkeConfig"],
		"Values":        r.Values().Get("IkeConfig"),
		"Query":         r.Query(),
		"AppendQuery":   string(r.AppendQuery(nil)),
		"Config.JSON":   r.IKE().JSON(),
		"Config.PSK":    r.IKE().PSK(),
		"Secret.Reveal": r.Spec().IKE.PSK.Reveal(),
	} {
		if traceOf(text) == "" {
			t.Errorf("%s: the key is not in %q", name, text)
		}
	}
	if got := r.IKE().PSK(); got != theKey {
		t.Errorf("PSK() = %q, want %q", got, theKey)
	}
}
