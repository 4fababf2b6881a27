package vpnconn_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func TestOrderOfOptionsNeverMatters(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) {
		opts := draw(r)
		want := build(t, opts...)
		r.Shuffle(len(opts), func(i, j int) { opts[i], opts[j] = opts[j], opts[i] })
		if got := build(t, opts...); !got.Equal(want) {
			t.Errorf("shuffled, it is %v\nwant %v", got, want)
		}
		cut := r.IntN(len(opts) + 1)
		got, err := vpnconn.NewBuilder(vpnconn.Options(opts[:cut]...)).With(nil, vpnconn.Options(opts[cut:]...)).Build()
		if err != nil || !got.Equal(want) {
			t.Errorf("in two bundles, it is %v, %v\nwant %v", got, err, want)
		}
	})
}

func TestWithChangesNothingElse(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) {
		req := build(t, draw(r)...)
		before := req.Params()
		for _, d := range drawables {
			opt := d.draw(r)
			alone := mustNew(t, opt)
			changed := change(t, req, opt)
			want := maps.Collect(req.Fields())
			want[d.field] = maps.Collect(alone.Fields())[d.field]
			if diff := cmp.Diff(want, maps.Collect(changed.Fields())); diff != "" {
				t.Errorf("%s (-want +got):\n%s", d.field, diff)
			}
			key := req.IKE().PSK()
			if d.field == "IkeConfig.Psk" {
				key = alone.IKE().PSK()
			}
			if got := changed.IKE().PSK(); got != key {
				t.Errorf("%s: the key is %q, want %q", d.field, got, key)
			}
			if again := change(t, changed, opt); !again.Equal(changed) {
				t.Errorf("%s: the same option again made %v of %v", d.field, again, changed)
			}
		}
		if diff := cmp.Diff(before, req.Params()); diff != "" {
			t.Errorf("the request itself changed (-before +after):\n%s", diff)
		}
	})
}

func TestEveryWayBack(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) { checkComesBack(t, build(t, draw(r)...)) })
}

// The objects within a request, as package encoding/json reads them.
func TestJSONOfThePhases(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) {
		req := build(t, draw(r)...)
		params := req.Params()
		for _, phase := range []struct {
			name, json string
			again      func(string) (string, error)
		}{
			{"IkeConfig", req.IKE().JSON(), func(s string) (string, error) { c, err := ikeconfig.Parse(s); return c.JSON(), err }},
			{"IpsecConfig", req.IPsec().JSON(), func(s string) (string, error) { c, err := ipsecconfig.Parse(s); return c.JSON(), err }},
		} {
			if sent, set := params[phase.name]; set != (phase.json != "{}") || set && sent != phase.json {
				t.Errorf("%s is %s, sent is %q", phase.name, phase.json, sent)
			}
			if back, err := phase.again(phase.json); err != nil || back != phase.json {
				t.Errorf("%s: Parse made %s of %s, %v", phase.name, back, phase.json, err)
			}
			var members map[string]any
			if err := json.Unmarshal([]byte(phase.json), &members); err != nil {
				t.Errorf("%s: %v", phase.name, err)
			}
			fields := make(map[string]any)
			for name, value := range members {
				if number, ok := value.(float64); ok {
					value = lifetimeText(secondsOf(number), true)
				}
				fields[name] = value
			}
			if diff := cmp.Diff(membersOf(req, phase.name), fields); diff != "" {
				t.Errorf("%s (-accessors +encoding/json):\n%s", phase.name, diff)
			}
		}
	})
}

func TestEqualMeansEqualMaps(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) {
		req := build(t, draw(r)...)
		for _, d := range drawables {
			other := change(t, req, d.draw(r)) // for the same value at times, such as one of two
			same := maps.Equal(req.Params(), other.Params())
			if req.Equal(other) != same || other.Equal(req) != same || (req.Query() == other.Query()) != same {
				t.Errorf("%s: Equal is %t and %t, that the maps are equal is %t\n%v\n%v",
					d.field, req.Equal(other), other.Equal(req), same, req, other)
			}
		}
	})
}

