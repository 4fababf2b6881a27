package vpnconn

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

var updateAdvice = flag.Bool("update-advice", false, "write the table of all advice into README.md instead of comparing")

// The table stands between these lines.
const (
	adviceFile  = "../README.md"
	adviceBegin = "<!-- advice:begin -->\n"
	adviceEnd   = "<!-- advice:end -->\n"
)

// TestAdviceTable compares the table in the README with what the checks find.
func TestAdviceTable(t *testing.T) {
	readme, err := os.ReadFile(adviceFile)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(readme), adviceBegin)
	table, after, ends := strings.Cut(rest, adviceEnd)
	if !begins || !ends {
		t.Fatalf("%s has no place for the table", adviceFile)
	}
	want := adviceTable(t)
	if *updateAdvice && !t.Failed() {
		if err := os.WriteFile(adviceFile, []byte(before+adviceBegin+want+adviceEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(table, "\n")); diff != "" {
		t.Errorf("the table is not that of the checks; run go test ./vpnconn -run TestAdviceTable -update-advice (-want +got):\n%s", diff)
	}
}

// adviceTable returns a row for each check, as a sample request shows it. Each check has a sample, or t fails.
func adviceTable(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| setting | when | severity | what an attacker or an operator would see | source | cure |\n|---|---|---|---|---|---|\n")
	unset := adviceSample(t)
	samples := adviceSamples(t)
	rows := make(map[string]bool)
	for i := range checks {
		c := &checks[i]
		var problem string
		var cures []string
		for _, r := range samples {
			said, found := c.found(effectiveOf(r.n))
			if !found {
				continue
			}
			if problem == "" {
				problem = said
			}
			if cure := cureText(t, r, c); !slices.Contains(cures, cure) {
				cures = append(cures, cure)
			}
		}
		if problem == "" {
			t.Errorf("no sample for %s: %s", c.field, c.when)
			continue
		}
		cure := cures[0]
		if len(cures) > 1 { // which one depends on phase 1
			if c.field != "IpsecConfig.IpsecLifetime" {
				t.Errorf("%s: %s has several cures: %q", c.field, c.when, cures)
			}
			cure = "`IpsecLifetime` no longer than `IkeLifetime`"
		}
		when := c.when
		if _, found := c.found(effectiveOf(unset.n)); found {
			when += ", or unset"
		}
		row := fmt.Sprintf("| `%s` | %s | %v | %s | %s | %s |\n", c.field, when, c.severity, problem, c.reference, cure)
		if strings.Count(row, "|") != 7 || rows[row] {
			t.Errorf("a row that breaks the table, or stands twice: %s", row)
		}
		rows[row] = true
		b.WriteString(row)
	}
	return b.String()
}

// cureText says what the cure of c sets in r, or unsets.
func cureText(t *testing.T, r Request, c *check) string {
	if c.cure == nil {
		return "–"
	}
	cured, err := r.With(c.cure(effectiveOf(r.n)))
	if err != nil {
		t.Errorf("the cure for %s: %s is not valid: %v", c.field, c.when, err)
	}
	was, is := maps.Collect(r.Fields()), maps.Collect(cured.Fields())
	var changes []string
	for name, value := range cured.Fields() {
		if was[name] != value {
			changes = append(changes, fmt.Sprintf("`%s` = `%s`", unqualified(name), value))
		}
	}
	for name := range r.Fields() {
		if _, set := is[name]; !set {
			changes = append(changes, fmt.Sprintf("unset `%s`", unqualified(name)))
		}
	}
	return strings.Join(changes, ", ")
}

// unqualified returns what stands behind the dot of a name.
func unqualified(name string) string { return name[strings.IndexByte(name, '.')+1:] }

// adviceSample returns a request that sets no more than it must, with opts on top.
func adviceSample(t *testing.T, opts ...Option) Request {
	t.Helper()
	r, err := New(append([]Option{
		WithRegionID("cn-shanghai"), WithVPNGatewayID("vpn-1"), WithCustomerGatewayID("cgw-1"),
		WithLocalSubnets("10.0.0.0/16"), WithRemoteSubnets("192.168.0.0/16"),
	}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// adviceSamples returns requests that between them are everything that there is advice on, with all that is judged set.
func adviceSamples(t *testing.T) []Request {
	t.Helper()
	pinned := adviceSample(t).Effective().Builder()
	lives := func(ike, ipsec time.Duration) Option {
		return Options(WithIKE(ikeconfig.WithLifetime(ike)), WithIPsec(ipsecconfig.WithLifetime(ipsec)))
	}
	opts := []Option{
		WithLocalSubnets("10.0.0.0/16", "10.1.0.0/16"),
		WithRemoteSubnets("192.168.0.0/24", "192.168.1.0/24"),
		WithLocalSubnets("10.0.0.0/8", "10.0.0.0/16"),
		WithRemoteSubnets("192.168.0.0/16", "192.168.1.0/24"),
		WithRemoteSubnets("10.0.1.0/24"),
		WithIKE(ikeconfig.WithPSK("short")),
		WithIKE(ikeconfig.WithMode(ikeconfig.Aggressive)),
		WithIKE(ikeconfig.WithVersion(ikeconfig.V2)),
		lives(0, time.Hour), lives(24*time.Hour, 0), lives(time.Hour, 0),
		lives(time.Hour, 2*time.Hour), lives(2*time.Hour, 3*time.Hour),
	}
	for _, a := range ikeconfig.EncAlgs() {
		opts = append(opts, WithIKE(ikeconfig.WithEncAlg(a)), WithIPsec(ipsecconfig.WithEncAlg(ipsecconfig.EncAlg(a))))
	}
	for _, a := range ikeconfig.AuthAlgs() {
		opts = append(opts, WithIKE(ikeconfig.WithAuthAlg(a)), WithIPsec(ipsecconfig.WithAuthAlg(ipsecconfig.AuthAlg(a))))
	}
	for _, g := range ikeconfig.DHGroups() {
		opts = append(opts, WithIKE(ikeconfig.WithPFS(g)), WithIPsec(ipsecconfig.WithPFS(ipsecconfig.DHGroup(g))))
	}
	var samples []Request
	for _, opt := range opts {
		r, err := pinned.With(opt).Build()
		if err != nil {
			t.Fatal(err)
		}
		samples = append(samples, r)
	}
	return samples
}
