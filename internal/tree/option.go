package tree

import (
	"slices"
	"time"

	"github.com/ipsec-go/aliyun/internal/parameters"
)

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

// SetText, SetLifetime and SetObject return the option that sets a value of that form.

func SetText(k parameters.Key, value string) func(*Node) { return text{k, value}.put }

func SetLifetime(k parameters.Key, d time.Duration) func(*Node) { return lifetime{k, d}.put }

func SetObject(k parameters.Key, members *Node) func(*Node) { return object{k, members}.put }

// What these options have. Each is one function: of a function literal every place where it is inlined has its own copy,
// and a request with 50 options would run through 50 of them.
type (
	text struct {
		k     parameters.Key
		value string
	}
	lifetime struct {
		k parameters.Key
		d time.Duration
	}
	object struct {
		k       parameters.Key
		members *Node
	}
)

func (t text) put(n *Node)     { n.PutText(t.k, t.value) }
func (l lifetime) put(n *Node) { n.PutLifetime(l.k, l.d) }
func (o object) put(n *Node)   { n.PutObject(o.k, o.members) }
