//go:build unix

package main

import (
	"syscall"
	"time"
)

// clock returns the processor time that this program has used. It does not count while another program has the
// processor, which on a busy machine is most of the elapsed time.
func clock() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // only for a bad argument
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
