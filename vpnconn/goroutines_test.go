package vpnconn_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// goroutines is how many run at a time. The race detector can track about 250; with more, it misses races.
const goroutines = 200

// atOnce starts this many goroutines, releases them together, and waits for them.
func atOnce(do func(i int)) {
	start := make(chan struct{})
	var ready, done sync.WaitGroup
	for i := range goroutines {
		ready.Add(1)
		done.Go(func() {
			ready.Done()
			<-start
			do(i)
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
}

// uses lists what can be done to a Builder, a Request, its Configs, an Option and an error that goroutines share. Each
// returns a text that is always the same, whatever other goroutines do.
func uses(b vpnconn.Builder, r vpnconn.Request, bad vpnconn.Builder, opt vpnconn.Option) map[string]func() string {
	told := func(r vpnconn.Request, err error) string { return r.Query() + fmt.Sprint(err) }
	ike, ipsec := r.IKE(), r.IPsec()
	later := settingOptions("IkeConfig.IkeLifetime=0; IpsecConfig.IpsecLifetime=0")
	list := map[string]func() string{
		"With":         func() string { return told(r.With(opt, later)) + b.With(opt, vpnconn.WithName("other")).String() },
		"With, wrong":  func() string { return told(r.With(vpnconn.WithName(""))) + bad.With(opt).String() },
		"New":          func() string { return told(vpnconn.New(opt)) },
		"Build, wrong": func() string { return told(bad.Build()) },
		"Accessors":    func() string { return fmt.Sprint(r.LocalSubnets(), r.RemoteSubnets(), ike.JSON(), ipsec.JSON()) },
		"With, twice": func() string { // the token is derived each time
			copied, err := r.With(vpnconn.WithName("other"))
			if err != nil {
				return err.Error()
			}
			return told(copied.With(opt, vpnconn.WithName("another")))
		},
		"WithIKEConfig, WithIPsecConfig": func() string { // many drafts share each Config, and one changes it
			return told(b.With(vpnconn.WithIKEConfig(ike), vpnconn.WithIPsecConfig(ipsec), later).Build())
		},
		"LogValue": func() string {
			json, text := loggedBoth(func(l *slog.Logger) { l.Info("m", "r", r, "b", b) })
			return json + text
		},
		"cures": func() string {
			var opts []vpnconn.Option
			for _, a := range r.Advise() {
				opts = append(opts, a.Suggest)
			}
			return told(r.With(opts...)) + strings.Join(adviceTexts(r.Advise()), "\n")
		},
		"ParseQuery, wrong": func() string {
			return told(vpnconn.ParseQuery("Colour=1&IkeConfig={&IkeConfig.IkeEncAlg=AES-256&LocalSubnet=10.0.0.1,&EffectImmediately=1"))
		},
		"a Spec, read": func() string {
			var s, wrong vpnconn.Spec
			err := json.Unmarshal([]byte(fullSpecJSON), &s)
			return fmt.Sprint(err, wrong.UnmarshalYAML(decoded(map[string]any{"name": "", "IkeConfig": map[any]any{"Psk": 1}}))) + told(s.Build())
		},
		"errors": func() string {
			_, err := bad.Build()
			text, jsonErr := json.Marshal(err)
			return vpnerrors.Message(err, vpnerrors.English) + vpnerrors.Message(err, vpnerrors.Chinese) + fmt.Sprint(string(text), jsonErr)
		},
		"DecodeResponse": func() string {
			got, err := vpnconn.DecodeResponse(200, []byte(sampleJSON))
			got2, err2 := vpnconn.DecodeResponse(200, []byte(sampleXML))
			return fmt.Sprint(got, err, got2, err2)
		},
		"Decode": func() string {
			err := vpnerrors.Decode(400, []byte(`{"Code":"Forbidden"}`))
			err2 := vpnerrors.Decode(400, []byte("<Error><1/><Code>VpnGateway.Configuring</Code></Error>"))
			text := vpnerrors.Message(err, vpnerrors.Chinese) + vpnerrors.Message(err2, vpnerrors.English)
			return fmt.Sprint(err, err2, text, vpnerrors.IsRetryable(err2), vpnerrors.Decode(502, []byte("<html>")))
		},
		"lists": func() string {
			return fmt.Sprint(ikeconfig.EncAlgs(), ipsecconfig.DHGroups(), vpnerrors.Codes(), vpnerrors.ParseLanguage("zh-CN,en;q=0.5"))
		},
		"phases": func() string {
			c, err := ikeconfig.Parse(`{"IkePfs":"14","LocalId":"a","LocalIdIPsec":"b"}`)
			changed, err2 := ike.With(ikeconfig.WithLifetime(0))
			return fmt.Sprint(c, err, changed.JSON(), err2, ike.Effective().JSON(), ipsec.Effective().JSON())
		},
	}
	for i, v := range []any{b, bad, r, ike, ipsec, r.Spec().IKE.PSK} {
		list[fmt.Sprintf("all methods of %T, %d", v, i)] = func() string { return fmt.Sprint(results(v)) }
	}
	for way, back := range waysBack(r) {
		list["by "+way] = func() string { return told(back()) }
	}
	return list
}

// usesOfTunnels lists what can be done to a Request with two tunnels, and an Option for one, that goroutines share.
func usesOfTunnels(r vpnconn.Request, opt vpnconn.Option) map[string]func() string {
	told := func(r vpnconn.Request, err error) string { return r.Query() + fmt.Sprint(err) }
	list := map[string]func() string{
		"a tunnel changed": func() string {
			return told(r.With(opt)) + told(r.With(opt, master(vpnconn.WithIKE(ikeconfig.WithPSK("other")), vpnconn.WithBGP(vpnconn.BGP{})), vpnconn.WithTunnelsBGP(false)))
		},
		"a Spec over tunnels": func() string { return told(vpnconn.New(append(dual(opt), r.Spec().Option())...)) },
		"an option used":      func() string { return told(vpnconn.New(dual(opt)...)) },
	}
	for i, v := range []any{r, r.Builder(), r.Tunnels()[0], r.Spec(), r.Spec().Tunnels[1]} {
		list[fmt.Sprintf("all methods of %T of tunnels, %d", v, i)] = func() string { return fmt.Sprint(results(v)) }
	}
	for way, back := range waysBack(r) {
		list["tunnels by "+way] = func() string { return told(back()) }
	}
	return list
}

// usesOfOne returns the uses of one Builder and one Request with everything set and a derived token.
func usesOfOne(t *testing.T) map[string]func() string {
	blanks := vpnconn.WithLocalSubnets(" 10.0.0.0/8 , 10.1.0.0/16") // Build drops the blanks; the blocks overlap
	opt := vpnconn.Options(append(everything(), blanks, nil, tokDerived())...)
	wrong, _ := allMistakes()
	list := uses(vpnconn.NewBuilder(opt), build(t, opt), vpnconn.NewBuilder(wrong...), opt)
	r := change(t, everything2025(t)["two tunnels"], tokDerived())
	maps.Copy(list, usesOfTunnels(r, slave(gateway("cgw-3"), vpnconn.WithIKE(ikeconfig.WithPFS(ikeconfig.Group14)))))
	return list
}

// turn returns every fourth use, so that a quarter of the goroutines makes each, and each goroutine begins with
// another.
func turn(i int, list map[string]func() string) (names []string) {
	all := slices.Sorted(maps.Keys(list))
	for j := range all {
		if j%4 == i%4 {
			names = append(names, all[(i+j)%len(all)])
		}
	}
	return names
}

// TestHundredsOfGoroutines: many goroutines use one Builder, one Request, one wrong Builder and one Option in every way
// at once. The race detector finds writes; without it, a different result may.
func TestHundredsOfGoroutines(t *testing.T) {
	list := usesOfOne(t)
	want := make(map[string]string)
	for name, use := range list {
		want[name] = use()
	}
	atOnce(func(i int) {
		for _, name := range turn(i, list) {
			if got := list[name](); got != want[name] {
				t.Errorf("goroutine %d: %s is %.300q, by itself %.300q", i, name, got, want[name])
			}
		}
	})
}

// TestFirstUse does the same in a new process, where almost nothing was used before, so that many goroutines race for
// what is initialized at first use. They make one use after the other, since much that the standard library does
// synchronizes them, which would hide a race.
func TestFirstUse(t *testing.T) {
	const inside = "VPNCONN_TEST_FIRST_USE"
	if os.Getenv(inside) == "" {
		self := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFirstUse$")
		self.Env = append(os.Environ(), inside+"=1")
		if out, err := self.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	for name, use := range usesOfOne(t) {
		var results [goroutines]string // without a lock, which would synchronize the goroutines
		atOnce(func(i int) { results[i] = use() })
		for i, got := range results {
			if got != results[0] {
				t.Errorf("%s: goroutine %d has %.300q, another %.300q", name, i, got, results[0])
			}
		}
	}
}
