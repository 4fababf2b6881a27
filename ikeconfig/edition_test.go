package ikeconfig_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// TestEditions: With uses the edition of the Config, a Config can be the baseline for others, and an unknown edition is
// the only error.
func TestEditions(t *testing.T) {
	of2025, err := ikeconfig.NewIn(aliyun.Edition2025, ikeconfig.WithAuthAlg(ikeconfig.SHA256))
	if err != nil {
		t.Fatal(err)
	}
	changed, err := of2025.With(ikeconfig.WithEncAlg(ikeconfig.AES256))
	if err != nil || changed.Edition() != aliyun.Edition2025 || changed.AuthAlg() != ikeconfig.SHA256 {
		t.Errorf("With made it %v, %v", changed, err)
	}
	if c, err := of2025.With(ikeconfig.WithPFS(ikeconfig.Group24)); err == nil {
		t.Errorf("With uses another edition: %v", c)
	}
	if c, err := ikeconfig.New(of2025.Option()); err == nil {
		t.Errorf("edition 2019 accepts its settings: %v", c)
	}
	based, err := ikeconfig.NewIn(aliyun.Edition2025, ikeconfig.WithPFS(ikeconfig.Group14), ikeconfig.WithAuthAlg(ikeconfig.MD5), of2025.Option(), ikeconfig.Config{}.Option())
	if err != nil || based.AuthAlg() != ikeconfig.SHA256 || based.PFS() != ikeconfig.Group14 {
		t.Errorf("on a baseline it is %v, %v", based, err)
	}
	if e := (ikeconfig.Config{}).Edition(); e != aliyun.Edition2019 {
		t.Errorf("the zero Config is of %v", e)
	}
	want := vpnerrors.ValidationErrors{{Field: "Edition", Reason: vpnerrors.ErrUnsupportedValue, Value: "7", Allowed: []string{"2019", "2025"}}}
	c, newErr := ikeconfig.NewIn(7, ikeconfig.WithAuthAlg("x"))
	d, parseErr := ikeconfig.ParseIn(7, "no JSON")
	if diff := cmp.Diff([]error{want, want}, []error{newErr, parseErr}); diff != "" || !c.IsZero() || !d.IsZero() {
		t.Errorf("%v, %v (-want +got):\n%s", c, d, diff)
	}
	if list := ikeconfig.AuthAlgsIn(7); list != nil {
		t.Errorf("an unknown edition has %q", list)
	}
}

// TestEffectiveOnSM: with an algorithm of SM gateways, the defaults are those of SM gateways, without PFS.
func TestEffectiveOnSM(t *testing.T) {
	const want = `{"IkeAuthAlg":"sm3","IkeEncAlg":"sm4","IkeLifetime":86400,"IkeMode":"main","IkeVersion":"ikev1"}`
	for _, opt := range []ikeconfig.Option{ikeconfig.WithAuthAlg(ikeconfig.SM3), ikeconfig.WithEncAlg(ikeconfig.SM4)} {
		c, err := ikeconfig.NewIn(aliyun.Edition2025, opt)
		if got := c.Effective().JSON(); err != nil || got != want {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	}
}
