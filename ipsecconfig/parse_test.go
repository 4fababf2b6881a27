package ipsecconfig_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func TestParseTakesWhatClientsSend(t *testing.T) {
	for _, tt := range []struct {
		name, json string
		want       []ipsecconfig.Option
		why        string
	}{
		{"nothing", "", nil, "there but empty is unset"},
		{"null", "null", nil, "null is unset"},
		{"empty object", "{ }", nil, "nothing in it is set"},
		{"empty and null members", `{"IpsecEncAlg":"","IpsecAuthAlg":null,"IpsecPfs":"","IpsecLifetime":""}`, nil, "clients send what is unset so"},
		{"everything", `{"IpsecPfs":"group24","IpsecLifetime":86400.0,"IpsecEncAlg":"3des","IpsecAuthAlg":"sha1"}`,
			[]ipsecconfig.Option{ipsecconfig.WithEncAlg("3des"), ipsecconfig.WithAuthAlg("sha1"), ipsecconfig.WithPFS("group24"), ipsecconfig.WithLifetime(24 * time.Hour)},
			"in any order"},
		{"a numeral in a string", `{"IpsecLifetime":"1"}`, []ipsecconfig.Option{ipsecconfig.WithLifetime(time.Second)}, "some clients quote numbers"},
		{"an exponent", `{"IpsecLifetime":1e3}`, []ipsecconfig.Option{ipsecconfig.WithLifetime(1000 * time.Second)}, "a number by its value"},
		{"minus 0", `{"IpsecLifetime":-0}`, []ipsecconfig.Option{ipsecconfig.WithLifetime(0)}, "a number by its value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ipsecconfig.Parse(tt.json)
			if err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			want, err := ipsecconfig.New(tt.want...)
			if err != nil {
				t.Fatalf("the Config to compare with: %v", err)
			}
			if diff := cmp.Diff(want, got); diff != "" || got.IsZero() != (tt.want == nil) {
				t.Errorf("Config (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	encAlgs := []string{"aes", "aes192", "aes256", "des", "3des"}
	for _, tt := range []struct {
		name, json string
		want       vpnerrors.ValidationErrors
		why        string
	}{
		{"the document's example", "aes", vpnerrors.ValidationErrors{
			{Field: "IpsecConfig", Reason: vpnerrors.ErrBadType, Suggest: `{"IpsecEncAlg":"aes"}`},
		}, "no JSON"},
		{"a list", `["aes"]`, vpnerrors.ValidationErrors{{Field: "IpsecConfig", Reason: vpnerrors.ErrBadType}}, "JSON, but no object"},
		{"too long a life", `{"IpsecLifetime":86400.5}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "86400.5", Max: 86400},
		}, "the range comes before the fraction"},
		{"half a second", `{"IpsecLifetime":0.5}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrFraction, Value: "0.5", Max: 86400},
		}, "whole seconds"},
		{"no numeral", `{"IpsecLifetime":"086400"}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrBadType},
		}, "86400 has one numeral"},
		{"repeated", `{"IpsecPfs":"group2","IpsecPfs":"group2"}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IpsecPfs", Reason: vpnerrors.ErrDuplicate},
		}, "even where they agree"},
		{"of the other phase", `{"IkeEncAlg":"aes","Psk":"secret","LocalId":"l"}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IkeEncAlg", Reason: vpnerrors.ErrUnknownParameter},
			{Field: "IpsecConfig.LocalId", Reason: vpnerrors.ErrUnknownParameter},
			{Field: "IpsecConfig.Psk", Reason: vpnerrors.ErrUnknownParameter},
		}, "settings of phase 1; a key is not shown"},
		{"all at once", `{"A":1,"IpsecLifetime":-1,"ipsecPfs":"group2","IpsecAuthAlg":1,"IpsecEncAlg":"AES-128"}`, vpnerrors.ValidationErrors{
			{Field: "IpsecConfig.IpsecEncAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "AES-128", Suggest: "aes", Allowed: encAlgs},
			{Field: "IpsecConfig.IpsecAuthAlg", Reason: vpnerrors.ErrBadType, Allowed: []string{"md5", "sha1"}},
			{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "-1", Max: 86400},
			{Field: "IpsecConfig.A", Reason: vpnerrors.ErrUnknownParameter},
			{Field: "IpsecConfig.ipsecPfs", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IpsecConfig.IpsecPfs"},
		}, "documented order, unknown names last"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ipsecconfig.Parse(tt.json)
			if !got.IsZero() {
				t.Errorf("a Config beside an error: %v", got)
			}
			if diff := cmp.Diff(error(tt.want), err); diff != "" {
				t.Errorf("error (-want +got):\n%s\n%s", diff, tt.why)
			}
		})
	}
}
