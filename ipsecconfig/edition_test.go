package ipsecconfig_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

// TestEditions: With uses the edition of the Config, a Config can be the baseline for others, and an unknown edition is
// the only error.
func TestEditions(t *testing.T) {
	of2025, err := ipsecconfig.NewIn(aliyun.Edition2025, ipsecconfig.WithAuthAlg(ipsecconfig.SHA256))
	if err != nil {
		t.Fatal(err)
	}
	changed, err := of2025.With(ipsecconfig.WithEncAlg(ipsecconfig.AES256))
	if err != nil || changed.Edition() != aliyun.Edition2025 || changed.AuthAlg() != ipsecconfig.SHA256 {
		t.Errorf("With made it %v, %v", changed, err)
	}
	if c, err := of2025.With(ipsecconfig.WithPFS(ipsecconfig.Group24)); err == nil {
		t.Errorf("With uses another edition: %v", c)
	}
	if c, err := ipsecconfig.New(of2025.Option()); err == nil {
		t.Errorf("edition 2019 accepts its settings: %v", c)
	}
	based, err := ipsecconfig.NewIn(aliyun.Edition2025, ipsecconfig.WithPFS(ipsecconfig.Group14), ipsecconfig.WithAuthAlg(ipsecconfig.MD5), of2025.Option(), ipsecconfig.Config{}.Option())
	if err != nil || based.AuthAlg() != ipsecconfig.SHA256 || based.PFS() != ipsecconfig.Group14 {
		t.Errorf("on a baseline it is %v, %v", based, err)
	}
	if e := (ipsecconfig.Config{}).Edition(); e != aliyun.Edition2019 {
		t.Errorf("the zero Config is of %v", e)
	}
	want := vpnerrors.ValidationErrors{{Field: "Edition", Reason: vpnerrors.ErrUnsupportedValue, Value: "7", Allowed: []string{"2019", "2025"}}}
	c, newErr := ipsecconfig.NewIn(7, ipsecconfig.WithAuthAlg("x"))
	d, parseErr := ipsecconfig.ParseIn(7, "no JSON")
	if diff := cmp.Diff([]error{want, want}, []error{newErr, parseErr}); diff != "" || !c.IsZero() || !d.IsZero() {
		t.Errorf("%v, %v (-want +got):\n%s", c, d, diff)
	}
	if list := ipsecconfig.AuthAlgsIn(7); list != nil {
		t.Errorf("an unknown edition has %q", list)
	}
}

// TestEffectiveOnSM: with an algorithm of SM gateways, the defaults are those of SM gateways, without PFS.
func TestEffectiveOnSM(t *testing.T) {
	const want = `{"IpsecAuthAlg":"sm3","IpsecEncAlg":"sm4","IpsecLifetime":86400}`
	for _, opt := range []ipsecconfig.Option{ipsecconfig.WithAuthAlg(ipsecconfig.SM3), ipsecconfig.WithEncAlg(ipsecconfig.SM4)} {
		c, err := ipsecconfig.NewIn(aliyun.Edition2025, opt)
		if got := c.Effective().JSON(); err != nil || got != want {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	}
}
