// Package schema tests the JSON Schema of a Spec with a validator: it accepts what Spec.Build accepts, and refuses what
// Build refuses for a single value.
package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A checker compares the schema with a Spec, file by file.
type checker struct {
	schema         *jsonschema.Schema
	taken, refused int // by the schema
}

func newChecker(t *testing.T) *checker {
	t.Helper()
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(vpnconn.SpecSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler() // checks the schema itself against draft 2020-12
	if err := c.AddResource("spec.schema.json", text); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("spec.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return &checker{schema: s}
}

// check fails t unless the schema accepts a file that can be built, and refuses one with a mistake that a schema can
// express. It reports whether the file can be built.
func (c *checker) check(t *testing.T, name, file string) (built bool) {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(strings.NewReader(file))
	if err != nil {
		t.Fatalf("%s: %v\n%.500s", name, err, file)
	}
	seen, err := json.Marshal(tree) // without what only the text has: a duplicate member, invalid UTF-8
	if err != nil {
		t.Fatalf("%s: %v\n%.500s", name, err, file)
	}
	results := build(seen)
	got := c.schema.Validate(tree)
	if got == nil {
		c.taken++
	} else {
		c.refused++
	}
	built = slices.Contains(results, nil)
	switch {
	case got != nil && built:
		t.Errorf("%s: the schema refuses what can be built: %v\n%.500s", name, got, file)
	case got == nil && !slices.ContainsFunc(results, func(err error) bool { return !canSay(err) }):
		t.Errorf("%s: the schema accepts what Build refuses: %v\n%.500s", name, results, file)
	}
	return built
}

// build returns the result for a file: one, or if the file names no edition, one for each edition that a default may
// name.
func build(file []byte) []error {
	var s vpnconn.Spec
	if err := json.Unmarshal(file, &s); err != nil {
		return []error{err}
	}
	var results []error
	for _, e := range aliyun.Editions() {
		_, err := vpnconn.New(vpnconn.WithEdition(e), s.Option())
		results = append(results, err)
	}
	return results
}

// TestLists has what a schema can express of a reason that it mostly cannot.
func TestLists(t *testing.T) {
	c := newChecker(t)
	for place, values := range map[string][]string{
		"LocalSubnet":                {`[]`, `["10.2.0.0/24","10.2.0.0/24"]`},
		"RemoteSubnet":               {`[]`, `["10.2.0.0/24","10.2.0.0/24"]`},
		"TunnelOptionsSpecification": {`[]`},
		"Tags":                       {`[{}]`, `[{"Value":"a"}]`, `[{"Key":null}]`},
	} {
		for _, value := range values {
			before := c.refused
			if built := c.check(t, place, fileWith("2025", place, value)); built || c.refused == before {
				t.Errorf("%s: the schema accepts %s, and Build returned %v", place, value, built)
			}
		}
	}
}

// beyond has the reasons that a schema cannot express.
var beyond = []error{
	vpnerrors.ErrHostBits,
	vpnerrors.ErrDuplicate, // of keys, and of blocks in texts; but see TestLists
	vpnerrors.ErrConflict,
	vpnerrors.ErrRequired, // a default may set it; likewise
}

// canSay reports whether an error has a mistake that a schema can express.
func canSay(err error) bool {
	list, _ := errors.AsType[vpnerrors.ValidationErrors](err)
	return slices.ContainsFunc(list, func(e *vpnerrors.FieldError) bool {
		switch {
		case e.Reason == vpnerrors.ErrBadCharacter && strings.ContainsFunc(e.Part, func(r rune) bool { return r > 0xffff }):
			return false // not all validators can
		case e.Reason == vpnerrors.ErrOutOfRange && strings.HasSuffix(e.Field, ".LocalBgpIp"):
			return false // not in the other parameter's block
		}
		return !slices.Contains(beyond, e.Reason)
	})
}
