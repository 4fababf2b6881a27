package ikeconfig_test

import (
	"errors"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// build returns the Config that opts describe, which must be valid.
func build(t testing.TB, opts ...ikeconfig.Option) ikeconfig.Config {
	t.Helper()
	c, err := ikeconfig.New(opts...)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return c
}

// faults returns what is wrong according to err, and fails unless that is all that came back.
func faults(t testing.TB, c ikeconfig.Config, err error) vpnerrors.ValidationErrors {
	t.Helper()
	if !c.IsZero() || c.JSON() != "{}" {
		t.Errorf("a value came back beside an error: %v, %v", c, err)
	}
	var list vpnerrors.ValidationErrors
	if !errors.As(err, &list) || len(list) == 0 {
		t.Fatalf("error is %#v, want ValidationErrors that are not empty", err)
	}
	return list
}
