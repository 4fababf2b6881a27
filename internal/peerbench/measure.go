package main

import (
	"fmt"
	"runtime"
	"time"
)

// A group is measured together and printed as one table. Its contenders are called a, b, c and so on.
type group struct {
	title      string
	note       string
	contenders []contender
}

// A contender is one way to do the work of a group.
type contender struct {
	name string
	run  func() error // does the work once
	size int          // how many things the work handles, if that differs within a group, else 0

	// What is printed besides the medians, if anything: a ratio, or whether it keeps to a number of allocations.
	ratio  ratio
	allocs bound
}

// A line is the result of one contender: the medians for one run, and the ratio.
type line struct {
	ns, bytes, allocs float64
	ratio             spread
}

// A slot is what one run of a contender took, on average over one turn.
type slot struct{ ns, bytes, allocs float64 }

// measure lets the contenders take turns.
func (g *group) measure(p plan) ([]line, error) {
	times := make([]int, len(g.contenders))
	for i := range g.contenders {
		n, err := g.contenders[i].calibrate(p.slot)
		if err != nil {
			return nil, err
		}
		times[i] = n
	}
	slots := make([][]slot, len(g.contenders)) // by contender, then by round
	for round := range p.rounds + 1 {
		for i := range g.contenders {
			s, err := g.contenders[i].slot(times[i])
			if err != nil {
				return nil, err
			}
			if round > 0 { // the first one gets memory from the system, and does not count
				slots[i] = append(slots[i], s)
			}
		}
	}
	return g.lines(slots), nil
}

// calibrate returns how many runs take about as long as a slot.
func (c *contender) calibrate(length time.Duration) (int, error) {
	for n := 1; ; n *= 2 {
		runtime.GC() // so that most of the memory that these runs need has been fetched from the system by those before
		start := clock()
		if err := c.repeat(n); err != nil {
			return 0, err
		}
		// The first, slow runs are over here. If less than half a run is left, stop, so that what takes a slot or more
		// runs once.
		if elapsed := max(clock()-start, 1); elapsed >= length/2 {
			return max(1, int(float64(n)*float64(length)/float64(elapsed)+0.5)), nil
		}
	}
}

// slot measures n runs.
//
// The garbage of the previous contender is collected first, since otherwise this one would pay for it: they leave very
// different amounts.
func (c *contender) slot(n int) (slot, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := clock()
	err := c.repeat(n)
	elapsed := clock() - start
	runtime.ReadMemStats(&after)
	return slot{
		ns:     float64(elapsed) / float64(n),
		bytes:  float64(after.TotalAlloc-before.TotalAlloc) / float64(n),
		allocs: float64(after.Mallocs-before.Mallocs) / float64(n),
	}, err
}

// repeat does the work n times. An error ends it, since a failing run does not do the work to measure.
func (c *contender) repeat(n int) error {
	for range n {
		if err := c.run(); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// lines computes the medians.
func (g *group) lines(slots [][]slot) []line {
	lines := make([]line, len(slots))
	for i, own := range slots {
		lines[i] = line{
			ns:     quantile(each(own, func(s slot) float64 { return s.ns }), 0.5),
			bytes:  quantile(each(own, func(s slot) float64 { return s.bytes }), 0.5),
			allocs: quantile(each(own, func(s slot) float64 { return s.allocs }), 0.5),
		}
		if r := g.contenders[i].ratio; r != (ratio{}) {
			over, under := r.over-'a', r.under-'a'
			scale := g.contenders[under].perThing() / g.contenders[over].perThing()
			var rounds []float64
			for round := range own {
				rounds = append(rounds, scale*slots[over][round].ns/slots[under][round].ns)
			}
			lines[i].ratio = spreadOf(rounds)
		}
	}
	return lines
}

// perThing is what a contender's time is divided by before it is compared.
func (c *contender) perThing() float64 { return float64(max(c.size, 1)) }

func each(slots []slot, of func(slot) float64) []float64 {
	values := make([]float64, len(slots))
	for i, s := range slots {
		values[i] = of(s)
	}
	return values
}
