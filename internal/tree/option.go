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
	apply(n, opts)
	return n
}

// Join returns opts as one option. A later change to the slice does not reach it.
func Join[S any, O ~func(*S)](opts []O) O {
	own := slices.Clone(opts)
	return func(s *S) { apply(s, own) }
}

func apply[S any, O ~func(*S)](s *S, opts []O) {
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
}
