package ikeconfig_test

import (
	"encoding/json"
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

// TestNotReadFromJSON: a Config that was written with its key hidden must not be read back as one with nothing set.
func TestNotReadFromJSON(t *testing.T) {
	const want = "ikeconfig.Config is not read from JSON: read a vpnconn.Spec, or use Parse"
	for _, text := range []string{
		"{}",                 // what the zero Config is written as
		allSent,              // what would set everything
		`{"Psk":"[hidden]"}`, // what a Config with a key is written as
		` "text"`,            // no object
	} {
		c := build(t, all()...)
		if err := json.Unmarshal([]byte(text), &c); err == nil || err.Error() != want {
			t.Errorf("of %s: %v, want %s", text, err, want)
		}
		if !c.Equal(build(t, all()...)) {
			t.Errorf("%s changed it to %v", text, c)
		}
	}
}

// TestLeavesNull: null is no value, and whatever is set stays.
func TestLeavesNull(t *testing.T) {
	c := build(t, all()...)
	if err := c.UnmarshalJSON([]byte("null")); err != nil || !c.Equal(build(t, all()...)) {
		t.Errorf("null made it %v, %v", c, err)
	}
	file := struct{ V ikeconfig.Config }{build(t, all()...)}
	if err := json.Unmarshal([]byte(`{"V":null}`), &file); err != nil || !file.V.Equal(build(t, all()...)) {
		t.Errorf("as a member, null made it %v, %v", file.V, err)
	}
}
