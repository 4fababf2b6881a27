package errors_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// reasons lists the reasons by the names of their variables.
var reasons = map[string]error{
	"ErrRequired":         vpnerrors.ErrRequired,
	"ErrEmpty":            vpnerrors.ErrEmpty,
	"ErrBadCharacter":     vpnerrors.ErrBadCharacter,
	"ErrTooMany":          vpnerrors.ErrTooMany,
	"ErrTooShort":         vpnerrors.ErrTooShort,
	"ErrTooLong":          vpnerrors.ErrTooLong,
	"ErrUnsupportedValue": vpnerrors.ErrUnsupportedValue,
	"ErrOutOfRange":       vpnerrors.ErrOutOfRange,
	"ErrFraction":         vpnerrors.ErrFraction,
	"ErrBadAddress":       vpnerrors.ErrBadAddress,
	"ErrBadCertificate":   vpnerrors.ErrBadCertificate,
	"ErrNotIPv4":          vpnerrors.ErrNotIPv4,
	"ErrBadCIDR":          vpnerrors.ErrBadCIDR,
	"ErrHostBits":         vpnerrors.ErrHostBits,
	"ErrDuplicate":        vpnerrors.ErrDuplicate,
	"ErrConflict":         vpnerrors.ErrConflict,
	"ErrBadType":          vpnerrors.ErrBadType,
	"ErrUnknownParameter": vpnerrors.ErrUnknownParameter,
}

// TestReasonsAreAll keeps the list complete: a new reason must be added here, and so to all tests that use the list.
func TestReasonsAreAll(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "reason.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	declared := 0
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			for _, name := range s.(*ast.ValueSpec).Names {
				declared++
				if reasons[name.Name] == nil {
					t.Errorf("%s is not listed", name.Name)
				}
			}
		}
	}
	if declared != len(reasons) {
		t.Errorf("reason.go declares %d reasons, %d are listed", declared, len(reasons))
	}
}
