//go:build !unix

package main

import "time"

var began = time.Now()

// clock returns the wall-clock time, since there is no portable way to get the processor time used. Other programs
// should be idle then.
func clock() time.Duration { return time.Since(began) }
