package aliyun_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/ipsec-go/aliyun"
)

func TestEditionString(t *testing.T) {
	for _, tt := range []struct {
		edition aliyun.Edition
		want    string
	}{
		{aliyun.Edition2019, "2019"},
		{aliyun.Edition2025, "2025"},
		{0, "Edition(0)"}, // no edition
		{7, "Edition(7)"},
		{-1, "Edition(-1)"},
	} {
		if got := tt.edition.String(); got != tt.want {
			t.Errorf("Edition %d prints as %q, want %q", int(tt.edition), got, tt.want)
		}
		if text, err := json.Marshal(tt.edition); err != nil || string(text) == `"`+tt.want+`"` {
			t.Errorf("Edition %d marshals as %s, %v, want a number", int(tt.edition), text, err)
		}
	}
}

func TestEditions(t *testing.T) {
	list := aliyun.Editions()
	if want := []aliyun.Edition{aliyun.Edition2019, aliyun.Edition2025}; !slices.Equal(list, want) {
		t.Fatalf("Editions() = %v, want %v", list, want)
	}
	list[0] = 0
	if aliyun.Editions()[0] != aliyun.Edition2019 {
		t.Error("changing the slice of Editions changes the next one")
	}
}
