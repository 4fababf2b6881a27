package vpnconn_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestKeyStaysHidden passes every value that holds a key, in all kinds of holder, to all printers. The key of a derived
// token is as secret as a pre-shared key.
func TestKeyStaysHidden(t *testing.T) {
	option, token := vpnconn.WithIKE(ikeconfig.WithPSK(theKey)), vpnconn.WithDerivedClientToken([]byte(theKey))
	request := mustNew(t, option)
	parsed, err := vpnconn.ParseQuery(request.Query())
	if err != nil {
		t.Fatal(err)
	}
	var read vpnconn.Spec
	if err := json.Unmarshal([]byte(jsonOf(map[string]any{"IkeConfig": map[string]any{"Psk": theKey}})), &read); err != nil {
		t.Fatal(err)
	}
	derived := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(keyHead+keyTail)), token)
	ascii := vpnconn.WithIKE(ikeconfig.WithPSK(keyHead + keyTail)) // edition 2025 accepts only ASCII
	tunnels := build(t, dual(master(ascii), slave(ascii))...)
	pasted := vpnconn.WithRemoteCACertificate("-----BEGIN PRIVATE KEY-----\n" + theKey + "\n-----END PRIVATE KEY-----\n" + certificate)
	// A certificate must only be hidden from dumpers.
	known := vpnconn.WithRemoteCACertificate("-----BEGIN CERTIFICATE-----\n" + keyHead + keyTail + "\n-----END CERTIFICATE-----")
	withKnown := build(t, smallest2025(known, vpnconn.WithIKE(ikeconfig.WithRemoteID("r")))...)
	if text := reachable([]any{known, withKnown, withKnown.Builder(), &withKnown}); traceOf(text) != "" || traceOf(withKnown.String()) == "" {
		t.Errorf("a dumper finds the certificate in %q, or printing does not show it: %v", text, withKnown)
	}
	_, tokenErr := vpnconn.New(token)
	for name, ways := range map[string]map[string]any{
		"Request":                kept(request),
		"Request, parsed":        kept(parsed),
		"Request, effective":     kept(request.Effective()),
		"Request, derived token": kept(derived),
		"Builder":                kept(request.Builder()),
		"Builder, wrong":         kept(vpnconn.NewBuilder(vpnconn.WithIKE(ikeconfig.WithPSK(theKey + strings.Repeat("x", 100) + theKey)))),
		"Builder, derived token": kept(vpnconn.NewBuilder(token)),
		"Builder of a Spec":      kept(read.Builder()),
		"Spec":                   kept(request.Spec()),
		"Spec, read":             kept(read),
		"IKESpec":                kept(*request.Spec().IKE),
		"Config":                 kept(request.IKE()),
		"Secret":                 kept(ikeconfig.NewSecret(theKey)),
		"ikeconfig.Option":       kept(ikeconfig.WithPSK(theKey)),
		"ikeconfig.Options":      kept(ikeconfig.Options(ikeconfig.WithPSK(theKey))),
		"Option":                 kept(option),
		"Request, tunnels":       kept(tunnels),
		"Tunnel":                 kept(tunnels.Tunnels()[1]),
		"Spec, tunnels":          kept(tunnels.Spec()),
		"TunnelSpec":             kept(tunnels.Spec().Tunnels[0]),
		"Builder, tunnels":       kept(vpnconn.NewBuilder(master(option), slave(option, master(option)), vpnconn.WithTunnel("x", option))),
		"Builder, private key":   kept(vpnconn.NewBuilder(pasted, master(pasted), vpnconn.WithEdition(7))),
		"Option, tunnel":         kept(master(option, pasted, token)),
		"Option, private key":    kept(pasted),
		"Option, derived token":  kept(token),
		"Options":                kept(vpnconn.Options(option, token, vpnconn.WithIKEConfig(request.IKE()))),
		"Advice":                 kept(derived.Advise()),
		"error, derived token":   kept(tokenErr),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // there is a lot to print
			for way, v := range ways {
				checkHidden(t, way, v)
			}
		})
	}
	onlyToken := mustNew(t, token)
	if trace := traceOf(onlyToken.Query() + "\n" + strings.Join(sortedPairs(onlyToken.Params()), "\n")); trace != "" {
		t.Errorf("the key of a token is sent: %s in %q", trace, onlyToken.Query())
	}
}

// checkHidden fails t if a printer shows the key that v holds. It searches everything printed at once, and looks for
// the printer only if it finds the key.
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

// TestKeyStaysHiddenByMethods calls the methods that people call by name, not those that printers call: the methods
// that must show the key do, so that it is not hidden by being lost, and no others.
func TestKeyStaysHiddenByMethods(t *testing.T) {
	shows := strings.Fields("Params All Values Query AppendQuery JSON PSK Reveal")
	says := strings.Fields("Fields String GoString LogValue MarshalJSON MarshalText") // they show that there is a key
	r := mustNew(t, vpnconn.WithIKE(ikeconfig.WithPSK(theKey)))
	seen := make(map[string]bool)
	tunnels := build(t, dual(master(vpnconn.WithIKE(ikeconfig.WithPSK(keyHead+keyTail))))...)
	for _, v := range []any{r, r.Builder(), r.IKE(), r.Spec(), *r.Spec().IKE, r.Spec().IKE.PSK, tunnels, tunnels.Tunnels()[0], tunnels.Spec(), tunnels.Spec().Tunnels[0]} {
		for name, text := range results(v) {
			seen[name] = true
			if trace := traceOf(text); (trace != "") != slices.Contains(shows, name) {
				t.Errorf("%T.%s: the key is there %q in %q", v, name, trace, text)
			}
			if slices.Contains(says, name) && !strings.Contains(text, "[hidden]") {
				t.Errorf("%T.%s: %q does not say that there is a key", v, name, text)
			}
		}
	}
	for _, name := range append(shows, says...) {
		if !seen[name] {
			t.Errorf("nothing has a method %s", name)
		}
	}
	if got := r.IKE().PSK(); got != theKey {
		t.Errorf("PSK() = %q, want %q", got, theKey)
	}
}
