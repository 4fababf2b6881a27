package tree

import (
	"slices"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

// Apply returns a copy of base with opts applied in order, nil ones skipped.
func Apply[O ~func(*Node)](base *Node, opts []O) *Node {
	return apply(base.Clone(), opts)
}

// ApplyWide is Apply for a connection or a tunnel, which has room for all of it from the start.
func ApplyWide[O ~func(*Node)](base *Node, opts []O) *Node {
	if base == nil {
		return apply(New(int(parameters.UnknownNames)+1), opts)
	}
	return apply(base.Clone(), opts)
}

func apply[O ~func(*Node)](n *Node, opts []O) *Node {
	for _, opt := range opts {
		if opt != nil {
			opt(n)
		}
	}
	return n
}

// Join returns opts as one option. A later change to the slice does not reach it.
func Join[S any, O ~func(*S)](opts []O) O {
	own := slices.Clone(opts)
	return func(s *S) {
		for _, opt := range own {
			if opt != nil {
				opt(s)
			}
		}
	}
}
