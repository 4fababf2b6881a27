package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// header has the columns of every table. The last one, without a name, is the verdict.
var header = []string{"", "contender", "ns/op", "B/op", "allocs/op", "ratio", "median", "middle half", "limit", "goal", ""}

// print writes a group as a heading, its note and its table.
func (g *group) print(w io.Writer, lines []line) error {
	rows := [][]string{header}
	for i, l := range lines {
		rows = append(rows, g.contenders[i].cells(string(rune('a'+i)), l))
	}
	_, err := fmt.Fprintf(w, "\n## %s\n\n%s\n\n%s", g.title, g.note, markdown(rows))
	return err
}

func (c *contender) cells(letter string, l line) []string {
	cells := []string{letter, c.name, number(l.ns), number(l.bytes), number(l.allocs)}
	switch {
	case c.ratio != ratio{}:
		r := c.ratio
		limit, goal := r.bound.texts()
		return append(cells,
			fmt.Sprintf("%c/%c", r.over, r.under),
			fmt.Sprintf("**%.2f**", l.ratio.median),
			fmt.Sprintf("%.2f–%.2f", l.ratio.low, l.ratio.high),
			limit, goal, r.bound.verdict(l.ratio.median),
		)
	case c.allocs != bound{}:
		limit, goal := c.allocs.texts()
		whole := math.Round(l.allocs) // the runtime's own allocations are far below one per run
		return append(cells, "allocs", fmt.Sprintf("**%.0f**", whole), "", limit, goal, c.allocs.verdict(whole))
	}
	return append(cells, "", "", "", "", "", "")
}

// markdown returns rows as a table, the first row as its header. Cells are padded, so that it is readable in a
// terminal.
func markdown(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for n, row := range rows {
		b.WriteByte('|')
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if isNumeric(i) {
				b.WriteString(" " + space + cell + " |")
			} else {
				b.WriteString(" " + cell + space + " |")
			}
		}
		b.WriteByte('\n')
		if n == 0 {
			b.WriteByte('|')
			for i, width := range widths {
				if isNumeric(i) {
					b.WriteString(strings.Repeat("-", width+1) + ":|")
				} else {
					b.WriteString(strings.Repeat("-", width+2) + "|")
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// isNumeric reports whether a column is right-aligned.
func isNumeric(column int) bool {
	switch header[column] {
	case "ns/op", "B/op", "allocs/op", "median":
		return true
	}
	return false
}

// number writes a value with no more digits than are significant, in groups of three.
func number(value float64) string {
	if value > 0 && value < 9.95 {
		return strings.TrimSuffix(strconv.FormatFloat(value, 'f', 1, 64), ".0")
	}
	digits := strconv.FormatFloat(value, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
