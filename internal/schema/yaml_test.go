package schema

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestYAML: the schema that a file in YAML names is the one of a Spec, and takes the file.
func TestYAML(t *testing.T) {
	const dir = "../../examples/config"
	file, err := os.ReadFile(filepath.Join(dir, "connection.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`(?m)^# yaml-language-server: \$schema=(\S+)$`).FindSubmatch(file)
	if named == nil {
		t.Fatal("the file names no schema")
	}
	if text, err := os.ReadFile(filepath.Join(dir, string(named[1]))); err != nil || string(text) != string(vpnconn.SpecSchema()) {
		t.Errorf("%s is not the schema: %v", named[1], err)
	}
	var tree any
	if err := yaml.Unmarshal(file, &tree); err != nil {
		t.Fatal(err)
	}
	if err := newChecker(t).schema.Validate(tree); err != nil {
		t.Error(err)
	}
}
