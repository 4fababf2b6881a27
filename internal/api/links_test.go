package api

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var link = regexp.MustCompile(`\]\(([^)]+)\)`)

// TestLinks wants a file, or a directory, behind each link in the texts of the module that goes to one.
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