func TestEffectiveKeepsAndIsIdempotent(t *testing.T) {
	law(t, func(t *testing.T, r *rand.Rand) {
		req := build(t, draw(r)...)
		effective := req.Effective()
		if again := effective.Effective(); !again.Equal(effective) {
			t.Errorf("the second time it made %v of %v", again, effective)
		}
		filled := maps.Collect(effective.Fields())
		for field, value := range maps.Collect(req.Fields()) {
			if filled[field] != value {
				t.Errorf("%s was %q and became %q", field, value, filled[field])
			}
			delete(filled, field)
		}
		if got, want := effective.IKE().PSK(), req.IKE().PSK(); got != want {
			t.Errorf("the key was %q and became %q", want, got)
		}
		defaults := maps.Collect(mustNew(t).Effective().Fields())
		for field, value := range filled {
			if value != defaults[field] {
				t.Errorf("%s was unset and became %q, want the default %q", field, value, defaults[field])
			}
		}
		if back, err := vpnconn.Parse(effective.Params()); err != nil || !back.Equal(effective) {
			t.Errorf("Parse made %v, %v of %v", back, err, effective)
		}
		if phases := change(t, req.Effective(), vpnconn.WithIKEConfig(req.IKE().Effective()), vpnconn.WithIPsecConfig(req.IPsec().Effective())); !phases.Equal(effective) {
			t.Errorf("phase by phase it is %v\nwant %v", phases, effective)
		}
	})
}

// Text of any make for every setting: a request that comes back the way it was sent, or mistakes and no request.
func TestAnyTextIsRefusedOrKept(t *testing.T) {
	const alphabet = anyText + "\x00\n\t.0/12,-_ikev1group"
	accepted := 0
	law(t, func(t *testing.T, r *rand.Rand) {
		for range 20 {
			text := letters(r, 0, 6, alphabet)
			if r.IntN(8) == 0 {
				text += "\xff"
			}
			for _, opt := range []vpnconn.Option{
				vpnconn.WithRegionID(text), vpnconn.WithLocalSubnets(text), vpnconn.WithClientToken(text), vpnconn.WithName(text),
				vpnconn.WithIKE(ikeconfig.WithPSK(text)), vpnconn.WithIKE(ikeconfig.WithRemoteID(text)),
				vpnconn.WithIKE(ikeconfig.WithVersion(ikeconfig.Version(text))),
				vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.DHGroup(text))),
			} {
				req, err := vpnconn.New(smallest(opt)...)
				if err != nil {
					if list := faults(t, req, err); len(list) == 0 || list[0].Reason == nil {
						t.Errorf("%q: %v", text, list)
					}
					continue
				}
				accepted++
				if back, err := vpnconn.ParseQuery(req.Query()); err != nil || !back.Equal(req) {
					t.Errorf("%q: %v, %v\nwant %v", text, back, err, req)
				}
			}
		}
	})
	if accepted < 1000 {
		t.Errorf("%d texts were accepted, too few to say anything", accepted)
	}
}

func secondsOf(number float64) time.Duration { return time.Duration(number) * time.Second }

// membersOf returns what the accessors say is in IkeConfig or IpsecConfig, by the names that are sent.
func membersOf(req vpnconn.Request, phase string) map[string]any {
	members := make(map[string]any)
	put := func(name, value string) {
		if value != "" && value != "unset" {
			members[name] = value
		}
	}
	if phase == "IpsecConfig" {
		c := req.IPsec()
		put("IpsecEncAlg", string(c.EncAlg()))
		put("IpsecAuthAlg", string(c.AuthAlg()))
		put("IpsecPfs", string(c.PFS()))
		put("IpsecLifetime", lifetimeText(c.Lifetime()))
		return members
	}
	c := req.IKE()
	put("Psk", c.PSK())
	put("IkeVersion", string(c.Version()))
	put("IkeMode", string(c.Mode()))
	put("IkeEncAlg", string(c.EncAlg()))
	put("IkeAuthAlg", string(c.AuthAlg()))
	put("IkePfs", string(c.PFS()))
	put("IkeLifetime", lifetimeText(c.Lifetime()))
	put("LocalId", c.LocalID())
	put("LocalIdIPsec", c.LocalID())
	put("RemoteId", c.RemoteID())
	return members
}
