package parameters_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

func TestKeys(t *testing.T) {
	var s parameters.Keys
	if s.Room() != 0 || len(slices.Collect(s.All())) != 0 {
		t.Errorf("the empty set has room for %d", s.Room())
	}
	for _, k := range []parameters.Key{3, 0, parameters.UnknownNames, 3, 7} {
		s.Put(k, true)
	}
	s.Put(7, false)
	s.Put(8, false)
	want := []parameters.Key{0, 3, parameters.UnknownNames}
	if got := slices.Collect(s.All()); !slices.Equal(got, want) || s.Room() != parameters.ConnectionKeys {
		t.Errorf("%d with room for %d, want %d with room for %d", got, s.Room(), want, parameters.ConnectionKeys)
	}
	for k := range parameters.Key(parameters.ConnectionKeys) {
		if s.Has(k) != slices.Contains(want, k) {
			t.Errorf("Has(%d) = %t", k, s.Has(k))
		}
	}
	for k := range s.All() {
		if k != 0 {
			t.Errorf("%d after the loop was left", k)
		}
		break
	}
}

// TestPlaces: places are ordered part by part.
func TestPlaces(t *testing.T) {
	of2025 := parameters.Of(aliyun.Edition2025)
	names := []string{"Action", "LocalSubnet", "IkeConfig", "IkeConfig.Psk", "IkeConfig.LocalId", "IkeConfig.x", "Tags.2", "Tags.2.Value", "Tags.10.Key", "x"}
	for i, a := range names {
		for j, b := range names {
			if got, want := of2025.Place(a).Compare(of2025.Place(b)), cmp.Compare(i, j); got != want {
				t.Errorf("%s to %s: %d, want %d", a, b, got, want)
			}
		}
	}
	if got := (parameters.Place{}).Compare(of2025.Place("Action")); got != -1 {
		t.Errorf("the whole to its first parameter: %d, want -1", got)
	}
}
