package ikeconfig_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// checkShort fails t unless got is the zero Config and err says what is wanted: field and reason of each mistake, joined by
// "; ".
func checkShort(t *testing.T, got ikeconfig.Config, err error, want string) {
	t.Helper()
	if !got.IsZero() {
		t.Errorf("a Config beside an error: %v", got)
	}
	errs, ok := err.(vpnerrors.ValidationErrors)
	if !ok {
		t.Fatalf("the error is a %T, want ValidationErrors: %v", err, err)
	}
	var short []string
	for _, e := range errs {
		short = append(short, e.Field+": "+e.Reason.Error())
	}
	if got := strings.Join(short, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
