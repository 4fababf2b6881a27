package tree

import "slices"

// Apply returns a copy of base with opts applied in order, nil ones skipped. Without a base it has room for so many values.
func Apply[O ~func(*Node)](base *Node, room int, opts []O) *Node {
	n := base
	if n == nil {
		n = New(room)
	} else {
		n = n.Clone()
	}
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
