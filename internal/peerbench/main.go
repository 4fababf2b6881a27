// Peerbench compares the speed of the library with that of others that do the same work, or part of it: the official
// SDKs, validator/v10, encoding/json, encoding/xml, net/netip, and code written by hand for this purpose only. What
// differs between the editions of the API document is measured in both.
//
//	go run .
//	go run . -quick
//
// It prints a Markdown table for each group. Read the ratios: times depend on the machine and on what else runs there.
// All contenders of a group take turns, in many short slots, and a ratio is computed within one round, so that a slow
// moment slows both sides; the median of the rounds is printed, with the limit and the goal if they are set.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"
)

// A plan says how long to measure.
type plan struct {
	rounds int
	slot   time.Duration
}

var (
	full  = plan{rounds: 15, slot: 20 * time.Millisecond}
	quick = plan{rounds: 5, slot: 4 * time.Millisecond}
)

func main() {
	p := full
	flag.IntVar(&p.rounds, "rounds", p.rounds, "how many `times` each contender takes its turn")
	flag.DurationVar(&p.slot, "time", p.slot, "about how `long` a turn takes")
	hurry := flag.Bool("quick", false, fmt.Sprintf("a first look: %d rounds of %v", quick.rounds, quick.slot))
	flag.Parse()
	if *hurry {
		p = quick
	}
	if p.rounds < 1 || p.slot <= 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, p); err != nil {
		fmt.Fprintln(os.Stderr, "peerbench:", err)
		os.Exit(1)
	}
}

// ballastSize makes the heap large, without use of memory, since nothing is written to the ballast. In a tiny heap the
// collector would run nearly all the time. After each collection memory is returned to the system beyond a tenth more than
// the heap had: with less ballast than this, that is memory of the last slot, and whoever needs more in the next one pays
// for fetching it again.
const ballastSize = 512 << 20

// run measures every group and prints its table at once.
func run(w io.Writer, p plan) error {
	all, err := groups()
	if err != nil {
		return err
	}
	// With one core the collector takes its time from the contender that made the garbage. With several, how much of it
	// a contender sees, and how long idle threads spin, depends on what else runs on the machine.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	ballast := make([]byte, ballastSize)
	defer runtime.KeepAlive(ballast)
	fmt.Fprintf(w, preface, runtime.Version(), runtime.GOOS, runtime.GOARCH, p.rounds, p.slot)
	for _, g := range all {
		lines, err := g.measure(p)
		if err != nil {
			return fmt.Errorf("%s: %w", g.title, err)
		}
		if err := g.print(w, lines); err != nil {
			return err
		}
	}
	return nil
}

const preface = `%s, %s/%s, on one core, %d rounds of slots of %v.

A ratio is one contender's time divided by another's in the same round: above 1 the first is slower. Printed are the
median of the rounds, and the two values between which their middle half lies. A line with allocs for its ratio
has a limit for the allocations of one run.
`

// groups returns what is measured.
func groups() ([]group, error) {
	var all []group
	for _, of := range []func() (group, error){building, building2025, replies, reading, reading2025, blocks, also, also2025} {
		g, err := of()
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, nil
}
