//go:build !race

package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

func TestGoodValuesCostNothing(t *testing.T) {
	groups := []string{"group1", "group2"}
	for name, check := range map[string]func() bool{
		"Identifier":       func() bool { return rules.Text(rowOf(parameters.Identifier, 0, 0), "vpn-bp1q8bgx4xnkm2ogj0fiu") == nil },
		"Token":            func() bool { return rules.Text(rowOf(parameters.ASCII, 1, 64), "t") == nil },
		"Name":             func() bool { return rules.Text(rowOf(parameters.LetterName, 2, 128), "中文\U00020000name") == nil },
		"ID":               func() bool { return rules.Text(rowOf(parameters.Text, 1, 100), "é\u2028\U0001f511") == nil },
		"PSK":              func() bool { return rules.Text(rowOf(parameters.Secret, 1, 100), "é\u2028\U0001f511") == nil },
		"Enum":             func() bool { return enum("group2", groups) == nil },
		"Lifetime":         func() bool { return lifetime(rules.SecondsOf(time.Hour)) == nil },
		"a canonical list": func() bool { return rules.CanonicalBlocks("10.0.0.0/8,11.0.0.0/8") != "" },
	} {
		if !check() {
			t.Errorf("%s: refused", name)
		}
		if n := testing.AllocsPerRun(100, func() { check() }); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// None for up to 32 blocks, one slice for more.
func TestCIDRsAllocations(t *testing.T) {
	for n := 1; n <= 1024; n++ {
		if n > 40 && n < 1000 {
			continue
		}
		list := many(n, 0)
		want := 0.0
		if n > 32 {
			want = 1
		}
		if got := testing.AllocsPerRun(20, func() { _ = blocks(list) }); got != want {
			t.Errorf("%v allocations for %d blocks, want %v", got, n, want)
		}
	}
	// Blocks that differ only in a bit do not look like duplicates, which would need a second check.
	var hosts []string
	for i := range 16 {
		hosts = append(hosts, fmt.Sprintf("10.0.0.%d/32", i), fmt.Sprintf("10.0.0.0/%d", 16+i))
	}
	list := strings.Join(hosts, ",")
	if got := testing.AllocsPerRun(20, func() { _ = blocks(list) }); got != 0 || blocks(list) != nil {
		t.Errorf("%v allocations for hosts and networks side by side", got)
	}
}
