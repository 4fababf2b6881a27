package vpnconn_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestNotReadFromJSON: what can be written with the key hidden must not be read back as nothing.
func TestNotReadFromJSON(t *testing.T) {
	req := build(t, everything()...)
	for name, value := range map[string]any{
		"vpnconn.Request":    &struct{ V vpnconn.Request }{req},
		"ikeconfig.Config":   &struct{ V ikeconfig.Config }{req.IKE()},
		"ipsecconfig.Config": &struct{ V ipsecconfig.Config }{req.IPsec()},
	} {
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		err = json.Unmarshal(text, value)
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "vpnconn.Spec") {
			t.Errorf("reading a %s: %v, want an error that says what to read instead", name, err)
		}
		if again, _ := json.Marshal(value); string(again) != string(text) {
			t.Errorf("reading a %s changed it from %s to %s", name, text, again)
		}
	}
}

// TestAdviceJSON: advice goes into the body of a service's reply as it is.
func TestAdviceJSON(t *testing.T) {
	got, err := json.Marshal([]vpnconn.Advice{
		{Field: "IkeConfig.IkeEncAlg", Problem: "p", Reference: "r", Severity: vpnconn.Broken, Suggest: vpnconn.WithName("ab")},
		{Severity: vpnconn.Weak},
		{Severity: vpnconn.Note},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"field":"IkeConfig.IkeEncAlg","problem":"p","reference":"r","severity":"broken"},` +
		`{"field":"","problem":"","reference":"","severity":"weak"},{"field":"","problem":"","reference":"","severity":"note"}]`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
