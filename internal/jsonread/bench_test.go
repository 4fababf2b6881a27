package jsonread_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/internal/jsonread"
)

// walk reads everything in v.
func walk(v jsonread.Value) {
	if v.Kind == jsonread.Object {
		for m := range v.Members {
			walk(m.Value)
		}
	}
	if v.Kind == jsonread.Array {
		for elem := range v.Elems {
			walk(elem)
		}
	}
}

// The time per byte must not depend on the length.
func BenchmarkParse(b *testing.B) {
	for _, bm := range []struct {
		name string
		text func(n int) string
	}{
		{"members", func(n int) string { return "{" + strings.Repeat(`"a":"b",`, n-1) + `"a":"b"}` }},
		{"elements", func(n int) string { return "[" + strings.Repeat("0,", n-1) + "0]" }},
		{"deep", func(n int) string { return "[[[[[" + strings.Repeat("0,", n-1) + "0]]]]]" }},
		{"string", func(n int) string { return `"` + strings.Repeat(`a\n`, n) + `"` }},
		{"strings", func(n int) string { // two long ones around many short ones
			s := `"` + strings.Repeat("a", n) + `"`
			return "[" + s + strings.Repeat(`,"b"`, n) + "," + s + "]"
		}},
	} {
		for _, n := range []int{10, 100_000, 1_000_000} {
			text := bm.text(n)
			b.Run(bm.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					v, err := jsonread.Parse(text)
					if err != nil {
						b.Fatal(err)
					}
					walk(v)
				}
			})
		}
	}
}
