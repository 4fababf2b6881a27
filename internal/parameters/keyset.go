package parameters

import (
	"iter"
	"math/bits"
)

// Keys is a set of keys of one table.
type Keys uint32

const _ = uint(32 - ConnectionKeys) // which does not compile if there are more

// Has reports whether k is in s.
func (s Keys) Has(k Key) bool { return s>>k&1 != 0 }

// Put adds k to s, or takes it out.
func (s *Keys) Put(k Key, in bool) {
	if *s &^= 1 << k; in {
		*s |= 1 << k
	}
}

// All yields the keys in s, in their order.
func (s Keys) All() iter.Seq[Key] {
	return func(yield func(Key) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(Key(bits.TrailingZeros32(uint32(s)))) {
				return
			}
		}
	}
}

// Room returns a number that is larger than every key in s.
func (s Keys) Room() int { return bits.Len32(uint32(s)) }
