package main

import (
	"math"
	"slices"
	"strconv"
)

// A ratio is the time of one contender divided by that of another. Both are named by their letters in the table. If
// they handle different numbers of things, it compares the time for one thing.
type ratio struct {
	over, under byte
	bound       bound
}

// A bound is what the design requires of a ratio, or of a number of allocations: a limit that must hold, and a goal. If
// they are equal, there is only a limit. The zero bound requires nothing.
type bound struct {
	sense       sense
	limit, goal float64
}

type sense string

const (
	most  sense = "≤"
	least sense = "≥"
)

func atMost(limit, goal float64) bound  { return bound{most, limit, goal} }
func atLeast(limit, goal float64) bound { return bound{least, limit, goal} }

// texts returns the limit and the goal, or "" for none.
func (b bound) texts() (limit, goal string) {
	if b == (bound{}) {
		return "", ""
	}
	text := func(value float64) string { return string(b.sense) + " " + strconv.FormatFloat(value, 'g', -1, 64) }
	if b.goal == b.limit {
		return text(b.limit), ""
	}
	return text(b.limit), text(b.goal)
}

// verdict rates a measured value.
func (b bound) verdict(value float64) string {
	switch {
	case b == bound{}:
		return ""
	case !b.holds(value, b.limit):
		return "LIMIT MISSED"
	case b.goal != b.limit && b.holds(value, b.goal):
		return "goal met"
	}
	return "limit kept"
}

func (b bound) holds(value, against float64) bool {
	if b.sense == least {
		return value >= against
	}
	return value <= against
}

// A spread is the median of some values, and the bounds of their middle half.
type spread struct{ low, median, high float64 }

func spreadOf(values []float64) spread {
	return spread{quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)}
}

// quantile returns the value below which a share of the values lies, between two of them if necessary: for an even
// number of values, the median is the mean of the two in the middle. For no values it is 0.
func quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values)) // a copy: the values are in the order of the rounds
	at := share * float64(len(sorted)-1)
	below, part := math.Modf(at)
	i := int(below)
	if part == 0 {
		return sorted[i]
	}
	return sorted[i] + part*(sorted[i+1]-sorted[i])
}
