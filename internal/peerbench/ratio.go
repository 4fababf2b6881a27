package main

import (
	"math"
	"slices"
	"strconv"
)

// A ratio is the time of one contender by that of another. Both are called by their letters, as the table has them. Where
// they handle different numbers of things, it is about the time for one of these.
type ratio struct {
	over, under byte
	bound       bound
}

// A bound is what the design asks of a ratio: a limit that has to hold, and a goal. The zero bound asks nothing.
type bound struct {
	limit, goal float64
	least       bool // both are the least that the ratio may be, not the most
}

func atMost(limit, goal float64) bound  { return bound{limit: limit, goal: goal} }
func atLeast(limit, goal float64) bound { return bound{limit: limit, goal: goal, least: true} }

// text returns a limit or a goal, or "" where there is none.
func (b bound) text(value float64) string {
	switch {
	case value == 0:
		return ""
	case b.least:
		return "≥ " + strconv.FormatFloat(value, 'g', -1, 64)
	}
	return "≤ " + strconv.FormatFloat(value, 'g', -1, 64)
}

// verdict says what a ratio is worth.
func (b bound) verdict(value float64) string {
	switch {
	case b == bound{}:
		return ""
	case b.goal != 0 && b.holds(value, b.goal):
		return "goal met"
	case b.holds(value, b.limit):
		return "limit kept"
	}
	return "LIMIT MISSED"
}

func (b bound) holds(value, against float64) bool {
	if b.least {
		return value >= against
	}
	return value <= against
}

// A spread is the median of some values, and between what the middle half of them lies.
type spread struct{ low, median, high float64 }

func spreadOf(values []float64) spread {
	return spread{quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)}
}

// quantile returns the value below which a share of the values lies, between two of them where it has to: of an even
// number of values, the median is the mean of the two in the middle. Of no values it is 0.
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
