package main

import (
	"strings"
	"testing"
	"time"
)

func TestRunPrintsEveryTable(t *testing.T) {
	var out strings.Builder
	if err := run(&out, plan{rounds: 1, slot: time.Microsecond}); err != nil {
		t.Fatal(err)
	}
	all, err := groups()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range all {
		_, part, found := strings.Cut(out.String(), "\n## "+g.title+"\n")
		if !found {
			t.Errorf("no table %q", g.title)
			continue
		}
		part, _, _ = strings.Cut(part, "\n## ")
		for _, c := range g.contenders {
			if !strings.Contains(part, " "+c.name+" ") {
				t.Errorf("%s: no line for %q", g.title, c.name)
			}
			for _, b := range []bound{c.ratio.bound, c.allocs} {
				if limit, goal := b.texts(); !strings.Contains(part, " "+limit+" ") || !strings.Contains(part, " "+goal+" ") {
					t.Errorf("%s: no limit %q and goal %q for %q", g.title, limit, goal, c.name)
				}
			}
		}
	}
	if strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "Inf") {
		t.Errorf("a ratio is not a number:\n%s", &out)
	}
}

// Otherwise a wrong letter would be found only after everything has been measured.
func TestRatiosNameContenders(t *testing.T) {
	all, err := groups()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range all {
		last := byte('a' + len(g.contenders) - 1)
		for _, c := range g.contenders {
			r := c.ratio
			if r != (ratio{}) && (r.over < 'a' || r.over > last || r.under < 'a' || r.under > last || r.over == r.under) {
				t.Errorf("%s: %s: ratio %c/%c", g.title, c.name, r.over, r.under)
			}
			if r != (ratio{}) && c.allocs != (bound{}) {
				t.Errorf("%s: %s: a line has room for one measure", g.title, c.name)
			}
		}
	}
}

func TestMarkdown(t *testing.T) {
	row := []string{"a", "é", "1", "12", "3", "a/b", "**1.00**", "1–2", "≤ 2", "", ""}
	const want = "" +
		"|   | contender | ns/op | B/op | allocs/op | ratio |   median | middle half | limit | goal |  |\n" +
		"|---|-----------|------:|-----:|----------:|-------|---------:|-------------|-------|------|--|\n" +
		"| a | é         |     1 |   12 |         3 | a/b   | **1.00** | 1–2         | ≤ 2   |      |  |\n"
	if got := markdown([][]string{header, row}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNumber(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0", 0.04: "0", 1.26: "1.3", 2: "2", 9.96: "10", 15.5: "16", 999: "999", 1000: "1,000", 1234567.8: "1,234,568",
	} {
		if got := number(value); got != want {
			t.Errorf("number(%v) = %q, want %q", value, got, want)
		}
	}
}

// BenchmarkContenders runs every contender, for profiles. For ratios, run the program.
func BenchmarkContenders(b *testing.B) {
	all, err := groups()
	if err != nil {
		b.Fatal(err)
	}
	for _, g := range all {
		b.Run(g.title, func(b *testing.B) {
			for _, c := range g.contenders {
				b.Run(c.name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if err := c.run(); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}
