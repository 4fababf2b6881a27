// Package encoders runs the packages that programs encode, dump and log with on the values of this module. Some of them
// read memory in ways of their own, which depend on how the compiler lays a value out: with its zero-sized field first, a
// vpnconn.Request made json-iterator and segmentio/encoding print the memory of the process, or end it
// (golang/go#74092). A value more is a row of holders, a package more a row of packages. There are tests only.
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

// childEnv is set in a child process: the indices of a package and of the holder to begin with.
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

// problem says what is wrong with what the package makes of a value, "" if nothing is.
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

// TestPackages runs each package in a process of its own, since no test can recover from a fault of memory. Where the
// process ends early, another one goes on after the value that ended it.
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

// patience ends a process that took an address for the length of a text, before it takes all memory. Without a fault no
// process needs more than a small part of it.
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
