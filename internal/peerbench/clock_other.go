//go:build !unix

package main

import "time"

var began = time.Now()

// clock returns the time on a watch, where there is no common way to learn the processor time used. Other programs should
// be idle then.
func clock() time.Duration { return time.Since(began) }
