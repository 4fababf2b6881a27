package vpnconn_test

import (
	"encoding/json"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestRequestNotReadFromJSON: what is written with the key hidden must not be read back as one without a key.
func TestRequestNotReadFromJSON(t *testing.T) {
	const want = "vpnconn.Request is not read from JSON: read a vpnconn.Spec, or use Parse"
	written, err := json.Marshal(build(t, everything()...))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		string(written), // which has the key hidden
		"{}",            // what the zero Request is written as
		fullSpecJSON,    // what a Spec would read
		`"text"`,        // no object
	} {
		r := build(t, everything()...)
		if err := json.Unmarshal([]byte(text), &r); err == nil || err.Error() != want {
			t.Errorf("of %s: %v, want %s", text, err, want)
		}
		if !r.Equal(build(t, everything()...)) {
			t.Errorf("%s changed it to %v", text, r)
		}
	}
}

// TestRequestLeavesNull: null is no value, and whatever is set stays.
func TestRequestLeavesNull(t *testing.T) {
	r := build(t, everything()...)
	if err := r.UnmarshalJSON([]byte("null")); err != nil || !r.Equal(build(t, everything()...)) {
		t.Errorf("null made it %v, %v", r, err)
	}
	file := struct{ V vpnconn.Request }{build(t, everything()...)}
	if err := json.Unmarshal([]byte(`{"V":null}`), &file); err != nil || !file.V.Equal(build(t, everything()...)) {
		t.Errorf("as a member, null made it %v, %v", file.V, err)
	}
}
