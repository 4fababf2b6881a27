package vpnconn_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// FuzzBuilder reads bytes as a program on many Builders and Requests, which fork from each other, and holds each of them
// against its sketch: what it shows, what Build says, what the Request then has. At the end all are looked at once more,
// since nothing done to a copy may reach what it was made from.
func FuzzBuilder(f *testing.F) {
	f.Add([]byte{}) // the two to start from
	for i := range 40 {
		f.Add(anyProgram(240, 0, i))
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		empty := builderSlot{vpnconn.NewBuilder(), sketch{set: map[string]string{}}}
		p := player{choices: choices(program[:min(len(program), 300)]), builders: []builderSlot{empty}}
		p.fork(t, empty, smallestMoves())
		for len(p.choices) > 0 && len(p.builders) < 24 && !t.Failed() {
			p.step(t)
		}
		for _, b := range p.builders {
			b.check(t)
		}
		for _, r := range p.requests {
			r.check(t)
		}
	})
}

type builderSlot struct {
	builder vpnconn.Builder
	sketch  sketch
}

// check fails t unless the Builder is what the sketch says, and returns what it builds.
func (b builderSlot) check(t *testing.T) (r requestSlot, ok bool) {
	t.Helper()
	if got, want := b.builder.String(), b.sketch.builder(); got != want {
		t.Errorf("the Builder is\n%s, want\n%s", got, want)
	}
	built, err := b.builder.Build()
	if err == nil {
		r = requestSlot{built, b.sketch.canonical()}
		r.sketch.derive(built)
		if list := b.sketch.mistakes(); list != nil {
			t.Errorf("Build finds nothing wrong, want %q", list)
		}
		r.check(t)
		return r, !t.Failed()
	}
	if diff := cmp.Diff(b.sketch.mistakes(), namesAndReasons(t, err)); diff != "" {
		t.Errorf("Build (-want +got):\n%s", diff)
	}
	checkErrorLaws(t, err)
	if !built.IsZero() {
		t.Errorf("a Request beside an error: %v", built)
	}
	return requestSlot{}, false
}

type requestSlot struct {
	request vpnconn.Request
	sketch  sketch
}

func (r requestSlot) check(t *testing.T) {
	t.Helper()
	if diff := cmp.Diff(r.sketch.shown(), pairs(r.request.Fields())); diff != "" {
		t.Errorf("the Request has (-want +got):\n%s", diff)
	}
	if got, want := r.request.IKE().PSK(), r.sketch.set["IkeConfig.Psk"]; got != want {
		t.Errorf("the key is %q, want %q", got, want)
	}
}

// derive sets the token that r should have.
func (s sketch) derive(r vpnconn.Request) {
	if s.key != "" {
		s.set["ClientToken"] = tokRestated(r, []byte(s.key))
	}
}

// toChange returns r as a Builder to start from: its derived token is to be made anew.
func (r requestSlot) toChange() builderSlot {
	b := builderSlot{r.request.Builder(), r.sketch.clone()}
	if b.sketch.key != "" {
		delete(b.sketch.set, "ClientToken")
	}
	return b
}

// overlay is the move that sets what r has, and leaves all else.
func (r requestSlot) overlay() move {
	var moves []move
	for field, text := range r.sketch.clone().set {
		moves = append(moves, setting(field, text, nil))
	}
	return together(moves, r.request.Spec().Option())
}

// A player plays a program.
type player struct {
	choices
	builders []builderSlot
	requests []requestSlot
}

func (p *player) step(t *testing.T) {
	b := p.builders[p.below(len(p.builders))]
	switch p.below(4) {
	case 0, 1:
		p.fork(t, b, p.moves(0))
		return
	case 2:
		if r, ok := b.check(t); ok {
			p.requests = append(p.requests, r)
		}
		return
	}
	if len(p.requests) == 0 {
		return
	}
	r := p.requests[p.below(len(p.requests))]
	switch p.below(5) {
	case 0:
		p.builders = append(p.builders, r.toChange())
	case 1:
		p.builders = append(p.builders, builderSlot{r.request.Spec().Builder(), sketch{r.sketch.clone().set, ""}})
	case 2:
		effective := requestSlot{r.request.Effective(), r.sketch.effective()}
		effective.sketch.derive(effective.request)
		effective.check(t)
		p.requests = append(p.requests, effective)
	case 3:
		moves := p.moves(0)
		want := r.toChange()
		want.builder = want.builder.With(optionsOf(moves)...)
		want.sketch = after(want.sketch, moves)
		changed, err := r.request.With(optionsOf(moves)...)
		if err != nil {
			if diff := cmp.Diff(want.sketch.mistakes(), namesAndReasons(t, err)); diff != "" {
				t.Errorf("With (-want +got):\n%s", diff)
			}
			return
		}
		if built, ok := want.check(t); ok && !built.request.Equal(changed) {
			t.Errorf("With makes %v, by way of a Builder it is %v", changed, built.request)
		}
	case 4:
		p.fork(t, b, append(p.moves(0), r.overlay()))
	}
}

// fork adds a changed copy of b, and holds it against one to which the same was done in another order.
func (p *player) fork(t *testing.T, b builderSlot, moves []move) {
	want := after(b.sketch, moves)
	next := builderSlot{b.builder.With(optionsOf(moves)...), want}
	next.check(t)
	p.builders = append(p.builders, next)
	for range moves {
		if i := p.below(len(moves)); i > 0 && !moves[i].meets(moves[i-1]) {
			moves[i], moves[i-1] = moves[i-1], moves[i]
		}
	}
	builderSlot{b.builder.With(optionsOf(moves)...), want}.check(t)
}

// smallestMoves sets what is required.
func smallestMoves() []move {
	return []move{
		setting("CustomerGatewayId", "cgw-1", vpnconn.WithCustomerGatewayID("cgw-1")),
		setting("LocalSubnet", "10.0.0.0/8", vpnconn.WithLocalSubnets("10.0.0.0/8")),
		setting("RegionId", "r", vpnconn.WithRegionID("r")),
		setting("RemoteSubnet", "10.0.0.0/8", vpnconn.WithRemoteSubnets("10.0.0.0/8")),
		setting("VpnGatewayId", "vpn-1", vpnconn.WithVPNGatewayID("vpn-1")),
	}
}
