// Package encoders tests the values of this module with the packages that programs use to encode, dump and log. Some of
// them read memory in their own ways and depend on how the compiler lays out a value: with its zero-sized field first,
// a vpnconn.Request made json-iterator and segmentio/encoding print the memory of the process, or crash it
// (golang/go#74092). To test another value, add a row to holders; another package, a row to packages.
package encoders

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childEnv is set in a child process: the index of a package and of the holder to start with.
const childEnv = "ENCODERS_CHILD"

func TestMain(m *testing.M) {
	work := os.Getenv(childEnv)
	if work == "" {
		m.Run()
		return
	}
	var p, from int
	if _, err := fmt.Sscan(work, &p, &from); err != nil {
		panic(err)
	}
	for _, h := range holders()[from:] {
		fmt.Println(strconv.Quote(packages[p].problem(h)))
	}
}

// problem describes what is wrong with the package's output for a value, or is "".
func (p pkg) problem(h holder) string {
	text, err := p.encode(h.value)
	if err == nil {
		err = p.check(text, h.value, h.shows)
	}
	var problem string
	if err != nil {
		problem = err.Error()
	}
	if trace := traceOf(text + problem); trace != "" {
		return fmt.Sprintf("shows the key: %s: %s", trace, problem)
	}
	return problem
}

// TestPackages runs each package in its own process, since no test can recover from a memory fault. If the process
// crashes, another one continues after the value that crashed it.
func TestPackages(t *testing.T) {
	all := holders()
	for i, p := range packages {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			for at := 0; at < len(all); at++ {
				problems, stderr, err := child(t.Context(), i, at)
				for _, problem := range problems {
					if problem != "" {
						t.Errorf("%s: %s", all[at].name, problem)
					}
					at++
				}
				if at < len(all) {
					t.Errorf("%s: the process ended: %v\n%.1000s", all[at].name, err, stderr)
				}
				if trace := traceOf(stderr); trace != "" {
					t.Errorf("standard error shows the key: %s", trace)
				}
			}
		})
	}
}

// patience is when a process is killed that took an address for a string length, before it uses all memory. Without a
// fault no process needs more than a fraction of it.
const patience = 20 * time.Second

// child returns what a child process prints. There are fewer problems than holders if it ended early.
func child(ctx context.Context, p, from int) (problems []string, stderr string, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, "", err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d", childEnv, p, from))
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	for line := range strings.Lines(out.String()) {
		problem, cut := strconv.Unquote(strings.TrimSpace(line))
		if cut != nil {
			break
		}
		problems = append(problems, problem)
	}
	return problems, errs.String(), err
}
