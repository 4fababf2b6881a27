package tree

import "slices"

// Apply returns a copy of base with opts applied in order, nil ones skipped.
func Apply[O ~func(*Node)](base *Node, opts []O) *Node {
	n := base.Clone()
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
