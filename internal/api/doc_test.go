package api

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// bracketed is what looks like a doc link and stayed text. "[hidden]" is what is printed in place of a key.
var bracketed = regexp.MustCompile(`\[\*?[A-Za-z][\w./]*\]`)

// TestDocs requires a doc comment for each exported name, and that its links lead somewhere: one to a package that no file
// of its own package imports would stay text in brackets.
func TestDocs(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for name := range public(t, s) {
		p, err := documentation(s, name)
		if err != nil {
			t.Fatal(err)
		}
		for of, text := range comments(p) {
			if text == "" {
				t.Errorf("%s.%s has no doc comment", name, of)
			}
			for _, found := range bracketed.FindAllString(plain(p.Parser().Parse(text).Content), -1) {
				if found != "[hidden]" {
					t.Errorf("%s.%s: %s leads nowhere", name, of, found)
				}
			}
		}
	}
}

// documentation reads a package of the module again, since go/doc changes the files that it is given.
func documentation(s *source, name string) (*doc.Package, error) {
	var files []*ast.File
	own := s.packages[strings.TrimSuffix(module+"/"+name, "/")].own
	for _, file := range own {
		path := s.fset.Position(file.Pos()).Filename
		again, err := parser.ParseFile(s.fset, path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, again)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no files in %s", filepath.Join(root, name))
	}
	return doc.NewFromFiles(s.fset, files, module+"/"+name)
}

// comments returns the doc comments of a package by what they are of.
func comments(p *doc.Package) map[string]string {
	all := map[string]string{"package": p.Doc}
	values := func(list []*doc.Value) {
		for _, v := range list {
			all[strings.Join(v.Names, ", ")] = v.Doc
		}
	}
	functions := func(of string, list []*doc.Func) {
		for _, f := range list {
			all[of+f.Name] = f.Doc
		}
	}
	values(p.Consts)
	values(p.Vars)
	functions("", p.Funcs)
	for _, typ := range p.Types {
		all[typ.Name] = typ.Doc
		values(typ.Consts)
		values(typ.Vars)
		functions("", typ.Funcs)
		functions(typ.Name+".", typ.Methods)
	}
	return all
}

// plain returns the text of paragraphs and lists that is neither code nor a link.
func plain(blocks []comment.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case *comment.Paragraph:
			for _, text := range block.Text {
				if text, ok := text.(comment.Plain); ok {
					b.WriteString(string(text))
				}
			}
		case *comment.List:
			for _, item := range block.Items {
				b.WriteString(plain(item.Content))
			}
		}
	}
	return b.String()
}
