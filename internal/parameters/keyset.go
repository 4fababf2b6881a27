package parameters

import (
	"iter"
	"math/bits"
)

// Keys is a set of keys of one table.
type Keys uint32

const _ = uint(32 - ConnectionKeys) // which does not compile if there are more

// Set returns the set of k alone. The compiler knows of k%32 that it is small enough to shift by.
func (k Key) Set() Keys { return 1 << (k % 32) }

// Has reports whether k is in s.
func (s Keys) Has(k Key) bool { return s&k.Set() != 0 }

// Put adds k to s, or takes it out.
func (s *Keys) Put(k Key, in bool) {
	if *s &^= k.Set(); in {
		*s |= k.Set()
	}
}

// First returns the first key in s, which is not empty.
func (s Keys) First() Key { return Key(bits.TrailingZeros32(uint32(s))) }

// Rest returns s without its first key.
func (s Keys) Rest() Keys { return s & (s - 1) }

// All yields the keys in s, in their order.
func (s Keys) All() iter.Seq[Key] {
	return func(yield func(Key) bool) {
		for ; s != 0; s = s.Rest() {
			if !yield(s.First()) {
				return
			}
		}
	}
}

// Len returns how many keys are in s.
func (s Keys) Len() int { return bits.OnesCount32(uint32(s)) }

// Room returns a number that is larger than every key in s.
func (s Keys) Room() int { return bits.Len32(uint32(s)) }
