package main

import (
	"errors"
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		share  float64
		want   float64
		why    string
	}{
		{nil, 0.5, 0, "no rounds, no value"},
		{[]float64{7}, 0.5, 7, "one round"},
		{[]float64{3, 1, 2}, 0.5, 2, "the rounds come in any order"},
		{[]float64{4, 1, 3, 2}, 0.5, 2.5, "between the two in the middle"},
		{[]float64{1, 1, 1, 1, 1000}, 0.5, 1, "one slow round changes nothing"},
		{[]float64{5, 4, 3, 2, 1}, 0.25, 2, "the lower edge of the middle half"},
		{[]float64{5, 4, 3, 2, 1}, 0.75, 4, "the upper edge of the middle half"},
		{[]float64{1, 2}, 0.25, 1.25, "a quarter of the way"},
		{[]float64{2, 1}, 0, 1, "the least"},
		{[]float64{2, 1}, 1, 2, "the most"},
	} {
		given := append([]float64(nil), tt.values...)
		if got := quantile(tt.values, tt.share); got != tt.want {
			t.Errorf("quantile(%v, %v) = %v, want %v: %s", given, tt.share, got, tt.want, tt.why)
		}
		for i := range given {
			if given[i] != tt.values[i] {
				t.Fatalf("quantile changed %v to %v, the order of the rounds", given, tt.values)
			}
		}
	}
}

// The median of the ratios is not the ratio of the medians: rounds of different speed must not mix.
func TestRatiosAreTakenWithinARound(t *testing.T) {
	g := group{contenders: []contender{{}, {ratio: ratio{over: 'b', under: 'a'}}}}
	lines := g.lines([][]slot{
		{{ns: 1, allocs: 3}, {ns: 10, allocs: 5}, {ns: 100, allocs: 4}},
		{{ns: 200}, {ns: 20}, {ns: 4}},
	})
	if got := lines[1].ratio.median; got != 2 {
		t.Errorf("median of 200, 2 and 0.04 = %v, want 2", got)
	}
	if got := lines[0]; got.ns != 10 || got.allocs != 4 || got.ratio != (spread{}) {
		t.Errorf("line of a = %+v, want the medians 10 and 4, and no ratio", got)
	}
}

func TestRatioForOneThing(t *testing.T) {
	g := group{contenders: []contender{{size: 10}, {size: 1000, ratio: ratio{over: 'b', under: 'a'}}}}
	lines := g.lines([][]slot{{{ns: 100}}, {{ns: 30_000}}})
	if got := lines[1].ratio.median; got != 3 {
		t.Errorf("30 ns a thing by 10 = %v, want 3", got)
	}
}

func TestMeasureTakesTurns(t *testing.T) {
	var order []byte
	turn := func(c byte) func() error {
		return func() error {
			spin(time.Millisecond) // longer than a slot, so that each turn is one run
			order = append(order, c)
			return nil
		}
	}
	g := group{contenders: []contender{{run: turn('a')}, {run: turn('b')}, {run: turn('c')}}}
	if _, err := g.measure(plan{rounds: 2, slot: time.Microsecond}); err != nil {
		t.Fatal(err)
	}
	if got := string(order); got != "abc"+"abc"+"abcabc" {
		t.Errorf("order %q, want one run each to calibrate, a round that does not count, and two that do", got)
	}
}

func TestCalibrate(t *testing.T) {
	c := contender{run: func() error { spin(100 * time.Microsecond); return nil }}
	n, err := c.calibrate(10 * time.Millisecond)
	// It takes longer than that, never shorter.
	if err != nil || n < 1 || n > 100 {
		t.Errorf("%d runs of at least 100µs in 10ms, %v; want 1 to 100", n, err)
	}
}

// spin works for a time. The clock does not count sleeping.
func spin(d time.Duration) {
	for start := clock(); clock()-start < d; {
	}
}

var allocated []byte

func TestSlotCountsAllocations(t *testing.T) {
	c := contender{run: func() error { allocated = make([]byte, 1024); return nil }}
	s, err := c.slot(1000)
	// Whatever runs at the same time may allocate too, but not much.
	if err != nil || s.allocs < 1 || s.allocs > 1.5 || s.bytes < 1024 || s.bytes > 1536 || s.ns <= 0 {
		t.Errorf("slot = %+v, %v; want 1 allocation of 1024 bytes", s, err)
	}
}

func TestFailureEndsIt(t *testing.T) {
	bad := errors.New("bad")
	g := group{contenders: []contender{{name: "x", run: func() error { return bad }}}}
	if _, err := g.measure(plan{rounds: 1, slot: time.Microsecond}); !errors.Is(err, bad) {
		t.Errorf("got %v, want %v", err, bad)
	}
}

func TestVerdict(t *testing.T) {
	for _, tt := range []struct {
		bound bound
		value float64
		want  string
	}{
		{atMost(2.4, 1.5), 1.5, "goal met"},
		{atMost(2.4, 1.5), 2.4, "limit kept"},
		{atMost(2.4, 1.5), 2.41, "LIMIT MISSED"},
		{atLeast(7, 10), 10, "goal met"},
		{atLeast(7, 10), 7, "limit kept"},
		{atLeast(7, 10), 6.99, "LIMIT MISSED"},
		{atMost(2, 2), 0.5, "limit kept"},
		{atMost(0, 0), 0, "limit kept"},
		{atMost(0, 0), 1, "LIMIT MISSED"},
		{bound{}, 1, ""},
	} {
		if got := tt.bound.verdict(tt.value); got != tt.want {
			t.Errorf("%+v.verdict(%v) = %q, want %q", tt.bound, tt.value, got, tt.want)
		}
	}
}
