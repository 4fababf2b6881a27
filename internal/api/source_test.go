// Package api compares the module with what is documented about it: the list of all that it exports, its doc comments,
// what its packages may import, the tests outside them, and the Go code and the links in its Markdown files. It has only
// tests.
package api

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const (
	root   = "../.."
	module = "github.com/ipsec-go/aliyun"
)

// A source is the module as go/types sees it. Its packages are read from their files, and only all others with the go
// command: go test knows which files a test has opened, and so does not show a cached result of an older source.
type source struct {
	fset     *token.FileSet
	packages map[string]*files // by import path
	checked  map[string]*types.Package
	others   types.Importer
}

// files are those of one package and of the test package outside it, if there is one.
type files struct{ own, tests []*ast.File }

var load = sync.OnceValues(func() (*source, error) {
	s := &source{fset: token.NewFileSet(), packages: make(map[string]*files), checked: make(map[string]*types.Package)}
	err := filepath.WalkDir(root, func(dir string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		if dir != root {
			_, err := os.Stat(filepath.Join(dir, "go.mod"))
			if err == nil || strings.ContainsAny(e.Name()[:1], "._") || e.Name() == "testdata" {
				return fs.SkipDir // a nested module, or not our code
			}
		}
		return s.parse(dir)
	})
	if err != nil {
		return nil, err
	}
	for path, text := range standIns {
		file, err := parser.ParseFile(s.fset, path, text, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		s.packages[path] = &files{own: []*ast.File{file}}
	}
	exports, err := s.exports()
	if err != nil {
		return nil, err
	}
	s.others = importer.ForCompiler(s.fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no package %s", path)
		}
		return os.Open(exports[path])
	})
	return s, nil
})

// parse reads the package in a directory, if there is one.
func (s *source) parse(dir string) error {
	p, err := build.ImportDir(dir, 0)
	if _, none := errors.AsType[*build.NoGoError](err); none {
		return nil
	}
	if err != nil {
		return err
	}
	var f files
	for _, part := range []struct {
		names []string
		files *[]*ast.File
	}{{p.GoFiles, &f.own}, {p.XTestGoFiles, &f.tests}} {
		for _, name := range part.names {
			file, err := parser.ParseFile(s.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			*part.files = append(*part.files, file)
		}
	}
	relative, err := filepath.Rel(root, dir)
	if err != nil {
		return err
	}
	s.packages[path.Join(module, filepath.ToSlash(relative))] = &f
	return nil
}

// exports returns the export data files of the packages outside the module that a file of the module or the README
// imports.
func (s *source) exports() (map[string]string, error) {
	readme, err := parser.ParseFile(s.fset, "", around, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	all := []*ast.File{readme}
	for _, p := range s.packages {
		all = slices.Concat(all, p.own, p.tests)
	}
	wanted := make(map[string]bool)
	for _, file := range all {
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return nil, err
			}
			if s.packages[path] == nil {
				wanted[path] = true
			}
		}
	}
	list := exec.Command("go", append([]string{"list", "-export", "-f", "{{.ImportPath}} {{.Export}}"},
		slices.Sorted(maps.Keys(wanted))...)...)
	list.Dir = root
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, &stderr)
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		exports[path] = file
	}
	return exports, nil
}

// Import implements types.Importer.
func (s *source) Import(path string) (*types.Package, error) {
	if p := s.checked[path]; p != nil {
		return p, nil
	}
	own := s.packages[path]
	if own == nil {
		return s.others.Import(path)
	}
	p, err := (&types.Config{Importer: s}).Check(path, s.fset, own.own, nil)
	if err != nil {
		return nil, err
	}
	s.checked[path] = p
	return p, nil
}

// inModule returns the path of a package in the module, "" for the root, and whether it is in the module.
func inModule(path string) (name string, inside bool) {
	name, inside = strings.CutPrefix(path+"/", module+"/")
	return strings.TrimSuffix(name, "/"), inside
}

// public returns the packages that users can import, by their path in the module.
func public(t *testing.T, s *source) map[string]*types.Package {
	t.Helper()
	list := make(map[string]*types.Package)
	for path, files := range s.packages {
		name, inside := inModule(path)
		internal := slices.Contains(strings.Split(name, "/"), "internal")
		if !inside || internal || len(files.own) == 0 || files.own[0].Name.Name == "main" {
			continue
		}
		p, err := s.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		list[name] = p
	}
	return list
}
