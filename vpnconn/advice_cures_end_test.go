package vpnconn_test

import (
	"maps"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// advRandom returns a random valid request, with every documented value and none, lifetimes at their edges, and keys and
// blocks of all kinds. It counts the settings in seen.
func advRandom(t *testing.T, rnd *rand.Rand, seen map[string]int) vpnconn.Request {
	t.Helper()
	var ike []ikeconfig.Option
	var ipsec []ipsecconfig.Option
	// one returns a random place in a list of n, or -1 for unset.
	one := func(n int) int { return rnd.IntN(n+1) - 1 }
	if i := one(len(ikeconfig.Versions())); i >= 0 {
		ike = append(ike, ikeconfig.WithVersion(ikeconfig.Versions()[i]))
	}
	if i := one(len(ikeconfig.Modes())); i >= 0 {
		ike = append(ike, ikeconfig.WithMode(ikeconfig.Modes()[i]))
	}
	if i := one(len(ikeconfig.EncAlgs())); i >= 0 {
		ike = append(ike, ikeconfig.WithEncAlg(ikeconfig.EncAlgs()[i]))
	}
	if i := one(len(ikeconfig.AuthAlgs())); i >= 0 {
		ike = append(ike, ikeconfig.WithAuthAlg(ikeconfig.AuthAlgs()[i]))
	}
	if i := one(len(ikeconfig.DHGroups())); i >= 0 {
		ike = append(ike, ikeconfig.WithPFS(ikeconfig.DHGroups()[i]))
	}
	if i := one(len(ipsecconfig.EncAlgs())); i >= 0 {
		ipsec = append(ipsec, ipsecconfig.WithEncAlg(ipsecconfig.EncAlgs()[i]))
	}
	if i := one(len(ipsecconfig.AuthAlgs())); i >= 0 {
		ipsec = append(ipsec, ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlgs()[i]))
	}
	if i := one(len(ipsecconfig.DHGroups())); i >= 0 {
		ipsec = append(ipsec, ipsecconfig.WithPFS(ipsecconfig.DHGroups()[i]))
	}
	lifetimes := []time.Duration{0, 1, 3600, 28799, 28800, 28801, 86399, 86400, time.Duration(rnd.IntN(86401))}
	if i := one(len(lifetimes)); i >= 0 {
		ike = append(ike, ikeconfig.WithLifetime(lifetimes[i]*time.Second))
	}
	if i := one(len(lifetimes)); i >= 0 {
		ipsec = append(ipsec, ipsecconfig.WithLifetime(lifetimes[i]*time.Second))
	}
	keys := []string{"hunter", advKey, "12345678901234567890", advKey[:19]}
	if i := one(len(keys)); i >= 0 {
		ike = append(ike, ikeconfig.WithPSK(keys[i]))
	}
	opts := []vpnconn.Option{advIKE(ike...), advIPsec(ipsec...)}
	if rnd.IntN(2) == 0 {
		opts = append(opts, vpnconn.WithLocalSubnets(advBlocks(rnd, 3)...), vpnconn.WithRemoteSubnets(advBlocks(rnd, 3)...))
	}
	if rnd.IntN(4) == 0 {
		opts = append(opts, vpnconn.WithDerivedClientToken([]byte("0123456789abcdef")))
	}
	r := mustNew(t, opts...)
	is := maps.Collect(r.Fields())
	for _, field := range documentedOrder {
		seen[field+"="+is[field]]++
	}
	return r
}

// TestAdviseCuresEnd applies all cures again and again, and then one at a time in random order: both end, in a request that
// has nothing above a note left but a weak key, which no setting cures.
func TestAdviseCuresEnd(t *testing.T) {
	const requests, rounds, steps = 4000, 4, 30
	rnd := rand.New(rand.NewPCG(4, 1))
	seen := make(map[string]int)
	for range requests {
		first := advRandom(t, rnd, seen)
		advCheckLaws(t, first)
		advCure(t, first, rounds, func(cures []vpnconn.Option) vpnconn.Option { return vpnconn.Options(cures...) })
		advCure(t, first, steps, func(cures []vpnconn.Option) vpnconn.Option { return cures[rnd.IntN(len(cures))] })
		if t.Failed() {
			t.Fatalf("the request: %v", first)
		}
	}
	advCheckSeen(t, seen, "IkeConfig.IkeVersion", ikeconfig.Versions())
	advCheckSeen(t, seen, "IkeConfig.IkeMode", ikeconfig.Modes())
	advCheckSeen(t, seen, "IkeConfig.IkeEncAlg", ikeconfig.EncAlgs())
	advCheckSeen(t, seen, "IkeConfig.IkeAuthAlg", ikeconfig.AuthAlgs())
	advCheckSeen(t, seen, "IkeConfig.IkePfs", ikeconfig.DHGroups())
	advCheckSeen(t, seen, "IkeConfig.IkeLifetime", []string{"0", "1", "86400"})
	advCheckSeen(t, seen, "IpsecConfig.IpsecEncAlg", ipsecconfig.EncAlgs())
	advCheckSeen(t, seen, "IpsecConfig.IpsecAuthAlg", ipsecconfig.AuthAlgs())
	advCheckSeen(t, seen, "IpsecConfig.IpsecPfs", ipsecconfig.DHGroups())
	advCheckSeen(t, seen, "IpsecConfig.IpsecLifetime", []string{"0", "1", "86400"})
	advCheckSeen(t, seen, "IkeConfig.Psk", []string{"[hidden]"})
}

// advCheckSeen fails t unless a setting was seen unset and with each of values.
func advCheckSeen[T ~string](t *testing.T, seen map[string]int, field string, values []T) {
	t.Helper()
	for _, value := range append(values, "") {
		if seen[field+"="+string(value)] == 0 {
			t.Errorf("%s was never %q", field, value)
		}
	}
}

// advCure applies to r what choose makes of the cures of its advice until there are none, and checks what is left.
func advCure(t *testing.T, r vpnconn.Request, most int, choose func(cures []vpnconn.Option) vpnconn.Option) {
	t.Helper()
	for range most {
		var cures []vpnconn.Option
		list := r.Advise()
		for _, a := range list {
			if a.Suggest != nil {
				cures = append(cures, a.Suggest)
			}
		}
		if len(cures) == 0 {
			for _, a := range list {
				if a.Severity > vpnconn.Note && a.Field != "IkeConfig.Psk" {
					t.Errorf("left without a cure: %v %s: %s", a.Severity, a.Field, a.Problem)
				}
			}
			return
		}
		cured, err := r.With(choose(cures))
		if err != nil {
			t.Errorf("a cure is not valid: %v", err)
			return
		}
		r = cured
	}
	t.Errorf("after %d rounds there are still cures: %v", most, advShort(r.Advise()))
}
