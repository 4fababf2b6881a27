package ikeconfig_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

// TestNotReadFromJSON: a Config that was written with its key hidden must not be read back as one with nothing set.
func TestNotReadFromJSON(t *testing.T) {
	var c ikeconfig.Config
	err := json.Unmarshal([]byte("{}"), &c)
	if err == nil || !strings.HasPrefix(err.Error(), "ikeconfig.Config is not read from JSON: read a vpnconn.Spec") || !c.IsZero() {
		t.Errorf("got %v, %v, want an error that says what to read instead", c, err)
	}
	if err := json.Unmarshal([]byte("null"), &c); err != nil {
		t.Errorf("of null, which is no value: %v", err)
	}
}
