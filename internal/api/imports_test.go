package api

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order has all packages of the module by their path in it. Each may import those in the lines above it, so that
// importing only errors does not link the rest.
var order = [][]string{
	{"", "internal/canon", "internal/jsonread", "internal/reply"},
	{"internal/parameters"},
	{"errors"},
	{"internal/rules"},
	{"internal/tree"},
	{"ikeconfig", "ipsecconfig"},
	{"vpnconn"},
	{"vpnconn/validation", "vpnconn/vpntest"},
	{"examples/quickstart"},
}

// least has the packages that may import less than the order allows.
var least = map[string][]string{
	"internal/parameters": {""},
	"errors":              {"", "internal/parameters", "internal/reply"},
	"internal/rules":      {"", "errors", "internal/parameters", "internal/reply"},
}

// others has what a package may import besides the standard library and the module.
var others = map[string][]string{
	"vpnconn/validation": {"github.com/go-playground/validator/v10"},
}

// TestImports checks the order of packages, and that there are no other dependencies.
func TestImports(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, line := range order {
		allowed := listed
		for _, name := range line {
			own := s.packages[strings.TrimSuffix(module+"/"+name, "/")]
			if own == nil || len(own.own) == 0 {
				t.Errorf("%q is in the order but is not a package", name)
				continue
			}
			ours := allowed
			if less, ok := least[name]; ok {
				ours = less
			}
			for _, file := range own.own {
				checkImports(t, name, file, ours)
			}
		}
		listed = slices.Concat(listed, line)
	}
	for path, files := range s.packages {
		if name, inside := inModule(path); inside && len(files.own) > 0 && !slices.Contains(listed, name) {
			t.Errorf("%s is not in the order", path)
		}
	}
}

// checkImports fails t unless a file of the package name imports only the standard library, ours, and what is in others.
func checkImports(t *testing.T, name string, file *ast.File, ours []string) {
	t.Helper()
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if host, _, _ := strings.Cut(path, "/"); !strings.Contains(host, ".") {
			continue // the standard library has no host
		}
		own, inside := inModule(path)
		if inside && !slices.Contains(ours, own) || !inside && !slices.Contains(others[name], path) {
			t.Errorf("%q must not import %s", name, path)
		}
	}
}
