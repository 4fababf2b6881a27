package api

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// around is what the code in the README may import, and the names that it assumes.
const around = `package readme

import (
	"context"
	"errors"
	"fmt"
	"log"
	"maps"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/alibabacloud-go/tea/dara"
	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/go-playground/validator/v10"
	"go.yaml.in/yaml/v3"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

var (
	req        vpnconn.Request
	send       func(vpnconn.Request) (vpnconn.Response, error)
	httpStatus int
	body, text []byte
	err        error
	o          any
	r          *http.Request
	t          *testing.T
	ctx        context.Context
	client     interface {
		ProcessCommonRequest(*requests.CommonRequest) (requests.Reply, error)
		CallApiWithCtx(context.Context, *openapi.Params, *openapi.OpenApiRequest, *dara.RuntimeOptions) (map[string]any, error)
	}
)
`

// standIns replace packages that the README shows and this module does not require. The modules in examples have the
// real ones.
var standIns = map[string]string{
	"github.com/alibabacloud-go/tea/dara": `package dara
		type RuntimeOptions struct{}`,
	"github.com/alibabacloud-go/darabonba-openapi/v2/client": `package client
		type Params struct {
			Action, Version, Style, AuthType, Protocol, Method, Pathname, ReqBodyType, BodyType *string
		}
		type OpenApiRequest struct{ Body any }`,
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests": `package requests
		const POST, HTTPS = "POST", "HTTPS"
		type CommonRequest struct {
			Method, Scheme, Product, Version, ApiName, RegionId string
			FormParams                                          map[string]string
		}
		type Reply interface {
			GetHttpStatus() int
			GetHttpContentBytes() []byte
		}
		func NewCommonRequest() *CommonRequest { return nil }`,
	"go.yaml.in/yaml/v3": `package yaml
		func Unmarshal([]byte, any) error { return nil }`,
}

var goBlock = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")

// TestREADME compiles each block of Go code in the READMEs: imports as the start of a file, all else as the body of a
// function.
func TestREADME(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	public(t, s) // code that does not compile is not the README's fault
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		readme, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		blocks := goBlock.FindAllStringSubmatchIndex(string(readme), -1)
		if len(blocks) == 0 {
			t.Fatalf("%s has no Go code", name)
		}
		for _, at := range blocks {
			line := 1 + strings.Count(string(readme[:at[2]]), "\n")
			for _, err := range s.compile(name, string(readme[at[2]:at[3]]), line) {
				t.Error(err)
			}
		}
	}
}

// compile returns what is wrong with a block that begins in this line. Unused names are allowed: the code after the
// block may use them.
func (s *source) compile(name, block string, line int) (errs []error) {
	function := func(results string) (*ast.File, error) {
		text := fmt.Sprintf("%sfunc _() %s {\n//line %s:%d\n%s\npanic(0)}", around, results, name, line, block)
		if strings.HasPrefix(block, "import") {
			text = fmt.Sprintf("package readme\n//line %s:%d\n%s", name, line, block)
		}
		return parser.ParseFile(s.fset, "", text, parser.SkipObjectResolution)
	}
	file, err := function("")
	if err != nil {
		return []error{err}
	}
	switch n := results(file); n {
	case 0:
	case 1:
		file, err = function("error")
	default:
		file, err = function("(vpnconn.Response, error)")
	}
	if err != nil {
		return []error{err}
	}
	config := types.Config{Importer: s, Error: func(err error) {
		if e, ok := err.(types.Error); !ok || !e.Soft {
			errs = append(errs, err)
		}
	}}
	_, _ = config.Check("readme", s.fset, []*ast.File{file}, nil)
	return errs
}

// results returns how many values the code returns.
func results(file *ast.File) (n int) {
	ast.Inspect(file, func(node ast.Node) bool {
		if r, ok := node.(*ast.ReturnStmt); ok {
			n = max(n, len(r.Results))
		}
		return true
	})
	return n
}

var link = regexp.MustCompile(`\]\(([^)]+)\)`)

// TestLinks checks that each relative link in the module's Markdown files leads to a file or a directory.
func TestLinks(t *testing.T) {
	texts, err := filepath.Glob(filepath.Join(root, "*.md"))
	if err != nil || len(texts) == 0 {
		t.Fatalf("texts: %q, %v", texts, err)
	}
	for _, text := range texts {
		content, err := os.ReadFile(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(content), -1) {
			target, _, _ := strings.Cut(found[1], "#")
			if target == "" || strings.Contains(target, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, target)); err != nil {
				t.Errorf("%s: %v", filepath.Base(text), err)
			}
		}
	}
}
