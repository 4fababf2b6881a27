package aliyun

import "strconv"

// An Edition is an edition of the API document of CreateVpnConnection: which parameters, values, limits and defaults
// exist. Its number is the year of the document. The zero Edition names no edition and stands for [Edition2019].
//
// An Edition marshals as its number.
type Edition int

// The editions of the document.
const (
	Edition2019 Edition = 2019 // of 2019-06-04
	Edition2025 Edition = 2025 // of 2025-05-31, unchanged to 2026-09
)

// Editions returns the editions that this module knows, oldest first. The slice is the caller's own.
func Editions() []Edition { return []Edition{Edition2019, Edition2025} }

// String returns the year of an edition that [Editions] lists, and for any other Edition its number, as in "Edition(7)".
func (e Edition) String() string {
	switch e {
	case Edition2019, Edition2025:
		return strconv.Itoa(int(e))
	}
	return "Edition(" + strconv.Itoa(int(e)) + ")"
}
