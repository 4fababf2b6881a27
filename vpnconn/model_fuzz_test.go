package vpnconn_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// FuzzBuilder runs bytes as a program on many Builders and Requests, which fork from each other, and compares each
// with its model: what it shows, what Build returns, what the Request then has. At the end all are checked again, since
// changing a copy must not change the original.
func FuzzBuilder(f *testing.F) {
	f.Add([]byte{}) // only the two initial ones
	for seed := range uint64(40) {
		f.Add(someChoices(240, seed))
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		empty := builderSlot{vpnconn.NewBuilder(), model{set: map[string]string{}}}
		p := player{choices: choices(program[:min(len(program), 300)]), builders: []builderSlot{empty}}
		p.fork(t, empty, requiredEdits(mustNew(t)))
		p.fork(t, p.builders[1], []edit{editionEdit(aliyun.Edition2025)})
		p.fork(t, empty, []edit{requestSlot{build(t, dual()...), modelOf(build(t, dual()...))}.overlay()})
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
	model   model
}

// check fails t unless the Builder agrees with the model, and returns what it builds.
func (b builderSlot) check(t *testing.T) (r requestSlot, ok bool) {
	t.Helper()
	b.model.checkString(t, b.builder.String())
	built, err := b.builder.Build()
	if err == nil {
		r = requestSlot{built, b.model.canonical()}
		r.model.derive(built)
		if list := b.model.mistakes(t); list != nil {
			t.Errorf("Build finds nothing wrong, want %q", list)
		}
		r.check(t)
		return r, !t.Failed()
	}
	if diff := cmp.Diff(b.model.mistakes(t), namesAndReasons(t, err)); diff != "" {
		t.Errorf("Build (-want +got):\n%s", diff)
	}
	checkWellFormed(t, err)
	if !built.IsZero() {
		t.Errorf("a Request with an error: %v", built)
	}
	return requestSlot{}, false
}

type requestSlot struct {
	request vpnconn.Request
	model   model
}

func (r requestSlot) check(t *testing.T) {
	t.Helper()
	if diff := cmp.Diff(r.model.shown(), pairs(r.request.Fields())); diff != "" {
		t.Errorf("the Request has (-want +got):\n%s", diff)
	}
	for name, text := range settingsOf(r.request) {
		if want := r.model.set[name]; strings.HasSuffix(name, "Psk") && text != want {
			t.Errorf("%s is %q, want %q", name, text, want)
		}
	}
}

// derive sets the token that r should have.
func (m model) derive(r vpnconn.Request) {
	if m.key != "" {
		m.set["ClientToken"] = tokRestated(r, []byte(m.key))
	}
}

// toChange returns r as a Builder to start from, which derives its token again.
func (r requestSlot) toChange() builderSlot {
	b := builderSlot{r.request.Builder(), r.model.clone()}
	if b.model.key != "" {
		delete(b.model.set, "ClientToken")
	}
	return b
}

// overlay is the edit that sets what r has, and keeps everything else.
func (r requestSlot) overlay() edit {
	var edits []edit
	rest := r.model.clone()
	if r.model.hasTunnels() {
		list := []map[string]string{rest.takeTunnel(0), rest.takeTunnel(1)}
		edits = append(edits, edit{do: func(m *model) { m.lay(list) }, about: []string{"TunnelOptionsSpecification."}})
	}
	for name := range rest.set { // which go first where they are replaced as a whole
		if whole := wholeOf(name); whole != "" {
			edits = append(edits, edit{do: func(m *model) {
				maps.DeleteFunc(m.set, func(name, _ string) bool { return strings.HasPrefix(name, whole) })
			}, about: []string{whole}})
		}
	}
	for name, text := range rest.set {
		edits = append(edits, setting(name, text, nil))
	}
	if r.request.Edition() == aliyun.Edition2025 {
		edits = append(edits, editionEdit(aliyun.Edition2025))
	}
	return together(edits, r.request.Spec().Option())
}

// A player runs a program.
type player struct {
	choices
	builders []builderSlot
	requests []requestSlot
}

func (p *player) step(t *testing.T) {
	b := p.builders[p.below(len(p.builders))]
	switch p.below(4) {
	case 0, 1:
		p.fork(t, b, p.edits(0))
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
		p.builders = append(p.builders, builderSlot{r.request.Spec().Builder(), model{set: r.model.clone().set, edition: r.request.Edition()}})
	case 2:
		effective := requestSlot{r.request.Effective(), r.model.effective(r.request)}
		effective.model.derive(effective.request)
		effective.check(t)
		p.requests = append(p.requests, effective)
	case 3:
		edits := p.edits(0)
		want := r.toChange()
		want.builder = want.builder.With(optionsOf(edits)...)
		want.model = want.model.after(edits)
		changed, err := r.request.With(optionsOf(edits)...)
		if err != nil {
			if diff := cmp.Diff(want.model.mistakes(t), namesAndReasons(t, err)); diff != "" {
				t.Errorf("With (-want +got):\n%s", diff)
			}
			return
		}
		if built, ok := want.check(t); ok && !built.request.Equal(changed) {
			t.Errorf("With returns %v, a Builder %v", changed, built.request)
		}
	case 4:
		p.fork(t, b, append(p.edits(0), r.overlay()))
	}
}

// fork adds a changed copy of b, and compares it with one changed in another order.
func (p *player) fork(t *testing.T, b builderSlot, edits []edit) {
	want := b.model.after(edits)
	next := builderSlot{b.builder.With(optionsOf(edits)...), want}
	next.check(t)
	p.builders = append(p.builders, next)
	for range edits {
		if i := p.below(len(edits)); i > 0 && !edits[i].meets(edits[i-1]) {
			edits[i], edits[i-1] = edits[i-1], edits[i]
		}
	}
	builderSlot{b.builder.With(optionsOf(edits)...), want}.check(t)
}

// requiredEdits sets what the smallest request has.
func requiredEdits(smallest vpnconn.Request) (edits []edit) {
	for name, text := range settingsOf(smallest) {
		edits = append(edits, setting(name, text, options[name](text)))
	}
	return edits
}
