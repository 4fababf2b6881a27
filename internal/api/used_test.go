package api

import (
	"go/ast"
	"go/types"
	"slices"
	"testing"
)

// Methods that others call through an interface: fmt, errors, log/slog and encoders of JSON and YAML. No test has to
// call them by name.
var throughInterfaces = []string{
	"Error", "Is", "Unwrap",
	"Format", "GoString", "String", "LogValue",
	"MarshalJSON", "MarshalText", "MarshalYAML", "UnmarshalJSON", "UnmarshalText", "UnmarshalYAML",
}

// TestUsed requires that a test or an example outside the package uses each exported name: it can be used from there,
// and has been.
//
// A name counts as used where go/types resolves an identifier to it, and a type also where there is a value of it. That
// does not prove that a test checks the result.
func TestUsed(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[types.Object]bool)
	for path, files := range s.packages {
		info := &types.Info{Uses: make(map[*ast.Ident]types.Object), Types: make(map[ast.Expr]types.TypeAndValue)}
		// What a package exports only to its own tests is missing, which gives errors that do no harm.
		config := types.Config{Importer: s, Error: func(error) {}}
		_, _ = config.Check(path+"_test", s.fset, files.tests, info)
		for _, obj := range info.Uses {
			used[obj] = true
		}
		for _, value := range info.Types {
			if named := namedIn(value.Type); named != nil {
				used[named.Obj()] = true
			}
		}
	}
	for name, p := range public(t, s) {
		for _, n := range p.Scope().Names() {
			obj := p.Scope().Lookup(n)
			if !obj.Exported() {
				continue
			}
			if !used[obj] {
				t.Errorf("%s.%s is used in no test outside its package%s", name, n, where(name))
			}
			of, ok := obj.(*types.TypeName)
			if !ok {
				continue
			}
			for _, member := range members(of) {
				if member.Exported() && !used[member] && !slices.Contains(throughInterfaces, member.Name()) {
					t.Errorf("%s.%s.%s is used in no test outside its package%s", name, n, member.Name(), where(name))
				}
			}
		}
	}
}

// where says in which files the tests use a setting of a package.
func where(pkg string) string {
	switch pkg {
	case "vpnconn":
		return "; for a setting: settings_2025_test.go, request_test.go and spec_2025_test.go"
	case "ikeconfig", "ipsecconfig":
		return "; for a setting or an enum value: config_test.go"
	}
	return ""
}

// namedIn returns the named type in t, inside pointers and slices, or nil.
func namedIn(t types.Type) *types.Named {
	switch t := t.(type) {
	case *types.Named:
		return t
	case *types.Pointer:
		return namedIn(t.Elem())
	case *types.Slice:
		return namedIn(t.Elem())
	}
	return nil
}

// members returns the fields of a type and the methods declared for it. An embedded field is left out: it is there for
// the names that it promotes.
func members(of *types.TypeName) (list []types.Object) {
	if s, ok := of.Type().Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			if !f.Embedded() {
				list = append(list, f)
			}
		}
	}
	if named, ok := of.Type().(*types.Named); ok {
		for m := range named.Methods() {
			list = append(list, m)
		}
	}
	return list
}
