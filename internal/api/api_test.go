package api

import (
	"flag"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the exported API to testdata/api.golden instead of comparing")

// TestAPI compares the exported API with the golden list, so that no change goes unnoticed.
func TestAPI(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for name, p := range public(t, s) {
		for _, line := range exported(p) {
			got = append(got, name+": "+line+"\n")
		}
	}
	slices.Sort(got)
	golden := filepath.Join("testdata", "api.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(strings.Join(got, "")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Collect(strings.Lines(string(text)))
	if slices.Equal(got, want) {
		return
	}
	var diff strings.Builder
	for _, line := range want {
		if !slices.Contains(got, line) {
			diff.WriteString("- " + line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			diff.WriteString("+ " + line)
		}
	}
	t.Errorf(`the exported API is not that of %s (- removed, + added; a change is both):
%s
What is gone or changed breaks the code of callers; what is new can hardly be taken back. If that is meant, say so in
CHANGELOG.md and write the list anew: go test ./internal/api -run TestAPI -update`, golden, &diff)
}

// exported returns a line for each exported constant, variable, function, type, method and field of p.
func exported(p *types.Package) []string {
	lines := []string{"package " + p.Name()}
	for _, name := range p.Scope().Names() {
		obj := p.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		line := types.ObjectString(obj, qualifier(p))
		switch obj := obj.(type) {
		case *types.Const:
			line += " = " + obj.Val().ExactString()
		case *types.TypeName:
			if obj.IsAlias() {
				break
			}
			if fields, ok := obj.Type().Underlying().(*types.Struct); ok {
				line = "type " + name + " struct"
				if !types.Comparable(fields) {
					line += " (not comparable)"
				}
				lines = append(lines, exportedFields(obj, fields)...)
			}
			lines = append(lines, exportedMethods(obj)...)
		}
		lines = append(lines, line)
	}
	return lines
}

func exportedFields(of *types.TypeName, s *types.Struct) (lines []string) {
	for i := range s.NumFields() {
		f := s.Field(i)
		if !f.Exported() {
			continue
		}
		line := fmt.Sprintf("field %s.%s %s", of.Name(), f.Name(), types.TypeString(f.Type(), qualifier(of.Pkg())))
		if f.Embedded() {
			line += " (embedded)"
		}
		if tag := s.Tag(i); tag != "" {
			line += " `" + tag + "`"
		}
		lines = append(lines, line)
	}
	return lines
}

// exportedMethods leaves out methods from a type of the standard library: they differ between Go releases.
func exportedMethods(of *types.TypeName) (lines []string) {
	values := types.NewMethodSet(of.Type())
	for m := range types.NewMethodSet(types.NewPointer(of.Type())).Methods() {
		if !m.Obj().Exported() || !strings.HasPrefix(m.Obj().Pkg().Path(), module) {
			continue
		}
		receiver := of.Name()
		if values.Lookup(of.Pkg(), m.Obj().Name()) == nil {
			receiver = "*" + receiver
		}
		signature := strings.TrimPrefix(types.TypeString(m.Obj().Type(), qualifier(of.Pkg())), "func")
		lines = append(lines, fmt.Sprintf("method (%s) %s%s", receiver, m.Obj().Name(), signature))
	}
	return lines
}

// qualifier names the packages of the module by their path in it, p by nothing, and all others by their path.
func qualifier(p *types.Package) types.Qualifier {
	return func(other *types.Package) string {
		if other == p {
			return ""
		}
		return strings.TrimPrefix(other.Path(), module+"/")
	}
}
